"""Cleaned text that remembers where every character came from."""

import html
import re
from bisect import bisect_right
from typing import NamedTuple

from groundfloor.model.facts import Span

_BLOCK_TAGS = (
    "p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|section|article|header|footer|dl|dt|dd|blockquote|hr|pre|form|option"
)
_HIDDEN = r"<(?P<element>script|style|template|noscript)\b[^>]*>.*?</(?P=element)\s*>|<!--.*?-->"
_MARKUP = re.compile(
    rf"(?P<hidden>(?is:{_HIDDEN}))"
    rf"|(?P<block></?(?i:{_BLOCK_TAGS})\b[^<>]*>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<break>\r\n?|[\n\u2028\u2029\x0b\x0c])"
    r"|(?P<blank>[\t\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff]+)"
    r"|(?P<nothing>[\u00ad\u200b-\u200f\u2060\x00-\x08\x0e-\x1f])"
    r"|(?P<quote>[\u2018\u2019\u201a\u201b\u2032\u00b4\u201c\u201d\u201e\u2033\u2010-\u2015\u2212])"
)
_FOLDED = str.maketrans(
    {**dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4", "'"), **dict.fromkeys("\u201c\u201d\u201e\u2033", '"')}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


class CleanText(NamedTuple):
    """Cleaned text with the way back to the original.

    ``starts[k]`` is the position in ``text`` from which piece ``k`` runs; ``origins[k]`` is where that piece begins
    in the original; ``lengths[k]`` is how many original characters it covers. A piece whose cleaned and original
    lengths agree is mapped character by character; any other is mapped as a whole.
    """

    original: str
    text: str
    starts: list[int]
    origins: list[int]
    lengths: list[int]

    def to_original(self, start: int, end: int) -> Span:
        """The span in the original text that covers ``text[start:end]``."""
        return (
            Span(self._origin(start, at_end=False), self._origin(end - 1, at_end=True)) if end > start else Span(0, 0)
        )

    def quote(self, start: int, end: int) -> str:
        """The exact words of the original that stand behind ``text[start:end]``."""
        span = self.to_original(start, end)
        return self.original[span.start : span.end]

    def _origin(self, position: int, *, at_end: bool) -> int:
        piece = bisect_right(self.starts, position) - 1
        next_start = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if next_start - self.starts[piece] == self.lengths[piece]:
            return self.origins[piece] + position - self.starts[piece] + at_end
        return self.origins[piece] + (self.lengths[piece] if at_end else 0)


def clean_text(original: str) -> CleanText:
    r"""Takes markup, entities and odd characters out of a text and keeps the map back.

    Block tags and all kinds of line break become ``\n``; entities become their character; typographic quotes and
    dashes become plain ones; zero-width and control characters go; runs of odd blanks become one space. Ordinary
    characters, spaces included, stay as they are.

    Example:
        >>> cleaned = clean_text("<p>Pay: &pound;12\u00a0an hour</p>")
        >>> cleaned.text
        '\nPay: £12 an hour\n'
        >>> cleaned.quote(6, 17)
        '&pound;12\xa0an hour'
    """
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    lengths: list[int] = []
    at = position = 0

    def add(piece: str, origin: int, length: int) -> None:
        nonlocal at
        if piece:
            starts.append(at)
            origins.append(origin)
            lengths.append(length)
            pieces.append(piece)
            at += len(piece)

    for found in _MARKUP.finditer(original):
        add(original[position : found.start()], position, found.start() - position)
        add(_replacement(found), found.start(), found.end() - found.start())
        position = found.end()
    add(original[position:], position, len(original) - position)
    return CleanText(original, "".join(pieces), starts, origins, lengths)


def _replacement(found: re.Match[str]) -> str:
    kind, words = found.lastgroup, found.group()
    if kind in ("block", "break"):
        return "\n"
    if kind == "entity":
        character = html.unescape(words)
        return " " if character.isspace() else character.translate(_FOLDED)
    if kind == "quote":
        return words.translate(_FOLDED)
    return " " if kind == "blank" else ""
