"""What the rest of a way costs at least, found once per query by walking back from the goals."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from groundfloor.planning.network import Move, Network, Query

_FAR = float("inf")
_NOWHERE = (_FAR, _FAR, _FAR, _FAR)
_ARRIVED = (0.0, 0.0, 0.0, 0.0)

Four = tuple[float, float, float, float]


class OpenItem(NamedTuple):
    """An item that would still cost this person something; ``bit`` marks it as gained."""

    bit: int
    months_beside: float
    months_apart: float
    money: float


class OpenMove(NamedTuple):
    """A move as this person would make it: stay still to be served, items still to be gained."""

    id: str
    to: str
    stay_months: float
    months_to_enter: float
    forgone_per_month: float
    untrodden: float
    items: tuple[OpenItem, ...]
    bits: int


def open_moves(network: Network, query: Query) -> dict[str, list[OpenMove]]:
    """The moves on some way to a goal that no condition closes, by start, with what the person holds taken off."""
    closed: frozenset[str] = frozenset().union(*query.closed.values())
    bits: dict[str, int] = {}
    opened: dict[str, list[OpenMove]] = {}
    on_the_way = set(query.goals & network.places.keys())
    fresh = on_the_way
    for _ in range(query.moves_at_most):
        moves = [move for place in sorted(fresh) for move in network.moves_to[place] if move.id not in closed]
        for move in moves:
            opened.setdefault(move.start, []).append(_open(move, network, query, bits))
        fresh = {move.start for move in moves} - on_the_way
        on_the_way |= fresh
    return opened


def _open(move: Move, network: Network, query: Query, bits: dict[str, int]) -> OpenMove:
    items = [
        OpenItem(bits.setdefault(item.id, 1 << len(bits)), item.months_beside, item.months_apart, item.money)
        for item in network.costly[move.id]
        if item.id not in query.items_held
    ]
    return OpenMove(
        id=move.id,
        to=move.to,
        stay_months=max(0.0, float(move.months_at_start) - query.months_served.get(move.start, 0.0)),
        months_to_enter=move.months_to_enter,
        forgone_per_month=max(0.0, query.pay_at_goal_per_month - network.places[move.start].pay_per_month),
        untrodden=move.untrodden,
        items=tuple(items),
        bits=sum(item.bit for item in items),
    )


class Bounds:
    """Lower bounds by place and moves left, and the items that can still matter from a place on.

    A bound counts no items: some may be gained before. It is therefore never too high.
    """

    def __init__(self, network: Network, query: Query, moves: dict[str, list[OpenMove]]) -> None:
        goals = {place: _ARRIVED for place in query.goals if place in network.places}
        self._by_moves_left: list[dict[str, Four]] = [goals]
        for _ in range(query.moves_at_most):
            self._by_moves_left.append(_one_move_back(self._by_moves_left[-1], moves))
        self.useful = _useful_items(moves, self._by_moves_left[-1], query.moves_at_most)

    def reaches(self, place: str, moves_left: int) -> bool:
        """Whether a goal lies within so many moves of a place."""
        return place in self._by_moves_left[moves_left]

    def rest_at_least(self, place: str, moves_left: int) -> Four:
        """The least the way from a place to a goal costs, criterion by criterion."""
        return self._by_moves_left[moves_left].get(place, _NOWHERE)


def _one_move_back(ahead: dict[str, Four], moves: dict[str, list[OpenMove]]) -> dict[str, Four]:
    bounds = dict(ahead)
    for start, outgoing in moves.items():
        best = bounds.get(start, _NOWHERE)
        for move in outgoing:
            rest = ahead.get(move.to)
            if rest is not None:
                months = move.stay_months + move.months_to_enter
                best = (
                    min(best[0], rest[0] + months),
                    min(best[1], rest[1]),
                    min(best[2], rest[2] + months * move.forgone_per_month),
                    min(best[3], rest[3] + move.untrodden),
                )
        if best is not _NOWHERE:
            bounds[start] = best
    return bounds


def _useful_items(moves: dict[str, list[OpenMove]], reaching: dict[str, Four], rounds: int) -> dict[str, int]:
    useful = dict.fromkeys(reaching, 0)
    for _ in range(rounds):
        useful = {place: _gained_ahead(moves.get(place, []), useful) for place in useful}
    return useful


def _gained_ahead(outgoing: list[OpenMove], useful: dict[str, int]) -> int:
    ahead = (move.bits | useful[move.to] for move in outgoing if move.to in useful)
    return reduce(or_, ahead, 0)
