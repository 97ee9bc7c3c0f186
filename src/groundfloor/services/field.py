"""What is a role, where does it lead, what does it pay, and who says so?"""

from typing import Any

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.jurisdictions import name_jurisdiction, tell_bar
from groundfloor.catalogue.lookup import KINDS, find_named, get_entry, list_entries, name_of
from groundfloor.catalogue.records import Cite, LawTopic, Role
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import MoveKind, Trodden
from groundfloor.services.portable import RolePair, list_portable
from groundfloor.services.relocation import Relocation, tell_relocation
from groundfloor.services.role_facts import AskView, LawMet, list_asks, list_laws_met
from groundfloor.services.routes.pay import find_pay, tell_pay_floor
from groundfloor.services.routes.records import PayFigure
from groundfloor.services.routes.steps import name_ask

_CARRIES_SHOWN = 5


class StepView(Record, frozen=True, kw_only=True):
    """One move from or to a role."""

    move: str
    role: str
    name: str
    kind: MoveKind
    months_min: int
    months_max: int
    trodden: Trodden


class SourceView(Record, frozen=True, kw_only=True):
    """A source that an entry cites, with the places in it."""

    id: str
    publisher: str
    title: str
    url: str
    licence: str
    estimate: bool
    places: tuple[str, ...]


class LawView(Record, frozen=True, kw_only=True):
    """Where a law holds, whom it concerns, no industry meaning all of them, and which training teaches it."""

    where: str
    industries: tuple[str, ...]
    taught_in: tuple[tuple[str, str], ...]
    """Id and name of each training item."""


class EntryView(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One catalogue entry with what belongs to it, for all the sources cited.

    For a role also its pay by country and its moves, whether its work can move abroad, what the law forbids without a
    licence and where, and the roles into which most of it carries.
    """

    kind: str
    id: str
    name: str
    entry: Any
    sources: tuple[SourceView, ...]
    pay: tuple[PayFigure, ...] = ()
    pay_floors: tuple[str, ...] = ()
    leads_to: tuple[StepView, ...] = ()
    reached_from: tuple[StepView, ...] = ()
    relocation: Relocation | None = None
    bars: tuple[str, ...] = ()
    asks: tuple[AskView, ...] = ()
    laws: tuple[LawMet, ...] = ()
    law: LawView | None = None
    carries_into: tuple[RolePair, ...] = ()


def show_entry(catalogue: Catalogue, entry_id: str, country: str = "") -> EntryView:
    """One entry of any kind with what belongs to it.

    Args:
        catalogue: the catalogue.
        entry_id: the entry by id, or by a name that no other entry bears.
        country: ISO 3166 alpha-2, whose pay is shown for a role; empty shows every country's.

    Raises:
        GroundfloorError: ``role-unknown``, naming the nearest roles, when no kind holds the id.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> view = show_entry(open_catalogue(), "cashier")
        >>> view.id, view.relocation.mobility
        ('retail.cashier', 'stays')
    """
    known = next(((kind, entry_id) for kind in KINDS if entry_id in list_entries(catalogue, kind)), None)
    kind, entry_id = known or find_named(catalogue, entry_id) or ("roles", entry_id)
    entry = get_entry(catalogue, kind, entry_id)
    if not isinstance(entry, Role):
        sources = _cited_sources(catalogue, entry)
        law = _view_law(catalogue, entry_id, entry) if isinstance(entry, LawTopic) else None
        return EntryView(kind=kind, id=entry_id, name=name_of(entry), entry=entry, sources=sources, law=law)
    pay = list_pay(catalogue, entry_id, country)
    return EntryView(
        kind=kind,
        id=entry_id,
        name=entry.name,
        entry=entry,
        sources=_cited_sources(catalogue, (entry, pay)),
        pay=pay,
        pay_floors=_list_pay_floors(catalogue, entry, country),
        leads_to=_steps(catalogue, start=entry_id),
        reached_from=_steps(catalogue, to=entry_id),
        relocation=tell_relocation(entry),
        bars=tuple(tell_bar(ask, name_ask(catalogue, ask), catalogue.countries) for ask in entry.asks if ask.legal_bar),
        asks=list_asks(catalogue, entry),
        laws=list_laws_met(catalogue, entry_id, country),
        carries_into=tuple(list_portable(catalogue, entry_id, limit=_CARRIES_SHOWN)),
    )


def _view_law(catalogue: Catalogue, law_id: str, law: LawTopic) -> LawView:
    return LawView(
        where=name_jurisdiction(law.jurisdiction, catalogue.countries),
        industries=tuple(catalogue.industries[industry].name for industry in law.industries),
        taught_in=tuple((item_id, item.name) for item_id, item in catalogue.training.items() if law_id in item.laws),
    )


def list_pay(catalogue: Catalogue, role_id: str, country: str = "") -> tuple[PayFigure, ...]:
    """What a role's occupation pays in one country, or in each whose tables hold it, each in its own money.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> [figure.place for figure in list_pay(open_catalogue(), "retail.cashier")]
        ['AU', 'CA', 'DE', 'GB', 'US']
    """
    places = [country] if country else sorted({table.place for table in catalogue.wages.values()})
    figures = (find_pay(catalogue, role_id, place) for place in places)
    return tuple(figure for figure in figures if figure)


def _list_pay_floors(catalogue: Catalogue, role: Role, country: str) -> tuple[str, ...]:
    """The least that laws allow, for roles that anybody can begin in."""
    if role.level != "ground":
        return ()
    known = sorted({floor.place.partition("-")[0] for floor in catalogue.pay_floors.values()})
    return tuple(tell_pay_floor(catalogue, place) for place in known if country in ("", place))


def _steps(catalogue: Catalogue, *, start: str | None = None, to: str | None = None) -> tuple[StepView, ...]:
    steps = []
    for move_id, move in catalogue.moves.items():
        if start not in (None, move.start) or to not in (None, move.to):
            continue
        role = move.to if start else move.start
        steps.append(
            StepView(
                move=move_id,
                role=role,
                name=catalogue.roles[role].name,
                kind=move.kind,
                months_min=move.months_in_role.min,
                months_max=move.months_in_role.max,
                trodden=move.trodden,
            )
        )
    return tuple(sorted(steps, key=lambda step: (step.kind != "promotion", step.role)))


def _cited_sources(catalogue: Catalogue, entry: Any) -> tuple[SourceView, ...]:
    places: dict[str, list[str]] = {}
    for cite in iter_inside(entry, Cite):
        known = places.setdefault(cite.source, [])
        if cite.place and cite.place not in known:
            known.append(cite.place)
    views = []
    for source_id, cited in places.items():
        source = catalogue.sources[source_id]
        views.append(
            SourceView(
                id=source_id,
                publisher=source.publisher,
                title=source.title,
                url=source.url,
                licence=source.licence,
                estimate=source.estimate,
                places=tuple(cited),
            )
        )
    return tuple(views)
