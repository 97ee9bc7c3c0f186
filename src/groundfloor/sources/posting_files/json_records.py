"""JSON lines and JSON documents."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from groundfloor.model.findings import Finding
from groundfloor.sources.decoding import decode_text

_LONGEST_LINE_BYTES = 10_000_000

Numbered = tuple[int, dict[str, Any]]


def iter_json_lines(path: Path) -> Iterator[Numbered | Finding]:
    """Yields each line's record with its line number; a broken line becomes a finding and the rest goes on."""
    opener = gzip.open if path.suffix == ".gz" else open
    with cast(BinaryIO, opener(path, "rb")) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield from _read_line(line, number, f"{path.name} line {number}")


def _read_line(line: bytes, number: int, where: str) -> Iterator[Numbered | Finding]:
    if len(line) > _LONGEST_LINE_BYTES:
        yield _broken(where, "the line is longer than 10 MB")
        return
    text, findings = decode_text(line, where)
    yield from findings
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield _broken(where, tell_fault(error))
        return
    if isinstance(record, dict):
        yield number, record
    else:
        yield _broken(where, "a line must hold one object")


def iter_json_document(path: Path) -> Iterator[Numbered | Finding]:
    """Yields the records of a JSON document: one object, a list, ``@graph``, or a list under a usual name."""
    text, findings = decode_text(path.read_bytes(), path.name)
    yield from findings
    try:
        content = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        yield _broken(path.name, tell_fault(error))
        return
    for number, record in enumerate(list_records(content), start=1):
        if isinstance(record, dict):
            yield number, record
        else:
            yield _broken(f"{path.name} record {number}", "a record must be an object")


def list_records(content: Any) -> list[Any]:
    """The records in a JSON value: its items when it is a list or wraps one, else itself."""
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        for key in ("@graph", "jobs", "postings", "results", "data", "items", "offers", "content"):
            if isinstance(content.get(key), list):
                return cast(list[Any], content[key])
    return [content]


def tell_fault(error: ValueError | RecursionError) -> str:
    """Where a text stops being JSON, or what in it is beyond reading, in words for the person who mends it.

    Example:
        >>> try:
        ...     json.loads('{"id": }')
        ... except json.JSONDecodeError as error:
        ...     tell_fault(error)
        'it is not JSON from line 1, character 8 on'
    """
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON from line {error.lineno}, character {error.colno} on"
    return "it holds a number too long, or parts nested too deeply, to be read"


def _broken(where: str, reason: str) -> Finding:
    return Finding(
        code="record-broken",
        severity="error",
        message=f"This record was left out: {reason}.",
        where=where,
        hint="Mend the record and read the file again; the other records are done.",
    )
