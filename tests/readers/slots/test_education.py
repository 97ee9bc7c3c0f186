"""Schooling is read with its level and strength, and only where it is asked."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Education
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.education import read_education


def read(text: str) -> list[tuple[str, str]]:
    facts = read_education(get_scanner(open_catalogue()).scan(text))
    return [(fact.value.level, fact.strength) for fact in facts if isinstance(fact.value, Education)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("High school diploma or GED", [("secondary", "required")], "a plain ask is required"),
        ("HS Diploma preferred", [("secondary", "preferred")], "a plus is not"),
        ("5 GCSEs including English", [("secondary", "required")], "British school leaving"),
        ("BA/BS degree", [("bachelor", "required")], "abbreviations"),
        ("University degree in a related field", [("bachelor", "required")], "a degree is a bachelor's"),
        ("Master's degree or MBA", [("master", "required")], "one level told twice"),
        ("Associate's or Bachelor's degree", [("associate", "required")], "of alternatives the lowest is the ask"),
        (
            "High school diploma required; Bachelor's degree preferred",
            [("secondary", "required"), ("bachelor", "preferred")],
            "two asks of different strength",
        ),
        ("Some college preferred", [("some_college", "preferred")], "some college"),
        ("Vocational training in retail", [("vocational", "required")], "vocational"),
        ("No formal qualifications required", [("none", "required")], "none is a level of its own"),
        ("A degree is not required", [], "not required is left out"),
        ("High degree of accuracy", [], "a figure of speech"),
        ("Set the oven to 180 degrees", [], "a temperature"),
        ("You will work towards a Level 2 NVQ", [], "what the job leads to is not asked"),
        ("Great for high school students", [], "who may apply is no ask"),
        ("Benefits\nTuition for your degree", [], "what is offered is not asked"),
        ("High school diploma\nHigh school diploma preferred", [("secondary", "required")], "required wins"),
    ],
)
def test_levels_of_schooling(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert read(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "field", "or_experience"),
    [
        ("Bachelor's degree in Hotel Management required", "Hotel Management", False),
        ("Degree in any field", None, False),
        ("Bachelor's degree or equivalent experience", None, True),
        ("Diploma in Tourism or a related field, or relevant work experience", "Tourism", True),
    ],
)
def test_field_and_experience_in_its_place(text: str, field: str | None, or_experience: bool) -> None:
    (fact,) = read_education(get_scanner(open_catalogue()).scan(text))
    assert isinstance(fact.value, Education)
    assert (fact.value.field, fact.value.or_experience) == (field, or_experience)


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("B.S. in Forestry required", "bachelor", "Forestry"),
        ("B.A. or B.S. in Accounting", "bachelor", "Accounting"),
        ("A BS or MS in Statistics", "bachelor", "Statistics"),
        ("M.S. in Library Science", "master", "Library Science"),
    ],
)
def test_degrees_in_letters_with_full_stops_keep_their_field(text: str, level: str, field: str) -> None:
    facts = read_education(get_scanner(open_catalogue()).scan(text))
    assert [(fact.value.level, fact.value.field) for fact in facts if isinstance(fact.value, Education)] == [
        (level, field)
    ]
