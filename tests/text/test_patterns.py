"""One scan finds every pattern where it stands, in any script around it."""

import pytest

from groundfloor.text.patterns import PatternSet


def test_hits_come_in_order_of_place_then_rule() -> None:
    scan = PatternSet([("b", "till"), ("a", "till"), ("c", "desk")])
    assert [(hit.rule, hit.start) for hit in scan.find("desk, till")] == [("c", 0), ("a", 6), ("b", 6)]


def test_case_and_accents_are_ignored() -> None:
    assert [hit.rule for hit in PatternSet([("cafe", r"\bcafé\b")]).find("CAFE and Café")] == ["cafe", "cafe"]


def test_places_count_characters_also_beside_other_scripts() -> None:
    text = "日本語 🙂 speaks English"
    (hit,) = PatternSet([("en", r"\benglish\b")]).find(text)
    assert text[hit.start : hit.end] == "English"


def test_currency_signs_are_told_apart() -> None:
    scan = PatternSet([("euro", r"€ ?\d+"), ("pound", r"£ ?\d+"), ("rupee", r"₹ ?\d+")])
    assert [hit.rule for hit in scan.find("₹5, £6, €7")] == ["rupee", "pound", "euro"]


def test_named_groups_give_the_texts_own_words() -> None:
    (hit,) = PatternSet([("name", r"called (?P<name>\w+)")]).find("a shop called Zoë")
    assert hit.groups == {"name": "Zoë"}


def test_cuts_are_scanned_each_on_its_own() -> None:
    scan = PatternSet([("end", r"plus$"), ("run", r"one two")])
    text = "Excel a plus one two"
    assert [hit.rule for hit in scan.find(text, [(0, 12), (13, 16), (17, 20)])] == ["end"]


def test_a_pattern_that_is_not_re2_is_named() -> None:
    with pytest.raises(ValueError, match="rule 'broken'"):
        PatternSet([("broken", r"(?=look)")])


def test_no_patterns_find_nothing() -> None:
    assert PatternSet([]).find("text") == []
