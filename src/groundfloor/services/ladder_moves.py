"""The moves on an employer's ladder: from rung to rung, between tracks, and to and from the catalogue's roles."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.ranks import manages_people
from groundfloor.catalogue.ladders.tracks import tells_place
from groundfloor.catalogue.records import Cite, MonthsRange, Move, TrainingStep
from groundfloor.model.facts import Coded, Education, Experience, FactValue, Qualification, Tool
from groundfloor.model.vocabulary import LEVELS, Level
from groundfloor.services.ladder_roles import Rung, cut, slug, tell

_ESTIMATE = "groundfloor-estimate"
_NOTE_LENGTH = 400
_ITEMS_A_WANT = 1
_LEARNED = (Education, Qualification, Tool)


def make_moves(rungs: Sequence[Rung], *, prefix: str, catalogue: Catalogue) -> dict[str, Move]:
    """The moves of a ladder by id: up each track, into the track of leaders, in from the catalogue and out to it.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> from groundfloor.catalogue.ladders.records import Ladder, LadderLevel
        >>> from groundfloor.services.ladder_roles import make_rungs
        >>> from groundfloor.services.reading import posting_reader
        >>> levels = (LadderLevel(name="Desk clerk"), LadderLevel(name="Desk manager"))
        >>> ladder = Ladder(name="Desk", levels=levels, ordered_by="as_written")
        >>> wanted = {"catalogue": open_catalogue(), "reader": posting_reader()}
        >>> rungs = make_rungs(ladder, prefix="retail.desk", source="ladder-desk", on="2026-01-15", **wanted)
        >>> moves = make_moves(rungs, prefix="desk", catalogue=open_catalogue())
        >>> "retail.desk-desk-clerk" in {move.start for move in moves.values()}
        True
    """
    moves: dict[str, Move] = {}
    for below, above in _steps(rungs):
        lower = rungs[: rungs.index(above)]
        moves[f"{prefix}.{_key(below)}-to-{_key(above)}"] = _up(below, above, lower, catalogue)
    tops = _tops(rungs)
    for rung in _doors(rungs):
        moves[f"{prefix}.into-{_key(rung)}"] = _across(rung.like, rung.role_id, rung, catalogue)
        for move in _onward(rung, rungs, catalogue):
            moves[f"{prefix}.{_key(rung)}-to-{move.to.replace('.', '-')}"] = move
    for top in tops:
        moves[f"{prefix}.out-of-{_key(top)}"] = _across(top.role_id, top.like, top, catalogue)
    return moves


def _key(rung: Rung) -> str:
    return slug(rung.role_id.partition(".")[2])


def _steps(rungs: Sequence[Rung]) -> Iterator[tuple[Rung, Rung]]:
    """Each level with the one above it in its track, and the way from the work into leading it."""
    tracks = list(dict.fromkeys(rung.level.track for rung in rungs))
    by_track = {track: [rung for rung in rungs if rung.level.track == track] for track in tracks}
    for own in by_track.values():
        yield from pairwise(own)
    workers = [own for own in by_track.values() if not _lead(own)]
    for own in by_track.values():
        if own not in workers and workers:
            yield _last_before(max(workers, key=lambda other: _alike(own, other)), own[0]), own[0]


def _lead(track: Sequence[Rung]) -> bool:
    return sum(manages_people(rung.level.name) for rung in track) * 2 >= len(track)


def _alike(some: Sequence[Rung], others: Sequence[Rung]) -> int:
    words = [set(own[0].level.track.casefold().split()) for own in (some, others)]
    return len(words[0] & words[1])


def _last_before(workers: Sequence[Rung], leader: Rung) -> Rung:
    """The highest level of the work that is no expert's: the usual place from which people come to lead."""
    usual = [rung for rung in workers if LEVELS.index(rung.role.level) < LEVELS.index("lead")]
    below = [rung for rung in usual if LEVELS.index(rung.role.level) <= LEVELS.index(leader.role.level)]
    return (below or workers[:1])[-1]


def _doors(rungs: Sequence[Rung]) -> Iterator[Rung]:
    """The lowest level of each track that is like a given role: whoever comes from it begins there."""
    seen = set()
    for rung in rungs:
        if (rung.level.track, rung.like) not in seen:
            seen.add((rung.level.track, rung.like))
            yield rung


def _tops(rungs: Sequence[Rung]) -> list[Rung]:
    return list({rung.level.track: rung for rung in rungs}.values())


def _up(below: Rung, above: Rung, lower: Sequence[Rung], catalogue: Catalogue) -> Move:
    held = {criterion.text for criterion in below.level.criteria}
    new = [one for one in above.level.criteria if one.text not in held and not tells_place(one)]
    cite = Cite(source=above.role.cite.source, place="the next level", checked=above.role.cite.checked)
    return Move(
        start=below.role_id,
        to=above.role_id,
        kind="promotion",
        months_in_role=_months(below, above, catalogue),
        trodden="common",
        trodden_cite=cite,
        training=_training(lower, above, catalogue),
        note=cut(f"The ladder asks here: {tell(new)}", _NOTE_LENGTH) if new else None,
    )


