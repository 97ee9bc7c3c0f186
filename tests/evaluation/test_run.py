"""Running an evaluation: missing data, unknown tasks, saved reports."""

import json

import msgspec
import pytest

from groundfloor.errors import GroundfloorError
from groundfloor.evaluation.report import EvaluationReport, Figure, TaskReport, compare_reports, table_of
from groundfloor.evaluation.run import TASKS, run_evaluation
from groundfloor.text import sentence_vectors


def report(task="postings", **items):
    figure = Figure(name="mean", value=0.5, count=2, baselines={"usual": 0.25})
    return TaskReport(task=task, about="slots", figures=(figure,), items=items)


@pytest.fixture(autouse=True)
def _no_folder_in_the_environment(monkeypatch):
    monkeypatch.delenv("GROUNDFLOOR_EVAL_DATA", raising=False)


def error_of(*args, **kwargs):
    with pytest.raises(GroundfloorError) as caught:
        run_evaluation(*args, **kwargs)
    return caught.value


def test_without_a_folder_the_data_is_missing_and_the_exit_status_says_not_available(tmp_path):
    assert error_of(None).code == "data-missing"
    assert error_of(tmp_path / "nowhere").exit_status == 4


def test_the_environment_may_name_the_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GROUNDFLOOR_EVAL_DATA", str(tmp_path))
    assert len(run_evaluation().skipped) == len(TASKS)


def test_a_task_named_outright_needs_its_data_and_all_tasks_together_tell_what_was_not_run(tmp_path):
    assert error_of(tmp_path, ["warnings"]).code == "data-missing"
    told = run_evaluation(tmp_path)
    assert not told.tasks
    assert {finding.code for finding in told.skipped} <= {"data-missing", "feature-missing"}


def test_what_needs_the_sentence_model_says_so_where_it_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setattr(sentence_vectors, "find_spec", lambda name: None)
    assert error_of(tmp_path, ["skills-semantic"]).code == "feature-missing"
    told = [finding.message for finding in run_evaluation(tmp_path).skipped if finding.code == "feature-missing"]
    assert [message.split(":")[0].removeprefix("Task ") for message in told] == [
        task for task in TASKS if task.endswith("-semantic")
    ]


def test_an_unknown_task_is_answered_with_the_known_ones(tmp_path):
    error = error_of(tmp_path, ["poetry"])
    assert error.code == "usage"
    assert "relevance" in error.hint


def test_gains_and_losses_are_told_by_document_the_largest_first():
    before = EvaluationReport(tasks=(report(same=0.5, worse=0.9, better=0.1, much_better=0.0, gone=1.0),))
    (change,) = compare_reports(before, [report(same=0.5, worse=0.2, better=0.3, much_better=1.0, new=1.0)])
    assert [item.id for item in change.gains] == ["much_better", "better"]
    assert [item.id for item in change.losses] == ["worse"]


def test_a_saved_report_can_be_compared_against(tmp_path):
    saved = tmp_path / "before.json"
    saved.write_bytes(msgspec.json.encode(EvaluationReport(tasks=(report(one=0.5),))))
    assert run_evaluation(tmp_path, against=saved).changes == ()


@pytest.mark.parametrize(
    ("content", "code"), [(None, "file-missing"), ("not json", "file-not-its-kind"), ('{"a": 1}', "file-not-its-kind")]
)
def test_what_is_not_a_saved_report_is_refused(tmp_path, content, code):
    saved = tmp_path / "before.json"
    if content is not None:
        saved.write_text(content)
    assert error_of(tmp_path, against=saved).code == code


def test_the_table_shows_figure_count_baseline_and_changes():
    before = EvaluationReport(tasks=(report(one=0.25),))
    after = EvaluationReport(tasks=(report(one=0.75),), changes=compare_reports(before, [report(one=0.75)]))
    text = table_of(after)
    assert "0.500  of 2" in text
    assert "usual 0.250" in text
    assert "+ one  0.250 -> 0.750" in text


def test_a_report_goes_through_json_unchanged():
    whole = EvaluationReport(tasks=(report(one=0.25),))
    assert msgspec.json.decode(msgspec.json.encode(whole), type=EvaluationReport) == whole
    assert json.loads(msgspec.json.encode(whole))["tasks"][0]["figures"][0]["baselines"] == {"usual": 0.25}
