"""Reads a résumé: jobs, schooling and everything else a person holds, each with the words that show it."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.document import Document
from groundfloor.model.facts import Coded, Fact, Span
from groundfloor.model.findings import Finding
from groundfloor.model.profile import Job, Profile
from groundfloor.model.vocabulary import DUTIES, SOFT_SKILLS
from groundfloor.readers.frame import Part
from groundfloor.readers.resume.held import read_held
from groundfloor.readers.resume.job_entries import JobEntry, read_job_entries
from groundfloor.readers.resume.job_kind import read_job_kind
from groundfloor.readers.resume.job_words import best_title, is_telling
from groundfloor.readers.resume.padding import list_padding, without_spans
from groundfloor.readers.resume.schooling import read_schooling, tells_of_school
from groundfloor.readers.resume.sections import ResumeLine, cut_resume
from groundfloor.readers.resume.worked_months import count_months, find_latest_date
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.text_language import find_language_finding, read_text_language

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")
_EVERYDAY = frozenset(
    f"generic.{key}"
    for key in (
        "phone-system",
        "barcode-scanner",
        "spreadsheet",
        "word-processing",
        "presentation-software",
        "database",
        "email-software",
        "social-media-tools",
        "gps",
        "web-browser",
        "office-machines",
        "project-software",
        "accounting-software",
    )
)
_TITLE_SCORE = 2.0
_TOP_LINES = 4
_NOT_NAME = re.compile(r"curriculum|r[ée]sum[ée]|cv\b|confidential|page\b", re.IGNORECASE)


class ResumeReader:
    r"""Reads résumés with one catalogue; the patterns are compiled once, so keep a reader for many documents.

    Nothing about name, sex, age, origin, photo or family becomes a fact; of name and e-mail address only whether they
    are there.

    Args:
        catalogue: the field: lexicon, tools, languages, roles.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> reader = ResumeReader(open_catalogue())
        >>> profile = reader.read(Document(id="ada", text="Experience\nCashier, Acme Stores, 03/2012 to 05/2014"))
        >>> [(job.title, job.start, job.end) for job in profile.jobs]
        [('Cashier', '2012-03', '2014-05')]
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._scanner = get_scanner(catalogue)

    def read(self, document: Document, *, counted_to: str | None = None) -> Profile:
        """Reads one résumé.

        Args:
            document: the résumé as text, see :func:`groundfloor.sources.documents.read_document`.
            counted_to: the month (``YYYY-MM``) up to which jobs that still go on count, when a later date is not named.

        Returns:
            The profile, jobs and schooling in the résumé's own order. Without ``counted_to`` jobs that still go on
            count up to the latest other date of the résumé, never to a clock. Findings: ``jobs-missing``,
            ``dates-missing``, ``text-padded``, ``language-not-english`` and those of the document. Words repeated
            over and over are passed over.
        """
        padding = list_padding(document.text)
        document = msgspec.structs.replace(document, text=without_spans(document.text, padding))
        lines = cut_resume(document)
        entries, lines = _part_schools(document.text, read_job_entries(document.text, lines), lines)
        frame = self._scanner.scan(document.text, [Part(line.start, line.end, "unknown") for line in lines])
        jobs = tuple(_job(document.text, entry, self._catalogue) for entry in entries)
        schooling = tuple(read_schooling(document.text, lines))
        facts = read_held(frame, lines, [entry.body for entry in entries], self._catalogue)
        now = max(filter(None, (find_latest_date(jobs, schooling, lines), counted_to)), default=None)
        latest = max(jobs, key=_recency, default=None)
        language = read_text_language(document.text)
        return Profile(
            id=document.id,
            jobs=jobs,
            education=schooling,
            facts=tuple(facts),
            duties=_codes(facts, "duty", DUTIES),
            soft_skills=_codes(facts, "soft_skill", SOFT_SKILLS),
            role_family_now=latest.role_family if latest else "other",
            level_now=latest.level if latest else "ground",
            months_customer_facing=count_months((job for job in jobs if job.customer_facing), now=now),
            months_worked=count_months(jobs, now=now),
            email_present=_EMAIL.search(document.text) is not None,
            name_present=any(_is_name(line) for line in lines[:_TOP_LINES]),
            language=language,
            findings=(*document.findings, *_findings(document, jobs, language, padding)),
            counted_to=counted_to,
        )


def _part_schools(
    text: str, entries: list[JobEntry], lines: list[ResumeLine]
) -> tuple[list[JobEntry], list[ResumeLine]]:
    """The entries that are jobs, and the lines with those that tell of a school, and of no work there, as schooling."""
    schools = [
        entry.body for entry in entries if not entry.title and _is_school(text[entry.body.start : entry.body.end])
    ]
    jobs = [entry for entry in entries if entry.body not in schools]
    taught = [line._replace(kind="education") if _lies_in(line, schools) else line for line in lines]
    return jobs, taught


