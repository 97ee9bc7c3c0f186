"""Weighs where people in a position go next. The parts multiply, and every part has its reason and its source."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import prod
from statistics import median

from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import name_jurisdictions
from groundfloor.catalogue.ladders.records import LADDER_SOURCE
from groundfloor.catalogue.next_step_records import NextStepWeights
from groundfloor.catalogue.records import Cite, Move, Role
from groundfloor.errors import GroundfloorError
from groundfloor.matching.names import name_of
from groundfloor.matching.relations import Relations
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import LEVELS, Level, RoleFamily, Trodden
from groundfloor.services.fitting import relations_of
from groundfloor.services.next_steps.records import Part, Position, Rung, Way
from groundfloor.services.portable import share_carried
from groundfloor.services.routes.network import industry_of, pay_falls

_A_MILLION = 1e6
_ALL_OTHER = "All Other"
_FIRST_LINE: tuple[Level, ...] = ("lead", "supervisor")
_LEADING_PEOPLE: tuple[RoleFamily, ...] = ("team_leader", "service_manager", "store_manager")
"""Kinds of work that are leading others before anything else."""
_LESS_TRODDEN: dict[Trodden, Trodden] = {"common": "possible", "possible": "rare", "rare": "rare"}
"""How trodden a move is taken to be for somebody on the same rung of the same work in another role."""


class Weighing(Record, frozen=True, kw_only=True):
    """One rung with the role in it that is nearest, and the parts of its weight."""

    rung: Rung
    role_id: str
    way: Way
    employees: int
    parts: tuple[Part, ...]

    @property
    def weight(self) -> float:
        """The product of the parts."""
        return prod(part.factor for part in self.parts)


def weigh_next_rungs(
    catalogue: Catalogue, position: Position, *, is_open: Callable[[str], bool] = lambda _: True, country: str = ""
) -> list[Weighing]:
    """Weighs every rung of every kind of work as the next one.

    Args:
        catalogue: roles, moves, jobs, pay, and the weights.
        position: where the person stands; with no rung, only the ground floor is weighed, by its jobs.
        is_open: whether a role, by id, is one that the person would take.
        country: ISO 3166 alpha-2, whose pay counts.

    Returns:
        Heaviest first, ties by rung; the rung one stands on is left out.

    Raises:
        GroundfloorError: ``knowledge-broken`` where the catalogue has no weights for it.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> weighings = weigh_next_rungs(open_catalogue(), Position())
        >>> len(weighings) > 0
        True
    """
    scale = _Scale(catalogue, position, country)

    def list_open(role_ids: list[str]) -> list[str]:
        """The role that stands for one's own is no step away from it, even where its kind of work is only near."""
        return [role_id for role_id in role_ids if role_id != position.role_id and is_open(role_id)]

    rungs = ((rung, list_open(role_ids)) for rung, role_ids in _rungs_of(catalogue).items())
    weighed = [scale.weigh(rung, roles) for rung, roles in rungs if roles and scale.is_next(rung)]
    return sorted(weighed, key=lambda one: (-one.weight, one.rung))


def weigh_next_levels(catalogue: Catalogue, position: Position, country: str = "") -> list[Weighing]:
    """The levels that come next on the employer's ladder a person stands on, as steps up; none where it is no ladder.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> weigh_next_levels(open_catalogue(), Position(role_id="retail.cashier"))
        []
    """
    here = position.role_id
    source = catalogue.roles[here].cite.source if here else ""
    if not source.startswith(LADDER_SOURCE):
        return []
    scale = _Scale(catalogue, position, country)
    to = dict.fromkeys(move.to for _, move in sorted(catalogue.moves.items()) if move.start == here)
    levels = [role_id for role_id in to if catalogue.roles[role_id].cite.source == source]
    alike = _rungs_of(catalogue)
    rungs = {level: _rung_of(catalogue.roles[level]) for level in levels}
    return [replace(scale.weigh(rung, [level], counted=alike[rung]), way="up") for level, rung in rungs.items()]


