"""Label-setting search for all Pareto-best routes, in rounds of one move each.

A label is a way to stand at a place: what it has cost so far and which costly items it has gained. A label is dropped
when another at the same place costs no more by any criterion, with the price of the items that it lacks and that can
still be asked for, or when even the best imaginable rest of the way could not beat a route already found. Rounds bound
the number of moves; a label of an earlier round may beat one of a later round, never the other way about.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping

from groundfloor.planning.bounds import Bounds, Four, OpenMove, open_moves
from groundfloor.planning.network import CRITERIA, Costs, Network, Query, Route

_Label = tuple[Four, int, tuple[str, ...], tuple[str, ...]]
"""What a way has cost, the costly items gained on it, its places and its moves: in the order labels are taken."""


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


class _Worth:
    """What having gained some items can save at most, counted once for each set of them."""

    def __init__(self, network: Network) -> None:
        self._prices, self._slow_bits = network.prices, network.slow_bits
        self._known: dict[int, float] = {}

    def at_most(self, items: int) -> float:
        """Money that the items can save; beyond all measure where one of them saves time as well."""
        if items & self._slow_bits:
            return float("inf")
        if items not in self._known:
            rest, worth = items, 0.0
            while rest:
                bit = rest & -rest
                worth += self._prices[bit]
                rest ^= bit
            self._known[items] = worth
        return self._known[items]


class _Search:
    def __init__(self, network: Network, query: Query) -> None:
        self.query = query
        self.worth = _Worth(network)
        self.moves = open_moves(network, query)
        self.bounds = Bounds(query, self.moves)
        self.ceilings = tuple(query.ceilings.get(name, float("inf")) for name in CRITERIA)
        self.fronts: dict[str, list[tuple[Four, int]]] = {}
        self.arrived: list[_Label] = []
        self.ends: list[Four] = []
        self.takes: dict[tuple[str, int], tuple[float, float]] = {}

    def run(self) -> list[Route]:
        starts = [start for start in self.query.open_starts if start not in self.query.goals]
        layer: list[_Label] = [((0.0, 0.0, 0.0, 0.0), 0, (start,), ()) for start in starts]
        for moves_left in range(self.query.moves_at_most - 1, -1, -1):
            rest = self.bounds.rest_at_least(moves_left)
            layer = [label for label in sorted(self._extend(layer, rest)) if self._admit(label, rest)]
        return [
            Route(start=places[0], moves=moves, places=places, costs=Costs(*costs))
            for costs, _, places, moves in sorted(_pareto(self.arrived))
        ]

    def _extend(self, layer: Iterable[_Label], rest: Mapping[str, Four]) -> Iterator[_Label]:
        for costs, gained, places, moves in layer:
            for move in self.moves.get(places[-1], ()):
                ahead = rest.get(move.to)
                if ahead is None or move.to in places:
                    continue
                walked = self._walk(costs, gained, move)
                if self._is_worth_going(_add(walked, ahead)):
                    yield walked, gained | move.bits, (*places, move.to), (*moves, move.id)

    def _walk(self, costs: Four, gained: int, move: OpenMove) -> Four:
        missing = move.bits & ~gained
        key = (move.id, missing)
        taken = self.takes.get(key)
        if taken is None:
            taken = self.takes[key] = _take(move, missing)
        months, money = taken
        return (
            costs[0] + months,
            costs[1] + money,
            costs[2] + months * move.forgone_per_month,
            costs[3] + move.untrodden,
        )

    def _is_worth_going(self, hoped: Four) -> bool:
        """Whether a way of which no better can be hoped for keeps to the ceilings and is not beaten already."""
        months, money, forgone, untrodden = hoped
        most_months, most_money, most_forgone, most_untrodden = self.ceilings
        if months > most_months or money > most_money or forgone > most_forgone or untrodden > most_untrodden:
            return False
        return not _is_beaten(hoped, self.ends)

    def _admit(self, label: _Label, rest: Mapping[str, Four]) -> bool:
        costs, gained, places, _ = label
        place = places[-1]
        if _is_beaten(_add(costs, rest[place]), self.ends):
            return False
        if place in self.query.goals:
            self.arrived.append(label)
            insort(self.ends, costs)
            return False
        front = self.fronts.setdefault(place, [])
        if _is_dominated(costs, gained & self.bounds.useful[place], front, self.worth):
            return False
        front.append((costs, gained))
        return True


def _take(move: OpenMove, missing: int) -> tuple[float, float]:
    """Months and money that a move takes of somebody who lacks these of its items."""
    beside, apart, money = move.stay_months, move.months_to_enter, 0.0
    for bit, months_beside, months_apart, price in move.gains:
        if missing & bit:
            beside = max(beside, months_beside)
            apart += months_apart
            money += price
    return beside + apart, money


def _add(one: Four, other: Four) -> Four:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3])


def _is_beaten(hoped: Four, ends: Iterable[Four]) -> bool:
    """Whether a route already found costs no more than the best that can be hoped for; the quickest come first."""
    months, money, forgone, untrodden = hoped
    for a, b, c, d in ends:
        if a > months:
            break
        if b <= money and c <= forgone and d <= untrodden:
            return True
    return False


def _is_dominated(costs: Four, still_saves: int, front: Iterable[tuple[Four, int]], worth: _Worth) -> bool:
    """Whether another way to the same place costs no more, even if all must be paid there that is saved here."""
    months, money, forgone, untrodden = costs
    for (a, b, c, d), gained in front:
        if a <= months and b <= money and c <= forgone and d <= untrodden:
            missing = still_saves & ~gained
            if not missing or b + worth.at_most(missing) <= money:
                return True
    return False


def _pareto(labels: list[_Label]) -> list[_Label]:
    """The labels that no other beats; of some that cost the same, one."""
    return [
        label
        for label in labels
        if not any(other is not label and _is_beaten(label[0], (other[0],)) for other in labels)
    ]
