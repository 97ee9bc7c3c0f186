"""Marks that warn a job seeker: signs of a scam, pay that is not what it seems, pay or hours left out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from groundfloor.model.facts import Coded, Experience, Fact, Pay
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import Level, RoleFamily
from groundfloor.readers.frame import Mention, ScannedText
from groundfloor.readers.slots.employer_named import names_its_employer

_WITHOUT_WORDS = {
    "employer_missing": "warnings.no_employer",
    "pay_missing": "warnings.no_pay",
    "hours_missing": "warnings.no_hours",
}
_CONTRACT_OF_HOURS = ("hours", "schedule", "employment_type")
_SPECIALIST_WORK: frozenset[RoleFamily] = frozenset({"other", "technical_support"})
_LOW_RUNGS: frozenset[Level] = frozenset({"ground", "experienced"})
_SHORT_TEXT, _USUAL_TEXT = 1600, 2400
_ANYBODYS_TITLE: frozenset[RoleFamily] = frozenset(
    {"clerical_support", "receptionist", "customer_service_representative", "contact_centre_agent", "cashier"}
)
_SIGNS = "scam_signs"
_DENIALS = frozenset({"asks_nothing", "cost_denied"})
_POINTS_OF_A_SCAM = 4
_PERIODS_A_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}


class AdvertisedJob(NamedTuple):
    """What the warnings need to know of the job: its kind, its rung, and the most that such work usually earns.

    ``usual_pay_at_most`` is the pay a year that nine of ten workers in this occupation stay under, in the currency
    ``usual_pay_currency``; None where no wage table tells.
    """

    role_family: RoleFamily
    level: Level
    usual_pay_at_most: float | None = None
    usual_pay_currency: str = ""


def read_warnings(
    frame: ScannedText,
    posting: Posting,
    facts: Sequence[Fact],
    job: AdvertisedJob | None = None,
    *,
    signs: Mapping[str, int] | None = None,
) -> list[Fact]:
    """Reads the marks that warn.

    Args:
        frame: the scanned advertisement.
        posting: the advertisement; its employer and company profile show whether an employer is named.
        facts: every other fact read; pay and hours are looked for among them.
        job: what the job is; without it nothing is said of an employer who stays hidden.
        signs: points of each sign of a scam, by the id of its entry in the lexicon; none are added up without it.

    Returns:
        One fact for each mark, with the words that show it, none for a mark that is an absence; several signs of a scam
        together are one fact for each sign. A mark is no proof, and none of them hides an advertisement.
    """
    said = list(_iter_said(frame))
    codes = {fact.value.code for fact in said if isinstance(fact.value, Coded)}
    is_hidden = bool(job and frame.lines) and _is_unnamed(posting) and not names_its_employer(frame)
    return [
        *said,
        *_commission_sold_as_salary(frame, facts, codes),
        *(_iter_hidden(frame, facts, job, codes) if job and is_hidden else ()),
        *_several_signs(frame, signs or {}, _signs_of_the_employer(job, is_hidden)),
        *_iter_absent(posting, facts),
    ]


def _iter_said(frame: ScannedText) -> Iterator[Fact]:
    seen: set[str] = set()
    for mention in frame.mentions("warnings"):
        if mention.code not in seen and not frame.is_negated(mention.start, mention.end):
            seen.add(mention.code)
            yield frame.fact("warning", Coded(code=mention.code), mention)


def _commission_sold_as_salary(frame: ScannedText, facts: Sequence[Fact], codes: set[str]) -> Iterator[Fact]:
    """Commission only, yet a figure is given as if it were pay."""
    figure = next((fact for fact in facts if isinstance(fact.value, Pay) and fact.value.period != "once"), None)
    only = next((one for one in frame.mentions("warnings") if one.code == "commission_only"), None)
    if figure and only and "commission_only" in codes:
        yield frame.fact(
            "warning", Coded(code="commission_sold_as_salary"), only, rule="warnings.figure_beside_commission"
        )


def _iter_hidden(frame: ScannedText, facts: Sequence[Fact], job: AdvertisedJob, codes: set[str]) -> Iterator[Fact]:
    """Work that nearly anybody could do, and not a word of who offers it; and then perhaps more pay than it earns.

    Fraud needs many answers, so it offers such work, in few words, and gives no name that could be looked up.
    """
    needs_nothing = any(isinstance(fact.value, Experience) and fact.value.months_min == 0 for fact in facts)
    if not (needs_nothing or len(frame.text) < _length_to_judge_by(job)):
        return
    title = (frame.lines[0].start, frame.lines[0].end)
    yield frame.fact("warning", Coded(code="employer_hidden"), title, rule="warnings.employer_hidden")
    too_much = next((fact for fact in facts if _is_above_usual(fact.value, job)), None)
    if too_much and "pay_too_good" not in codes:
        value = Coded(code="pay_too_good")
        rule = "warnings.pay_above_usual"
        yield Fact(kind="warning", value=value, quote=too_much.quote, span=too_much.span, rule=rule)


def _is_unnamed(posting: Posting) -> bool:
    return not (posting.employer or posting.company_profile.strip())


def _length_to_judge_by(job: AdvertisedJob) -> int:
    """Characters in which an honest advertisement of such work names its employer; 0 where blind ones are usual.

    Titles that need no training of their own are the ones most used by fraud, so these are judged by a longer text.
    """
    if job.level not in _LOW_RUNGS or job.role_family in _SPECIALIST_WORK:
        return 0
    return _USUAL_TEXT if job.role_family in _ANYBODYS_TITLE else _SHORT_TEXT


def _signs_of_the_employer(job: AdvertisedJob | None, is_hidden: bool) -> tuple[str, ...]:
    is_anybodys = job is not None and job.role_family in _ANYBODYS_TITLE and job.level in _LOW_RUNGS
    return ("employer_unnamed",) * is_hidden + ("anybodys_title",) * is_anybodys


def _several_signs(frame: ScannedText, points: Mapping[str, int], of_the_employer: Sequence[str]) -> list[Fact]:
    """One fact for each sign of a scam, or none where their points do not add up to a warning."""
    found: dict[str, Mention | tuple[int, int]] = {}
    for mention in frame.mentions(_SIGNS):
        if mention.code in _DENIALS or not frame.is_negated(mention.start, mention.end):
            found.setdefault(mention.rule, mention)
    for code in of_the_employer if found else ():
        found[f"{_SIGNS}.{code}"] = (frame.lines[0].start, frame.lines[0].end)
    if sum(points.get(rule, 0) for rule in found) < _POINTS_OF_A_SCAM:
        return []
    return [frame.fact("warning", Coded(code="several_signs"), where, rule=rule) for rule, where in found.items()]


def _is_above_usual(value: object, job: AdvertisedJob) -> bool:
    if not isinstance(value, Pay) or value.kind_of_pay != "base" or value.currency != job.usual_pay_currency:
        return False
    amount, times = value.max or value.min, _PERIODS_A_YEAR.get(value.period)
    return bool(job.usual_pay_at_most and amount and times and amount * times > job.usual_pay_at_most)


def _iter_absent(posting: Posting, facts: Sequence[Fact]) -> Iterator[Fact]:
    kinds = {fact.kind for fact in facts}
    absent = {
        "employer_missing": _is_unnamed(posting),
        "pay_missing": "pay" not in kinds,
        "hours_missing": kinds.isdisjoint(_CONTRACT_OF_HOURS),
    }
    for code, is_absent in absent.items():
        if is_absent:
            yield Fact(kind="warning", value=Coded(code=code), rule=_WITHOUT_WORDS[code])
