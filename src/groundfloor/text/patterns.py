"""One multi-pattern scan: many patterns over a text, each hit with the rule that found it."""

import hashlib
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
        words = _Words()
        for number, meaning in enumerate(table.meanings):
            words.add(number, meaning)
        self._rules, self._told, self._unsifted = table.rules, words.list_told(), words.unsifted
        self._runs = [_Run(rule, pattern) for rule, pattern in zip(table.rules, table.patterns, strict=True)]
        self._automaton = BytesAhoCorasick(words.list_words(), implementation=Implementation.ContiguousNFA)

    def find(self, text: str, cuts: Sequence[tuple[int, int]] | None = None) -> list[Hit]:
        """All non-overlapping matches of every pattern, in order of place, then rule.

        Args:
            text: the text.
            cuts: ascending ranges of it that are scanned each on its own, ``^`` and ``$`` being their ends; the whole
                text when left out.
        """
        folded = fold(text)
        marks = folded.translate(_WORD_MARKS)
        places: _Places = {}
        hits: list[Hit] = []
        found = self._automaton.find_matches_as_indexes(folded.lower(), overlapping=True)
        at = 0
        for first, last in cuts if cuts is not None else [(0, len(text))]:
            begun = at
            while at < len(found) and found[at][2] <= last:
                at += 1
            seen, clues = self._read_statement(found[begun:at], marks, (first, last), places)
            if clues or self._unsifted:
                words = folded[first:last]
                for pattern in self._sift(clues, seen):
                    hits += self._runs[pattern].iter_hits(words, text, first)
        for pattern, listed in places.items():
            hits += _first_places(self._rules[pattern], listed)
        hits.sort(key=_place)
        return hits

    def _read_statement(
        self, found: Iterable[tuple[int, int, int]], marks: bytes, cut: tuple[int, int], places: "_Places"
    ) -> tuple[set[int], list["_Clue"]]:
        """Puts the places of listed wordings where they belong; gives the words met and the patterns they point to."""
        (first, last), told = cut, self._told
        seen: set[int] = set()
        clues: list[_Clue] = []
        for number, begin, stop in found:
            if begin < first:
                continue
            seen.add(number)
            held = told[number]
            if held is None:
                continue
            wordings, asked = held
            if asked:
                clues += asked
            if wordings:
                begins = marks[begin] != (begin > first and marks[begin - 1])
                ends = marks[stop - 1] != (stop < last and marks[stop])
                for pattern, rank, begins_anywhere, ends_anywhere in wordings:
                    if (begins or begins_anywhere) and (ends or ends_anywhere):
                        places.setdefault(pattern, []).append((begin, rank, stop))
        return seen, clues

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


class _Words:
    """Every word that is sought, numbered, with what it tells where it is met."""

    def __init__(self) -> None:
        self.unsifted: list[int] = []
        self._numbers: dict[str, int] = {}
        self._told: dict[int, _Told] = {}

    def add(self, pattern: int, meaning: Meaning) -> None:
        for rank, wording in enumerate(meaning.wordings or ()):
            told = (pattern, rank, not wording.startswith(EDGE), not wording.endswith(EDGE))
            self._tell(wording.strip(EDGE))[0].append(told)
        if () in meaning.clues:
            self.unsifted.append(pattern)
            return
        asked: dict[str, list[tuple[tuple[str, ...], ...]]] = {}
        for first, *others in meaning.clues:
            for words in first:
                asked.setdefault(words, []).append(tuple(others))
        for words, needs in asked.items():
            self._tell(words)[1].append((pattern, _merge(needs, self._number)))

    def list_told(self) -> list["_Told | None"]:
        """What each word tells; None where it only completes what others tell."""
        return [self._told.get(number) for number in range(len(self._numbers))]

    def list_words(self) -> list[bytes]:
        return [words.encode("ascii") for words in self._numbers]

    def _tell(self, words: str) -> "_Told":
        return self._told.setdefault(self._number(words), ([], []))

    def _number(self, words: str) -> int:
        return self._numbers.setdefault(words, len(self._numbers))


_Wording = tuple[int, int, bool, bool]
"""A text that a pattern matches: the pattern, the rank, whether it may begin and end anywhere or at a word's edge."""
_Clue = tuple[int, tuple[frozenset[int], ...]]
"""A pattern with the numbers of the words that it needs besides."""
_Told = tuple[list[_Wording], list[_Clue]]
_Places = dict[int, list[tuple[int, int, int]]]
"""By pattern, where its wordings stand: start, rank, end."""


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
