"""Installed standards: one packed, checksummed file each in the user's data folder."""

import hashlib
import re
import shutil
from pathlib import Path

import msgspec
import platformdirs

from groundfloor.catalogue.standards.records import Standard, StandardHeader
from groundfloor.errors import GroundfloorError
from groundfloor.whole_files import keep_whole

_SUFFIX = ".standard"
_PLAIN_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


def standards_folder() -> Path:
    """Where installed standards lie: the user's data folder."""
    return Path(platformdirs.user_data_dir("groundfloor")) / "standards"


def digest_content(content: bytes) -> str:
    """The BLAKE2 digest of packed content."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def write_standard(folder: Path, header: StandardHeader, content: Standard) -> Path:
    """Writes one standard, whole or not at all, in place of an earlier one of the same id.

    Raises:
        GroundfloorError: ``output-unwritable``.
    """
    path = folder / f"{header.id}{_SUFFIX}"
    try:
        keep_whole(path, msgspec.json.encode(header) + b"\n" + msgspec.msgpack.encode(content))
    except OSError as error:
        raise GroundfloorError("output-unwritable", f"{folder} cannot be written: {error.strerror}.") from error
    return path


def list_standards(folder: Path | None = None) -> list[StandardHeader]:
    """What is installed, in order of id; only the first line of each file is read.

    Raises:
        GroundfloorError: ``standard-broken``.
    """
    return [_read_header(path) for path in sorted((folder or standards_folder()).glob(f"*{_SUFFIX}"))]


def open_standard(standard_id: str, folder: Path | None = None) -> Standard:
    """Opens one installed standard, its checksum proved.

    Raises:
        GroundfloorError: ``standard-unknown`` with what is installed; ``standard-broken`` when the file is damaged.
    """
    path = get_path(standard_id, folder)
    header, content = _read_header(path), path.read_bytes().partition(b"\n")[2]
    if digest_content(content) != header.digest:
        raise _broken(path)
    try:
        return msgspec.msgpack.decode(content, type=Standard)
    except msgspec.DecodeError as error:
        raise _broken(path) from error


def sentences_folder(standard_id: str, folder: Path | None = None) -> Path:
    """Where the sentence model's vectors of one installed standard are kept."""
    return (folder or standards_folder()) / "sentences" / standard_id


def remove_standard(standard_id: str, folder: Path | None = None) -> None:
    """Takes one installed standard away, and what was kept beside it.

    Raises:
        GroundfloorError: ``standard-unknown`` with what is installed; ``output-unwritable``.
    """
    path = get_path(standard_id, folder)
    try:
        path.unlink()
        if (kept := sentences_folder(standard_id, folder)).is_dir():
            shutil.rmtree(kept)
    except OSError as error:
        raise GroundfloorError("output-unwritable", f"{path} cannot be removed: {error.strerror}.") from error


def get_path(standard_id: str, folder: Path | None = None) -> Path:
    """The packed file of an installed standard.

    Raises:
        GroundfloorError: ``standard-unknown`` with what is installed.
    """
    folder = folder or standards_folder()
    path = folder / f"{standard_id}{_SUFFIX}"
    if _PLAIN_ID.fullmatch(standard_id) and path.is_file():
        return path
    installed = ", ".join(file.stem for file in sorted(folder.glob(f"*{_SUFFIX}"))) or "none"
    hint = f"Installed: {installed}. Install one with `groundfloor catalogue install FOLDER`."
    raise GroundfloorError("standard-unknown", f"No standard {standard_id!r} is installed.", hint=hint)


def _read_header(path: Path) -> StandardHeader:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.readline(10_000_000), type=StandardHeader)
    except (OSError, msgspec.DecodeError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> GroundfloorError:
    hint = f"Install it again, or `groundfloor catalogue uninstall {path.stem}`."
    return GroundfloorError("standard-broken", f"The installed standard {path.stem} is damaged.", hint=hint)
