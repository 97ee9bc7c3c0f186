"""Marks that warn a job seeker."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Coded, Fact, Hours, Pay
from groundfloor.model.posting import Posting
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.warnings import read_warnings

PAY = Fact(kind="pay", value=Pay(min=500, max=500, currency="USD", period="week"))
HOURS = Fact(kind="hours", value=Hours(min=38, max=38))


def warnings_of(text: str, *facts: Fact, employer: str = "Some Employer") -> dict[str, Fact]:
    posting = Posting(id="1", description=text, employer=employer)
    frame = get_scanner(open_catalogue()).scan(posting.text)
    found = read_warnings(frame, posting, facts)
    return {fact.value.code: fact for fact in found if isinstance(fact.value, Coded)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Send us your bank account details", "bank_details_asked"),
        ("Pay a small registration fee first", "fee_asked"),
        ("Accept payments from clients into your personal account", "money_through_own_account"),
        ("The first week is an unpaid trial", "unpaid_trial"),
        ("Pay is commission only", "commission_only"),
        ("Earn $3,000 per week", "pay_too_good"),
        ("Contact our manager on WhatsApp", "contact_off_platform"),
    ],
)
def test_a_mark_is_shown_with_its_words(text: str, code: str) -> None:
    fact = warnings_of(text, PAY, HOURS)[code]
    assert fact.quote
    assert fact.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Process payments at the till",
        "There is no registration fee",
        "Base salary plus commission",
        "$15 an hour, paid weekly",
        "Open accounts for members and explain fees",
        "Paid training",
    ],
)
def test_honest_wording_bears_no_mark(text: str) -> None:
    assert not warnings_of(text, PAY, HOURS)


def test_a_figure_beside_commission_only_is_commission_sold_as_salary() -> None:
    assert "commission_sold_as_salary" in warnings_of("100% commission, $900 a week", PAY, HOURS)
    assert "commission_sold_as_salary" not in warnings_of("100% commission", HOURS)


def test_what_an_advertisement_leaves_out_is_said_without_words() -> None:
    missing = warnings_of("Come and work with us", employer="")
    assert set(missing) == {"employer_missing", "pay_missing", "hours_missing"}
    assert {fact.quote for fact in missing.values()} == {""}
