"""Each check of the catalogue is seen to fail on one broken entry, and the catalogue itself passes them all."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.checks import CHECKS, check_catalogue
from groundfloor.catalogue.records import Ask, Cite, Cost, LexiconEntry, Titles, TrainingStep, WageRow
from groundfloor.model.facts import Qualification

TODAY = date(2026, 11, 25)
RETAIL_ROLE, RETAIL_MOVE = "retail.cashier", "retail."


def with_entry(catalogue: Catalogue, kind: str, entry_id: str, entry: Any) -> Catalogue:
    return replace(catalogue, **{kind: {**getattr(catalogue, kind), entry_id: entry}})


def without(catalogue: Catalogue, kind: str, keep: Callable[[str, Any], bool]) -> Catalogue:
    return replace(
        catalogue, **{kind: {key: value for key, value in getattr(catalogue, kind).items() if keep(key, value)}}
    )


def with_move(catalogue: Catalogue, **changes: Any) -> Catalogue:
    move_id, move = next((key, move) for key, move in catalogue.moves.items() if move.kind == "promotion")
    return with_entry(catalogue, "moves", move_id, replace(move, **changes))


def with_cashier(catalogue: Catalogue, **changes: Any) -> Catalogue:
    return with_entry(catalogue, "roles", RETAIL_ROLE, replace(catalogue.roles[RETAIL_ROLE], **changes))


def with_law(catalogue: Catalogue, **changes: Any) -> Catalogue:
    law_id = "us.debt-collection"
    return with_entry(catalogue, "laws", law_id, replace(catalogue.laws[law_id], **changes))


def with_bar(catalogue: Catalogue, **changes: Any) -> Catalogue:
    cite = catalogue.roles[RETAIL_ROLE].cite
    bar = Ask(kind="qualification", value=Qualification(name="Licence"), cite=cite, legal_bar=True)
    return with_cashier(catalogue, asks=(replace(bar, **changes),))


def with_source(catalogue: Catalogue, **changes: Any) -> Catalogue:
    return with_entry(catalogue, "sources", "onet-29", replace(catalogue.sources["onet-29"], **changes))


def with_price(catalogue: Catalogue, **changes: Any) -> Catalogue:
    item_id, item = next(iter(catalogue.training.items()))
    price = replace(Cost(amount=80.0, currency="USD", cite=Cite(source="onet-29", place="x")), **changes)
    return with_entry(catalogue, "training", item_id, replace(item, cost=price))


def with_training(catalogue: Catalogue, item_id: str) -> Catalogue:
    return with_move(catalogue, training=(TrainingStep(item=item_id),))


def with_trodden(catalogue: Catalogue, place: str) -> Catalogue:
    return with_move(catalogue, trodden_cite=Cite(source="onet-29", place=place))


def a_promotion(catalogue: Catalogue) -> Any:
    return next(move for move in catalogue.moves.values() if move.kind == "promotion")


TITLES = Titles(names=("Cashier",), match=("Cashier",), refuse=("Bank Clerk",))


def with_table(catalogue: Catalogue, **changes: Any) -> Catalogue:
    table_id = "gb-ashe-2025"
    return with_entry(catalogue, "wages", table_id, replace(catalogue.wages[table_id], **changes))


def with_row(catalogue: Catalogue, **fields: Any) -> Catalogue:
    rows = catalogue.wages["gb-ashe-2025"].rows
    return with_table(catalogue, rows=rows | {"0000": WageRow(title="Made up", **fields)})


BROKEN: dict[str, list[tuple[Callable[[Catalogue], Catalogue], str]]] = {
    "ids are plain": [
        (lambda c: with_entry(c, "roles", "retail.Shop Boss", c.roles[RETAIL_ROLE]), "not lower-case words"),
    ],
    "all industries are there": [
        (lambda c: without(c, "industries", lambda key, _: key != "retail"), "the industry has no entry"),
    ],
    "laws are whole": [
        (lambda c: with_law(c, jurisdiction="USA"), "the unknown place 'USA'"),
        (lambda c: with_law(c, jurisdiction="CA"), "the file of another jurisdiction"),
        (lambda c: with_law(c, cite=Cite(source="us-code")), "where in its source"),
        (lambda c: with_law(c, url="", cite=Cite(source="us-code", place="1", checked="2026-11-25")), "which address"),
        (lambda c: with_law(c, industries=("retail", "retail")), "an industry twice"),
    ],
    "every industry has a law of its own": [
        (lambda c: without(c, "laws", lambda _, law: "staffing" not in law.industries), "no law names the industry"),
    ],
    "bars say where they hold": [
        (lambda c: with_bar(c), "does not say where it holds"),
        (lambda c: with_bar(c, legal_bar=False, jurisdictions=("US",)), "is no bar"),
        (lambda c: with_bar(c, jurisdictions=("Utopia",)), "unknown place 'Utopia'"),
    ],
    "cites name a source": [
        (lambda c: with_cashier(c, cite=Cite(source="hearsay", checked="2026-11-25")), "unknown source 'hearsay'"),
        (
            lambda c: with_cashier(c, cite=Cite(source="groundfloor-estimate", checked="2026-11-25")),
            "must say its basis",
        ),
        (lambda c: with_cashier(c, cite=Cite(source="onet-29", checked="2031-01-01")), "still to come"),
    ],
    "publications are out": [
        (lambda c: with_source(c, accessed="2031-01-01"), "was read on 2031-01-01, which is still to come"),
        (lambda c: with_source(c, published="2031"), "was published on 2031, which is still to come"),
        (
            lambda c: with_entry(c, "wages", "us-oews-2024", replace(c.wages["us-oews-2024"], date="2031-05")),
            "was dated on 2031-05, which is still to come",
        ),
    ],
    "every source has a reader": [
        (lambda c: with_entry(c, "sources", "unread", c.sources["onet-29"]), "no entry cites this source"),
    ],
    "references lead somewhere": [
        (lambda c: with_move(c, to="retail.astronaut"), "unknown role 'retail.astronaut'"),
    ],
    "wage tables count a role once": [
        (lambda c: with_row(c, roles=("retail.nobody",)), "names the unknown role 'retail.nobody'"),
        (lambda c: with_row(c, roles=(RETAIL_ROLE,)), "counts the role 'retail.cashier' in two occupations"),
        (lambda c: with_table(c, roles_cite=None), "does not say in `roles_cite`"),
    ],
    "wages rise": [(lambda c: with_row(c, median=2.0, p90=1.0), "a higher percentile is below a lower one")],
    "pay is in the money of its country": [
        (lambda c: with_table(c, currency="EUR"), "EUR is not the money of GB"),
        (
            lambda c: with_entry(c, "pay_floors", "xx", replace(c.pay_floors["gb"], place="XX")),
            "GBP is not the money of XX",
        ),
    ],
    "prices can be put in order": [
        (lambda c: with_price(c, currency="XTS"), "does not list XTS"),
        (lambda c: with_price(c, member_amount=90.0), "members pay more"),
    ],
    "moves make sense": [
        (lambda c: with_move(c, to=a_promotion(c).start), "from a role to itself"),
        (lambda c: with_entry(c, "moves", "retail.again", a_promotion(c)), "stands twice"),
        (
            lambda c: with_move(c, months_in_role=replace(a_promotion(c).months_in_role, min=9, max=3)),
            "not a range",
        ),
        (lambda c: with_move(c, start=a_promotion(c).to, to=a_promotion(c).start), "must lead to a higher level"),
    ],
    "occupations are counted": [
        (lambda c: with_cashier(c, soc=("99-9999.00",)), "nobody counts how many work in 99-9999"),
    ],
    "moves have all four stages": [
        (lambda c: with_move(c, training=()), "no training item of stage 1"),
    ],
    "every ladder is climbable": [
        (lambda c: without(c, "moves", lambda _, move: move.start != RETAIL_ROLE), "no route leads from this ground"),
        (
            lambda c: without(c, "moves", lambda _, move: move.to != "retail.store-manager"),
            "no route leads to this role",
        ),
        (
            lambda c: without(c, "moves", lambda _, m: m.start != RETAIL_ROLE or not m.to.startswith("retail.")),
            "management role of its industry",
        ),
    ],
    "no role stands alone": [
        (
            lambda c: with_entry(c, "roles", "retail.hermit", c.roles["retail.floor-manager"]),
            "no move leads to this role",
        ),
    ],
    "roles belong to a listed industry": [
        (lambda c: with_entry(c, "roles", "piracy.cashier", c.roles[RETAIL_ROLE]), "not an industry"),
    ],
    "every trait of work has a statement": [
        (lambda c: without(c, "self_check", lambda _, one: one.about != "standing"), "no statement of the self-check"),
    ],
    "qualifications say for which rungs": [
        (
            lambda c: with_entry(c, "training", "insurance.aic", replace(c.training["insurance.aic"], rungs=())),
            "for which rungs",
        ),
    ],
    "training is for the work it leads to": [
        (
            lambda c: with_entry(
                c, "training", "insurance.aic", replace(c.training["insurance.aic"], families=("other",))
            ),
            "insurance.aic is not for the work",
        ),
    ],
    "training is for the rung it leads to": [
        (lambda c: with_training(c, "leadership.cmi-strategic"), "does not prepare for"),
        (lambda c: with_training(c, "national.nz-small-business-4"), "does not prepare for"),
    ],
    "practice is of a trade of the step": [
        (lambda c: with_training(c, "healthcare.registration-practice"), "neither of its trades"),
    ],
    "cited occupations are those of the roles": [
        (lambda c: with_cashier(c, cite=Cite(source="onet-29", place="43-3071.00 Tellers")), "none of its occupations"),
        (lambda c: with_trodden(c, "43-3071.00 to 43-3071.00, Primary-Short"), "not the occupations of its roles"),
        (lambda c: with_trodden(c, "43-3071.00 is near"), "not the occupations of its roles"),
    ],
    "title examples hold": [
        (lambda c: with_cashier(c, titles=replace(TITLES, match=("Shelf stacker",))), "does not recognise"),
        (lambda c: with_cashier(c, titles=replace(TITLES, refuse=("Head Cashier",))), "should refuse"),
    ],
    "lexicon examples hold": [
        (lambda c: with_entry(c, "lexicon", "x.y", LexiconEntry(patterns=("a+",), match=("b",))), "does not match"),
        (
            lambda c: with_entry(c, "lexicon", "x.y", LexiconEntry(patterns=("a+",), match=("a",), refuse=("aa",))),
            "should refuse",
        ),
        (lambda c: with_entry(c, "lexicon", "x.y", LexiconEntry(patterns=("(?=a)",), match=("a",))), "not RE2"),
    ],
}


def test_the_catalogue_passes_all_its_checks() -> None:
    assert check_catalogue(open_catalogue(), today=TODAY) == []


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_has_been_seen_to_fail(name: str) -> None:
    for break_it, problem in BROKEN[name]:
        problems = [text for _where, text in CHECKS[name](break_it(open_catalogue()), TODAY)]
        assert any(problem in text for text in problems), (name, problem, problems[:5])
