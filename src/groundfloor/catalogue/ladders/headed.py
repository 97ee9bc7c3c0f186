"""Levels under headings, in lists whose items open with a level's name, and in lines of arrows."""

import re
from collections.abc import Iterator, Sequence

from groundfloor.catalogue.ladders.blocks import Item, Section, is_short, iter_told
from groundfloor.catalogue.ladders.names import (
    ARROW,
    Grade,
    grade_of,
    is_level_name,
    is_part_name,
    is_plural,
    is_rank,
    may_be_name,
    names_work,
    plain_name,
    years_in,
)
from groundfloor.catalogue.ladders.ranks import rank_of
from groundfloor.catalogue.ladders.records import Criterion, Part
from groundfloor.catalogue.ladders.tabled import criteria_in

_LEVELS_AT_LEAST = 2
_MANY = 3
_SHORT_NAME = 4
_SPEAKS_OF_A_LADDER = re.compile(
    r"\b(?:levels|ladder|career (?:path|map|track|framework)s?|progression|rungs|grades|bands)\b", re.IGNORECASE
)
_SHORT_LINE = 200
_MOSTLY = 0.6
_OF_THE_PAGE = 2
_SHARED = re.compile(
    r"^(?:general |shared |common )?(?:responsibilities|requirements|qualifications|all levels)$", re.IGNORECASE
)

_GRADED = re.compile(r"^\((?P<grade>[A-Z]{1,3}-?\d{1,2})\)\s*[:–—-]?\s*")
_ENDS_A_NAME = re.compile(r"\s*(?:[:(]|\s[-–—]\s|[-–—]\s)")

_IS = re.compile(r"\s+(?:is|are)\s+")
_WORK_BEHIND = re.compile(
    r"\s*[:–—-]\s*(?P<name>[A-Z][\w/&-]*(?:\s+(?:of|and|&|[A-Z0-9][\w/&-]*))*)(?=\s*(?:[:(–—]|$))"
)
_SERIES = re.compile(r"^(?P<work>\w.*?\w)\s+(?P<number>[IVX]{1,4}|\d{1,2})(?:\s*\([^)]*\))?$")
_NO_LEVELS = re.compile(
    r"^(?:part|chapter|section|week|day|month|phase|appendix|example|exhibit|figure|table|module|unit|lesson|question|"
    r"option|goal|quarter|volume|version|year|round|act|page|item|note|case|sprint|milestone|scenario|exercise)s?$",
    re.IGNORECASE,
)


def find_under_headings(sections: Sequence[Section]) -> list[Part]:
    """Levels that headings name, with what stands under each, apart by the heading above them."""
    return _collect(sections, _level_headings(sections))


def find_under_a_ladder(sections: Sequence[Section]) -> list[Part]:
    """Headings of one depth under one that speaks of a ladder, whatever they are called: "Padawan", "Jedi"."""
    if series := _series(sections):
        return _collect(sections, series)
    for at, section in enumerate(sections):
        within = list(_within(sections, at))
        depth = min((sections[inner].depth for inner in within), default=0)
        likely = [inner for inner in within if sections[inner].depth == depth and _may_name(sections[inner])]
        if section.depth and _SPEAKS_OF_A_LADDER.search(section.heading) and len(likely) >= _MANY:
            return _collect(sections, set(likely))
    return []


def _series(sections: Sequence[Section]) -> set[int]:
    """Headings that are one work numbered, whatever its name: "IT Support Services I" and "II"."""
    works: dict[tuple[int, str], list[int]] = {}
    for at, section in enumerate(sections):
        found = _SERIES.match(plain_name(section.heading))
        if found and section.depth and not _NO_LEVELS.match(found["work"]):
            works.setdefault((section.depth, found["work"].casefold()), []).append(at)
    longest = max(works.values(), key=len, default=[])
    return set(longest) if len(longest) >= _LEVELS_AT_LEAST else set()


def _may_name(section: Section) -> bool:
    """Whether a heading of no known work may still name a level: short, no sentence, with something under it."""
    short = 0 < len(plain_name(section.heading).split()) <= _SHORT_NAME
    return short and may_be_name(section.heading) and bool(section.items or section.tables)


