"""Lengths of time are told in one wording everywhere."""

import pytest

from groundfloor.services.spans import tell_months


@pytest.mark.parametrize(
    ("least", "most", "told", "why"),
    [
        (0, 0, "open now", "nothing to wait for"),
        (0, 6, "at most 6 months", "nobody says 0 to 6 months"),
        (0, 0.4, "less than a month", "a course of a week or two is not nothing"),
        (1, 1, "1 month", "one of them"),
        (12, 12, "12 months", "one figure, not a range"),
        (12, 18, "12 to 18 months", "months below two years"),
        (12, 24, "1 to 2 years", "years from two years on"),
        (12, 23.6, "1 to 2 years", "the rounded figure decides"),
        (18, 30, "1½ to 2½ years", "half years"),
        (24, 24, "2 years", "one figure in years"),
        (5, 25, "5 months to 2 years", "less than a year stays in months"),
        (0, 30, "at most 2½ years", "no least time"),
    ],
)
def test_months_are_told_as_people_say_them(least: float, most: float, told: str, why: str) -> None:
    assert tell_months(least, most) == told, why
