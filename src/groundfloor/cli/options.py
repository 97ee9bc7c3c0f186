"""Options that several commands share, each said once."""

from pathlib import Path
from typing import Annotated

import typer

Url = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        envvar="GROUNDFLOOR_STORE",
        help="Database address; the default is a file of your own",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs")]
Resume = Annotated[Path | None, typer.Option(metavar="FILE", help="The person's résumé")]
Profile = Annotated[str | None, typer.Option(metavar="ID", help="A kept profile instead of a résumé")]
Postings = Annotated[
    list[Path] | None, typer.Option(metavar="PATH", help="Advertisements: files or folders; default: kept ones")
]
Goal = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="GOAL",
        help="A role id or name, a FAMILY:LEVEL (account_manager:experienced), an industry, or better-paid",
    ),
]
Country = Annotated[
    str, typer.Option(metavar="COUNTRY", help="Leave out training of other countries; a name or code: US, GB, …")
]
Place = Annotated[
    list[str] | None,
    typer.Option(metavar="PLACE", help="Only there: a town, a part of a country or a country; may be repeated"),
]
Refuse = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SHIFT",
        help="Hours to refuse: nights, weekends, evenings, early_mornings, holidays, rotating, on_call, overtime, …",
    ),
]
