"""What is known of one person, from a résumé or from answers."""

from collections.abc import Iterable

from msgspec.structs import replace

from groundfloor.model.facts import Education, Fact, FactValue, Language, Qualification, Record, Span, Tool
from groundfloor.model.findings import Finding
from groundfloor.model.vocabulary import (
    Duty,
    EducationLevel,
    FactKind,
    IndustryId,
    Level,
    RoleFamily,
    Schedule,
    SoftSkill,
)


class Job(Record, frozen=True, kw_only=True):
    """One paid job. ``start`` and ``end`` are ``YYYY-MM``, or ``YYYY`` where no month is stated, or None."""

    title: str
    start: str | None
    end: str | None
    current: bool
    role_family: RoleFamily
    level: Level
    customer_facing: bool
    people_managed: bool
    employer: str = ""
    industry: IndustryId = "other"
    role_id: str | None = None
    quote: str = ""
    span: Span | None = None


class Schooling(Record, frozen=True, kw_only=True):
    """One entry of education, finished or in progress."""

    level: EducationLevel
    field: str | None = None
    year: int | None = None
    in_progress: bool = False
    quote: str = ""
    span: Span | None = None


class Preferences(Record, frozen=True, kw_only=True):
    """What the person wants or refuses; empty means not asked."""

    places: tuple[str, ...] = ()
    remote_only: bool = False
    refused_schedules: tuple[Schedule, ...] = ()
    minimum_pay_per_hour: float | None = None


class Profile(Record, frozen=True, kw_only=True):
    """One person: jobs and schooling in the order of the résumé, every other thing held as facts with evidence.

    ``facts`` hold language, tool, qualification, duty, soft_skill, channel and check facts. ``months_customer_facing``
    counts overlapping jobs once. ``counted_to`` is the month (``YYYY-MM``) up to which jobs that still go on count;
    where it is None, the latest date that the résumé names stands for it. ``text`` is not kept here: the store holds
    the document.
    """

    id: str
    jobs: tuple[Job, ...] = ()
    education: tuple[Schooling, ...] = ()
    facts: tuple[Fact, ...] = ()
    duties: tuple[Duty, ...] = ()
    soft_skills: tuple[SoftSkill, ...] = ()
    role_family_now: RoleFamily = "other"
    level_now: Level = "ground"
    months_customer_facing: int = 0
    months_worked: int = 0
    email_present: bool = False
    name_present: bool = False
    language: str = "en"
    preferences: Preferences = Preferences()
    findings: tuple[Finding, ...] = ()
    counted_to: str | None = None


_HELD_KINDS: dict[type[FactValue], FactKind] = {Language: "language", Qualification: "qualification", Tool: "tool"}


def with_held(profile: Profile, held: Iterable[tuple[FactValue, str]], *, rule: str = "") -> Profile:
    """The person with more that they hold: schooling, languages, qualifications and systems; the rest is left out.

    Args:
        profile: the person.
        held: each thing with the words that show it, empty where there are none.
        rule: who says so.

    Example:
        >>> with_held(Profile(id="1"), [(Language(tag="es"), "")]).facts[0].kind
        'language'
    """
    held = list(held)
    schooling = (Schooling(level=one.level, field=one.field) for one, _ in held if isinstance(one, Education))
    facts = (
        Fact(kind=_HELD_KINDS[type(one)], value=one, quote=quote, rule=rule)
        for one, quote in held
        if type(one) in _HELD_KINDS
    )
    return replace(profile, facts=(*profile.facts, *facts), education=(*profile.education, *schooling))
