"""A plan from the first `--keep` to the last tick, as a person would type it."""

import csv
import json
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLES = Path(__file__).parents[2] / "src" / "groundfloor" / "examples"
RESUME = EXAMPLES / "resume.pdf"
ADS = EXAMPLES / "postings"
PLAN = "cashier-to-retail.store-manager"
TODAY = date.today()


@pytest.fixture
def kept(run: Run) -> Run:
    """The same command with one plan kept."""
    done = run("route", "--from", "retail.cashier", "--to", "retail.store-manager", "--country", "US", "--keep")
    assert done.returncode == 0, done.stderr
    assert done.stderr == f"Route 1 is kept as a plan. See it with: groundfloor plan show {PLAN}\n"
    return run


def test_before_a_plan_is_kept_the_list_says_how_to_keep_one(run: Run) -> None:
    assert run("plan", "list").stdout == "No plan is kept yet. Keep one with: groundfloor route --to GOAL --keep\n"


def test_the_list_names_each_plan_whole_with_what_is_next(kept: Run) -> None:
    lines = kept("plan", "list").stdout.splitlines()
    assert lines[0] == PLAN
    assert lines[1].startswith("  0 of ")
    assert lines[2].startswith("  Next: ")


def test_a_plan_is_shown_within_eighty_columns_with_a_box_for_everything(kept: Run) -> None:
    shown = kept("plan", "show", PLAN).stdout
    view = json.loads(kept("plan", "show", PLAN, "--json").stdout)
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert shown.count("[ ]") == view["things"]


def test_ticked_off_and_taken_back(kept: Run) -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    done = kept("plan", "tick", "cashier", "1.1", "--on", yesterday)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Done on {yesterday}: ")
    assert "[x] 1.1" in kept("plan", "show", PLAN).stdout
    assert kept("plan", "untick", PLAN, "1.1").stdout.startswith("Open again: ")
    assert "[x]" not in kept("plan", "show", PLAN).stdout


def test_a_step_done_leads_to_planning_again_which_says_what_changed(kept: Run) -> None:
    first = json.loads(kept("plan", "show", PLAN, "--json").stdout)["steps"][0]["to"]["name"]
    assert f"groundfloor plan replan {PLAN}" in kept("plan", "tick", PLAN, "1.1", "1").stdout
    told = " ".join(kept("plan", "replan", PLAN).stdout.split())
    assert f"The plan starts from {first} now. You ticked it off on {TODAY}." in told
    view = json.loads(kept("plan", "show", PLAN, "--json").stdout)
    assert view["here"]["name"] == first
    assert first in [one["name"] for one in view["behind"]]


REFUSALS = (
    (("show", "nobody"), 3, "No plan 'nobody' is kept"),
    (("tick", PLAN, "9.9"), 2, "nothing numbered '9.9'"),
    (("tick", PLAN, "1.1", "--on", "tomorrow"), 2, "'tomorrow' is no day. Write it as 2026-11-25."),
    (("tick", PLAN, "1.1", "--on", "2999-01-01"), 2, "yet to come"),
    (("untick", PLAN, "1.1"), 2, "Not ticked off"),
    (("replan", PLAN, "--route", "99"), 2, "There is no route 99"),
    (("export", PLAN, "--out", "plan.ics", "--start", "9999-12-31"), 2, "Name one from 1950 to 2999."),
    (("export", PLAN, "--out", "plan.pdf"), 2, "print it to a PDF file"),
    (("export", PLAN, "--out", "plan"), 2, "ends in .html, .ics or .json"),
    (("export", PLAN, "--out", "nowhere/plan.ics"), 4, "cannot be written"),
)


def test_what_cannot_be_done_is_told_and_the_plan_stays(kept: Run) -> None:
    before = kept("plan", "show", PLAN, "--json").stdout
    for words, status, told in REFUSALS:
        done = kept("plan", *words)
        assert (done.returncode, done.stdout) == (status, ""), words
        assert told in done.stderr
    assert kept("plan", "show", PLAN, "--json").stdout == before


def test_keeping_it_once_more_does_not_wipe_out_what_was_done(kept: Run) -> None:
    kept("plan", "tick", PLAN, "1.1")
    again = kept("route", "--from", "retail.cashier", "--to", "retail.store-manager", "--country", "US", "--keep")
    assert again.returncode == 2
    assert "kept already" in again.stderr
    assert "[x] 1.1" in kept("plan", "show", PLAN).stdout


