"""From Pareto-best routes to the few worth showing: each is labelled or flagged with a reason, and removed last."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace

from groundfloor.model.facts import Record
from groundfloor.planning.network import Costs, Network, Route

RouteLabel = Literal["fastest", "cheapest", "best_paid", "best_trodden"]
ROUTE_LABELS: tuple[RouteLabel, ...] = ("fastest", "cheapest", "best_paid", "best_trodden")
DropReason = Literal[
    "changes_area_again",
    "takes_far_longer",
    "same_steps_elsewhere",
    "nearly_the_same",
    "more_steps_for_little",
    "beyond_the_first",
]

ROUTES_SHOWN = 5
CHANGES_ALLOWED = 1
"""How often a route may change area, even where another need not at all."""
FAR_LONGER, FAR_LONGER_MONTHS = 2.0, 36.0
"""A route is no advice that takes more than so many times as long as the fastest, and so many months more."""
MOVES_SHARED = 0.5
COSTS_APART, UNTRODDEN_APART = 0.15, 1.0
MONEY_APART = 50.0
"""What a cheaper way has to save at the least to be called so."""


class Option(Record, frozen=True, kw_only=True):
    """A route with its labels; ``dropped`` says why it is not shown, ``like`` which shown route stands for it."""

    route: Route
    labels: tuple[RouteLabel, ...] = ()
    dropped: DropReason | None = None
    like: int | None = None


Options = list[Option]


def choose_options(
    network: Network,
    routes: Sequence[Route],
    *,
    shown_at_most: int = ROUTES_SHOWN,
    changes_allowed: int = CHANGES_ALLOWED,
) -> Options:
    """Labels the best by each criterion and flags what need not be shown.

    Args:
        network: gives the shape and the area of each place.
        routes: Pareto-best routes, as the search returns them.
        shown_at_most: how many stay; labelled routes always stay.
        changes_allowed: as for :func:`keep_straight`.

    Returns:
        Every route, labelled ones first, then by months; those with ``dropped`` None are to be shown. ``like`` is
        the position in this list of the route that stands for a dropped one. What is no advice bears no label.
    """
    straight = keep_straight(network, routes, changes_allowed)
    advised = _keep_near(straight)
    options = sorted(_label([Option(route=route) for route in advised]), key=_rank)
    for flag in (_flag_same_steps, _flag_nearly_same, _flag_more_steps):
        options = flag(network, options)
    return [
        *_flag_beyond(options, shown_at_most),
        *_drop(straight, advised, "takes_far_longer"),
        *_drop(routes, straight, "changes_area_again"),
    ]


def keep_straight(network: Network, routes: Sequence[Route], changes_allowed: int = CHANGES_ALLOWED) -> list[Route]:
    """The routes that do not change area again and again where another of them needs fewer changes.

    One change is a way like any other; a second one only for the sake of a quicker place on paper is no advice.
    """
    changes = [_count_changes(network, route) for route in routes]
    allowed = max(changes_allowed, min(changes, default=0))
    return [route for route, count in zip(routes, changes, strict=True) if count <= allowed]


def _count_changes(network: Network, route: Route) -> int:
    areas = [network.places[place].area for place in route.places]
    return sum(before != after for before, after in pairwise(areas))


def _keep_near(routes: Sequence[Route]) -> list[Route]:
    fastest = min((route.costs.months for route in routes), default=0.0)
    return [route for route in routes if not is_far_longer(route.costs.months, fastest)]


def is_far_longer(months: float, fastest: float) -> bool:
    """Whether a way takes so much longer than the fastest that it is no advice."""
    return months > max(fastest * FAR_LONGER, fastest + FAR_LONGER_MONTHS)


def _drop(routes: Sequence[Route], kept: Sequence[Route], reason: DropReason) -> Options:
    dropped = sorted((route for route in routes if route not in kept), key=lambda route: (route.costs, route.places))
    return [Option(route=route, dropped=reason, like=0) for route in dropped]


def choose_goals(network: Network, routes: Sequence[Route], *, shown_at_most: int = ROUTES_SHOWN) -> Options:
    """Flags, of routes to different goals, what need not be shown: goals that are the same thing elsewhere.

    Args:
        network: gives the shape of each place.
        routes: one to each goal, the worthiest goal first; it bears the label ``best_paid``.
        shown_at_most: how many stay; labelled routes always stay.
    """

    def same_goal(one: Route, other: Route) -> bool:
        return network.places[one.places[-1]].shape == network.places[other.places[-1]].shape

    straight = keep_straight(network, routes)
    months = [route.costs.months for route in straight]
    bearers: dict[RouteLabel, int] = {"fastest": months.index(min(months)), "best_paid": 0}
    options = [
        Option(route=route, labels=tuple(label for label, bearer in bearers.items() if bearer == at))
        for at, route in enumerate(straight)
    ]
    options = _flag_beyond(_flag_like(options, same_goal, "same_steps_elsewhere"), shown_at_most)
    return [*options, *_drop(routes, straight, "changes_area_again")]


def _rank(option: Option) -> tuple[bool, float, tuple[str, ...]]:
    return (not option.labels, option.route.costs.months, option.route.places)


_BEST_FIRST: dict[RouteLabel, Callable[[Costs], tuple[float, ...]]] = {
    "fastest": lambda costs: (costs.months, costs.untrodden, costs.money, costs.pay_forgone),
    "cheapest": lambda costs: (costs.money, costs.months, costs.untrodden, costs.pay_forgone),
    "best_paid": lambda costs: (costs.pay_forgone, costs.months, costs.untrodden, costs.money),
    "best_trodden": lambda costs: (costs.untrodden, costs.months, costs.money, costs.pay_forgone),
}


def _label(options: Options) -> Options:
    least = min((option.route.costs.money for option in options), default=0.0)
    saved_from = max(least * (1 + COSTS_APART), least + MONEY_APART)
    labels: dict[int, list[RouteLabel]] = {}
    for name, order in _BEST_FIRST.items():
        # A little money is not worth a longer way: of the cheap the quickest is the cheapest.
        costs = (option.route.costs for option in options)
        near = [cost._replace(money=least) if cost.money <= saved_from else cost for cost in costs]
        keys = [(order(cost), option.route.places) for cost, option in zip(near, options, strict=True)]
        if keys:
            labels.setdefault(keys.index(min(keys)), []).append(name)
    return [replace(option, labels=tuple(labels.get(at, ()))) for at, option in enumerate(options)]


def _flag_same_steps(network: Network, options: Options) -> Options:
    def same_steps(one: Route, other: Route) -> bool:
        return [network.places[place].shape for place in one.places] == [
            network.places[place].shape for place in other.places
        ]

    return _flag_like(options, same_steps, "same_steps_elsewhere")


def _flag_nearly_same(_network: Network, options: Options) -> Options:
    def nearly_same(kept: Route, other: Route) -> bool:
        shared = len(set(kept.moves) & set(other.moves)) / max(len(kept.moves), len(other.moves))
        return shared >= MOVES_SHARED and _hardly_worse(kept.costs, other.costs)

    return _flag_like(options, nearly_same, "nearly_the_same")


def _flag_more_steps(_network: Network, options: Options) -> Options:
    def fewer_steps(kept: Route, other: Route) -> bool:
        return len(kept.moves) < len(other.moves) and _hardly_worse(kept.costs, other.costs)

    return _flag_like(options, fewer_steps, "more_steps_for_little")


def _hardly_worse(kept: Costs, other: Costs) -> bool:
    """Whether the kept route is at most a little worse by every criterion."""
    *amounts, untrodden = zip(kept, other, strict=True)
    little = all(mine <= theirs * (1 + COSTS_APART) for mine, theirs in amounts)
    return little and untrodden[0] <= untrodden[1] + UNTRODDEN_APART


def _flag_like(options: Options, alike: Callable[[Route, Route], bool], reason: DropReason) -> Options:
    flagged: Options = []
    for option in options:
        twins = (at for at, kept in enumerate(flagged) if kept.dropped is None and alike(kept.route, option.route))
        twin = None if option.labels or option.dropped else next(twins, None)
        flagged.append(option if twin is None else replace(option, dropped=reason, like=twin))
    return flagged


def _flag_beyond(options: Options, shown_at_most: int) -> Options:
    flagged: Options = []
    shown = 0
    for option in options:
        shown += option.dropped is None
        beyond = option.dropped is None and not option.labels and shown > shown_at_most
        flagged.append(replace(option, dropped="beyond_the_first") if beyond else option)
    return flagged
