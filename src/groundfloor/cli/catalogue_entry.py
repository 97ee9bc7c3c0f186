"""One catalogue entry as text for a terminal."""

from textwrap import fill
from typing import Any

import msgspec
import typer

from groundfloor.catalogue.records import Role
from groundfloor.cli.output import WIDTH, print_filled
from groundfloor.services.field import EntryView, SourceView, StepView, Wage
from groundfloor.services.portable import Carrying, RolePair
from groundfloor.services.relocation import Mobility

_CARRYING: dict[Carrying, str] = {"carries": "carries", "nearly": "nearly carries", "new": "new"}
_MOBILITY: dict[Mobility, str] = {"stays": "It stays.", "can_move": "It can move.", "partly": "It can move in part."}


def print_entry(view: EntryView) -> None:
    """Prints an entry: what it is, for a role where it leads and what it pays, and who says so."""
    typer.secho(f"{view.name}  ({view.kind} {view.id})", bold=True)
    if isinstance(view.entry, Role):
        _print_role(view.entry, view.wage)
        if view.relocation:
            print_filled(f"abroad: {_MOBILITY[view.relocation.mobility]} {' '.join(view.relocation.reasons)}", "  ")
        _print_steps("Leads to", view.leads_to)
        _print_steps("Reached from", view.reached_from)
        _print_carried(view.carries_into)
    else:
        _print_fields(msgspec.to_builtins(view.entry))
    typer.echo("\nSources")
    for source in view.sources:
        print_filled(_describe_source(source), "  ")


def _print_role(role: Role, wage: Wage | None) -> None:
    print_filled(role.summary)
    facts = {
        "level": role.level,
        "family": role.family.replace("_", " "),
        "also called": ", ".join(role.titles.names),
        "duties": ", ".join(duty.replace("_", " ") for duty in role.duties),
        "setting": ", ".join((*role.setting.workplace, *role.setting.channels, *role.setting.schedule)).replace(
            "_", " "
        ),
        "complaints": role.setting.complaints,
        "stress": role.setting.stress,
        "codes": f"O*NET-SOC {', '.join(role.soc)}; ISCO-08 {', '.join(role.isco)}",
        "pay": _describe_wage(wage) if wage else "",
    }
    for name, words in facts.items():
        if words:
            print_filled(f"{name}: {words}", "  ")
    for sentence in role.leaves:
        print_filled(f"leaves you with: {sentence}", "  ")


def _describe_wage(wage: Wage) -> str:
    if wage.median is None:
        return ""
    spread = f", from {wage.p10:,.0f} to {wage.p90:,.0f}" if wage.p10 is not None and wage.p90 is not None else ""
    whose = f"{wage.occupation}, {wage.place}, {wage.date}"
    return f"{wage.currency} {wage.median:,.0f} a year in the middle{spread} ({whose})"


def _print_steps(head: str, steps: tuple[StepView, ...]) -> None:
    if steps:
        typer.echo(f"\n{head}")
    for step in steps:
        months = f"{step.months_min}-{step.months_max} months"
        print_filled(f"{step.name} ({step.role}): {step.kind.replace('_', ' ')}, {months}, {step.trodden}", "  ")


def _print_carried(pairs: tuple[RolePair, ...]) -> None:
    if pairs:
        typer.echo("\nCarries into")
    for pair in pairs:
        print_filled(f"{pair.to.name} ({pair.to.id}): {pair.share:.0%} of what it takes", "  ")


def print_pair(pair: RolePair) -> None:
    """Prints what carries from one role into another and what is new there."""
    head = f"From {pair.start.name} to {pair.to.name}: {pair.share:.0%} of what it takes is brought."
    typer.secho(fill(head, WIDTH), bold=True)
    for state, words in _CARRYING.items():
        names = [
            f"{thing.name} (near to {thing.through})" if thing.through else thing.name
            for thing in pair.things
            if thing.state == state
        ]
        if names:
            print_filled(f"{words}: {', '.join(names)}", "  ")


def _print_fields(fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if name not in ("cite", "name") and value not in (None, "", [], {}):
            words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            print_filled(f"{name.replace('_', ' ')}: {words}", "  ")


def _describe_source(source: SourceView) -> str:
    kind = "our estimate" if source.estimate else f"{source.publisher}, {source.title}"
    return f"{kind}: {'; '.join(source.places)}" if source.places else kind
