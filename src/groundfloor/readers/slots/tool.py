"""Named systems, programs and machines of the trade."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Fact, Tool
from groundfloor.model.vocabulary import IndustryId, Strength
from groundfloor.readers.frame import Line, Mention, ScannedText, is_ask

_NEIGHBOUR_REACH, _CLOSE_REACH = 120, 25
_AMOUNTS = "pay_amounts"
TOOL, SHORT, GENERIC, LISTS = "tool", "tool_short", "generic_tools", "tool_lists"
_KINDS_OF_TOOL = "generic."
_SHORTEST_NAME = 2
_IS_LIST = re.compile(r",|/|&|\b(?:and|or)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w+-]*(?:\.[a-z]\w*)?(?: (?:[A-Z][\w+-]*|\d{1,4}[A-Z]?)){0,3}")
_LINK = re.compile(r" ?(?:\([^)]{1,20}\))? ?(?:,? ?(?:and|or|and/or|&)|,|/|;) ?(?:the |similar )?")
_CHAIN_NAME = r"(?:\.NET|(?:[A-Z]|[a-z]{1,2}[A-Z])[\w+#&-]*(?:\.[a-z]{2,3})?(?: [A-Z\d][\w+#-]*){0,2})"
_CHAIN = re.compile(
    rf"{_CHAIN_NAME}(?:(?:,? (?:and/or|and|or|&) |, ?| ?/ ?){_CHAIN_NAME})+(?=[.,;:)\]/]|\s*$|\s*\n| and | or "
    r"| (?:skills?|softwares?|systems?|tools?|platforms?|applications?|programs?|experience|knowledge|required"
    r"|preferred|is|are|to|for|as|would|a|an|etc|in)\b)"
)
_CHAIN_LINK = re.compile(r",? (?:and/or|and|or|&) |, ?| ?/ ?")
_NOT_NAMES = frozenset(
    word
    for words in (
        "a ability account accounting accounts administrator advanced ai amazon analyst and api apis apple b2b b2c",
        "bachelor basic billing chat cloud communication computer computers containers customer customers data degree",
        "desired desktop developer dhcp discussions dns email engineer engineering english etc eu ex excellent",
        "experience facebook finance gdpr good google gpu gpus great hardware high hipaa hpc hr hybrid i iaas ict",
        "intermediate internet inventory ip issues it knowledge kpi kpis laptop legal management manager marketing",
        "media mes meta microservices microsoft minimum ml mobile ms must netflix oauth office operation operations",
        "or other others paas payroll pc pcs phone practice preferred product proficiency proficient qa remote",
        "reporting required roi saas sales saml scim sdk service similar skills sla slas smb smbs sme smes sms smtp",
        "snmp social software sso strong suite support systems tcp team teams tester testing the tools uber ui uk us",
        "usa ux video vlan vlans vpn we web working",
    )
    for word in words.split()
)


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
        >>> frame = get_scanner(open_catalogue()).scan("Requirements: Switchboard experience preferred")
        >>> [(fact.value.name, fact.strength) for fact in read_tools(frame, open_catalogue())]
        [('Switchboard', 'preferred')]
    """
    chosen: dict[str, _Reading] = {}
    for place in iter_tool_places(frame, catalogue, industry=industry):
        line = frame.line_at(place.start)
        is_own = line.owner != "ask" and place.id is not None and _is_employers_own(frame.text, place.name)
        if is_ask(line) and not is_own and not frame.is_negated(place.start, place.end):
            reading = _read(frame, place)
            held = chosen.get(_key(place))
            if held is None or reading.weight > held.weight:
                chosen[_key(place)] = reading
    return sorted((reading.fact for reading in chosen.values()), key=lambda fact: fact.span or (0, 0))


@cache
def _employer_named(name: str) -> re.Pattern[str]:
    """The wordings in which a name is the employer's: "at Contoso, we", "Contoso is hiring"."""
    own = re.escape(name)
    return re.compile(
        rf"(?i:\b(?:life at|join|joining|about|why|at)) {own}(?=[,.!?:'\n]| we\b| you\b)"
        rf"|{own} (?i:is (?:an?|the|on|looking|hiring|seeking|proud|building|one|committed|where|backed|growing|now)\b|"
        r"(?:was founded|helps|employs|empowers|has (?:offices|grown|raised|a team))\b)"
    )


