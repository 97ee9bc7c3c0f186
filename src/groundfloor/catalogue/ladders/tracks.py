"""Levels found together made a ladder: tracks of individuals and of leaders, each from its lowest level up."""

import re
from collections.abc import Sequence

import msgspec

from groundfloor.catalogue.ladders.names import Grade, grade_of, plain_name, years_in
from groundfloor.catalogue.ladders.ranks import manages_people, order_levels, rank_of
from groundfloor.catalogue.ladders.records import Criterion, Ladder, LadderLevel, OrderedBy, Part

_LEVELS_AT_LEAST = 2
_MOSTLY = 0.6
_BEYOND_SENIOR = re.compile(r"\b(?:staff \w|principal|distinguished|fellow)", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:the |our |job |role )?(?:levels?|titles?|roles?|positions?|(?:career )?(?:ladder|path|track|progression))s?$",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\b(?:manage(?:rs?|ment)|leadership|leaders?|leads)\b", re.IGNORECASE)
_GRADE_AREA = re.compile(r"(?:job )?(?:level|grade|band|rung|tier|step|stage|rank)", re.IGNORECASE)
_YEARS_AREA = re.compile(r"\b(?:years?|yrs|yoe|experience)\b", re.IGNORECASE)
_TIME_AREA = re.compile(
    r"\b(?:time (?:in|at|to|on)|tenure|months? (?:in|at|to)|years? (?:in|at) (?:role|level)|duration|timeline)\b", re.I
)
_SPAN = re.compile(
    r"(?P<low>\d+(?:\.\d+)?)\s*(?:[-–—]|to)?\s*(?P<high>\d+(?:\.\d+)?)?\s*\+?\s*(?P<unit>m(?:onth|o)s?|y(?:ea)?rs?)?\b",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:promot\w+ (?:in)?to|progress\w* to|advanc\w+ to|next(?: (?:step|level|role|rung|grade)s?)?)\b[:\s]*", re.I
)
_MONTHS_A_YEAR = 12
_LONG_NAME = 40
_USUAL_WORDS = frozenset(("career", "ladder", "track", "level", "levels", "framework", "management", "roles", "titles"))
_PLAINLY = 8
"""How far apart the words of two names must stand to quarrel with their numbers."""


def make_ladder(name: str, parts: Sequence[Part], notes: Sequence[str] = (), steps: Sequence[Part] = ()) -> Ladder:
    """A ladder of the levels found, track after track, each from the lowest up; individuals before leaders."""
    said = list(notes)
    tracks = sorted(_tracks(parts), key=lambda track: _is_of_leaders(track))
    several = len(tracks) > 1
    levels: list[LadderLevel] = []
    how: list[OrderedBy] = []
    for number, track in enumerate(tracks, start=1):
        order, ordered_by = _order(track, steps, said)
        how.append(ordered_by)
        title = (_track_title(track, tracks) or f"Track {number}") if several else ""
        levels += _with_time_asked([_level(track, at, title) for at in order])
    levels = _distinct(levels)
    said += _doubts(levels, tracks)
    worst: OrderedBy = next((one for one in how if one != "as_written"), "as_written")
    return Ladder(name=_short(plain_name(name)) or name, levels=tuple(levels), ordered_by=worst, notes=tuple(said))


def _short(name: str) -> str:
    """A long title without what it says behind a colon."""
    return name.split(": ")[0] if len(name) > _LONG_NAME else name


def _tracks(parts: Sequence[Part]) -> list[Part]:
    """Parts with levels; those that lead people apart from individuals where both go on side by side."""
    tracks: list[Part] = []
    for part in (one for one in parts if one.asked):
        leaders = [level for level in part.asked if manages_people(plain_name(level))]
        others = [level for level in part.asked if level not in leaders]
        parallel = any(_BEYOND_SENIOR.search(level) for level in others) or _grades_differ(leaders, others)
        if parallel and leaders and others:
            tracks += [_some(part, others), _some(part, leaders)]
        else:
            tracks.append(part)
    lone = [track for track in tracks if len(track.asked) < _LEVELS_AT_LEAST]
    return _with_lone(tracks, lone) if lone and len(tracks) > 1 else tracks


def _with_lone(tracks: Sequence[Part], lone: Sequence[Part]) -> list[Part]:
    """Parts of one level joined to their like, for one level is no track."""
    kept = [track for track in tracks if track not in lone]
    for part in lone:
        at = max(range(len(kept)), key=lambda at: _likeness(kept[at], part), default=None)
        if at is None:
            kept.append(part)
        elif tracks[0] is part:
            kept[at] = Part(title=kept[at].title, asked={**part.asked, **kept[at].asked})
        else:
            kept[at] = Part(title=kept[at].title, asked={**kept[at].asked, **part.asked})
    return kept


