"""Times taken side by side, so that a busy machine disturbs every method alike."""

import gc
import importlib
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import ceil
from statistics import median
from types import ModuleType
from typing import NamedTuple, TypeVar

REPEATS = 5

Work = Callable[[], object]
InputT = TypeVar("InputT")


class Timing(NamedTuple):
    """Seconds that one operation took, once for each time it was measured, in ascending order."""

    samples_s: tuple[float, ...]

    @property
    def median_s(self) -> float:
        """The middle of the samples."""
        return median(self.samples_s)

    @property
    def p95_s(self) -> float:
        """The sample that 95 in 100 do not exceed."""
        return self.samples_s[ceil(0.95 * len(self.samples_s)) - 1]


def time_inputs(methods: Mapping[str, Callable[[InputT], object]], inputs: Sequence[InputT]) -> dict[str, Timing]:
    """Runs several methods in turns over many inputs, each once: how the time varies from input to input.

    The first input is done once by every method before anything is timed.
    """
    for method in methods.values():
        method(inputs[0])
    gc.collect()
    samples: dict[str, list[float]] = {name: [] for name in methods}
    for one in inputs:
        for name, method in methods.items():
            samples[name].append(_time_once(partial(method, one)))
    return {name: Timing(tuple(sorted(taken))) for name, taken in samples.items()}


def time_together(works: Mapping[str, Work], repeats: int, *, operations: int = 1) -> dict[str, Timing]:
    """Runs several methods in turns, round after round.

    Args:
        works: method to work; each is run once before anything is timed, unless it is run only once at all.
        repeats: rounds.
        operations: how many operations one run holds; times are given for one of them.

    Returns:
        The times by method.
    """
    if repeats > 1:
        for work in works.values():
            work()
    samples: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(repeats):
        gc.collect()
        for name, work in works.items():
            samples[name].append(_time_once(work) / operations)
    return {name: Timing(tuple(sorted(taken))) for name, taken in samples.items()}


def run_process(*command: str) -> Work:
    """The whole of a process, from its start to its end, as one operation; it must end well."""

    def work() -> None:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    return work


def find_peer(name: str) -> ModuleType | None:
    """A peer's module, or None where it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


def _time_once(work: Work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
