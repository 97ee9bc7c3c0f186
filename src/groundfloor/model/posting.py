"""Job advertisements: as published (:class:`Posting`) and as read (:class:`PostingReading`)."""

from typing import Any

from groundfloor.model.facts import Fact, Record
from groundfloor.model.findings import Finding
from groundfloor.model.vocabulary import (
    Channel,
    Check,
    Direction,
    Duty,
    EmploymentType,
    IndustryId,
    Level,
    Physical,
    RoleFamily,
    Schedule,
    SoftSkill,
    WarningCode,
    Workplace,
)

TEXT_FIELDS = ("title", "location", "company_profile", "description", "requirements", "benefits")


class Posting(Record, frozen=True, kw_only=True):
    """One advertisement as published.

    ``text`` is the text fields in the order of :data:`TEXT_FIELDS`, empty ones left out, joined by blank lines; all
    spans count in it. ``stated`` holds facts given in structured fields (JSON-LD pay, employment type); they have
    no span. ``raw`` is the payload as it came.
    """

    id: str
    title: str = ""
    location: str = ""
    company_profile: str = ""
    description: str = ""
    requirements: str = ""
    benefits: str = ""
    employer: str = ""
    country: str = ""
    posted_on: str = ""
    url: str = ""
    stated: tuple[Fact, ...] = ()
    raw: dict[str, Any] = {}  # noqa: RUF012 - msgspec copies mutable defaults

    @property
    def text(self) -> str:
        """The whole advertisement, the text in which spans count."""
        return "\n\n".join(part for part in (getattr(self, name) for name in TEXT_FIELDS) if part)


class PostingReading(Record, frozen=True, kw_only=True):
    """What one advertisement says, as facts with evidence.

    The closed-list fields are ``None``/``not_stated``/empty where nothing is stated. ``facts`` holds every fact with
    its words; :func:`groundfloor.readers.posting.flatten_posting` gives the field names of the exchange format.
    """

    id: str
    title: str
    role_family: RoleFamily
    level: Level
    soc: tuple[str, ...]
    industry: IndustryId
    workplace: Workplace
    direction: Direction
    facts: tuple[Fact, ...]
    employment_types: tuple[EmploymentType, ...] = ()
    channels: tuple[Channel, ...] = ()
    schedule: tuple[Schedule, ...] = ()
    duties: tuple[Duty, ...] = ()
    soft_skills: tuple[SoftSkill, ...] = ()
    checks: tuple[Check, ...] = ()
    physical: tuple[Physical, ...] = ()
    warnings: tuple[WarningCode, ...] = ()
    computer_literacy: bool = False
    training_offered: bool = False
    progression_offered: bool = False
    role_id: str | None = None
    language: str = "en"
    employer: str = ""
    location: str = ""
    country: str = ""
    posted_on: str = ""
    url: str = ""
    findings: tuple[Finding, ...] = ()
