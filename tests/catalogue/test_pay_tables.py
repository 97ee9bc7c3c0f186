"""Wage tables and pay floors hold what their sources say."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue

CATALOGUE = open_catalogue()


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
