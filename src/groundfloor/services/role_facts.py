"""What a role asks and which laws are met in it, ready to be shown."""

from collections.abc import Iterator

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import binds_in, name_jurisdiction
from groundfloor.catalogue.records import Cite, LawTopic, Role
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import FactKind
from groundfloor.services.routes.network import industry_of
from groundfloor.services.routes.steps import name_ask

_ON_THE_PHONE = frozenset({"calling", "recording"})


class AskView(Record, frozen=True, kw_only=True):
    """One thing that a role asks; ``needed`` where it is not only wished for."""

    kind: FactKind
    name: str
    needed: bool
    legal_bar: bool
    cite: Cite


class LawMet(Record, frozen=True, kw_only=True):
    """A law met in a role. ``of_the_trade`` where it is for some industries and this is one; else it is for all."""

    id: str
    name: str
    instrument: str
    where: str
    of_the_trade: bool
    url: str


def list_asks(catalogue: Catalogue, role: Role) -> tuple[AskView, ...]:
    """What a role asks, what is needed before what is wished for, each in plain words with who says so.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> [ask.name for ask in list_asks(catalogue, catalogue.roles["retail.cashier"])][0]
        'secondary school'
    """
    asks = (
        AskView(
            kind=ask.kind,
            name=name_ask(catalogue, ask),
            needed=ask.strength == "required",
            legal_bar=ask.legal_bar,
            cite=ask.cite,
        )
        for ask in role.asks
    )
    return tuple(sorted(asks, key=lambda ask: not ask.needed))


def list_laws_met(catalogue: Catalogue, role_id: str, country: str = "") -> tuple[LawMet, ...]:
    """The laws that somebody in a role meets: those of its trade first, then those of every trade, by place and name.

    Laws on calls are left out where nobody is called or calls.

    Args:
        catalogue: roles and laws.
        role_id: the role.
        country: ISO 3166 alpha-2; leaves out laws that bind elsewhere only.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> list_laws_met(open_catalogue(), "retail.cashier", "GB")[0].of_the_trade
        True
    """
    met = _iter_laws_met(catalogue, role_id, country)
    return tuple(sorted(met, key=lambda law: (not law.of_the_trade, law.where, law.name)))


def _iter_laws_met(catalogue: Catalogue, role_id: str, country: str) -> Iterator[LawMet]:
    industry, channels = industry_of(role_id), catalogue.roles[role_id].setting.channels
    for law_id, law in catalogue.laws.items():
        elsewhere = bool(law.industries) and industry not in law.industries
        silent = law.topic in _ON_THE_PHONE and "phone" not in channels
        if not elsewhere and not silent and binds_in(law.jurisdiction, country):
            yield _to_met(catalogue, law_id, law)


def _to_met(catalogue: Catalogue, law_id: str, law: LawTopic) -> LawMet:
    return LawMet(
        id=law_id,
        name=law.name,
        instrument=law.instrument,
        where=name_jurisdiction(law.jurisdiction, catalogue.countries),
        of_the_trade=bool(law.industries),
        url=law.url,
    )
