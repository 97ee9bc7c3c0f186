"""Whose words a line is, what it requires or prefers, and what it denies."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.readers.frame import Part, ScannedText
from groundfloor.readers.scanning import get_scanner


def scan(text: str, parts: tuple[Part, ...] = ()) -> ScannedText:
    return get_scanner(open_catalogue()).scan(text, parts)


def owners(text: str) -> list[str]:
    return [line.owner for line in scan(text).lines if not line.is_heading]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Requirements\nOwn car", ["ask"], "a heading governs the lines under it"),
        ("Key Responsibilities:\nAnswer calls\nBenefits:\nFree meals", ["job", "offer"], "until the next heading"),
        ("What you'll need\n- Patience", ["ask"], "headings speak to the reader too"),
        ("About Northwind\nWe sell tills", ["employer"], "a name after 'about' is the employer"),
        ("About the role\nYou sell tills", ["job"], "but not when it is the role"),
        ("About you\nKind", ["ask"], "nor when it is the reader"),
        ("Requirements: own car", ["ask"], "a heading on the same line"),
        ("Qualifications:Kind to guests", ["ask"], "a heading glued to its line"),
        ("Experience in the trade is a plus\nOwn car", ["unknown", "unknown"], "a sentence is no heading"),
        ("Duties\nWe are an equal opportunity employer.\nSell", ["equal_opportunity", "job"], "law stands alone"),
        ("Duties\nWe offer a competitive salary.\nSell", ["offer", "job"], "an offer among duties"),
        ("About us\nWe sell tills\nExperience with tills is a plus", ["employer", "ask"], "a plain ask anywhere"),
        ("Benefits\nBeing bilingual is an asset\nGood pay", ["ask", "offer"], "also among the benefits"),
        ("About us\nOver 20 years of experience", ["employer"], "the employer's years are no ask"),
        ("About us\nWe roof. Who You Are 2 years of sales.", ["employer", "ask"], "a heading that runs on"),
        ("Duties\nSell. Requirements High school diploma or more", ["job", "ask"], "a heading of one word runs on"),
        ("Duties\nSell. The Job Description has been approved", ["job", "job"], "a capital alone is no heading"),
        ("Duties\nCall dental practices", ["job"], "dental alone is no benefit"),
        ("Why Northwind\nJoin us", ["employer"], "a question without its mark"),
    ],
)
def test_whose_words_a_line_is(text: str, expected: list[str], reason: str) -> None:
    assert owners(text) == expected, reason


def test_a_posting_field_gives_the_owner_until_a_heading_says_otherwise() -> None:
    text = "We sell tills.\n\nYou answer calls.\n\nBenefits\n\nFree meals"
    lines = scan(text, (Part(0, 14, "employer"), Part(16, len(text), "job"))).lines
    assert [line.owner for line in lines if not line.is_heading] == ["employer", "job", "offer"]


@pytest.mark.parametrize(
    ("text", "strength", "reason"),
    [
        ("Zendesk", "stated", "nothing is said"),
        ("Zendesk is required", "required", "a word behind it"),
        ("Must know Zendesk", "required", "a word before it"),
        ("Zendesk a plus", "preferred", "a plus"),
        ("Ideally you know Zendesk", "preferred", "ideally speaks of what follows"),
        ("Zendesk (preferably for a year)", "stated", "and not of what stands before it"),
        ("Zendesk (preferred)", "preferred", "a word in brackets of its own"),
        ("Zendesk; Freshdesk preferred", "stated", "a semicolon parts two asks"),
        ("Zendesk (Freshdesk is a plus)", "stated", "brackets with another thing in them"),
        ("Zendesk preferred but not required", "preferred", "preferred outweighs not required"),
        ("Preferred skills\nZendesk", "preferred", "the heading's strength"),
        ("Preferred skills\nZendesk is a must", "required", "the line's words win over the heading"),
        ("Required skills\nAt least basic Zendesk", "required", "a quantity is no strength"),
        ("Preferred skills\nAt least basic Zendesk", "preferred", "nor does it undo the heading"),
        ("Desirable but not mandatory\nZendesk", "preferred", "a heading that says it twice"),
        ("Bonus cookies if you have\nZendesk", "preferred", "a merry heading"),
        ("Help the ideal team with Zendesk", "stated", "an ideal person is no preference"),
        ("Use Zendesk as required", "stated", "as required asks nothing"),
    ],
)
def test_strength_words_speak_of_the_nearest_thing(text: str, strength: str, reason: str) -> None:
    frame = scan(text)
    start = frame.text.index("Zendesk")
    assert frame.strength(start, start + 7, default="stated") == strength, reason


@pytest.mark.parametrize(
    ("text", "is_negated", "reason"),
    [
        ("No degree needed", True, "no"),
        ("A degree is not required", True, "not required"),
        ("You don't need a degree", True, "don't need"),
        ("Without a degree", True, "without"),
        ("degree required", False, "asked"),
        ("No calls. A degree", False, "the no belongs to another sentence"),
        ("Not only a degree but also tact", False, "not only"),
        ("No experience required just a degree", False, "what is not required stands before"),
        ("A degree is preferred but not required", False, "preferred all the same"),
    ],
)
def test_denied_things_are_not_asked(text: str, is_negated: bool, reason: str) -> None:
    frame = scan(text)
    start = frame.text.index("degree")
    assert frame.is_negated(start, start + 6) is is_negated, reason


def test_mentions_in_an_equal_opportunity_statement_do_not_count() -> None:
    assert scan("We do not discriminate on the basis of a university degree.").mentions("education") == []


def test_asides_hide_what_only_looks_like_a_mention() -> None:
    frame = scan("A high degree of care")
    assert (frame.mentions("education"), len(frame.asides("education"))) == ([], 1)


def test_a_fact_quotes_the_original_with_its_odd_characters() -> None:
    original = "<li>Fluent&nbsp;in <b>German</b></li>"
    frame = scan(original)
    (mention,) = frame.mentions("language")
    assert frame.clean.quote(mention.start, mention.end) == "German"
    start = frame.text.index("Fluent")
    span = frame.clean.to_original(start, mention.end)
    assert original[span.start : span.end] == "Fluent&nbsp;in <b>German"


def test_an_empty_document_has_no_lines() -> None:
    assert (scan("").lines, scan("").mentions("tool")) == ([], [])
