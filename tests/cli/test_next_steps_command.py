"""Asking for the next step with no goal named."""

import json
from pathlib import Path

from conftest import Run


def test_without_a_goal_the_next_steps_are_told_up_before_sideways(run: Run) -> None:
    done = run("route", "--from", "retail.cashier")
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("Steps up") < done.stdout.index("Sideways")
    assert "why it stands here" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_the_next_steps_as_data_carry_parts_and_sources(run: Run) -> None:
    answer = json.loads(run("route", "--from", "retail.cashier", "--json").stdout)
    assert answer["up"][0]["parts"][0]["name"] == "jobs"
    assert answer["sources"]


def test_a_resume_says_where_the_next_steps_begin(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "cv.txt"
    resume.write_text(
        "Experience\nCashier, Corner Store\nJanuary 2020 - March 2023\n- Ran the till\n", encoding="utf-8"
    )
    done = run("route", "--resume", str(resume))
    assert "Your latest job: Cashier" in done.stdout
    assert "Steps up" in done.stdout


def test_what_only_a_route_can_keep_to_is_refused_without_a_goal(run: Run) -> None:
    done = run("route", "--from", "retail.cashier", "--keep", "--months-at-most", "6")
    assert done.returncode == 2
    assert "--keep, --months-at-most" in done.stderr


def test_wishes_that_nothing_meets_are_answered_in_a_sentence(run: Run) -> None:
    done = run("route", "--from", "retail.cashier", "--pay-at-least", "2000", "--remote", "--same-industry")
    assert "No step keeps to your conditions." in done.stdout
