"""The documents keep up with the program: commands, examples, links and words."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.cli.coverage_page import coverage_page
from groundfloor.cli.main import app
from groundfloor.cli.reference import command_reference
from groundfloor.errors import CODES
from groundfloor.model import vocabulary

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
CLOSED_LISTS = (
    "LEVELS",
    "ROLE_FAMILIES",
    "INDUSTRIES",
    "EDUCATION_LEVELS",
    "CEFR_LEVELS",
    "FACT_KINDS",
    "GRADES",
    "MOVE_KINDS",
    "WARNINGS",
)


def list_examples() -> list[tuple[str, str]]:
    """Every line of a fenced block that calls the program, with the page it stands on."""
    examples = []
    for page in PAGES:
        for block in re.findall(r"```\w*\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL):
            lines = [line.strip().removeprefix("$ ") for line in block.splitlines()]
            examples += [(page.name, line) for line in lines if line.startswith("groundfloor ")]
    return examples


def test_the_command_reference_is_up_to_date() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == command_reference(), "run `make docs`"


def test_the_page_on_coverage_is_up_to_date() -> None:
    assert (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8") == coverage_page(open_catalogue()), (
        "run `make docs`"
    )


@pytest.mark.parametrize(("page", "example"), list_examples())
def test_every_example_names_a_real_command_and_real_options(page: str, example: str) -> None:
    words = shlex.split(example.split("|")[0].split(">")[0], comments=True)[1:]
    command: Any = typer.main.get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    assert not getattr(command, "commands", None), f"{page}: no such command in {example!r}"
    command.make_context("groundfloor", words, resilient_parsing=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached = {ROOT / "README.md"}
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+\.md)", page.read_text(encoding="utf-8")):
            linked = (page.parent / target).resolve()
            if linked not in reached:
                reached.add(linked)
                waiting.append(linked)
    assert sorted(set(PAGES) - reached) == []


@pytest.mark.parametrize("name", CLOSED_LISTS)
def test_the_glossary_holds_every_word_of_the_closed_lists(name: str) -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert [word for word in getattr(vocabulary, name) if f"`{word}`" not in glossary] == []


def test_every_code_of_a_finding_or_error_is_explained() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"`{code}`" not in page] == []


def test_every_code_is_used_somewhere() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py") if path.name != "errors.py"
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []
