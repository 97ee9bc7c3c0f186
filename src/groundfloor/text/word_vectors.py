"""Words near in meaning, learned by counting which words stand together; no model is downloaded.

Source: Levy, Goldberg and Dagan, Improving Distributional Similarity with Lessons Learned from Word Embeddings,
TACL 3 (2015): positive pointwise mutual information with smoothed contexts, reduced by a truncated decomposition.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""One row of 32-bit numbers for each word."""

_MOST_WORDS, _LEAST_TEXTS, _LONGEST_TEXT_WORDS = 7_000, 3, 40
_DIMENSIONS, _SPARE, _ROUNDS, _SMOOTHING = 200, 20, 4, 0.75


class WordVectors:
    """A unit vector for each word that was learned.

    Args:
        words: the words, most frequent first.
        vectors: one row for each.
    """

    def __init__(self, words: Sequence[str], vectors: Vectors) -> None:
        self.words, self.vectors = tuple(words), vectors
        self._places = {word: place for place, word in enumerate(self.words)}

    @classmethod
    def learn(cls, texts: Iterable[str], words_of: Callable[[str], Sequence[str]]) -> "WordVectors":
        """Learns from texts: words that stand in the same company come near each other.

        Args:
            texts: short folded texts, a sentence or a list of names each.
            words_of: the words of a text; those of fewer than three texts, and all beyond the 7,000 commonest, are left
                out.
        """
        held = [tuple(dict.fromkeys(words_of(text))) for text in texts]
        counts = Counter(word for words in held for word in words)
        ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        kept = [word for word, count in ranked[:_MOST_WORDS] if count >= _LEAST_TEXTS]
        return cls(kept, _reduce(_information(_together(held, kept))))

    def of(self, word: str) -> Vectors | None:
        """The vector of a word, None where it was not learned."""
        place = self._places.get(word)
        return None if place is None else self.vectors[place]

    def centre(self, words: Iterable[str], rarity: Callable[[str], float]) -> Vectors:
        """The direction in which the words point together, each weighed by its rarity; zeros for unknown words."""
        known = [(vector, rarity(word)) for word in words if (vector := self.of(word)) is not None]
        total: Vectors = np.zeros(self.vectors.shape[1], np.float32)
        for vector, weight in known:
            total += vector * np.float32(weight)
        return unit(total)


def unit(vectors: Vectors) -> Vectors:
    """Rows scaled to length 1; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)


def _together(held: Iterable[Sequence[str]], kept: Sequence[str]) -> Vectors:
    """How often two words stand in one text, long texts counting less for each pair."""
    places = {word: place for place, word in enumerate(kept)}
    together = np.zeros((len(kept), len(kept)), np.float32)
    for words in held:
        known = [places[word] for word in words if word in places][:_LONGEST_TEXT_WORDS]
        if len(known) > 1:
            together[np.ix_(known, known)] += np.float32(1 / np.log2(1 + len(known)))
    np.fill_diagonal(together, 0)
    return together


def _information(together: Vectors) -> Vectors:
    """Turns counts, in place, into how much more often than by chance two words meet, never below 0."""
    totals = together.sum(axis=1)
    usual = totals**_SMOOTHING
    usual /= usual.sum() or 1
    with np.errstate(divide="ignore", invalid="ignore"):
        together /= totals[:, None]
        together /= usual[None, :]
        np.log(together, out=together)
    np.nan_to_num(together, copy=False, nan=0.0, neginf=0.0, posinf=0.0)
    np.maximum(together, 0, out=together)
    together += together.T.copy()
    return together


def _reduce(information: Vectors) -> Vectors:
    """The leading directions of a symmetric matrix, scaled by the root of their weight, rows of length 1."""
    size = len(information)
    kept = min(_DIMENSIONS, size)
    basis = np.random.default_rng(0).standard_normal((size, min(kept + _SPARE, size))).astype(np.float32)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(information @ basis)
    weights, turns = np.linalg.eigh(basis.T @ (information @ basis))
    leading = np.argsort(-np.abs(weights), kind="stable")[:kept]
    return unit((basis @ turns[:, leading] * np.sqrt(np.abs(weights[leading]))).astype(np.float32))
