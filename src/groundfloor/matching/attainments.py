"""What a person holds, indexed by the kinds that requirements ask for."""

from collections import Counter
from collections.abc import Iterable

from groundfloor.matching.relations import CUSTOMER_FACING, OTHER_CUSTOMER_FACING, PEOPLE_LEADING
from groundfloor.matching.wording import content_words, fold
from groundfloor.model.facts import Coded, Fact, Language, Qualification, Record, Span, Tool
from groundfloor.model.profile import Job, Preferences, Profile, Schooling
from groundfloor.model.vocabulary import CEFR_LEVELS, EDUCATION_LEVELS, CefrLevel, FactKind, Level


class Evidence(Record, frozen=True, kw_only=True):
    """Words of a document and where they stand in it."""

    quote: str
    span: Span | None = None


class HeldJob(Record, frozen=True, kw_only=True):
    """One job as matching sees it: the kind of work, its rung, its industry and the words of its title.

    ``counts_as`` is what it is experience of; ``dated`` whether its months are known; ``latest`` whether none ended
    after it.
    """

    title: str
    family: str
    counts_as: frozenset[str]
    level: Level
    industry: str
    dated: bool
    latest: bool
    evidence: Evidence


class HeldLanguage(Record, frozen=True, kw_only=True):
    """A language the person says they have; ``cefr`` None where no level is said."""

    cefr: CefrLevel | None
    evidence: Evidence


class Attainments(Record, frozen=True, kw_only=True):
    """What one person holds. Names, dates of birth, photos, schools' names and gaps between jobs are not here.

    Attributes:
        months_by_families: months of work by the set of families that were worked in at the same time; every month
            counts once.
        words_of_jobs: months by word of a job title, for areas of work that no family covers.
        schooling: best finished schooling, None where the document names none; ``studying`` what is in progress.
        language: the language the document is written in.
    """

    id: str
    jobs: tuple[HeldJob, ...]
    level_now: Level
    months_by_families: tuple[tuple[frozenset[str], int], ...]
    words_of_jobs: dict[str, int]
    months_worked: int
    schooling: Schooling | None
    studying: Schooling | None
    languages: dict[str, HeldLanguage]
    tools: dict[str, Evidence]
    qualifications: dict[str, Evidence]
    coded: dict[tuple[FactKind, str], Evidence]
    language: str
    preferences: Preferences


def attainments_of(profile: Profile) -> Attainments:
    """What a profile holds, ready to be compared.

    Jobs that still go on count up to the month that the profile names; where it names none, the latest date in it
    stands for "now", so that the same document always gives the same answer.
    """
    months = _months_of_jobs(profile)
    finished, studying = _best_schooling(profile.education)
    coded, tools, qualifications, languages = _held_facts(profile.facts)
    for duty in profile.duties:
        coded.setdefault(("duty", duty), Evidence(quote=""))
    for skill in profile.soft_skills:
        coded.setdefault(("soft_skill", skill), Evidence(quote=""))
    last = max((spell.stop for spell in months), default=0)
    worked = {month for spell in months for month in spell}
    return Attainments(
        id=profile.id,
        jobs=tuple(
            _held_job(job, dated=bool(spell), latest=not last or job.current or spell.stop >= last)
            for job, spell in zip(profile.jobs, months, strict=True)
        ),
        level_now=profile.level_now,
        months_by_families=_months_by_families(profile.jobs, months),
        words_of_jobs=_words_of_jobs(profile.jobs, months),
        months_worked=max(len(worked), profile.months_worked),
        schooling=finished,
        studying=studying,
        languages=languages,
        tools=tools,
        qualifications=qualifications,
        coded=coded,
        language=profile.language,
        preferences=profile.preferences,
    )


def family_of(job: Job) -> str:
    """The family of a job, with unnamed work told apart by whether it served customers."""
    return OTHER_CUSTOMER_FACING if job.role_family == "other" and job.customer_facing else job.role_family


def counts_as(job: Job) -> frozenset[str]:
    """What a job is experience of: its family, serving customers and leading people where it did."""
    leads = job.people_managed or job.level in _LEADING
    beside = {CUSTOMER_FACING: job.customer_facing, PEOPLE_LEADING: leads}
    return frozenset({family_of(job), *(kind for kind, did in beside.items() if did)})


