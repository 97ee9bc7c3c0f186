"""A caseload as a table: on the terminal, and as CSV for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from groundfloor.cli.output import count, print_table
from groundfloor.services.caseload import JOBS_IN_ROW, CaseRow, JobLine
from groundfloor.services.spans import tell_months

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_caseload(rows: Sequence[tuple[CaseRow, bool]], out: Path) -> None:
    """Prints one line a person, and where the pages and the table are."""
    if rows:
        print_table(("person, role now", "best job", "quickest", "next"), (_tell_row(row) for row, _ in rows))
    pages = sum(bool(row.page) for row, _ in rows)
    fresh = sum(bool(row.page) for row, is_fresh in rows if is_fresh)
    failed = sum(bool(row.reason) for row, _ in rows)
    typer.echo(f"{count(pages, 'page')} in {out.resolve()}: {fresh} made now, {pages - fresh} unchanged.")
    if failed:
        typer.echo(f"{failed} could not be read; the table says why.")
    typer.echo(f"The table: {(out / 'caseload.csv').resolve()}")


def write_table(rows: Sequence[CaseRow]) -> bytes:
    """The table as CSV with a byte order mark, by which spreadsheets know UTF-8.

    A cell that a spreadsheet would take for a formula begins with an apostrophe: titles come from other people's files.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_list_heads())
    for row in rows:
        writer.writerow(["'" + cell if cell.startswith(_FORMULA) else cell for cell in _list_cells(row)])
    return text.getvalue().encode("utf-8-sig")


def _list_heads() -> Iterator[str]:
    yield from ("person", "file", "role now")
    for number in range(1, JOBS_IN_ROW + 1):
        yield from (f"job {number}", f"score {number}", f"limits {number}")
    yield from ("quickest route", "months at least", "months at most", "next", "findings", "page", "not done because")


def _list_cells(row: CaseRow) -> Iterator[str]:
    yield from (row.person, row.name, row.role_now)
    for number in range(JOBS_IN_ROW):
        yield from _list_job_cells(row.jobs[number]) if number < len(row.jobs) else ("", "", "")
    yield " > ".join(row.route)
    yield from (_whole(row.months_min), _whole(row.months_max))
    # What kept a file from being read is the reason already.
    remarks = "" if row.reason else " ".join(finding.message for finding in row.findings)
    yield from (row.next, remarks, row.page, row.reason)


def _list_job_cells(job: JobLine) -> tuple[str, str, str]:
    return _name_job(job), f"{job.score * 100:.0f}", "; ".join(job.limits)


def _tell_row(row: CaseRow) -> tuple[str, ...]:
    if row.reason:
        return row.name, "", "", row.reason
    best = row.jobs[0] if row.jobs else None
    limits = " (!)" if best and best.limits else ""
    job = f"{best.score * 100:.0f} {best.title}{limits}" if best else "none"
    months = "none" if row.months_max is None else tell_months(row.months_min or 0.0, row.months_max)
    return f"{row.person}\n{row.role_now or 'no job found'}", job, months, row.next


def _name_job(job: JobLine) -> str:
    return f"{job.title}, {job.employer}" if job.employer else job.title


def _whole(months: float | None) -> str:
    return "" if months is None else f"{months:.0f}"
