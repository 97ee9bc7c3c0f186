"""What training costs: prices added up money by money, and told in words."""

from collections.abc import Iterable

from groundfloor.services.routes.records import Price, PriceTotal


def add_prices(prices: Iterable[Price]) -> tuple[PriceTotal, ...]:
    """Adds up prices, each money apart: nothing is converted.

    Args:
        prices: of training to be paid for; what members of a body pay is left aside.

    Returns:
        One total for each money, in the order of their codes; ``at_least`` where one of its prices is the lowest of
        several.

    Example:
        >>> from groundfloor.catalogue.records import Cite
        >>> exam = Price(amount=250, currency="USD", cite=Cite(source="cxpa"))
        >>> [total.amount for total in add_prices([exam, exam])]
        [500.0]
    """
    by_money: dict[str, list[Price]] = {}
    for price in prices:
        by_money.setdefault(price.currency, []).append(price)
    return tuple(
        PriceTotal(
            amount=float(sum(price.amount for price in same)),
            currency=currency,
            at_least=any(price.at_least for price in same),
        )
        for currency, same in sorted(by_money.items())
    )


def tell_price(price: Price) -> str:
    """One price: "from USD 700 (members 595), course and exam"; free training is called free.

    Example:
        >>> from groundfloor.catalogue.records import Cite
        >>> tell_price(Price(amount=700, currency="USD", member_amount=595, at_least=True, cite=Cite(source="cxpa")))
        'from USD 700 (members 595)'
    """
    if not price.amount and not price.at_least:
        return f"free, {price.covers}" if price.covers else "free"
    members = "" if price.member_amount is None else f" (members {_amount(price.member_amount)})"
    covers = f", {price.covers}" if price.covers else ""
    return f"{_total(price.currency, price.amount, price.at_least)}{members}{covers}"


def tell_funding(funding: Price) -> str:
    """The funding band of a course: "funded up to GBP 5,000".

    Example:
        >>> from groundfloor.catalogue.records import Cite
        >>> tell_funding(Price(amount=5000, currency="GBP", at_least=True, cite=Cite(source="skills-england")))
        'funded up to GBP 5,000'
    """
    return f"funded up to {funding.currency} {_amount(funding.amount)}"


def tell_prices(prices: tuple[Price, ...], not_known: int) -> str:
    """What is known of the prices of a step or route, and how many are not; empty where there is nothing to pay for.

    Args:
        prices: the known ones.
        not_known: how many items have no known price.

    Example:
        >>> tell_prices((), 2)
        '2 prices not known'
    """
    unknown = f"{not_known} {'price' if not_known == 1 else 'prices'} not known" if not_known else ""
    return "; ".join(part for part in (_tell_known(prices), unknown) if part)


def _tell_known(prices: tuple[Price, ...]) -> str:
    if len(prices) == 1 and prices[0].amount:
        return _total(prices[0].currency, prices[0].amount, prices[0].at_least)
    totals = [one for one in add_prices(prices) if one.amount]
    if not totals:
        return "free" if prices else ""
    least = "at least " if any(one.at_least for one in totals) else ""
    return f"known prices add up to {least}{' and '.join(_total(one.currency, one.amount, False) for one in totals)}"


def _total(currency: str, amount: float, at_least: bool) -> str:
    return f"{'from ' if at_least else ''}{currency} {_amount(amount)}"


def _amount(amount: float) -> str:
    return f"{amount:,.0f}" if amount == round(amount) else f"{amount:,.2f}"
