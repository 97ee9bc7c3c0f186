"""One function per question a person can ask. Doors call these and show the answer."""
