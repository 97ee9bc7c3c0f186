"""Route plans told in one line each, so that a test can hold a whole plan."""

from groundfloor.services.routes.records import PlannedRoute, RoutePlan


def tell(route: PlannedRoute) -> str:
    """``shop.assistant 12-24 shop.lead (fastest)``."""
    steps = "".join(f" {step.months_min:g}-{step.months_max:g} {step.to.id}" for step in route.steps)
    return f"{route.start.id}{steps}" + (f" ({', '.join(route.labels)})" if route.labels else "")


def told(plan: RoutePlan) -> list[str]:
    return [tell(route) for route in plan.routes]


def nothing(plan: RoutePlan) -> str:
    assert plan.nothing
    relax = ", ".join(f"{one.condition}{'' if one.needs is None else f' {one.needs:g}'}" for one in plan.nothing.relax)
    nearest = plan.nothing.nearest.id if plan.nothing.nearest else "nowhere"
    return f"{plan.nothing.reason}: {relax or '-'}; nearest {nearest}"
