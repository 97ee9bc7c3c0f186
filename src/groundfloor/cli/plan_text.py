"""Kept plans as text for a terminal."""

from textwrap import fill

import typer

from groundfloor.cli.output import WIDTH, print_filled
from groundfloor.services.plans.records import Change, PlanItem, PlanStep, PlanView
from groundfloor.services.spans import tell_months

_MARKS = {"open": "[ ]", "done": "[x]", "held": "[x]", "lapsed": "[!]"}


def print_kept_plan(view: PlanView) -> None:
    """Prints a plan as a list to tick off."""
    typer.secho(
        fill(
            f"{view.plan_id}: from {view.steps[0].start.name if view.steps else view.here.name} "
            f"to {view.goal.name}, {view.goal.industry_name}",
            WIDTH,
        ),
        bold=True,
    )
    print_filled(f"{view.done} of {view.things} done; {tell_left(view)}. Usual times, not promises.")
    for step in view.steps:
        _print_step(step)
    if view.behind:
        typer.echo("\nDone before:")
        for one in view.behind:
            print_filled(f"[x] {one.name}, {one.on}", "  ")
    typer.echo()
    print_filled(f"Next: {view.next}")


def print_plan_line(view: PlanView) -> None:
    """Prints a plan in three lines: its id, how far it has come, what is next."""
    typer.secho(view.plan_id, bold=True)
    print_filled(f"{view.done} of {view.things} done, {tell_left(view)}.", "  ")
    print_filled(view.next if view.reached else f"Next: {view.next}", "  ")


def print_changes(view: PlanView) -> None:
    """Prints what planning again changed, and what is next."""
    for change in view.changes:
        print_filled(_tell_change(change), "- ")
    typer.echo()
    print_filled(f"Next: {view.next}" if not view.reached else view.next)


def tell_left(view: PlanView) -> str:
    """How long the open steps usually take, in a few words."""
    if view.reached:
        return "goal reached"
    return f"{tell_months(view.months_min, view.months_max)} left" if view.months_max else "open now"


def _print_step(step: PlanStep) -> None:
    typer.echo()
    state = f"since {step.done_on}" if step.done_on else "behind you" if step.state == "done" else _tell_due(step)
    line = f"{_MARKS[step.state]} {step.number}. {step.to.name}, {step.to.industry_name} ({state})"
    typer.secho(fill(line, WIDTH, subsequent_indent="       "), bold=True)
    if step.state == "open":
        print_filled(step.opens, "    ")
        print_filled(step.note, "    ")
        print_filled(f"Asked and not yet shown: {'; '.join(step.missing)}." if step.missing else "", "    ")
        for warning in step.warnings:
            print_filled(f"! {warning}", "    ")
    for item in step.items:
        print_filled(f"{_MARKS[item.state]} {item.number} {item.item.name} ({_tell_item(item, step)})", "    ")


def _tell_due(step: PlanStep) -> str:
    span = tell_months(step.months_min, step.months_max)
    return f"{span}, about {step.due_on[:7]}" if step.due_on and step.months_max else span


def _tell_item(item: PlanItem, step: PlanStep) -> str:
    if item.state == "held":
        return item.item.held_because
    if item.state == "lapsed":
        return f"renew: it was valid until {item.valid_until}"
    if item.state == "done":
        return f"done on {item.done_on}" + (f", valid until {item.valid_until}" if item.valid_until else "")
    parts = ["needed"] if item.item.needed else []
    parts += [f"{item.item.hours:g} h"] if item.item.hours is not None else []
    parts += [f"by {item.due_on[:7]}" if item.due_on else "left open" if step.state == "done" else "in the new job"]
    return ", ".join(parts)


def _tell_change(change: Change) -> str:
    return f"{change.what} {change.why}".strip()
