"""Routes from every role to goals all over the catalogue, all worthwhile ones by four criteria."""

from collections.abc import Callable
from typing import Any

from bench.tables import Budget, Row, Table, describe_input
from bench.timing import find_peer, time_inputs
from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.loading import KNOWLEDGE
from groundfloor.planning.bounds import open_moves
from groundfloor.planning.network import Network, Query
from groundfloor.planning.search import search_routes
from groundfloor.services.route_network import build_network
from groundfloor.services.routing import plan_routes

_LIMIT_S = 0.02
_GOALS, _PLANS_A_REPEAT = 10, 20
_GOAL_LEVELS = frozenset({"manager", "head", "executive_owner"})


def run(repeats: int) -> list[Table]:
    """Times the search over every pair of role and goal, and whole plans over some of them."""
    catalogue = open_catalogue()
    network = build_network(catalogue, "")
    pairs = _list_pairs(catalogue)
    queries = [_query(network, start, goal) for start, goal in pairs]
    methods: dict[str, Callable[[Query], object]] = {
        "search": lambda query: search_routes(network, query),
        "open": lambda query: open_moves(network, query),
        "touch": lambda _: sum(move.months_at_start for move in network.moves.values()),
    }
    graphs = find_peer("networkx")
    if graphs is not None:
        graph = _graph(graphs, network)
        methods["networkx"] = lambda query: _shortest(graphs, graph, query)
    taken = time_inputs(methods, queries)
    some = pairs[:: max(1, len(pairs) // (_PLANS_A_REPEAT * repeats))]
    planned = time_inputs({"plan": lambda pair: plan_routes(catalogue, start_role=pair[0], goal=pair[1])}, some)
    return [
        Table(
            claim=f"Every role to {_GOALS} goals, all Pareto-best routes of at most 8 moves by 4 criteria, in 20 ms",
            rows=(
                Row("searched", taken["search"]),
                Row("whole plan, with network, training, pay and reasons", planned["plan"]),
                Row("peer: networkx, one criterion, one route", taken.get("networkx")),
                Row("of it: taking off what the person holds", taken["open"]),
                Row("limit: looking at every move once", taken["touch"]),
            ),
            inputs=(describe_input("roles and moves", (path.read_bytes() for path in _list_files())),),
            budgets=(Budget(_LIMIT_S, measure="p95"),),
            notes=(f"{len(network.places)} roles, {len(network.moves)} moves, {len(pairs):,} pairs.",),
        )
    ]


def _list_pairs(catalogue: Catalogue) -> list[tuple[str, str]]:
    high = sorted(role_id for role_id, role in catalogue.roles.items() if role.level in _GOAL_LEVELS)
    goals = high[:: max(1, len(high) // _GOALS)][:_GOALS]
    return [(start, goal) for start in sorted(catalogue.roles) for goal in goals if start != goal]


def _list_files() -> list[Any]:
    return sorted(path for folder in ("roles", "moves") for path in (KNOWLEDGE / folder).glob("*.yaml"))


def _query(network: Network, start: str, goal: str) -> Query:
    return Query(starts=(start,), goals=frozenset({goal}), pay_at_goal_per_month=network.places[goal].pay_per_month)


def _graph(graphs: Any, network: Network) -> Any:
    graph = graphs.DiGraph()
    graph.add_nodes_from(network.places)
    for move in network.moves.values():
        graph.add_edge(move.start, move.to, months=move.months_at_start)
    return graph


def _shortest(graphs: Any, graph: Any, query: Query) -> list[str] | None:
    try:
        return list(graphs.dijkstra_path(graph, query.starts[0], next(iter(query.goals)), weight="months"))
    except graphs.NetworkXNoPath:
        return None
