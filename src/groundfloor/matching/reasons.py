"""The sentences behind verdicts, in plain words for a person looking for work."""

from collections.abc import Mapping

from groundfloor.matching.names import name_of
from groundfloor.matching.requirements import UNSAID, Requirement
from groundfloor.matching.verdicts import Judgement
from groundfloor.model.facts import Coded, Education, Experience, Language, Qualification, Tool

_SENTENCES: dict[str, str] = {
    "role_family.met": "You have done this kind of work, as {1}.",
    "role_family.nearly": "Your work as {1} is close to {0} work.",
    "role_family.learnable": "You have not done {0} work, but this is a job that people learn on the spot.",
    "role_family.missing": "None of your jobs is close to {0} work.",
    "role_family.unnamed": "This is work of a kind that we do not know.",
    "role_family.no_jobs": "Your documents name no job yet, so we cannot say how near {0} work is.",
    "duty.met": "You have done this: {0}.",
    "duty.nearly": "You have done something close to it: {1}.",
    "duty.learnable": "Not shown in your documents, but it is learned in the job: {0}.",
    "duty.missing": "Your documents do not show this: {0}.",
    "duty.unknown": "Your documents do not say what you did at work, so we cannot tell about this: {0}.",
    "level.met": "You have worked at this level: {0}.",
    "level.no_jobs.met": "This is a job to start with.",
    "level.no_jobs.nearly": "Your documents name no job yet, and this one is a step above the ground floor: {0}.",
    "level.no_jobs.missing": "Your documents name no job yet, and this one is far above the ground floor: {0}.",
    "level.up.nearly": "This is a step up for you, from {1} to {0}.",
    "level.up.missing": "These are many steps up at once, from {1} to {0}.",
    "level.down": "This is a step down for you, from {1} to {0}.",
    "industry.met": "You know this industry from your work as {1}.",
    "industry.nearly": "Your work in {1} is close to this industry.",
    "industry.missing": "None of your jobs was in {0} or near it.",
    "industry.unknown": "We cannot tell from your documents whether you know {0}.",
    "education.met": "Your schooling is what they ask for: {0}.",
    "education.exceeded": "Your schooling ({1}) is more than they ask for ({0}).",
    "education.experience": "They take experience in place of {0}, and you have worked long enough.",
    "education.studying": "You are on the way to what they ask for: {0}.",
    "education.nearly": "They ask for {0}; your {1} comes close.",
    "education.missing": "They ask for {0}; your documents show {1}.",
    "education.unknown": "They ask for {0}; your documents name no schooling.",
    "experience.met": "They ask for {1} “{0}”; your work as {2} and the like covers it.",
    "experience.nearly": "They ask for {1} “{0}”; your work as {2} and the like counts for part of it.",
    "experience.missing": "They ask for {1} “{0}”; your jobs show little of it.",
    "experience.any.met": "They ask for {1} any kind of work; you have it.",
    "experience.any.nearly": "They ask for {1} any kind of work; you have part of it.",
    "experience.any.missing": "They ask for {1} any kind of work; your jobs come to less.",
    "experience.title.met": "They ask for experience in “{0}”; your job titles show it.",
    "experience.title.nearly": "They ask for experience in “{0}”; your job titles show some of it.",
    "experience.no_jobs": "They ask for experience in “{0}”; your documents name no job.",
    "experience.area_unknown": "They ask for experience in “{0}”; your job titles do not tell.",
    "experience.undated": "They ask for experience in “{0}”; some of your jobs have no dates, so we cannot count.",
    "language.met": "You have the {0} they ask for.",
    "language.level_unknown": "You know {0}; they ask for level {1}, and your documents name no level.",
    "language.short": "They ask for {0} at level {1}; you have {2}.",
    "language.written": "Your documents are written in {0}.",
    "language.level_of_written": "Your documents are written in {0}; they ask for level {1}, which nothing shows.",
    "language.unknown": "They ask for {0} {1}; your documents do not mention it.",
    "tool.met": "You have worked with {0}.",
    "tool.near.met": "You know {1}, which is what they mean by {0}.",
    "tool.near.nearly": "You know {1}, which works much like {0}.",
    "tool.learnable": "You do not know {0} yet; this employer trains.",
    "tool.taught_in_house": "You do not know {0} yet; such systems are usually taught in the first weeks.",
    "tool.missing": "Your documents do not mention {0}.",
    "tool.unknown": "Your documents name no programs, so we cannot tell about {0}.",
    "qualification.met": "You hold {0}.",
    "qualification.learnable": "You do not hold {0} yet; this employer trains.",
    "qualification.unknown": "Your documents do not mention {0}.",
    "soft_skill.met": "Your documents speak of {0}.",
    "soft_skill.unknown": "Your documents do not say anything about {0}.",
    "computer_literacy.met": "You work with computers: {0}.",
    "computer_literacy.learnable": "Your documents do not mention computers; this employer trains.",
    "computer_literacy.unknown": "Your documents do not mention computers.",
    "check.met": "Your documents show this: {0}.",
    "check.unknown": "They will want this: {0}. Only you can say.",
    "schedule.met": "You have worked such hours: {0}.",
    "schedule.refused": "You said no to such hours: {0}.",
    "schedule.unknown": "The job has such hours: {0}. Only you can say whether they suit you.",
    "workplace.met": "It is in a place you named.",
    "workplace.elsewhere": "It is not in a place you named: {0}.",
    "workplace.not_remote": "You want to work from home; this job is {0}.",
    "pay.met": "It pays up to {0} an hour; you want at least {1}.",
    "pay.below": "It pays up to {0} an hour; you want at least {1}.",
    "pay.no_wish": "You have not said what you must earn.",
    "pay.foreign": "It pays in {0}, which is not the money of a place you named.",
    "workplace.no_wish": "You have not said where you want to work.",
    "workplace.unknown": "The advertisement does not say where the work is.",
    "workplace.unclear": "The advertisement names {0}; it does not say in which country.",
    "workplace.remote": "You can do it from home.",
    "workplace.perhaps_not_remote": "You want to work from home; the advertisement does not say that you can.",
    "workplace.remote_abroad": "It is work from home, but it names {0}; ask whether you may live elsewhere.",
    "workplace.foreign_pay": "It pays in {0}, which is not the money of a place you named.",
    "unsaid": "The advertisement does not say.",
    "warning.bank_details_asked": "A mark of fraud: it asks for bank details before you have the job.",
    "warning.fee_asked": "A mark of fraud: it asks you to pay a fee.",
    "warning.money_through_own_account": "A mark of fraud: money or goods would go through you.",
    "warning.contact_off_platform": "A mark of fraud: it wants to be contacted over a private messenger or mailbox.",
    "warning.employer_missing": "A mark of fraud: no employer is named.",
    "warning.pay_too_good": "A mark of fraud: it promises more pay than such work earns.",
}

