"""Marks that warn a job seeker: signs of a scam, pay that is not what it seems, pay or hours left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groundfloor.model.facts import Coded, Experience, Fact, Pay
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import Level, RoleFamily
from groundfloor.readers.frame import ScannedText

_WITHOUT_WORDS = {
    "employer_missing": "warnings.no_employer",
    "pay_missing": "warnings.no_pay",
    "hours_missing": "warnings.no_hours",
}
_CONTRACT_OF_HOURS = ("hours", "schedule", "employment_type")
_SPECIALIST_WORK: frozenset[RoleFamily] = frozenset({"other", "technical_support"})
_LOW_RUNGS: frozenset[Level] = frozenset({"ground", "experienced"})
_ORGANISATION = re.compile(
    r"\b(?:Inc|LLC|Ltd|Limited|GmbH|Corporation|plc|PLC|Pty|LLP|NHS|Trust|Hospital|University|Council|Foundation|Group"
    r"|Hotel|School|College|Bank|Airlines?|Services|Solutions|Partners|Associates|Clinic)\b"
)
_SAYS_WHAT_IT_IS = re.compile(r"\b(?:[A-Z][a-z]+ (?:is|are)|[Ww]e are|[Oo]ur company is) (?:an?|the|one)\b")
_NAME_IN_A_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\w*")
_TIMES_A_NAME_STANDS = 4
_SHORT_TEXT = 1600
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
    frame: ScannedText, posting: Posting, facts: Sequence[Fact], job: AdvertisedJob | None = None
) -> list[Fact]:
    """Reads the marks that warn.

    Args:
        frame: the scanned advertisement.
        posting: the advertisement; its employer and company profile show whether an employer is named.
        facts: every other fact read; pay and hours are looked for among them.
        job: what the job is; without it nothing is said of an employer who stays hidden.

    Returns:
        One fact for each mark, with the words that show it, none for a mark that is an absence. A mark is no proof,
        and none of them hides an advertisement.
    """
    said = list(_iter_said(frame))
    codes = {fact.value.code for fact in said if isinstance(fact.value, Coded)}
    hidden = _iter_hidden(frame, facts, job, codes) if job and frame.lines and _is_unnamed(posting) else ()
    return [*said, *_commission_sold_as_salary(frame, facts, codes), *hidden, *_iter_absent(posting, facts)]


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
    is_short_and_open = _is_open_work(job) and len(frame.text) < _SHORT_TEXT
    if _names_itself(frame) or not (needs_nothing or is_short_and_open):
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


def _is_open_work(job: AdvertisedJob) -> bool:
    return job.role_family not in _SPECIALIST_WORK and job.level in _LOW_RUNGS


def _names_itself(frame: ScannedText) -> bool:
    """Whether the text names an organisation, repeats a name, or has a line that says what the employer is."""
    names = Counter(match.group() for match in _NAME_IN_A_SENTENCE.finditer(frame.text))
    own = (frame.text[line.start : line.end] for line in frame.lines if line.owner == "employer")
    return (
        bool(_ORGANISATION.search(frame.text))
        or max(names.values(), default=0) >= _TIMES_A_NAME_STANDS
        or any(_SAYS_WHAT_IT_IS.search(words) for words in own)
    )


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
