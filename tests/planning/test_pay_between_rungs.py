"""Two rungs are compared only as far as figures for whole occupations allow."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.records import Cite
from groundfloor.services.routes.network import pay_falls
from groundfloor.services.routes.pay import PayChange, compare_pay, find_pay, tell_pay_change
from groundfloor.services.routes.records import PayFigure

CATALOGUE = open_catalogue()
COUNTRIES = ("US", "GB", "AU", "CA", "DE")


def paid(
    median: float,
    p75: float | None = None,
    *,
    p25: float | None = None,
    place: str = "US",
    source: str = "bls-oews-2024",
    employees_only: bool = False,
) -> PayFigure:
    return PayFigure(
        annual_median=median,
        annual_p25=p25,
        annual_p75=p75,
        employees_only=employees_only,
        currency={"US": "USD", "GB": "GBP"}[place],
        occupation_code=f"{median:g}",
        occupation=f"Workers at {median:g}",
        place=place,
        date="2024-05",
        cite=Cite(source=source),
    )


ASSISTANT, SENIOR = CATALOGUE.roles["retail.store-assistant"], CATALOGUE.roles["retail.senior-store-assistant"]
CASHIER, OWNER = CATALOGUE.roles["retail.cashier"], CATALOGUE.roles["retail.shop-owner"]

CASES: dict[str, tuple[PayFigure | None, PayFigure | None, str, PayChange, str]] = {
    "higher middle: nothing to say": (paid(30_000), paid(40_000), "up", "not_lower", ""),
    "the same occupation on both rungs": (paid(30_000), paid(30_000), "up", "not_lower", ""),
    "no figure before": (None, paid(30_000), "up", "not_known", ""),
    "no figure after": (paid(30_000), None, "up", "not_known", ""),
    "another country": (
        paid(30_000),
        paid(20_000, place="GB"),
        "up",
        "not_known",
        "The two figures are not of one source (US, GB): they show neither a rise nor a fall.",
    ),
    "another source of the same country": (
        paid(40_000),
        paid(20_000, source="another"),
        "up",
        "not_known",
        "The two figures are not of one source (US, US): they show neither a rise nor a fall.",
    ),
    "middles too near to be told apart": (paid(40_000), paid(38_000), "up", "not_lower", ""),
    "middles just far enough to be told apart": (
        paid(40_000),
        paid(37_990),
        "across",
        "lower",
        "Median pay of the occupation falls by 2,010 USD a year.",
    ),
    "one occupation of known spread on both rungs": (
        paid(30_000, 36_000, p25=25_000),
        paid(30_000, 36_000, p25=25_000),
        "up",
        "not_lower",
        "Both rungs are counted in one occupation: a quarter of it earn 25,000 USD a year or less, a quarter 36,000 "
        "or more. That beginners stand near the lower figure is our reading, not the source's.",
    ),
    "a rise into a broad occupation whose best-paid quarter earns as much": (
        paid(37_000),
        paid(34_000, 38_000),
        "up",
        "lower_but_upper_end",
        "The pay shown is for the whole occupation Workers at 34000, of which this rung is the upper end: a quarter "
        "there earn 38,000 USD a year or more. It does not show that pay falls.",
    ),
    "a rise into an occupation whose best-paid quarter earns less": (
        paid(43_000),
        paid(34_000, 38_000),
        "up",
        "lower",
        "The middle of the occupation Workers at 34000 lies 9,000 USD a year below that of Workers at 43000. "
        "Both figures are for whole occupations, not for these two rungs: ask what this step pays.",
    ),
    "a rise where no quarter is published": (
        paid(43_000),
        paid(34_000),
        "up",
        "lower",
        "The middle of the occupation Workers at 34000 lies 9,000 USD a year below that of Workers at 43000. "
        "Both figures are for whole occupations, not for these two rungs: ask what this step pays.",
    ),
    "a step across on the same rung has no upper end to stand at": (
        paid(37_000),
        paid(34_000, 38_000),
        "across",
        "lower",
        "Median pay of the occupation falls by 3,000 USD a year.",
    ),
    "an owner in a table of employees": (
        paid(100_000),
        paid(47_000, 60_000, employees_only=True),
        "owner",
        "owner_not_counted",
        "What an owner earns is in no table we have: they count employees only.",
    ),
    "an owner in a table that counts owners": (
        paid(100_000),
        paid(147_000),
        "owner",
        "not_lower",
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_figures_say_no_more_than_they_show(name: str) -> None:
    before, after, where, change, told = CASES[name]
    to = {"up": SENIOR, "across": CASHIER, "owner": OWNER}[where]
    assert compare_pay(before, after, ASSISTANT, to) == change
    assert " ".join(tell_pay_change(before, after, ASSISTANT, to)) == told


def test_a_senior_assistant_is_not_told_that_pay_falls_from_stacking_shelves() -> None:
    move = next(
        m
        for m in CATALOGUE.moves.values()
        if (m.start, m.to) == ("retail.stock-assistant", "retail.senior-store-assistant")
    )
    assert not pay_falls(CATALOGUE, move.start, move.to)


def test_no_step_to_own_business_is_called_a_fall_by_a_table_of_employees() -> None:
    owners = [move for move in CATALOGUE.moves.values() if CATALOGUE.roles[move.to].level == "executive_owner"]
    assert owners
    assert not any(pay_falls(CATALOGUE, move.start, move.to) for move in owners)


def test_every_figure_names_the_occupation_whose_it_is() -> None:
    figures = [find_pay(CATALOGUE, role_id, country) for role_id in CATALOGUE.roles for country in COUNTRIES]
    assert all(figure.occupation and figure.place_name and figure.date and figure.who for figure in figures if figure)