def _collect(sections: Sequence[Section], levels: set[int]) -> list[Part]:
    parts: dict[int, dict[str, list[Criterion]]] = {}
    level: int | None = None
    for at, section in enumerate(sections):
        if at in levels:
            level = at
        elif level is not None and _ends(section, sections[level]):
            level = None
        if level is not None:
            asked = parts.setdefault(_above(sections, level), {})
            heading = sections[level].heading
            asked.setdefault(heading, []).extend(_told(section, "" if at == level else section.heading))
    _add_steps(sections, parts)
    _add_shared(sections, levels, parts)
    return [_part(sections, above, asked) for above, asked in parts.items()]


def _ends(section: Section, level: Section) -> bool:
    """Whether a heading ends a level: one as high, unless it is a part that bears the level's name."""
    own = is_part_name(section.heading) and _name(section).startswith(f"{_name(level)} ")
    return 0 < section.depth <= level.depth and not own


def _add_shared(sections: Sequence[Section], levels: set[int], parts: dict[int, dict[str, list[Criterion]]]) -> None:
    """Responsibilities and requirements of the whole page are asked of the level that comes first."""
    first = next((asked for asked in parts.values() if asked), None)
    if first is None:
        return
    lowest = next(iter(first))
    highest = min(sections[at].depth for at in levels)
    shared = False
    for at, section in enumerate(sections):
        if section.depth and (section.depth <= highest or at in levels):
            whole = section.depth <= min(highest, _OF_THE_PAGE)
            shared = whole and at not in levels and bool(_SHARED.match(plain_name(section.heading)))
        if shared:
            first[lowest] += _told(section, section.heading)


def _add_steps(sections: Sequence[Section], parts: dict[int, dict[str, list[Criterion]]]) -> None:
    """What stands under "Level 1 → Level 2" is asked of who comes to the second."""
    for section in sections:
        ends = ARROW.split(plain_name(section.heading))
        if len(ends) != 2 or not section.depth:
            continue
        for asked in parts.values():
            for level, criteria in asked.items():
                if grade_of(level) and grade_of(level) == grade_of(ends[1]):
                    criteria += _told(section, plain_name(section.heading))


def _part(sections: Sequence[Section], above: int, asked: dict[str, list[Criterion]]) -> Part:
    title = plain_name(sections[above].heading) if above >= 0 else ""
    return Part(title=title, asked={level: tuple(criteria) for level, criteria in asked.items()})


def _told(section: Section, heading: str) -> Iterator[Criterion]:
    """What a section asks; a table in it is read row by row."""
    if years := years_in(section.heading):
        yield Criterion(text=years, area="Experience")
    for area, text in iter_told(section):
        yield from criteria_in(text, area or heading)
    for table in section.tables:
        for row in table.rows[1:]:
            label = row[0] if len(row) > 1 else heading
            for cell in row[1:] or row:
                yield from criteria_in(cell, label)


def _above(sections: Sequence[Section], at: int) -> int:
    """The nearest heading before one that stands higher, or -1."""
    return next((before for before in range(at - 1, -1, -1) if 0 < sections[before].depth < sections[at].depth), -1)


def _level_headings(sections: Sequence[Section]) -> set[int]:
    """Which headings name levels: a name with names of levels under it is what holds them, unless its like hold none.

    A rank of the name it stands under is a level beside it.

    "Advocate" names a level where "Senior Advocate" stands beside it.
    """
    named = {at for at, section in enumerate(sections) if section.depth and is_level_name(section.heading)}
    named -= _of_the_same_grade(sections, named)
    named |= _beside(sections, named)
    for at in sorted(named):
        below = {inner for inner in _within(sections, at) if inner in named}
        peers = [peer for peer in named if sections[peer].depth == sections[at].depth and peer != at]
        childless = sum(not any(inner in named for inner in _within(sections, peer)) for peer in peers)
        ranks = {inner for inner in below if _is_rank_of(_name(sections[at]), _name(sections[inner]))}
        ranks = ranks or _bare_ranks(sections, at, below)
        if ranks and not any(_name(sections[inner]) == _name(sections[at]) for inner in below):
            named -= below - ranks
        elif len(below) >= _LEVELS_AT_LEAST and childless < _LEVELS_AT_LEAST:
            named.discard(at)
        else:
            named -= below
    return _without_strangers(sections, named)


