"""Annotated records as readings, so that errors of reading and of matching stay apart."""

from typing import Any

from groundfloor.model.facts import Coded, Education, Experience, Fact, FactValue, Language, Qualification, Tool
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import RoleFamily

_AREAS: tuple[tuple[str, tuple[RoleFamily, ...]], ...] = (
    ("customer s", ("customer_service_representative", "contact_centre_agent")),
    ("customer c", ("customer_service_representative", "contact_centre_agent")),
    ("customer-", ("customer_service_representative", "contact_centre_agent", "retail_sales_assistant")),
    ("public", ("customer_service_representative", "receptionist")),
    ("enquiries", ("customer_service_representative", "receptionist")),
    ("call center", ("contact_centre_agent",)),
    ("collect", ("collections",)),
    ("store manager", ("store_manager",)),
    ("retail", ("retail_sales_assistant", "cashier")),
    ("bank", ("bank_teller",)),
    ("credit union", ("bank_teller",)),
    ("sales", ("sales_representative", "telesales")),
    ("administrative", ("clerical_support", "receptionist")),
    ("account management", ("account_manager",)),
    ("client services", ("client_relations", "account_manager")),
    ("agency/client", ("account_manager", "client_relations")),
    ("line management", ("team_leader", "service_manager", "store_manager", "sales_manager")),
    ("claim", ("claims_insurance_service",)),
    ("insurance", ("claims_insurance_service",)),
    ("technical support", ("technical_support",)),
    ("debugging", ("technical_support",)),
    ("bug tracking", ("technical_support",)),
    ("complaint", ("complaints_specialist",)),
    ("case management", ("complaints_specialist", "claims_insurance_service")),
)


def reading_of(record: dict[str, Any], title: str = "", location: str = "") -> PostingReading:
    """One annotated advertisement as a reading."""
    facts = [fact for kind, slot in _ITEMS.items() for fact in _facts(kind, record[slot])]
    same = "role_family level industry workplace direction computer_literacy training_offered progression_offered"
    lists = "soc employment_types channels schedule duties soft_skills checks physical"
    return PostingReading(
        id=record["id"],
        title=title,
        location=location,
        facts=tuple(facts),
        **{name: record[name] for name in same.split()},
        **{name: tuple(record[name]) for name in lists.split()},
    )


def profile_of(record: dict[str, Any]) -> Profile:
    """One annotated résumé as a profile."""
    facts = [
        *(Fact(kind="tool", value=Tool(name=name), quote=name) for name in record["tools"]),
        *(Fact(kind="qualification", value=Qualification(name=name), quote=name) for name in record["qualifications"]),
        *(_fact("language", item) for item in record["languages"]),
    ]
    return Profile(
        id=record["id"],
        jobs=tuple(Job(**{**job, "title": job["title"] or ""}) for job in record["jobs"]),
        education=tuple(
            Schooling(**{name: item[name] for name in ("level", "field", "year", "in_progress") if name in item})
            for item in record["education"]
        ),
        facts=tuple(facts),
        duties=tuple(record["duties"]),
        role_family_now=record["role_family_now"],
        level_now=record["level_now"],
        months_customer_facing=record["months_customer_facing"],
    )


_ITEMS = {"education": "education", "experience": "experience", "language": "languages", "tool": "tools"}


def _facts(kind: str, items: list[dict[str, Any]]) -> list[Fact]:
    return [_fact(kind, item) for item in items]


def _fact(kind: Any, item: dict[str, Any]) -> Fact:
    return Fact(
        kind=kind, value=_value(kind, item), strength=item.get("strength", "stated"), quote=item.get("quote", "")
    )


def _value(kind: str, item: dict[str, Any]) -> FactValue:
    if kind == "education":
        return Education(level=item["level"], or_experience=bool(item.get("or_experience")))
    if kind == "experience":
        families = tuple(dict.fromkeys(f for words, fs in _AREAS if words in item["area"].lower() for f in fs))
        return Experience(
            months_min=item["months_min"], months_max=item["months_max"], area=item["area"], role_families=families
        )
    if kind == "language":
        return Language(tag=item["tag"], cefr=item["cefr"])
    return Tool(name=item["name"]) if kind == "tool" else Coded(code=item["name"])
