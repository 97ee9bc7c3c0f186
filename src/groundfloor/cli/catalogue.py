"""``groundfloor catalogue``: look into the knowledge."""

from typing import Annotated

import typer

app = typer.Typer(help="Look up roles, moves, training, tools, laws and their sources.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of a table.")]
Kind = Annotated[
    str,
    typer.Argument(help="roles, moves, training, tools, industries, laws, languages, language_tests, sources or wages"),
]


@app.command("list")
def list_kind(kind: Kind, as_json: Json = False) -> None:
    """List all entries of a kind.

    Example: groundfloor catalogue list roles
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.catalogue.lookup import list_entries, name_of
    from groundfloor.cli.output import print_json, print_table

    entries = list_entries(open_catalogue(), kind)
    if as_json:
        print_json([{"id": entry_id, **_as_dict(entry)} for entry_id, entry in entries.items()])
    else:
        rows = [(entry_id, name_of(entry), _remark(entry)) for entry_id, entry in entries.items()]
        print_table(("id", "name", ""), rows, title=f"{len(rows)} {kind}")


@app.command()
def show(
    entry_id: Annotated[str, typer.Argument(help="The id, for example retail.floor-manager")], as_json: Json = False
) -> None:
    """Show one entry with its sources; for a role also where it leads and what it pays.

    Example: groundfloor catalogue show retail.floor-manager
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.catalogue_entry import print_entry
    from groundfloor.cli.output import print_json
    from groundfloor.services.field import show_entry

    view = show_entry(open_catalogue(), entry_id)
    if as_json:
        print_json(view)
    else:
        print_entry(view)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Some words; spelling is forgiven")], as_json: Json = False
) -> None:
    """Search names and other names of all entries.

    Example: groundfloor catalogue search call centre
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.catalogue.lookup import search_entries
    from groundfloor.cli.output import print_json, print_table

    hits = search_entries(open_catalogue(), " ".join(words))
    if as_json:
        print_json([dict(zip(("kind", "id", "name", "nearness"), hit, strict=True)) for hit in hits])
    elif hits:
        print_table(("kind", "id", "name"), [hit[:3] for hit in hits])
    else:
        typer.echo("Nothing comes near these words. Try fewer or other words, or `groundfloor catalogue list roles`.")


@app.command()
def check() -> None:
    """Prove that the catalogue is whole: references, sources, ladders, examples, dates."""
    from datetime import date

    from groundfloor.catalogue.catalogue import build_catalogue
    from groundfloor.catalogue.checks import CHECKS, check_catalogue
    from groundfloor.catalogue.loading import KNOWLEDGE
    from groundfloor.catalogue.lookup import KINDS
    from groundfloor.cli.output import end_with_findings

    catalogue = build_catalogue(KNOWLEDGE)
    end_with_findings(check_catalogue(catalogue, today=date.today()), done=0)
    counts = ", ".join(f"{len(getattr(catalogue, kind))} {kind.replace('_', ' ')}" for kind in KINDS)
    typer.echo(f"The catalogue is whole ({len(CHECKS)} checks): {counts}.")


def _as_dict(entry: object) -> dict[str, object]:
    import msgspec

    fields: dict[str, object] = msgspec.to_builtins(entry)
    return fields


def _remark(entry: object) -> str:
    """What tells entries of one kind apart at a glance."""
    for field in ("level", "kind", "stage", "family", "jurisdiction", "tag", "publisher", "summary"):
        value = getattr(entry, field, None)
        if value and field == "stage":
            return f"stage {value}"
        if isinstance(value, str):
            return value.replace("_", " ")
    return ""
