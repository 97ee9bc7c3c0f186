"""``groundfloor store``: what is kept between runs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from groundfloor.cli.options import Url

app = typer.Typer(help="Keep profiles, postings and plans on this machine.", no_args_is_help=True)

Kind = Literal["profiles", "postings", "plans"]


@app.command()
def add(
    kind: Annotated[Literal["resumes", "postings"], typer.Argument(help="resumes or postings")],
    files: Annotated[list[Path], typer.Argument(help="Files or folders to read and keep")],
    store: Url = None,
) -> None:
    """Read documents and keep them. Reading the same again replaces it.

    Example: groundfloor store add postings ads/
    """
    from datetime import date

    from groundfloor.cli.output import end_with_findings
    from groundfloor.services.keeping import keep_postings, keep_resumes
    from groundfloor.store.store import open_store

    keep = keep_resumes if kind == "resumes" else keep_postings
    with open_store(store) as kept:
        count, findings = keep(kept, files, today=date.today())
    typer.echo(f"{count:,} {kind if count != 1 else kind.removesuffix('s')} kept.")
    end_with_findings(findings, done=count)


@app.command("list")
def list_kept(kind: Annotated[Kind, typer.Argument(help="profiles, postings or plans")], store: Url = None) -> None:
    """List the ids of what is kept.

    Example: groundfloor store list profiles
    """
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        ids = kept.list_ids(kind)
    for record_id in ids:
        typer.echo(record_id)
    if not ids:
        typer.echo(f"No {kind} are kept yet.", err=True)


@app.command()
def remove(
    kind: Annotated[Kind, typer.Argument(help="profiles, postings or plans")],
    record_id: Annotated[str, typer.Argument(metavar="ID", help="An id that `store list` shows")],
    store: Url = None,
) -> None:
    """Remove one record for good; a person's plans go with the person.

    Example: groundfloor store remove profiles cv
    """
    from groundfloor.errors import GroundfloorError
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        if not kept.remove(kind, record_id):
            hint = f"See `groundfloor store list {kind}`."
            raise GroundfloorError("entry-unknown", f"No {record_id!r} is kept among the {kind}.", hint=hint)
    typer.echo(f"{record_id} removed.")
