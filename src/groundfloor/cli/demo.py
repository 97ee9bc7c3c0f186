"""``groundfloor demo``: the main job on the bundled example."""

from pathlib import Path
from typing import Annotated

import typer

GOAL = "hospitality_food.front-office-manager"


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the page")] = Path(
        "groundfloor-demo.html"
    ),
    place: Annotated[str, typer.Option(metavar="PLACE", help="Where the person looks for work")] = "US",
    to: Annotated[str, typer.Option("--to", metavar="GOAL", help="The goal to plan routes to")] = GOAL,
) -> None:
    """Read the example résumé and advertisements, show the jobs that fit and the way up, and write a page of it.

    Example: groundfloor demo
    """
    from groundfloor.cli.demo_text import print_overview
    from groundfloor.cli.output import open_output
    from groundfloor.services.demo import demo_overview
    from groundfloor.web.page import render_overview

    overview = demo_overview(goal=to, place=place)
    print_overview(overview)
    with open_output(out) as file:
        file.write(render_overview(overview).encode())
    typer.echo(f"\nThe same as a page to read and print: {out.resolve()}")
