"""Names of work inside a sentence."""

import re

_CAPITAL_WORD = re.compile(r"(?<!^)\b[A-Z][a-z]")


def in_a_sentence(name: str) -> str:
    """The name of a role as it stands in the middle of a sentence.

    A name written like a sentence loses its first capital; one whose words bear their own capitals, as employers write
    them, and one that begins with an abbreviation keep theirs.

    Example:
        >>> in_a_sentence("Support manager"), in_a_sentence("Support Engineer II"), in_a_sentence("CSM")
        ('support manager', 'Support Engineer II', 'CSM')
    """
    if _CAPITAL_WORD.search(name) or name[1:2].isupper():
        return name
    return name[:1].lower() + name[1:]
