"""Each kind of requirement against what a person holds: one row, one reason."""

import pytest
from small_world import (
    CASHIER,
    Coded,
    Education,
    Experience,
    Language,
    Preferences,
    Qualification,
    Schooling,
    Tool,
    asks,
    fit,
    holds,
    job,
    nobody,
    person,
    posting,
    verdict,
)

AGENT = job("Call Centre Agent", "contact_centre_agent", "2018-01", "2020-01")
WAITER = job("Waiter", "other", "2018-01", "2020-01")
BAKER = job("Baker", "other", "2018-01", "2020-01", customer_facing=False)
FOREMAN = job("Foreman", "other", "2015-01", "2017-01", level="lead", customer_facing=False, people_managed=True)
OWNER = job("Owner", "store_manager", "2018-01", "2020-01", level="executive_owner")


@pytest.mark.parametrize(
    ("jobs", "family", "level", "grade", "share", "reason"),
    [
        ((CASHIER,), "cashier", "experienced", "met", 1.0, "the same work"),
        ((CASHIER,), "bank_teller", "experienced", "nearly", 0.6, "near work, as the table says"),
        ((AGENT, CASHIER), "cashier", "experienced", "met", 0.8, "the same work, but before the latest job"),
        ((CASHIER,), "collections", "experienced", "missing", 0.0, "work that nothing brings near"),
        ((CASHIER,), "collections", "ground", "learnable", 0.5, "ground-floor work is learned on the spot"),
        (
            (CASHIER,),
            "contact_centre_agent",
            "ground",
            "nearly",
            0.7,
            "who has served people learns to serve them by phone",
        ),
        (
            (CASHIER,),
            "contact_centre_agent",
            "experienced",
            "missing",
            0.0,
            "but not where the work is to be known already",
        ),
        ((BAKER,), "contact_centre_agent", "ground", "learnable", 0.5, "who served nobody starts from the beginning"),
        ((BAKER,), "other", "experienced", "unknown", 0.35, "two unnamed kinds of work may be one or not"),
        ((WAITER,), "cashier", "experienced", "nearly", 0.5, "unnamed work with customers is near to a till"),
        ((BAKER,), "cashier", "experienced", "missing", 0.0, "unnamed work without customers is not"),
        ((FOREMAN,), "team_leader", "lead", "nearly", 0.6, "who led people in any work comes near to leading a team"),
        ((BAKER,), "team_leader", "lead", "missing", 0.0, "who led nobody does not"),
    ],
)
def test_the_work_itself_is_judged_by_the_nearest_job(jobs, family, level, grade, share, reason):
    found = verdict(person(*jobs), posting(role_family=family, level=level), "role_family")
    assert (found.grade, found.share) == (grade, pytest.approx(share)), reason


def test_somebody_without_jobs_is_unknown_at_work_and_welcome_on_the_ground_floor():
    assert verdict(nobody(), posting(), "role_family").grade == "unknown"
    assert verdict(nobody(), posting(), "level").grade == "met"
    assert verdict(nobody(), posting(level="manager"), "level").grade == "missing"


@pytest.mark.parametrize(
    ("held", "now", "asked", "grade", "share", "reason"),
    [
        ("ground", "ground", "ground", "met", 1.0, "the same rung"),
        ("ground", "ground", "experienced", "nearly", 0.6, "one step up"),
        ("ground", "ground", "supervisor", "nearly", 0.2, "two steps up"),
        ("ground", "ground", "manager", "missing", 0.0, "three steps up is too far"),
        ("manager", "manager", "experienced", "exceeded", 0.5, "two steps down: overqualified"),
        ("manager", "ground", "manager", "met", 1.0, "a rung once held is held, whatever the latest job"),
        ("manager", "ground", "ground", "met", 1.0, "who works on the ground floor now is not overqualified for it"),
        ("lead", "lead", "supervisor", "met", 1.0, "lead and first-line boss stand at one height"),
    ],
)
def test_steps_up_count_from_the_highest_rung_and_steps_down_from_the_present_one(
    held, now, asked, grade, share, reason
):
    profile = person(job("Job", "cashier", "2015-01", "2017-01", level=held), level_now=now)
    found = verdict(profile, posting(level=asked), "level")
    assert (found.grade, found.share) == (grade, pytest.approx(share)), reason


def test_years_in_ground_floor_work_reach_the_next_rung_whatever_the_title_says():
    three_years = person(job("Cashier", "cashier", "2015-01", "2018-01"))
    assert verdict(three_years, posting(level="experienced"), "level").grade == "met"
    assert verdict(three_years, posting(level="lead"), "level").share == pytest.approx(0.6)
    assert verdict(three_years, posting(level="ground"), "level").grade == "met"


