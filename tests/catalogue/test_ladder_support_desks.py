"""Ladders of support desks and counters as their employers write them: grades inside parts, plain lines, bare ranks."""

from pathlib import Path

import pytest

from groundfloor.catalogue.ladders.names import is_level_name, plain_name
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.errors import GroundfloorError

DESK = """# Help desk levels

| Level | Title | Time in role |
|---|---|---|
| **L1** | Desk Analyst | 6-12 months |
| **L2** | Senior Desk Analyst | 12-24 months |

# Level 1 (L1) - Desk Analyst
## L1 tasks
### 1. Accounts (95% L1 resolution)
- Resets passwords
## L1 success metrics
- Answers within a minute

# Level 2 (L2) - Senior Desk Analyst
## L2 tasks
- Finds causes
## Conflict resolution process
### Step 1
- Ask the lead
### Step 2
- Ask the manager
"""
RANKS = "# Talent\n\n## Recruiter\n- Fills roles\n\n### Senior\n- Fills hard roles\n\n### Lead\n- Leads recruiters\n"
COUNTER = """Counter Clerk I

This is the entry level. Clerks take payments.

Counter Clerk II

This is the journey level. Clerks settle complaints.
"""
CREW = """- Crew Member
- Crew Trainer
- Shift Leader

Crew Trainer: trains those who are new.

Shift Leader: runs a shift.
"""
TEAM = "Our levels\n\n• Associate (T1): small accounts\n• CSM (T2): larger accounts\n• Senior CSM (T3): the largest\n"
COMPANY = "# Career path\n## Strategic Level\n- Aims\n## Tactical Level\n- Plans\n## Operational Level\n- Serves\n"
TABLE = """Level,Scope,Skill
,,Detail
"E1, ~ 1 yr","Says ""yes"", asks",Types
"E2, ~ 2 yrs",Answers,Writes
How to read this,,
"""


def test_parts_that_repeat_the_grade_of_their_level_are_no_levels_and_a_process_is_no_ladder(tmp_path: Path) -> None:
    (tmp_path / "desk.md").write_text(DESK, encoding="utf-8")
    ladder = read_ladder(tmp_path / "desk.md")
    asked = [{one.text for one in level.criteria} for level in ladder.levels]
    assert len(ladder.levels) == 2
    assert "Resets passwords" in asked[0]
    assert "Finds causes" in asked[1]


@pytest.mark.parametrize(
    ("file", "text", "levels"),
    [
        ("talent.md", RANKS, [("Recruiter", 1), ("Senior", 1), ("Lead", 1)]),
        ("counter.txt", COUNTER, [("Counter Clerk I", 1), ("Counter Clerk II", 1)]),
        ("crew.md", CREW, [("Crew Member", 0), ("Crew Trainer", 1), ("Shift Leader", 1)]),
        ("team.md", TEAM, [("Associate", 1), ("CSM", 1), ("Senior CSM", 1)]),
        ("path.md", COMPANY, [("Operational Level", 1), ("Tactical Level", 1), ("Strategic Level", 1)]),
        ("levels.csv", TABLE, [("E1", 3), ("E2", 3)]),
    ],
    ids=[
        "bare ranks above a work",
        "plain lines",
        "lines that tell of a list",
        "typed bullets",
        "scope",
        "quoted cells",
    ],
)
def test_levels_and_how_much_each_asks(tmp_path: Path, file: str, text: str, levels: list[tuple[str, int]]) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    found = read_ladder(tmp_path / file).levels
    assert [(level.name, len(level.criteria)) for level in found] == levels


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("L2 Agent", True),
        ("Senior L3 Engineer", True),
        ("Agent (L1)", True),
        ("Director of Customer Experience", True),
        ("Associate Manager, Candidate Experience", True),
        ("Senior Learning Content Creator", True),
        ("Mentor L1A team members actively every day", False),
        ("Software support (60-70% L1 resolution)", False),
        ("Escalate to L2 when:", False),
        ("Years of experience", False),
        ("Manager, Support Requirements", False),
    ],
)
def test_what_names_a_level_and_what_only_mentions_one(text: str, is_name: bool) -> None:
    assert is_level_name(text) is is_name


def test_a_time_behind_a_name_is_no_part_of_it() -> None:
    assert [plain_name(name) for name in ("E2, ~ 2 yrs", "Agent - 6-12 months", "E0 ~ 4 - 6 mth")] == [
        "E2",
        "Agent",
        "E0",
    ]


def test_broken_front_matter_is_said_where_levels_are_found_and_where_none_are(tmp_path: Path) -> None:
    broken = "---\ntitle: Support: our levels\n---\n"
    (tmp_path / "a.md").write_text(f"{broken}## Agent\n- Calls\n\n## Senior Agent\n- Complaints\n", encoding="utf-8")
    assert read_ladder(tmp_path / "a.md").notes[0].startswith("The front matter was left aside")
    (tmp_path / "b.md").write_text(f"{broken}Nothing.\n", encoding="utf-8")
    with pytest.raises(GroundfloorError, match="front matter was left aside"):
        read_ladder(tmp_path / "b.md")


def test_too_many_levels_are_answered_with_the_ladders_to_choose_from(tmp_path: Path) -> None:
    works = ["Desk Agent", "Shop Clerk", "Night Porter", "Store Buyer"]
    rows = [f"| {work} track | {work} {number} |" for work in works for number in range(1, 17)]
    (tmp_path / "all.md").write_text("\n".join(("| Track | Title |", "|---|---|", *rows)), encoding="utf-8")
    with pytest.raises(GroundfloorError) as refused:
        read_ladder(tmp_path / "all.md")
    assert refused.value.hint.startswith("Take one of its ladders with --part: Desk Agent track; Shop Clerk track")
    assert len(read_ladder(tmp_path / "all.md", part="night porter track").levels) == 16


def test_a_file_of_too_many_lines_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("- a\n" * 20_001, encoding="utf-8")
    with pytest.raises(GroundfloorError, match="more than 20,000 lines"):
        read_ladder(tmp_path / "long.md")
