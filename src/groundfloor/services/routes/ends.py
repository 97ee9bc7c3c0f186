"""Where a route begins and ends: the role a person stands in, and the roles that answer to a goal."""

from collections import Counter
from collections.abc import Callable, Iterator
from statistics import median

from rapidfuzz import fuzz

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.records import LADDER_SOURCE
from groundfloor.catalogue.records import Role
from groundfloor.catalogue.titles import fold_title
from groundfloor.model.profile import Job, Profile
from groundfloor.model.vocabulary import LEVELS, Level, RoleFamily
from groundfloor.services.fitting import relations_of
from groundfloor.services.routes.network import industry_of, show_role
from groundfloor.services.routes.pay import find_pay
from groundfloor.services.routes.records import Goal, GoalChoice, GoalKind, StartChoice, StartHow
from groundfloor.services.routes.role_names import (
    RUNG_NAMES,
    get_role_id,
    list_meant,
    list_named,
    names_of,
    unclear_role,
    unknown_role,
)
from groundfloor.services.routes.standing import Standing, count_as, months_towards
from groundfloor.text.naming import in_a_sentence

BETTER_PAID = "better-paid"
"""The goal of somebody who wants any better-paid work within reach."""
_DONE_ALREADY = " You do it already; these routes lead further up."
VERY_NAME = 2.0
"""How like a title is to the very name of a role where the industry is not known: it outweighs the kind of work."""
OTHER_FAMILY, RUNG_APART, OTHER_INDUSTRY = 4.0, 2.0, 2.5


def choose_start(
    catalogue: Catalogue, profile: Profile | None, start_role: str | None, standing: Standing
) -> tuple[StartChoice, Standing]:
    """Settles where routes begin.

    Args:
        catalogue: the roles.
        profile: one person; the latest job in a customer-service family counts.
        start_role: a role id or name that settles it outright.
        standing: what the person brings.

    Returns:
        The choice with a note saying how it was made, ``role`` None when any ground-floor role will do; and the
        standing, in which time in the latest job's kind of work counts as time in the role that stands for it.

    Raises:
        GroundfloorError: ``role-unknown`` when ``start_role`` names no role, ``role-unclear`` when it may mean several.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> choose_start(catalogue, None, "cashier", Standing())[0].role.id
        'retail.cashier'
    """
    if start_role:
        named = get_role_id(catalogue, start_role)
        name = catalogue.roles[named].name
        plain = start_role.strip().casefold() in (named, name.casefold())
        note = "The role you named." if plain else f"The role you named: {name}."
        return _start_at(catalogue, named, standing, "asked", note)
    jobs = latest_first(profile)
    level = _find_level(catalogue, jobs[0]) if jobs else None
    if level:
        counted = count_as(standing, jobs[0].role_family, catalogue.roles[level].family)
        return _start_at(catalogue, level, counted, "latest_job", f"Your latest job: {jobs[0].title}.")
    job = next((job for job in jobs if job.role_family != "other"), None)
    if job is None:
        note = "No customer-service job is known, so any ground-floor role will do."
        return StartChoice(how="ground_floor", note=note), standing
    latest = "latest job" if job is jobs[0] else "latest job in customer service"
    if job.role_id in catalogue.roles:
        return _start_at(catalogue, str(job.role_id), standing, "latest_job", f"Your {latest}: {job.title}.")
    nearest = _find_nearest(catalogue, job)
    if nearest is None:
        return StartChoice(how="ground_floor", note=f"No role in the catalogue is like “{job.title}”."), standing
    counted = count_as(standing, job.role_family, catalogue.roles[nearest].family)
    if job.title.casefold() in names_of(catalogue.roles[nearest]) and industry_of(nearest) == job.industry:
        return _start_at(catalogue, nearest, counted, "latest_job", f"Your {latest}: {job.title}.")
    name = catalogue.roles[nearest].name
    note = f"The role nearest to your {latest}, {job.title}: {name}; {_tell_nearness(catalogue, nearest, job)}."
    return _start_at(catalogue, nearest, counted, "nearest_role", note)


def _find_level(catalogue: Catalogue, job: Job) -> str | None:
    """The level of an employer's ladder that bears the title of a job, unless the job lies in another industry."""
    for role_id, role in sorted(catalogue.roles.items()):
        placed = role.cite.source.startswith(LADDER_SOURCE) and job.industry in (industry_of(role_id), "other")
        if placed and job.title.casefold() in names_of(role):
            return role_id
    return None


