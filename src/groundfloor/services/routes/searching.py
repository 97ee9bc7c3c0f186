"""How long it takes to find the work where a step changes industry."""

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import JobSearch
from groundfloor.model.facts import Record

_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12


class Search(Record, frozen=True, kw_only=True):
    """Whole months that finding the work takes, and the figure they come from, None where nothing is counted."""

    months: int = 0
    figure: JobSearch | None = None


def find_search(catalogue: Catalogue, start: str, to: str) -> Search:
    """What finding the work of a step takes: nothing inside an industry, where the house and its like promote.

    The figure is of people without work; those in work look beside it, and may need less or more.

    Args:
        catalogue: holds the figure, the newest of those at hand.
        start: id of the role left.
        to: id of the role entered.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> find_search(catalogue, "retail.cashier", "retail.checkout-lead").months
        0
    """
    figure = max(catalogue.job_search.values(), key=lambda one: one.date, default=None)
    if figure is None or start.partition(".")[0] == to.partition(".")[0]:
        return Search()
    return Search(months=round(figure.weeks * _MONTHS_A_YEAR / _WEEKS_A_YEAR), figure=figure)
