"""What would open more jobs? Every single thing to learn, counted on the advertisements on hand."""

from collections.abc import Iterable, Sequence

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.matching.attainments import Attainments, attainments_of
from groundfloor.matching.duplicates import group_repeated
from groundfloor.matching.reasons import describe
from groundfloor.matching.relations import Relations
from groundfloor.matching.requirements import Requirement, requirements_of
from groundfloor.matching.verdicts import Judgement, judge
from groundfloor.model.facts import Education, FactValue, Language, Qualification, Record, Tool
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Profile, with_held
from groundfloor.model.vocabulary import CEFR_LEVELS, EDUCATION_LEVELS, FactKind, Stage
from groundfloor.services.fitting import relations_of
from groundfloor.services.routes.records import Price
from groundfloor.services.routes.steps import show_price
from groundfloor.services.routes.training import serves

FEW_POSTINGS = 30
"""Below so many advertisements a count says little of the place it was made in."""

_DECIDING: frozenset[FactKind] = frozenset(
    {"role_family", "level", "education", "experience", "language", "tool", "qualification"}
)
_SILENCE_IS_NO: frozenset[FactKind] = frozenset({"language", "tool", "qualification"})
_B2 = CEFR_LEVELS.index("B2") + 1
_WISHED: frozenset[FactKind] = frozenset({"workplace", "schedule", "pay"})
_LEARNT: frozenset[FactKind] = frozenset({"education", "language", "tool", "qualification"})


class OpenedJob(Record, frozen=True, kw_only=True):
    """An advertisement that one thing learnt would open, with the words that ask it."""

    id: str
    title: str
    employer: str = ""
    asked: str = ""


class Course(Record, frozen=True, kw_only=True):
    """A training item of the catalogue that gives the thing; length and price are None where no source states them."""

    id: str
    name: str
    stage: Stage
    body: str = ""
    hours: float | None = None
    months: float | None = None
    price: Price | None = None
    url: str = ""


class Learning(Record, frozen=True, kw_only=True):
    """One thing to learn.

    Attributes:
        kind: schooling, language, system or qualification.
        names: the thing, in plain words; several where any one of them does, such as systems near to each other.
        opens: advertisements of which it is the only thing lacking.
        asked_in: how many advertisements ask it of this person and do not find it, those it opens among them.
        takes_years: whether it is a way of years beside work: a degree, or a language to be spoken well from little.
        courses: training of the catalogue that gives it; empty where the catalogue knows none.
        tests: names of the tests that prove a language.
    """

    kind: FactKind
    names: tuple[str, ...]
    opens: tuple[OpenedJob, ...]
    asked_in: int
    takes_years: bool = False
    courses: tuple[Course, ...] = ()
    tests: tuple[str, ...] = ()


class LearningReport(Record, frozen=True, kw_only=True):
    """What would open more jobs, the most telling first.

    ``compared`` counts advertisements of customer-service work, each once, ``repeated`` those published again, and
    ``other_work`` those left out, as ``against_wishes`` are those elsewhere, at refused hours or for less pay than
    wished; ``open_now`` those that ask nothing deciding that is lacking; ``notes`` says how far the counts can be
    trusted.
    """

    profile: str
    compared: int
    repeated: int
    other_work: int
    against_wishes: int
    open_now: int
    things: tuple[Learning, ...]
    notes: tuple[str, ...]


class _Effect(Record, frozen=True, kw_only=True):
    """What one thing does: where it settles something, and the jobs in which it settles all."""

    name: str
    asked: Requirement
    opens: tuple[OpenedJob, ...]
    settles: tuple[str, ...]


class _Lack(Record, frozen=True, kw_only=True):
    requirement: Requirement
    name: str


class _Job(Record, frozen=True, kw_only=True):
    reading: PostingReading
    lacks: tuple[_Lack, ...]


