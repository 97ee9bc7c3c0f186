"""What planning again changed, and why, in sentences."""

from collections.abc import Iterator, Sequence
from datetime import date

from groundfloor.planning.options import DropReason
from groundfloor.services.plans.records import Change, Plan, Tick
from groundfloor.services.plans.showing import has_lapsed
from groundfloor.services.routes.records import ItemView, PlannedRoute, RoleView, RoutePlan, RouteStep
from groundfloor.services.spans import tell_months

Station = tuple[RoleView, date]
"""A role a person has stood in since the plan was made, and since when."""

_NAMED = 3
_LEFT_OUT: dict[DropReason, str] = {
    "takes_far_longer": "it takes far longer than another",
    "changes_area_again": "it changes industry more often than it needs to",
    "same_steps_elsewhere": "it has the same steps as another, in another industry",
    "nearly_the_same": "it is nearly the same as another",
    "more_steps_for_little": "it takes more steps than another, for little gain",
    "beyond_the_first": "others come before it",
}


def tell_changes(
    plan: Plan, answer: RoutePlan, chosen: PlannedRoute, *, stations: Sequence[Station], today: date
) -> Iterator[Change]:
    """Says what differs between a plan and its new route.

    Args:
        plan: as it was.
        answer: what was found now.
        chosen: the new route, one of the answer's.
        stations: where the person has stood since the plan was made, the latest last.
        today: the day it is planned.

    Yields:
        Where the person is now, what counts that did not before, what lapsed, how the way and its months changed.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> changes = tell_changes(plan, answer, plan.route, stations=[], today=date(2026, 1, 15))
        >>> [change.what.endswith("as before.") for change in changes][0]
        True
    """
    if chosen.start.id != plan.route.start.id:
        yield Change(what=f"The plan starts from {chosen.start.name} now.", why=_tell_start(plan, chosen))
    if today.isoformat() > plan.planned_on or chosen.start.id != plan.route.start.id:
        yield from _tell_time_served(stations, today)
    yield from _tell_held(plan, today)
    left = list_steps_left(plan)
    same_way = [step.move_id for step in left] == [step.move_id for step in chosen.steps]
    if not same_way:
        yield Change(what=f"The way is now {_tell_way(chosen.start, chosen.steps)}.", why=_tell_why(left, answer))
    yield _tell_time_left(left, chosen)
    yield from _tell_items(left, chosen) if same_way else ()
    yield from _tell_faster(answer, chosen)


def list_steps_left(plan: Plan) -> tuple[RouteStep, ...]:
    """The steps of the present route behind the furthest one ticked off.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> len(list_steps_left(plan)) == len(plan.route.steps)
        True
    """
    done = {tick.id for tick in plan.ticks if tick.kind == "step"}
    furthest = max((at for at, step in enumerate(plan.route.steps, start=1) if step.to.id in done), default=0)
    return plan.route.steps[furthest:]


def list_valid(plan: Plan, today: date) -> list[Tick]:
    """The items ticked off that are still valid.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> list_valid(plan, date(2026, 2, 1))
        []
    """
    return [tick for tick in plan.ticks if tick.kind == "item" and not has_lapsed(tick, today)]


def count_month(day: date) -> int:
    """The month of a day, counted from year 0.

    Example:
        >>> count_month(date(2026, 2, 1)) - count_month(date(2025, 12, 31))
        2
    """
    return day.year * 12 + day.month - 1


def _tell_start(plan: Plan, chosen: PlannedRoute) -> str:
    ticked = next((tick for tick in plan.ticks if tick.id == chosen.start.id), None)
    return f"You ticked it off on {ticked.on}." if ticked else "Your résumé says so."


def _tell_time_served(stations: Sequence[Station], today: date) -> Iterator[Change]:
    if not stations:
        return
    role, since = stations[-1]
    months = count_month(today) - count_month(since)
    if months > 0:
        why = f"You have been there since {since}, as far as the plan knows."
        yield Change(what=f"{months} {_months(months)} as {role.name} count as served.", why=why)


def _tell_held(plan: Plan, today: date) -> Iterator[Change]:
    before = {item.id for item in _iter_items(plan.route.steps) if item.held}
    new = [tick.name for tick in list_valid(plan, today) if tick.id not in before]
    if new:
        yield Change(what=f"Done and counted: {_tell_names(new)}.", why="You ticked it off.")
    for tick in plan.ticks:
        if has_lapsed(tick, today):
            yield Change(what=f"To be renewed: {tick.name}.", why=f"It was valid until {tick.valid_until}.")


def _tell_why(left: Sequence[RouteStep], answer: RoutePlan) -> str:
    if not left:
        return ""
    before = _tell_way(left[0].start, left)
    roles = (left[0].start.id, *(step.to.id for step in left))
    if any(
        route.start.id == roles[0] and [step.to.id for step in route.steps] == list(roles[1:])
        for route in answer.routes
    ):
        return f"You chose it. Before, it was {before}."
    dropped = next((route.reason for route in answer.dropped if route.roles == roles), None)
    reason = _LEFT_OUT[dropped] if dropped else "what you hold or the catalogue has changed, and others are better now"
    return f"Before, it was {before}; {reason}."


def _tell_time_left(left: Sequence[RouteStep], chosen: PlannedRoute) -> Change:
    before = _tell_left(sum(step.months_min for step in left), sum(step.months_max for step in left))
    now = _tell_left(chosen.months_min, chosen.months_max)
    was = "as before" if before == now else f"it was {before}"
    return Change(what=f"The time left is {now}; {was}.")


def _tell_left(least: float, most: float) -> str:
    return tell_months(least, most) if most else "none, every step is open"


def _tell_items(left: Sequence[RouteStep], chosen: PlannedRoute) -> Iterator[Change]:
    before, now = ({item.id: item.name for item in _iter_items(steps)} for steps in (left, chosen.steps))
    new = [name for key, name in now.items() if key not in before]
    gone = [name for key, name in before.items() if key not in now]
    if new:
        yield Change(what=f"New to do: {_tell_names(new)}.", why="The catalogue names it for these steps now.")
    if gone:
        yield Change(what=f"No longer to do: {_tell_names(gone)}.", why="The catalogue no longer names it here.")


def _tell_faster(answer: RoutePlan, chosen: PlannedRoute) -> Iterator[Change]:
    fastest = next((route for route in answer.routes if "fastest" in route.labels), None)
    if fastest and "fastest" not in chosen.labels:
        number = answer.routes.index(fastest) + 1
        way, span = _tell_way(fastest.start, fastest.steps), tell_months(fastest.months_min, fastest.months_max)
        yield Change(what=f"A faster way is there too: {way}, {span}.", why=f"Take it with --route {number}.")


def _iter_items(steps: Sequence[RouteStep]) -> Iterator[ItemView]:
    return (item for step in steps for stage in step.stages for item in stage.items)


def _tell_way(start: RoleView, steps: Sequence[RouteStep]) -> str:
    return " > ".join([start.name, *(step.to.name for step in steps)])


def _tell_names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _months(count: int) -> str:
    return "month" if count == 1 else "months"
