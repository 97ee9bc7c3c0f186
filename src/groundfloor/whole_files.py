"""Files that stand under their name only when they are whole, whoever else reads or writes them at the time."""

import uuid
from pathlib import Path


def keep_whole(path: Path, content: bytes) -> None:
    """Writes a file, whole or not at all, in place of an earlier one; its folder is made where it is missing.

    Raises:
        OSError: where it cannot be written; nothing is left behind.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     keep_whole(Path(folder) / "new" / "page.txt", b"whole")
        ...     [file.name for file in (Path(folder) / "new").iterdir()]
        ['page.txt']
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        scratch.write_bytes(content)
        scratch.replace(path)
    except OSError:
        scratch.unlink(missing_ok=True)
        raise
