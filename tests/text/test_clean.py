"""Cleaned text always knows where its words stand in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundfloor.text.clean import clean_text

MARKUP = ["<p>", "</p>", "<br/>", "<b>", "</b>", "<!-- note -->", "<script>var x = 'y';</script>", "&nbsp;", "&amp;"]
ODD = ["\u00a0", "\u200b", "\u2019", "\u2013", "\r\n", "\t", "  ", "\u2022", "\u20ac\u2122", "\n", " ", "\u00ad"]
WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüł", min_size=4, max_size=9)


@pytest.mark.parametrize(
    ("original", "cleaned", "reason"),
    [
        ("<p>Pay</p>", "\nPay\n", "block tags are line breaks"),
        ("a <b>good</b> job", "a good job", "inline tags leave no trace"),
        ("R&amp;D at &pound;9", "R&D at £9", "entities become their character"),
        ("what\u2019s \u201cnew\u201d", 'what\'s "new"', "typographic quotes become plain"),
        ("9\u201317", "9-17", "dashes become plain"),
        ("what\u20ac\u2122s on", "what's on", "quotes misread by another program become plain"),
        ("ski\u00adlls\u200b", "skills", "hidden characters go"),
        ("a \u00a0  b&nbsp; c", "a b c", "runs of blanks become one"),
        ("Till\u2022Stock", "Till\nStock", "a bullet begins a line"),
        ("<script>if (a<b) {}</script>Cashier", "Cashier", "scripts are not text"),
        ("good skillsAbility to sell. Own car", "good skills\nAbility to sell. Own car", "glued sentences are parted"),
        ("3 < 5 and 5 > 3", "3 < 5 and 5 > 3", "a bare sign is no tag"),
    ],
)
def test_markup_and_odd_characters_are_taken_out(original: str, cleaned: str, reason: str) -> None:
    assert clean_text(original).text == cleaned, reason


@given(st.lists(st.one_of(WORDS, st.sampled_from(MARKUP), st.sampled_from(ODD)), max_size=30))
def test_every_word_is_found_again_where_it_stood(pieces: list[str]) -> None:
    original, places = "", []
    for number, piece in enumerate(pieces):
        if piece[0].isalpha():
            word = f"{piece}{'xyz'[number % 3]}{number}"
            original += " "
            places.append((word, len(original)))
            piece = word
        original += piece
    clean = clean_text(original)
    searched = 0
    for word, place in places:
        start = clean.text.index(word, searched)
        assert clean.to_original(start, start + len(word)) == (place, place + len(word))
        assert clean.quote(start, start + len(word)) == word
        searched = start + len(word)


@given(st.text(max_size=200), st.data())
def test_any_stretch_maps_inside_the_original_and_in_order(original: str, data: st.DataObject) -> None:
    clean = clean_text(original)
    if clean.text:
        start = data.draw(st.integers(0, len(clean.text) - 1))
        end = data.draw(st.integers(start + 1, len(clean.text)))
        span = clean.to_original(start, end)
        assert 0 <= span.start <= span.end <= len(original)
        assert clean.from_original(span.start) <= end


@given(st.text(alphabet="abc defghi\n", max_size=120))
def test_plain_text_maps_character_by_character(original: str) -> None:
    clean = clean_text(original)
    for place, character in enumerate(clean.text):
        span = clean.to_original(place, place + 1)
        assert character in (original[span.start : span.end], " ")
