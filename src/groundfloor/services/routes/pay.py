"""What a role pays where somebody lives, and what may be said of two rungs where only occupations' pay is known."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import name_jurisdiction
from groundfloor.catalogue.records import Role, WageRow, WageTable
from groundfloor.model.vocabulary import LEVELS, PayPeriod
from groundfloor.services.routes.records import PayFigure
from groundfloor.services.same import Same

PayChange = Literal["not_known", "not_lower", "lower", "lower_but_upper_end", "owner_not_counted"]

AT_LARGE = "US"
"""Whose figures are shown, and named as such, where those of a person's own country are not at hand."""
ABOUT_THE_SAME_SHARE = 0.05
"""Medians of two occupations that lie this near are told apart by no wage survey."""
_PERIODS_A_YEAR: dict[PayPeriod, float] = {"week": 52, "month": 12, "year": 1}
_PERIOD_WORDS: dict[PayPeriod, str] = {"hour": "an hour", "day": "a day", "week": "a week", "month": "a month"}


def find_pay(catalogue: Catalogue, role_id: str, country: str = "") -> PayFigure | None:
    """Median pay of the occupation a role counts in, from the wage tables of one country.

    The figure is for a whole occupation: two rungs of one occupation show the same figure. An owner has none in a table
    of employees.

    Args:
        catalogue: roles and wage tables.
        role_id: the role.
        country: ISO 3166 alpha-2; empty, and where no table of the country is at hand, means :data:`AT_LARGE`.
            Figures of two countries are never mixed: a role that the country's own tables leave out has none.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> [find_pay(catalogue, "retail.cashier", country).currency for country in ("", "GB", "AU", "CA")]
        ['USD', 'GBP', 'AUD', 'CAD']
    """
    return _list_pay(Same(catalogue), country_of_pay(catalogue, country)).get(role_id)


def country_of_pay(catalogue: Catalogue, country: str) -> str:
    """The country whose wage tables serve somebody in a country: its own, or :data:`AT_LARGE`.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> country_of_pay(catalogue, "GB"), country_of_pay(catalogue, "FR")
        ('GB', 'US')
    """
    return country if any(table.place == country for table in catalogue.wages.values()) else AT_LARGE


@lru_cache(maxsize=16)
def _list_pay(same: Same, country: str) -> dict[str, PayFigure]:
    """Figures by role: looked up once, for a search asks for them again and again."""
    catalogue = same.catalogue
    tables = [table for _, table in sorted(catalogue.wages.items()) if table.place == country]
    figures: dict[str, PayFigure] = {}
    for table in tables:
        for role_id, code, row in _iter_rows(catalogue, table):
            owner_not_counted = table.employees_only and catalogue.roles[role_id].level == "executive_owner"
            if row.median is not None and not owner_not_counted:
                figures.setdefault(role_id, _figure(catalogue, table, code, row))
    return figures


def _iter_rows(catalogue: Catalogue, table: WageTable) -> Iterable[tuple[str, str, WageRow]]:
    """Which role counts in which row, the best first."""
    for code, row in table.rows.items():
        yield from ((role_id, code, row) for role_id in row.roles if role_id in catalogue.roles)
    for role_id, role in catalogue.roles.items():
        codes = dict.fromkeys(soc.partition(".")[0] for soc in role.soc)
        yield from ((role_id, code, table.rows[code]) for code in codes if code in table.rows)


def _figure(catalogue: Catalogue, table: WageTable, code: str, row: WageRow) -> PayFigure:
    times = _PERIODS_A_YEAR.get(table.period, table.hours_a_year)
    named = catalogue.countries.get(table.place)
    return PayFigure(
        annual_median=round((row.median or 0.0) * times),
        annual_p25=None if row.p25 is None else round(row.p25 * times),
        annual_p75=None if row.p75 is None else round(row.p75 * times),
        median=row.median,
        period=table.period,
        hours_a_year=table.hours_a_year,
        employees_only=table.employees_only,
        who=table.who,
        currency=table.currency,
        occupation_code=code,
        occupation=row.title,
        classification=table.classification,
        place=table.place,
        place_name=named.name if named else table.place,
        date=table.date,
        cite=table.cite,
        occupation_cite=table.roles_cite,
    )


def tell_pay(pay: PayFigure) -> str:
    """A median as its source publishes it, with the year's pay beside it where that is our sum.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> print(tell_pay(find_pay(open_catalogue(), "retail.cashier", "GB")))
        GBP 24,622 a year in the middle
        >>> print(tell_pay(find_pay(open_catalogue(), "retail.cashier", "AU")))
        AUD 1,077 a week in the middle (about AUD 56,004 a year)
    """
    if pay.period == "year" or pay.median is None:
        return f"{pay.currency} {pay.annual_median:,.0f} a year in the middle"
    amount = f"{pay.median:,.2f}" if pay.period == "hour" else f"{pay.median:,.0f}"
    hours = f" at {pay.hours_a_year:,.0f} hours" if pay.period == "hour" else ""
    yearly = f"about {pay.currency} {pay.annual_median:,.0f} a year{hours}"
    return f"{pay.currency} {amount} {_PERIOD_WORDS[pay.period]} in the middle ({yearly})"


