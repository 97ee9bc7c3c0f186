"""A job that still goes on: five years in one job are five years, whatever other dates a résumé names."""

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.matching.attainments import attainments_of
from groundfloor.model.document import Document
from groundfloor.readers.resume.reader import ResumeReader
from groundfloor.services.keeping import count_kept_to
from groundfloor.services.routes.standing import months_towards, read_standing

AGENT = Document(
    id="rosa",
    text="""Experience
Call Center Agent, Beacon Telecom Support, 03/2021 - Present
Answered 60 inbound calls a day.
Cashier, Corner Stores, 06/2019 - 02/2021
Rang up groceries.
""",
)


def test_a_job_that_goes_on_counts_up_to_the_month_it_is_asked_in() -> None:
    profile = ResumeReader(open_catalogue()).read(AGENT, counted_to="2026-11")
    assert profile.months_worked == 68 + 20
    assert attainments_of(profile).months_worked == 68 + 20
    role = open_catalogue().roles["contact_centre_outsourcing.inbound-agent"]
    assert months_towards(read_standing(profile), role) >= 68


def test_without_a_month_the_resume_s_own_latest_date_stands_for_now() -> None:
    profile = ResumeReader(open_catalogue()).read(AGENT)
    assert profile.counted_to is None
    assert profile.months_worked == 20


def test_a_resume_that_names_a_later_date_than_the_month_counts_up_to_that() -> None:
    later = Document(id="x", text="Experience\nCashier, Corner Stores, 01/2026 - Present\n\nFirst aid, 12/2026\n")
    assert ResumeReader(open_catalogue()).read(later, counted_to="2026-06").months_worked == 11


def test_a_kept_person_counts_up_to_the_month_asked_and_not_to_the_day_they_were_kept() -> None:
    reader = ResumeReader(open_catalogue())
    kept = reader.read(AGENT, counted_to="2025-11")
    asked_a_year_later = count_kept_to(kept, "2026-11")
    assert asked_a_year_later == reader.read(AGENT, counted_to="2026-11")
    assert attainments_of(asked_a_year_later).months_worked == 68 + 20


def test_a_kept_person_loses_no_month_when_an_earlier_one_is_asked_or_none() -> None:
    kept = ResumeReader(open_catalogue()).read(AGENT, counted_to="2026-11")
    assert count_kept_to(kept, "2026-05") == kept == count_kept_to(kept, None)
