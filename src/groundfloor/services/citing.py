"""Gathers the publications that an answer cites, so that it can be shown with them and stand alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.records import Cite, Source

_DESCRIBERS = 2
"""How many of those who describe a step are named in a sentence; all of them stand in the answer."""


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


def tell_describers(seen_in: Iterable[Cite], sources: Mapping[str, Source]) -> str:
    """Who describes a step, by name; empty where no publication that we know does.

    That a step is described says that it exists, not how often people take it.

    Args:
        seen_in: the places that describe it.
        sources: the publications by id.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> tell_describers([Cite(source="ooh-2025", place="Tellers")], open_catalogue().sources)
        'Described by U.S. Bureau of Labor Statistics (Tellers).'
        >>> tell_describers([], {})
        ''
    """
    named = [f"{sources[cite.source].publisher} ({cite.place})" for cite in seen_in if cite.source in sources]
    more = f", and {len(named) - _DESCRIBERS} more" if len(named) > _DESCRIBERS else ""
    return f"Described by {' and '.join(named[:_DESCRIBERS])}{more}." if named else ""
