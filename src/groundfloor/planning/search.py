"""Label-setting search for all Pareto-best routes, in rounds of one move each.

A label is a way to stand at a place: what it has cost so far and which costly items it has gained. A label is dropped
when another at the same place costs no more by any criterion and has gained every item that can still save something,
or when even the best imaginable rest of the way could not beat a route already found. Rounds bound the number of
moves; a label of an earlier round may beat one of a later round, never the other way about.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from groundfloor.planning.bounds import Bounds, Four, OpenMove, open_moves
from groundfloor.planning.network import CRITERIA, Costs, Network, Query, Route


class _Label(NamedTuple):
    costs: Four
    gained: int
    places: tuple[str, ...]
    moves: tuple[str, ...]


def search_routes(network: Network, query: Query) -> list[Route]:
    """Finds one route for every Pareto-best outcome from any start to any goal.

    Args:
        network: places, moves, items.
        query: starts, goals, what is held, ceilings and closed moves.

    Returns:
        Routes that no other beats by all of months, money, pay forgone and untroddenness, in the order of
        :data:`~groundfloor.planning.network.CRITERIA`. Routes that visit a place twice are not considered. Empty
        when no route keeps to the query; a start that is itself a goal gives no route.

    Example:
        >>> from groundfloor.planning.network import Move, Place
        >>> places = [Place(id=name, pay_per_month=1, shape=name) for name in ("agent", "lead", "manager")]
        >>> steps = [Move(id=f"{a}>{b}", start=a, to=b, months_at_start=12, untrodden=0)
        ...          for a, b in (("agent", "lead"), ("lead", "manager"))]
        >>> query = Query(starts=("agent",), goals=frozenset({"manager"}))
        >>> search_routes(Network(places, steps, []), query)[0].costs.months
        24.0
    """
    return _Search(network, query).run()


class _Search:
    def __init__(self, network: Network, query: Query) -> None:
        self.query = query
        self.moves = open_moves(network, query)
        self.bounds = Bounds(network, query, self.moves)
        self.ceilings = tuple(query.ceilings.get(name, float("inf")) for name in CRITERIA)
        self.fronts: dict[str, list[tuple[Four, int]]] = {}
        self.arrived: list[_Label] = []

    def run(self) -> list[Route]:
        starts = [start for start in self.query.open_starts if start not in self.query.goals]
        layer = [_Label((0.0, 0.0, 0.0, 0.0), 0, (start,), ()) for start in starts]
        for moves_left in range(self.query.moves_at_most - 1, -1, -1):
            layer = [label for label in sorted(self._extend(layer, moves_left)) if self._admit(label, moves_left)]
        return [
            Route(start=label.places[0], moves=label.moves, places=label.places, costs=Costs(*label.costs))
            for label in sorted(_pareto(self.arrived))
        ]

    def _extend(self, layer: Iterable[_Label], moves_left: int) -> Iterator[_Label]:
        for label in layer:
            for move in self.moves.get(label.places[-1], ()):
                if self.bounds.reaches(move.to, moves_left) and move.to not in label.places:
                    yield _walk(label, move)

    def _admit(self, label: _Label, moves_left: int) -> bool:
        place = label.places[-1]
        hoped = _add(label.costs, self.bounds.rest_at_least(place, moves_left))
        over = any(cost > ceiling for cost, ceiling in zip(hoped, self.ceilings, strict=True))
        if over or any(_no_worse(other.costs, hoped) for other in self.arrived):
            return False
        if place in self.query.goals:
            self.arrived.append(label)
            return False
        front = self.fronts.setdefault(place, [])
        still_saves = label.gained & self.bounds.useful[place]
        if any(_no_worse(costs, label.costs) and not still_saves & ~gained for costs, gained in front):
            return False
        front.append((label.costs, label.gained))
        return True


def _walk(label: _Label, move: OpenMove) -> _Label:
    beside, apart, money = move.stay_months, move.months_to_enter, 0.0
    for item in move.items:
        if not label.gained & item.bit:
            beside = max(beside, item.months_beside)
            apart += item.months_apart
            money += item.money
    months = beside + apart
    return _Label(
        costs=_add(label.costs, (months, money, months * move.forgone_per_month, move.untrodden)),
        gained=label.gained | move.bits,
        places=(*label.places, move.to),
        moves=(*label.moves, move.id),
    )


def _add(one: Four, other: Four) -> Four:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3])


def _no_worse(one: Four, other: Four) -> bool:
    return one[0] <= other[0] and one[1] <= other[1] and one[2] <= other[2] and one[3] <= other[3]


def _pareto(labels: list[_Label]) -> list[_Label]:
    return [
        label
        for label in labels
        if not any(other is not label and _no_worse(other.costs, label.costs) for other in labels)
    ]
