"""A kept plan as a calendar file, which every calendar program reads.

Source: RFC 5545 (iCalendar); RFC 7986, section 5.3, for the unique names.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from groundfloor.model.facts import Record
from groundfloor.services.plans.records import PlanItem, PlanStep, PlanView
from groundfloor.services.spans import tell_months

_OCTETS_A_LINE = 75


class _Event(Record, frozen=True, kw_only=True):
    key: str
    day: str
    title: str
    about: str
    url: str = ""


def write_calendar(view: PlanView) -> str:
    r"""Writes one all-day event for each step and thing to do, on the day it was done or is usually done by.

    The names of events stay the same when a plan is ticked off or planned again, so that taking the file in once more
    moves events and doubles none. What was held before the plan has no event, nor has what was left open on a step
    that is done.

    Args:
        view: the plan as it stands.

    Returns:
        The file's text, lines ended by CR LF and folded to 75 octets. The same plan on the same day gives the same
        text.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from datetime import date
        >>> from groundfloor.services.plans.keeping import make_plan
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
        >>> plan = make_plan(answer, today=date(2026, 1, 15))
        >>> from groundfloor.services.plans.showing import show_plan
        >>> write_calendar(show_plan(plan, today=date(2026, 1, 15))).split("\r\n")[0]
        'BEGIN:VCALENDAR'
    """
    # A calendar takes the event of the higher number; days since the plan was made only grow.
    edition = (date.fromisoformat(view.changed_on) - date.fromisoformat(view.made_on)).days
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Groundfloor//Plan//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape_text(f'Plan: {view.goal.name}')}",
    ]
    for event in _iter_events(view):
        lines += _to_lines(view, event, edition)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold_line(line))


def escape_text(text: str) -> str:
    r"""Text as a calendar value.

    Source: RFC 5545, section 3.3.11.

    Example:
        >>> print(escape_text("Rosters, breaks; and a \\ \nnew line"))
        Rosters\, breaks\; and a \\ \nnew line
    """
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(sign, written)
    return "".join(sign for sign in text if sign >= " ")


def fold_line(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, no letter broken, every piece after the first behind a space.

    Source: RFC 5545, section 3.1.

    Example:
        >>> [len(piece) for piece in fold_line("x" * 100)]
        [75, 26]
    """
    piece, room = "", _OCTETS_A_LINE
    for letter in line:
        octets = len(letter.encode())
        if octets > room:
            yield piece
            piece, room = " ", _OCTETS_A_LINE - 1
        piece += letter
        room -= octets
    yield piece


def _iter_events(view: PlanView) -> Iterator[_Event]:
    for step in view.steps:
        for item in step.items:
            day = item.done_on if item.state == "done" else item.due_on
            if day:
                yield _of_item(item, step, day)
        day = step.done_on or step.due_on
        if day:
            yield _of_step(step, day)
    for tick in view.behind:
        about = "Done."
        yield _Event(key=f"{tick.kind} {tick.id}", day=tick.on, title=f"Done: {tick.name}", about=about)


def _of_item(item: PlanItem, step: PlanStep, day: str) -> _Event:
    ready = {"done": "Done: ", "lapsed": "Renew: "}.get(item.state, "")
    parts = [
        item.item.summary,
        "Needed." if item.item.needed else "",
        f"{item.item.hours:g} hours." if item.item.hours is not None else "",
        f"For step {step.number}, {step.to.name}.",
        f"Valid until {item.valid_until}." if item.state == "done" and item.valid_until else "",
    ]
    about = " ".join(filter(None, parts))
    return _Event(key=f"item {item.item.id}", day=day, title=f"{ready}{item.item.name}", about=about, url=item.item.url)


def _of_step(step: PlanStep, day: str) -> _Event:
    if step.state == "done":
        return _Event(key=f"step {step.to.id}", day=day, title=f"Done: {step.to.name}", about="You have the job.")
    months = f"Usually {tell_months(step.months_min, step.months_max)}. " if step.months_max else ""
    about = f"{months}{step.opens}"
    return _Event(key=f"step {step.to.id}", day=day, title=f"Ready for: {step.to.name}", about=about)


def _to_lines(view: PlanView, event: _Event, edition: int) -> Iterator[str]:
    name = uuid5(NAMESPACE_URL, f"groundfloor:plan {view.plan_id} {view.made_on} {event.key}")
    yield "BEGIN:VEVENT"
    yield f"UID:{name}"
    yield f"DTSTAMP:{_to_date(view.changed_on)}T000000Z"
    yield f"SEQUENCE:{edition}"
    yield f"DTSTART;VALUE=DATE:{_to_date(event.day)}"
    yield f"DTEND;VALUE=DATE:{_to_date((date.fromisoformat(event.day) + timedelta(days=1)).isoformat())}"
    yield f"SUMMARY:{escape_text(event.title)}"
    yield f"DESCRIPTION:{escape_text(event.about)}"
    if event.url.startswith(("https://", "http://")) and event.url.isprintable():
        yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _to_date(day: str) -> str:
    return day.replace("-", "")
