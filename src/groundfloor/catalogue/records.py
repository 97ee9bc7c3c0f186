"""The shape of every catalogue entry. The records are the schema: a file that does not fit does not load.

An entry's id is its path: ``roles/retail.yaml`` with key ``floor-manager`` is ``retail.floor-manager``. Every figure,
level, length, price and law carries a :class:`Cite`.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from groundfloor.model.facts import FactValue
from groundfloor.model.vocabulary import (
    CefrLevel,
    Channel,
    Check,
    Direction,
    Duty,
    FactKind,
    Grade,
    IndustryId,
    Level,
    MoveKind,
    PayPeriod,
    RoleFamily,
    Schedule,
    SoftSkill,
    Stage,
    Strength,
    Trodden,
    Workplace,
    WorkTrait,
)

IsoDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Sentence = Annotated[str, Meta(min_length=1, max_length=600)]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Base of all catalogue records: frozen, strict about unknown fields.

    Frozen records never form a circle, so Python's search for such need not walk through the whole catalogue.
    """


class Cite(Entry, frozen=True, kw_only=True):
    """Where a value comes from: a source id of ``sources/`` and the place in it.

    ``checked`` is the day the place was looked at, empty where the source is named but was not looked at again.
    """

    source: str
    place: str = ""
    checked: IsoDate = ""


class Source(Entry, frozen=True, kw_only=True):
    """A cited publication, with the day it was read (empty where it is only named).

    ``estimate`` marks the project's own judgement, shown to readers as such.
    """

    publisher: str
    title: str
    url: str = ""
    published: IsoDate | None = None
    accessed: IsoDate = ""
    licence: str
    estimate: bool = False


class Industry(Entry, frozen=True, kw_only=True):
    """A line of business with its codes in ISIC Rev. 4, NACE Rev. 2 and NAICS 2022 (several where it spans several)."""

    name: str
    isic: tuple[str, ...]
    nace: tuple[str, ...]
    naics: tuple[str, ...]
    summary: Sentence
    cite: Cite


class Ask(Entry, frozen=True, kw_only=True):
    """One thing a role asks, in the shape of a fact.

    Attributes:
        legal_bar: whether the law forbids the work, or ``task``, without it.
        jurisdictions: where it does, by ISO 3166 code; a bar counts nowhere else.
        reach: how far it reaches there, where it is not everywhere: "most states".
        task: the part of the work that is forbidden without it, as in "sell insurance"; empty for the whole.
    """

    kind: FactKind
    value: FactValue
    strength: Annotated[str, Meta(pattern="^(required|preferred)$")] = "required"
    legal_bar: bool = False
    jurisdictions: tuple[str, ...] = ()
    reach: str = ""
    task: str = ""
    cite: Cite


class Setting(Entry, frozen=True, kw_only=True):
    """Where and how the work is done."""

    workplace: tuple[Workplace, ...]
    channels: tuple[Channel, ...]
    direction: Direction = "not_stated"
    schedule: tuple[Schedule, ...] = ()
    standing: bool = False
    complaints: Annotated[str, Meta(pattern="^(rare|some|much)$")] = "some"
    stress: Annotated[str, Meta(pattern="^(low|middle|high)$")] = "middle"


class Titles(Entry, frozen=True, kw_only=True):
    """How advertisements and résumés name a role. ``match`` must be recognised, ``refuse`` must not."""

    names: tuple[str, ...]
    match: tuple[str, ...]
    refuse: tuple[str, ...]


class Role(Entry, frozen=True, kw_only=True):
    """A job at a level in an industry. ``soc`` is O*NET-SOC 2019, best first; ``isco`` is ISCO-08."""

    name: str
    family: RoleFamily
    level: Level
    titles: Titles
    soc: tuple[str, ...]
    isco: tuple[str, ...]
    summary: Sentence
    duties: tuple[Duty, ...]
    soft_skills: tuple[SoftSkill, ...]
    asks: tuple[Ask, ...]
    setting: Setting
    leaves: tuple[Sentence, ...] = ()
    cite: Cite


class MonthsRange(Entry, frozen=True, kw_only=True):
    """A range of months with its source."""

    min: int
    max: int
    cite: Cite


class TrainingStep(Entry, frozen=True, kw_only=True):
    """One training item of a move, at its stage; ``needed`` when the move is not open without it."""

    item: str
    needed: bool = False


class Move(Entry, frozen=True, kw_only=True):
    """A directed step between two roles: what it takes, how long it usually takes, how well trodden it is.

    ``seen_in`` are publications that describe the step; how often people take it, they may leave open.
    """

    start: str
    to: str
    kind: MoveKind
    months_in_role: MonthsRange
    trodden: Trodden
    trodden_cite: Cite
    seen_in: tuple[Cite, ...] = ()
    training: tuple[TrainingStep, ...]
    note: Sentence | None = None


class Length(Entry, frozen=True, kw_only=True):
    """How long a training item takes: hours of learning or calendar months, as its source states it."""

    hours: float | None = None
    months: float | None = None
    cite: Cite


