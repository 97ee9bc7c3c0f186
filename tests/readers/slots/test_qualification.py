"""Licences and certificates are read where they are asked."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Qualification
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.qualification import read_qualifications


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Valid forklift licence required", [("Valid forklift licence", "required")], "a licence"),
        ("First aid certificate a plus", [("First aid certificate", "preferred")], "welcome"),
        ("No forklift licence needed", [], "not needed"),
        ("Knowledge of medical terminology", [], "a skill, where no course or certificate is named"),
        (
            "Certificate in tourism is a plus",
            [("Certificate in tourism", "preferred")],
            "its name ends before the verb",
        ),
        ("Our shop is certified as a Great Place to Work", [], "the employer's own"),
        ("Buy our software license", [], "a licence of another kind"),
        ("Benefits\nFree first aid course", [], "offered, not asked"),
    ],
)
def test_qualifications_asked(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    catalogue = open_catalogue()
    facts = read_qualifications(get_scanner(catalogue).scan(text), catalogue)
    assert [(f.value.name, f.strength) for f in facts if isinstance(f.value, Qualification)] == expected, reason