def _likeness(track: Part, part: Part) -> tuple[int, int]:
    """How much two parts have in common: the words of what stands above them, then whether they lead people."""
    words = set(re.findall(r"\w{4,}", track.title.casefold())) & set(re.findall(r"\w{4,}", part.title.casefold()))
    return len(words - _USUAL_WORDS), int(_is_of_leaders(track) == _is_of_leaders(part))


def _grades_differ(leaders: Sequence[str], others: Sequence[str]) -> bool:
    """Whether leaders bear grades of other letters than individuals do, as M2 beside IC4."""
    words = [{grade.word for level in levels if (grade := grade_of(level))} for levels in (leaders, others)]
    return all(words) and not words[0] & words[1]


def _some(part: Part, levels: Sequence[str]) -> Part:
    return Part(title=part.title, asked={level: part.asked[level] for level in levels})


def _is_of_leaders(part: Part) -> bool:
    leading = sum(manages_people(plain_name(level)) for level in part.asked)
    return leading >= _MOSTLY * len(part.asked) or (
        leading * 2 >= len(part.asked) and bool(_LEADERS.search(part.title))
    )


def _track_title(track: Part, tracks: Sequence[Part]) -> str:
    alike = [one for one in tracks if one.title == track.title]
    if len(alike) == 1 and track.title and not _SAYS_NOTHING.match(track.title):
        return track.title
    own = "Leading people" if _is_of_leaders(track) else "Individual"
    return f"{track.title}: {own}" if track.title and len(tracks) > 2 else own


def _order(track: Part, steps: Sequence[Part], said: list[str]) -> tuple[list[int], OrderedBy]:
    names = [plain_name(level) for level in track.asked]
    grades = _grades(track.asked)
    places = next((found for line in steps if None not in (found := _places(names, [*line.asked]))), [])
    places = places or _named_steps(track, names, said)
    years = [_years(track, level) for level in track.asked]
    order, ordered_by = order_levels(names, grades=grades, steps=places, years=years)
    if None not in grades:
        _note_quarrel(names, order, said)
    return order, ordered_by


def _places(names: Sequence[str], line: Sequence[str]) -> list[float | None]:
    """Where each level stands in a line of arrows, whose names may leave out the work: "Senior Lead"."""
    places: dict[str, float] = {}
    for place, step in enumerate(line):
        words = set(step.casefold().split())
        holding = [name for name in names if words <= set(name.casefold().split()) and name not in places]
        if holding:
            places[min(holding, key=lambda name: len(name.split()))] = float(place)
    return [places.get(name) for name in names]


def _named_steps(track: Part, names: Sequence[str], said: list[str]) -> list[float | None]:
    """The places of levels in the line of next steps that they name; none where it has a gap, a fork or no end."""
    following: dict[str, str] = {}
    for name, criteria in zip(names, track.asked.values(), strict=True):
        told = [one.text if _NEXT.search(one.text) else f"next: {one.text}" for one in criteria
                if _NEXT.search(one.text) or _NEXT.search(one.area)]  # fmt: skip
        ahead = [_NEXT.split(text, maxsplit=1)[-1].casefold() for text in told]
        found = [other for other in names if other != name and any(_names_it(other, text) for text in ahead)]
        if found:
            following[name] = max(found, key=len)
    firsts = [name for name in names if name not in following.values()]
    if following and not firsts:
        said.append(f"The next steps of {', '.join(following)} go round in a circle; they were left aside.")
    line = firsts[:1]
    while line and line[-1] in following and following[line[-1]] not in line:
        line.append(following[line[-1]])
    return [float(line.index(name)) for name in names] if len(line) == len(names) else []


def _names_it(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name.casefold())}\b", text) is not None


def _grades(asked: dict[str, tuple[Criterion, ...]]) -> list[float | None]:
    """The numbers of the grades, where all bear one of the same letters; else none."""
    grades = [grade_of(level) or grade_beside(criteria) for level, criteria in asked.items()]
    words = {grade.word for grade in grades if grade}
    if None in grades or len(words) != 1:
        return [None] * len(asked)
    return [grade.number if grade else None for grade in grades]


def grade_beside(criteria: Sequence[Criterion]) -> Grade | None:
    """The grade that a column or line of its own gives a level."""
    beside = next((one.text for one in criteria if _GRADE_AREA.fullmatch(one.area)), "")
    if beside.strip(" .").isdigit():
        return Grade("level", float(beside.strip(" .")))
    return grade_of(beside) if len(beside.split()) <= _LEVELS_AT_LEAST else None


