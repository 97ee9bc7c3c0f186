"""Maps the catalogue into the network a route search walks, and looks up what a role pays."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from statistics import median

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import Move as LadderMove
from groundfloor.catalogue.records import Role, TrainingItem
from groundfloor.model.facts import Language
from groundfloor.model.vocabulary import LEVELS, Schedule, Trodden
from groundfloor.planning.network import Item, Move, Network, Place
from groundfloor.services.routes.pay import compare_pay, country_of_pay, find_pay
from groundfloor.services.routes.records import Condition, RoleView, RouteConstraints
from groundfloor.services.routes.searching import find_search
from groundfloor.services.routes.standing import Standing, find_held, find_item_held
from groundfloor.services.routes.training import study_items
from groundfloor.services.routes.whose_pay import is_foreign_money
from groundfloor.services.same import Same

UNTRODDEN: dict[Trodden, float] = {"common": 0.25, "possible": 1.0, "rare": 3.0}
"""How untrodden a move counts in a route: one rare move weighs as much as three possible ones, and each common one a
little, for every step has to come off. For ordering only."""
CHANGE_UNTRODDEN = 0.5
"""What a change of industry adds to that: between two ways alike, most people stay in the trade they know."""

UNSOCIABLE: dict[Schedule, str] = {
    "weekends": "weekends",
    "evenings": "evenings",
    "nights": "nights",
    "early_mornings": "early mornings",
    "holidays": "public holidays",
    "rotating": "rotating shifts",
    "on_call": "on-call duty",
    "round_the_clock": "work round the clock",
}
"""Hours that not everybody can work, in words."""

SETTLING_MONTHS = 6.0
"""The least time in a role come to on the way, even for somebody who has done such work before: our estimate."""
MONEY = "USD"
FULL_TIME_HOURS_A_MONTH = 160
HOURS_A_YEAR = 2080
"""Hours of a year of full-time work, by which a wish for pay an hour is turned into pay a year."""


def industry_of(role_id: str) -> str:
    """The industry a role belongs to: the first part of its id.

    Example:
        >>> industry_of("retail.cashier")
        'retail'
    """
    return role_id.partition(".")[0]


def show_role(catalogue: Catalogue, role_id: str) -> RoleView:
    """A role as a reader wants it named.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> show_role(catalogue, "retail.cashier").industry_name
        'Retail'
    """
    role, industry = catalogue.roles[role_id], industry_of(role_id)
    named = catalogue.industries.get(industry)
    return RoleView(
        id=role_id,
        name=role.name,
        family=role.family,
        level=role.level,
        industry=industry,
        industry_name=named.name if named else industry.replace("_", " "),
    )


def build_network(catalogue: Catalogue, country: str, pays_in: str = "") -> Network:
    """The catalogue's roles and moves as places and moves, with what is to be paid for and what takes time.

    Everything of stages 3 and 4 counts as money, once; only training without which a move is not open counts as
    time. For ordering only, an unknown price stands at the usual known one, and unknown pay at the usual of its rung.
    The last few networks are kept, for every request asks for the same ones.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> len(build_network(catalogue, "GB").moves) == len(catalogue.moves)
        True
    """
    return _build_network(Same(catalogue), country, country_of_pay(catalogue, pays_in or country))


@lru_cache(maxsize=8)
def _build_network(same: Same, country: str, pays_in: str) -> Network:
    catalogue = same.catalogue
    pay = _pay_by_role(catalogue, pays_in)
    places = [
        Place(
            id=role_id,
            pay_per_month=pay[role_id] / 12,
            shape=f"{role.family}/{role.level}",
            area=industry_of(role_id),
        )
        for role_id, role in catalogue.roles.items()
    ]
    usual_price = median([price for price in list_prices(catalogue) if price] or [1.0])
    items = [
        part
        for item_id, item in catalogue.training.items()
        for part in _items(item_id, item, _price_to_order_by(catalogue, item, usual_price))
    ]
    return Network(places, (_move(catalogue, key, move, country) for key, move in catalogue.moves.items()), items)


def list_prices(catalogue: Catalogue) -> list[float]:
    """All known prices of training, put roughly into :data:`MONEY`: for ordering only, never to be shown.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> all(price >= 0 for price in list_prices(catalogue))
        True
    """
    prices = (_rough_price(catalogue, item) for item in catalogue.training.values())
    return [price for price in prices if price is not None]


def _rough_price(catalogue: Catalogue, item: TrainingItem) -> float | None:
    worth = catalogue.rough_worth.get(item.cost.currency) if item.cost else None
    return item.cost.amount * worth if item.cost and worth is not None else None


def close_moves(
    catalogue: Catalogue, constraints: RouteConstraints, standing: Standing
) -> dict[Condition, frozenset[str]]:
    """Ids of the moves that each condition closes; conditions not made are left out.

    A move into a role that is done in a language the person has not named is closed too, unless its training gives it.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> closed = close_moves(catalogue, RouteConstraints(same_industry=True), Standing())
        >>> list(closed)
        ['same_industry']
    """
    unwanted, languages = set(constraints.refused_training), _list_languages(Same(catalogue))
    roles = close_roles(catalogue, constraints, catalogue.roles)

    def leads_to_closed(condition: Condition) -> tuple[bool, Callable[[LadderMove], bool]]:
        return condition in roles, lambda move: move.to in roles[condition]

    tests: dict[Condition, tuple[bool, Callable[[LadderMove], bool]]] = {
        "refused_schedules": leads_to_closed("refused_schedules"),
        "no_pay_fall": (
            constraints.no_pay_fall,
            lambda move: pay_falls(catalogue, move.start, move.to, constraints.pays_in),
        ),
        "pay_at_least": leads_to_closed("pay_at_least"),
        "same_industry": (constraints.same_industry, lambda move: industry_of(move.start) != industry_of(move.to)),
        "at_home": leads_to_closed("at_home"),
        "study_hours_at_most": (
            constraints.study_hours_at_most is not None,
            lambda move: _studies_over(catalogue, move, standing, constraints.study_hours_at_most or 0.0),
        ),
        "refused_training": (
            bool(unwanted),
            lambda move: any(step.needed and step.item in unwanted for step in move.training),
        ),
        "language_needed": (
            bool(languages),
            lambda move: move.to in languages and _lacks_language(catalogue, move, standing, languages[move.to]),
        ),
    }
    closed = {
        name: frozenset(key for key, move in catalogue.moves.items() if shuts(move))
        for name, (asked, shuts) in tests.items()
        if asked
    }
    return {name: moves for name, moves in closed.items() if moves}


def close_roles(
    catalogue: Catalogue, constraints: RouteConstraints, role_ids: Iterable[str]
) -> dict[Condition, frozenset[str]]:
    """Those of some roles that break a condition on the work itself; conditions that none breaks are left out.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> close_roles(catalogue, RouteConstraints(refused_schedules=("nights",)), ["hospitality_food.night-auditor"])
        {'refused_schedules': frozenset({'hospitality_food.night-auditor'})}
    """
    refused = set(constraints.refused_schedules)
    closed: dict[Condition, set[str]] = {"refused_schedules": set(), "pay_at_least": set(), "at_home": set()}
    for role_id in role_ids:
        role = catalogue.roles[role_id]
        if refused & set(role.setting.schedule):
            closed["refused_schedules"].add(role_id)
        if pays_under(catalogue, role_id, constraints):
            closed["pay_at_least"].add(role_id)
        if constraints.at_home and "remote" not in role.setting.workplace:
            closed["at_home"].add(role_id)
    return {name: frozenset(broken) for name, broken in closed.items() if broken}


def pays_under(catalogue: Catalogue, role_id: str, constraints: RouteConstraints) -> bool:
    """Whether a role is known to pay less an hour than is asked for, in the money of the person's country.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> pays_under(catalogue, "retail.cashier", RouteConstraints(pay_at_least=90_000))
        True
    """
    figure = find_pay(catalogue, role_id, constraints.pays_in)
    if figure is None or constraints.pay_at_least is None or is_foreign_money(catalogue, constraints.pays_in):
        return False
    return figure.annual_median / figure.hours_a_year < constraints.pay_at_least / HOURS_A_YEAR


def _studies_over(catalogue: Catalogue, move: LadderMove, standing: Standing, hours_at_most: float) -> bool:
    """Whether a course that the move cannot do without, not yet held, is known to take longer."""
    needed = ((step.item, catalogue.training[step.item]) for step in move.training if step.needed)
    return any(_study_hours(item) > hours_at_most and not find_item_held(standing, name, item) for name, item in needed)


def _study_hours(item: TrainingItem) -> float:
    """Hours of learning of an item, a calendar month counting as full-time study; 0 where no length is known."""
    if item.length is None:
        return 0.0
    return item.length.hours or (item.length.months or 0.0) * FULL_TIME_HOURS_A_MONTH


def _lacks_language(catalogue: Catalogue, move: LadderMove, standing: Standing, asked: Iterable[Language]) -> bool:
    taught = {value for step in move.training if (item := catalogue.training.get(step.item)) for value in item.gives}
    return any(value not in taught and not find_held(standing, value) for value in asked)


@lru_cache(maxsize=8)
def _list_languages(same: Same) -> dict[str, list[Language]]:
    """The languages other than English that a role cannot be done without; roles without any are left out."""
    languages: dict[str, list[Language]] = {}
    for role_id, role in same.catalogue.roles.items():
        for ask in role.asks:
            if isinstance(ask.value, Language) and ask.strength == "required" and ask.value.tag not in ("en", "und"):
                languages.setdefault(role_id, []).append(ask.value)
    return languages


def pay_falls(catalogue: Catalogue, start: str, to: str, country: str = "") -> bool:
    """Whether the figures published in a country show lower pay in the second role, see :func:`compare_pay`.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> pay_falls(catalogue, "retail.cashier", "retail.checkout-lead")
        False
    """
    before, after = (find_pay(catalogue, role_id, country) for role_id in (start, to))
    return compare_pay(before, after, catalogue.roles[start], catalogue.roles[to]) == "lower"


def added_schedules(start: Role, to: Role) -> tuple[Schedule, ...]:
    """Unsociable hours that the second role has and the first has not.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> clerk = catalogue.roles["retail.cashier"]
        >>> added_schedules(clerk, clerk)
        ()
    """
    added = set(to.setting.schedule) - set(start.setting.schedule)
    return tuple(schedule for schedule in UNSOCIABLE if schedule in added)


def _pay_by_role(catalogue: Catalogue, country: str) -> dict[str, float]:
    """Yearly pay by role, for ordering only: where none is known that of its rung, or of the rung below."""
    known = {role_id: find_pay(catalogue, role_id, country) for role_id in catalogue.roles}
    usual, below = dict.fromkeys(LEVELS, 0.0), 0.0
    for level in LEVELS:
        on_the_rung = (figure for key, figure in known.items() if catalogue.roles[key].level == level)
        figures = [figure.annual_median for figure in on_the_rung if figure]
        usual[level] = below = median(figures) if figures else below
    return {
        role_id: figure.annual_median if figure else usual[catalogue.roles[role_id].level]
        for role_id, figure in known.items()
    }


def _price_to_order_by(catalogue: Catalogue, item: TrainingItem, usual_price: float) -> float:
    known = _rough_price(catalogue, item)
    if known is not None:
        return known
    return usual_price if item.stage >= 3 else 0.0


def _items(item_id: str, item: TrainingItem, price: float) -> tuple[Item, Item]:
    """An item as what it costs and, apart from that, as the time it takes."""
    months = 0.0
    if item.stage >= 3 and item.length:
        months = item.length.months or (item.length.hours or 0.0) / FULL_TIME_HOURS_A_MONTH
    beside, apart = (months, 0.0) if item.beside_work else (0.0, months)
    return Item(id=item_id, money=price), Item(id=_time_of(item_id), months_beside=beside, months_apart=apart)


def _time_of(item_id: str) -> str:
    return f"{item_id} (time)"


def _move(catalogue: Catalogue, key: str, move: LadderMove, country: str) -> Move:
    training = study_items(catalogue, move, country)
    return Move(
        id=key,
        start=move.start,
        to=move.to,
        months_at_start=(move.months_in_role.min + move.months_in_role.max) / 2,
        untrodden=UNTRODDEN[move.trodden] + CHANGE_UNTRODDEN * (industry_of(move.start) != industry_of(move.to)),
        items=(*(name for name, _, _ in training), *(_time_of(name) for name, _, needed in training if needed)),
        months_to_enter=find_search(catalogue, move.start, move.to).months,
    )


def list_held(held: Iterable[str]) -> frozenset[str]:
    """Ids of the network's items that stand for training already held.

    Example:
        >>> sorted(list_held(["retail.rise-up"]))[0].startswith("retail.rise-up")
        True
    """
    return frozenset(part for item_id in held for part in (item_id, _time_of(item_id)))
