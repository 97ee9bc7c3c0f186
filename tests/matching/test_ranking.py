"""Ranking many postings gives what explaining each of them gives."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small_world import (
    RELATIONS,
    Coded,
    Education,
    Experience,
    Language,
    Preferences,
    Schooling,
    Tool,
    asks,
    fit,
    holds,
    job,
    person,
    posting,
)

from groundfloor.matching.attainments import attainments_of
from groundfloor.matching.fit import SCORE_DIGITS
from groundfloor.matching.ranking import pack_postings, rank
from groundfloor.matching.requirements import requirements_of
from groundfloor.model.vocabulary import CEFR_LEVELS, DUTIES, EDUCATION_LEVELS, INDUSTRIES, LEVELS, ROLE_FAMILIES

families, levels = st.sampled_from(ROLE_FAMILIES), st.sampled_from(LEVELS)
FAMILIES = ("cashier", "bank_teller", "collections")
titles = st.sampled_from(["Cashier", "Wine Seller", "Customer Service Agent"])
tags, cefr = st.sampled_from(["es", "en", "fr", "und"]), st.sampled_from([None, *CEFR_LEVELS])
strengths = st.sampled_from(["required", "preferred"])
tools = st.sampled_from(["helpdesk.zendesk", "helpdesk.freshdesk", "pos.till", "unheard.of"])
dates = st.integers(2000, 2019).map(str) | st.integers(1, 12).map(lambda month: f"2010-{month:02}")

asked = st.one_of(
    st.builds(lambda v, s: asks("education", Education(level=v), s), st.sampled_from(EDUCATION_LEVELS), strengths),
    st.builds(lambda t, c, s: asks("language", Language(tag=t, cefr=c), s), tags, cefr, strengths),
    st.builds(lambda t, s: asks("tool", Tool(name=t, id=t), s), tools, strengths),
    st.builds(
        lambda m, a, f, s: asks("experience", Experience(months_min=m, area=a, role_families=f), s),
        st.sampled_from([None, 0, 6, 24]),
        st.sampled_from(["any", "wine", "Wine and spirits, retail", "customer service"]),
        st.lists(families, max_size=2).map(tuple),
        strengths,
    ),
)
held = st.one_of(
    st.builds(lambda t, c: holds("language", Language(tag=t, cefr=c)), tags, cefr),
    st.builds(lambda t: holds("tool", Tool(name=t, id=t)), tools),
    st.builds(lambda d: holds("duty", Coded(code=d)), st.sampled_from(DUTIES)),
)
readings = st.lists(
    st.builds(
        posting,
        id=st.text("abc", min_size=1, max_size=3),
        role_family=families,
        level=levels,
        industry=st.sampled_from(INDUSTRIES),
        duties=st.lists(st.sampled_from(DUTIES), max_size=3, unique=True).map(tuple),
        schedule=st.sampled_from([(), ("nights",), ("flexible",)]),
        training_offered=st.booleans(),
        location=st.sampled_from(["", "Salem, Oregon", "Toronto, CA", "London, UK", "Salem"]),
        workplace=st.sampled_from(["not_stated", "remote", "onsite"]),
        warnings=st.sampled_from([(), ("fee_asked",), ("pay_too_good",), ("contact_off_platform", "pay_too_good")]),
    ).flatmap(lambda reading: st.lists(asked, max_size=5).map(lambda facts: _with(reading, facts))),
    min_size=1,
    max_size=12,
    unique_by=lambda reading: reading.id,
)
people = st.builds(
    lambda jobs, facts, schooling, refused, places, remote: person(
        *jobs,
        facts=tuple(facts),
        education=tuple(schooling),
        preferences=Preferences(refused_schedules=refused, places=places, remote_only=remote),
    ),
    st.lists(
        st.builds(lambda t, f, r, at: job(t, f, at, at, level=r), titles, families, levels, dates),
        max_size=4,
    ),
    st.lists(held, max_size=4),
    st.lists(st.builds(Schooling, level=st.sampled_from(EDUCATION_LEVELS), in_progress=st.booleans()), max_size=2),
    st.sampled_from([(), ("nights",)]),
    st.sampled_from([(), ("US",), ("Canada", "London"), ("Salem",)]),
    st.booleans(),
)


def _with(reading, facts):
    return replace(reading, facts=tuple(facts))


@given(profile=people, postings=readings, top=st.integers(1, 14))
def test_ranked_scores_are_the_explained_ones_and_the_order_is_theirs(profile, postings, top):
    packed = pack_postings([(reading.id, requirements_of(reading)) for reading in postings], RELATIONS)
    ranked = rank(packed, attainments_of(profile), RELATIONS, top=top)
    explained = sorted(
        (fit(profile, reading) for reading in postings),
        key=lambda found: (found.tier, -round(found.score, SCORE_DIGITS), found.id),
    )[:top]
    assert [(place.id, place.tier) for place in ranked] == [(found.id, found.tier) for found in explained]
    assert all(abs(place.score - found.score) < 1e-9 for place, found in zip(ranked, explained, strict=True))


def ranked_ids(profile, *postings, top=10):
    packed = pack_postings([(reading.id, requirements_of(reading)) for reading in postings], RELATIONS)
    return [place.id for place in rank(packed, attainments_of(profile), RELATIONS, top=top)]


def test_a_broken_limit_sorts_below_every_unbroken_posting_but_is_not_hidden():
    nights = posting(id="a-perfect-but-nights", schedule=("nights",))
    far = posting(id="far-away-work", role_family="collections", level="head")
    wishes = Preferences(refused_schedules=("nights",))
    assert ranked_ids(person(preferences=wishes), nights, far) == ["far-away-work", "a-perfect-but-nights"]


def test_a_doubtful_limit_sorts_between_kept_and_broken_ones():
    spanish = posting(asks("language", Language(tag="es")), id="spanish")
    nights = posting(id="nights", schedule=("nights",))
    plain = posting(id="plain", role_family="collections")
    wishes = Preferences(refused_schedules=("nights",))
    assert ranked_ids(person(preferences=wishes), nights, spanish, plain) == ["plain", "spanish", "nights"]


def test_equal_scores_come_in_the_order_of_ids_whatever_the_order_of_arrival():
    twins = [posting(id=name) for name in "cab"]
    assert ranked_ids(person(), *twins) == ["a", "b", "c"]
    assert ranked_ids(person(), *twins, top=2) == ["a", "b"]


def test_postings_are_ranked_alike_in_one_block_and_in_many(monkeypatch):
    postings = [
        posting(id=f"{level}-{family}", level=level, role_family=family) for level in LEVELS for family in FAMILIES
    ]
    at_once = ranked_ids(person(), *postings, top=50)
    monkeypatch.setattr("groundfloor.matching.ranking._BLOCK", 2)
    assert ranked_ids(person(), *postings, top=50) == at_once


def test_a_posting_that_asks_much_beside_the_work_is_not_skipped_with_its_group():
    profile = person(duties=("handle_cash",), education=(Schooling(level="secondary"),))
    alike = {"role_family": "bank_teller", "level": "ground"}
    bare = posting(id="bare", **alike)
    served = asks("experience", Experience(months_min=6, area="till", role_families=("cashier",)))
    school = asks("education", Education(level="secondary"))
    rich = posting(served, school, id="rich", duties=("handle_cash",), **alike)
    middle = posting(asks("language", Language(tag="es"), "preferred"), id="middle")
    assert ranked_ids(profile, bare, rich, middle, top=1) == ["rich"]


def test_no_postings_give_no_ranking():
    assert ranked_ids(person()) == []
