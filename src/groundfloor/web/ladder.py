"""Draws a route as a staircase: time runs to the right, rungs go up. The page tells the same in words beside it."""

from collections.abc import Sequence

from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import LEVELS, Level
from groundfloor.services.routes.records import PlannedRoute

WIDTH, MARGIN_LEFT, MARGIN_RIGHT = 360.0, 104.0, 18.0
TOP, RISE, FOOT = 20.0, 36.0, 34.0


class Mark(Record, frozen=True, kw_only=True):
    """A numbered point of the staircase: 0 is the start, then one for each step taken."""

    x: float
    y: float
    number: int


class Rung(Record, frozen=True, kw_only=True):
    """A level with its height in the drawing."""

    name: str
    y: float


class Tick(Record, frozen=True, kw_only=True):
    """A year on the time axis."""

    text: str
    x: float


class Ladder(Record, frozen=True, kw_only=True):
    """A drawing in its own units; ``stairs`` and ``under`` are SVG path data."""

    width: float
    height: float
    left: float
    right: float
    floor: float
    stairs: str
    under: str
    marks: tuple[Mark, ...]
    rungs: tuple[Rung, ...]
    ticks: tuple[Tick, ...]


def draw_ladder(route: PlannedRoute, *, months_across: float, levels: Sequence[Level]) -> Ladder:
    """Draws one route.

    Args:
        route: with at least one step; each step runs for the middle of its months.
        months_across: what the width stands for, the same for all routes that are compared.
        levels: the rungs to show, lowest first, the same for all routes that are compared.
    """
    heights = {level: TOP + RISE * place for place, level in enumerate(reversed(levels))}
    floor = TOP + RISE * (len(levels) - 1)
    scale = (WIDTH - MARGIN_LEFT - MARGIN_RIGHT) / max(months_across, 1.0)
    x, y = MARGIN_LEFT, heights[route.start.level]
    marks, stairs = [Mark(x=x, y=y, number=0)], [f"M{x:.1f} {y:.1f}"]
    for step in route.steps:
        x += scale * (step.months_min + step.months_max) / 2
        y = heights[step.to.level]
        stairs.append(f"H{x:.1f}V{y:.1f}")
        marks.append(Mark(x=x, y=y, number=step.number))
    path = "".join(stairs)
    return Ladder(
        width=WIDTH,
        height=floor + FOOT,
        left=MARGIN_LEFT,
        right=WIDTH - MARGIN_RIGHT,
        floor=floor,
        stairs=path,
        under=f"{path}V{floor + 10:.1f}H{MARGIN_LEFT:.1f}Z",
        marks=_spread(marks),
        rungs=tuple(Rung(name=level.replace("_", " ").capitalize(), y=height) for level, height in heights.items()),
        ticks=_list_ticks(months_across, scale),
    )


def list_levels(routes: Sequence[PlannedRoute]) -> tuple[Level, ...]:
    """The rungs that any of the routes touches and those between, lowest first."""
    touched = [LEVELS.index(role.level) for route in routes for role in (route.start, *(s.to for s in route.steps))]
    return LEVELS[min(touched) : max(touched) + 1]


def _spread(marks: list[Mark]) -> tuple[Mark, ...]:
    """Moves a mark aside that would hide the one before it."""
    spread: list[Mark] = []
    for mark in marks:
        last = spread[-1] if spread else None
        hides = last is not None and abs(mark.x - last.x) < 18 and abs(mark.y - last.y) < 18
        spread.append(Mark(x=last.x + 20, y=mark.y, number=mark.number) if last and hides else mark)
    return tuple(spread)


def _list_ticks(months_across: float, scale: float) -> tuple[Tick, ...]:
    years = int(months_across // 12)
    every = max(1, -(-years // 5))
    return tuple(
        Tick(text="now" if year == 0 else f"{year} yr", x=MARGIN_LEFT + scale * 12 * year)
        for year in range(0, years + 1, every)
    )
