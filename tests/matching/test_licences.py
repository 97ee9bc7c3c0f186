"""A licence is a bar set by law only where the law asks for it."""

from typing import Any

import msgspec
import pytest
from small_world import RELATIONS, nobody

from groundfloor.matching.attainments import attainments_of
from groundfloor.matching.requirements import Requirement, Whereabouts
from groundfloor.matching.verdicts import judge
from groundfloor.model.facts import Qualification

LAWS = msgspec.structs.replace(
    RELATIONS,
    licence_countries={"desk.producer": frozenset({"US"}), "bar.certificate": frozenset({"CA"})},
    bar_countries={"bar.certificate": frozenset({"CA"})},
)
NOBODY = attainments_of(nobody())


def asked(item_id: str, where: str, *, legal_bar: bool, **extra: Any) -> Requirement:
    return Requirement(
        kind="qualification",
        value=Qualification(name=item_id, id=item_id),
        legal_bar=legal_bar,
        place=Whereabouts(words=where, **extra),
    )


@pytest.mark.parametrize(
    ("requirement", "limit", "why"),
    [
        (asked("desk.producer", "Tampa, United States", legal_bar=True), "doubtful", "the licence of the place"),
        (asked("desk.producer", "Leeds, United Kingdom", legal_bar=True), None, "another country's licence"),
        (asked("desk.producer", "Springfield", legal_bar=True), "doubtful", "nobody names the country"),
        (asked("other", "Leeds, United Kingdom", legal_bar=True), "doubtful", "a licence of no known country"),
        (
            asked("bar.certificate", "Halifax, Canada", legal_bar=False),
            "doubtful",
            "the law asks it, whatever it is called",
        ),
        (asked("bar.certificate", "Halifax, United Kingdom", legal_bar=False), None, "the law of another country"),
        (asked("bar.certificate", "Halifax", legal_bar=False), None, "nobody names the country"),
    ],
)
def test_a_licence_is_a_limit_only_where_the_law_asks_for_it(
    requirement: Requirement, limit: str | None, why: str
) -> None:
    assert judge(requirement, NOBODY, LAWS).limit == limit, why
