"""Runs the installed command as a person would: a process of its own, its streams and its exit status."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A function that runs ``groundfloor`` with some words, in an empty folder with a store and home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(Path("~/.cache").expanduser()),
        "COLUMNS": "80",
        "PYTHONWARNINGS": "error",
    }
    environment.pop("GROUNDFLOOR_STORE", None)

    def run_groundfloor(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from groundfloor.cli.main import run; run()", *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
        )

    return run_groundfloor
