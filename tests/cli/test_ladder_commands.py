"""An employer's ladder brought in, looked at, planned on and taken away, as a person would type it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
LADDER = """# Brook support
| Level | Title | Asks |
|---|---|---|
| L3 | Team Lead | Plans the shifts |
| L2 | Senior Agent | Takes complaints; 2 years of customer service experience |
| L1 | Agent | |
"""


@pytest.fixture
def brook(run: Run, tmp_path: Path) -> Run:
    """The same command with a ladder installed."""
    (tmp_path / "brook.md").write_text(LADDER, encoding="utf-8")
    done = run("ladder", "install", "brook.md", "--industry", "software_it")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "Brook support (brook-support): 3 levels, in the file the highest comes first.\n"
        "  1. Agent - 1 thing asked\n"
        "  2. Senior Agent - 3 things asked\n"
        "  3. Team Lead - 2 things asked\n"
        "What each asks: groundfloor ladder show brook-support\n"
        'Plan on it, for example: groundfloor route --from "Agent" --to "Team Lead"\n'
    )
    return run


def test_what_each_level_asks_is_shown_under_its_area(brook: Run) -> None:
    shown = brook("ladder", "show", "brook-support").stdout.splitlines()
    assert shown[4:8] == ["  2. Senior Agent", "     Level:", "     - L2", "     Asks:"]
    assert "     - Takes complaints" in shown


def test_the_example_it_gives_is_a_route(brook: Run) -> None:
    done = brook("route", "--from", "Agent", "--to", "Team Lead")
    assert done.returncode == 0, done.stderr
    assert "Brook" in done.stdout
    assert "The ladder asks here" in done.stdout


def test_a_kept_plan_says_what_the_level_asks(brook: Run) -> None:
    kept = brook("route", "--from", "software_it.brook-support-agent", "--to", "Senior Agent", "--keep")
    plan = kept.stderr.split()[-1]
    shown = brook("plan", "show", plan).stdout
    assert "The ladder asks here: Asks: Takes complaints;" in " ".join(shown.split())
    assert "Asked and not yet shown: 2 years" in " ".join(shown.split())


def test_ladders_are_listed_and_taken_away(brook: Run) -> None:
    listed = json.loads(brook("ladder", "list", "--json").stdout)
    assert [one["id"] for one in listed] == ["brook-support"]
    assert brook("ladder", "remove", "brook-support").stdout == "brook-support is no longer kept.\n"
    assert brook("ladder", "list").stdout.startswith("No ladder is kept.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("install", "none.md", "--industry", "retail"), "There is no file none.md."),
        (("install", "home", "--industry", "retail"), "No levels are found in home."),
        (("install", "brook.md", "--industry", "moon"), "There is no industry 'moon'."),
        (("install", "brook.md", "--industry", "retail", "--part", "zoo"), "No part of the file is headed 'zoo'."),
        (("show", "zoo"), "No ladder 'zoo' is kept."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(brook: Run, words: tuple[str, ...], said: str) -> None:
    done = brook("ladder", *words)
    assert done.returncode != 0
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
