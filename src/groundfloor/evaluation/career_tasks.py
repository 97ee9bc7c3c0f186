"""Moves of the catalogue against steps people really took, and against occupations that O*NET holds related."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.records import Move
from groundfloor.evaluation.data import get_file, read_json
from groundfloor.evaluation.measures import mean
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import LEVELS
from groundfloor.readers.title import classify_job
from groundfloor.services.next_steps.listing import find_position
from groundfloor.services.next_steps.records import Rung
from groundfloor.services.next_steps.weighing import Weighing, weigh_next_rungs
from groundfloor.services.portable import list_portable
from groundfloor.services.routes.ends import choose_start
from groundfloor.services.routes.network import UNTRODDEN
from groundfloor.services.routes.standing import read_standing

_PROPOSED = 5
_NEAR = 10
_PRIMARY = "Primary"


class Step(NamedTuple):
    """A change of rung or kind of work that somebody made: from one job, with what was known by then, to the next."""

    person: str
    job: Job
    to: Rung
    before: Profile


def run_next_roles(folder: Path) -> TaskReport:
    """Is the next role that people really took among the first five proposed?"""
    catalogue = open_catalogue()
    steps = list_steps(read_json(folder, "resumes/gold.json"))
    proposed = {step: [one.rung for one in _weigh(catalogue, step)] for step in steps}
    moves = {step: _to_rungs(catalogue, propose_moves(catalogue, _start_of(catalogue, step.job))) for step in steps}
    usual = {step: _usual_next(steps, step.person) for step in steps}
    items: dict[str, list[float]] = defaultdict(list)
    for step, rungs in proposed.items():
        items[step.person].append(float(step.to in _first(rungs)))
    baselines = {"most common next": _hit_share(usual)}
    return TaskReport(
        task="next-roles",
        about="steps of people in résumés whose next kind of work and rung is among the first five proposed",
        figures=(
            Figure(name="next steps", value=_hit_share(proposed), count=len(steps), baselines=baselines),
            Figure(name="moves of the catalogue alone", value=_hit_share(moves), count=len(steps), baselines=baselines),
        ),
        items={person: mean(hits) for person, hits in items.items()},
    )


def list_steps(annotated: Iterable[Mapping[str, Any]]) -> list[Step]:
    """Every change between two jobs of the field, in the order of their dates; staying at one rung is no step.

    What was known before a step is the jobs until then, their industry as their titles tell it, and schooling with a
    year that was not later.
    """
    steps = []
    for person in annotated:
        dated = sorted(
            (job for job in person["jobs"] if job["start"]), key=lambda job: (job["start"], job["end"] or "9")
        )
        jobs = [_to_job(job) for job in dated]
        for number, (job, after) in enumerate(pairwise(dated), start=1):
            here, there = _rung(job), _rung(after)
            if here != there and "other" not in (here.family, there.family):
                schooling = _schooling(person, int(after["start"][:4]))
                before = Profile(id=person["id"], jobs=tuple(reversed(jobs[:number])), education=schooling)
                steps.append(Step(person["id"], jobs[number - 1], there, before))
    return steps


def propose_moves(catalogue: Catalogue, role_id: str | None) -> list[str]:
    """Ids of the roles that the moves out of a role lead to: the best trodden first, promotions first, then by time."""
    out = [move for move in catalogue.moves.values() if move.start == role_id]

    def order(move: Move) -> tuple[float, bool, int, str]:
        return UNTRODDEN[move.trodden], move.kind != "promotion", move.months_in_role.max, move.to

    return [move.to for move in sorted(out, key=order)]


def run_related_occupations(folder: Path) -> TaskReport:
    """How many of the occupations that O*NET holds closest do our moves, and then what carries, lead to?"""
    catalogue = open_catalogue()
    roles = _roles_by_occupation(catalogue)
    related: dict[str, set[str]] = defaultdict(set)
    for row in _read_related(folder):
        code, other = row["O*NET-SOC Code"], row["Related O*NET-SOC Code"]
        if row["Relatedness Tier"].startswith(_PRIMARY) and {code, other} <= roles.keys():
            related[code].add(other)
    led = {code: _led_to(catalogue, roles[code], code) for code in related}
    near = {code: led[code] | _near_to(catalogue, roles[code]) for code in related}
    items = {code: len(others & near[code]) / len(others) for code, others in related.items()}
    everywhere = mean(len(others) / (len(roles) - 1) for others in related.values())
    return TaskReport(
        task="related-occupations",
        about="primary related occupations that we cover too, reached by a move, or by a move or where most carries",
        figures=(
            Figure(
                name="moves",
                value=mean(len(related[code] & led[code]) / len(related[code]) for code in related),
                count=len(related),
                baselines={"any one occupation": everywhere},
            ),
            Figure(name="moves or where most carries", value=mean(items.values()), count=len(related)),
        ),
        items=items,
    )


def _read_related(folder: Path) -> list[dict[str, str]]:
    with get_file(folder, "standards/onet/related_occupations.csv").open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def _weigh(catalogue: Catalogue, step: Step) -> list[Weighing]:
    standing = read_standing(step.before)
    start, _ = choose_start(catalogue, step.before, None, standing)
    return weigh_next_rungs(catalogue, find_position(step.before, start, standing))


def _schooling(person: Mapping[str, Any], until: int) -> tuple[Schooling, ...]:
    return tuple(
        Schooling(level=entry["level"], year=entry["year"], in_progress=bool(entry.get("in_progress")))
        for entry in person.get("education", ())
        if entry["level"] and entry["year"] and int(entry["year"]) <= until
    )


def _rung(job: Mapping[str, Any]) -> Rung:
    return Rung(job["role_family"], job["level"])


def _to_job(annotated: Mapping[str, Any]) -> Job:
    title = annotated["title"] or ""
    return Job(
        title=title,
        start=annotated["start"],
        end=annotated["end"],
        current=False,
        role_family=annotated["role_family"],
        level=annotated["level"],
        customer_facing=annotated["customer_facing"],
        people_managed=annotated["people_managed"],
        industry=classify_job(title, [], open_catalogue()).industry,
    )


def _start_of(catalogue: Catalogue, job: Job) -> str | None:
    start, _ = choose_start(catalogue, Profile(id="", jobs=(job,)), None, read_standing(None))
    return start.role.id if start.role else None


def _to_rungs(catalogue: Catalogue, role_ids: Iterable[str]) -> list[Rung]:
    roles = (catalogue.roles[role_id] for role_id in role_ids)
    return list(dict.fromkeys(Rung(role.family, role.level) for role in roles))


def _usual_next(steps: Sequence[Step], person: str) -> list[Rung]:
    """The rungs that everybody else most often went to."""
    counted = Counter(step.to for step in steps if step.person != person)
    return sorted(counted, key=lambda rung: (-counted[rung], rung.family, LEVELS.index(rung.level)))


def _first(rungs: Sequence[Rung]) -> Sequence[Rung]:
    return list(dict.fromkeys(rungs))[:_PROPOSED]


def _hit_share(proposed: Mapping[Step, Sequence[Rung]]) -> float:
    return mean(float(step.to in _first(rungs)) for step, rungs in proposed.items())


def _roles_by_occupation(catalogue: Catalogue) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = defaultdict(list)
    for role_id, role in catalogue.roles.items():
        for code in role.soc[:1]:
            roles[code].append(role_id)
    return roles


def _led_to(catalogue: Catalogue, role_ids: Iterable[str], own: str) -> set[str]:
    starts = set(role_ids)
    reached = (catalogue.roles[move.to] for move in catalogue.moves.values() if move.start in starts)
    return {role.soc[0] for role in reached if role.soc} - {own}


def _near_to(catalogue: Catalogue, role_ids: Iterable[str]) -> set[str]:
    pairs = (pair for role_id in role_ids for pair in list_portable(catalogue, role_id, limit=_NEAR))
    return {catalogue.roles[pair.to.id].soc[0] for pair in pairs if catalogue.roles[pair.to.id].soc}
