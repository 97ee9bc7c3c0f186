"""What a route answer is made of: plain records that become JSON as they stand."""

from typing import Literal

from groundfloor.catalogue.records import Cite, Source
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import Level, MoveKind, PayPeriod, RoleFamily, Schedule, Stage, Trodden, WarningCode
from groundfloor.planning.options import DropReason, RouteLabel

GoalKind = Literal["role", "family", "rung", "industry", "better_paid"]
StartHow = Literal["asked", "latest_job", "nearest_role", "ground_floor"]
NothingFoundReason = Literal["goal-is-start", "goal-unreachable", "blocked-by", "start-unknown"]
Condition = Literal[
    "months",
    "money",
    "refused_schedules",
    "no_pay_fall",
    "pay_at_least",
    "same_industry",
    "at_home",
    "refused_training",
    "study_hours_at_most",
    "language_needed",
]
CostState = Literal["known", "not_known", "at_work"]
NeedState = Literal["held", "gained", "open"]


class RouteConstraints(Record, frozen=True, kw_only=True):
    """What the person will and will not do; everything left empty is open.

    ``money_at_most`` is in US dollars; unknown prices count as the usual known one. ``pay_at_least`` is the least
    median pay of a role on the way for a year of 2,080 hours, in the money of the person's country; roles of unknown
    pay are kept. ``at_home``
    keeps to roles that can be done from home. ``study_hours_at_most`` is the most that a single needed course may
    take. ``country`` (ISO 3166 alpha-2) leaves out training of other countries, and says whose pay is shown;
    ``pay_country`` says that alone, where no country is named.
    """

    months_at_most: float | None = None
    money_at_most: float | None = None
    refused_schedules: tuple[Schedule, ...] = ()
    no_pay_fall: bool = False
    pay_at_least: float | None = None
    same_industry: bool = False
    at_home: bool = False
    study_hours_at_most: float | None = None
    refused_training: tuple[str, ...] = ()
    country: str = ""
    pay_country: str = ""
    moves_at_most: int = 8

    @property
    def pays_in(self) -> str:
        """The country whose pay is shown; empty where none is known."""
        return self.country or self.pay_country


class RoleView(Record, frozen=True, kw_only=True):
    """A role as a reader wants it named."""

    id: str
    name: str
    family: RoleFamily
    level: Level
    industry: str
    industry_name: str


class PayFigure(Record, frozen=True, kw_only=True):
    """Median yearly pay of the occupation a role counts in, in one place and year, before tax.

    ``median`` is what the source publishes for ``period``; where that is no year, ``annual_median`` is our sum, an
    hour counted ``hours_a_year`` times. ``annual_p25`` and ``annual_p75`` are where its worst-paid quarter ends and
    its best-paid quarter starts, None where the table has no figure. ``who`` are the people counted;
    ``employees_only`` where the table leaves out people who work on their own account. ``occupation_cite`` says who
    put the role to the occupation, None where the role carries its code.
    """

    annual_median: float
    annual_p25: float | None = None
    annual_p75: float | None = None
    median: float | None = None
    period: PayPeriod = "year"
    hours_a_year: float = 2080.0
    employees_only: bool = False
    who: str = ""
    currency: str
    occupation_code: str
    occupation: str
    classification: str = ""
    place: str
    place_name: str = ""
    date: str
    cite: Cite
    occupation_cite: Cite | None = None


class Price(Record, frozen=True, kw_only=True):
    """A published price: what it pays for, whether it is the lowest of several, and what members of the body pay."""

    amount: float
    currency: str
    covers: str = ""
    at_least: bool = False
    member_amount: float | None = None
    cite: Cite


class PriceTotal(Record, frozen=True, kw_only=True):
    """Prices in one money, added up; ``at_least`` where one of them is the lowest of several."""

    amount: float
    currency: str
    at_least: bool = False


class ItemView(Record, frozen=True, kw_only=True):
    """One training item as it stands for this person.

    ``held`` with ``held_because``; ``gained_on_step`` when an earlier step of the route gives it. ``hours`` and
    ``months`` are None where no length is known. ``funding`` is the most that the state or the employer pays instead.
    """

    id: str
    name: str
    stage: Stage
    summary: str
    needed: bool
    held: bool
    cost_state: CostState
    held_because: str = ""
    gained_on_step: int | None = None
    body: str = ""
    hours: float | None = None
    months: float | None = None
    length_cite: Cite | None = None
    beside_work: bool = True
    price: Price | None = None
    funding: Price | None = None
    valid_months: int | None = None
    jurisdictions: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    url: str = ""
    cite: Cite


class StageView(Record, frozen=True, kw_only=True):
    """One of the four training stages of a step; ``items`` may be empty."""

    stage: Stage
    name: str
    items: tuple[ItemView, ...]


