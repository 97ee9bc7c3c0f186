"""The network a search walks: places, moves between them, and the things to be gained on the way.

Nothing here knows what a place or a thing is; a service maps roles, ladders and training into it.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from groundfloor.model.facts import Record

Criterion = Literal["months", "money", "pay_forgone", "untrodden"]
CRITERIA: tuple[Criterion, ...] = ("months", "money", "pay_forgone", "untrodden")
"""What a route costs; less is better in each, and none is ever negative."""

MOVES_AT_MOST = 8


class Costs(NamedTuple):
    """What a route costs by each criterion of :data:`CRITERIA`."""

    months: float
    money: float
    pay_forgone: float
    untrodden: float


class Place(Record, frozen=True, kw_only=True):
    """A node. Places of one ``shape`` are the same thing elsewhere; those of one ``area`` lie beside each other."""

    id: str
    pay_per_month: float
    shape: str
    area: str = ""


class Item(Record, frozen=True, kw_only=True):
    """A thing gained on a move, once. ``months_beside`` runs beside the stay, ``months_apart`` comes on top of it."""

    id: str
    months_beside: float = 0.0
    months_apart: float = 0.0
    money: float = 0.0

    @property
    def is_costly(self) -> bool:
        """Whether gaining it can cost anything at all."""
        return self.takes_time or bool(self.money)

    @property
    def takes_time(self) -> bool:
        """Whether gaining it can take months."""
        return bool(self.months_beside or self.months_apart)


class Move(Record, frozen=True, kw_only=True):
    """A directed edge: the stay at its start that it asks, how untrodden it is, and the items gained for it.

    ``months_to_enter`` come on top of the stay, and no stay already behind a person shortens them.
    """

    id: str
    start: str
    to: str
    months_at_start: float
    untrodden: float
    items: tuple[str, ...] = ()
    months_to_enter: float = 0.0


class Gain(NamedTuple):
    """What gaining an item on a move can cost; ``bit`` marks the item as gained."""

    bit: int
    months_beside: float
    months_apart: float
    money: float


class Network:
    """Places, moves and items, moves in order of id, so that the same data give the same answers.

    ``gains`` holds what each move's items can cost, those that cost nothing left out, and ``gained`` their bits
    together; ``bits`` marks every costly item, ``slow_bits`` those that take time, and ``prices`` says by bit what
    money an item costs.

    Args:
        places: every place a move names.
        moves: every move.
        items: every item a move names.

    Example:
        >>> agent, lead = (Place(id=name, pay_per_month=1, shape=name) for name in ("agent", "lead"))
        >>> step = Move(id="up", start="agent", to="lead", months_at_start=12, untrodden=0)
        >>> Network([agent, lead], [step], []).moves_from["agent"][0].to
        'lead'
    """

    def __init__(self, places: Iterable[Place], moves: Iterable[Move], items: Iterable[Item]) -> None:
        self.places: Mapping[str, Place] = {place.id: place for place in places}
        self.items: Mapping[str, Item] = {item.id: item for item in items}
        self.moves: Mapping[str, Move] = {move.id: move for move in sorted(moves, key=lambda move: move.id)}
        self.moves_from: dict[str, list[Move]] = {place: [] for place in self.places}
        self.moves_to: dict[str, list[Move]] = {place: [] for place in self.places}
        costly = sorted(item.id for item in self.items.values() if item.is_costly)
        self.bits: dict[str, int] = {name: 1 << at for at, name in enumerate(costly)}
        self.slow_bits = sum(bit for name, bit in self.bits.items() if self.items[name].takes_time)
        self.prices: dict[int, float] = {bit: self.items[name].money for name, bit in self.bits.items()}
        self.gains: dict[str, tuple[Gain, ...]] = {}
        self.gained: dict[str, int] = {}
        for move in self.moves.values():
            self.moves_from[move.start].append(move)
            self.moves_to[move.to].append(move)
            self.gains[move.id] = tuple(self._gain(name) for name in sorted(set(move.items)) if name in self.bits)
            self.gained[move.id] = sum(gain.bit for gain in self.gains[move.id])

    def _gain(self, name: str) -> Gain:
        item = self.items[name]
        return Gain(self.bits[name], item.months_beside, item.months_apart, item.money)


class Query(Record, frozen=True, kw_only=True):
    """What is asked of the search.

    Attributes:
        starts: where a route may begin.
        goals: where it may end.
        months_served: stay already behind the person, by place.
        stay_at_least: the least stay at a place come to on the way, whatever is already served.
        items_held: items the person already has.
        pay_at_goal_per_month: the pay that pay forgone is counted against.
        ceilings: the most a route may cost, by criterion.
        closed: ids of the moves that a named condition closes.
        closed_starts: starts that a named condition closes.
        changes_allowed: how often a route may change area, even where another need not.
        moves_at_most: length of the longest route considered.
    """

    starts: tuple[str, ...]
    goals: frozenset[str]
    months_served: dict[str, float] = {}  # noqa: RUF012 - msgspec copies mutable defaults
    stay_at_least: float = 0.0
    items_held: frozenset[str] = frozenset()
    pay_at_goal_per_month: float = 0.0
    ceilings: dict[Criterion, float] = {}  # noqa: RUF012
    closed: dict[str, frozenset[str]] = {}  # noqa: RUF012
    closed_starts: dict[str, frozenset[str]] = {}  # noqa: RUF012
    changes_allowed: int = 1
    moves_at_most: int = MOVES_AT_MOST

    @property
    def open_starts(self) -> tuple[str, ...]:
        """The starts that no condition closes, in order."""
        closed = frozenset().union(*self.closed_starts.values())
        return tuple(sorted(set(self.starts) - closed))


class Route(Record, frozen=True, kw_only=True):
    """A chain of moves and what it costs in all."""

    start: str
    moves: tuple[str, ...]
    places: tuple[str, ...]
    costs: Costs
