"""Making, finding, ticking off and keeping plans."""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace
from rapidfuzz import process

from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.records import Cite, Source
from groundfloor.errors import GroundfloorError
from groundfloor.model.profile import Profile
from groundfloor.services.plans.records import OtherWay, Plan, PlanItem, PlanStep, Tick
from groundfloor.services.plans.showing import add_months, show_plan
from groundfloor.services.routes.records import PlannedRoute, RoutePlan
from groundfloor.store.store import Store, StoredPlan

_NEAR, _NEAR_ENOUGH = 5, 70


def make_plan(
    answer: RoutePlan, *, today: date, route: int = 1, person: str = "", profile: Profile | None = None
) -> Plan:
    """Chooses one route of an answer as a plan.

    Args:
        answer: routes to a goal.
        today: the day the plan is made.
        route: which of the routes, counted from 1 as they are shown.
        person: the profile's id; empty for nobody in particular.
        profile: the person as read, where the store keeps no such profile.

    Raises:
        GroundfloorError: ``usage`` where the answer has no such route.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> plan.id
        'cashier-to-retail.store-manager'
    """
    chosen = get_route(answer, route)
    day = today.isoformat()
    return Plan(
        id=f"{person or chosen.start.id.partition('.')[2]}-to-{chosen.goal.id}",
        person=person,
        asked=answer.goal.asked,
        constraints=answer.constraints,
        start=answer.start,
        route=chosen,
        made_on=day,
        planned_on=day,
        changed_on=day,
        profile=profile,
        other_ways=list_other_ways(answer, chosen),
        sources=list_cited(answer, chosen),
    )


def get_route(answer: RoutePlan, number: int) -> PlannedRoute:
    """One route of an answer, counted from 1.

    Raises:
        GroundfloorError: ``usage`` where the answer has no such route.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> get_route(answer, 1).id
        'route-1'
    """
    if not answer.routes:
        reason = f" {answer.nothing.message}" if answer.nothing else ""
        raise GroundfloorError("usage", f"There is no route to keep.{reason}")
    if not 1 <= number <= len(answer.routes):
        hint = f"Choose from 1 to {len(answer.routes)}."
        raise GroundfloorError("usage", f"There is no route {number}.", hint=hint)
    return answer.routes[number - 1]


def list_other_ways(answer: RoutePlan, chosen: PlannedRoute) -> tuple[OtherWay, ...]:
    """The routes of an answer that were not chosen, a line each.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> len(list_other_ways(answer, answer.routes[0])) == len(answer.routes) - 1
        True
    """
    return tuple(
        OtherWay(
            roles=(route.start.name, *(step.to.name for step in route.steps)),
            months_min=route.months_min,
            months_max=route.months_max,
            labels=route.labels,
        )
        for route in answer.routes
        if route.id != chosen.id
    )


def list_cited(answer: RoutePlan, chosen: PlannedRoute) -> dict[str, Source]:
    """The publications that one route of an answer cites.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> "groundfloor-estimate" in list_cited(answer, answer.routes[0])
        True
    """
    cited = {cite.source for cite in iter_inside(chosen, Cite)}
    return {source_id: source for source_id, source in answer.sources.items() if source_id in cited}


def keep_plan(store: Store, plan: Plan, *, new: bool = False) -> None:
    """Keeps a plan.

    Args:
        store: where to.
        plan: what to keep; it replaces the one of its id.
        new: refuse to replace one, so that what was ticked off is never lost.

    Raises:
        GroundfloorError: ``usage`` when a plan of this id is kept already.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> import tempfile
        >>> from groundfloor.store.store import open_store
        >>> with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/kept.db") as store:
        ...     keep_plan(store, plan, new=True)
        ...     get_plan(store, "cashier").id
        'cashier-to-retail.store-manager'
    """
    if new and store.find_plan(plan.id):
        hint = f"Plan it again with `groundfloor plan replan {plan.id}`, or remove it with `groundfloor plan remove`."
        raise GroundfloorError("usage", f"The plan {plan.id} is kept already.", hint=hint)
    profile_id = plan.person if plan.person and plan.profile is None else None
    record = msgspec.to_builtins(plan)
    store.put_plan(StoredPlan(plan.id, profile_id, plan.route.goal.id, record, plan.made_on, plan.changed_on))


def list_plans(store: Store) -> list[Plan]:
    """All kept plans, in order of id.

    Example:
        >>> import tempfile
        >>> from groundfloor.store.store import open_store
        >>> with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/kept.db") as store:
        ...     list_plans(store)
        []
    """
    return [_read_plan(kept) for kept in store.list_plans()]


