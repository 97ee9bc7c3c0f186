"""The page of one person: whole, plain to every reader and machine, and never a way in for hostile text."""

import pytest
from built_page import HOSTILE, Page
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.records import Cite, Source
from groundfloor.matching.attainments import Evidence
from groundfloor.matching.fit import Limit, Question, Verdict
from groundfloor.model.facts import Coded, Fact, Hours, Language, Pay, Span
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Profile, Schooling
from groundfloor.model.vocabulary import GRADES, Grade
from groundfloor.services.fitting import Match, MatchReport
from groundfloor.services.overview import Overview, build_overview, list_marks_beside, tell_pay
from groundfloor.services.routes.records import (
    GoalChoice,
    ItemView,
    NeedView,
    NothingFound,
    PayFigure,
    PlannedRoute,
    Price,
    Relaxation,
    RoleView,
    RouteConstraints,
    RoutePlan,
    RouteStep,
    StageView,
    StartChoice,
)
from groundfloor.web.page import GRADE_WORDS, group_by_grade, render_overview

CITE = Cite(source="survey", place="table 1", checked="2026-11-25")
CLERK = RoleView(
    id="desk.clerk", name="Clerk", family="receptionist", level="ground", industry="desk", industry_name="Desks"
)
LEAD = RoleView(id="desk.lead", name="Lead", family="team_leader", level="lead", industry="desk", industry_name="Desks")


def verdict(grade: Grade, asked: str = "Spanish B2", quote: str = "Spanish is a must") -> Verdict:
    return Verdict(
        kind="language",
        asked=asked,
        strength="required",
        grade=grade,
        reason=f"Because of {asked}.",
        weight=0.1,
        share=0.5,
        term=0.05,
        rule="language.met",
        posting_evidence=Evidence(quote=quote, span=Span(0, 5)),
        profile_evidence=Evidence(quote="good Spanish", span=Span(3, 9)),
    )


def match(text: str = "Guest services") -> Match:
    return Match(
        id="p1",
        score=0.725,
        tier=2,
        title=text,
        employer=text,
        location=text,
        limits=(Limit(kind="language", asked=text, state="broken", reason=text),),
        verdicts=tuple(verdict(grade, asked=f"{grade} {text}", quote=text) for grade in GRADES),
        questions=(Question(kind="language", asked=text, text=f"Do you speak {text}?", gain=0.1),),
    )


def reading(text: str = "Guest services") -> PostingReading:
    pay = Fact(kind="pay", value=Pay(min=15, max=17.5, currency="USD", period="hour"), quote=text)
    fee = Fact(kind="warning", value=Coded(code="fee_asked"), quote=text)
    return PostingReading(
        id="p1",
        title=text,
        role_family="guest_services",
        level="ground",
        soc=(),
        industry="hospitality_food",
        workplace="onsite",
        direction="not_stated",
        facts=(pay, fee),
        warnings=("fee_asked", "hours_missing"),
    )


def step(text: str = "Training") -> RouteStep:
    item = ItemView(
        id="all.course",
        name=text,
        stage=3,
        summary=text,
        needed=True,
        held=False,
        cost_state="known",
        body=text,
        hours=40,
        price=Price(amount=250, currency="USD", cite=CITE),
        url="https://example.test/course",
        cite=CITE,
    )
    held = ItemView(
        id="all.held",
        name="Held",
        stage=1,
        summary="x",
        needed=False,
        held=True,
        held_because=text,
        cost_state="at_work",
        cite=CITE,
    )
    pay = PayFigure(
        annual_median=30_000,
        currency="USD",
        occupation_code="43-4051",
        occupation=text,
        place="US",
        date="2024-05",
        cite=CITE,
    )
    stages = tuple(
        StageView(stage=stage, name=text, items={1: (held,), 3: (item,)}.get(stage, ())) for stage in (1, 2, 3, 4)
    )
    return RouteStep(
        number=1,
        move_id="up",
        kind="promotion",
        start=CLERK,
        to=LEAD,
        opens=text,
        months_min=12,
        months_max=24,
        months_credited=0,
        months_cite=CITE,
        trodden="common",
        trodden_cite=CITE,
        stages=stages,
        pay_before=pay,
        pay_after=pay,
        warnings=(text,),
        note=text,
        study_hours=40,
        prices=(item.price,) if item.price else (),
        needs=(NeedView(text=text, state="open", required=True, legal_bar=True, because="", cite=CITE),),
    )