def find_learning(
    profile: Profile, readings: Iterable[PostingReading], catalogue: Catalogue, *, country: str = ""
) -> LearningReport:
    """Counts, for every single thing to learn, the advertisements that it would open.

    A job is open when nothing deciding is lacking: kind of work, rung, schooling, experience, languages, systems and
    qualifications that it requires and does not teach, and every limit. Where a résumé is silent on a language, a
    system or a qualification, that counts as not held.

    Args:
        profile: the person.
        readings: the advertisements on hand; one published again counts once.
        catalogue: weights and relations, training.
        country: ISO 3166 alpha-2; leaves out training of other countries.

    Returns:
        Things by the jobs they open, then by how many ask them, then by name; what takes years after all else.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> find_learning(Profile(id="ada"), [], open_catalogue()).notes[1]
        'Counted on 0 advertisements only: too few to say what is asked in a whole place.'
    """
    relations, held = relations_of(catalogue), attainments_of(profile)
    groups = list(group_repeated(readings))
    different = [one for one, _ in groups]
    judged = [one for one in different if one.role_family != "other"]
    all_jobs = [_Job(reading=one, lacks=_list_lacks(one, held, relations)) for one in judged]
    jobs = [job for job in all_jobs if _WISHED.isdisjoint(lack.requirement.kind for lack in job.lacks)]
    wanted: dict[tuple[FactKind, str], Requirement] = {}
    for lack in (lack for job in jobs for lack in job.lacks if lack.requirement.kind in _LEARNT):
        wanted.setdefault((lack.requirement.kind, lack.name), lack.requirement)
    effects = [
        _try(name, asked, jobs, attainments_of(with_held(profile, [(asked.value, "")])), relations)
        for (_, name), asked in wanted.items()
    ]
    things = [_tell(same, held, catalogue, country) for same in _group_same(_without_needless_height(effects))]
    return LearningReport(
        profile=profile.id,
        compared=len(jobs),
        repeated=sum(len(repeats) for _, repeats in groups),
        other_work=len(different) - len(judged),
        against_wishes=len(all_jobs) - len(jobs),
        open_now=sum(not job.lacks for job in jobs),
        things=tuple(sorted(things, key=_worth)),
        notes=tuple(_list_notes(len(jobs))),
    )


def _list_lacks(reading: PostingReading, held: Attainments, relations: Relations) -> tuple[_Lack, ...]:
    return tuple(
        _Lack(requirement=asked, name=describe(asked, relations.language_names))
        for asked in requirements_of(reading)
        if _is_lacking(asked, judge(asked, held, relations))
    )


def _is_lacking(asked: Requirement, found: Judgement) -> bool:
    if found.limit in ("broken", "doubtful"):
        return True
    if asked.strength != "required" or asked.kind not in _DECIDING or asked.learnable:
        return False
    return found.grade == "missing" or (found.grade == "unknown" and asked.kind in _SILENCE_IS_NO)


def _try(name: str, asked: Requirement, jobs: Iterable[_Job], after: Attainments, relations: Relations) -> _Effect:
    opens, settles = [], []
    for job in jobs:
        left = [lack for lack in job.lacks if _is_lacking(lack.requirement, judge(lack.requirement, after, relations))]
        if len(left) == len(job.lacks):
            continue
        one = job.reading
        settles.append(one.id)
        if not left:
            words = job.lacks[0].requirement.quote
            opens.append(OpenedJob(id=one.id, title=one.title, employer=one.employer, asked=words))
    return _Effect(name=name, asked=asked, opens=tuple(opens), settles=tuple(settles))


def _without_needless_height(effects: Iterable[_Effect]) -> list[_Effect]:
    """Of one language, or of schooling, a higher level stays only where it opens more than every lower one."""
    kept: list[_Effect] = []
    best: dict[str, int] = {}
    for effect in sorted(effects, key=lambda effect: _height(effect.asked.value)):
        value = effect.asked.value
        if isinstance(value, Language | Education):
            what = value.tag if isinstance(value, Language) else "schooling"
            if len(effect.opens) <= best.get(what, -1):
                continue
            best[what] = len(effect.opens)
        kept.append(effect)
    return kept


