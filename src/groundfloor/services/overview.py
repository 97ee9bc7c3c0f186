"""Everything one page shows of one person: what is known, the jobs that fit, what to ask, the way up, the sources."""

from collections.abc import Iterable, Mapping, Sequence

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import Source
from groundfloor.matching.names import name_of
from groundfloor.model.facts import (
    Coded,
    Fact,
    Hours,
    Language,
    Pay,
    Qualification,
    Record,
    Tool,
)
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import FactKind, PayPeriod, WarningCode
from groundfloor.services.citing import list_sources
from groundfloor.services.fitting import Match, MatchReport
from groundfloor.services.routes.records import RoutePlan

QUESTIONS_SHOWN = 5
HOURS_A_WEEK = 40.0
WEEKS_A_YEAR = 52


class Line(Record, frozen=True, kw_only=True):
    """One thing said, with the words of the document behind it (empty where there are none)."""

    text: str
    quote: str = ""


class Group(Record, frozen=True, kw_only=True):
    """Lines of one kind under a heading."""

    title: str
    lines: tuple[Line, ...]


class PayLine(Record, frozen=True, kw_only=True):
    """Pay as published; ``yearly`` is a labelled equivalent with the hours assumed, empty where none can be said."""

    published: str
    yearly: str = ""
    quote: str = ""


class JobCard(Record, frozen=True, kw_only=True):
    """One matched advertisement with what stands beside the verdicts; ``silences`` are things it ought to say."""

    match: Match
    pay: tuple[PayLine, ...] = ()
    warnings: tuple[Line, ...] = ()
    silences: tuple[str, ...] = ()


class SharedQuestion(Record, frozen=True, kw_only=True):
    """A question that would sharpen several answers: in how many jobs, and what a yes could add in all."""

    text: str
    jobs: int
    gain: float


class Overview(Record, frozen=True, kw_only=True):
    """One person's page as a record."""

    profile_id: str
    headline: str
    groups: tuple[Group, ...]
    cards: tuple[JobCard, ...]
    compared: int
    repeated: int
    questions: tuple[SharedQuestion, ...]
    plan: RoutePlan
    cautions: tuple[str, ...]
    sources: dict[str, Source]


WARNING_WORDS: Mapping[WarningCode, str] = {
    "bank_details_asked": "Asks for bank details before you have the job.",
    "fee_asked": "Asks you to pay a fee.",
    "money_through_own_account": "Would move money or goods through you: a mark of fraud.",
    "unpaid_trial": "Has a trial that is not paid.",
    "commission_only": "Pays commission only.",
    "commission_sold_as_salary": "Names commission as if it were salary.",
    "pay_too_good": "Promises more pay than such work earns.",
    "contact_off_platform": "Wants to be contacted over a private messenger or mailbox.",
    "employer_hidden": "Asks little and does not say who the employer is: find out before you send anything.",
    "several_signs": "Bears several signs of a scam together: check who is behind it before you send anything or pay.",
}
SILENCES: Mapping[WarningCode, str] = {
    "employer_missing": "who the employer is",
    "pay_missing": "the pay",
    "hours_missing": "the hours",
}

_CAUTIONS = (
    "Verdicts compare what the advertisement says with what the résumé says. What neither says is not guessed.",
    "A score orders jobs for this person. It is not a chance of being hired.",
    "Names, sex, age, origin, photo, family, schools’ names and gaps between jobs count for nothing.",
    "Values marked as an estimate are this project’s own judgement and open to correction.",
)


def build_overview(
    profile: Profile,
    match_report: MatchReport,
    route_plan: RoutePlan,
    catalogue: Catalogue,
    *,
    readings: Iterable[PostingReading] = (),
) -> Overview:
    """Gathers one person's page.

    Args:
        profile: the person.
        match_report: the jobs that fit, best first.
        route_plan: the way to the goal.
        catalogue: names of languages and the publications cited.
        readings: the postings as read; those matched lend their pay and warnings.

    Returns:
        The page as a record; jobs in the report's order, questions with the most telling first.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.services.fitting import match_profile
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> ada, catalogue = Profile(id="ada"), open_catalogue()
        >>> plan = plan_routes(catalogue, goal="retail.floor-manager", profile=ada)
        >>> build_overview(ada, match_profile(ada, [], catalogue, top=3), plan, catalogue).headline
        'No job was found. No dated work with customers yet.'
    """
    by_id = {reading.id: reading for reading in readings}
    return Overview(
        profile_id=profile.id,
        headline=_tell_headline(profile),
        groups=tuple(group for group in _list_groups(profile, catalogue) if group.lines),
        cards=tuple(_to_card(match, by_id.get(match.id)) for match in match_report.matches),
        compared=match_report.compared,
        repeated=match_report.repeated,
        questions=_share_questions(match_report.matches),
        plan=route_plan,
        cautions=(_tell_counting(profile), *_CAUTIONS),
        sources=list_sources(catalogue, route_plan),
    )


