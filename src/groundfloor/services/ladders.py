"""An employer's own ladder among the roles of the catalogue: installed once, planned on with everything else."""

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import msgspec
import platformdirs

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import LADDER_SOURCE, Ladder
from groundfloor.catalogue.packing import keep_packed
from groundfloor.catalogue.records import Move, Role, Source
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Record
from groundfloor.model.vocabulary import IndustryId
from groundfloor.readers.posting import PostingReader
from groundfloor.services import ladder_moves, ladder_roles
from groundfloor.whole_files import keep_whole

_SUFFIX = ".ladder.json"
_MADE_BY = (ladder_moves, ladder_roles)


class InstalledLadder(Record, frozen=True, kw_only=True):
    """A ladder as it is kept: where it came from, its industry, and its levels from the lowest."""

    id: str
    file: str
    industry: IndustryId
    installed_on: str
    ladder: Ladder


class LadderEntries(Record, frozen=True, kw_only=True):
    """What a ladder adds to the catalogue: its levels as roles and the moves on it, by id."""

    roles: dict[str, Role]
    moves: dict[str, Move]


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
        id=ladder_id_of(ladder.name), file=path.name, industry=industry, installed_on=today.isoformat(), ladder=ladder
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


def remove_ladder(ladder: str, folder: Path | None = None) -> bool:
    """Takes an installed ladder away, by id or name; False when there is none.

    Raises:
        GroundfloorError: ``output-unwritable`` when it cannot be taken away.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     remove_ladder("desk", Path(folder))
        False
    """
    path = (folder or ladders_folder()) / f"{ladder_id_of(ladder)}{_SUFFIX}"
    if not path.is_file():
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
    the catalogue's own moves into the nearest role, nothing of it being needed. All this is made once for an edition of
    the catalogue and kept packed, for reading what the levels ask takes long.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> with_ladders(catalogue, []) is catalogue
        True
    """
    if not ladders:
        return catalogue
    roles, moves, sources = dict(catalogue.roles), dict(catalogue.moves), dict(catalogue.sources)
    reader = cache(lambda: PostingReader(catalogue))
    edition = catalogue.edition
    for kept in ladders:
        sources[f"{LADDER_SOURCE}{kept.id}"] = Source(
            publisher="The employer",
            title=f"{kept.ladder.name} ({kept.file})",
            accessed=kept.installed_on,
            licence="the employer's own",
        )
        made_of = f"ladder-{_fingerprint(kept, catalogue)}"
        entries = keep_packed(made_of, LadderEntries, partial(_make_entries, kept, catalogue, reader))
        roles.update(entries.roles)
        moves.update(entries.moves)
        edition += f"+{made_of}"
    return msgspec.structs.replace(catalogue, edition=edition, roles=roles, moves=moves, sources=sources)


def _make_entries(kept: InstalledLadder, catalogue: Catalogue, reader: Callable[[], PostingReader]) -> LadderEntries:
    rungs = ladder_roles.make_rungs(
        kept.ladder,
        prefix=f"{kept.industry}.{kept.id}",
        source=f"{LADDER_SOURCE}{kept.id}",
        on=kept.installed_on,
        catalogue=catalogue,
        reader=reader(),
    )
    moves = ladder_moves.make_moves(rungs, prefix=kept.id, catalogue=catalogue)
    return LadderEntries(roles={rung.role_id: rung.role for rung in rungs}, moves=moves)


def _fingerprint(kept: InstalledLadder, catalogue: Catalogue) -> str:
    """A short digest of all that a ladder's entries are made of and by."""
    digest = hashlib.blake2b(digest_size=12)
    for module in _MADE_BY:
        digest.update(Path(str(module.__file__)).read_bytes())
    for part in (version("groundfloor").encode(), catalogue.edition.encode(), msgspec.json.encode(kept)):
        digest.update(part + b"\0")
    return digest.hexdigest()


def ladder_id_of(name: str) -> str:
    """The id under which a ladder of a name is kept; an id is its own.

    Example:
        >>> ladder_id_of("Brook Support"), ladder_id_of("brook-support")
        ('brook-support', 'brook-support')
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "ladder"
