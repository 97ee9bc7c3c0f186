"""Damaged documents never crash the program, never hang it, never fill the memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COUNT = int(os.environ.get("GROUNDFLOOR_DAMAGED_DOCUMENTS", "400"))
SHARES = 4


@pytest.mark.parametrize("seed", range(SHARES))
def test_damaged_documents_end_in_a_reading_or_a_named_error(seed: int, tmp_path: Path) -> None:
    script = Path(__file__).with_name("read_damaged.py")
    command = [sys.executable, str(script), str(seed), str(COUNT // SHARES), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr[-2000:]
