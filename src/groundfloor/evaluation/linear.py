"""A small linear model that says yes or no from the features of a text: no library, the same result every time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_ROUNDS, _POWER_ROUNDS = 200, 20
_LINES = (0.0, -0.05, -0.1, -0.15, -0.2, -0.25, -0.3)


class LinearModel:
    """Weights of features, learned with a squared hinge loss and a quadratic penalty.

    Args:
        texts: the features of each text; a repeated feature counts once.
        answers: the right answer for each text.
        strictness: how much a wrong answer costs beside large weights.

    Source: Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²) (1983).

    Example:
        >>> model = LinearModel([["good"], ["bad"]], [True, False])
        >>> model.says(["good"]), model.says(["bad"])
        (True, False)
    """

    def __init__(self, texts: Sequence[Sequence[str]], answers: Sequence[bool], *, strictness: float = 2.0) -> None:
        names = sorted({feature for features in texts for feature in features})
        self._places = {name: place for place, name in enumerate(names)}
        found = [self._find(features) for features in texts]
        shape = _Table(found, len(names))
        self._weights = _learn(shape, np.where(answers, 1.0, -1.0), strictness)

    def value(self, features: Sequence[str]) -> float:
        """Above 0 for yes; the farther from 0 the surer."""
        places = self._find(features)
        return float(self._weights[places].sum() / np.sqrt(len(places) or 1))

    def says(self, features: Sequence[str], *, above: float = 0.0) -> bool:
        """The answer for a text: whether its value lies above a line."""
        return self.value(features) > above

    def _find(self, features: Sequence[str]) -> NDArray[np.int64]:
        known = (self._places[feature] for feature in dict.fromkeys(features) if feature in self._places)
        return np.fromiter(known, np.int64)


def cross_validate(texts: Sequence[Sequence[str]], answers: Sequence[bool], *, parts: int = 5) -> list[bool]:
    """The answer for each text by a model that has not seen its part; every fifth text is of one part.

    The line above which a model says yes is the one of best F1 on the first part it was trained without for that.
    """
    said = [False] * len(texts)
    for part in range(parts):
        seen = [place for place in range(len(texts)) if place % parts != part]
        above = _best_line([texts[place] for place in seen], [answers[place] for place in seen], parts - 1)
        model = LinearModel([texts[place] for place in seen], [answers[place] for place in seen])
        for place in range(part, len(texts), parts):
            said[place] = model.says(texts[place], above=above)
    return said


def _best_line(texts: Sequence[Sequence[str]], answers: Sequence[bool], parts: int) -> float:
    seen = [place for place in range(len(texts)) if place % parts]
    model = LinearModel([texts[place] for place in seen], [answers[place] for place in seen])
    values = np.array([model.value(texts[place]) for place in range(0, len(texts), parts)])
    right = np.array(answers[::parts])

    def quality(line: float) -> float:
        return float(2 * np.sum((values > line) & right) / max(1, np.sum(values > line) + right.sum()))

    return max(_LINES, key=quality)


class _Table:
    """Texts by features, rows scaled to length 1, multiplied without being filled out."""

    def __init__(self, found: Sequence[NDArray[np.int64]], width: int) -> None:
        self.height, self.width = len(found), width
        counts = np.array([len(places) for places in found])
        self._rows = np.repeat(np.arange(len(found)), counts)
        self._columns = np.concatenate(found)
        self._values = np.repeat(1 / np.sqrt(np.maximum(counts, 1)), counts)

    def by_text(self, weights: Numbers) -> Numbers:
        return np.bincount(self._rows, self._values * weights[self._columns], minlength=self.height).astype(np.float64)

    def by_feature(self, texts: Numbers) -> Numbers:
        return np.bincount(self._columns, self._values * texts[self._rows], minlength=self.width).astype(np.float64)


def _learn(table: _Table, answers: Numbers, strictness: float) -> Numbers:
    step = 1 / (1 + 2 * strictness * _largest_stretch(table))
    weights = ahead = np.zeros(table.width)
    momentum = 1.0
    for _ in range(_ROUNDS):
        short = np.maximum(1 - answers * table.by_text(ahead), 0)
        new = ahead - step * (ahead - table.by_feature(2 * strictness * answers * short))
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = new + (momentum - 1) / following * (new - weights)
        weights, momentum = new, following
    return weights


def _largest_stretch(table: _Table) -> float:
    direction = np.ones(table.width)
    stretch = 1.0
    for _ in range(_POWER_ROUNDS):
        direction = table.by_feature(table.by_text(direction))
        stretch = float(np.linalg.norm(direction)) or 1.0
        direction = direction / stretch
    return stretch
