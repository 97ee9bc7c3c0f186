"""A plan is kept, ticked off and planned again, and nothing that was done is ever lost."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1] / "planning"))

from small_field import item, job, move, person, small_field

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Fact, Qualification
from groundfloor.model.profile import Profile
from groundfloor.services.plans.keeping import (
    get_plan,
    keep_plan,
    list_plans,
    make_plan,
    tick,
    untick,
)
from groundfloor.services.plans.records import Plan, PlanView
from groundfloor.services.plans.replanning import replan
from groundfloor.services.plans.showing import add_months, show_plan
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints
from groundfloor.store.store import Store, open_store

FIELD = small_field()
MADE = date(2026, 1, 15)
IN_MAY = date(2026, 5, 20)
NEXT_YEAR = date(2027, 3, 1)
ASSISTANT = job(
    "Shop assistant", "retail_sales_assistant", "2024-01", None, role_id="shop.assistant", industry="retail"
)


def a_plan(profile: Profile | None = None, *, field: Catalogue = FIELD, route: int = 1, **asked: Any) -> Plan:
    """From shop assistant to shop manager, by way of shop lead unless another route is named."""
    asked = {"goal": "shop.manager"} | asked
    if profile is None:
        asked.setdefault("start_role", "shop.assistant")
    answer = plan_routes(field, profile=profile, **asked)
    return make_plan(answer, today=MADE, route=route, person=profile.id if profile else "", profile=profile)


def by_way_of_lead(profile: Profile | None = None, **extra: Any) -> Plan:
    plan = a_plan(profile, **extra)
    return plan if len(plan.route.steps) == 2 else a_plan(profile, route=2, **extra)


def done(plan: Plan, *things: str, on: date = IN_MAY, today: date | None = None) -> Plan:
    return tick(plan, things, on=on, today=today or on)[0]


def states(view: PlanView) -> list[str]:
    """Each step and thing to do with its state, as one would read a list aloud."""
    return [
        line
        for step in view.steps
        for line in (
            f"{step.number} {step.to.name}: {step.state}",
            *(f"{i.number} {i.item.name}: {i.state}" for i in step.items),
        )
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'kept.db'}") as opened:
        yield opened


def test_a_plan_is_one_route_with_every_step_and_thing_to_do_open() -> None:
    view = show_plan(by_way_of_lead(), today=MADE)
    assert states(view) == [
        "1 Shop lead: open",
        "1.1 Practice: open",
        "1.2 Coaching: open",
        "2 Shop manager: open",
        "2.1 Diploma: open",
    ]
    assert (view.done, view.things, view.here.name, view.reached) == (0, 5, "Shop assistant", False)
    assert view.next == "Practice (1.1)."


def test_the_second_route_can_be_chosen_and_the_first_is_named_beside_it() -> None:
    first, second = a_plan(), a_plan(route=2)
    assert first.route.steps != second.route.steps
    assert [way.roles for way in second.other_ways] == [
        (first.route.start.name, *(step.to.name for step in first.route.steps))
    ]
    with pytest.raises(GroundfloorError, match="no route 9") as caught:
        a_plan(route=9)
    assert caught.value.code == "usage"


def test_where_there_is_no_route_there_is_nothing_to_keep() -> None:
    with pytest.raises(GroundfloorError, match=r"no route to keep\. You already work in this role\."):
        a_plan(goal="shop.assistant")


def test_a_thing_done_is_ticked_with_its_day_and_the_next_one_stands_first() -> None:
    view = show_plan(done(by_way_of_lead(), "1.1"), today=IN_MAY)
    assert states(view)[:3] == ["1 Shop lead: open", "1.1 Practice: done", "1.2 Coaching: open"]
    assert view.steps[0].items[0].done_on == "2026-05-20"
    assert view.next == "Coaching (1.2)."
    assert view.done == 1


@pytest.mark.parametrize("name", ["1.2", "all.coaching"])
def test_a_thing_is_named_by_its_number_or_its_id(name: str) -> None:
    assert [one.id for one in done(by_way_of_lead(), name).ticks] == ["all.coaching"]


def test_ticking_again_corrects_the_day() -> None:
    plan = done(done(by_way_of_lead(), "1.1"), "1.1", on=date(2026, 4, 1), today=IN_MAY)
    assert [(one.id, one.on) for one in plan.ticks] == [("all.practice", "2026-04-01")]


def test_what_is_yet_to_come_cannot_be_ticked_off() -> None:
    with pytest.raises(GroundfloorError, match="yet to come"):
        tick(by_way_of_lead(), ["1.1"], on=NEXT_YEAR, today=IN_MAY)


def test_a_number_that_the_plan_does_not_have_is_named_and_nothing_is_ticked() -> None:
    plan = by_way_of_lead()
    with pytest.raises(GroundfloorError, match=r"'1\.7'") as caught:
        done(plan, "1.1", "1.7")
    assert "plan show" in caught.value.hint
    assert plan.ticks == ()


def test_a_tick_made_by_mistake_is_taken_back() -> None:
    plan, gone = untick(done(by_way_of_lead(), "1.1", "1.2"), ["1.1"], today=IN_MAY)
    assert [one.name for one in gone] == ["Practice"]
    assert [one.name for one in plan.ticks] == ["Coaching"]
    with pytest.raises(GroundfloorError, match="Not ticked off: Diploma"):
        untick(plan, ["2.1"], today=IN_MAY)


def test_who_has_the_next_job_stands_on_the_next_step() -> None:
    view = show_plan(done(by_way_of_lead(), "1"), today=IN_MAY)
    assert view.here.name == "Shop lead"
    assert view.next == "Diploma (2.1)."
    assert (view.months_min, view.months_max) == (24, 48)


def test_who_has_the_last_job_has_every_step_behind_them() -> None:
    view = show_plan(done(by_way_of_lead(), "2"), today=IN_MAY)
    assert [step.state for step in view.steps] == ["done", "done"]
    assert [step.done_on for step in view.steps] == [None, "2026-05-20"]
    assert view.reached
    assert view.next == "You have reached the goal: Shop manager."


def test_what_the_person_held_before_counts_as_done_without_a_tick() -> None:
    diploma = Fact(kind="qualification", value=Qualification(name="Shop Diploma"), quote="Shop Diploma, 2019")
    view = show_plan(by_way_of_lead(person(ASSISTANT, facts=(diploma,))), today=MADE)
    assert "2.1 Diploma: held" in states(view)


def test_a_certificate_that_has_run_out_is_to_be_renewed() -> None:
    first_aid = item("First aid", 3, validity={"months": 12, "cite": {"source": "survey", "place": "p. 1"}})
    steps = {"only": move("shop.assistant", "shop.lead", (6, 6), "common", "all.first-aid")}
    field = replace(FIELD, training={"all.first-aid": first_aid}, moves=steps)
    plan = done(a_plan(field=field, goal="shop.lead"), "1.1")
    assert [one.valid_until for one in plan.ticks] == ["2027-05-20"]
    assert states(show_plan(plan, today=NEXT_YEAR))[1] == "1.1 First aid: done"
    later = show_plan(plan, today=date(2027, 6, 1))
    assert states(later)[1] == "1.1 First aid: lapsed"
    assert later.next == "Renew: First aid (1.1)."
    again = replan(field, plan, today=date(2027, 6, 1))
    assert not again.route.steps[0].stages[2].items[0].held
    assert any(change.what == "To be renewed: First aid." for change in again.changes)


def test_things_of_a_step_are_spread_over_its_usual_months_in_order() -> None:
    view = show_plan(by_way_of_lead(), today=MADE)
    first, second = view.steps
    assert first.due_on == add_months(MADE, 18).isoformat()
    assert [thing.due_on for thing in first.items] == [add_months(MADE, 9).isoformat(), first.due_on]
    assert second.due_on == add_months(add_months(MADE, 18), 36).isoformat()


def test_work_that_takes_longer_than_the_step_goes_on_in_the_new_job_and_is_not_the_first_thing_to_do() -> None:
    plan = a_plan()
    first, *later = plan.route.steps
    stage = next(stage for stage in first.stages if stage.items)
    course = replace(stage.items[0], needed=False)
    practice = replace(course, id="practice", name="Months of it", stage=1, months=first.months_max + 1)
    step = replace(first, stages=(replace(stage, items=(practice, course)),))
    view = show_plan(replace(plan, route=replace(plan.route, steps=(step, *later))), today=MADE)
    assert [(item.item.id, item.due_on is None) for item in view.steps[0].items] == [
        ("practice", True),
        (course.id, False),
    ]
    assert view.next.startswith(course.name)


def test_open_steps_run_from_the_day_that_is_named() -> None:
    view = show_plan(by_way_of_lead(), today=MADE, start=NEXT_YEAR)
    assert view.steps[0].due_on == add_months(NEXT_YEAR, 18).isoformat()


def test_after_a_step_the_rest_runs_from_the_day_it_was_done() -> None:
    view = show_plan(done(by_way_of_lead(), "1"), today=NEXT_YEAR)
    assert view.steps[1].due_on == add_months(IN_MAY, 36).isoformat()


def test_who_starts_from_nothing_is_told_to_find_the_first_job() -> None:
    view = show_plan(a_plan(start_role=None), today=MADE)
    assert view.next.startswith("Find work as shop assistant, then: ")


# ---- planning again


def changes_of(plan: Plan) -> str:
    return " ".join(f"{change.what} {change.why}".strip() for change in plan.changes)


def test_planned_again_on_the_same_day_nothing_is_different_and_it_says_so() -> None:
    plan = by_way_of_lead()
    again = replan(FIELD, plan, today=MADE)
    assert [step.move_id for step in again.route.steps] == [step.move_id for step in plan.route.steps]
    assert "as before" in changes_of(again)


def test_months_served_since_the_plan_was_made_shorten_the_step() -> None:
    again = replan(FIELD, by_way_of_lead(), today=IN_MAY)
    assert (again.route.steps[0].months_min, again.route.steps[0].months_max) == (8, 20)
    assert "4 months as Shop assistant count as served." in changes_of(again)
    assert "The time left is 2½ to 5½ years; it was 3 to 6 years." in changes_of(again)


def test_somebody_whose_jobs_have_all_ended_serves_no_months_by_waiting() -> None:
    ended = person(job("Shop assistant", "retail_sales_assistant", "2024-01", "2024-06", role_id="shop.assistant"))
    plan = by_way_of_lead(ended)
    again = replan(FIELD, plan, today=NEXT_YEAR)
    assert again.route.months_max == plan.route.months_max
    assert "served" not in changes_of(again)


def test_the_months_of_a_resume_still_count_beside_those_since() -> None:
    working = person(
        job("Shop assistant", "retail_sales_assistant", "2025-01", None, role_id="shop.assistant"), months_worked=6
    )
    plan = by_way_of_lead(working)
    assert plan.route.steps[0].months_credited == 6
    assert replan(FIELD, plan, today=IN_MAY).route.steps[0].months_credited == 10


def test_years_whose_months_nobody_knows_are_not_given_to_the_present_job() -> None:
    cook = person(job("Cook", "other", "2019", "2020"), months_worked=40)
    again = replan(FIELD, by_way_of_lead(cook, start_role="shop.assistant"), today=IN_MAY)
    assert again.route.steps[0].months_credited == 4


def test_the_kept_profile_goes_before_the_one_in_the_plan() -> None:
    plan = by_way_of_lead(person(ASSISTANT))
    newer = person(replace(ASSISTANT, start="2020-01"), months_worked=24)
    assert replan(FIELD, plan, today=MADE, profile=newer).route.steps[0].months_credited == 24


def test_a_thing_ticked_off_counts_as_held_and_says_since_when() -> None:
    again = replan(FIELD, done(by_way_of_lead(), "2.1"), today=IN_MAY)
    diploma = again.route.steps[1].stages[2].items[0]
    assert (diploma.held, diploma.held_because) == (True, "you ticked it off on 2026-05-20")
    assert "Done and counted: Diploma." in changes_of(again)


def test_a_licence_ticked_off_opens_what_it_was_needed_for() -> None:
    plan = a_plan(start_role="desk.clerk", goal="desk.adviser")
    assert plan.route.steps[0].needs[0].state == "gained"
    again = replan(FIELD, done(plan, "1.1"), today=IN_MAY)
    need = again.route.steps[0].needs[0]
    assert (need.state, need.because) == ("held", "you ticked it off on 2026-05-20")


def test_a_step_done_moves_the_start_and_what_was_done_stays_listed() -> None:
    again = replan(FIELD, done(by_way_of_lead(), "1.1", "1"), today=NEXT_YEAR)
    assert [step.to.name for step in again.route.steps] == ["Shop manager"]
    assert again.route.start.name == "Shop lead"
    assert "The plan starts from Shop lead now. You ticked it off on 2026-05-20." in changes_of(again)
    assert "10 months as Shop lead count as served." in changes_of(again)
    view = show_plan(again, today=NEXT_YEAR)
    assert [one.name for one in view.behind] == ["Practice", "Shop lead"]
    assert (view.months_min, view.months_max) == (14, 38)


def test_a_job_begun_before_the_plan_was_made_counts_from_its_own_day() -> None:
    again = replan(FIELD, done(by_way_of_lead(), "1", on=date(2025, 10, 1), today=MADE), today=MADE)
    assert again.route.steps[0].months_credited == 3
    assert "3 months as Shop lead count as served." in changes_of(again)


def test_a_job_begun_today_has_no_months_yet() -> None:
    again = replan(FIELD, done(by_way_of_lead(), "1"), today=IN_MAY)
    assert again.route.steps[0].months_credited == 0


def test_planned_again_twice_counts_every_month_once() -> None:
    once = replan(FIELD, by_way_of_lead(), today=NEXT_YEAR)
    twice = replan(FIELD, replan(FIELD, by_way_of_lead(), today=IN_MAY), today=NEXT_YEAR)
    assert twice.route == once.route


def test_the_way_once_chosen_stays_while_it_is_worth_showing() -> None:
    for plan in (a_plan(), a_plan(route=2)):
        moves = [step.move_id for step in plan.route.steps]
        assert [step.move_id for step in replan(FIELD, plan, today=IN_MAY).route.steps] == moves


def test_another_way_is_taken_when_asked_and_the_plan_says_what_it_was_before() -> None:
    plan = by_way_of_lead()
    answer = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager")
    number = next(at for at, route in enumerate(answer.routes, start=1) if len(route.steps) == 1)
    again = replan(FIELD, plan, today=MADE, route=number)
    assert len(again.route.steps) == 1
    assert "The way is now Shop assistant > Shop manager. You chose it." in changes_of(again)
    assert "Before, it was Shop assistant > Shop lead > Shop manager." in changes_of(again)


def test_when_the_way_is_gone_another_takes_its_place_and_the_plan_says_why() -> None:
    moves = {key: step for key, step in FIELD.moves.items() if key != "a.assistant-lead"}
    again = replan(replace(FIELD, moves=moves), by_way_of_lead(), today=MADE)
    assert [step.move_id for step in again.route.steps] == ["a.assistant-manager"]
    assert "The way is now Shop assistant > Shop manager. Before, it was" in changes_of(again)


def test_new_things_to_do_on_the_same_way_are_named() -> None:
    steps = dict(FIELD.moves)
    steps["a.lead-manager"] = move("shop.lead", "shop.manager", (24, 48), "common", "all.new")
    field = replace(FIELD, moves=steps, training={**FIELD.training, "all.new": item("Stock control", 2)})
    told = changes_of(replan(field, by_way_of_lead(), today=MADE))
    assert "New to do: Stock control." in told
    assert "No longer to do: Diploma." in told


def test_at_the_goal_the_plan_says_so_and_keeps_everything() -> None:
    plan = done(by_way_of_lead(), "2")
    again = replan(FIELD, plan, today=NEXT_YEAR)
    assert changes_of(again) == "You have reached the goal: Shop manager."
    assert (again.route, again.ticks) == (plan.route, plan.ticks)


def test_where_no_way_is_left_the_plan_stays_as_it_was_and_says_why() -> None:
    plan = done(by_way_of_lead(), "1.1")
    again = replan(replace(FIELD, moves={}), plan, today=IN_MAY)
    assert (again.route, again.ticks) == (plan.route, plan.ticks)
    assert "No route was found; the plan stays as it was. No ladder" in changes_of(again)
    gone = {key: role for key, role in FIELD.roles.items() if key != "shop.manager"}
    told = changes_of(replan(replace(FIELD, roles=gone), plan, today=IN_MAY))
    assert told == "The plan stays as it was: Shop manager is no longer in the catalogue."


def test_wishes_hold_when_planning_again() -> None:
    plan = a_plan(constraints=RouteConstraints(months_at_most=30))
    again = replan(FIELD, plan, today=MADE)
    assert again.constraints.months_at_most == 30
    assert [step.move_id for step in again.route.steps] == ["a.assistant-manager"]


def test_time_in_a_job_that_the_start_stands_for_goes_on_counting() -> None:
    near = person(job("Floor helper", "cashier", "2025-01", None), months_worked=6)
    plan = by_way_of_lead(near)
    assert (plan.start.how, plan.route.steps[0].months_credited) == ("nearest_role", 6)
    assert replan(FIELD, plan, today=IN_MAY).route.steps[0].months_credited == 10


# ---- keeping


def test_a_kept_plan_comes_back_with_its_ticks(store: Store) -> None:
    plan = done(by_way_of_lead(person(ASSISTANT)), "1.1")
    keep_plan(store, plan)
    assert get_plan(store, plan.id) == plan
    assert list_plans(store) == [plan]


def test_keeping_a_new_plan_never_wipes_out_one_with_ticks(store: Store) -> None:
    plan = done(by_way_of_lead(), "1.1")
    keep_plan(store, plan, new=True)
    with pytest.raises(GroundfloorError, match="kept already") as caught:
        keep_plan(store, by_way_of_lead(), new=True)
    assert "replan" in caught.value.hint
    assert get_plan(store, plan.id) == plan


def test_no_name_is_no_plan_even_where_only_one_is_kept(store: Store) -> None:
    keep_plan(store, by_way_of_lead())
    with pytest.raises(GroundfloorError, match="No plan '' is kept") as caught:
        get_plan(store, "")
    assert caught.value.code == "entry-unknown"


def test_a_misspelled_plan_is_answered_with_the_nearest_one(store: Store) -> None:
    keep_plan(store, by_way_of_lead())
    with pytest.raises(GroundfloorError) as caught:
        get_plan(store, "asistant-to-shop.manger")
    assert caught.value.hint == "Did you mean assistant-to-shop.manager?"


def test_the_beginning_of_an_id_is_enough_where_it_is_clear(store: Store) -> None:
    for goal in ("shop.lead", "shop.manager"):
        keep_plan(store, a_plan(goal=goal))
    assert get_plan(store, "assistant-to-shop.l").id == "assistant-to-shop.lead"
    with pytest.raises(GroundfloorError, match="2 plans begin with 'assistant'"):
        get_plan(store, "assistant")
    with pytest.raises(GroundfloorError, match="No plan 'cv' is kept") as caught:
        get_plan(store, "cv")
    assert "assistant-to-shop.lead" in caught.value.hint


def test_a_plan_goes_with_the_kept_person_it_belongs_to(store: Store) -> None:
    rosa = person(ASSISTANT)
    store.put_profile(rosa, document_name="", document_text="", added_on="2026-01-15")
    answer = plan_routes(FIELD, profile=rosa, goal="shop.manager")
    keep_plan(store, make_plan(answer, today=MADE, person=rosa.id))
    store.remove("profiles", rosa.id)
    assert list_plans(store) == []


def test_a_plan_that_this_version_cannot_read_is_named_and_can_be_removed(store: Store) -> None:
    keep_plan(store, a_plan())
    (kept,) = store.list_plans()
    store.put_plan(kept._replace(record=kept.record | {"route": "by sea"}))
    with pytest.raises(GroundfloorError, match="kept by another version") as caught:
        get_plan(store, kept.id)
    assert f"store remove plans {kept.id}" in caught.value.hint
    assert store.remove("plans", kept.id)
