"""Simple methods to stand beside: word overlap by BM25 and by TF-IDF."""

import re
from collections import Counter
from collections.abc import Mapping
from math import log, sqrt

_WORD = re.compile(r"[a-z0-9]{2,}")
_SATURATION, _LENGTH_SHARE = 1.2, 0.75


def bm25_scores(query: str, documents: Mapping[str, str]) -> dict[str, float]:
    """BM25 of each document for the distinct words of a query.

    Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the usual k1 = 1.2, b = 0.75.
    """
    words = {name: Counter(_words(text)) for name, text in documents.items()}
    usual = sum(sum(counts.values()) for counts in words.values()) / max(1, len(words))
    asked = {word: _rarity(word, words) for word in sorted(set(_words(query)))}
    return {name: _bm25(counts, asked, usual) for name, counts in words.items()}


def tfidf_scores(query: str, documents: Mapping[str, str]) -> dict[str, float]:
    """Cosine of TF-IDF vectors, term counts damped by their logarithm."""
    words = {name: Counter(_words(text)) for name, text in documents.items()}
    seen = Counter(word for counts in words.values() for word in counts)
    rarity = {word: log((1 + len(words)) / (1 + count)) + 1 for word, count in seen.items()}
    asked = _vector(Counter(_words(query)), rarity)
    return {name: _cosine(asked, _vector(counts, rarity)) for name, counts in words.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _rarity(word: str, words: Mapping[str, Counter[str]]) -> float:
    holding = sum(word in counts for counts in words.values())
    return log(1 + (len(words) - holding + 0.5) / (holding + 0.5))


def _bm25(counts: Counter[str], asked: Mapping[str, float], usual: float) -> float:
    length = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * sum(counts.values()) / usual)
    return sum(
        rarity * counts[word] * (_SATURATION + 1) / (counts[word] + length)
        for word, rarity in asked.items()
        if counts[word]
    )


def _vector(counts: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    return {word: (1 + log(count)) * rarity[word] for word, count in counts.items() if word in rarity}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    lengths = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in other.values()))
    return sum(value * other.get(word, 0.0) for word, value in one.items()) / lengths if lengths else 0.0
