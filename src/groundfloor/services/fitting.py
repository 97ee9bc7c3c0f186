"""Which of these jobs fit this person, and why."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from msgspec import structs
from rapidfuzz import fuzz, process

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import iter_licences
from groundfloor.catalogue.records import Nearness as NearnessGroup
from groundfloor.matching.attainments import attainments_of
from groundfloor.matching.duplicates import group_repeated
from groundfloor.matching.fit import Fit, explain_fit
from groundfloor.matching.places import CountryNames, Gazetteer
from groundfloor.matching.ranking import PackedPostings, pack_postings, rank
from groundfloor.matching.relations import Nearness, Relations
from groundfloor.matching.requirements import Requirement, requirements_of
from groundfloor.model.facts import Record
from groundfloor.model.findings import Finding
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Profile
from groundfloor.model.vocabulary import WarningCode
from groundfloor.services.same import Same

_NEAR = 75

Group: TypeAlias = tuple[PostingReading, tuple[str, ...]]
"""A posting with the ids under which it was published again."""


class Match(Fit, frozen=True, kw_only=True):
    """The fit of one posting, with what a person needs to recognise it and the marks that its text bears."""

    title: str
    employer: str = ""
    location: str = ""
    url: str = ""
    repeated_as: tuple[str, ...] = ()
    warnings: tuple[WarningCode, ...] = ()


class MatchReport(Record, frozen=True, kw_only=True):
    """The postings that fit one person best, best first.

    ``compared`` counts postings with repeated ones counted once; ``repeated`` counts the repeats left out, and
    ``findings`` names them, and places wished for that nothing here knows.
    """

    profile: str
    matches: tuple[Match, ...]
    compared: int
    repeated: int
    findings: tuple[Finding, ...] = ()


class PackedReadings(NamedTuple):
    """Postings made ready for ranking: by key, what each asks, the columns, and the repeats that were left out."""

    groups: dict[str, Group]
    asked: dict[str, tuple[Requirement, ...]]
    columns: PackedPostings
    relations: Relations
    repeated: tuple[Finding, ...]


def match_profile(
    profile: Profile, readings: Iterable[PostingReading], catalogue: Catalogue, *, top: int
) -> MatchReport:
    """Which postings fit a person best, and why.

    Args:
        profile: the person.
        readings: the postings as read; the same advertisement published again counts once.
        catalogue: gives weights and relations.
        top: how many matches are wanted.

    Returns:
        Matches with every limit kept or not known first, then doubtful limits, then broken ones; by score within
        these; equal scores by id.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> match_profile(Profile(id="ada"), [], open_catalogue(), top=3).compared
        0
    """
    return match_packed(profile, pack_readings(readings, catalogue), top=top)


def pack_readings(readings: Iterable[PostingReading], catalogue: Catalogue) -> PackedReadings:
    """Makes postings ready to be ranked for many people, one after the other.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> pack_readings([], open_catalogue()).groups
        {}
    """
    relations = relations_of(catalogue)
    groups = _by_key(group_repeated(readings))
    asked = {key: requirements_of(reading) for key, (reading, _) in groups.items()}
    repeated = tuple(_repeated(repeat, first.id) for first, repeats in groups.values() for repeat in repeats)
    return PackedReadings(groups, asked, pack_postings(asked.items(), relations), relations, repeated)


def match_packed(profile: Profile, packed: PackedReadings, *, top: int) -> MatchReport:
    """Which of some packed postings fit a person best; as :func:`match_profile`.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> packed = pack_readings([], open_catalogue())
        >>> match_packed(Profile(id="ada"), packed, top=3).matches
        ()
    """
    attainments = attainments_of(profile)
    matches = []
    for place in rank(packed.columns, attainments, packed.relations, top=top):
        reading, repeats = packed.groups[place.id]
        fit = explain_fit(reading.id, packed.asked[place.id], attainments, packed.relations)
        matches.append(_match(fit, reading, repeats))
    wished, places = profile.preferences.places, packed.relations.places
    unknown = _tell_unknown_places(wished, packed.asked.values(), places) if wished else ()
    return MatchReport(
        profile=profile.id,
        matches=tuple(matches),
        compared=len(packed.groups),
        repeated=sum(len(repeats) for _, repeats in packed.groups.values()),
        findings=(*unknown, *packed.repeated),
    )


def list_unknown_places(
    wished: Iterable[str], readings: Iterable[PostingReading], catalogue: Catalogue
) -> list[Finding]:
    """Places wished for that are no country or region and in which none of the postings lies: they decide nothing.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> [finding.where for finding in list_unknown_places(["Atlantis", "Texas"], [], open_catalogue())]
        ['Atlantis']
    """
    asked = (requirements_of(reading) for reading in readings)
    return list(_tell_unknown_places(wished, asked, gazetteer_of(catalogue)))


def _tell_unknown_places(
    wished: Iterable[str], asked: Iterable[Iterable[Requirement]], places: Gazetteer
) -> Iterator[Finding]:
    named = sorted({one.place.words for each in asked for one in each if one.place})
    for wish in wished:
        if places.names_area(wish) or any(places.lies_in(wish, where) for where in named):
            continue
        near = process.extractOne(wish, named, scorer=fuzz.partial_ratio, processor=str.casefold, score_cutoff=_NEAR)
        yield Finding(
            code="place-unknown",
            severity="warning",
            message=f"No advertisement names {wish!r}, and no country or region is called so; it put none lower.",
            where=wish,
            hint=f"Did you mean {near[0]}?" if near else "Name a town as the advertisements do, a region or a country.",
        )


def _by_key(groups: Iterable[Group]) -> dict[str, Group]:
    """Groups by posting id; where two files use one id for two postings, the later ones get a number behind it."""
    keyed: dict[str, Group] = {}
    for group in groups:
        key = name = group[0].id
        number = 1
        while key in keyed:
            number += 1
            key = f"{name} ({number})"
        keyed[key] = group
    return keyed


def _repeated(repeat: str, first: str) -> Finding:
    message = f"The same advertisement as {first}, counted once."
    return Finding(code="posting-repeated", severity="note", message=message, where=repeat)


def _match(fit: Fit, reading: PostingReading, repeats: tuple[str, ...]) -> Match:
    return Match(
        **structs.asdict(fit),
        title=reading.title,
        employer=reading.employer,
        location=_tidy(reading.location),
        url=reading.url,
        repeated_as=repeats,
        warnings=reading.warnings,
    )


def _tidy(place: str) -> str:
    """A place without the parts that a feed left empty ("US, ,")."""
    return ", ".join(" ".join(part.split()) for part in place.split(",") if part.strip())


def _list_bars(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    bars: dict[str, set[str]] = {}
    for _, licence, ask in iter_licences(catalogue.roles):
        bars.setdefault(licence, set()).update(place.split("-")[0] for place in ask.jurisdictions)
    return {item_id: frozenset(countries) for item_id, countries in bars.items()}


def relations_of(catalogue: Catalogue) -> Relations:
    """The weights and relations of the catalogue in the shape that matching takes.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> relations = relations_of(open_catalogue())
        >>> relations.rungs["ground"] < relations.rungs["manager"]
        True
    """
    return _relations_of(Same(catalogue))


@lru_cache(maxsize=8)
def _relations_of(same: Same) -> Relations:
    catalogue = same.catalogue
    weights = catalogue.weights
    return Relations(
        kind_weights=weights.kinds,
        strength_factors=weights.strengths,
        grade_shares=weights.grades,
        unknown_shares=weights.unknown,
        unsaid_shares=weights.unsaid,
        families=_nearness(weights.family_nearness),
        earlier_work_share=weights.earlier_work_share,
        customer_work_families=frozenset(weights.customer_work_families),
        customer_work_share=weights.customer_work_share,
        industries=_nearness(weights.industry_nearness),
        duties=_nearness(weights.duty_nearness),
        tool_families={tool_id: tool.family for tool_id, tool in catalogue.tools.items()},
        generic_tools=frozenset(tool_id for tool_id in catalogue.tools if tool_id.startswith("generic.")),
        tool_family_share=weights.tool_family_share,
        tool_nearness=_nearness(weights.tool_family_nearness),
        taught_in_house=frozenset(weights.taught_in_house),
        rungs={str(level): height for level, height in weights.rungs.items()},
        rungs_held={str(level): height for level, height in weights.rungs_held.items()},
        experienced_after_months=weights.experienced_after_months,
        step_up_shares=weights.step_up_shares,
        step_down_shares=weights.step_down_shares,
        education_short_shares=weights.education_short_shares,
        cefr_short_shares=weights.cefr_short_shares,
        some_experience_months=weights.some_experience_months,
        experience_met_from_share=weights.experience_met_from_share,
        experience_nearly_from_share=weights.experience_nearly_from_share,
        long_experience_months=weights.long_experience_months,
        long_experience_unknown_share=weights.long_experience_unknown_share,
        experience_for_degree_months=weights.experience_for_degree_months,
        limit_checks=frozenset(weights.limit_checks),
        places=gazetteer_of(catalogue),
        licence_countries={
            item_id: frozenset(place.split("-")[0] for place in item.jurisdictions)
            for item_id, item in catalogue.training.items()
            if item.jurisdictions
        },
        bar_countries=_list_bars(catalogue),
        language_names={tag: language.name for tag, language in catalogue.languages.items()},
    )


def gazetteer_of(catalogue: Catalogue) -> Gazetteer:
    """The countries of the catalogue, ready to read places.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> gazetteer_of(open_catalogue()).country_of("Leeds, United Kingdom")
        'GB'
    """
    return Gazetteer(
        {
            code: CountryNames((country.name, *country.aliases), country.regions, country.currency)
            for code, country in catalogue.countries.items()
        }
    )


def _nearness(groups: Iterable[NearnessGroup]) -> Nearness:
    return Nearness((group.among, group.share) for group in groups)
