"""Readings of résumés against annotations: jobs, dates, schooling, languages, tools, duties."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.evaluation.data import get_file, read_json
from groundfloor.evaluation.measures import Tally, mean
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.readers.resume.reader import ResumeReader, flatten_profile
from groundfloor.sources.documents import read_document

_NOW = ("role_family_now", "level_now")
_OF_A_JOB = ("customer_facing", "people_managed", "role_family", "level")
_MONTHS_OFF, _SHARE_OFF = 3, 0.1


def run_resumes(folder: Path) -> TaskReport:
    """Reads the annotated résumés and compares what the annotations hold."""
    annotated = read_json(folder, "resumes/gold.json")
    pdfs = get_file(folder, "resumes/pdf")
    reader = ResumeReader(open_catalogue())
    read = {
        record["id"]: flatten_profile(reader.read(read_document(pdfs / f"{record['id']}.pdf"))) for record in annotated
    }
    return report_resumes(annotated, read)


def report_resumes(annotated: list[dict[str, Any]], read: Mapping[str, Mapping[str, Any]]) -> TaskReport:
    """Figures by slot with their plain mean first; the baseline gives the latest job its usual family and level."""
    tallies = {record["id"]: compare_resume(record, read.get(record["id"], {})) for record in annotated}
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    values = total.values()
    usual = {slot: Counter(record[slot] for record in annotated).most_common(1)[0][1] / len(annotated) for slot in _NOW}
    figures = [
        Figure(name="mean over slots", value=mean(values.values()), count=len(annotated)),
        *(
            Figure(
                name=slot,
                value=value,
                count=total.count(slot),
                baselines={"usual": usual[slot]} if slot in usual else {},
            )
            for slot, value in values.items()
        ),
    ]
    return TaskReport(
        task="resumes",
        about="slots read from résumés, accuracy or F1",
        figures=tuple(figures),
        items={name: mean(tally.values().values()) for name, tally in tallies.items()},
    )


def compare_resume(expected: Mapping[str, Any], read: Mapping[str, Any]) -> Tally:
    """One reading against its annotation; a job's own slots count where its title and start were found."""
    tally = Tally()
    _compare_jobs(tally, expected["jobs"], read.get("jobs") or [])
    tally.match("education", expected["education"], read.get("education") or [], _same_level)
    tally.match("tools", expected["tools"], read.get("tools") or [], _alike)
    tally.match("qualifications", expected["qualifications"], read.get("qualifications") or [], _alike)
    tally.match("languages", expected["languages"], read.get("languages") or [], _same_tag)
    tally.match("duties", expected["duties"], read.get("duties") or [])
    for slot in _NOW:
        tally.judge(slot, read.get(slot) == expected[slot])
    tally.judge("months_customer_facing", _near(expected["months_customer_facing"], read.get("months_customer_facing")))
    return tally


def _compare_jobs(tally: Tally, expected: list[Any], read: list[Any]) -> None:
    tally.match("job_entry", expected, read, lambda one, other: _same_title(one, other) and _same_dates(one, other))
    tally.match("job_dates", expected, read, _same_dates)
    tally.match("job_title", expected, read, _same_title)
    for job in expected:
        found = next((one for one in read if _same_title(job, one) and one.get("start") == job["start"]), None)
        if found is not None:
            for slot in _OF_A_JOB:
                tally.judge(f"job_{slot}", found.get(slot) == job[slot])


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"[a-z0-9+#]+", (text or "").lower()))


def _alike(one: Any, other: Any) -> bool:
    x, y = _words(one), _words(other)
    return not (x or y) or len(x & y) / len(x | y) >= 0.5


def _same_title(one: Any, other: Any) -> bool:
    return _alike(one["title"], other.get("title"))


def _dates(job: Mapping[str, Any]) -> tuple[Any, Any, bool]:
    return job.get("start"), None if job.get("current") else job.get("end"), bool(job.get("current"))


def _same_dates(one: Any, other: Any) -> bool:
    return _dates(one) == _dates(other)


def _same_level(one: Any, other: Any) -> bool:
    return bool(one["level"] == other.get("level"))


def _same_tag(one: Any, other: Any) -> bool:
    return bool(one["tag"].split("-")[0] == (other.get("tag") or "").split("-")[0])


def _near(expected: int, read: int | None) -> bool:
    return read is not None and abs(expected - read) <= max(_MONTHS_OFF, _SHARE_OFF * expected)