def read_goal(catalogue: Catalogue, text: str) -> Goal:
    """Understands a goal.

    Args:
        catalogue: the roles.
        text: a role id (``retail.floor-manager``), a role's name or advertised title (``floor manager``), an industry
            id, a role family, family and level (``team_leader:supervisor``), a level alone (``manager``), or
            :data:`BETTER_PAID`.

    Raises:
        GroundfloorError: ``role-unclear`` where several roles may be meant, ``role-unknown`` where none is; both name
            ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> read_goal(catalogue, "account_manager:experienced").kind, read_goal(catalogue, "retail").kind
        ('family', 'industry')
    """
    asked = text.strip()
    for kind, role_ids in _iter_readings(catalogue, asked):
        if role_ids:
            return Goal(kind=kind, asked=asked, role_ids=tuple(sorted(role_ids)))
    meant = list_meant(catalogue, asked)
    if len(meant) == 1:
        return Goal(kind="role", asked=asked, role_ids=tuple(meant))
    raise unclear_role(catalogue, asked, meant) if meant else unknown_role(catalogue, asked)


def _iter_readings(catalogue: Catalogue, asked: str) -> Iterator[tuple[GoalKind, list[str]]]:
    """What the words of a goal can mean, the plainest first, each looked up only when it is its turn."""
    roles = catalogue.roles
    family, _, level = asked.partition(":")
    yield "role", [asked] if asked in roles else []
    yield "better_paid", sorted(roles) if asked == BETTER_PAID else []
    yield "industry", [role_id for role_id in roles if industry_of(role_id) == asked]
    yield "family", [key for key, role in roles.items() if role.family == family and _is_on(role, level)]
    yield "role", list_named(catalogue, asked)
    yield "rung", [role_id for role_id, role in roles.items() if role.level == RUNG_NAMES.get(asked, asked)]


def _is_on(role: Role, level: str) -> bool:
    """Whether a role counts for a kind of work on a rung; with none named, on any below that of owners."""
    return role.level == level or (not level and role.level != "executive_owner")


def choose_goal(catalogue: Catalogue, goal: Goal, start: StartChoice, country: str = "") -> GoalChoice:
    """The roles that answer to a goal for somebody who starts here.

    An industry means, from outside it, a role of it on the start's rung or above; from within it or from nothing, a
    manager's role. Better pay means an occupation with a higher median than the start's; from nothing, one above the
    ground floor that pays more than the middle of it.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> start, _ = choose_start(catalogue, None, "retail.cashier", Standing())
        >>> [role.id for role in choose_goal(catalogue, read_goal(catalogue, "retail.store-manager"), start).roles]
        ['retail.store-manager']
    """
    note, role_ids = "", goal.role_ids
    if goal.kind == "industry":
        enters = start.role is not None and start.role.industry != goal.asked
        least: Level = start.role.level if start.role and enters else "manager"
        rungs = LEVELS[LEVELS.index(least) :]
        role_ids = tuple(role_id for role_id in role_ids if catalogue.roles[role_id].level in rungs)
        note = "Any role of this industry on your rung or above." if enters else "Any manager’s role of this industry."
    elif goal.kind == "family":
        note = "Any role of this kind of work" + (" on this rung." if ":" in goal.asked else ".")
        role_ids, begun = _above_the_start(catalogue, role_ids, start) if ":" not in goal.asked else (role_ids, "")
        note += begun
    elif goal.kind == "rung":
        note = "Any role on this rung, in whatever industry."
    elif goal.kind == "better_paid":
        role_ids = _list_better_paid(catalogue, start, country)
        than = "yours" if start.role else "ground-floor work"
        note = f"Any role whose occupation pays more in the middle than {than}, best paid first."
    elif len(role_ids) > 1:
        note = "Any role that is called so."
    return GoalChoice(
        kind=goal.kind, asked=goal.asked, note=note, roles=tuple(show_role(catalogue, key) for key in role_ids)
    )


def _above_the_start(
    catalogue: Catalogue, role_ids: tuple[str, ...], start: StartChoice
) -> tuple[tuple[str, ...], str]:
    """The roles above a person who does that kind of work, or could at once, and a sentence that says so."""
    here: Level = start.role.level if start.role else "ground"
    rungs = LEVELS[LEVELS.index(here) + 1 :]
    above = tuple(role_id for role_id in role_ids if catalogue.roles[role_id].level in rungs)
    if start.role:
        return (above, _DONE_ALREADY) if above and start.role.id in role_ids else (role_ids, "")
    if not above or len(above) == len(role_ids):
        return role_ids, ""
    first = next(role_id for role_id in role_ids if role_id not in above)
    begun = in_a_sentence(catalogue.roles[first].name)
    return above, f" You can begin at once as {begun}; these routes lead further."


