"""What would open more jobs: each thing counted on advertisements, alone and among others, and honestly."""

import pytest
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Fact, Language, Tool
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Job, Preferences, Profile, Schooling
from groundfloor.readers.posting import PostingReader
from groundfloor.services.learning import Learning, LearningReport, find_learning

AGENT = Profile(
    id="somebody",
    jobs=(
        Job(
            title="Call centre agent",
            start="2022-01",
            end="2025-06",
            current=False,
            role_family="call_centre_agent",
            level="ground",
            customer_facing=True,
            people_managed=False,
        ),
    ),
    education=(Schooling(level="secondary"),),
    months_customer_facing=42,
    months_worked=42,
)


def ad(id_: str, asks: str, title: str = "Call Centre Agent") -> PostingReading:
    text = f"You answer calls from customers. {asks}"
    return PostingReader(open_catalogue()).read(Posting(id=id_, title=title, requirements=text, employer=f"Firm {id_}"))


def report(*readings: PostingReading, profile: Profile = AGENT, country: str = "") -> LearningReport:
    return find_learning(profile, readings, open_catalogue(), country=country)


def told(things: tuple[Learning, ...]) -> list[str]:
    return [
        f"{' or '.join(thing.names)}: opens {','.join(job.id for job in thing.opens) or '-'}, asked in {thing.asked_in}"
        for thing in things
    ]


def test_a_job_that_lacks_one_thing_is_opened_by_it_and_one_that_lacks_two_is_not() -> None:
    found = report(ad("1", "Fluent Spanish required."), ad("2", "Fluent Spanish and fluent Korean required."))
    assert told(found.things) == ["Spanish C1: opens 1, asked in 2", "Korean C1: opens -, asked in 1"]
    assert (found.compared, found.open_now) == (2, 0)


def test_the_words_that_ask_the_thing_stand_beside_the_job() -> None:
    (spanish,) = report(ad("1", "Fluent Spanish required.")).things
    assert "Spanish" in spanish.opens[0].asked
    assert spanish.opens[0].employer == "Firm 1"
    assert any("DELE" in test for test in spanish.tests)


@pytest.mark.parametrize(
    ("asks", "reason"),
    [
        ("Spanish is a plus.", "what is only wished for closes nothing"),
        ("Full training is given on Zendesk.", "what the employer teaches closes nothing"),
        ("", "an advertisement that asks nothing is open"),
    ],
)
def test_a_job_that_asks_nothing_deciding_is_open_as_it_stands(asks: str, reason: str) -> None:
    found = report(ad("1", asks))
    assert (found.open_now, found.things) == (1, ()), reason


def test_what_the_person_has_is_not_to_be_learnt_again() -> None:
    speaker = Profile(
        **{name: getattr(AGENT, name) for name in AGENT.__struct_fields__ if name != "facts"},
        facts=(Fact(kind="language", value=Language(tag="es", cefr="C2")),),
    )
    assert report(ad("1", "Fluent Spanish required."), profile=speaker).open_now == 1


def test_systems_near_to_each_other_are_one_thing_to_learn() -> None:
    (system,) = report(ad("1", "You must know Amadeus or Sabre.", title="Reservations Agent")).things
    assert set(system.names) == {"Amadeus", "Sabre"}
    assert len(system.opens) == 1


def test_a_higher_level_of_a_language_is_named_only_where_it_opens_more() -> None:
    twice = report(ad("1", "Spanish at B1 level required."), ad("2", "Spanish at C1 level required.")).things
    assert sorted(told(twice)) == ["Spanish B1: opens 1, asked in 1", "Spanish C1: opens 1,2, asked in 2"]
    once = report(ad("1", "Spanish at B1 level and, in writing, Spanish at C1 level required.")).things
    assert len(once) == 1


def test_what_takes_years_stands_after_what_takes_months_however_many_jobs_it_opens() -> None:
    ads = (
        ad("1", "Fluent Korean required."),
        ad("2", "Fluent Korean required."),
        ad("3", "Must know Amadeus."),
    )
    found = report(*ads).things
    assert [(thing.kind, thing.takes_years) for thing in found] == [("tool", False), ("language", True)]


@pytest.mark.parametrize(
    ("held", "years"), [("B2", False), ("B1", True), (None, True)], ids=["one level", "two levels", "from nothing"]
)
def test_one_level_of_a_language_takes_months_and_several_take_years(held: str | None, years: bool) -> None:
    spoken = [
        Fact(kind="language", value=Language(tag="es", cefr=held), strength="stated", quote="", span=None, rule="x")
    ]
    profile = replace(AGENT, facts=tuple(spoken if held else ()))
    (spanish,) = report(ad("1", "Spanish at C1 level required."), profile=profile).things
    assert spanish.takes_years is years


def test_the_same_advertisement_published_twice_counts_once() -> None:
    one = ad("1", "Fluent Spanish required. We pay USD 20 an hour. Monday to Friday.")
    again = PostingReading(**{name: getattr(one, name) for name in one.__struct_fields__ if name != "id"}, id="again")
    assert report(one, again).compared == 1


def test_work_that_is_no_customer_service_is_left_out_and_counted() -> None:
    found = report(ad("1", ""), ad("2", "You build bridges.", title="Civil Engineer"))
    assert (found.compared, found.other_work) == (1, 1)


def test_a_course_of_the_catalogue_is_named_and_only_where_it_serves_the_country() -> None:
    wanted = ad("1", "You must know Amadeus.", title="Reservations Agent")
    assert any("Amadeus" in course.name for thing in report(wanted).things for course in thing.courses)


def test_a_count_on_few_advertisements_says_so() -> None:
    assert any("1 advertisements only" in note for note in report(ad("1", "")).notes)


def test_a_tool_the_resume_names_is_held() -> None:
    knows = Profile(
        **{name: getattr(AGENT, name) for name in AGENT.__struct_fields__ if name != "facts"},
        facts=(Fact(kind="tool", value=Tool(name="Zendesk", id="helpdesk.zendesk")),),
    )
    assert report(ad("1", "Experience with Zendesk is required."), profile=knows).open_now == 1


def test_work_in_another_place_is_opened_by_nothing_that_can_be_learnt() -> None:
    texan = replace(AGENT, preferences=Preferences(places=("Texas",)))
    here = replace(ad("1", "Fluent Spanish required."), location="Austin, TX")
    there = replace(ad("2", "Fluent Spanish required."), location="Leeds, GB")
    assert told(report(here, there, profile=texan).things) == ["Spanish C1: opens 1, asked in 1"]
    found = report(here, there, profile=texan)
    assert (found.compared, found.against_wishes) == (1, 1)


def test_an_advertisement_published_again_counts_once_and_is_told() -> None:
    found = report(ad("1", "Fluent Spanish required."), ad("1", "Fluent Spanish required."))
    assert (found.compared, found.repeated) == (1, 1)


def test_a_course_carries_its_length_and_price_where_a_source_states_them() -> None:
    (loans,) = report(ad("1", "NMLS license required.")).things
    (course,) = loans.courses
    assert (course.id, course.hours) == ("banking.nmls-mortgage-originator", 20)