class _Scale:
    """The weights as they are for one position."""

    def __init__(self, catalogue: Catalogue, position: Position, country: str) -> None:
        self.catalogue, self.position, self.country = catalogue, position, country
        self.weights = _weights_of(catalogue)
        self.relations: Relations = relations_of(catalogue)
        self.jobs_by_role = _count_jobs(catalogue, self.weights)
        self.counted_in = _name_places(catalogue)
        self.usual_jobs = median([jobs for jobs in self.jobs_by_role.values() if jobs] or [_A_MILLION])
        self.moves = _moves_from(catalogue, position)

    def is_next(self, rung: Rung) -> bool:
        """Whether a rung can be a next one: named work, not the rung one stands on, on the ground from nothing.

        Who has led people in other work may lead here too, but no higher.
        """
        here = self.position.rung
        if rung.family == "other" or rung == here:
            return False
        if rung.level == "ground" or here is None:
            return rung.level == "ground"
        heights = self.relations.rungs
        may_lead = rung.family in _LEADING_PEOPLE and heights[rung.level] <= heights[here.level]
        return here.family != "other" or may_lead

    def weigh(self, rung: Rung, role_ids: list[str], counted: Sequence[str] = ()) -> Weighing:
        """The rung's own parts, its jobs those of the roles counted, then the parts of the role that stands for it.

        On the ground floor that is the one that draws most, its jobs counted; above it the one nearest to the person,
        who is taken on for what they know.
        """
        of_role = {role_id: tuple(self._iter_role_parts(role_id)) for role_id in role_ids}

        def pull(role_id: str) -> float:
            nearness = prod(part.factor for part in of_role[role_id])
            return nearness * self._draw(self.jobs_by_role[role_id]) if rung.level == "ground" else nearness

        best = max(role_ids, key=pull)
        jobs = sum(self.jobs_by_role[role_id] for role_id in (counted or role_ids))
        return Weighing(
            rung=rung,
            role_id=best,
            way=self._way(rung),
            employees=round(jobs),
            parts=(*self._iter_rung_parts(rung, jobs), *of_role[best]),
        )

    def _draw(self, jobs: float) -> float:
        """The pull of so many jobs; where nobody counts them, of as many as a role usually has."""
        return float(((jobs or self.usual_jobs) / _A_MILLION) ** self.weights.jobs.value)

    def _way(self, rung: Rung) -> Way:
        rise = self._rise(rung)
        return "up" if rise > 0 else "down" if rise < 0 else "across"

    def _rise(self, rung: Rung) -> int:
        """Rungs up, or down where negative; between two levels of one height, one."""
        here = self.position.rung
        if here is None or here.level == rung.level:
            return 0
        heights = self.relations.rungs
        higher = LEVELS.index(rung.level) > LEVELS.index(here.level)
        return heights[rung.level] - heights[here.level] or (1 if higher else -1)

    def _iter_rung_parts(self, rung: Rung, jobs: float) -> Iterator[Part]:
        here = self.position.rung
        work = f"{name_of(rung.family)} on this rung"
        counted = f"about {_rounded(jobs)} jobs in {work}, counted in {self.counted_in}"
        why = counted if jobs else f"nobody counts the jobs in {work}"
        yield _part("jobs", self._draw(jobs), why, self.weights.jobs.cite)
        if here is None:
            return
        yield self._weigh_kind(rung, here)
        yield from self._iter_held(rung)
        yield from self._iter_rise(rung)

    def _weigh_kind(self, rung: Rung, here: Rung) -> Part:
        weights = self.weights
        if rung.family == here.family and self._rise(rung) > 0:
            return _part("kind_of_work", weights.same_work.value, "your kind of work", weights.same_work.cite)
        nearness = self.relations.families(here.family, rung.family)
        earlier = max((self.relations.families(one.family, rung.family) for one in self.position.held), default=0.0)
        least, why = weights.other_work, "other work than yours"
        if rung.level == "ground":
            least, why = weights.open_ground_floor, "open to whoever has worked before"
        elif here.family == "other" and rung.level in _FIRST_LINE:
            least, why = weights.led_elsewhere, "you have led people, if in other work"
        elif rung.family == "team_leader" and self._rise(rung) > 0:
            least, why = weights.leading, "leading such work as yours"
        ways = (
            (least.value, why),
            (nearness, "work near to yours"),
            (earlier * self.relations.earlier_work_share, "work near to what you did before"),
        )
        factor, why = max(ways, key=lambda way: way[0])
        return _part("kind_of_work", factor, why, least.cite)

    def _iter_held(self, rung: Rung) -> Iterator[Part]:
        weights, held = self.weights, self.position.held
        if rung in held:
            yield _part("held_before", weights.held_before.value, "you have done it before", weights.held_before.cite)
        elif any(one.family == rung.family for one in held):
            again = weights.held_on_another_rung
            yield _part("held_before", again.value, "you have done such work before, on another rung", again.cite)

    def _iter_rise(self, rung: Rung) -> Iterator[Part]:
        weights, rise = self.weights, self._rise(rung)
        if rise == 0:
            return
        steps = weights.up if rise > 0 else weights.down
        factor = steps.values[min(abs(rise), len(steps.values)) - 1]
        rungs = "one rung" if abs(rise) == 1 else f"{abs(rise)} rungs"
        yield _part("rung", factor, f"{rungs} {'up' if rise > 0 else 'down'}", steps.cite)
        if rise < 0:
            return
        months, needed = self.position.months, weights.months_before_a_step_up
        if months is not None and months < needed:
            yield _part("time_served", weights.too_soon.value, "early for a step up", weights.too_soon.cite)
        elif months is not None and months >= 2 * needed:
            yield _part("time_served", weights.ripe.value, f"{months} months in your work", weights.ripe.cite)
        if self.position.degree:
            yield _part("schooling", weights.degree.value, "your degree", weights.degree.cite)

    def _iter_role_parts(self, role_id: str) -> Iterator[Part]:
        here = self.position.role_id
        if here is None:
            yield from self._iter_industry(role_id)
            return
        weights = self.weights
        yield from self._iter_pay(here, role_id)
        if role_id in self.moves:
            trodden, cite = self.moves[role_id]
            yield _part("trodden", weights.trodden.values[trodden], f"a {trodden} move", cite)
        share = share_carried(self.catalogue, self.relations, here, role_id)
        carries = weights.carries
        yield _part("carries", carries.value + share, f"you bring {share:.0%} of what it takes", carries.cite)
        yield from self._iter_industry(role_id)

    def _iter_pay(self, here: str, role_id: str) -> Iterator[Part]:
        if pay_falls(self.catalogue, here, role_id, self.country):
            falls = self.weights.pay_falls
            yield _part("pay", falls.value, "its occupation pays less in the middle", falls.cite)

    def _iter_industry(self, role_id: str) -> Iterator[Part]:
        mine, its = self.position.industry, industry_of(role_id)
        if mine == "other":
            return
        stays, nearness = self.weights.same_industry, self.relations.industries(mine, its)
        if mine != its and self._rise(_rung_of(self.catalogue.roles[role_id])) > 0:
            elsewhere = self.weights.up_elsewhere
            yield _part("industry", elsewhere.value, "few are taken on from another industry for it", elsewhere.cite)
        elif nearness:
            why = "your industry" if mine == its else "an industry near to yours"
            yield _part("industry", 1 + (stays.value - 1) * nearness, why, stays.cite)


