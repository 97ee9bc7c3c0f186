"""Whole route plans over a small made-up field: credit, steps, pay, conditions, and nothing found."""

import msgspec
import pytest
from small_field import CITE, item, job, move, person, small_field
from told_plans import nothing, told

from groundfloor.catalogue.records import TrainingItem
from groundfloor.model.facts import Coded, Education, Experience, Fact, Language, Qualification
from groundfloor.model.profile import Preferences, Schooling
from groundfloor.services.routes.planning import plan_routes, tell_nearest
from groundfloor.services.routes.records import RouteConstraints, RoutePlan

FIELD = small_field()


def priced(amount: float) -> TrainingItem:
    cost = {"amount": amount, "currency": "USD", "cite": CITE}
    return item("Diploma", 3, cost=cost)


def test_an_assistant_sees_the_quick_rare_way_and_the_common_one() -> None:
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager")
    assert told(plan) == [
        "shop.assistant 21-33 shop.manager (fastest, cheapest, best_paid)",
        "shop.assistant 12-24 shop.lead 24-48 shop.manager (best_trodden)",
    ]


def test_a_course_that_cannot_be_done_beside_work_comes_on_top_of_the_time() -> None:
    route = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager").routes[0]
    assert (route.months_min, route.months_max) == (18 + 3, 30 + 3)
    assert [(price.amount, price.currency) for price in route.prices] == [(500, "USD")]


def test_a_price_nobody_publishes_is_named_as_not_known_never_as_nothing() -> None:
    route = plan_routes(FIELD, start_role="desk.clerk", goal="desk.adviser").routes[0]
    assert route.prices == ()
    assert route.prices_not_known == ("desk.licence",)
    item = route.steps[0].stages[2].items[0]
    assert item.cost_state == "not_known"


def test_a_dear_course_is_not_the_cheapest_way_when_the_other_costs_what_is_usual() -> None:
    training = FIELD.training | {"all.diploma": priced(100), "all.course": FIELD.training["all.course"]}
    plan = plan_routes(
        msgspec.structs.replace(FIELD, training=training), start_role="shop.assistant", goal="shop.manager"
    )
    assert told(plan)[1] == "shop.assistant 12-24 shop.lead 24-48 shop.manager (cheapest, best_trodden)"


def test_a_field_without_any_price_says_what_cheapest_means_and_that_a_limit_on_money_cannot_be_kept() -> None:
    training = FIELD.training | {"all.course": msgspec.structs.replace(FIELD.training["all.course"], cost=None)}
    plan = plan_routes(
        msgspec.structs.replace(FIELD, training=training),
        start_role="shop.assistant",
        goal="shop.manager",
        constraints=RouteConstraints(money_at_most=0),
    )
    assert len(plan.routes) == 2
    assert any("fewest courses" in note for note in plan.notes)
    assert any("limit on money could not be applied" in note for note in plan.notes)


def test_a_limit_on_money_names_what_the_least_costly_way_comes_to() -> None:
    plan = plan_routes(
        FIELD, start_role="shop.assistant", goal="shop.manager", constraints=RouteConstraints(money_at_most=100)
    )
    assert nothing(plan) == "blocked-by: money 500; nearest shop.lead"


def test_work_done_does_not_stand_for_a_course_but_time_served_stands_for_the_job_itself() -> None:
    training = FIELD.training | {
        "all.practice": msgspec.structs.replace(
            FIELD.training["all.practice"],
            gives=(Experience(months_min=6, role_families=("retail_sales_assistant",)), Coded(code="handle_cash")),
        ),
        "all.coaching": msgspec.structs.replace(FIELD.training["all.coaching"], gives=(Coded(code="handle_cash"),)),
    }
    clerk = person(job("Sales Associate", "retail_sales_assistant", "2020-01", "2021-06"), duties=("handle_cash",))
    field = msgspec.structs.replace(FIELD, training=training)
    stages = plan_routes(field, profile=clerk, goal="shop.lead").routes[0].steps[0].stages
    assert [item.held for stage in stages for item in stage.items] == [True, False]
    assert stages[0].items[0].held_because == "you have 18 months of it"


def test_in_house_training_has_its_own_state_of_cost() -> None:
    step = plan_routes(FIELD, start_role="shop.assistant", goal="shop.lead").routes[0].steps[0]
    assert [item.cost_state for stage in step.stages for item in stage.items] == ["at_work", "at_work"]


