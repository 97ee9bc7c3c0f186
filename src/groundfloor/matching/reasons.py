"""The sentences behind verdicts, in plain words for a person looking for work.

A sentence stands beside the words for the thing asked and adds to them; it never says them again, so that verdicts with
one reason can be told together.
"""

from collections.abc import Iterable, Mapping

from groundfloor.matching.names import name_of
from groundfloor.matching.requirements import UNSAID, Requirement
from groundfloor.matching.verdicts import Judgement
from groundfloor.model.facts import Coded, Education, Experience, Language, Qualification, Tool

_SENTENCES: dict[str, str] = {
    "role_family.met": "You did this {0}.",
    "role_family.nearly": "Your work {0} comes close.",
    "role_family.served": "You have served customers {0}; the rest is learned on the spot.",
    "role_family.learnable": "None of your jobs was this; people learn it on the spot.",
    "role_family.missing": "None of your jobs comes close.",
    "role_family.unnamed": "Work of a kind that we cannot name.",
    "role_family.no_jobs": "Your résumé names no job yet.",
    "duty.met": "Your résumé says so.",
    "duty.nearly": "You have done something close: {0}.",
    "duty.learnable": "Not in your résumé; learned in the job.",
    "duty.missing": "Your résumé does not show it.",
    "duty.unknown": "Your résumé does not say what you did at work.",
    "level.met": "You worked at this level {0}.",
    "level.no_jobs.met": "A job to start with.",
    "level.no_jobs.nearly": "A step above a first job.",
    "level.no_jobs.missing": "Far above a first job.",
    "level.up.nearly": "A step up for you.",
    "level.up.missing": "Several steps up at once for you.",
    "level.down": "A step down for you, from {1}.",
    "industry.met": "You did such work {0}.",
    "industry.nearly": "Your work in {0}, {1}, is close.",
    "industry.missing": "None of your jobs was in it or near it.",
    "industry.unknown": "Your résumé does not tell.",
    "education.met": "You have it.",
    "education.exceeded": "You have more: {1}.",
    "education.experience": "They take experience instead, and you have enough.",
    "education.studying": "You are on the way to it.",
    "education.nearly": "You have {1}, which comes close.",
    "education.missing": "You have {1}.",
    "education.unknown": "Your résumé names no schooling.",
    "experience.met": "Your work {0} covers it.",
    "experience.nearly": "Your work {0} counts for about {1} of {2} months.",
    "experience.missing": "Your jobs count for about {1} of {2} months.",
    "experience.none": "None of your jobs counts towards it.",
    "experience.title.met": "Your job titles show it.",
    "experience.title.nearly": "Your job titles show some of it.",
    "experience.no_jobs": "Your résumé names no job yet.",
    "experience.area_unknown": "Your job titles do not tell.",
    "experience.undated": "Some of your jobs have no dates, so we cannot count.",
    "language.met": "You have it.",
    "language.exceeded": "You have more: {0}.",
    "language.level_unknown": "You know it, but your résumé names no level.",
    "language.short": "You have {0}.",
    "language.written": "Your résumé is written in it.",
    "language.level_of_written": "Your résumé is written in it, but names no level.",
    "language.unknown": "Your résumé does not mention it.",
    "tool.met": "You have worked with it.",
    "tool.near.met": "You know {0}, which is one.",
    "tool.near.nearly": "You know {0}, which works much alike.",
    "tool.learnable": "Not in your résumé; this employer trains.",
    "tool.taught_in_house": "Not in your résumé; usually taught in the first weeks.",
    "tool.missing": "Your résumé does not mention it.",
    "tool.unknown": "Your résumé names no programs.",
    "qualification.met": "You hold it.",
    "qualification.learnable": "Not in your résumé; this employer trains.",
    "qualification.unknown": "Your résumé does not mention it.",
    "soft_skill.met": "Your résumé speaks of it.",
    "soft_skill.unknown": "Your résumé does not speak of it.",
    "computer_literacy.met": "Your résumé says so.",
    "computer_literacy.learnable": "Not in your résumé; this employer trains.",
    "computer_literacy.unknown": "Your résumé does not mention computers.",
    "check.met": "Your résumé shows it.",
    "check.unknown": "They will want it; only you can say.",
    "schedule.met": "You have worked such hours.",
    "schedule.refused": "You said no to such hours.",
    "schedule.unknown": "Only you can say whether it suits you.",
    "workplace.met": "One that you named: {0}.",
    "workplace.elsewhere": "Not one that you named: {0}.",
    "workplace.not_remote": "You want to work from home; this is {0} work.",
    "workplace.no_wish": "You have not said where you want to work.",
    "workplace.unknown": "The advertisement does not say it.",
    "workplace.unclear": "The advertisement says {0} and no more.",
    "workplace.remote": "You can work from home.",
    "workplace.perhaps_not_remote": "You want to work from home; the advertisement does not say that you can.",
    "workplace.remote_abroad": "Work from home, but it names {0}; ask whether you may live elsewhere.",
    "workplace.foreign_pay": "It pays in {0}, which is not the money of a place you named.",
    "pay.met": "Up to {0} an hour; you want {1} or more.",
    "pay.below": "Up to {0} an hour; you want {1} or more.",
    "pay.no_wish": "You have not said what you must earn.",
    "pay.foreign": "It is in {0}, which is not the money of a place you named.",
    "unsaid": "The advertisement does not say.",
    "warning.bank_details_asked": "It asks for bank details before you have the job.",
    "warning.fee_asked": "It asks you to pay a fee.",
    "warning.money_through_own_account": "Money or goods would go through you.",
    "warning.contact_off_platform": "It wants to be contacted over a private messenger or mailbox.",
    "warning.employer_hidden": "It does not say who the employer is, for work that asks little.",
    "warning.employer_missing": "No employer is named.",
    "warning.pay_too_good": "It promises more pay than such work earns.",
    "warning.several_signs": "It bears several signs of a scam together.",
    "warning.commission_only": "A month without a sale pays nothing.",
    "warning.commission_sold_as_salary": "It names a sum as pay, but pays by results only: none of it is sure.",
}

