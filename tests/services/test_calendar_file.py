"""A plan's calendar file is read alike by every calendar program."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.services.plans.calendar_file import escape_text, fold_line, write_calendar
from groundfloor.services.plans.keeping import make_plan, tick
from groundfloor.services.plans.records import Plan
from groundfloor.services.plans.showing import show_plan
from groundfloor.services.routes.planning import plan_routes

MADE = date(2026, 1, 15)
LATER = date(2026, 3, 2)


@pytest.fixture(scope="module")
def plan() -> Plan:
    answer = plan_routes(open_catalogue(), start_role="retail.cashier", goal="retail.store-manager")
    return make_plan(answer, today=MADE)


def read_events(text: str) -> list[dict[str, str]]:
    """The events of a calendar: lines unfolded, values unescaped, the standard read backwards."""
    events: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name != "END":
            events[-1][name] = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)
    return events


def test_every_step_and_thing_to_do_has_one_event_on_its_day(plan: Plan) -> None:
    view = show_plan(plan, today=MADE)
    events = read_events(write_calendar(view))
    assert len(events) == view.things
    wanted = {thing.item.name: thing.due_on for step in view.steps for thing in step.items}
    wanted |= {f"Ready for: {step.to.name}": step.due_on for step in view.steps}
    assert {event["SUMMARY"]: event["DTSTART;VALUE=DATE"] for event in events} == {
        name: str(day).replace("-", "") for name, day in wanted.items()
    }


def test_an_event_lasts_its_whole_day_and_no_longer(plan: Plan) -> None:
    for event in read_events(write_calendar(show_plan(plan, today=MADE))):
        first, behind = (date.fromisoformat(event[f"{name};VALUE=DATE"]) for name in ("DTSTART", "DTEND"))
        assert (behind - first).days == 1


def test_taking_the_file_in_again_moves_events_and_doubles_none(plan: Plan) -> None:
    before = read_events(write_calendar(show_plan(plan, today=MADE)))
    ticked, _ = tick(plan, ["1.1", "1"], on=LATER, today=LATER)
    after = read_events(write_calendar(show_plan(ticked, today=LATER)))
    names = {event["UID"]: event["SUMMARY"].removeprefix("Done: ").removeprefix("Ready for: ") for event in before}
    assert len(names) == len(before)
    assert all(
        names[event["UID"]] == event["SUMMARY"].removeprefix("Done: ").removeprefix("Ready for: ") for event in after
    )
    assert {event["SEQUENCE"] for event in before} == {"0"}
    assert {event["SEQUENCE"] for event in after} == {"46"}


def test_what_is_done_stands_on_the_day_it_was_done(plan: Plan) -> None:
    ticked, ticks = tick(plan, ["1.1"], on=LATER, today=LATER)
    events = {event["SUMMARY"]: event for event in read_events(write_calendar(show_plan(ticked, today=LATER)))}
    assert events[f"Done: {ticks[0].name}"]["DTSTART;VALUE=DATE"] == "20260302"


def test_what_was_done_on_an_earlier_way_keeps_its_event(plan: Plan) -> None:
    ticked, _ = tick(plan, ["1"], on=LATER, today=LATER)
    rest = replace(ticked.route, steps=ticked.route.steps[1:], start=ticked.route.steps[0].to)
    summaries = [
        event["SUMMARY"] for event in read_events(write_calendar(show_plan(replace(ticked, route=rest), today=LATER)))
    ]
    assert f"Done: {plan.route.steps[0].to.name}" in summaries


def test_the_file_is_a_calendar_in_the_standards_form(plan: Plan) -> None:
    text = write_calendar(show_plan(plan, today=MADE))
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    for event in read_events(text):
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= set(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])


def test_the_same_plan_gives_the_same_bytes(plan: Plan) -> None:
    assert write_calendar(show_plan(plan, today=MADE)) == write_calendar(show_plan(plan, today=MADE))


def test_text_from_elsewhere_cannot_end_an_event(plan: Plan) -> None:
    hostile = "Course\r\nEND:VEVENT\r\nBEGIN:VALARM"
    view = show_plan(plan, today=MADE)
    thing = view.steps[0].items[0]
    bad = replace(thing, item=replace(thing.item, name=hostile, url="https://x.test/\r\nATTACH:file:///etc/passwd"))
    step = replace(view.steps[0], items=(bad, *view.steps[0].items[1:]))
    text = write_calendar(replace(view, steps=(step, *view.steps[1:])))
    assert text.count("\r\nEND:VEVENT\r\n") == view.things
    assert "\r\nATTACH" not in text
    assert "\r\nBEGIN:VALARM" not in text


@given(st.text())
def test_any_text_comes_back_from_its_folded_lines(text: str) -> None:
    line = f"SUMMARY:{escape_text(text)}"
    pieces = list(fold_line(line))
    assert all(len(piece.encode("utf-8", "surrogatepass")) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
