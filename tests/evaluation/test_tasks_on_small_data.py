"""Tasks run end to end on a few advertisements of our own."""

import csv
import json

import pytest

from groundfloor.evaluation.emscad_tasks import report_labels, report_warnings
from groundfloor.evaluation.run import run_evaluation
from groundfloor.evaluation.strength_task import iter_two_columns
from groundfloor.model.facts import Education, Fact
from groundfloor.model.posting import PostingReading

AD = {
    "title": "Cashier",
    "location": "",
    "company_profile": "We run four shops.",
    "description": "You take payments at the till.",
    "requirements": "High school diploma required.",
    "benefits": "",
    "employment_type": "Part-time",
    "required_education": "High School or equivalent",
    "fraudulent": "0",
}


def reading(name, **more):
    usual = {"role_family": "cashier", "level": "ground", "soc": (), "industry": "retail", "facts": ()}
    return PostingReading(id=name, title="", workplace="not_stated", direction="not_stated", **{**usual, **more})


def labelled(*pairs):
    return [({**AD, "id": name, **record}, reading(name, **read)) for name, record, read in pairs]


def values(report):
    return {figure.name: figure.value for figure in report.figures}


def test_warnings_are_counted_on_frauds_and_on_honest_ones_apart():
    report = report_warnings(
        labelled(
            ("caught", {"fraudulent": "1"}, {"warnings": ("fee_asked", "pay_missing")}),
            ("missed", {"fraudulent": "1"}, {"warnings": ("pay_missing",)}),
            ("accused", {}, {"warnings": ("fee_asked",)}),
            ("honest", {}, {}),
        )
    )
    figures = values(report)
    assert figures["frauds warned of"] == figures["honest ones warned of"] == 0.5
    assert report.items == {"caught": 1.0, "missed": 0.0, "accused": 0.0, "honest": 1.0}


def test_an_unnamed_employer_and_missing_pay_are_not_yet_marks_of_fraud():
    report = report_warnings(labelled(("honest", {}, {"warnings": ("employer_missing", "pay_missing")})))
    assert values(report)["honest ones warned of"] == 0.0
    assert values(report)["employer_missing, honest ones"] == 1.0


def test_labels_are_compared_where_the_publisher_gave_one():
    school = Fact(kind="education", value=Education(level="secondary"), strength="required")
    figures = values(
        report_labels(
            labelled(
                ("right", {}, {"employment_types": ("part_time",), "facts": (school,)}),
                ("silent", {}, {}),
                ("unlabelled", {"employment_type": "", "required_education": "Unspecified"}, {}),
            )
        )
    )
    assert figures == {
        "employment type": 0.5,
        "employment type, where read": 1.0,
        "schooling": 0.5,
        "schooling, where read": 1.0,
    }


@pytest.fixture
def folder(tmp_path):
    ads = tmp_path / "ads"
    ads.mkdir()
    lines = [{**AD, "id": "honest"}, {**AD, "id": "fraud", "fraudulent": "1", "company_profile": ""}]
    (ads / "emscad.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    with (ads / "google_job_skills.csv").open("w", newline="") as rows:
        writer = csv.writer(rows)
        writer.writerow(["Title", "Minimum Qualifications", "Preferred Qualifications"])
        writer.writerow(["Host", "Bachelor's degree.", "Master's degree.\nFluency in Spanish."])
    return tmp_path


def test_two_columns_become_one_advertisement_with_the_border_known(folder):
    ((posting, border),) = iter_two_columns(folder / "ads" / "google_job_skills.csv")
    assert posting.text[border:].startswith("Preferred Qualifications:")
    assert "Bachelor" in posting.text[:border]


def test_tasks_run_on_a_folder_of_ones_own(folder):
    report = run_evaluation(folder, ["strength", "warnings", "labels"])
    assert [task.task for task in report.tasks] == ["strength", "warnings", "labels"]
    strength, warnings, _ = report.tasks
    assert strength.figures[0].count >= 3
    assert strength.figures[0].value == 1.0
    assert set(warnings.items) == {"honest", "fraud"}