def test_every_step_shows_all_four_stages_even_where_one_is_empty() -> None:
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager")
    for route in plan.routes:
        for step in route.steps:
            assert [stage.stage for stage in step.stages] == [1, 2, 3, 4]


def test_time_served_in_the_family_is_taken_off_and_said() -> None:
    clerk = person(job("Sales Associate", "retail_sales_assistant", "2020-01", "2021-06"))
    plan = plan_routes(FIELD, profile=clerk, goal="shop.lead")
    assert told(plan) == ["shop.assistant 0-6 shop.lead (fastest, cheapest, best_paid, best_trodden)"]
    assert (
        plan.routes[0].steps[0].opens
        == "Usually after 1 to 2 years as shop assistant; you have 18 months of such work."
    )


def test_somebody_who_served_the_whole_time_finds_the_step_open() -> None:
    clerk = person(job("Sales Associate", "retail_sales_assistant", "2018-01", "2021-06"))
    step = plan_routes(FIELD, profile=clerk, goal="shop.lead").routes[0].steps[0]
    assert (step.months_min, step.months_max) == (0, 0)
    assert step.opens == "You have 3½ years of such work; 1 to 2 years are usual."


def test_time_on_a_lower_rung_of_the_family_does_not_count_for_a_higher_one() -> None:
    lead = person(
        job("Shop Lead", "team_leader", "2021-07", "2021-12", level="lead"),
        job("Team Captain", "team_leader", "2020-01", "2021-06", level="ground"),
    )
    assert plan_routes(FIELD, profile=lead, goal="shop.manager").start.months_served == 6


def test_two_jobs_at_the_same_time_count_once() -> None:
    busy = person(
        job("Sales Associate", "retail_sales_assistant", "2020-01", "2020-12"),
        job("Shop Helper", "retail_sales_assistant", "2020-06", "2021-03"),
    )
    assert plan_routes(FIELD, profile=busy, goal="shop.lead").start.months_served == 15


def test_a_gap_between_jobs_changes_nothing() -> None:
    def plan(second_start: str, second_end: str) -> RoutePlan:
        jobs = [
            job("Sales Associate", "retail_sales_assistant", "2015-01", "2015-06"),
            job("Sales Associate", "retail_sales_assistant", second_start, second_end),
        ]
        return plan_routes(FIELD, profile=person(*jobs), goal="shop.manager")

    assert told(plan("2015-07", "2015-12")) == told(plan("2020-07", "2020-12"))


def test_a_job_that_lasts_counts_to_the_day_the_reader_counted_to() -> None:
    clerk = person(job("Sales Associate", "retail_sales_assistant", "2024-01", None), months_worked=9)
    assert plan_routes(FIELD, profile=clerk, goal="shop.lead").start.months_served == 9


def test_a_diploma_in_the_resume_is_ticked_with_the_words_that_show_it() -> None:
    fact = Fact(kind="qualification", value=Qualification(name="Shop Diploma"), quote="Shop Diploma, 2019")
    graduate = person(job("Floor Lead", "team_leader", "2019-01", "2019-06", level="lead"), facts=(fact,))
    step = plan_routes(FIELD, profile=graduate, goal="shop.manager").routes[0].steps[0]
    diploma = step.stages[2].items[0]
    assert diploma.held
    assert diploma.held_because == "your résumé names it: “Shop Diploma, 2019”"
    assert step.prices_not_known == ()
    assert step.study_hours is None


def test_an_item_done_on_an_earlier_step_is_not_counted_again() -> None:
    field = msgspec.structs.replace(
        FIELD,
        moves=FIELD.moves
        | {
            "a.lead-manager": msgspec.structs.replace(
                FIELD.moves["a.lead-manager"], training=FIELD.moves["a.assistant-lead"].training
            )
        },
    )
    steps = plan_routes(field, start_role="shop.assistant", goal="shop.manager").routes[1].steps
    assert steps[1].stages[1].items[0].gained_on_step == 1


def test_a_licence_the_law_asks_for_is_said_and_shown_as_gained_on_the_way() -> None:
    step = plan_routes(FIELD, start_role="desk.clerk", goal="desk.adviser").routes[0].steps[0]
    assert "In US-FL the law forbids to advise for pay without: Adviser licence." in step.warnings
    assert [(need.text, need.state, need.because) for need in step.needs] == [
        ("Adviser licence", "gained", "given by Adviser licence")
    ]
    assert step.opens.endswith("It is not open without: Adviser licence.")
    assert step.stages[2].items[0].laws == ("Law of advice (Act)",)


