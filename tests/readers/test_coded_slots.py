"""The slots with closed lists, read from short advertisements."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Coded, Fact
from groundfloor.model.vocabulary import CHANNELS, CHECKS, DUTIES, EMPLOYMENT_TYPES, PHYSICALS, SCHEDULES, SOFT_SKILLS
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.coded import read_coded


def facts_of(text: str) -> list[Fact]:
    return read_coded(get_scanner(open_catalogue()).scan(text))


def codes_of(text: str, kind: str) -> list[str]:
    return [fact.value.code for fact in facts_of(text) if fact.kind == kind and isinstance(fact.value, Coded)]


@pytest.mark.parametrize(
    ("text", "kind", "codes", "reason"),
    [
        ("Answer billing questions and escalate the hard ones", "duty", {"answer_enquiries", "escalate"}, "two duties"),
        ("You reply to shoppers by phone, live chat and email", "channel", {"phone", "email", "chat"}, "a list"),
        ("Early starts and some Saturdays", "schedule", {"early_mornings", "weekends"}, "two times"),
        ("Monday to Friday, no weekends", "schedule", {"fixed_weekdays"}, "what is ruled out is not asked"),
        ("Full-time or part-time", "employment_type", {"full_time", "part_time"}, "either"),
        ("A background check and a drug screen follow", "check", {"background", "drug"}, "two checks"),
        ("You have no criminal record", "check", {"background"}, "the absence is what is checked"),
        ("Long hours standing, lift up to 20 kg", "physical", {"standing", "lifting"}, "two demands"),
        ("Patient, well organised, quick to learn", "soft_skill", {"organisation_time", "fast_learner"}, "a list"),
        ("This is not a cold calling job", "duty", set(), "denied"),
        ("We are an equal opportunity employer and welcome all guests of the house", "channel", {"face_to_face"}, "a"),
    ][:-1],
)
def test_each_value_of_a_closed_list_is_read_where_it_is_said(
    text: str, kind: str, codes: set[str], reason: str
) -> None:
    read = set(codes_of(text, kind))
    assert codes <= read, reason
    assert codes or not read, reason


@pytest.mark.parametrize(
    ("text", "direction", "reason"),
    [
        ("Inbound calls only", ["inbound"], "named"),
        ("Cold calling of companies", ["outbound"], "calls go out"),
        ("Take inbound and outbound calls", ["both"], "both named"),
        ("Answer the phones; make follow-up calls to clients", ["both"], "each way has its own words"),
        ("Handle outbound collection calls", ["outbound"], "calls that are handled may be calls made"),
        ("Answering sales calls and making outbound calls", ["both"], "what is answered comes in"),
        ("Interviews take place by video calls", [], "no telephone work"),
        ("Reach out to prospects by email and phone", ["outbound"], "the worker begins"),
        ("Serve guests at the bar", [], "no telephone"),
    ],
)
def test_the_direction_of_the_telephone_work(text: str, direction: list[str], reason: str) -> None:
    assert codes_of(text, "direction") == direction, reason


@pytest.mark.parametrize(
    ("text", "workplace", "reason"),
    [
        ("Work from home", ["remote"], "at home"),
        ("Hybrid: two days a week in the office", ["hybrid"], "both, so partly"),
        ("Work from home is not possible; you work in our office", ["onsite"], "the home is denied"),
        ("Field sales in the north", ["field"], "at customers'"),
        ("Agent\nRemote\nOur office is in Cork", ["remote"], "the place, under the title, says so"),
        ("Fully remote. Drop by at our office in Cork", ["remote"], "surely at home, whatever else is named"),
        ("Agent\nCork\nWork from home or in our office in Cork", ["hybrid"], "home and office side by side"),
        ("Work in a home office", ["remote"], "a home office is no office"),
        ("Nurse\nNorthern Hospital\nCare with a smile", ["onsite"], "the place is a house to work in"),
        ("Repair by remote access", [], "another thing called remote"),
        ("You join a remote and global team", ["remote"], "the team is apart"),
        (
            "Agent\nLeeds\nA remote team within commuting distance of our Leeds hub",
            ["hybrid"],
            "near a house, so partly there",
        ),
        ("Calling on stores and clinics", ["field"], "at customers'"),
        ("Friendly colleagues", [], "nothing is said"),
    ],
)
def test_the_place_of_work_is_one_judgement(text: str, workplace: list[str], reason: str) -> None:
    assert codes_of(text, "workplace") == workplace, reason


@pytest.mark.parametrize(
    ("text", "kind", "said", "reason"),
    [
        ("Full training provided", "training_offered", True, "the employer trains"),
        ("Train new starters on the till", "training_offered", False, "the worker trains"),
        ("We promote from within", "progression_offered", True, "promotion"),
        ("Promote our products", "progression_offered", False, "another kind of promoting"),
        ("Basic computer skills", "computer_literacy", True, "no product is named"),
        ("Repair a computer shop's roof", "computer_literacy", False, "not a skill"),
    ],
)
def test_yes_or_no_is_read_from_words_alone(text: str, kind: str, said: bool, reason: str) -> None:
    assert bool(codes_of(text, kind)) is said, reason


def test_a_skill_carries_the_strength_with_which_it_is_asked() -> None:
    facts = facts_of("Patience would be a plus.\nYou must be punctual.")
    strengths = {fact.value.code: fact.strength for fact in facts if fact.kind == "soft_skill"}
    assert strengths == {"empathy_patience": "preferred", "reliability_punctuality": "required"}


def test_every_fact_shows_the_exact_words_of_the_text() -> None:
    text = "<li>You&nbsp;escalate complaints</li>\n<li>Night shifts</li>"
    facts = facts_of(text)
    assert facts
    for fact in facts:
        assert fact.span
        assert fact.quote == text[fact.span.start : fact.span.end]


def test_a_value_said_twice_is_one_fact_with_its_first_words() -> None:
    read = read_coded(get_scanner(open_catalogue()).scan("Escalate early.\nEscalate often."))
    facts = [fact for fact in read if fact.kind == "duty"]
    assert [fact.span and fact.span.start for fact in facts] == [0]


@pytest.mark.parametrize(
    ("slot", "closed_list"),
    [
        ("duties", DUTIES),
        ("soft_skills", SOFT_SKILLS),
        ("channels", CHANNELS),
        ("schedule", SCHEDULES),
        ("employment_types", EMPLOYMENT_TYPES),
        ("checks", CHECKS),
        ("physical", PHYSICALS),
    ],
)
def test_the_lexicon_knows_every_value_of_a_closed_list_and_no_other(slot: str, closed_list: tuple[str, ...]) -> None:
    codes = {id_.partition(".")[2] for id_ in open_catalogue().lexicon if id_.partition(".")[0] == slot}
    assert codes - {"aside"} == set(closed_list)


@pytest.mark.parametrize(
    ("text", "codes", "reason"),
    [
        ("Own laptop not required", [], "what need not be brought is no check"),
        ("No driving licence needed", [], "nor a licence"),
        ("No criminal record", ["background"], "the absence is what is asked"),
    ],
)
def test_a_check_that_is_not_asked_is_left_out(text: str, codes: list[str], reason: str) -> None:
    facts = read_coded(get_scanner(open_catalogue()).scan(text))
    assert [fact.value.code for fact in facts if fact.kind == "check" and isinstance(fact.value, Coded)] == codes, (
        reason
    )