def tell_whose_pay(pay: PayFigure) -> str:
    """Whose pay a figure is: the occupation, who is counted, where and when.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> tell_whose_pay(find_pay(catalogue, "retail.cashier"))
        'Cashiers, employees, United States, 2024-05'
    """
    return ", ".join(part for part in (pay.occupation, pay.who, pay.place_name or pay.place, pay.date) if part)


def tell_pay_floor(catalogue: Catalogue, country: str) -> str:
    """The least pay an hour by the law of a country, in one sentence; empty where none is known.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> print(tell_pay_floor(open_catalogue(), "GB"))
        By law at least GBP 12.71 an hour in the United Kingdom since 2026-04-01 (aged 21 or over).
    """
    floors = [floor for _, floor in sorted(catalogue.pay_floors.items()) if floor.place.split("-")[0] == country]
    where = name_jurisdiction(country, catalogue.countries)
    whole = [floor for floor in floors if floor.place == country]
    if whole:
        floor = whole[0]
        whom = f" ({floor.whom})" if floor.whom else ""
        return f"By law at least {floor.currency} {floor.per_hour:,.2f} an hour in {where} since {floor.since}{whom}."
    if not floors:
        return ""
    low, high = (edge(floors, key=lambda floor: floor.per_hour) for edge in (min, max))
    names = {place: _name_part(catalogue, place) for place in (low.place, high.place)}
    return (
        f"By law at least {low.currency} {low.per_hour:,.2f} ({names[low.place]}) to {high.per_hour:,.2f} "
        f"({names[high.place]}) an hour in {where}, by province."
    )


def _name_part(catalogue: Catalogue, place: str) -> str:
    country, _, part = place.partition("-")
    named = catalogue.countries.get(country)
    return named.regions.get(part, place) if named else place


def compare_pay(before: PayFigure | None, after: PayFigure | None, start: Role, to: Role) -> PayChange:
    """What the published figures show of the change in pay between two roles.

    A wage table knows occupations, not rungs. A step to a higher rung enters its occupation towards the upper end, so a
    lower middle shows no fall as long as the occupation's best-paid quarter reaches what was in the middle before;
    and middles that lie very near to each other show nothing. A table that counts employees only says nothing about
    owners.

    Args:
        before: pay of the role left.
        after: pay of the role entered.
        start: the role left.
        to: the role entered.

    Returns:
        ``not_known`` where a figure is missing or the two are not of one source; ``lower`` is the only answer by which
        pay falls.

    Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wages Technical Note, "Scope of the survey":
    the estimates are of wage and salary workers.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> before, after = (find_pay(catalogue, key) for key in ("retail.cashier", "retail.store-manager"))
        >>> start, to = (catalogue.roles[key] for key in ("retail.cashier", "retail.store-manager"))
        >>> compare_pay(before, after, start, to)
        'not_lower'
    """
    if to.level == "executive_owner" and before and (after is None or after.employees_only):
        return "owner_not_counted"
    if not (before and after and _of_one_source(before, after)):
        return "not_known"
    if after.annual_median >= before.annual_median * (1 - ABOUT_THE_SAME_SHARE):
        return "not_lower"
    if _rises(start, to) and after.annual_p75 is not None and after.annual_p75 >= before.annual_median:
        return "lower_but_upper_end"
    return "lower"


def _of_one_source(one: PayFigure, other: PayFigure) -> bool:
    return (one.place, one.currency, one.cite.source) == (other.place, other.currency, other.cite.source)


def _rises(start: Role, to: Role) -> bool:
    return LEVELS.index(start.level) < LEVELS.index(to.level)


def tell_pay_change(before: PayFigure | None, after: PayFigure | None, start: Role, to: Role) -> Iterable[str]:
    """What a person should know before comparing the two figures; nothing where they show a rise.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> before, after = (find_pay(catalogue, key) for key in ("retail.cashier", "retail.store-manager"))
        >>> start, to = (catalogue.roles[key] for key in ("retail.cashier", "retail.store-manager"))
        >>> list(tell_pay_change(before, after, start, to))
        []
    """
    change = compare_pay(before, after, start, to)
    if change == "owner_not_counted":
        yield "What an owner earns is in no table we have: they count employees only."
        return
    if before is None or after is None:
        return
    fall = f"{before.annual_median - after.annual_median:,.0f} {after.currency}"
    if change == "not_known":
        yield (
            f"The two figures are not of one source ({before.place_name or before.place}, "
            f"{after.place_name or after.place}): they show neither a rise nor a fall."
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
    elif _rises(start, to) and before.occupation_code == after.occupation_code:
        yield from _tell_one_occupation(after)


def _tell_one_occupation(pay: PayFigure) -> Iterable[str]:
    """Two rungs counted together: how far apart its pay lies is all that a table can say of them."""
    if pay.annual_p25 is not None and pay.annual_p75 is not None:
        yield (
            f"Both rungs are counted in one occupation: a quarter of it earn {pay.annual_p25:,.0f} {pay.currency} a "
            f"year or less, a quarter {pay.annual_p75:,.0f} or more. That beginners stand near the lower figure is our "
            "reading, not the source's."
        )
