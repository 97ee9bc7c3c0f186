"""Levels in tables: a column for each, a row for each, or columns that are two lines of levels side by side."""

import html
import re
from collections.abc import Iterator, Sequence

from groundfloor.catalogue.ladders.blocks import Table
from groundfloor.catalogue.ladders.names import grade_of, is_level_name, names_work, plain_name
from groundfloor.catalogue.ladders.records import Criterion, Part

_LEVELS_AT_LEAST = 2
_LEVELS_SHARE = 0.6
_LABEL_WORDS = 8
_TITLE_COLUMN = re.compile(r"\b(?:job |role |position )?(?:titles?|roles?|positions?|jobs?)\b", re.IGNORECASE)
_NAME_COLUMN = re.compile(r"\b(?:levels?|grades?|bands?|rungs?|steps?|tiers?|stages?|ranks?)\b", re.IGNORECASE)
_TRACK_COLUMN = re.compile(
    r"(?:career )?(?:tracks?|paths?|streams?|(?:job )?famil(?:y|ies)|functions?|departments?|ladders?)", re.IGNORECASE
)
_OTHER_COLUMN = re.compile(
    r"\b(?:reports?|previous|next|from|to|equivalent|description|target|starting|direct)\b", re.I
)
_PARTS = re.compile(r"\s*(?:\n|;|•)\s*")
_HEADED = re.compile(r"^(?P<area>[A-Z][\w/&]+(?: [\w/&]+){0,3}):\s+(?P<text>\S.*)$", re.DOTALL)
_EMPTY = frozenset({"", "-", "—", "–", "n/a", "na", "none", "tbd", "tba", "x"})
_TICKS = re.compile(r"^(?:[✅✔✓☑●x]|yes|:(?:white_check_mark|heavy_check_mark):)\ufe0f?$", re.IGNORECASE)
_CROSSES = re.compile(r"^(?:[❌✗✘☐○]|no|:x:)\ufe0f?$", re.IGNORECASE)
_HALVES = re.compile(r"^(?:[🟡⚠◐]|\([✓✔x]\)|partly|partial|:warning:)\ufe0f?$", re.IGNORECASE)
_LABEL_ROW = re.compile(r"^(?:job |role )?(?:levels?|titles?|roles?|grades?|positions?|bands?)$", re.IGNORECASE)


def find_parts(table: Table, title: str) -> list[Part]:
    """The lines of levels that a table holds under the heading above it; none where it holds no levels."""
    rows = _from_header(table.rows)
    if len(rows) < _LEVELS_AT_LEAST:
        return []
    header, *body = rows
    tracks = list(_side_by_side(header, body))
    if tracks:
        return tracks
    column = _name_column(header, body)
    said = [row for row in body if not _is_remark(row, len(header))]
    down = [row[column] for row in said if len(row) > column and row[column]]
    first = 0 if _is_level_column(header[0], body) else _first_level(header)
    across = [cell for cell in header[first:] if cell]
    if _is_levels(across) and _share(across) >= _share(down):
        return [Part(title=title, asked=_read_columns(header, body, first))]
    named = _NAME_COLUMN.search(header[column]) or _TITLE_COLUMN.search(header[column])
    if _is_levels(down) or (named and len(set(down)) >= _LEVELS_AT_LEAST and _are_names(down)):
        return [
            Part(title=track or title, asked=_read_rows(header, rows, column))
            for track, rows in _by_track(header, said, column).items()
        ]
    return []


def _is_remark(row: Sequence[str], columns: int) -> bool:
    """Whether a row of a wide table says one thing that is no level: a caption, or a note below the levels."""
    filled = [cell for cell in row if cell]
    return columns > _LEVELS_AT_LEAST and len(filled) == 1 and not is_level_name(filled[0])


def _by_track(header: Sequence[str], body: Sequence[tuple[str, ...]], column: int) -> dict[str, list[tuple[str, ...]]]:
    """The rows by the track that a column of its own names; all together where none does."""
    at = next((at for at, cell in enumerate(header) if at != column and _TRACK_COLUMN.fullmatch(cell.strip())), None)
    names = [row[at] if at is not None and len(row) > at else "" for row in body]
    if at is None or not all(names) or len(set(names)) * _LEVELS_AT_LEAST > len(names):
        return {"": list(body)}
    return {name: [row for row, own in zip(body, names, strict=True) if own == name] for name in dict.fromkeys(names)}


