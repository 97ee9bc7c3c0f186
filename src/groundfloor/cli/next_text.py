"""Next steps as text for a terminal: up, sideways, and where else people go."""

from collections.abc import Sequence
from textwrap import fill

import typer

from groundfloor.cli.output import WIDTH, count, print_filled
from groundfloor.cli.route_text import tell_openings
from groundfloor.services.citing import tell_describers
from groundfloor.services.next_steps.records import NextStep, NextSteps, PartName
from groundfloor.services.routes.pay import tell_pay, tell_whose_pay
from groundfloor.services.routes.records import NeedView
from groundfloor.services.spans import tell_months

_TOLD = 3
_REASONS: tuple[PartName, ...] = ("jobs", "kind_of_work", "held_before", "rung", "time_served", "schooling", "industry")


def print_next_steps(steps: NextSteps) -> None:
    """Prints the steps up, then those across, each with its reasons; the steps down in one line."""
    print_filled(steps.start.note)
    across = "Sideways" if steps.start.role else "Ways in"
    for title, group in (("Steps up", steps.up), (across, steps.across)):
        if group:
            typer.echo()
            typer.secho(title, bold=True)
        for number, step in enumerate(group, start=1):
            _print_step(number, step, steps)
    if steps.down:
        typer.echo()
        named = "; ".join(f"{step.to.name}, {step.to.industry_name}" for step in steps.down)
        print_filled(f"People in such work also take a step down, to where jobs are: {named}.")
    if not (steps.up or steps.across or steps.down):
        print_filled("No step keeps to your conditions.")
    for note in steps.notes:
        print_filled(f"Note: {note}")


def _print_step(number: int, step: NextStep, steps: NextSteps) -> None:
    typer.secho(fill(f"{number}. {step.to.name}, {step.to.industry_name}", WIDTH, initial_indent="  "), bold=True)
    if steps.start.role:
        print_filled(_tell_way(step, steps), "     ")
        print_filled(tell_describers(step.seen_in, steps.sources), "     ")
    print_filled(_tell_pay(step), "     ")
    for warning in step.warnings:
        print_filled(f"! {warning}", "     ")
    if step.carries_share is not None:
        new = f"; new to you: {_first(step.new)}" if step.new else ""
        print_filled(f"you bring {step.carries_share:.0%} of what it takes{new}", "     ")
    missing = _list_missing(step)
    everywhere = [need for need in missing if steps.country or not need.where]
    asked = [f"{need.text} ({need.where})" if need.where else need.text for need in everywhere]
    if asked:
        nobody = steps.start.how in ("asked", "ground_floor")
        shown = "it asks" if nobody else "it asks, and you have not shown"
        print_filled(f"{shown}: {_first(asked)}", "     ")
    if len(asked) < len(missing):
        elsewhere = [_tell_there(need) for need in missing if need.where]
        print_filled(f"the law asks, but only there: {_first(elsewhere)}", "     ")
    if step.training:
        print_filled(f"not open without: {_first(step.training)}", "     ")
    if step.opens and step.way == "across":
        here = " that you cannot take from here" if steps.start.role else ""
        print_filled(f"opens {count(step.opens, 'step')} up{here}", "     ")
    print_filled(f"why it stands here: {_tell_reasons(step)}", "     ")
    if step.openings is not None:
        print_filled(tell_openings(step.openings), "     ")


def _list_missing(step: NextStep) -> list[NeedView]:
    return [need for need in step.needs if need.required and need.state == "open"]


def _tell_there(need: NeedView) -> str:
    """A thing that the law of some place asks, the place first and not again behind the name."""
    name, _, behind = need.text.partition(" (")
    return f"{need.where} {name if behind.rstrip(')') in need.where else need.text}"


def _tell_way(step: NextStep, steps: NextSteps) -> str:
    if step.trodden is None or step.trodden_cite is None or step.months_min is None or step.months_max is None:
        return "no move to just this role is in the catalogue; it is named for being near"
    months = tell_months(step.months_min, step.months_max)
    source = steps.sources[step.trodden_cite.source]
    whose = "our estimate" if source.estimate else min(source.title, source.publisher, key=len)
    return f"a {step.trodden} move, usually after {months} ({whose}: {step.trodden_cite.place})"


def _tell_pay(step: NextStep) -> str:
    pay, before = step.pay_after, step.pay_before
    if pay is None:
        return "pay: not known"
    yours = f", after {before.annual_median:,.0f}" if before and before.currency == pay.currency else ""
    return f"pay {tell_pay(pay)} ({tell_whose_pay(pay)}){yours}"


def _tell_reasons(step: NextStep) -> str:
    reasons = {part.name: part.why for part in step.parts}
    return "; ".join(reasons[name] for name in _REASONS if name in reasons)


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
