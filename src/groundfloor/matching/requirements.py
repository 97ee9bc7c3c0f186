"""What a posting asks, one requirement for each thing that is compared."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from groundfloor.matching.wording import content_words, fold
from groundfloor.model.facts import (
    Coded,
    Education,
    Experience,
    Fact,
    FactValue,
    Language,
    Pay,
    Qualification,
    Record,
    Span,
    Tool,
)
from groundfloor.model.posting import PostingReading
from groundfloor.model.vocabulary import FactKind, Strength, WarningCode

_ITEM_KINDS: frozenset[FactKind] = frozenset({"education", "experience", "language", "tool", "qualification"})
_SHIFTS = frozenset(
    {
        "weekends",
        "evenings",
        "nights",
        "early_mornings",
        "holidays",
        "rotating",
        "on_call",
        "overtime",
        "round_the_clock",
    }
)


_FRAUD_MARKS: frozenset[WarningCode] = frozenset(
    {"bank_details_asked", "fee_asked", "money_through_own_account", "several_signs"}
)
_FRAUD_TOGETHER: tuple[frozenset[WarningCode], ...] = (frozenset({"contact_off_platform", "pay_too_good"}),)
"""Each alone is found in honest advertisements too; together they are a mark of fraud."""

PAY_BY_RESULTS: tuple[WarningCode, ...] = ("commission_sold_as_salary", "commission_only")
"""Pay by commission alone, the graver first: no fraud by itself, but nothing to live on in a month without a sale."""

_USUALLY_SAID: tuple[FactKind, ...] = ("duty", "experience", "education")
UNSAID = Coded(code="unsaid")
"""Stands where an advertisement is silent on what nearly every one says: duties, schooling, experience."""


class Whereabouts(Record, frozen=True, kw_only=True):
    """What an advertisement says of where the work is.

    Attributes:
        words: the place as written, with the country where a field gives it.
        certain: False where the place was taken from the line that names the employer.
        currency: of the pay, where no country is given; it hints at one.
    """

    words: str = ""
    certain: bool = True
    currency: str = ""


class Requirement(Record, frozen=True, kw_only=True):
    """One thing asked, with the words that ask it.

    Attributes:
        kind: what kind of thing.
        value: the thing.
        strength: whether it is required, preferred, or merely part of the work.
        learnable: whether this employer teaches it, or it is ground-floor work that asks no experience.
        legal_bar: whether the law forbids the work without it.
        weighs_as: the key of the kind's weight.
        place: where the work is, for a requirement of kind ``workplace`` and for a qualification.
        quote, span: the words of the advertisement.
    """

    kind: FactKind
    value: FactValue
    strength: Strength = "required"
    learnable: bool = False
    legal_bar: bool = False
    weighs_as: str = ""
    place: Whereabouts | None = None
    quote: str = ""
    span: Span | None = None

    @property
    def weight_key(self) -> str:
        """The key under which this requirement is weighed."""
        return self.weighs_as or self.kind

    def as_compared(self) -> "Requirement":
        """The requirement without evidence and wording: what ranking judges once for all postings that ask it."""
        return replace(self, value=_as_compared(self.value), quote="", span=None)


def requirements_of(reading: PostingReading) -> tuple[Requirement, ...]:
    """What one advertisement asks: the work, its rung and industry, then everything it names.

    Age limits are left out: age never enters a score. A licence counts as a bar set by law. Physical demands are shown
    with the posting and not compared.

    Args:
        reading: the posting as read.

    Returns:
        Requirements in a fixed order: marks of fraud, work, duties, level, industry, named items, what the posting
        ought to have said and did not, soft skills, checks, shifts, pay, place.
    """
    return tuple(_iter_requirements(reading))


def _iter_requirements(reading: PostingReading) -> Iterator[Requirement]:
    words = _Words(reading.facts)
    teaches = reading.training_offered
    asks_little = reading.level == "ground" and not _asks_long_experience(reading.facts)
    yield from _iter_marks(reading, words)
    yield words.coded("role_family", reading.role_family, learnable=teaches or asks_little, quote=reading.title)
    for duty in reading.duties:
        yield words.coded("duty", duty, learnable=teaches or asks_little)
    yield words.coded("level", reading.level, quote=reading.title)
    if reading.industry != "other":
        yield words.coded("industry", reading.industry)
    yield from _iter_items(reading, teaches=teaches)
    yield from _iter_unsaid(reading)
    for skill in reading.soft_skills:
        yield words.coded("soft_skill", skill)
    if reading.computer_literacy:
        yield words.coded("computer_literacy", "true", learnable=teaches)
    yield from _iter_conditions(reading, words)


def _iter_items(reading: PostingReading, *, teaches: bool) -> Iterator[Requirement]:
    written = "en" if reading.language == "und" else _main_tag(reading.language)
    tools = [fold(fact.value.name) for fact in reading.facts if isinstance(fact.value, Tool)]
    for fact in reading.facts:
        if fact.kind not in _ITEM_KINDS or fact.strength == "stated" or _asks_nothing(fact.value):
            continue
        if _names_tool(fact.value, tools):
            continue
        own_language = isinstance(fact.value, Language) and _main_tag(fact.value.tag) == written
        is_bar = isinstance(fact.value, Qualification) and "licen" in fact.value.name.casefold()
        yield Requirement(
            kind=fact.kind,
            value=fact.value,
            strength=fact.strength,
            learnable=teaches and fact.kind in ("tool", "qualification"),
            legal_bar=is_bar,
            place=_whereabouts(reading) if isinstance(fact.value, Qualification) else None,
            weighs_as="language_of_posting" if own_language else "",
            quote=fact.quote,
            span=fact.span,
        )


def _iter_marks(reading: PostingReading, words: "_Words") -> Iterator[Requirement]:
    """The marks of fraud and of pay by commission only, each with the words that bear it."""
    found = frozenset(reading.warnings)
    marks = _FRAUD_MARKS.union(*(together for together in _FRAUD_TOGETHER if together <= found))
    for code in reading.warnings:
        if code in marks:
            yield words.coded("warning", code)
    for code in [code for code in PAY_BY_RESULTS if code in found][:1]:
        yield replace(words.coded("warning", code), weighs_as="pay_by_results")


def _iter_unsaid(reading: PostingReading) -> Iterator[Requirement]:
    """What nearly every advertisement says of its job and this one does not; "no experience needed" says it."""
    said: set[FactKind] = {fact.kind for fact in reading.facts}
    for kind in _USUALLY_SAID:
        if kind not in said and not (kind == "duty" and reading.duties):
            yield Requirement(kind=kind, value=UNSAID)


def _iter_conditions(reading: PostingReading, words: "_Words") -> Iterator[Requirement]:
    for check in reading.checks:
        if check != "minimum_age":
            yield words.coded("check", check)
    for shift in reading.schedule:
        if shift in _SHIFTS:
            yield words.coded("schedule", shift)
    for fact in reading.facts:
        if isinstance(fact.value, Pay) and fact.value.period == "hour" and fact.value.kind_of_pay == "base":
            yield Requirement(kind="pay", value=fact.value, quote=fact.quote, span=fact.span)
    yield replace(words.coded("workplace", reading.workplace), place=_whereabouts(reading))


def _whereabouts(reading: PostingReading) -> Whereabouts:
    """The place as stated, else what stands behind the employer's name ("Tamarack Motors, Calgary AB")."""
    if reading.location or reading.country:
        named = fold(reading.country) in fold(reading.location).split()
        return Whereabouts(words=", ".join(filter(None, (reading.location, "" if named else reading.country))))
    pays = (fact.value for fact in reading.facts if isinstance(fact.value, Pay) and fact.value.kind_of_pay == "base")
    currency = next((pay.currency for pay in pays if pay.currency), "")
    _, _, behind = reading.employer.replace(" - ", ",", 1).partition(",")
    return Whereabouts(words=behind.strip(), certain=False, currency=currency)


