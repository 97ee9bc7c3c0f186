"""How do I get there? Routes from where a person stands to a goal, over the catalogue's roles and moves."""

from collections.abc import Iterator, Sequence

from msgspec import convert
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Record
from groundfloor.model.profile import Preferences, Profile
from groundfloor.model.vocabulary import LEVELS, Level
from groundfloor.planning.answers import (
    NEAR_WITHIN_MONTHS,
    Answer,
    Nothing,
    answer_each_goal,
    answer_query,
    find_detours,
)
from groundfloor.planning.network import Criterion, Network, Query
from groundfloor.planning.options import ROUTE_LABELS, Option, RouteLabel
from groundfloor.services.citing import list_sources
from groundfloor.services.routes.ends import choose_goal, choose_start, distance_from, list_starts, read_goal
from groundfloor.services.routes.network import (
    HOURS_A_YEAR,
    MONEY,
    SETTLING_MONTHS,
    UNSOCIABLE,
    build_network,
    close_moves,
    close_roles,
    list_held,
    list_prices,
    show_role,
)
from groundfloor.services.routes.own_ladder import keep_to_ladders
from groundfloor.services.routes.pay import find_pay
from groundfloor.services.routes.prices import add_prices
from groundfloor.services.routes.records import (
    Condition,
    DroppedRoute,
    Goal,
    GoalChoice,
    NothingFound,
    PlannedRoute,
    Relaxation,
    RouteConstraints,
    RoutePlan,
    RouteStep,
    StartChoice,
)
from groundfloor.services.routes.standing import Standing, find_item_held, months_towards, read_standing
from groundfloor.services.routes.steps import explain_steps
from groundfloor.services.routes.whose_pay import list_pay_notes, with_country_wished
from groundfloor.services.spans import tell_months

__all__ = ["NO_CONSTRAINTS", "plan_routes", "read_goal", "tell_nearest", "with_wishes"]

BEGINS_AGAIN_UP_TO: Level = "supervisor"
"""The highest rung from which anybody would begin again on the ground floor."""
MONTHS_TO_BETTER_PAY = 12.0
"""How far "any better-paid work" looks ahead where no other limit is named."""
NO_CONSTRAINTS = RouteConstraints()


class _Request(Record, frozen=True, kw_only=True):
    catalogue: Catalogue
    standing: Standing
    start: StartChoice
    goal: GoalChoice
    constraints: RouteConstraints


def plan_routes(
    catalogue: Catalogue,
    *,
    goal: Goal | str,
    profile: Profile | None = None,
    start_role: str | None = None,
    constraints: RouteConstraints = NO_CONSTRAINTS,
) -> RoutePlan:
    """Plans all worthwhile routes to a goal.

    Args:
        catalogue: roles, moves, training, wages, sources.
        goal: as :func:`read_goal` understands it, or its text.
        profile: one person; the latest customer-service job is the start, and what is held counts.
        start_role: a role id or name to start from instead. With neither, any ground-floor role will do.
        constraints: what the person will and will not do; schedules refused in the profile count too.

    Returns:
        Routes labelled fastest, cheapest, best paid and best trodden, others after them by months; each dropped route
        with its reason; or ``nothing`` with the reason, the conditions to relax and the nearest role.

    Raises:
        GroundfloorError: ``role-unknown``, naming the nearest ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> try:
        ...     plan_routes(open_catalogue(), goal="retail.flor-manager")
        ... except Exception as error:
        ...     print(error.code)
        role-unknown
    """
    start, standing = choose_start(catalogue, profile, start_role, read_standing(profile))
    if profile:
        constraints = with_wishes(with_country_wished(catalogue, constraints, profile.preferences), profile.preferences)
    goal = read_goal(catalogue, goal) if isinstance(goal, str) else goal
    goal_choice = choose_goal(catalogue, goal, start, constraints.pays_in)
    request = _Request(catalogue=catalogue, standing=standing, start=start, goal=goal_choice, constraints=constraints)
    plan = _answer(request)
    if profile and start.how != "asked" and plan.nothing and plan.nothing.reason == "goal-unreachable":
        plan = _begin_again(request) or plan
    return replace(plan, sources=list_sources(catalogue, plan))


def with_wishes(constraints: RouteConstraints, wish: Preferences) -> RouteConstraints:
    """The constraints with what the person refuses anyway; a constraint named for this plan goes before a wish.

    Example:
        >>> with_wishes(RouteConstraints(), Preferences(minimum_pay_per_hour=20)).pay_at_least
        41600
    """
    floor = constraints.pay_at_least
    if floor is None and wish.minimum_pay_per_hour is not None:
        floor = wish.minimum_pay_per_hour * HOURS_A_YEAR
    return replace(
        constraints,
        refused_schedules=tuple(sorted({*constraints.refused_schedules, *wish.refused_schedules})),
        at_home=constraints.at_home or wish.remote_only,
        pay_at_least=floor,
    )