def _bare_ranks(sections: Sequence[Section], at: int, below: set[int]) -> set[int]:
    """Ranks above a work that asks things of its own: "Senior" and "Lead" under "Recruiter", who is the level below."""
    names = [_name(sections[inner]) for inner in below]
    asks = any(item.depth for item in sections[at].items) and names_work(sections[at].heading)
    return below if asks and names and all(is_rank(name) and rank_of(name) > 0 for name in names) else set()


def _of_the_same_grade(sections: Sequence[Section], named: set[int]) -> set[int]:
    """Parts of a graded level that repeat its grade or number their steps: "L1 success metrics" under "Level 1"."""
    found = set()
    for at in named:
        grade = grade_of(plain_name(sections[at].heading))
        inner = (inner for inner in _within(sections, at) if inner in named) if grade else ()
        found |= {one for one in inner if grade and _is_same(grade, grade_of(plain_name(sections[one].heading)))}
    return found


def _is_same(grade: Grade, other: Grade | None) -> bool:
    """Whether a grade is the other or a step of it, as L1B is of L1, or counts the steps of something done there."""
    if other is None or grade.word[0].casefold() != other.word[0].casefold():
        return other is not None and other.word == "step"
    return other.number in (grade.number, int(grade.number))


def _name(section: Section) -> str:
    return plain_name(section.heading).casefold()


def _within(sections: Sequence[Section], at: int) -> Iterator[int]:
    for inner in range(at + 1, len(sections)):
        if sections[inner].depth <= sections[at].depth:
            return
        yield inner


def _beside(sections: Sequence[Section], named: set[int]) -> set[int]:
    """Headings that name the work of which a heading beside them names a rank."""
    found = set()
    for at, section in enumerate(sections):
        name = _name(section)
        if at in named or not name or is_part_name(name):
            continue
        beside = (other for other in named if sections[other].depth == section.depth)
        if any(_is_rank_of(name, _name(sections[other])) for other in beside):
            found.add(at)
    return found


def _is_rank_of(work: str, name: str) -> bool:
    """Whether a name is that of the work with one word before it."""
    return name.endswith(f" {work}") and re.fullmatch(r"[a-z.]+", name.removesuffix(f" {work}")) is not None


def _without_strangers(sections: Sequence[Section], named: set[int]) -> set[int]:
    """Names of one kind: beside many grades a group of people is no level, nor a lone deeper name beside many."""
    singular = {at for at in named if not is_plural(sections[at].heading)}
    if len(singular) >= _MANY and len(singular) >= _MOSTLY * len(named):
        named = singular
    roles = {at for at in named if re.search(r"\brole$", sections[at].heading.strip(" *"), re.IGNORECASE)}
    if len(named - roles) >= _MANY:
        named = named - roles
    depths = [sections[at].depth for at in named]
    usual = max(set(depths), key=lambda depth: (depths.count(depth), -depth), default=0)
    lone = {at for at in named if depths.count(sections[at].depth) == 1 and sections[at].depth > usual}
    return named - lone if len(named) - len(lone) >= _LEVELS_AT_LEAST else named


def tell_page(sections: Sequence[Section]) -> list[Criterion]:
    """What a whole page asks, when it is of one level."""
    return [one for section in sections for one in _told(section, section.heading if section.depth > 1 else "")]


def find_in_lists(sections: Sequence[Section]) -> list[Part]:
    """Levels that the items of a list open with, what follows and what stands under each being what it asks."""
    parts = []
    for section in sections:
        led = [item for item in section.items if not item.depth and item.lead and _opening(item)]
        outer = (
            0 if len(led) >= _LEVELS_AT_LEAST else min((item.depth for item in section.items if item.depth), default=0)
        )
        heads = led or [item for item in section.items if outer and item.depth == outer]
        named = [item for item in heads if _opening(item)]
        if len(named) >= _LEVELS_AT_LEAST and len(named) >= _MOSTLY * len(heads):
            parts.append(Part(title=plain_name(section.heading), asked=_read_list(section.items, outer)))
    return parts


