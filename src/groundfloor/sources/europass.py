"""A Europass profile (XML, the ``Candidate`` record of the portal since 2020) as text."""

from typing import Any
from xml.etree import ElementTree

from groundfloor.errors import GroundfloorError
from groundfloor.model.document import LineLook
from groundfloor.sources.json_resume import set_as_text


def read_europass(data: bytes, where: str) -> tuple[str, tuple[LineLook, ...]]:
    """Sets employment, education, certificates and licences of a Europass profile as text.

    Raises:
        GroundfloorError: ``file-not-its-kind``.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _broken(where)
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise _broken(where) from error
    return set_as_text(_record(root)), ()


def _broken(where: str) -> GroundfloorError:
    return GroundfloorError(
        "file-not-its-kind", f"{where} begins like a Europass profile but is broken.", hint="Export it again."
    )


def _record(root: ElementTree.Element) -> dict[str, Any]:
    name = [_word(root, path) for path in ("PersonName/GivenName", "PersonName/FamilyName")]
    return {
        "basics": {"name": " ".join(part for part in name if part)},
        "work": [
            _job(employer, job)
            for employer in _all(root, "EmployerHistory")
            for job in _all(employer, "PositionHistory")
        ],
        "education": [_schooling(one) for one in _all(root, "EducationOrganizationAttendance")],
        "certificates": [
            {"name": _word(one, "CertificationName") or _word(one, "LicenseName") or _word(one, "Name")}
            for kind in ("Certification", "License")
            for one in _all(root, kind)
        ],
    }


def _job(employer: ElementTree.Element, job: ElementTree.Element) -> dict[str, Any]:
    return {
        "name": _word(employer, "OrganizationName"),
        "position": _word(job, "PositionTitle"),
        "location": _word(job, "City"),
        "summary": _word(job, "Description"),
        **_period(job, "EmploymentPeriod"),
    }


def _schooling(one: ElementTree.Element) -> dict[str, Any]:
    return {
        "institution": _word(one, "OrganizationName"),
        "studyType": _word(one, "DegreeName"),
        **_period(one, "AttendancePeriod"),
    }


def _period(element: ElementTree.Element, name: str) -> dict[str, Any]:
    is_current = _word(element, f"{name}/CurrentIndicator") == "true"
    start = _word(element, f"{name}/StartDate/FormattedDateTime")
    end = None if is_current else _word(element, f"{name}/EndDate/FormattedDateTime")
    return {"startDate": start, "endDate": end}


def _all(element: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [child for child in element.iter() if _local(child) == name]


def _word(element: ElementTree.Element, path: str) -> str | None:
    """The words at a path of local names below an element, None where nothing is written."""
    first, _, rest = path.partition("/")
    for child in element.iter():
        if child is not element and _local(child) == first:
            return _word(child, rest) if rest else " ".join("".join(child.itertext()).split()) or None
    return None


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