class NeedView(Record, frozen=True, kw_only=True):
    """What the next role asks, and whether the person holds it, gains it on the way, or has it still open.

    ``where`` is where the law asks it, for a bar of some place: "in the United States (most states)"; ``task`` the
    part of the work that it is asked for, empty for the whole.
    """

    text: str
    state: NeedState
    required: bool
    legal_bar: bool
    because: str
    cite: Cite
    where: str = ""
    task: str = ""


class Opening(Record, frozen=True, kw_only=True):
    """An advertisement on hand for exactly the role a step leads to."""

    id: str
    title: str
    employer: str = ""
    location: str = ""
    warnings: tuple[WarningCode, ...] = ()


class RouteStep(Record, frozen=True, kw_only=True):
    """One move of a route. ``opens`` says in one sentence why it is open or what opens it.

    ``openings`` are the advertisements on hand for the next role, None where none were given to look through.

    ``months_to_find`` is what finding the work in another industry takes, counted in ``months_min`` and ``months_max``.
    ``study_hours`` counts stages 3 and 4 that are not held yet, None when no length is known of any of them.
    """

    number: int
    move_id: str
    kind: MoveKind
    start: RoleView
    to: RoleView
    opens: str
    months_min: float
    months_max: float
    months_credited: float
    months_cite: Cite
    months_to_find: int = 0
    months_to_find_cite: Cite | None = None
    trodden: Trodden
    trodden_cite: Cite
    seen_in: tuple[Cite, ...] = ()
    stages: tuple[StageView, ...]
    needs: tuple[NeedView, ...] = ()
    study_hours: float | None = None
    lengths_not_known: int = 0
    prices: tuple[Price, ...] = ()
    prices_not_known: tuple[str, ...] = ()
    pay_before: PayFigure | None = None
    pay_after: PayFigure | None = None
    pay_falls: bool = False
    added_schedules: tuple[Schedule, ...] = ()
    warnings: tuple[str, ...] = ()
    openings: tuple[Opening, ...] | None = None
    note: str = ""


class PlannedRoute(Record, frozen=True, kw_only=True):
    """A whole way to the goal. ``pay_over_period`` is the median pay summed over the plan's period, None if unknown."""

    id: str
    labels: tuple[RouteLabel, ...]
    start: RoleView
    goal: RoleView
    steps: tuple[RouteStep, ...]
    months_min: float
    months_max: float
    study_hours: float | None
    lengths_not_known: int
    prices: tuple[Price, ...]
    prices_not_known: tuple[str, ...]
    price_totals: tuple[PriceTotal, ...] = ()
    rare_moves: int
    possible_moves: int
    pay_over_period: float | None = None


class DroppedRoute(Record, frozen=True, kw_only=True):
    """A Pareto-best route that is not shown, with the reason and the shown route that stands for it."""

    roles: tuple[str, ...]
    months: float
    reason: DropReason
    like: str | None = None


class Relaxation(Record, frozen=True, kw_only=True):
    """A condition that alone stands in the way; ``needs`` is the least figure that would open a route."""

    condition: Condition
    message: str
    needs: float | None = None


class NothingFound(Record, frozen=True, kw_only=True):
    """Why there is no route, the nearest role within reach, and what to relax: one of it, or all ``together``.

    ``within_months`` is how far off the nearest role might lie, None where none was looked for.
    """

    reason: NothingFoundReason
    message: str
    relax: tuple[Relaxation, ...] = ()
    together: bool = False
    nearest: RoleView | None = None
    nearest_months: float | None = None
    within_months: float | None = None


class StartChoice(Record, frozen=True, kw_only=True):
    """Where the routes begin and how that was settled. ``role`` is None when any ground-floor role will do."""

    how: StartHow
    note: str
    role: RoleView | None = None
    months_served: float = 0.0


class Goal(Record, frozen=True, kw_only=True):
    """A goal as asked for, understood, with its roles: by name, by family (and rung), by industry, or by better pay."""

    kind: GoalKind
    asked: str
    role_ids: tuple[str, ...]


class GoalChoice(Record, frozen=True, kw_only=True):
    """What was asked for, and the roles that answer to it."""

    kind: GoalKind
    asked: str
    note: str
    roles: tuple[RoleView, ...]


class RoutePlan(Record, frozen=True, kw_only=True):
    """The answer to "how do I get there": routes, what was left out and why, or why there is none.

    ``period_months`` is the span over which pay is summed, the same for all routes. ``sources`` holds every
    publication that a ``cite`` in this answer names.
    """

    start: StartChoice
    goal: GoalChoice
    constraints: RouteConstraints
    routes: tuple[PlannedRoute, ...] = ()
    dropped: tuple[DroppedRoute, ...] = ()
    nothing: NothingFound | None = None
    period_months: int = 0
    notes: tuple[str, ...] = ()
    sources: dict[str, Source] = {}  # noqa: RUF012 - msgspec copies mutable defaults
