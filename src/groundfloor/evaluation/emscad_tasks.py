"""Advertisements labelled by those who published them, and by those who found frauds among them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.evaluation.data import get_file, iter_json_lines
from groundfloor.evaluation.measures import Tally
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.model.facts import Education
from groundfloor.model.posting import TEXT_FIELDS, Posting, PostingReading
from groundfloor.model.vocabulary import EDUCATION_LEVELS, EducationLevel, WarningCode
from groundfloor.readers.posting import PostingReader

_FILE = "ads/emscad.jsonl"

SCAM_MARKS: tuple[WarningCode, ...] = (
    "bank_details_asked",
    "fee_asked",
    "money_through_own_account",
    "unpaid_trial",
    "commission_sold_as_salary",
    "pay_too_good",
    "contact_off_platform",
    "employer_hidden",
    "several_signs",
)
"""Warnings that speak of fraud by themselves."""

_TOLD_APART: tuple[WarningCode, ...] = (*SCAM_MARKS, "commission_only", "employer_missing")

_EMPLOYMENT_TYPES = {
    "Full-time": "full_time",
    "Part-time": "part_time",
    "Contract": "contract",
    "Temporary": "temporary",
}
_EDUCATION: dict[str, EducationLevel] = {
    "High School or equivalent": "secondary",
    "Some College Coursework Completed": "some_college",
    "Associate Degree": "associate",
    "Bachelor's Degree": "bachelor",
    "Master's Degree": "master",
}

Labelled = list[tuple[dict[str, Any], PostingReading]]


def run_warnings(folder: Path) -> TaskReport:
    """Warnings of fraud on frauds and on honest advertisements.

    The baseline warns of every advertisement that says nothing about its employer.
    """
    return report_warnings(_read(folder))


def report_warnings(labelled: Labelled) -> TaskReport:
    """Shares of frauds and of honest advertisements that carry any mark of fraud, then each mark by itself."""
    warned = {record["id"]: set(reading.warnings) for record, reading in labelled}
    unnamed = {record["id"] for record, _ in labelled if not record["company_profile"].strip()}
    frauds = [record["id"] for record, _ in labelled if record["fraudulent"] == "1"]
    honest = [record["id"] for record, _ in labelled if record["fraudulent"] != "1"]

    def share(ids: list[str], marks: Iterable[str]) -> float:
        return sum(not warned[item].isdisjoint(marks) for item in ids) / (len(ids) or 1)

    sides = (("frauds", frauds), ("honest ones", honest))
    overall = (
        Figure(
            name=f"{side} warned of",
            value=share(ids, SCAM_MARKS),
            count=len(ids),
            baselines={"employer unnamed": sum(item in unnamed for item in ids) / (len(ids) or 1)},
        )
        for side, ids in sides
    )
    each = (
        Figure(name=f"{mark}, {side}", value=share(ids, (mark,)), count=len(ids))
        for mark in _TOLD_APART
        for side, ids in sides
    )
    return TaskReport(
        task="warnings",
        about="frauds that carry a warning, and honest advertisements that do (fewer is better)",
        figures=(*overall, *each),
        items={item: float(warned[item].isdisjoint(SCAM_MARKS) != (item in set(frauds))) for item in warned},
    )


def run_labels(folder: Path) -> TaskReport:
    """Employment type and schooling as read, against the publisher's own labels; the baseline is the usual label."""
    return report_labels(_read(folder))


def report_labels(labelled: Labelled) -> TaskReport:
    """Accuracy over the advertisements whose publisher gave a label."""
    tallies = {record["id"]: _compare(record, reading) for record, reading in labelled}
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    usual = {
        "employment type": _usual_share(record["employment_type"] for record, _ in labelled),
        "schooling": _usual_share(record["required_education"] for record, _ in labelled),
    }
    return TaskReport(
        task="labels",
        about="employment type and schooling, against the publisher's own labels",
        figures=tuple(
            Figure(name=name, value=value, count=total.count(name), baselines=_usual(usual, name))
            for name, value in total.values().items()
        ),
        items={item: tally.right.total() / tally.total.total() for item, tally in tallies.items() if tally.total},
    )


def _usual(usual: Mapping[str, float], name: str) -> dict[str, float]:
    return {"usual": usual[name]} if name in usual else {}


def _compare(record: Mapping[str, Any], reading: PostingReading) -> Tally:
    tally = Tally()
    employment = _EMPLOYMENT_TYPES.get(record["employment_type"])
    if employment:
        _judge(tally, "employment type", employment in reading.employment_types, bool(reading.employment_types))
    schooling = _EDUCATION.get(record["required_education"])
    if schooling:
        read = _least_schooling(reading)
        _judge(tally, "schooling", read == schooling, read is not None)
    return tally


def _judge(tally: Tally, name: str, is_right: bool, is_read: bool) -> None:
    tally.judge(name, is_right)
    if is_read:
        tally.judge(f"{name}, where read", is_right)


def _least_schooling(reading: PostingReading) -> EducationLevel | None:
    levels = [
        fact.value.level for fact in reading.facts if isinstance(fact.value, Education) and fact.strength == "required"
    ]
    return min(levels, key=EDUCATION_LEVELS.index, default=None)


def _usual_share(labels: Iterable[str]) -> float:
    known = Counter(label for label in labels if label in _EMPLOYMENT_TYPES or label in _EDUCATION)
    return max(known.values(), default=0) / (known.total() or 1)


def _read(folder: Path) -> Labelled:
    get_file(folder, _FILE)
    reader = PostingReader(open_catalogue())
    return [(record, reader.read(_posting(record))) for record in iter_json_lines(folder, _FILE)]


def _posting(record: Mapping[str, Any]) -> Posting:
    fields: dict[str, Any] = {name: record.get(name) or "" for name in TEXT_FIELDS}
    return Posting(id=record["id"], **fields)
