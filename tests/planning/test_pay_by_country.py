"""Whose pay is shown: that of a person's own country, in its money, never another's as if it were theirs."""

import msgspec
import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Fact, Pay
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Preferences, Profile
from groundfloor.services.field import list_pay, show_entry
from groundfloor.services.next_steps.listing import list_next_steps
from groundfloor.services.routes.network import pays_under
from groundfloor.services.routes.pay import country_of_pay, find_pay, tell_pay, tell_pay_floor, tell_whose_pay
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import RouteConstraints
from groundfloor.services.routes.whose_pay import is_foreign_money, with_country_of_postings

CATALOGUE = open_catalogue()


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("GB", "GBP 24,622 a year in the middle"),
        ("AU", "AUD 1,077 a week in the middle (about AUD 56,004 a year)"),
        ("CA", "CAD 16.00 an hour in the middle (about CAD 33,280 a year at 2,080 hours)"),
        ("US", "USD 31,190 a year in the middle"),
        ("NZ", "USD 31,190 a year in the middle"),
        ("", "USD 31,190 a year in the middle"),
    ],
)
def test_a_cashier_is_shown_the_pay_of_the_own_country(country: str, told: str) -> None:
    figure = find_pay(CATALOGUE, "retail.cashier", country)
    assert figure
    assert tell_pay(figure) == told


def test_it_is_said_whose_pay_it_is() -> None:
    figure = find_pay(CATALOGUE, "retail.cashier", "GB")
    assert figure
    words = "Retail cashiers and check-out operators, full-time employees, United Kingdom, 2025-04"
    assert tell_whose_pay(figure) == words
    assert figure.occupation_cite
    assert CATALOGUE.sources[figure.occupation_cite.source].estimate


@pytest.mark.parametrize("place", ["London, United Kingdom", "Sydney, Australia", "Toronto, Canada", "Dallas, TX, USA"])
def test_every_figure_of_a_plan_is_of_the_country_where_the_person_wants_to_work(place: str) -> None:
    person = Profile(id="one", preferences=Preferences(places=(place,)))
    plan = plan_routes(CATALOGUE, goal="retail.store-manager", profile=person)
    named = {"United Kingdom": "GB", "Australia": "AU", "Canada": "CA", "USA": "US"}[place.rpartition(", ")[2]]
    figures = [one for route in plan.routes for step in route.steps for one in (step.pay_before, step.pay_after) if one]
    assert {figure.place for figure in figures} == {named}
    assert {figure.currency for figure in figures} == {CATALOGUE.countries[named].currency}
    assert not [note for note in plan.notes if "converted" in note]


def test_a_country_without_tables_is_told_that_the_figures_are_not_its_own() -> None:
    limits = RouteConstraints(country="NZ", pay_at_least=100_000)
    plan = plan_routes(CATALOGUE, goal="retail.store-manager", start_role="retail.cashier", constraints=limits)
    assert plan.routes
    assert (
        "No table of pay in New Zealand is at hand: the figures are of the United States, in its money, and are not "
        "converted." in plan.notes
    )
    assert "They are in another money than you named, so your limit on pay could not be applied." in plan.notes
    assert "By law at least NZD 23.95 an hour in New Zealand since 2026-04-01 (adults)." in plan.notes
    steps = list_next_steps(CATALOGUE, start_role="retail.cashier", constraints=limits)
    assert [note for note in steps.notes if note.startswith("No table of pay in New Zealand")]


def test_somebody_of_no_named_country_is_told_whose_pay_is_shown() -> None:
    plan = plan_routes(CATALOGUE, goal="retail.store-manager", start_role="retail.cashier")
    assert "No country was named: the pay shown is that of the United States." in plan.notes


@pytest.mark.parametrize(("country", "own"), [("GB", "GB"), ("US", "US"), ("NZ", "US"), ("", "US")])
def test_a_country_is_served_by_its_own_tables_or_by_those_of_the_united_states(country: str, own: str) -> None:
    assert country_of_pay(CATALOGUE, country) == own
    assert is_foreign_money(CATALOGUE, country) == (country == "NZ")


@pytest.mark.parametrize(
    ("country", "per_hour", "under"), [("GB", 11.0, False), ("GB", 14.0, True), ("CA", 15.0, False), ("CA", 17.0, True)]
)
def test_the_least_pay_asked_for_is_in_the_own_money(country: str, per_hour: float, under: bool) -> None:
    limits = RouteConstraints(country=country, pay_at_least=per_hour * 2_080)
    assert pays_under(CATALOGUE, "retail.cashier", limits) == under


@pytest.mark.parametrize("country", ["US", "GB", "AU", "CA", "DE"])
def test_better_paid_compares_within_one_country(country: str) -> None:
    limits = RouteConstraints(country=country)
    plan = plan_routes(CATALOGUE, goal="better-paid", start_role="retail.cashier", constraints=limits)
    here = find_pay(CATALOGUE, "retail.cashier", country)
    assert here
    assert plan.routes
    for route in plan.routes:
        reached = route.steps[-1].pay_after
        assert reached
        assert reached.place == country
        assert reached.annual_median > here.annual_median


