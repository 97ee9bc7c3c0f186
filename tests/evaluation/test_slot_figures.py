"""Slot figures on small annotations, and against the evaluation folder's own scorers where it is there."""

import json
import subprocess
import sys

import pytest
from evaluation_folder import FOLDER, needs_data

from groundfloor.evaluation.posting_task import report_postings
from groundfloor.evaluation.relevance_task import measure_rankings
from groundfloor.evaluation.resume_task import report_resumes

EMPTY = {
    "role_family": "cashier",
    "level": "ground",
    "soc": ["41-2011.00"],
    "industry": "retail",
    "employment_types": [],
    "workplace": "onsite",
    "channels": [],
    "direction": "not_stated",
    "education": [],
    "experience": [],
    "languages": [],
    "tools": [],
    "computer_literacy": False,
    "pay": [],
    "schedule": [],
    "duties": [],
    "soft_skills": [],
    "training_offered": False,
    "progression_offered": False,
    "checks": [],
    "physical": [],
    "personal_data_warning": False,
}


def values(report):
    return {figure.name: figure.value for figure in report.figures}


def read(annotated, **read_fields):
    record = {"id": "one", **EMPTY, **annotated}
    return values(report_postings([record], {"one": {**record, **read_fields}}))


@pytest.mark.parametrize(
    ("slot", "annotated", "as_read", "value", "reason"),
    [
        ("level", "ground", "lead", 0.0, "another rung"),
        ("soc", ["41-2011.00"], ["41-2011.04"], 1.0, "the occupation is told by the first seven characters"),
        ("duties", ["handle_cash", "sell_upsell"], ["handle_cash"], 2 / 3, "one of two"),
        (
            "tools",
            [{"name": "Microsoft Excel", "strength": "required"}],
            [{"name": "MS Excel", "strength": "required"}],
            1.0,
            "the maker's name does not tell tools apart",
        ),
        (
            "tools",
            [{"name": "Excel", "strength": "required"}],
            [{"name": "Excel", "strength": "preferred"}],
            0.0,
            "required and preferred are two things",
        ),
        (
            "languages",
            [{"tag": "pt", "cefr": None, "strength": "required"}],
            [{"tag": "pt-BR", "cefr": None, "strength": "required"}],
            1.0,
            "a regional form is the language",
        ),
        (
            "education",
            [{"level": "bachelor", "strength": "required"}],
            [{"level": "bachelor", "strength": "required"}] * 2,
            2 / 3,
            "the second one is an invention",
        ),
    ],
)
def test_a_slot_is_right_when_the_annotation_says_so(slot, annotated, as_read, value, reason):
    assert read({slot: annotated}, **{slot: as_read})[slot] == pytest.approx(value), reason


def test_words_agree_when_they_share_half_of_the_shorter_quote():
    asked = {"level": "bachelor", "strength": "required"}
    annotated = {"education": [{**asked, "quote": "Bachelor's degree in business"}]}
    near = read(annotated, education=[{**asked, "quote": "a bachelor's degree"}])
    far = read(annotated, education=[{**asked, "quote": "free lunch"}])
    assert (near["words of right items agree"], far["words of right items agree"]) == (1.0, 0.0)


def test_a_posting_that_was_not_read_counts_as_wrong():
    assert values(report_postings([{"id": "one", **EMPTY}], {}))["role_family"] == 0.0


def test_the_usual_values_are_the_baseline():
    records = [
        {"id": name, **EMPTY, "level": level} for name, level in (("a", "ground"), ("b", "ground"), ("c", "lead"))
    ]
    (level,) = [figure for figure in report_postings(records, {}).figures if figure.name == "level"]
    assert level.baselines == {"usual": pytest.approx(2 / 3)}


def test_months_of_a_resume_may_be_a_tenth_or_three_months_off():
    record = {"id": "one", "jobs": [], "role_family_now": "other", "level_now": "ground", "months_customer_facing": 60}
    record |= {slot: [] for slot in ("education", "tools", "qualifications", "languages", "duties")}

    def right(months):
        report = report_resumes([record], {"one": {**record, "months_customer_facing": months}})
        return values(report)["months_customer_facing"]

    assert [right(66), right(67), right(None)] == [1.0, 0.0, 0.0]


def test_ties_are_ranked_in_the_order_of_ids():
    figures, items = measure_rankings({"p": {"a": 0.0, "b": 3.0}}, {"p": {"a": 0.5, "b": 0.5}}, {})
    assert items["p"] == figures[1].value < 1.0


def scored(script, *paths):
    done = subprocess.run(
        [sys.executable, FOLDER / script, *paths], capture_output=True, text=True, check=False, cwd=FOLDER
    )
    return done.stdout


def shifted(records):
    """Readings that are right in places: every other record has the content of the one before it."""
    return [
        {**records[index - index % 2], "id": record["id"]} if index % 4 else record
        for index, record in enumerate(records)
    ]


def figures_of_the_scorer(script, annotations, tmp_path):
    records = json.loads((FOLDER / annotations).read_text(encoding="utf-8"))
    readings = shifted(records)
    lines = tmp_path / "readings.jsonl"
    lines.write_text("\n".join(json.dumps(reading) for reading in readings), encoding="utf-8")
    theirs = json.loads(scored(script, FOLDER / annotations, lines, "--json"))
    slots = {name: slot.get("accuracy", slot.get("f1")) for name, slot in theirs["slots"].items()}
    return records, {reading["id"]: reading for reading in readings}, slots | {"mean over slots": theirs["macro"]}


@needs_data
@pytest.mark.parametrize(
    ("script", "annotations", "report"),
    [
        ("score_postings.py", "ads/gold.json", report_postings),
        ("score_resumes.py", "resumes/gold.json", report_resumes),
    ],
)
def test_our_figures_are_the_scorers_figures_to_four_digits(script, annotations, report, tmp_path):
    records, readings, theirs = figures_of_the_scorer(script, annotations, tmp_path)
    ours = values(report(records, readings))
    assert 0.1 < theirs["mean over slots"] < 0.95
    assert {name: ours[name] for name in theirs} == {
        name: pytest.approx(value, abs=1.01e-4) for name, value in theirs.items()
    }


@needs_data
def test_our_ranking_figures_are_the_scorers_figures(tmp_path):
    judgements = FOLDER / "relevance" / "judgements.json"
    grades = json.loads(judgements.read_text(encoding="utf-8"))
    scores = {person: {posting: len(posting) * 7 % 5 for posting in row} for person, row in grades.items()}
    rankings = tmp_path / "rankings.json"
    rankings.write_text(json.dumps(scores), encoding="utf-8")
    figures, _ = measure_rankings(grades, scores, {})
    printed = scored("score_relevance.py", judgements, rankings)
    for name, figure in zip(("ndcg5", "ndcg10", "spearman"), figures, strict=True):
        assert f"'{name}': {round(figure.value, 4)}" in printed
