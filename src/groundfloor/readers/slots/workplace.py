"""Where the work is done: on site, at home, partly both, or mostly at customers'."""

from collections.abc import Sequence

from groundfloor.model.facts import Coded, Fact
from groundfloor.readers.frame import Line, Mention, ScannedText

_DECIDING_ORDER = ("hybrid", "remote", "field", "onsite", "onsite-implied")
"""The first of these that is said decides: an office may be named beside the home, hardly the other way round."""
_NAMED_AT_THE_TOP = 2


def read_workplace(frame: ScannedText) -> list[Fact]:
    """Reads the place of work.

    Title and place, the first lines, decide where they say that the work is remote. Otherwise home and office named
    side by side are hybrid.

    Returns:
        One fact with the words that decide it; none where nothing is said.
    """
    said = [one for one in frame.mentions("workplace") if not frame.is_negated(one.start, one.end)]
    first = {mention.code: mention for mention in reversed(said)}
    code = _decide(first, frame)
    if code is None:
        return []
    mention = first.get(code) or first["remote"]
    return [frame.fact("workplace", Coded(code=code.partition("-")[0]), mention)]


def _decide(first: dict[str, Mention], frame: ScannedText) -> str | None:
    if "remote" in first:
        if _stands_at_the_top(first["remote"], frame.lines):
            return "remote"
        if "onsite" in first:
            return "hybrid"
    return next((code for code in _DECIDING_ORDER if code in first), None)


def _stands_at_the_top(mention: Mention, lines: Sequence[Line]) -> bool:
    return mention.line in lines[:_NAMED_AT_THE_TOP]
