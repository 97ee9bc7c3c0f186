"""Pay is read as published: amounts, currency, period and kind."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Pay
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.pay import read_pay

Row = tuple[float | None, float | None, str | None, str, str]


def read(text: str, country: str = "") -> list[Row]:
    facts = read_pay(get_scanner(open_catalogue()).scan(text), country=country)
    values = [fact.value for fact in facts if isinstance(fact.value, Pay)]
    return [(pay.min, pay.max, pay.currency, pay.period, pay.kind_of_pay) for pay in values]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("$15.50 an hour", [(15.5, 15.5, "USD", "hour", "base")], "one number is both ends"),
        ("£22,000 - £24,500 per annum", [(22000, 24500, "GBP", "year", "base")], "a range"),
        ("Salary: €35K – €42.5K", [(35000, 42500, "EUR", "year", "base")], "thousands as K"),
        ("Pay: $50-$70 K p.a.", [(50000, 70000, "USD", "year", "base")], "one K for both"),
        ("Salary $80-$130,000", [(80000, 130000, "USD", "year", "base")], "thousands said once"),
        ("MYR 3,000 per month", [(3000, 3000, "MYR", "month", "base")], "a currency code"),
        ("₹25,000 a month", [(25000, 25000, "INR", "month", "base")], "a sign outside Western sets"),
        ("Earn up to £500 a week", [(None, 500, "GBP", "week", "ote")], "up to has no minimum"),
        ("From $18.00 per hour", [(18, None, "USD", "hour", "base")], "from has no maximum"),
        ("$20+/hr", [(20, None, "USD", "hour", "base")], "nor has plus"),
        ("OTE £30,000", [(30000, 30000, "GBP", "year", "ote")], "on target"),
        ("$12/hour plus commission", [(12, 12, "USD", "hour", "base")], "what comes beside leaves the base"),
        ("A $500 sign-on bonus", [(500, 500, "USD", "once", "bonus")], "a bonus is paid once"),
        ("Commission of $20 per sale", [(20, 20, "USD", "once", "commission")], "commission"),
        (
            "CAD 21.50 per hour, staff housing for CAD 600 a month",
            [(21.5, 21.5, "CAD", "hour", "base")],
            "a benefit that is next on the list leaves the pay",
        ),
        ("A car of your own. £19,000 - £21,000. Day shift", [(19000, 21000, "GBP", "year", "base")], "a range alone"),
        ("$40,000 a year\n$40,000 a year", [(40000, 40000, "USD", "year", "base")], "told twice, read once"),
        ("Starting $18.50/hr", [(18.5, None, "USD", "hour", "base")], "starting has no maximum"),
        ("$18 per hour + commission", [(18, 18, "USD", "hour", "base")], "a plus that adds commission opens nothing"),
        ("Salary: 100-180K", [(100000, 180000, None, "year", "base")], "one K behind both"),
        ("R12,000 per month", [(12000, 12000, "ZAR", "month", "base")], "rand"),
        ("Rs 15000-20000 pm", [(15000, 20000, "INR", "month", "base")], "pm is a month"),
        ("Total cash compensation: $147,000 per year", [(147000, 147000, "USD", "year", "ote")], "base and variable"),
        ("A £1500 retention premium", [(1500, 1500, "GBP", "once", "bonus")], "a premium is paid once"),
        (
            "Base salary of $90,000 with an OTE of $150,000",
            [(90000, 90000, "USD", "year", "base"), (150000, 150000, "USD", "year", "ote")],
            "each amount its own kind",
        ),
        (
            "Base salary: $90k a year\nCommission: $90k a year",
            [(90000, 90000, "USD", "year", "base"), (90000, 90000, "USD", "year", "commission")],
            "the same amounts of two kinds are two pays",
        ),
        ("Salary: $180,000 CAD", [(180000, 180000, "CAD", "year", "base")], "which dollar is said behind"),
        ("12.00 per hour in Pay", [(12, 12, None, "hour", "base")], "no currency is stated"),
    ],
)
def test_pay_as_published(text: str, expected: list[Row], reason: str) -> None:
    assert read(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Staff housing for CAD 650 a month", "what a room costs"),
        ("We turn over $5 million a year", "turnover"),
        ("Take 8-10 calls per hour", "calls"),
        ("Lift up to 50 pounds", "a weight"),
        ("A fee of $50 for training", "a fee"),
        ("Gym membership of £40 a month", "a benefit"),
        ("$250 referral award", "not for the job itself"),
        ("Open 24/7, 365 days a year", "opening hours"),
        ("Join 3,000 employees", "a headcount"),
        ("Closing $500k+/mo in new business", "sales"),
    ],
)
def test_figures_that_are_no_pay(text: str, reason: str) -> None:
    assert read(text) == [], reason


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("$20 an hour", "", "USD"),
        ("$20 an hour", "CA", "CAD"),
        ("Toronto, ON\n$20 an hour", "", "CAD"),
        ("Sydney, Australia\n$30 an hour", "", "AUD"),
        ("Austin, TX\nOffices in Canada\n$20 an hour", "", "USD"),
        ("C$20 an hour", "US", "CAD"),
    ],
)
def test_a_bare_dollar_is_the_dollar_of_the_place(text: str, country: str, currency: str) -> None:
    assert [row[2] for row in read(text, country)] == [currency]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Pay: average total $21/hr (base + commission)",
            [(21.0, "hour", "ote")],
            "what people come to, not what is sure",
        ),
        (
            "Salary $70k OTE Base: $40k-45k Commission: $40k-45k",
            [(70000.0, "year", "ote"), (40000.0, "year", "base"), (40000.0, "year", "commission")],
            "a label tells of what stands behind it",
        ),
        ("A £900 Welcome & Retention Premium is paid", [(900.0, "once", "bonus")], "a premium with two names"),
        ("Wages start at 950€ gross", [(950.0, "month", "base")], "euros between an hour's and a year's pay"),
    ],
)
def test_the_kind_is_said_by_the_words_that_belong_to_the_amount(
    text: str, expected: list[tuple[float, str, str]], reason: str
) -> None:
    facts = [fact.value for fact in read_pay(get_scanner(open_catalogue()).scan(text))]
    found = [(value.min, value.period, value.kind_of_pay) for value in facts if isinstance(value, Pay)]
    assert found == expected, reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wir zahlen 13,80 € pro Stunde", (13.8, 13.8, "EUR", "hour")),
        ("Jahresgehalt: 31.000 EUR brutto", (31000.0, 31000.0, "EUR", "year")),
        ("Salario: 1.350 € al mes", (1350.0, 1350.0, "EUR", "month")),
        ("Salaire : 1 950 € brut par mois", (1950.0, 1950.0, "EUR", "month")),
        ("€ 2.300 - € 2.700 bruto per maand", (2300.0, 2700.0, "EUR", "month")),
        ("Wynagrodzenie 5 200 - 6 100 PLN brutto miesięcznie", (5200.0, 6100.0, "PLN", "month")),
        ("Sueldo $11,500 MXN mensuales", (11500.0, 11500.0, "MXN", "month")),
        ("時給1,400円〜1,700円", (1400.0, 1700.0, "JPY", "hour")),
        ("月給240,000円", (240000.0, 240000.0, "JPY", "month")),
    ],
)
def test_pay_needs_no_english(text: str, expected: tuple[float, float, str, str]) -> None:
    (row,) = read(text)
    assert row == (*expected, "base")


@pytest.mark.parametrize("text", ["約5,500人のスタッフ", "年間1,200件", "東京1,500番"])
def test_a_figure_between_other_signs_is_no_yen(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "country", "currency", "reason"),
    [
        ("Inside Sales\nDallas, TX\nOTE 75K-100K", "", "USD", "the place at the head of the posting"),
        ("Store Manager\nToronto, ON\nSalary: 48,000/year", "", "CAD", "a Canadian place"),
        ("Store Manager\nSalary: 48,000/year", "NZ", "NZD", "the country of the posting"),
        ("Store Manager\nLondon\nSalary: 31,000/year", "GB", None, "a country without dollars"),
        ("Store Manager\nSalary: 31,000/year", "", None, "no place is named"),
    ],
)
def test_a_bare_figure_takes_the_dollar_of_its_place(
    text: str, country: str, currency: str | None, reason: str
) -> None:
    assert [row[2] for row in read(text, country)] == [currency], reason
