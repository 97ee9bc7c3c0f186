"""One catalogue entry as text for a terminal."""

from textwrap import fill
from typing import Any

import msgspec
import typer

from groundfloor.catalogue.records import Cite, LawTopic, Role, TrainingItem
from groundfloor.cli.output import WIDTH, print_filled
from groundfloor.cli.role_text import print_role
from groundfloor.services.field import EntryView, LawView, SourceView
from groundfloor.services.portable import Carrying, RolePair
from groundfloor.services.routes.prices import tell_price
from groundfloor.services.routes.steps import show_price

_UNSHOWN = frozenset({"name", "match", "refuse", "rows"})
_CARRYING: dict[Carrying, str] = {"carries": "carries", "nearly": "nearly carries", "new": "new"}


def print_entry(view: EntryView) -> None:
    """Prints an entry: what it is, for a role where it leads and what it pays, and who says so."""
    typer.secho(f"{view.name}  ({view.kind} {view.id})", bold=True)
    if isinstance(view.entry, Role):
        print_role(view.entry, view)
    elif isinstance(view.entry, TrainingItem):
        _print_training(view.entry)
    elif isinstance(view.entry, LawTopic) and view.law:
        _print_law(view.entry, view.law)
    else:
        _print_fields(msgspec.to_builtins(view.entry))
    if view.sources:
        typer.secho("\nSources", bold=True)
    for source in view.sources:
        print_filled(_describe_source(source), "  ")


def _print_law(law: LawTopic, view: LawView) -> None:
    """Prints a law: what it asks, where it holds and of whom, and where in it one sees so."""
    print_filled(law.summary)
    facts = {
        "holds in": view.where,
        "instrument": law.instrument,
        "place": f"{law.cite.place}{f', seen on {law.cite.checked}' if law.cite.checked else ''}",
        "concerns": ", ".join(view.industries) or "every industry",
        "area": law.topic,
        "taught in": ", ".join(f"{name} ({item_id})" for item_id, name in view.taught_in),
        "page": law.url,
    }
    for name, words in facts.items():
        if words:
            print_filled(f"{name}: {words}", "  ")


def _print_training(item: TrainingItem) -> None:
    """Prints a training item: what it is, then level, length, price and validity, each with who says so and when."""
    print_filled(item.summary)
    facts: list[tuple[str, str, Cite | None]] = [
        ("awarded by", item.body, None),
        ("stage", str(item.stage), None),
        ("where", ", ".join(item.jurisdictions) or "everywhere", None),
        ("before it", " ".join(item.prerequisites), item.cite),
        ("level", _describe_level(item), item.level.cite if item.level else None),
        ("length", _describe_length(item), item.length.cite if item.length else None),
        ("price", tell_price(show_price(item.cost)) if item.cost else "", item.cost.cite if item.cost else None),
        ("valid", _describe_validity(item), item.validity.cite if item.validity else None),
        ("laws", ", ".join(item.laws), None),
        ("page", item.url, None),
    ]
    for name, words, cite in facts:
        if words:
            print_filled(f"{name}: {words}{_tell_cite(cite) if cite else ''}", "  ")


def _describe_level(item: TrainingItem) -> str:
    if item.level is None:
        return ""
    european = f"EQF {item.level.eqf}" if item.level.eqf else ""
    return ", ".join(words for words in (european, item.level.national) if words)


def _describe_length(item: TrainingItem) -> str:
    if item.length is None:
        return ""
    if item.length.hours is not None:
        return f"{item.length.hours:g} hours"
    return f"{item.length.months:g} months"


def _describe_validity(item: TrainingItem) -> str:
    if item.validity is None:
        return ""
    renewal = f", then {item.validity.renewal}" if item.validity.renewal else ""
    return f"{item.validity.months} months{renewal}"


def _tell_cite(cite: Cite) -> str:
    return f" ({cite.source}{f', checked {cite.checked}' if cite.checked else ''})"


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
        if not name.endswith("cite") and name not in _UNSHOWN and value not in (None, "", [], (), {}):
            print_filled(f"{name.replace('_', ' ')}: {_tell_value(value)}", "  ")


def _tell_value(value: Any) -> str:
    if isinstance(value, list | tuple):
        apart = "; " if any(isinstance(one, dict) for one in value) else ", "
        return apart.join(_tell_value(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_tell_value(one)}" for key, one in value.items() if key != "cite")
    return f"{value:g}" if isinstance(value, float) else str(value)


def _describe_source(source: SourceView) -> str:
    kind = "our estimate" if source.estimate else f"{source.publisher}, {source.title}"
    told = f"{kind}: {'; '.join(source.places)}" if source.places else kind
    return f"{told}. {source.url}" if source.url else told
