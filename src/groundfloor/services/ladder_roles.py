"""Levels of an employer's ladder as roles: kind of work, rung, and what each asks, read from their words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.names import grade_of, names_work
from groundfloor.catalogue.ladders.ranks import head_of, manages_people
from groundfloor.catalogue.ladders.records import Criterion, Ladder, LadderLevel
from groundfloor.catalogue.records import Ask, Cite, Role, Setting, Titles
from groundfloor.model.facts import Education, Experience, Language, Qualification, Record, Tool
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.vocabulary import LEVELS, Level, RoleFamily
from groundfloor.readers.posting import PostingReader
from groundfloor.services.routes.ends import distance_from
from groundfloor.services.routes.network import industry_of
from groundfloor.services.routes.role_names import names_of

Thing = TypeVar("Thing", bound=str)

_ASKED = (Education, Experience, Language, Qualification, Tool)
_SUMMARY_LENGTH = 590
_LEADING_FROM: tuple[tuple[float, Level], ...] = (
    (130, "executive_owner"),
    (90, "head"),
    (70, "manager"),
    (55, "supervisor"),
    (45, "lead"),
)
"""The rung of those who lead people, by the least that their name is at heart."""

_BEGINS = re.compile(r"\b(?:junior|jr|intern|trainee|apprentice|entry|graduate|beginner|associate|assistant)\b", re.I)
_FAR_AHEAD = re.compile(r"\b(?:staff \w|principal|distinguished|fellow|lead \w)", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:senior|sr|advanced|experienced|expert|master)\b|\b(?:ii|iii|iv|v|[2-9])$", re.IGNORECASE)
_NUMBERED: tuple[tuple[float, Level], ...] = ((4, "lead"), (2, "experienced"))
_LEADERS_NUMBERED: tuple[tuple[float, Level], ...] = ((5, "head"), (0, "manager"))
_LEADING_FAMILIES = frozenset(("team_leader", "service_manager", "store_manager", "sales_manager"))
_HOW_LONG = re.compile(r"\b(?:years?|yrs|yoe|experience)\b", re.IGNORECASE)
_BARE_SPAN = re.compile(
    r"^[~<>]?\s*\d+\+?\s*(?:(?:[-–—]|to)\s*\d+)?\s*\+?\s*(?:years?|yrs?|months?)?\.?$", re.IGNORECASE
)
_PAID = re.compile(r"\b(?:pay|salary|compensation|wage|tc|ote|quota)\b", re.IGNORECASE)
_HOLDS_A_LADDER = re.compile(
    r"\b(?:career|ladder|framework|levels?|titles? for|roles?|progression|job family|paths?)\b", re.I
)


class Rung(Record, frozen=True, kw_only=True):
    """A level with the role made of it and the catalogue's role most like it."""

    level: LadderLevel
    role_id: str
    role: Role
    like: str


def make_rungs(
    ladder: Ladder, *, prefix: str, source: str, on: str, catalogue: Catalogue, reader: PostingReader
) -> list[Rung]:
    """The roles of a ladder's levels, in its order.

    Args:
        ladder: the levels.
        prefix: what their ids begin with: the industry, a dot and the ladder's id.
        source: the id of the ladder as a source.
        on: the day it was brought in.
        catalogue: the roles that levels are likened to.
        reader: reads what a level asks.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.services.reading import posting_reader
        >>> levels = (LadderLevel(name="Desk clerk"), LadderLevel(name="Desk manager"))
        >>> ladder = Ladder(name="Desk", levels=levels, ordered_by="as_written")
        >>> wanted = {"catalogue": open_catalogue(), "reader": posting_reader()}
        >>> rungs = make_rungs(ladder, prefix="retail.desk", source="ladder-desk", on="2026-01-15", **wanted)
        >>> [rung.role.level for rung in rungs]
        ['ground', 'manager']
    """
    readings = [_read(level, reader) for level in ladder.levels]
    industry = prefix.partition(".")[0]
    families = _families(ladder, readings, reader, _usual_work(catalogue, industry))
    levels = _levels(ladder, reader)
    rungs: list[Rung] = []
    ids = _ids(ladder, prefix)
    own = tuple(dict.fromkeys(families))
    usual = Counter(families).most_common(1)[0][0]
    likes = [
        _find_called(catalogue, level.name, industry) or _find_like(catalogue, family, rung, industry, usual)
        for level, family, rung in zip(ladder.levels, families, levels, strict=True)
    ]
    pairs = [(reading, catalogue.roles[like]) for reading, like in zip(readings, likes, strict=True)]
    duties = _gathered(ladder, [reading.duties or role.duties for reading, role in pairs])
    skills = _gathered(ladder, [reading.soft_skills or role.soft_skills for reading, role in pairs])
    for at, level in enumerate(ladder.levels):
        like = likes[at]
        cite = Cite(source=source, place=level.name, checked=on)
        role = Role(
            name=_name(level.name, ladder.name),
            family=families[at],
            level=levels[at],
            titles=Titles(names=_titles(level.name), match=(level.name,), refuse=()),
            soc=catalogue.roles[like].soc,
            isco=catalogue.roles[like].isco,
            summary=cut(f"{level.name} at this employer. {tell(level.criteria)}", _SUMMARY_LENGTH),
            duties=duties[at],
            soft_skills=skills[at],
            asks=tuple(_iter_asks(readings[at], cite, own)),
            setting=Setting(workplace=("onsite",), channels=readings[at].channels),
            cite=cite,
        )
        rungs.append(Rung(level=level, role_id=ids[at], role=role, like=like))
    return rungs


