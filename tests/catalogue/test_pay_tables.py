"""Wage tables and pay floors: the checks on them are seen to fail, and what they hold is what their sources say."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.checks import CHECKS
from groundfloor.catalogue.records import WageRow, WageTable

CATALOGUE = open_catalogue()
GB, US = "gb-ashe-2025", "us-oews-2024"


def with_table(change: Callable[[WageTable], WageTable]) -> Catalogue:
    return replace(CATALOGUE, wages=CATALOGUE.wages | {GB: change(CATALOGUE.wages[GB])})


def with_row(row: WageRow) -> Catalogue:
    return with_table(lambda table: replace(table, rows=table.rows | {"0000": row}))


BROKEN = {
    "an unknown role": (
        "wage tables count a role once",
        with_row(WageRow(title="Nobody", median=1.0, roles=("retail.nobody",))),
        "names the unknown role 'retail.nobody'",
    ),
    "a role in two occupations": (
        "wage tables count a role once",
        with_row(WageRow(title="Twice", median=1.0, roles=("retail.cashier",))),
        "counts the role 'retail.cashier' in two occupations",
    ),
    "nobody says who put the roles to the occupations": (
        "wage tables count a role once",
        with_table(lambda table: replace(table, roles_cite=None)),
        "does not say in `roles_cite` who put the roles to the occupations",
    ),
    "a median above the best-paid tenth": (
        "wages rise",
        with_row(WageRow(title="Falling", median=2.0, p90=1.0)),
        "a higher percentile is below a lower one",
    ),
    "pay in another country's money": (
        "pay is in the money of its country",
        with_table(lambda table: replace(table, currency="EUR")),
        "EUR is not the money of GB",
    ),
    "a floor of no known country": (
        "pay is in the money of its country",
        replace(CATALOGUE, pay_floors={"xx": replace(CATALOGUE.pay_floors["gb"], place="XX")}),
        "GBP is not the money of XX",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_check_fails_on_a_broken_table(name: str) -> None:
    check, broken, told = BROKEN[name]
    today = date(2026, 11, 25)
    assert told in [problem for _, problem in CHECKS[check](broken, today)]
    assert not list(CHECKS[check](CATALOGUE, today))


@pytest.mark.parametrize(
    ("table", "code", "title", "median"),
    [
        ("gb-ashe-2025", "7112", "Retail cashiers and check-out operators", 24_622),
        ("gb-ashe-2025", "7211", "Call and contact centre occupations", 27_035),
        ("au-jsa-2025", "6211", "Sales Assistants (General)", 1_241),
        ("ca-job-bank-2025", "13110", "Administrative assistants", 26.44),
    ],
)
def test_a_median_is_the_one_published(table: str, code: str, title: str, median: float) -> None:
    row = CATALOGUE.wages[table].rows[code]
    assert (row.title, row.median) == (title, median)


@pytest.mark.parametrize(
    ("place", "per_hour"), [("GB", 12.71), ("AU", 26.44), ("NZ", 23.95), ("DE", 13.90), ("IE", 14.15), ("US", 7.25)]
)
def test_the_floor_is_the_one_in_force(place: str, per_hour: float) -> None:
    assert [floor.per_hour for floor in CATALOGUE.pay_floors.values() if floor.place == place] == [per_hour]


def test_a_floor_names_its_source_and_the_day_from_which_it_holds() -> None:
    assert all(floor.since <= floor.cite.checked for floor in CATALOGUE.pay_floors.values())
    assert all(floor.cite.source in CATALOGUE.sources for floor in CATALOGUE.pay_floors.values())
