"""Label-setting search for all Pareto-best routes, in rounds of one move each.

A label is a way to stand at a place: what it has cost so far and which costly items are held by then. A label is
dropped when another at the same place costs no more by any criterion, with the price of the items that it lacks and
that can still be asked for, or when even the best imaginable rest of the way could not come up to a route already
found. Rounds bound the number of moves; a label of an earlier round may beat one of a later round, never the other way
about.

The rounds are walked twice: first at a glance, following only the few most hopeful labels, for some good routes to
measure by; then thoroughly, when most labels fall behind those at once.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from operator import mul

from groundfloor.planning.bounds import Ahead, OpenMove, Rest
from groundfloor.planning.network import CRITERIA, Costs, Network, Query, Route

Four = tuple[float, float, float, float]
"""An amount by each criterion."""
_Label = tuple[Four, int, tuple[str, ...], tuple[str, ...]]
"""What a way has cost, the costly items held at its end, its places and its moves: in the order labels are taken."""

_AT_A_GLANCE = 2
"""How many labels of a round are followed at a glance for each of :data:`_EMPHASES`: enough to find good routes."""
_EMPHASES: tuple[Four, ...] = ((1, 1, 1, 1), (8, 1, 1, 1), (1, 8, 1, 1), (1, 1, 8, 1), (1, 1, 1, 8))
"""How much each criterion weighs where all matter the same, or one most."""
_ROUNDING = 1e-6
"""What the same amounts, added up in another order, may come to more."""


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
    search = _Search(network, query)
    at_a_glance = search.walk(at_a_glance=True)
    return [
        Route(start=places[0], moves=moves, places=places, costs=Costs(*costs))
        for costs, _, places, moves in _pareto([*search.walk(), *at_a_glance])
    ]


class _Prices(dict[int, float]):
    """Money that the items of a set cost together, counted once for each set."""

    def __init__(self, network: Network) -> None:
        super().__init__({0: 0.0})
        self._of_one = network.prices

    def __missing__(self, items: int) -> float:
        one = items & -items
        price = self[items] = self._of_one[one] + self[items ^ one]
        return price


class _Search:
    def __init__(self, network: Network, query: Query) -> None:
        self.query = query
        self.ahead = Ahead(network, query)
        self.held = sum(network.bits.get(name, 0) for name in query.items_held)
        self.prices = _Prices(network)
        self.slow_bits = network.slow_bits
        self.ceilings = tuple(query.ceilings.get(name, float("inf")) + _ROUNDING for name in CRITERIA)
        self.ends: list[Four] = []

    def walk(self, *, at_a_glance: bool = False) -> list[_Label]:
        """Ways that end at a goal, in the order found; every Pareto-best one is among them or was found before."""
        arrived: list[_Label] = []
        fronts: dict[str, list[tuple[Four, int]]] = {}
        layer: list[_Label] = [((0.0, 0.0, 0.0, 0.0), self.held, (start,), ()) for start in self.query.open_starts]
        for rests in self.ahead.rests[-2::-1]:
            hopeful = list(self._extend(layer, rests))
            labels = sorted(label for _, label in (_choose_most_hopeful(hopeful) if at_a_glance else hopeful))
            layer = []
            for label in labels:
                costs, gained, places, _ = label
                place = places[-1]
                if place in self.query.goals:
                    arrived.append(label)
                    insort(self.ends, costs)
                elif not self._is_dominated(costs, gained & rests[place][-1], fronts.setdefault(place, [])):
                    fronts[place].append((costs, gained))
                    layer.append(label)
        return arrived

    def _extend(self, layer: Iterable[_Label], rests: Mapping[str, Rest]) -> Iterator[tuple[Four, _Label]]:
        """Labels one move on, each with the least that the whole way may come to, where that is worth going for."""
        for (months, money, forgone, untrodden), gained, places, moves in layer:
            for move in self.ahead.moves.get(places[-1], ()):
                rest = rests.get(move.to)
                if rest is None or move.to in places:
                    continue
                missing = move.bits & ~gained
                taken = move.taken.get(missing)
                if taken is None:
                    taken = move.taken[missing] = _take(move, missing)
                stay, paid = taken
                walked = (
                    months + stay,
                    money + paid,
                    forgone + stay * move.forgone_per_month,
                    untrodden + move.untrodden,
                )
                having = gained | missing
                hoped = (
                    walked[0] + rest[0],
                    walked[1] + self.prices[rest[3] & ~having],
                    walked[2] + rest[1],
                    walked[3] + rest[2],
                )
                if self._is_allowed(hoped) and not _is_beaten(hoped, self.ends):
                    yield hoped, (walked, having, (*places, move.to), (*moves, move.id))

    def _is_allowed(self, hoped: Four) -> bool:
        return not self.query.ceilings or all(amount <= most for amount, most in zip(hoped, self.ceilings, strict=True))

    def _is_dominated(self, costs: Four, still_saves: int, front: Iterable[tuple[Four, int]]) -> bool:
        """Whether another way to the same place costs no more, even if all must be paid there that is saved here."""
        months, money, forgone, untrodden = costs
        for (a, b, c, d), gained in front:
            if a <= months and b <= money and c <= forgone and d <= untrodden:
                missing = still_saves & ~gained
                if not missing or (not missing & self.slow_bits and b + self.prices[missing] <= money):
                    return True
        return False


def _take(move: OpenMove, missing: int) -> tuple[float, float]:
    """Months and money that a move takes of somebody who lacks these of its items."""
    beside, apart, money = move.stay_months, move.months_to_enter, 0.0
    for bit, months_beside, months_apart, price in move.gains:
        if missing & bit:
            beside = max(beside, months_beside)
            apart += months_apart
            money += price
    return beside + apart, money


def _choose_most_hopeful(hopeful: Sequence[tuple[Four, _Label]]) -> set[tuple[Four, _Label]]:
    """The few labels of a round that promise most, whichever criterion matters."""
    least = [min(amounts) or 1.0 for amounts in zip(*(hoped for hoped, _ in hopeful), strict=True)]
    chosen: set[tuple[Four, _Label]] = set()
    for emphasis in _EMPHASES if hopeful else ():
        weights = [weight / amount for weight, amount in zip(emphasis, least, strict=True)]
        chosen.update(nsmallest(_AT_A_GLANCE, hopeful, key=partial(_weigh, weights)))
    return chosen


def _weigh(weights: Sequence[float], one: tuple[Four, _Label]) -> float:
    return float(sum(map(mul, weights, one[0])))


def _is_beaten(hoped: Four, ends: Iterable[Four]) -> bool:
    """Whether a route already found costs less by some criterion and more by none; the quickest come first."""
    months, money, forgone, untrodden = hoped
    for end in ends:
        a, b, c, d = end
        if a > months:
            break
        if d <= untrodden and b <= money and c <= forgone and end != hoped:
            return True
    return False


def _pareto(labels: Iterable[_Label]) -> list[_Label]:
    """The labels that no other beats, in order of costs; of some that cost the same, the first."""
    first: dict[Four, _Label] = {}
    for label in labels:
        first.setdefault(label[0], label)
    front: list[Four] = []
    for costs in sorted(first):
        if not _is_beaten(costs, front):
            front.append(costs)
    return [first[costs] for costs in front]