def _begin_again(request: _Request) -> RoutePlan | None:
    """Routes from the ground floor where no ladder leads on from a person's own work, None where there are none.

    Somebody who leads others is not sent back to it.
    """
    if request.start.role and LEVELS.index(request.start.role.level) > LEVELS.index(BEGINS_AGAIN_UP_TO):
        return None
    note = f"{request.start.note} No ladder leads from there to the goal, so these routes begin on the ground floor."
    plan = _answer(replace(request, start=StartChoice(how="ground_floor", note=note)))
    return plan if plan.routes else None


def _answer(request: _Request) -> RoutePlan:
    plan = RoutePlan(start=request.start, goal=request.goal, constraints=request.constraints)
    starts = list_starts(request.catalogue, request.start)
    if not starts:
        message = "The catalogue has no ground-floor role to start from."
        return replace(plan, nothing=NothingFound(reason="start-unknown", message=message))
    goals = (role.id for role in request.goal.roles)
    kept = keep_to_ladders(request.catalogue, request.start.role.id if request.start.role else None, goals)
    request = replace(request, catalogue=kept)
    network = build_network(request.catalogue, request.constraints.country, request.constraints.pays_in)
    query = _to_query(request, starts)
    answer = _search(request, network, query)
    if answer.nothing:
        within = query.ceilings.get("months", NEAR_WITHIN_MONTHS)
        return replace(plan, nothing=_tell_nothing(request, answer.nothing, within))
    shown = [option for option in answer.options if option.dropped is None]
    routes = tuple(_show_route(request, option, at) for at, option in enumerate(shown, start=1))
    period = max(12 * -(-int(route.months_max) // 12) for route in routes)
    names = {option.route.places: route.id for option, route in zip(shown, routes, strict=True)}
    return replace(
        plan,
        routes=_with_pay_over(request, routes, period),
        dropped=tuple(_show_dropped(option, answer.options, names) for option in answer.options if option.dropped),
        period_months=period,
        notes=(*_tell_detours(request, network, query, shown), *_list_notes(request, routes)),
    )


def _search(request: _Request, network: Network, query: Query) -> Answer:
    distances = _distances(request)
    if request.goal.kind != "better_paid":
        return answer_query(network, query, distance_to_goal=distances)
    pay = ((goal, find_pay(request.catalogue, goal, request.constraints.pays_in)) for goal in query.goals)
    worth = {goal: figure.annual_median for goal, figure in pay if figure}
    return answer_each_goal(network, query, worth=worth, distance_to_goal=distances)


def _to_query(request: _Request, starts: tuple[str, ...]) -> Query:
    catalogue, standing, constraints = request.catalogue, request.standing, request.constraints
    ceilings: dict[Criterion, float] = {}
    if constraints.months_at_most is not None:
        ceilings["months"] = constraints.months_at_most
    elif request.goal.kind == "better_paid":
        ceilings["months"] = MONTHS_TO_BETTER_PAY
    if constraints.money_at_most is not None and list_prices(catalogue):
        ceilings["money"] = constraints.money_at_most
    served = ((role_id, months_towards(standing, role)) for role_id, role in catalogue.roles.items())
    pay = [find_pay(catalogue, role.id, constraints.pays_in) for role in request.goal.roles]
    return Query(
        starts=starts,
        goals=frozenset(role.id for role in request.goal.roles),
        months_served={role_id: float(months) for role_id, months in served if months},
        stay_at_least=SETTLING_MONTHS,
        items_held=list_held(key for key, item in catalogue.training.items() if find_item_held(standing, key, item)),
        pay_at_goal_per_month=max((figure.annual_median / 12 for figure in pay if figure), default=0.0),
        ceilings=ceilings,
        closed={str(name): moves for name, moves in close_moves(catalogue, constraints, standing).items()},
        closed_starts={} if request.start.role else _close_starts(request, starts),
        changes_allowed=_changes_allowed(request),
        moves_at_most=constraints.moves_at_most,
    )


def _changes_allowed(request: _Request) -> int:
    """How often a way may change industry though another need not, or less often.

    Somebody without work begins in the industry of the goal. Where another industry is the goal, whatever the role,
    the way into it may lead through a third.
    """
    if request.start.role is None:
        return 0
    return 2 if request.goal.kind == "industry" and request.start.role.industry != request.goal.asked else 1


def _close_starts(request: _Request, starts: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Somebody who has no work yet takes no first job that breaks a wish either."""
    closed = close_roles(request.catalogue, request.constraints, starts)
    return {str(name): roles for name, roles in closed.items()}


def _distances(request: _Request) -> dict[str, float]:
    """How far each role up to their rung is from the nearest of the goals, by kind of work, rung and industry."""
    goals = {(goal.family, goal.level, goal.industry) for goal in request.goal.roles}
    measures = [distance_from(request.catalogue, *goal) for goal in sorted(goals)]
    top = max((LEVELS.index(level) for _, level, _ in goals), default=-1)
    below = (role_id for role_id, role in request.catalogue.roles.items() if LEVELS.index(role.level) <= top)
    return {role_id: min(measure(role_id) for measure in measures) for role_id in below}


def _show_route(request: _Request, option: Option, number: int) -> PlannedRoute:
    steps = explain_steps(
        request.catalogue,
        option.route,
        request.standing,
        request.constraints.country,
        pays_in=request.constraints.pays_in,
    )
    hours = [step.study_hours for step in steps if step.study_hours is not None]
    prices = tuple(price for step in steps for price in step.prices)
    return PlannedRoute(
        id=f"route-{number}",
        labels=option.labels,
        start=steps[0].start,
        goal=steps[-1].to,
        steps=steps,
        months_min=sum(step.months_min for step in steps),
        months_max=sum(step.months_max for step in steps),
        study_hours=sum(hours) if hours else None,
        lengths_not_known=sum(step.lengths_not_known for step in steps),
        prices=prices,
        prices_not_known=tuple(dict.fromkeys(item for step in steps for item in step.prices_not_known)),
        price_totals=add_prices(prices),
        rare_moves=sum(step.trodden == "rare" for step in steps),
        possible_moves=sum(step.trodden == "possible" for step in steps),
    )


def _pay_over(route: PlannedRoute, period_months: int) -> float | None:
    """Median pay of each role for its months, then the goal's to the end of the period."""
    last = route.steps[-1].pay_after
    if last is None or any(step.pay_before is None for step in route.steps):
        return None
    on_the_way = sum(_months(step) for step in route.steps)
    earned = sum(_months(step) * step.pay_before.annual_median / 12 for step in route.steps if step.pay_before)
    return round(earned + (period_months - on_the_way) * last.annual_median / 12)


def _with_pay_over(request: _Request, routes: tuple[PlannedRoute, ...], period: int) -> tuple[PlannedRoute, ...]:
    summed = [replace(route, pay_over_period=_pay_over(route, period)) for route in routes]
    return tuple(summed) if request.goal.kind == "better_paid" else _label_best_paid(summed)


def _label_best_paid(routes: list[PlannedRoute]) -> tuple[PlannedRoute, ...]:
    """Gives the label to the highest sum shown: the search counts no pay above the goal's, the sum does.

    A route whose pay is not known bears it never.
    """
    known = [route for route in routes if route.pay_over_period is not None]
    best = max(known, key=lambda route: (route.pay_over_period or 0, "best_paid" in route.labels), default=None)
    return tuple(
        replace(route, labels=tuple(name for name in ROUTE_LABELS if _bears(route, name, best))) for route in routes
    )


def _bears(route: PlannedRoute, label: RouteLabel, best_paid: PlannedRoute | None) -> bool:
    return route is best_paid if label == "best_paid" else label in route.labels


def _months(step: RouteStep) -> float:
    return (step.months_min + step.months_max) / 2


def _show_dropped(option: Option, options: tuple[Option, ...], names: dict[tuple[str, ...], str]) -> DroppedRoute:
    assert option.dropped
    twin = None if option.like is None else names.get(options[option.like].route.places)
    return DroppedRoute(roles=option.route.places, months=option.route.costs.months, reason=option.dropped, like=twin)


def _tell_detours(request: _Request, network: Network, query: Query, shown: Sequence[Option]) -> Iterator[str]:
    """Says which wish makes the way so long that it may not be worth keeping to."""
    if request.constraints == replace(NO_CONSTRAINTS, country=request.constraints.country):
        return
    refused = ", ".join(UNSOCIABLE.get(shift, shift) for shift in request.constraints.refused_schedules)
    wishes = {
        "refused_schedules": f"no {refused}",
        "no_pay_fall": "no fall in pay",
        "pay_at_least": "the least pay you named",
        "same_industry": "one industry",
        "at_home": "work from home",
        "study_hours_at_most": "the study you allow",
        "refused_training": "the training you refuse",
        "language_needed": "the languages you named",
    }
    quickest = min(option.route.costs.months for option in shown)
    for detour in find_detours(network, query, quickest):
        without = tell_months(detour.needs or 0, detour.needs or 0)
        wish = wishes[detour.condition]
        yield f"One wish makes the way far longer: {wish}. Without it the quickest takes about {without}."


def _list_notes(request: _Request, routes: tuple[PlannedRoute, ...]) -> Iterator[str]:
    yield "Months are usual times, not promises; employers differ."
    yield "Pay is the median of a whole occupation in one country and year: two rungs of one occupation show the same."
    if any(step.pay_after is None for route in routes for step in route.steps):
        yield "A role without pay is in no table at hand; “best paid” is said only of routes whose pay is known."
    views = [view for route in routes for view in (route.start, *(step.to for step in route.steps))]
    yield from list_pay_notes(request.catalogue, request.constraints, views)
    if any(route.prices_not_known for route in routes):
        yield "Where no price is known the route says so; such training is not free. Ask before you enrol."
    if not list_prices(request.catalogue):
        yield "No price is known at all, so “cheapest” means the fewest courses and qualifications to pay for."
        if request.constraints.money_at_most is not None:
            yield "For the same reason your limit on money could not be applied."


def _tell_nothing(request: _Request, nothing: Nothing, within: float) -> NothingFound:
    relax = tuple(
        Relaxation(
            condition=convert(block.condition, Condition),
            message=_tell_block(request, block.condition, block.needs),
            needs=block.needs,
        )
        for block in nothing.blocks
    )
    nearest = nothing.nearest
    return NothingFound(
        reason=nothing.reason,
        message=_tell_reason(request, nothing),
        relax=relax,
        together=nothing.together,
        nearest=show_role(request.catalogue, nearest.places[-1]) if nearest else None,
        nearest_months=nearest.costs.months if nearest else None,
        within_months=None if nothing.reason == "goal-is-start" else within,
    )


def tell_nearest(nothing: NothingFound) -> str:
    """The nearest role that can be reached, or that there is none within the time; empty where none was looked for.

    Example:
        >>> tell_nearest(NothingFound(reason="blocked-by", message="", within_months=6))
        'No role nearer to it can be reached within 6 months.'
    """
    if nothing.nearest and nothing.nearest_months is not None:
        near, span = nothing.nearest, tell_months(nothing.nearest_months, nothing.nearest_months)
        when = "now" if nothing.nearest_months <= 0 else f"in about {span}"
        return f"The nearest role you can reach: {near.name}, {near.industry_name}, {when}."
    if nothing.within_months is None:
        return ""
    within = tell_months(nothing.within_months, nothing.within_months)
    return f"No role nearer to it can be reached {f'within {within}' if nothing.within_months else 'at once'}."


def _tell_reason(request: _Request, nothing: Nothing) -> str:
    if nothing.reason == "goal-is-start":
        on_the_floor = "This is ground-floor work: nothing is needed before it."
        return "You already work in this role." if request.start.role else on_the_floor
    if request.goal.kind == "better_paid" and not request.goal.roles:
        return "No role is known to pay more in the middle, or what yours pays is in no table at hand."
    if nothing.reason == "goal-unreachable":
        return f"No ladder in the catalogue leads there within {request.constraints.moves_at_most} moves."
    if not nothing.together:
        return "There are routes, but none keeps to your conditions. Any one of these, relaxed, opens one."
    return (
        "There are routes, but none keeps to your conditions. These stand in the way together: "
        "one opens when all of them are relaxed."
    )


def _tell_block(request: _Request, condition: str, needs: float | None) -> str:
    refused = ", ".join(schedule.replace("_", " ") for schedule in request.constraints.refused_schedules)
    return {
        "months": f"The quickest route takes about {needs or 0:.0f} months.",
        "money": f"The least costly route comes to about {needs or 0:.0f} {MONEY}, unknown prices at the usual one.",
        "refused_schedules": f"Some roles on the way have working hours you refuse: {refused}.",
        "no_pay_fall": "Every route has a step to an occupation with lower median pay.",
        "pay_at_least": "Every route passes a role whose occupation pays less in the middle than you ask.",
        "at_home": "A role on every route is not done from home.",
        "study_hours_at_most": "Every route needs a course that takes longer than you allow.",
        "same_industry": "Every route changes industry.",
        "refused_training": "Every route needs training that you refuse.",
        "language_needed": "A role on the way is done in a language you have not named.",
    }[condition]
