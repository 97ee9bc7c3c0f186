"""Reading documents and keeping them in the store."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding, finding_of
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
