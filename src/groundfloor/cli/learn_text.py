"""What would open more jobs, as text for a terminal."""

from textwrap import fill

import typer

from groundfloor.cli.output import WIDTH, count, print_filled
from groundfloor.services.learning import Course, Learning, LearningReport
from groundfloor.services.routes.prices import tell_price
from groundfloor.services.spans import tell_months

_NAMES_SHOWN, _JOBS_SHOWN, _COURSES_SHOWN = 5, 3, 4
_IN_HOUSE = 2


def print_report(report: LearningReport, *, top: int) -> None:
    """Prints what would open more jobs, the most telling first, at most ``top`` things."""
    again = f", {report.repeated} published again and counted once" if report.repeated else ""
    left_out = ((report.other_work, "for other work"), (report.against_wishes, "against your wishes"))
    left = "".join(f"; {number} {words} left out" for number, words in left_out if number)
    print_filled(f"{count(report.compared, 'advertisement')} compared{again}{left}.")
    print_filled(f"Open to you as you are: {report.open_now}.")
    for number, thing in enumerate(report.things[:top], start=1):
        if thing.takes_years and (number == 1 or not report.things[number - 2].takes_years):
            print_filled("These take years beside work:")
        _print_thing(number, thing)
    if report.compared and not report.things:
        typer.echo("Nothing that can be learnt stands between you and these jobs.")
    for note in report.notes:
        print_filled(f"Note: {note}")


def _print_thing(number: int, thing: Learning) -> None:
    names = ", ".join(thing.names[:_NAMES_SHOWN]) + (", …" if len(thing.names) > _NAMES_SHOWN else "")
    name = f"one of {names}" if len(thing.names) > 1 else names
    opens = f"opens {len(thing.opens)}" if thing.opens else "opens none alone"
    head = f"{number}. {name}: {opens}, asked in {thing.asked_in}"
    typer.secho(fill(head, WIDTH, subsequent_indent="   "), bold=True)
    for job in thing.opens[:_JOBS_SHOWN]:
        where = f" at {job.employer}" if job.employer else ""
        print_filled(f"{job.title}{where}" + (f": “{job.asked}”" if job.asked else ""), "   ")
    if len(thing.opens) > _JOBS_SHOWN:
        print_filled(f"and {len(thing.opens) - _JOBS_SHOWN} more", "   ")
    if thing.tests:
        print_filled(f"proved by: {'; '.join(thing.tests)}", "   ")
    elif not thing.courses:
        print_filled("training: none that the catalogue knows", "   ")
    for course in thing.courses[:_COURSES_SHOWN]:
        print_filled(f"training: {course.name} ({_tell_course(course)})", "   ")
    if len(thing.courses) > _COURSES_SHOWN:
        print_filled(f"and {len(thing.courses) - _COURSES_SHOWN} more ways; --json names each", "   ")


def _tell_course(course: Course) -> str:
    length = f"{course.hours:g} hours" if course.hours else ""
    if not length and course.months:
        length = tell_months(course.months, course.months)
    price = tell_price(course.price) if course.price else "price not known" if course.stage > _IN_HOUSE else ""
    return ", ".join(filter(None, (f"stage {course.stage}", length or "length not known", price)))