_QUESTIONS: dict[str, str] = {
    "role_family": "What work have you done, paid or not?",
    "duty": "Have you done this at work: {0}?",
    "level": "What was your latest job?",
    "industry": "Have you done {0}?",
    "education": "What is your highest schooling? They ask for {0}.",
    "experience": "Have you worked at this, and how long: {0}?",
    "language": "Do you speak {0}?",
    "language_level": "They ask for {0}: how well do you speak it?",
    "tool": "Have you worked with {0}?",
    "qualification": "Do you hold {0}?",
    "soft_skill": "Have you an example from work: {0}?",
    "computer_literacy": "Are you at ease with a computer?",
    "check": "Can you show this: {0}?",
    "schedule": "Would these hours suit you: {0}?",
}

_ASKED: Mapping[str, str] = {"workplace": "place", "pay": "pay", "warning": "mark of fraud"}
_ASKED_BY_CODE = dict.fromkeys(("commission_only", "commission_sold_as_salary"), "pay by commission only")
_SOME = "experience: "
_WORK_WORDS = frozenset(
    {"work", "job", "jobs", "role", "roles", "position", "positions", "setting", "settings", "environment"}
    | {"environments", "industry", "industries", "field", "experience", "management", "sales", "service", "support"}
)
_UNSAID: Mapping[str, str] = {"duty": "duties", "experience": "experience", "education": "schooling"}


def explain(judgement: Judgement) -> str:
    """One sentence that says why a requirement got its grade."""
    return _SENTENCES[judgement.rule].format(*map(name_of, judgement.words))


def describe(requirement: Requirement, language_names: Mapping[str, str]) -> str:
    """The thing asked, in a few plain words."""
    value = requirement.value
    if value == UNSAID:
        return _UNSAID[requirement.kind]
    if requirement.kind in _ASKED:
        return _ASKED_BY_CODE.get(getattr(value, "code", ""), _ASKED[requirement.kind])
    match value:
        case Coded(code="true"):
            return name_of(requirement.kind)
        case Coded(code="other") if requirement.kind == "role_family":
            return "this kind of work"
        case Coded():
            return f"work in {name_of(value.code)}" if requirement.kind == "industry" else name_of(value.code)
        case Education():
            return name_of(value.level) + (f" in {value.field}" if value.field else "")
        case Experience():
            return _experience(value)
        case Language():
            name = language_names.get(value.tag.split("-")[0], name_of(value.tag))
            return f"{name} {value.cefr}" if value.cefr else name
        case Tool() | Qualification():
            return value.name
        case _:
            return requirement.kind


def ask(kind: str, asked: Iterable[str]) -> str:
    """What to ask the person about things that nothing is known about, several of one kind in one question.

    Example:
        >>> ask("schedule", ["weekends", "evenings"])
        'Would these hours suit you: weekends, evenings?'
    """
    return _QUESTIONS[kind].format(", ".join(thing.removeprefix(_SOME) for thing in asked))


def _experience(value: Experience) -> str:
    """Experience in the employer's own words for the area, else as the kinds of work it means."""
    own_words = "" if value.area == "any" else _close(name_of(value.area))
    work = own_words or " or ".join(name_of(family) for family in value.role_families) or "any work"
    return f"{_length(value)} of {_as_work(work)}" if value.months_min else f"{_SOME}{work}"


def _close(area: str) -> str:
    """An area without the bracket that it opens and never closes."""
    return area if ")" in area else area.partition("(")[0].strip() or area


def _as_work(area: str) -> str:
    """An area as work ("hotel" as "hotel work"); one that already says that it is work stays as it is."""
    words = area.lower().split()
    return area if words[-1] in _WORK_WORDS or words[0].endswith("ing") else f"{area} work"


def _length(value: Experience) -> str:
    months = (value.months_min or 0, value.months_max or 0)
    unit, count = ("year", 12) if all(end % 12 == 0 for end in months) else ("month", 1)
    least, most = (end // count for end in months)
    return f"{least} to {most} {unit}s" if most > least else f"{least} {unit}{'s' * (least != 1)}"
