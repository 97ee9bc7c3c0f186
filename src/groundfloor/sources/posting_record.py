"""One published record, in whatever field names, becomes a posting."""

import json
from typing import Any

import msgspec

from groundfloor.model.facts import Coded, Fact, Pay
from groundfloor.model.posting import TEXT_FIELDS, Posting
from groundfloor.model.vocabulary import EmploymentType, PayPeriod

_FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "job_id", "jobid", "posting_id", "reference", "referencenumber", "ref"),
    "title": ("title", "job_title", "jobtitle", "position", "name", "headline"),
    "location": ("location", "job_location", "place", "city"),
    "company_profile": ("company_profile", "about_company", "about_us", "company_description"),
    "description": ("description", "job_description", "jobdescription", "body", "text", "content", "details", "duties"),
    "requirements": ("requirements", "qualifications", "minimum_qualifications", "profile", "skills_required"),
    "benefits": ("benefits", "offer", "what_we_offer", "perks"),
    "employer": ("employer", "company", "company_name", "organisation", "organization"),
    "country": ("country", "country_code"),
    "posted_on": ("posted_on", "date_posted", "dateposted", "posted", "date", "published"),
    "url": ("url", "link", "job_url"),
}
_SCHEMA_FIELDS = frozenset({"hiringorganization", "joblocation", "dateposted", "basesalary", "employmenttype"})

_EMPLOYMENT_TYPES: dict[str, EmploymentType] = {
    "FULL_TIME": "full_time",
    "PART_TIME": "part_time",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
    "INTERN": "internship",
    "VOLUNTEER": "volunteer",
    "PER_DIEM": "per_diem",
}
_PERIODS: dict[str, PayPeriod] = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}


def read_posting_record(record: dict[str, Any], fallback_id: str) -> Posting:
    """Turns one record into a posting, keeping the record as ``raw``.

    Args:
        record: fields of a posting, of schema.org ``JobPosting``, or a table row with the usual column names.
        fallback_id: the id when the record carries none.

    Returns:
        The posting; its text may be empty when the record holds none.

    Example:
        >>> read_posting_record({"Job Title": "Cashier", "Company": "Corner Shop"}, "row-1").title
        'Cashier'

    Source: https://schema.org/JobPosting
    """
    folded = {str(key).strip().lower().replace(" ", "_").replace("-", "_"): value for key, value in record.items()}
    if _is_job_posting(folded):
        return _read_job_posting(folded, record, fallback_id)
    fields = {name: _first_text(folded, names) for name, names in _FIELD_NAMES.items()}
    fields["id"] = fields["id"].strip() or fallback_id
    return msgspec.convert({**fields, "raw": record}, Posting)


def _is_job_posting(folded: dict[str, Any]) -> bool:
    kinds = folded.get("@type", "")
    return "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]) or bool(_SCHEMA_FIELDS & folded.keys())


def _first_text(folded: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := _as_text(folded.get(name)))), "")


def _as_text(value: Any) -> str:
    """Any JSON value as text, strings as they stand: lists as lines, objects by their name or value."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(text for item in value if (text := _as_text(item)))
    if isinstance(value, dict):
        keys = ("name", "value", "credentialcategory", "description", "text")
        folded = {key.lower(): item for key, item in value.items()}
        return next((text for key in keys if (text := _as_text(folded.get(key)))), "")
    return str(value)


def _read_job_posting(folded: dict[str, Any], record: dict[str, Any], fallback_id: str) -> Posting:
    plain = {name: _first_text(folded, _FIELD_NAMES[name]) for name in TEXT_FIELDS if name != "location"}
    duties = _as_text(folded.get("responsibilities"))
    if duties and duties not in plain["description"]:
        plain["description"] = "\n\n".join(part for part in (plain["description"], duties) if part)
    asks = [_as_text(folded.get(key)) for key in ("qualifications", "educationrequirements", "skills")]
    asks = [text for text in asks if text and text not in plain["description"] and text != plain["requirements"]]
    plain["requirements"] = "\n".join([*filter(None, [plain["requirements"]]), *asks])
    plain["benefits"] = plain["benefits"] or _as_text(folded.get("jobbenefits"))
    location, country = _read_place(folded.get("joblocation"))
    return Posting(
        id=(_read_identifier(folded.get("identifier")) or _as_text(folded.get("id"))).strip() or fallback_id,
        location=location or _as_text(folded.get("location")),
        country=country,
        employer=_as_text(folded.get("hiringorganization")),
        posted_on=_as_text(folded.get("dateposted"))[:10],
        url=_as_text(folded.get("url")),
        stated=(*_read_salary(folded.get("basesalary")), *_read_terms(folded)),
        raw=record,
        **plain,
    )


def _read_identifier(value: Any) -> str:
    return _as_text(value.get("value")) if isinstance(value, dict) else _as_text(value)


def _read_place(value: Any) -> tuple[str, str]:
    """Place names joined by commas, and the first country."""
    places, country = [], ""
    for place in value if isinstance(value, list) else [value]:
        address = place.get("address", place) if isinstance(place, dict) else place
        if isinstance(address, dict):
            parts = [_as_text(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry")]
            country = country or parts[2]
            address = ", ".join(part for part in parts if part)
        places.append(_as_text(address))
    return "; ".join(place for place in places if place), country


def _read_salary(salary: Any) -> tuple[Fact, ...]:
    if not isinstance(salary, dict):
        return ()
    value = salary.get("value", salary)
    amounts = value if isinstance(value, dict) else {"value": value}
    low, high = (_as_number(amounts.get(key, amounts.get("value"))) for key in ("minValue", "maxValue"))
    period = _PERIODS.get(_as_text(amounts.get("unitText") or salary.get("unitText")).upper().rstrip("LY"))
    currency = _as_text(salary.get("currency") or amounts.get("currency")) or None
    if period is None or (low is None and high is None):
        return ()
    pay = Pay(min=low, max=high, currency=currency, period=period)
    return (Fact(kind="pay", value=pay, quote=json.dumps(salary, ensure_ascii=False), rule="jsonld.baseSalary"),)


def _as_number(value: Any) -> float | None:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


def _read_terms(folded: dict[str, Any]) -> list[Fact]:
    kinds = folded.get("employmenttype") or []
    facts = []
    for written in kinds if isinstance(kinds, list) else str(kinds).split(","):
        code = _EMPLOYMENT_TYPES.get(str(written).strip().upper().replace("-", "_").replace(" ", "_"))
        if code:
            value = Coded(code=code)
            facts.append(
                Fact(kind="employment_type", value=value, quote=str(written).strip(), rule="jsonld.employmentType")
            )
    if _as_text(folded.get("joblocationtype")).upper() == "TELECOMMUTE":
        remote = Coded(code="remote")
        facts.append(Fact(kind="workplace", value=remote, quote="TELECOMMUTE", rule="jsonld.jobLocationType"))
    return facts
