"""Marks that warn a job seeker."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Coded, Fact, Hours, Pay
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import PayPeriod
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.employer_named import names_its_employer
from groundfloor.readers.slots.warnings import AdvertisedJob, read_warnings

PAY = Fact(kind="pay", value=Pay(min=500, max=500, currency="USD", period="week"))
HOURS = Fact(kind="hours", value=Hours(min=38, max=38))


def facts_of(text: str, *facts: Fact, employer: str = "Some Employer", job: AdvertisedJob | None = None) -> list[Fact]:
    posting = Posting(id="1", description=text, employer=employer)
    catalogue = open_catalogue()
    signs = {id_: entry.points for id_, entry in catalogue.lexicon.items() if entry.points}
    return read_warnings(get_scanner(catalogue).scan(posting.text), posting, facts, job, signs=signs)


def warnings_of(
    text: str, *facts: Fact, employer: str = "Some Employer", job: AdvertisedJob | None = None
) -> dict[str, Fact]:
    found = facts_of(text, *facts, employer=employer, job=job)
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
        ("Interview by Telegram only", "contact_off_platform"),
        ("Deposit our check in your account and send the money by gift cards", "money_through_own_account"),
        ("Unpaid observation day before you start", "unpaid_trial"),
        ("All you do is pay for your own membership first", "fee_asked"),
        ("You are self-employed and paid on results only", "commission_only"),
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
        "Use chat tools such as Telegram",
        "Contact customers by phone, e-mail and WhatsApp",
        "An unpaid meal period",
        "We pay for your training",
        "Wages come on a company provided debit card",
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


CLERK = AdvertisedJob("clerical_support", "ground", 55_000.0, "USD")


@pytest.mark.parametrize(
    ("text", "job", "employer", "hidden", "reason"),
    [
        ("We need clerks to type at home.", CLERK, "", True, "open work, and nobody says who offers it"),
        ("We need clerks to type at home.", CLERK, "Some Employer", False, "the employer is named"),
        ("Clerks wanted at Smith Partners LLC.", CLERK, "", False, "the text names a firm"),
        ("We are a family bakery. Clerks wanted.", CLERK, "", False, "the employer says what it is"),
        ("Clerks\nCome to Orb. The team of Orb, pay of Orb, aim of Orb.", CLERK, "", False, "a name stands again"),
        ("Build our network.", CLERK._replace(role_family="other"), "", False, "work of a trade of its own"),
        ("Run the branch.", CLERK._replace(level="manager"), "", False, "not work that anybody may start"),
        ("Type at home. " * 200, CLERK, "", False, "a long text has more to judge by"),
    ],
)
def test_work_that_asks_little_from_an_employer_who_stays_hidden(
    text: str, job: AdvertisedJob, employer: str, hidden: bool, reason: str
) -> None:
    assert ("employer_hidden" in warnings_of(text, PAY, HOURS, employer=employer, job=job)) == hidden, reason


@pytest.mark.parametrize(
    ("amount", "period", "currency", "reason"),
    [(500, "week", "USD", "below what such work pays"), (1500, "week", "CAD", "another currency than the table's")],
)
def test_pay_within_the_usual_is_not_too_good(amount: float, period: PayPeriod, currency: str, reason: str) -> None:
    pay = Fact(kind="pay", value=Pay(min=amount, max=amount, currency=currency, period=period))
    assert "pay_too_good" not in warnings_of("Clerks wanted", pay, HOURS, employer="", job=CLERK), reason


def test_a_hidden_employer_who_pays_more_than_nine_of_ten_get_promises_too_much() -> None:
    pay = Fact(kind="pay", value=Pay(min=1500, max=1500, currency="USD", period="week"), quote="$1500 a week")
    assert warnings_of("Clerks wanted", pay, HOURS, employer="", job=CLERK)["pay_too_good"].quote == "$1500 a week"
    assert "pay_too_good" not in warnings_of("Clerks wanted", pay, HOURS, job=CLERK)


@pytest.mark.parametrize(
    ("text", "job", "employer", "signs", "reason"),
    [
        (
            "Helpers\nWork from home in your spare time. Start today, paid daily.",
            None,
            "Some Employer",
            {"work_at_home", "own_hours", "start_at_once", "quick_pay"},
            "four weak signs",
        ),
        (
            "Helpers\nBe your own boss. Free to join.",
            None,
            "Some Employer",
            {"own_business", "cost_denied"},
            "two strong signs",
        ),
        (
            "Clerk\nSuitable for everyone.",
            CLERK,
            "",
            {"asks_nothing", "employer_unnamed", "anybodys_title"},
            "nobody named, a title for anybody, and nothing asked",
        ),
        ("Clerk\nSuitable for everyone.", CLERK, "Some Employer", set(), "the employer can be looked up"),
        ("Agent\nWork from home. No experience needed. Paid weekly.", None, "Orb", set(), "honest work at home"),
        ("Clerk\nFile letters.", CLERK, "", set(), "no words of the text are a sign"),
        ("Helpers\nNo work at home. Start today, paid daily, in your spare time.", None, "Orb", set(), "denied"),
    ],
)  # fmt: skip
def test_several_signs_of_a_scam_together_are_shown_one_by_one(
    text: str, job: AdvertisedJob | None, employer: str, signs: set[str], reason: str
) -> None:
    found = [
        fact
        for fact in facts_of(text, PAY, HOURS, employer=employer, job=job)
        if isinstance(fact.value, Coded) and fact.value.code == "several_signs"
    ]
    assert {fact.rule.removeprefix("scam_signs.") for fact in found} == signs, reason
    assert all(fact.quote and fact.quote in text for fact in found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Clerk\nOrb Ltd needs you.", True),
        ("Clerk\nNorthgate Hospital, Bury", True),
        ("Clerk\nOrb is hiring.", True),
        ("Clerk\nAt Orb we care.", True),
        ("Clerk\nWrite to jobs@orb-example.com", True),
        ("Clerk\nA post on Band 3.", True),
        ("Clerk\nOur Customer Services answer calls.", False),
        ("Clerk\nHigh School diploma, or an Associates Degree.", False),
        ("Clerk\nOur client is seeking help.", False),
        ("Clerk\nWrite to jobs.orb@gmail.com", False),
        ("Clerk\nThe Clerk helps. A Clerk files. Each Clerk types. No Clerk sings.", False),
        ("Aide\nFull Time. Part Time. Half Time. All Time, some time.", False),
    ],
)
def test_an_employer_is_named_by_a_name_that_can_be_looked_up(text: str, named: bool) -> None:
    assert names_its_employer(get_scanner(open_catalogue()).scan(text)) == named


def test_every_sign_of_a_scam_says_who_warns_of_it() -> None:
    catalogue = open_catalogue()
    signs = {id_: entry for id_, entry in catalogue.lexicon.items() if entry.points}
    assert [id_ for id_, entry in signs.items() if not entry.why or entry.cite is None] == []
    warned_of = [entry.cite.source for entry in signs.values() if entry.cite]
    assert sum(not catalogue.sources[source].estimate for source in warned_of) >= 12
