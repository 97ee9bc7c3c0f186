"""Reading documents and keeping them in the store."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding, finding_of
from groundfloor.model.profile import Profile
from groundfloor.readers.resume.worked_months import count_months
from groundfloor.services.reading import ReadPosting, list_resume_files, read_postings, read_resume
from groundfloor.store.store import Store


def keep_postings(store: Store, paths: Iterable[Path], *, today: date) -> tuple[int, list[Finding]]:
    """Reads postings and keeps them.

    Returns:
        How many were kept, and what is to be said about the material.

    Raises:
        GroundfloorError: a path that cannot be read, or a store that cannot be written.

    Example:
        >>> from datetime import date
        >>> import tempfile
        >>> from groundfloor.store.store import open_store
        >>> from groundfloor.services.demo import EXAMPLES
        >>> with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/kept.db") as store:
        ...     keep_postings(store, [EXAMPLES / "postings" / "shops.csv"], today=date(2026, 1, 15))[0] > 0
        True
    """
    findings: list[Finding] = []

    def good_ones() -> Iterator[ReadPosting]:
        for item in read_postings(paths):
            if isinstance(item, Finding):
                findings.append(item)
            else:
                findings.extend(item[1].findings)
                yield item

    return store.put_postings(good_ones(), added_on=today.isoformat()), findings


def keep_resumes(store: Store, paths: Iterable[Path], *, today: date) -> tuple[int, list[Finding]]:
    """The same for résumés; a file that cannot be read becomes a finding and the others are kept.

    Example:
        >>> from datetime import date
        >>> import tempfile
        >>> from groundfloor.store.store import open_store
        >>> from groundfloor.services.demo import EXAMPLES
        >>> with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/kept.db") as store:
        ...     keep_resumes(store, [EXAMPLES / "resume.pdf"], today=date(2026, 1, 15))[0]
        1
    """
    findings: list[Finding] = []
    count = 0
    for path in list_resume_files(paths):
        try:
            document, profile = read_resume(path, counted_to=f"{today:%Y-%m}")
        except GroundfloorError as error:
            findings.append(finding_of(error, str(path)))
            continue
        day = today.isoformat()
        store.put_profile(profile, document_name=path.name, document_text=document.text, added_on=day)
        findings += profile.findings
        count += 1
    return count, findings


def count_kept_to(profile: Profile, month: str | None) -> Profile:
    """A kept person with the jobs that still go on counted up to a later month than that of the day of keeping.

    Args:
        profile: as it was kept.
        month: ``YYYY-MM``; None, and any month before the one already counted to, leaves the person as they are.

    Example:
        >>> from groundfloor.model.profile import Job
        >>> job = Job(title="Cashier", start="2025-01", end=None, current=True, role_family="cashier",
        ...     level="ground", customer_facing=True, people_managed=False)
        >>> kept = Profile(id="ada", jobs=(job,), months_worked=12, counted_to="2026-01")
        >>> count_kept_to(kept, "2026-07").months_worked
        18
    """
    if month is None or month <= (profile.counted_to or ""):
        return profile
    facing = (job for job in profile.jobs if job.customer_facing)
    # A date of the document that lies later still was counted to when it was read.
    return replace(
        profile,
        counted_to=month,
        months_worked=max(profile.months_worked, count_months(profile.jobs, now=month)),
        months_customer_facing=max(profile.months_customer_facing, count_months(facing, now=month)),
    )
