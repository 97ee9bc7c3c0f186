"""The training of one move, and the law taught in it, for a person in one country."""

from collections import Counter

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import binds_in
from groundfloor.catalogue.records import Move, TrainingItem
from groundfloor.model.vocabulary import Stage

STAND_INS_A_STAGE = 2


def study_items(catalogue: Catalogue, move: Move, country: str) -> list[tuple[str, TrainingItem, bool]]:
    """The training of a move with whether it is needed, stages in order.

    Items of other countries are left out. Where that empties a stage, items of the same stage that serve the country
    stand in: those first that moves to the same rung of the industry use most, then those of the industry, then the
    country's own for that rung in every industry. They are never needed.

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
    for stage in sorted({item.stage for _, item, _ in own} - {item.stage for _, item, _ in items}):
        items += [(name, catalogue.training[name], False) for name in _list_stand_ins(catalogue, move, stage, country)]
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
    industry = move.to.split(".")[0]
    level = catalogue.roles[move.to].level
    used = Counter(
        step.item
        for other in catalogue.moves.values()
        if other.to.startswith(f"{industry}.") and catalogue.roles[other.to].level == level
        for step in other.training
    )

    def fits(name: str, item: TrainingItem) -> bool:
        of_the_rung = level in item.rungs
        known_here = used[name] or industry in item.industries or (of_the_rung and not item.industries)
        return bool(known_here) and (of_the_rung or not item.rungs)

    fitting = [
        name
        for name, item in catalogue.training.items()
        if item.stage == stage and serves(item, country) and fits(name, item)
    ]
    return sorted(fitting, key=lambda name: (-used[name], industry not in catalogue.training[name].industries, name))[
        :STAND_INS_A_STAGE
    ]
