"""The command ``groundfloor``: one verb, one noun.

Commands import what they need when they run, so that the help opens at once.
"""

import sys
import traceback
import uuid
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from groundfloor.cli import (
    caseload,
    catalogue,
    demo,
    evaluate,
    ladder,
    learn,
    match,
    plan,
    read,
    route,
    self_check,
    store,
)
from groundfloor.errors import CODES, GroundfloorError

HELP = """Careers in customer service, from real documents and cited facts.

Reads job advertisements and résumés, says which jobs fit and why, and plans the way up. Everything runs on this
machine; nothing is sent anywhere.

Start with:  groundfloor demo
"""

app = typer.Typer(
    name="groundfloor",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"groundfloor {version('groundfloor')}")
        raise typer.Exit


_VERSION = typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")


@app.callback(help=HELP)
def _options(version: Annotated[bool, _VERSION] = False) -> None:
    """Options that stand before any command; Typer acts on them."""


app.command("demo", short_help="Show the main job on the bundled example.")(demo.demo)
app.add_typer(read.app, name="read")
app.command("match", short_help="Rank advertisements for one person, with reasons.")(match.match)
app.command("route", short_help="Plan the routes to a goal, with training.")(route.route)
app.command("learn", short_help="Count the jobs that one thing learnt would open.")(learn.learn)
app.add_typer(plan.app, name="plan")
app.command("self-check", short_help="Say which work you would like.")(self_check.self_check)
app.command("caseload", short_help="Make a page for each person, and a table.")(caseload.caseload)
app.add_typer(catalogue.app, name="catalogue")
app.add_typer(ladder.app, name="ladder")
app.add_typer(store.app, name="store")
app.command("evaluate", short_help="Measure how good the answers are.")(evaluate.evaluate)


def run() -> NoReturn:
    """Runs the command line and ends the process with its exit status.

    0 done, 1 done with findings that matter, 2 usage, 3 bad input, 4 not available. An unexpected fault is written
    to a file named in the message; its text is not shown.
    """
    try:
        app()
    except GroundfloorError as error:
        _say(f"{error.message}{f' {error.hint}' if error.hint else ''} [{error.code}]")
        sys.exit(error.exit_status)
    except SystemExit as ended:
        # Typer ends with 1 where the reader of a pipe has had enough; to read the first lines only is no failure.
        sys.exit(0 if isinstance(ended.__context__, BrokenPipeError) else ended.code)
    except Exception:  # noqa: BLE001 - the outermost door: every fault gets a number, none a traceback
        _say(f"A fault of the program. The details are in {_keep_fault()}; please report them. [unexpected]")
        sys.exit(CODES["unexpected"].exit_status)
    sys.exit(0)


def _say(message: str) -> None:
    typer.echo(f"groundfloor: {message}", err=True)


def _keep_fault() -> Path:
    import platformdirs

    folder = Path(platformdirs.user_log_dir("groundfloor"))
    path = folder / f"fault-{uuid.uuid4().hex[:8]}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return Path("no file, since none could be written")
    return path
