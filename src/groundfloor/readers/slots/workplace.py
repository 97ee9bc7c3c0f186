"""Where the work is done: on site, at home, partly both, or mostly at customers'."""

from groundfloor.model.facts import Coded, Fact
from groundfloor.readers.frame import ScannedText

_DECIDING_ORDER = ("hybrid", "remote", "field", "onsite")
"""The first of these that is said decides: an office may be named beside the home, hardly the other way round."""


def read_workplace(frame: ScannedText) -> list[Fact]:
    """Reads the place of work.

    Returns:
        One fact with the words that decide it; none where nothing is said.
    """
    said = [one for one in frame.mentions("workplace") if not frame.is_negated(one.start, one.end)]
    for code in _DECIDING_ORDER:
        mention = next((one for one in said if one.code == code), None)
        if mention:
            return [frame.fact("workplace", Coded(code=code), mention)]
    return []
