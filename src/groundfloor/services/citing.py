"""Gathers the publications that an answer cites, so that it can be shown with them and stand alone."""

from typing import Any

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.records import Cite, Source


def list_sources(catalogue: Catalogue, answer: Any) -> dict[str, Source]:
    """Every publication cited anywhere within an answer, by id, in order of id.

    Args:
        catalogue: knows the publications.
        answer: a record, or a tuple, list or mapping of records, to any depth.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> list(list_sources(catalogue, catalogue.moves["retail.cashier-to-checkout-lead"].months_in_role.cite))
        ['nesta-mcc']
    """
    cited = sorted({cite.source for cite in iter_inside(answer, Cite)})
    return {source_id: catalogue.sources[source_id] for source_id in cited if source_id in catalogue.sources}