def _find_called(catalogue: Catalogue, name: str, industry: str) -> str | None:
    """The industry's role that bears a level's very name."""
    own = ((role_id, role) for role_id, role in catalogue.roles.items() if industry_of(role_id) == industry)
    return next((role_id for role_id, role in own if name.casefold() in names_of(role)), None)


def _find_like(catalogue: Catalogue, family: RoleFamily, level: Level, industry: str, usual: RoleFamily) -> str:
    """The catalogue's role nearest in kind of work, rung and industry.

    A kind of work that the industry does not know, as the trainer among a restaurant's crew, is likened to the usual
    one of the ladder rather than to another trade's.
    """
    found = ""
    for kind in (family, usual):
        distance = distance_from(catalogue, kind, level, industry)
        nearest = min(sorted(catalogue.roles), key=distance)
        found = found or nearest
        if industry_of(nearest) == industry:
            return nearest
    return found


def _gathered(ladder: Ladder, things: Sequence[tuple[Thing, ...]]) -> list[tuple[Thing, ...]]:
    """What each level holds with what those under it in its track hold: a ladder adds, it does not take away."""
    held: dict[str, tuple[Thing, ...]] = {}
    made = []
    for level, own in zip(ladder.levels, things, strict=True):
        held[level.track] = tuple(dict.fromkeys((*held.get(level.track, ()), *own)))
        made.append(held[level.track])
    return made


def _ids(ladder: Ladder, prefix: str) -> list[str]:
    ids: list[str] = []
    for level in ladder.levels:
        wanted = f"{prefix}-{slug(level.name)}"
        ids.append(wanted if wanted not in ids else f"{wanted}-{ids.count(wanted) + len(ids)}")
    return ids


def _name(level: str, ladder: str) -> str:
    """A level's name with its ladder's in the brackets behind it."""
    return f"{level[:-1]}, {ladder})" if level.endswith(")") else f"{level} ({ladder})"


def _titles(name: str) -> tuple[str, ...]:
    """A level's name, and without a grade before it or in brackets behind it."""
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", name)
    bare = re.sub(r"^(?:(?:level|grade|band|tier)\s*\w+|[A-Z]{1,3}-?\d+)\s*[-:–·]\s*", "", bare, flags=re.IGNORECASE)
    return tuple(dict.fromkeys((name, bare or name)))


def _read(level: LadderLevel, reader: PostingReader) -> PostingReading:
    asked = "\n".join(_line(one) for one in level.criteria if not _PAID.search(one.area))
    return reader.read(Posting(id=level.name, title=level.name, requirements=asked))


def _line(criterion: Criterion) -> str:
    """A criterion as an advertisement would say it: "2-4" under "Years" is a length of experience."""
    if _BARE_SPAN.match(criterion.text) and _HOW_LONG.search(criterion.area):
        unit = "" if re.search(r"[a-z]", criterion.text, re.IGNORECASE) else " years"
        return f"{criterion.text.rstrip('.')}{unit} of experience"
    return criterion.text


def _families(
    ladder: Ladder, readings: Sequence[PostingReading], reader: PostingReader, usual: RoleFamily
) -> list[RoleFamily]:
    """The kind of work of each level: what its own name says, else what its track, ladder or criteria say.

    Where nothing says it, the usual work of the industry's ground floor stands.
    """
    named = [_family_of(level.name, reader) if names_work(level.name) else "other" for level in ladder.levels]
    about = _family_of(_HOLDS_A_LADDER.sub(" ", ladder.name), reader)
    read = _most([reading.role_family for reading in readings])
    whole = _mostly(named) or _most(named) or _most([about]) or read or usual
    tracks: dict[str, list[RoleFamily]] = {}
    for family, level in zip(named, ladder.levels, strict=True):
        tracks.setdefault(level.track, []).append(family)
    works = {track: _mostly(families) or _most(families) or whole for track, families in tracks.items()}
    pairs = zip(named, ladder.levels, strict=True)
    return [works[level.track] if family == "other" else family for family, level in pairs]


