"""Dates as people write them in résumés."""

import pytest

from groundfloor.readers.resume.dates import list_dates


@pytest.mark.parametrize(
    ("words", "start", "end", "current", "reason"),
    [
        ("07/2012 to 08/2014", "2012-07", "2014-08", False, "months as numbers"),
        ("06/2011 - 08/13", "2011-06", "2013-08", False, "a short year at the end of a range"),
        ("08/98 - 06/02", "1998-08", "2002-06", False, "short years on both sides of the century"),
        ("Sept. '09 – Mar '12", "2009-09", "2012-03", False, "short month names and years"),
        ("March 5, 2012 to April 2, 2014", "2012-03", "2014-04", False, "days beside months"),
        ("December 4th, 2009 - July 30th, 2010", "2009-12", "2010-07", False, "ordinal days"),
        ("01.03.2015 - 31.12.2016", "2015-03", "2016-12", False, "dots have the day first"),
        ("13/02/2012 - 03/04/2015", "2012-02", "2015-04", False, "a first number above 12 is a day, everywhere"),
        ("02/13/2012 - 03/04/2015", "2012-02", "2015-03", False, "else the month comes first"),
        ("2019-05 – 2020-01", "2019-05", "2020-01", False, "ISO months"),
        ("May - June 2014", "2014-05", "2014-06", False, "the year stands once"),
        ("2012 to 2014", "2012", "2014", False, "years alone stay years"),
        ("2011-13", "2011", "2013", False, "a range with a short year"),
        ("Summer 2016", "2016", None, False, "a season names no month"),
        ("Jul 2012", "2012-07", None, False, "a single date"),
        ("2019-present", "2019", None, True, "present"),
        ("03/2015 to Current", "2015-03", None, True, "current"),
        ("since 2015", "2015", None, True, "since"),
        ("2012 January 2016 April", "2012-01", "2016-04", False, "the year before the month, side by side"),
        ("2012 Jan to 2014 Mar", "2012-01", "2014-03", False, "the year before the month"),
        ("March 2015 to date", "2015-03", None, True, "to date"),
        ("March 2015 till still employed", "2015-03", None, True, "still employed"),
        ("March 2015 to this day", "2015-03", None, True, "this day"),
        ("March 2015 - to date", "2015-03", None, True, "a dash and to date"),
        ("Apr2018 - Sep2019", "2018-04", "2019-09", False, "no blank before the year"),
        ("05/15-09/17", "2015-05", "2017-09", False, "short months and years around a dash are no day"),
        ("December 2015\nto\nFebruary 2016", "2015-12", "2016-02", False, "a range over three lines"),
    ],
)
def test_a_date_is_read_as_written(words: str, start: str, end: str | None, current: bool, reason: str) -> None:
    [found] = list_dates(words)
    assert (found.start, found.end, found.current) == (start, end, current), reason
    assert found.is_range == (end is not None or current)


@pytest.mark.parametrize(
    "words",
    [
        "10 to 12 calls a day",
        "24/7 support",
        "raised sales by 2010%",
        "may help with 10 tills",
        "$2000 a week",
        "9-5 shifts",
    ],
)
def test_other_numbers_are_no_dates(words: str) -> None:
    assert list_dates(words) == []


def test_a_year_above_a_month_belongs_to_its_own_line() -> None:
    found = list_dates("a budget of 2015\n\nFeb, 2012 thru May of 2014")
    assert [(one.start, one.end) for one in found] == [("2015", None), ("2012-02", "2014-05")]


def test_dates_know_their_place_in_the_text() -> None:
    text = "Cashier, 2012 - 2014; Host, Jan 2015 - now"
    assert [text[one.begin : one.stop] for one in list_dates(text)] == ["2012 - 2014", "Jan 2015 - now"]
