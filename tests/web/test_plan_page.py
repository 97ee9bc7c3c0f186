"""A plan on paper: whole, plain, one sheet, and a caseload's page that prints as one sheet as well."""

import re
import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from built_page import HOSTILE, Page
from msgspec.structs import replace
from pypdf import PdfReader
from test_page import overview as an_overview

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.services.plans.keeping import make_plan, tick
from groundfloor.services.plans.records import Change, OtherWay, Plan, PlanView, Tick
from groundfloor.services.plans.showing import show_plan
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints
from groundfloor.web.page import render_case, render_overview
from groundfloor.web.plan_page import render_plan, tell_day

MADE, LATER = date(2026, 1, 15), date(2026, 3, 2)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def a_plan() -> Plan:
    constraints = RouteConstraints(country="US")
    answer = plan_routes(
        open_catalogue(), start_role="retail.cashier", goal="retail.store-manager", constraints=constraints
    )
    return make_plan(answer, today=MADE)


def hostile(view: PlanView) -> PlanView:
    """The same plan with text that tries to be more than text in every place that a file or a person can fill."""
    thing = view.steps[0].items[0]
    item = replace(thing.item, name=HOSTILE, summary=HOSTILE, body=HOSTILE, url="javascript:alert(1)")
    step = replace(view.steps[0], opens=HOSTILE, warnings=(HOSTILE,), items=(replace(thing, item=item),))
    return replace(
        view,
        plan_id=HOSTILE,
        person=HOSTILE,
        next=HOSTILE,
        steps=(step, *view.steps[1:]),
        behind=(Tick(kind="item", id="x", name=HOSTILE, on="2026-02-01"),),
        changes=(Change(what=HOSTILE, why=HOSTILE),),
        other_ways=(OtherWay(roles=(HOSTILE,), months_min=1, months_max=2),),
    )


FRESH = show_plan(a_plan(), today=MADE)
BEGUN = show_plan(tick(a_plan(), ["1.1", "1"], on=LATER, today=LATER)[0], today=LATER)
PAGES = {
    "just made": render_plan(FRESH),
    "begun": render_plan(BEGUN),
    "reached": render_plan(
        show_plan(tick(a_plan(), [str(len(a_plan().route.steps))], on=LATER, today=LATER)[0], today=LATER)
    ),
    "without a step": render_plan(show_plan(replace(a_plan(), route=replace(a_plan().route, steps=())), today=LATER)),
    "with hostile text everywhere": render_plan(hostile(FRESH)),
    "of a caseload": render_case(an_overview()),
    "of a caseload without a route": render_case(an_overview(found=False)),
    "of a caseload with hostile text": render_case(an_overview(HOSTILE)),
}


def test_everything_to_do_has_a_box_and_room_for_the_day() -> None:
    html = PAGES["just made"]
    assert html.count('aria-label="to do"') == FRESH.things
    assert html.count('class="day"') == sum(len(step.items) for step in FRESH.steps)


def test_every_state_is_told_in_words_not_by_its_sign_alone() -> None:
    labels = {value for value in Page(PAGES["begun"]).values("aria-label") if value in ("to do", "done")}
    assert labels == {"to do", "done"}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("My plan: Store manager", "the goal heads the page"),
        (f"2 of {BEGUN.things} done on 2 March 2026", "how far it has come"),
        ("you are here", "where the person stands"),
        ("Since 2 March 2026", "the day a step was done"),
        ("Next: ", "what comes first"),
        ("not promises", "months are usual times"),
        ("groundfloor plan tick cashier-to-retail.store-manager", "how to tick it off"),
    ],
)
def test_the_page_of_a_plan_says(words: str, why: str) -> None:
    assert words in " ".join(Page(PAGES["begun"]).words.split()), why


def test_what_was_done_on_an_earlier_way_is_still_on_the_page() -> None:
    assert "Done before" in Page(PAGES["with hostile text everywhere"]).words


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert render_plan(FRESH) == render_plan(show_plan(a_plan(), today=MADE))


def test_a_day_is_written_as_people_write_it() -> None:
    assert tell_day("2026-11-05") == "5 November 2026"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Jobs that fit", "jobs first"),
        ("To ask", "questions with room to write"),
        ("Do you speak Clerk?", "the most telling question"),
        ("The quickest way to lead", "the way"),
        ("Find work as", "nobody starts from nothing without a first job"),
    ],
)
def test_the_sheet_of_a_caseload_says(words: str, why: str) -> None:
    page = an_overview()
    start = replace(page.plan.start, role=None)
    html = render_case(replace(page, plan=replace(page.plan, start=start)))
    sheet = html[html.index('<div class="sheet"') :]
    assert words in " ".join(Page(sheet.removesuffix("</body>\n</html>\n")).words.split()), why


def test_the_page_of_one_person_has_no_sheet_unless_asked() -> None:
    assert 'class="sheet"' not in render_overview(an_overview())


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine to print with")
@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("page", ["just made", "begun", "of a caseload"])
def test_in_a_browser_it_prints_on_one_sheet_with_its_last_line(page: str, paper: str, tmp_path: Path) -> None:
    html, count = re.subn("@page {", f"@page {{ size: {paper};", PAGES[page])
    assert count
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'browser'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={tmp_path / 'page.pdf'}",
        (tmp_path / "page.html").as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed = PdfReader(tmp_path / "page.pdf")
    assert len(printed.pages) == 1
    width = {"A4": 595, "letter": 612}[paper]
    assert round(printed.pages[0].mediabox.width) == width
    # A browser prints "fi" as one sign.
    text = " ".join(unicodedata.normalize("NFKC", printed.pages[0].extract_text()).split())
    assert ("stands in the file it was printed from" if page == "of a caseload" else "groundfloor plan tick") in text
