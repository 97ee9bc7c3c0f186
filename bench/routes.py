"""Routes from every role to goals all over the catalogue, all worthwhile ones by four criteria."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.tables import Budget, Row, Table, describe_input
from bench.timing import find_peer, time_inputs
from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.loading import KNOWLEDGE
from groundfloor.planning.network import MOVES_AT_MOST, Network, Query
from groundfloor.planning.search import search_routes
from groundfloor.services.routes.network import build_network
from groundfloor.services.routes.planning import plan_routes

_LIMIT_S = 0.02
_GOALS, _SLOW_RUNS_A_REPEAT = 10, 20
Pair = tuple[str, str]
Work = Callable[[Pair], object]

_GOAL_LEVELS = frozenset({"manager", "head", "executive_owner"})


def run(repeats: int) -> list[Table]:
    """Times the search over every pair of role and goal with a way, and slower methods over some of them."""
    catalogue = open_catalogue()
    network = build_network(catalogue, "")
    pairs = _list_pairs(catalogue)
    with_way = [pair for pair in pairs if search_routes(network, _query(network, *pair))]
    some = with_way[:: max(1, len(with_way) // (_SLOW_RUNS_A_REPEAT * repeats))]
    taken = time_inputs(dict(_iter_methods(network)), with_way) | time_inputs(
        dict(_iter_slow(catalogue, network)), some
    )
    return [
        Table(
            claim=f"Every role to {_GOALS} goals, all Pareto-best routes of at most 8 moves by 4 criteria, in 20 ms",
            rows=(
                Row("searched", taken["search"]),
                Row("whole plan, with training, pay, reasons and sources", taken["plan"]),
                Row("peer: networkx, all simple paths of at most 8 moves", taken.get("enumerate")),
                Row("peer: networkx, one route by one criterion", taken.get("shortest")),
                Row("peer: rustworkx, all simple paths of at most 8 moves", taken.get("enumerate-rust")),
                Row("peer: rustworkx, one route by one criterion", taken.get("shortest-rust")),
                Row("limit: looking at every move once", taken["touch"]),
            ),
            inputs=(describe_input("roles and moves", (path.read_bytes() for path in _list_files())),),
            budgets=(Budget(_LIMIT_S, measure="p95"),),
            notes=(
                f"{len(network.places)} roles, {len(network.moves)} moves; a way exists for {len(with_way):,} of"
                f" {len(pairs):,} pairs, which are timed.",
            ),
        )
    ]


def _iter_methods(network: Network) -> Iterator[tuple[str, Work]]:
    yield "search", lambda pair: search_routes(network, _query(network, *pair))
    yield "touch", lambda _: sum(move.months_at_start for move in network.moves.values())
    graphs = find_peer("networkx")
    if graphs is not None:
        graph = _graph(graphs, network)
        yield "shortest", lambda pair: graphs.dijkstra_path(graph, *pair, weight="months")
    rust = find_peer("rustworkx")
    if rust is not None:
        compiled, at = _compiled_graph(rust, network)
        yield (
            "shortest-rust",
            lambda pair: rust.digraph_dijkstra_shortest_paths(
                compiled, at[pair[0]], target=at[pair[1]], weight_fn=float
            ),
        )


def _iter_slow(catalogue: Catalogue, network: Network) -> Iterator[tuple[str, Work]]:
    yield "plan", lambda pair: plan_routes(catalogue, start_role=pair[0], goal=pair[1])
    graphs = find_peer("networkx")
    if graphs is not None:
        graph = _graph(graphs, network)
        yield "enumerate", lambda pair: list(graphs.all_simple_paths(graph, *pair, cutoff=MOVES_AT_MOST))
    rust = find_peer("rustworkx")
    if rust is not None:
        compiled, at = _compiled_graph(rust, network)
        nodes = MOVES_AT_MOST + 1
        yield (
            "enumerate-rust",
            lambda pair: rust.digraph_all_simple_paths(compiled, at[pair[0]], at[pair[1]], cutoff=nodes),
        )


def _list_pairs(catalogue: Catalogue) -> list[Pair]:
    high = sorted(role_id for role_id, role in catalogue.roles.items() if role.level in _GOAL_LEVELS)
    goals = high[:: max(1, len(high) // _GOALS)][:_GOALS]
    return [(start, goal) for start in sorted(catalogue.roles) for goal in goals if start != goal]


def _list_files() -> list[Path]:
    return sorted(path for folder in ("roles", "moves") for path in (KNOWLEDGE / folder).glob("*.yaml"))


def _query(network: Network, start: str, goal: str) -> Query:
    return Query(starts=(start,), goals=frozenset({goal}), pay_at_goal_per_month=network.places[goal].pay_per_month)


def _graph(graphs: Any, network: Network) -> Any:
    graph = graphs.DiGraph()
    graph.add_nodes_from(network.places)
    for move in network.moves.values():
        graph.add_edge(move.start, move.to, months=move.months_at_start)
    return graph


def _compiled_graph(graphs: Any, network: Network) -> tuple[Any, dict[str, int]]:
    graph = graphs.PyDiGraph()
    at = dict(zip(network.places, graph.add_nodes_from(list(network.places)), strict=True))
    graph.add_edges_from([(at[move.start], at[move.to], move.months_at_start) for move in network.moves.values()])
    return graph, at