def _is_school(body: str) -> bool:
    first, *rest = body.strip().split("\n")
    return tells_of_school(first) and not any(is_telling(line) or line[:1] in "•-*" for line in rest if line.strip())


def _lies_in(line: ResumeLine, places: Iterable[Span]) -> bool:
    return any(place.start <= line.start < place.end for place in places)


def _job(text: str, entry: JobEntry, catalogue: Catalogue) -> Job:
    lines = text[entry.body.start : entry.body.end].split("\n")
    kind = read_job_kind(entry.title, lines, catalogue, employer=entry.employer)
    dates = entry.dates
    return Job(
        title=entry.title,
        employer=entry.employer,
        start=dates.start if dates else None,
        end=dates.end if dates else None,
        current=bool(dates and dates.current),
        role_family=kind.role_family,
        level=kind.level,
        customer_facing=kind.customer_facing,
        people_managed=kind.people_managed,
        industry=kind.industry,
        role_id=kind.role_id,
        quote=text[entry.span.start : entry.span.end],
        span=entry.span,
    )


def _recency(job: Job) -> tuple[bool, str, str]:
    start = job.start or ""
    return job.current, "" if job.current else job.end or start, start


def _codes(facts: Iterable[Fact], kind: str, order: tuple[Any, ...]) -> tuple[Any, ...]:
    found = {fact.value.code for fact in facts if fact.kind == kind and isinstance(fact.value, Coded)}
    return tuple(code for code in order if code in found)


def _is_name(line: ResumeLine) -> bool:
    """Whether a line at the top is a person's name: a few capitalised words that are no title and no heading."""
    words = re.split(r"\t|,| \| | [–—-] ", line.text)[0].strip(" #*_")
    capitals = all(word[0].isupper() for word in words.split())
    return bool(
        line.kind == "top"
        and not _NOT_NAME.match(words)
        and _NAME.fullmatch(words)
        and capitals
        and best_title(words)[1] < _TITLE_SCORE
    )


def _findings(document: Document, jobs: tuple[Job, ...], language: str, padding: list[Span]) -> Iterable[Finding]:
    if padding:
        yield Finding(
            code="text-padded",
            severity="warning",
            message=f"Words are repeated over and over in {len(padding)} places; those places count for nothing.",
            where=document.id,
            hint="Say each thing once, where it belongs.",
        )
    not_english = find_language_finding(language, document.id)
    if not_english:
        yield not_english
    if not jobs:
        yield Finding(
            code="jobs-missing",
            severity="warning",
            message="No job was found in the document.",
            where=document.id,
            hint="Give each job a line with its title and dates, such as 'Cashier, 03/2012 to 05/2014'.",
        )
    undated = [job.title or "a job without title" for job in jobs if not job.start]
    if undated:
        yield Finding(
            code="dates-missing",
            severity="warning" if len(undated) == len(jobs) else "note",
            message=f"No dates stand beside: {', '.join(undated)}. These jobs add no months.",
            where=document.id,
            hint="Write start and end beside each job.",
        )


def flatten_profile(profile: Profile) -> dict[str, Any]:
    """A profile in the field names of the exchange format, one plain mapping ready for JSON.

    Jobs, education, languages, tools and qualifications carry ``quote`` and ``span``; ``facts`` holds every fact.

    Example:
        >>> flatten_profile(Profile(id="ada"))["languages"]
        []
    """
    plain: dict[str, Any] = msgspec.to_builtins(profile)
    facts = plain["facts"]
    for job in plain["jobs"]:
        job["title"] = job["title"] or None
    plain["languages"] = [_item(fact, "tag", "cefr") for fact in facts if fact["kind"] == "language"]
    plain["tools"] = _each_once(_as_written(fact) for fact in facts if fact["kind"] == "tool" and _is_named(fact))
    plain["qualifications"] = _each_once(_as_written(fact) for fact in facts if fact["kind"] == "qualification")
    return plain


def _is_named(fact: dict[str, Any]) -> bool:
    """Whether a tool is a system of the trade or a product, not everyday equipment."""
    tool_id: str = fact["value"].get("id") or ""
    machine = fact["rule"].startswith("generic_tools.")
    return not (machine or tool_id in _EVERYDAY)


def _as_written(fact: dict[str, Any]) -> str:
    return " ".join(fact.get("quote", "").split()) or str(fact["value"]["name"])


def _each_once(names: Iterable[str]) -> list[str]:
    """Names in their order, one that differs from an earlier one in capitals only left out."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.lower(), name)
    return list(first.values())


def _item(fact: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: fact["value"].get(name) for name in names} | {
        "quote": fact.get("quote", ""),
        "span": fact.get("span"),
    }
