"""Which advertisements an answer looks through: files and folders named, or those kept in the store."""

from collections.abc import Sequence
from pathlib import Path

from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding
from groundfloor.model.posting import PostingReading


def get_readings(paths: Sequence[Path] | None, store: str | None) -> tuple[list[PostingReading], list[Finding]]:
    """The advertisements as read, with what is to be said about the material.

    Raises:
        GroundfloorError: ``usage`` when none is named and none is kept.
    """
    readings, findings = list_readings(paths, store)
    if not paths and not readings:
        hint = "Name some with --postings, or keep some with `groundfloor store add postings`."
        raise GroundfloorError("usage", "No advertisements are kept yet.", hint=hint)
    return readings, findings


def list_readings(paths: Sequence[Path] | None, store: str | None) -> tuple[list[PostingReading], list[Finding]]:
    """The same where none at all is no error."""
    from groundfloor.services.reading import read_postings
    from groundfloor.store.store import has_own_store, open_store

    if not paths and not store and not has_own_store():
        return [], []
    if not paths:
        with open_store(store) as kept:
            return list(kept.iter_readings()), []
    items = list(read_postings(paths))
    findings = [item for item in items if isinstance(item, Finding)]
    readings = [item[1] for item in items if not isinstance(item, Finding)]
    return readings, findings + [finding for reading in readings for finding in reading.findings]
