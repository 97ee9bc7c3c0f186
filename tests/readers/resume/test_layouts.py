"""However a résumé is laid out, every job is found with its title and dates."""

import pytest
from layouts import STARTS, TITLES, Sketch, long_pdf, sketches, two_column_pdf

from groundfloor.model.document import Document
from groundfloor.readers.resume.job_entries import JobEntry, read_job_entries
from groundfloor.readers.resume.sections import cut_resume
from groundfloor.sources.documents import document_from_bytes

SKETCHES = sketches(76)


def entries_of(document: Document) -> list[JobEntry]:
    return read_job_entries(document.text, cut_resume(document))


def assert_all_found(document: Document) -> None:
    found = entries_of(document)
    assert [one.title.title() for one in found] == TITLES, document.text
    assert [one.dates and one.dates.start for one in found] == STARTS, document.text


@pytest.mark.parametrize(("how", "sketch"), SKETCHES, ids=[how for how, _ in SKETCHES])
def test_every_job_is_found_in_plain_text(how: str, sketch: Sketch) -> None:
    assert_all_found(Document(id="dana", text=sketch.text))


@pytest.mark.parametrize(("how", "sketch"), SKETCHES[::2], ids=[how for how, _ in SKETCHES[::2]])
def test_a_page_that_ends_inside_a_job_hides_none(how: str, sketch: Sketch) -> None:
    document = document_from_bytes(long_pdf(sketch, blank_lines=40), "dana.pdf")
    assert "Page 1" not in document.text
    assert document.text.count("Curriculum Vitae") == 1, "the running head stays on the first page alone"
    assert_all_found(document)


@pytest.mark.parametrize("jobs_left", [True, False])
@pytest.mark.parametrize(("how", "sketch"), SKETCHES[1::4], ids=[how for how, _ in SKETCHES[1::4]])
def test_columns_on_one_grid_are_read_one_after_the_other(how: str, sketch: Sketch, jobs_left: bool) -> None:
    if not sketch.jobs.startswith(tuple("WERCP1O*")):
        pytest.skip("nothing heads the jobs: no sign that there are columns")
    assert_all_found(document_from_bytes(two_column_pdf(sketch, jobs_left=jobs_left), "dana.pdf"))


def test_jobs_under_a_heading_about_something_else_are_still_jobs() -> None:
    text = "Dana Moore\n\nEDUCATION\nBA History, 2009 - 2012\n\nBerufserfahrung\nCashier, Corner Foods, 2012 - 2014"
    assert [one.title for one in entries_of(Document(id="dana", text=text))] == ["Cashier"]


def test_a_degree_is_no_job_even_where_no_job_is_told() -> None:
    text = "Dana Moore\n\nEDUCATION\nBA History, Mill Road College, 2009 - 2012"
    assert entries_of(Document(id="dana", text=text)) == []


@pytest.mark.parametrize(
    ("words", "jobs", "reason"),
    [
        ("Cashier, Corner Foods\nCounted tills\n\nHost, Palm Court Hotel", ["Cashier", "Host"], "lines"),
        ("- Cashier at Corner Foods\n- Host at Palm Court Hotel", ["Cashier", "Host"], "bullets"),
        ("Cashier, Corner Foods (2 years)\nHost, Palm Court Hotel (18 months)", ["Cashier", "Host"], "lengths of time"),
        ("Customer service, teamwork, cash handling\nExcellent manager of time", [], "skills under the wrong heading"),
        ("Helped a manager with the till.\nWorked well with every team member", [], "sentences"),
    ],
)
def test_jobs_without_any_date_are_found_where_lines_open_with_a_title(
    words: str, jobs: list[str], reason: str
) -> None:
    document = Document(id="dana", text=f"Dana Moore\n\nEXPERIENCE\n{words}")
    assert [one.title for one in entries_of(document)] == jobs, reason


def test_a_title_nobody_knows_is_read_where_all_titles_of_the_resume_stand() -> None:
    text = (
        "EXPERIENCE\nQuickdial Services, Manila\nTelephonist II\nMar 2012 - May 2014\n- Answered calls\n\n"
        "Corner Foods\nSandwich Artist\nMay 2014 - June 2016\n- Made sandwiches"
    )
    found = entries_of(Document(id="dana", text=text))
    assert [(one.title, one.employer) for one in found] == [
        ("Telephonist II", "Quickdial Services"),
        ("Sandwich Artist", "Corner Foods"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Executive Chef",
        "Substitute Teacher",
        "Certified Nursing Assistant",
        "Staff Accountant",
        "First Officer",
        "Geologist",
        "Platoon Sergeant",
        "Esthetician",
        "Disc Jockey",
        "Load Master",
        "Military Police",
        "Patient Care Tech",
    ],
)
def test_the_titles_of_every_trade_are_known(title: str) -> None:
    text = f"EXPERIENCE\nCorner Foods\n{title}\nMay 2014 - June 2016\n- Worked with the program manager"
    [found] = entries_of(Document(id="dana", text=text))
    assert (found.title, found.employer) == (title, "Corner Foods")


def test_whoever_works_for_themselves_has_a_title_too() -> None:
    text = "EXPERIENCE\nSelf-Employed, Leeds, UK\nMay 2014 - June 2016\nCarpenter\n\nSelf-employed\n2010 - 2012"
    assert [one.title for one in entries_of(Document(id="dana", text=text))] == ["Carpenter", "Self-employed"]


def test_jobs_under_a_heading_nobody_foresaw_are_read_beside_others_and_the_line_at_the_top_is_none() -> None:
    text = (
        "HEAD CASHIER\nDana Moore\n\nLANGUAGES\nFrench\n\nStations so far\nCashier, Corner Foods, 2012 - 2014\n\n"
        "SUMMARY\nReliable\nHost, Palm Court Hotel, 2010 - 2012"
    )
    assert [one.title for one in entries_of(Document(id="dana", text=text))] == ["Cashier", "Host"]


def test_an_employer_stands_before_its_place() -> None:
    text = "EXPERIENCE\nCorner Foods, Leeds, UK\nShift Supervisor\tJan 2016 - Present\nCashier\tMay 2012 - Jan 2016"
    assert [one.employer for one in entries_of(Document(id="dana", text=text))] == ["Corner Foods", "Corner Foods"]
