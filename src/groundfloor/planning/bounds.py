"""What the rest of a way costs at least, found once per query by walking back from the goals."""

from collections.abc import Mapping
from typing import NamedTuple

from groundfloor.planning.network import Gain, Move, Network, Query

_FAR = float("inf")
_NOWHERE = (_FAR, _FAR, _FAR, _FAR)
_ARRIVED = (0.0, 0.0, 0.0, 0.0)

Four = tuple[float, float, float, float]


class OpenMove(NamedTuple):
    """A move as this person would make it: stay still to be served, what is still to be gained."""

    id: str
    start: str
    to: str
    stay_months: float
    months_to_enter: float
    forgone_per_month: float
    untrodden: float
    gains: tuple[Gain, ...]
    bits: int


def open_moves(network: Network, query: Query) -> dict[str, list[OpenMove]]:
    """The moves on some way from a start to a goal that no condition closes, by start, less what the person holds."""
    closed: frozenset[str] = frozenset().union(*query.closed.values())
    held = sum(network.bits.get(name, 0) for name in query.items_held)
    within_reach = _reach(network, query, closed)
    opened: dict[str, list[OpenMove]] = {}
    on_the_way = set(query.goals & network.places.keys())
    fresh = on_the_way
    for _ in range(query.moves_at_most):
        moves = [
            move
            for place in sorted(fresh)
            for move in network.moves_to[place]
            if move.start in within_reach and move.id not in closed
        ]
        for move in moves:
            opened.setdefault(move.start, []).append(_open(move, network, query, held))
        fresh = {move.start for move in moves} - on_the_way
        on_the_way |= fresh
    return opened


def _reach(network: Network, query: Query, closed: frozenset[str]) -> set[str]:
    """Places within reach of a start in so many moves."""
    reached = set(query.open_starts)
    fresh = reached
    for _ in range(query.moves_at_most):
        moves = (move for place in fresh for move in network.moves_from.get(place, ()) if move.id not in closed)
        fresh = {move.to for move in moves} - reached
        reached |= fresh
    return reached


def _open(move: Move, network: Network, query: Query, held: int) -> OpenMove:
    gains, bits = network.gains[move.id], network.gained[move.id]
    if bits & held:
        gains, bits = tuple(gain for gain in gains if not gain.bit & held), bits & ~held
    return OpenMove(
        move.id,
        move.start,
        move.to,
        _still_to_stay(move, query),
        move.months_to_enter,
        max(0.0, query.pay_at_goal_per_month - network.places[move.start].pay_per_month),
        move.untrodden,
        gains,
        bits,
    )


def _still_to_stay(move: Move, query: Query) -> float:
    least = 0.0 if move.start in query.starts else min(query.stay_at_least, move.months_at_start)
    return max(least, float(move.months_at_start) - query.months_served.get(move.start, 0.0))


class Bounds:
    """Lower bounds by place and moves left, and the items that can still matter from a place on.

    A bound counts no items: some may be gained before. It is therefore never too high.
    """

    def __init__(self, query: Query, moves: Mapping[str, list[OpenMove]]) -> None:
        into: dict[str, list[OpenMove]] = {}
        for outgoing in moves.values():
            for move in outgoing:
                into.setdefault(move.to, []).append(move)
        goals = dict.fromkeys(sorted(query.goals), _ARRIVED)
        self._by_moves_left: list[dict[str, Four]] = [goals]
        fresh = set(goals)
        for _ in range(query.moves_at_most):
            bounds, fresh = _one_move_back(self._by_moves_left[-1], into, fresh)
            self._by_moves_left.append(bounds)
        self.useful = _find_useful(into, self._by_moves_left[-1], query.moves_at_most)

    def rest_at_least(self, moves_left: int) -> Mapping[str, Four]:
        """The least the way to a goal costs within so many moves, by place and criterion by criterion.

        Places from which no goal lies within so many moves are left out.
        """
        return self._by_moves_left[moves_left]


def _one_move_back(
    ahead: dict[str, Four], into: Mapping[str, list[OpenMove]], fresh: set[str]
) -> tuple[dict[str, Four], set[str]]:
    """Bounds with one move more; only what changed last can change what lies before it."""
    bounds = dict(ahead)
    changed: set[str] = set()
    for place in fresh:
        months, money, forgone, untrodden = ahead[place]
        for move in into.get(place, ()):
            stay = move.stay_months + move.months_to_enter
            before = bounds.get(move.start, _NOWHERE)
            best = (
                min(before[0], months + stay),
                min(before[1], money),
                min(before[2], forgone + stay * move.forgone_per_month),
                min(before[3], untrodden + move.untrodden),
            )
            if best != before:
                bounds[move.start] = best
                changed.add(move.start)
    return bounds, changed


def _find_useful(into: Mapping[str, list[OpenMove]], reaching: Mapping[str, Four], rounds: int) -> dict[str, int]:
    """By place, the items that some move ahead of it asks for."""
    useful = dict.fromkeys(reaching, 0)
    fresh = set(useful)
    for _ in range(rounds):
        changed: set[str] = set()
        for place in fresh:
            ahead = useful[place]
            for move in into.get(place, ()):
                known = useful[move.start]
                wider = known | ahead | move.bits
                if wider != known:
                    useful[move.start] = wider
                    changed.add(move.start)
        fresh = changed
    return useful
