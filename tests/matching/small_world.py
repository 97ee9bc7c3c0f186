"""A small world of weights, people and postings, so that these tests do not move with the bundled values."""

from typing import Any

from groundfloor.matching.attainments import attainments_of
from groundfloor.matching.fit import Fit, Verdict, explain_fit
from groundfloor.matching.places import CountryNames, Gazetteer
from groundfloor.matching.relations import CUSTOMER_FACING, OTHER_CUSTOMER_FACING, PEOPLE_LEADING, Nearness, Relations
from groundfloor.matching.requirements import requirements_of
from groundfloor.model.facts import Coded, Education, Experience, Fact, Language, Qualification, Span, Tool
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Preferences, Profile, Schooling

RELATIONS = Relations(
    kind_weights={
        "role_family": 3.0,
        "duty": 1.5,
        "level": 2.0,
        "experience": 2.0,
        "industry": 0.5,
        "education": 1.0,
        "language": 3.0,
        "language_of_posting": 0.3,
        "tool": 0.5,
        "qualification": 1.0,
        "soft_skill": 0.2,
        "computer_literacy": 0.2,
        "check": 0.2,
        "schedule": 0.2,
        "pay_by_results": 2.0,
    },
    strength_factors={"required": 1.0, "preferred": 0.4, "stated": 1.0},
    grade_shares={"exceeded": 1.0, "met": 1.0, "nearly": 0.6, "learnable": 0.5, "unknown": 0.35, "missing": 0.0},
    unknown_shares={"language": 0.05, "check": 0.8},
    unsaid_shares={"duty": 0.5, "experience": 0.5, "education": 0.5},
    families=Nearness(
        [
            (("contact_centre_agent", "customer_service_representative"), 0.9),
            (("cashier", "bank_teller"), 0.6),
            (("cashier", OTHER_CUSTOMER_FACING), 0.5),
            (("customer_service_representative", CUSTOMER_FACING), 0.8),
            (("team_leader", PEOPLE_LEADING), 0.6),
        ]
    ),
    earlier_work_share=0.8,
    customer_work_families=frozenset({"contact_centre_agent"}),
    customer_work_share=0.7,
    industries=Nearness([(("banking_finance", "insurance"), 0.6)]),
    duties=Nearness([(("handle_cash", "process_orders_payments"), 0.8)]),
    tool_families={
        "helpdesk.zendesk": "helpdesk",
        "helpdesk.freshdesk": "helpdesk",
        "chat.olark": "live_chat",
        "generic.helpdesk": "helpdesk",
        "pos.till": "point_of_sale",
    },
    generic_tools=frozenset({"generic.helpdesk"}),
    tool_family_share=0.7,
    tool_nearness=Nearness([(("helpdesk", "live_chat"), 0.5)]),
    taught_in_house=frozenset({"point_of_sale"}),
    rungs={"ground": 0, "experienced": 1, "lead": 2, "supervisor": 2, "manager": 3, "head": 4, "executive_owner": 5},
    rungs_held={"executive_owner": 3},
    experienced_after_months=36,
    step_up_shares=(0.6, 0.2),
    step_down_shares=(0.9, 0.5),
    education_short_shares=(0.5,),
    cefr_short_shares=(0.6,),
    some_experience_months=6,
    experience_met_from_share=0.85,
    experience_nearly_from_share=0.25,
    long_experience_months=24,
    long_experience_unknown_share=0.1,
    experience_for_degree_months=36,
    limit_checks=frozenset({"right_to_work"}),
    places=Gazetteer(
        {
            "US": CountryNames(("United States", "USA"), {"OR": "Oregon", "CA": "California"}, "USD"),
            "CA": CountryNames(("Canada",), {"ON": "Ontario"}, "CAD"),
            "GB": CountryNames(("United Kingdom", "UK", "Great Britain"), {"ENG": "England"}, "GBP"),
        }
    ),
    language_names={"es": "Spanish", "en": "English"},
)


def job(title: str, family: str, start: str | None, end: str | None, **more: Any) -> Job:
    """One job; at the ground floor, with customers, unless said otherwise."""
    fields = {"level": "ground", "customer_facing": True, "people_managed": False, "current": False, "quote": title}
    return Job(title=title, role_family=family, start=start, end=end, **{**fields, **more})


CASHIER = job("Cashier", "cashier", "2015-01", "2017-01", span=Span(10, 17))


def person(*jobs: Job, **more: Any) -> Profile:
    """A person with one job as a cashier, unless told otherwise."""
    jobs = jobs or (CASHIER,)
    fields = {"role_family_now": jobs[0].role_family, "level_now": jobs[0].level}
    return Profile(id="person", jobs=jobs, **{**fields, **more})


def nobody(**more: Any) -> Profile:
    """A person of whom nothing is known."""
    return Profile(id="nobody", **more)


def posting(*facts: Fact, **more: Any) -> PostingReading:
    """A posting for a cashier at the ground floor, unless told otherwise."""
    fields = {
        "id": "posting",
        "title": "Cashier",
        "role_family": "cashier",
        "level": "ground",
        "soc": (),
        "industry": "other",
        "workplace": "not_stated",
        "direction": "not_stated",
    }
    return PostingReading(facts=facts, **{**fields, **more})


def fit(profile: Profile, reading: PostingReading, relations: Relations = RELATIONS) -> Fit:
    """The fit of one person and one posting in the small world."""
    return explain_fit(reading.id, requirements_of(reading), attainments_of(profile), relations)


def verdict(profile: Profile, reading: PostingReading, kind: str) -> Verdict:
    """The one verdict of a kind."""
    (found,) = [verdict for verdict in fit(profile, reading).verdicts if verdict.kind == kind]
    return found


def asks(kind: Any, value: Any, strength: Any = "required", quote: str = "asked words") -> Fact:
    """One thing that a posting asks."""
    return Fact(kind=kind, value=value, strength=strength, quote=quote, span=Span(0, len(quote)))


def holds(kind: Any, value: Any, quote: str = "held words") -> Fact:
    """One thing that a person holds."""
    return Fact(kind=kind, value=value, quote=quote, span=Span(5, 5 + len(quote)))


__all__ = [
    "CASHIER",
    "RELATIONS",
    "Coded",
    "Education",
    "Experience",
    "Language",
    "Preferences",
    "Qualification",
    "Schooling",
    "Tool",
    "asks",
    "fit",
    "holds",
    "job",
    "nobody",
    "person",
    "posting",
    "verdict",
]
