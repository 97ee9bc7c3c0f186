"""Named systems, programs and machines of the trade."""

from collections.abc import Iterable, Iterator

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Fact, Tool
from groundfloor.model.vocabulary import IndustryId, Strength
from groundfloor.readers.frame import Mention, ScannedText, is_ask

_NEIGHBOUR_REACH, _CLOSE_REACH = 120, 25
TOOL, SHORT, GENERIC = "tool", "tool_short", "generic_tools"


def read_tools(frame: ScannedText, catalogue: Catalogue, *, industry: IndustryId = "other") -> list[Fact]:
    """The tools a text asks for, one fact a tool, under the catalogue's name for it.

    A short name (Word, Front, Opera) counts only with one of its neighbours in the line or in its industry. Where
    names overlap ("Microsoft Office Word") the longest counts.

    Args:
        frame: the scanned document.
        catalogue: the tools.
        industry: the industry of the posting, for short names.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> frame = get_scanner(open_catalogue()).scan("Requirements:\\nSwitchboard experience preferred")
        >>> [(fact.value.name, fact.strength) for fact in read_tools(frame, open_catalogue())]
        [('switchboard', 'preferred')]
    """
    chosen: dict[str, Fact] = {}
    for mention in iter_tool_mentions(frame, catalogue, industry=industry):
        if not is_ask(mention.line) or frame.is_negated(mention.start, mention.end):
            continue
        fact = tool_fact(frame, catalogue, mention, strength=frame.strength(mention.start, mention.end))
        name = fact.value.name if isinstance(fact.value, Tool) else ""
        held = chosen.get(name)
        if held is None or (held.strength == "preferred" and fact.strength == "required"):
            chosen[name] = fact
    return sorted(chosen.values(), key=lambda fact: fact.span or (0, 0))


def iter_tool_mentions(
    frame: ScannedText, catalogue: Catalogue, *, industry: IndustryId = "other"
) -> Iterator[Mention]:
    """Every naming of a tool in the order of the text, the longest where several overlap."""
    mentions = [
        *frame.mentions(TOOL),
        *(one for one in frame.mentions(SHORT) if _is_meant(frame, catalogue, one, industry)),
        *frame.mentions(GENERIC),
    ]
    last_end = -1
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end, one.slot)):
        if mention.start >= last_end:
            yield mention
            last_end = mention.end


def tool_fact(frame: ScannedText, catalogue: Catalogue, mention: Mention, *, strength: Strength) -> Fact:
    """The fact of one naming, under the catalogue's name and id."""
    if mention.slot == GENERIC:
        return frame.fact("tool", Tool(name=mention.code), mention, strength=strength)
    value = Tool(name=catalogue.tools[mention.code].name, id=mention.code)
    return frame.fact("tool", value, mention, strength=strength)


def _is_meant(frame: ScannedText, catalogue: Catalogue, mention: Mention, industry: IndustryId) -> bool:
    """Whether a short name is the tool: a neighbour stands near; written small it must stand very near."""
    entry = catalogue.tools[mention.code]
    words = frame.text[mention.start : mention.end]
    is_name = words[:1].isupper() or any(words == name for name in entry.short_names)
    if is_name and industry in entry.industries:
        return True
    return _has_neighbour(frame, mention, entry.neighbours, _NEIGHBOUR_REACH if is_name else _CLOSE_REACH)


def _has_neighbour(frame: ScannedText, mention: Mention, neighbours: Iterable[str], reach: int) -> bool:
    line = mention.line
    before = frame.text[max(line.start, mention.start - reach) : mention.start].lower()
    after = frame.text[mention.end : min(line.end, mention.end + reach)].lower()
    return any(name.lower() in before or name.lower() in after for name in neighbours)
