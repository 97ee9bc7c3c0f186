"""One person against very many postings: packed once, every distinct requirement judged once, exact best N.

What distinct requirements earn is judged by the same function that explains a fit; a posting's score is then the sum
of weight times share over its requirements. Ranking and explanation therefore cannot drift apart.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import fsum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundfloor.matching.attainments import Attainments
from groundfloor.matching.fit import SCORE_DIGITS, tier_of, weigh_kinds
from groundfloor.matching.relations import Relations
from groundfloor.matching.requirements import Requirement
from groundfloor.matching.verdicts import judge

_TIER_DROP = 2.0
"""Larger than any score, so that a higher tier always sorts below a lower one."""

_BLOCK = 16_384


class Ranked(NamedTuple):
    """A posting's place: its score (sum of its terms) and tier (0 kept, 1 doubtful, 2 broken limit)."""

    id: str
    score: float
    tier: int


class PackedPostings(NamedTuple):
    """Requirements of many postings as arrays; a term is one requirement at one weight of its kind, stored once.

    Attributes:
        ids: posting ids, in ascending order.
        requirements: the distinct requirements, as they are compared.
        term_requirements: of each term the index into ``requirements``.
        term_weights: of each term the weight.
        starts: where the terms of each posting begin in ``terms``; one more entry than postings.
        terms: the terms of all postings, one posting after the other.
        scales: of each posting what its weights are multiplied with to make 1.
    """

    ids: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    term_requirements: NDArray[np.uint32]
    term_weights: NDArray[np.float64]
    starts: NDArray[np.int64]
    terms: NDArray[np.uint32]
    scales: NDArray[np.float64]


def pack_postings(postings: Iterable[tuple[str, Sequence[Requirement]]], relations: Relations) -> PackedPostings:
    """Packs the requirements of many postings for ranking.

    Args:
        postings: pairs of posting id and requirements; ids must be distinct, every posting asks something.
        relations: the weights that the packed arrays will hold.
    """
    requirements: dict[Requirement, int] = {}
    terms: dict[tuple[int, float], int] = {}
    packed, lengths, scales = array("I"), array("q", [0]), array("d")
    ids: list[str] = []
    for posting_id, asked in sorted(postings, key=lambda pair: pair[0]):
        ids.append(posting_id)
        lengths.append(len(asked))
        weights = weigh_kinds(asked, relations)
        scales.append(1.0 / (fsum(weights) or 1.0))
        for requirement, weight in zip(asked, weights, strict=True):
            index = requirements.setdefault(requirement.as_compared(), len(requirements))
            packed.append(terms.setdefault((index, weight), len(terms)))
    return PackedPostings(
        ids=tuple(ids),
        requirements=tuple(requirements),
        term_requirements=np.array([index for index, _ in terms], dtype=np.uint32),
        term_weights=np.array([weight for _, weight in terms]),
        starts=np.cumsum(np.frombuffer(lengths, dtype=np.int64)),
        terms=np.frombuffer(packed, dtype=np.uint32),
        scales=np.frombuffer(scales),
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


def _scores_and_tiers(
    packed: PackedPostings, attainments: Attainments, relations: Relations
) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    judged = [judge(requirement, attainments, relations) for requirement in packed.requirements]
    shares = np.array([judgement.share for judgement in judged])
    drops = np.array([tier_of(judgement.limit) for judgement in judged], dtype=np.uint8)
    earned = shares[packed.term_requirements] * packed.term_weights
    term_drops = drops[packed.term_requirements] if drops.any() else None
    scores = np.empty(len(packed.ids))
    tiers = np.zeros(len(packed.ids), dtype=np.uint8)
    for block, terms, starts in _iter_blocks(packed):
        np.add.reduceat(np.take(earned, terms), starts, out=scores[block])
        if term_drops is not None:
            np.maximum.reduceat(np.take(term_drops, terms), starts, out=tiers[block])
    return scores * packed.scales, tiers


def _iter_blocks(packed: PackedPostings) -> Iterator[tuple[slice, NDArray[np.uint32], NDArray[np.int64]]]:
    """Some thousand postings at a time, so that what is gathered stays in the processor's cache."""
    for first in range(0, len(packed.ids), _BLOCK):
        block = slice(first, min(first + _BLOCK, len(packed.ids)))
        begin, end = packed.starts[block.start], packed.starts[block.stop]
        yield block, packed.terms[begin:end], packed.starts[block] - begin


def _best(keys: NDArray[np.float64], top: int) -> NDArray[np.int64]:
    """Indices of the highest keys, ties in order of index, which is the order of ids."""
    if top < len(keys):
        threshold = np.partition(keys, len(keys) - top)[len(keys) - top]
        candidates = np.flatnonzero(keys >= threshold)
    else:
        candidates = np.arange(len(keys))
    return candidates[np.argsort(-keys[candidates], kind="stable")][:top]
