"""Compares the pay of two rungs of which only the occupations' pay is known, and says no more than that shows."""

from collections.abc import Iterable
from typing import Literal

from groundfloor.catalogue.records import Role
from groundfloor.model.vocabulary import LEVELS
from groundfloor.services.routes.records import PayFigure

PayChange = Literal["not_known", "not_lower", "lower", "lower_but_upper_end", "owner_not_counted"]


def compare_pay(before: PayFigure | None, after: PayFigure | None, start: Role, to: Role) -> PayChange:
    """What the published figures show of the change in pay between two roles.

    A wage table knows occupations, not rungs. A step to a higher rung enters its occupation towards the upper end, so a
    lower middle shows no fall as long as the occupation's best-paid quarter reaches what was in the middle before. And
    a table that counts employees only says nothing about owners.

    Args:
        before: pay of the role left.
        after: pay of the role entered.
        start: the role left.
        to: the role entered.

    Returns:
        ``not_known`` where a figure is missing or the two are in different money; ``lower`` is the only answer by
        which pay falls.

    Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wages Technical Note, "Scope of the survey":
    the estimates are of wage and salary workers.
    """
    if not (before and after and before.currency == after.currency):
        return "not_known"
    if to.level == "executive_owner" and after.employees_only:
        return "owner_not_counted"
    if after.annual_median >= before.annual_median:
        return "not_lower"
    if _rises(start, to) and after.annual_p75 is not None and after.annual_p75 >= before.annual_median:
        return "lower_but_upper_end"
    return "lower"


def _rises(start: Role, to: Role) -> bool:
    return LEVELS.index(start.level) < LEVELS.index(to.level)


def tell_pay_change(before: PayFigure | None, after: PayFigure | None, start: Role, to: Role) -> Iterable[str]:
    """What a person should know before comparing the two figures; nothing where they do not fall."""
    change = compare_pay(before, after, start, to)
    if before is None or after is None:
        return
    fall = f"{before.annual_median - after.annual_median:,.0f} {after.currency}"
    if change == "owner_not_counted":
        yield (
            f"The pay shown is that of employees in the occupation {after.occupation}; "
            "what an owner earns is in no table we have."
        )
    elif change == "lower_but_upper_end":
        yield (
            f"The pay shown is for the whole occupation {after.occupation}, of which this rung is the upper end: a "
            f"quarter there earn {after.annual_p75:,.0f} {after.currency} a year or more. "
            "It does not show that pay falls."
        )
    elif change == "lower" and _rises(start, to):
        yield (
            f"The middle of the occupation {after.occupation} lies {fall} a year below that of {before.occupation}. "
            "Both figures are for whole occupations, not for these two rungs: ask what this step pays."
        )
    elif change == "lower":
        yield f"Median pay of the occupation falls by {fall} a year."
