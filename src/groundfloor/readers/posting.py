"""Reads a job advertisement: every fact with its words, and the closed lists made from the facts."""

from collections.abc import Iterable
from typing import Any

import msgspec

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.model import vocabulary
from groundfloor.model.facts import Coded, Fact
from groundfloor.model.posting import TEXT_FIELDS, Posting, PostingReading
from groundfloor.model.vocabulary import FactKind
from groundfloor.readers.frame import Owner, Part
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.coded import read_coded
from groundfloor.readers.slots.education import read_education
from groundfloor.readers.slots.experience import read_experience
from groundfloor.readers.slots.hours import read_hours
from groundfloor.readers.slots.language import read_languages
from groundfloor.readers.slots.pay import read_pay
from groundfloor.readers.slots.qualification import read_qualifications
from groundfloor.readers.slots.tool import read_tools
from groundfloor.readers.slots.warnings import AdvertisedJob, read_warnings
from groundfloor.readers.text_language import find_language_finding, read_text_language
from groundfloor.readers.title import TitleReading, read_title

_OWNERS: dict[str, Owner] = {
    "title": "job",
    "location": "unknown",
    "company_profile": "employer",
    "description": "job",
    "requirements": "ask",
    "benefits": "offer",
}
_PERSONAL_DATA_WARNINGS = frozenset({"bank_details_asked", "fee_asked", "money_through_own_account"})


