"""One person against very many postings: packed once, every distinct requirement judged once, exact best N.

What distinct requirements earn is judged by the same function that explains a fit; a posting's score is then the sum
of weight times share over its requirements. Ranking and explanation therefore cannot drift apart.
"""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundfloor.matching.attainments import Attainments
from groundfloor.matching.fit import SCORE_DIGITS, tier_of, weigh
from groundfloor.matching.relations import Relations
from groundfloor.matching.requirements import Requirement
from groundfloor.matching.verdicts import judge

_TIER_DROP = 2.0
"""Larger than any score, so that a higher tier always sorts below a lower one."""


class Ranked(NamedTuple):
    """A posting's place: its score (sum of its terms) and tier (0 kept, 1 doubtful, 2 broken limit)."""

    id: str
    score: float
    tier: int


class PackedPostings(NamedTuple):
    """Requirements of many postings as arrays.

    Attributes:
        ids: posting ids, in ascending order.
        requirements: the distinct requirements, without evidence.
        starts: where the requirements of each posting begin in the two arrays below; one more entry than postings.
        features: index into ``requirements``.
        weights: weight of that requirement in that posting.
    """

    ids: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    starts: NDArray[np.int64]
    features: NDArray[np.uint32]
    weights: NDArray[np.float64]


def pack_postings(postings: Iterable[tuple[str, Sequence[Requirement]]], relations: Relations) -> PackedPostings:
    """Packs the requirements of many postings for ranking.

    Args:
        postings: pairs of posting id and requirements; ids must be distinct, every posting asks something.
        relations: the weights that the packed arrays will hold.
    """
    interned: dict[Requirement, int] = {}
    features, weights, lengths = array("I"), array("d"), array("q", [0])
    ids: list[str] = []
    for posting_id, requirements in sorted(postings, key=lambda pair: pair[0]):
        ids.append(posting_id)
        lengths.append(len(requirements))
        weights.extend(weigh(requirements, relations))
        features.extend(
            interned.setdefault(requirement.without_evidence(), len(interned)) for requirement in requirements
        )
    return PackedPostings(
        ids=tuple(ids),
        requirements=tuple(interned),
        starts=np.cumsum(np.frombuffer(lengths, dtype=np.int64)),
        features=np.frombuffer(features, dtype=np.uint32),
        weights=np.frombuffer(weights, dtype=np.float64),
    )


def rank(packed: PackedPostings, attainments: Attainments, relations: Relations, *, top: int) -> list[Ranked]:
    """The best postings for one person, exactly: by tier, then score, then id.

    Args:
        packed: see :func:`pack_postings`.
        attainments: what the person holds.
        relations: the same that the postings were packed with.
        top: how many are wanted.
    """
    if not packed.ids or top < 1:
        return []
    scores, tiers = _scores_and_tiers(packed, attainments, relations)
    keys = np.round(scores, SCORE_DIGITS) - _TIER_DROP * tiers
    return [Ranked(packed.ids[index], float(scores[index]), int(tiers[index])) for index in _best(keys, top).tolist()]


def _scores_and_tiers(packed: PackedPostings, attainments: Attainments, relations: Relations) -> tuple[Any, Any]:
    judged = [judge(requirement, attainments, relations) for requirement in packed.requirements]
    shares = np.array([judgement.share for judgement in judged])
    drops = np.array([tier_of(judgement.limit) for judgement in judged], dtype=np.uint8)
    begins = packed.starts[:-1]
    scores = np.add.reduceat(shares[packed.features] * packed.weights, begins)
    if not drops.any():
        return scores, np.zeros(len(packed.ids), dtype=np.uint8)
    return scores, np.maximum.reduceat(drops[packed.features], begins)


def _best(keys: NDArray[np.float64], top: int) -> NDArray[np.int64]:
    """Indices of the highest keys, ties in order of index, which is the order of ids."""
    if top < len(keys):
        threshold = np.partition(keys, len(keys) - top)[len(keys) - top]
        candidates = np.flatnonzero(keys >= threshold)
    else:
        candidates = np.arange(len(keys))
    return candidates[np.argsort(-keys[candidates], kind="stable")][:top]
