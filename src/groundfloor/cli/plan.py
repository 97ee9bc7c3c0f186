"""``groundfloor plan``: plans a person keeps."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groundfloor.cli.options import Json, Url

if TYPE_CHECKING:
    from datetime import date

app = typer.Typer(help="Plans to keep, tick off, plan again and take along.", no_args_is_help=True)

_FIRST_YEAR, _LAST_YEAR = 1950, 2999
PlanName = Annotated[str, typer.Argument(metavar="PLAN", help="A plan's id, or its beginning, as `plan list` shows it")]
Things = Annotated[
    list[str], typer.Argument(metavar="NUMBER…", help="Steps (2) and things to do (2.3), as `plan show` numbers them")
]


@app.command("list")
def list_kept(as_json: Json = False, store: Url = None) -> None:
    """List the plans that are kept, with how far each has come.

    Keep one with `groundfloor route … --keep`.

    Example: groundfloor plan list
    """
    from groundfloor.cli.output import print_json
    from groundfloor.cli.plan_text import print_plan_line
    from groundfloor.services.plans.keeping import list_plans
    from groundfloor.services.plans.showing import show_plan
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        views = [show_plan(plan, today=_today()) for plan in list_plans(kept)]
    if as_json:
        print_json(views)
        return
    for view in views:
        print_plan_line(view)
    if not views:
        typer.echo("No plan is kept yet. Keep one with: groundfloor route --to GOAL --keep")


@app.command()
def show(
    plan: PlanName,
    as_json: Json = False,
    store: Url = None,
) -> None:
    """Show a plan: what is done, what is next, and by when each thing is usually done.

    Example: groundfloor plan show cv-to-retail.floor-manager
    """
    from groundfloor.cli.output import print_json
    from groundfloor.cli.plan_text import print_kept_plan
    from groundfloor.services.plans.keeping import get_plan
    from groundfloor.services.plans.showing import show_plan
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        view = show_plan(get_plan(kept, plan), today=_today())
    if as_json:
        print_json(view)
    else:
        print_kept_plan(view)


@app.command()
def tick(
    plan: PlanName,
    things: Things,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="When it was done, as 2026-11-25")] = None,
    store: Url = None,
) -> None:
    """Tick off what is done, today or on the day named. A step is done when you have the job it leads to.

    Example: groundfloor plan tick cv-to-retail.floor-manager 1.2 1.3 --on 2026-11-20
    """
    from groundfloor.services.plans import keeping
    from groundfloor.services.plans.showing import show_plan
    from groundfloor.store.store import open_store

    today = _today()
    with open_store(store) as kept:
        found = keeping.get_plan(kept, plan)
        changed, ticks = keeping.tick(found, things, on=_read_day(on) or today, today=today)
        keeping.keep_plan(kept, changed)
    for one in ticks:
        typer.echo(f"Done on {one.on}: {one.name}." + (f" Valid until {one.valid_until}." if one.valid_until else ""))
    view = show_plan(changed, today=today)
    typer.echo(f"{view.done} of {view.things} done. Next: {view.next}" if not view.reached else view.next)
    if any(one.kind == "step" for one in ticks) and not view.reached:
        typer.echo(f"You stand on a new step. Plan again from there: groundfloor plan replan {changed.id}")


@app.command()
def untick(plan: PlanName, things: Things, store: Url = None) -> None:
    """Take ticks back that were made by mistake.

    Example: groundfloor plan untick cv-to-retail.floor-manager 1.2
    """
    from groundfloor.services.plans import keeping
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        changed, ticks = keeping.untick(keeping.get_plan(kept, plan), things, today=_today())
        keeping.keep_plan(kept, changed)
    for one in ticks:
        typer.echo(f"Open again: {one.name}.")


@app.command()
def replan(
    plan: PlanName,
    number: Annotated[
        int | None, typer.Option("--route", min=1, metavar="NUMBER", help="Take this route instead of the present one")
    ] = None,
    store: Url = None,
) -> None:
    """Plan again from what you hold now, and say what changed and why.

    What is ticked off counts as held, a step done is the new start, and the months since count as served. Nothing that
    was done is lost.

    Example: groundfloor plan replan cv-to-retail.floor-manager
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.plan_text import print_changes
    from groundfloor.services.ladders import list_ladders, with_ladders
    from groundfloor.services.plans import keeping, replanning
    from groundfloor.services.plans.showing import show_plan
    from groundfloor.store.store import open_store

    today, catalogue = _today(), with_ladders(open_catalogue(), list_ladders())
    with open_store(store) as kept:
        found = keeping.get_plan(kept, plan)
        profile = kept.find_profile(found.person) if found.profile is None and found.person else None
        changed = replanning.replan(catalogue, found, profile=profile, route=number, today=today)
        keeping.keep_plan(kept, changed)
    print_changes(show_plan(changed, today=today))


@app.command()
def export(
    plan: PlanName,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="FILE", help="plan.html to print, plan.ics for a calendar, plan.json for data"
        ),
    ],
    start: Annotated[
        str | None, typer.Option("--start", metavar="DAY", help="The day the open steps begin, as 2026-11-25")
    ] = None,
    store: Url = None,
) -> None:
    """Write a plan as a page to print, a calendar file or data; the file's ending says which.

    For PDF open the page in a browser and print it to a file; it fits A4 and Letter.

    Example: groundfloor plan export cv-to-retail.floor-manager --out plan.html
    """
    from groundfloor.cli.output import write_whole
    from groundfloor.cli.plan_files import write_plan
    from groundfloor.services.plans.keeping import get_plan
    from groundfloor.services.plans.showing import show_plan
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        view = show_plan(get_plan(kept, plan), today=_today(), start=_read_day(start))
    write_whole(out, write_plan(view, out.suffix))
    typer.echo(f"Written: {out.resolve()}")


@app.command()
def remove(plan: PlanName, store: Url = None) -> None:
    """Remove a plan for good, with everything ticked off in it.

    Example: groundfloor plan remove cv-to-retail.floor-manager
    """
    from groundfloor.services.plans.keeping import get_plan
    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        plan_id = get_plan(kept, plan).id
        kept.remove("plans", plan_id)
    typer.echo(f"{plan_id} removed.")


def _today() -> "date":
    from datetime import date

    return date.today()


def _read_day(typed: str | None) -> "date | None":
    from datetime import date

    from groundfloor.errors import GroundfloorError

    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise GroundfloorError("usage", f"{typed!r} is no day.", hint="Write it as 2026-11-25.") from error
    if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        hint = f"Name one from {_FIRST_YEAR} to {_LAST_YEAR}."
        raise GroundfloorError("usage", f"{typed} is too far away.", hint=hint)
    return day
