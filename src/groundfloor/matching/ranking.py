"""One person against very many postings: packed once, every distinct requirement judged once, exact best N.

What distinct requirements earn is judged by the same function that explains a fit; a posting's score is then the sum
of weight times share over its requirements. Ranking and explanation therefore cannot drift apart.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import fsum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundfloor.matching.attainments import Attainments
from groundfloor.matching.fit import SCORE_DIGITS, tier_of, weigh_kinds
from groundfloor.matching.relations import Relations
from groundfloor.matching.requirements import Requirement
from groundfloor.matching.verdicts import judge
from groundfloor.model.vocabulary import FactKind

_TIER_DROP = 2.0
"""Larger than any score, so that a higher tier always sorts below a lower one."""

_LEADING: tuple[FactKind, ...] = ("role_family", "level")
"""Kinds that weigh much and take few values: postings that agree in them are packed together and skipped together."""

_BLOCK = 16_384
_SLACK = 1e-9


class Ranked(NamedTuple):
    """A posting's place: its score (sum of its terms) and tier (0 kept, 1 doubtful, 2 broken limit)."""

    id: str
    score: float
    tier: int


class PackedPostings(NamedTuple):
    """Requirements of many postings as arrays; a term is one requirement at one weight of its kind, stored once.

    Attributes:
        ids: posting ids, by group, then ascending.
        requirements: the distinct requirements, as they are compared.
        term_requirements: of each term the index into ``requirements``.
        term_weights: of each term the weight.
        starts: where the terms of each posting begin in ``terms``; one more entry than postings.
        terms: the terms of all postings, one posting after the other, in the narrowest type that holds them.
        scales: of each posting what its weights are multiplied with to make 1.
        groups: where each group of postings that ask the same work at the same level begins; one more entry.
        leading: of each group those requirements; ``least`` is the least weight each has in the group.
    """

    ids: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    term_requirements: NDArray[np.uint32]
    term_weights: NDArray[np.float64]
    starts: NDArray[np.int64]
    terms: NDArray[np.unsignedinteger[Any]]
    scales: NDArray[np.float64]
    groups: NDArray[np.int64]
    leading: NDArray[np.uint32]
    least: NDArray[np.float64]


def pack_postings(postings: Iterable[tuple[str, Sequence[Requirement]]], relations: Relations) -> PackedPostings:
    """Packs the requirements of many postings for ranking.

    Args:
        postings: pairs of posting id and requirements; ids must be distinct, every posting asks something.
        relations: the weights that the packed arrays will hold.
    """
    requirements: dict[Requirement, int] = {}
    terms: dict[tuple[int, float], int] = {}
    packed, lengths, scales = array("I"), array("q", [0]), array("d")
    leading, heights = array("I"), array("d")
    ids: list[str] = []
    for posting_id, asked in sorted(postings, key=lambda pair: (_leading_words(pair[1]), pair[0])):
        weights = weigh_kinds(asked, relations)
        indices = [requirements.setdefault(one.as_compared(), len(requirements)) for one in asked]
        ids.append(posting_id)
        lengths.append(len(asked))
        scales.append(1.0 / (fsum(weights) or 1.0))
        packed.extend(terms.setdefault(term, len(terms)) for term in zip(indices, weights, strict=True))
        for place in _leading_places(asked):
            leading.append(indices[place] if place is not None else 0)
            heights.append(weights[place] * scales[-1] if place is not None else 0.0)
    groups, of_groups, least = _group(leading, heights)
    return PackedPostings(
        ids=tuple(ids),
        requirements=tuple(requirements),
        term_requirements=np.array([index for index, _ in terms], dtype=np.uint32),
        term_weights=np.array([weight for _, weight in terms]),
        starts=np.cumsum(np.frombuffer(lengths, dtype=np.int64)),
        terms=np.frombuffer(packed, dtype=np.uint32).astype(np.min_scalar_type(len(terms)), copy=False),
        scales=np.frombuffer(scales),
        groups=groups,
        leading=of_groups,
        least=least,
    )