@pytest.mark.parametrize(
    ("country", "told", "why"),
    [
        ("", True, "nobody knows the country, so the bar is told with its place"),
        ("US", True, "the law of a part of the country may be the person's own"),
        ("GB", False, "the law of another country bars nothing here"),
    ],
)
def test_a_bar_set_by_law_counts_only_where_the_law_holds(country: str, told: bool, why: str) -> None:
    plan = plan_routes(
        FIELD, start_role="desk.clerk", goal="desk.adviser", constraints=RouteConstraints(country=country)
    )
    step = plan.routes[0].steps[0]
    assert any("the law forbids" in warning for warning in step.warnings) is told, why
    assert [(need.where, need.task) for need in step.needs] == ([("in US-FL", "advise for pay")] if told else [])


def test_training_of_another_country_is_left_out() -> None:
    abroad = plan_routes(
        FIELD, start_role="desk.clerk", goal="desk.adviser", constraints=RouteConstraints(country="UK")
    )
    assert abroad.routes[0].steps[0].stages[2].items == ()
    at_home = plan_routes(
        FIELD, start_role="desk.clerk", goal="desk.adviser", constraints=RouteConstraints(country="US")
    )
    assert len(at_home.routes[0].steps[0].stages[2].items) == 1


def test_a_role_done_in_korean_is_closed_to_somebody_who_has_not_named_it() -> None:
    plan = plan_routes(FIELD, start_role="desk.clerk", goal="desk.manager")
    assert told(plan)[0].startswith("desk.clerk 6-6 desk.adviser")
    speaker = person(
        job("Desk Clerk", "customer_service_representative", "2020-01", "2020-01", industry="desk"),
        facts=(Fact(kind="language", value=Language(tag="ko", cefr="C1"), quote="Korean C1"),),
    )
    assert "desk.korean-adviser" in told(plan_routes(FIELD, profile=speaker, goal="desk.manager"))[0]


def test_the_language_is_named_as_what_stands_in_the_way_when_it_is_the_goal() -> None:
    plan = plan_routes(FIELD, start_role="desk.clerk", goal="desk.korean-adviser")
    assert nothing(plan) == "blocked-by: language_needed; nearest desk.adviser"


def test_pay_before_and_after_comes_with_occupation_place_date_and_source() -> None:
    step = plan_routes(FIELD, start_role="shop.assistant", goal="shop.lead").routes[0].steps[0]
    assert step.pay_before
    assert step.pay_after
    assert (step.pay_before.annual_median, step.pay_after.annual_median) == (30_000, 48_000)
    assert (step.pay_after.occupation_code, step.pay_after.place, step.pay_after.date) == ("41-1011", "US", "2024-05")
    assert not step.pay_falls


def test_a_step_to_lower_pay_says_by_how_much() -> None:
    step = plan_routes(FIELD, start_role="shop.manager", goal="desk.clerk").routes[0].steps[0]
    assert step.pay_falls
    assert step.warnings == (
        "Median pay of the occupation falls by 48,000 USD a year.",
        "Needs a change of industry, to Desks.",
    )


def test_a_step_that_adds_evenings_says_so() -> None:
    step = plan_routes(FIELD, start_role="shop.lead", goal="shop.manager").routes[0].steps[0]
    assert step.added_schedules == ("evenings",)
    assert step.warnings == ("Adds evenings to the working hours.",)


def test_pay_over_the_period_is_summed_over_the_same_years_for_every_route() -> None:
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager")
    assert plan.period_months == 72
    quick, common = (route.pay_over_period for route in plan.routes)
    assert quick == 27 * 2_500 + (72 - 27) * 7_500
    assert common == 18 * 2_500 + 36 * 4_000 + (72 - 54) * 7_500


def test_best_paid_is_the_highest_sum_even_where_a_rung_on_the_way_pays_more_than_the_goal() -> None:
    rows = FIELD.wages["us"].rows
    rich_leads = {"41-1011": msgspec.structs.replace(rows["41-1011"], median=240_000)}
    field = msgspec.structs.replace(
        FIELD,
        wages={"us": msgspec.structs.replace(FIELD.wages["us"], rows=rows | rich_leads)},
        moves=FIELD.moves | {"a.assistant-manager": move("shop.assistant", "shop.manager", (6, 6), "rare")},
    )
    plan = plan_routes(field, start_role="shop.assistant", goal="shop.manager")
    sums = [route.pay_over_period or 0 for route in plan.routes]
    assert [route.labels.count("best_paid") for route in plan.routes] == [int(one == max(sums)) for one in sums]


