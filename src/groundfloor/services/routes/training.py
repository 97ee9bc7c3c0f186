"""The training of one move, and the law taught in it, for a person in one country."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import binds_in, iter_licences
from groundfloor.catalogue.records import Move, Role, TrainingItem
from groundfloor.model.facts import Qualification, Record
from groundfloor.model.vocabulary import Stage
from groundfloor.services.same import Same

STAND_INS_A_STAGE = 2
_QUALIFICATION: Stage = 3


def study_items(catalogue: Catalogue, move: Move, country: str) -> list[tuple[str, TrainingItem, bool]]:
    """The training of a move with whether it is needed, stages in order.

    Items of other countries are left out. Where that empties a stage, items of the same stage that serve the country
    stand in: its own of the trade and the work, then what other moves to the role use, then its own of every trade.
    Where something stays in the last two stages, but nothing of the country, one of its own joins. A licence stands
    in only where the role asks it. Stand-ins are never needed.

    Args:
        catalogue: holds the items.
        move: the step.
        country: ISO 3166 alpha-2 or ``UK``; empty means everywhere.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> items = study_items(catalogue, catalogue.moves["retail.cashier-to-checkout-lead"], "GB")
        >>> [item.stage for _, item, _ in items] == sorted(item.stage for _, item, _ in items)
        True
    """
    own = [(step.item, catalogue.training[step.item], step.needed) for step in move.training]
    items = [(name, item, needed) for name, item, needed in own if serves(item, country)]
    for stage in sorted({item.stage for _, item, _ in own}):
        there = [item for _, item, _ in items if item.stage == stage]
        names = []
        if not there:
            names = _list_stand_ins(catalogue, move, stage, country)
        elif stage >= _QUALIFICATION and country and not any(_is_of(item, country) for item in there):
            names = _list_joining(catalogue, move, stage, country)
        items += [(name, catalogue.training[name], False) for name in names]
    return sorted(items, key=lambda step: (step[1].stage, not step[2]))


def serves(item: TrainingItem, country: str) -> bool:
    """Whether an item is of use in a country; items that name no place are of use everywhere.

    Places are ISO 3166 codes, with a part of the country after a hyphen (``US-FL``); ``UK`` is taken for ``GB``.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> florida = catalogue.training["insurance.florida-4-40"]
        >>> serves(florida, "US"), serves(florida, "UK")
        (True, False)
    """
    return not item.jurisdictions or any(binds_in(place, country) for place in item.jurisdictions)


def list_laws(catalogue: Catalogue, item: TrainingItem, country: str, industry: str = "") -> tuple[str, ...]:
    """The laws that an item teaches to a person in a country: its own, the Union's, and the world's.

    Args:
        catalogue: holds the laws.
        item: names them for every country where it is taught.
        country: ISO 3166 alpha-2 or ``UK``; empty means everywhere.
        industry: of the step: a course that every industry gives leaves out the law of the others; empty means all.

    Returns:
        Name and instrument, in the order of the item. Empty where no law of the country is known: those of another
        are no stand-in.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> loans = catalogue.training["banking.nmls-mortgage-originator"]
        >>> list_laws(catalogue, loans, "GB")
        ()
    """
    known = (catalogue.laws[law] for law in item.laws if law in catalogue.laws)
    return tuple(
        f"{law.name} ({law.instrument})"
        for law in known
        if binds_in(law.jurisdiction, country)
        and (not industry or not law.industries or item.industries or industry in law.industries)
    )


def _list_stand_ins(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> list[str]:
    own = _list_own_of_the_trade(catalogue, move, stage, country)
    names = dict.fromkeys([*own, *_list_used(catalogue, move, stage, country)])
    return [*(names or _list_own_of_every_trade(catalogue, move, stage, country))][:STAND_INS_A_STAGE]


def _list_joining(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> list[str]:
    """One of the country's own: of the trade, or at the top of every trade, where no move names it elsewhere."""
    own = _list_own_of_the_trade(catalogue, move, stage, country)
    if stage > _QUALIFICATION:
        named = _index(Same(catalogue)).roles_of_item
        own += [name for name in _list_own_of_every_trade(catalogue, move, stage, country) if name not in named]
    return own[:1]


def _list_own_of_the_trade(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> list[str]:
    """What the country has for the rung, the trade and the work of a step, the most particular first."""
    industry = move.to.split(".")[0]
    named = [
        (not item.families, len(item.industries), name)
        for name, item in _iter_own(catalogue, move, stage, country)
        if industry in item.industries
    ]
    return [name for *_, name in sorted(named)]


def _list_own_of_every_trade(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> list[str]:
    return [name for name, item in _iter_own(catalogue, move, stage, country) if not item.industries]


def _list_used(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> list[str]:
    """What moves to the same role use, the most used first."""
    used = Counter(
        step.item
        for other in catalogue.moves.values()
        if other.to == move.to
        for step in other.training
        if catalogue.training[step.item].stage == stage and serves(catalogue.training[step.item], country)
    )
    return sorted(used, key=lambda name: (-used[name], name))


def _iter_own(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> Iterator[tuple[str, TrainingItem]]:
    role, named = catalogue.roles[move.to], _index(Same(catalogue))
    for name, item in catalogue.training.items():
        fits = item.stage == stage and role.level in item.rungs and _is_of(item, country)
        if fits and named.is_for(name, item, move.to, role):
            yield name, item


class _Index(Record, frozen=True):
    """For which roles moves name an item, and which roles ask a licence of it."""

    roles_of_item: dict[str, set[str]]
    roles_that_ask: dict[str, set[str]]

    def is_for(self, name: str, item: TrainingItem, role_id: str, role: Role) -> bool:
        """An item whose kinds of work are told is for those; one that moves name, where it is of one trade, for theirs.

        A licence is for those who are asked for it.
        """
        licence = {
            given.id or "" for given in item.gives if isinstance(given, Qualification)
        } & self.roles_that_ask.keys()
        if licence:
            return any(role_id in self.roles_that_ask[one] for one in licence)
        if item.families:
            return role.family in item.families
        named = self.roles_of_item.get(name, set())
        return not item.industries or not named or role_id in named


@lru_cache(maxsize=4)
def _index(same: Same) -> _Index:
    catalogue = same.catalogue
    roles_of_item: dict[str, set[str]] = {}
    for move in catalogue.moves.values():
        for step in move.training:
            roles_of_item.setdefault(step.item, set()).add(move.to)
    roles_that_ask: dict[str, set[str]] = {}
    for role_id, licence, _ in iter_licences(catalogue.roles):
        roles_that_ask.setdefault(licence, set()).add(role_id)
    return _Index(roles_of_item, roles_that_ask)


def _is_of(item: TrainingItem, country: str) -> bool:
    return bool(item.jurisdictions) and serves(item, country)
