"""Which way the telephone work runs: customers call in, the worker calls out, or both."""

from collections.abc import Iterable

from groundfloor.model.facts import Coded, Fact
from groundfloor.readers.frame import Mention, ScannedText

_IN, _OUT = "inbound", "outbound"
_EITHER_WAY = ("handl", "manag", "deal", "process", "assist")


def read_direction(frame: ScannedText) -> list[Fact]:
    """Reads the direction of the telephone work.

    Returns:
        One fact, ``inbound``, ``outbound`` or ``both``, with the words that decide it; none where nothing is said.
    """
    said = [one for one in frame.mentions("direction") if not frame.is_negated(one.start, one.end)]
    said = [one for one in said if one.code != _IN or not _is_of_calls_out(frame, one, said)]
    if not said:
        return []
    codes = {mention.code for mention in said}
    code = said[0].code if len(codes) == 1 else "both"
    decisive = next((mention for mention in said if mention.code == code), said[0])
    return [frame.fact("direction", Coded(code=code), decisive, rule=f"direction.{code}")]


def _is_of_calls_out(frame: ScannedText, inbound: Mention, said: Iterable[Mention]) -> bool:
    """Whether calls that are only handled are calls made: "handle outbound collection calls"."""
    if not frame.words(inbound.start, inbound.end).lower().startswith(_EITHER_WAY):
        return False
    return any(one.code == _OUT and one.start < inbound.end and inbound.start < one.end for one in said)
