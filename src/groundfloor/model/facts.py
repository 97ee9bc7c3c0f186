"""Facts: what a posting asks, a person holds, a role asks and a training item gives, all in one shape."""

from typing import NamedTuple

from msgspec import Struct

from groundfloor.model.vocabulary import (
    CefrLevel,
    EducationLevel,
    FactKind,
    PayKind,
    PayPeriod,
    RoleFamily,
    Strength,
)


class Span(NamedTuple):
    """Half-open range of characters in the original text, never in a cleaned copy."""

    start: int
    end: int


class Record(Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, keyword-only."""


class Education(Record, frozen=True, kw_only=True, tag="education", tag_field="kind"):
    """A level of schooling; ``or_experience`` when experience is taken in its place."""

    level: EducationLevel
    field: str | None = None
    or_experience: bool = False


class Experience(Record, frozen=True, kw_only=True, tag="experience", tag_field="kind"):
    """Months of work in an area. ``months_min`` None means "some, no length given"; 0 means none is needed."""

    months_min: int | None
    months_max: int | None = None
    area: str = "any"
    role_families: tuple[RoleFamily, ...] = ()


class Language(Record, frozen=True, kw_only=True, tag="language", tag_field="kind"):
    """A language by BCP 47 tag (``und`` where only "bilingual" is said) and CEFR level, None when not named."""

    tag: str
    cefr: CefrLevel | None = None


class Tool(Record, frozen=True, kw_only=True, tag="tool", tag_field="kind"):
    """A named system as the text writes it; ``id`` is its catalogue entry, None when the catalogue lacks it."""

    name: str
    id: str | None = None


class Qualification(Record, frozen=True, kw_only=True, tag="qualification", tag_field="kind"):
    """A licence or certificate as the text writes it; ``id`` is its training item in the catalogue, if any."""

    name: str
    id: str | None = None


class Pay(Record, frozen=True, kw_only=True, tag="pay", tag_field="kind"):
    """Pay as published: amounts in ``currency`` (ISO 4217) per ``period``; nothing is converted."""

    min: float | None
    max: float | None
    currency: str | None
    period: PayPeriod
    kind_of_pay: PayKind = "base"


class Hours(Record, frozen=True, kw_only=True, tag="hours", tag_field="kind"):
    """Hours of work a week."""

    min: float | None
    max: float | None


class Coded(Record, frozen=True, kw_only=True, tag="coded", tag_field="kind"):
    """A value of one of the closed lists (duty, channel, check, …)."""

    code: str


FactValue = Education | Experience | Language | Tool | Qualification | Pay | Hours | Coded


class Fact(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One thing read from a text.

    Attributes:
        kind: what kind of thing it is.
        value: the thing.
        strength: whether the text requires it, prefers it, or merely states it.
        quote: the exact words of the original text, empty for facts that come from a structured field.
        span: where those words stand in the original text, None for structured fields.
        rule: the reader rule or field that found it, e.g. ``duties.answer_enquiries`` or ``jsonld.baseSalary``.
    """

    kind: FactKind
    value: FactValue
    strength: Strength = "stated"
    quote: str = ""
    span: Span | None = None
    rule: str = ""
