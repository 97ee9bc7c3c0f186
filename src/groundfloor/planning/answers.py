"""The whole answer to a query: routes worth showing, or why there are none and what comes nearest."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from msgspec.structs import replace

from groundfloor.model.facts import Record
from groundfloor.planning.network import CRITERIA, Criterion, Network, Query, Route
from groundfloor.planning.options import Option, choose_goals, choose_options, is_far_longer, keep_straight
from groundfloor.planning.search import search_routes

NEAR_WITHIN_MONTHS = 36.0
"""How far off the nearest place may lie where no limit on months is named: what is further away is not near."""
NothingReason = Literal["goal-is-start", "goal-unreachable", "blocked-by"]


class Block(Record, frozen=True, kw_only=True):
    """A condition that stands in the way. ``needs`` is the least ceiling that would open a route."""

    condition: str
    needs: float | None = None


class Nothing(Record, frozen=True, kw_only=True):
    """Why no route was found. ``blocks`` are the conditions to relax, each of which alone would open a route.

    Where none does so alone, ``blocks`` are the fewest that do so ``together``. ``nearest`` is the way to the place
    nearest the goal that keeps to all conditions, within the months named or :data:`NEAR_WITHIN_MONTHS`; None where
    none is nearer than the start.
    """

    reason: NothingReason
    blocks: tuple[Block, ...] = ()
    together: bool = False
    nearest: Route | None = None


class Answer(Record, frozen=True, kw_only=True):
    """Options in the order to show them, dropped ones among them; or ``nothing`` with its reason."""

    options: tuple[Option, ...] = ()
    nothing: Nothing | None = None


def answer_query(network: Network, query: Query, *, distance_to_goal: Mapping[str, float]) -> Answer:
    """Answers a query with routes, or with the reason why there are none.

    Args:
        network: places, moves, items.
        query: starts, goals, what is held, conditions.
        distance_to_goal: how far a place is from what is wanted, smaller is nearer; used only to name the nearest
            place when no route is found. Places left out are not considered.

    Returns:
        Labelled and flagged options, or ``nothing``.
    """
    if query.goals.intersection(query.starts):
        return Answer(nothing=Nothing(reason="goal-is-start"))
    routes = search_routes(network, query)
    if routes:
        return Answer(options=tuple(choose_options(network, routes, changes_allowed=query.changes_allowed)))
    return Answer(nothing=_explain_nothing(network, query, distance_to_goal))


def answer_each_goal(
    network: Network, query: Query, *, worth: Mapping[str, float], distance_to_goal: Mapping[str, float]
) -> Answer:
    """Answers a query whose goals are worth something each: the quickest route to every goal within reach.

    Args:
        network: places, moves, items.
        query: as for :func:`answer_query`.
        worth: what arriving at a goal is worth, more is better.
        distance_to_goal: as for :func:`answer_query`.

    Returns:
        Routes, those to the worthiest goals first; of goals of one shape only the worthiest is to be shown.
    """
    answer = answer_query(network, query, distance_to_goal=distance_to_goal)
    if answer.nothing:
        return answer
    goals = sorted(query.goals & _list_reached(network, query), key=lambda goal: (-worth[goal], goal))
    found = (_search_straight(network, replace(query, goals=frozenset({goal}))) for goal in goals)
    quickest = [min(routes, key=lambda route: (route.costs, route.places)) for routes in found if routes]
    return Answer(options=tuple(choose_goals(network, quickest)))


def _search_straight(network: Network, query: Query) -> list[Route]:
    return keep_straight(network, search_routes(network, query), query.changes_allowed)


def _explain_nothing(network: Network, query: Query, distance_to_goal: Mapping[str, float]) -> Nothing:
    nearest = _find_nearest(network, query, distance_to_goal)
    conditions = _list_conditions(query)
    if not search_routes(network, _without(query, conditions)):
        return Nothing(reason="goal-unreachable", nearest=nearest)
    alone = tuple(block for name in conditions if (block := _relax(network, query, (name,), name)))
    return Nothing(
        reason="blocked-by",
        blocks=alone or _relax_together(network, query, conditions),
        together=not alone,
        nearest=nearest,
    )


def find_detours(network: Network, query: Query, months: float) -> list[Block]:
    """The conditions for whose sake even the quickest way takes far longer; ``needs`` is what it takes without each.

    Args:
        network: places, moves, items.
        query: what was asked.
        months: what the quickest way takes that keeps to all conditions.
    """
    conditions = [name for name in _list_conditions(query) if name not in query.ceilings]
    quickest = {name: _find_quickest(network, _without(query, [name])) for name in conditions}
    return [Block(condition=name, needs=least) for name, least in quickest.items() if is_far_longer(months, least)]


def _find_quickest(network: Network, query: Query) -> float:
    return min((route.costs.months for route in _search_straight(network, query)), default=float("inf"))


def _list_conditions(query: Query) -> list[str]:
    ceilings = [name for name in CRITERIA if name in query.ceilings]
    return [*ceilings, *sorted(query.closed.keys() | query.closed_starts.keys())]


def _without(query: Query, conditions: Iterable[str]) -> Query:
    relaxed = frozenset(conditions)
    return replace(
        query,
        ceilings={name: most for name, most in query.ceilings.items() if name not in relaxed},
        closed={name: moves for name, moves in query.closed.items() if name not in relaxed},
        closed_starts={name: starts for name, starts in query.closed_starts.items() if name not in relaxed},
    )


def _relax(network: Network, query: Query, relaxed: Sequence[str], name: str) -> Block | None:
    """A condition as one to relax, alone or with others; None where relaxing them opens no route."""
    routes = _search_straight(network, _without(query, relaxed))
    if not routes:
        return None
    needs = min(getattr(route.costs, name) for route in routes) if name in query.ceilings else None
    return Block(condition=name, needs=needs)


def _relax_together(network: Network, query: Query, conditions: Sequence[str]) -> tuple[Block, ...]:
    """The fewest conditions that open a route when relaxed together, the first of as many in their order."""
    for count in range(2, len(conditions) + 1):
        for relaxed in combinations(conditions, count):
            blocks = [block for name in relaxed if (block := _relax(network, query, relaxed, name))]
            if blocks:
                return tuple(blocks)
    return ()


def _find_nearest(network: Network, query: Query, distance_to_goal: Mapping[str, float]) -> Route | None:
    here = min((distance_to_goal.get(start, float("inf")) for start in query.open_starts), default=float("inf"))
    reached = _list_reached(network, query)
    ceilings: dict[Criterion, float] = {"months": NEAR_WITHIN_MONTHS, **query.ceilings}
    for place in sorted(reached & distance_to_goal.keys(), key=lambda place: (distance_to_goal[place], place)):
        if distance_to_goal[place] >= here:
            break
        routes = search_routes(network, replace(query, goals=frozenset({place}), ceilings=ceilings))
        if routes:
            return min(routes, key=lambda route: (route.costs.months, route.places))
    return None


def _list_reached(network: Network, query: Query) -> set[str]:
    closed = frozenset().union(*query.closed.values())
    reached = set(query.open_starts)
    fresh = reached
    for _ in range(query.moves_at_most):
        moves = (move for place in fresh for move in network.moves_from.get(place, ()) if move.id not in closed)
        fresh = {move.to for move in moves} - reached
        reached |= fresh
    return reached - set(query.open_starts)
