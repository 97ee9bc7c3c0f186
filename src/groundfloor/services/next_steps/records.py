"""What an answer about the next step is made of: plain records that become JSON as they stand."""

from typing import Literal, NamedTuple

from groundfloor.catalogue.records import Cite, Source
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import IndustryId, Level, RoleFamily, Trodden
from groundfloor.services.routes.records import NeedView, Opening, PayFigure, RoleView, StartChoice

Way = Literal["up", "across", "down"]
PartName = Literal[
    "jobs",
    "kind_of_work",
    "held_before",
    "rung",
    "time_served",
    "schooling",
    "pay",
    "trodden",
    "carries",
    "industry",
]


class Rung(NamedTuple):
    """A kind of work and a level in it, in whatever industry."""

    family: RoleFamily
    level: Level


class Part(Record, frozen=True, kw_only=True):
    """One factor of a step's weight, with its reason and what the factor rests on. Above 1 speaks for the step."""

    name: PartName
    factor: float
    why: str
    cite: Cite


class Position(Record, frozen=True, kw_only=True):
    """Where a person stands: the rung and industry of the latest job, the rungs held before, and what counts for more.

    ``months`` is the time in the latest job, None where no dates are known. ``role_id`` is the role that stands for
    it, None for somebody who starts from nothing. Who has led people in work outside customer service stands on a rung
    of the family "other", with no role.
    """

    rung: Rung | None = None
    industry: IndustryId = "other"
    role_id: str | None = None
    held: frozenset[Rung] = frozenset()
    months: int | None = None
    degree: bool = False


class NextStep(Record, frozen=True, kw_only=True):
    """A kind of work on a rung that people in this position go to, shown by the role in it that is nearest.

    ``share`` is its weight among all steps' weights, 0 to 1; ``parts`` multiply to that weight. ``move_id`` and what
    follows it are None where the catalogue knows no move to just this role. ``carries_share`` is how much of what the
    role takes one brings, ``new`` what one does not. ``opens`` counts the better rungs that lead on from there and not
    from here.
    """

    to: RoleView
    way: Way
    share: float
    parts: tuple[Part, ...]
    employees: int
    move_id: str | None = None
    trodden: Trodden | None = None
    trodden_cite: Cite | None = None
    seen_in: tuple[Cite, ...] = ()
    months_min: int | None = None
    months_max: int | None = None
    months_cite: Cite | None = None
    pay_before: PayFigure | None = None
    pay_after: PayFigure | None = None
    pay_falls: bool = False
    carries_share: float | None = None
    new: tuple[str, ...] = ()
    needs: tuple[NeedView, ...] = ()
    training: tuple[str, ...] = ()
    opens: int = 0
    warnings: tuple[str, ...] = ()
    openings: tuple[Opening, ...] | None = None


class NextSteps(Record, frozen=True, kw_only=True):
    """The next steps from where a person stands: one rung or more up first, then across, then down; likeliest first.

    ``country`` is the one whose law binds, empty where it is not known and needs by law are those of any place.
    """

    start: StartChoice
    up: tuple[NextStep, ...] = ()
    across: tuple[NextStep, ...] = ()
    down: tuple[NextStep, ...] = ()
    notes: tuple[str, ...] = ()
    country: str = ""
    sources: dict[str, Source] = {}  # noqa: RUF012 - msgspec copies mutable defaults
