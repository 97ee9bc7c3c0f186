"""Pages of several ladders, areas with the levels below each, ticks, numbered series and flat parts of a level."""

from pathlib import Path

import pytest

from groundfloor.catalogue.ladders.choosing import join_areas, take_service
from groundfloor.catalogue.ladders.ranks import order_levels
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import Criterion, Ladder, Part
from groundfloor.errors import GroundfloorError

FIELDS = ("Engineering", "Product", "Sales", "Marketing", "Finance", "Legal", "People", "Design", "Security", "Data")
RANKS = ("Associate ", "", "Senior ", "Lead ", "Principal ", "Staff ")

MATRIX = """| Skill | Sales Assistant | Senior Sales Assistant | Supervisor |
|---|:-:|:-:|:-:|
| Tills and refunds | ✓ | ✅ | yes |
| Cash office | | (✓) | x |
| Leads the team | ✗ | ❌ | ✓ |
"""
FLAT = """# Absence

## Levels

### Absence Specialist

### Absence Specialist Responsibilities

- Answers questions about leave

### Senior Absence Specialist

### Senior Absence Specialist Responsibilities

- Settles hard cases

## Hiring Process

- A call
"""
SERIES = """# Desk series

## DESK SUPPORT SERVICES I (D1)

- Resets passwords

## DESK SUPPORT SERVICES II (D2)

- Finds causes
"""
AREAS = """# Support levels

## Ownership

### Level 1
- Owns tickets
### Level 2
- Owns queues

## Knowledge

### Level 1
- Knows the basics
### Level 2
- Knows the product
"""
RUBRIC = """# Rubric

## Skill

1. TSE I: Follows runbooks
2. TSE II: Writes runbooks

## Communication

1. TSE I: Writes clear replies
2. TSE II: Calms angry customers
"""
CAPITALS = """Support Worker 1

Works under close supervision.

Support Worker 2

Works alone.

WHO IS LEFT OUT

Those who supervise.
"""
TIERS = """# Path

Tier 1: Service Agent I: mostly in training

They shadow a mentor.

Tier 2: Service Agent II: on the phone

They work alone.
"""
STEPS = """# Tiers

## Who there is

- **Level 1 Support (L1)** Answers first
- **Level 2 Support (L2)** Finds causes

## How it goes

- **Step 1: First contact** Takes the call
- **Step 2: Handover** Passes it on
- **Step 3: Closing** Tells the customer

## Side by side

| Tier | Works on |
|---|---|
| Tier 1 (L1) | Known cases |
| Tier 2 (L2) | Hard cases |
"""


def _page(*fields: str) -> str:
    """A page of six levels for each field, as a company with many departments gives them."""
    levels = "".join(f"### {rank}{{work}}\n- Is {rank or 'a full '}member\n" for rank in RANKS)
    parts = (f"## {field}\n{levels.format(work=f'{field} Analyst')}" for field in fields)
    return "# Levels\n" + "".join(parts)


def _read(folder: Path, text: str, part: str = "") -> Ladder:
    file = folder / "page.md"
    file.write_text(text, encoding="utf-8")
    return read_ladder(file, part=part)


def _asked(ladder: Ladder) -> list[tuple[str, list[str]]]:
    return [(level.name, [one.text for one in level.criteria]) for level in ladder.levels]


@pytest.mark.parametrize("fields", [FIELDS[:2], FIELDS])
def test_the_ladder_of_customer_support_is_taken_from_a_page_of_many_and_the_others_are_named(
    tmp_path: Path, fields: tuple[str, ...]
) -> None:
    ladder = _read(tmp_path, _page(*fields, "Customer Support"))
    assert [level.name for level in ladder.levels] == [f"{rank}Customer Support Analyst" for rank in RANKS]
    assert any("--part takes another: Engineering; Product" in note for note in ladder.notes)


def test_another_ladder_of_the_page_is_taken_when_it_is_asked_for(tmp_path: Path) -> None:
    ladder = _read(tmp_path, _page(*FIELDS, "Customer Support"), part="Finance")
    assert ladder.levels[1].name == "Finance Analyst"


def test_a_page_of_too_many_levels_without_one_of_service_names_its_parts(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError) as refusal:
        _read(tmp_path, _page(*FIELDS, "Research"))
    assert "--part: Engineering; Product" in refusal.value.hint


@pytest.mark.parametrize(
    ("titles", "why"),
    [
        (("Support track", "Management track", "Specialist track"), "tracks of one ladder belong together"),
        (("Engineering", "Product", "Sales"), "none is of customer service"),
        (("Customer Support", "Sales"), "two may be the halves of one desk"),
    ],
)
def test_all_parts_are_taken_where_no_one_ladder_is_plainly_that_of_service(titles: tuple[str, ...], why: str) -> None:
    parts = [Part(title=title, asked={"Lead": (), "Head": ()}) for title in titles]
    assert take_service(parts) == (parts, []), why


