"""One multi-pattern scan: many patterns over a text, each hit with the rule that found it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import re2

from groundfloor.text.folding import fold

_SCAN_MEMORY_BYTES = 64 << 20
_GAP = re.compile(r"\{0,|\\S|\\w\+ |\?P<")
_NO_GROUPS: dict[str, str] = {}


class Hit(NamedTuple):
    """One place where a pattern matches: its rule id and the half-open range in the scanned text.

    ``groups`` holds the named groups of the pattern that took part.
    """

    rule: str
    start: int
    end: int
    groups: dict[str, str]


class PatternSet:
    r"""Many RE2 patterns compiled once and tried together.

    One automaton tells which of the plain patterns match a text at all. Patterns with gaps ("answer … calls") would
    make it grow beyond bounds; of them the literal words they cannot do without tell which may match. Only those
    found are run, so the cost of a text grows with what it contains, not with the number of patterns. Case and
    accents are ignored. RE2 knows no look-around and its ``\b`` and ``\w`` are ASCII only.

    Args:
        patterns: pairs of rule id and pattern; one rule may have many patterns.

    Raises:
        ValueError: naming rule and pattern, when a pattern is not RE2.

    Example:
        >>> scan = PatternSet([("tools.zendesk", r"\bzendesk\b"), ("duties.escalate", r"\bescalat(e|es|ing)\b")])
        >>> [(hit.rule, hit.start) for hit in scan.find("Escalate tickets in Zendesk")]
        [('duties.escalate', 0), ('tools.zendesk', 20)]
    """

    def __init__(self, patterns: Iterable[tuple[str, str]]) -> None:
        compiled = [_Pattern(rule, pattern) for rule, pattern in patterns]
        gapped = [pattern for pattern in compiled if pattern.has_gap]
        wordless = _Sieve(gapped).candidates(b"")
        self._sieve = _Sieve([pattern for pattern in gapped if pattern not in wordless])
        self._automaton = _Automaton([pattern for pattern in compiled if not pattern.has_gap] + wordless)

    def find(self, text: str, cuts: Sequence[tuple[int, int]] | None = None) -> list[Hit]:
        """All non-overlapping matches of every pattern, in order of place, then rule.

        Args:
            text: the text.
            cuts: ascending ranges of it that are scanned each on its own, ``^`` and ``$`` being their ends; the whole
                text when left out.
        """
        folded = fold(text)
        hits: list[Hit] = []
        for start, end in cuts if cuts is not None else [(0, len(text))]:
            words = folded[start:end]
            for pattern in (*self._sieve.candidates(words), *self._automaton.candidates(words)):
                hits += pattern.iter_hits(words, text, start)
        hits.sort(key=_place)
        return hits


class _Pattern:
    """One pattern, folded as the texts are. One with a gap lets any words stand between its own."""

    def __init__(self, rule: str, pattern: str) -> None:
        self._rule, self.folded = rule, fold(pattern)
        self.has_gap = bool(_GAP.search(pattern))
        try:
            self._pattern = re2.compile(self.folded, options=_options(never_capture="(?P<" not in pattern))
        except re2.error as error:
            raise ValueError(f"pattern of rule {rule!r} is not RE2: {pattern!r} ({error})") from error
        self._groups = tuple((_as_text(name), number) for name, number in self._pattern.groupindex.items())

    def iter_hits(self, words: bytes, text: str, offset: int) -> Iterator[Hit]:
        for match in self._pattern.finditer(words):
            start, end = match.span()
            if end > start:
                groups = self._words(match, text, offset) if self._groups else _NO_GROUPS
                yield Hit(self._rule, offset + start, offset + end, groups)

    def _words(self, match: Any, text: str, offset: int) -> dict[str, str]:
        places = ((name, match.span(number)) for name, number in self._groups)
        return {name: text[offset + start : offset + end] for name, (start, end) in places if start >= 0}


class _Sieve:
    """Patterns sifted by the literal words they need. Says which may match; good for patterns with gaps."""

    def __init__(self, patterns: Sequence[_Pattern]) -> None:
        self._patterns = patterns
        self._filter = re2.Filter()
        for pattern in patterns:
            self._filter.Add(pattern.folded, _options())
        if patterns:
            self._filter.Compile()

    def candidates(self, words: bytes) -> list[_Pattern]:
        """The patterns whose words occur; every pattern without any needed word is among them."""
        found = self._filter.Match(words.lower(), potential=True) if self._patterns else None
        return [self._patterns[at] for at in found or ()]


class _Automaton:
    """Patterns sifted by one automaton of them all. Says which do match; gaps would make it grow beyond all bounds."""

    def __init__(self, patterns: Sequence[_Pattern]) -> None:
        self._patterns = patterns
        self._set = re2.Set.SearchSet(_options())
        for pattern in patterns:
            self._set.Add(pattern.folded)
        if patterns:
            self._set.Compile()

    def candidates(self, words: bytes) -> list[_Pattern]:
        """The patterns that match."""
        found = self._set.Match(words) if self._patterns else None
        return [self._patterns[at] for at in found or ()]


def _as_text(name: str | bytes) -> str:
    return name if isinstance(name, str) else name.decode("ascii")


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.rule


def _options(*, never_capture: bool = False) -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.never_capture = never_capture
    options.max_mem = _SCAN_MEMORY_BYTES
    return options
