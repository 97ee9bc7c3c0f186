"""What a job of a résumé was: family, rung, customers, people led."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.readers.resume.job_kind import JobKind, read_job_kind


def kind(title: str, *lines: str) -> JobKind:
    return read_job_kind(title, lines, open_catalogue())


@pytest.mark.parametrize(
    "title",
    ["Industrial Engineer", "Elementary School Teacher", "Waitress", "Public Relations Associate", "Forklift Driver"],
)
def test_occupations_outside_the_field_stay_outside_whatever_their_lines_mention(title: str) -> None:
    assert kind(title, "Answered customers' questions and resolved complaints by phone.").role_family == "other"


@pytest.mark.parametrize(
    ("title", "family"),
    [("Cashier", "cashier"), ("Bank Teller", "bank_teller"), ("Call Center Agent", "contact_centre_agent")],
)
def test_occupations_of_the_field_keep_their_family(title: str, family: str) -> None:
    assert kind(title, "Helped customers").role_family == family


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Cashier", "ground"),
        ("Marketing Intern", "ground"),
        ("Claims Specialist", "experienced"),
        ("Account Manager", "experienced"),
        ("Head Cashier", "lead"),
        ("Team Leader", "lead"),
        ("Assistant Store Manager", "supervisor"),
        ("Shift Supervisor", "supervisor"),
        ("Store Manager", "manager"),
        ("Director of Operations", "head"),
        ("Owner", "executive_owner"),
    ],
)
def test_the_rung_comes_from_the_title(title: str, level: str) -> None:
    assert kind(title, "Did the work.").level == level


@pytest.mark.parametrize(
    ("lines", "led"),
    [
        ("Supervised a shift of six.", True),
        ("Led a team of 12 agents.", True),
        ("Responsible for hiring and training.", True),
        ("Worked under the supervision of the manager.", False),
        ("Led tours of the gallery.", False),
        ("Managed accounts of large clients.", False),
    ],
)
def test_people_are_led_when_the_lines_say_so(lines: str, led: bool) -> None:
    told = kind("Sales Associate", lines)
    assert told.people_managed is led
    assert told.level == ("lead" if led else "ground")


@pytest.mark.parametrize(
    ("title", "lines", "facing"),
    [
        ("Server", "Took orders.", True),
        ("Medical Assistant", "Took blood pressure.", True),
        ("Accountant", "Sent statements to customers, clients and patients.", False),
        ("Library Page", "Helped visitors, greeted patrons, showed guests around.", True),
        ("Library Page", "Shelved books.", False),
        ("Retail Sales Associate", "Sold shoes.", True),
    ],
)
def test_customers_must_be_the_work_itself(title: str, lines: str, facing: bool) -> None:
    assert kind(title, lines).customer_facing is facing


@pytest.mark.parametrize(
    ("title", "line", "family"),
    [
        ("Customer Service Representative", "Answered 80 calls a day.", "contact_centre_agent"),
        ("Customer Service Representative", "Greeted customers at the counter.", "customer_service_representative"),
        ("Sales Associate", "Recommended items and folded clothes.", "retail_sales_assistant"),
        ("Sales Representative", "Visited clients in the district.", "sales_representative"),
        ("Insurance Agent", "Sold policies to families.", "sales_representative"),
    ],
)
def test_titles_of_many_trades_are_told_apart_by_what_was_done(title: str, line: str, family: str) -> None:
    assert kind(title, line).role_family == family


@pytest.mark.parametrize(
    ("title", "line", "facing"),
    [
        ("Store Manager / District Manager", "Ran the shop and then four of them.", True),
        ("District Manager", "Ran four shops.", False),
        ("Network Administrator", "Kept servers running.", False),
        ("Technical Support Agent", "Helped callers with their routers.", True),
        ("Data Entry Clerk", "Typed forms.", False),
        ("Data Entry Clerk", "Helped customers, greeted visitors and called clients back.", True),
    ],
)
def test_work_behind_the_scenes_faces_customers_only_when_it_says_so(title: str, line: str, facing: bool) -> None:
    assert kind(title, line).customer_facing is facing


def test_a_junior_is_on_the_ground_whatever_the_trade() -> None:
    assert kind("Associate Analyst", "Made charts.").level == "ground"
    assert kind("Analyst", "Made charts.").level == "experienced"


def test_customers_served_again_and_again_are_the_work_itself_whatever_the_title() -> None:
    assert kind(
        "Associate Analyst", "Helped customers with their printers", "Resolved customer queries"
    ).customer_facing
    assert not kind("Associate Analyst", "Resolved a customer query", "Wrote reports").customer_facing
    assert not kind("District Manager", "Resolved customer queries", "Helped customers").customer_facing
