"""Cleaned text that remembers where every character came from."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from typing import NamedTuple

from groundfloor.model.facts import Span
from groundfloor.text.glue import list_glued

_BLOCK_TAGS = (
    "p|div|br|li|ul|ol|tr|td|th|table|h[1-6]|section|article|header|footer|dl|dt|dd|blockquote|hr|pre|form|option"
)
_HIDDEN = r"<(?P<element>script|style|template|noscript)\b[^>]*>.{0,20000}?</(?P=element)\s*>|<!--.{0,4000}?-->"
_BULLETS = r"\u2022\u2023\u2043\u25a0-\u25ff\u2605\u2606\u2666\u2713-\u2718\u27a2-\u27a4\u00a7\u00b7\uf0a7\uf0b7"
_BLANK = r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff]"
_BLANK_ENTITY = r"&(?:nbsp|#160|#[xX][aA]0);"
_FIRST_SIGN = r"(?=[<&\x00-\x1f\u0080-\U0010ffff]| [ &\x00-\x1f\u0080-\U0010ffff])"
_MARKUP = re.compile(
    rf"{_FIRST_SIGN}(?:"
    rf"(?P<hidden>(?is:{_HIDDEN}))"
    rf"|(?P<block></?(?i:{_BLOCK_TAGS})\b[^<>]*>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    rf"|(?P<blank>(?: |{_BLANK}|{_BLANK_ENTITY}){{2,}}|{_BLANK})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<break>\r\n?|\u00ef\u201a\u00b7|[\n\u2028\u2029\x0b\x0c{_BULLETS}])"
    r"|(?P<misread>\u00e2?\u20ac[\u2122\u02dc\u0153\u009d\u201c\u201d\u00a6\u00a2])"
    r"|(?P<nothing>[\u00ad\u200b-\u200f\u2060\x00-\x08\x0e-\x1f])"
    r"|(?P<quote>[\u2018\u2019\u201a\u201b\u2032\u00b4\u201c\u201d\u201e\u2033\u2010-\u2015\u2212])"
    r")"
)
_FOLDED = str.maketrans(
    {**dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4", "'"), **dict.fromkeys("\u201c\u201d\u201e\u2033", '"')}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)

_MISREAD = dict(
    zip("\u2122\u02dc\u0153\u009d\u201c\u201d\u00a6\u00a2", ["'", "'", '"', '"', "-", "-", "...", "\n"], strict=True)
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

    def from_original(self, position: int) -> int:
        """The place in ``text`` that stands at or first after a place of the original."""
        piece = bisect_right(self.origins, position) - 1
        if piece < 0:
            return 0
        within = min(position - self.origins[piece], self.lengths[piece])
        next_start = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + within, next_start)

    def _origin(self, position: int, *, at_end: bool) -> int:
        piece = bisect_right(self.starts, position) - 1
        next_start = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if next_start - self.starts[piece] == self.lengths[piece]:
            return self.origins[piece] + position - self.starts[piece] + at_end
        return self.origins[piece] + (self.lengths[piece] if at_end else 0)


def clean_text(original: str, kept_words: Collection[str] = ()) -> CleanText:
    r"""Takes markup, entities and odd characters out of a text and keeps the map back.

    Block tags, bullets and all kinds of line break become ``\n``; a line break is put in where two sentences are
    glued together (see :func:`groundfloor.text.glue.list_glued`); entities become their character; typographic
    quotes and dashes, also misread ones, become plain ones; zero-width and control characters go; runs of blanks
    become one space.

    Args:
        original: the text as it came.
        kept_words: names with capitals inside, in lower case, which are never cut.

    Example:
        >>> cleaned = clean_text("<p>Pay: &pound;12\u00a0an hour</p>")
        >>> cleaned.text
        '\nPay: £12 an hour\n'
        >>> cleaned.quote(6, 17)
        '&pound;12\xa0an hour'
    """
    cleaning = _Cleaning(original, list_glued(original, kept_words))
    position = 0
    for found in _MARKUP.finditer(original):
        cleaning.keep(position, found.start())
        cleaning.add(_replacement(found), found.start(), found.end() - found.start())
        position = found.end()
    cleaning.keep(position, len(original))
    return cleaning.result()


class _Cleaning:
    """Cleaned pieces gathered in order."""

    def __init__(self, original: str, glued: list[int]) -> None:
        self._original, self._glued = original, glued
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._lengths: list[int] = []
        self._at = 0

    def keep(self, start: int, end: int) -> None:
        """Takes a stretch of the original as it stands, with a break at each glued place in it."""
        for place in self._glued[bisect_right(self._glued, start) : bisect_left(self._glued, end)]:
            self.add(self._original[start:place], start, place - start)
            self.add("\n", place, 0)
            start = place
        self.add(self._original[start:end], start, end - start)

    def add(self, piece: str, origin: int, length: int) -> None:
        """Puts ``piece`` in the place of ``length`` characters of the original."""
        if piece:
            self._starts.append(self._at)
            self._origins.append(origin)
            self._lengths.append(length)
            self._pieces.append(piece)
            self._at += len(piece)

    def result(self) -> CleanText:
        return CleanText(self._original, "".join(self._pieces), self._starts, self._origins, self._lengths)


def _replacement(found: re.Match[str]) -> str:
    kind, words = found.lastgroup, found.group()
    if kind in ("block", "break"):
        return "\n"
    if kind == "entity":
        character = html.unescape(words)
        return " " if character.isspace() else character.translate(_FOLDED)
    if kind == "quote":
        return words.translate(_FOLDED)
    if kind == "misread":
        return _MISREAD[words[-1]]
    return " " if kind == "blank" else ""
