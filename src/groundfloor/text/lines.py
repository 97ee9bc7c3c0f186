"""Cuts cleaned text into statements: what one line, bullet or sentence says."""

import re
from typing import NamedTuple

_BREAK = re.compile(
    r"(?=[\s\"')*-])(?:"
    r"\n+"
    r"|(?<=[.!?])[\"')]*\s+(?=[A-Z\"'(\d])"
    r"|\*+(?=\s)|(?<=\s)\*+"
    r"|(?<=[.;:])\s+-+(?=\s|[A-Z])|(?<=[a-z)])-+\s(?=[A-Z])"
    r"|\s\|\s"
    r")"
)
_BULLET = re.compile(r"[\s\\\-*#>~=_|+\u00b7.,:;)\u2190-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff\ufe0f]*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|inc|ltd|co|no|nos|st|mr|mrs|ms|dr|vs|hrs?|yrs?|wk|min|max|dept|est|ref|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z]\.[a-z]|[a-z]))\.$",
    re.IGNORECASE,
)
_ABBREVIATION_REACH = 12
_LONGEST = 2000


class Statement(NamedTuple):
    """One line, bullet or sentence as a half-open range of the cleaned text, bullets and blanks around it left out.

    ``starts_line`` is True for the first statement of its line: only there can a heading stand.
    """

    start: int
    end: int
    starts_line: bool


def cut_statements(text: str) -> list[Statement]:
    r"""Cuts cleaned text into statements, in order; empty ones are left out.

    What runs on without an end is cut at a blank, so that no statement is longer than two thousand characters.

    Example:
        >>> text = "We offer:\n- good pay. Also e.g. meals\n* a pension"
        >>> [text[one.start : one.end] for one in cut_statements(text)]
        ['We offer:', 'good pay.', 'Also e.g. meals', 'a pension']
    """
    statements: list[Statement] = []
    start, starts_line = 0, True
    for found in _BREAK.finditer(text):
        is_line_break = not found.group().isspace() or "\n" in found.group()
        if not is_line_break and _ABBREVIATION.search(text, max(0, found.start() - _ABBREVIATION_REACH), found.start()):
            continue
        _add(statements, text, Statement(start, found.start(), starts_line))
        start, starts_line = found.end(), is_line_break
    _add(statements, text, Statement(start, len(text), starts_line))
    return statements


def _add(statements: list[Statement], text: str, cut: Statement) -> None:
    bullet = _BULLET.match(text, cut.start, cut.end)
    start = bullet.end() if bullet else cut.start
    end = cut.start + len(text[cut.start : cut.end].rstrip())
    starts_line = cut.starts_line
    while end - start > _LONGEST:
        pause = text.rfind(" ", start + 1, start + _LONGEST)
        stop = pause if pause > 0 else start + _LONGEST
        statements.append(Statement(start, stop, starts_line))
        start, starts_line = stop + (pause > 0), False
    if end > start:
        statements.append(Statement(start, end, starts_line))
