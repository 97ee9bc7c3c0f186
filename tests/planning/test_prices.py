"""What training costs: told one by one, added up money by money, and weighed when routes are compared."""

import msgspec
import pytest
from small_field import CITE, item, small_field
from told_plans import told

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.records import TrainingItem
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.prices import tell_price, tell_prices
from groundfloor.services.routes.records import Price

FIELD = small_field()


def price(amount: float, currency: str = "USD", **more: object) -> Price:
    return msgspec.convert({"amount": amount, "currency": currency, "cite": CITE, **more}, Price)


def priced(amount: float, currency: str) -> TrainingItem:
    return item("Diploma", 3, cost={"amount": amount, "currency": currency, "cite": CITE})


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (price(250), "USD 250"),
        (price(34.95, "CAD"), "CAD 34.95"),
        (price(700, member_amount=595, covers="course and exam"), "USD 700 (members 595), course and exam"),
        (price(309, "CAD", at_least=True), "from CAD 309"),
        (price(0), "free"),
        (price(0, covers="course and test"), "free, course and test"),
    ],
)
def test_a_price_says_what_it_covers_and_what_members_pay(one: Price, words: str) -> None:
    assert tell_price(one) == words


@pytest.mark.parametrize(
    ("prices", "not_known", "words"),
    [
        ((), 0, ""),
        ((), 1, "1 price not known"),
        ((price(100),), 0, "USD 100"),
        ((price(100), price(50)), 2, "known prices add up to USD 150; 2 prices not known"),
        ((price(100), price(50, "CAD", at_least=True)), 0, "known prices add up to at least CAD 50 and USD 100"),
        ((price(0), price(50)), 0, "known prices add up to USD 50"),
        ((price(0),), 3, "free; 3 prices not known"),
    ],
)
def test_known_prices_are_added_up_and_the_others_counted(
    prices: tuple[Price, ...], not_known: int, words: str
) -> None:
    assert tell_prices(prices, not_known) == words


def test_two_monies_are_never_added_up() -> None:
    route = plan_routes(FIELD, start_role="shop.assistant", goal="shop.manager").routes[0]
    assert [(total.amount, total.currency) for total in route.price_totals] == [(500.0, "USD")]


@pytest.mark.parametrize(
    ("diploma", "cheapest"),
    [
        ((600, "CAD"), "shop.assistant 12-24 shop.lead 24-48 shop.manager (cheapest, best_trodden)"),
        ((900, "CAD"), "shop.assistant 12-24 shop.lead 24-48 shop.manager (best_trodden)"),
    ],
    ids=["600 Canadian dollars are less than 500 American ones", "900 Canadian dollars are more"],
)
def test_prices_in_two_monies_are_put_in_order_of_what_they_are_worth(
    diploma: tuple[float, str], cheapest: str
) -> None:
    field = msgspec.structs.replace(FIELD, training=FIELD.training | {"all.diploma": priced(*diploma)})
    assert cheapest in told(plan_routes(field, start_role="shop.assistant", goal="shop.manager"))


def test_every_known_price_names_the_place_it_was_seen() -> None:
    priced_items = [(key, one.cost) for key, one in open_catalogue().training.items() if one.cost]
    assert len(priced_items) > 60
    assert [key for key, cost in priced_items if not cost.cite.place] == []
