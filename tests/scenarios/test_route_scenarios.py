"""People with a name and a wish, over the bundled catalogue; one readable line says which way they are shown."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.strict_yaml import read_yaml
from groundfloor.model.facts import Fact, Language, Qualification
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import CefrLevel, EducationLevel
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints, RoutePlan


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``jobs`` are lines of title, family, level, industry and months, latest first."""

    jobs: tuple[str, ...] = ()
    schooling: EducationLevel | None = None
    languages: dict[str, CefrLevel] = {}
    holds: tuple[str, ...] = ()


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``expect`` is the route under a label, or the reason why there is none."""

    story: str
    goal: str
    expect: str
    person: Person | None = None
    start: str | None = None
    constraints: RouteConstraints = RouteConstraints()


def read_scenarios() -> dict[str, Scenario]:
    scenarios: dict[str, Scenario] = {}
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        scenarios |= msgspec.convert(read_yaml(path.read_text(encoding="utf-8"), path.name), dict[str, Scenario])
    return scenarios


def to_profile(name: str, person: Person) -> Profile:
    languages = (
        Fact(kind="language", value=Language(tag=tag, cefr=cefr)) for tag, cefr in sorted(person.languages.items())
    )
    held = (Fact(kind="qualification", value=Qualification(name=held), quote=held) for held in person.holds)
    return Profile(
        id=name,
        jobs=tuple(to_job(line) for line in person.jobs),
        education=(Schooling(level=person.schooling),) if person.schooling else (),
        facts=(*languages, *held),
    )


def to_job(line: str) -> Job:
    title, family, level, industry, months = (part.strip() for part in line.split("|"))
    start, _, end = months.partition(" to ")
    values: dict[str, Any] = {
        "title": title,
        "role_family": family,
        "level": level,
        "industry": industry,
        "start": start,
        "end": end,
        "current": False,
        "customer_facing": family != "other",
        "people_managed": False,
    }
    return msgspec.convert(values, Job)


def tell(plan: RoutePlan, label: str) -> str:
    """``fastest: Cashier > Checkout lead > Floor manager, 24 to 48 months``, or why there is none."""
    if plan.nothing:
        relax = (" and " if plan.nothing.together else " or ").join(
            one.condition + (f" ({one.needs:g} needed)" if one.needs else "") for one in plan.nothing.relax
        )
        blocked = f" {relax}" if relax else ""
        nearest = plan.nothing.nearest.name if plan.nothing.nearest else "none"
        return f"{plan.nothing.reason}{blocked}, nearest {nearest}"
    route = next(route for route in plan.routes if label in [name.replace("_", " ") for name in route.labels])
    names = " > ".join([route.start.name, *(step.to.name for step in route.steps)])
    return f"{label}: {names}, {route.months_min:g} to {route.months_max:g} months"


SCENARIOS = read_scenarios()


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_person_is_shown_the_way(name: str) -> None:
    scenario = SCENARIOS[name]
    plan = plan_routes(
        open_catalogue(),
        profile=to_profile(name, scenario.person) if scenario.person else None,
        start_role=scenario.start,
        goal=scenario.goal,
        constraints=scenario.constraints,
    )
    assert tell(plan, scenario.expect.partition(":")[0]) == scenario.expect, scenario.story


def test_there_are_at_least_eighty_people_and_each_has_a_story() -> None:
    assert len(SCENARIOS) >= 80
    assert all(scenario.story for scenario in SCENARIOS.values())
