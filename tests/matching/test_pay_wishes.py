"""What a person must earn, against what a posting pays."""

import pytest
from small_world import Preferences, asks, fit, person, posting

from groundfloor.model.facts import Pay


@pytest.mark.parametrize(
    ("pay", "tier", "reason"),
    [
        (Pay(min=11, max=12, currency="USD", period="hour"), 2, "the most they pay is too little"),
        (Pay(min=11, max=15, currency="USD", period="hour"), 0, "the upper end is enough"),
        (Pay(min=15, max=None, currency="USD", period="hour"), 0, "it starts above the wish"),
        (Pay(min=900, max=900, currency="USD", period="month"), 0, "months are not turned into hours silently"),
        (Pay(min=1, max=2, currency="USD", period="hour", kind_of_pay="bonus"), 0, "a bonus is not the pay"),
    ],
)
def test_pay_below_the_least_wished_for_breaks_a_limit(pay, tier, reason):
    wishes = Preferences(minimum_pay_per_hour=14)
    assert fit(person(preferences=wishes), posting(asks("pay", pay, "stated"))).tier == tier, reason


def test_without_a_wish_pay_is_not_compared():
    reading = posting(asks("pay", Pay(min=1, max=1, currency="USD", period="hour"), "stated"))
    assert "pay" not in {verdict.kind for verdict in fit(person(), reading).verdicts}
