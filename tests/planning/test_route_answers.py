"""What is shown of the routes found, and what is said when there are none."""

from itertools import pairwise

import pytest
from route_sketch import ask, sketch, tell

from groundfloor.planning.answers import Answer, Block, answer_query
from groundfloor.planning.network import Costs, Network, Place, Route
from groundfloor.planning.options import choose_options

LADDER = sketch("agent 12> lead; lead 18> manager; manager 24> head")
FAR = {"agent": 3, "lead": 2, "manager": 1, "head": 0}


def nearest(answer: Answer) -> str:
    assert answer.nothing
    return tell(answer.nothing.nearest) if answer.nothing.nearest else "nowhere"


def option(places: str, costs: Costs) -> Route:
    names = tuple(places.split())
    return Route(
        start=names[0],
        moves=tuple(f"{a}>{b}" for a, b in pairwise(names)),
        places=names,
        costs=costs,
    )


def chosen(*routes: Route, shown_at_most: int = 6) -> list[str]:
    names = {place for route in routes for place in route.places}
    network = Network([Place(id=name, pay_per_month=0, shape=name.split("_")[0]) for name in names], [], [])
    return [
        f"{' > '.join(option.route.places)}: {option.dropped or ' '.join(option.labels) or 'shown'}"
        for option in choose_options(network, routes, shown_at_most=shown_at_most)
    ]


def test_someone_already_there_is_told_so() -> None:
    answer = answer_query(LADDER, ask("lead", "lead"), distance_to_goal=FAR)
    assert answer.nothing
    assert answer.nothing.reason == "goal-is-start"


def test_a_goal_no_ladder_leads_to_names_the_nearest_rung_that_can_be_reached() -> None:
    network = sketch("agent 12> lead; clerk 3> owner")
    answer = answer_query(network, ask("agent", "owner"), distance_to_goal={"agent": 2, "lead": 1, "owner": 0})
    assert answer.nothing
    assert answer.nothing.reason == "goal-unreachable"
    assert nearest(answer) == "agent > lead: 12 months"


def test_someone_at_the_nearest_rung_already_is_not_sent_further_away() -> None:
    network = sketch("agent 12> lead; clerk 3> owner")
    answer = answer_query(network, ask("agent", "owner"), distance_to_goal={"agent": 1, "lead": 2, "owner": 0})
    assert nearest(answer) == "nowhere"


def test_what_is_years_away_is_not_called_near_unless_so_many_years_were_asked() -> None:
    network = sketch("agent 30> lead; lead 30> manager; clerk 3> owner")
    far = {"agent": 3, "lead": 2, "manager": 1, "owner": 0}
    assert nearest(answer_query(network, ask("agent", "owner"), distance_to_goal=far)) == "agent > lead: 30 months"
    patient = ask("agent", "owner", ceilings={"months": 72})
    assert nearest(answer_query(network, patient, distance_to_goal=far)) == "agent > lead > manager: 60 months"
    hasty = ask("agent", "owner", ceilings={"months": 6})
    assert nearest(answer_query(network, hasty, distance_to_goal=far)) == "nowhere"


def test_too_little_time_names_the_time_it_would_take_and_how_far_one_gets() -> None:
    answer = answer_query(LADDER, ask("agent", "head", ceilings={"months": 40}), distance_to_goal=FAR)
    assert answer.nothing
    assert answer.nothing.blocks == (Block(condition="months", needs=54),)
    assert nearest(answer) == "agent > lead > manager: 30 months"


def test_a_refused_kind_of_work_is_named_as_the_condition_to_relax() -> None:
    closed = {"no_shifts": frozenset({"lead>manager"}), "no_pay_drop": frozenset({"nothing"})}
    answer = answer_query(LADDER, ask("agent", "head", closed=closed), distance_to_goal=FAR)
    assert answer.nothing
    assert answer.nothing.blocks == (Block(condition="no_shifts"),)
    assert nearest(answer) == "agent > lead: 12 months"


def test_two_conditions_that_block_together_are_named_together() -> None:
    query = ask("agent", "head", ceilings={"months": 1}, closed={"no_shifts": frozenset({"lead>manager"})})
    answer = answer_query(LADDER, query, distance_to_goal=FAR)
    assert answer.nothing
    assert (answer.nothing.reason, answer.nothing.together) == ("blocked-by", True)
    assert answer.nothing.blocks == (Block(condition="months", needs=54), Block(condition="no_shifts"))


def test_the_only_route_bears_every_label() -> None:
    assert chosen(option("agent lead", Costs(12, 0, 0, 0))) == ["agent > lead: fastest cheapest best_paid best_trodden"]