def list_marks_beside(warnings: Iterable[WarningCode], match: Match) -> tuple[WarningCode, ...]:
    """The marks of an advertisement that none of the limits of its match says already.

    Example:
        >>> fit = Match(id="1", score=0.5, tier=0, limits=(), verdicts=(), questions=(), title="Clerk")
        >>> list_marks_beside(("unpaid_trial", "pay_missing"), fit)
        ('unpaid_trial',)
    """
    said = {verdict.rule.removeprefix("warning.") for verdict in match.verdicts}
    # Who sells commission as salary pays commission only, and is told so once.
    said |= {"commission_only"} if "commission_sold_as_salary" in said else set()
    return tuple(code for code in warnings if code in WARNING_WORDS and code not in said)


def tell_pay(pay: Pay, hours_a_week: float | None = None) -> PayLine:
    """Pay as published and, for base pay, a yearly equivalent that names the hours it assumes.

    Args:
        pay: as published.
        hours_a_week: as the advertisement states them; 40 are assumed, and named, where it does not.

    Example:
        >>> tell_pay(Pay(min=15, max=17.5, currency="USD", period="hour")).published
        'USD 15.00 to 17.50 an hour'
        >>> tell_pay(Pay(min=15, max=None, currency="USD", period="hour")).yearly
        'about USD 31,200 a year at 40 hours a week (assumed), 52 weeks'
    """
    currency = f"{pay.currency} " if pay.currency else ""
    kind = "" if pay.kind_of_pay == "base" else f" {_PAY_KINDS[pay.kind_of_pay]}"
    published = f"{currency}{_tell_range(pay.min, pay.max, 1)} {_PERIODS[pay.period]}{kind}"
    factor, basis = _yearly_factor(pay.period, hours_a_week)
    if pay.kind_of_pay != "base" or not factor:
        return PayLine(published=published)
    return PayLine(
        published=published, yearly=f"about {currency}{_tell_range(pay.min, pay.max, factor)} a year {basis}"
    )


_PERIODS: Mapping[PayPeriod, str] = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "once": "once",
}
_PAY_KINDS = {
    "commission": "in commission",
    "bonus": "in bonus",
    "ote": "on target, commission included",
    "allowance": "in allowance",
}


def _yearly_factor(period: PayPeriod, hours_a_week: float | None) -> tuple[float, str]:
    hours = hours_a_week or HOURS_A_WEEK
    assumed = "" if hours_a_week else " (assumed)"
    factors = {
        "hour": (hours * WEEKS_A_YEAR, f"at {hours:g} hours a week{assumed}, {WEEKS_A_YEAR} weeks"),
        "week": (float(WEEKS_A_YEAR), f"over {WEEKS_A_YEAR} weeks"),
        "month": (12.0, "over 12 months"),
    }
    return factors.get(period, (0.0, ""))


def _tell_range(least: float | None, most: float | None, factor: float) -> str:
    amounts = [end * factor for end in dict.fromkeys((least, most)) if end is not None]
    cents = 2 if any(amount != int(amount) and amount < 1000 for amount in amounts) else 0
    ends = [f"{amount:,.{cents}f}" for amount in amounts]
    if len(ends) == 2:
        return f"{ends[0]} to {ends[1]}"
    if least is None and ends:
        return f"up to {ends[0]}"
    return ends[0] if ends else "an amount not named"


