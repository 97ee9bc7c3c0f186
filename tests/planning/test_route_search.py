"""From the simplest route to the hardest, one readable line each."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from route_sketch import ask, sketch, tell

from groundfloor.planning import search
from groundfloor.planning.bounds import Ahead
from groundfloor.planning.network import CRITERIA, Costs, Item, Move, Network, Place, Query
from groundfloor.planning.search import search_routes


def routes(network: Network, query: Query) -> list[str]:
    return [tell(route) for route in search_routes(network, query)]


def test_a01_one_move_is_a_route() -> None:
    assert routes(sketch("agent 12> lead"), ask("agent", "lead")) == ["agent > lead: 12 months"]


def test_a02_two_moves_add_up() -> None:
    network = sketch("agent 12> lead; lead 18~> manager")
    assert routes(network, ask("agent", "manager")) == ["agent > lead > manager: 30 months, 1 untrodden"]


def test_a03_a_longer_way_that_is_worse_in_everything_is_not_a_route() -> None:
    network = sketch("agent 12> manager; agent 12> lead; lead 12> manager")
    assert routes(network, ask("agent", "manager")) == ["agent > manager: 12 months"]


def test_b01_a_faster_and_a_better_trodden_way_are_both_kept() -> None:
    network = sketch("agent 12~~> manager; agent 12> lead; lead 12> manager")
    assert routes(network, ask("agent", "manager")) == [
        "agent > manager: 12 months, 3 untrodden",
        "agent > lead > manager: 24 months",
    ]


def test_b02_a_dearer_way_is_kept_only_when_it_is_faster() -> None:
    course = Item(id="course", money=400)
    network = sketch("agent 6> lead_a with course; agent 12> lead_b; lead_a 1> boss; lead_b 1> boss", items=(course,))
    assert routes(network, ask("agent", "boss")) == [
        "agent > lead_a > boss: 7 months, 400 money",
        "agent > lead_b > boss: 13 months",
    ]


def test_c01_pay_given_up_on_the_way_counts_against_the_pay_at_the_goal() -> None:
    network = sketch("agent 10> lead; lead 10> boss", pay={"agent": 2000, "lead": 2500, "boss": 3000})
    query = ask("agent", "boss", pay_at_goal_per_month=3000)
    assert routes(network, query) == ["agent > lead > boss: 20 months, 15000 forgone"]


def test_c02_a_better_paid_rung_on_the_way_forgoes_nothing() -> None:
    network = sketch("agent 10> closer; closer 10> trainer", pay={"agent": 2000, "closer": 5000, "trainer": 3000})
    query = ask("agent", "trainer", pay_at_goal_per_month=3000)
    assert routes(network, query) == ["agent > closer > trainer: 20 months, 10000 forgone"]


def test_d01_time_served_is_taken_off_the_stay_and_never_turns_into_credit_elsewhere() -> None:
    network = sketch("agent 12> lead; lead 18> boss")
    query = ask("agent", "boss", months_served={"agent": 30})
    assert routes(network, query) == ["agent > lead > boss: 18 months"]


def test_e01_an_item_held_costs_nothing() -> None:
    network = sketch("agent 12> lead with course", items=(Item(id="course", money=400, months_apart=3),))
    assert routes(network, ask("agent", "lead")) == ["agent > lead: 15 months, 400 money"]
    assert routes(network, ask("agent", "lead", items_held=frozenset({"course"}))) == ["agent > lead: 12 months"]


def test_e02_study_beside_work_lengthens_a_stay_only_when_it_is_longer() -> None:
    course = Item(id="course", months_beside=15)
    network = sketch("agent 12> lead with course; lead 18> boss with exam", items=(course, Item(id="exam", money=1)))
    assert routes(network, ask("agent", "boss")) == ["agent > lead > boss: 33 months, 1 money"]


def test_f01_an_item_gained_on_one_move_is_not_paid_again_on_the_next() -> None:
    course = Item(id="course", money=400)
    network = sketch("agent 12> lead with course; lead 12> boss with course", items=(course,))
    assert routes(network, ask("agent", "boss")) == ["agent > lead > boss: 24 months, 400 money"]


def test_f02_a_dearer_start_that_gains_what_the_end_needs_is_not_thrown_away_early() -> None:
    network = sketch(
        "agent 12> lead_a; lead_a 1> lead; agent 11> lead_b with course; lead_b 1> lead; lead 12> boss with course",
        items=(Item(id="course", money=100, months_apart=5),),
    )
    assert routes(network, ask("agent", "boss")) == ["agent > lead_b > lead > boss: 29 months, 100 money"]


def test_g01_a_ceiling_keeps_dearer_and_longer_ways_out() -> None:
    network = sketch("agent 12~~> manager; agent 12> lead; lead 12> manager")
    query = ask("agent", "manager", ceilings={"months": 20})
    assert routes(network, query) == ["agent > manager: 12 months, 3 untrodden"]
    query = ask("agent", "manager", ceilings={"untrodden": 2})
    assert routes(network, query) == ["agent > lead > manager: 24 months"]


def test_g02_a_closed_move_is_walked_around() -> None:
    network = sketch("agent 6> manager; agent 12> lead; lead 12> manager")
    query = ask("agent", "manager", closed={"no shifts": frozenset({"agent>manager"})})
    assert routes(network, query) == ["agent > lead > manager: 24 months"]


def test_h01_nine_moves_are_one_too_many() -> None:
    chain = "; ".join(f"r{at} 1> r{at + 1}" for at in range(9))
    assert len(routes(sketch(chain), ask("r0", "r8"))) == 1
    assert routes(sketch(chain), ask("r0", "r9")) == []
    assert routes(sketch(chain), ask("r0", "r3", moves_at_most=2)) == []


def test_i01_several_starts_and_several_goals_are_searched_at_once() -> None:
    network = sketch("agent 12> lead_a; clerk 6> lead_b")
    assert routes(network, ask("agent clerk", "lead_a lead_b")) == ["clerk > lead_b: 6 months"]


def test_i02_a_route_ends_at_the_first_goal_it_meets() -> None:
    network = sketch("agent 12> lead; lead 12> boss")
    assert routes(network, ask("agent", "lead boss")) == ["agent > lead: 12 months"]


def test_j01_a_circle_is_not_walked_twice() -> None:
    network = sketch("agent 1> clerk; clerk 1> agent; clerk 1> lead")
    assert routes(network, ask("agent", "lead")) == ["agent > clerk > lead: 2 months"]


def test_j02_a_circle_is_not_walked_even_to_study_where_the_pay_is_better() -> None:
    network = sketch(
        "agent 0> clerk; clerk 0> agent with course; agent 0> lead with course",
        pay={"clerk": 10, "lead": 10},
        items=(Item(id="course", months_beside=10),),
    )
    query = ask("agent", "lead", pay_at_goal_per_month=10)
    assert routes(network, query) == ["agent > lead: 10 months, 100 forgone"]


def test_k01_equal_ways_give_one_route_the_first_by_name() -> None:
    network = sketch("agent 6> lead_b; agent 6> lead_a; lead_a 6> boss; lead_b 6> boss")
    assert routes(network, ask("agent", "boss")) == ["agent > lead_a > boss: 12 months"]


def test_l01_a_place_nobody_leads_to_is_not_reached() -> None:
    assert routes(sketch("agent 1> clerk; lead 1> boss"), ask("agent", "boss")) == []


def test_m01_the_order_in_which_moves_are_given_changes_nothing() -> None:
    lines = ["agent 12~~> manager", "agent 12> lead", "lead 12> manager"]
    told = {tuple(routes(sketch("; ".join(order)), ask("agent", "manager"))) for order in itertools.permutations(lines)}
    assert len(told) == 1


@st.composite
def small_worlds(draw: st.DrawFn) -> tuple[Network, Query]:
    names = [f"p{at}" for at in range(draw(st.integers(2, 6)))]
    few = st.integers(0, 4)
    places = [Place(id=name, pay_per_month=draw(few), shape=name) for name in names]
    items = [
        Item(id=name, months_beside=draw(few), months_apart=draw(few), money=draw(few)) for name in ("x", "y", "z")
    ]
    pairs = [(a, b) for a in names for b in names if a != b]
    moves = [
        Move(
            id=f"{a}>{b}",
            start=a,
            to=b,
            months_at_start=draw(few),
            untrodden=draw(few),
            items=tuple(draw(st.sets(st.sampled_from("xyz"), max_size=2))),
        )
        for a, b in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=14))
    ]
    query = Query(
        starts=(names[0],),
        goals=frozenset({names[-1]}),
        months_served={names[0]: draw(few)},
        items_held=frozenset(draw(st.sets(st.sampled_from("xyz"), max_size=1))),
        pay_at_goal_per_month=draw(few),
        ceilings=draw(st.sampled_from([{}, {"months": 6.0}, {"money": 3.0}])),
        moves_at_most=draw(st.integers(1, 8)),
    )
    return Network(places, moves, items), query


def walk_every_way(network: Network, query: Query) -> set[Costs]:
    """Walks every simple way, costed by its own plain sum, and keeps the outcomes no other beats."""
    found: list[Costs] = []

    def walk(place: str, seen: tuple[str, ...], costs: Costs, held: frozenset[str]) -> None:
        if place in query.goals:
            found.append(costs)
            return
        for move in network.moves_from[place]:
            if move.to not in seen and len(seen) <= query.moves_at_most:
                walk(move.to, (*seen, move.to), cost_of(move, costs, held), held | set(move.items))

    def cost_of(move: Move, costs: Costs, held: frozenset[str]) -> Costs:
        fresh = [network.items[name] for name in move.items if name not in held]
        stay = max(0, move.months_at_start - query.months_served.get(move.start, 0))
        months = max([stay, *(item.months_beside for item in fresh)]) + sum(item.months_apart for item in fresh)
        forgone = max(0, query.pay_at_goal_per_month - network.places[move.start].pay_per_month)
        return Costs(
            costs.months + months,
            costs.money + sum(item.money for item in fresh),
            costs.pay_forgone + months * forgone,
            costs.untrodden + move.untrodden,
        )

    for start in query.starts:
        walk(start, (start,), Costs(0, 0, 0, 0), query.items_held)
    kept = [
        costs for costs in found if all(getattr(costs, name) <= ceiling for name, ceiling in query.ceilings.items())
    ]
    return {
        costs
        for costs in kept
        if not any(other != costs and all(a <= b for a, b in zip(other, costs, strict=True)) for other in kept)
    }


@settings(max_examples=300, deadline=None, derandomize=True)
@given(small_worlds())
def test_n01_in_any_small_world_the_routes_are_exactly_the_pareto_best(world: tuple[Network, Query]) -> None:
    network, query = world
    assert {route.costs for route in search_routes(network, query)} == walk_every_way(network, query)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(small_worlds())
def test_n02_what_lies_ahead_is_never_thought_to_cost_more_than_it_does(world: tuple[Network, Query]) -> None:
    network, query = world
    rests = Ahead(network, query).rests[query.moves_at_most]
    for costs in walk_every_way(network, replace(query, ceilings={})):
        months, forgone, untrodden, needed, _ = rests[query.starts[0]]
        held = sum(network.bits.get(name, 0) for name in query.items_held)
        money = sum(price for bit, price in network.prices.items() if bit & needed & ~held)
        assert (months <= costs.months, forgone <= costs.pay_forgone) == (True, True)
        assert (money <= costs.money, untrodden <= costs.untrodden) == (True, True)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(small_worlds())
def test_n03_a_first_glance_saves_time_and_changes_no_route(world: tuple[Network, Query]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "_AT_A_GLANCE", 0)
        without = search_routes(*world)
    assert search_routes(*world) == without


def test_a_ceiling_as_high_as_a_route_costs_lets_it_pass_in_whatever_order_its_prices_add_up() -> None:
    courses = tuple(Item(id=f"c{at}", money=0.1) for at in range(3))
    network = sketch("agent 1> lead with c0; lead 1> head with c1; head 1> boss with c2", items=courses)
    least = search_routes(network, ask("agent", "boss"))[0].costs.money
    assert len(routes(network, ask("agent", "boss", ceilings={"money": least}))) == 1
    assert routes(network, ask("agent", "boss", ceilings={"money": 0.29})) == []


def test_every_criterion_has_its_place_in_the_costs() -> None:
    assert Costs._fields == CRITERIA


@pytest.mark.parametrize("start", ["agent", "nowhere"])
def test_a_start_outside_the_network_is_simply_not_a_way(start: str) -> None:
    found = routes(sketch("agent 12> lead"), ask(f"{start}", "lead"))
    assert bool(found) == (start == "agent")


def test_what_entering_takes_comes_on_top_however_long_one_has_served() -> None:
    clerk, agent = (Place(id=name, pay_per_month=1, shape=name) for name in ("clerk", "agent"))
    across = Move(id="across", start="clerk", to="agent", months_at_start=12, untrodden=0, months_to_enter=2)
    query = ask("clerk", "agent", months_served={"clerk": 60.0})
    assert [tell(route) for route in search_routes(Network([clerk, agent], [across], []), query)] == [
        "clerk > agent: 2 months"
    ]


def test_a_start_that_a_condition_closes_is_no_start() -> None:
    network = sketch("clerk 6> lead; agent 12> lead")
    query = ask("agent clerk", "lead", closed_starts={"refused_shifts": frozenset({"clerk"})})
    assert [tell(route) for route in search_routes(network, query)] == ["agent > lead: 12 months"]


def test_nobody_is_promoted_on_the_day_they_come_however_long_they_served_elsewhere() -> None:
    network = sketch("clerk 12> agent; agent 18> lead")
    query = ask("clerk", "lead", months_served={"clerk": 60.0, "agent": 60.0}, stay_at_least=6.0)
    assert [tell(route) for route in search_routes(network, query)] == ["clerk > agent > lead: 6 months"]
