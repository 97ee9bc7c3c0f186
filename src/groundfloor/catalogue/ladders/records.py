"""What an employer's ladder is."""

from typing import Literal

from groundfloor.model.facts import Record

OrderedBy = Literal["as_written", "as_written_reversed", "rank_words"]
"""How the order of levels was settled: as the file gives them, from its end, or by words and numbers of rank."""


class Criterion(Record, frozen=True, kw_only=True):
    """One thing a level asks, in the employer's words; ``area`` is the heading it stands under, if any."""

    text: str
    area: str = ""


class LadderLevel(Record, frozen=True, kw_only=True):
    """One rung as the employer names it."""

    name: str
    criteria: tuple[Criterion, ...] = ()


class Ladder(Record, frozen=True, kw_only=True):
    """Levels from the lowest to the highest."""

    name: str
    levels: tuple[LadderLevel, ...]
    ordered_by: OrderedBy
