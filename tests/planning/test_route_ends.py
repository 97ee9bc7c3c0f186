"""Where routes begin and what is asked for: a person's latest job, a role named, a goal told in several ways."""

import msgspec
import pytest
from small_field import job, person, role, small_field
from told_plans import nothing, told

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.services.routes.planning import plan_routes, read_goal
from groundfloor.services.routes.role_names import get_role_id, suggest_roles

FIELD = small_field()


def test_nobody_in_particular_starts_from_any_ground_floor_role() -> None:
    plan = plan_routes(FIELD, goal="shop.lead")
    assert (plan.start.how, told(plan)[0]) == (
        "ground_floor",
        "shop.assistant 12-24 shop.lead (fastest, cheapest, best_paid, best_trodden)",
    )


def test_the_role_the_reader_recognised_is_the_start() -> None:
    known = person(
        job("Whatever it is called", "other", "2020-01", "2020-02"),
        job("Chief of the floor", "team_leader", "2019-01", "2019-12", role_id="shop.lead"),
    )
    assert plan_routes(FIELD, profile=known, goal="shop.manager").start.how == "latest_job"


def test_otherwise_the_nearest_kind_of_work_and_rung_is_the_start_and_it_is_said_so() -> None:
    cashier = person(job("Till Operator", "cashier", "2020-01", "2020-12"))
    plan = plan_routes(FIELD, profile=cashier, goal="shop.manager")
    assert plan.start.role
    assert (plan.start.role.id, plan.start.how) == ("shop.assistant", "nearest_role")
    assert plan.start.note == (
        "The role nearest to your latest job, Till Operator: "
        "Shop assistant; a kind of work near to it, the same rung, the same industry."
    )
    assert plan.start.months_served == 12


def test_a_title_the_catalogue_lists_is_the_role_itself_even_where_the_reader_sees_a_neighbouring_kind_of_work() -> (
    None
):
    helper = person(job("Shop Assistant", "cashier", "2020-01", "2020-12"))
    start = plan_routes(FIELD, profile=helper, goal="shop.manager").start
    assert (start.how, start.note, start.months_served) == ("latest_job", "Your latest job: Shop Assistant.", 12)


def test_the_latest_job_counts_not_the_first_in_the_document() -> None:
    two = person(
        job("Sales Associate", "retail_sales_assistant", "2010-01", "2012-12"),
        job("Shop Lead", "team_leader", "2015-01", "2016-12", level="lead"),
    )
    plan = plan_routes(FIELD, profile=two, goal="shop.manager")
    assert plan.start.role
    assert plan.start.role.id == "shop.lead"


def test_the_order_of_the_document_stands_where_its_first_job_has_no_dates() -> None:
    undated = person(
        job("Shop Lead", "team_leader", "", "", level="lead"),
        job("Sales Associate", "retail_sales_assistant", "2010-01", "2012-12"),
    )
    start = plan_routes(FIELD, profile=undated, goal="shop.manager").start
    assert start.role
    assert (start.role.id, start.months_served) == ("shop.lead", 0)


def test_a_neighbouring_rung_in_ones_own_industry_is_nearer_than_ones_rung_in_another() -> None:
    roles = FIELD.roles | {"desk.lead": role("Team leader", "team_leader", "supervisor", "41-1011.00", [])}
    field = msgspec.structs.replace(FIELD, roles=roles)
    lead = person(job("Team Head", "team_leader", "2020-01", "2020-12", level="lead", industry="desk"))
    start = plan_routes(field, profile=lead, goal="desk.lead").start
    assert start.role
    assert start.role.id == "desk.lead"


def test_where_no_ladder_leads_on_from_ones_own_work_the_routes_begin_on_the_ground_floor_and_say_so() -> None:
    roles = FIELD.roles | {"desk.lead": role("Team leader", "team_leader", "supervisor", "41-1011.00", [])}
    field = msgspec.structs.replace(FIELD, roles=roles)
    lead = person(job("Team Head", "team_leader", "2020-01", "2020-12", level="lead", industry="desk"))
    plan = plan_routes(field, profile=lead, goal="shop.manager")
    assert plan.start.how == "ground_floor"
    assert plan.start.note.endswith(
        "Team leader; the same kind of work, on the rung “supervisor”, the same industry. "
        "No ladder leads from there to the goal, so these routes begin on the ground floor."
    )
    assert plan.routes
    assert nothing(plan_routes(field, start_role="desk.lead", goal="shop.manager")).startswith("goal-unreachable")


def test_a_job_after_ones_work_with_customers_is_not_passed_over_in_silence() -> None:
    back = person(
        job("Sales Associate", "retail_sales_assistant", "2010-01", "2012-12", role_id="shop.assistant"),
        job("Welder", "other", "2015-01", "2016-12"),
    )
    assert plan_routes(FIELD, profile=back, goal="shop.lead").start.note == (
        "Your latest job in customer service: Sales Associate."
    )


def test_somebody_from_another_trade_starts_on_the_ground_floor_and_is_told_so() -> None:
    welder = person(job("Welder", "other", "2010-01", "2020-12", level="lead"))
    assert plan_routes(FIELD, profile=welder, goal="shop.lead").start.how == "ground_floor"


