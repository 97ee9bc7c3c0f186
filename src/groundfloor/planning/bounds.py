"""What lies ahead of a place on its ways to a goal, found once per query by walking back from the goals."""

from collections.abc import Iterable
from typing import NamedTuple

from groundfloor.planning.network import Gain, Move, Network, Query

Rest = tuple[float, float, float, int, int]
"""Of all ways from a place to a goal: the least months, pay forgone and untroddenness, each for itself and without
items; the items that every way asks for; and the items that some way asks for."""

_ARRIVED: Rest = (0.0, 0.0, 0.0, 0, 0)


class OpenMove(NamedTuple):
    """A move as this person would make it, with the stay still to be served.

    ``taken`` keeps the months and money that it takes of somebody who lacks some of its items, once counted.
    """

    id: str
    start: str
    to: str
    stay_months: float
    months_to_enter: float
    forgone_per_month: float
    untrodden: float
    gains: tuple[Gain, ...]
    bits: int
    taken: dict[int, tuple[float, float]]


class Ahead:
    """The moves on some way from a start to a goal, and what lies ahead of each place.

    ``moves`` are by start. ``rests`` are by moves left and place; places from which no goal lies within so many moves,
    or to which no start leads in the moves walked before, are left out. No bound is ever too high.
    """

    def __init__(self, network: Network, query: Query) -> None:
        self._network, self._query = network, query
        self._closed: frozenset[str] = frozenset().union(*query.closed.values())
        self._walked = self._count_moves_from_starts()
        self._into: dict[str, list[OpenMove]] = {}
        self.moves: dict[str, list[OpenMove]] = {}
        self.rests: list[dict[str, Rest]] = [dict.fromkeys(query.goals & network.places.keys(), _ARRIVED)]
        fresh: Iterable[str] = sorted(self.rests[0])
        for moves_left in range(1, query.moves_at_most + 1):
            fresh = self._go_back(fresh, query.moves_at_most - moves_left)

    def _count_moves_from_starts(self) -> dict[str, int]:
        """The fewest moves to each place on a way; a way ends at the first goal."""
        counted = dict.fromkeys(self._query.open_starts, 0)
        fresh: Iterable[str] = tuple(counted)
        for count in range(1, self._query.moves_at_most):
            reached = {
                move.to: count
                for place in fresh
                for move in self._network.moves_from.get(place, ())
                if move.to not in counted and move.to not in self._query.goals and move.id not in self._closed
            }
            counted |= reached
            fresh = reached
        return {place: count for place, count in counted.items() if place not in self._query.goals}

    def _go_back(self, fresh: Iterable[str], walked_at_most: int) -> Iterable[str]:
        """What lies ahead with one move more; only what changed last can change what lies before it."""
        ahead = self.rests[-1]
        rests = dict(ahead)
        changed: dict[str, None] = {}
        for place in fresh:
            months, forgone, untrodden, needed, useful = ahead[place]
            for move in self._open_moves_to(place, walked_at_most):
                start, known = move.start, rests.get(move.start)
                if self._walked[start] > walked_at_most:
                    continue
                stay = move.stay_months + move.months_to_enter
                rest = (
                    months + stay,
                    forgone + stay * move.forgone_per_month,
                    untrodden + move.untrodden,
                    needed | move.bits,
                    useful | move.bits,
                )
                if known:
                    rest = _either(known, rest)
                if rest != known:
                    rests[start] = rest
                    changed[start] = None
        self.rests.append(rests)
        return changed

    def _open_moves_to(self, place: str, walked_at_most: int) -> list[OpenMove]:
        if place not in self._into:
            moves = (move for move in self._network.moves_to[place] if move.id not in self._closed)
            far = walked_at_most + 1
            self._into[place] = [
                self._open(move) for move in moves if self._walked.get(move.start, far) <= walked_at_most
            ]
            for move in self._into[place]:
                self.moves.setdefault(move.start, []).append(move)
        return self._into[place]

    def _open(self, move: Move) -> OpenMove:
        pay_per_month = self._network.places[move.start].pay_per_month
        return OpenMove(
            move.id,
            move.start,
            move.to,
            _still_to_stay(move, self._query),
            move.months_to_enter,
            max(0.0, self._query.pay_at_goal_per_month - pay_per_month),
            move.untrodden,
            self._network.gains[move.id],
            self._network.gained[move.id],
            {},
        )


def _still_to_stay(move: Move, query: Query) -> float:
    least = 0.0 if move.start in query.starts else min(query.stay_at_least, move.months_at_start)
    return max(least, float(move.months_at_start) - query.months_served.get(move.start, 0.0))


def _either(one: Rest, other: Rest) -> Rest:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        min(one[2], other[2]),
        one[3] & other[3],
        one[4] | other[4],
    )
