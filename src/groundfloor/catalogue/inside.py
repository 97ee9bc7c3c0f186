"""Looking inside records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

RecordT = TypeVar("RecordT")

_PLAIN = (str, int, float)
"""What most fields hold: nothing lies inside."""


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
    found: list[RecordT] = []
    _gather(value, kind, found)
    yield from found


def _gather(value: object, kind: type[RecordT], found: list[RecordT]) -> None:
    if value is None or isinstance(value, _PLAIN):
        return
    if isinstance(value, kind):
        found.append(value)
    inner: Iterable[object] = ()
    if isinstance(value, msgspec.Struct):
        inner = [getattr(value, name) for name in value.__struct_fields__]
    elif isinstance(value, tuple | list):
        inner = value
    elif isinstance(value, Mapping):
        inner = value.values()
    for item in inner:
        _gather(item, kind, found)
