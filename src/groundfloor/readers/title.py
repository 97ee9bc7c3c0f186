"""What kind of job a title stands for: family, rung, SOC code and role, checked against what the text says."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Coded, Experience, Fact
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import (
    CHANNELS,
    DIRECTIONS,
    DUTIES,
    WORKPLACES,
    IndustryId,
    Level,
    RoleFamily,
)
from groundfloor.readers.frame import ScannedText
from groundfloor.readers.industry import find_industry, read_industry
from groundfloor.readers.role_names import get_role_names
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.coded import read_coded
from groundfloor.readers.title_patterns import get_title_patterns
from groundfloor.text.clean import clean_text

_SIGNATURE_KINDS = ("channel", "direction", "workplace")
_ORDER: dict[str, int] = {code: at for at, code in enumerate((*CHANNELS, *DIRECTIONS, *WORKPLACES, *DUTIES))}
_MONTH_STEPS = (60, 36, 24, 12, 6, 0)
_SOC_CODES = 2
_BY_DUTY = "-by_duty"
_CUSTOMER_DUTIES = frozenset(
    {
        "answer_enquiries", "resolve_complaints", "book_reservations", "sell_upsell", "prospect_cold_call",
        "collect_debts", "manage_accounts_relationships", "retain_renew_customers", "onboard_train_customers",
        "guide_visitors", "greet_reception", "handle_claims",
    }
)  # fmt: skip
_BACK_OFFICE: frozenset[RoleFamily] = frozenset(
    {"clerical_support", "dispatcher_coordinator", "trainer_quality", "other"}
)
_PEOPLE_DUTIES = frozenset({"supervise_staff", "coach_train_staff"})
_LEADING_LEVELS: frozenset[Level] = frozenset({"lead", "supervisor", "manager", "head", "executive_owner"})


class TitleReading(NamedTuple):
    """What a job is: ``soc`` are O*NET-SOC 2019 codes, best first; ``role_id`` is the catalogue's role, if any."""

    role_family: RoleFamily
    level: Level
    soc: tuple[str, ...]
    role_id: str | None
    industry: IndustryId


class JobReading(NamedTuple):
    """What a job of a résumé is, as far as its title and lines say."""

    role_family: RoleFamily
    level: Level
    industry: IndustryId
    customer_facing: bool
    people_managed: bool
    role_id: str | None


def read_title(posting: Posting, frame: ScannedText, facts: Sequence[Fact], catalogue: Catalogue) -> TitleReading:
    """Reads what kind of job an advertisement offers.

    The title comes first; where it says little or misleads, the channels and duties of the text decide.

    Args:
        posting: the advertisement.
        frame: its scanned text.
        facts: every fact read from it; experience, channels, direction and duties are used.
        catalogue: the patterns for titles and the roles.
    """
    industry = find_industry(frame)
    told = [fact for fact in facts if not _is_said_by_title(fact, posting.title)]
    family = _find_family(catalogue, posting.title, told, industry)
    industry = read_industry(posting, frame, family, catalogue)
    return _complete(catalogue, posting.title, family, industry, facts)


def classify_job(title: str, lines: Sequence[str], catalogue: Catalogue, *, employer: str = "") -> JobReading:
    """Reads what a job of a résumé was.

    Args:
        title: the title as written.
        lines: what is said about the job.
        catalogue: the patterns for titles and the roles.
        employer: its name, which may show the industry; empty where there is none.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> job = classify_job("Cashier", ["Balanced the till and greeted customers"], open_catalogue())
        >>> job.role_family, job.customer_facing, job.people_managed
        ('cashier', True, False)
    """
    frame = get_scanner(catalogue).scan("\n".join([title, *lines]))
    facts = read_coded(frame)
    shown = find_industry(frame)
    family = _find_family(catalogue, title, facts, shown)
    industry = read_industry(Posting(id="", title=title, employer=employer), frame, family, catalogue)
    reading = _complete(catalogue, title, family, industry, facts)
    duties = _codes(facts, "duty")
    return JobReading(
        role_family=family,
        level=reading.level,
        industry=industry,
        customer_facing=family not in _BACK_OFFICE or (family != "other" and not _CUSTOMER_DUTIES.isdisjoint(duties)),
        people_managed=reading.level in _LEADING_LEVELS and not _PEOPLE_DUTIES.isdisjoint(duties),
        role_id=reading.role_id,
    )


def _is_said_by_title(fact: Fact, title: str) -> bool:
    """Whether a duty stands in the title alone: who is called an account manager may have no accounts yet."""
    return fact.kind == "duty" and fact.span is not None and fact.span.start < len(title)


def _complete(
    catalogue: Catalogue, title: str, family: RoleFamily, industry: IndustryId, facts: Sequence[Fact]
) -> TitleReading:
    words = _plain(title)
    duties = " ".join(f"duty_{code}" for code in _codes(facts, "duty"))
    asked = f"{words} | {family} {_months(facts)} {duties}"
    level = cast(
        Level, get_title_patterns(catalogue, "title_levels").list_matching(asked, limit=1)[0].partition("-")[0]
    )
    coded = f"{family}/{level}/{industry} | {words} | {_signature(facts, None)}"
    soc = tuple(get_title_patterns(catalogue, "soc").list_matching(coded, limit=_SOC_CODES))
    role_id = get_role_names(catalogue).find_role(title, family, level, industry)
    return TitleReading(family, level, soc, role_id, industry)


def _find_family(catalogue: Catalogue, title: str, facts: Sequence[Fact], industry: IndustryId | None) -> RoleFamily:
    """The title's own words first, then the catalogue's names of roles, then what the text says is done."""
    words = f"{_plain(title)} | {_signature(facts, industry)}"
    keys = get_title_patterns(catalogue, "title_families").list_matching(words, limit=1)
    key = keys[0] if keys else "other"
    named = None if keys and not key.endswith(_BY_DUTY) else get_role_names(catalogue).find_family(title, industry)
    return named or cast(RoleFamily, key.partition("-")[0])


def _signature(facts: Iterable[Fact], industry: IndustryId | None) -> str:
    """The codes of the text in a fixed order: channels, direction, workplace, industry, duties."""
    facts = list(facts)
    words = [f"{kind}_{code}" for kind in _SIGNATURE_KINDS for code in _codes(facts, kind)]
    words += [f"industry_{industry or 'none'}"]
    return " ".join([*words, *(f"duty_{code}" for code in _codes(facts, "duty"))])


def _codes(facts: Iterable[Fact], kind: str) -> list[str]:
    codes = {fact.value.code for fact in facts if fact.kind == kind and isinstance(fact.value, Coded)}
    return sorted(codes, key=lambda code: _ORDER.get(code, len(_ORDER)))


def _months(facts: Iterable[Fact]) -> str:
    """The least experience required, in steps, as the word the patterns of levels know."""
    required = (fact.value for fact in facts if fact.strength == "required")
    asked = [value.months_min for value in required if isinstance(value, Experience)]
    lengths = [months for months in asked if months is not None]
    if not lengths:
        return "months_some" if asked else "months_none"
    return f"months_{next(step for step in _MONTH_STEPS if max(lengths) >= step)}"


def _plain(title: str) -> str:
    return " ".join(clean_text(title).text.lower().split())
