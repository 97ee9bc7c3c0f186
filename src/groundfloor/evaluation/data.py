"""The folder of evaluation data: found by argument or environment, never part of the product."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from groundfloor.errors import GroundfloorError

ENVIRONMENT = "GROUNDFLOOR_EVAL_DATA"


def get_data_folder(data: Path | None) -> Path:
    """The folder named, or the one that the environment names.

    Raises:
        GroundfloorError: ``data-missing`` when neither is a folder.
    """
    named = data or (Path(os.environ[ENVIRONMENT]) if os.environ.get(ENVIRONMENT) else None)
    hint = f"Name the folder with --data, or in {ENVIRONMENT}."
    if named is None:
        raise GroundfloorError("data-missing", "No folder of evaluation data is named.", hint=hint)
    if not named.is_dir():
        raise GroundfloorError("data-missing", f"There is no folder {named}.", hint=hint)
    return named


def get_file(folder: Path, name: str) -> Path:
    """One file or folder of the evaluation data.

    Raises:
        GroundfloorError: ``data-missing`` when it is not there.
    """
    path = folder / name
    if not path.exists():
        raise GroundfloorError("data-missing", f"The evaluation data has no {name}.")
    return path


def read_json(folder: Path, name: str) -> Any:
    """A JSON file of the evaluation data."""
    return json.loads(get_file(folder, name).read_text(encoding="utf-8"))


def iter_json_lines(folder: Path, name: str) -> Iterator[Any]:
    """The records of a JSON lines file of the evaluation data."""
    with get_file(folder, name).open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
