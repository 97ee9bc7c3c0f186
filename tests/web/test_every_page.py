"""Every page, of a person, a plan or a caseload: whole, plain to every reader, no way in for hostile text."""

from collections import Counter
from itertools import pairwise

import pytest
import test_page
import test_plan_page
from built_page import Page

from groundfloor.web.page import render_overview

PAGES = {
    **{f"of a person {name}": render_overview(overview) for name, overview in test_page.PAGES.items()},
    **{f"of a plan {name}": html for name, html in test_plan_page.PAGES.items()},
}


@pytest.fixture(params=PAGES, ids=lambda name: name.replace(" ", "-"))
def html(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


def test_every_element_is_closed_where_it_belongs(html: str) -> None:
    assert Page(html).tags["main"] == 1


def test_the_page_has_a_language_a_title_and_one_main_heading(html: str) -> None:
    page = Page(html)
    assert ("html", "lang", "en") in page.attributes
    assert page.tags["title"] >= 1
    assert page.headings.count(1) == 1


def test_no_id_stands_twice_and_every_reference_has_its_target(html: str) -> None:
    page = Page(html)
    ids = Counter(page.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    inside = [value[1:] for value in page.values("href") if value.startswith("#")]
    assert [name for name in inside + page.values("aria-labelledby") if name not in ids] == []


def test_headings_never_skip_a_level(html: str) -> None:
    assert all(below <= above + 1 for above, below in pairwise(Page(html).headings))


def test_nothing_is_fetched_and_nothing_runs(html: str) -> None:
    page = Page(html)
    assert page.tags["script"] == page.tags["img"] == page.tags["iframe"] == 0
    assert page.values("src") == []
    assert [value for tag, name, value in page.attributes if tag == "link" and name == "href"] == ["data:,"]
    assert [name for _, name, _ in page.attributes if name.startswith("on")] == []
    assert "@import" not in html
    assert "url(" not in html


def test_links_lead_to_sections_or_to_the_web_and_nowhere_else(html: str) -> None:
    links = [value for tag, name, value in Page(html).attributes if tag == "a" and name == "href"]
    assert [link for link in links if not link.startswith(("#", "https://", "http://"))] == []


@pytest.mark.parametrize("name", [name for name in PAGES if "hostile" in name])
def test_hostile_text_is_shown_as_the_text_it_is(name: str) -> None:
    assert "<script" not in PAGES[name]
    assert "{{ 7 * 7 }}" in Page(PAGES[name]).words
