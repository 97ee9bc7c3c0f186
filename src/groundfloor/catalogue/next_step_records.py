"""The shape of what next steps are weighed by: how many jobs there are, and the weights."""

from typing import Annotated

from msgspec import Meta

from groundfloor.catalogue.records import Cite, Entry, IsoDate, Sentence
from groundfloor.model.vocabulary import Level, RoleFamily, Trodden


class EmploymentRow(Entry, frozen=True, kw_only=True):
    """How many people work in one occupation, as the source gives it."""

    title: str
    employees: Annotated[int, Meta(ge=0)]


class EmploymentTable(Entry, frozen=True, kw_only=True):
    """A published count of jobs, keyed by SOC 2018 code; ``employees_only`` where it leaves out the self-employed."""

    place: str
    date: IsoDate
    employees_only: bool = False
    rows: dict[str, EmploymentRow]
    cite: Cite


class Weighed(Entry, frozen=True, kw_only=True):
    """One weight and what it rests on."""

    value: Annotated[float, Meta(gt=0)]
    cite: Cite


class WeighedRungs(Entry, frozen=True, kw_only=True):
    """A weight for each rung, and what they rest on."""

    values: dict[Level, float]
    cite: Cite


class WeighedFamilies(Entry, frozen=True, kw_only=True):
    """A weight for some kinds of work, 1 for all others, and what they rest on."""

    values: dict[RoleFamily, float]
    cite: Cite


class WeighedByDistance(Entry, frozen=True, kw_only=True):
    """Weights by distance, one first, and what they rest on."""

    values: Annotated[tuple[float, ...], Meta(min_length=1)]
    cite: Cite


class WeighedTrodden(Entry, frozen=True, kw_only=True):
    """A weight by how well trodden a move is, and what they rest on."""

    values: dict[Trodden, float]
    cite: Cite


class NextStepWeights(Entry, frozen=True, kw_only=True):
    """What is weighed when somebody asks where people in their position usually go next; the parts multiply.

    ``jobs`` is a power of the number of jobs, ``rung_sizes`` and ``kind_sizes`` how an occupation's jobs are spread,
    ``months_before_a_step_up`` the time after which a step up is no longer early. The file says each part's reason.
    """

    why: Sentence
    jobs: Weighed
    rung_sizes: WeighedRungs
    kind_sizes: WeighedFamilies
    other_work: Weighed
    open_ground_floor: Weighed
    leading: Weighed
    led_elsewhere: Weighed
    same_work: Weighed
    held_before: Weighed
    held_on_another_rung: Weighed
    up: WeighedByDistance
    down: WeighedByDistance
    months_before_a_step_up: int
    too_soon: Weighed
    ripe: Weighed
    degree: Weighed
    pay_falls: Weighed
    trodden: WeighedTrodden
    carries: Weighed
    same_industry: Weighed
    up_elsewhere: Weighed
