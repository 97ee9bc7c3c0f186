"""Which words of a DOCX a person can see: not those marked hidden, white on white, or set in tiny letters."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_TINY_HALF_POINTS = 6
_WHITE_FROM = 0xF0
_DEEPEST = 12
_OFF = frozenset({"0", "false", "none", "off"})


def is_seen(run: Any, paragraph: Paragraph) -> bool:
    """Whether a person can see the words of one run.

    Its own marks go before those of its character style, and those before the marks of the paragraph's style. White
    letters are seen on a shaded run, paragraph or table cell, and in a text box.

    Args:
        run: the run's XML element.
        paragraph: the paragraph it stands in, for the styles.
    """
    marks = [run.rPr, *_style_marks(run.rPr, paragraph), *_chain(paragraph.style)]
    if _is_on(_first(marks, "w:vanish")) or _is_tiny(_first(marks, "w:sz")):
        return False
    return not _is_white(_first(marks, "w:color")) or _is_shaded(run)


def _style_marks(own: Any, paragraph: Paragraph) -> list[Any]:
    """The marks of the character style that a run names."""
    named = own.find(qn("w:rStyle")) if own is not None else None
    if named is None:
        return []
    return _chain(paragraph.part.get_style(named.get(qn("w:val")), WD_STYLE_TYPE.CHARACTER))


def _chain(style: Any) -> list[Any]:
    """The marks of a style and of those it builds on, nearest first."""
    marks: list[Any] = []
    while style is not None and len(marks) < _DEEPEST:
        marks.append(style.element.find(qn("w:rPr")))
        style = getattr(style, "base_style", None)
    return marks


def _first(marks: list[Any], name: str) -> Any:
    found = (one.find(qn(name)) for one in marks if one is not None)
    return next((one for one in found if one is not None), None)


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(qn("w:val"), "1") not in _OFF


def _is_tiny(size: Any) -> bool:
    half_points = size.get(qn("w:val"), "") if size is not None else ""
    return half_points.isdecimal() and int(half_points) < _TINY_HALF_POINTS


def _is_white(colour: Any) -> bool:
    said = colour.get(qn("w:val"), "") if colour is not None else ""
    try:
        return len(said) == 6 and min(bytes.fromhex(said)) >= _WHITE_FROM
    except ValueError:
        return False


def _is_shaded(run: Any) -> bool:
    """Whether something darker than paper lies under a run."""
    around = [run, *run.iterancestors()]
    if any(one.tag == qn("w:txbxContent") for one in around):
        return True
    marks = (one.find(qn(name)) for one in around for name in ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr"))
    shades = (shade for one in marks if one is not None for shade in one.findall(qn("w:shd")))
    fills = (shade.get(qn("w:fill"), "auto") for shade in shades)
    return any(fill.lower() not in ("auto", "ffffff") for fill in fills)