def _name_places(catalogue: Catalogue) -> str:
    """Where jobs are counted."""
    places = sorted({table.place for table in catalogue.employment.values()})
    return name_jurisdictions(places, catalogue.countries)


def _rounded(jobs: float) -> str:
    """A number of jobs in two figures, for it is an estimate spread over rungs."""
    return f"{float(f'{jobs:.2g}'):,.0f}"


def _part(name: str, factor: float, why: str, cite: Cite) -> Part:
    return Part(name=name, factor=round(factor, 4), why=why, cite=cite)  # type: ignore[arg-type]


def _weights_of(catalogue: Catalogue) -> NextStepWeights:
    if catalogue.next_steps is None:
        raise GroundfloorError("knowledge-broken", "The catalogue has no weights for next steps.")
    return catalogue.next_steps


def _rungs_of(catalogue: Catalogue) -> dict[Rung, list[str]]:
    rungs: dict[Rung, list[str]] = defaultdict(list)
    for role_id, role in sorted(catalogue.roles.items()):
        rungs[_rung_of(role)].append(role_id)
    return rungs


def _rung_of(role: Role) -> Rung:
    return Rung(role.family, role.level)


def _occupation_of(catalogue: Catalogue, role: Role) -> tuple[str, int]:
    """The first occupation of a role whose jobs are counted, and how many they are; none are where none is counted.

    A group of "all other" occupations counts as none: next to nothing in it is work of the role's kind. An employer's
    level is no work besides that of the catalogue's roles, so none is counted for it.
    """
    if role.cite.source.startswith(LADDER_SOURCE):
        return "", 0
    for code in dict.fromkeys(soc.partition(".")[0] for soc in role.soc):
        for _, table in sorted(catalogue.employment.items()):
            if code in table.rows:
                row = table.rows[code]
                return code, 0 if row.title.endswith(_ALL_OTHER) else row.employees
    return "", 0


def _count_jobs(catalogue: Catalogue, weights: NextStepWeights) -> dict[str, float]:
    """How many jobs there are in each role: its occupation's, spread over the occupation's roles by their sizes."""

    def size(role: Role) -> float:
        return weights.rung_sizes.values[role.level] * weights.kind_sizes.values.get(role.family, 1.0)

    occupations = {role_id: _occupation_of(catalogue, role) for role_id, role in sorted(catalogue.roles.items())}
    whole: dict[str, float] = defaultdict(float)
    for role_id, (code, _) in occupations.items():
        whole[code] += size(catalogue.roles[role_id])
    return {
        role_id: employees * size(catalogue.roles[role_id]) / whole[code]
        for role_id, (code, employees) in occupations.items()
    }


def _moves_from(catalogue: Catalogue, position: Position) -> dict[str, tuple[Trodden, Cite]]:
    """Roles that a move leads to from the role one stands in, or, less trodden, from others on its rung."""
    found: dict[str, tuple[Trodden, Cite]] = {}
    for move in _alike(catalogue, position):
        own = move.start == position.role_id
        trodden = move.trodden if own else _LESS_TRODDEN[move.trodden]
        if move.to not in found or own or _ORDER[trodden] < _ORDER[found[move.to][0]]:
            found[move.to] = (trodden, move.trodden_cite)
    return found


_ORDER: dict[Trodden, int] = {"common": 0, "possible": 1, "rare": 2}


def _alike(catalogue: Catalogue, position: Position) -> Iterable[Move]:
    moves = (move for _, move in sorted(catalogue.moves.items()))
    alike = [move for move in moves if _starts_alike(catalogue, move, position)]
    return sorted(alike, key=lambda move: move.start == position.role_id)


def _starts_alike(catalogue: Catalogue, move: Move, position: Position) -> bool:
    role = catalogue.roles[move.start]
    return move.start == position.role_id or _rung_of(role) == position.rung
