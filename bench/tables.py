"""What a benchmark found, as a table that a person can read."""

import hashlib
import os
import platform
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from bench.timing import Timing

Measure = Literal["median", "p95"]

_HEAD = "| | one takes | spread | p95 | a second | time against ours |\n|---|---:|---:|---:|---:|---:|"
PEER, LIMIT = "peer: ", "limit: "
"""How the name of a method begins that is not ours, and of one that nothing can go below."""

_WORTH_A_P95 = 20


class Row(NamedTuple):
    """One method. ``timing`` is of one operation, None for a peer that is not installed."""

    method: str
    timing: Timing | None


class Budget(NamedTuple):
    """What a row must keep to: at most ``limit_s`` for one operation; the first row unless a method is named."""

    limit_s: float
    measure: Measure = "median"
    method: str = ""


class Lead(NamedTuple):
    """How many times faster than a peer the first row must be, by the medians."""

    peer: str
    times: float


class Input(NamedTuple):
    """What was worked on, with its checksum (BLAKE2b, 8 bytes)."""

    what: str
    records: int
    size_bytes: int
    checksum: str


class Table(NamedTuple):
    """One claim and the figures that bear it out or do not.

    The first row is ours; a peer's name begins with :data:`PEER`, the limit's with :data:`LIMIT`.
    """

    claim: str
    rows: tuple[Row, ...]
    inputs: tuple[Input, ...] = ()
    budgets: tuple[Budget | Lead, ...] = ()
    notes: tuple[str, ...] = ()


def describe_input(what: str, contents: Iterable[bytes]) -> Input:
    """Counts and sums up an input.

    Example:
        >>> describe_input("two words", [b"one", b"two"])[:3]
        ('two words', 2, 6)
    """
    digest, records, size_bytes = hashlib.blake2b(digest_size=8), 0, 0
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
        records, size_bytes = records + 1, size_bytes + len(content)
    return Input(what, records, size_bytes, digest.hexdigest())


def show_machine() -> str:
    """The machine and the interpreter in one line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.machine()}, {cores} cores, {platform.system()}, Python {platform.python_version()}"


def show_table(table: Table) -> str:
    """A table as Markdown."""
    return "\n".join(_iter_lines(table)) + "\n"


def show_seconds(seconds: float) -> str:
    """A duration with three figures and a fitting unit.

    Example:
        >>> [show_seconds(seconds) for seconds in (1.5, 0.0123, 0.0000021)]
        ['1.50 s', '12.3 ms', '2.10 µs']
    """
    unit, factor = ("s", 1.0) if seconds >= 1 else ("ms", 1e3) if seconds >= 1e-3 else ("µs", 1e6)
    value = seconds * factor
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def _iter_lines(table: Table) -> Iterator[str]:
    yield f"### {table.claim}\n"
    yield _HEAD
    ours = table.rows[0].timing
    for row in table.rows:
        yield f"| {row.method} | " + " | ".join(_cells(row.timing, ours)) + " |"
    yield ""
    for budget in table.budgets:
        yield from (f"- {sentence}" for sentence in _judge(budget, table.rows))
    yield from (f"- Distance to the limit: {times:.3g} times." for times in _iter_distances(table.rows))
    yield from (f"- {note}" for note in table.notes)
    for one in table.inputs:
        yield f"- Input: {one.what}: {one.records:,}, {one.size_bytes:,} bytes, checksum `{one.checksum}`."


def _cells(timing: Timing | None, ours: Timing | None) -> list[str]:
    if timing is None:
        return ["not installed", "", "", "", ""]
    samples = timing.samples_s
    return [
        show_seconds(timing.median_s),
        f"{show_seconds(samples[0])} to {show_seconds(samples[-1])}" if len(samples) > 1 else "once",
        show_seconds(timing.p95_s) if len(samples) >= _WORTH_A_P95 else "",
        f"{1 / timing.median_s:,.3g}" if timing.median_s >= 0.1 else f"{1 / timing.median_s:,.0f}",
        "" if ours is None or timing is ours else f"{timing.median_s / ours.median_s:.3g}",
    ]


def _iter_distances(rows: tuple[Row, ...]) -> Iterator[float]:
    ours = rows[0].timing
    for row in rows:
        if ours and row.timing and row.method.startswith(LIMIT):
            yield ours.median_s / row.timing.median_s


def _judge(budget: Budget | Lead, rows: tuple[Row, ...]) -> Iterator[str]:
    timings = {row.method: row.timing for row in rows}
    ours = timings[(budget.method if isinstance(budget, Budget) else "") or rows[0].method]
    if ours is None:
        return
    if isinstance(budget, Budget):
        taken_s = ours.p95_s if budget.measure == "p95" else ours.median_s
        subject = f"{budget.method}, {budget.measure}" if budget.method else budget.measure
        share = taken_s / budget.limit_s
        yield f"Budget: {subject} of {show_seconds(budget.limit_s)}: {_verdict(share <= 1)}, {share:.2g} of it used."
    elif peer := timings.get(budget.peer):
        times, name = peer.median_s / ours.median_s, budget.peer.removeprefix(PEER)
        yield f"Budget: {budget.times:g} times as fast as {name}: {_verdict(times >= budget.times)}, {times:.3g} times."


def _verdict(kept: bool) -> str:
    return "kept" if kept else "**missed**"
