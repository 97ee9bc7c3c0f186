"""Annotated records as readings, so that errors of matching show apart from errors of reading."""

from typing import Any

from groundfloor.model.facts import Education, Experience, Fact, FactValue, Language, Qualification, Tool
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import ROLE_FAMILIES, FactKind
from groundfloor.readers.scanning import Scanner

_SINGLE = ("role_family", "level", "industry", "workplace", "direction")
_YES_NO = ("computer_literacy", "training_offered", "progression_offered")
_LISTS = ("soc", "employment_types", "channels", "schedule", "duties", "soft_skills", "checks", "physical")
_ITEMS: dict[FactKind, str] = {
    "education": "education",
    "experience": "experience",
    "language": "languages",
    "tool": "tools",
}


class Annotations:
    """Turns annotated advertisements and résumés into the records that readers give.

    Args:
        scanner: finds the role families that an annotated area of experience names.
    """

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner

    def reading(self, record: dict[str, Any], posting: Posting) -> PostingReading:
        """One annotated advertisement as a reading."""
        facts = [self._fact(kind, item) for kind, slot in _ITEMS.items() for item in record[slot]]
        same: dict[str, Any] = {name: record[name] for name in (*_SINGLE, *_YES_NO)}
        lists: dict[str, Any] = {name: tuple(record[name]) for name in _LISTS}
        return PostingReading(
            id=posting.id, title=posting.title, location=posting.location, facts=tuple(facts), **same, **lists
        )

    def profile(self, record: dict[str, Any]) -> Profile:
        """One annotated résumé as a profile."""
        facts = [
            *(Fact(kind="tool", value=Tool(name=name), quote=name) for name in record["tools"]),
            *(
                Fact(kind="qualification", value=Qualification(name=name), quote=name)
                for name in record["qualifications"]
            ),
            *(self._fact("language", item) for item in record["languages"]),
        ]
        return Profile(
            id=record["id"],
            jobs=tuple(Job(**{**job, "title": job["title"] or ""}) for job in record["jobs"]),
            education=tuple(_schooling(entry) for entry in record["education"]),
            facts=tuple(facts),
            duties=tuple(record["duties"]),
            role_family_now=record["role_family_now"],
            level_now=record["level_now"],
            months_customer_facing=record["months_customer_facing"],
        )

    def _fact(self, kind: FactKind, item: dict[str, Any]) -> Fact:
        strength = item.get("strength", "stated")
        return Fact(kind=kind, value=self._value(kind, item), strength=strength, quote=item.get("quote", ""))

    def _value(self, kind: FactKind, item: dict[str, Any]) -> FactValue:
        if kind == "education":
            return Education(level=item["level"], or_experience=bool(item.get("or_experience")))
        if kind == "language":
            return Language(tag=item["tag"], cefr=item["cefr"])
        if kind == "tool":
            return Tool(name=item["name"])
        named = {mention.code for mention in self._scanner.scan(item["area"], ()).mentions("experience_families")}
        return Experience(
            months_min=item["months_min"],
            months_max=item["months_max"],
            area=item["area"],
            role_families=tuple(family for family in ROLE_FAMILIES if family in named),
        )


def _schooling(entry: dict[str, Any]) -> Schooling:
    return Schooling(
        level=entry["level"],
        field=entry.get("field"),
        year=entry.get("year"),
        in_progress=bool(entry.get("in_progress")),
    )