def get_plan(store: Store, name: str) -> Plan:
    """A kept plan by its id, or by a beginning that no other plan's id has.

    Raises:
        GroundfloorError: ``entry-unknown``, naming the plans that come near; ``store-unavailable`` for a plan that this
            version cannot read.

    Example:
        >>> import tempfile
        >>> from groundfloor.store.store import open_store
        >>> with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/kept.db") as store:
        ...     get_plan(store, "cashier")
        Traceback (most recent call last):
        ...
        groundfloor.errors.GroundfloorError: No plan 'cashier' is kept.
    """
    ids = store.list_ids("plans")
    begun = [plan_id for plan_id in ids if name and plan_id.startswith(name)]
    plan_id = name if name in ids else begun[0] if len(begun) == 1 else ""
    # A plan may be removed by another program between the two questions.
    kept = store.find_plan(plan_id) if plan_id else None
    if kept is None:
        raise _unknown_plan(name, begun, ids)
    return _read_plan(kept)


def _unknown_plan(name: str, begun: Sequence[str], ids: Sequence[str]) -> GroundfloorError:
    message = f"{len(begun)} plans begin with {name!r}." if len(begun) > 1 else f"No plan {name!r} is kept."
    near = begun or [one for one, _, _ in process.extract(name, ids, limit=_NEAR, score_cutoff=_NEAR_ENOUGH)]
    shown = ", ".join((near or list(ids))[:_NEAR])
    hint = f"Kept: {shown}." if shown else "Keep one with `groundfloor route … --keep`."
    return GroundfloorError("entry-unknown", message, hint=f"Did you mean {near[0]}?" if len(near) == 1 else hint)


def tick(plan: Plan, things: Sequence[str], *, on: date, today: date) -> tuple[Plan, list[Tick]]:
    """Ticks things off.

    Args:
        plan: as kept.
        things: steps (``2``) and items (``2.3``) by number, or by the id of a role or training item.
        on: the day they were done; ticking again corrects the day.
        today: no thing is done after it.

    Returns:
        The plan with its new ticks, and those ticks.

    Raises:
        GroundfloorError: ``usage`` for a thing that the plan does not have, or a day yet to come.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> plan, ticks = tick(plan, ["1.1"], on=date(2026, 2, 1), today=date(2026, 2, 1))
        >>> [(one.kind, one.on) for one in ticks]
        [('item', '2026-02-01')]
    """
    if on > today:
        raise GroundfloorError("usage", f"{on} is yet to come.", hint="Tick a thing off once it is done.")
    ticks = [_to_tick(_get_thing(plan, thing, today), on) for thing in things]
    named = {(one.kind, one.id) for one in ticks}
    kept = [one for one in plan.ticks if (one.kind, one.id) not in named]
    # By day, so that the last step among them is the one the person stands on.
    ordered = sorted([*kept, *ticks], key=lambda one: one.on)
    return replace(plan, ticks=tuple(ordered), changed_on=today.isoformat()), ticks


def untick(plan: Plan, things: Sequence[str], *, today: date) -> tuple[Plan, list[Tick]]:
    """Takes ticks back.

    Returns:
        The plan without them, and the ticks taken back.

    Raises:
        GroundfloorError: ``usage`` for a thing that was not ticked off.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> plan, _ = tick(plan, ["1.1"], on=date(2026, 2, 1), today=date(2026, 2, 1))
        >>> untick(plan, ["1.1"], today=date(2026, 2, 1))[0].ticks
        ()
    """
    behind = {one.id: one for one in plan.ticks}
    gone = [behind.get(thing) or _to_tick(_get_thing(plan, thing, today), today) for thing in things]
    missing = [one.name for one in gone if one.id not in behind]
    if missing:
        raise GroundfloorError("usage", f"Not ticked off: {', '.join(missing)}.")
    ids = {one.id for one in gone}
    kept = tuple(one for one in plan.ticks if one.id not in ids)
    return replace(plan, ticks=kept, changed_on=today.isoformat()), [behind[one.id] for one in gone]


def _read_plan(kept: StoredPlan) -> Plan:
    try:
        return msgspec.convert(kept.record, Plan)
    except msgspec.ValidationError as error:
        message = f"The plan {kept.id} was kept by another version and cannot be read: {error}."
        hint = f"Remove it with `groundfloor store remove plans {kept.id}` and keep a new one."
        raise GroundfloorError("store-unavailable", message, hint=hint) from error


def _get_thing(plan: Plan, name: str, today: date) -> PlanStep | PlanItem:
    steps = show_plan(plan, today=today).steps
    for step in steps:
        if name in (str(step.number), step.to.id):
            return step
        for item in step.items:
            if name in (item.number, item.item.id):
                return item
    hint = f"See the numbers with `groundfloor plan show {plan.id}`."
    raise GroundfloorError("usage", f"The plan has nothing numbered {name!r}.", hint=hint)


def _to_tick(thing: PlanStep | PlanItem, on: date) -> Tick:
    if isinstance(thing, PlanStep):
        return Tick(kind="step", id=thing.to.id, name=thing.to.name, on=on.isoformat())
    months = thing.item.valid_months
    until = add_months(on, months).isoformat() if months else None
    return Tick(kind="item", id=thing.item.id, name=thing.item.name, on=on.isoformat(), valid_until=until)
