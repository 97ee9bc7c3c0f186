"""What a person asks of the way: pay, work from home, short courses; any better-paid work; advertisements on hand."""

import pytest
from small_field import ROLES, job, move, person, role, small_field
from told_plans import nothing, told

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Preferences
from groundfloor.services.routes.openings import with_openings
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints

FIELD = small_field()


@pytest.mark.parametrize(
    ("constraints", "expected"),
    [
        ({"pay_at_least": 50_000}, ["shop.assistant 21-33 shop.manager (fastest, cheapest, best_paid, best_trodden)"]),
        (
            {"study_hours_at_most": 100},
            ["shop.assistant 12-24 shop.lead 24-48 shop.manager (fastest, cheapest, best_paid, best_trodden)"],
        ),
    ],
)
def test_a_wish_closes_the_way_that_does_not_keep_to_it(constraints: dict[str, float], expected: list[str]) -> None:
    plan = plan_routes(
        FIELD, start_role="shop.assistant", goal="shop.manager", constraints=RouteConstraints(**constraints)
    )
    assert told(plan) == expected


@pytest.mark.parametrize(
    ("goal", "constraints", "expected"),
    [
        ("desk.adviser", RouteConstraints(pay_at_least=60_000), "blocked-by: pay_at_least; nearest nowhere"),
        ("shop.lead", RouteConstraints(at_home=True), "blocked-by: at_home; nearest nowhere"),
    ],
)
def test_a_wish_that_no_way_keeps_to_is_named(goal: str, constraints: RouteConstraints, expected: str) -> None:
    start = "desk.clerk" if goal.startswith("desk") else "shop.assistant"
    assert nothing(plan_routes(FIELD, start_role=start, goal=goal, constraints=constraints)) == expected


def test_a_role_that_can_be_done_from_home_stays_open_to_somebody_who_wants_that() -> None:
    at_home = role(*ROLES["shop.lead"], setting={"workplace": ["onsite", "remote"], "channels": ["phone"]})
    field = with_roles(FIELD, {"shop.lead": at_home})
    plan = plan_routes(field, start_role="shop.assistant", goal="shop.lead", constraints=RouteConstraints(at_home=True))
    assert told(plan) == ["shop.assistant 12-24 shop.lead (fastest, cheapest, best_paid, best_trodden)"]


def test_a_course_already_held_is_not_too_long() -> None:
    field = small_field()
    field.moves["a.assistant-lead"] = move("shop.assistant", "shop.lead", (12, 24), "common", "all.diploma!")
    short = RouteConstraints(study_hours_at_most=50)
    assert nothing(plan_routes(field, start_role="shop.assistant", goal="shop.lead", constraints=short)).startswith(
        "blocked-by: study_hours_at_most"
    )


def test_what_the_person_wants_anyway_counts_without_being_said_again() -> None:
    someone = person(
        job("Shop assistant", "retail_sales_assistant", "2022-01", "2022-06"),
        preferences=Preferences(minimum_pay_per_hour=25, remote_only=True),
    )
    plan = plan_routes(FIELD, profile=someone, goal="shop.lead")
    assert (plan.constraints.pay_at_least, plan.constraints.at_home) == (52_000, True)


def test_any_better_paid_work_within_a_year_is_shown_best_paid_first_with_kinds_of_work_told_apart() -> None:
    assert told(plan_routes(FIELD, start_role="desk.clerk", goal="better-paid")) == [
        "desk.clerk 6-6 desk.adviser (fastest, best_paid)"
    ]
    longer = RouteConstraints(months_at_most=36)
    assert told(plan_routes(FIELD, start_role="desk.clerk", goal="better-paid", constraints=longer)) == [
        "desk.clerk 6-6 desk.adviser 24-24 desk.manager (best_paid)",
        "desk.clerk 6-6 desk.adviser (fastest)",
    ]


def test_when_nothing_better_paid_is_near_enough_the_months_it_takes_are_named() -> None:
    assert nothing(plan_routes(FIELD, start_role="shop.assistant", goal="better-paid")) == (
        "blocked-by: months 18; nearest nowhere"
    )


def test_each_step_names_the_advertisements_on_hand_for_its_role_once_each() -> None:
    lead = reading("1", "shop", "team_leader", "lead")
    again, elsewhere = reading("2", "shop", "team_leader", "lead"), reading("3", "desk", "team_leader", "lead")
    named = reading("4", "desk", "other", "ground", role_id="shop.manager")
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager")
    assert all(step.openings is None for route in plan.routes for step in route.steps)
    steps = with_openings(plan, [lead, again, elsewhere, named]).routes[1].steps
    assert [[one.id for one in step.openings or ()] for step in steps] == [["1", "2"], ["4"]]


def with_roles(field: Catalogue, roles: dict[str, object]) -> Catalogue:
    field = small_field()
    field.roles.update(roles)  # type: ignore[arg-type]
    return field


def reading(id_: str, industry: str, family: str, level: str, **extra: str) -> PostingReading:
    return PostingReading(
        id=id_,
        title="Lead",
        industry=industry,  # type: ignore[arg-type]
        role_family=family,  # type: ignore[arg-type]
        level=level,  # type: ignore[arg-type]
        soc=(),
        workplace="onsite",
        direction="not_stated",
        facts=(),
        **extra,
    )


def test_somebody_who_starts_from_nothing_is_told_of_the_goals_that_are_open_at_once() -> None:
    plan = plan_routes(FIELD, goal="retail_sales_assistant")
    assert plan.nothing
    assert plan.nothing.message == "This is ground-floor work: nothing is needed before it."
    field = small_field()
    field.roles["shop.expert"] = role("Shop expert", "retail_sales_assistant", "experienced", "41-2031.00", [])
    field.moves["a.assistant-expert"] = move("shop.assistant", "shop.expert", (6, 6), "common")
    plan = plan_routes(field, goal="retail_sales_assistant")
    assert plan.goal.note.endswith("You can begin at once as shop assistant; these routes lead further.")
    assert told(plan) == ["shop.assistant 6-6 shop.expert (fastest, cheapest, best_paid, best_trodden)"]


def test_a_wish_that_makes_the_way_far_longer_is_named_with_what_it_costs() -> None:
    plan = plan_routes(
        open_catalogue(),
        start_role="hospitality_food.waiter",
        goal="hospitality_food.general-manager",
        constraints=RouteConstraints(refused_schedules=("evenings",)),
    )
    assert plan.routes
    assert plan.notes[0].startswith(
        "One wish makes the way far longer: no evenings. Without it the quickest takes about"
    )


def test_a_wish_that_costs_little_is_not_spoken_of() -> None:
    plan = plan_routes(
        open_catalogue(),
        start_role="hospitality_food.waiter",
        goal="hospitality_food.general-manager",
        constraints=RouteConstraints(refused_schedules=("nights",)),
    )
    assert not any("wish makes the way" in note for note in plan.notes)


def test_finding_the_work_in_another_industry_is_told_counted_and_cited() -> None:
    plan = plan_routes(open_catalogue(), start_role="retail.cashier", goal="banking_finance.bank-teller")
    (step,) = plan.routes[0].steps
    figure = open_catalogue().job_search["us-2024"]
    assert (step.months_to_find, step.months_to_find_cite) == (2, figure.cite)
    move = open_catalogue().moves[step.move_id]
    assert step.months_min == move.months_in_role.min + 2
    assert any("About 2 months to find the work are counted in" in warning for warning in step.warnings)
    assert figure.cite.source in plan.sources


def test_inside_an_industry_no_search_is_counted() -> None:
    plan = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.checkout-lead")
    assert plan.routes[0].steps[0].months_to_find == 0