def _height(value: FactValue) -> int:
    if isinstance(value, Language):
        return CEFR_LEVELS.index(value.cefr) + 1 if value.cefr else 0
    return EDUCATION_LEVELS.index(value.level) if isinstance(value, Education) else 0


def _group_same(effects: Iterable[_Effect]) -> list[list[_Effect]]:
    """Things of one kind that settle the very same jobs are one thing to learn, any of them."""
    groups: dict[tuple[FactKind, tuple[str, ...], str], list[_Effect]] = {}
    for effect in effects:
        value = effect.asked.value
        apart = value.tag if isinstance(value, Language) else "" if isinstance(value, Tool | Education) else effect.name
        groups.setdefault((effect.asked.kind, effect.settles, apart), []).append(effect)
    return list(groups.values())


def _worth(thing: Learning) -> tuple[bool, int, int, tuple[str, ...]]:
    return thing.takes_years, -len(thing.opens), -thing.asked_in, thing.names


def _tell(same: Sequence[_Effect], held: Attainments, catalogue: Catalogue, country: str) -> Learning:
    first = same[0]
    courses = {course.id: course for one in same for course in _list_courses(catalogue, one.asked, country)}
    names = sorted(one.name for one in same)
    return Learning(
        kind=first.asked.kind,
        names=tuple(names if first.asked.kind == "tool" else names[:1]),
        opens=first.opens,
        asked_in=len(first.settles),
        takes_years=_takes_years(first.asked.value, held),
        courses=tuple(sorted(courses.values(), key=lambda course: (course.stage, course.id))),
        tests=tuple(_list_tests(catalogue, first.asked.value)),
    )


def _takes_years(value: FactValue, held: Attainments) -> bool:
    """Whether beside work it is a way of years.

    Source: guided learning hours of the CEFR levels as Cambridge English gives them: 500 to 600 in all up to B2, some
    200 from one level to the next; a bachelor's degree is three to four years of full-time study.
    """
    if isinstance(value, Education):
        return EDUCATION_LEVELS.index(value.level) >= EDUCATION_LEVELS.index("bachelor")
    if not isinstance(value, Language):
        return False
    known = held.languages.get(value.tag.split("-")[0])
    reached = CEFR_LEVELS.index(known.cefr) + 1 if known and known.cefr else 0
    return _height(value) >= _B2 and _height(value) - reached > 1


def _list_courses(catalogue: Catalogue, thing: Requirement, country: str) -> tuple[Course, ...]:
    return tuple(
        Course(
            id=key,
            name=item.name,
            stage=item.stage,
            body=item.body,
            hours=item.length.hours if item.length else None,
            months=item.length.months if item.length else None,
            price=show_price(item.cost) if item.cost else None,
            url=item.url,
        )
        for key, item in catalogue.training.items()
        if item.stage > 1
        and serves(item, country)
        and any(_gives(given, thing.value) for given in (*item.gives, Qualification(name=item.name, id=key)))
    )


def _list_tests(catalogue: Catalogue, value: FactValue) -> Iterable[str]:
    if isinstance(value, Language):
        yield from (test.name for _, test in sorted(catalogue.language_tests.items()) if test.tag == value.tag)


def _gives(given: FactValue, wanted: FactValue) -> bool:
    if isinstance(given, Tool | Qualification) and isinstance(wanted, Tool | Qualification):
        same_name = given.name.casefold() == wanted.name.casefold()
        return type(given) is type(wanted) and (given.id == wanted.id if given.id and wanted.id else same_name)
    if isinstance(given, Education) and isinstance(wanted, Education):
        return given.level == wanted.level
    if isinstance(given, Language) and isinstance(wanted, Language):
        return given.tag == wanted.tag and _height(given) >= _height(wanted)
    return False


def _list_notes(compared: int) -> Iterable[str]:
    yield "A job counts as opened where this was the only deciding thing lacking; being hired is another matter."
    if compared < FEW_POSTINGS:
        yield f"Counted on {compared} advertisements only: too few to say what is asked in a whole place."
