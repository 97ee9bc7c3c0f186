"""Bringing a publisher's file from its address, and opening archives, into a folder that is gone afterwards."""

import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit

from groundfloor.errors import GroundfloorError

_SECONDS, _BLOCK = 60, 1 << 20
_BYTES_AT_MOST = 2 << 30
_OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
_ADDRESS = ("https://", "http://")


@contextmanager
def opened_material(place: str) -> Iterator[Path]:
    """A folder or file on this machine for a path, an address or a ZIP archive.

    Args:
        place: a path; or an ``https`` address, asked for once and never again.

    Yields:
        The path itself, or a folder with what was fetched or unpacked; the folder is removed afterwards.

    Raises:
        GroundfloorError: ``address-unreachable`` with the reason; ``file-too-large`` for more than 2 GB;
            ``file-not-its-kind`` for an archive that is none.

    Example:
        >>> with opened_material("tables") as path:
        ...     path.name
        'tables'
    """
    with tempfile.TemporaryDirectory(prefix="groundfloor-") as scratch:
        path = _fetch(place, Path(scratch)) if place.startswith(_ADDRESS) else Path(place)
        yield _unpack(path, Path(scratch) / "unpacked") if path.suffix.lower() == ".zip" and path.is_file() else path


def _fetch(address: str, folder: Path) -> Path:
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in _OWN_MACHINE:
        hint = "Use its https address, or fetch the file yourself and name it."
        raise GroundfloorError("address-unreachable", f"{address} is not an https address.", hint=hint)
    path = folder / (Path(unquote(parts.path)).name or "download")
    try:
        with urllib.request.urlopen(address, timeout=_SECONDS) as answer, path.open("wb") as file:
            _copy(answer, file)
    except (urllib.error.URLError, OSError, ValueError) as error:
        cause = getattr(error, "reason", None) or error
        reason = getattr(cause, "strerror", None) or cause
        hint = "Check the address and the connection, or fetch the file yourself and name it."
        raise GroundfloorError(
            "address-unreachable", f"{address} cannot be fetched: {reason}.", hint=hint, can_retry=True
        ) from error
    return path


def _copy(answer: IO[bytes], file: IO[bytes]) -> None:
    done = 0
    while block := answer.read(_BLOCK):
        done += len(block)
        if done > _BYTES_AT_MOST:
            raise GroundfloorError("file-too-large", f"The answer is larger than {_BYTES_AT_MOST >> 30} GB.")
        file.write(block)


def _unpack(archive: Path, folder: Path) -> Path:
    """The folder in which the archive's tables lie: all its files together, folders inside it left out.

    Its name is that of the archive and of the one folder inside it, since either may carry the version.
    """
    try:
        with zipfile.ZipFile(archive) as content:
            files = [entry for entry in content.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in files) > _BYTES_AT_MOST:
                raise GroundfloorError("file-too-large", f"{archive.name} unpacks to more than 2 GB.")
            inside = {Path(entry.filename).parts[0] for entry in files if len(Path(entry.filename).parts) > 1}
            folder /= " ".join([archive.stem, *(inside if len(inside) == 1 else ())])
            folder.mkdir(parents=True)
            for entry in files:
                (folder / Path(entry.filename).name).write_bytes(content.read(entry))
    except (zipfile.BadZipFile, RuntimeError, OSError) as error:
        raise GroundfloorError("file-not-its-kind", f"{archive.name} is no ZIP archive that can be read.") from error
    return folder