def _list_better_paid(catalogue: Catalogue, start: StartChoice, country: str) -> tuple[str, ...]:
    pay = {role_id: find_pay(catalogue, role_id, country) for role_id in sorted(catalogue.roles)}
    known = {role_id: figure.annual_median for role_id, figure in pay.items() if figure}
    here = [known[role_id] for role_id in list_starts(catalogue, start) if role_id in known]
    if not here:
        return ()
    above = [role_id for role_id in known if start.role or catalogue.roles[role_id].level != "ground"]
    return tuple(role_id for role_id in above if known[role_id] > median(here))


def list_starts(catalogue: Catalogue, start: StartChoice) -> tuple[str, ...]:
    """Ids of the roles a route may begin in: the one chosen, or every ground-floor role.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> start, _ = choose_start(catalogue, None, "retail.cashier", Standing())
        >>> list_starts(catalogue, start)
        ('retail.cashier',)
    """
    if start.role:
        return (start.role.id,)
    return tuple(role_id for role_id, role in sorted(catalogue.roles.items()) if role.level == "ground")


def latest_first(profile: Profile | None) -> list[Job]:
    """Jobs from the latest; the order of the document stands where its first job has no dates.

    Example:
        >>> latest_first(None)
        []
    """
    jobs = list(profile.jobs) if profile else []
    if jobs and not (jobs[0].current or jobs[0].end):
        return jobs
    return sorted(jobs, key=lambda job: (job.current, job.end or "", job.start or ""), reverse=True)


def _start_at(
    catalogue: Catalogue, role_id: str, standing: Standing, how: StartHow, note: str
) -> tuple[StartChoice, Standing]:
    served = float(months_towards(standing, catalogue.roles[role_id]))
    return StartChoice(how=how, note=note, role=show_role(catalogue, role_id), months_served=served), standing


def distance_from(catalogue: Catalogue, family: RoleFamily, level: Level, industry: str) -> Callable[[str], float]:
    """How far the catalogue's roles, by id, are from some work: by its kind, its rung and its industry.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> distance_from(catalogue, "cashier", "ground", "retail")("retail.cashier")
        0.0
    """
    nearness = relations_of(catalogue).families

    def distance(role_id: str) -> float:
        role = catalogue.roles[role_id]
        rungs = abs(LEVELS.index(role.level) - LEVELS.index(level))
        elsewhere = industry_of(role_id) != industry
        return OTHER_FAMILY * (1 - nearness(family, role.family)) + RUNG_APART * rungs + OTHER_INDUSTRY * elsewhere

    return distance


def _find_nearest(catalogue: Catalogue, job: Job) -> str | None:
    nearness = relations_of(catalogue).families
    away = distance_from(catalogue, job.role_family, job.level, job.industry)

    ways = Counter(role_id for move in catalogue.moves.values() for role_id in (move.start, move.to))

    def distance(role_id: str) -> tuple[float, int, str]:
        likeness = max(_likeness(job, name) for name in sorted(names_of(catalogue.roles[role_id])))
        # Of roles as near as each other the one from which most ways lead stands for them, not the first by alphabet.
        return round(away(role_id) - likeness, 6), -ways[role_id], role_id

    like_work = [role_id for role_id, role in catalogue.roles.items() if nearness(job.role_family, role.family) > 0]
    return min(like_work, key=distance, default=None)


def _likeness(job: Job, name: str) -> float:
    """How like a role's name a job's title is, 0 to 1, or :data:`VERY_NAME`.

    Where the industry is not known, whole words count, those of the kind of work among them: a "Night service rep" is
    nearer to any customer service representative than to one for loans.
    """
    if job.industry != "other":
        return float(fuzz.token_sort_ratio(name, job.title.casefold())) / 100
    if name == job.title.casefold():
        return VERY_NAME
    named, titled = set(fold_title(name).split()), set(fold_title(job.title).split())
    words = titled.union(job.role_family.split("_"))
    return (len(words & named) / len(words | named) + len(titled & named) / max(len(titled), 1)) / 2


def _tell_nearness(catalogue: Catalogue, role_id: str, job: Job) -> str:
    role = catalogue.roles[role_id]
    rung = "the same rung" if role.level == job.level else f"on the rung “{role.level.replace('_', ' ')}”"
    place = "the same industry" if industry_of(role_id) == job.industry else "the industry may differ"
    work = "the same kind of work" if role.family == job.role_family else "a kind of work near to it"
    return f"{work}, {rung}, {place}"
