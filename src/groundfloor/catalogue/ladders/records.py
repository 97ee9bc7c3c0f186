"""What an employer's ladder is."""

from typing import Literal

from groundfloor.model.facts import Record

OrderedBy = Literal["as_written", "as_written_reversed", "rank_words", "numbers", "steps", "years"]
"""How the order of levels was settled: as the file gives them, from its end, by words of rank, by their numbers, by
the next step each level names, or by the years each asks."""


LADDER_SOURCE = "ladder-"
"""What the ids of employers' ladders as sources begin with."""


class Criterion(Record, frozen=True, kw_only=True):
    """One thing a level asks, in the employer's words; ``area`` is the heading it stands under, if any."""

    text: str
    area: str = ""


class LadderLevel(Record, frozen=True, kw_only=True):
    """One rung as the employer names it.

    ``track`` names the line of rungs it belongs to, empty where the ladder has one; ``months`` is the usual time on it
    before the next, least and most, where the file says so.
    """

    name: str
    criteria: tuple[Criterion, ...] = ()
    track: str = ""
    months: tuple[int, int] | None = None


class Ladder(Record, frozen=True, kw_only=True):
    """Levels from the lowest to the highest, track after track; ``notes`` say what was not understood or left out."""

    name: str
    levels: tuple[LadderLevel, ...]
    ordered_by: OrderedBy
    notes: tuple[str, ...] = ()


class Part(Record, frozen=True, kw_only=True):
    """Levels found together, in the order of the file, with what each asks; ``title`` is what stands above them."""

    title: str
    asked: dict[str, tuple[Criterion, ...]]
