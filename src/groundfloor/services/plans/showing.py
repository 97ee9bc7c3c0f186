"""A kept plan as it stands on one day: what is done, what is next, by when the rest is usually done."""

from collections.abc import Sequence
from datetime import date, timedelta

from groundfloor.services.plans.records import ItemState, Plan, PlanItem, PlanStep, PlanView, Tick, TickKind
from groundfloor.services.routes.records import ItemView, RoleView, RouteStep

DAYS_A_MONTH = 365.25 / 12


def show_plan(plan: Plan, *, today: date, start: date | None = None) -> PlanView:
    """Says how a plan stands.

    Args:
        plan: as kept.
        today: tells what is still valid.
        start: the day from which the open steps run; otherwise the day of the last step done, or of the last planning
            where that is later.

    Returns:
        Steps in order with their things to do, stage by stage; each open thing with the day it is usually done by.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> view = show_plan(plan, today=date(2026, 1, 15))
        >>> view.done, view.reached
        (0, False)
    """
    days = _Days(plan, today, start)
    steps = tuple(_show_step(days, step, number) for number, step in enumerate(plan.route.steps, start=1))
    opened = [step for step in steps if step.state == "open"]
    reached = bool(steps) and steps[-1].state == "done"
    items = [item for step in steps for item in step.items]
    shown = {step.to.id for step in steps} | {item.item.id for item in items}
    return PlanView(
        plan_id=plan.id,
        person=plan.person,
        here=_find_here(plan),
        goal=plan.route.goal,
        asked=plan.asked,
        reached=reached,
        next=_tell_next(plan, steps, reached=reached),
        done=sum(step.state == "done" for step in steps) + sum(item.state in ("done", "held") for item in items),
        things=len(steps) + len(items),
        months_min=sum(step.months_min for step in opened),
        months_max=sum(step.months_max for step in opened),
        steps=steps,
        behind=tuple(tick for tick in plan.ticks if tick.id not in shown),
        changes=plan.changes,
        other_ways=plan.other_ways,
        constraints=plan.constraints,
        made_on=plan.made_on,
        planned_on=plan.planned_on,
        changed_on=plan.changed_on,
        shown_on=today.isoformat(),
        sources=plan.sources,
    )


def find_first_open(step: RouteStep) -> ItemView | None:
    """The first thing to do for a step, needed ones before others, or None when all is held.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> find_first_open(plan.route.steps[0]).held
        False
    """
    due = [item for stage in step.stages for item in stage.items if not item.held and item.gained_on_step is None]
    return min(due, key=lambda item: (not item.needed, _outlasts(item, step)), default=None)


def has_lapsed(tick: Tick, today: date) -> bool:
    """Whether something done is no longer valid.

    Example:
        >>> course = Tick(kind="item", id="x", name="First aid", on="2023-01-15", valid_until="2026-01-15")
        >>> has_lapsed(course, date(2026, 1, 15)), has_lapsed(course, date(2026, 1, 16))
        (False, True)
    """
    return tick.valid_until is not None and tick.valid_until < today.isoformat()


def add_months(day: date, months: float) -> date:
    """A day some months later, by the average month.

    Example:
        >>> add_months(date(2026, 11, 25), 12).isoformat()
        '2027-11-25'
    """
    return day + timedelta(days=round(months * DAYS_A_MONTH))


class _Days:
    """Walks the open steps through the calendar."""

    def __init__(self, plan: Plan, today: date, start: date | None) -> None:
        self.today = today
        self._ticks = {(tick.kind, tick.id): tick for tick in plan.ticks}
        moved = [tick.on for tick in plan.ticks if tick.kind == "step"]
        self.furthest = max((step.number for step in plan.route.steps if self.find_tick("step", step.to.id)), default=0)
        self.reached = start or date.fromisoformat(max([plan.planned_on, *moved]))

    def find_tick(self, kind: TickKind, thing_id: str) -> Tick | None:
        return self._ticks.get((kind, thing_id))

    def take_step(self, step: RouteStep, open_items: int) -> tuple[list[date], date]:
        """The usual day of each open item, spread over the step, and of the step itself."""
        months = (step.months_min + step.months_max) / 2
        months = max(months, 1.0) if open_items else months
        began = self.reached
        self.reached = add_months(began, months)
        return [add_months(began, months * at / (open_items or 1)) for at in range(1, open_items + 1)], self.reached


def _show_step(days: _Days, step: RouteStep, number: int) -> PlanStep:
    tick = days.find_tick("step", step.to.id)
    # Who stands on a later step has this one behind them, even where its day is not known.
    passed = number <= days.furthest
    items = [item for stage in step.stages for item in stage.items if item.gained_on_step is None]
    states = [_state_of(item, days.find_tick("item", item.id), days.today) for item in items]
    dated = [
        state in ("open", "lapsed") and not _outlasts(item, step) for item, state in zip(items, states, strict=True)
    ]
    due: list[date] = []
    due_on = None
    if not passed:
        due, due_on = days.take_step(step, sum(dated))
    dates = iter(due)
    return PlanStep(
        number=number,
        state="done" if passed else "open",
        kind=step.kind,
        start=step.start,
        to=step.to,
        opens=step.opens,
        months_min=step.months_min,
        months_max=step.months_max,
        trodden=step.trodden,
        items=tuple(
            _show_item(
                item, f"{number}.{at}", state, days.find_tick("item", item.id), next(dates, None) if has_day else None
            )
            for at, (item, state, has_day) in enumerate(zip(items, states, dated, strict=True), start=1)
        ),
        done_on=tick.on if tick else None,
        due_on=due_on.isoformat() if due_on else None,
        pay_before=step.pay_before,
        pay_after=step.pay_after,
        warnings=step.warnings,
        note=step.note,
        missing=tuple(need.text for need in step.needs if need.required and need.state == "open"),
    )


def _state_of(item: ItemView, tick: Tick | None, today: date) -> ItemState:
    if tick is None:
        return "held" if item.held else "open"
    return "lapsed" if has_lapsed(tick, today) else "done"


def _outlasts(item: ItemView, step: RouteStep | PlanStep) -> bool:
    """Whether work takes longer than the step itself: it goes on in the new job."""
    return item.stage == 1 and item.months is not None and item.months > step.months_max


def _show_item(item: ItemView, number: str, state: ItemState, tick: Tick | None, due_on: date | None) -> PlanItem:
    return PlanItem(
        number=number,
        state=state,
        item=item,
        done_on=tick.on if tick else None,
        valid_until=tick.valid_until if tick else None,
        due_on=due_on.isoformat() if due_on else None,
    )


def _find_here(plan: Plan) -> RoleView:
    done = {tick.id for tick in plan.ticks if tick.kind == "step"}
    return next((step.to for step in reversed(plan.route.steps) if step.to.id in done), plan.route.start)


def _tell_next(plan: Plan, steps: Sequence[PlanStep], *, reached: bool) -> str:
    if reached:
        return f"You have reached the goal: {plan.route.goal.name}."
    step = next((step for step in steps if step.state == "open"), None)
    if step is None:
        return "No step is planned. Plan again when something has changed."
    work = "" if plan.start.role or plan.ticks else f"Find work as {plan.route.start.name.lower()}, then: "
    due = [item for item in step.items if item.state in ("open", "lapsed")]
    if not due:
        return f"{work}Ask or apply for the next role: {step.to.name} ({step.number})."
    first = min(due, key=lambda one: (not one.item.needed, _outlasts(one.item, step)))
    again = "Renew: " if first.state == "lapsed" else ""
    return f"{work}{again}{first.item.name} ({first.number})."
