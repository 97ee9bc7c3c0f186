"""An employer's own ladder among the roles of the catalogue: installed once, planned on with everything else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

import msgspec
import platformdirs

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import Ladder, LadderLevel
from groundfloor.catalogue.packing import keep_whole
from groundfloor.catalogue.records import Ask, Cite, MonthsRange, Move, Role, Setting, Source, Titles, TrainingStep
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Education, Experience, Language, Qualification, Record, Tool
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.vocabulary import LEVELS, IndustryId, Level, RoleFamily
from groundfloor.readers.posting import PostingReader
from groundfloor.services.routes.ends import distance_from

_ASKED = (Education, Experience, Language, Qualification, Tool)
_ESTIMATE = "groundfloor-estimate"
_NOTE_LENGTH, _SUMMARY_LENGTH = 580, 590
_SUFFIX = ".ladder.json"


class InstalledLadder(Record, frozen=True, kw_only=True):
    """A ladder as it is kept: where it came from, its industry, and its levels from the lowest."""

    id: str
    file: str
    industry: IndustryId
    installed_on: str
    ladder: Ladder


def install_ladder(
    path: Path, *, industry: IndustryId, name: str = "", today: date, folder: Path | None = None
) -> InstalledLadder:
    """Reads an employer's ladder and keeps it; one of the same name is replaced.

    Args:
        path: a Markdown, CSV or YAML file, see :func:`groundfloor.catalogue.ladders.reading.read_ladder`.
        industry: where the employer does business.
        name: what to call it.
        today: the day to note.
        folder: where ladders are kept; None for the user's data folder.

    Raises:
        GroundfloorError: as ``read_ladder``; ``output-unwritable`` when it cannot be kept.
    """
    ladder = read_ladder(path, name)
    kept = InstalledLadder(
        id=_slug(ladder.name), file=path.name, industry=industry, installed_on=today.isoformat(), ladder=ladder
    )
    folder = folder or ladders_folder()
    try:
        keep_whole(folder / f"{kept.id}{_SUFFIX}", msgspec.json.format(msgspec.json.encode(kept), indent=1))
    except OSError as error:
        message = f"The ladder cannot be kept in {folder}: {error.strerror}."
        raise GroundfloorError("output-unwritable", message) from error
    return kept


def list_ladders(folder: Path | None = None) -> list[InstalledLadder]:
    """The installed ladders, in order of id.

    Raises:
        GroundfloorError: ``standard-broken`` when a kept ladder is damaged.
    """
    ladders = []
    for path in sorted((folder or ladders_folder()).glob(f"*{_SUFFIX}")):
        try:
            ladders.append(msgspec.json.decode(path.read_bytes(), type=InstalledLadder))
        except (OSError, msgspec.DecodeError) as error:
            hint = f"Remove it with `groundfloor ladder remove {path.name.removesuffix(_SUFFIX)}`."
            raise GroundfloorError("standard-broken", f"The ladder {path.name} is damaged.", hint=hint) from error
    return ladders


def remove_ladder(ladder_id: str, folder: Path | None = None) -> bool:
    """Takes an installed ladder away; False when there is none of that id.

    Raises:
        GroundfloorError: ``output-unwritable`` when it cannot be taken away.
    """
    path = (folder or ladders_folder()) / f"{ladder_id}{_SUFFIX}"
    if _slug(ladder_id) != ladder_id or not path.is_file():
        return False
    try:
        path.unlink()
    except OSError as error:
        raise GroundfloorError("output-unwritable", f"{path} cannot be removed: {error.strerror}.") from error
    return True


def ladders_folder() -> Path:
    """Where installed ladders lie: the user's data folder."""
    return Path(platformdirs.user_data_dir("groundfloor")) / "ladders"


def with_ladders(catalogue: Catalogue, ladders: Sequence[InstalledLadder]) -> Catalogue:
    """The catalogue with employers' ladders among its roles and moves.

    What a level asks is read from its criteria as an advertisement is read. Each level is reached from the level
    below, the criteria that are new there being the note of the move, and sideways from the nearest role of the
    catalogue. Months are the usual ones of such a step in the catalogue, cited as an estimate; training is that of the
    catalogue's own moves into the nearest role, nothing of it being needed.
    """
    if not ladders:
        return catalogue
    reader = PostingReader(catalogue)
    roles, moves, sources = dict(catalogue.roles), dict(catalogue.moves), dict(catalogue.sources)
    for kept in ladders:
        sources[f"ladder-{kept.id}"] = Source(
            publisher="The employer",
            title=f"{kept.ladder.name} ({kept.file})",
            accessed=kept.installed_on,
            licence="the employer's own",
        )
        rungs = _make_roles(kept, reader, catalogue)
        roles.update(rungs)
        moves.update(_make_moves(kept, rungs, catalogue))
    edition = f"{catalogue.edition}+{'+'.join(kept.id for kept in ladders)}"
    return msgspec.structs.replace(catalogue, edition=edition, roles=roles, moves=moves, sources=sources)