def _is_employers_own(text: str, name: str) -> bool:
    """Whether a product bears the employer's name: then it is what the employer sells, unless the ask names it."""
    return _employer_named(name).search(text) is not None


def _key(place: "ToolPlace") -> str:
    """What is one tool: the same entry of the catalogue, or the same words."""
    return place.id or place.name.lower()


class ToolPlace(NamedTuple):
    """One naming of a tool: its name, its catalogue id (None when the catalogue lacks it), where, and the rule."""

    name: str
    id: str | None
    start: int
    end: int
    rule: str


class _Reading(NamedTuple):
    fact: Fact
    weight: tuple[bool, bool]


def iter_tool_places(
    frame: ScannedText, catalogue: Catalogue, *, industry: IndustryId = "other"
) -> Iterator[ToolPlace]:
    """Every naming of a tool in the order of the text, for résumés too.

    Of names that overlap the longest counts; machines named in one breath ("copy or fax equipment") count each.
    """
    machines = [_generic(frame, one) for one in frame.mentions(GENERIC)]
    named = [
        *(_known(frame, catalogue, one) for one in frame.mentions(TOOL)),
        *(_known(frame, catalogue, one) for one in frame.mentions(SHORT) if _is_meant(frame, catalogue, one, industry)),
        *(place for one in frame.mentions(LISTS) for place in _unlisted(frame, one)),
    ]
    named += _chained(frame, catalogue, named)
    last_end = -1
    longest = list(machines)
    for place in sorted(named, key=lambda one: (one.start, one.rule == LISTS, -one.end)):
        if place.start >= last_end and not any(one.start < place.end and place.start < one.end for one in machines):
            longest.append(place)
            last_end = place.end
    longest = [place for place in longest if not _is_currency(frame, place)]
    yield from sorted(longest, key=lambda one: (one.start, one.end, one.name))


def _is_currency(frame: ScannedText, place: ToolPlace) -> bool:
    """Whether a name is the currency of an amount: "PHP 24,000 a month"."""
    amounts = frame.mentions(_AMOUNTS, frame.line_at(place.start))
    return any(one.start <= place.start and place.end <= one.end for one in amounts)


def tool_fact(frame: ScannedText, place: ToolPlace, *, strength: Strength = "stated") -> Fact:
    """The fact of one naming."""
    value = Tool(name=place.name, id=place.id)
    return frame.fact("tool", value, (place.start, place.end), strength=strength, rule=place.rule)


def _read(frame: ScannedText, place: ToolPlace) -> _Reading:
    """The fact with its weight: what the ask says of a tool outweighs a mere use in the duties."""
    said = frame.strength(place.start, place.end, default="stated")
    fact = tool_fact(frame, place, strength="preferred" if said == "preferred" else "required")
    is_said = said != "stated" or frame.line_at(place.start).owner == "ask"
    return _Reading(fact, (is_said, fact.strength == "required"))


def _known(frame: ScannedText, catalogue: Catalogue, mention: Mention) -> ToolPlace:
    """A tool of the catalogue under its name there; a kind of tool ("ticketing system") under the words of the text."""
    entry = catalogue.tools[mention.code]
    name = entry.name
    if mention.code.startswith(_KINDS_OF_TOOL):
        words = frame.words(mention.start, mention.end)
        aliases = {alias.lower() for alias in (entry.name, *entry.aliases)}
        words = _singular(words) if _singular(words).lower() in aliases else words
        name = name if name.isupper() else words
    return ToolPlace(name, mention.code, mention.start, mention.end, mention.rule)


def _generic(frame: ScannedText, mention: Mention) -> ToolPlace:
    words = frame.words(mention.start, mention.end)
    is_vague = words.endswith("equipment") and not mention.code.endswith("equipment")
    name = mention.code if is_vague or _IS_LIST.search(words) or mention.code.isupper() else _singular(words)
    return ToolPlace(name, None, mention.start, mention.end, mention.rule)


