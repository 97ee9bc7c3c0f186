"""``groundfloor evaluate``: how good is it, measured."""

from pathlib import Path
from typing import Annotated

import typer

from groundfloor.cli.options import Json


def evaluate(
    data: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", envvar="GROUNDFLOOR_EVAL_DATA", help="Folder of the evaluation data"),
    ] = None,
    task: Annotated[
        list[str] | None, typer.Option(metavar="TASK", help="Only this task; may be given several times")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A saved report (--json) to list gains and losses against")
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure reading, matching and warnings on the evaluation data, with simple baselines beside each figure.

    Example: groundfloor evaluate --data evaluation-data/ --task postings
    """
    from groundfloor.cli.output import print_json
    from groundfloor.evaluation.run import run_evaluation, table_of

    report = run_evaluation(data, task, against=against)
    if as_json:
        print_json(report)
    else:
        typer.echo(table_of(report))