_LEADING: frozenset[Level] = frozenset({"lead", "supervisor", "manager", "head"})


def _held_job(job: Job, *, dated: bool, latest: bool) -> HeldJob:
    return HeldJob(
        title=job.title or "",
        family=family_of(job),
        counts_as=counts_as(job),
        level=job.level,
        industry=job.industry,
        dated=dated,
        latest=latest,
        evidence=Evidence(quote=job.quote or job.title or "", span=job.span),
    )


def _months_of_jobs(profile: Profile) -> list[range]:
    dates = [_month(date) for job in profile.jobs for date in (job.start, job.end) if date]
    dates += [_month(str(entry.year)) for entry in profile.education if entry.year and not entry.in_progress]
    dates += [_month(profile.counted_to)] if profile.counted_to else []
    now = max(dates, default=0)
    return [_spell(job, now) for job in profile.jobs]


def _spell(job: Job, now: int) -> range:
    if not job.start or not (job.end or job.current):
        return range(0)
    start, end = _month(job.start), _month(job.end) if job.end else now
    return range(start, max(end, start + 1))


def _month(date: str) -> int:
    year, _, month = date.partition("-")
    return int(year) * 12 + (int(month[:2]) - 1 if month else 0)


def _months_by_families(jobs: tuple[Job, ...], months: list[range]) -> tuple[tuple[frozenset[str], int], ...]:
    families: dict[int, set[str]] = {}
    for job, spell in zip(jobs, months, strict=True):
        for month in spell:
            families.setdefault(month, set()).update(counts_as(job))
    counted = Counter(frozenset(at_once) for at_once in families.values())
    return tuple(sorted(counted.items(), key=lambda group: sorted(group[0])))


def _words_of_jobs(jobs: tuple[Job, ...], months: list[range]) -> dict[str, int]:
    words: dict[str, set[int]] = {}
    for job, spell in zip(jobs, months, strict=True):
        for word in content_words(f"{job.title or ''} {job.industry.replace('_', ' ')}"):
            words.setdefault(word, set()).update(spell)
    return {word: len(at) for word, at in sorted(words.items())}


def _best_schooling(entries: Iterable[Schooling]) -> tuple[Schooling | None, Schooling | None]:
    def height(entry: Schooling) -> int:
        return EDUCATION_LEVELS.index(entry.level)

    entries = tuple(entries)
    finished = max((entry for entry in entries if not entry.in_progress), key=height, default=None)
    return finished, max((entry for entry in entries if entry.in_progress), key=height, default=None)


def _held_facts(
    facts: Iterable[Fact],
) -> tuple[dict[tuple[FactKind, str], Evidence], dict[str, Evidence], dict[str, Evidence], dict[str, HeldLanguage]]:
    coded: dict[tuple[FactKind, str], Evidence] = {}
    tools: dict[str, Evidence] = {}
    qualifications: dict[str, Evidence] = {}
    languages: dict[str, HeldLanguage] = {}
    for fact in facts:
        evidence, value = Evidence(quote=fact.quote, span=fact.span), fact.value
        if isinstance(value, Coded):
            coded.setdefault((fact.kind, value.code), evidence)
        elif isinstance(value, Tool):
            tools.setdefault(value.id or fold(value.name), evidence)
        elif isinstance(value, Qualification):
            qualifications.setdefault(value.id or fold(value.name), evidence)
        elif isinstance(value, Language):
            _keep_better(languages, value, evidence)
    return coded, tools, qualifications, languages


def _keep_better(languages: dict[str, HeldLanguage], value: Language, evidence: Evidence) -> None:
    tag = value.tag.split("-")[0]
    held = languages.get(tag)
    if held is None or _cefr_height(value.cefr) > _cefr_height(held.cefr):
        languages[tag] = HeldLanguage(cefr=value.cefr, evidence=evidence)


def _cefr_height(cefr: CefrLevel | None) -> int:
    return -1 if cefr is None else CEFR_LEVELS.index(cefr)
