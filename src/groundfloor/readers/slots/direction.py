"""Which way the telephone work runs: customers call in, the worker calls out, or both."""

from groundfloor.model.facts import Coded, Fact
from groundfloor.readers.frame import ScannedText


def read_direction(frame: ScannedText) -> list[Fact]:
    """Reads the direction of the telephone work.

    Returns:
        One fact, ``inbound``, ``outbound`` or ``both``, with the words that decide it; none where nothing is said.
    """
    said = [one for one in frame.mentions("direction") if not frame.is_negated(one.start, one.end)]
    if not said:
        return []
    codes = {mention.code for mention in said}
    code = said[0].code if len(codes) == 1 else "both"
    decisive = next((mention for mention in said if mention.code == code), said[0])
    return [frame.fact("direction", Coded(code=code), decisive, rule=f"direction.{code}")]
