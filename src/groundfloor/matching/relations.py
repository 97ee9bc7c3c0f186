"""What stands in for what, and how much each kind of requirement weighs: the data that matching runs on."""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from groundfloor.matching.places import Gazetteer
from groundfloor.model.vocabulary import Grade, Strength

OTHER_CUSTOMER_FACING = "other_customer_facing"
"""The family of a job that serves customers without being one of the named families, e.g. waiting at table."""

CUSTOMER_FACING = "customer_facing"
"""What any job that serves customers is experience of, beside its own family."""

PEOPLE_LEADING = "people_leading"
"""What any job that leads people is experience of, beside its own family, e.g. leading a shift in a factory."""


class Nearness:
    """How much of one thing stands in for another, 0 to 1, by groups of things that are near to each other.

    Args:
        groups: pairs of members and share; the best group that holds both of two things counts.

    Example:
        >>> near = Nearness([(("cashier", "bank_teller"), 0.6)])
        >>> near("bank_teller", "cashier"), near("cashier", "cashier"), near("cashier", "collections")
        (0.6, 1.0, 0.0)
    """

    def __init__(self, groups: Iterable[tuple[tuple[str, ...], float]]) -> None:
        self._shares: dict[tuple[str, str], float] = {}
        for members, share in groups:
            for one in members:
                for other in members:
                    self._shares[one, other] = max(share, self._shares.get((one, other), 0.0))

    def __call__(self, one: str, other: str) -> float:
        """The share of ``other`` that ``one`` stands in for; nothing where no group holds both."""
        return 1.0 if one == other else self._shares.get((one, other), 0.0)


class Relations(Struct, frozen=True, kw_only=True, dict=True):
    """Weights and relations, the same for everyone; ``docs/matching.md`` gives the reasons.

    Attributes:
        kind_weights: weight of a kind of requirement, shared among the requirements of that kind.
        strength_factors: what a requirement weighs by its strength.
        grade_shares: the share of its weight that a verdict earns, where no relation says it more finely.
        unknown_shares: the share earned where the résumé is silent, by kind: how seldom silence means no.
        unsaid_shares: the share earned, by kind, where the posting is silent on what postings usually say.
        families, industries, duties: nearness of role families, industries and duties.
        earlier_work_share: what work before the latest job counts, since the hand is a little out of it.
        customer_work_families, customer_work_share: work with customers that is learned on the spot where the employer
            teaches it, and what having served customers anywhere counts towards it.
        tool_families: family of each catalogue tool by id.
        generic_tools: tools that stand for any of their family, such as "CRM".
        tool_family_share: what another tool of the family earns; ``tool_nearness`` is that of near families.
        taught_in_house: tool families that employers usually teach in under a month.
        rungs: level to height; ``rungs_held`` where a level a person held stands at another height.
        experienced_after_months: months of work after which anybody has reached ``experienced``.
        step_up_shares, step_down_shares: share by rungs above, or below, the person's own; further counts nothing.
        education_short_shares, cefr_short_shares: share by levels that are lacking, one first.
        some_experience_months: months meant by "experience in …" where no length is given.
        experience_met_from_share, experience_nearly_from_share: the share of the months asked from which experience is
            there, or nearly there; it earns that share either way.
        long_experience_months, long_experience_unknown_share: from so many months on, silence about an area of work
            counts only so much.
        experience_for_degree_months: months of work taken in place of a degree where the employer says so.
        limit_checks: checks that cannot be traded off.
        places: countries and their parts by name and code.
        licence_countries: where a qualification is one, as ISO 3166-1 codes by its id.
        bar_countries: where the law is known to forbid some work without a qualification, likewise.
        language_names: name of a language by tag.
    """

    kind_weights: dict[str, float]
    strength_factors: dict[Strength, float]
    grade_shares: dict[Grade, float]
    unknown_shares: dict[str, float]
    unsaid_shares: dict[str, float]
    families: Nearness
    earlier_work_share: float
    customer_work_families: frozenset[str]
    customer_work_share: float
    industries: Nearness
    duties: Nearness
    tool_families: dict[str, str]
    generic_tools: frozenset[str]
    tool_family_share: float
    tool_nearness: Nearness
    taught_in_house: frozenset[str]
    rungs: dict[str, int]
    rungs_held: dict[str, int]
    experienced_after_months: int
    step_up_shares: tuple[float, ...]
    step_down_shares: tuple[float, ...]
    education_short_shares: tuple[float, ...]
    cefr_short_shares: tuple[float, ...]
    some_experience_months: int
    experience_met_from_share: float
    experience_nearly_from_share: float
    long_experience_months: int
    long_experience_unknown_share: float
    experience_for_degree_months: int
    limit_checks: frozenset[str]
    places: Gazetteer
    licence_countries: dict[str, frozenset[str]] = {}
    bar_countries: dict[str, frozenset[str]] = {}
    language_names: dict[str, str]

    @cached_property
    def held_rungs(self) -> dict[str, int]:
        """Height of every level when a person has held it."""
        return {**self.rungs, **self.rungs_held}

    def unknown_share(self, kind: str) -> float:
        """The share a requirement of this kind earns where nothing is known."""
        return self.unknown_shares.get(kind, self.grade_shares["unknown"])
