"""Looking inside records."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

RecordT = TypeVar("RecordT")


def iter_inside(value: object, kind: type[RecordT]) -> Iterator[RecordT]:
    """Every record of a kind inside a value, to any depth, in the order of fields and items.

    Args:
        value: a record, or a tuple, list or mapping of records.
        kind: the kind of record to yield.

    Example:
        >>> from groundfloor.catalogue.records import Cite
        >>> [cite.place for cite in iter_inside([Cite(source="onet-29", place="41-2011.00")], Cite)]
        ['41-2011.00']
    """
    if isinstance(value, kind):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from iter_inside(getattr(value, name), kind)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from iter_inside(item, kind)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from iter_inside(item, kind)
