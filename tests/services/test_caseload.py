"""An adviser's caseload: everybody gets a page, nobody's broken file stops the others, nothing is made twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Preferences, Profile
from groundfloor.services.caseload import (
    ROWS,
    CaseloadQuestion,
    CaseRow,
    iter_caseload,
    list_cases,
    list_kept_cases,
)
from groundfloor.services.overview import Overview
from groundfloor.services.reading import read_postings
from groundfloor.services.routes.planning import read_goal

ADS = Path(__file__).parents[2] / "src" / "groundfloor" / "examples" / "postings"
CASHIER = "Experience\n\nCashier, Corner Shop\nJanuary 2021 - March 2023\n- Served customers at the till\n"
GOAL = read_goal(open_catalogue(), "retail.store-manager")
QUESTION = CaseloadQuestion(goal=GOAL)


@pytest.fixture(scope="module")
def readings() -> list[PostingReading]:
    return [one[1] for one in read_postings([ADS / "shops.csv"]) if not isinstance(one, Finding)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three people's files, one of them broken, and what else lies about in a folder."""
    people = tmp_path / "people"
    (people / "tuesday").mkdir(parents=True)
    (people / "amy.txt").write_text(CASHIER)
    (people / "ben.pdf").write_text("no PDF at all")
    (people / "tuesday" / "cleo.txt").write_text(CASHIER.replace("Cashier", "Team Leader"))
    (people / ".DS_Store").write_text("x")
    return people


class Desk:
    """An adviser's desk: runs a caseload and counts the pages that had to be made."""

    def __init__(self, folder: Path, out: Path, readings: list[PostingReading]) -> None:
        self.folder, self.out, self.readings, self.made = folder, out, readings, 0

    def render(self, overview: Overview) -> str:
        self.made += 1
        return f"page of {overview.profile_id}"

    def start(self, question: CaseloadQuestion = QUESTION) -> Iterator[tuple[CaseRow, bool]]:
        cases = list_cases(self.folder, leave_out=self.out)
        given: dict[str, Any] = {"catalogue": open_catalogue(), "readings": self.readings}
        return iter_caseload(cases, question, out=self.out, render=self.render, **given)

    def run(self, question: CaseloadQuestion = QUESTION) -> list[CaseRow]:
        self.made = 0
        return [row for row, _ in self.start(question)]

    def kept_rows(self) -> list[CaseRow]:
        lines = (self.out / ROWS).read_bytes().splitlines()
        return [msgspec.json.decode(line, type=CaseRow) for line in lines]


@pytest.fixture
def desk(folder: Path, tmp_path: Path, readings: list[PostingReading]) -> Desk:
    return Desk(folder, tmp_path / "pages", readings)


def test_everybody_who_can_be_read_has_a_page_and_everybody_has_a_row(desk: Desk) -> None:
    rows = desk.run()
    assert [row.name for row in rows] == ["amy.txt", "ben.pdf", "tuesday/cleo.txt"]
    assert sorted(path.name for path in desk.out.iterdir()) == ["amy.html", ROWS, "tuesday-cleo.html"]
    assert (desk.out / "amy.html").read_text() == "page of amy"


def test_a_file_that_cannot_be_read_is_a_row_with_its_reason(desk: Desk) -> None:
    row = desk.run()[1]
    assert "ben.pdf" in row.reason
    assert (row.page, row.person, [finding.code for finding in row.findings]) == ("", "", ["file-not-its-kind"])


def test_a_row_says_who_they_are_what_fits_how_to_get_there_and_what_comes_first(desk: Desk) -> None:
    row = desk.run()[0]
    assert (row.person, row.role_now) == ("amy", "Cashier")
    assert len(row.jobs) == 3
    assert [job.score for job in row.jobs] == sorted((job.score for job in row.jobs), reverse=True)
    assert row.route[0] == "Cashier"
    assert row.route[-1] == "Store manager"
    assert row.months_min is not None
    assert row.months_max is not None
    assert 0 <= row.months_min <= row.months_max
    assert row.next


def test_limits_and_warnings_of_a_job_stand_beside_it(folder: Path, tmp_path: Path) -> None:
    everything = [one[1] for one in read_postings([ADS]) if not isinstance(one, Finding)]
    scams = [
        reading for reading in everything if "fee_asked" in reading.warnings or "commission_only" in reading.warnings
    ]
    assert scams
    rows = Desk(folder, tmp_path / "pages", scams).run()
    assert all(job.limits for job in rows[0].jobs)


def test_where_no_way_leads_to_the_goal_the_row_says_so(desk: Desk) -> None:
    goal = read_goal(open_catalogue(), "retail.cashier")
    row = desk.run(CaseloadQuestion(goal=goal))[0]
    assert (row.route, row.months_max, row.next) == ((), None, "You already work in this role.")


def test_somebody_without_a_known_job_is_told_to_find_the_first_one(desk: Desk) -> None:
    (desk.folder / "amy.txt").write_text("Education\n\nHigh school diploma, 2024\n")
    assert desk.run()[0].next.startswith("Find work as ")


