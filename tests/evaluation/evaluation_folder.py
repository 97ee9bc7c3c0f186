"""The folder of evaluation data, where this checkout has one beside it."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("GROUNDFLOOR_EVAL_DATA") or Path(__file__).parents[2].parent / "shared" / "eval")

needs_data = pytest.mark.skipif(not FOLDER.is_dir(), reason="the evaluation data is not beside this checkout")
