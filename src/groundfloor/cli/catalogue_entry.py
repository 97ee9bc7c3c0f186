"""One catalogue entry as text for a terminal."""

from textwrap import fill
from typing import Any

import msgspec
import typer

from groundfloor.catalogue.records import Role
from groundfloor.cli.output import WIDTH
from groundfloor.services.field import EntryView, SourceView, StepView, Wage


def print_entry(view: EntryView) -> None:
    """Prints an entry: what it is, for a role where it leads and what it pays, and who says so."""
    typer.secho(f"{view.name}  ({view.kind} {view.id})", bold=True)
    if isinstance(view.entry, Role):
        _print_role(view.entry, view.wage)
        _print_steps("Leads to", view.leads_to)
        _print_steps("Reached from", view.reached_from)
    else:
        _print_fields(msgspec.to_builtins(view.entry))
    typer.echo("\nSources")
    for source in view.sources:
        _print_paragraph(_describe_source(source), indent="  ")


def _print_role(role: Role, wage: Wage | None) -> None:
    _print_paragraph(role.summary)
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
            _print_paragraph(f"{name}: {words}", indent="  ")
    for sentence in role.leaves:
        _print_paragraph(f"leaves you with: {sentence}", indent="  ")


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
        _print_paragraph(
            f"{step.name} ({step.role}): {step.kind.replace('_', ' ')}, {months}, {step.trodden}", indent="  "
        )


def _print_fields(fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if name not in ("cite", "name") and value not in (None, "", [], {}):
            words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            _print_paragraph(f"{name.replace('_', ' ')}: {words}", indent="  ")


def _describe_source(source: SourceView) -> str:
    kind = "our estimate" if source.estimate else f"{source.publisher}, {source.title}"
    return f"{kind}: {'; '.join(source.places)}" if source.places else kind


def _print_paragraph(text: str, *, indent: str = "") -> None:
    typer.echo(fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  " * bool(indent)))
