"""Where work is, and where a person looks for it: places told alike by whole words, names and ISO codes.

A place is what its words say. A town whose country nobody names could be anywhere, so it is neither in a country nor
outside it; two letters that stand for two places ("CA" after a town) are taken for either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from groundfloor.matching.wording import fold

Area = tuple[str, str]
"""A country by ISO 3166-1 code and a part of it by ISO 3166-2 code, empty for the whole."""


class CountryNames(NamedTuple):
    """The names of a country, its parts by code, and its currency (empty where not known)."""

    names: tuple[str, ...]
    regions: Mapping[str, str]
    currency: str


class Place(NamedTuple):
    """One place as read.

    Attributes:
        areas: the countries or parts of countries it may lie in; empty where none is named.
        words: all its words, folded; ``town`` those that name no country or part of one.
    """

    areas: frozenset[Area]
    words: str
    town: str


class Gazetteer:
    """Countries and their parts by every name and code they go by.

    Args:
        countries: names by ISO 3166-1 code.

    Example:
        >>> known = Gazetteer({"US": CountryNames(("United States", "USA"), {"TX": "Texas"}, "USD")})
        >>> known.lies_in("US", "Austin, Texas"), known.lies_in("US", "Austin"), known.lies_in("Dallas", "Austin, TX")
        (True, None, False)
    """

    def __init__(self, countries: Mapping[str, CountryNames]) -> None:
        self._currencies = {code: names.currency for code, names in countries.items()}
        self._named: dict[tuple[str, ...], set[Area]] = {}
        self._coded: dict[str, set[Area]] = {}
        for code, country in countries.items():
            self._coded.setdefault(code, set()).add((code, ""))
            for name in country.names:
                self._named.setdefault(tuple(fold(name).split()), set()).add((code, ""))
            for part, name in country.regions.items():
                self._coded.setdefault(part, set()).add((code, part))
                self._named.setdefault(tuple(fold(name).split()), set()).add((code, part))
        self._longest = max((len(words) for words in self._named), default=0)
        self.read = lru_cache(maxsize=1 << 16)(self._read)

    def lies_in(self, wish: str, where: str) -> bool | None:
        """Whether a place lies in one that was wished for.

        Args:
            wish: a town, a part of a country or a country, in words or by code.
            where: a place as an advertisement writes it; several may be joined by ";", "/", "|" or "or".

        Returns:
            True or False; None where the words do not tell.
        """
        wished = self.read(wish)
        answers = [_compare(one, place) for one in wished for place in self.read(where)]
        return True if True in answers else None if None in answers or not answers else False

    def abroad(self, wish: str, where: str) -> bool:
        """Whether both name a country and these are different ones."""
        wished, named = ({country for one in self.read(words) for country, _ in one.areas} for words in (wish, where))
        return bool(wished and named and not wished & named)

    def names_area(self, where: str) -> bool:
        """Whether the words name a country or a part of one."""
        return any(place.areas for place in self.read(where))

    def country_of(self, where: str) -> str:
        """The ISO 3166-1 code of the one country that the words name, empty where they name none or several."""
        countries = {country for place in self.read(where) for country, _ in place.areas}
        return countries.pop() if len(countries) == 1 else ""

    def currencies_of(self, wish: str) -> frozenset[str]:
        """The currencies of the countries that a wish names; empty where it names none that is known."""
        found = {self._currencies.get(country, "") for place in self.read(wish) for country, _ in place.areas}
        return frozenset(found) if "" not in found else frozenset()

    def _read(self, where: str) -> tuple[Place, ...]:
        return tuple(self._read_one(one) for one in _between_places().split(where) if fold(one))

    def _read_one(self, where: str) -> Place:
        parts = [part.strip() for part in _between_parts().split(where) if fold(part)]
        groups: list[set[Area]] = []
        town: list[str] = []
        for number, part in enumerate(parts):
            first_of_three = number == 0 and len(parts) > 1 and where.count(",") > 1
            rest = list(self._take_codes(part, groups, country_only=first_of_three))
            town += self._take_names(rest, groups)
        kept = [word for word in town if word not in _NO_TOWNS]
        return Place(areas=_narrow(groups), words=f" {fold(where)} ", town=" ".join(kept))

    def _take_codes(self, part: str, groups: list[set[Area]], *, country_only: bool) -> Iterator[str]:
        """The words of a part that are no codes; codes are capitals, or all that a part says."""
        words = part.split()
        for word in words:
            bare = word.strip(".")
            areas = self._coded.get(bare.upper() if len(words) == 1 else bare)
            if country_only and areas and (bare.upper(), "") in areas:
                areas = {(bare.upper(), "")}
            if areas:
                groups.append(areas)
            else:
                yield from fold(word).split()

    def _take_names(self, words: list[str], groups: list[set[Area]]) -> Iterator[str]:
        """The words that belong to no name; longer names are taken before shorter ones."""
        at = 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                areas = self._named.get(tuple(words[at : at + length]))
                if areas:
                    groups.append(areas)
                    at += length
                    break
            else:
                yield words[at]
                at += 1


def _compare(wish: Place, place: Place) -> bool | None:
    """A wish against one place: by country and part of it where both name one, then by town."""
    shared = {
        (one, other)
        for one in wish.areas
        for other in place.areas
        if one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])
    }
    if wish.areas and place.areas and not shared:
        return False
    if wish.town:
        return True if f" {wish.town} " in place.words else False if place.town else None
    return True if any(one[1] in ("", other[1]) for one, other in shared) else None


def _narrow(groups: Iterable[set[Area]]) -> frozenset[Area]:
    """What several names in one place say together: "Portland, OR, US" is Oregon, "Toronto, CA, ON" is Ontario."""
    areas: set[Area] = set()
    for group in groups:
        countries = {country for country, _ in areas} & {country for country, _ in group}
        areas = {area for area in areas | group if not countries or area[0] in countries}
    parts = {country for country, part in areas if part}
    whole = {country for group in groups if {part for _, part in group} == {""} for country, _ in group}
    return frozenset(area for area in areas if area[1] or area[0] not in parts or area[0] not in whole)


_NO_TOWNS = frozenset(
    {"remote", "remotely", "hybrid", "anywhere", "home", "homebased", "based", "office", "headquarters", "in", "from"}
    | {
        "work",
        "worldwide",
        "global",
        "nationwide",
        "multiple",
        "various",
        "locations",
        "only",
        "the",
        "any",
        "on",
        "site",
    }
)


@cache
def _between_places() -> re.Pattern[str]:
    return re.compile(r"[;/|\n]|\bor\b")


@cache
def _between_parts() -> re.Pattern[str]:
    return re.compile(r"[,()\-–—]")
