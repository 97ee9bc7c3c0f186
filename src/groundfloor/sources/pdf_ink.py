"""Which letters of a PDF page a person can see: not those in the colour under them, tiny, covered or cut off."""

import ctypes
from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_TINY_POINTS, _USUAL_PAGE_POINTS, _LARGEST_PAGE_POINTS = 3.0, 700.0, 4000.0
_BESIDE_POINTS = 2.0
_SQUEEZED_SHARE = 0.03
_WHITE_FROM, _DARK_BELOW = 0xE1, 0xD0
"""A colour whose least channel reaches the first is white paper; one with a channel below the second shows on it."""
_SEEN_ALPHA = 0x18
_DOTS_A_POINT, _MIDDLE_FROM, _FAINTEST = 0.6, 0.2, 16
_BAR_POINTS = 5.0
_FILLED_MODES = (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
_DEEPEST = 4

Box = tuple[float, float, float, float]


class Ink(NamedTuple):
    """How a run of letters is drawn: a number for its font, and whether it shows on paper, and anywhere at all."""

    font: int
    on_paper: bool
    at_all: bool


class PageInk:
    """What can be seen on one page.

    White or unpainted letters are seen where something is painted under them: a dark bar, a picture (of a scanned
    page), a shading.

    Args:
        page: the page, as pypdfium2 gives it.
    """

    def __init__(self, page: Any) -> None:
        self._page = page
        self._edges: Box = page.get_bbox()
        left, bottom, right, top = self._edges
        self._tiny = _TINY_POINTS * min(1.0, max(right - left, top - bottom) / _USUAL_PAGE_POINTS)
        self._channels = [c_uint() for _ in range(4)]
        self._channel_places = [byref(channel) for channel in self._channels]

    def ink_of(self, text_object: Any) -> Ink:
        """How the letters of one text object are drawn."""
        if not text_object:
            return Ink(0, True, True)
        font = pdfium.FPDFTextObj_GetFont(text_object)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        on_paper, at_all = mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, True
        if mode in _FILLED_MODES and pdfium.FPDFPageObj_GetFillColor(text_object, *self._channel_places):
            red, green, blue, alpha = (channel.value for channel in self._channels)
            on_paper, at_all = min(red, green, blue) < _WHITE_FROM, alpha >= _SEEN_ALPHA
        return Ink(ctypes.addressof(font.contents) if font else 0, on_paper, at_all)

    def is_seen(self, ink: Ink, box: Box) -> bool:
        """Whether a letter can be seen: drawn like that, in that box (left, bottom, right, top in points)."""
        left, bottom, right, top = box
        if not ink.at_all or 0 < max(right - left, top - bottom) < self._tiny:
            return False
        if 0 < right - left < _SQUEEZED_SHARE * (top - bottom):
            return False
        at = ((left + right) / 2, (bottom + top) / 2)
        if not _holds(self._edges, at, _BESIDE_POINTS):
            return False
        return ink.on_paper or any(_holds(one, at, 0.0) for one in self._backdrops)

    @cached_property
    def _backdrops(self) -> list[Box]:
        """The boxes of all that is painted darker than paper."""
        raw = self._page.raw
        objects = (pdfium.FPDFPage_GetObject(raw, at) for at in range(pdfium.FPDFPage_CountObjects(raw)))
        return [_bounds(one) for one in objects if _is_backdrop(one, 0)]


class PageMarks:
    """The page as painted, to ask whether anything shows in a place.

    Args:
        page: the page, as pypdfium2 gives it.
    """

    def __init__(self, page: Any) -> None:
        self._left, bottom, right, self._top = page.get_bbox()
        sides = (right - self._left, self._top - bottom)
        can_tell = page.get_rotation() == 0 and min(sides) > _BAR_POINTS and max(sides) < _LARGEST_PAGE_POINTS
        self._grey = page.render(scale=_DOTS_A_POINT, grayscale=True).to_numpy() if can_tell else None

    def has_any(self, box: Box) -> bool:
        """Whether the middle of a box holds light and dark; True also on a page turned or of no usual size."""
        if self._grey is None:
            return True
        left, bottom, right, top = box
        slack = (top - bottom) * _MIDDLE_FROM
        rows = _dots(self._top - top + slack, self._top - bottom - slack)
        columns = _dots(left - self._left, right - self._left)
        middle = self._grey[rows, columns]
        return middle.size == 0 or int(middle.max()) - int(middle.min()) >= _FAINTEST


def _dots(start: float, end: float) -> slice:
    first = max(0, int(start * _DOTS_A_POINT))
    return slice(first, max(first, int(end * _DOTS_A_POINT) + 1))


def _holds(box: Box, at: tuple[float, float], slack: float) -> bool:
    return box[0] - slack <= at[0] <= box[2] + slack and box[1] - slack <= at[1] <= box[3] + slack


def _fill(page_object: Any) -> tuple[int, int, int, int] | None:
    channels = [c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(page_object, *map(byref, channels)):
        return None
    red, green, blue, alpha = (channel.value for channel in channels)
    return red, green, blue, alpha


def _bounds(page_object: Any) -> Box:
    sides = [c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(page_object, *map(byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _is_backdrop(page_object: Any, depth: int) -> bool:
    kind = pdfium.FPDFPageObj_GetType(page_object)
    if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
        return True
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        return _is_painted(page_object)
    is_form = kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST
    return is_form and any(_is_backdrop(one, depth + 1) for one in _iter_form(page_object))


def _iter_form(form: Any) -> Iterator[Any]:
    for at in range(pdfium.FPDFFormObj_CountObjects(form)):
        yield pdfium.FPDFFormObj_GetObject(form, at)


def _is_painted(path: Any) -> bool:
    """Whether a path is filled with something darker than paper, or is a line as thick as a bar."""
    fill_mode, is_stroked, width = c_int(), c_int(), c_float()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill_mode), byref(is_stroked))
    if fill_mode.value:
        colour = _fill(path)
        return colour is None or (min(colour[:3]) < _DARK_BELOW and colour[3] >= _SEEN_ALPHA)
    pdfium.FPDFPageObj_GetStrokeWidth(path, byref(width))
    return bool(is_stroked.value) and width.value >= _BAR_POINTS
