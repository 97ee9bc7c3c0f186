"""CSV and Parquet tables, one posting a row."""

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding
from groundfloor.sources.decoding import decode_text

_LONGEST_CELL_CHARACTERS = 10_000_000


def iter_csv(path: Path) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """Yields each row of a table with a heading row; comma, semicolon or tab is found by itself."""
    text, findings = decode_text(path.read_bytes(), path.name)
    yield from findings
    csv.field_size_limit(min(sys.maxsize, _LONGEST_CELL_CHARACTERS))
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(rows, start=2):
            extra = row.pop(None, None)
            if extra:
                yield _misshapen(path, number, f"it has {len(extra)} more cells than the heading")
            yield number, {key: value for key, value in row.items() if value}
    except csv.Error as error:
        yield _misshapen(path, rows.line_num, str(error))


def iter_parquet(path: Path) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """Yields each row of a Parquet file, a batch at a time.

    Raises:
        GroundfloorError: ``feature-missing`` without pyarrow, ``file-not-its-kind`` when the file is not Parquet.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        hint = "Install it with: pip install 'groundfloor[parquet]'"
        raise GroundfloorError("feature-missing", "Reading Parquet needs pyarrow.", hint=hint) from error
    try:
        with parquet.ParquetFile(path) as file:
            rows = (row for batch in file.iter_batches() for row in batch.to_pylist())
            yield from enumerate(rows, start=1)
    except pyarrow.ArrowInvalid as error:
        raise GroundfloorError("file-not-its-kind", f"{path.name} is not a Parquet file.") from error


def _misshapen(path: Path, number: int, reason: str) -> Finding:
    return Finding(
        code="record-broken",
        severity="warning",
        message=f"This row is misshapen: {reason}.",
        where=f"{path.name} line {number}",
        hint="Put cells that hold commas or line breaks in double quotes.",
    )
