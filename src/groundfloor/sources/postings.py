"""Postings from files and folders: every kind of file, the good records done, the broken ones reported."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding, finding_of
from groundfloor.model.posting import Posting
from groundfloor.sources.decoding import is_binary
from groundfloor.sources.posting_files.json_records import iter_json_document, iter_json_lines
from groundfloor.sources.posting_files.pages import iter_email, iter_html, iter_text
from groundfloor.sources.posting_files.tables import iter_csv, iter_parquet
from groundfloor.sources.posting_record import read_posting_record

_LARGEST_WHOLE_FILE_BYTES = 100_000_000
_HEAD_BYTES = 4096
_STREAMED = frozenset({".jsonl", ".ndjson", ".jsonl.gz", ".parquet"})
_PACKED = frozenset({".jsonl.gz", ".parquet"})

Records = Iterator[tuple[int, dict[str, Any]] | Finding]

READERS: dict[str, Callable[[Path], Records]] = {
    ".jsonl": iter_json_lines,
    ".ndjson": iter_json_lines,
    ".jsonl.gz": iter_json_lines,
    ".json": iter_json_document,
    ".jsonld": iter_json_document,
    ".csv": iter_csv,
    ".tsv": iter_csv,
    ".parquet": iter_parquet,
    ".html": iter_html,
    ".htm": iter_html,
    ".eml": iter_email,
    ".txt": iter_text,
    ".md": iter_text,
}
"""File name ending to the reader of that kind of file."""


def iter_postings(paths: Iterable[Path]) -> Iterator[Posting | Finding]:
    """Streams the postings of files and folders, in order of name within a folder.

    A record without an id takes the file's name without its ending, with its number when the file holds several. An
    id met again gets ``~2``, ``~3``, so that nothing is lost.

    Args:
        paths: files, or folders whose files of known kinds are all read.

    Yields:
        Postings, and findings about files and records that could not be read wholly.

    Raises:
        GroundfloorError: ``file-missing``, ``file-empty`` or ``format-unknown`` for a path named outright.
    """
    seen: dict[str, int] = {}
    for path in paths:
        for file in _list_files(path):
            for item in _iter_file(file):
                yield _with_own_id(item, seen) if isinstance(item, Posting) else item


def _list_files(path: Path) -> list[Path]:
    endings = f"Readable endings: {', '.join(READERS)}."
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.is_file() and _kind(file) in READERS]
        if not files:
            raise GroundfloorError("file-empty", f"{path} holds no file that postings are read from.", hint=endings)
        return files
    if not path.exists():
        raise GroundfloorError("file-missing", f"There is no file {path}.", hint="Check the name and the folder.")
    if _kind(path) not in READERS:
        message = f"{path.name} is no kind of file that postings are read from."
        raise GroundfloorError("format-unknown", message, hint=endings)
    return [path]


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    return path.with_suffix("").suffix.lower() + suffix if suffix == ".gz" else suffix


def _iter_file(path: Path) -> Iterator[Posting | Finding]:
    try:
        _refuse_unreadable(path)
        yield from _iter_records(path, READERS[_kind(path)](path))
    except GroundfloorError as error:
        yield finding_of(error, path.name)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        yield Finding(code="file-unreadable", severity="error", message=f"Not read: {reason}.", where=path.name)


def _refuse_unreadable(path: Path) -> None:
    size_bytes = path.stat().st_size
    if size_bytes == 0:
        raise GroundfloorError("file-empty", f"{path.name} is empty.", hint="Save the advertisement again.")
    if size_bytes > _LARGEST_WHOLE_FILE_BYTES and _kind(path) not in _STREAMED:
        raise GroundfloorError(
            "file-too-large",
            f"{path.name} has {size_bytes / 1e6:,.0f} MB; this kind of file is read up to 100 MB.",
            hint="Turn it into JSON lines or Parquet, which are read in a stream of any length.",
        )
    with path.open("rb") as file:
        if _kind(path) not in _PACKED and is_binary(file.read(_HEAD_BYTES)):
            raise GroundfloorError("file-not-its-kind", f"{path.name} is not text.", hint="Save it as UTF-8 text.")


def _iter_records(path: Path, records: Records) -> Iterator[Posting | Finding]:
    """Postings of one file; a lone record without an id takes the bare file name, so the first waits for a second."""
    stem = path.name.removesuffix(_kind(path))
    held: dict[str, Any] | None = None
    count = 0
    for item in records:
        if isinstance(item, Finding):
            yield item
            continue
        number, record = item
        count += 1
        if count == 1:
            held, held_number = record, number
            continue
        if held is not None:
            yield from _read_record(held, f"{stem}-{held_number}", path)
            held = None
        yield from _read_record(record, f"{stem}-{number}", path)
    if held is not None:
        yield from _read_record(held, stem, path)


def _read_record(record: dict[str, Any], fallback_id: str, path: Path) -> Iterator[Posting | Finding]:
    posting = read_posting_record(record, fallback_id)
    if posting.text.strip():
        yield posting
    else:
        yield Finding(
            code="record-empty",
            severity="error",
            message=f"Record {posting.id} holds no title and no text.",
            where=path.name,
            hint="Known fields: id, title, location, company_profile, description, requirements, benefits.",
        )


def _with_own_id(posting: Posting, seen: dict[str, int]) -> Posting:
    seen[posting.id] = seen.get(posting.id, 0) + 1
    return posting if seen[posting.id] == 1 else replace(posting, id=f"{posting.id}~{seen[posting.id]}")
