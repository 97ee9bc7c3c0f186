"""Draws small networks from one line, and tells routes in one line, so that expectations can be read aloud."""

import re

from groundfloor.planning.network import Item, Move, Network, Place, Query, Route

_MOVE = re.compile(r"(?P<start>\w+) (?P<months>\d+)(?P<untrodden>~*)> (?P<to>\w+)(?: with (?P<items>[\w,]+))?")
_UNTRODDEN = {"": 0, "~": 1, "~~": 3}


def sketch(moves: str, *, pay: dict[str, float] | None = None, items: tuple[Item, ...] = ()) -> Network:
    """``agent 12> lead with badge; lead 18~> manager``: months at the start, ``~`` possible, ``~~`` rare."""
    parsed = [match for line in moves.split(";") if (match := _MOVE.fullmatch(" ".join(line.split())))]
    assert len(parsed) == moves.count(";") + 1, moves
    names = {name for match in parsed for name in (match["start"], match["to"])}
    places = [
        Place(id=name, pay_per_month=(pay or {}).get(name, 0), shape=name.split("_")[0]) for name in sorted(names)
    ]
    return Network(places, [_move(match) for match in parsed], items)


def _move(match: re.Match[str]) -> Move:
    return Move(
        id=f"{match['start']}>{match['to']}",
        start=match["start"],
        to=match["to"],
        months_at_start=int(match["months"]),
        untrodden=_UNTRODDEN[match["untrodden"]],
        items=tuple((match["items"] or "").split(",")) if match["items"] else (),
    )


def ask(start: str, goal: str, **conditions: object) -> Query:
    return Query(starts=tuple(start.split()), goals=frozenset(goal.split()), **conditions)  # type: ignore[arg-type]


def tell(route: Route) -> str:
    """``agent > lead > manager: 30 months, 500 money, 1200 forgone, 1 untrodden``, noughts left out."""
    costs = route.costs
    named = ((costs.money, "money"), (costs.pay_forgone, "forgone"), (costs.untrodden, "untrodden"))
    extras = "".join(f", {amount:g} {name}" for amount, name in named if amount)
    return f"{' > '.join(route.places)}: {costs.months:g} months{extras}"
