"""Where a law holds: codes of jurisdictions, whether one binds in a country, and what it is called."""

from collections.abc import Iterable, Iterator, Mapping

from groundfloor.catalogue.records import Ask, Country, Role
from groundfloor.model.facts import Qualification

EUROPEAN_UNION = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
"""The member states. Source: Treaty on European Union, article 52, and the accessions to it."""

_WIDER = {"EU": "the European Union", "world": "every country"}
_UNITED = {"GB-EAW": "England and Wales", "GB-GBN": "Great Britain"}
"""Parts of the United Kingdom that ISO 3166-2 names together, as its laws do."""
_WITH_ARTICLE = frozenset({"AE", "GB", "NL", "PH", "US"})


def binds_in(jurisdiction: str, country: str) -> bool:
    """Whether the law of a jurisdiction can bind in a country; a law of a part of it can.

    Args:
        jurisdiction: ISO 3166 code, ``EU`` or ``world``.
        country: ISO 3166-1 alpha-2 or ``UK``; empty means that no country is known, and any law can bind.

    Example:
        >>> binds_in("US-FL", "us"), binds_in("EU", "FR"), binds_in("EU", "UK")
        (True, True, False)
    """
    wanted = {"UK": "GB"}.get(country.upper(), country.upper())
    if not wanted or jurisdiction == "world":
        return True
    if jurisdiction == "EU":
        return wanted in EUROPEAN_UNION
    return jurisdiction.split("-")[0] == wanted


def bar_binds_in(ask: Ask, country: str) -> bool:
    """Whether what a role asks counts in a country: a bar only where its law holds, all else everywhere."""
    return not ask.legal_bar or not ask.jurisdictions or any(binds_in(place, country) for place in ask.jurisdictions)


def iter_licences(roles: Mapping[str, Role]) -> Iterator[tuple[str, str, Ask]]:
    """Every qualification without which the law closes a role: the role's id, the qualification's, and the ask."""
    for role_id, role in roles.items():
        for ask in role.asks:
            if ask.legal_bar and isinstance(ask.value, Qualification) and ask.value.id:
                yield role_id, ask.value.id, ask


def is_jurisdiction(code: str, countries: Mapping[str, Country]) -> bool:
    """Whether a code names a country, a part of one, the European Union or the world."""
    country, _, part = code.partition("-")
    if code in _WIDER or code in _UNITED:
        return True
    return country in countries and (not part or part in countries[country].regions)


def name_jurisdiction(code: str, countries: Mapping[str, Country]) -> str:
    """A jurisdiction as it stands in a sentence: "the United States", "Florida (United States)".

    Args:
        code: ISO 3166 code, ``EU`` or ``world``; one that nobody knows stands for itself.
        countries: by ISO 3166-1 code.
    """
    if code in _WIDER or code in _UNITED:
        return _WIDER.get(code) or _UNITED[code]
    country, _, part = code.partition("-")
    if country not in countries:
        return code
    name = countries[country].name
    if part:
        return f"{countries[country].regions.get(part, part)} ({name})"
    return f"the {name}" if country in _WITH_ARTICLE else name


def name_jurisdictions(codes: Iterable[str], countries: Mapping[str, Country]) -> str:
    """Several jurisdictions in one phrase, parts of one country together: "England and Wales (United Kingdom)"."""
    names: list[str] = []
    together: dict[str, list[str]] = {}
    for code in codes:
        country, _, part = code.partition("-")
        if part and code not in _UNITED and country in countries:
            together.setdefault(country, []).append(countries[country].regions.get(part, part))
        else:
            names.append(name_jurisdiction(code, countries))
    names += [f"{_join(parts)} ({countries[country].name})" for country, parts in together.items()]
    return _join(names)


def tell_bar(ask: Ask, name: str, countries: Mapping[str, Country]) -> str:
    """What the law forbids without a thing, and where, in one sentence.

    Args:
        ask: what a role asks, a bar set by law.
        name: what the thing is called.
        countries: by ISO 3166-1 code.
    """
    where = tell_where(ask, countries)
    start = f"{where[0].upper()}{where[1:]} the law" if where else "The law"
    return f"{start} forbids {f'to {ask.task}' if ask.task else 'the work'} without: {name}."


def tell_where(ask: Ask, countries: Mapping[str, Country]) -> str:
    """Where a bar holds: "in the United States (most states)"; empty for what is no bar of some place."""
    if not ask.legal_bar or not ask.jurisdictions:
        return ""
    return f"in {name_jurisdictions(ask.jurisdictions, countries)}{f' ({ask.reach})' if ask.reach else ''}"


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
