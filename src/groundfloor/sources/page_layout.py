"""From pieces of text on a page to lines in reading order: rows, columns, wrapped lines made whole."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from groundfloor.model.document import LineLook
from groundfloor.readers.resume.sections import find_heading

_BULLETS = frozenset("•●▪■◦‣⁃○·*-–➢➤✓✔❖")
_JOINING_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with", "&", ","]
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d\d?/\d\d\b")
_COLUMN_LINES = 4
_SLACK_POINTS = 2.0
_CLOSE_SHARE, _ALONE_SHARE, _DATED_SHARE = 0.6, 0.25, 0.3
_ROW_SHARE, _SAME_BASELINE_SHARE = 0.3, 0.12
_FULL_SHARE = 0.5
_GLUED_SHARE = 0.09
_CELL_SHARE = 1.6
_LEADING_SHARE = 1.75
"""A step above this share of the letter height is a blank line."""


_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,2}(?:\s*(?:of|/|\|)\s*\d{1,2})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

Line = tuple[str, LineLook]


class Piece(NamedTuple):
    """Words set together on one baseline; measures in points, ``bottom`` grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    bold: bool


class _Row(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    height: float
    bold: bool


def lay_out_page(pieces: list[Piece]) -> list[Line]:
    r"""Puts the pieces of one page in reading order.

    Columns that stand apart over several lines are read one after the other, left first; cells that share a row with
    their neighbours (a date at the margin, a table) stay in that row, parted by a tab. A line that broke only because
    the next word did not fit is joined with its continuation; a wide step down leaves an empty line.

    Example:
        >>> pieces = [Piece("Cashier", 30, 70, 700, 9, False), Piece("2012 - 2014", 400, 450, 700, 9, False)]
        >>> lay_out_page(pieces)[0][0]
        'Cashier\t2012 - 2014'
    """
    lines: list[Line] = []
    for block in _iter_blocks(sorted(set(pieces), key=lambda piece: (-piece.bottom, piece.left))):
        lines += _block_lines(_rows(block))
    return lines


def without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers and without what is set again at the top or foot of every page.

    The first page keeps its head: there the name stands once for all.
    """
    heads = Counter(_folded(page, 0) for page in pages)
    feet = Counter(_folded(page, -1) for page in pages)
    return [_without_ends(page, at, heads, feet) for at, page in enumerate(pages)]


def _folded(page: list[Line], at: int) -> str:
    return _DIGITS.sub("#", page[at][0]) if page else ""


def _without_ends(page: list[Line], at: int, heads: Counter[str], feet: Counter[str]) -> list[Line]:
    if page and at and (heads[_folded(page, 0)] > 1 or _PAGE_NUMBER.fullmatch(page[0][0])):
        page = page[1:]
    if len(page) > 1 and ((at and feet[_folded(page, -1)] > 1) or _PAGE_NUMBER.fullmatch(page[-1][0])):
        page = page[:-1]
    return page


def _iter_blocks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Parts of the page to be read one after the other; each is without columns."""
    cut = _find_columns(pieces)
    if cut is None:
        if pieces:
            yield pieces
        return
    gutter, top, bottom = cut
    inside = [piece for piece in pieces if bottom <= piece.bottom <= top]
    yield from _iter_blocks([piece for piece in pieces if piece.bottom > top])
    yield from _iter_blocks([piece for piece in inside if piece.left < gutter])
    yield from _iter_blocks([piece for piece in inside if piece.left >= gutter])
    yield from _iter_blocks([piece for piece in pieces if piece.bottom < bottom])


def _find_columns(pieces: list[Piece]) -> tuple[float, float, float] | None:
    """The gutter of the tallest pair of columns with the range of baselines it parts, None when there is none."""
    best, best_height = None, 0.0
    for gutter in _gutters(pieces):
        for stretch in _iter_free_stretches(pieces, gutter):
            height, bottom = _columns(stretch, gutter)
            if height > best_height + 1:
                to_page_end = stretch[-1] is pieces[-1]
                best = (gutter, stretch[0].bottom, stretch[-1].bottom if to_page_end else bottom)
                best_height = height
    return best


def _gutters(pieces: list[Piece]) -> list[float]:
    """Places just left of where several pieces begin, from the left."""
    lefts = Counter(round(piece.left) for piece in pieces)
    return [left - _SLACK_POINTS for left in sorted(lefts) if lefts[left] >= _COLUMN_LINES // 2]


def _iter_free_stretches(pieces: list[Piece], gutter: float) -> Iterator[list[Piece]]:
    """Runs of pieces, from the top down, of which none crosses the gutter."""
    stretch: list[Piece] = []
    for piece in pieces:
        if piece.left < gutter < piece.right - _SLACK_POINTS:
            yield stretch
            stretch = []
        else:
            stretch.append(piece)
    yield stretch


def _columns(stretch: list[Piece], gutter: float) -> tuple[float, float]:
    """How far two columns run side by side, in points, and where; 0 when the sides are cells of common rows."""
    sides = [piece for piece in stretch if piece.left < gutter], [piece for piece in stretch if piece.left >= gutter]
    if min(map(len, sides)) < _COLUMN_LINES:
        return 0.0, 0.0
    top, bottom = min(side[0].bottom for side in sides), max(side[-1].bottom for side in sides)
    left, right = ([row for row in _rows(side) if bottom <= row.bottom <= top] for side in sides)
    if _has_heading(left) and _has_heading(right):
        return top - bottom, bottom
    if not (_runs_on(left) and _runs_on(right)):
        return 0.0, 0.0
    alone = sum(not _has_neighbour(row, right) for row in left) + sum(not _has_neighbour(row, left) for row in right)
    independent = alone >= _ALONE_SHARE * (len(left) + len(right))
    return (top - bottom if independent or _is_wordy(left) or _is_wordy(right) else 0.0), bottom


def _has_heading(rows: list[_Row]) -> bool:
    """Whether a section opens in these rows: where both sides have one, they are columns whatever their lines share."""
    return any(find_heading(row.text) is not None for row in rows)


def _runs_on(rows: list[_Row]) -> bool:
    """Whether rows stand closely under each other and are not a margin of dates."""
    if len(rows) < _COLUMN_LINES or sum(_YEAR.search(row.text) is not None for row in rows) > _DATED_SHARE * len(rows):
        return False
    close = sum(above.bottom - below.bottom < _LEADING_SHARE * above.height for above, below in pairwise(rows))
    return close >= _CLOSE_SHARE * (len(rows) - 1)


def _is_wordy(rows: list[_Row]) -> bool:
    return sum(len(row.text.split()) > 5 for row in rows) >= 0.5 * len(rows)


def _has_neighbour(row: _Row, others: list[_Row]) -> bool:
    return any(abs(row.bottom - other.bottom) < _SAME_BASELINE_SHARE * row.height for other in others)


def _rows(pieces: list[Piece]) -> list[_Row]:
    """Pieces on one baseline together, from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.bottom, piece.left)):
        if rows and rows[-1][0].bottom - piece.bottom < _ROW_SHARE * max(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _row(pieces: list[Piece]) -> _Row:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += _gap(before, piece) + piece.text
    first = pieces[0]
    right = max(piece.right for piece in pieces)
    height = max(piece.height for piece in pieces)
    return _Row(text, first.left, right, first.bottom, height, all(piece.bold for piece in pieces))


def _gap(before: Piece, piece: Piece) -> str:
    width = (piece.left - before.right) / max(piece.height, before.height)
    if width >= _CELL_SHARE and before.text not in _BULLETS:
        return "\t"
    return " " if width > _GLUED_SHARE or before.text in _BULLETS else ""


def _block_lines(rows: list[_Row]) -> list[Line]:
    margin = max((row.right for row in rows), default=0.0)
    lines: list[Line] = []
    above: _Row | None = None
    for row in rows:
        if above is not None and _continues(above, row, margin):
            text, look = lines[-1]
            lines[-1] = (text + ("" if text.endswith("-") else " ") + row.text, look)
        else:
            if above is not None and above.bottom - row.bottom > _LEADING_SHARE * above.height:
                lines.append(("", LineLook()))
            lines.append((row.text, LineLook(left=round(row.left, 1), size=round(row.height, 1), bold=row.bold)))
        above = row
    return lines


def _is_bullet(text: str) -> bool:
    return text[0] in _BULLETS or text.startswith("o ")


def _continues(above: _Row, row: _Row, margin: float) -> bool:
    """Whether a row goes on with the sentence of the row above, which broke because the next word did not fit."""
    if "\t" in above.text or "\t" in row.text or _is_bullet(row.text) or abs(above.height - row.height) > 1:
        return False
    if above.bottom - row.bottom > _LEADING_SHARE * above.height or abs(row.left - above.left) > 2 * row.height:
        return False
    first_word = row.text.split()[0]
    room = margin - above.right
    if above.bold != row.bold or above.right - above.left < _FULL_SHARE * (margin - above.left):
        return False
    needed = (row.right - row.left) * (len(first_word) + 1) / len(row.text)
    if needed < room:
        return False
    return row.text[0].islower() or above.text.split()[-1].lower() in _JOINING_WORDS or above.text.endswith((",", "-"))
