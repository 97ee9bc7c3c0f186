"""A step's training is of use where the person is."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.services.routes.training import list_laws, serves, study_items


def test_without_a_country_a_move_keeps_all_its_training() -> None:
    catalogue = open_catalogue()
    for move in catalogue.moves.values():
        assert {name for name, _, _ in study_items(catalogue, move, "")} == {step.item for step in move.training}


@pytest.mark.parametrize("country", ["US", "UK", "AU", "NZ", "IN", "PH", "ZA", "DE", "IE"])
def test_no_training_of_another_country_is_proposed(country: str) -> None:
    catalogue = open_catalogue()
    for move in catalogue.moves.values():
        assert all(serves(item, country) for _, item, _ in study_items(catalogue, move, country))


def test_a_hotel_clerk_in_the_united_states_finds_an_american_qualification_in_place_of_the_english_one() -> None:
    catalogue = open_catalogue()
    move = next(
        move
        for move in catalogue.moves.values()
        if (move.start, move.to) == ("hospitality_food.front-desk-agent", "hospitality_food.front-desk-lead")
    )
    third_stage = [item for _, item, _ in study_items(catalogue, move, "US") if item.stage == 3]
    assert third_stage
    assert all("US" in item.jurisdictions or not item.jurisdictions for item in third_stage)


def test_what_stands_in_is_never_needed() -> None:
    catalogue = open_catalogue()
    for move in catalogue.moves.values():
        own = {step.item for step in move.training}
        assert not [name for name, _, needed in study_items(catalogue, move, "US") if needed and name not in own]


@pytest.mark.parametrize(
    ("country", "taught", "left_out"),
    [
        ("AU", ["au.consumer-law"], ["us.warranties", "eu.consumer-rights", "uk.consumer-rights"]),
        ("UK", ["uk.consumer-rights", "uk.distance-sales"], ["eu.consumer-rights", "au.consumer-law"]),
        ("IE", ["eu.consumer-rights", "eu.goods-guarantee"], ["uk.consumer-rights", "us.warranties"]),
        ("US", ["us.warranties"], ["eu.goods-guarantee", "au.consumer-law"]),
        ("NZ", ["nz.consumer-guarantees", "nz.fair-trading"], ["au.consumer-law"]),
    ],
)
def test_a_course_on_consumer_rights_teaches_the_law_of_the_person_s_own_country(
    country: str, taught: list[str], left_out: list[str]
) -> None:
    catalogue = open_catalogue()
    course = catalogue.training["in_house.consumer-rights"]
    laws = " ".join(list_laws(catalogue, course, country))
    assert [law for law in taught if catalogue.laws[law].instrument not in laws] == []
    assert [law for law in left_out if catalogue.laws[law].instrument in laws] == []


def test_rules_of_the_card_schemes_are_taught_in_every_country() -> None:
    catalogue = open_catalogue()
    course = catalogue.training["in_house.card-payments"]
    assert list_laws(catalogue, course, "PH") == list_laws(catalogue, course, "")
    assert catalogue.laws["world.card-data"].instrument in list_laws(catalogue, course, "PH")[0]


def test_a_shop_teaches_no_rule_of_banks_or_hospitals_in_its_course_on_complaints() -> None:
    catalogue = open_catalogue()
    course = catalogue.training["in_house.complaint-procedure"]
    of_banks = catalogue.laws["uk.complaint-handling"].instrument
    assert of_banks not in " ".join(list_laws(catalogue, course, "UK", "retail"))
    assert of_banks in " ".join(list_laws(catalogue, course, "UK", "banking_finance"))


def test_a_german_team_leader_is_named_the_trainer_exam_in_any_trade_that_names_nothing_of_its_own() -> None:
    catalogue = open_catalogue()
    shown = {
        name
        for move in catalogue.moves.values()
        if catalogue.roles[move.to].level == "lead"
        for name, _, _ in study_items(catalogue, move, "DE")
    }
    assert "national.de-ausbildereignung" in shown
    assert "national.de-bueromanagement" not in shown


def test_what_prepares_for_other_rungs_does_not_stand_in() -> None:
    catalogue = open_catalogue()
    for move in catalogue.moves.values():
        own, level = {step.item for step in move.training}, catalogue.roles[move.to].level
        for name, item, _ in study_items(catalogue, move, "AU"):
            assert name in own or not item.rungs or level in item.rungs


def test_without_a_country_a_course_names_the_laws_of_all() -> None:
    catalogue = open_catalogue()
    course = catalogue.training["in_house.data-protection"]
    assert len(list_laws(catalogue, course, "")) == len(course.laws)


@pytest.mark.parametrize(
    "item_id", [i for i, item in open_catalogue().training.items() if item.rungs and item.body and not item.industries]
)
def test_an_award_that_serves_every_industry_by_rung_belongs_to_a_country(item_id: str) -> None:
    assert open_catalogue().training[item_id].jurisdictions


@pytest.mark.parametrize(
    ("country", "role", "absent", "why"),
    [
        ("IN", "banking_finance.lead-teller", "national.in-debt-recovery-agent", "tellers recover no debts"),
        ("AU", "hospitality_food.front-desk-lead", "hospitality.au-rsa", "a front desk serves no alcohol"),
        ("US", "banking_finance.branch-manager", "banking.nmls-mortgage-originator", "the licence is for lenders"),
        ("US", "healthcare.medical-receptionist", "healthcare.medical-interpreter", "interpreting is other work"),
        ("DE", "airline_travel.station-manager", "national.de-ausbildereignung", "it opens the rungs below"),
    ],
)
def test_nothing_of_other_work_stands_in(country: str, role: str, absent: str, why: str) -> None:
    catalogue = open_catalogue()
    moves = [move for move in catalogue.moves.values() if move.to == role]
    shown = {name for move in moves for name, _, _ in study_items(catalogue, move, country)}
    assert moves
    assert absent not in shown, why


@pytest.mark.parametrize(
    ("country", "role", "joins"),
    [
        ("PH", "contact_centre_outsourcing.inbound-agent", "contact_centre.tesda-contact-center-nc2"),
        ("IN", "contact_centre_outsourcing.inbound-agent", "contact_centre.in-crm-domestic-voice"),
        ("DE", "hospitality_food.front-office-manager", "national.de-fachwirt-gastgewerbe"),
        ("AU", "retail.cashier", "retail.au-cert-3-retail"),
    ],
)
def test_the_countrys_own_joins_what_serves_the_world(country: str, role: str, joins: str) -> None:
    catalogue = open_catalogue()
    for move in catalogue.moves.values():
        if move.to == role:
            assert joins in [name for name, _, _ in study_items(catalogue, move, country)]
