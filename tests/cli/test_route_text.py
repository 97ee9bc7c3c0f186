"""Routes as a person reads them on a terminal."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.cli.route_text import print_plan
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints, RoutePlan


def plan(country: str) -> RoutePlan:
    return plan_routes(
        open_catalogue(),
        start_role="contact_centre_outsourcing.chat-agent",
        goal="contact_centre_outsourcing.team-leader",
        constraints=RouteConstraints(country=country),
    )


def tell(answer: RoutePlan, capsys: pytest.CaptureFixture[str]) -> str:
    print_plan(answer)
    return " ".join(capsys.readouterr().out.split())


def test_without_a_country_a_stage_names_three_things_and_asks_for_the_country(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = plan("")
    stage = next(one for one in answer.routes[0].steps[0].stages if len(one.items) > 3)
    told = tell(answer, capsys).partition(f"stage {stage.stage}, {stage.name}: ")[2].partition(" stage ")[0]
    assert sum(item.name in told for item in stage.items) == 3
    assert f"and {len(stage.items) - 3} more (name your country with --country)" in told


def test_with_a_country_nothing_is_held_back(capsys: pytest.CaptureFixture[str]) -> None:
    answer = plan("GB")
    told = tell(answer, capsys)
    assert "--country)" not in told
    assert all(item.name in told for stage in answer.routes[0].steps[0].stages for item in stage.items)