def test_a_second_run_makes_no_page_again_and_gives_the_same_rows(desk: Desk) -> None:
    first = desk.run()
    assert desk.made == 2
    assert desk.run() == first
    assert desk.made == 0
    assert desk.kept_rows() == first


@pytest.mark.parametrize("changed", ["the file", "the page", "the goal", "the wishes", "the advertisements"])
def test_what_has_changed_is_made_again(desk: Desk, changed: str) -> None:
    desk.run()
    question = QUESTION
    match changed:
        case "the file":
            (desk.folder / "amy.txt").write_text(CASHIER + "- Balanced the till\n")
        case "the page":
            (desk.out / "amy.html").unlink()
        case "the goal":
            question = CaseloadQuestion(goal=read_goal(open_catalogue(), "retail.floor-manager"))
        case "the wishes":
            question = CaseloadQuestion(goal=GOAL, wish=Preferences(remote_only=True))
        case "the advertisements":
            desk.readings = desk.readings[:-1]
    desk.run(question)
    assert desk.made == (1 if changed in ("the file", "the page") else 2)
    assert (desk.out / "amy.html").exists()


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(desk: Desk) -> None:
    broken_off = desk.start()
    next(broken_off)
    broken_off.close()  # type: ignore[attr-defined]
    assert not (desk.out / ROWS).exists()
    with next(desk.out.glob(f".{ROWS}.part")).open("ab") as torn:
        torn.write(b'{"name":"tuesday/cl')
    rows = desk.run()
    assert desk.made == 1
    assert len(rows) == 3
    assert not list(desk.out.glob(".*"))


def test_a_page_that_could_not_be_finished_is_not_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def tear(path: Path, *_: Any, **__: Any) -> None:
        with path.open("wb") as torn:
            torn.write(b"half a pa")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(Path, "write_bytes", tear)
        with pytest.raises(GroundfloorError, match="No space left") as caught:
            desk.run()
    assert caught.value.code == "output-unwritable"
    assert not list(desk.out.glob("*amy.html*"))
    assert len(desk.run()) == 3


def test_a_row_of_another_version_is_made_again(desk: Desk) -> None:
    desk.run()
    (desk.out / ROWS).write_text('{"name":"amy.txt","basis":7}\nno row at all\n')
    desk.run()
    assert desk.made == 2


def test_two_files_of_one_name_get_two_pages(desk: Desk) -> None:
    (desk.folder / "amy.md").write_text(CASHIER)
    assert [row.page for row in desk.run()][:2] == ["amy-md.html", "amy-txt.html"]


def test_pages_written_into_the_folder_are_not_taken_for_people(folder: Path, readings: list[PostingReading]) -> None:
    desk = Desk(folder, folder / "pages", readings)
    assert desk.run() == desk.run()


def test_people_kept_in_the_store_need_no_file(tmp_path: Path, readings: list[PostingReading]) -> None:
    job = Job(
        title="Cashier",
        start="2020-01",
        end="2021-01",
        current=False,
        role_family="cashier",
        level="ground",
        customer_facing=True,
        people_managed=False,
    )
    cases = list_kept_cases([Profile(id="rosa/../../x", jobs=(job,))])
    assert [case.page for case in cases] == ["rosa-..-..-x.html"]
    given: dict[str, Any] = {"catalogue": open_catalogue(), "readings": readings}
    out = tmp_path / "pages"
    rows = list(iter_caseload(cases, QUESTION, out=out, render=lambda overview: overview.headline, **given))
    assert [(row.role_now, fresh) for row, fresh in rows] == [("Cashier", True)]
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["rosa-..-..-x.html"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError, match="no folder") as caught:
        list_cases(tmp_path / "nowhere", leave_out=tmp_path)
    assert caught.value.code == "file-missing"


def test_the_same_folder_gives_the_same_pages_and_rows(desk: Desk) -> None:
    first = desk.run()
    again = Desk(desk.folder, desk.out.with_name("again"), desk.readings)
    assert again.run() == first
    assert (again.out / ROWS).read_bytes() == (desk.out / ROWS).read_bytes()


def test_a_kept_person_is_credited_the_months_up_to_the_one_asked(desk: Desk) -> None:
    job = Job(
        title="Cashier",
        start="2025-10",
        end=None,
        current=True,
        role_family="cashier",
        level="ground",
        customer_facing=True,
        people_managed=False,
        industry="retail",
        role_id="retail.cashier",
    )
    kept = list_kept_cases([Profile(id="rosa", jobs=(job,), counted_to="2025-11", months_worked=1)])
    given: dict[str, Any] = {"catalogue": open_catalogue(), "readings": [], "render": lambda overview: "page"}
    spans = []
    for month in ("2025-11", "2026-04"):
        question = CaseloadQuestion(goal=GOAL, counted_to=month)
        (row, _), *_ = iter_caseload(kept, question, out=desk.out.with_name(month), **given)
        spans.append(row.months_max or 0)
    assert spans[0] - spans[1] == 5
