"""Experience: how long, in what, and whether none is needed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from groundfloor.model.facts import Experience, Fact
from groundfloor.model.vocabulary import ROLE_FAMILIES, RoleFamily
from groundfloor.readers.frame import Line, Mention, ScannedText, is_ask
from groundfloor.text.folding import fold

_NUMBERS = {
    "a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0,
    "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "twelve": 12.0, "eighteen": 18.0,
    "twenty-four": 24.0, "twenty four": 24.0, "couple": 2.0, "couple of": 2.0,
}  # fmt: skip
_MONTHS_OF_UNIT = {"y": 12, "m": 1}
_WORK_WORDS = re.compile(r"\b(?:experience|expertise|background|track record|exp)\b", re.IGNORECASE)
_WORK_FOLLOWS = re.compile(
    r"['s]* ?(?:of |in |as |with(?:in)? |relevant |related |post-|at an? "
    r"|(?!(?:during|following|including|starting|beginning|ending|depending|remaining|ensuring|being)\b)[a-z]{2,}ing )"
    r"| ?\((?:required|preferred)\)",
    re.IGNORECASE,
)
_NOT_EXPERIENCE_AFTER = re.compile(
    r"['s]* ?(?:old\b|of age|or older|and older|probation|fixed|term|warranty|ago|maternity|mat\b|cover|"
    r"full[- ]time (?:undergraduate|graduate|study|education)|"
    r"contract(?! (?:management|administration|negotiat\w+|experience|sales))|"
    r"after|later|training|program|apprentice|course|college|degree|of college|of university|of education|of service|"
    r"of study|of schooling|education|associate|from|of their|in business|in the (?:business|market)|university)",
    re.IGNORECASE,
)
_NOT_EXPERIENCE_BEFORE = re.compile(
    r"(?:\b(?:equivalent to|last|past|first|next|within|after|every|over the|for (?:over|more than|nearly|almost|the)|"
    r"under|previous|(?:age|aged) of|twice|once|times|per|in|every|each) ?|[$£€]\d[\d,.]*k? )$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum(?: of)?|min\.?) $", re.IGNORECASE)
_ASKED_BEFORE = re.compile(
    r"\b(?:you (?:will )?(?:need|have|bring)|you(?:'ve| have) spent|"
    r"(?:needed|required|essential|requirements?|must have):?) (?:at least )?$",
    re.IGNORECASE,
)
_IN_WORK = re.compile(r" (?:in|as|at|on|of)\b", re.IGNORECASE)
_BEGINS_CLAUSE = re.compile(r"(?:^|[.;:•*] |- )(?:at least |minimum (?:of )?)?$", re.IGNORECASE)
_WORK_REACH = 30
_UP_TO = re.compile(r"\b(?:up to|less than|maximum(?: of)?|under) $", re.IGNORECASE)
_OPENS_WITH_EXPERIENCED = re.compile(r"\W{0,3}experienced\b", re.IGNORECASE)
_ASIDE_WITH_WISH = re.compile(r"\((?:\w+ )?(?:prefer|ideal|desir|plus)[^)]*$", re.IGNORECASE)
_ANOTHER_BREATH = re.compile(r"[.;•*\n]| - | but ")
_SHOWS_AN_ASK = re.compile(
    r"\b(?:previous|prior|proven|relevant|related|past|demonstrated|extensive|solid|strong|significant|hands-on|"
    r"minimum|at least|must|ideal\w*|preferabl\w*|you (?:have|need|bring|possess|will have|should have)|candidates?|"
    r"applicants?|(?:individual|someone|person) with|an experienced|experience (?:in|with|of|as|\w+ing|within))\b",
    re.IGNORECASE,
)
_AREA_AFTER = re.compile(
    r" ?(?:(?:and|&) (?:expertise|knowledge|skills|understanding|background) )?(?:working |gained |specifically )*"
    r"(?:(?:from|in|with|of|as|within|at|on|using|for)\b|(?=\w+ing\b))(?: an?\b| the\b)?"
    # A length behind "experience of" is no area.
    r"(?! (?:(?:at least|over|about|more than|minimum of) )?(?:an?|one|two|three|four|five|six|\d+\+?)"
    r"(?: or more)? (?:years?|yrs?|months?)\b)"
    r"(?P<area>(?! ?(?:ideally|preferabl))[^.;:()\n]{2,120}?)"
    r"(?=[.;:()\n]|, | with (?:at least )?\d"
    r"| (?:who|which|whose|where|ideally|preferably|is|are|was|were|would|will|highly|strongly|required|preferred|"
    r"desired|desirable|essential|necessary|needed|helpful|a plus|an asset|an advantage|a must|environment|setting|"
    r"industry|role|position)\b|$)",
    re.IGNORECASE,
)
_AREA_PREFIX = re.compile(
    r"^(?:(?:of|in|an?|the|some|any|previous|prior|proven|relevant|related|past|demonstrated|extensive|solid|strong|"
    r"significant|hands-on|good|great|minimum|must have|have|with|direct|recent|similar|professional|practical|"
    r"full[- ]time|paid|applicable|equivalent|current|work|working|excellent|possess|and|or|plus|least|at|s|'s?|'|"
    r"several|many|years?|required|progressive|progressively|responsible)\b[ ,/'-]*|['\s,/-]+)+",
    re.IGNORECASE,
)
_AREA_SUFFIX = re.compile(r"(?:,? (?:with|and|in|at|the|an?|of|to|or|proven|strong))+$", re.IGNORECASE)
_AREA_BEFORE = re.compile(r"(?:[\w&/'-]+ ){0,4}$")
_ENDS_WITH_TRAIT = re.compile(
    r"\b(?:large|complex|strategic|consultative|early-stage|fast-paced|high-\w+|multi-\w+|long|small|busy|diverse|new|"
    r"happy|technical|legal)$",
    re.IGNORECASE,
)
_UP_TO_THE_AREA = re.compile(
    r"^.*\b(?:have|has|having|with|demonstrate|show|who|needs?|requires?|looking|seeking|seek|see|to|possess|including|"
    r"holds?|brings?|of|your|we|are|is|be|you)\b ?",
    re.IGNORECASE,
)
_AREA_MORE = re.compile(r", [^.;:(),\n]{3,60}")
_AREA_WORDS = 7
_EXPERIENCED_ROLE = re.compile(
    r"(?:(?:for|you are|you're) )?(?:an? )?(?:\w+,? (?:and )?){0,2}(?:experienced|seasoned),? "
    r"(?!in\b|with\b|at\b)(?P<area>[\w&/' -]{3,60}?)"
    r"(?=[.;:,()\n!]| (?:to|with|who|that|for|in|at|able|looking|needed|required|wanted)\b|$)",
    re.IGNORECASE,
)
_ALSO_PREFERRED = re.compile(
    r"[ (,]\(?(?:ideally|preferabl[ey]|prefer(?:red)?|preference (?:for|given to)(?: those with)?)"
    r"(?: experience| (?:a )?backgrounds?)?,? "
    r"(?:(?:with)?in|with|from|as|to|at|experience in) (?P<area>[^.;:()\n]{3,80})",
    re.IGNORECASE,
)
_ANOTHER_WELCOME = re.compile(
    r", (?:(?!with\b|is\b|an?\b)[\w/-]+ ){1,4}(?:is |would be )?(?:an? )(?:\w+ )?(?:plus|asset|advantage|bonus)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r" (?:with|in|using|of|on|working (?:with|in))(?: an?| the)? (?:\w+ ){0,2}", re.IGNORECASE)
_ALSO_AFTER = 12
_BEFORE_REACH, _AFTER_REACH, _NOUN_REACH = 50, 90, 60


class _Length(NamedTuple):
    min: int | None
    max: int | None


def read_experience(frame: ScannedText) -> list[Fact]:
    """The experience a text asks for: with its length where one is given, in the order of the text.

    "1-2 years" is 12 to 24 months, "2+ years" and "2 years" 24 and more. Experience without a length has
    ``months_min`` None; "no experience needed" is 0 months in area ``any``. Ages, terms of contract, the employer's
    own years and the customer's experience are none of it.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.readers.scanning import get_scanner
        >>> frame = get_scanner(open_catalogue()).scan("Requirements: 1-2 years of retail experience, 18 or older")
        >>> [(fact.value.months_min, fact.value.months_max, fact.value.area) for fact in read_experience(frame)]
        [(12, 24, 'retail')]
    """
    facts: list[Fact] = []
    taken: set[tuple[int | None, int | None, str]] = set()
    for line, mentions in groupby(frame.mentions("experience"), key=lambda one: one.line):
        for fact in _read_line(frame, line, list(mentions)):
            value = fact.value
            if isinstance(value, Experience):
                key = (value.months_min, value.months_max, value.area.lower())
                if key not in taken:
                    facts.append(fact)
                taken.add(key)
    return facts


def _read_line(frame: ScannedText, line: Line, mentions: Sequence[Mention]) -> Iterator[Fact]:
    none_needed = next((one for one in mentions if one.code == "none_needed"), None)
    if none_needed:
        if line.owner not in ("employer", "equal_opportunity"):
            yield frame.fact("experience", Experience(months_min=0), none_needed, strength="required")
        mentions = _away_from(frame, none_needed, mentions)
    if is_ask(line):
        yield from _read_asks(frame, line, mentions)


def _away_from(frame: ScannedText, none_needed: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """What a line asks in another breath than "no experience needed": with a length, or after a "but"."""
    rest = [
        one
        for one in mentions
        if one.start > none_needed.end and _ANOTHER_BREATH.search(frame.text, none_needed.end, one.start)
    ]
    is_asked = any(one.code == "length" for one in rest) or any(_after_but(frame, none_needed, one) for one in rest)
    return rest if is_asked else []


def _after_but(frame: ScannedText, none_needed: Mention, one: Mention) -> bool:
    return " but " in frame.text[none_needed.end : one.start]


def _read_asks(frame: ScannedText, line: Line, mentions: Sequence[Mention]) -> Iterator[Fact]:
    nouns = [one for one in mentions if one.code == "noun" and not _is_alternative(frame, one)]
    lengths = [one for one in _widest(mentions) if one.code == "length" and _is_work(frame, one)]
    for at, length in enumerate(lengths):
        stop = lengths[at + 1].start if at + 1 < len(lengths) else line.end
        noun = _noun_of(frame, length, nouns, stop)
        nouns = [one for one in nouns if one is not noun]
        yield _fact(frame, length, noun, _months(frame, length))
    nouns = [one for one in nouns if not _is_of_a_tool(frame, one)]
    if not lengths and nouns and _can_ask(frame, line):
        yield from _read_nouns(frame, nouns)
    elif lengths:
        last = lengths[-1].end
        nouns = [one for one in nouns if one.start > last and _is_apart(frame.text[last : one.start])]
        yield from _read_nouns(frame, nouns)
    yield from _read_also_preferred(frame, line, mentions)


def _widest(mentions: Sequence[Mention]) -> list[Mention]:
    """Leaves out a length inside another: "a year" in "a year or two"."""
    ends = {one.start: max(other.end for other in mentions if other.start == one.start) for one in mentions}
    return [one for one in mentions if one.end == ends[one.start]]


def _is_apart(gap: str) -> bool:
    """Whether words between a length and "experience" set them apart: a semicolon, or a wish in brackets."""
    return ";" in gap or _ASIDE_WITH_WISH.search(gap) is not None


def _read_nouns(frame: ScannedText, nouns: Sequence[Mention]) -> Iterator[Fact]:
    """One fact a clause: a line that says "experience" twice in one breath asks once."""
    last_end: int | None = None
    for noun in nouns:
        if frame.is_negated(noun.start, noun.end):
            continue
        if last_end is None or ";" in frame.text[last_end : noun.start]:
            yield _fact(frame, noun, noun, _Length(None, None))
        last_end = noun.end


def _read_also_preferred(frame: ScannedText, line: Line, mentions: Sequence[Mention]) -> Iterator[Fact]:
    """The better case named after the ask: "two years in sales, ideally in insurance"."""
    found = _ALSO_PREFERRED.search(frame.text, line.start + _ALSO_AFTER, line.end)
    has_main = found and any(one.code != "aside" and one.end <= found.start() for one in mentions)
    if found and has_main and not any(found.start() <= one.start < found.end() for one in mentions):
        area = _clean_area(found["area"])
        families = _families(frame, found.start(), found.end())
        value = Experience(months_min=None, area=area, role_families=families)
        place = (found.start() + 1, found.end())
        yield frame.fact("experience", value, place, strength="preferred", rule="experience.also_preferred")


def _is_alternative(frame: ScannedText, noun: Mention) -> bool:
    """Whether the noun belongs to "degree or equivalent experience"; without a level before it, it is an ask."""
    schooling = frame.mentions("education", noun.line)
    return any(one.code != "or_experience" for one in schooling) and any(
        one.code == "or_experience" and one.start <= noun.start and noun.end <= one.end for one in schooling
    )


def _is_of_a_tool(frame: ScannedText, noun: Mention) -> bool:
    """Whether the experience is with a named tool, which the tools tell ("SharePoint experience")."""
    tools = [one for slot in ("tool", "generic_tools") for one in frame.mentions(slot, noun.line)]
    tools += [one for one in frame.mentions("tool_short", noun.line) if frame.text[one.start].isupper()]
    return any(
        -1 <= noun.start - one.end <= 1 or (one.start >= noun.end and _WITH.fullmatch(frame.text, noun.end, one.start))
        for one in tools
    )


def _is_work(frame: ScannedText, length: Mention) -> bool:
    text, line = frame.text, length.line
    before = text[max(line.start, length.start - _BEFORE_REACH) : length.start]
    after = text[length.end : min(line.end, length.end + _AFTER_REACH)]
    if _NOT_EXPERIENCE_AFTER.match(after) or (_NOT_EXPERIENCE_BEFORE.search(before) and "at least" not in before):
        return False
    if _WORK_WORDS.search(after):
        return True
    if length.groups["min"].lower() in ("a", "an"):
        return False
    if _AT_LEAST.search(before) and _WORK_FOLLOWS.match(after):
        return True
    if _IN_WORK.match(after) and (_ASKED_BEFORE.search(before) or _is_named_work(frame, length, before)):
        return True
    return bool(_WORK_WORDS.search(before) or (line.owner == "ask" and _WORK_FOLLOWS.match(after)))


def _is_named_work(frame: ScannedText, length: Mention, before: str) -> bool:
    """Whether a length begins its clause and a kind of work follows: "18 months in a call centre, Spanish a plus"."""
    families = frame.mentions("experience_families", length.line)
    is_near = any(0 < one.start - length.end <= _WORK_REACH for one in families)
    return is_near and _BEGINS_CLAUSE.search(before) is not None


def _months(frame: ScannedText, length: Mention) -> _Length:
    groups = length.groups
    unit = _MONTHS_OF_UNIT[groups["unit"][0].lower()]
    low_unit = _MONTHS_OF_UNIT[groups.get("unit_first", groups["unit"])[0].lower()]
    low = _number(groups["min"]) * low_unit
    high = groups.get("max")
    is_open = any(name in groups for name in ("open", "open_last", "open_after")) or high in (None, "more")
    if high is None and _UP_TO.search(frame.text, max(0, length.start - _BEFORE_REACH), length.start):
        return _Length(None, round(low))
    return _Length(round(low), None if is_open or high is None else round(_number(high) * unit))


def _number(words: str) -> float:
    plain = fold(words).decode().lower()
    return _NUMBERS.get(plain) or float(plain)


def _noun_of(frame: ScannedText, length: Mention, nouns: Sequence[Mention], stop: int) -> Mention | None:
    """The "experience" that a length counts: the next one before a semicolon, else one close before it."""
    for noun in nouns:
        if length.end <= noun.start < stop and not _is_apart(frame.text[length.end : noun.start]):
            return noun
    return next((one for one in nouns if 0 <= length.start - one.end <= _NOUN_REACH), None)


def _can_ask(frame: ScannedText, line: Line) -> bool:
    """Outside an ask, "experience" needs a word that asks beside it; a heading asks nothing."""
    if line.is_heading:
        return False
    if line.owner == "ask" or _OPENS_WITH_EXPERIENCED.match(frame.text, line.start):
        return True
    if _SHOWS_AN_ASK.search(frame.text, line.start, line.end):
        return True
    return bool(frame.mentions("strength", line))


def _fact(frame: ScannedText, first: Mention, noun: Mention | None, length: _Length) -> Fact:
    line = first.line
    start = min(first.start, noun.start) if noun else first.start
    end = min(max(first.end, noun.end) if noun else first.end, line.end)
    area, area_end = _area(frame, first, noun)
    place = (start, max(end, min(area_end, line.end)))
    value = Experience(
        months_min=length.min,
        months_max=length.max,
        area=area,
        role_families=_families(frame, line.start, line.end),
    )
    strength = frame.strength(start, place[1], stop=_also_from(frame, first, end))
    return frame.fact("experience", value, place, strength=strength, rule=first.rule)


def _also_from(frame: ScannedText, first: Mention, end: int) -> int | None:
    """Where the better case begins ("…, ideally in insurance", "…, insurance a plus"), whose strength is its own."""
    found = _ALSO_PREFERRED.search(frame.text, max(end - 1, first.line.start + _ALSO_AFTER), first.line.end)
    if first.code == "length" and not found:
        found = _ANOTHER_WELCOME.search(frame.text, end, first.line.end)
    return found.start() if found else None


def _area(frame: ScannedText, first: Mention, noun: Mention | None) -> tuple[str, int]:
    """What the experience is in, and where those words end: "retail experience", "experience in retail"."""
    role = _EXPERIENCED_ROLE.match(frame.text, first.start, first.line.end) if noun is first else None
    if role:
        return _clean_area(role["area"]), role.end()
    after_from = noun.end if noun else first.end
    last_word = frame.text[first.start : after_from].rpartition(" ")[2].lower()
    after_from -= len(last_word) + 1 if last_word in ("in", "with", "of", "as", "at") else 0
    if noun and noun.start > first.end:
        named = _clean_area(frame.text[first.end : noun.start])
        if named and named.count(" ") < _AREA_WORDS:
            return named, after_from
    found = _AREA_AFTER.match(frame.text, after_from, first.line.end)
    area = _clean_area(found["area"]) if found else ""
    if area and found:
        more = _AREA_MORE.match(frame.text, found.end(), first.line.end) if _ENDS_WITH_TRAIT.search(area) else None
        return (area + more.group(), more.end()) if more else (area, found.end())
    before = _AREA_BEFORE.search(frame.text, first.line.start, first.start) if noun is first else None
    return (_clean_area(_UP_TO_THE_AREA.sub("", before.group())) if before else "") or "any", after_from


def _clean_area(words: str) -> str:
    return _AREA_SUFFIX.sub("", _AREA_PREFIX.sub("", " ".join(words.split())).strip(" ,.-/'"))


def _families(frame: ScannedText, start: int, end: int) -> tuple[RoleFamily, ...]:
    codes = {one.code for one in _between(frame.mentions("experience_families", frame.line_at(start)), start, end)}
    return tuple(family for family in ROLE_FAMILIES if family in codes)


def _between(mentions: Iterable[Mention], start: int, end: int) -> Iterator[Mention]:
    return (one for one in mentions if start <= one.start and one.end <= end)
