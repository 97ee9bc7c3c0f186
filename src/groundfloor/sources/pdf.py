"""Text of a PDF in reading order: own spacing between words, columns read one after the other."""

import ctypes
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from groundfloor.errors import GroundfloorError
from groundfloor.sources.file_text import FileText
from groundfloor.sources.page_layout import Line, Piece, lay_out_page, without_running_lines
from groundfloor.sources.pdf_ink import Box, PageInk, PageMarks

_SPACE_SHARE = 0.09
"""A gap above this share of the letter height parts two words (real files leave 0.12 and more, letters below 0.04)."""
_CELL_SHARE = 1.6
"""A gap above this share of the letter height parts two cells of a row."""
_OVERHANG_SHARE = 0.05
_BASELINE_SHARE = 0.35
_BACK_SHARE = 0.7
_LETTERS_DRAWN_ALONE = 3
_BOLD_WEIGHT, _FONT_NAME_BYTES = 600, 64
_BOLD_MARKS = (b"bold", b"black", b"heavy", b"semibold", b"demi")
_PLAIN = {
    **dict.fromkeys((0x02, 0xAD, 0xFFFE, 0xFFFF), "-"),
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF076, 0xF0D8), "•"),
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
}
"""Soft hyphens, bullets of symbol fonts and ligatures as people write them."""

_ONE_AT_A_TIME = threading.Lock()
"""PDFium may be used by one thread only."""


