"""Finding entries: by id, by kind, by words."""

from typing import Any

from rapidfuzz import fuzz, process

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import WageRow, WageTable
from groundfloor.errors import GroundfloorError

KINDS = ("roles", "moves", "training", "tools", "industries", "laws", "languages", "language_tests", "sources", "wages")
"""Kinds of entry that people look up, in the order they are shown."""

_SINGULARS = {"role": "roles", "move": "moves", "tool": "tools", "industry": "industries", "law": "laws"}
_NEAR_ENOUGH = 60


def list_entries(catalogue: Catalogue, kind: str) -> dict[str, Any]:
    """All entries of a kind by id, in order of id.

    Raises:
        GroundfloorError: ``kind-unknown``, naming the kinds.
    """
    kind = _SINGULARS.get(kind, kind)
    if kind not in KINDS:
        raise GroundfloorError("kind-unknown", f"There is no kind {kind!r}.", hint=f"Kinds: {', '.join(KINDS)}.")
    entries: dict[str, Any] = getattr(catalogue, kind)
    return dict(sorted(entries.items()))


def get_entry(catalogue: Catalogue, kind: str, entry_id: str) -> Any:
    """One entry.

    Raises:
        GroundfloorError: ``role-unknown`` or ``entry-unknown``, naming the nearest ids.
    """
    entries = list_entries(catalogue, kind)
    if entry_id in entries:
        return entries[entry_id]
    near = [hit[0] for hit in process.extract(entry_id, list(entries), limit=3) if hit[1] >= _NEAR_ENOUGH]
    code = "role-unknown" if kind in ("role", "roles") else "entry-unknown"
    hint = f"Did you mean {' or '.join(near)}?" if near else f"See `groundfloor catalogue list {kind}`."
    raise GroundfloorError(code, f"There is no {kind.rstrip('s')} {entry_id!r} in the catalogue.", hint=hint)


def search_entries(catalogue: Catalogue, words: str, *, limit: int = 20) -> list[tuple[str, str, str, float]]:
    """Entries whose names come nearest to some words, forgiving spelling.

    Returns:
        Kind, id, name and nearness 0 to 100, nearest first, ties by kind and id.
    """
    found: list[tuple[str, str, str, float]] = []
    for kind in KINDS:
        for entry_id, entry in list_entries(catalogue, kind).items():
            name = name_of(entry)
            nearness = max((_nearness(words, text) for text in [name, *_other_names(entry)] if text), default=0)
            if nearness >= _NEAR_ENOUGH:
                found.append((kind, entry_id, name, round(nearness, 1)))
    return sorted(found, key=lambda hit: (-hit[3], KINDS.index(hit[0]), hit[1]))[:limit]


def name_of(entry: Any) -> str:
    """The name people call an entry by; for a move, its two roles."""
    if hasattr(entry, "start"):
        return f"{entry.start} to {entry.to}"
    return str(getattr(entry, "name", None) or getattr(entry, "title", None) or getattr(entry, "place", ""))


def find_wage(catalogue: Catalogue, soc_codes: tuple[str, ...]) -> tuple[WageTable, WageRow] | None:
    """The wage row of the first of some O*NET-SOC codes that a wage table holds, or None.

    Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.
    """
    for soc in soc_codes:
        for table in catalogue.wages.values():
            row = table.rows.get(soc[:7])
            if row is not None:
                return table, row
    return None


def _other_names(entry: Any) -> tuple[str, ...]:
    titles = getattr(entry, "titles", None)
    return (*getattr(entry, "aliases", ()), *getattr(entry, "other_names", ()), *(titles.names if titles else ()))


def _nearness(words: str, text: str) -> float:
    folded_words, folded = words.casefold(), text.casefold()
    return float(fuzz.WRatio(folded_words, folded)) if abs(len(words) - len(text)) < 60 else 0.0
