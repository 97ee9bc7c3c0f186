"""One multi-pattern scan: many patterns over a text, each hit with the rule that found it."""

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import re2
from ahocorasick_rs import BytesAhoCorasick, Implementation

from groundfloor.text import wordings
from groundfloor.text.folding import fold
from groundfloor.text.wordings import EDGE, Meaning, is_word, read_pattern

_WORD_MARKS = bytes(is_word(chr(code)) for code in range(256))
_NO_GROUPS: dict[str, str] = {}
_MOST_MEMORY_BYTES = 64 << 20
_NO_MORE = (0, 0, sys.maxsize)
_NOTHING_TOLD: tuple[list["_Wording"], list["_Clue"]] = ([], [])


class Hit(NamedTuple):
    """One place where a pattern matches: its rule id and the half-open range in the scanned text.

    ``groups`` holds the named groups of the pattern that took part.
    """

    rule: str
    start: int
    end: int
    groups: dict[str, str]


class PatternTable(msgspec.Struct, array_like=True, frozen=True):
    """Rules, their patterns, folded as the texts are, and what each means, in one order. Can be kept as a file."""

    rules: list[str]
    patterns: list[str]
    meanings: list[Meaning]


def make_table(patterns: Iterable[tuple[str, str]]) -> PatternTable:
    """Puts patterns into plain words.

    Args:
        patterns: pairs of rule id and pattern; one rule may have many patterns.

    Raises:
        ValueError: naming rule and pattern, when a pattern is not RE2.
    """
    pairs = [(rule, pattern, fold(pattern).decode("ascii")) for rule, pattern in patterns]
    for rule, pattern, folded in pairs:
        try:
            _compile(folded)
        except re2.error as error:
            raise ValueError(f"pattern of rule {rule!r} is not RE2: {pattern!r} ({error})") from error
    folds = [folded for _, _, folded in pairs]
    return PatternTable([rule for rule, _, _ in pairs], folds, [read_pattern(folded) for folded in folds])


def table_name(patterns: Iterable[tuple[str, str]]) -> str:
    """A fingerprint of patterns and of the way in which they are put into words."""
    digest = hashlib.blake2b(Path(wordings.__file__).read_bytes(), digest_size=12)
    for rule, pattern in patterns:
        digest.update(f"{rule}\0{pattern}\0".encode())
    return digest.hexdigest()


class PatternSet:
    r"""Many RE2 patterns tried together.

    Most patterns stand for a number of wordings that can be listed; one automaton finds them all with their places.
    Of the others ("answer … calls") it finds words that they cannot do without, and only where these stand in one
    statement the pattern is run. So the cost of a text grows with what it contains, not with the number of patterns.
    Case and accents are ignored. RE2 knows no look-around and its ``\b`` and ``\w`` are ASCII only.

    Args:
        patterns: pairs of rule id and pattern, or a table made of them before.

    Raises:
        ValueError: naming rule and pattern, when a pattern is not RE2.

    Example:
        >>> scan = PatternSet([("tools.zendesk", r"\bzendesk\b"), ("duties.escalate", r"\bescalat(e|es|ing)\b")])
        >>> [(hit.rule, hit.start) for hit in scan.find("Escalate tickets in Zendesk")]
        [('duties.escalate', 0), ('tools.zendesk', 20)]
    """

    def __init__(self, patterns: Iterable[tuple[str, str]] | PatternTable) -> None:
        table = patterns if isinstance(patterns, PatternTable) else make_table(patterns)
        self._rules = table.rules
        self._runs = [_Run(rule, pattern) for rule, pattern in zip(table.rules, table.patterns, strict=True)]
        self._unsifted: list[int] = []
        numbers: dict[str, int] = {}
        told: dict[int, tuple[list[_Wording], list[_Clue]]] = {}
        for number, meaning in enumerate(table.meanings):
            self._add(number, meaning, numbers, told)
        self._told = [told.get(number, _NOTHING_TOLD) for number in range(len(numbers))]
        words = [text.encode("ascii", "replace") for text in numbers]
        self._automaton = BytesAhoCorasick(words, implementation=Implementation.ContiguousNFA)

    def _add(
        self,
        pattern: int,
        meaning: Meaning,
        numbers: dict[str, int],
        told: dict[int, tuple[list["_Wording"], list["_Clue"]]],
    ) -> None:
        def number(words: str) -> int:
            return numbers.setdefault(words, len(numbers))

        for rank, wording in enumerate(meaning.wordings or ()):
            place = (pattern, rank, not wording.startswith(EDGE), not wording.endswith(EDGE))
            told.setdefault(number(wording.strip(EDGE)), ([], []))[0].append(place)
        if () in meaning.clues:
            self._unsifted.append(pattern)
            return
        asked: dict[str, list[tuple[tuple[str, ...], ...]]] = {}
        for first, *others in meaning.clues:
            for words in first:
                asked.setdefault(words, []).append(tuple(others))
        for words, needs in asked.items():
            told.setdefault(number(words), ([], []))[1].append((pattern, _merge(needs, number)))

    def find(self, text: str, cuts: Sequence[tuple[int, int]] | None = None) -> list[Hit]:
        """All non-overlapping matches of every pattern, in order of place, then rule.

        Args:
            text: the text.
            cuts: ascending ranges of it that are scanned each on its own, ``^`` and ``$`` being their ends; the whole
                text when left out.
        """
        folded = fold(text)
        hits: list[Hit] = []
        listed: dict[int, list[tuple[int, int, int]]] = {}
        marks = folded.translate(_WORD_MARKS)
        found = iter(self._automaton.find_matches_as_indexes(folded.lower(), overlapping=True))
        number, begin, stop = next(found, _NO_MORE)
        for first, last in cuts if cuts is not None else [(0, len(text))]:
            seen: set[int] = set()
            clues: list[_Clue] = []
            while stop <= last:
                if begin >= first:
                    seen.add(number)
                    wordings, asked = self._told[number]
                    if wordings:
                        begins = marks[begin] != (begin > first and marks[begin - 1])
                        ends = marks[stop - 1] != (stop < last and marks[stop])
                        for pattern, rank, begins_anywhere, ends_anywhere in wordings:
                            if (begins or begins_anywhere) and (ends or ends_anywhere):
                                listed.setdefault(pattern, []).append((begin, rank, stop))
                    clues += asked
                number, begin, stop = next(found, _NO_MORE)
            words = folded[first:last]
            for pattern in self._sift(clues, seen):
                hits += self._runs[pattern].iter_hits(words, text, first)
        for pattern, places in listed.items():
            hits += _first_places(self._rules[pattern], places)
        hits.sort(key=_place)
        return hits

    def _sift(self, clues: list["_Clue"], seen: set[int]) -> list[int]:
        """The patterns that have all the words of one of their clues in a statement."""
        passed = {pattern for pattern, needs in clues if not any(map(seen.isdisjoint, needs))}
        return sorted(passed.union(self._unsifted))


