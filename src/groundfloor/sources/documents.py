"""A person's file as a document: what kind it is by its content, and the text in it."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from groundfloor.errors import GroundfloorError
from groundfloor.model.document import Document, DocumentKind
from groundfloor.sources.decoding import decode_text, is_binary
from groundfloor.sources.file_text import FileText, find_hidden_finding

SIZE_LIMIT_BYTES = 20_000_000
STANDARD_INPUT = "-"

_KIND_OF_ENDING: dict[str, DocumentKind] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".json": "json_resume",
}
"""Endings that promise a format which cannot be mistaken for plain text."""

_NOT_DOCUMENTS = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"\xd0\xcf\x11\xe0": "a Word file of the old kind (.doc)",
    b"\x7fELF": "a program",
    b"MZ": "a program",
}
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table)\b", re.I | re.S)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""Halves of UTF-16 pairs, which broken fonts and escapes in JSON leave; they are no text and cannot be written."""
_PDF_WITHIN_BYTES = 1024


def read_document(path: str | Path, *, size_limit_bytes: int = SIZE_LIMIT_BYTES) -> Document:
    """Reads a résumé file: PDF, DOCX, ODT, RTF, HTML, Markdown, text, JSON Resume, Europass XML, LinkedIn export.

    The content decides what the file is; the name only tells when the two disagree.

    Args:
        path: the file, or ``-`` for text on standard input.
        size_limit_bytes: larger files are refused; the unpacked size of zipped formats is bounded too.

    Returns:
        The document; broken bytes of a text file or web page are replaced and noted as finding
        ``text-broken-encoding``. Words of a PDF, DOCX or web page that nobody can see are left out and noted as
        ``text-hidden``.

    Raises:
        GroundfloorError: ``file-missing``, ``file-unreadable``, ``file-empty``, ``file-too-large``,
            ``file-not-its-kind``, ``format-unknown``, ``pdf-encrypted``, ``pdf-without-text``.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder) / "ada.txt"
        ...     _ = file.write_text("Cashier, 2012 to 2014")
        ...     read_document(file).id
        'ada'
    """
    if str(path) == STANDARD_INPUT:
        return document_from_bytes(sys.stdin.buffer.read(size_limit_bytes + 1), "-", size_limit_bytes=size_limit_bytes)
    return document_from_bytes(_read_bytes(Path(path), size_limit_bytes), str(path), size_limit_bytes=size_limit_bytes)


def document_from_bytes(data: bytes, name: str, *, size_limit_bytes: int = SIZE_LIMIT_BYTES) -> Document:
    """Reads a résumé that is already in memory, as from an upload. See :func:`read_document`.

    Args:
        data: the file's content.
        name: the file's name; without its folder and ending it is the document's id.
        size_limit_bytes: larger content is refused.
    """
    where = Path(name).name
    if len(data) > size_limit_bytes:
        raise _too_large(where, size_limit_bytes)
    if not data.strip():
        raise GroundfloorError("file-empty", f"{where} is empty.")
    kind = _kind_of(data, where)
    ending = Path(name).suffix.lower()
    if kind == "text" and ending in _KIND_OF_ENDING:
        raise GroundfloorError(
            "file-not-its-kind",
            f"{where} is named {ending} but is not such a file.",
            hint="Open it in the program that made it and save it again.",
        )
    text, looks, hidden, broken = _READERS[kind](data, where)
    text = _HALF_CHARACTER.sub("\ufffd", text)
    if not text.strip():
        raise GroundfloorError("file-empty", f"{where} holds no words.")
    unseen = find_hidden_finding(hidden, where)
    findings = (*broken, unseen) if unseen else broken
    return Document(id=Path(where).stem or where, text=text, kind=kind, looks=looks, findings=findings)


def _read_bytes(path: Path, size_limit_bytes: int) -> bytes:
    try:
        if path.stat().st_size > size_limit_bytes:
            raise _too_large(path.name, size_limit_bytes)
        return path.read_bytes()
    except FileNotFoundError as error:
        hint = "Check the name and the folder."
        raise GroundfloorError("file-missing", f"There is no file {path}.", hint=hint) from error
    except OSError as error:
        raise GroundfloorError("file-unreadable", f"{path} cannot be opened ({error.strerror}).") from error


def _too_large(where: str, size_limit_bytes: int) -> GroundfloorError:
    return GroundfloorError(
        "file-too-large",
        f"{where} is larger than {size_limit_bytes / 1e6:.0f} MB.",
        hint="A résumé is rarely above 1 MB: save it without pictures.",
    )


def _kind_of(data: bytes, where: str) -> DocumentKind:
    if b"%PDF-" in data[:_PDF_WITHIN_BYTES]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        from groundfloor.sources.zipped import zipped_kind

        return zipped_kind(data, where)
    if data.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    what = next((name for mark, name in _NOT_DOCUMENTS.items() if data.startswith(mark)), None)
    if what is None and is_binary(data[:4096]):
        what = "not a text"
    if what:
        raise GroundfloorError(
            "format-unknown", f"{where} is {what}.", hint="Give PDF, DOCX, ODT, RTF, HTML, JSON Resume or plain text."
        )
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        from groundfloor.sources.json_resume import is_json_resume

        return "json_resume" if is_json_resume(data) else "text"
    if b"europass.eu" in data[:4096] and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "europass"
    return "html" if _HTML.match(decode_text(data[:4096], where)[0]) else "text"


def _read_text(data: bytes, where: str) -> FileText:
    text, findings = decode_text(data, where)
    return FileText(text, findings=findings)


def _read_html(data: bytes, where: str) -> FileText:
    from groundfloor.sources.html_page import read_html

    text, findings = decode_text(data, where)
    return read_html(text)._replace(findings=findings)


def _read_pdf(data: bytes, where: str) -> FileText:
    from groundfloor.sources.pdf import read_pdf

    return read_pdf(data, where)


def _read_docx(data: bytes, where: str) -> FileText:
    from groundfloor.sources.docx import read_docx

    return read_docx(data, where)


def _read_odt(data: bytes, where: str) -> FileText:
    from groundfloor.sources.odt import read_odt

    return FileText(*read_odt(data, where))


def _read_rtf(data: bytes, where: str) -> FileText:
    from groundfloor.sources.rtf import read_rtf

    return FileText(*read_rtf(data, where))


def _read_json_resume(data: bytes, where: str) -> FileText:
    from groundfloor.sources.json_resume import read_json_resume

    return FileText(*read_json_resume(data, where))


def _read_linkedin(data: bytes, where: str) -> FileText:
    from groundfloor.sources.linkedin import read_linkedin

    return FileText(*read_linkedin(data, where))


def _read_europass(data: bytes, where: str) -> FileText:
    from groundfloor.sources.europass import read_europass

    return FileText(*read_europass(data, where))


_READERS: dict[DocumentKind, Callable[[bytes, str], FileText]] = {
    "pdf": _read_pdf,
    "docx": _read_docx,
    "odt": _read_odt,
    "rtf": _read_rtf,
    "html": _read_html,
    "json_resume": _read_json_resume,
    "linkedin": _read_linkedin,
    "europass": _read_europass,
    "text": _read_text,
}
