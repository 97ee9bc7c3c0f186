"""Patterns tried in order on one short string: the first that matches decides."""

from collections.abc import Iterable
from functools import cache

import re2

from groundfloor.catalogue.catalogue import Catalogue

_SCAN_MEMORY_BYTES = 64 << 20


class TitlePatterns:
    r"""Entries of patterns in the order in which they decide.

    Args:
        entries: pairs of key and patterns (RE2 syntax, matched without regard to case).

    Example:
        >>> order = TitlePatterns([("lead", (r"\bleader\b",)), ("ground", (".",))])
        >>> order.list_matching("team leader", limit=1), order.list_matching("cashier", limit=1)
        (['lead'], ['ground'])
    """

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        options = re2.Options()
        options.case_sensitive, options.log_errors, options.max_mem = False, False, _SCAN_MEMORY_BYTES
        self._keys: list[str] = []
        self._set = re2.Set.SearchSet(options)
        for key, patterns in entries:
            self._set.Add("|".join(f"(?:{pattern})" for pattern in patterns).encode())
            self._keys.append(key)
        if self._keys:
            self._set.Compile()

    def list_matching(self, words: str, *, limit: int) -> list[str]:
        """The keys of the first entries that match, in order, at most ``limit``."""
        found = self._set.Match(words.encode()) if self._keys else None
        return [self._keys[at] for at in sorted(found or ())[:limit]]


@cache
def _held(_edition: str, _file_stem: str) -> list[TitlePatterns]:
    return []


def get_title_patterns(catalogue: Catalogue, file_stem: str) -> TitlePatterns:
    """The entries of one lexicon file in its order, compiled at the first use."""
    held = _held(catalogue.edition, file_stem)
    if not held:
        ids = ((entry_id.partition("."), entry.patterns) for entry_id, entry in catalogue.lexicon.items())
        held.append(TitlePatterns((key, patterns) for (stem, _, key), patterns in ids if stem == file_stem))
    return held[0]
