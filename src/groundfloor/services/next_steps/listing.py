"""Where do people in my position usually go next, and which of those are steps up?"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import bar_binds_in, tell_where
from groundfloor.catalogue.records import Move
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Profile
from groundfloor.model.vocabulary import EDUCATION_LEVELS, LEVELS, IndustryId, Level
from groundfloor.services.citing import list_sources
from groundfloor.services.next_steps.records import NextStep, NextSteps, Position, Rung, Way
from groundfloor.services.next_steps.weighing import Weighing, weigh_next_levels, weigh_next_rungs
from groundfloor.services.portable import compare_roles
from groundfloor.services.routes.ends import choose_start, latest_first
from groundfloor.services.routes.network import close_roles, industry_of, pay_falls, show_role
from groundfloor.services.routes.openings import open_to
from groundfloor.services.routes.pay import find_pay, tell_pay_change
from groundfloor.services.routes.records import NeedView, RouteConstraints, StartChoice
from groundfloor.services.routes.standing import Standing, find_held, months_served, read_standing
from groundfloor.services.routes.steps import name_ask
from groundfloor.services.routes.whose_pay import list_pay_notes, with_country_wished

_NOTES = (
    "Steps are put in order by what usually draws people: where the jobs are, what is near to your work, what you have "
    "done before. It is no forecast for you, and --json shows every part with its source.",
    "Pay is the median of a whole occupation in one country and year.",
)
_LEADING: tuple[Level, ...] = LEVELS[LEVELS.index("lead") : LEVELS.index("executive_owner")]
NO_CONSTRAINTS = RouteConstraints()


def list_next_steps(
    catalogue: Catalogue,
    *,
    profile: Profile | None = None,
    start_role: str | None = None,
    constraints: RouteConstraints = NO_CONSTRAINTS,
    limit: int = 3,
) -> NextSteps:
    """The next steps from where a person stands: up, across and down.

    Args:
        catalogue: roles, moves, jobs, pay, weights, sources.
        profile: one person; the latest job in customer service is where they stand, the others count as held before.
        start_role: a role id or name to start from instead; with neither, the steps onto the ground floor are listed.
        constraints: hours, pay, place and industry that a step must keep to; limits on months and study do not apply.
        limit: how many steps of each way at most.

    Raises:
        GroundfloorError: ``role-unknown``, naming the nearest ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> steps = list_next_steps(open_catalogue(), start_role="retail.cashier", limit=1)
        >>> [step.way for step in (*steps.up, *steps.across)]
        ['up', 'across']
    """
    start, standing = choose_start(catalogue, profile, start_role, read_standing(profile))
    position = find_position(profile, start, read_standing(profile))
    if profile:
        constraints = with_country_wished(catalogue, constraints, profile.preferences)
    country = constraints.pays_in
    if start.role is None and (led := find_led(profile)):
        start = replace(start, note=f"No customer-service job is known; that you led people as {led.title} counts.")
    is_open = _is_kept_to(catalogue, position, constraints)
    own = [one for one in weigh_next_levels(catalogue, position, country) if is_open(one.role_id)]
    levels = {one.role_id for one in own}
    others = weigh_next_rungs(catalogue, position, is_open=is_open, country=country)
    weighed = [*own, *(one for one in others if one.role_id not in levels)]
    led_to = {move.to for move in catalogue.moves.values() if move.start == position.role_id}
    showing = _Showing(catalogue, position, standing, sum(one.weight for one in weighed), country, constraints.country)

    def show(way: Way) -> tuple[NextStep, ...]:
        """Heaviest first; of the steps up those first that a move of the catalogue leads to."""
        ways = sorted(
            (one for one in weighed if one.way == way), key=lambda one: way == "up" and one.role_id not in led_to
        )
        return tuple(showing.show(one) for one in ways[:limit])

    steps = NextSteps(start=start, up=show("up"), across=show("across"), down=show("down"), country=constraints.country)
    views = [step.to for step in (*steps.up, *steps.across, *steps.down)]
    steps = replace(steps, notes=(*_NOTES, *list_pay_notes(catalogue, constraints, views)))
    return replace(steps, sources=list_sources(catalogue, steps))


def with_openings(steps: NextSteps, readings: Iterable[PostingReading]) -> NextSteps:
    """The same steps with the advertisements on hand for each.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> steps = list_next_steps(open_catalogue(), start_role="retail.cashier", limit=1)
        >>> with_openings(steps, []).up[0].openings
        ()
    """
    list_openings = open_to(readings)

    def opened(group: tuple[NextStep, ...]) -> tuple[NextStep, ...]:
        return tuple(replace(step, openings=list_openings(step.to)) for step in group)

    return replace(steps, up=opened(steps.up), across=opened(steps.across), down=opened(steps.down))


def find_position(profile: Profile | None, start: StartChoice, standing: Standing) -> Position:
    """Where a person stands, as what next steps are weighed by.

    Example:
        >>> from groundfloor.services.routes.records import StartChoice
        >>> from groundfloor.services.routes.standing import Standing
        >>> find_position(None, StartChoice(how="ground_floor", note=""), Standing()) is not None
        True
    """
    if start.role is None:
        job = find_led(profile)
        return Position(rung=Rung("other", _level_led(job)), industry=job.industry) if job else Position()
    if start.how == "asked" or profile is None:
        return Position(
            rung=Rung(start.role.family, start.role.level),
            industry=cast(IndustryId, start.role.industry),
            role_id=start.role.id,
        )
    here, *before = [job for job in latest_first(profile) if job.role_family != "other"]
    rung = Rung(here.role_family, here.level)
    return Position(
        rung=rung,
        industry=here.industry,
        role_id=start.role.id,
        held=frozenset(Rung(job.role_family, job.level) for job in before) - {rung},
        months=months_served(spell for spell in standing.spells if Rung(spell.family, spell.level) == rung) or None,
        degree=standing.education in EDUCATION_LEVELS[EDUCATION_LEVELS.index("bachelor") :],
    )


def find_led(profile: Profile | None) -> Job | None:
    """The latest job in which somebody led people, in whatever work.

    Example:
        >>> find_led(None) is None
        True
    """
    return next((job for job in latest_first(profile) if job.people_managed or job.level in _LEADING), None)


def _level_led(job: Job) -> Level:
    return job.level if job.level in _LEADING else "lead"


def _is_kept_to(catalogue: Catalogue, position: Position, constraints: RouteConstraints) -> Callable[[str], bool]:
    """Whether a role is one that the person would take."""
    closed = frozenset[str]().union(*close_roles(catalogue, constraints, catalogue.roles).values())

    def is_open(role_id: str) -> bool:
        return not (
            role_id in closed
            or (constraints.same_industry and position.industry not in ("other", industry_of(role_id)))
            or (constraints.no_pay_fall and _pay_falls(catalogue, position.role_id, role_id, constraints.pays_in))
        )

    return is_open


def _pay_falls(catalogue: Catalogue, start: str | None, to: str, country: str) -> bool:
    return start is not None and pay_falls(catalogue, start, to, country)


class _Showing(NamedTuple):
    """What is the same for every step shown to one person.

    ``whole`` is the weight of all steps together, ``country`` the one whose pay is shown, ``lives_in`` the one whose
    law binds, empty where it is not known.
    """

    catalogue: Catalogue
    position: Position
    standing: Standing
    whole: float
    country: str
    lives_in: str

    def show(self, one: Weighing) -> NextStep:
        catalogue, here = self.catalogue, self.position.role_id
        move_id, move = self._find_move(one.role_id)
        pair = compare_roles(catalogue, here, one.role_id) if here else None
        return NextStep(
            to=show_role(catalogue, one.role_id),
            way=one.way,
            share=round(one.weight / self.whole, 4),
            parts=one.parts,
            employees=one.employees,
            move_id=move_id,
            trodden=move.trodden if move else None,
            trodden_cite=move.trodden_cite if move else None,
            seen_in=move.seen_in if move else (),
            months_min=move.months_in_role.min if move else None,
            months_max=move.months_in_role.max if move else None,
            months_cite=move.months_in_role.cite if move else None,
            pay_before=find_pay(catalogue, here, self.country) if here else None,
            pay_after=find_pay(catalogue, one.role_id, self.country),
            pay_falls=_pay_falls(catalogue, here, one.role_id, self.country),
            carries_share=pair.share if pair else None,
            new=tuple(thing.name for thing in pair.things if thing.state == "new") if pair else (),
            needs=tuple(self._iter_needs(one.role_id)),
            training=tuple(catalogue.training[step.item].name for step in move.training if step.needed) if move else (),
            opens=len(_list_above(catalogue, one.role_id) - (_list_above(catalogue, here) if here else set())),
            warnings=tuple(self._iter_warnings(one.role_id)),
        )

    def _find_move(self, role_id: str) -> tuple[str | None, Move | None]:
        ways = ((key, move) for key, move in sorted(self.catalogue.moves.items()) if move.to == role_id)
        return next(((key, move) for key, move in ways if move.start == self.position.role_id), (None, None))

    def _iter_needs(self, role_id: str) -> Iterator[NeedView]:
        asks = self.catalogue.roles[role_id].asks
        for ask in (ask for ask in asks if bar_binds_in(ask, self.lives_in)):
            held = find_held(self.standing, ask.value)
            yield NeedView(
                text=name_ask(self.catalogue, ask),
                state="held" if held else "open",
                required=ask.strength == "required",
                legal_bar=ask.legal_bar,
                because=held or "",
                cite=ask.cite,
                where=tell_where(ask, self.catalogue.countries),
                task=ask.task,
            )

    def _iter_warnings(self, role_id: str) -> Iterator[str]:
        catalogue, here = self.catalogue, self.position.role_id
        if here:
            before, after = (find_pay(catalogue, one, self.country) for one in (here, role_id))
            yield from tell_pay_change(before, after, catalogue.roles[here], catalogue.roles[role_id])


def _list_above(catalogue: Catalogue, role_id: str) -> set[str]:
    """The roles on a higher rung that one move leads to."""
    rung = LEVELS.index(catalogue.roles[role_id].level)
    to = (move.to for move in catalogue.moves.values() if move.start == role_id)
    return {role for role in to if LEVELS.index(catalogue.roles[role].level) > rung}
