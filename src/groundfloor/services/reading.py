"""Documents in, records out: the reading of postings and résumés from files."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.model.document import Document
from groundfloor.model.findings import Finding
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Profile
from groundfloor.readers.posting import PostingReader
from groundfloor.readers.resume.reader import ResumeReader
from groundfloor.sources.documents import read_document
from groundfloor.sources.postings import iter_postings

ReadPosting: TypeAlias = tuple[Posting, PostingReading]
ReadResume: TypeAlias = tuple[Document, Profile]


@cache
def posting_reader() -> PostingReader:
    """The reader of postings over the bundled catalogue.

    Example:
        >>> posting_reader() is posting_reader()
        True
    """
    return PostingReader(open_catalogue())


@cache
def resume_reader() -> ResumeReader:
    """The reader of résumés over the bundled catalogue.

    Example:
        >>> resume_reader() is resume_reader()
        True
    """
    return ResumeReader(open_catalogue())


def read_postings(paths: Iterable[Path]) -> Iterator[ReadPosting | Finding]:
    """Reads the postings of files and folders, one after the other.

    Yields:
        Each posting with its reading, and the findings about records that could not be read. Findings about one
        posting stand in its reading.

    Raises:
        GroundfloorError: ``file-missing``, ``file-empty`` or ``format-unknown`` for a path named outright.

    Example:
        >>> from groundfloor.services.demo import EXAMPLES
        >>> items = read_postings([EXAMPLES / "postings" / "hotels.jsonl"])
        >>> next(items)[1].industry
        'hospitality_food'
    """
    reader = posting_reader()
    for item in iter_postings(paths):
        yield item if isinstance(item, Finding) else (item, reader.read(item))


def read_resume(path: Path, *, counted_to: str | None = None) -> ReadResume:
    """Reads one résumé.

    Args:
        path: the file.
        counted_to: the month (``YYYY-MM``) up to which jobs that still go on count; None for the latest date that the
            résumé names.

    Returns:
        The document, whose text the spans count in, and the profile, whose id is the file's name without its ending.

    Raises:
        GroundfloorError: the file cannot be read; its code says why.

    Example:
        >>> from groundfloor.services.demo import EXAMPLES
        >>> [job.title for job in read_resume(EXAMPLES / "resume.pdf")[1].jobs]
        ['Front Desk Agent', 'Barista and Cashier']
    """
    document = read_document(path)
    return document, resume_reader().read(document, counted_to=counted_to)


def list_resume_files(paths: Iterable[Path]) -> list[Path]:
    """The files among some paths, and every file of the folders among them, in order of name.

    Raises:
        GroundfloorError: ``file-empty`` for a folder without any file.

    Example:
        >>> from groundfloor.services.demo import EXAMPLES
        >>> [path.name for path in list_resume_files([EXAMPLES / "resume.pdf"])]
        ['resume.pdf']
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        if not found:
            raise GroundfloorError("file-empty", f"{path} holds no file.", hint="Name a folder with résumés in it.")
        files += found
    return files
