"""Runs the registered tasks over a folder of evaluation data."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from groundfloor.errors import GroundfloorError
from groundfloor.evaluation.career_tasks import run_next_roles, run_related_occupations
from groundfloor.evaluation.data import get_data_folder
from groundfloor.evaluation.emscad_tasks import run_labels, run_warnings
from groundfloor.evaluation.posting_task import run_postings
from groundfloor.evaluation.relevance_task import run_relevance, run_relevance_of_annotations
from groundfloor.evaluation.report import EvaluationReport, TaskReport, compare_reports, table_of
from groundfloor.evaluation.resume_task import run_resumes
from groundfloor.evaluation.skill_tasks import run_skills, run_skills_semantic, run_soft_skills
from groundfloor.evaluation.strength_task import run_strength
from groundfloor.evaluation.title_tasks import (
    run_names,
    run_names_semantic,
    run_near_titles,
    run_near_titles_semantic,
    run_service_titles,
    run_titles,
    run_titles_semantic,
)
from groundfloor.model.findings import Finding

__all__ = ["TASKS", "run_evaluation", "table_of"]

TASKS: dict[str, Callable[[Path], TaskReport]] = {
    "postings": run_postings,
    "resumes": run_resumes,
    "relevance": run_relevance,
    "relevance-annotated": run_relevance_of_annotations,
    "strength": run_strength,
    "warnings": run_warnings,
    "labels": run_labels,
    "titles": run_titles,
    "title-names": run_names,
    "near-titles": run_near_titles,
    "service-titles": run_service_titles,
    "skills": run_skills,
    "soft-skills": run_soft_skills,
    "next-roles": run_next_roles,
    "related-occupations": run_related_occupations,
    "titles-semantic": run_titles_semantic,
    "title-names-semantic": run_names_semantic,
    "near-titles-semantic": run_near_titles_semantic,
    "skills-semantic": run_skills_semantic,
}
"""Every task by name, in the order of the report."""
_SKIPPED = ("data-missing", "feature-missing")


def run_evaluation(
    data: Path | None = None, tasks: Iterable[str] | None = None, *, against: Path | None = None
) -> EvaluationReport:
    """Measures reading, matching and warnings, with simple baselines beside each figure.

    Args:
        data: folder of the evaluation data; None takes the one that ``GROUNDFLOOR_EVAL_DATA`` names.
        tasks: names of :data:`TASKS`; None runs all, and tells of those whose data is not there.
        against: a saved report to list gains and losses against, by document.

    Raises:
        GroundfloorError: ``data-missing`` when the folder, or the data of a task named outright, is not there;
            ``usage`` for an unknown task; ``file-not-its-kind`` when ``against`` is not a report.
    """
    folder, earlier = get_data_folder(data), _read_report(against) if against else None
    reports: list[TaskReport] = []
    skipped: list[Finding] = []
    for name in _known(tasks):
        try:
            reports.append(TASKS[name](folder))
        except GroundfloorError as error:
            if tasks or error.code not in _SKIPPED:
                raise
            message = f"Task {name}: {error.message}"
            skipped.append(Finding(code=error.code, severity="warning", message=message, where=str(folder)))
    return EvaluationReport(
        tasks=tuple(reports),
        skipped=tuple(skipped),
        changes=compare_reports(earlier, reports) if earlier else (),
    )


def _known(tasks: Iterable[str] | None) -> list[str]:
    names = list(tasks or TASKS)
    for name in names:
        if name not in TASKS:
            raise GroundfloorError("usage", f"There is no task {name!r}.", hint=f"Tasks: {', '.join(TASKS)}.")
    return names


def _read_report(path: Path) -> EvaluationReport:
    try:
        return msgspec.json.decode(path.read_bytes(), type=EvaluationReport)
    except FileNotFoundError:
        raise GroundfloorError("file-missing", f"There is no file {path}.") from None
    except msgspec.DecodeError as error:
        hint = "Save one with `groundfloor evaluate --json`."
        raise GroundfloorError("file-not-its-kind", f"{path} is not a saved report: {error}", hint=hint) from error