def _most(families: Sequence[RoleFamily]) -> RoleFamily | None:
    """The most common kind of work that is no leading of it, nor the training of those who do it."""
    beside = {"other", "trainer_quality", *_LEADING_FAMILIES}
    known = [family for family in families if family not in beside]
    return next((name for name, _ in Counter(known).most_common(1)), None)


def _mostly(families: Sequence[RoleFamily]) -> RoleFamily | None:
    """The kind of work that at least half of some levels name: one trainer makes no crew trainers."""
    told, count = Counter(families).most_common(1)[0]
    return told if told != "other" and told not in _LEADING_FAMILIES and count * 2 >= len(families) else None


def _usual_work(catalogue: Catalogue, industry: str) -> RoleFamily:
    roles = [role for role_id, role in catalogue.roles.items() if industry_of(role_id) == industry]
    return _most([role.family for role in roles if role.level == "ground"]) or "customer_service_representative"


def _family_of(name: str, reader: PostingReader) -> RoleFamily:
    return reader.read(Posting(id=name, title=name, requirements="")).role_family


def _levels(ladder: Ladder, reader: PostingReader) -> list[Level]:
    """The rung of each level by its name and grade; never below that of the level under it in its track."""
    reached: dict[str, Level] = {}
    made = []
    for level in ladder.levels:
        own = _level_of(level.name, reader)
        lowest = max(own, reached.get(level.track, "ground"), key=LEVELS.index)
        reached[level.track] = lowest
        made.append(lowest)
    return made


def _level_of(name: str, reader: PostingReader) -> Level:
    grade, leads = grade_of(name), manages_people(name)
    if grade and not names_work(name):
        steps = _LEADERS_NUMBERED if leads else _NUMBERED
        return next((level for least, level in steps if grade.number >= least), "ground")
    head = head_of(name)
    for least, level in _LEADING_FROM:
        if head >= least:
            return level
    if _FAR_AHEAD.search(name):
        return "lead"
    if _AHEAD.search(name):
        return "experienced"
    told = reader.read(Posting(id=name, title=name, requirements="")).level
    return "ground" if _BEGINS.search(name) else min(told, "experienced", key=LEVELS.index)


def _iter_asks(reading: PostingReading, cite: Cite, own: tuple[RoleFamily, ...]) -> Iterator[Ask]:
    """What a level asks that can be held or learned; "some experience" and "another language" ask nothing telling.

    Years of no kind of work in particular are years of the ladder's own.
    """
    said = []
    for fact in reading.facts:
        value = fact.value
        if not isinstance(value, _ASKED) or _says_little(value) or value in said:
            continue
        said.append(value)
        strength = "preferred" if fact.strength == "preferred" else "required"
        place = f"{cite.place}: {fact.quote}"
        if isinstance(value, Experience):
            value = msgspec.structs.replace(value, months_max=None, role_families=value.role_families or own)
        yield Ask(kind=fact.kind, value=value, strength=strength, cite=msgspec.structs.replace(cite, place=place))


def _says_little(value: Education | Experience | Language | Qualification | Tool) -> bool:
    return (isinstance(value, Experience) and not value.months_min) or (
        isinstance(value, Language) and value.tag == "und"
    )


def tell(criteria: Sequence[Criterion]) -> str:
    """Criteria in one line, those of an area together behind its name.

    Example:
        >>> tell([Criterion(area="Guests", text="greets"), Criterion(area="Guests", text="books")])
        'Guests: greets; books.'
    """
    by_area: dict[str, list[str]] = {}
    for one in criteria:
        by_area.setdefault(one.area, []).append(one.text.rstrip(" .;").replace("\n", " "))
    told = (f"{area}: {'; '.join(texts)}" if area else "; ".join(texts) for area, texts in by_area.items())
    return f"{'. '.join(told)}." if by_area else ""


def cut(text: str, length: int) -> str:
    """A text of at most a length, cut after a word.

    Example:
        >>> cut("Answers customers who call", 20)
        'Answers customers …'
    """
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def slug(name: str) -> str:
    """A name as part of an id.

    Example:
        >>> slug("Guest Services, Level 2")
        'guest-services-level-2'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "ladder"
