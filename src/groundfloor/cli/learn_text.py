"""What would open more jobs, as text for a terminal."""

from textwrap import fill

import typer

from groundfloor.cli.output import count, print_filled
from groundfloor.services.learning import Learning, LearningReport

_NAMES_SHOWN, _JOBS_SHOWN = 5, 3


def print_report(report: LearningReport, *, top: int) -> None:
    """Prints what would open more jobs, the most telling first, at most ``top`` things."""
    other = f"; {report.other_work} for other work left out" if report.other_work else ""
    print_filled(f"{count(report.compared, 'advertisement')} compared{other}.")
    print_filled(f"Open to you as you are: {report.open_now}.")
    for number, thing in enumerate(report.things[:top], start=1):
        _print_thing(number, thing)
    if report.compared and not report.things:
        typer.echo("Nothing that can be learnt stands between you and these jobs.")
    for note in report.notes:
        print_filled(f"Note: {note}")


def _print_thing(number: int, thing: Learning) -> None:
    names = ", ".join(thing.names[:_NAMES_SHOWN]) + (", …" if len(thing.names) > _NAMES_SHOWN else "")
    name = f"one of {names}" if len(thing.names) > 1 else names
    opens = f"opens {len(thing.opens)}" if thing.opens else "opens none alone"
    typer.secho(fill(f"{number}. {name}: {opens}, asked in {thing.asked_in}", subsequent_indent="   "), bold=True)
    for job in thing.opens[:_JOBS_SHOWN]:
        where = f" at {job.employer}" if job.employer else ""
        print_filled(f"{job.title}{where}" + (f": “{job.asked}”" if job.asked else ""), "   ")
    if len(thing.opens) > _JOBS_SHOWN:
        print_filled(f"and {len(thing.opens) - _JOBS_SHOWN} more", "   ")
    courses = "; ".join(f"{course.name} (stage {course.stage})" for course in thing.courses)
    if thing.tests:
        print_filled(f"proved by: {'; '.join(thing.tests)}", "   ")
    elif not courses:
        print_filled("training: none that the catalogue knows", "   ")
    if courses:
        print_filled(f"training: {courses}", "   ")
