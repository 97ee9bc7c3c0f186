"""From a file to a ladder: which cells name levels, what each level asks, and which level is the lowest."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from groundfloor.catalogue.ladders.ranks import is_level_name, order_levels
from groundfloor.catalogue.ladders.records import Criterion, Ladder, LadderLevel
from groundfloor.catalogue.ladders.tables import Block, HeadedList, Table, read_blocks
from groundfloor.errors import GroundfloorError

_LEVELS_AT_LEAST = 2
_LEVELS_SHARE = 0.6
_NAME_COLUMN = re.compile(r"\b(?:job )?(?:title|role|position|level|grade|rung|step)s?\b", re.IGNORECASE)
_TITLE_COLUMN = re.compile(r"\b(?:title|role|position)s?\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:\n|;|•)\s*")
_EMPTY = frozenset({"", "-", "—", "–", "n/a", "none"})

Asked = dict[str, list[Criterion]]
"""Criteria by level name, levels in the order of the file."""


def read_ladder(path: Path, name: str = "") -> Ladder:
    """Reads an employer's ladder.

    A table may have levels as columns or as rows; several tables of the same levels are read as one ladder. Where
    there is no table of levels, headings that name levels are taken, with what is listed under them.

    Args:
        path: a Markdown, CSV or YAML file.
        name: what to call the ladder; the file's name where nothing is given.

    Returns:
        Levels from the lowest to the highest, whatever the order of the file.

    Raises:
        GroundfloorError: as :func:`read_blocks`; ``table-broken`` when fewer than two levels are found.
    """
    blocks = read_blocks(path)
    asked = _merge(_read_table(block) for block in blocks if isinstance(block, Table))
    if len(asked) < _LEVELS_AT_LEAST:
        asked = _read_headings([block for block in blocks if isinstance(block, HeadedList)])
    if len(asked) < _LEVELS_AT_LEAST:
        hint = "Give a table with one column or one row for each level, or a heading for each level."
        raise GroundfloorError("table-broken", f"No two levels of a ladder are found in {path.name}.", hint=hint)
    names = list(asked)
    order, ordered_by = order_levels(names)
    levels = tuple(LadderLevel(name=names[at], criteria=tuple(asked[names[at]])) for at in order)
    return Ladder(name=name or _title_of(blocks) or path.stem, levels=levels, ordered_by=ordered_by)


def _title_of(blocks: Sequence[Block]) -> str:
    first = next((block for block in blocks if isinstance(block, HeadedList) and block.depth == 1), None)
    return first.heading if first else ""


def _merge(readings: Iterable[Asked]) -> Asked:
    """Tables of the same levels together; the levels of the first table that has any."""
    merged: Asked = {}
    for asked in readings:
        if merged and not set(asked) & set(merged):
            continue
        for level, criteria in asked.items():
            merged.setdefault(level, []).extend(criteria)
    return merged


def _read_table(table: Table) -> Asked:
    header, *rows = table.rows
    column = _name_column(header, rows)
    across = [cell for cell in header[1:] if cell]
    down = [row[column] for row in rows if len(row) > column and row[column]]
    if _share(across) >= _LEVELS_SHARE and _share(across) >= _share(down) and len(across) >= _LEVELS_AT_LEAST:
        return _read_columns(header, rows)
    if (_share(down) >= _LEVELS_SHARE or _NAME_COLUMN.search(header[column])) and len(set(down)) >= _LEVELS_AT_LEAST:
        return _read_rows(table, column)
    return {}


def _name_column(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """The column that names a row's level: one headed as title or role, then one headed as level, then the first."""
    for pattern in (_TITLE_COLUMN, _NAME_COLUMN):
        for at, cell in enumerate(header):
            filled = sum(len(row) > at and bool(row[at]) for row in rows)
            if pattern.search(cell) and filled * 2 > len(rows):
                return at
    return 0


def _share(cells: Sequence[str]) -> float:
    return sum(is_level_name(cell) for cell in cells) / len(cells) if cells else 0.0


def _read_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Asked:
    asked: Asked = {cell: [] for cell in header[1:] if cell}
    for row in rows:
        for level, cell in zip(header[1:], row[1:], strict=False):
            if level:
                asked[level] += _criteria(cell, row[0])
    return asked


def _read_rows(table: Table, column: int) -> Asked:
    header, *rows = table.rows
    asked: Asked = {}
    for row in rows:
        level = row[column] if len(row) > column else ""
        if not level:
            continue
        found = asked.setdefault(level, [])
        for at, cell in enumerate(row):
            if at != column and at < len(header) and not (at < column and is_level_name(cell)):
                found += _criteria(cell, header[at])
    return asked


def _read_headings(lists: Sequence[HeadedList]) -> Asked:
    """The depth at which most headings name levels; what stands under deeper headings belongs to the level above.

    "Advocate" names a level where "Senior Advocate" stands beside it.
    """
    by_depth = {one.depth: [two.heading for two in lists if two.depth == one.depth] for one in lists}
    depth = max(by_depth, key=lambda at: (sum(map(is_level_name, by_depth[at])), -at), default=0)
    named = " | ".join(heading.casefold() for heading in by_depth.get(depth, ()) if is_level_name(heading))
    asked: Asked = {}
    level: str | None = None
    for one in lists:
        if one.depth <= depth:
            is_level = is_level_name(one.heading) or one.heading.casefold() in named
            level = one.heading if one.depth == depth and is_level else None
        if level:
            area = one.heading if one.depth > depth else ""
            asked.setdefault(level, []).extend(criterion for item in one.items for criterion in _criteria(item, area))
    return asked


def _criteria(cell: str, area: str) -> list[Criterion]:
    parts = (part.strip(" *-") for part in _PARTS.split(cell))
    return [Criterion(text=part, area=area.strip(" *:")) for part in parts if part.casefold() not in _EMPTY]