def _merge(
    alternatives: Sequence[tuple[tuple[str, ...], ...]], number: Callable[[str], int]
) -> tuple[frozenset[int], ...]:
    """The needs of several clues that share a word: of each first need one word is enough."""
    if len(alternatives) == 1:
        return tuple(frozenset(map(number, need)) for need in alternatives[0])
    if not all(alternatives):
        return ()
    return (frozenset(number(words) for needs in alternatives for words in needs[0]),)


_Wording = tuple[int, int, bool, bool]
"""A text that a pattern matches: the pattern, the rank, whether it may begin and end anywhere or at a word's edge."""
_Clue = tuple[int, tuple[frozenset[int], ...]]
"""A pattern with the numbers of the words that it needs besides."""


def _first_places(rule: str, places: list[tuple[int, int, int]]) -> Iterator[Hit]:
    """What a search from left to right would find: at each place the first in rank, nothing inside what was found."""
    if len(places) > 1:
        places.sort()
    free = 0
    for start, _, end in places:
        if start >= free:
            free = end
            yield Hit(rule, start, end, _NO_GROUPS)


class _Run:
    """One pattern, compiled when it is first run."""

    def __init__(self, rule: str, pattern: str) -> None:
        self._rule, self._source = rule, pattern

    def iter_hits(self, words: bytes, text: str, offset: int) -> Iterator[Hit]:
        pattern, named = self._compiled
        for match in pattern.finditer(words):
            start, end = match.span()
            if end > start:
                groups = _words(match, named, text, offset) if named else _NO_GROUPS
                yield Hit(self._rule, offset + start, offset + end, groups)

    @cached_property
    def _compiled(self) -> tuple[Any, tuple[tuple[str, int], ...]]:
        pattern = _compile(self._source)
        return pattern, tuple((_as_text(name), number) for name, number in pattern.groupindex.items())


def _words(match: Any, named: Iterable[tuple[str, int]], text: str, offset: int) -> dict[str, str]:
    places = ((name, match.span(number)) for name, number in named)
    return {name: text[offset + start : offset + end] for name, (start, end) in places if start >= 0}


def _compile(pattern: str) -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.never_capture = "(?P<" not in pattern
    options.max_mem = _MOST_MEMORY_BYTES
    return re2.compile(pattern.encode("ascii"), options=options)


def _as_text(name: str | bytes) -> str:
    return name if isinstance(name, str) else name.decode("ascii")


def _place(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.rule