def _asks_nothing(value: FactValue) -> bool:
    """Whether the words say that nothing is needed, e.g. "no experience needed"."""
    return (isinstance(value, Experience) and value.months_min == 0) or getattr(value, "level", "") == "none"


def _names_tool(value: FactValue, tools: Iterable[str]) -> bool:
    """Whether "experience in" a program only says again that the program is asked."""
    if not isinstance(value, Experience) or value.months_min or value.role_families:
        return False
    area = f" {fold(value.area)} "
    return any(f" {tool} " in area or area in f" {tool} " for tool in tools)


def _asks_long_experience(facts: Iterable[Fact]) -> bool:
    return any(
        isinstance(fact.value, Experience) and fact.strength == "required" and (fact.value.months_min or 0) > 12
        for fact in facts
    )


def _main_tag(tag: str) -> str:
    return tag.split("-")[0]


def _as_compared(value: FactValue) -> FactValue:
    match value:
        case Education():
            return replace(value, field=None)
        case Experience():
            area = "any" if value.area == "any" else " ".join(sorted(content_words(value.area)))
            return replace(value, months_max=None, area="" if value.role_families else area)
        case Language():
            return replace(value, tag=_main_tag(value.tag))
        case Tool() | Qualification():
            return replace(value, name="" if value.id else fold(value.name))
        case _:
            return value


class _Words:
    """The words behind each coded value of a posting."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: dict[tuple[FactKind, str], Fact] = {}
        for fact in facts:
            if isinstance(fact.value, Coded):
                self._facts.setdefault((fact.kind, fact.value.code), fact)

    def coded(self, kind: FactKind, code: str, *, learnable: bool = False, quote: str = "") -> Requirement:
        """The requirement with the words of its fact, or else the ``quote`` given."""
        fact = self._facts.get((kind, code))
        strength: Strength = fact.strength if fact and fact.strength == "preferred" else "required"
        return Requirement(
            kind=kind,
            value=Coded(code=code),
            strength=strength,
            learnable=learnable,
            quote=fact.quote if fact else quote,
            span=fact.span if fact else None,
        )
