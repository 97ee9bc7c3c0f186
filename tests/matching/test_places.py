"""Where work is, against where a person looks for it: whole words, names and codes told alike."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.services.fitting import gazetteer_of

PLACES = gazetteer_of(open_catalogue())


@pytest.mark.parametrize(
    ("wish", "where", "lies", "reason"),
    [
        ("US", "Austin, TX", True, "a state names its country"),
        ("US", "US, TX, AUSTIN", True, "country, state and town in the order of the boards"),
        ("USA", "Portland, Oregon", True, "a state in words"),
        ("United States", "Remote-US", True, "a code beside a hyphen"),
        ("U.S.", "Remote U.S.", True, "points make no difference"),
        ("US", "Austin", None, "the letters stand inside a word, and nobody says where Austin is"),
        ("US", "Tell us where", None, "a small word is no country"),
        ("US", "Toronto, Canada", False, "another country"),
        ("US", "CA, ON, Toronto", False, "CA stands first of three: Canada"),
        ("US", "US, CA, Los Angeles", True, "CA stands after the country: California"),
        ("Canada", "US, CA, Los Angeles", False, "the same"),
        ("US", "San Diego, CA", True, "two letters that may be either are taken for either"),
        ("Canada", "Toronto, CA", True, "the same"),
        ("UK", "Glasgow, GB", True, "both codes are the United Kingdom"),
        ("Great Britain", "London, England", True, "England is part of it"),
        ("England", "Glasgow, Scotland", False, "another part"),
        ("Ireland", "Belfast, Northern Ireland", False, "the longer name is the one meant"),
        ("Mexico", "Santa Fe, New Mexico", False, "the same"),
        ("Wales", "Sydney, New South Wales", False, "the same"),
        ("Portland", "Portland, OR", True, "a town by its name"),
        ("Portland, OR", "Portland, ME", False, "a town of that name elsewhere"),
        ("Portland, OR", "Portland", True, "nothing speaks against it"),
        ("Portland, OR", "United States", None, "somewhere in the country"),
        ("London", "Londonderry", False, "a name inside a longer one"),
        ("London", "Greater London; Leeds", True, "one of several places"),
        ("Leeds", "Manchester", False, "another town"),
        ("US", "Headquarters", None, "no place at all"),
        ("Oregon", "Salem, US", None, "the part is not said"),
    ],
)
def test_a_place_is_told_by_its_words(wish, where, lies, reason):
    assert PLACES.lies_in(wish, where) is lies, reason


def test_a_country_is_named_only_when_one_is_meant():
    assert [PLACES.country_of(words) for words in ("Portland, OR", "UK", "Leeds", "Reno, CA", "Spain; France")] == [
        "US",
        "GB",
        "",
        "",
        "",
    ]
