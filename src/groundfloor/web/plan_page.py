"""A kept plan as one page to print: boxes to tick, days to fill in by hand, nothing fetched, no script."""

from datetime import date

from groundfloor.services.plans.records import PlanView
from groundfloor.web.page import environment, squeeze

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def render_plan(view: PlanView) -> str:
    """Writes the page of one plan.

    Args:
        view: the plan as it stands.

    Returns:
        A complete HTML document that prints on A4 and on Letter. The same plan on the same day gives the same bytes.
    """
    template = environment().get_template("plan.html")
    return squeeze(template.render(plan=view, tell_day=tell_day, tell_month=tell_month))


def tell_day(day: str) -> str:
    """A day as people write it.

    Example:
        >>> tell_day("2026-11-05")
        '5 November 2026'
    """
    read = date.fromisoformat(day)
    return f"{read.day} {tell_month(day)}"


def tell_month(day: str) -> str:
    """The month of a day, for what is usual and not promised to the day.

    Example:
        >>> tell_month("2026-11-05")
        'November 2026'
    """
    read = date.fromisoformat(day)
    return f"{_MONTHS[read.month - 1]} {read.year}"
