"""The help opens at once, and importing the package costs next to nothing."""

import sys
from pathlib import Path

from bench.tables import Budget, Row, Table
from bench.timing import Timing, run_process, time_together

_HELP_LIMIT_S, _IMPORT_LIMIT_S = 0.25, 0.15
_RUNS_A_REPEAT = 4


def run(repeats: int) -> list[Table]:
    """Times whole processes, the bare interpreter beside ours."""
    command = Path(sys.executable).with_name("groundfloor")
    taken = time_together(
        {
            "help": run_process(str(command), "--help"),
            "import": run_process(sys.executable, "-c", "import groundfloor"),
            "door": run_process(sys.executable, "-c", "import groundfloor.cli.main"),
            "bare": run_process(sys.executable, "-c", "pass"),
        },
        repeats * _RUNS_A_REPEAT,
    )
    limit = Row("limit: the bare interpreter", taken["bare"])
    return [
        Table(
            claim="`groundfloor --help` opens at once",
            rows=(Row("`groundfloor --help`", taken["help"]), limit),
            budgets=(Budget(_HELP_LIMIT_S),),
        ),
        Table(
            claim="Importing the package costs next to nothing",
            rows=(
                Row("`import groundfloor`", taken["import"]),
                Row("`import groundfloor.cli.main`", taken["door"]),
                limit,
            ),
            budgets=(Budget(_IMPORT_LIMIT_S),),
            notes=(
                f"Beyond the bare interpreter: {_added_ms(taken['import'], taken['bare']):.1f} ms for the package.",
            ),
        ),
    ]


def _added_ms(whole: Timing, bare: Timing) -> float:
    return 1000 * max(0.0, whole.median_s - bare.median_s)
