"""Which advertisements on hand ask for exactly the next step of a route?"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from groundfloor.matching.duplicates import group_repeated
from groundfloor.model.posting import PostingReading
from groundfloor.services.routes.records import Opening, PlannedRoute, RoleView, RoutePlan, RouteStep

_Where = tuple[str, str, str]


def with_openings(plan: RoutePlan, readings: Iterable[PostingReading]) -> RoutePlan:
    """The plan with, at every step, the advertisements for the role it leads to.

    An advertisement is for a role when it was read as that role, or as work of its family on its rung in its
    industry. One published again counts once.

    Args:
        plan: routes to a goal.
        readings: the advertisements on hand, as read.

    Returns:
        The same routes in the same order; ``openings`` in the order of the readings, empty where none is on hand.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> plan = plan_routes(catalogue, start_role="retail.cashier", goal="retail.store-manager")
        >>> with_openings(plan, []).routes[0].steps[0].openings
        ()
    """
    list_openings = open_to(readings)

    def opened(step: RouteStep) -> RouteStep:
        return replace(step, openings=list_openings(step.to))

    def with_steps(route: PlannedRoute) -> PlannedRoute:
        return replace(route, steps=tuple(opened(step) for step in route.steps))

    return replace(plan, routes=tuple(with_steps(route) for route in plan.routes))


def open_to(readings: Iterable[PostingReading]) -> Callable[[RoleView], tuple[Opening, ...]]:
    """What lists the advertisements for a role, among some readings; as :func:`with_openings` counts them.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> from groundfloor.services.routes.network import show_role
        >>> open_to([])(show_role(catalogue, "retail.cashier"))
        ()
    """
    by_role: dict[str, list[Opening]] = {}
    by_work: dict[_Where, list[Opening]] = {}
    for reading, _ in group_repeated(readings):
        opening = Opening(
            id=reading.id,
            title=reading.title,
            employer=reading.employer,
            location=reading.location,
            warnings=reading.warnings,
        )
        if reading.role_id:
            by_role.setdefault(reading.role_id, []).append(opening)
        else:
            by_work.setdefault((reading.industry, reading.role_family, reading.level), []).append(opening)

    def list_openings(role: RoleView) -> tuple[Opening, ...]:
        return (*by_role.get(role.id, ()), *by_work.get((role.industry, role.family, role.level), ()))

    return list_openings