def test_each_label_goes_to_the_route_that_is_best_by_it() -> None:
    assert chosen(
        option("agent a lead", Costs(12, 900, 9, 9)),
        option("agent b lead", Costs(13, 0, 9, 9)),
        option("agent c lead", Costs(14, 900, 0, 9)),
        option("agent d lead", Costs(15, 900, 9, 0)),
    ) == [
        "agent > a > lead: fastest",
        "agent > b > lead: cheapest",
        "agent > c > lead: best_paid",
        "agent > d > lead: best_trodden",
    ]


def test_the_same_rungs_in_another_industry_stand_behind_the_first() -> None:
    assert chosen(
        option("agent lead_shop boss", Costs(12, 0, 0, 0)),
        option("agent lead_bank boss", Costs(20, 1, 2, 3)),
    ) == [
        "agent > lead_shop > boss: fastest cheapest best_paid best_trodden",
        "agent > lead_bank > boss: same_steps_elsewhere",
    ]


def test_a_route_that_differs_in_one_small_turn_stands_behind_the_first() -> None:
    assert (
        chosen(
            option("agent lead boss head", Costs(100, 100, 100, 100)),
            option("agent lead boss chief head", Costs(101, 101, 101, 101)),
        )[1]
        == "agent > lead > boss > chief > head: nearly_the_same"
    )


def test_two_more_steps_for_little_gain_are_not_worth_showing() -> None:
    assert chosen(
        option("agent lead boss", Costs(100, 0, 100, 0)),
        option("agent a b c boss", Costs(99, 100, 101, 1)),
        option("agent d e f boss", Costs(60, 100, 101, 5)),
    ) == [
        "agent > d > e > f > boss: fastest",
        "agent > lead > boss: cheapest best_paid best_trodden",
        "agent > a > b > c > boss: more_steps_for_little",
    ]


def test_what_is_past_the_limit_says_so_and_labelled_routes_always_stay() -> None:
    told = chosen(
        option("agent a lead", Costs(12, 900, 0, 9)),
        option("agent b lead", Costs(40, 0, 9, 0)),
        option("agent c lead", Costs(20, 500, 5, 5)),
        option("agent d lead", Costs(21, 100, 5, 5)),
        shown_at_most=3,
    )
    assert told == [
        "agent > a > lead: fastest best_paid",
        "agent > b > lead: cheapest best_trodden",
        "agent > c > lead: shown",
        "agent > d > lead: beyond_the_first",
    ]


def test_a_dropped_route_says_which_route_stands_for_it() -> None:
    options = answer_query(
        sketch("agent 12> lead_a; agent 6~> lead_b; lead_a 2> boss; lead_b 2> boss"),
        ask("agent", "boss"),
        distance_to_goal={},
    ).options
    assert [(one.dropped, one.like) for one in options] == [(None, None), (None, None)]


def areas(**of: str) -> Network:
    """Places by name with the area each lies in."""
    return Network([Place(id=name, pay_per_month=0, shape=name, area=area) for name, area in of.items()], [], [])


def told_between(areas_of: Network, *routes: Route, changes_allowed: int = 1) -> list[str]:
    options = choose_options(areas_of, routes, changes_allowed=changes_allowed)
    return [f"{' > '.join(option.route.places)}: {option.dropped or 'shown'}" for option in options]


TWO_TRADES = areas(till="shop", lead="shop", boss="shop", phone="telecom", desk="hotel")


@pytest.mark.parametrize(
    ("changes_allowed", "told", "why"),
    [
        (
            1,
            ["till > lead > boss: shown", "till > phone > boss: changes_area_again"],
            "out of the trade and back for the sake of a few months is no advice",
        ),
        (
            2,
            ["till > phone > boss: shown", "till > lead > boss: shown"],
            "where another trade is the goal the way may lead through a third",
        ),
    ],
)
def test_a_way_through_another_trade_is_dropped_where_one_stays(
    changes_allowed: int, told: list[str], why: str
) -> None:
    quick, steady = option("till phone boss", Costs(20, 0, 0, 2)), option("till lead boss", Costs(30, 0, 0, 0))
    assert told_between(TWO_TRADES, quick, steady, changes_allowed=changes_allowed) == told, why


def test_the_only_way_is_shown_however_often_it_changes_trade() -> None:
    assert told_between(TWO_TRADES, option("till phone desk", Costs(20, 0, 0, 2))) == ["till > phone > desk: shown"]


def test_a_way_that_takes_far_longer_bears_no_label() -> None:
    told = chosen(option("agent lead", Costs(24, 900, 9, 9)), option("agent a b lead", Costs(90, 0, 0, 0)))
    assert told == [
        "agent > lead: fastest cheapest best_paid best_trodden",
        "agent > a > b > lead: takes_far_longer",
    ]


def test_a_small_saving_does_not_make_a_longer_way_the_cheapest() -> None:
    told = chosen(option("agent lead", Costs(24, 36, 0, 0)), option("agent a lead", Costs(30, 0, 0, 0)))
    assert told[0] == "agent > lead: fastest cheapest best_paid best_trodden"