def test_a_plan_is_taken_along_as_a_page_a_calendar_and_data(kept: Run, tmp_path: Path) -> None:
    for name in ("plan.html", "plan.ics", "plan.json"):
        assert kept("plan", "export", PLAN, "--out", name).stdout == f"Written: {tmp_path / name}\n"
    assert (tmp_path / "plan.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (tmp_path / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == kept("plan", "show", PLAN, "--json").stdout
    assert not list(tmp_path.glob(".*.part"))


def test_a_calendar_can_begin_on_another_day(kept: Run, tmp_path: Path) -> None:
    kept("plan", "export", PLAN, "--out", "plan.ics", "--start", "2031-01-01")
    days = [line for line in (tmp_path / "plan.ics").read_text().splitlines() if line.startswith("DTSTART")]
    assert min(days) > "DTSTART;VALUE=DATE:20310101"


def test_a_plan_from_a_resume_needs_no_kept_profile_and_is_removed_for_good(run: Run) -> None:
    done = run("route", "--resume", RESUME, "--to", "hospitality_food.front-office-manager", "--keep")
    assert done.returncode == 0, done.stderr
    plan = "resume-to-hospitality_food.front-office-manager"
    assert run("plan", "replan", plan).returncode == 0
    assert run("plan", "remove", plan).stdout == f"{plan} removed.\n"
    assert run("store", "list", "plans").stdout == ""


def test_a_plan_of_a_kept_person_goes_with_them(run: Run) -> None:
    run("store", "add", "resumes", RESUME)
    run("route", "--profile", "resume", "--to", "hospitality_food.front-office-manager", "--keep")
    assert run("plan", "replan", "resume-to").returncode == 0
    run("store", "remove", "profiles", "resume")
    assert run("store", "list", "plans").stdout == ""


# ---- a caseload


@pytest.fixture
def people(tmp_path: Path) -> Path:
    folder = tmp_path / "people"
    folder.mkdir()
    (folder / "amy.txt").write_text("Experience\n\nCashier, Corner Shop\n2021 - 2023\n- Served customers\n")
    (folder / "ben.docx").touch()
    (folder / "eve.txt").write_text("Experience\n\n=HYPERLINK(0) Cashier\n2021 - 2023\n- Served customers\n")
    return folder


def test_a_caseload_gives_pages_and_a_table_and_names_who_is_missing(run: Run, people: Path, tmp_path: Path) -> None:
    words = ("caseload", people, "--to", "retail.store-manager", "--postings", ADS / "shops.csv", "--out", "pages")
    done = run(*words)
    assert done.returncode == 1, done.stderr
    assert f"2 pages in {tmp_path / 'pages'}: 2 made now, 0 unchanged." in done.stdout
    assert "1 could not be read" in done.stdout
    assert "ben.docx is empty. [file-empty]" in done.stderr
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if str(tmp_path) not in line)
    page = (tmp_path / "pages" / "amy.html").read_text(encoding="utf-8")
    assert "The quickest way to store manager" in page
    assert "0 made now, 2 unchanged." in run(*words).stdout


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing_there(run: Run, people: Path, tmp_path: Path) -> None:
    run("caseload", people, "--to", "retail.store-manager", "--postings", ADS / "shops.csv", "--out", "pages")
    raw = (tmp_path / "pages" / "caseload.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = {row["file"]: row for row in csv.DictReader(raw.decode("utf-8-sig").splitlines())}
    assert list(rows) == ["amy.txt", "ben.docx", "eve.txt"]
    assert rows["amy.txt"]["quickest route"].startswith("Cashier > ")
    assert rows["amy.txt"]["score 1"].isdigit()
    assert rows["ben.docx"]["not done because"] == "ben.docx is empty."
    cells = [cell for row in rows.values() for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_caseload_of_kept_people_needs_no_folder(run: Run, tmp_path: Path) -> None:
    run("store", "add", "resumes", RESUME)
    words = ("caseload", "--to", "better-paid", "--postings", ADS / "hotels.jsonl", "--place", "US", "--out", "pages")
    done = run(*words)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "pages" / "resume.html").exists()
