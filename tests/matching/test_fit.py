"""The fit as a whole: a sum of terms, limits apart, the most telling question first."""

from math import fsum

import pytest
from msgspec.structs import replace
from small_world import (
    CASHIER,
    RELATIONS,
    Education,
    Language,
    Preferences,
    Schooling,
    Tool,
    asks,
    fit,
    holds,
    nobody,
    person,
    posting,
)

from groundfloor.matching.fit import weigh
from groundfloor.matching.reasons import _QUESTIONS, _SENTENCES
from groundfloor.matching.requirements import requirements_of
from groundfloor.matching.verdicts import JUDGED_KINDS

RICH = posting(
    asks("language", Language(tag="es")),
    asks("tool", Tool(name="One")),
    asks("tool", Tool(name="Two"), "preferred"),
    industry="retail",
    duties=("handle_cash", "sell_upsell"),
    soft_skills=("teamwork",),
    checks=("background",),
)


def test_the_score_is_the_sum_of_the_terms_shown():
    found = fit(person(), RICH)
    assert found.score == fsum(verdict.term for verdict in found.verdicts)
    assert all(verdict.term == verdict.weight * verdict.share for verdict in found.verdicts)


def test_the_weights_of_one_posting_make_one():
    assert fsum(weigh(requirements_of(RICH), RELATIONS)) == pytest.approx(1)


def test_an_advertisement_that_names_ten_tools_does_not_count_tools_ten_times():
    one = fit(person(), posting(asks("tool", Tool(name="T"))))
    ten = fit(person(), posting(*(asks("tool", Tool(name=f"T{number}")) for number in range(10))))
    assert fsum(v.weight for v in ten.verdicts if v.kind == "tool") == pytest.approx(
        fsum(v.weight for v in one.verdicts if v.kind == "tool")
    )


def test_what_is_only_wished_for_weighs_less():
    weights = {v.asked: v.weight for v in fit(person(), RICH).verdicts if v.kind == "tool"}
    assert weights["Two"] == pytest.approx(0.4 * weights["One"])


def test_both_sides_of_a_verdict_carry_their_words():
    profile = person(facts=(holds("tool", Tool(name="One"), "worked with One"),))
    (found,) = [v for v in fit(profile, RICH).verdicts if v.asked == "One"]
    assert found.posting_evidence.quote == "asked words"
    assert (found.profile_evidence.quote, found.profile_evidence.span) == ("worked with One", (5, 20))


def test_a_broken_limit_heads_the_explanation_before_a_doubtful_one():
    reading = posting(asks("language", Language(tag="es")), schedule=("nights",))
    found = fit(person(preferences=Preferences(refused_schedules=("nights",))), reading)
    assert [limit.state for limit in found.limits] == ["broken", "doubtful"]
    assert found.tier == 2
    assert found.score > 0


def test_what_is_unknown_costs_less_than_what_is_missing():
    shares = RELATIONS.grade_shares
    assert shares["missing"] < shares["unknown"] < shares["learnable"] < shares["nearly"] < shares["met"]


def test_unknown_requirements_become_questions_with_the_most_telling_first():
    found = fit(person(), RICH)
    assert found.questions[0].kind == "language"
    assert found.questions[0].text == "Do you speak Spanish?"
    gains = [question.gain for question in found.questions[1:]]
    assert gains == sorted(gains, reverse=True)


def test_nobody_is_asked_about_a_kind_of_work_that_we_cannot_name():
    found = fit(person(), posting(role_family="other"))
    assert "role_family" not in {question.kind for question in found.questions}


def test_somebody_of_whom_nothing_is_known_gets_questions_and_no_failure():
    found = fit(nobody(), RICH)
    assert 0 < found.score < 1
    assert {question.kind for question in found.questions} >= {"role_family", "language"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name_present": False, "email_present": False}, "a name"),
        (
            {"education": (Schooling(level="secondary", year=1975, quote="Somewhere High"),)},
            "the year or name of a school",
        ),
        ({"jobs": (replace(CASHIER, employer="A famous firm"),)}, "the employer's name"),
        ({"jobs": (replace(CASHIER, start="1985-01", end="1987-01"),)}, "how long ago the work was, and so age"),
    ],
)
def test_what_the_job_does_not_ask_changes_nothing(change, reason):
    usual = person(education=(Schooling(level="secondary", year=2010),), name_present=True, email_present=True)
    asking = posting(asks("education", Education(level="secondary")), industry="retail")
    assert fit(replace(usual, **change), asking).score == fit(usual, asking).score, reason


def test_every_kind_that_can_be_unknown_has_a_question_and_every_sentence_is_one():
    assert JUDGED_KINDS - {"workplace", "pay", "warning"} <= set(_QUESTIONS)
    assert all(sentence.endswith(".") for sentence in _SENTENCES.values())
