"""Where the work is done: on site, at home, partly both, or mostly at customers'."""

from collections.abc import Iterable, Sequence

from groundfloor.model.facts import Coded, Fact
from groundfloor.readers.frame import Line, Mention, ScannedText

_DECIDING_ORDER = ("remote-sure", "hybrid", "remote", "field", "onsite", "onsite-place", "onsite-implied")
"""The first of these that is said decides: an office may be named beside the home, hardly the other way round."""
_NAMED_AT_THE_TOP = 2
_PLACE, _LONGEST_PLACE = "onsite-place", 60


def read_workplace(frame: ScannedText) -> list[Fact]:
    """Reads the place of work.

    Title and place, the first lines, decide where they say that the work is remote. Otherwise home and office named
    side by side are hybrid.

    Returns:
        One fact with the words that decide it; none where nothing is said.
    """
    said = [one for one in frame.mentions("workplace") if not frame.is_negated(one.start, one.end)]
    said = [one for one in said if one.code != _PLACE or _is_the_place(one.line, frame.lines)]
    first = {mention.code: mention for mention in reversed(said)}
    code = _decide(first, said, frame.lines)
    if code is None:
        return []
    mention = first.get(code) or first["remote"]
    return [frame.fact("workplace", Coded(code=code.partition("-")[0]), mention)]


def _decide(first: dict[str, Mention], said: Iterable[Mention], lines: Sequence[Line]) -> str | None:
    if "remote" in first and "remote-sure" not in first:
        if first["remote"].line in lines[:_NAMED_AT_THE_TOP]:
            return "remote"
        if any(one.code == "onsite" and not _overlap(one, first["remote"]) for one in said):
            return "hybrid"
    return next((code for code in _DECIDING_ORDER if code in first), None)


def _is_the_place(line: Line, lines: Sequence[Line]) -> bool:
    return line in lines[1:_NAMED_AT_THE_TOP] and line.end - line.start <= _LONGEST_PLACE


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