def _from_header(rows: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    """The rows from the header on: a first row of one cell is a caption; the row that names levels best is it."""
    while rows and sum(bool(cell) for cell in rows[0]) <= 1:
        rows = rows[1:]
    for at, row in enumerate(rows[1:4], start=1):
        named = bool(row) and _LABEL_ROW.match(plain_name(row[0]))
        if named and _is_levels(row[1:]) and _worded(row[1:]) > _worded(rows[0][1:]):
            return [row, *rows[1:at], *rows[at + 1 :]]
    return rows


def _is_levels(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(set(filled)) >= _LEVELS_AT_LEAST and _share(filled) >= _LEVELS_SHARE


def _share(cells: Sequence[str]) -> float:
    return sum(is_level_name(cell) for cell in cells) / len(cells) if cells else 0.0


def _worded(cells: Sequence[str]) -> int:
    return sum(is_level_name(cell) + names_work(cell) for cell in cells if cell)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether cells are short enough to name something."""
    return sum(len(cell.split()) <= 6 for cell in cells) * 4 >= len(cells) * 3


def _is_level_column(cell: str, body: Sequence[Sequence[str]]) -> bool:
    """Whether the first column is a level like the others: its heading names one and its cells are no short labels."""
    if not is_level_name(cell) or _NAME_COLUMN.fullmatch(cell.strip()) or _TITLE_COLUMN.fullmatch(cell.strip()):
        return False
    return sum(len(row[0].split()) > 4 for row in body if row) * 2 > len(body)


def _first_level(header: Sequence[str]) -> int:
    """Where the columns of levels begin: behind the labels of the rows, of which there may be several."""
    named = [at for at, cell in enumerate(header) if at and is_level_name(cell)]
    labels = named[0] if named else 1
    return labels if all(is_level_name(cell) for cell in header[labels:] if cell) else 1


def _side_by_side(header: Sequence[str], body: Sequence[Sequence[str]]) -> Iterator[Part]:
    """Columns that each name their levels, as "Individual contributor" beside "Manager"."""
    columns = []
    for at, cell in enumerate(header):
        if _NAME_COLUMN.search(cell) or _OTHER_COLUMN.search(cell) or _TITLE_COLUMN.search(cell):
            continue
        cells = [row[at] for row in body if len(row) > at and row[at]]
        worded = [one for one in cells if names_work(one) and is_level_name(one)]
        if cells and len(worded) == len(cells) and len(set(worded)) >= _LEVELS_AT_LEAST:
            columns.append((cell, worded))
    if len(columns) < _LEVELS_AT_LEAST:
        return
    for cell, worded in columns:
        yield Part(title=plain_name(cell), asked={plain_name(one): () for one in worded})


def _name_column(header: Sequence[str], body: Sequence[Sequence[str]]) -> int:
    """The column that names a row's level: one headed as title or role, then one headed as level, then the first."""
    for pattern in (_TITLE_COLUMN, _NAME_COLUMN):
        for at, cell in enumerate(header):
            cells = [row[at] for row in body if len(row) > at and row[at]]
            filled = len(cells) * 2 > len(body)
            if filled and pattern.search(cell) and not _OTHER_COLUMN.search(cell) and _are_names(cells):
                return _worded_column(header, body, at)
    return 0


def _worded_column(header: Sequence[str], body: Sequence[Sequence[str]], chosen: int) -> int:
    """The column beside bare grades that names the work of each, whatever its heading; else the one chosen."""
    rows = [row for row in body if len(row) > chosen and row[chosen]]
    if any(names_work(row[chosen]) or not grade_of(row[chosen]) for row in rows):
        return chosen
    for at, cell in enumerate(header):
        names = [row[at] for row in rows if len(row) > at]
        worded = all(names_work(name) and is_level_name(name) for name in names) and len(set(names)) == len(rows)
        if names and worded and not _OTHER_COLUMN.search(cell):
            return at
    return chosen


def _read_columns(header: Sequence[str], body: Sequence[Sequence[str]], first: int) -> dict[str, tuple[Criterion, ...]]:
    asked: dict[str, list[Criterion]] = {cell: [] for cell in header[first:] if cell}
    over = ""
    for row in body:
        if first and row[0] and not any(row[1:]):
            over = row[0]
            continue
        area = next((label for label in reversed(row[:first]) if 0 < len(label.split()) <= _LABEL_WORDS), "")
        for level, cell in zip(header[first:], row[first:], strict=False):
            if level:
                asked[level] += _ticked(cell, area) or criteria_in(cell, area or over)
    return {level: tuple(criteria) for level, criteria in asked.items()}


def _read_rows(header: Sequence[str], body: Sequence[Sequence[str]], column: int) -> dict[str, tuple[Criterion, ...]]:
    asked: dict[str, list[Criterion]] = {}
    grades = _grade_column(header, body, column)
    for row in body:
        level = row[column] if len(row) > column else ""
        if not level:
            continue
        twice = grades is not None and len({row[grades] for row in body if row[column : column + 1] == (level,)}) > 1
        found = asked.setdefault(f"{level} ({row[grades]})" if grades is not None and twice else level, [])
        for at, cell in enumerate(row):
            if at != column and at < len(header):
                found += _ticked(cell, header[at]) or criteria_in(cell, header[at])
    return {level: tuple(criteria) for level, criteria in asked.items()}


def _grade_column(header: Sequence[str], body: Sequence[Sequence[str]], column: int) -> int | None:
    """The column of a row's grade beside its title, where every row has one."""
    for at, cell in enumerate(header):
        if at != column and _NAME_COLUMN.search(cell) and not _OTHER_COLUMN.search(cell):
            cells = [row[at] if len(row) > at else "" for row in body if len(row) > column and row[column]]
            if all(_bears_grade(one) for one in cells):
                return at
    return None


def _bears_grade(cell: str) -> bool:
    return len(cell.split()) <= 2 and (grade_of(cell) is not None or cell.strip(" .").isdigit())


def _ticked(cell: str, label: str) -> list[Criterion]:
    """What a row of marks asks: its label, where the cell is a tick."""
    half = _HALVES.match(cell)
    if not label or not (half or _TICKS.match(cell)):
        return []
    return [Criterion(text=f"{plain_name(label)} (in part)" if half else plain_name(label))]


def criteria_in(cell: str, area: str) -> list[Criterion]:
    """The things a cell asks, apart at line breaks, semicolons and bullets."""
    parts = (part.strip(" *-\t\xa0") for part in _PARTS.split(html.unescape(cell)))
    return [
        _criterion(part, plain_name(area))
        for part in parts
        if part.casefold() not in _EMPTY and not _CROSSES.match(part)
    ]


def _criterion(text: str, area: str) -> Criterion:
    """A thing asked; one that stands under nothing may bear its own heading: "Time in role: 12 months"."""
    headed = _HEADED.match(text) if not area else None
    return Criterion(text=headed["text"], area=headed["area"]) if headed else Criterion(text=text, area=area)