def _to_card(match: Match, reading: PostingReading | None) -> JobCard:
    if reading is None:
        return JobCard(match=match)
    hours = _hours_a_week(reading.facts)
    pay = [(fact, tell_pay(fact.value, hours)) for fact in reading.facts if isinstance(fact.value, Pay)]
    quotes = {
        fact.value.code: fact.quote for fact in _of_kind(reading.facts, "warning") if isinstance(fact.value, Coded)
    }
    return JobCard(
        match=match,
        pay=tuple(PayLine(published=line.published, yearly=line.yearly, quote=fact.quote) for fact, line in pay),
        warnings=tuple(
            Line(text=WARNING_WORDS[code], quote=quotes.get(code, ""))
            for code in list_marks_beside(reading.warnings, match)
        ),
        silences=tuple(SILENCES[code] for code in reading.warnings if code in SILENCES),
    )


def _hours_a_week(facts: Sequence[Fact]) -> float | None:
    stated = [fact.value for fact in facts if isinstance(fact.value, Hours)]
    return (stated[0].max or stated[0].min) if stated else None


def _of_kind(facts: Iterable[Fact], kind: FactKind) -> Iterable[Fact]:
    return (fact for fact in facts if fact.kind == kind)


def _share_questions(matches: Iterable[Match]) -> tuple[SharedQuestion, ...]:
    gains: dict[str, list[float]] = {}
    for match in matches:
        for question in match.questions:
            gains.setdefault(question.text, []).append(question.gain)
    shared = [SharedQuestion(text=text, jobs=len(each), gain=sum(each)) for text, each in gains.items()]
    return tuple(sorted(shared, key=lambda question: (-question.gain, question.text))[:QUESTIONS_SHOWN])


def _tell_counting(profile: Profile) -> str:
    until = f"the month {profile.counted_to}" if profile.counted_to else "the latest date that the résumé names"
    return f"A job that still goes on is counted up to {until}."


def _tell_headline(profile: Profile) -> str:
    years, months = divmod(profile.months_customer_facing, 12)
    served = " and ".join(
        f"{count} {unit}{'s' * (count != 1)}" for count, unit in ((years, "year"), (months, "month")) if count
    )
    job = max(profile.jobs, key=lambda one: (one.current, one.end or "", one.start or ""), default=None)
    latest = f"Latest job: {job.title or job.employer or 'no title'}. " if job else "No job was found. "
    return latest + (f"{served} of work with customers." if served else "No dated work with customers yet.")


def _list_groups(profile: Profile, catalogue: Catalogue) -> Iterable[Group]:
    yield Group(title="Jobs", lines=tuple(_tell_job(job) for job in profile.jobs))
    yield Group(title="Schooling", lines=tuple(_tell_schooling(entry) for entry in profile.education))
    named: tuple[tuple[str, FactKind], ...] = (
        ("Languages", "language"),
        ("Qualifications", "qualification"),
        ("Programs and systems", "tool"),
        ("Work done", "duty"),
        ("Ways of working", "soft_skill"),
    )
    for title, kind in named:
        lines = {_tell_fact(fact, catalogue): fact.quote for fact in reversed(list(_of_kind(profile.facts, kind)))}
        yield Group(title=title, lines=tuple(Line(text=text, quote=quote) for text, quote in reversed(lines.items())))


def _tell_job(job: Job) -> Line:
    dates = " to ".join(filter(None, (job.start, "now" if job.current else job.end)))
    parts = (job.title, job.employer, dates or "no dates")
    return Line(text=", ".join(part for part in parts if part), quote=job.quote)


def _tell_schooling(entry: Schooling) -> Line:
    level = entry.level.replace("_", " ").capitalize()
    details = [entry.field or "", str(entry.year or ""), "in progress" if entry.in_progress else ""]
    return Line(text=", ".join([level, *filter(None, details)]), quote=entry.quote)


def _tell_fact(fact: Fact, catalogue: Catalogue) -> str:
    match fact.value:
        case Language(tag=tag, cefr=cefr):
            known = catalogue.languages.get(tag)
            name = known.name if known else "A second language" if tag == "und" else tag
            return f"{name}, {cefr}" if cefr else f"{name}, level not stated"
        case Tool(name=name) | Qualification(name=name):
            return name
        case Coded(code=code):
            words = name_of(code)
            return words[:1].upper() + words[1:]
        case _:
            return fact.quote
