"""``groundfloor catalogue``: look into the knowledge."""

from typing import TYPE_CHECKING, Annotated

import typer

from groundfloor.cli.options import Json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundfloor.catalogue.catalogue import Catalogue
    from groundfloor.catalogue.standards.records import StandardHeader
    from groundfloor.readers.skill_linking import SkillLink
    from groundfloor.readers.title_linking import OccupationLink

app = typer.Typer(help="Look up roles, moves, training, tools, laws and their sources.", no_args_is_help=True)

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

    catalogue = open_catalogue()
    entries = list_entries(catalogue, kind)
    if as_json:
        print_json([{"id": entry_id, **_as_dict(entry)} for entry_id, entry in entries.items()])
    else:
        rows = [(entry_id, name_of(entry), _remark(entry, catalogue)) for entry_id, entry in entries.items()]
        print_table(("id", "name", ""), rows, title=f"{len(rows)} {kind}")


@app.command()
def show(
    entry_id: Annotated[str, typer.Argument(help="The id, for example retail.floor-manager")],
    country: Annotated[str, typer.Option(help="Only this country's pay, for example GB")] = "",
    as_json: Json = False,
) -> None:
    """Show one entry with its sources; for a role also where it leads and what it pays.

    Example: groundfloor catalogue show retail.floor-manager
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.catalogue_entry import print_entry
    from groundfloor.cli.output import print_json
    from groundfloor.services.field import show_entry

    view = show_entry(open_catalogue(), entry_id, country.upper())
    if as_json:
        print_json(view)
    else:
        print_entry(view)


@app.command()
def compare(
    start: Annotated[str, typer.Argument(help="The role somebody comes from, id or name")],
    to: Annotated[str, typer.Argument(help="The role they go to, id or name")],
    as_json: Json = False,
) -> None:
    """Tell what carries from one role into another, and what is new there.

    Example: groundfloor catalogue compare retail.cashier banking_finance.bank-teller
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.catalogue_entry import print_pair
    from groundfloor.cli.output import print_json
    from groundfloor.services.portable import compare_roles

    pair = compare_roles(open_catalogue(), start, to)
    if as_json:
        print_json(pair)
    else:
        print_pair(pair)


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
    """Prove that the catalogue is whole: references, sources, ladders, examples, dates.

    Example: groundfloor catalogue check
    """
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


@app.command()
def install(
    place: Annotated[str, typer.Argument(help="The publisher's tables: a folder, a file, a ZIP or an https address")],
    version: Annotated[
        str | None, typer.Option(metavar="VERSION", help="The version, where the files' names do not say")
    ] = None,
    as_json: Json = False,
) -> None:
    """Install O*NET, ESCO, their crosswalk or wage tables from their files.

    An address is asked for once, because you say so; nothing else here ever uses the network.

    Example: groundfloor catalogue install db_29_0_text.zip
    """
    from groundfloor.cli.output import print_filled, print_findings, print_json
    from groundfloor.services.fetching import opened_material
    from groundfloor.services.standards import install_standards

    with opened_material(place) as path:
        headers, left_out = install_standards(path, version=version)
    if as_json:
        print_json(headers)
        return
    print_findings(left_out)
    for header in headers:
        version = "version not stated; name it with --version" if header.version == "not stated" else header.version
        print_filled(f"Installed {header.id} ({version}): {_holding(header)}. Licence: {header.licence}.")
        print_filled(header.credit, "  ")
        for table in header.tables:
            typer.echo(f"  {table.file}: {table.rows:,} rows, checksum {table.digest}")


@app.command()
def standards(as_json: Json = False) -> None:
    """List installed standards with version, licence and content.

    Example: groundfloor catalogue standards
    """
    from groundfloor.catalogue.standards.packed import list_standards
    from groundfloor.cli.output import print_json, print_table

    headers = list_standards()
    if as_json:
        print_json(headers)
    elif headers:
        rows = [(header.id, header.version, header.licence, _holding(header)) for header in headers]
        print_table(("id", "version", "licence", "holds"), rows)
    else:
        typer.echo("No standard is installed. Install one with `groundfloor catalogue install FOLDER`.")


@app.command()
def uninstall(standard: Annotated[str, typer.Argument(help="The id, see `catalogue standards`")]) -> None:
    """Take an installed standard away.

    Example: groundfloor catalogue uninstall onet
    """
    from groundfloor.catalogue.standards.packed import remove_standard

    remove_standard(standard)
    typer.echo(f"{standard} is no longer installed.")


@app.command()
def link(
    texts: Annotated[list[str], typer.Argument(help="Advertised titles, or sentences with --skills")],
    to: Annotated[str, typer.Option(metavar="STANDARD", help="The installed standard to link to")] = "esco-en",
    skills: Annotated[
        bool, typer.Option("--skills", help="Link sentences to skills, not titles to occupations")
    ] = False,
    top: Annotated[int, typer.Option(min=1, max=100, metavar="NUMBER", help="How many for each text")] = 5,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Hear the sentence model of the `semantic` extra as well")
    ] = False,
    as_json: Json = False,
) -> None:
    """Find the occupations or skills of an installed standard that texts mean.

    Example: groundfloor catalogue link "Sr. CSR (night shift)" --to esco-en
    """
    from groundfloor.cli.output import print_json, print_table
    from groundfloor.services.standards import link_skills, link_titles

    found: Sequence[Sequence[OccupationLink | SkillLink]] = (
        link_skills(texts, to, limit=top, semantic=semantic)
        if skills
        else link_titles(texts, to, limit=top, semantic=semantic)
    )
    if as_json:
        records = [[near._asdict() for near in links] for links in found]
        print_json([{"text": text, "links": each} for text, each in zip(texts, records, strict=True)])
        return
    for text, links in zip(texts, found, strict=True):
        if not links:
            typer.echo(f"Nothing in {to} comes near {text!r}.")
            continue
        print_table(
            ("label", "id", "score"), [(near.label, near.id, f"{near.score:.2f}") for near in links], title=text
        )


def _holding(header: "StandardHeader") -> str:
    counts = ((header.occupations, "occupations"), (header.skills, "skills"), (header.crossings, "crossings"))
    return ", ".join(f"{count:,} {name}" for count, name in counts if count)


def _as_dict(entry: object) -> dict[str, object]:
    import msgspec

    fields: dict[str, object] = msgspec.to_builtins(entry)
    return fields


def _remark(entry: object, catalogue: "Catalogue") -> str:
    """What tells entries of one kind apart at a glance."""
    from groundfloor.catalogue.jurisdictions import name_jurisdiction
    from groundfloor.catalogue.records import LawTopic

    if isinstance(entry, LawTopic):
        return f"{entry.instrument}; {name_jurisdiction(entry.jurisdiction, catalogue.countries)}"
    for field in ("level", "kind", "stage", "family", "tag", "publisher", "summary", "classification"):
        value = getattr(entry, field, None)
        if value and field == "stage":
            return f"stage {value}"
        if isinstance(value, str):
            return value.replace("_", " ")
    return ""
