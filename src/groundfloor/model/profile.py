"""What is known of one person, from a résumé or from answers."""

from groundfloor.model.facts import Fact, Record, Span
from groundfloor.model.findings import Finding
from groundfloor.model.vocabulary import (
    Duty,
    EducationLevel,
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
    counts overlapping jobs once. ``text`` is not kept here: the store holds the document.
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
