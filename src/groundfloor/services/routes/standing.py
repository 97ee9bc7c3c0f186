"""What a person brings to a route: time served, schooling, languages, qualifications, tools, habits of work."""

from collections.abc import Iterable

from msgspec.structs import replace

from groundfloor.catalogue.ladders.records import LADDER_SOURCE
from groundfloor.catalogue.records import Role, TrainingItem
from groundfloor.matching.names import name_of
from groundfloor.model.facts import (
    Coded,
    Education,
    Experience,
    Fact,
    FactValue,
    Language,
    Qualification,
    Record,
    Tool,
)
from groundfloor.model.profile import Job, Profile
from groundfloor.model.vocabulary import (
    CEFR_LEVELS,
    EDUCATION_LEVELS,
    LEVELS,
    EducationLevel,
    Level,
    RoleFamily,
)

TICKED = "plan.tick"
"""Rule of a fact that no document shows: the person ticked it off a plan, and its quote is the day."""
MonthSpan = tuple[int, int]
"""Half-open range of months, counted from year 0."""


class Spell(Record, frozen=True, kw_only=True):
    """One job as months in a family at a level."""

    family: RoleFamily
    level: Level
    customer_facing: bool
    months: MonthSpan
    title: str = ""


class Standing(Record, frozen=True, kw_only=True):
    """What a person brings, gathered once from a profile; all empty for somebody who starts from nothing."""

    spells: tuple[Spell, ...] = ()
    education: EducationLevel | None = None
    languages: dict[str, str | None] = {}  # noqa: RUF012 - msgspec copies mutable defaults
    named: dict[str, str] = {}  # noqa: RUF012
    ticked: dict[str, str] = {}  # noqa: RUF012
    codes: frozenset[str] = frozenset()


def read_standing(profile: Profile | None) -> Standing:
    """Gathers what a profile shows in the terms that roles and training are written in.

    Args:
        profile: one person, or None for nobody in particular.

    Returns:
        Jobs as months by family and level, the highest finished schooling, the best level of each language, names
        and ids of tools and qualifications (with the words of the document), those ticked off a plan (with the day),
        codes of duties and soft skills.
        Schooling still in progress does not count as held.

    Example:
        >>> read_standing(None) == Standing()
        True
    """
    if profile is None:
        return Standing()
    finished = [entry.level for entry in profile.education if not entry.in_progress]
    coded = {fact.value.code for fact in profile.facts if isinstance(fact.value, Coded)}
    return Standing(
        spells=_spells(profile),
        education=max(finished, key=EDUCATION_LEVELS.index, default=None),
        languages=_languages(profile),
        named=_named(fact for fact in profile.facts if fact.rule != TICKED),
        ticked=_named(fact for fact in profile.facts if fact.rule == TICKED),
        codes=frozenset(coded | set(profile.duties) | set(profile.soft_skills)),
    )


def months_served(spells: Iterable[Spell]) -> int:
    """Months covered by any of the spells; months of two jobs at once count once.

    Example:
        >>> jobs = [Spell(family="cashier", level="ground", customer_facing=True, months=span)
        ...         for span in ((0, 12), (6, 18))]
        >>> months_served(jobs)
        18
    """
    total, reached = 0, 0
    for start, end in sorted(spell.months for spell in spells):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def months_towards(standing: Standing, role: Role) -> int:
    """Months already served in the role's family at its level or above, in whatever industry.

    Time on a level of an employer's ladder is time under its title: the same months count for no other level of it.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> months_towards(Standing(), catalogue.roles["retail.cashier"])
        0
    """
    if role.cite.source.startswith(LADDER_SOURCE):
        names = {name.casefold() for name in role.titles.names}
        return months_served(spell for spell in standing.spells if spell.title.casefold() in names)
    rung = LEVELS.index(role.level)
    return months_served(
        spell for spell in standing.spells if spell.family == role.family and LEVELS.index(spell.level) >= rung
    )


def count_as(standing: Standing, family: RoleFamily, other: RoleFamily) -> Standing:
    """The same standing with the time in one kind of work counted as time in another.

    Example:
        >>> count_as(Standing(), "other", "cashier").spells
        ()
    """
    spells = (replace(spell, family=other) if spell.family == family else spell for spell in standing.spells)
    return replace(standing, spells=tuple(spells))


