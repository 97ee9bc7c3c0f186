"""Months of work: overlapping jobs counted once, open ends counted to the résumé's own latest date."""

import re
from collections.abc import Iterable, Iterator, Sequence

from groundfloor.model.facts import Span
from groundfloor.model.profile import Job, Schooling
from groundfloor.readers.resume.dates import list_dates
from groundfloor.readers.resume.sections import ResumeLine

_YEAR = re.compile(r"\d\d")
_AHEAD = re.compile(
    r"expir|expect|anticipat|valid|until|renew|due\b|projected|will\b|planned|completing|pursuing|candidate|goal"
    r"|(?:to be|be) (?:completed|awarded)|graduating|in progress",
    re.IGNORECASE,
)
"""Lines that name what is still to come."""


def count_months(jobs: Iterable[Job], *, now: str | None) -> int:
    """Months covered by some jobs.

    Args:
        jobs: any jobs; those without a start or with neither end nor ``current`` add nothing.
        now: the month up to which current jobs count (``YYYY-MM`` or ``YYYY``), None when it is not known.

    Example:
        >>> from groundfloor.model.profile import Job
        >>> job = Job(title="Cashier", start="2014-01", end="2015-07", current=False, role_family="cashier",
        ...     level="ground", customer_facing=True, people_managed=False)
        >>> count_months([job, job], now=None)
        18
    """
    stretches = sorted(stretch for job in jobs if (stretch := _stretch(job, now)))
    total, reached = 0, 0
    for start, end in stretches:
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def find_latest_date(
    jobs: Iterable[Job], schooling: Sequence[Schooling], lines: Sequence[ResumeLine] = ()
) -> str | None:
    """The latest date that a résumé names of what has been: it stands for the day it was written.

    Jobs, finished schooling, the start of schooling that still runs, and every other line count, but for lines that
    name what is still to come ("Expires 2030").
    """
    dates = [date for job in jobs for date in (job.start, job.end) if date]
    dates += [str(one.year) for one in schooling if one.year and not one.in_progress]
    running = [one for one in schooling if one.in_progress]
    dates += [span.start for one in running for span in list_dates(one.quote) if span.is_range]
    dates += _iter_dates_beside(lines, [one.span for one in running if one.span])
    return max(dates, key=_month_index, default=None)


def _iter_dates_beside(lines: Sequence[ResumeLine], running: Sequence[Span]) -> Iterator[str]:
    for line in lines:
        inside = any(span.start <= line.start < span.end for span in running)
        if not inside and _YEAR.search(line.text) and not _AHEAD.search(line.text):
            yield from (one.end or one.start for one in list_dates(line.text))


def _stretch(job: Job, now: str | None) -> tuple[int, int] | None:
    if not job.start or not (job.end or job.current):
        return None
    start = _month_index(job.start)
    end = _month_index(job.end or now or job.start)
    return (start, max(end, start + (0 if job.current else 1)))


def _month_index(date: str) -> int:
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) > 4 else 0)
