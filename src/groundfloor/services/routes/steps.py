"""Turns one found route into steps a person can read: why open, what training, how long, what pay."""

from collections.abc import Iterable

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.jurisdictions import bar_binds_in, tell_bar, tell_where
from groundfloor.catalogue.records import Ask, Cost, Role, TrainingItem
from groundfloor.catalogue.records import Move as LadderMove
from groundfloor.matching.names import name_of
from groundfloor.model.facts import Coded, Education, Experience, Language, Qualification, Record, Tool
from groundfloor.model.vocabulary import STAGES
from groundfloor.planning.network import Route
from groundfloor.services.routes.network import (
    SETTLING_MONTHS,
    UNSOCIABLE,
    added_schedules,
    industry_of,
    show_role,
)
from groundfloor.services.routes.pay import compare_pay, find_pay, tell_pay_change
from groundfloor.services.routes.records import (
    CostState,
    ItemView,
    NeedView,
    Price,
    RouteStep,
    StageView,
)
from groundfloor.services.routes.searching import Search, find_search
from groundfloor.services.routes.standing import Standing, find_held, find_item_held, months_towards
from groundfloor.services.routes.training import list_laws, study_items
from groundfloor.services.spans import tell_months
from groundfloor.text.naming import in_a_sentence


class _Way(Record, frozen=True, kw_only=True):
    """What is the same for every step of a route."""

    catalogue: Catalogue
    standing: Standing
    country: str
    pays_in: str


def explain_steps(
    catalogue: Catalogue, route: Route, standing: Standing, country: str, *, pays_in: str = ""
) -> tuple[RouteStep, ...]:
    """Explains every move of a route.

    Args:
        catalogue: roles, moves, training, wages.
        route: as the search returns it.
        standing: what the person brings.
        country: leaves out training of other countries; empty keeps all.
        pays_in: the country whose pay is shown; empty means the same country.

    Returns:
        Steps in order. An item gained on one step counts as gained on the next ones.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> from groundfloor.services.routes.planning import plan_routes
        >>> plan = plan_routes(catalogue, start_role="retail.cashier", goal="retail.store-manager")
        >>> plan.routes[0].steps[0].start.id
        'retail.cashier'
    """
    way = _Way(catalogue=catalogue, standing=standing, country=country, pays_in=pays_in or country)
    gained: dict[str, int] = {}
    steps = []
    for number, move_id in enumerate(route.moves, start=1):
        step = _explain_step(way, move_id, number, gained)
        for stage in step.stages:
            for item in stage.items:
                gained.setdefault(item.id, number)
        steps.append(step)
    return tuple(steps)


def _explain_step(way: _Way, move_id: str, number: int, gained: dict[str, int]) -> RouteStep:
    catalogue, move = way.catalogue, way.catalogue.moves[move_id]
    start, to, industry = catalogue.roles[move.start], catalogue.roles[move.to], industry_of(move.to)
    items = [
        _show_item(way, name, item, needed, gained.get(name), laws=list_laws(catalogue, item, way.country, industry))
        for name, item, needed in study_items(catalogue, move, way.country)
    ]
    due = [item for item in items if item.stage >= 3 and not item.held and item.gained_on_step is None]
    hours = [item.hours for item in due if item.hours is not None]
    before, after = (find_pay(catalogue, role_id, way.pays_in) for role_id in (move.start, move.to))
    served = float(months_towards(way.standing, start))
    settling = SETTLING_MONTHS if number > 1 else 0.0
    months_min, months_max = _stay(move, served, settling, due)
    search = find_search(catalogue, move.start, move.to)
    return RouteStep(
        number=number,
        move_id=move_id,
        kind=move.kind,
        start=show_role(catalogue, move.start),
        to=show_role(catalogue, move.to),
        opens=_tell_opening(move, start, served, due) + _tell_settling(move, served, settling),
        months_min=months_min + search.months,
        months_max=months_max + search.months,
        months_to_find=search.months,
        months_to_find_cite=search.figure.cite if search.figure else None,
        months_credited=min(served, float(move.months_in_role.max)),
        months_cite=move.months_in_role.cite,
        trodden=move.trodden,
        trodden_cite=move.trodden_cite,
        seen_in=move.seen_in,
        stages=tuple(
            StageView(stage=stage, name=name, items=tuple(item for item in items if item.stage == stage))
            for stage, name in STAGES.items()
        ),
        needs=tuple(_show_need(way, ask, items) for ask in to.asks if bar_binds_in(ask, way.country)),
        study_hours=sum(hours) if hours else None,
        lengths_not_known=sum(item.hours is None and item.months is None for item in due),
        prices=tuple(item.price for item in due if item.price),
        prices_not_known=tuple(item.id for item in due if item.cost_state == "not_known"),
        pay_before=before,
        pay_after=after,
        pay_falls=compare_pay(before, after, start, to) == "lower",
        added_schedules=added_schedules(start, to),
        warnings=tuple(_list_warnings(way, move, search)),
        note=move.note or "",
    )


def _stay(move: LadderMove, served: float, settling: float, due: Iterable[ItemView]) -> tuple[float, float]:
    """The months still to be spent, the fewest and the most; ``settling`` is what no time served takes off."""
    needed = [item for item in due if item.needed and item.months]
    beside = max((item.months or 0.0 for item in needed if item.beside_work), default=0.0)
    apart = sum(item.months or 0.0 for item in needed if not item.beside_work)
    least, most = (
        max(months - served, min(settling, months), beside) + apart
        for months in (move.months_in_role.min, move.months_in_role.max)
    )
    return least, max(least, most)