def _make_roles(kept: InstalledLadder, reader: PostingReader, catalogue: Catalogue) -> dict[str, Role]:
    readings = [_read(level, reader) for level in kept.ladder.levels]
    families = Counter(reading.role_family for reading in readings if reading.role_family != "other")
    usual: RoleFamily = next((name for name, _ in families.most_common(1)), "customer_service_representative")
    roles: dict[str, Role] = {}
    lowest: Level = "ground"
    for level, reading in zip(kept.ladder.levels, readings, strict=True):
        lowest = max(lowest, reading.level, key=LEVELS.index)
        family = usual if reading.role_family == "other" else reading.role_family
        like = _find_like(catalogue, family, lowest, kept.industry)
        roles[f"{kept.industry}.{kept.id}-{_slug(level.name)}"] = Role(
            name=f"{level.name} ({kept.ladder.name})",
            family=family,
            level=lowest,
            titles=Titles(names=(level.name,), match=(level.name,), refuse=()),
            soc=catalogue.roles[like].soc,
            isco=catalogue.roles[like].isco,
            summary=_cut(f"{level.name} at this employer. {_tell(level)}", _SUMMARY_LENGTH),
            duties=reading.duties,
            soft_skills=reading.soft_skills,
            asks=tuple(_iter_asks(reading, kept, level)),
            setting=Setting(workplace=("onsite",), channels=reading.channels),
            cite=Cite(source=f"ladder-{kept.id}", place=level.name, checked=kept.installed_on),
        )
    return roles


def _read(level: LadderLevel, reader: PostingReader) -> PostingReading:
    asked = "\n".join(criterion.text for criterion in level.criteria)
    return reader.read(Posting(id=level.name, title=level.name, requirements=asked))


def _iter_asks(reading: PostingReading, kept: InstalledLadder, level: LadderLevel) -> Iterator[Ask]:
    for fact in reading.facts:
        if isinstance(fact.value, _ASKED):
            strength = "preferred" if fact.strength == "preferred" else "required"
            place = f"{level.name}: {fact.quote}"
            cite = Cite(source=f"ladder-{kept.id}", place=place, checked=kept.installed_on)
            yield Ask(kind=fact.kind, value=fact.value, strength=strength, cite=cite)


def _make_moves(kept: InstalledLadder, roles: dict[str, Role], catalogue: Catalogue) -> dict[str, Move]:
    moves: dict[str, Move] = {}
    rungs = list(zip(roles, kept.ladder.levels, strict=True))
    likes = {key: _find_like(catalogue, role.family, role.level, kept.industry) for key, role in roles.items()}
    for (below, lower), (above, level) in pairwise(rungs):
        held = {criterion.text for criterion in lower.criteria}
        new = [criterion for criterion in level.criteria if criterion.text not in held]
        note = _cut(f"The ladder asks here: {_tell(LadderLevel(name='', criteria=tuple(new)))}", _NOTE_LENGTH)
        moves[f"{kept.id}.{_slug(lower.name)}-to-{_slug(level.name)}"] = Move(
            start=below,
            to=above,
            kind="promotion",
            months_in_role=_usual_months(catalogue, roles[below].level, roles[above].level),
            trodden="common",
            trodden_cite=Cite(source=f"ladder-{kept.id}", place="the next level", checked=kept.installed_on),
            training=_training_near(catalogue, likes[above]),
            note=note if new else None,
        )
    for role_id, level in rungs:
        like = likes[role_id]
        moves[f"{kept.id}.into-{_slug(level.name)}"] = Move(
            start=like,
            to=role_id,
            kind="step_across" if like.startswith(f"{kept.industry}.") else "change_of_industry",
            months_in_role=MonthsRange(min=0, max=6, cite=_guess("the same rung at another employer")),
            trodden="possible",
            trodden_cite=_guess("the same rung at another employer"),
            training=_training_near(catalogue, like),
        )
    return moves


def _find_like(catalogue: Catalogue, family: RoleFamily, level: Level, industry: str) -> str:
    """The catalogue's role nearest in kind of work, rung and industry."""
    distance = distance_from(catalogue, family, level, industry)
    return min(catalogue.roles, key=lambda role_id: (distance(role_id), role_id))


def _training_near(catalogue: Catalogue, role_id: str) -> tuple[TrainingStep, ...]:
    """What the catalogue's own moves into a role teach, or out of it where none leads in: of the move with most."""
    into = [move for move in catalogue.moves.values() if move.to == role_id]
    moves = into or [move for move in catalogue.moves.values() if move.start == role_id]
    most = max(moves, key=lambda move: len(move.training), default=None)
    return tuple(TrainingStep(item=step.item) for step in most.training) if most else ()


def _usual_months(catalogue: Catalogue, below: Level, above: Level) -> MonthsRange:
    def like(move: Move, *, exact: bool) -> bool:
        start, to = catalogue.roles[move.start].level, catalogue.roles[move.to].level
        return move.kind == "promotion" and (not exact or (start, to) == (below, above))

    moves = [move for move in catalogue.moves.values() if like(move, exact=True)]
    moves = moves or [move for move in catalogue.moves.values() if like(move, exact=False)]
    return MonthsRange(
        min=round(median(move.months_in_role.min for move in moves)),
        max=round(median(move.months_in_role.max for move in moves)),
        cite=_guess("the usual months of such a step in the catalogue"),
    )


def _guess(place: str) -> Cite:
    return Cite(source=_ESTIMATE, place=place)


def _tell(level: LadderLevel) -> str:
    told = (f"{one.area}: {one.text}" if one.area else one.text for one in level.criteria)
    return "; ".join(told) + ("." if level.criteria else "")


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "ladder"