_QUESTIONS: dict[str, str] = {
    "role_family": "What work have you done, paid or not?",
    "duty": "Have you done this at work: {0}?",
    "level": "What was your latest job?",
    "industry": "Have you worked in {0}?",
    "education": "What is your highest schooling? They ask for {0}.",
    "experience": "Have you worked in this: {0}? For how long?",
    "language": "Do you speak {0}?",
    "tool": "Have you worked with {0}?",
    "qualification": "Do you hold {0}?",
    "soft_skill": "When did you show {0} at work?",
    "computer_literacy": "Are you at ease with a computer?",
    "check": "Can you show this: {0}?",
    "schedule": "Would these hours suit you: {0}?",
}


_ASKED: Mapping[str, str] = {
    "workplace": "the place",
    "pay": "the pay",
    "warning": "honesty",
}
_UNSAID: Mapping[str, str] = {"duty": "the work in detail", "experience": "experience", "education": "schooling"}


def explain(judgement: Judgement) -> str:
    """One sentence that says why a requirement got its grade."""
    sentence = _SENTENCES[judgement.rule].format(*(name_of(word) for word in judgement.words))
    return " ".join(sentence.replace(" ;", ";").split())


def describe(requirement: Requirement, language_names: Mapping[str, str]) -> str:
    """The thing asked, in a few plain words."""
    value = requirement.value
    if value == UNSAID:
        return _UNSAID[requirement.kind]
    if requirement.kind in _ASKED:
        return _ASKED[requirement.kind]
    match value:
        case Coded(code="true"):
            return name_of(requirement.kind)
        case Coded():
            return name_of(value.code)
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


def question(requirement: Requirement, asked: str) -> str:
    """What to ask the person about a requirement that nothing is known about."""
    return _QUESTIONS[requirement.kind].format(asked)


def _experience(value: Experience) -> str:
    area = name_of(value.area)
    if value.months_min is None:
        return area
    most = f" to {value.months_max}" if value.months_max else " or more" if value.months_min else ""
    return f"{value.months_min}{most} months in {area}"
