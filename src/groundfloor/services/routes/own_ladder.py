"""Keeps a route on the employer's ladder that it begins or ends on: nobody leaves it to come back higher up."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.records import LADDER_SOURCE
from groundfloor.services.same import Same


def keep_to_ladders(catalogue: Catalogue, start: str | None, goals: Iterable[str]) -> Catalogue:
    """The catalogue without the moves that lead back into the start's ladder, or out of the goal's.

    Args:
        catalogue: roles and moves, with employers' ladders among them.
        start: the role the route begins in, None where any ground-floor role will do.
        goals: the roles it may end in.

    Returns:
        The same catalogue where neither end is a level of a ladder.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> keep_to_ladders(catalogue, "retail.cashier", ["retail.store-manager"]) is catalogue
        True
    """
    left = _ladder_of(catalogue, start) if start else ""
    reached = {_ladder_of(catalogue, goal) for goal in goals}
    entered = reached.pop() if len(reached) == 1 else ""
    return _without(Same(catalogue), left, entered) if left or entered else catalogue


def _ladder_of(catalogue: Catalogue, role_id: str) -> str:
    source = catalogue.roles[role_id].cite.source
    return source if source.startswith(LADDER_SOURCE) else ""


@lru_cache(maxsize=16)
def _without(same: Same, left: str, entered: str) -> Catalogue:
    catalogue = same.catalogue
    moves = {}
    for move_id, move in catalogue.moves.items():
        start, to = _ladder_of(catalogue, move.start), _ladder_of(catalogue, move.to)
        comes_back = bool(left) and to == left != start
        goes_out = bool(entered) and start == entered != to
        if not comes_back and not goes_out:
            moves[move_id] = move
    return replace(catalogue, moves=moves)
