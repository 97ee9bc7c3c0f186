"""``groundfloor learn``: what would open more jobs."""

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from groundfloor.cli.store import Url

if TYPE_CHECKING:
    from groundfloor.services.learning import Learning, LearningReport

_NAMES_SHOWN, _JOBS_SHOWN = 5, 3


def learn(
    resume: Annotated[Path | None, typer.Option(metavar="FILE", help="The person's résumé")] = None,
    postings: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="Advertisements: files or folders; default: kept ones")
    ] = None,
    profile: Annotated[str | None, typer.Option(metavar="ID", help="A kept profile instead of a résumé")] = None,
    top: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many things to show")] = 10,
    country: Annotated[
        str, typer.Option(metavar="COUNTRY", help="Leave out training of other countries; a name or code: US, GB, …")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs")] = False,
    store: Url = None,
) -> None:
    """Count, for every single thing to learn, the jobs on hand that it would open.

    A job is opened by a thing when nothing else that decides is lacking.

    Example: groundfloor learn --resume cv.pdf --postings ads/ --country US
    """
    from groundfloor.catalogue.catalogue import open_catalogue
    from groundfloor.cli.advertisements import get_readings
    from groundfloor.cli.output import end_with_findings, print_json
    from groundfloor.cli.people import get_person, read_country
    from groundfloor.services.learning import find_learning

    catalogue = open_catalogue()
    person = get_person(resume, profile, store)
    readings, findings = get_readings(postings, store)
    report = find_learning(person, readings, catalogue, country=read_country(catalogue, country))
    if as_json:
        print_json(report)
    else:
        _print_report(report, top)
    end_with_findings(findings, done=len(readings))


def _print_report(report: "LearningReport", top: int) -> None:
    from groundfloor.cli.output import count

    other = f"; {report.other_work} for other work left out" if report.other_work else ""
    _print(f"{count(report.compared, 'advertisement')} compared{other}. {report.open_now} open to you as you are.")
    for number, thing in enumerate(report.things[:top], start=1):
        _print_thing(number, thing)
    if report.compared and not report.things:
        typer.echo("Nothing that can be learnt stands between you and these jobs.")
    for note in report.notes:
        _print(f"Note: {note}")


def _print_thing(number: int, thing: "Learning") -> None:
    names = ", ".join(thing.names[:_NAMES_SHOWN]) + (", …" if len(thing.names) > _NAMES_SHOWN else "")
    name = f"one of {names}" if len(thing.names) > 1 else names
    opens = f"opens {len(thing.opens)}" if thing.opens else "opens none alone"
    typer.secho(fill(f"{number}. {name}: {opens}, asked in {thing.asked_in}", subsequent_indent="   "), bold=True)
    for job in thing.opens[:_JOBS_SHOWN]:
        where = f" at {job.employer}" if job.employer else ""
        _print(f"{job.title}{where}" + (f": “{job.asked}”" if job.asked else ""), "   ")
    if len(thing.opens) > _JOBS_SHOWN:
        _print(f"and {len(thing.opens) - _JOBS_SHOWN} more", "   ")
    courses = "; ".join(f"{course.name} (stage {course.stage})" for course in thing.courses)
    if thing.tests:
        _print(f"proved by: {'; '.join(thing.tests)}", "   ")
    elif not courses:
        _print("training: none that the catalogue knows", "   ")
    if courses:
        _print(f"training: {courses}", "   ")


def _print(text: str, indent: str = "") -> None:
    from groundfloor.cli.output import WIDTH

    typer.echo(fill(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  "))