class _Letter(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    height: float
    place: int
    font: int
    drawn: int
    is_seen: bool


def read_pdf(data: bytes, where: str) -> FileText:
    """Reads the words of a PDF that a person can see.

    Args:
        data: the file's bytes.
        where: the file's name, for errors.

    Returns:
        The text, pages one after the other, the look of each line, and the words that nobody can see.

    Raises:
        GroundfloorError: ``pdf-encrypted``, ``pdf-without-text``, ``file-not-its-kind``.
    """
    with _ONE_AT_A_TIME:
        document = _open(data, where)
        try:
            read = [_read_page(page) for page in document]
        except pypdfium2.PdfiumError as error:
            raise _broken(where) from error
        finally:
            document.close()
    lines = [line for page in without_running_lines([lines for lines, _ in read]) for line in page]
    if not any(text.strip() for text, _ in lines):
        raise GroundfloorError(
            "pdf-without-text",
            f"{where} holds no text: its pages are pictures or empty.",
            hint="Run text recognition (OCR) on it first, or save the original as DOCX or PDF with text.",
        )
    hidden = " ".join(words for _, words in read if words)
    return FileText("\n".join(text for text, _ in lines), tuple(look for _, look in lines), hidden)


def _open(data: bytes, where: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise GroundfloorError(
                "pdf-encrypted", f"{where} asks for a password.", hint="Save a copy without a password."
            ) from error
        raise _broken(where) from error


def _broken(where: str) -> GroundfloorError:
    return GroundfloorError(
        "file-not-its-kind", f"{where} begins like a PDF but is broken.", hint="Save or download it again."
    )


def _read_page(page: Any) -> tuple[list[Line], str]:
    """The lines of a page, and the words on it that cannot be seen."""
    textpage = page.get_textpage()
    try:
        letters = _without_overhang(list(_iter_letters(textpage, PageInk(page))))
        runs = list(_iter_runs([one for one in letters if one.is_seen]))
        shown, unmarked = _without_unmarked(runs, PageMarks(page))
        hidden = [*unmarked, *_iter_runs([one for one in letters if not one.is_seen])]
        return lay_out_page([_piece(run, textpage) for run in shown]), " ".join(_spaced(run) for run in hidden)
    finally:
        textpage.close()
        page.close()


def _iter_letters(textpage: Any, page_ink: PageInk) -> Iterator[_Letter]:
    raw, box = textpage.raw, pdfium.FS_RECTF()
    for index in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(raw, index)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        text = _PLAIN.get(code) or chr(code)
        text_object = pdfium.FPDFText_GetTextObject(raw, index)
        ink = page_ink.ink_of(text_object)
        seen = page_ink.is_seen(ink, (box.left, box.bottom, box.right, box.top))
        drawn = ctypes.addressof(text_object.contents) if text_object else 0
        height = max(box.top - box.bottom, 1.0)
        yield _Letter(text, box.left, box.right, box.bottom, height, index, ink.font, drawn, seen)


def _without_overhang(letters: list[_Letter]) -> list[_Letter]:
    """Letters whose boxes reach far over the next one (an "f" in many fonts) cut back to where they usually end."""
    overlaps: dict[tuple[int, str], list[float]] = defaultdict(list)
    for letter, after in pairwise(letters):
        if abs(letter.bottom - after.bottom) < 1:
            overlaps[letter.font, letter.text].append((letter.right - after.left) / letter.height)
    usual = {key: sorted(shares)[len(shares) * 3 // 4] for key, shares in overlaps.items()}
    return [
        letter._replace(right=letter.right - usual[letter.font, letter.text] * letter.height)
        if usual.get((letter.font, letter.text), 0.0) > _OVERHANG_SHARE
        else letter
        for letter in letters
    ]


def _iter_runs(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Letters of one cell: on one baseline, going right, without a wide gap."""
    run: list[_Letter] = []
    spaced = False
    for letter in letters:
        if not letter.text.strip() or letter.text == "\0":
            spaced = True
            continue
        if run and _drawn_twice(run[-1], letter):
            continue
        if run and not _goes_on(run[-1], letter):
            yield run
            run = []
        elif run and spaced:
            run.append(letter._replace(text=" ", place=-1, right=letter.left))
        run.append(letter)
        spaced = False
    if run:
        yield run


def _without_unmarked(runs: list[list[_Letter]], marks: PageMarks) -> tuple[list[list[_Letter]], list[list[_Letter]]]:
    """The runs that leave a mark on the painted page, and those that do not: covered, cut off, in their bar's colour.

    What is drawn in one go is judged by itself, so that unseen words right behind seen ones are found.
    """
    sizes = Counter(letter.drawn for run in runs for letter in run)
    shown: list[list[_Letter]] = []
    unmarked: list[list[_Letter]] = []
    for run in runs:
        together = groupby(run, lambda letter: letter.drawn if sizes[letter.drawn] > _LETTERS_DRAWN_ALONE else 0)
        parts = [list(part) for _, part in together]
        are_marked = [marks.has_any(_box(part)) for part in parts]
        if all(are_marked):
            shown.append(run)
            continue
        for part, is_marked in zip(parts, are_marked, strict=True):
            (shown if is_marked else unmarked).append(part)
    return shown, unmarked


def _box(run: list[_Letter]) -> Box:
    first = run[0]
    return first.left, first.bottom, run[-1].right, first.bottom + first.height


def _drawn_twice(last: _Letter, letter: _Letter) -> bool:
    """Whether a letter is the last one again, drawn once more to look bold."""
    near = 0.15 * last.height
    return letter.text == last.text and abs(letter.left - last.left) < near and abs(letter.bottom - last.bottom) < near


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    return (
        abs(letter.bottom - last.bottom) <= _BASELINE_SHARE * max(last.height, letter.height)
        and letter.left > last.right - _BACK_SHARE * last.height
        and letter.left - last.right < _CELL_SHARE * last.height
    )


def _piece(run: list[_Letter], textpage: Any) -> Piece:
    first, last = run[0], run[-1]
    height = max(letter.height for letter in run)
    return Piece(_spaced(run), first.left, last.right, first.bottom, height, _is_bold(textpage, first.place))


def _spaced(run: list[_Letter]) -> str:
    gaps = [b.left - a.right for a, b in pairwise(run)]
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) > 1 else 0.0
    parts = [run[0].text]
    for gap, letter in zip(gaps, run[1:], strict=True):
        if gap > max(usual, 0.0) + _SPACE_SHARE * letter.height and letter.text != " " and parts[-1] != " ":
            parts.append(" ")
        parts.append(letter.text)
    return "".join(parts)


def _is_bold(textpage: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(textpage.raw, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(textpage.raw, index, name, _FONT_NAME_BYTES, None)
    return any(mark in name.value.lower() for mark in _BOLD_MARKS)