def test_a_field_without_a_ground_floor_does_not_know_where_to_start() -> None:
    roles = {key: role for key, role in FIELD.roles.items() if role.level != "ground"}
    moves = {key: move for key, move in FIELD.moves.items() if move.start in roles and move.to in roles}
    plan = plan_routes(msgspec.structs.replace(FIELD, roles=roles, moves=moves), goal="shop.manager")
    assert nothing(plan) == "start-unknown: -; nearest nowhere"


# What is asked for


@pytest.mark.parametrize(
    ("text", "kind", "roles", "why"),
    [
        ("shop.manager", "role", ["shop.manager"], "an id"),
        ("Shop Manager", "role", ["shop.manager"], "a name, whatever its capitals"),
        ("shop manager (all shifts)", "role", ["shop.manager"], "an advertised title"),
        ("store_manager", "family", ["shop.manager"], "a kind of work, owners only where they are asked for"),
        ("owner", "rung", ["shop.owner"], "a rung by what people call it"),
        ("store_manager:manager", "family", ["shop.manager"], "a kind of work on one rung"),
        ("desk", "industry", ["desk.adviser", "desk.clerk", "desk.korean-adviser", "desk.manager"], "an industry"),
    ],
)
def test_a_goal_can_be_named_in_several_ways(text: str, kind: str, roles: list[str], why: str) -> None:
    goal = read_goal(FIELD, text)
    assert (goal.kind, list(goal.role_ids)) == (kind, roles), why


@pytest.mark.parametrize("text", ["shop.manger", "manager of a shop", "shp manager"])
def test_a_goal_that_is_none_is_met_with_near_ones(text: str) -> None:
    with pytest.raises(GroundfloorError, match="no role") as caught:
        read_goal(FIELD, text)
    assert caught.value.code == "role-unknown"
    assert "shop.manager" in caught.value.hint


def test_a_start_that_is_no_role_is_met_with_near_ones() -> None:
    with pytest.raises(GroundfloorError) as caught:
        plan_routes(FIELD, start_role="shop.asistant", goal="shop.manager")
    assert "shop.assistant" in caught.value.hint


def test_an_industry_from_outside_means_a_role_on_ones_own_rung_or_above() -> None:
    plan = plan_routes(FIELD, start_role="shop.manager", goal="desk")
    assert [role.id for role in plan.goal.roles] == ["desk.manager"]
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="desk")
    assert len(plan.goal.roles) == 4


def test_ones_own_industry_means_a_manager_of_it() -> None:
    plan = plan_routes(FIELD, start_role="desk.clerk", goal="desk")
    assert [role.id for role in plan.goal.roles] == ["desk.manager"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("retail.flor-manager", "retail.floor-manager"),
        ("casheir", "retail.cashier"),
        ("customer sucess manager", "software_it.customer-success-manager"),
        ("astronaut", None),
        ("nurse", None),
        ("executive_chairman", None),
    ],
)
def test_a_slip_of_the_pen_is_guessed_and_foreign_work_is_not(typed: str, first: str | None) -> None:
    near = suggest_roles(open_catalogue(), typed)
    assert (first in near[:2]) if first else near == []


@pytest.mark.parametrize(
    ("typed", "role", "why"),
    [
        ("hospitality_food.waitress", "hospitality_food.waiter", "an advertised title in the form of an id"),
        ("call center rep", "contact_centre_outsourcing.inbound-agent", "American spelling, cut short"),
        ("Store mgr", "retail.store-manager", "a word cut short"),
        ("waitress, hospitality", "hospitality_food.waiter", "a title with its industry behind it"),
        ("banquet server", "hospitality_food.waiter", "a title that one role bears"),
    ],
)
def test_a_role_is_understood_by_what_people_call_it(typed: str, role: str, why: str) -> None:
    assert get_role_id(open_catalogue(), typed) == role, why


@pytest.mark.parametrize("typed", ["server", "hospitality_food.server"])
def test_where_a_name_may_mean_two_roles_it_is_asked_which(typed: str) -> None:
    with pytest.raises(GroundfloorError) as caught:
        get_role_id(open_catalogue(), typed)
    assert caught.value.code == "role-unclear"
    assert caught.value.hint.startswith("Name one: hospitality_food.waiter (Waiter), hospitality_food.food-service-att")


def test_a_title_that_two_roles_share_is_never_settled_by_the_alphabet() -> None:
    with pytest.raises(GroundfloorError) as caught:
        get_role_id(open_catalogue(), "Chat Support Agent")
    assert "contact_centre_outsourcing.chat-agent" in caught.value.hint
    assert "software_it.support-agent" in caught.value.hint


def test_a_rung_of_an_industry_is_a_goal_and_as_a_start_it_is_asked_which() -> None:
    catalogue = open_catalogue()
    goal = read_goal(catalogue, "supervisor in retail")
    assert {catalogue.roles[role_id].level for role_id in goal.role_ids} == {"supervisor"}
    assert {role_id.partition(".")[0] for role_id in goal.role_ids} == {"retail"}
    with pytest.raises(GroundfloorError) as caught:
        get_role_id(catalogue, "supervisor in retail")
    assert caught.value.code == "role-unclear"


def test_the_role_understood_is_named_where_it_was_called_otherwise() -> None:
    catalogue = open_catalogue()
    assert plan_routes(catalogue, start_role="call center rep", goal="retail").start.note == (
        "The role you named: Inbound call agent."
    )