def test_the_owner_of_a_small_business_counts_as_a_manager():
    assert verdict(person(OWNER), posting(level="manager"), "level").grade == "met"
    assert verdict(person(OWNER), posting(level="head"), "level").grade == "nearly"


@pytest.mark.parametrize(
    ("duties", "level", "grade", "reason"),
    [
        (("handle_cash",), "experienced", "met", "the résumé shows it"),
        (("process_orders_payments",), "experienced", "nearly", "a near duty"),
        (("sell_upsell",), "experienced", "missing", "other duties are shown, this one is not"),
        (("sell_upsell",), "ground", "learnable", "ground-floor duties are learned in the job"),
        ((), "experienced", "unknown", "a résumé without any duty says nothing about this one"),
    ],
)
def test_duties_are_met_by_the_same_or_a_near_duty(duties, level, grade, reason):
    reading = posting(duties=("handle_cash",), level=level)
    assert verdict(person(duties=duties), reading, "duty").grade == grade, reason


@pytest.mark.parametrize(
    ("industry", "grade", "reason"),
    [
        ("insurance", "met", "the same industry"),
        ("banking_finance", "nearly", "a near one"),
        ("retail", "missing", "a far one"),
        ("other", "unknown", "the résumé does not tell the industry"),
    ],
)
def test_industries_are_near_or_far_by_the_table(industry, grade, reason):
    profile = person(job("Clerk", "clerical_support", "2015-01", "2016-01", industry=industry))
    assert verdict(profile, posting(industry="insurance"), "industry").grade == grade, reason


@pytest.mark.parametrize(
    ("schooling", "asked", "grade", "reason"),
    [
        ((Schooling(level="bachelor"),), Education(level="bachelor"), "met", "exactly what is asked"),
        ((Schooling(level="master"),), Education(level="secondary"), "exceeded", "more than is asked"),
        ((Schooling(level="associate"),), Education(level="bachelor"), "nearly", "one level short"),
        ((Schooling(level="secondary"),), Education(level="bachelor"), "missing", "too many levels short"),
        ((), Education(level="secondary"), "unknown", "a résumé without schooling is no proof of none"),
        (
            (Schooling(level="secondary"), Schooling(level="bachelor", in_progress=True)),
            Education(level="bachelor"),
            "nearly",
            "on the way to it",
        ),
        (
            (Schooling(level="bachelor", in_progress=True),),
            Education(level="secondary"),
            "nearly",
            "what is in progress is not yet held",
        ),
    ],
)
def test_schooling_follows_the_order_of_levels(schooling, asked, grade, reason):
    found = verdict(person(education=schooling), posting(asks("education", asked)), "education")
    assert found.grade == grade, reason


def test_experience_stands_in_for_a_degree_only_where_the_employer_says_so():
    worker = person(
        job("Agent", "contact_centre_agent", "2010-01", "2014-01"), education=(Schooling(level="secondary"),)
    )
    open_to_it = posting(asks("education", Education(level="bachelor", or_experience=True)))
    strict = posting(asks("education", Education(level="bachelor")))
    assert verdict(worker, open_to_it, "education").grade == "met"
    assert verdict(worker, strict, "education").grade == "missing"


def experience(months, *families, area="customer service"):
    return asks("experience", Experience(months_min=months, area=area, role_families=families))


@pytest.mark.parametrize(
    ("jobs", "asked", "grade", "share", "reason"),
    [
        ((AGENT,), experience(24, "contact_centre_agent"), "met", 1.0, "24 months of it"),
        ((AGENT,), experience(48, "contact_centre_agent"), "nearly", 0.5, "half the time"),
        ((AGENT,), experience(240, "contact_centre_agent"), "missing", 0.0, "a tenth of the time"),
        ((AGENT,), experience(12, "customer_service_representative"), "met", 0.9, "near enough, by nearness"),
        (
            (WAITER,),
            experience(6, "customer_service_representative"),
            "nearly",
            0.8,
            "waiting at table serves customers",
        ),
        ((BAKER,), experience(6, "customer_service_representative"), "missing", 0.0, "baking does not"),
        ((CASHIER,), experience(1, "bank_teller"), "nearly", 0.6, "long near work does not become the work itself"),
        ((AGENT,), experience(None, "contact_centre_agent"), "met", 1.0, "no length given: some months are enough"),
        ((AGENT,), experience(24, area="any"), "met", 1.0, "any work counts"),
        ((AGENT,), experience(12, area="wine"), "unknown", 0.35, "no job title speaks of it"),
        (
            (job("Wine Consultant", "retail_sales_assistant", "2018-01", "2018-07"),),
            experience(12, area="wine"),
            "nearly",
            0.5,
            "a job title speaks of it, for half the time",
        ),
        (
            (job("Call Centre Agent", "contact_centre_agent", None, None),),
            experience(12, "contact_centre_agent"),
            "unknown",
            0.35,
            "the job is the right one, but has no dates",
        ),
    ],
)
def test_experience_counts_months_of_the_area_and_of_near_work(jobs, asked, grade, share, reason):
    found = verdict(person(*jobs), posting(asked), "experience")
    assert (found.grade, found.share) == (grade, pytest.approx(share)), reason


