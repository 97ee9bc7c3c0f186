"""The benchmarks say what was measured, judge it by the right figure, and never fail for want of a peer."""

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def bench_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)


def show(*rows: tuple[str, list[float] | None], budgets: tuple[Any, ...] = ()) -> str:
    """A table of methods and the seconds they took."""
    tables, timing = importlib.import_module("bench.tables"), importlib.import_module("bench.timing")
    made = tuple(tables.Row(name, timing.Timing(tuple(taken)) if taken else None) for name, taken in rows)
    return str(tables.show_table(tables.Table(claim="A claim", rows=made, budgets=budgets)))


def test_of_a_hundred_measurements_p95_is_the_one_that_ninety_five_do_not_exceed() -> None:
    timing = importlib.import_module("bench.timing").Timing(tuple(float(second) for second in range(1, 101)))
    assert (timing.median_s, timing.p95_s) == (50.5, 95.0)


def test_a_peer_that_is_not_installed_is_named_and_not_compared() -> None:
    lead = importlib.import_module("bench.tables").Lead("peer: Somebody", 10)
    shown = show(("ours", [0.1]), ("peer: Somebody", None), budgets=(lead,))
    assert "| peer: Somebody | not installed |" in shown
    assert "times as fast" not in shown


@pytest.mark.parametrize(
    ("measure", "method", "expected"),
    [
        pytest.param("median", "", "median of 250 ms: kept, 0.8 of it used", id="the middle one is within"),
        pytest.param("p95", "", "p95 of 250 ms: **missed**, 1.6 of it used", id="the slowest one is not"),
        pytest.param("median", "part", "part, median of 250 ms: **missed**, 2 of it used", id="another row is judged"),
    ],
)
def test_a_budget_is_judged_by_the_figure_it_names(measure: str, method: str, expected: str) -> None:
    budget = importlib.import_module("bench.tables").Budget(0.25, measure, method)
    assert expected in show(("ours", [0.1, 0.2, 0.4]), ("part", [0.5]), budgets=(budget,))


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        pytest.param(4, "kept, 5 times", id="five is more than four"),
        pytest.param(6, "**missed**, 5 times", id="not six"),
    ],
)
def test_being_faster_than_a_peer_counts_only_when_fast_enough(times: float, expected: str) -> None:
    lead = importlib.import_module("bench.tables").Lead("peer: Somebody", times)
    assert expected in show(("ours", [0.1]), ("peer: Somebody", [0.5]), budgets=(lead,))


def test_the_distance_to_what_is_possible_is_told() -> None:
    assert "Distance to the limit: 4 times." in show(("ours", [0.2]), ("limit: nothing done", [0.05]))


def test_inputs_that_differ_have_different_checksums() -> None:
    describe = importlib.import_module("bench.tables").describe_input
    assert describe("words", [b"ab", b"c"]).checksum != describe("words", [b"a", b"bc"]).checksum


def test_every_method_is_run_once_before_it_is_timed_and_then_in_turns() -> None:
    calls: list[str] = []
    together = importlib.import_module("bench.timing").time_together
    taken = together({"ours": lambda: calls.append("ours"), "peer": lambda: calls.append("peer")}, 2)
    assert calls == ["ours", "peer"] * 3
    assert len(taken["ours"].samples_s) == 2


def test_every_benchmark_by_name_can_be_run() -> None:
    for name in importlib.import_module("bench.__main__").BENCHMARKS:
        assert callable(importlib.import_module(f"bench.{name}").run), name


def test_one_benchmark_can_be_run_and_read_on_the_screen() -> None:
    done = run_bench("catalogue", "--repeats", "1")
    assert done.returncode == 0
    assert "| opened packed |" in done.stdout
    assert "checksum `" in done.stdout


def test_a_benchmark_that_does_not_exist_is_answered_with_those_that_do() -> None:
    done = run_bench("weather")
    assert done.returncode == 2
    assert "no benchmark weather; there are: startup, catalogue, reading" in done.stderr


def run_bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
