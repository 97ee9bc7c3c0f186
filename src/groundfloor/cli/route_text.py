"""Routes as text for a terminal: each route's steps, each step's four stages."""

from textwrap import fill

import typer

from groundfloor.cli.output import WIDTH, count, print_filled
from groundfloor.services.citing import tell_describers
from groundfloor.services.overview import SILENCES
from groundfloor.services.routes.pay import tell_pay, tell_whose_pay
from groundfloor.services.routes.planning import tell_nearest
from groundfloor.services.routes.prices import tell_funding, tell_price, tell_prices
from groundfloor.services.routes.records import ItemView, Opening, PlannedRoute, RoutePlan, RouteStep, StageView
from groundfloor.services.spans import tell_months

_STEPS_IN_FULL = 1
_NAMED = 3
_LAWS = 4
_NOTHING = {True: "nothing that we know of in your country", False: "nothing that we know of"}


def print_plan(plan: RoutePlan, *, routes_in_full: int = _STEPS_IN_FULL) -> None:
    """Prints the routes of a plan, the first ones with all training, or why there is none."""
    print_filled(plan.start.note)
    print_filled(plan.goal.note)
    for number, planned in enumerate(plan.routes, start=1):
        _print_route(number, planned, plan, in_full=number <= routes_in_full)
    if plan.nothing:
        print_filled(f"No route: {plan.nothing.message}")
        for condition in plan.nothing.relax:
            print_filled(f"- {condition.message}", "  ")
        print_filled(tell_nearest(plan.nothing))
    if plan.dropped:
        like_these = count(len(plan.dropped), "route")
        print_filled(
            f"Left out for being no better or much like these: {like_these}; --json names each with its reason."
        )
    for note in plan.notes:
        print_filled(f"Note: {note}")


def _print_route(number: int, planned: PlannedRoute, plan: RoutePlan, *, in_full: bool) -> None:
    typer.echo()
    labels = f" ({', '.join(label.replace('_', ' ') for label in planned.labels)})" if planned.labels else ""
    names = " > ".join([planned.start.name, *(step.to.name for step in planned.steps)])
    typer.secho(fill(f"Route {number}{labels}: {names}", WIDTH, subsequent_indent="  "), bold=True)
    print_filled(f"{tell_months(planned.months_min, planned.months_max)}; {_study(planned)}", "  ")
    for step in planned.steps:
        _print_step(step, plan, in_full=in_full)


def _print_step(step: RouteStep, plan: RoutePlan, *, in_full: bool) -> None:
    country = plan.constraints.country
    months = tell_months(step.months_min, step.months_max)
    print_filled(f"{step.number}. {step.to.name}, {step.to.industry_name}: {months}, a {step.trodden} step", "  ")
    if step.pay_after:
        pay = step.pay_after
        falls = " - a lower middle than before" if step.pay_falls else ""
        print_filled(f"pay {tell_pay(pay)} ({tell_whose_pay(pay)}){falls}", "     ")
    for warning in step.warnings:
        print_filled(f"! {warning}", "     ")
    if step.openings is not None:
        print_filled(tell_openings(step.openings), "     ")
    if in_full:
        print_filled(step.opens, "     ")
        print_filled(step.note, "     ")
        print_filled(tell_describers(step.seen_in, plan.sources), "     ")
        for stage in step.stages:
            print_filled(f"stage {stage.stage}, {stage.name}: {_stage(stage, country)}", "     ")
            new = [item for item in stage.items if item.gained_on_step is None]
            laws = [*dict.fromkeys(law for item in new for law in item.laws if country)]
            if laws:
                print_filled(f"the law taught in it: {_tell_laws(laws)}", "       ")


def _stage(stage: StageView, country: str) -> str:
    """What is new on this step; what an earlier one names is only pointed at."""
    new = _tell_new([item for item in stage.items if item.gained_on_step is None], country)
    earlier = sorted({item.gained_on_step for item in stage.items if item.gained_on_step is not None})
    if not earlier:
        return new or _NOTHING[bool(country)]
    steps = f"step{'s' * (len(earlier) > 1)} {' and '.join(str(number) for number in earlier)}"
    return f"{new}; and what {steps} named" if new else f"what {steps} named"


def _tell_new(items: list[ItemView], country: str) -> str:
    """The items of a stage; without a country the first few, what is needed or of use everywhere before the rest."""
    if country or len(items) <= _NAMED:
        return "; ".join(map(_item, items))
    first = sorted(items, key=lambda item: (not item.needed, not item.held, bool(item.jurisdictions)))
    of_places = any(item.jurisdictions for item in first[_NAMED:])
    where = " (name your country with --country)" if of_places else " in --json"
    return f"{'; '.join(map(_item, first[:_NAMED]))}; and {len(items) - _NAMED} more{where}"


def _tell_laws(laws: list[str]) -> str:
    more = len(laws) - _LAWS
    return "; ".join(laws[:_LAWS]) + (f"; {more} more in --json" if more > 0 else "")


def tell_openings(openings: tuple[Opening, ...]) -> str:
    """How many of the advertisements on hand are for a role, the first of them by name."""
    if not openings:
        return "none of the advertisements on hand is for this role"
    named = "; ".join(_opening(one) for one in openings[:_NAMED])
    return f"{len(openings)} of the advertisements on hand: {named}" + ("; …" if len(openings) > _NAMED else "")


def _opening(one: Opening) -> str:
    name = f"{one.title} at {one.employer}" if one.employer else one.title
    return f"{name} (! with warnings)" if any(code not in SILENCES for code in one.warnings) else name


def _item(item: ItemView) -> str:
    remarks = []
    if item.held:
        remarks.append("you have it")
    elif item.needed:
        remarks.append("needed")
    if item.hours is not None and not item.held:
        remarks.append(f"{item.hours:g} h")
    if item.price and not item.held:
        remarks.append(tell_price(item.price))
    if item.funding and not item.held:
        remarks.append(tell_funding(item.funding))
    return f"{item.name} ({', '.join(remarks)})" if remarks else item.name


def _study(planned: PlannedRoute) -> str:
    known = f"about {planned.study_hours:,.0f} hours of study in stages 3 and 4" if planned.study_hours else ""
    lengths = _count(planned.lengths_not_known, "course", "of unknown length")
    prices = tell_prices(planned.prices, len(planned.prices_not_known))
    return "; ".join(part for part in (known, lengths, prices) if part) or "no study in stages 3 and 4"


def _count(number: int, name: str, state: str) -> str:
    return f"{number} {name}{'s' * (number != 1)} {state}" if number else ""
