"""Whose pay is shown: the country a person means, and what is said where its pay is not at hand."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import name_jurisdiction
from groundfloor.matching.wording import fold
from groundfloor.model.facts import Pay
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Preferences
from groundfloor.services.fitting import gazetteer_of
from groundfloor.services.routes.pay import AT_LARGE, country_of_pay, tell_pay_floor
from groundfloor.services.routes.records import RoleView, RouteConstraints

_NOTHING = Preferences()


def with_country_wished(catalogue: Catalogue, constraints: RouteConstraints, wish: Preferences) -> RouteConstraints:
    """The constraints with the country of the first place a person wants, where none is named.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> wish = Preferences(places=("Leeds, United Kingdom",))
        >>> with_country_wished(catalogue, RouteConstraints(), wish).pay_country
        'GB'
    """
    if constraints.pays_in or not wish.places:
        return constraints
    return replace(constraints, pay_country=gazetteer_of(catalogue).country_of(wish.places[0]))


def with_country_of_postings(
    catalogue: Catalogue,
    constraints: RouteConstraints,
    readings: Iterable[PostingReading],
    wish: Preferences = _NOTHING,
) -> RouteConstraints:
    """The constraints with the country of the advertisements on hand, where none is named.

    Those in the first place a person wants count alone where there are any, for a town without its country is told by
    them; otherwise a country counts that more than half of all are from. An advertisement that names no country is of
    the one whose money it pays in, where one country alone has it; a dollar may be any dollar.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> with_country_of_postings(catalogue, RouteConstraints(), []).pay_country
        ''
    """
    if constraints.pays_in:
        return constraints
    read = list(readings)
    town = fold(wish.places[0]) if wish.places else ""
    there = [one for one in read if town and f" {town} " in f" {fold(one.location)} "]
    named = Counter(_country_of(catalogue, one) for one in there or read)
    country, times = next(iter(named.most_common(1)), ("", 0))
    known = country in catalogue.countries and 2 * times > len(there or read)
    return replace(constraints, pay_country=country) if known else constraints


def _country_of(catalogue: Catalogue, reading: PostingReading) -> str:
    named = reading.country or gazetteer_of(catalogue).country_of(reading.location)
    monies = {fact.value.currency for fact in reading.facts if isinstance(fact.value, Pay) and fact.value.currency}
    if named or len(monies) != 1 or "USD" in monies:
        return named
    owners = [code for code, country in catalogue.countries.items() if country.currency in monies]
    return owners[0] if len(owners) == 1 else ""


def is_foreign_money(catalogue: Catalogue, country: str) -> bool:
    """Whether the figures shown to somebody are in another money than that of their country.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> is_foreign_money(catalogue, "GB"), is_foreign_money(catalogue, "FR")
        (False, True)
    """
    named, shown = (catalogue.countries.get(code) for code in (country, country_of_pay(catalogue, country)))
    return bool(named and shown and named.currency != shown.currency)


def list_pay_notes(catalogue: Catalogue, constraints: RouteConstraints, roles: Iterable[RoleView]) -> Iterator[str]:
    """Whose money is shown where it is not the own country's, and the least the law allows on the ground floor.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> list(list_pay_notes(catalogue, RouteConstraints(), []))
        ['No country was named: the pay shown is that of the United States.']
    """
    country = constraints.pays_in
    if not country:
        yield f"No country was named: the pay shown is that of {name_jurisdiction(AT_LARGE, catalogue.countries)}."
        return
    if country_of_pay(catalogue, country) != country:
        where, whose = (name_jurisdiction(code, catalogue.countries) for code in (country, AT_LARGE))
        yield f"No table of pay in {where} is at hand: the figures are of {whose}, in its money, and are not converted."
        if constraints.pay_at_least is not None and is_foreign_money(catalogue, country):
            yield "They are in another money than you named, so your limit on pay could not be applied."
    floor = tell_pay_floor(catalogue, country) if any(role.level == "ground" for role in roles) else ""
    if floor:
        yield floor