class Cost(Entry, frozen=True, kw_only=True):
    """Published price to the learner, in the currency of the source; the place of the ``cite`` names its date.

    ``covers`` says what it pays for ("exam", "course and exam"). ``at_least`` where it is the lowest of several prices
    or something else is to be paid besides. ``member_amount`` is what members of the awarding body pay.
    """

    amount: Annotated[float, Meta(ge=0)]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    covers: str = ""
    at_least: bool = False
    member_amount: Annotated[float, Meta(ge=0)] | None = None
    cite: Cite


class QualificationLevel(Entry, frozen=True, kw_only=True):
    """Level of a qualification: EQF 1 to 8 and the national level as written."""

    eqf: int | None = None
    national: str = ""
    cite: Cite


class Validity(Entry, frozen=True, kw_only=True):
    """How long a certificate lasts and what renews it."""

    months: int
    renewal: str = ""
    cite: Cite


class TrainingItem(Entry, frozen=True, kw_only=True):
    """One thing to do in a stage of training. What is not known is absent.

    ``cost`` is what the learner pays, ``funding`` the most that the state or the employer pays for it instead (the
    funding band of an apprenticeship). ``rungs`` are those it prepares for; empty only where it serves every trade and
    country. ``families`` are the kinds of work it is for, where it is not for all of its trades.
    """

    name: str
    stage: Stage
    summary: Sentence
    body: str = ""
    other_names: tuple[str, ...] = ()
    industries: tuple[IndustryId, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rungs: tuple[Level, ...] = ()
    families: tuple[RoleFamily, ...] = ()
    level: QualificationLevel | None = None
    prerequisites: tuple[Sentence, ...] = ()
    length: Length | None = None
    cost: Cost | None = None
    funding: Cost | None = None
    validity: Validity | None = None
    beside_work: bool = True
    gives: tuple[FactValue, ...] = ()
    teaches: tuple[SoftSkill, ...] = ()
    laws: tuple[str, ...] = ()
    url: str = ""
    cite: Cite


class ToolEntry(Entry, frozen=True, kw_only=True):
    """A named system of the trade.

    ``aliases`` are taken wherever they stand; ``short_names`` only with a ``neighbours`` word nearby or in one of
    ``industries``. Tools of one ``family`` are near to each other. ``months_to_learn`` is absent unless sourced.
    """

    name: str
    family: str
    vendor: str = ""
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    successor: str | None = None
    industries: tuple[IndustryId, ...] = ()
    match: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    cite: Cite


class TestBand(Entry, frozen=True, kw_only=True):
    """One band of a language test: a score range or a named grade, and the CEFR level it stands for."""

    cefr: CefrLevel
    grade: str = ""
    min: float | None = None
    max: float | None = None


class LanguageTest(Entry, frozen=True, kw_only=True):
    """A language test with its own published table of CEFR levels."""

    name: str
    tag: str
    aliases: tuple[str, ...] = ()
    bands: tuple[TestBand, ...]
    note: Sentence | None = None
    cite: Cite


class LanguageName(Entry, frozen=True, kw_only=True):
    """A language and the words that name it in English text."""

    name: str
    aliases: tuple[str, ...] = ()


LawArea = Literal[
    "advertising",
    "air",
    "alcohol",
    "calling",
    "cards",
    "care",
    "collections",
    "consumer",
    "credit",
    "education",
    "employment",
    "energy",
    "equality",
    "finance",
    "food",
    "goods",
    "health",
    "housing",
    "insurance",
    "lodging",
    "privacy",
    "recording",
    "security",
    "staffing",
    "telecom",
    "travel",
    "vehicles",
]
"""What a law is about. ``care`` is personal care and funerals, ``lodging`` what a hotel does with its guests."""


class LawTopic(Entry, frozen=True, kw_only=True):
    """One body of law a representative must know, by jurisdiction and industry.

    ``jurisdiction`` is an ISO 3166 code, with the part of the country where the law is that part's own (``US-CA``),
    ``EU`` or ``world``; without ``industries`` it concerns all of them. ``url`` leads to the law itself.
    """

    name: str
    jurisdiction: str
    topic: LawArea
    instrument: str
    summary: Sentence
    industries: tuple[IndustryId, ...] = ()
    url: str = ""
    cite: Cite


class Statement(Entry, frozen=True, kw_only=True):
    """One statement of the self-check, and the trait of work that agreeing speaks for, or against."""

    text: Sentence
    about: WorkTrait
    speaks_against: bool = False


class WageRow(Entry, frozen=True, kw_only=True):
    """Wages of one occupation in one place and year, in the period of its table; None where it withholds a figure.

    ``roles`` are the roles that count in this occupation, where they do not carry the table's own codes.
    """

    title: str
    p10: float | None = None
    p25: float | None = None
    median: float | None = None
    p75: float | None = None
    p90: float | None = None
    roles: tuple[str, ...] = ()


class WageTable(Entry, frozen=True, kw_only=True):
    """A published wage table, keyed by the codes of its ``classification``.

    ``who`` are the people counted, in words; ``employees_only`` where those who work on their own account are left
    out. ``hours_a_year`` is the year of full-time work by which pay an hour and pay a year are held against each
    other. ``roles_cite`` says who put the roles to the occupations; roles carry codes of SOC 2018 themselves.
    """

    place: str
    classification: str = "SOC 2018"
    period: PayPeriod
    currency: str
    date: IsoDate
    who: str = ""
    employees_only: bool = False
    hours_a_year: Annotated[float, Meta(gt=0)] = 2080.0
    rows: dict[str, WageRow]
    roles_cite: Cite | None = None
    cite: Cite


class PayFloor(Entry, frozen=True, kw_only=True):
    """The least that the law lets most people be paid an hour, in a country or one part of it (ISO 3166 code).

    ``whom`` says whom it is for, ``since`` the day from which it holds.
    """

    place: Annotated[str, Meta(pattern="^[A-Z]{2}(-[A-Z]{2,3})?$")]
    per_hour: Annotated[float, Meta(gt=0)]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    since: IsoDate
    whom: str = ""
    cite: Cite


class JobSearch(Entry, frozen=True, kw_only=True):
    """How long people look for work before they have it: weeks in the middle, in one place at one time."""

    place: str
    date: IsoDate
    weeks: Annotated[float, Meta(gt=0)]
    cite: Cite


class LexiconEntry(Entry, frozen=True, kw_only=True):
    """Patterns (RE2 syntax, matched without regard to case) that show one value, with examples of both kinds.

    ``contexts`` limits where the pattern counts: ``any``, or the section owners ``job``, ``ask``, ``offer``,
    ``employer``. Patterns of ``title`` are tried on a job title and the codes of its text, never on a document.
    ``points`` is what a sign counts where signs are added up, ``why`` the reason, ``cite`` who warns of it.
    """

    patterns: tuple[str, ...]
    match: tuple[str, ...]
    refuse: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ("any",)
    points: Annotated[int, Meta(ge=0)] = 0
    why: str = ""
    cite: Cite | None = None


class Country(Entry, frozen=True, kw_only=True):
    """A country by its ISO 3166-1 code: names people write, parts by ISO 3166-2 code, currency by ISO 4217.

    ``currency`` is empty where it is not given.

    Source: ISO 3166-1, ISO 3166-2, ISO 4217.
    """

    name: str
    aliases: tuple[str, ...] = ()
    currency: Annotated[str, Meta(pattern="^([A-Z]{3})?$")] = ""
    regions: dict[str, str] = {}


class Nearness(Entry, frozen=True, kw_only=True):
    """Things that stand in for each other: how much, 0 to 1, with the reason in a few words."""

    among: Annotated[tuple[str, ...], Meta(min_length=2)]
    share: Annotated[float, Meta(ge=0, le=1)]
    why: str


class RoughWorth(Entry, frozen=True, kw_only=True):
    """What one unit of each money is worth in US dollars, roughly: it puts prices in order and is never shown."""

    why: Sentence
    worth_in_usd: dict[str, float]


class MatchingWeights(Entry, frozen=True, kw_only=True):
    """The weights and relations of matching, the same for everyone. See ``docs/matching.md`` for the reasons.

    ``kinds`` is the weight of a requirement by kind, ``strengths`` multiplies it, ``grades`` is the share of the
    weight a verdict earns, ``unknown`` that share by kind where nothing is known of the person, ``unsaid`` where the
    posting is silent on what postings usually say. ``earlier_work_share`` is what work
    before the latest job counts. ``rungs`` gives each level its height, ``rungs_held`` another one where a person
    held it, and after ``experienced_after_months`` of work anybody stands at least at ``experienced``; the
    ``_shares`` count by distance, one first. ``taught_in_house`` names tool families that are usually taught in under
    a month.
    """

    why: Sentence
    kinds: dict[str, float]
    strengths: dict[Strength, float]
    grades: dict[Grade, float]
    unknown: dict[str, float]
    unsaid: dict[str, float]
    family_nearness: tuple[Nearness, ...]
    earlier_work_share: float
    customer_work_families: tuple[RoleFamily, ...]
    customer_work_share: float
    industry_nearness: tuple[Nearness, ...]
    duty_nearness: tuple[Nearness, ...]
    tool_family_share: float
    tool_family_nearness: tuple[Nearness, ...]
    taught_in_house: tuple[str, ...]
    rungs: dict[Level, int]
    rungs_held: dict[Level, int]
    experienced_after_months: int
    step_up_shares: tuple[float, ...]
    step_down_shares: tuple[float, ...]
    education_short_shares: tuple[float, ...]
    cefr_short_shares: tuple[float, ...]
    some_experience_months: int
    experience_met_from_share: float
    experience_nearly_from_share: float
    long_experience_months: int
    long_experience_unknown_share: float
    experience_for_degree_months: int
    limit_checks: tuple[Check, ...]
