"""An employer's ladder as people write them: levels across, down, under headings, highest first, or mixed."""

from pathlib import Path

import pytest

from groundfloor.catalogue.ladders.ranks import order_levels
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import Ladder
from groundfloor.errors import GroundfloorError

ACROSS = """
# Support levels

How we grow.

| Area | Support Rep | Senior Support Rep | Support Lead |
|---|---|---|---|
| Tickets | Answers **simple** ones<br>Uses macros | Answers most | Owns the queue |
| People | | Helps newcomers; reviews replies | Plans the shifts |

| Knowledge | Support Rep | Senior Support Rep | Support Lead |
|---|---|---|---|
| Product | Knows the basics | Knows [all of it](x) | Teaches it |

| Office | Town |
|---|---|
| Main | Leeds |
"""

DOWN = """
| Grade | Job title | What we look for | Years |
|:--|:--|:--|--:|
| G5 | Head of Support | Owns the department | 8 |
| G4 | Support Manager | Runs the team | 5 |
| G3 | Team Lead | Runs a shift | 3 |
| G2 | Advisor II | Takes complaints | 1 |
| G1 | Advisor I | Answers calls | - |
"""

HEADINGS = """
# Our ladder
## What this is
Words about the ladder.
## Customer Support Manager
- Leads people
## Advocate
Answers e-mail.
### Skills
- Writes well
- Types fast
## Senior Advocate
- Trains others
## Questions
Ask us.
"""

LONG = """level;criterion
Agent 1;Answers calls
Agent 1;Keeps records
Agent 2;Takes complaints
"""

YAML = """
name: Shop ladder
levels:
  - name: Assistant
    criteria: [Serves at the till, Keeps the floor tidy]
  - name: Supervisor
    criteria: {people: [Leads a shift], law: Knows refund law}
"""

MAPPING = """
Trainee: Learns the till
Sales Assistant: [Serves]
Store Manager:
  - Runs the store
"""


def read(folder: Path, name: str, text: str) -> Ladder:
    (folder / name).write_text(text, encoding="utf-8")
    return read_ladder(folder / name)


@pytest.mark.parametrize(
    ("name", "text", "levels", "ordered_by"),
    [
        ("across.md", ACROSS, ["Support Rep", "Senior Support Rep", "Support Lead"], "as_written"),
        (
            "down.md",
            DOWN,
            ["Advisor I", "Advisor II", "Team Lead", "Support Manager", "Head of Support"],
            "as_written_reversed",
        ),
        ("headings.md", HEADINGS, ["Advocate", "Senior Advocate", "Customer Support Manager"], "rank_words"),
        ("long.csv", LONG, ["Agent 1", "Agent 2"], "as_written"),
        ("shop.yaml", YAML, ["Assistant", "Supervisor"], "as_written"),
        ("mapping.yml", MAPPING, ["Trainee", "Sales Assistant", "Store Manager"], "as_written"),
    ],
)
def test_levels_come_out_lowest_first(tmp_path: Path, name: str, text: str, levels: list[str], ordered_by: str) -> None:
    ladder = read(tmp_path, name, text)
    assert [level.name for level in ladder.levels] == levels
    assert ladder.ordered_by == ordered_by


def test_criteria_of_all_tables_stand_at_their_level_under_their_area(tmp_path: Path) -> None:
    ladder = read(tmp_path, "across.md", ACROSS)
    told = [[f"{one.area}: {one.text}" for one in level.criteria] for level in ladder.levels]
    assert told == [
        ["Tickets: Answers simple ones", "Tickets: Uses macros", "Product: Knows the basics"],
        ["Tickets: Answers most", "People: Helps newcomers", "People: reviews replies", "Product: Knows all of it"],
        ["Tickets: Owns the queue", "People: Plans the shifts", "Product: Teaches it"],
    ]
    assert ladder.name == "Support levels"


def test_what_stands_under_a_deeper_heading_belongs_to_the_level_above_it(tmp_path: Path) -> None:
    advocate = read(tmp_path, "headings.md", HEADINGS).levels[0]
    assert [(one.area, one.text) for one in advocate.criteria] == [
        ("", "Answers e-mail."),
        ("Skills", "Writes well"),
        ("Skills", "Types fast"),
    ]


def test_yaml_keeps_the_area_of_a_criterion_and_the_name_of_the_ladder(tmp_path: Path) -> None:
    ladder = read(tmp_path, "shop.yaml", YAML)
    assert ladder.name == "Shop ladder"
    asked = ladder.levels[1].criteria
    assert [(one.area, one.text) for one in asked] == [("people", "Leads a shift"), ("law", "Knows refund law")]


@pytest.mark.parametrize(
    ("written", "lowest_first"),
    [
        (["Associate", "Intermediate", "Senior", "Staff", "Principal"], [0, 1, 2, 3, 4]),
        (["VP Support", "Director", "Senior Manager", "Manager", "Supervisor", "Agent"], [5, 4, 3, 2, 1, 0]),
        (["L3", "L1", "L2"], [1, 2, 0]),
        (["Support Engineer", "Support Manager", "Senior Support Engineer"], [0, 2, 1]),
        (["Junior Adviser", "Adviser", "Senior Adviser", "Assistant Manager", "Manager"], [0, 1, 2, 3, 4]),
        (["Explorer", "Guide", "Captain"], [0, 1, 2]),
        (["Tier IV", "Tier III", "Tier II", "Tier I"], [3, 2, 1, 0]),
    ],
)
def test_the_words_and_numbers_of_rank_settle_the_order(written: list[str], lowest_first: list[int]) -> None:
    assert order_levels(written)[0] == lowest_first


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("none.md", "# A page\nwithout levels\n", "table-broken"),
        ("town.md", "| Office | Town |\n|---|---|\n| Main | Leeds |\n", "table-broken"),
        ("broken.yaml", "levels: [", "knowledge-broken"),
        ("ladder.docx", "x", "format-unknown"),
    ],
)
def test_a_file_without_a_ladder_is_refused_by_name(tmp_path: Path, name: str, text: str, code: str) -> None:
    with pytest.raises(GroundfloorError) as refused:
        read(tmp_path, name, text)
    assert refused.value.code == code
    assert name in refused.value.message


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ladder.csv").write_bytes(b"level,criterion\n\x00\x01,x\n")
    with pytest.raises(GroundfloorError) as refused:
        read_ladder(tmp_path / "ladder.csv")
    assert refused.value.code == "file-not-its-kind"
