"""The bundled weights: complete, in order, and of the closed lists."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.matching.relations import CUSTOMER_FACING, OTHER_CUSTOMER_FACING, PEOPLE_LEADING
from groundfloor.matching.verdicts import JUDGED_KINDS
from groundfloor.model.vocabulary import DUTIES, GRADES, INDUSTRIES, LEVELS, ROLE_FAMILIES
from groundfloor.services.fitting import relations_of

WEIGHTS = open_catalogue().weights
RELATIONS = relations_of(open_catalogue())


def test_every_kind_that_is_judged_has_a_weight_and_nothing_else_has():
    assert set(WEIGHTS.kinds) == JUDGED_KINDS | {"language_of_posting", "pay_by_results"}


def test_places_pay_wishes_and_marks_of_fraud_never_enter_the_score():
    assert WEIGHTS.kinds["workplace"] == WEIGHTS.kinds["pay"] == WEIGHTS.kinds["warning"] == 0


def test_every_grade_has_a_share_and_better_grades_never_earn_less():
    shares = [WEIGHTS.grades[grade] for grade in GRADES if grade != "unknown"]
    assert set(WEIGHTS.grades) == set(GRADES)
    assert shares == sorted(shares, reverse=True)
    assert WEIGHTS.grades["missing"] < WEIGHTS.grades["unknown"]


def test_silence_never_costs_as_much_as_a_no():
    shares = (*WEIGHTS.unknown.values(), *WEIGHTS.unsaid.values())
    assert all(WEIGHTS.grades["missing"] < share < WEIGHTS.grades["met"] for share in shares)


@pytest.mark.parametrize("code", sorted(open_catalogue().countries))
def test_a_country_is_told_alike_by_its_code_and_every_name(code):
    country = open_catalogue().countries[code]
    for name in (country.name, *country.aliases):
        assert RELATIONS.places.lies_in(code, f"Somewhere, {name}"), name
        assert RELATIONS.places.country_of(name) == code, name
    for part, name in country.regions.items():
        assert RELATIONS.places.lies_in(country.name, f"Somewhere, {name}"), name
        assert RELATIONS.places.lies_in(name, f"{code}, {part}, Somewhere"), name


@pytest.mark.parametrize(
    ("groups", "known"),
    [
        (WEIGHTS.family_nearness, {*ROLE_FAMILIES, OTHER_CUSTOMER_FACING, CUSTOMER_FACING, PEOPLE_LEADING}),
        (WEIGHTS.industry_nearness, set(INDUSTRIES)),
        (WEIGHTS.duty_nearness, set(DUTIES)),
        (WEIGHTS.tool_family_nearness, {tool.family for tool in open_catalogue().tools.values()}),
    ],
    ids=["families", "industries", "duties", "tools"],
)
def test_nearness_speaks_only_of_what_exists_and_always_says_why(groups, known):
    assert groups
    for group in groups:
        assert set(group.among) <= known, group
        assert len(set(group.among)) == len(group.among), group
        assert group.why.strip()


def test_every_role_family_is_near_to_some_other():
    lonely = {
        family
        for family in ROLE_FAMILIES
        if all(RELATIONS.families(family, other) == 0 for other in ROLE_FAMILIES if other != family)
    }
    assert lonely == {"other"}


def test_families_taught_in_house_are_families_of_tools():
    assert set(WEIGHTS.taught_in_house) <= {tool.family for tool in open_catalogue().tools.values()}


def test_rungs_go_up_in_the_order_of_levels():
    heights = [WEIGHTS.rungs[level] for level in LEVELS]
    assert heights == sorted(heights)


def test_shares_fall_with_distance():
    for shares in (
        WEIGHTS.step_up_shares,
        WEIGHTS.step_down_shares,
        WEIGHTS.education_short_shares,
        WEIGHTS.cefr_short_shares,
    ):
        assert list(shares) == sorted(shares, reverse=True)
        assert all(0 < share < 1 for share in shares)
