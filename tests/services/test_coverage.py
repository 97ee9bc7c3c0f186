"""What the catalogue covers is counted, and what is thin is named, seen on a catalogue with holes made in it."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.records import Cite
from groundfloor.cli.coverage_page import coverage_page
from groundfloor.services.coverage import Coverage, measure_coverage

CATALOGUE = open_catalogue()
COVERAGE = measure_coverage(CATALOGUE)
RETAIL = next(one for one in COVERAGE.industries if one.industry == "retail")
CASHIER = "retail.cashier"


def keep(catalogue: Catalogue, kind: str, wanted: Callable[[str, Any], bool]) -> Catalogue:
    entries = getattr(catalogue, kind)
    return replace(catalogue, **{kind: {key: value for key, value in entries.items() if wanted(key, value)}})


def retail(coverage: Coverage) -> Any:
    return next(one for one in coverage.industries if one.industry == "retail")


def test_every_role_of_an_industry_is_counted_once() -> None:
    assert sum(one.roles for one in COVERAGE.industries) == len(CATALOGUE.roles)


def test_a_move_between_two_industries_counts_for_both() -> None:
    across = [m for m in CATALOGUE.moves.values() if m.start.split(".")[0] != m.to.split(".")[0]]
    assert sum(one.moves for one in COVERAGE.industries) == len(CATALOGUE.moves) + len(across)


def test_one_role_less_on_the_ground_floor_is_one_less_in_two_columns() -> None:
    fewer = retail(measure_coverage(keep(CATALOGUE, "roles", lambda key, _: key != CASHIER)))
    assert (fewer.roles, fewer.ground, fewer.management) == (RETAIL.roles - 1, RETAIL.ground - 1, RETAIL.management)


def test_an_industry_without_roles_is_named() -> None:
    bare = keep(CATALOGUE, "roles", lambda key, _: not key.startswith("retail."))
    bare = keep(bare, "moves", lambda _, move: "retail." not in f"{move.start} {move.to}")
    assert "retail" in measure_coverage(bare).empty_industries


def test_a_role_with_one_way_out_and_a_role_with_none_are_told_apart() -> None:
    ways = [key for key, move in CATALOGUE.moves.items() if move.start == CASHIER]
    one = measure_coverage(keep(CATALOGUE, "moves", lambda key, _: key not in ways[1:]))
    none = measure_coverage(keep(CATALOGUE, "moves", lambda key, _: key not in ways))
    assert CASHIER in one.one_way_out
    assert CASHIER not in one.no_way_out
    assert CASHIER in none.no_way_out


def test_owners_are_not_blamed_for_having_no_way_out() -> None:
    owners = {key for key, role in CATALOGUE.roles.items() if role.level == "executive_owner"}
    assert owners
    assert not owners & {*COVERAGE.no_way_out, *COVERAGE.one_way_out}


def test_a_rung_that_one_move_leads_to_is_thin() -> None:
    into = [key for key, m in CATALOGUE.moves.items() if CATALOGUE.roles[m.to].level == "head" and "retail." in m.to]
    thin = measure_coverage(keep(CATALOGUE, "moves", lambda key, _: key not in into[1:])).thin_rungs
    assert [(rung.level, rung.moves_in) for rung in thin if rung.industry == "retail"] == [("head", 1)]


def test_roles_whose_pay_no_table_lists_are_named() -> None:
    below = (role_id for role_id, role in CATALOGUE.roles.items() if role.level != "executive_owner")
    assert measure_coverage(replace(CATALOGUE, wages={})).no_pay == tuple(sorted(below))


def test_roles_with_pay_are_counted_in_countries_with_tables_of_their_own() -> None:
    paid = {one.country: one.paid for one in COVERAGE.countries}
    assert [country for country, roles in paid.items() if roles] == ["US", "GB", "AU", "CA"]


def test_an_estimate_counts_as_an_estimate_and_never_as_checked() -> None:
    estimates = {key for key, source in CATALOGUE.sources.items() if source.estimate}
    assert not estimates & {row.source for row in COVERAGE.checked}
    moves = next(one for one in COVERAGE.estimates if one.kind == "moves")
    assert 0 < moves.estimates <= moves.values == 2 * len(CATALOGUE.moves)


@pytest.mark.parametrize(
    ("checked", "told"),
    [("2020-02-03", ("2020-02-03", 0)), ("", ("", 1))],
    ids=["the oldest day is shown", "no day is counted as such"],
)
def test_the_oldest_day_of_a_source_is_told_and_values_without_a_day_are_counted(
    checked: str, told: tuple[str, int]
) -> None:
    law = next(iter(CATALOGUE.laws.values()))
    law = replace(law, cite=Cite(source="onet-29", checked=checked))
    found = measure_coverage(replace(CATALOGUE, laws={"us.test": law})).checked
    assert [(one.oldest, one.undated) for one in found if one.kind == "laws"] == [told]


def test_training_of_a_part_of_a_country_is_the_countrys_own() -> None:
    wales = keep(CATALOGUE, "training", lambda _, item: item.jurisdictions == ("GB-WLS",))
    assert wales.training
    britain = next(one for one in measure_coverage(wales).countries if one.country == "GB")
    assert sum(britain.own.values()) == len(wales.training)


def test_a_country_without_laws_and_a_stage_without_training_are_named() -> None:
    without = measure_coverage(keep(keep(CATALOGUE, "laws", lambda *_: False), "training", lambda *_: False))
    assert {"Canada", "Philippines"} <= set(without.countries_without_laws)
    assert "retail" in without.countries[0].bare[3]


def test_the_page_names_every_industry_and_how_much_is_thin() -> None:
    page = coverage_page(CATALOGUE)
    assert all(f"| {one.name} |" in page for one in COVERAGE.industries)
    assert f"**Roles whose pay no table lists, owners aside** ({len(COVERAGE.no_pay)})" in page
    assert all(line.count("|") > 2 for line in page.splitlines() if line.startswith("|"))


def test_a_move_that_a_publication_describes_is_counted_and_makes_no_estimate_smaller() -> None:
    bare = {key: replace(move, seen_in=()) for key, move in CATALOGUE.moves.items()}
    without = measure_coverage(replace(CATALOGUE, moves=bare))
    assert (COVERAGE.moves_seen > 0, without.moves_seen) == (True, 0)
    assert without.estimates == COVERAGE.estimates
