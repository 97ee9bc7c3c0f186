"""Titles and skills are measured against people's own links, with simple methods beside."""

from pathlib import Path

import pytest
from evaluation_folder import FOLDER, needs_data
from small_standards_folder import write_folder

from groundfloor.errors import GroundfloorError
from groundfloor.evaluation.linear import LinearModel, cross_validate
from groundfloor.evaluation.run import run_evaluation
from groundfloor.evaluation.skill_tasks import phrase_features, run_soft_skills
from groundfloor.evaluation.standard_data import ranks_of
from groundfloor.evaluation.title_tasks import title_features
from groundfloor.text.term_index import TermIndex, character_terms

TEXTS = [["good", "shop"], ["bad", "shop"], ["good", "phone"], ["bad", "phone"]] * 10
ANSWERS = [True, False] * 20


def test_a_model_learns_what_tells_yes_from_no() -> None:
    model = LinearModel(TEXTS, ANSWERS)
    assert model.value(["good"]) > 0 > model.value(["bad"])
    assert abs(model.value(["shop"])) < 0.2


def test_a_model_is_the_same_every_time() -> None:
    assert LinearModel(TEXTS, ANSWERS).value(["good", "new"]) == LinearModel(TEXTS, ANSWERS).value(["good", "new"])


def test_nothing_known_says_no() -> None:
    assert not LinearModel(TEXTS, ANSWERS).says(["unheard"])


def test_every_text_is_answered_by_a_model_that_has_not_seen_it() -> None:
    answers = [number == 7 for number in range(20)]
    own = [[f"only {number}"] for number in range(20)]
    assert cross_validate(own, answers) == [False] * 20


def test_what_stands_beside_the_gap_is_told_from_what_stands_farther() -> None:
    features = phrase_features("team player", "be a xxx xxx in our busy shop")
    assert {"2 words", "before 1 a", "after 1 in", "after 4 shop", "a _ in"} <= set(features)
    assert "after 1 xxx" not in features


def test_a_title_is_told_by_its_words_and_their_pairs() -> None:
    assert {"custom", "=customer", "custom rep", "custom, servic"} <= set(title_features("Customer Service Rep"))


def test_equal_scores_rank_in_the_given_order() -> None:
    index = TermIndex(["tour guide", "shop", "shop"], character_terms(3, 5))
    assert ranks_of(index.score("shop"), [2, 1]) == [0, 1]
    assert ranks_of(index.score("shop"), [2]) == [1]


@needs_data
def test_phrases_about_the_person_are_told_from_others() -> None:
    [figure] = run_soft_skills(FOLDER).figures
    assert figure.value >= 0.95
    assert figure.value > figure.baselines["usual for the phrase"]


def test_every_task_of_titles_and_skills_runs_on_small_data(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    reports = run_evaluation(folder, ["titles", "title-names", "near-titles", "service-titles", "skills"]).tasks
    figures = {
        (report.task, figure.name): (figure.value, figure.count) for report in reports for figure in report.figures
    }
    assert figures["titles", "mean reciprocal rank"] == (1.0, 1), "every eighth title, a gone occupation left out"
    assert figures["title-names", "first"] == (1.0, 1)
    assert figures["near-titles", "mean average precision"] == (1.0, 1)
    assert figures["service-titles", "F1"] == (1.0, 40)
    assert figures["skills", "all trades, mean reciprocal rank"] == (1.0, 1), "a sentence without a skill left out"


def test_a_folder_without_standards_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError) as refused:
        run_evaluation(tmp_path, ["titles"])
    assert refused.value.code == "data-missing"
