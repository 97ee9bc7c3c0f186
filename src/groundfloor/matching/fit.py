"""One person against one posting: every verdict, the limits apart, and a score that is the sum of its terms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import fsum

from groundfloor.matching.attainments import Attainments, Evidence
from groundfloor.matching.reasons import ask, describe, explain
from groundfloor.matching.relations import Relations
from groundfloor.matching.requirements import Requirement
from groundfloor.matching.verdicts import Judgement, LimitState, judge
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import FactKind, Grade, Strength

SCORE_DIGITS = 12
"""Scores are ordered at this precision, so that the last bits of a sum never decide."""

_NOT_FOR_THE_PERSON = frozenset({"role_family.unnamed", "unsaid"})
"""Rules by which something is unknown that no answer of the person could settle."""

_WITHOUT_WORDS = frozenset({"workplace.met", "workplace.elsewhere", "workplace.unclear", "workplace.foreign_pay"})
"""Rules that decide by the field that names the place, not by words of the text."""

_ASKS = {"language.level_unknown": "language_level", "language.level_of_written": "language_level"}
"""Rules whose question is not that of their kind."""

_TIERS: dict[LimitState, int] = {"kept": 0, "open": 0, "doubtful": 1, "broken": 2}


class Verdict(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How one requirement stands.

    Attributes:
        kind, asked, strength: the requirement, in words.
        grade: exceeded, met, nearly, learnable, missing or unknown.
        reason: one sentence for the person.
        weight: what the requirement could add to the score.
        share: how much of that it earns, 0 to 1.
        term: what it adds, weight times share.
        limit: kept, open, doubtful or broken, where it cannot be traded off.
        posting_evidence, profile_evidence: the words behind both sides, None where there are none.
        rule: the rule that decided.
    """

    kind: FactKind
    asked: str
    strength: Strength
    grade: Grade
    reason: str
    weight: float
    share: float
    term: float
    rule: str
    limit: LimitState | None = None
    posting_evidence: Evidence | None = None
    profile_evidence: Evidence | None = None


class Limit(Record, frozen=True, kw_only=True):
    """A requirement that cannot be traded off and is not, or perhaps not, kept."""

    kind: FactKind
    asked: str
    state: LimitState
    reason: str


class Question(Record, frozen=True, kw_only=True):
    """What to ask the person next; ``gain`` is what a yes could add to the score."""

    kind: FactKind
    asked: str
    text: str
    gain: float


class Fit(Record, frozen=True, kw_only=True):
    """One person and one posting (or role): score, limits, verdicts and the questions that would sharpen them.

    ``score`` is the sum of the verdicts' terms. ``tier`` is 0 with every limit kept or merely not known, 1 where a
    limit is doubtful, 2 where one is broken; a higher tier sorts below a lower one whatever the score.
    """

    id: str
    score: float
    tier: int
    limits: tuple[Limit, ...]
    verdicts: tuple[Verdict, ...]
    questions: tuple[Question, ...]


def weigh(requirements: Sequence[Requirement], relations: Relations) -> list[float]:
    """The weight of each requirement of one posting; together they make 1.

    A kind's weight is shared among its requirements by their strength, so that an advertisement naming ten tools does
    not count tools ten times; a kind that is only wished for weighs less.

    Returns:
        Weights in the order of the requirements; all 0 where nothing that weighs is asked.
    """
    weights = weigh_kinds(requirements, relations)
    total = fsum(weights) or 1.0
    return [weight / total for weight in weights]


def weigh_kinds(requirements: Sequence[Requirement], relations: Relations) -> list[float]:
    """The same weights before they are scaled to make 1: each kind's own weight, shared among its requirements."""
    by_kind: dict[str, list[float]] = defaultdict(list)
    factors = [relations.strength_factors[requirement.strength] for requirement in requirements]
    for requirement, factor in zip(requirements, factors, strict=True):
        by_kind[requirement.weight_key].append(factor)
    budgets = {key: relations.kind_weights.get(key, 0.0) * max(group) / fsum(group) for key, group in by_kind.items()}
    return [factor * budgets[requirement.weight_key] for requirement, factor in zip(requirements, factors, strict=True)]


def tier_of(limit: LimitState | None) -> int:
    """0 where a limit is kept or not known, 1 where it is doubtful, 2 where it is broken."""
    return _TIERS[limit] if limit else 0


def explain_fit(
    posting_id: str, requirements: Sequence[Requirement], attainments: Attainments, relations: Relations
) -> Fit:
    """Says how one person fits one posting or role, requirement by requirement.

    Args:
        posting_id: kept in the answer.
        requirements: what is asked, see :func:`groundfloor.matching.requirements.requirements_of`.
        attainments: what the person holds.
        relations: weights and nearness, the same for everyone.

    Returns:
        The fit; verdicts in the order of the requirements, questions with the most telling first.
    """
    judgements = [judge(requirement, attainments, relations) for requirement in requirements]
    weights = weigh(requirements, relations)
    verdicts = [
        _verdict(requirement, judgement, weight, language_names=relations.language_names)
        for requirement, judgement, weight in zip(requirements, judgements, weights, strict=True)
    ]
    return Fit(
        id=posting_id,
        score=fsum(verdict.term for verdict in verdicts),
        tier=max((tier_of(judgement.limit) for judgement in judgements), default=0),
        limits=_limits(verdicts),
        verdicts=tuple(verdict for verdict in verdicts if verdict.weight or verdict.limit),
        questions=_questions(verdicts),
    )


def _verdict(
    requirement: Requirement, judgement: Judgement, weight: float, *, language_names: Mapping[str, str]
) -> Verdict:
    quoted = requirement.quote and judgement.rule not in _WITHOUT_WORDS
    asked_by = Evidence(quote=requirement.quote, span=requirement.span) if quoted else None
    held_by = judgement.evidence if judgement.evidence and judgement.evidence.quote else None
    return Verdict(
        kind=requirement.kind,
        asked=describe(requirement, language_names),
        strength=requirement.strength,
        grade=judgement.grade,
        reason=explain(judgement),
        weight=weight,
        share=judgement.share,
        term=weight * judgement.share,
        rule=judgement.rule,
        limit=judgement.limit,
        posting_evidence=asked_by,
        profile_evidence=held_by,
    )


def _limits(verdicts: Sequence[Verdict]) -> tuple[Limit, ...]:
    """Broken limits first, then doubtful ones; what is merely not known is a question, not a limit."""
    found = [
        Limit(kind=verdict.kind, asked=verdict.asked, state=verdict.limit, reason=verdict.reason)
        for verdict in verdicts
        if verdict.limit in ("broken", "doubtful")
    ]
    return tuple(sorted(found, key=lambda limit: -tier_of(limit.state)))


def _questions(verdicts: Sequence[Verdict]) -> tuple[Question, ...]:
    asked = [
        (-tier_of(verdict.limit), -verdict.weight * (1 - verdict.share), index)
        for index, verdict in enumerate(verdicts)
        if verdict.grade == "unknown" and verdict.weight and verdict.rule not in _NOT_FOR_THE_PERSON
    ]
    return tuple(
        Question(
            kind=verdicts[index].kind,
            asked=verdicts[index].asked,
            text=ask(_ASKS.get(verdicts[index].rule, verdicts[index].kind), [verdicts[index].asked]),
            gain=-negative_gain,
        )
        for _, negative_gain, index in sorted(asked)
    )