@pytest.mark.parametrize("page", [AREAS, RUBRIC])
def test_levels_that_stand_anew_under_each_area_are_one_ladder(tmp_path: Path, page: str) -> None:
    ladder = _read(tmp_path, page)
    assert len(ladder.levels) == 2
    assert all(len({one.area for one in level.criteria}) == 2 for level in ladder.levels)
    assert not ladder.notes


def test_the_same_ranks_of_several_fields_stay_ladders_of_their_own() -> None:
    asked: dict[str, tuple[Criterion, ...]] = {
        "Junior": (Criterion(text="Learns"),),
        "Senior": (Criterion(text="Teaches"),),
    }
    parts = [Part(title=title, asked=asked) for title in ("Engineering", "Sales team", "Support")]
    assert join_areas(parts) == parts


def test_a_tick_asks_what_its_row_says_and_a_cross_asks_nothing(tmp_path: Path) -> None:
    assert _asked(_read(tmp_path, MATRIX)) == [
        ("Sales Assistant", ["Tills and refunds"]),
        ("Senior Sales Assistant", ["Tills and refunds", "Cash office (in part)"]),
        ("Supervisor", ["Tills and refunds", "Cash office", "Leads the team"]),
    ]


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        (
            FLAT,
            [
                ("Absence Specialist", ["Answers questions about leave"]),
                ("Senior Absence Specialist", ["Settles hard cases"]),
            ],
        ),
        (
            SERIES,
            [
                ("DESK SUPPORT SERVICES I (D1)", ["Resets passwords"]),
                ("DESK SUPPORT SERVICES II (D2)", ["Finds causes"]),
            ],
        ),
        (
            CAPITALS,
            [
                ("Support Worker 1", ["Works under close supervision."]),
                ("Support Worker 2", ["Works alone."]),
            ],
        ),
        (
            TIERS,
            [
                ("Tier 1: Service Agent I", ["mostly in training", "They shadow a mentor."]),
                ("Tier 2: Service Agent II", ["on the phone", "They work alone."]),
            ],
        ),
    ],
)
def test_each_level_keeps_its_name_and_what_stands_under_it(
    tmp_path: Path, page: str, asked: list[tuple[str, list[str]]]
) -> None:
    assert _asked(_read(tmp_path, page)) == asked


@pytest.mark.parametrize("word", ["Part", "Week", "Appendix"])
def test_numbered_parts_of_a_page_are_no_levels(tmp_path: Path, word: str) -> None:
    with pytest.raises(GroundfloorError, match="No levels"):
        _read(tmp_path, f"# Our desk\n\n## {word} I\n\n- Reads\n\n## {word} II\n\n- Writes\n")


def test_steps_of_work_are_no_levels_and_a_tier_is_the_level_of_its_number(tmp_path: Path) -> None:
    ladder = _read(tmp_path, STEPS)
    assert len(ladder.levels) == 2
    assert [len(level.criteria) for level in ladder.levels] == [2, 2]


def test_a_name_or_two_whose_words_mislead_do_not_upset_the_order_of_the_file() -> None:
    names = ["Trainee", "Team Member", "Senior Team Member", "Supervisor", "Store Manager", "Director",
             "Executive Assistant", "Store Executive"]  # fmt: skip
    assert order_levels(names) == (list(range(len(names))), "as_written")


def test_spaces_written_as_html_ask_nothing(tmp_path: Path) -> None:
    ladder = _read(tmp_path, "## Agent\n\n- Answers&nbsp;calls\n\n<p>&nbsp;</p>\n\n## Senior Agent\n\n- Coaches\n")
    assert [len(level.criteria) for level in ladder.levels] == [1, 1]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Agent – Senior Agent", "Agent – Senior Agent"),
        ("It’s the lead’s → part", "It’s the lead’s → part"),
        ("Café, SÃO and Ângela stay", "Café, SÃO and Ângela stay"),
    ],
)
def test_text_once_saved_in_a_wrong_encoding_is_mended(tmp_path: Path, line: str, read: str) -> None:
    page = f"## Agent\n\n- {line}\n\n## Senior Agent\n\n- Coaches\n"
    assert _read(tmp_path, page).levels[0].criteria[0].text == read
    if "SÃO" not in line:
        wrong = "".join(one if one.isascii() else one.encode().decode("latin-1") for one in page)
        ladder = _read(tmp_path, wrong)
        assert ladder.levels[0].criteria[0].text == read
        assert any("wrong encoding" in note for note in ladder.notes)


def test_bare_grades_take_the_names_of_the_column_beside_them_and_what_stands_under_the_grade(tmp_path: Path) -> None:
    table = "| Level | Who |\n|---|---|\n| S1 | Support Advocate |\n| S2 | Senior Support Advocate |\n"
    ladder = _read(tmp_path, f"# Ours\n\n{table}\n## S1\n- Answers\n\n## S2\n- Coaches\n")
    assert _asked(ladder) == [
        ("Support Advocate", ["S1", "Answers"]),
        ("Senior Support Advocate", ["S2", "Coaches"]),
    ]