def tells_place(criterion: Criterion) -> bool:
    """Whether a line says where a level stands, its grade or the time on it, rather than what it asks."""
    return bool(_GRADE_AREA.fullmatch(criterion.area) or _TIME_AREA.search(criterion.area))


def _note_quarrel(names: Sequence[str], order: Sequence[int], said: list[str]) -> None:
    ranks = [rank_of(re.sub(r"\(.*?\)|[A-Z]{1,3}-?\d+|\d+", "", names[at])) for at in order]
    pairs = list(zip(order, order[1:], ranks, ranks[1:], strict=False))
    quarrels = [(low, high) for low, high, rank, next_rank in pairs if next_rank and rank > next_rank + _PLAINLY]
    if quarrels:
        lower, higher = (names[at] for at in quarrels[0])
        said.append(f"By its number {higher} stands above {lower}, by its words below; the numbers were followed.")


def _years(track: Part, level: str) -> float | None:
    """The least years of experience a level asks, where it says so."""
    texts = [years_in(level), *(one.text for one in track.asked[level] if _YEARS_AREA.search(one.area))]
    texts += [
        one.text for one in track.asked[level] if re.search(r"\d\+?\s*(?:[-–]\s*\d+\s*)?(?:years?|yrs)\b", one.text)
    ]
    found = next((found for text in texts if (found := _SPAN.search(text))), None)
    if found is None:
        return None
    months = (found["unit"] or "y").casefold().startswith("m")
    return float(found["low"]) / (_MONTHS_A_YEAR if months else 1)


def _level(track: Part, at: int, title: str) -> LadderLevel:
    level = [*track.asked][at]
    years = years_in(level)
    criteria = track.asked[level]
    if years and not any(years in one.text for one in criteria):
        criteria = (Criterion(text=years, area="Experience"), *criteria)
    return LadderLevel(name=plain_name(level), criteria=criteria, track=title, months=_months(criteria))


def _months(criteria: Sequence[Criterion]) -> tuple[int, int] | None:
    """The usual time on a level before the next, where a criterion is headed so."""
    for one in criteria:
        found = _SPAN.search(one.text) if _TIME_AREA.search(one.area) else None
        if found:
            unit = found["unit"] or ("m" if "month" in one.area.casefold() else "y")
            each = 1 if unit.casefold().startswith("m") else _MONTHS_A_YEAR
            low = round(float(found["low"]) * each)
            high = round(float(found["high"]) * each) if found["high"] else low
            return (min(low, high), max(low, high)) if 0 < high <= 20 * _MONTHS_A_YEAR else None
    return None


def _with_time_asked(levels: Sequence[LadderLevel]) -> list[LadderLevel]:
    """Levels with the time on them that the next one asks: "1 year as Keyholder" under the assistant manager."""
    made = list(levels)
    for at, above in enumerate(made[1:]):
        below = made[at]
        name = re.escape(re.sub(r"\s*\(.*?\)", "", below.name))
        asked = re.compile(
            rf"(?P<time>\d[^.;,]*?)\s+(?:of experience )?(?:as|in|at)\s+(?:an?\s+|the\s+)?{name}\b", re.I
        )
        found = next((found for one in above.criteria if (found := asked.search(one.text))), None)
        months = _months([Criterion(text=found["time"], area="time in role")]) if found else None
        if months and below.months is None:
            made[at] = msgspec.structs.replace(below, months=months)
    return made


def _distinct(levels: Sequence[LadderLevel]) -> list[LadderLevel]:
    """Levels under names of their own: one that stands twice bears its track too."""
    names = [level.name for level in levels]
    made = []
    for level in levels:
        twice = names.count(level.name) > 1 and level.track
        own = f"{level.name} ({level.track})" if twice else level.name
        made.append(LadderLevel(name=own, criteria=level.criteria, track=level.track, months=level.months))
    return made


def _doubts(levels: Sequence[LadderLevel], tracks: Sequence[Part]) -> list[str]:
    bare = [level.name for level in levels if not level.criteria]
    said = []
    if len(bare) == len(levels):
        said.append("The file says nothing of what the levels ask.")
    elif bare:
        said.append(f"Nothing is said of what is asked of {', '.join(bare)}.")
    works = [track for track in tracks if not _is_of_leaders(track)]
    if len(works) > 1:
        titles = "; ".join(_track_title(track, tracks) for track in works)
        said.append(f"The file holds {len(works)} ladders ({titles}); take one of them with --part.")
    return said
