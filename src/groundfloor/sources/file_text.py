"""What comes out of a person's file: its words, how they are set, and what was set so that nobody sees it."""

from typing import NamedTuple

from groundfloor.model.document import LineLook
from groundfloor.model.findings import Finding

_SHOWN_LETTERS = 80


class FileText(NamedTuple):
    """The text of a file, the look of each line, the words left out because a person cannot see them, and findings."""

    text: str
    looks: tuple[LineLook, ...] = ()
    hidden: str = ""
    findings: tuple[Finding, ...] = ()


def find_hidden_finding(hidden: str, where: str) -> Finding | None:
    """The finding on words that nobody sees, None where there are none (a stray letter is no word).

    Example:
        >>> find_hidden_finding("Salesforce Zendesk", "cv.pdf").code
        'text-hidden'
    """
    words = [word for word in hidden.split() if sum(letter.isalpha() for letter in word) > 1]
    if not words:
        return None
    shown = " ".join(words)
    shown = shown if len(shown) <= _SHOWN_LETTERS else shown[:_SHOWN_LETTERS].rsplit(" ", 1)[0] + " …"
    return Finding(
        code="text-hidden",
        severity="warning",
        message=f"{len(words)} words are set so that nobody sees them and count for nothing: '{shown}'.",
        where=where,
        hint="Remove them, or write them where they can be read.",
    )