def _read_list(items: Sequence[Item], outer: int) -> dict[str, tuple[Criterion, ...]]:
    asked: dict[str, tuple[Criterion, ...]] = {}
    heads = [at for at, item in enumerate(items) if item.depth == outer]
    for at, following in zip(heads, [*heads[1:], len(items)], strict=True):
        level = _opening(items[at])
        if level:
            rest = items[at].text[items[at].text.find(level) + len(level) :].strip(" :*–—-")
            rest = rest.strip("()") if rest.count("(") < 2 and rest.endswith(")") else _GRADED.sub("", rest)
            under = Section(items=tuple(item for item in items[at + 1 : following] if item.depth > outer))
            told = [one for area, text in iter_told(under) for one in criteria_in(text, area)]
            asked[level] = (*criteria_in(rest, ""), *told)
    return asked


def _opening(item: Item) -> str:
    """The level an item opens with: its bold start, or what stands before a colon, a dash or a bracket."""
    opening = item.lead or _ENDS_A_NAME.split(item.text, maxsplit=1)[0]
    opening = _with_work(_IS.split(opening.strip(" :"), maxsplit=1)[0], item.text)
    return (
        opening
        if is_level_name(opening) and not is_plural(opening) and (names_work(opening) or grade_of(opening))
        else ""
    )


def _with_work(opening: str, text: str) -> str:
    """A bare grade with the name of the work behind it: "Tier 1: Service Representative: the first who answers"."""
    behind = None if names_work(opening) or not grade_of(opening) else _WORK_BEHIND.match(text.removeprefix(opening))
    name = behind["name"] if behind else ""
    return f"{opening}{behind[0]}".rstrip() if behind and is_level_name(name) and names_work(name) else opening


def find_in_lines(sections: Sequence[Section]) -> list[Part]:
    """Levels that lines of plain text name: alone above what they ask, or before a colon."""
    asked: dict[str, list[Criterion]] = {}
    level = ""
    for item in (item for section in sections for item in section.items):
        opening = "" if item.depth else _opening(item)
        if opening[:1].isupper() and (opening == plain_name(item.text) or item.text.startswith(f"{opening}:")):
            level = opening
            asked.setdefault(level, []).extend(criteria_in(item.text.removeprefix(level).strip(" :."), ""))
        elif item.text.isupper() and not item.depth and is_short(item.text):
            level = ""
        elif level:
            asked[level] += criteria_in(item.text, "")
    told = {name: tuple(criteria) for name, criteria in asked.items() if criteria}
    return [Part(title="", asked=told)] if len(told) >= _LEVELS_AT_LEAST else []


def find_in_arrows(sections: Sequence[Section]) -> list[Part]:
    """Levels in a line of arrows: "Agent → Senior Agent → Team Lead"."""
    parts = []
    for section in sections:
        for item in section.items:
            names = [plain_name(name) for name in _split_steps(item.text) if name.strip()]
            if len(set(names)) < len(names):
                continue
            likely = sum(is_level_name(name) for name in names) >= _MOSTLY * len(names)
            if len(names) > _LEVELS_AT_LEAST and likely and all(len(name.split()) <= 6 for name in names):
                title = item.text.split(":")[0] if ":" in names[0] else section.heading
                names[0] = names[0].split(":")[-1].strip()
                parts.append(Part(title=plain_name(title), asked=dict.fromkeys(names, ())))
    return parts


def _split_steps(line: str) -> list[str]:
    """The names in a line of arrows; a bare "greater than" is one where it stands twice."""
    bare = re.split(r"\s+>\s+", line)
    return bare if len(bare) > _LEVELS_AT_LEAST else ARROW.split(line)


def list_circles(sections: Sequence[Section]) -> list[str]:
    """Lines of arrows that come back to a name they began with, and so say no order."""
    lines = [item.text for section in sections for item in section.items if ARROW.search(item.text)]
    names = {line: [plain_name(name) for name in ARROW.split(line)] for line in lines}
    circles = [line for line, found in names.items() if len(set(found)) < len(found) and len(line) <= _SHORT_LINE]
    return [f"“{line}” comes back to where it was; it was left aside." for line in circles]
