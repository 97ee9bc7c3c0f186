"""What a kept plan is made of, and how it is shown."""

from typing import Literal

from groundfloor.catalogue.records import Source
from groundfloor.model.facts import Record
from groundfloor.model.profile import Profile
from groundfloor.model.vocabulary import MoveKind, Trodden
from groundfloor.planning.options import RouteLabel
from groundfloor.services.routes.records import (
    ItemView,
    PayFigure,
    PlannedRoute,
    RoleView,
    RouteConstraints,
    StartChoice,
)

TickKind = Literal["step", "item"]
ItemState = Literal["open", "done", "held", "lapsed"]
StepState = Literal["open", "done"]


class Tick(Record, frozen=True, kw_only=True):
    """One thing done: a step by the role it led to, an item by its id; ``name`` outlives the catalogue's.

    ``valid_until`` is None where nothing is known to end it.
    """

    kind: TickKind
    id: str
    name: str
    on: str
    valid_until: str | None = None


class OtherWay(Record, frozen=True, kw_only=True):
    """A route that was found as well and not chosen."""

    roles: tuple[str, ...]
    months_min: float
    months_max: float
    labels: tuple[RouteLabel, ...] = ()


class Change(Record, frozen=True, kw_only=True):
    """What planning again changed, and why; ``why`` is empty where the change says it itself."""

    what: str
    why: str = ""


class Plan(Record, frozen=True, kw_only=True):
    """One person's way to one goal, as kept. Whether a thing is done is told by the ticks alone.

    Attributes:
        id: whose and where to, unique among kept plans.
        person: the profile's id, empty where nobody in particular was named.
        asked: the goal in the words it was asked for; the route's own goal is what is planned for.
        start: where the person stood when the plan was made.
        route: the chosen route as last planned; without steps only where none was found.
        ticks: everything done since the plan was made, in the order it was done, of whatever route.
        profile: the person as read, where the store keeps no profile of theirs.
        made_on: the day the plan was made. All days are ISO 8601.
        planned_on: the day its route was planned last; the months of its steps run from there.
        changed_on: the day of the last tick or planning.
        changes: what the last planning changed.
    """

    id: str
    person: str
    asked: str
    constraints: RouteConstraints
    start: StartChoice
    route: PlannedRoute
    made_on: str
    planned_on: str
    changed_on: str
    ticks: tuple[Tick, ...] = ()
    profile: Profile | None = None
    changes: tuple[Change, ...] = ()
    other_ways: tuple[OtherWay, ...] = ()
    sources: dict[str, Source] = {}  # noqa: RUF012 - msgspec copies mutable defaults


class PlanItem(Record, frozen=True, kw_only=True):
    """One thing to do. ``number`` names it for ticking (``2.3``: the third of the second step).

    ``held`` was so before the plan. ``lapsed`` was done and is no longer valid. ``due_on`` is a usual day, not a
    promise; None for what is behind the person and for work that goes on in the new job.
    """

    number: str
    state: ItemState
    item: ItemView
    done_on: str | None = None
    valid_until: str | None = None
    due_on: str | None = None


class PlanStep(Record, frozen=True, kw_only=True):
    """One step of a plan with its things to do; those that an earlier step gives stand there only.

    ``note`` is what is to be known of the step, on an employer's ladder what the level newly asks; ``missing`` what the
    role must have and nothing yet shows or gives.
    """

    number: int
    state: StepState
    kind: MoveKind
    start: RoleView
    to: RoleView
    opens: str
    months_min: float
    months_max: float
    trodden: Trodden
    items: tuple[PlanItem, ...]
    done_on: str | None = None
    due_on: str | None = None
    pay_before: PayFigure | None = None
    pay_after: PayFigure | None = None
    warnings: tuple[str, ...] = ()
    note: str = ""
    missing: tuple[str, ...] = ()


class PlanView(Record, frozen=True, kw_only=True):
    """A plan as it stands on one day.

    ``here`` is the role the person is in as far as the plan knows, ``next`` the first thing to do in a sentence,
    ``behind`` what was done and is no part of the present route. ``months_min`` and ``months_max`` are of the steps
    still open. ``reached`` when the last step is done.
    """

    plan_id: str
    person: str
    here: RoleView
    goal: RoleView
    asked: str
    reached: bool
    next: str
    done: int
    things: int
    months_min: float
    months_max: float
    steps: tuple[PlanStep, ...]
    behind: tuple[Tick, ...]
    changes: tuple[Change, ...]
    other_ways: tuple[OtherWay, ...]
    constraints: RouteConstraints
    made_on: str
    planned_on: str
    changed_on: str
    shown_on: str
    sources: dict[str, Source]
