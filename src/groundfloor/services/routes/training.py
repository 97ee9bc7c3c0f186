"""The training of one move for a person in one country."""

from collections import Counter

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import Move, TrainingItem
from groundfloor.model.vocabulary import Stage

STAND_INS_A_STAGE = 2


def study_items(catalogue: Catalogue, move: Move, country: str) -> list[tuple[str, TrainingItem, bool]]:
    """The training of a move with whether it is needed, stages in order.

    Items of other countries are left out. Where that empties a stage, items of the same stage and industry that serve
    the country stand in, those first that moves to the same rung of the industry use most; they are never needed.

    Args:
        catalogue: holds the items.
        move: the step.
        country: ISO 3166 alpha-2 or ``UK``; empty means everywhere.
    """
    own = [(step.item, catalogue.training[step.item], step.needed) for step in move.training]
    items = [(name, item, needed) for name, item, needed in own if serves(item, country)]
    for stage in sorted({item.stage for _, item, _ in own} - {item.stage for _, item, _ in items}):
        items += [(name, catalogue.training[name], False) for name in _list_stand_ins(catalogue, move, stage, country)]
    return sorted(items, key=lambda step: (step[1].stage, not step[2]))


def serves(item: TrainingItem, country: str) -> bool:
    """Whether an item is of use in a country; items that name no place are of use everywhere.

    Places are ISO 3166 codes, with a part of the country after a hyphen (``US-FL``); ``UK`` is taken for ``GB``.
    """
    wanted = {"UK": "GB"}.get(country.upper(), country.upper())
    return not wanted or not item.jurisdictions or any(place.split("-")[0] == wanted for place in item.jurisdictions)


def _list_stand_ins(catalogue: Catalogue, move: Move, stage: Stage, country: str) -> list[str]:
    industry = move.to.split(".")[0]
    level = catalogue.roles[move.to].level
    used = Counter(
        step.item
        for other in catalogue.moves.values()
        if other.to.startswith(f"{industry}.") and catalogue.roles[other.to].level == level
        for step in other.training
    )
    fitting = [
        name
        for name, item in catalogue.training.items()
        if item.stage == stage and serves(item, country) and (industry in item.industries or used[name])
    ]
    return sorted(fitting, key=lambda name: (-used[name], name))[:STAND_INS_A_STAGE]
