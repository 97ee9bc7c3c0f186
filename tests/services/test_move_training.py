"""A step's training is of use where the person is."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.services.routes.training import serves, study_items


def test_without_a_country_a_move_keeps_all_its_training() -> None:
    catalogue = open_catalogue()
    for move in catalogue.moves.values():
        assert {name for name, _, _ in study_items(catalogue, move, "")} == {step.item for step in move.training}


@pytest.mark.parametrize("country", ["US", "UK", "AU"])
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