def _months(below: Rung, above: Rung, catalogue: Catalogue) -> MonthsRange:
    """The time on the lower level that the ladder gives, or what it asks more above; else the usual of such a step."""
    if below.level.months:
        low, high = below.level.months
        cite = Cite(source=below.role.cite.source, place=below.level.name, checked=below.role.cite.checked)
        return MonthsRange(min=low, max=high, cite=cite)
    usual = _usual_months(catalogue, below.role.level, above.role.level)
    more = (_years_asked(above) or 0) - (_years_asked(below) or 0)
    if _years_asked(above) is None or more <= 0:
        return usual
    return MonthsRange(min=more, max=max(more, usual.max), cite=above.role.cite)


def _years_asked(rung: Rung) -> int | None:
    """The months of work that a level asks, the longest where it asks several; None where it asks none."""
    asked = [ask.value for ask in rung.role.asks if ask.strength == "required"]
    months = [value.months_min or 0 for value in asked if isinstance(value, Experience)]
    return max(months, default=None)


def _usual_months(catalogue: Catalogue, below: Level, above: Level) -> MonthsRange:
    ups = [move for move in catalogue.moves.values() if move.kind == "promotion"]
    rungs = [(catalogue.roles[move.start].level, catalogue.roles[move.to].level) for move in ups]
    moves = [move for move, rung in zip(ups, rungs, strict=True) if rung == (below, above)] or ups
    return MonthsRange(
        min=round(median(move.months_in_role.min for move in moves)),
        max=round(median(move.months_in_role.max for move in moves)),
        cite=_guess("the usual months of such a step in the catalogue"),
    )


def _training(lower: Sequence[Rung], above: Rung, catalogue: Catalogue) -> tuple[TrainingStep, ...]:
    """What teaches the things that are new on the level, then what leads into the role most like it."""
    held: set[FactValue | str] = {ask.value for rung in lower for ask in rung.role.asks}
    held |= {duty for rung in lower for duty in (*rung.role.duties, *catalogue.roles[rung.like].duties)}
    wants: list[FactValue] = [
        ask.value for ask in above.role.asks if isinstance(ask.value, _LEARNED) and ask.value not in held
    ]
    wants += [Coded(code=duty) for duty in above.role.duties if duty not in held]
    items = [item for want in wants for item in _teaching(want, above, catalogue)[:_ITEMS_A_WANT]]
    items += [step.item for step in _training_near(catalogue, above.like)]
    return tuple(TrainingStep(item=item) for item in dict.fromkeys(items))


def _teaching(want: FactValue, above: Rung, catalogue: Catalogue) -> list[str]:
    """Items that give what is wanted, in-house and short ones first; none of another industry, country or rung."""
    industry = above.role_id.partition(".")[0]
    found = [
        (item.stage, item.length.hours or 0 if item.length else 0, item_id)
        for item_id, item in catalogue.training.items()
        if want in item.gives
        and not item.jurisdictions
        and (not item.industries or industry in item.industries)
        and (not item.rungs or above.role.level in item.rungs)
        and (item.stage > 1 or not isinstance(want, Coded))
    ]
    return [item_id for _, _, item_id in sorted(found)]


def _training_near(catalogue: Catalogue, role_id: str) -> tuple[TrainingStep, ...]:
    """What the catalogue's own moves into a role teach, or out of it where none leads in: of the move with most."""
    into = [move for move in catalogue.moves.values() if move.to == role_id]
    moves = into or [move for move in catalogue.moves.values() if move.start == role_id]
    most = max(moves, key=lambda move: len(move.training), default=None)
    return tuple(TrainingStep(item=step.item) for step in most.training) if most else ()


def _across(start: str, to: str, rung: Rung, catalogue: Catalogue) -> Move:
    industries = {role_id.partition(".")[0] for role_id in (start, to)}
    return Move(
        start=start,
        to=to,
        kind="step_across" if len(industries) == 1 else "change_of_industry",
        months_in_role=MonthsRange(min=0, max=6, cite=_guess("the same rung at another employer")),
        trodden="possible",
        trodden_cite=_guess("the same rung at another employer"),
        training=_training_near(catalogue, rung.like),
    )


def _onward(rung: Rung, rungs: Sequence[Rung], catalogue: Catalogue) -> Iterator[Move]:
    """The moves of the role most like a rung, as open to whoever stands there.

    None leads to a role that another rung is like: whoever would leave and come back climbs the ladder instead.
    """
    liked = {one.like for one in rungs}
    for move in catalogue.moves.values():
        if move.start == rung.like and move.to not in liked:
            guess = _guess("the step of the role most like it")
            yield msgspec.structs.replace(move, start=rung.role_id, trodden="possible", trodden_cite=guess)


def _guess(place: str) -> Cite:
    return Cite(source=_ESTIMATE, place=place)
