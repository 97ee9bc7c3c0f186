"""Words of an ODT in reading order."""

from collections.abc import Iterator
from xml.etree import ElementTree

from groundfloor.model.document import LineLook
from groundfloor.sources.zipped import broken, open_zipped, read_entry

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_NOT_READ = frozenset({f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note"})


def read_odt(data: bytes, where: str) -> tuple[str, tuple[LineLook, ...]]:
    """Reads the words of an OpenDocument text; headings count as bold.

    Args:
        data: the file's bytes.
        where: the file's name, for errors.

    Returns:
        The text, one paragraph a line (cells of a table row parted by tabs), and the look of each line.

    Raises:
        GroundfloorError: ``file-not-its-kind``, ``file-too-large``.
    """
    with open_zipped(data, where) as archive:
        content = read_entry(archive, "content.xml", where)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise broken(where)
    try:
        body = ElementTree.fromstring(content).find(f"{_OFFICE}body/{_OFFICE}text")
        lines = [] if body is None else list(_iter_lines(body))
    except (ElementTree.ParseError, RecursionError) as error:
        raise broken(where) from error
    return "\n".join(text for text, _ in lines), tuple(LineLook(bold=bold) for _, bold in lines)


def _iter_lines(element: ElementTree.Element) -> Iterator[tuple[str, bool]]:
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            for text in "".join(_iter_words(child)).split("\n"):
                yield text, child.tag == f"{_TEXT}h"
        elif child.tag == f"{_TABLE}table-row":
            yield from _row_lines(child)
        elif child.tag == f"{_TEXT}list-item":
            yield from ((f"• {text}", bold) for text, bold in _iter_lines(child) if text.strip())
        elif child.tag not in _NOT_READ:
            yield from _iter_lines(child)


def _row_lines(row: ElementTree.Element) -> Iterator[tuple[str, bool]]:
    cells = [[line for line in _iter_lines(cell) if line[0].strip()] for cell in row]
    cells = [cell for cell in cells if cell]
    if cells and all(len(cell) == 1 for cell in cells):
        yield "\t".join(cell[0][0] for cell in cells), all(cell[0][1] for cell in cells)
    else:
        for cell in cells:
            yield from cell


def _iter_words(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _NOT_READ:
            yield from _iter_words(child)
        yield child.tail or ""
