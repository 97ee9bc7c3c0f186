"""An employer's own ladder among the roles of the catalogue: installed once, planned on with everything else."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
import platformdirs

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import LADDER_SOURCE, Ladder
from groundfloor.catalogue.records import Source
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import IndustryId
from groundfloor.readers.posting import PostingReader
from groundfloor.services.ladder_moves import make_moves
from groundfloor.services.ladder_roles import make_rungs
from groundfloor.whole_files import keep_whole

_SUFFIX = ".ladder.json"


class InstalledLadder(Record, frozen=True, kw_only=True):
    """A ladder as it is kept: where it came from, its industry, and its levels from the lowest."""

    id: str
    file: str
    industry: IndustryId
    installed_on: str
    ladder: Ladder


def install_ladder(
    path: Path, *, industry: IndustryId, name: str = "", part: str = "", today: date, folder: Path | None = None
) -> InstalledLadder:
    r"""Reads an employer's ladder and keeps it; one of the same name is replaced.

    Args:
        path: a Markdown, CSV or YAML file, see :func:`groundfloor.catalogue.ladders.reading.read_ladder`.
        industry: where the employer does business.
        name: what to call it.
        part: the heading above the levels wanted, where the file holds several ladders.
        today: the day to note.
        folder: where ladders are kept; None for the user's data folder.

    Raises:
        GroundfloorError: as ``read_ladder``; ``output-unwritable`` when it cannot be kept.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder) / "desk.csv"
        ...     _ = file.write_text("level,asks\nClerk,Greets guests\nLead,Leads a shift of three\n")
        ...     kept = install_ladder(file, industry="hospitality_food", today=date(2026, 1, 15), folder=Path(folder))
        >>> [level.name for level in kept.ladder.levels]
        ['Clerk', 'Lead']
    """
    ladder = read_ladder(path, name, part)
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

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     list_ladders(Path(folder))
        []
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

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     remove_ladder("desk", Path(folder))
        False
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
    """Where installed ladders lie: the user's data folder.

    Example:
        >>> ladders_folder().name
        'ladders'
    """
    return Path(platformdirs.user_data_dir("groundfloor")) / "ladders"


def with_ladders(catalogue: Catalogue, ladders: Sequence[InstalledLadder]) -> Catalogue:
    """The catalogue with employers' ladders among its roles and moves.

    What a level asks is read from its criteria as an advertisement is read. Each level is reached from the level below
    in its track, the criteria that are new there being the note of the move, and the lowest of each kind sideways from
    the nearest role of the catalogue and back. Months are the ladder's own where it gives them, else the usual ones of
    such a step in the catalogue, cited as an estimate; training is what teaches what a level newly asks, with that of
    the catalogue's own moves into the nearest role, nothing of it being needed.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> with_ladders(catalogue, []) is catalogue
        True
    """
    if not ladders:
        return catalogue
    reader = PostingReader(catalogue)
    roles, moves, sources = dict(catalogue.roles), dict(catalogue.moves), dict(catalogue.sources)
    for kept in ladders:
        source = f"{LADDER_SOURCE}{kept.id}"
        sources[source] = Source(
            publisher="The employer",
            title=f"{kept.ladder.name} ({kept.file})",
            accessed=kept.installed_on,
            licence="the employer's own",
        )
        prefix = f"{kept.industry}.{kept.id}"
        rungs = make_rungs(
            kept.ladder, prefix=prefix, source=source, on=kept.installed_on, catalogue=catalogue, reader=reader
        )
        roles.update((rung.role_id, rung.role) for rung in rungs)
        moves.update(make_moves(rungs, prefix=kept.id, catalogue=catalogue))
    edition = f"{catalogue.edition}+{'+'.join(kept.id for kept in ladders)}"
    return msgspec.structs.replace(catalogue, edition=edition, roles=roles, moves=moves, sources=sources)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "ladder"
