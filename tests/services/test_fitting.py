"""Matching as a service: a person, postings as read, the bundled weights."""

import msgspec
import pytest
from msgspec import structs

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Coded, Education, Fact, Language, Span, Tool
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Preferences, Profile, Schooling
from groundfloor.services.fitting import match_profile

CATALOGUE = open_catalogue()


def person():
    job = Job(
        title="Cashier",
        start="2016-01",
        end="2018-01",
        current=False,
        role_family="cashier",
        level="ground",
        customer_facing=True,
        people_managed=False,
        quote="Cashier",
        span=Span(0, 7),
    )
    tool = Fact(kind="tool", value=Tool(name="Excel"), quote="Excel", span=Span(40, 45))
    return Profile(
        id="person",
        jobs=(job,),
        education=(Schooling(level="secondary"),),
        facts=(tool,),
        duties=("handle_cash",),
        role_family_now="cashier",
    )


def posting(name, family="cashier", level="ground", facts=(), **more):
    cash = Fact(kind="duty", value=Coded(code="handle_cash"), quote="handle cash", span=Span(3, 14))
    return PostingReading(
        id=name,
        title=f"{family} wanted",
        role_family=family,
        level=level,
        soc=(),
        industry="retail",
        workplace="onsite",
        direction="not_stated",
        facts=(cash, *facts),
        duties=("handle_cash",),
        **more,
    )


FRENCH = Fact(kind="language", value=Language(tag="fr", cefr="C1"), strength="required", quote="fluent French")
DEGREE = Fact(kind="education", value=Education(level="bachelor"), strength="required", quote="degree")
POSTINGS = (
    posting("head", "service_manager", "head", (DEGREE,)),
    posting("french", facts=(FRENCH,)),
    posting("till"),
    posting("desk", "receptionist"),
)


def match(*postings, top=10):
    return match_profile(person(), postings, CATALOGUE, top=top)


def test_the_cashier_finds_the_till_first_and_the_french_one_last():
    assert [found.id for found in match(*POSTINGS).matches] == ["till", "desk", "head", "french"]


def test_a_match_carries_title_employer_and_the_words_of_both_sides():
    (best,) = match(posting("till", employer="A shop", location="Leeds"), top=1).matches
    assert (best.title, best.employer, best.location) == ("cashier wanted", "A shop", "Leeds")
    quotes = {v.kind: (v.posting_evidence, v.profile_evidence) for v in best.verdicts}
    assert quotes["duty"][0].quote == "handle cash"
    assert quotes["role_family"][1].quote == "Cashier"


def test_a_match_carries_the_warnings_of_the_advertisement_and_a_place_without_empty_parts():
    bare = PostingReading(
        id="bare",
        title="Cashier",
        location="US, ,  Austin",
        role_family="cashier",
        level="ground",
        soc=(),
        industry="retail",
        workplace="onsite",
        direction="not_stated",
        warnings=("employer_hidden",),
        facts=(),
    )
    (match,) = match_profile(person(), [bare], CATALOGUE, top=1).matches
    assert (match.location, match.warnings) == ("US, Austin", ("employer_hidden",))


def test_the_same_advertisement_counts_once_and_names_its_repeats():
    more = tuple(
        Fact(kind="check", value=Coded(code=code), quote=f"a {code} check", span=Span(0, 5))
        for code in ("drug", "credit")
    )
    report = match(posting("first", facts=more), posting("again", facts=more), posting("other"))
    assert (report.compared, report.repeated) == (2, 1)
    assert [(finding.code, finding.where) for finding in report.findings] == [("posting-repeated", "again")]
    assert next(found for found in report.matches if found.id == "first").repeated_as == ("again",)


def test_two_different_postings_under_one_id_are_both_kept():
    report = match(posting("1"), posting("1", "receptionist"), posting("1", "collections"))
    assert [(found.id, found.title) for found in report.matches] == [
        ("1", "cashier wanted"),
        ("1", "receptionist wanted"),
        ("1", "collections wanted"),
    ]


def test_the_order_of_arrival_changes_nothing():
    assert match(*POSTINGS) == match(*reversed(POSTINGS))


def test_only_as_many_as_are_wanted_come_back_and_none_gives_none():
    assert len(match(*POSTINGS, top=2).matches) == 2
    assert match().matches == ()


def test_the_json_has_profile_and_matches_with_score_limits_and_verdicts():
    plain = msgspec.json.decode(msgspec.json.encode(match(*POSTINGS)))
    assert plain["profile"] == "person"
    assert {"id", "score", "limits", "verdicts", "questions", "title"} <= set(plain["matches"][0])
    (limit,) = plain["matches"][-1]["limits"]
    assert (limit["kind"], limit["state"], limit["asked"]) == ("language", "doubtful", "French C1")


def test_scores_are_the_sums_of_the_terms_shown():
    for found in match(*POSTINGS).matches:
        assert found.score == pytest.approx(sum(verdict.term for verdict in found.verdicts), abs=1e-12)


@pytest.mark.parametrize(
    ("wish", "hint", "reason"),
    [
        ("Atlantis", "Name a town as the advertisements do, a region or a country.", "nothing comes near"),
        ("Leds", "Did you mean Leeds, GB?", "a letter left out of a town that is there"),
        ("Leeds", None, "an advertisement is there"),
        ("Texas", None, "a region that none of them lies in is an answer, not a slip"),
    ],
)
def test_a_place_that_nobody_knows_is_told_and_not_silently_matched(wish, hint, reason):
    wishing = structs.replace(person(), preferences=Preferences(places=(wish,)))
    report = match_profile(wishing, [posting("till", location="Leeds, GB")], CATALOGUE, top=1)
    assert [found.hint for found in report.findings] == ([hint] if hint else []), reason
