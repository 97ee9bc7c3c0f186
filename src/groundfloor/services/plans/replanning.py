"""Planning again from what is now held: what was ticked off counts, and so does the time served since."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model.facts import Qualification
from groundfloor.model.profile import Job, Profile, with_held
from groundfloor.model.vocabulary import INDUSTRIES, RoleFamily
from groundfloor.services.plans.changes import Station, count_month, list_steps_left, list_valid, tell_changes
from groundfloor.services.plans.keeping import get_route, list_cited, list_other_ways
from groundfloor.services.plans.records import Change, Plan
from groundfloor.services.routes.ends import choose_start
from groundfloor.services.routes.network import industry_of, show_role
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import Goal, PlannedRoute, RoutePlan
from groundfloor.services.routes.standing import TICKED, read_standing


def replan(
    catalogue: Catalogue, plan: Plan, *, today: date, profile: Profile | None = None, route: int | None = None
) -> Plan:
    """Plans the way to a plan's goal again.

    Args:
        catalogue: roles, moves, training, as they are now.
        plan: as kept. Its ticked items count as held while they are valid, its last ticked step is the new start, and
            the months since count as served.
        today: the day that months are counted to.
        profile: the person as the store has them now; the profile in the plan where this is None.
        route: which of the routes to take; otherwise the rest of the present one while it is among them.

    Returns:
        The plan with everything ticked off, its new route, and what changed and why. Where the goal is reached, or
        no route is left, the route stays as it was and the change says so.

    Raises:
        GroundfloorError: ``usage`` where there is no such route.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> replan(open_catalogue(), plan, today=date(2026, 1, 15)).route.goal.id
        'retail.store-manager'
    """
    known = profile or plan.profile
    stations = list(_list_stations(catalogue, plan, known))
    day = today.isoformat()
    goal = plan.route.goal
    if stations and stations[-1][0].id == goal.id:
        return _unchanged(plan, day, f"You have reached the goal: {goal.name}.")
    if goal.id not in catalogue.roles:
        return _unchanged(plan, day, f"The plan stays as it was: {goal.name} is no longer in the catalogue.")
    person = _with_what_is_done(catalogue, plan, known, stations, today)
    asked = Goal(kind="role", asked=goal.id, role_ids=(goal.id,))
    answer = plan_routes(catalogue, goal=asked, profile=person, constraints=plan.constraints)
    if not answer.routes:
        reason = answer.nothing.message if answer.nothing else ""
        return _unchanged(plan, day, "No route was found; the plan stays as it was.", reason)
    chosen = get_route(answer, route) if route else _find_rest(plan, answer) or answer.routes[0]
    return replace(
        plan,
        route=chosen,
        planned_on=day,
        changed_on=day,
        changes=tuple(tell_changes(plan, answer, chosen, stations=stations, today=today)),
        other_ways=list_other_ways(answer, chosen),
        sources=list_cited(answer, chosen),
    )


def _unchanged(plan: Plan, day: str, what: str, why: str = "") -> Plan:
    return replace(plan, changes=(Change(what=what, why=why),), changed_on=day)


def _list_stations(catalogue: Catalogue, plan: Plan, profile: Profile | None) -> Iterator[Station]:
    start = plan.start.role
    # A résumé whose jobs have all ended does not say that the person is at work now.
    at_work = plan.start.how == "asked" or (profile is not None and any(job.current for job in profile.jobs))
    if start and at_work and start.id in catalogue.roles:
        yield show_role(catalogue, start.id), date.fromisoformat(plan.made_on)
    for tick in plan.ticks:
        if tick.kind == "step" and tick.id in catalogue.roles:
            yield show_role(catalogue, tick.id), date.fromisoformat(tick.on)


def _with_what_is_done(
    catalogue: Catalogue, plan: Plan, profile: Profile | None, stations: Sequence[Station], today: date
) -> Profile | None:
    """The person with what was done and where they worked since the plan was made; None for nobody and nothing."""
    held = [tick for tick in list_valid(plan, today) if tick.id in catalogue.training]
    if profile is None and not stations and not held:
        return None
    person = profile or Profile(id=plan.person)
    named = [(Qualification(name=tick.name, id=tick.id), tick.on) for tick in held]
    given = [(value, tick.on) for tick in held for value in catalogue.training[tick.id].gives]
    person = with_held(person, [*named, *given], rule=TICKED)
    return _with_stations(catalogue, plan, person, stations, today) if stations else person


def _with_stations(
    catalogue: Catalogue, plan: Plan, person: Profile, stations: Sequence[Station], today: date
) -> Profile:
    standing = read_standing(person)
    families: dict[RoleFamily, RoleFamily] = {}
    if plan.start.how == "nearest_role":
        # What counted as time in the role that stood for the latest job goes on counting so.
        _, counted = choose_start(catalogue, person, None, standing)
        families = {before.family: after.family for before, after in zip(standing.spells, counted.spells, strict=True)}
    counted_to = max((spell.months[1] for spell in standing.spells), default=0)
    earlier = (_ended(job, counted_to, families.get(job.role_family, job.role_family)) for job in person.jobs)
    ends = [since for _, since in stations[1:]]
    left = [
        _to_job(catalogue, role.id, since, until)
        for (role, since), until in zip(stations[:-1], ends, strict=True)
        if count_month(since) < count_month(until)
    ]
    now = replace(_to_job(catalogue, stations[-1][0].id, stations[-1][1], today), current=True)
    # The reader's total would be given to the job that still goes on; every month stands in a job of its own here.
    return replace(person, jobs=(now, *left, *earlier), months_worked=0)


def _ended(job: Job, counted_to: int, family: RoleFamily) -> Job:
    """A job of the résumé, which is counted to the résumé's own day and no further."""
    ended = replace(job, role_family=family)
    return replace(ended, current=False, end=_to_month(counted_to - 1)) if job.current else ended


def _to_job(catalogue: Catalogue, role_id: str, since: date, until: date) -> Job:
    role = catalogue.roles[role_id]
    began, ended = count_month(since), count_month(until)
    return Job(
        title=role.name,
        start=_to_month(began),
        # A month that a job ends in counts as worked, so the last one is left out.
        end=_to_month(ended - 1) if ended > began else None,
        current=False,
        role_family=role.family,
        level=role.level,
        customer_facing=True,
        people_managed=False,
        industry=next((name for name in INDUSTRIES if name == industry_of(role_id)), "other"),
        role_id=role_id,
    )


def _to_month(months: int) -> str:
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _find_rest(plan: Plan, answer: RoutePlan) -> PlannedRoute | None:
    """The route of an answer that goes the way left of the present one."""
    rest = [step.move_id for step in list_steps_left(plan)]
    return next((route for route in answer.routes if [step.move_id for step in route.steps] == rest), None)
