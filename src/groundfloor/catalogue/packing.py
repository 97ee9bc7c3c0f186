"""What takes long to make is kept as one packed file in the user's cache folder."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

Kept = TypeVar("Kept")


def keep_packed(name: str, kind: type[Kept], make: Callable[[], Kept]) -> Kept:
    """Reads what is kept under a name, or makes and keeps it.

    Args:
        name: tells it from all else, also from earlier editions of itself.
        kind: its type, which msgspec can pack.
        make: makes it anew. Where the cache folder cannot be written it is made each time.
    """
    packed = Path(platformdirs.user_cache_dir("groundfloor")) / f"{name}.msgpack"
    try:
        return msgspec.msgpack.decode(packed.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        made = make()
        with suppress(OSError):
            keep_whole(packed, msgspec.msgpack.encode(made))
        return made


def keep_whole(path: Path, content: bytes) -> None:
    """Writes a file, whole or not at all, in place of an earlier one; its folder is made where it is missing.

    Raises:
        OSError: where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as scratch:
        scratch.write(content)
    os.replace(scratch.name, path)  # noqa: PTH105 - atomic within the folder
