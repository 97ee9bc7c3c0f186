"""Marks that warn a job seeker: signs of a scam, pay that is not what it seems, pay or hours left out."""

from collections.abc import Iterator, Sequence

from groundfloor.model.facts import Coded, Fact, Pay
from groundfloor.model.posting import Posting
from groundfloor.readers.frame import ScannedText

_WITHOUT_WORDS = {
    "employer_missing": "warnings.no_employer",
    "pay_missing": "warnings.no_pay",
    "hours_missing": "warnings.no_hours",
}
_CONTRACT_OF_HOURS = ("hours", "schedule", "employment_type")


def read_warnings(frame: ScannedText, posting: Posting, facts: Sequence[Fact]) -> list[Fact]:
    """Reads the marks that warn.

    Args:
        frame: the scanned advertisement.
        posting: the advertisement; its employer and company profile show whether an employer is named.
        facts: every other fact read; pay and hours are looked for among them.

    Returns:
        One fact for each mark, with the words that show it, none for a mark that is an absence. A mark is no proof,
        and none of them hides an advertisement.
    """
    said = list(_iter_said(frame))
    codes = {fact.value.code for fact in said if isinstance(fact.value, Coded)}
    return [*said, *_commission_sold_as_salary(frame, facts, codes), *_iter_absent(posting, facts)]


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


def _iter_absent(posting: Posting, facts: Sequence[Fact]) -> Iterator[Fact]:
    kinds = {fact.kind for fact in facts}
    absent = {
        "employer_missing": not (posting.employer or posting.company_profile),
        "pay_missing": "pay" not in kinds,
        "hours_missing": kinds.isdisjoint(_CONTRACT_OF_HOURS),
    }
    for code, is_absent in absent.items():
        if is_absent:
            yield Fact(kind="warning", value=Coded(code=code), rule=_WITHOUT_WORDS[code])
