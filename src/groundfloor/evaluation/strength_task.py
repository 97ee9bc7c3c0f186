"""Required or preferred: advertisements whose publisher keeps the two apart."""

import csv
from collections.abc import Iterator
from pathlib import Path

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.evaluation.data import get_file
from groundfloor.evaluation.measures import Tally, mean
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.model.posting import Posting
from groundfloor.readers.posting import PostingReader

_COLUMNS = {"required": "Minimum Qualifications", "preferred": "Preferred Qualifications"}
_KINDS = ("education", "experience", "language", "tool", "qualification")


def run_strength(folder: Path) -> TaskReport:
    """Reads both columns as one advertisement, under their own headings, and checks each fact against its column.

    The baseline calls everything required.
    """
    reader = PostingReader(open_catalogue())
    total, items = Tally(), {}
    columns = {"required": 0, "preferred": 0}
    for posting, boundary in iter_two_columns(get_file(folder, "ads/google_job_skills.csv")):
        tally = Tally()
        for fact in reader.read(posting).facts:
            if fact.kind in _KINDS and fact.span is not None:
                column = "required" if fact.span.start < boundary else "preferred"
                columns[column] += 1
                tally.judge(fact.kind, fact.strength == column)
        total.add(tally)
        if tally.total:
            items[posting.id] = tally.right.total() / tally.total.total()
    return _report(total, columns, items)


def iter_two_columns(path: Path) -> Iterator[tuple[Posting, int]]:
    """Each row as a posting, with the place in its text where the preferred column begins."""
    with path.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            required, preferred = (f"{heading}:\n{row[heading]}\n\n" for heading in _COLUMNS.values())
            posting = Posting(id=f"row-{number + 1}", title=row["Title"], requirements=required + preferred)
            yield posting, len(posting.text) - len(preferred)


def _report(total: Tally, columns: dict[str, int], items: dict[str, float]) -> TaskReport:
    count = total.total.total()
    overall = Figure(
        name="items put in the right column",
        value=total.right.total() / (count or 1),
        count=count,
        baselines={"all required": columns["required"] / (count or 1)},
    )
    by_advertisement = Figure(name="mean over advertisements", value=mean(items.values()), count=len(items))
    kinds = (Figure(name=kind, value=value, count=total.count(kind)) for kind, value in sorted(total.values().items()))
    return TaskReport(
        task="strength",
        about="required or preferred, against the publisher's own columns",
        figures=(overall, by_advertisement, *kinds),
        items=items,
    )
