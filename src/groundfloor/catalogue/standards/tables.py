"""Tables as their publishers ship them: CSV, tab-separated text or XLSX, headings wherever they stand."""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from groundfloor.catalogue.standards.registry import Table
from groundfloor.catalogue.standards.workbook import iter_sheet_rows
from groundfloor.errors import GroundfloorError

FILE_LIMIT_BYTES = 200_000_000
_HEADING_ROWS = 30
"""How many rows are looked through for the headings; crosswalks begin with a page of remarks."""
_FIELD_LIMIT = 1_000_000


def read_rows(path: Path, table: Table) -> list[dict[str, str]]:
    """The rows of a table, each under the registry's own column names; rows without the first column are left out.

    Raises:
        GroundfloorError: ``file-missing``, ``file-too-large``, ``file-not-its-kind``, or ``table-broken`` naming the
            columns that were looked for.
    """
    rows = _iter_cells(path)
    top = list(islice(rows, _HEADING_ROWS))
    for number, heads in enumerate(top):
        columns = table.find_columns(heads)
        if columns is not None:
            key = next(iter(table.columns))
            named = _named(chain(top[number + 1 :], rows), columns)
            return [row for row in named if row[key]]
    message = f"{path.name} is not the table {table.name!r} of {table.standard}: its headings are not there."
    raise GroundfloorError("table-broken", message, hint=f"Looked for: {', '.join(table.needed())}.")


def digest_of(path: Path) -> str:
    """The BLAKE2 digest of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _named(rows: Iterable[Sequence[str]], columns: dict[str, int]) -> Iterator[dict[str, str]]:
    for row in rows:
        yield {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}


def _iter_cells(path: Path) -> Iterator[list[str]]:
    if not path.is_file():
        raise GroundfloorError("file-missing", f"There is no file {path}.")
    if path.stat().st_size > FILE_LIMIT_BYTES:
        raise GroundfloorError("file-too-large", f"{path.name} is larger than {FILE_LIMIT_BYTES / 1e6:.0f} MB.")
    return iter_sheet_rows(path) if path.suffix.lower() == ".xlsx" else _iter_text_rows(path)


def _iter_text_rows(path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(_FIELD_LIMIT)
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file, delimiter=delimiter)
    except (UnicodeDecodeError, csv.Error) as error:
        message = f"{path.name} cannot be read as a table: {error}."
        raise GroundfloorError("file-not-its-kind", message, hint="It must be UTF-8 text.") from error
