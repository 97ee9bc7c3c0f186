"""On a terminal long work shows how far it is; elsewhere it stays silent."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from groundfloor.cli.output import watch

SHOPS = Path(__file__).parents[2] / "src" / "groundfloor" / "examples" / "postings" / "shops.csv"


def test_on_a_terminal_the_count_is_shown(tmp_path: Path) -> None:
    terminal, seen_as_stderr = pty.openpty()
    command = "from groundfloor.cli.main import run; run()"
    words = [sys.executable, "-c", command, "read", "postings", str(SHOPS), "--out", str(tmp_path / "read.jsonl")]
    done = subprocess.run(words, stderr=seen_as_stderr, env={**os.environ, "TERM": "xterm"}, timeout=120, check=False)
    os.close(seen_as_stderr)
    shown = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert done.returncode == 0
    assert "10 postings" in shown


def test_elsewhere_nothing_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(watch(range(3), "things")) == [0, 1, 2]
    assert capfd.readouterr().err == ""


def test_where_the_whole_is_known_it_is_shown_beside_the_count(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(watch(iter("ab"), "people", total=2)) == ["a", "b"]
    assert "2 of 2 people" in capfd.readouterr().err
