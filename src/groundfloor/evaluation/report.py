"""What an evaluation says: figures beside their baselines, and what a change gained and lost, by id."""

from collections.abc import Iterable

from groundfloor.model.facts import Record
from groundfloor.model.findings import Finding

_SAME = 1e-9


class Figure(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One measured figure.

    Attributes:
        name: what was measured.
        value: 0 to 1, more is better unless the name says otherwise; correlations from -1 to 1.
        count: how many things it was measured on.
        baselines: what simple methods reach on the same things.
    """

    name: str
    value: float
    count: int
    baselines: dict[str, float] = {}  # noqa: RUF012 - msgspec copies mutable defaults


class TaskReport(Record, frozen=True, kw_only=True):
    """One task: its figures, and a score for every document by id, from which gains and losses are told."""

    task: str
    about: str
    figures: tuple[Figure, ...]
    items: dict[str, float]


class ItemChange(Record, frozen=True, kw_only=True):
    """One document whose score changed."""

    id: str
    before: float
    after: float


class TaskChange(Record, frozen=True, kw_only=True):
    """What a change did to one task, the largest differences first."""

    task: str
    gains: tuple[ItemChange, ...]
    losses: tuple[ItemChange, ...]


class EvaluationReport(Record, frozen=True, kw_only=True):
    """All tasks that were run, those that could not be, and the changes against an earlier report."""

    tasks: tuple[TaskReport, ...]
    skipped: tuple[Finding, ...] = ()
    changes: tuple[TaskChange, ...] = ()


def compare_reports(before: EvaluationReport, after: Iterable[TaskReport]) -> tuple[TaskChange, ...]:
    """Gains and losses by document, for the tasks that both reports hold."""
    earlier = {task.task: task.items for task in before.tasks}
    return tuple(_task_change(earlier[task.task], task) for task in after if task.task in earlier)


def _task_change(before: dict[str, float], after: TaskReport) -> TaskChange:
    changes = [
        ItemChange(id=item, before=before[item], after=score)
        for item, score in after.items.items()
        if item in before and abs(before[item] - score) > _SAME
    ]
    changes.sort(key=lambda change: (-abs(change.after - change.before), change.id))
    return TaskChange(
        task=after.task,
        gains=tuple(change for change in changes if change.after > change.before),
        losses=tuple(change for change in changes if change.after < change.before),
    )


def table_of(report: EvaluationReport) -> str:
    """The report as lines of text: one figure a line, with its baselines; then gains and losses."""
    lines = [line for task in report.tasks for line in _task_lines(task)]
    lines += [f"not run: {finding.message}" for finding in report.skipped]
    lines += [line for change in report.changes for line in _change_lines(change)]
    return "\n".join(lines)


def _task_lines(task: TaskReport) -> list[str]:
    lines = [f"{task.task}: {task.about}"]
    for figure in task.figures:
        baselines = "   ".join(f"{name} {value:.3f}" for name, value in figure.baselines.items())
        lines.append(f"  {figure.name:<44}{figure.value:6.3f}  of {figure.count:<6}{baselines}".rstrip())
    return [*lines, ""]


def _change_lines(change: TaskChange) -> list[str]:
    lines = [f"{change.task}: {len(change.gains)} gained, {len(change.losses)} lost"]
    for sign, changes in (("+", change.gains), ("-", change.losses)):
        lines += [f"  {sign} {item.id}  {item.before:.3f} -> {item.after:.3f}" for item in changes]
    return lines