def plan(text: str = "Training", *, found: bool = True) -> RoutePlan:
    one = step(text)
    route = PlannedRoute(
        id="route-1",
        labels=("fastest", "cheapest"),
        start=CLERK,
        goal=LEAD,
        steps=(one,),
        months_min=12,
        months_max=24,
        study_hours=40,
        lengths_not_known=1,
        prices=one.prices,
        prices_not_known=("all.exam",),
        rare_moves=0,
        possible_moves=0,
        pay_over_period=60_000,
    )
    nothing = NothingFound(
        reason="blocked-by",
        message=text,
        relax=(Relaxation(condition="months", message=text, needs=30),),
        nearest=LEAD,
        nearest_months=12,
    )
    return RoutePlan(
        start=StartChoice(how="asked", note=text, role=CLERK),
        goal=GoalChoice(kind="role", asked=text, note=text, roles=(LEAD,)),
        constraints=RouteConstraints(),
        routes=(route, route_again(route)) if found else (),
        nothing=None if found else nothing,
        period_months=24,
        notes=(text,),
    )


def route_again(route: PlannedRoute) -> PlannedRoute:
    return replace(route, id="route-2", labels=(), pay_over_period=None, study_hours=None)


def profile(text: str = "Clerk") -> Profile:
    job = Job(
        title=text,
        start="2020-01",
        end=None,
        current=True,
        role_family="receptionist",
        level="ground",
        customer_facing=True,
        people_managed=False,
        employer=text,
        quote=text,
    )
    spanish = Fact(kind="language", value=Language(tag="es", cefr="B2"), quote=text)
    return Profile(
        id=text,
        jobs=(job,),
        education=(Schooling(level="secondary", field=text, quote=text),),
        facts=(spanish,),
        months_customer_facing=25,
    )


def overview(text: str = "Clerk", *, found: bool = True) -> Overview:
    report = MatchReport(profile=text, matches=(match(text),), compared=3, repeated=1)
    page = build_overview(profile(text), report, plan(text, found=found), open_catalogue(), readings=[reading(text)])
    source = Source(publisher=text, title=text, url="https://example.test", accessed="2026-11-25", licence=text)
    return replace(page, sources={"survey": source})


PAGES = {
    "with routes": overview(),
    "without a route": overview(found=False),
    "with hostile text everywhere": overview(HOSTILE),
    "of somebody of whom nothing is known": build_overview(
        Profile(id="nobody"),
        MatchReport(profile="nobody", matches=(), compared=0, repeated=0),
        plan(found=False),
        open_catalogue(),
    ),
}


def test_a_course_whose_address_would_run_code_has_no_link() -> None:
    page = overview()
    item = replace(page.plan.routes[0].steps[0].stages[2].items[0], url="javascript:alert(1)")
    stages = (StageView(stage=3, name="x", items=(item,)),)
    route = replace(page.plan.routes[0], steps=(replace(page.plan.routes[0].steps[0], stages=stages),))
    assert "javascript:" not in render_overview(replace(page, plan=replace(page.plan, routes=(route,))))


def test_an_advertisement_whose_address_would_run_code_has_no_link() -> None:
    page = overview()
    card = replace(page.cards[0], match=replace(page.cards[0].match, url="javascript:alert(1)"))
    assert "javascript:" not in render_overview(replace(page, cards=(card,)))


def test_a_link_that_would_run_code_is_not_made_a_link() -> None:
    page = overview()
    bad = replace(page.sources["survey"], url="javascript:alert(1)")
    assert "javascript:" not in render_overview(replace(page, sources={"survey": bad}))


def test_every_grade_is_told_in_words_and_by_a_sign_of_its_own() -> None:
    words = Page(render_overview(overview())).words
    assert all(word in words for _, word in GRADE_WORDS.values())
    assert len({sign for sign, _ in GRADE_WORDS.values()}) == len(GRADES)


