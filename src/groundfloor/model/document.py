"""A person's document as text: what every kind of file becomes before it is read."""

from typing import Literal

from groundfloor.model.facts import Record
from groundfloor.model.findings import Finding

DocumentKind = Literal["pdf", "docx", "odt", "rtf", "html", "json_resume", "linkedin", "europass", "text"]


class LineLook(Record, frozen=True, kw_only=True):
    """How one line of a document is set: ``left`` and ``size`` in points, 0 where the format does not say."""

    left: float = 0.0
    size: float = 0.0
    bold: bool = False


class Document(Record, frozen=True, kw_only=True):
    r"""One document as text.

    Attributes:
        id: the file's name without its ending, ``-`` for standard input.
        text: the text in which spans count: the words in reading order, lines ended by ``\n``, cells of one row
            parted by a tab. Plain text stays exactly as it was written.
        kind: the format the content proved to be.
        looks: one entry for each line of ``text.split("\n")``; empty where the format shows no layout.
        findings: what could be read only in part.
    """

    id: str
    text: str
    kind: DocumentKind = "text"
    looks: tuple[LineLook, ...] = ()
    findings: tuple[Finding, ...] = ()
