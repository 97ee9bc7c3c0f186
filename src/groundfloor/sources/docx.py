"""Words of a DOCX in reading order: paragraphs, tables (also when the page is laid out in them), text boxes."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from groundfloor.model.document import LineLook
from groundfloor.sources.docx_ink import is_seen
from groundfloor.sources.file_text import FileText
from groundfloor.sources.zipped import broken, open_zipped

_DAMAGE = (
    *(OpcError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(LookupError, ValueError, SyntaxError, AttributeError, TypeError),
)
"""What the archive, the XML reader and python-docx raise where a file, or the package's own lists, are damaged."""


class _Line(NamedTuple):
    text: str
    bold: bool = False
    hidden: str = ""


def read_docx(data: bytes, where: str) -> FileText:
    """Reads the words of a DOCX that a person can see.

    Args:
        data: the file's bytes.
        where: the file's name, for errors.

    Returns:
        The text, one paragraph a line, the look of each line, and the words that nobody can see. Table rows of
        single-line cells become one line with tabs; rows of longer cells are read cell by cell.

    Raises:
        GroundfloorError: ``file-not-its-kind``, ``file-too-large``.
    """
    open_zipped(data, where).close()
    try:
        document = docx.Document(BytesIO(data))
        lines = [line for part in document.sections[:1] for line in _iter_block(part.header) if _holds_words(line)]
        lines += _iter_block(document)
    except _DAMAGE as error:
        raise broken(where) from error
    looks = tuple(LineLook(bold=line.bold) for line in lines)
    return FileText("\n".join(line.text for line in lines), looks, " ".join(one.hidden for one in lines if one.hidden))


def _holds_words(line: _Line) -> bool:
    return bool(line.text.strip() or line.hidden)


def _iter_block(container: Any) -> Iterator[_Line]:
    for item in container.iter_inner_content():
        if isinstance(item, Paragraph):
            yield from _paragraph_lines(item)
        elif isinstance(item, Table):
            yield from _table_lines(item)


def _paragraph_lines(paragraph: Paragraph) -> Iterator[_Line]:
    style = paragraph.style.name if paragraph.style is not None else None
    runs = [run for item in paragraph.iter_inner_content() for run in getattr(item, "runs", [item])]
    seen = [run for run in runs if is_seen(run._r, paragraph)]
    inked = [run for run in seen if run.text.strip()]
    bold = (style or "").startswith(("Heading", "Title")) or bool(inked and all(run.bold for run in inked))
    bullet = "• " if (style or "").startswith("List") or paragraph._p.find(f".//{qn('w:numPr')}") is not None else ""
    hidden = " ".join(run.text for run in runs if run not in seen)
    for text in "".join(run.text for run in seen).split("\n"):
        yield _Line(bullet + text if text.strip() else "", bold, hidden)
        hidden = ""
    yield from _text_box_lines(paragraph)


def _text_box_lines(paragraph: Paragraph) -> Iterator[_Line]:
    """Words in text boxes; the copy kept for old programs is passed over."""
    for box in paragraph._p.iter(qn("w:txbxContent")):
        if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):
            for inner in box.iter(qn("w:p")):
                seen = [run for run in inner.iter(qn("w:r")) if is_seen(run, paragraph)]
                yield _Line("".join(node.text or "" for run in seen for node in run.iter(qn("w:t"))))


def _table_lines(table: Table) -> Iterator[_Line]:
    for row in table.rows:
        cells, seen = [], set()
        for cell in row.cells:
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                cells.append([line for line in _iter_block(cell) if _holds_words(line)])
        cells = [cell for cell in cells if cell]
        if cells and all(len(cell) == 1 for cell in cells):
            firsts = [cell[0] for cell in cells]
            hidden = " ".join(one.hidden for one in firsts if one.hidden)
            yield _Line("\t".join(one.text for one in firsts if one.text), all(one.bold for one in firsts), hidden)
        else:
            for cell in cells:
                yield from cell
        yield _Line("")
