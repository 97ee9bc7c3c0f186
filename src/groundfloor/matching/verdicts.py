"""One requirement against what a person holds: one small judge for each kind.

A judge returns a :class:`Judgement`: grade, share of the weight earned, the rule that decided and the evidence held.
Sentences are made from it only when somebody reads them (:mod:`groundfloor.matching.reasons`).
"""

from collections.abc import Callable, Iterable, Sequence
from textwrap import shorten
from typing import Literal, NamedTuple

from groundfloor.matching.attainments import Attainments, Evidence, HeldJob, HeldLanguage
from groundfloor.matching.relations import CUSTOMER_FACING, PEOPLE_LEADING, Relations
from groundfloor.matching.requirements import UNSAID, Requirement, Whereabouts
from groundfloor.matching.wording import content_words, fold
from groundfloor.model.facts import Coded, Education, Experience, Language, Pay, Qualification, Tool
from groundfloor.model.vocabulary import CEFR_LEVELS, EDUCATION_LEVELS, FactKind, Grade, Level

LimitState = Literal["kept", "open", "doubtful", "broken"]
"""``open``: nothing is known; ``doubtful``: nothing is known, and silence usually means no."""

_JOBS_NAMED, _TITLE_WIDTH = 2, 40
_ENOUGH_WITHOUT_LEVEL = "B2"
"""A document written in a language shows its writer at about this level, when no level is said."""


class Judgement(NamedTuple):
    """What became of one requirement.

    ``rule`` names the sentence that explains it and ``words`` fill its gaps; ``limit`` is None where the requirement
    can be traded off.
    """

    grade: Grade
    share: float
    rule: str
    words: tuple[str, ...] = ()
    evidence: Evidence | None = None
    limit: LimitState | None = None


