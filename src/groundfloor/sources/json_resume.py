"""JSON Resume as text: the same words in the usual order under the usual headings, so that spans can point at them.

Source: the JSON Resume schema, https://jsonresume.org/schema.
"""

import json
from collections.abc import Iterator
from typing import Any

from groundfloor.errors import GroundfloorError
from groundfloor.model.document import LineLook

_SECTIONS = ("basics", "work", "education", "skills", "languages", "certificates", "volunteer")


def is_json_resume(data: bytes) -> bool:
    """Whether a JSON text is an object with the sections of the schema."""
    try:
        record = json.loads(data.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and any(section in record for section in _SECTIONS)


def read_json_resume(data: bytes, where: str) -> tuple[str, tuple[LineLook, ...]]:
    """Sets a JSON Resume as text.

    Raises:
        GroundfloorError: ``file-not-its-kind`` when a section is not built as the schema says.

    Example:
        >>> data = b'{"work": [{"name": "Acme", "position": "Cashier", "startDate": "2020-03"}]}'
        >>> print(read_json_resume(data, "ada.json")[0].strip())
        Work experience
        Cashier | Acme | 2020-03 to Present
    """
    try:
        text = set_as_text(json.loads(data.decode("utf-8-sig", errors="replace")))
    except (AttributeError, TypeError) as error:
        raise GroundfloorError(
            "file-not-its-kind",
            f"{where} is JSON but does not follow JSON Resume.",
            hint="See https://jsonresume.org/schema.",
        ) from error
    return text, ()


def set_as_text(record: dict[str, Any]) -> str:
    """The sections of a JSON Resume record as text, one entry a line, under the usual headings."""
    return "\n".join(_iter_lines(record))


def _iter_lines(record: dict[str, Any]) -> Iterator[str]:
    basics = record.get("basics") or {}
    yield from _filled(basics.get("name"), basics.get("label"), basics.get("email"))
    yield from _section("Summary", _filled(basics.get("summary")))
    yield from _section("Work experience", [line for job in _list(record, "work") for line in _job_lines(job)])
    yield from _section("Volunteering", [line for job in _list(record, "volunteer") for line in _job_lines(job)])
    yield from _section("Education", [line for item in _list(record, "education") for line in _schooling(item)])
    yield from _section("Skills", [_skill(item) for item in _list(record, "skills")])
    yield from _section(
        "Languages", [_joined(": ", i.get("language"), i.get("fluency")) for i in _list(record, "languages")]
    )
    yield from _section(
        "Certificates",
        [_joined(", ", i.get("name"), i.get("issuer"), i.get("date")) for i in _list(record, "certificates")],
    )


def _list(record: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [item for item in record.get(name) or [] if item]


def _section(heading: str, lines: list[str]) -> list[str]:
    return [heading, *lines, ""] if lines else []


def _job_lines(job: dict[str, Any]) -> list[str]:
    employer = job.get("name") or job.get("company") or job.get("organization")
    head = _joined(" | ", job.get("position"), employer, _dates(job), job.get("location"))
    return [head, *_filled(job.get("summary")), *(f"• {line}" for line in job.get("highlights") or []), ""]


def _dates(item: dict[str, Any]) -> str:
    start, end = item.get("startDate"), item.get("endDate")
    return f"{start} to {end or 'Present'}" if start else str(end or "")


def _schooling(item: dict[str, Any]) -> list[str]:
    degree = _joined(" in ", item.get("studyType"), item.get("area"))
    ended = item.get("endDate") or ("Present" if item.get("startDate") else "")
    return [_joined(" | ", degree, item.get("institution"), ended)]


def _skill(item: dict[str, Any]) -> str:
    return _joined(": ", item.get("name"), ", ".join(item.get("keywords") or []))


def _joined(mark: str, *parts: Any) -> str:
    return mark.join(_filled(*parts))


def _filled(*parts: Any) -> list[str]:
    return [str(part) for part in parts if part]