def _tell_settling(move: LadderMove, served: float, settling: float) -> str:
    least = min(settling, move.months_in_role.min)
    if not least or served <= move.months_in_role.min - least:
        return ""
    return f" At least {least:.0f} months in the new place are counted, for nobody is promoted on the day they come."


def _tell_search(search: Search) -> str:
    if search.figure is None:
        return ""
    found = f"{search.figure.place}, {search.figure.date[:4]}: {search.figure.weeks:g} weeks in the middle"
    return f" About {search.months} months to find the work are counted in ({found})."


def _tell_opening(move: LadderMove, start: Role, served: float, due: Iterable[ItemView]) -> str:
    usual = tell_months(move.months_in_role.min, move.months_in_role.max)
    needed = [item.name for item in due if item.needed]
    opened_by = f" It is not open without: {', '.join(needed)}." if needed else ""
    brought = f"you have {tell_months(served, served)} of such work"
    if served >= move.months_in_role.max:
        return f"{brought.capitalize()}; {usual} are usual.{opened_by}"
    if served:
        return f"Usually after {usual} as {in_a_sentence(start.name)}; {brought}.{opened_by}"
    return f"Usually after {usual} as {in_a_sentence(start.name)}.{opened_by}"


def _show_item(
    way: _Way, item_id: str, item: TrainingItem, needed: bool, gained_on: int | None, *, laws: tuple[str, ...]
) -> ItemView:
    reason = find_item_held(way.standing, item_id, item)
    return ItemView(
        id=item_id,
        name=item.name,
        stage=item.stage,
        summary=item.summary,
        needed=needed,
        held=reason is not None,
        held_because=reason or "",
        gained_on_step=gained_on,
        cost_state=_cost_state(item),
        body=item.body,
        hours=item.length.hours if item.length else None,
        months=item.length.months if item.length else None,
        length_cite=item.length.cite if item.length else None,
        beside_work=item.beside_work,
        price=show_price(item.cost) if item.cost else None,
        funding=show_price(item.funding) if item.funding else None,
        valid_months=item.validity.months if item.validity else None,
        jurisdictions=item.jurisdictions,
        prerequisites=item.prerequisites,
        laws=laws,
        url=item.url,
        cite=item.cite,
    )


def show_price(cost: Cost) -> Price:
    """A price of the catalogue as answers carry it.

    Example:
        >>> from groundfloor.catalogue.records import Cite
        >>> show_price(Cost(amount=42, currency="USD", cite=Cite(source="exam"))).amount
        42
    """
    return Price(
        amount=cost.amount,
        currency=cost.currency,
        covers=cost.covers,
        at_least=cost.at_least,
        member_amount=cost.member_amount,
        cite=cost.cite,
    )


def _cost_state(item: TrainingItem) -> CostState:
    if item.cost:
        return "known"
    return "at_work" if item.stage <= 2 else "not_known"


def _show_need(way: _Way, ask: Ask, items: list[ItemView]) -> NeedView:
    held = find_held(way.standing, ask.value)
    giver = next((item for item in items if ask.value in way.catalogue.training[item.id].gives), None)
    return NeedView(
        text=name_ask(way.catalogue, ask),
        state="held" if held else "gained" if giver else "open",
        required=ask.strength == "required",
        legal_bar=ask.legal_bar,
        because=held or (f"given by {giver.name}" if giver else ""),
        cite=ask.cite,
        where=tell_where(ask, way.catalogue.countries),
        task=ask.task,
    )


def name_ask(catalogue: Catalogue, ask: Ask) -> str:
    """What a role asks, in a few plain words.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> name_ask(catalogue, catalogue.roles["retail.cashier"].asks[0])
        'secondary school'
    """
    match ask.value:
        case Education(level=level, field=field):
            return name_of(level) + (f" in {field}" if field else "")
        case Experience(months_min=months, area=area):
            work = "work" if area == "any" else name_of(area)
            return f"{tell_months(months, months)} of {work}" if months else f"some time in {work}"
        case Language(tag=tag, cefr=cefr):
            named = catalogue.languages.get(tag)
            name = "a second language" if tag == "und" else named.name if named else tag
            return f"{name} at {cefr}" if cefr else name
        case Tool(name=name) | Qualification(name=name):
            return name
        case Coded(code=code):
            return name_of(code)
        case _:
            return name_of(ask.kind)


def _list_warnings(way: _Way, move: LadderMove, search: Search) -> Iterable[str]:
    start, to = way.catalogue.roles[move.start], way.catalogue.roles[move.to]
    before, after = (find_pay(way.catalogue, role_id, way.pays_in) for role_id in (move.start, move.to))
    yield from tell_pay_change(before, after, start, to)
    added = added_schedules(start, to)
    if added:
        yield f"Adds {', '.join(UNSOCIABLE[schedule] for schedule in added)} to the working hours."
    if industry_of(move.start) != industry_of(move.to):
        yield f"Needs a change of industry, to {show_role(way.catalogue, move.to).industry_name}.{_tell_search(search)}"
    for ask in to.asks:
        if ask.legal_bar and bar_binds_in(ask, way.country) and not find_held(way.standing, ask.value):
            yield tell_bar(ask, name_ask(way.catalogue, ask), way.catalogue.countries)
