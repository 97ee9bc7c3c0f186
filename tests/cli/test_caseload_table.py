"""The adviser's table, cell by cell."""

import csv

import pytest

from groundfloor.cli.caseload_table import write_table
from groundfloor.services.caseload import CaseRow, JobLine


def cells(row: CaseRow) -> dict[str, str]:
    (read,) = csv.DictReader(write_table([row]).decode("utf-8-sig").splitlines())
    return read


@pytest.mark.parametrize("title", ["=1+1", "+49 123", "-5", "@SUM(A1)", "\tx"])
def test_a_title_that_a_spreadsheet_would_run_is_shown_as_text(title: str) -> None:
    assert cells(CaseRow(name="a", basis="", role_now=title))["role now"] == f"'{title}"


def test_a_title_with_a_dash_inside_stays_as_it_is() -> None:
    assert cells(CaseRow(name="a", basis="", role_now="Cashier - nights"))["role now"] == "Cashier - nights"


def test_jobs_stand_side_by_side_with_score_and_limits() -> None:
    jobs = (
        JobLine(title="Cashier", employer="Shop", score=0.956),
        JobLine(title="Agent", employer="", score=0.5, limits=("work at nights", "Asks you to pay a fee.")),
    )
    read = cells(CaseRow(name="a", basis="", jobs=jobs))
    assert [read[head] for head in ("job 1", "score 1", "limits 1")] == ["Cashier, Shop", "96", ""]
    assert [read[head] for head in ("job 2", "score 2", "limits 2")] == [
        "Agent",
        "50",
        "work at nights; Asks you to pay a fee.",
    ]
    assert read["job 3"] == ""


def test_months_that_nobody_knows_are_empty_and_none_at_all_is_nought() -> None:
    assert cells(CaseRow(name="a", basis=""))["months at most"] == ""
    assert cells(CaseRow(name="a", basis="", months_min=0.0, months_max=0.0))["months at most"] == "0"
