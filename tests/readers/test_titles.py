"""What kind of job a title stands for, with and without the text beside it."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Experience, Fact
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import INDUSTRIES, LEVELS, ROLE_FAMILIES
from groundfloor.readers.role_names import get_role_names
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.coded import read_coded
from groundfloor.readers.title import TitleReading, classify_job, read_title


def title_of(title: str, text: str = "", *, months: int | None = None) -> TitleReading:
    posting = Posting(id="1", title=title, description=text)
    frame = get_scanner(open_catalogue()).scan(posting.text)
    asked = (
        [] if months is None else [Fact(kind="experience", value=Experience(months_min=months), strength="required")]
    )
    return read_title(posting, frame, [*asked, *read_coded(frame)], open_catalogue())


@pytest.mark.parametrize(
    ("title", "text", "family", "reason"),
    [
        ("Customer Service Representative", "Answer inbound calls", "contact_centre_agent", "by telephone"),
        ("Customer Service Representative", "Greet walk-in visitors", "customer_service_representative", "at a desk"),
        ("Customer Service Associate", "Sort mail in the mailroom of a law firm", "clerical_support", "only by name"),
        ("Store Manager", "", "store_manager", "a shop"),
        ("Team Leader", "", "team_leader", "leads others"),
        ("Head of Customer Support", "", "service_manager", "runs the service"),
        ("Claims Handler", "", "claims_insurance_service", "claims"),
        ("Account Manager", "", "account_manager", "accounts"),
        ("Account Executive", "A software company. Close deals", "sales_representative", "sells"),
        ("Customer Success Manager", "", "customer_success", "success"),
        ("Medical Receptionist", "", "receptionist", "a desk, not medicine"),
        ("Community Staff Nurse", "Answer calls from patients", "other", "another trade, whatever it also does"),
        ("Data Entry Clerk / Office Assistant / Customer Service", "", "clerical_support", "two office words"),
        (
            "Mobile Expert",
            "Our stores sell wireless plans. Greet shoppers, upsell",
            "retail_sales_assistant",
            "by text",
        ),
        ("Great chance!", "Prospecting at trade shows", "sales_representative", "only the text tells"),
        ("Great chance!", "", "other", "nothing tells"),
        ("Account Manager", "Cold call prospects", "sales_representative", "accounts still to be won"),
        ("Account Executive", "Maintain relationships with key accounts", "account_manager", "accounts already won"),
        ("Drilling Engineer", "Answer calls", "other", "another trade, whatever it also does"),
        ("Software Development Engineer", "", "other", "makes it, does not support it"),
        ("Product Support Engineer", "", "technical_support", "supports it"),
        ("Appointment Setter", "Greet visitors at our front desk", "receptionist", "a desk, whatever the title"),
    ],
)
def test_the_kind_of_work(title: str, text: str, family: str, reason: str) -> None:
    assert title_of(title, text).role_family == family, reason


@pytest.mark.parametrize(
    ("title", "months", "level", "reason"),
    [
        ("Cashier", None, "ground", "nothing is asked"),
        ("Apprentice Adviser", 24, "ground", "an apprentice, whatever is asked"),
        ("Service Agent", 12, "experienced", "a year is asked"),
        ("Service Agent", 6, "ground", "half a year is little"),
        ("Senior Service Agent", None, "experienced", "senior"),
        ("Account Manager", 24, "experienced", "manages accounts, not people"),
        ("Team Leader", None, "lead", "leads without full authority"),
        ("Shift Supervisor", None, "supervisor", "first-line boss"),
        ("Store Manager", None, "manager", "runs a shop"),
        ("Director of Customer Service", None, "head", "director"),
        ("Head Waiter", None, "lead", "the first of the waiters, not a head of several units"),
        ("Lead Generation Agent", None, "ground", "leads to be found, not people to be led"),
    ],
)
def test_the_rung(title: str, months: int | None, level: str, reason: str) -> None:
    assert title_of(title, months=months).level == level, reason


@pytest.mark.parametrize(
    ("title", "soc"),
    [
        ("Customer Service Agent", "43-4051.00"),
        ("Debt Collector", "43-3011.00"),
        ("Receptionist", "43-4171.00"),
        ("Travel Agent", "41-3041.00"),
        ("Bank Teller", "43-3071.00"),
        ("Team Leader", "43-1011.00"),
    ],
)
def test_a_title_gets_the_code_of_its_occupation(title: str, soc: str) -> None:
    assert title_of(title).soc[0] == soc


def test_a_posting_is_joined_to_the_role_of_the_catalogue_that_its_title_names() -> None:
    assert title_of("Part-time Bank Teller").role_id == "banking_finance.bank-teller"


def test_a_job_of_a_resume_is_classified_by_its_title_and_its_lines() -> None:
    job = classify_job("Shift Supervisor", ["Coffee shop", "Supervised a team of six baristas"], open_catalogue())
    assert (job.level, job.people_managed, job.customer_facing) == ("supervisor", True, True)


def test_work_without_customers_is_not_called_customer_facing() -> None:
    assert not classify_job("Forklift Driver", ["Moved pallets"], open_catalogue()).customer_facing


def test_the_name_of_an_employer_shows_the_industry_of_a_job() -> None:
    job = classify_job(
        "Night Service Representative", ["Answered calls"], open_catalogue(), employer="Clearwater Energy"
    )
    assert job.industry == "utilities_energy"


def test_a_name_of_one_word_counts_only_as_the_whole_title() -> None:
    names = get_role_names(open_catalogue())
    assert names.find_family("Teller", None) == "bank_teller"
    assert names.find_family("Fortune Teller of the Fair", None) is None


@pytest.mark.parametrize(
    ("file_stem", "closed_list"),
    [("title_families", ROLE_FAMILIES), ("title_levels", LEVELS), ("industries", INDUSTRIES)],
)
def test_title_and_industry_files_name_only_values_of_the_closed_lists(
    file_stem: str, closed_list: tuple[str, ...]
) -> None:
    keys = [id_.partition(".")[2] for id_ in open_catalogue().lexicon if id_.partition(".")[0] == file_stem]
    assert keys
    assert {key.partition("-")[0] for key in keys} <= {*closed_list, "aside"}
