"""Finding entries: by id, by kind, by words."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.errors import GroundfloorError

KINDS = ("roles", "moves", "training", "tools", "industries", "laws", "languages", "language_tests", "sources", "wages")
"""Kinds of entry that people look up, in the order they are shown."""

_SINGULARS = {"role": "roles", "move": "moves", "tool": "tools", "industry": "industries", "law": "laws"}
_NEAR_ENOUGH = 60
_SAME = 100.0
_WORD_NEAR_ENOUGH = 65
_UNASKED_SHARE = 0.25
_SHORTEST_BEGINNING, _SHORTEST_FORGIVEN = 3, 4


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
    kind = _SINGULARS.get(kind, kind)
    entries = list_entries(catalogue, kind)
    if entry_id in entries:
        return entries[entry_id]
    found = [hit[1] for hit in search_entries(catalogue, entry_id, limit=30) if hit[0] == kind]
    near = (found or [hit[0] for hit in process.extract(entry_id, list(entries)) if hit[1] >= _NEAR_ENOUGH])[:3]
    code = "role-unknown" if kind == "roles" else "entry-unknown"
    hint = f"Did you mean {' or '.join(near)}?" if near else f"See `groundfloor catalogue list {kind}`."
    raise GroundfloorError(code, f"There is no {kind.rstrip('s')} {entry_id!r} in the catalogue.", hint=hint)


def find_named(catalogue: Catalogue, name: str) -> tuple[str, str] | None:
    """Kind and id of the one entry that bears a name as it is written, or None where none or several do.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> find_named(open_catalogue(), "Bank Teller")
        ('roles', 'banking_finance.bank-teller')
    """
    exact = [hit for hit in search_entries(catalogue, name) if hit[3] == _SAME]
    return exact[0][:2] if len(exact) == 1 else None


def search_entries(catalogue: Catalogue, words: str, *, limit: int = 20) -> list[tuple[str, str, str, float]]:
    """Entries whose names come nearest to some words, forgiving spelling; moves have no name and are left out.

    Every word must come near to a word of the name; a name that says little else comes first.

    Returns:
        Kind, id, name and nearness 0 to 100, nearest first, ties by kind and id.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> search_entries(open_catalogue(), "cahsier", limit=1)[0][:3]
        ('roles', 'retail.cashier', 'Cashier')
    """
    asked = _words_of(words)
    found: list[tuple[str, str, str, float]] = []
    for kind in (kind for kind in KINDS if asked and kind != "moves"):
        for entry_id, entry in list_entries(catalogue, kind).items():
            name = name_of(entry)
            nearness = max(_nearness(asked, _words_of(text)) for text in (name, entry_id, *_other_names(entry)))
            if nearness >= _NEAR_ENOUGH:
                found.append((kind, entry_id, name, round(nearness, 1)))
    return sorted(found, key=lambda hit: (-hit[3], KINDS.index(hit[0]), hit[1]))[:limit]


def name_of(entry: Any) -> str:
    """The name people call an entry by; for a move, its two roles."""
    if hasattr(entry, "start"):
        return f"{entry.start} to {entry.to}"
    return str(getattr(entry, "name", None) or getattr(entry, "title", None) or getattr(entry, "place", ""))


def _other_names(entry: Any) -> tuple[str, ...]:
    titles = getattr(entry, "titles", None)
    lists = ("aliases", "short_names", "formerly", "other_names")
    named = (name for field in lists for name in getattr(entry, field, ()))
    return (*named, *(titles.names if titles else ()), getattr(entry, "instrument", ""))


@lru_cache(maxsize=1 << 16)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.casefold()))


def _nearness(asked: tuple[str, ...], name: tuple[str, ...]) -> float:
    """How near a name comes, 0 to 100; words written together or apart are the same."""
    if not name:
        return 0.0
    if "".join(asked) == "".join(name):
        return _SAME
    parts = (*name, *("".join(pair) for pair in pairwise(name)))
    near = [max(_word_nearness(word, part) for part in parts) for word in asked]
    if min(near) < _WORD_NEAR_ENOUGH:
        return 0.0
    told = min(1.0, len("".join(asked)) / len("".join(name)))
    return sum(near) / len(near) * (1 - _UNASKED_SHARE + _UNASKED_SHARE * told)


@lru_cache(maxsize=1 << 16)
def _word_nearness(asked: str, word: str) -> float:
    """Two words compared; the beginning of a word is nearly the word."""
    if word.startswith(asked) and len(asked) >= _SHORTEST_BEGINNING:
        return 100.0 if word == asked else 95.0
    # Few letters make other words out of one slip: a short word is taken as it is written.
    if min(len(asked), len(word)) < _SHORTEST_FORGIVEN:
        return 100.0 if asked == word else 0.0
    return 100 * OSA.normalized_similarity(asked, word)
