"""Routes as a person reads them on a terminal."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.cli.route_text import print_plan
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints


def tell(capsys: pytest.CaptureFixture[str], country: str) -> list[str]:
    """The stages of the route printed in full, each in one line."""
    catalogue = open_catalogue()
    print_plan(
        plan_routes(
            catalogue,
            start_role="contact_centre_outsourcing.chat-agent",
            goal="contact_centre_outsourcing.team-leader",
            constraints=RouteConstraints(country=country),
        )
    )
    words = " ".join(capsys.readouterr().out.split())
    return [f"stage {part}" for part in words.split(" stage ")[1:]]


def test_without_a_country_a_stage_names_three_things_and_asks_for_the_country(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stages = tell(capsys, "")
    long = [stage for stage in stages if "more (name your country with --country)" in stage]
    assert long
    assert all(stage.partition("; and ")[0].count(";") == 2 for stage in long)


def test_with_a_country_nothing_is_held_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert not [stage for stage in tell(capsys, "GB") if "--country" in stage]