def test_pay_over_the_period_is_left_open_where_a_wage_is_not_known() -> None:
    field = msgspec.structs.replace(FIELD, wages={})
    plan = plan_routes(field, start_role="shop.assistant", goal="shop.manager")
    assert [route.pay_over_period for route in plan.routes] == [None] * len(plan.routes)


def test_every_publication_cited_and_no_other_comes_with_the_plan() -> None:
    assert list(plan_routes(FIELD, start_role="shop.assistant", goal="shop.lead").sources) == ["guess", "survey"]


def test_a_plan_becomes_json_and_back_without_loss() -> None:
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager")
    assert msgspec.json.decode(msgspec.json.encode(plan), type=RoutePlan) == plan


def test_the_same_question_gives_the_same_bytes() -> None:
    once, again = (
        msgspec.json.encode(plan_routes(small_field(), start_role="shop.assistant", goal="shop")) for _ in range(2)
    )
    assert once == again


# Nothing found


def test_somebody_already_there_is_told_so() -> None:
    assert nothing(plan_routes(FIELD, start_role="shop.lead", goal="shop.lead")) == "goal-is-start: -; nearest nowhere"


def test_a_goal_no_ladder_reaches_names_the_nearest_role() -> None:
    plan = plan_routes(FIELD, start_role="shop.assistant", goal="shop.owner")
    assert nothing(plan) == "goal-unreachable: -; nearest shop.manager"


def test_too_little_time_names_the_time_it_takes() -> None:
    plan = plan_routes(
        FIELD, start_role="shop.assistant", goal="shop.manager", constraints=RouteConstraints(months_at_most=20)
    )
    assert nothing(plan) == "blocked-by: months 27; nearest shop.lead"
    assert plan.nothing
    assert plan.nothing.relax[0].message == "The quickest route takes about 27 months."
    assert tell_nearest(plan.nothing).startswith("The nearest role you can reach: ")


def test_where_nothing_nearer_is_near_the_time_looked_ahead_is_named() -> None:
    plan = plan_routes(
        FIELD, start_role="shop.assistant", goal="shop.manager", constraints=RouteConstraints(months_at_most=3)
    )
    assert plan.nothing
    assert tell_nearest(plan.nothing) == "No role nearer to it can be reached within 3 months."


@pytest.mark.parametrize(
    ("constraints", "start", "goal", "expected"),
    [
        (RouteConstraints(refused_schedules=("evenings",)), "shop.assistant", "shop.manager", "refused_schedules"),
        (RouteConstraints(no_pay_fall=True), "shop.manager", "desk.clerk", "no_pay_fall"),
        (RouteConstraints(same_industry=True), "shop.manager", "desk.clerk", "same_industry"),
        (RouteConstraints(refused_training=("desk.licence",)), "desk.clerk", "desk.adviser", "refused_training"),
    ],
)
def test_each_refusal_is_named_when_it_stands_in_the_way(
    constraints: RouteConstraints, start: str, goal: str, expected: str
) -> None:
    plan = plan_routes(FIELD, start_role=start, goal=goal, constraints=constraints)
    assert plan.nothing
    assert [one.condition for one in plan.nothing.relax] == [expected]


def test_hours_refused_in_the_profile_count_without_being_said_again() -> None:
    refuses = person(
        job("Sales Associate", "retail_sales_assistant", "2020-01", "2020-12"),
        preferences=Preferences(refused_schedules=("evenings",)),
    )
    assert nothing(plan_routes(FIELD, profile=refuses, goal="shop.manager")).startswith("blocked-by: refused_schedules")


def test_schooling_counts_when_finished_and_not_before() -> None:
    field = msgspec.structs.replace(
        FIELD,
        training=FIELD.training
        | {
            "all.diploma": msgspec.structs.replace(FIELD.training["all.diploma"], gives=(Education(level="associate"),))
        },
    )

    def holds(in_progress: bool) -> bool:
        lead = person(
            job("Shop Lead", "team_leader", "2015-01", "2016-12", level="lead"),
            education=(Schooling(level="bachelor", in_progress=in_progress),),
        )
        return plan_routes(field, profile=lead, goal="shop.manager").routes[0].steps[0].stages[2].items[0].held

    assert holds(in_progress=False)
    assert not holds(in_progress=True)