def _singular(words: str) -> str:
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _unlisted(frame: ScannedText, mention: Mention) -> Iterator[ToolPlace]:
    """Names with a capital in a list of programs, known to the catalogue or not."""
    if "name" in mention.groups:
        start = frame.text.index(mention.groups["name"], mention.start, mention.end)
        found = _NAME.search(frame.text, start, start + len(mention.groups["name"]))
        if found and found.end() == start + len(mention.groups["name"]) and _is_name(frame, found.group(), mention):
            yield ToolPlace(found.group(), None, found.start(), found.end(), LISTS)
        return
    position = mention.end
    while found := _NAME.match(frame.text, position, mention.line.end):
        if _is_name(frame, found.group(), mention):
            yield ToolPlace(found.group(), None, found.start(), found.end(), LISTS)
        link = _LINK.match(frame.text, found.end(), mention.line.end)
        if not link:
            return
        position = link.end()


def _chained(frame: ScannedText, catalogue: Catalogue, named: Sequence[ToolPlace]) -> Iterator[ToolPlace]:
    """The other names in one breath with a known product: "Slurm, Kubernetes and Terraform"."""
    products = [place for place in named if place.id and not place.id.startswith(_KINDS_OF_TOOL)]
    asides = frame.asides(TOOL)
    lines = {frame.line_at(place.start).start: frame.line_at(place.start) for place in products}
    for line in lines.values():
        for chain in _CHAIN.finditer(frame.text, line.start, line.end):
            is_aside = any(one.start <= chain.start() < one.end for one in asides)
            if not is_aside and any(chain.start() <= place.start < chain.end() for place in products):
                yield from _chain_members(frame, catalogue, chain, line)


def _chain_members(frame: ScannedText, catalogue: Catalogue, chain: re.Match[str], line: Line) -> Iterator[ToolPlace]:
    short = {(one.start, one.end): one for one in frame.mentions(SHORT, line)}
    start = chain.start()
    for link in (*_CHAIN_LINK.finditer(chain.group()), None):
        end = chain.start() + link.start() if link else chain.end()
        if (start, end) in short:
            yield _known(frame, catalogue, short[start, end])
        elif _is_product_name(frame, start, end, line):
            yield ToolPlace(frame.text[start:end], None, start, end, LISTS)
        start = chain.start() + link.end() if link else end


def _is_product_name(frame: ScannedText, start: int, end: int, line: Line) -> bool:
    words = frame.text[start:end]
    if len(words) < _SHORTEST_NAME or "URL_" in words or any(word.lower() in _NOT_NAMES for word in words.split()):
        return False
    opens_line = start == line.start
    return not (opens_line and words.istitle()) and not frame.is_other_than_tool(start, end, line)


def _is_name(frame: ScannedText, words: str, mention: Mention) -> bool:
    """Whether capitals mean something here: not where the whole line is in capitals, nor for a word of the trade."""
    line = frame.text[mention.line.start : mention.line.end]
    is_of_the_trade = all(word in _NOT_NAMES for word in words.lower().split())
    return not line.isupper() and not is_of_the_trade and len(words) > 1


def _is_meant(frame: ScannedText, catalogue: Catalogue, mention: Mention, industry: IndustryId) -> bool:
    """Whether a short name is the tool: a neighbour stands near; written small it must stand very near."""
    entry = catalogue.tools[mention.code]
    words = frame.text[mention.start : mention.end]
    is_name = words[:1].isupper() or any(words == name for name in entry.short_names)
    if is_name and industry in entry.industries:
        return True
    return _has_neighbour(frame, mention, entry.neighbours, _NEIGHBOUR_REACH if is_name else _CLOSE_REACH)


def _has_neighbour(frame: ScannedText, mention: Mention, neighbours: tuple[str, ...], reach: int) -> bool:
    line = mention.line
    before = frame.text[max(line.start, mention.start - reach) : mention.start]
    after = frame.text[mention.end : min(line.end, mention.end + reach)]
    words = _any_of(neighbours)
    return bool(words.search(before) or words.search(after))


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names as whole words: "Excel" is no part of "excellent"."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)", re.IGNORECASE)