def test_an_owner_has_no_pay_in_a_table_of_employees() -> None:
    owners = [role_id for role_id, role in CATALOGUE.roles.items() if role.level == "executive_owner"]
    assert owners
    assert not [
        one for one in owners for country in ("US", "GB", "AU", "CA", "DE") if find_pay(CATALOGUE, one, country)
    ]


def test_no_route_to_an_owner_is_called_best_paid() -> None:
    plan = plan_routes(CATALOGUE, goal="retail.shop-owner", start_role="retail.cashier")
    assert plan.routes
    assert not [route for route in plan.routes if "best_paid" in route.labels or route.pay_over_period is not None]


def test_the_country_of_most_advertisements_stands_in_where_none_is_named() -> None:
    def read(*countries: str) -> list[PostingReading]:
        return [msgspec.structs.replace(READING, country=country) for country in countries]

    nowhere = RouteConstraints()
    assert with_country_of_postings(CATALOGUE, nowhere, read("GB", "GB", "US")).pays_in == "GB"
    assert with_country_of_postings(CATALOGUE, nowhere, read("GB", "US")).pays_in == ""
    assert with_country_of_postings(CATALOGUE, nowhere, []).pays_in == ""
    assert with_country_of_postings(CATALOGUE, RouteConstraints(country="CA"), read("GB")).pays_in == "CA"
    assert with_country_of_postings(CATALOGUE, nowhere, read("GB")).country == "", "training is not cut by it"


def test_a_town_without_its_country_is_told_by_the_advertisements_there() -> None:
    def at(location: str, country: str) -> PostingReading:
        return msgspec.structs.replace(READING, location=location, country=country)

    read = [at("London", "GB"), at("Dallas", "US"), at("Austin", "US"), at("Londonderry", "US")]
    wish = Preferences(places=("london",))
    assert with_country_of_postings(CATALOGUE, RouteConstraints(), read, wish).pays_in == "GB"


@pytest.mark.parametrize(("currency", "country"), [("GBP", "GB"), ("AUD", "AU"), ("USD", ""), ("EUR", "")])
def test_an_advertisement_of_no_named_country_is_of_the_one_whose_money_it_pays_in(currency: str, country: str) -> None:
    pay = Pay(min=12.0, max=None, currency=currency, period="hour")
    read = [msgspec.structs.replace(READING, facts=(Fact(kind="pay", value=pay, quote="12"),))]
    assert with_country_of_postings(CATALOGUE, RouteConstraints(), read).pays_in == country


READING = PostingReading(
    id="one",
    title="Cashier",
    role_family="cashier",
    level="ground",
    soc=(),
    industry="retail",
    workplace="onsite",
    direction="not_stated",
    facts=(),
)


def test_a_role_is_shown_with_the_pay_of_every_country_or_of_one() -> None:
    assert [figure.place for figure in list_pay(CATALOGUE, "retail.cashier")] == ["AU", "CA", "DE", "GB", "US"]
    view = show_entry(CATALOGUE, "retail.cashier", "GB")
    assert [figure.place for figure in view.pay] == ["GB"]
    assert view.pay_floors == (tell_pay_floor(CATALOGUE, "GB"),)
    assert "ashe-2025-full-time" in [source.id for source in view.sources]
    assert show_entry(CATALOGUE, "retail.store-manager").pay_floors == ()


def test_canada_is_told_by_province() -> None:
    assert tell_pay_floor(CATALOGUE, "CA") == (
        "By law at least CAD 15.00 (Alberta) to 18.25 (British Columbia) an hour in Canada, by province."
    )
    assert tell_pay_floor(CATALOGUE, "JP") == ""


def test_a_person_with_jobs_abroad_keeps_the_country_of_the_wish() -> None:
    job = Job(
        title="Cashier",
        start="2020-01",
        end=None,
        current=True,
        role_family="cashier",
        level="ground",
        customer_facing=True,
        people_managed=False,
        industry="retail",
        role_id="retail.cashier",
    )
    person = Profile(id="one", jobs=(job,), preferences=Preferences(places=("Leeds",)))
    limits = RouteConstraints(country="AU")
    plan = plan_routes(CATALOGUE, goal="retail.store-manager", profile=person, constraints=limits)
    assert plan.constraints.pays_in == "AU", "a country named goes before a wish"


@pytest.mark.parametrize(
    ("role", "country", "occupation", "why"),
    [
        ("property.regional-property-manager", "DE", "61394", "a head counts among managers, not among clerks"),
        ("property.resident-services-manager", "DE", "61313", "no lower than the assistant below"),
        ("logistics_mail.logistics-service-team-leader", "DE", "51623", "no lower than those who are led"),
        ("logistics_mail.key-account-manager", "GB", "3556", "with the other account managers"),
        ("museums_attractions_events.group-bookings-coordinator", "CA", "12103", "plans visits, sells no goods"),
        ("personal_services.membership-sales-adviser", "GB", "", "sells to members, not to businesses"),
        ("personal_services.membership-sales-adviser", "CA", "", "nor wholesale"),
    ],
)
def test_a_role_counts_where_its_work_and_rung_belong(role: str, country: str, occupation: str, why: str) -> None:
    pay = find_pay(open_catalogue(), role, country)
    assert (pay.occupation_code if pay else "") == occupation, why