def test_two_jobs_at_once_count_their_months_once():
    twice = (AGENT, job("Call Centre Agent", "contact_centre_agent", "2018-01", "2020-01"))
    assert verdict(person(*twice), posting(experience(48, "contact_centre_agent")), "experience").share == 0.5


def test_a_gap_between_jobs_changes_nothing():
    early = job("Call Centre Agent", "contact_centre_agent", "2001-01", "2002-01")
    late = job("Call Centre Agent", "contact_centre_agent", "2010-01", "2011-01")
    next_to_it = job("Call Centre Agent", "contact_centre_agent", "2009-01", "2010-01")
    reading = posting(experience(24, "contact_centre_agent"), role_family="contact_centre_agent")
    assert fit(person(late, early), reading).score == fit(person(late, next_to_it), reading).score


def test_a_present_job_counts_up_to_the_latest_date_of_the_document():
    agent = job("Call Centre Agent", "contact_centre_agent", "2018-01", None, current=True)
    other = job("Baker", "other", "2017-01", "2019-01")
    reading = posting(experience(24, "contact_centre_agent"))
    assert verdict(person(agent, other), reading, "experience").share == 0.5
    school = (Schooling(level="vocational", year=2019),)
    assert verdict(person(agent, education=school), reading, "experience").share == 0.5


def test_a_ground_floor_job_that_asks_two_years_is_not_learned_on_the_spot():
    asks_much = posting(experience(24, "collections"), role_family="collections")
    assert verdict(person(), asks_much, "role_family").grade == "missing"
    trains = posting(experience(24, "collections"), role_family="collections", training_offered=True)
    assert verdict(person(), trains, "role_family").grade == "learnable"


def test_no_experience_needed_and_no_schooling_needed_ask_nothing():
    reading = posting(experience(0, area="any"), asks("education", Education(level="none")))
    assert {"experience", "education"}.isdisjoint({found.kind for found in fit(person(), reading).verdicts})


def spanish(cefr=None, strength="required"):
    return posting(asks("language", Language(tag="es", cefr=cefr), strength))


@pytest.mark.parametrize(
    ("held", "reading", "grade", "limit", "reason"),
    [
        (Language(tag="es", cefr="C1"), spanish("B2"), "exceeded", "kept", "more than the level asked"),
        (Language(tag="es-MX", cefr="B2"), spanish("B2"), "met", "kept", "a regional form is the language"),
        (Language(tag="es", cefr="B2"), spanish("C1"), "nearly", "broken", "one level short breaks the limit"),
        (Language(tag="es", cefr="A2"), spanish("C1"), "missing", "broken", "far short"),
        (Language(tag="es"), spanish(), "met", "kept", "no level on either side"),
        (Language(tag="es"), spanish("C1"), "unknown", "open", "knows it, the level is not said"),
        (Language(tag="fr"), spanish(), "unknown", "doubtful", "silence is not no, but usually means it"),
        (Language(tag="fr"), spanish(strength="preferred"), "unknown", None, "a wish is never a limit"),
    ],
)
def test_a_required_language_is_a_limit(held, reading, grade, limit, reason):
    found = verdict(person(facts=(holds("language", held),)), reading, "language")
    assert (found.grade, found.limit) == (grade, limit), reason


def test_a_document_written_in_the_language_shows_it_up_to_working_level():
    assert verdict(person(), posting(asks("language", Language(tag="en"))), "language").grade == "met"
    fluent = verdict(person(), posting(asks("language", Language(tag="en", cefr="C1"))), "language")
    assert (fluent.grade, fluent.limit) == ("unknown", "open")


def test_bilingual_without_a_language_is_met_by_any_second_language():
    bilingual = posting(asks("language", Language(tag="und")))
    assert verdict(person(facts=(holds("language", Language(tag="es")),)), bilingual, "language").grade == "met"
    assert verdict(person(facts=(holds("language", Language(tag="en")),)), bilingual, "language").grade == "unknown"