def judge(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    """Compares one requirement with what a person holds.

    Args:
        requirement: the thing asked.
        attainments: what the person holds.
        relations: weights and nearness, the same for everyone.

    Returns:
        Grade, share in 0..1 and the rule that decided.
    """
    if requirement.value == UNSAID:
        return Judgement("unknown", relations.unsaid_shares[requirement.kind], "unsaid")
    return _JUDGES[requirement.kind](requirement, attainments, relations)


def _unknown(requirement: Requirement, relations: Relations, rule: str, *words: str) -> Judgement:
    return Judgement("unknown", relations.unknown_share(requirement.weight_key), rule, words)


def _lacking(requirement: Requirement, relations: Relations, rule: str, *words: str) -> Judgement:
    """Learnable where the employer teaches it, else missing."""
    if requirement.learnable:
        return Judgement("learnable", relations.grade_shares["learnable"], f"{rule}.learnable", words)
    return Judgement("missing", relations.grade_shares["missing"], f"{rule}.missing", words)


def _code(requirement: Requirement) -> str:
    assert isinstance(requirement.value, Coded)
    return requirement.value.code


def _judge_family(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    """The work itself: the nearest job the person has had."""
    asked = _code(requirement)
    if not attainments.jobs:
        return _unknown(requirement, relations, "role_family.no_jobs")
    if asked == "other":
        return _unknown(requirement, relations, "role_family.unnamed")
    nearest = max(attainments.jobs, key=lambda job: _family_share(asked, job, relations))
    share = _family_share(asked, nearest, relations)
    if nearest.family == asked:
        return Judgement("met", share, "role_family.met", (_as(nearest),), nearest.evidence)
    served = _find_served(requirement, attainments, relations)
    if served is not None and share < relations.customer_work_share:
        held = relations.customer_work_share
        return Judgement("nearly", held, "role_family.served", (_as(served),), served.evidence)
    if requirement.learnable and share <= relations.grade_shares["learnable"]:
        return _lacking(requirement, relations, "role_family")
    if share > 0:
        return Judgement("nearly", share, "role_family.nearly", (_as(nearest),), nearest.evidence)
    return Judgement("missing", relations.grade_shares["missing"], "role_family.missing")


def _find_served(requirement: Requirement, attainments: Attainments, relations: Relations) -> HeldJob | None:
    """A job that served customers, where that is what the work takes and the rest is learned on the spot."""
    if not requirement.learnable or _code(requirement) not in relations.customer_work_families:
        return None
    return next((job for job in attainments.jobs if CUSTOMER_FACING in job.counts_as), None)


def _as(job: HeldJob) -> str:
    """A job in a sentence: by its title where it has one."""
    return f"as {shorten(job.title, _TITLE_WIDTH, placeholder=' …')}" if job.title else "in an earlier job"


def _family_share(asked: str, job: HeldJob, relations: Relations) -> float:
    near = relations.families(asked, job.family)
    if PEOPLE_LEADING in job.counts_as:
        near = max(near, relations.families(asked, PEOPLE_LEADING))
    return near * (1.0 if job.latest else relations.earlier_work_share)


def _judge_duty(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = _code(requirement)
    held = attainments.coded.get(("duty", asked))
    if held is not None:
        return Judgement("met", relations.grade_shares["met"], "duty.met", (), held)
    near = [
        (relations.duties(asked, duty), duty, evidence)
        for (kind, duty), evidence in attainments.coded.items()
        if kind == "duty"
    ]
    if not near:
        return _unknown(requirement, relations, "duty.unknown")
    share, duty, evidence = max(near, key=lambda item: (item[0], item[1]))
    if share > (relations.grade_shares["learnable"] if requirement.learnable else 0):
        return Judgement("nearly", share, "duty.nearly", (duty,), evidence)
    return _lacking(requirement, relations, "duty")


def _judge_level(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    """Steps up count from the highest rung ever held, steps down from the present one."""
    asked, rungs = _code(requirement), relations.held_rungs
    if not attainments.jobs:
        return _step_up(relations.rungs[asked], relations, "level.no_jobs", (asked,))
    highest = max(attainments.jobs, key=lambda job: rungs[job.level])
    reached: Level = highest.level
    if attainments.months_worked >= relations.experienced_after_months and rungs[reached] < rungs["experienced"]:
        reached = "experienced"
    up = relations.rungs[asked] - rungs[reached]
    down = rungs[attainments.level_now] - relations.rungs[asked]
    if up > 0:
        return _step_up(up, relations, "level.up", (asked, reached))._replace(evidence=highest.evidence)
    if down > 0:
        share = _share_at(relations.step_down_shares, down)
        return Judgement("exceeded", share, "level.down", (asked, attainments.level_now), highest.evidence)
    return Judgement("met", 1.0, "level.met", (_as(highest),), highest.evidence)


def _step_up(steps: int, relations: Relations, rule: str, words: tuple[str, ...]) -> Judgement:
    if steps == 0:
        return Judgement("met", 1.0, f"{rule}.met", words)
    share = _share_at(relations.step_up_shares, steps)
    grade: Grade = "nearly" if share > 0 else "missing"
    return Judgement(grade, share, f"{rule}.{grade}", words)


def _share_at(shares: Sequence[float], distance: int) -> float:
    """The share for a distance of one or more; beyond the table it is nothing."""
    return shares[distance - 1] if distance <= len(shares) else 0.0


def _judge_industry(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = _code(requirement)
    known = [job for job in attainments.jobs if job.industry != "other"]
    if not known:
        return _unknown(requirement, relations, "industry.unknown")
    nearest = max(known, key=lambda job: relations.industries(asked, job.industry))
    share = relations.industries(asked, nearest.industry)
    if share >= 1.0:
        return Judgement("met", 1.0, "industry.met", (_as(nearest),), nearest.evidence)
    if share > 0:
        return Judgement("nearly", share, "industry.nearly", (nearest.industry, _as(nearest)), nearest.evidence)
    return Judgement("missing", relations.grade_shares["missing"], "industry.missing")


def _judge_education(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = requirement.value
    assert isinstance(asked, Education)
    height = EDUCATION_LEVELS.index(asked.level)
    held, studying = attainments.schooling, attainments.studying
    if held and EDUCATION_LEVELS.index(held.level) >= height:
        grade: Grade = "met" if held.level == asked.level else "exceeded"
        evidence = Evidence(quote=held.quote, span=held.span)
        return Judgement(
            grade, relations.grade_shares[grade], f"education.{grade}", (asked.level, held.level), evidence
        )
    if asked.or_experience and attainments.months_worked >= relations.experience_for_degree_months:
        return Judgement("met", relations.grade_shares["met"], "education.experience", (asked.level,))
    if studying and EDUCATION_LEVELS.index(studying.level) >= height:
        evidence = Evidence(quote=studying.quote, span=studying.span)
        return Judgement("nearly", relations.grade_shares["nearly"], "education.studying", (asked.level,), evidence)
    if held is None:
        return _unknown(requirement, relations, "education.unknown", asked.level)
    share = _share_at(relations.education_short_shares, height - EDUCATION_LEVELS.index(held.level))
    grade = "nearly" if share > 0 else "missing"
    evidence = Evidence(quote=held.quote, span=held.span)
    return Judgement(grade, share, f"education.{grade}", (asked.level, held.level), evidence)


def _judge_experience(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = requirement.value
    assert isinstance(asked, Experience)
    needed = asked.months_min or relations.some_experience_months
    if not attainments.jobs:
        return _unknown(requirement, relations, "experience.no_jobs")
    if not asked.role_families and asked.area != "any":
        return _judge_named_area(asked, needed, attainments, relations, requirement)
    counted, counting = _months_towards(asked, needed, attainments, relations)
    share, evidence = min(1.0, counted / needed), counting[0].evidence if counting else None
    said = (" and ".join(map(_as, counting[:_JOBS_NAMED])), f"{counted:.0f}", f"{needed}")
    if share >= relations.experience_met_from_share:
        return Judgement("met", share, "experience.met", said, evidence)
    if not (counting or attainments.jobs)[0].dated:
        return _unknown(requirement, relations, "experience.undated")
    if share >= relations.experience_nearly_from_share:
        return Judgement("nearly", share, "experience.nearly", said, evidence)
    rule = "experience.missing" if counted >= 0.5 else "experience.none"
    return Judgement("missing", relations.grade_shares["missing"], rule, said)


def _months_towards(
    asked: Experience, needed: int, attainments: Attainments, relations: Relations
) -> tuple[float, list[HeldJob]]:
    """Fills the time asked with the nearest months first, each counting by its nearness.

    Ten years of something half as near are still half of what is asked, not more.

    Returns:
        The months that count, and the jobs they come from, the nearest first.
    """

    def nearness(families: Iterable[str]) -> float:
        return max((relations.families(ask, one) for ask in asked.role_families for one in families), default=1.0)

    groups = sorted(((nearness(at_once), months) for at_once, months in attainments.months_by_families), reverse=True)
    counted, left = 0.0, needed
    for share, months in groups:
        counted += share * min(left, months)
        left -= min(left, months)
    counting = (job for job in attainments.jobs if nearness(job.counts_as) > 0)
    return counted, sorted(counting, key=lambda job: -nearness(job.counts_as))


def _judge_named_area(
    asked: Experience, needed: int, attainments: Attainments, relations: Relations, requirement: Requirement
) -> Judgement:
    """An area that no role family covers: job titles that name it count, any other title says nothing of it."""
    words = content_words(asked.area)
    months = max((attainments.words_of_jobs.get(word, 0) for word in words), default=0)
    if not months:
        unknown = _unknown(requirement, relations, "experience.area_unknown")
        is_long = requirement.strength == "required" and needed >= relations.long_experience_months
        return unknown._replace(share=relations.long_experience_unknown_share) if is_long else unknown
    share = min(1.0, months / needed)
    grade: Grade = "met" if share >= 1.0 else "nearly"
    return Judgement(grade, share, f"experience.title.{grade}")


def _judge_language(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = requirement.value
    assert isinstance(asked, Language)
    tag = asked.tag.split("-")[0]
    held = attainments.languages.get(tag) if tag != "und" else _any_second_language(attainments)
    if held is not None:
        return _as_limit(requirement, _compare_levels(asked, held, relations))
    if tag != attainments.language:
        unknown = _unknown(requirement, relations, "language.unknown")
        return _as_limit(requirement, unknown, silence="doubtful")
    if asked.cefr is None or asked.cefr <= _ENOUGH_WITHOUT_LEVEL:
        met = Judgement("met", relations.grade_shares["met"], "language.written")
        return _as_limit(requirement, met)
    return _as_limit(requirement, _unknown(requirement, relations, "language.level_of_written"))


def _compare_levels(asked: Language, held: HeldLanguage, relations: Relations) -> Judgement:
    if asked.cefr is None or (held.cefr is None and asked.cefr <= _ENOUGH_WITHOUT_LEVEL):
        return Judgement("met", relations.grade_shares["met"], "language.met", (), held.evidence)
    if held.cefr is None:
        return Judgement("unknown", relations.grade_shares["nearly"], "language.level_unknown", (), held.evidence)
    short = CEFR_LEVELS.index(asked.cefr) - CEFR_LEVELS.index(held.cefr)
    if short <= 0:
        grade: Grade = "met" if short == 0 else "exceeded"
        return Judgement(grade, relations.grade_shares[grade], f"language.{grade}", (held.cefr,), held.evidence)
    share = _share_at(relations.cefr_short_shares, short)
    grade = "nearly" if share > 0 else "missing"
    return Judgement(grade, share, "language.short", (held.cefr,), held.evidence)


def _any_second_language(attainments: Attainments) -> HeldLanguage | None:
    others = [held for tag, held in sorted(attainments.languages.items()) if tag != attainments.language]
    return others[0] if others else None


def _as_limit(requirement: Requirement, judgement: Judgement, *, silence: LimitState = "open") -> Judgement:
    """The judgement of something that cannot be traded off; what is merely wished for never is a limit."""
    if requirement.strength != "required":
        return judgement
    states: dict[Grade, LimitState] = {"unknown": silence, "missing": "broken", "nearly": "broken"}
    return judgement._replace(limit=states.get(judgement.grade, "kept"))


def _judge_tool(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = requirement.value
    assert isinstance(asked, Tool)
    held = attainments.tools.get(asked.id or fold(asked.name))
    if held is not None:
        return Judgement("met", relations.grade_shares["met"], "tool.met", (), held)
    share, nearest = _nearest_tool(asked.id or "", attainments, relations)
    if nearest is not None:
        grade: Grade = "met" if share >= 1.0 else "nearly"
        return Judgement(grade, share, f"tool.near.{grade}", (nearest.quote,), nearest)
    if requirement.learnable or relations.tool_families.get(asked.id or "") in relations.taught_in_house:
        rule = "tool.learnable" if requirement.learnable else "tool.taught_in_house"
        return Judgement("learnable", relations.grade_shares["learnable"], rule)
    if not attainments.tools:
        return _unknown(requirement, relations, "tool.unknown")
    return Judgement("missing", relations.grade_shares["missing"], "tool.missing")


def _nearest_tool(asked: str, attainments: Attainments, relations: Relations) -> tuple[float, Evidence | None]:
    """The nearest tool held, by family; any tool of a family is what a kind of tool asks for, such as "CRM"."""
    family = relations.tool_families.get(asked)
    best: tuple[float, Evidence | None] = (0.0, None)
    for tool, evidence in attainments.tools.items():
        held = relations.tool_families.get(tool)
        if family is None or held is None:
            continue
        of_family = 1.0 if asked in relations.generic_tools else relations.tool_family_share
        share = of_family if held == family else relations.tool_nearness(family, held)
        if share > best[0]:
            best = share, evidence
    return best


def _judge_qualification(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = requirement.value
    assert isinstance(asked, Qualification)
    held = attainments.qualifications.get(asked.id or fold(asked.name))
    is_bar = _is_bar_there(requirement, asked, relations)
    if held is not None:
        met = Judgement("met", relations.grade_shares["met"], "qualification.met", (), held)
        return _as_limit(requirement, met) if is_bar else met
    if is_bar:
        unknown = _unknown(requirement, relations, "qualification.unknown")
        return _as_limit(requirement, unknown, silence="doubtful")
    if requirement.learnable:
        return _lacking(requirement, relations, "qualification")
    return _unknown(requirement, relations, "qualification.unknown")


def _is_bar_there(requirement: Requirement, asked: Qualification, relations: Relations) -> bool:
    """Whether the law forbids the work without it where the work is; the licence of another country is no bar here."""
    place = requirement.place
    where = relations.places.country_of(place.words) if place and place.certain else ""
    if where in relations.bar_countries.get(asked.id or "", ()):
        return True
    elsewhere = where and where not in relations.licence_countries.get(asked.id or "", (where,))
    return requirement.legal_bar and not elsewhere


def _judge_soft_skill(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = _code(requirement)
    held = attainments.coded.get(("soft_skill", asked))
    if held is None:
        return _unknown(requirement, relations, "soft_skill.unknown")
    return Judgement("met", relations.grade_shares["met"], "soft_skill.met", (), held)


def _judge_computer(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    said = attainments.coded.get(("computer_literacy", "true"))
    held = said or next(iter(attainments.tools.values()), None)
    if held is not None:
        return Judgement("met", relations.grade_shares["met"], "computer_literacy.met", (), held)
    if requirement.learnable:
        return _lacking(requirement, relations, "computer_literacy")
    return _unknown(requirement, relations, "computer_literacy.unknown")


def _judge_check(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = _code(requirement)
    held = attainments.coded.get(("check", asked))
    if held is not None:
        judgement = Judgement("met", relations.grade_shares["met"], "check.met", (), held)
    else:
        judgement = _unknown(requirement, relations, "check.unknown")
    return _as_limit(requirement, judgement) if asked in relations.limit_checks else judgement


def _judge_schedule(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    asked = _code(requirement)
    if asked in attainments.preferences.refused_schedules:
        return Judgement("missing", relations.grade_shares["missing"], "schedule.refused", (), limit="broken")
    held = attainments.coded.get(("schedule", asked))
    if held is not None:
        return Judgement("met", relations.grade_shares["met"], "schedule.met", (), held)
    return _unknown(requirement, relations, "schedule.unknown")


def _judge_workplace(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    wishes, workplace = attainments.preferences, _code(requirement)
    if wishes.remote_only and workplace in ("onsite", "hybrid", "field"):
        return Judgement("missing", 0.0, "workplace.not_remote", (workplace,), limit="broken")
    if wishes.remote_only and workplace != "remote":
        return Judgement("unknown", 0.0, "workplace.perhaps_not_remote", limit="doubtful")
    if not wishes.places or requirement.place is None:
        return Judgement("unknown", 0.0, "workplace.no_wish")
    judge_place = _judge_country if workplace == "remote" else _judge_place
    return judge_place(requirement.place, wishes.places, relations)


def _judge_place(place: Whereabouts, wished: tuple[str, ...], relations: Relations) -> Judgement:
    """Work at a place: a town nobody names a country for is not known, pay in foreign money makes it doubtful."""
    answers = {relations.places.lies_in(wish, place.words) for wish in wished}
    if True in answers:
        return Judgement("met", 1.0, "workplace.met", (place.words,), limit="kept")
    if answers == {False} and (place.certain or relations.places.names_area(place.words)):
        return Judgement("missing", 0.0, "workplace.elsewhere", (place.words,), limit="broken")
    if _paid_abroad(place.currency, wished, relations):
        return Judgement("unknown", 0.0, "workplace.foreign_pay", (place.currency,), limit="doubtful")
    rule = "workplace.unclear" if place.words else "workplace.unknown"
    return Judgement("unknown", 0.0, rule, (place.words,), limit="open")


def _judge_country(place: Whereabouts, wished: tuple[str, ...], relations: Relations) -> Judgement:
    """Work from home: only the country can matter, and even that is seldom said."""
    if all(relations.places.abroad(wish, place.words) for wish in wished):
        return Judgement("unknown", 0.0, "workplace.remote_abroad", (place.words,), limit="doubtful")
    if _paid_abroad(place.currency, wished, relations):
        return Judgement("unknown", 0.0, "workplace.foreign_pay", (place.currency,), limit="doubtful")
    return Judgement("met", 1.0, "workplace.remote", limit="kept")


def _paid_abroad(currency: str, wished: tuple[str, ...], relations: Relations) -> bool:
    """Whether the pay is in a currency of no country wished for; a bare "$" may be any dollar."""
    own = [relations.places.currencies_of(wish) for wish in wished]
    if not currency or not own or not all(own):
        return False
    return not any(currency in each or (currency == "USD" and any(map(_is_dollar, each))) for each in own)


def _is_dollar(currency: str) -> bool:
    return currency.endswith("D") and currency not in ("AED", "RSD")


def _judge_pay(requirement: Requirement, attainments: Attainments, relations: Relations) -> Judgement:
    """Only pay by the hour is compared with a wish by the hour, in the money of the places wished for."""
    offered, wishes = requirement.value, attainments.preferences
    assert isinstance(offered, Pay)
    most = offered.max if offered.max is not None else offered.min
    if wishes.minimum_pay_per_hour is None or most is None:
        return Judgement("unknown", 0.0, "pay.no_wish")
    if _paid_abroad(offered.currency or "", wishes.places, relations):
        return Judgement("unknown", 0.0, "pay.foreign", (offered.currency or "",), limit="open")
    wished = wishes.minimum_pay_per_hour
    if most >= wished:
        return Judgement("met", 1.0, "pay.met", (f"{most:g}", f"{wished:g}"), limit="kept")
    return Judgement("missing", 0.0, "pay.below", (f"{most:g}", f"{wished:g}"), limit="broken")


def _judge_mark(requirement: Requirement, _: Attainments, __: Relations) -> Judgement:
    """A mark of fraud, which no merit makes up for, or pay by commission alone, which costs; whoever the person is."""
    rule = f"warning.{_code(requirement)}"
    if requirement.weighs_as == "pay_by_results":
        return Judgement("missing", 0.0, rule)
    return Judgement("unknown", 0.0, rule, limit="doubtful")


_JUDGES: dict[FactKind, Callable[[Requirement, Attainments, Relations], Judgement]] = {
    "role_family": _judge_family,
    "duty": _judge_duty,
    "level": _judge_level,
    "industry": _judge_industry,
    "education": _judge_education,
    "experience": _judge_experience,
    "language": _judge_language,
    "tool": _judge_tool,
    "qualification": _judge_qualification,
    "soft_skill": _judge_soft_skill,
    "computer_literacy": _judge_computer,
    "check": _judge_check,
    "schedule": _judge_schedule,
    "workplace": _judge_workplace,
    "pay": _judge_pay,
    "warning": _judge_mark,
}

JUDGED_KINDS = frozenset(_JUDGES)
"""The kinds of requirement that can be compared."""
