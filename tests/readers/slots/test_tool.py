"""Tools are read under their proper names, short names only in good company."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Tool
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.tool import read_tools


def read(text: str) -> list[tuple[str, str]]:
    catalogue = open_catalogue()
    facts = read_tools(get_scanner(catalogue).scan(text), catalogue)
    return [(fact.value.name, fact.strength) for fact in facts if isinstance(fact.value, Tool)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Proficient in Zendesk", [("Zendesk", "required")], "a plain ask is required"),
        ("Draw plans using Contoso Plan 3D software", [("Contoso Plan 3D", "required")], "a name before its kind"),
        ("Using Customer Service Systems", [], "words of the trade are no name"),
        ("Familiarity with Python", [("Python", "required")], "a short name that is asked"),
        ("MS Word and Excel a plus", [("Microsoft Word", "preferred"), ("Microsoft Excel", "preferred")], "a list"),
        ("Microsoft Excel", [("Microsoft Excel", "required")], "the longest name counts"),
        ("Experience with CRM systems", [("CRM", "required")], "a kind of tool in the text's words"),
        ("Use our online reporting system", [("online reporting system", "required")], "a system of the house"),
        ("Operate scanning equipment", [("scanner", "required")], "equipment is named by what it does"),
        ("Operate the copy machines", [("copy machine", "required")], "a machine"),
        ("PHP 20,000 a month and Zendesk", [("Zendesk", "required")], "a currency is no tool"),
        ("Programs such as Zendesk preferred", [("Zendesk", "preferred")], "preferred, behind an example"),
        ("Word of mouth brings customers", [], "a short name without company"),
        ("Excel at helping guests", [], "a verb"),
        ("Follow us on LinkedIn", [], "the employer's own page"),
        ("No Zendesk knowledge needed", [], "not needed"),
        ("Benefits\nFree Zendesk course", [], "offered, not asked"),
        (
            "Duties\nUse Zendesk\nRequirements\nZendesk preferred",
            [("Zendesk", "preferred")],
            "the ask outweighs the use",
        ),
        ("Our CRM system is a customer relationship management system", [("CRM", "required")], "one kind, named once"),
        ("Excellent access to guests", [], "a neighbour is a whole word: excellent is not Excel"),
        (
            "PC skills required (Zendesk, Slack a plus)",
            [("Zendesk", "preferred"), ("Slack", "preferred")],
            "what the brackets say of their own things wins",
        ),
        (
            "You troubleshoot with Kubernetes, Frobnico and Grafana",
            [("Kubernetes", "required"), ("Frobnico", "required"), ("Grafana", "required")],
            "an unknown name between known products",
        ),
        ("Requirements\nZendesk, English, Teamwork", [("Zendesk", "required")], "a language is no product"),
        ("Our clients include Stripe, Frobnico and Slack", [], "customers of the employer"),
        ("Tools such as Frobnico and Zendesk", [("Frobnico", "required"), ("Zendesk", "required")], "an unknown name"),
    ],
)
def test_tools_asked(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert read(text) == expected, reason


def test_a_tool_of_the_catalogue_carries_its_id_and_an_unknown_one_none() -> None:
    catalogue = open_catalogue()
    facts = read_tools(get_scanner(catalogue).scan("Tools such as Frobnico and Zendesk"), catalogue)
    assert [fact.value.id for fact in facts if isinstance(fact.value, Tool)] == [None, "helpdesk.zendesk"]
