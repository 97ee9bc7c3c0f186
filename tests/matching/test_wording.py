"""What a person reads of a fit: short sentences that add to the words for the thing asked."""

import pytest
from small_world import Coded, Experience, Language, Tool, asks, fit, holds, job, person, posting, verdict

from groundfloor.matching.reasons import ask, describe
from groundfloor.matching.requirements import Requirement

FRONT_DESK = job("Front Desk Agent", "customer_service_representative", "2015-01", "2015-07")


def test_a_sentence_never_says_the_thing_asked_again():
    reading = posting(
        asks("tool", Tool(name="Gizmo")),
        asks("language", Language(tag="es", cefr="B2")),
        duties=("handle_cash",),
        soft_skills=("teamwork",),
        schedule=("nights",),
        checks=("background",),
        industry="retail",
    )
    for found in fit(person(facts=(holds("duty", Coded(code="handle_cash")),)), reading).verdicts:
        assert found.asked.casefold() not in found.reason.casefold(), found


@pytest.mark.parametrize(
    ("asked", "words", "reason"),
    [
        (Experience(months_min=12, area="hotel"), "1 year of hotel work", "whole years are years"),
        (Experience(months_min=6, area="till"), "6 months of till work", "half a year"),
        (Experience(months_min=12, months_max=24, area="sales"), "1 to 2 years of sales", "a range"),
        (Experience(months_min=6, months_max=12, area="sales"), "6 to 12 months of sales", "a range in months"),
        (Experience(months_min=1, area="sales"), "1 month of sales", "one is one"),
        (Experience(months_min=12, area="a service job"), "1 year of a service job", "it says that it is work"),
        (Experience(months_min=12, area="selling shoes"), "1 year of selling shoes", "doing something is work"),
        (Experience(months_min=12, area="support (prefer"), "1 year of support", "a bracket left open"),
        (Experience(months_min=None, area="front desk"), "experience: front desk", "no length"),
        (Experience(months_min=24, area="any"), "2 years of any work", "whatever the work"),
    ],
)
def test_experience_is_asked_in_the_length_people_say(asked, words, reason):
    assert verdict(person(), posting(asks("experience", asked)), "experience").asked == words, reason


def test_experience_names_the_jobs_it_comes_from_the_nearest_first_and_how_far_they_reach():
    asked = Experience(months_min=60, area="till", role_families=("cashier",))
    waiter = job("Waiter", "other", "2016-02", "2017-01")
    found = verdict(
        person(waiter, job("Cashier", "cashier", "2014-01", "2016-01")),
        posting(asks("experience", asked)),
        "experience",
    )
    assert found.reason == "Your work as Cashier and as Waiter counts for about 30 of 60 months."


def test_a_job_without_a_title_is_an_earlier_job():
    untitled = job("", "cashier", "2015-01", "2016-01")
    assert verdict(person(untitled), posting(), "role_family").reason == "You did this in an earlier job."


def test_a_kind_of_work_that_has_no_name_is_called_so():
    assert verdict(person(), posting(role_family="other"), "role_family").asked == "this kind of work"


def test_experience_in_a_program_that_is_asked_anyway_is_not_asked_twice():
    opera = asks("tool", Tool(name="Oracle OPERA"))
    again = asks("experience", Experience(months_min=None, area="Oracle OPERA"))
    long = asks("experience", Experience(months_min=24, area="Oracle OPERA"))
    assert [v.asked for v in fit(person(), posting(opera, again)).verdicts if v.kind == "experience"] == []
    assert [v.asked for v in fit(person(), posting(opera, long)).verdicts if v.kind == "experience"] == [
        "2 years of Oracle OPERA work"
    ]


def test_a_language_known_at_no_stated_level_is_asked_for_its_level():
    knows = person(facts=(holds("language", Language(tag="es")),))
    (question,) = fit(
        knows, posting(asks("language", Language(tag="es", cefr="C1")), duties=("handle_cash",))
    ).questions[:1]
    assert question.text == "They ask for Spanish C1: how well do you speak it?"


def test_several_things_of_one_kind_are_asked_in_one_question():
    assert ask("schedule", ["weekends", "nights"]) == "Would these hours suit you: weekends, nights?"


def test_experience_without_words_of_its_own_is_named_by_its_kind_of_work():
    asked = Requirement(kind="experience", value=Experience(months_min=12, area="", role_families=("cashier",)))
    assert describe(asked, {}) == "1 year of till work"
    assert describe(Requirement(kind="experience", value=Experience(months_min=12)), {}) == "1 year of any work"
