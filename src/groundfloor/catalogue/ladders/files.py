"""The file of a ladder as text: its size, its encoding and what kind it is."""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from groundfloor.catalogue.ladders.blocks import Table
from groundfloor.errors import GroundfloorError

_SIZE_AT_MOST, _LINES_AT_MOST = 1_000_000, 20_000
_SHORTER = "Give the part of it that holds the levels."
_HINT = "Give a Markdown page (.md), a table (.csv, .tsv) or .yaml."
_GARBLED = re.compile(
    "[\u00c2\u00c3\u00e2\u00f0][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3}"
)
"""UTF-8 that was once read as Windows-1252 and saved so: an arrow become three letters."""

MARKDOWN, TABLES, STRUCTURED = (".md", ".markdown", ".mdx", ".txt"), (".csv", ".tsv"), (".yaml", ".yml", ".json")


def read_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file and notes on its encoding. UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.

    Raises:
        GroundfloorError: ``file-missing``, ``file-unreadable``, ``file-too-large``, ``file-not-its-kind`` or
            ``format-unknown``.
    """
    if not path.is_file():
        raise GroundfloorError("file-missing", f"There is no file {path}.", hint="Check the name and the folder.")
    if path.suffix.lower() not in (*MARKDOWN, *TABLES, *STRUCTURED):
        raise GroundfloorError("format-unknown", f"{path.name} is no ladder that can be read.", hint=_HINT)
    if path.stat().st_size > _SIZE_AT_MOST:
        message = f"{path.name} is larger than {_SIZE_AT_MOST // 10**6} MB."
        raise GroundfloorError("file-too-large", message, hint=_SHORTER)
    try:
        return _decode(path.read_bytes(), path.name)
    except OSError as error:
        raise GroundfloorError("file-unreadable", f"{path} cannot be opened ({error.strerror}).") from error


def _decode(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    marked = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(marked)
        notes: tuple[str, ...] = ()
    except UnicodeDecodeError:
        text, notes = raw.decode("cp1252", errors="replace"), (f"{name} is not UTF-8; it was read as Windows-1252.",)
    if "\0" in text or "\ufffd" in text:
        raise GroundfloorError("file-not-its-kind", f"{name} is no text.", hint=_HINT)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > _LINES_AT_MOST:
        message = f"{name} has more than {_LINES_AT_MOST:,} lines; that is no ladder."
        raise GroundfloorError("file-too-large", message, hint=_SHORTER)
    mended = _GARBLED.sub(_mend, text)
    return mended, notes if mended == text else (*notes, f"{name} was once saved in a wrong encoding; that was mended.")


def _mend(garbled: re.Match[str]) -> str:
    raw = b"".join(one.encode("cp1252" if ord(one) > 0xFF else "latin-1") for one in garbled[0])
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return garbled[0]


def read_csv(text: str) -> Table:
    """The rows of a table, its cells apart by comma, semicolon, tab or bar."""
    if found := re.match(r"sep=(.)\n", text):
        rows = csv.reader(io.StringIO(text[found.end() :]), delimiter=found[1])
        return _table(rows)
    try:
        apart = csv.Sniffer().sniff(text[:4000], delimiters=",;\t|").delimiter
    except csv.Error:
        apart = ","
    return _table(csv.reader(io.StringIO(text), delimiter=apart))


def _table(rows: Iterable[list[str]]) -> Table:
    return Table(rows=tuple(tuple(cell.strip() for cell in row) for row in rows if any(cell.strip() for cell in row)))