@pytest.mark.parametrize(
    ("held", "asked", "trains", "grade", "reason"),
    [
        ("helpdesk.zendesk", "helpdesk.zendesk", False, "met", "the same tool"),
        ("helpdesk.freshdesk", "helpdesk.zendesk", False, "nearly", "a tool of the same family"),
        ("chat.olark", "helpdesk.zendesk", False, "nearly", "a tool of a near family"),
        ("helpdesk.zendesk", "generic.helpdesk", False, "met", "any tool of the family is one of its kind"),
        ("generic.helpdesk", "helpdesk.zendesk", False, "nearly", "a kind of tool is not yet the very tool"),
        ("pos.till", "helpdesk.zendesk", False, "missing", "another family"),
        ("pos.till", "helpdesk.zendesk", True, "learnable", "the employer trains"),
        ("helpdesk.zendesk", "pos.till", False, "learnable", "this family is taught in house"),
        (None, "helpdesk.zendesk", False, "unknown", "a résumé without any tool says nothing about this one"),
    ],
)
def test_tools_of_one_family_are_near_to_each_other(held, asked, trains, grade, reason):
    profile = person(facts=(holds("tool", Tool(name="Held", id=held)),) if held else ())
    reading = posting(asks("tool", Tool(name="Asked", id=asked)), training_offered=trains)
    assert verdict(profile, reading, "tool").grade == grade, reason


def test_a_tool_that_the_catalogue_lacks_is_compared_by_name():
    reading = posting(asks("tool", Tool(name="Quick-Desk 2")))
    assert verdict(person(facts=(holds("tool", Tool(name="quick desk 2")),)), reading, "tool").grade == "met"


@pytest.mark.parametrize(
    ("held", "asked", "trains", "grade", "limit", "reason"),
    [
        ("First Aid", "first aid", False, "met", None, "the same certificate"),
        (None, "First Aid", False, "unknown", None, "a certificate is asked about"),
        (None, "First Aid", True, "learnable", None, "the employer trains"),
        (None, "Insurance licence", True, "unknown", "doubtful", "the law wants a licence before the first day"),
        ("Insurance licence", "Insurance licence", False, "met", "kept", "the licence is there"),
    ],
)
def test_a_licence_is_a_limit_and_a_certificate_is_not(held, asked, trains, grade, limit, reason):
    profile = person(facts=(holds("qualification", Qualification(name=held)),) if held else ())
    reading = posting(asks("qualification", Qualification(name=asked)), training_offered=trains)
    found = verdict(profile, reading, "qualification")
    assert (found.grade, found.limit) == (grade, limit), reason


def test_habits_computers_and_checks_are_met_or_asked_about():
    reading = posting(soft_skills=("empathy_patience",), computer_literacy=True, checks=("background",))
    silent = {found.kind: found.grade for found in fit(person(), reading).verdicts}
    assert silent["soft_skill"] == silent["computer_literacy"] == silent["check"] == "unknown"
    spoken = person(
        soft_skills=("empathy_patience",),
        facts=(holds("tool", Tool(name="Excel")), holds("check", Coded(code="background"))),
    )
    held = {found.kind: found.grade for found in fit(spoken, reading).verdicts}
    assert held["soft_skill"] == held["computer_literacy"] == held["check"] == "met"


def test_the_right_to_work_is_a_limit_that_only_the_person_can_settle():
    found = verdict(person(), posting(checks=("right_to_work",)), "check")
    assert (found.grade, found.limit) == ("unknown", "open")


def test_age_is_never_compared():
    assert "check" not in {found.kind for found in fit(person(), posting(checks=("minimum_age",))).verdicts}


@pytest.mark.parametrize(
    ("wishes", "more", "limit", "reason"),
    [
        (Preferences(refused_schedules=("nights",)), {"schedule": ("nights",)}, "broken", "a refused shift"),
        (Preferences(), {"schedule": ("nights",)}, None, "not asked yet"),
        (Preferences(remote_only=True), {"workplace": "onsite"}, "broken", "only work from home"),
        (Preferences(places=("Leeds",)), {"location": "Leeds, UK"}, "kept", "a place that was named"),
        (Preferences(places=("Leeds",)), {"location": "York, UK"}, "broken", "another place"),
        (Preferences(places=("Leeds",)), {"workplace": "remote", "location": "York"}, "kept", "from home"),
    ],
)
def test_refused_shifts_and_places_are_limits(wishes, more, limit, reason):
    found = fit(person(preferences=wishes), posting(**more))
    states = [verdict.limit for verdict in found.verdicts if verdict.kind in ("schedule", "workplace")]
    assert states == ([limit] if limit or "schedule" in more else []), reason
    assert found.tier == (2 if limit == "broken" else 0), reason


@pytest.mark.parametrize(
    ("months", "strength", "share", "reason"),
    [
        (12, "required", 0.35, "a year in an area may stand nowhere in a title"),
        (24, "required", 0.1, "two years leave a trace"),
        (24, "preferred", 0.35, "what is only wished for stays open"),
    ],
)
def test_silence_about_an_area_of_work_says_more_the_longer_it_is_asked(months, strength, share, reason):
    asked = asks("experience", Experience(months_min=months, area="falconry"), strength)
    found = verdict(person(CASHIER), posting(asked), "experience")
    assert (found.grade, found.share) == ("unknown", pytest.approx(share)), reason
