"""Where a law holds, and what the place is called in a sentence."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.jurisdictions import (
    bar_binds_in,
    binds_in,
    is_jurisdiction,
    name_jurisdictions,
    tell_bar,
    tell_where,
)
from groundfloor.catalogue.records import Ask, Cite
from groundfloor.model.facts import Qualification

COUNTRIES = open_catalogue().countries


def bar(*jurisdictions: str, reach: str = "", task: str = "", legal_bar: bool = True) -> Ask:
    return Ask(
        kind="qualification",
        value=Qualification(name="Licence"),
        legal_bar=legal_bar,
        jurisdictions=jurisdictions,
        reach=reach,
        task=task,
        cite=Cite(source="law"),
    )


@pytest.mark.parametrize(
    ("jurisdiction", "country", "binds", "why"),
    [
        ("US", "US", True, "a country's own law"),
        ("US", "us", True, "codes are read in any case"),
        ("US", "CA", False, "a neighbour's law"),
        ("US-CA", "CA", False, "California is not Canada"),
        ("US-FL", "US", True, "the law of a part may be the person's own"),
        ("GB-EAW", "UK", True, "UK is what people write for GB"),
        ("EU", "DE", True, "a member state"),
        ("EU", "CH", False, "no member state"),
        ("EU", "UK", False, "no member state any more"),
        ("world", "ZA", True, "rules of the whole world"),
        ("NZ", "", True, "nobody knows the country, so no law is ruled out"),
    ],
)
def test_a_law_binds_where_it_holds(jurisdiction: str, country: str, binds: bool, why: str) -> None:
    assert binds_in(jurisdiction, country) is binds, why


def test_a_bar_counts_only_where_its_law_holds_and_other_asks_everywhere() -> None:
    assert bar_binds_in(bar("DE", "AT"), "AT")
    assert not bar_binds_in(bar("DE", "AT"), "CH")
    assert bar_binds_in(bar("DE", legal_bar=False), "CH")


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        (["US"], "the United States"),
        (["DE"], "Germany"),
        (["US-FL"], "Florida (United States)"),
        (["GB-EAW"], "England and Wales"),
        (["GB-ENG", "GB-WLS"], "England and Wales (United Kingdom)"),
        (["AU-NSW", "AU-VIC", "NZ"], "New Zealand and New South Wales and Victoria (Australia)"),
        (["EU", "GB", "world"], "the European Union, the United Kingdom and every country"),
    ],
)
def test_places_are_named_as_in_a_sentence(codes: list[str], name: str) -> None:
    assert name_jurisdictions(codes, COUNTRIES) == name


def test_a_bar_is_told_with_its_place_and_what_it_bars() -> None:
    sells = bar("US", reach="most states", task="sell insurance")
    assert tell_where(sells, COUNTRIES) == "in the United States (most states)"
    assert tell_bar(sells, "a licence", COUNTRIES) == (
        "In the United States (most states) the law forbids to sell insurance without: a licence."
    )
    assert tell_bar(bar(), "a licence", COUNTRIES) == "The law forbids the work without: a licence."


@pytest.mark.parametrize("code", ["US", "US-FL", "GB-EAW", "EU", "world", "PH"])
def test_codes_of_places_are_known(code: str) -> None:
    assert is_jurisdiction(code, COUNTRIES)


@pytest.mark.parametrize("code", ["", "USA", "US-XX", "GB-CAL", "Europe", "UK"])
def test_what_is_no_code_of_a_place_is_refused(code: str) -> None:
    assert not is_jurisdiction(code, COUNTRIES)
