"""Words of a DOCX in reading order: paragraphs, tables (also when the page is laid out in them), text boxes."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from groundfloor.model.document import LineLook
from groundfloor.sources.zipped import broken, open_zipped

_Line = tuple[str, bool]


def read_docx(data: bytes, where: str) -> tuple[str, tuple[LineLook, ...]]:
    """Reads the words of a DOCX.

    Args:
        data: the file's bytes.
        where: the file's name, for errors.

    Returns:
        The text, one paragraph a line, and the look of each line. Table rows of single-line cells become one line with
        tabs; rows of longer cells are read cell by cell.

    Raises:
        GroundfloorError: ``file-not-its-kind``, ``file-too-large``.
    """
    open_zipped(data, where).close()
    try:
        document = docx.Document(BytesIO(data))
        lines = [line for part in document.sections[:1] for line in _iter_block(part.header) if line[0].strip()]
        lines += _iter_block(document)
    except (OpcError, KeyError, ValueError, SyntaxError, zlib.error, zipfile.BadZipFile, EOFError) as error:
        raise broken(where) from error
    looks = tuple(LineLook(bold=bold) for _, bold in lines)
    return "\n".join(text for text, _ in lines), looks


def _iter_block(container: Any) -> Iterator[_Line]:
    for item in container.iter_inner_content():
        if isinstance(item, Paragraph):
            yield from _paragraph_lines(item)
        elif isinstance(item, Table):
            yield from _table_lines(item)


def _paragraph_lines(paragraph: Paragraph) -> Iterator[_Line]:
    style = paragraph.style.name if paragraph.style is not None else None
    inked = [run for run in paragraph.runs if run.text.strip()]
    bold = (style or "").startswith(("Heading", "Title")) or bool(inked and all(run.bold for run in inked))
    bullet = "• " if (style or "").startswith("List") or paragraph._p.find(f".//{qn('w:numPr')}") is not None else ""
    for text in paragraph.text.split("\n"):
        yield (bullet + text if text.strip() else "", bold)
    yield from _text_box_lines(paragraph)


def _text_box_lines(paragraph: Paragraph) -> Iterator[_Line]:
    """Words in text boxes; the copy kept for old programs is passed over."""
    for box in paragraph._p.iter(qn("w:txbxContent")):
        if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):
            for inner in box.iter(qn("w:p")):
                yield ("".join(node.text or "" for node in inner.iter(qn("w:t"))), False)


def _table_lines(table: Table) -> Iterator[_Line]:
    for row in table.rows:
        cells, seen = [], set()
        for cell in row.cells:
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                cells.append([line for line in _iter_block(cell) if line[0].strip()])
        cells = [cell for cell in cells if cell]
        if cells and all(len(cell) == 1 for cell in cells):
            yield ("\t".join(cell[0][0] for cell in cells), all(cell[0][1] for cell in cells))
        else:
            for cell in cells:
                yield from cell
        yield ("", False)
