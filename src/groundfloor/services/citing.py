"""Gathers the publications that an answer cites, so that it can be shown with them and stand alone."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import Cite, Source


def list_sources(catalogue: Catalogue, answer: Any) -> dict[str, Source]:
    """Every publication cited anywhere within an answer, by id, in order of id.

    Args:
        catalogue: knows the publications.
        answer: a record, or a tuple, list or mapping of records, to any depth.
    """
    cited = sorted({cite.source for cite in _iter_cites(answer)})
    return {source_id: catalogue.sources[source_id] for source_id in cited if source_id in catalogue.sources}


def _iter_cites(part: Any) -> Iterator[Cite]:
    if isinstance(part, Cite):
        yield part
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _iter_cites(getattr(part, name))
    elif isinstance(part, Mapping):
        yield from _iter_cites(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from _iter_cites(inner)
