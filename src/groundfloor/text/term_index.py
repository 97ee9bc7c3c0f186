"""Texts by the terms they share with a question: TF-IDF over an inverted index of plain arrays.

A term is a 64-bit number: a run of characters is its own bytes, a word the hash of its root. So the index needs no
dictionary, and every list of texts is one slice of an array.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
Rows = NDArray[np.int64]
Scores = NDArray[np.float64]

_NEW_LINE = 10


class Terms(Protocol):
    """Takes the terms out of folded texts."""

    def __call__(self, texts: Sequence[str]) -> tuple[Rows, Codes]:
        """The number of the text and the code of the term, for every occurrence."""
        ...


def character_terms(shortest: int, longest: int) -> Terms:
    """Runs of characters, spaces between and around words included.

    Args:
        shortest: characters in the shortest run.
        longest: in the longest, at most 8, so that a run fits its number.
    """

    def terms(texts: Sequence[str]) -> tuple[Rows, Codes]:
        joined = "\n".join(f" {text} " for text in texts).encode("ascii", "replace")
        letters = np.frombuffer(joined, np.uint8).astype(np.uint64)
        lines = np.concatenate(([0], np.cumsum(letters == _NEW_LINE)))
        found = [_runs(letters, lines, length) for length in range(shortest, longest + 1) if len(letters) >= length]
        if not found:
            return np.empty(0, np.int64), np.empty(0, np.uint64)
        return np.concatenate([rows for rows, _ in found]), np.concatenate([codes for _, codes in found])

    return terms


def _runs(letters: Codes, lines: Rows, length: int) -> tuple[Rows, Codes]:
    count = len(letters) - length + 1
    codes = np.zeros(count, np.uint64)
    for place in range(length):
        codes = (codes << np.uint64(8)) | letters[place : place + count]
    within = lines[length:] == lines[:-length]
    return lines[:-length][within].astype(np.int64), codes[within]


def word_terms(words: Callable[[str], Sequence[str]]) -> Terms:
    """Whole words, or whatever a function makes of a folded text."""

    def terms(texts: Sequence[str]) -> tuple[Rows, Codes]:
        found = [[word_code(word) for word in words(text)] for text in texts]
        rows = np.repeat(np.arange(len(texts)), [len(codes) for codes in found])
        return rows, np.array([code for codes in found for code in codes], np.uint64)

    return terms


@lru_cache(maxsize=200_000)
def word_code(word: str) -> int:
    """The 64-bit hash of a word, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


class TermIndex:
    """Texts by TF-IDF with damped counts; scores are cosines, 0 to 1.

    Args:
        texts: folded texts; a score's place is the text's place.
        terms: what counts as a term.

    Example:
        >>> index = TermIndex(["call centre agent", "museum guide"], character_terms(3, 5))
        >>> scores = index.score("call center agents")
        >>> bool(scores[0] > 0.3 > scores[1])
        True
    """

    def __init__(self, texts: Sequence[str], terms: Terms) -> None:
        self._terms, self.count = terms, len(texts)
        rows, codes = terms(texts)
        order = np.lexsort((rows, codes))
        rows, codes = rows[order], codes[order]
        first = np.ones(len(rows), bool)
        first[1:] = (rows[1:] != rows[:-1]) | (codes[1:] != codes[:-1])
        starts = np.nonzero(first)[0]
        counts = np.diff(np.append(starts, len(rows)))
        self._rows = rows[starts]
        self.codes, firsts = np.unique(codes[starts], return_index=True)
        self._bounds = np.append(firsts, len(starts))
        holding = np.diff(self._bounds)
        self.rarity = np.log((1 + self.count) / (1 + holding)) + 1
        weights = (1 + np.log(counts)) * np.repeat(self.rarity, holding)
        lengths = np.sqrt(np.bincount(self._rows, weights**2, minlength=self.count))
        self._weights = weights / lengths[self._rows]

    def score(self, text: str) -> Scores:
        """The cosine of each text with one folded text."""
        places, counts = self._find(text)
        weights = (1 + np.log(counts)) * self.rarity[places]
        return self._add(places, weights / (np.sqrt(np.sum(weights**2)) or 1))

    def cover(self, nearness: NDArray[np.float64]) -> Scores:
        """How much of each text is covered: the share of its squared weights, each term counted by a nearness.

        Args:
            nearness: 0 to 1 for each of :attr:`codes`.
        """
        spread = np.repeat(nearness, np.diff(self._bounds))
        covered: Scores = np.bincount(self._rows, self._weights**2 * spread, minlength=self.count).astype(np.float64)
        return covered

    def places_of(self, codes: Codes) -> NDArray[np.int64]:
        """The places in :attr:`codes` of those codes that the index holds."""
        if not len(self.codes):
            return np.empty(0, np.int64)
        places = np.searchsorted(self.codes, codes)
        places[places == len(self.codes)] = 0
        held: Rows = places[self.codes[places] == codes]
        return held

    def _find(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        codes, counts = np.unique(self._terms([text])[1], return_counts=True)
        held = np.isin(codes, self.codes, assume_unique=True)
        return self.places_of(codes[held]), counts[held]

    def _add(self, places: NDArray[np.int64], weights: Scores) -> Scores:
        if not len(places):
            return np.zeros(self.count)
        slices = [slice(self._bounds[place], self._bounds[place + 1]) for place in places]
        rows = np.concatenate([self._rows[part] for part in slices])
        values = np.concatenate([self._weights[part] * weight for part, weight in zip(slices, weights, strict=True)])
        total: Scores = np.bincount(rows, values, minlength=self.count).astype(np.float64)
        return total


class Owners:
    """Which thing each of many texts names; gives a thing its best text's score.

    Example:
        >>> owners = Owners([2, 1])
        >>> owners.best(np.array([0.2, 0.9, 0.4])).tolist()
        [0.9, 0.4]
    """

    def __init__(self, counts: Sequence[int]) -> None:
        self._starts = np.cumsum([0, *counts[:-1]])

    def best(self, scores: Scores) -> Scores:
        """The highest score among each thing's texts; every thing has at least one."""
        best: Scores = np.maximum.reduceat(scores, self._starts)
        return best