def find_item_held(standing: Standing, item_id: str, item: TrainingItem) -> str | None:
    """Says why a training item is already behind the person, or None.

    An item is held when the document names it, or shows everything telling that it gives: for the job itself the time
    served; otherwise the qualification, language, schooling or tool. Having done the work does not stand for a course.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> find_item_held(Standing(), "insurance.florida-4-40", catalogue.training["insurance.florida-4-40"]) is None
        True
    """
    for name in (item_id, item.name, *item.other_names):
        if name.casefold() in standing.named:
            return f"your résumé names it: “{standing.named[name.casefold()]}”"
        if name.casefold() in standing.ticked:
            return f"you ticked it off on {standing.ticked[name.casefold()]}"
    telling = [value for value in item.gives if isinstance(value, Experience) == (item.stage == 1)]
    reasons = [find_held(standing, value) for value in telling if not isinstance(value, Coded)]
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason)) if all(reasons) and reasons else None


def find_held(standing: Standing, value: FactValue) -> str | None:
    """Says in a few words why a value is held, or None when the document does not show it.

    Example:
        >>> find_held(Standing(named={"zendesk": "Zendesk"}), Tool(name="Zendesk"))
        'your résumé names “Zendesk”'
    """
    match value:
        case Education(level=level):
            return _education_held(standing, level)
        case Language(tag=tag, cefr=cefr):
            return _language_held(standing, tag, cefr)
        case Experience():
            return _experience_held(standing, value)
        case Tool(name=name, id=entry_id) | Qualification(name=name, id=entry_id):
            return _name_held(standing, (entry_id or name).casefold(), name.casefold())
        case Coded(code=code):
            return f"your résumé shows {name_of(code)}" if code in standing.codes else None
        case _:
            return None


def _name_held(standing: Standing, *names: str) -> str | None:
    for name in names:
        if name in standing.named:
            return f"your résumé names “{standing.named[name]}”"
        if name in standing.ticked:
            return f"you ticked it off on {standing.ticked[name]}"
    return None


def _education_held(standing: Standing, level: EducationLevel) -> str | None:
    held = standing.education
    if held is None or EDUCATION_LEVELS.index(held) < EDUCATION_LEVELS.index(level):
        return "no schooling is asked" if level == "none" else None
    return f"your schooling: {held.replace('_', ' ')}"


def _language_held(standing: Standing, tag: str, cefr: str | None) -> str | None:
    candidates = [tag] if tag != "und" else [name for name in standing.languages if name != "en"]
    for name in candidates:
        if name in standing.languages:
            held = standing.languages[name]
            if cefr is None or (held is not None and CEFR_LEVELS.index(held) >= CEFR_LEVELS.index(cefr)):
                return f"you have it at {held}" if held else "your résumé names it"
    return None


def _experience_held(standing: Standing, asked: Experience) -> str | None:
    families = set(asked.role_families)
    served = months_served(
        spell for spell in standing.spells if (spell.family in families if families else spell.customer_facing)
    )
    return f"you have {served} months of it" if served and served >= (asked.months_min or 1) else None


def _languages(profile: Profile) -> dict[str, str | None]:
    languages: dict[str, str | None] = {}
    for fact in profile.facts:
        if isinstance(fact.value, Language):
            tag, cefr = fact.value.tag, fact.value.cefr
            known = languages.get(tag)
            languages[tag] = max((level for level in (known, cefr) if level), default=None)
    return languages


def _named(facts: Iterable[Fact]) -> dict[str, str]:
    named: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact.value, Tool | Qualification):
            for name in (fact.value.id, fact.value.name):
                if name:
                    named.setdefault(name.casefold(), fact.quote or fact.value.name)
    return named


def _spells(profile: Profile) -> tuple[Spell, ...]:
    """Dated jobs as months. A current job lasts until the day the reader counted to, which its total tells."""
    dates = (date for job in profile.jobs for date in (job.start, job.end))
    latest = max((month for date in (*dates, profile.counted_to) if (month := _month(date))), default=0)
    dated = [(job, spell) for job in profile.jobs if (spell := _spell(job, latest))]
    beyond = max(0, profile.months_worked - months_served(spell for _, spell in dated))
    return tuple(
        replace(spell, months=(spell.months[0], spell.months[1] + beyond)) if job.current else spell
        for job, spell in dated
    )


def _spell(job: Job, latest: int) -> Spell | None:
    start = _month(job.start)
    end = latest if job.current else _month(job.end)
    if start is None or end is None or end < start:
        return None
    # The month a job ends in was worked too; a bare year says nothing of months, so it adds none.
    whole = end + 1 if job.end and "-" in job.end else end
    return Spell(
        family=job.role_family,
        level=job.level,
        customer_facing=job.customer_facing,
        months=(start, whole),
        title=job.title,
    )


def _month(text: str | None) -> int | None:
    if not text:
        return None
    year, _, month = text.partition("-")
    return int(year) * 12 + (int(month or 1) - 1)
