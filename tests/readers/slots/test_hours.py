"""Hours a week are told from all other hours."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Hours
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.hours import read_hours


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("40 hours per week", [(40, 40)], "one number is both ends"),
        ("16-24 hrs/week", [(16, 24)], "a range"),
        ("20+ hours a week", [(20, None)], "and more"),
        ("A minimum of 15 hours per week", [(15, None)], "a minimum"),
        ("Up to 30 hours weekly", [(None, 30)], "a maximum"),
        ("37.5-hour week", [(37.5, 37.5)], "half hours"),
        ("38,5 Stunden/Woche", [(38.5, 38.5)], "German"),
        ("Jornada de 40 horas semanales", [(40, 40)], "Spanish"),
        ("35 heures par semaine", [(35, 35)], "French"),
        ("24-32 uur per week", [(24, 32)], "Dutch"),
        ("Working hours per week: 38 - 42", [(38, 42)], "said before the figures"),
        ("8-10 calls per hour", [], "calls"),
        ("8 hours per day", [], "a day"),
        ("Open 24 hours", [], "opening hours"),
        ("168 hours a week", [], "more than a week has for work"),
    ],
)
def test_hours_a_week(text: str, expected: list[tuple[float | None, float | None]], reason: str) -> None:
    facts = read_hours(get_scanner(open_catalogue()).scan(text))
    assert [(fact.value.min, fact.value.max) for fact in facts if isinstance(fact.value, Hours)] == expected, reason
