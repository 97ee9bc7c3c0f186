"""An advertisement that says little is not a better fit than one that says what it asks."""

from math import fsum

import pytest
from small_world import CASHIER, Education, Experience, Schooling, asks, fit, person, posting

SCHOOL = asks("education", Education(level="secondary"))
SERVED = asks("experience", Experience(months_min=6, area="till", role_families=("cashier",)))
FITS = person(CASHIER, education=(Schooling(level="secondary"),), duties=("handle_cash",))


def unsaid(reading):
    return {verdict.kind: verdict for verdict in fit(FITS, reading).verdicts if verdict.rule == "unsaid"}


def test_three_lines_do_not_beat_a_full_advertisement_that_fits():
    full = posting(SCHOOL, SERVED, duties=("handle_cash",))
    assert fit(FITS, full).score > fit(FITS, posting()).score


def test_what_is_not_said_is_shown_with_its_term_and_asked_of_nobody():
    found = fit(FITS, posting())
    assert set(unsaid(posting())) == {"duty", "experience", "education"}
    assert found.score == pytest.approx(fsum(verdict.term for verdict in found.verdicts))
    assert all(verdict.grade == "unknown" and verdict.term > 0 for verdict in unsaid(posting()).values())
    assert found.questions == ()


@pytest.mark.parametrize(
    ("reading", "silent", "reason"),
    [
        (posting(SCHOOL), {"duty", "experience"}, "schooling is said"),
        (posting(asks("education", Education(level="none"))), {"duty", "experience"}, "that none is needed is said"),
        (posting(asks("experience", Experience(months_min=0))), {"duty", "education"}, "no experience needed"),
        (posting(duties=("handle_cash",)), {"experience", "education"}, "a duty is said"),
    ],
)
def test_only_what_is_not_said_counts_as_not_said(reading, silent, reason):
    assert set(unsaid(reading)) == silent, reason
