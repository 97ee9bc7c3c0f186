"""What takes long to make is kept as one packed file in the user's cache folder."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from groundfloor.whole_files import keep_whole

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
