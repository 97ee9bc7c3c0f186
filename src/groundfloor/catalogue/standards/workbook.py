"""The rows of the first sheet of an XLSX workbook, streamed, with bounds on what is unpacked."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from groundfloor.errors import GroundfloorError

UNPACKED_LIMIT_BYTES = 400_000_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_FAULTS = (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, ValueError, IndexError, EOFError, OSError)


def iter_sheet_rows(path: Path) -> Iterator[list[str]]:
    """Every row of the first sheet as texts, empty cells as empty texts.

    Raises:
        GroundfloorError: ``file-not-its-kind`` when it is no workbook, or one that declares entities of its own;
            ``file-too-large`` when it would unpack to more than 400 MB.

    Source: ECMA-376, Office Open XML, part 1, SpreadsheetML.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED_LIMIT_BYTES:
                limit = f"{UNPACKED_LIMIT_BYTES / 1e6:.0f} MB"
                raise GroundfloorError("file-too-large", f"{path.name} would unpack to more than {limit}.")
            strings = _read_strings(archive) if _STRINGS in archive.namelist() else []
            with archive.open(_SHEET) as sheet:
                yield from _iter_rows(sheet, strings)
    except _FAULTS as error:
        message = f"{path.name} is named like a workbook but cannot be read as one."
        raise GroundfloorError("file-not-its-kind", message, hint="Save or download it again.") from error


def _read_strings(archive: zipfile.ZipFile) -> list[str]:
    with archive.open(_STRINGS) as source:
        return ["".join(part.text or "" for part in item.iter(f"{_MAIN}t")) for item in _elements(source, "si")]


def _iter_rows(sheet: IO[bytes], strings: list[str]) -> Iterator[list[str]]:
    for row in _elements(sheet, "row"):
        cells: list[str] = []
        for place, cell in enumerate(row.iter(f"{_MAIN}c")):
            column = _column(cell.get("r") or "") if cell.get("r") else place
            cells += [""] * (column - len(cells))
            cells.append(_text(cell, strings))
        yield cells


def _elements(source: IO[bytes], name: str) -> Iterator[ElementTree.Element]:
    """Each whole element of a name, forgotten once it has been used; a document type is refused."""
    parents: list[ElementTree.Element] = []
    if b"<!DOCTYPE" in source.read(1024):
        raise ValueError("a workbook declares no document type")
    source.seek(0)
    for event, element in ElementTree.iterparse(source, events=("start", "end")):
        if event == "start":
            parents.append(element)
            continue
        parents.pop()
        if element.tag == _MAIN + name:
            yield element
            if parents:
                parents[-1].remove(element)


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    if not 0 < number <= 16_384:
        raise ValueError(f"no column {reference}")
    return number - 1


def _text(cell: ElementTree.Element, strings: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value