def rank(packed: PackedPostings, attainments: Attainments, relations: Relations, *, top: int) -> list[Ranked]:
    """The best postings for one person, exactly: by tier, then score, then id.

    Groups of postings are taken in the order of the best score they could hold, and the search ends when no group left
    could change the answer.

    Args:
        packed: see :func:`pack_postings`.
        attainments: what the person holds.
        relations: the same that the postings were packed with.
        top: how many are wanted.
    """
    if not packed.ids or top < 1:
        return []
    judged = [judge(requirement, attainments, relations) for requirement in packed.requirements]
    shares = np.array([judgement.share for judgement in judged])
    drops = np.array([tier_of(judgement.limit) for judgement in judged], dtype=np.uint8)
    earned, term_drops = shares[packed.term_requirements] * packed.term_weights, drops[packed.term_requirements]
    bounds = 1.0 - (packed.least * (1.0 - shares[packed.leading])).sum(axis=1)
    best, found = np.empty(0), list[Ranked]()
    for group in np.argsort(-bounds, kind="stable"):
        if len(best) == top and bounds[group] + _SLACK < best.min():
            break
        for block in _iter_blocks(packed.groups[group], packed.groups[group + 1]):
            scores, tiers = _scores_and_tiers(packed, block, earned, term_drops)
            keys = np.round(scores, SCORE_DIGITS) - _TIER_DROP * tiers
            best = _largest(np.concatenate([best, keys]), top)
            found += (
                Ranked(packed.ids[block.start + place], float(scores[place]), int(tiers[place]))
                for place in np.flatnonzero(keys >= best.min()).tolist()
            )
    return sorted(found, key=lambda one: (one.tier, -round(one.score, SCORE_DIGITS), one.id))[:top]


def _leading_words(asked: Sequence[Requirement]) -> tuple[str, ...]:
    """What postings are grouped by, in a form that can be put in order."""
    leading = (asked[place] for place in _leading_places(asked) if place is not None)
    return tuple(f"{getattr(one.value, 'code', '')} {one.strength} {one.learnable}" for one in leading)


def _leading_places(asked: Sequence[Requirement]) -> list[int | None]:
    return [next((place for place, one in enumerate(asked) if one.kind == kind), None) for kind in _LEADING]


def _group(
    leading: "array[int]", heights: "array[float]"
) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.float64]]:
    """Where groups begin, their leading requirements, and the least weight of each."""
    asked = np.frombuffer(leading, dtype=np.uint32).reshape(-1, len(_LEADING))
    weights = np.frombuffer(heights).reshape(-1, len(_LEADING))
    begins = np.flatnonzero(np.r_[len(asked) > 0, (asked[1:] != asked[:-1]).any(axis=1)])
    return (
        np.append(begins, len(asked)),
        asked[begins],
        np.minimum.reduceat(weights, begins) if len(begins) else weights,
    )


def _iter_blocks(begin: int, end: int) -> Iterator[slice]:
    """Some thousand postings at a time, so that what is gathered stays in the processor's cache."""
    for first in range(begin, end, _BLOCK):
        yield slice(first, min(first + _BLOCK, end))


def _scores_and_tiers(
    packed: PackedPostings, block: slice, earned: NDArray[np.float64], drops: NDArray[np.uint8]
) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    begin, end = packed.starts[block.start], packed.starts[block.stop]
    terms, starts = packed.terms[begin:end], packed.starts[block] - begin
    scores = np.add.reduceat(np.take(earned, terms), starts) * packed.scales[block]
    return scores, np.maximum.reduceat(np.take(drops, terms), starts)


def _largest(keys: NDArray[np.float64], top: int) -> NDArray[np.float64]:
    return np.partition(keys, len(keys) - top)[len(keys) - top :] if top < len(keys) else keys
