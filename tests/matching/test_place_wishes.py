"""Where and how a person wants to work, against what a posting says of it."""

import pytest
from small_world import Preferences, asks, fit, person, posting

from groundfloor.model.facts import Pay


def limits(reading, **wishes):
    found = fit(person(preferences=Preferences(**wishes)), reading)
    return found.tier, [limit.state for limit in found.limits if limit.kind == "workplace"]


def paid(currency):
    return asks("pay", Pay(min=20, max=20, currency=currency, period="hour"), "stated")


@pytest.mark.parametrize(
    ("reading", "limit", "reason"),
    [
        (posting(location="Salem, Oregon"), (0, []), "it lies in the country"),
        (posting(location="London, UK"), (2, ["broken"]), "it lies in another"),
        (posting(location="Salem", country="US"), (0, []), "the country stands in a field of its own"),
        (posting(), (0, []), "no place stated stays unknown"),
        (posting(location="Salem"), (0, []), "a town alone tells no country"),
        (posting(employer="Motors Ltd, London UK"), (2, ["broken"]), "the line of the employer names the country"),
        (posting(employer="Motors, Inc."), (0, []), "what stands behind a comma need be no place"),
        (posting(location="London, UK", workplace="remote"), (1, ["doubtful"]), "from home, but perhaps only there"),
        (posting(workplace="remote"), (0, []), "from home, anywhere"),
        (posting(paid("GBP")), (1, ["doubtful"]), "paid in foreign money, no place stated"),
        (posting(paid("CAD")), (1, ["doubtful"]), "another country's dollar"),
        (posting(paid("GBP"), location="Salem, Oregon"), (0, []), "the place stated counts, not the money"),
    ],
)
def test_a_person_who_looks_in_one_country_sees_which_jobs_are_there(reading, limit, reason):
    assert limits(reading, places=("US",)) == limit, reason


def test_a_bare_dollar_may_be_any_dollar():
    assert limits(posting(paid("USD")), places=("Canada",)) == (0, [])


def test_one_of_several_places_is_enough():
    assert limits(posting(location="Toronto, Canada"), places=("US", "Canada")) == (0, [])


@pytest.mark.parametrize(
    ("workplace", "limit", "reason"),
    [
        ("remote", (0, []), "as wished"),
        ("onsite", (2, ["broken"]), "at a place of work"),
        ("hybrid", (2, ["broken"]), "some days at a place of work"),
        ("not_stated", (1, ["doubtful"]), "who offers work from home usually says so"),
    ],
)
def test_who_wants_to_work_from_home_sees_which_jobs_allow_it(workplace, limit, reason):
    assert limits(posting(workplace=workplace), remote_only=True) == limit, reason


def test_without_a_wish_places_are_not_compared():
    assert "workplace" not in {verdict.kind for verdict in fit(person(), posting(location="London")).verdicts}


def test_the_least_pay_is_counted_in_the_money_of_the_place_wished_for():
    wish = Preferences(places=("US",), minimum_pay_per_hour=18)
    yen = posting(
        asks("pay", Pay(min=1200, max=1200, currency="JPY", period="hour"), "stated"), location="Salem, Oregon"
    )
    (verdict,) = [verdict for verdict in fit(person(preferences=wish), yen).verdicts if verdict.kind == "pay"]
    assert (verdict.grade, verdict.limit) == ("unknown", "open")
