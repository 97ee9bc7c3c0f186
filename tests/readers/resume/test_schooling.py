"""Schooling in résumés: level, field, year."""

import pytest

from groundfloor.model.document import Document
from groundfloor.readers.resume.schooling import read_schooling
from groundfloor.readers.resume.sections import cut_resume


def read(text: str) -> list[tuple[str, str | None, int | None, bool]]:
    lines = cut_resume(Document(id="x", text=text))
    return [(one.level, one.field, one.year, one.in_progress) for one in read_schooling(text, lines)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bachelor of Arts in Psychology, Ohio University, 2012", ("bachelor", "Psychology", 2012, False)),
        ("B.S. Hospitality Management - 2015", ("bachelor", "Hospitality Management", 2015, False)),
        ("MBA, Marketing, Cranfield University 2018", ("master", "Marketing", 2018, False)),
        ("Associate of Science: Nursing, Dade College, May 2010", ("associate", "Nursing", 2010, False)),
        ("Lincoln High School Diploma, 2008", ("secondary", None, 2008, False)),
        ("GED 2009", ("secondary", None, 2009, False)),
        ("8 GCSEs including English and maths, 2014", ("secondary", None, 2014, False)),
        ("NVQ Level 2 Customer Service, 2013", ("vocational", None, 2013, False)),
        ("Certificate in Bookkeeping, Leeds Trade College, 2011", ("vocational", "Bookkeeping", 2011, False)),
        ("Some college, Houston Community College", ("some_college", None, None, False)),
        ("University of Bath, History, expected 2027", ("some_college", None, 2027, True)),
        ("PhD Chemistry, University of Oslo, 2001", ("doctorate", "Chemistry", 2001, False)),
    ],
)
def test_an_entry_gives_level_field_and_year(line: str, expected: tuple[str, str | None, int | None, bool]) -> None:
    [found] = read(f"Education\n{line}")
    assert (found[0], found[2], found[3]) == (expected[0], expected[2], expected[3])
    assert expected[1] is None or found[1] == expected[1]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Producers License: Life and Health, 2013", "a licence is a qualification"),
        ("Project Management Certification, 2016", "a certification is a qualification"),
        ("Won the spelling prize", "names no schooling"),
        ("Followed BSA/AML procedures at the counter", "the Bank Secrecy Act is no degree"),
        ("BSA compliance training", "nor is training in it"),
    ],
)
def test_other_lines_under_education_are_no_schooling(line: str, reason: str) -> None:
    assert read(f"Education\n{line}") == [], reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ohio University\nB.A. History\n2012\nLima High School\nDiploma\n2008", "school, degree, year"),
        ("B.A. History\nOhio University, 2012\nHigh School Diploma\nLima High School, 2008", "degree, school"),
        ("2012\nB.A. History, Ohio University\n2008\nHigh School Diploma, Lima High School", "years first"),
    ],
)
def test_two_entries_stay_two_in_any_order_of_their_lines(text: str, reason: str) -> None:
    assert [(level, year) for level, _, year, _ in read(f"EDUCATION\n{text}")] == [
        ("bachelor", 2012),
        ("secondary", 2008),
    ], reason


def test_without_a_section_on_education_degrees_are_still_found() -> None:
    text = "Key Qualifications\nBTEC Level 3 in Business, Leeds City College, 2012\nExperience\nCashier 2012 - 2014"
    assert [level for level, *_ in read(text)] == ["vocational"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("BTEC Level 3 Business, Oak College, 2019", "Business"),
        ("BTEC Business Level 3, Oak College, 2019", "Business"),
        ("BTEC Level 3 Extended Diploma in Business, Oak College, 2019", "Business"),
        ("BTEC National Diploma in Travel and Tourism, 2016", "Travel and Tourism"),
        ("NVQ Level 2 in Customer Service, 2013", "Customer Service"),
        ("NVQ Level 2, 2013", None),
    ],
)
def test_a_vocational_level_is_no_field(line: str, field: str | None) -> None:
    assert [(level, named) for level, named, *_ in read(f"Education\n{line}")] == [("vocational", field)]
