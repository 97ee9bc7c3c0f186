"""A kept plan as a file: its ending says which kind."""

from collections.abc import Callable

import msgspec

from groundfloor.errors import GroundfloorError
from groundfloor.services.plans.calendar_file import write_calendar
from groundfloor.services.plans.records import PlanView
from groundfloor.web.plan_page import render_plan


def write_plan(view: PlanView, ending: str) -> bytes:
    """A plan as the bytes of a file.

    Args:
        view: the plan as it stands.
        ending: ``.html``, ``.ics`` or ``.json``.

    Raises:
        GroundfloorError: ``usage`` for any other ending; for PDF with the way to it.
    """
    writers: dict[str, Callable[[PlanView], bytes]] = {
        ".html": lambda plan: render_plan(plan).encode(),
        ".ics": lambda plan: write_calendar(plan).encode(),
        ".json": lambda plan: msgspec.json.format(msgspec.json.encode(plan), indent=2) + b"\n",
    }
    if ending.lower() not in writers:
        hint = (
            "Write a .html, open it in a browser and print it to a PDF file."
            if ending.lower() == ".pdf"
            else "Name a file that ends in .html, .ics or .json."
        )
        raise GroundfloorError("usage", f"A plan is not written as {ending or 'a file without an ending'}.", hint=hint)
    return writers[ending.lower()](view)