def test_verdicts_are_grouped_best_grade_first_and_empty_groups_left_out() -> None:
    said = replace(verdict("unknown"), rule="unsaid")
    assert [group.words for group in group_by_grade([said, verdict("unknown")])] == [
        "Not known yet",
        "Not in the advertisement",
    ]
    groups = group_by_grade([verdict("missing"), verdict("met"), verdict("met")])
    assert [(group.grade, len(group.verdicts)) for group in groups] == [("met", 2), ("missing", 1)]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("good Spanish", "the résumé's words behind a verdict"),
        ("Limit:", "a broken limit heads the job"),
        ("Asks you to pay a fee.", "a mark of fraud"),
        ("Not said: the hours.", "what the advertisement leaves out"),
        ("USD 15.00 to 17.50 an hour", "pay as published"),
        ("about USD 31,200 to 36,400 a year at 40 hours a week (assumed)", "the labelled yearly equivalent"),
        ("1 was published more than once and counts once", "repeats"),
        ("Do you speak Clerk?", "the next question"),
        ("USD 250", "a published price"),
        ("1 price not known", "a price nobody publishes"),
        ("not seen in the résumé", "a need still open"),
        ("You hold it: Clerk", "an item held"),
        ("Spanish, B2", "a language of the profile"),
        ("2 years and 1 month of work with customers", "time with customers"),
    ],
)
def test_the_page_says(words: str, why: str) -> None:
    text = " ".join(Page(render_overview(overview())).words.split())
    assert words in text, why


def test_a_page_without_a_route_says_why_and_what_comes_nearest() -> None:
    text = " ".join(Page(render_overview(overview(found=False))).words.split())
    assert "No route:" in text
    assert "The nearest role you can reach: Lead" in text


def test_the_same_record_gives_the_same_bytes() -> None:
    assert render_overview(overview()) == render_overview(overview())


def test_the_drawing_is_named_and_told_again_in_words() -> None:
    page = Page(render_overview(overview()))
    assert ("svg", "role", "img") in page.attributes
    assert "Staircase from Clerk up to Lead; the steps are listed below in words." in page.words


@pytest.mark.parametrize(
    ("pay", "hours", "published", "yearly"),
    [
        (
            Pay(min=15, max=15, currency="USD", period="hour"),
            20.0,
            "USD 15 an hour",
            "about USD 15,600 a year at 20 hours a week, 52 weeks",
        ),
        (
            Pay(min=None, max=600, currency="GBP", period="week"),
            None,
            "GBP up to 600 a week",
            "about GBP up to 31,200 a year over 52 weeks",
        ),
        (Pay(min=40_000, max=52_000, currency="USD", period="year"), None, "USD 40,000 to 52,000 a year", ""),
        (Pay(min=500, max=None, currency="USD", period="once", kind_of_pay="bonus"), None, "USD 500 once in bonus", ""),
        (
            Pay(min=90_000, max=None, currency="USD", period="year", kind_of_pay="ote"),
            None,
            "USD 90,000 a year on target, commission included",
            "",
        ),
        (
            Pay(min=6_000, max=None, currency="USD", period="month", kind_of_pay="ote"),
            None,
            "USD 6,000 a month on target, commission included",
            "",
        ),
        (Pay(min=120, max=None, currency=None, period="day"), None, "120 a day", ""),
    ],
)
def test_pay_stands_as_published_and_only_base_pay_has_a_labelled_equivalent(
    pay: Pay, hours: float | None, published: str, yearly: str
) -> None:
    line = tell_pay(pay, hours)
    assert (line.published, line.yearly) == (published, yearly)


def test_hours_stated_in_the_advertisement_are_used_for_the_equivalent() -> None:
    part_time = reading()
    hours = Fact(kind="hours", value=Hours(min=20, max=20), quote="20 hours")
    report = MatchReport(profile="x", matches=(match(),), compared=1, repeated=0)
    page = build_overview(
        profile(), report, plan(), open_catalogue(), readings=[replace(part_time, facts=(*part_time.facts, hours))]
    )
    assert page.cards[0].pay[0].yearly == "about USD 15,600 to 18,200 a year at 20 hours a week, 52 weeks"


def test_pay_by_commission_only_is_told_once() -> None:
    sold = replace(verdict("unknown"), kind="warning", rule="warning.commission_sold_as_salary")
    found = replace(match(), verdicts=(sold,))
    marks = ("commission_only", "commission_sold_as_salary", "unpaid_trial")
    assert list_marks_beside(marks, found) == ("unpaid_trial",)
