"""``groundfloor ladder``: an employer's own ladder among the roles of the catalogue."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundfloor.cli.options import Json

if TYPE_CHECKING:
    from groundfloor.catalogue.ladders.records import LadderLevel
    from groundfloor.services.ladders import InstalledLadder

app = typer.Typer(help="Bring in an employer's own ladder and plan on it.", no_args_is_help=True)

_ORDERS = {
    "as_written": "in the order of the file",
    "as_written_reversed": "in the file the highest comes first",
    "rank_words": "ordered by the words of rank, for the file mixes them",
    "numbers": "ordered by their numbers",
    "steps": "ordered by the steps that the file names",
    "years": "ordered by the years they ask",
}


@app.command()
def install(
    file: Annotated[Path, typer.Argument(help="Markdown, CSV, YAML or JSON; or a folder of pages")],
    industry: Annotated[str, typer.Option(metavar="ID", help="Its industry, see `catalogue list industries`")],
    name: Annotated[str, typer.Option(metavar="NAME", help="What to call it; default: its title or file name")] = "",
    part: Annotated[str, typer.Option(metavar="HEADING", help="The one to take where the file holds several")] = "",
    as_json: Json = False,
) -> None:
    """Read a ladder of levels and criteria and keep it, the lowest level first.

    Its levels become roles that `groundfloor route` plans from, to and through. What each asks is shown by `ladder
    show`.

    Example: groundfloor ladder install support-levels.md --industry software_it
    """
    from datetime import date

    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.output import print_json
    from groundfloor.errors import GroundfloorError
    from groundfloor.services.ladders import install_ladder

    known = open_catalogue().industries
    if industry not in known:
        hint = f"Use one of {', '.join(known)}."
        raise GroundfloorError("usage", f"There is no industry {industry!r}.", hint=hint)
    kept = install_ladder(file, industry=industry, name=name, part=part, today=date.today())  # type: ignore[arg-type]
    if as_json:
        print_json(kept)
    else:
        _print_ladder(kept, whole=False)
        typer.echo(f"What each asks: groundfloor ladder show {kept.id}")
        typer.echo(f"Plan on it, for example: {_example(kept)}")


@app.command("list")
def list_all(as_json: Json = False) -> None:
    """List the ladders kept.

    Example: groundfloor ladder list
    """
    from groundfloor.cli.output import print_json, print_table
    from groundfloor.services.ladders import list_ladders

    ladders = list_ladders()
    if as_json:
        print_json(ladders)
    elif ladders:
        rows = [(one.id, one.industry, str(len(one.ladder.levels)), one.file, one.installed_on) for one in ladders]
        print_table(("id", "industry", "levels", "file", "installed"), rows)
    else:
        typer.echo("No ladder is kept. Bring one in with `groundfloor ladder install FILE --industry ID`.")


@app.command()
def show(
    ladder: Annotated[str, typer.Argument(help="The id or name, see `ladder list`")], as_json: Json = False
) -> None:
    """Show a ladder's levels, the lowest first, with what each asks.

    Example: groundfloor ladder show support-levels
    """
    from groundfloor.cli.output import print_json
    from groundfloor.services.ladders import ladder_id_of, list_ladders

    found = next((one for one in list_ladders() if one.id == ladder_id_of(ladder)), None)
    if found is None:
        raise _unknown(ladder)
    if as_json:
        print_json(found)
    else:
        _print_ladder(found)


@app.command()
def remove(ladder: Annotated[str, typer.Argument(help="The id or name, see `ladder list`")]) -> None:
    """Take a ladder away.

    Example: groundfloor ladder remove support-levels
    """
    from groundfloor.services.ladders import remove_ladder

    if not remove_ladder(ladder):
        raise _unknown(ladder)
    typer.echo(f"{ladder} is no longer kept.")


def _unknown(ladder: str) -> Exception:
    from groundfloor.errors import GroundfloorError

    return GroundfloorError("entry-unknown", f"No ladder {ladder!r} is kept.", hint="See `groundfloor ladder list`.")


def _example(kept: "InstalledLadder") -> str:
    """A route along the first track of a ladder."""
    levels = kept.ladder.levels
    track = [level.name for level in levels if level.track == levels[0].track]
    return f'groundfloor route --from "{track[0]}" --to "{track[-1]}"'


def _print_ladder(kept: "InstalledLadder", *, whole: bool = True) -> None:
    """The levels with what they ask; only how much they ask unless ``whole``."""
    from groundfloor.cli.output import count as counted
    from groundfloor.cli.output import print_filled
    from groundfloor.services.spans import tell_months

    ladder = kept.ladder
    print_filled(f"{ladder.name} ({kept.id}): {len(ladder.levels)} levels, {_ORDERS[ladder.ordered_by]}.")
    track = ""
    for number, level in enumerate(ladder.levels, start=1):
        if level.track != track:
            track = level.track
            typer.secho(track, bold=True)
        things = len(level.criteria)
        count = f" - {counted(things, 'thing')} asked" if things else " - nothing said of it"
        time = f", usually {tell_months(*level.months)}" if level.months else ""
        typer.secho(f"{number:>3}. {level.name}{'' if whole else count + time}", bold=whole)
        if whole:
            _print_criteria(level)
    for note in ladder.notes:
        print_filled(f"Note: {note}")


def _print_criteria(level: "LadderLevel") -> None:
    """What a level asks, area after area."""
    from textwrap import fill

    from groundfloor.cli.output import WIDTH

    area = ""
    for criterion in level.criteria:
        if criterion.area and criterion.area != area:
            typer.echo(fill(f"{criterion.area}:", WIDTH, initial_indent="     ", subsequent_indent="       "))
        area = criterion.area
        typer.echo(fill(f"- {criterion.text}", WIDTH, initial_indent="     ", subsequent_indent="       "))
