"""Measures: accuracy and F1 over slots, ranking quality, rank correlation."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import log2
from typing import Any

Same = Callable[[Any, Any], bool]


class Tally:
    """Right and wrong answers by slot: single values by accuracy, lists by micro F1.

    Example:
        >>> tally = Tally()
        >>> tally.judge("level", True)
        >>> tally.match("tools", ["Excel", "Word"], ["Excel"])
        [('Excel', 'Excel')]
        >>> {slot: round(value, 2) for slot, value in tally.values().items()}
        {'level': 1.0, 'tools': 0.67}
    """

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()

    def judge(self, slot: str, is_right: bool) -> None:
        """Counts one single value."""
        self.total[slot] += 1
        self.right[slot] += is_right

    def match(
        self, slot: str, expected: Iterable[Any], read: Iterable[Any], same: Same = lambda one, other: one == other
    ) -> list[tuple[Any, Any]]:
        """Pairs each thing read with the first expected thing that is the same, and counts the rest.

        Returns:
            The pairs (expected, read) in the order read.
        """
        left, pairs = list(expected), []
        for item in read:
            place = next((place for place, candidate in enumerate(left) if same(candidate, item)), None)
            if place is None:
                self.extra[slot] += 1
            else:
                pairs.append((left.pop(place), item))
        self.found[slot] += len(pairs)
        self.missed[slot] += len(left)
        return pairs

    def add(self, other: "Tally") -> None:
        """Adds the counts of another tally."""
        for name in ("right", "total", "found", "missed", "extra"):
            getattr(self, name).update(getattr(other, name))

    def values(self) -> dict[str, float]:
        """Accuracy or F1 by slot: single values first, then lists, each in order of first use."""
        singles = {slot: self.right[slot] / count for slot, count in self.total.items() if count}
        slots = dict.fromkeys((*self.found, *self.missed, *self.extra))
        return singles | {slot: f1(self.found[slot], self.extra[slot], self.missed[slot]) for slot in slots}

    def count(self, slot: str) -> int:
        """How many single values, or expected things, a slot was measured on."""
        return self.total[slot] or self.found[slot] + self.missed[slot]


def f1(found: int, extra: int, missed: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing was found.

    Example:
        >>> f1(1, 1, 0)
        0.6666666666666666
    """
    return 2 * found / (2 * found + extra + missed) if found else 0.0


def answers_f1(said: Sequence[bool], right: Sequence[bool]) -> float:
    """F1 of yes over yes-or-no answers.

    Example:
        >>> answers_f1([True, True, False], [True, False, False])
        0.6666666666666666
    """
    pairs = Counter(zip(said, right, strict=True))
    return f1(pairs[True, True], pairs[True, False], pairs[False, True])


def mean(values: Iterable[float]) -> float:
    """The plain mean, 0 for nothing."""
    values = tuple(values)
    return sum(values) / len(values) if values else 0.0


def ndcg(grades: Sequence[float], at: int) -> float:
    """How near the best ``at`` of a ranking come to the ideal order, with gain ``2 ** grade - 1``.

    Args:
        grades: the grade of each thing, in the order of the ranking.
        at: how many places count.

    Source: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20 (2002); the
    exponential gain after Burges and others (2005).

    Example:
        >>> ndcg([3, 0, 1], 2) < ndcg([3, 1, 0], 2) == 1.0
        True
    """
    ideal = _dcg(sorted(grades, reverse=True)[:at])
    return _dcg(grades[:at]) / (ideal or 1.0)


def random_ndcg(grades: Sequence[float], at: int) -> float:
    """What a random order reaches on average, exactly: every place holds the mean gain."""
    gain = mean(2**grade - 1 for grade in grades)
    ideal = _dcg(sorted(grades, reverse=True)[:at])
    return gain * sum(1 / log2(place + 2) for place in range(min(at, len(grades)))) / (ideal or 1.0)


def _dcg(grades: Iterable[float]) -> float:
    return float(sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades)))


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Rank correlation with ties at their mean rank; 0 where one side is all ties.

    Example:
        >>> spearman([1, 2, 3], [10, 20, 30])
        1.0
    """
    x, y = _ranks(one), _ranks(other)
    middle = (len(x) - 1) / 2
    spread = float(sum((a - middle) ** 2 for a in x) * sum((b - middle) ** 2 for b in y)) ** 0.5
    return sum((a - middle) * (b - middle) for a, b in zip(x, y, strict=True)) / spread if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [mean(places[value]) for value in values]