class PostingReader:
    """Reads advertisements with one catalogue; the patterns are compiled once, so keep a reader for many postings.

    Args:
        catalogue: the field: lexicon, tools, languages, roles.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> reader = PostingReader(open_catalogue())
        >>> reading = reader.read(Posting(id="1", requirements="High school diploma required."))
        >>> [(fact.value.level, fact.strength) for fact in reading.facts if fact.kind == "education"]
        [('secondary', 'required')]
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._scanner = get_scanner(catalogue)
        self._signs = {id_: entry.points for id_, entry in catalogue.lexicon.items() if entry.points}

    def read(self, posting: Posting) -> PostingReading:
        """Reads one advertisement.

        Args:
            posting: the advertisement as published; structured facts in ``stated`` are kept beside those read.

        Returns:
            The reading. What the text does not state is empty, ``not_stated`` or None; a text in another language
            than English carries the finding ``language-not-english``.
        """
        catalogue = self._catalogue
        frame = self._scanner.scan(posting.text, list(_iter_parts(posting)))
        facts = [
            *posting.stated,
            *read_education(frame),
            *read_experience(frame),
            *read_languages(frame, catalogue, title_end=frame.clean.from_original(len(posting.title))),
            *read_pay(frame, country=posting.country),
            *read_hours(frame),
            *read_qualifications(frame, catalogue),
            *read_coded(frame),
        ]
        title = read_title(posting, frame, facts, catalogue)
        facts += read_tools(frame, catalogue, industry=title.industry)
        facts += read_warnings(frame, posting, facts, _advertised(title, catalogue), signs=self._signs)
        language = read_text_language(frame.text)
        finding = find_language_finding(language, posting.id)
        return PostingReading(
            id=posting.id,
            title=posting.title,
            role_family=title.role_family,
            level=title.level,
            soc=title.soc,
            role_id=title.role_id,
            industry=title.industry,
            facts=tuple(facts),
            language=language,
            employer=posting.employer,
            location=posting.location,
            country=posting.country,
            posted_on=posting.posted_on,
            url=posting.url,
            findings=(finding,) if finding else (),
            **_closed_lists(facts),
        )


def _advertised(title: TitleReading, catalogue: Catalogue) -> AdvertisedJob:
    """The job as the warnings see it, with the wages of its occupation where a table holds them."""
    code = title.soc[0].partition(".")[0] if title.soc else ""
    for table in catalogue.wages.values():
        row = table.rows.get(code)
        if row and row.p90:
            return AdvertisedJob(title.role_family, title.level, row.p90, table.currency)
    return AdvertisedJob(title.role_family, title.level)


def _iter_parts(posting: Posting) -> Iterable[Part]:
    start = 0
    for name in TEXT_FIELDS:
        words = getattr(posting, name)
        if words:
            yield Part(start, start + len(words), _OWNERS[name])
            start += len(words) + 2


_LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "employment_types": ("employment_type", vocabulary.EMPLOYMENT_TYPES),
    "channels": ("channel", vocabulary.CHANNELS),
    "schedule": ("schedule", vocabulary.SCHEDULES),
    "duties": ("duty", vocabulary.DUTIES),
    "soft_skills": ("soft_skill", vocabulary.SOFT_SKILLS),
    "checks": ("check", vocabulary.CHECKS),
    "physical": ("physical", vocabulary.PHYSICALS),
    "warnings": ("warning", vocabulary.WARNINGS),
}


def _closed_lists(facts: Iterable[Fact]) -> dict[str, Any]:
    """The closed-list fields of a reading, in the order of the vocabulary; of single values the first stands."""
    codes: dict[str, list[str]] = {}
    for fact in facts:
        if isinstance(fact.value, Coded):
            codes.setdefault(fact.kind, []).append(fact.value.code)
    lists: dict[str, Any] = {
        field: tuple(code for code in order if code in codes.get(kind, ())) for field, (kind, order) in _LISTS.items()
    }
    single = {kind: codes.get(kind, ["not_stated"])[0] for kind in ("workplace", "direction")}
    return lists | single | {kind: kind in codes for kind in _YES_NO}


_YES_NO = ("computer_literacy", "training_offered", "progression_offered")

_ITEMS: dict[str, FactKind] = {
    "education": "education",
    "experience": "experience",
    "languages": "language",
    "tools": "tool",
    "pay": "pay",
    "qualifications": "qualification",
}

_EXCHANGE_FIELDS = (
    "id",
    "role_family",
    "level",
    "soc",
    "industry",
    "employment_types",
    "workplace",
    "channels",
    "direction",
    "education",
    "experience",
    "languages",
    "tools",
    "computer_literacy",
    "pay",
    "schedule",
    "hours_per_week",
    "duties",
    "soft_skills",
    "training_offered",
    "progression_offered",
    "checks",
    "physical",
    "personal_data_warning",
)


def flatten_posting(reading: PostingReading) -> dict[str, Any]:
    """A reading in the field names of the exchange format, one plain mapping ready for JSON.

    The fields of the exchange format come first, in its order; items of education, experience, languages, tools and
    pay carry ``quote`` and ``span``. Then come title, role, warnings, qualifications and the rest of the reading, and
    last ``facts``, every fact with its words.

    Example:
        >>> reading = PostingReading(id="1", title="Host", role_family="guest_services", level="ground", soc=(),
        ...     industry="hospitality_food", workplace="onsite", direction="not_stated", facts=())
        >>> flatten_posting(reading)["hours_per_week"]
        {'min': None, 'max': None}
    """
    plain: dict[str, Any] = msgspec.to_builtins(reading)
    facts = plain.pop("facts")
    hours: dict[str, Any] = next((fact["value"] for fact in facts if fact["kind"] == "hours"), {})
    plain |= {field: [_item(fact) for fact in facts if fact["kind"] == kind] for field, kind in _ITEMS.items()}
    plain["hours_per_week"] = {"min": hours.get("min"), "max": hours.get("max")}
    plain["personal_data_warning"] = not _PERSONAL_DATA_WARNINGS.isdisjoint(plain["warnings"])
    return {field: plain.pop(field) for field in _EXCHANGE_FIELDS} | plain | {"facts": facts}


def _item(fact: dict[str, Any]) -> dict[str, Any]:
    value = {name: content for name, content in fact["value"].items() if name not in ("kind", "kind_of_pay")}
    evidence = {"quote": fact.get("quote", ""), "span": fact.get("span")}
    if fact["kind"] == "pay":
        return {**value, "kind": fact["value"]["kind_of_pay"], **evidence}
    return {**value, "strength": fact.get("strength", "stated"), **evidence}
