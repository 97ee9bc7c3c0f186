"""Runs the benchmarks: all of them into ``docs/benchmarks.md``, or the named ones onto the screen."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.tables import Table, show_machine, show_table
from bench.timing import REPEATS

BENCHMARKS = ("startup", "catalogue", "reading", "resume", "ranking", "routes")
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"

_TOP = """\
# Benchmarks

Written by `make bench`; do not edit. Machine: {machine}.

Every figure is the median of {repeats} runs or more, unless it says *once*; methods take turns. *Time against ours*
above 1 is slower than ours. The row *limit* is what a program of this kind cannot go below: the same input merely
touched once. A peer that is not installed is said to be so and not compared.
"""


def main(words: Sequence[str]) -> int:
    """Runs benchmarks by name, all without names.

    Returns:
        The exit status: 0 also where a budget is missed, for a figure is no test.
    """
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="rounds of each measurement (default 5)")
    chosen = parser.parse_args(words)
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
    if chosen.names:
        for name in chosen.names:
            sys.stdout.write(_show(name, chosen.repeats))
        return 0
    top = _TOP.format(machine=show_machine(), repeats=chosen.repeats)
    PAGE.write_text("\n".join([top, *(_show(name, chosen.repeats) for name in BENCHMARKS)]), encoding="utf-8")
    sys.stdout.write(f"Written: {PAGE.name}\n")
    return 0


def _show(name: str, repeats: int) -> str:
    tables: list[Table] = importlib.import_module(f"bench.{name}").run(repeats)
    return "\n".join([f"## {name.capitalize()}\n", *(show_table(table) for table in tables)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
