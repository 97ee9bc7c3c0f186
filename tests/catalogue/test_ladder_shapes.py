"""The shapes in which employers publish their ladders: what is a level, what it asks, which line it belongs to."""

from pathlib import Path

import pytest

from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import Ladder
from groundfloor.errors import GroundfloorError

HTML_TABLE = """
# Desk levels

<table>
  <tr><td colspan="3"><strong>Levels of the desk</strong></td></tr>
  <tr><td><strong>Job Level</strong></td><td><strong>Advisor (P1)</strong></td>
    <td><strong>Sr. Advisor (P2)</strong></td></tr>
  <tr><td colspan="3">Work</td></tr>
  <tr><td>Calls</td><td><ul><li>Takes simple calls</li><li>Asks early</li></ul></td>
    <td>Takes every call<br>Trains others</td></tr>
  <tr><td>Quota</td><td>n/a</td><td>40 a day</td></tr>
</table>
"""

JOB_FAMILY = """---
layout: family
title: "Help desk"
---
We help.

## Responsibilities
- Keeps customers well

## Requirements
- 1 year of customer service experience

## Levels

### Associate Desk Agent

#### Associate Desk Agent Job Grade
Grade 5.

#### Associate Desk Agent Responsibilities
* Answers mail

### Senior Desk Agent

#### Senior Desk Agent Responsibilities
* Takes escalations

### Staff Desk Agent
* Sets the way of working

### Manager, Desk
* Leads the desk

### Director, Desk
* Leads several desks

## Specialties

### Night Desk Agent
Works at night.

### Federal Desk Officer
Works for the state.

## Hiring Process
- A call with the Recruiter
"""

TWO_TRACKS = """
# Titles for the desk
| Category | Junior Agent (L1) | Agent (L2) | Lead Agent (L3) |
|---|---|---|---|
| **Skill** | | | |
| *Mail* | Short replies | All replies | Hard replies |

# Titles for those who lead the desk
| Category | Desk Manager (M1) | Head of Desk (M2) |
|---|---|---|
| *People* | Coaches four | Leads managers |
"""

SIDE_BY_SIDE = """
| Individual | Level | Leading |
|---|---|---|
| Agent 1 | IC1 | |
| Agent 2 | IC2 | |
| Senior Agent | IC3 | Desk Manager |
| Principal Agent | IC4 | Head of Desk |
"""

LISTS = """
# Desk ladder

## Doing the work
1. **Desk Agent I** (Entry-level)
   - Handles simple mail
   - 0-1 years experience

2. **Desk Agent II**
   - Handles all mail

3. **Senior Desk Agent**
   - Leads projects

## Leading
1. **Team Lead** (Player-coach)
2. **Desk Manager**
"""

BOLD_LINES = """
# Where you can go

**Level One**

You learn.

**Time to Level:** 6-12 Months
**Focus:** Learning

**Level Two**

You own an area.

**Time to Level:** 1-2 Years
"""

ARROWS = """
# Roles

Our path: Clerk → Analyst → Senior Lead → Head

| Position | Reports to |
|---|---|
| Desk Head | The board |
| Desk Senior Lead | Desk Head |
| Desk Analyst | Desk Senior Lead |
| Desk Clerk | Desk Analyst |
"""

TOPICS = """---
title: "💬 Desk framework"
levels: 2
topics:
  - name: "communication"
    content:
      - level: 1
        criteria:
          - "Writes clearly"
      - level: 2
        criteria:
          - "Coaches writers"
        exampleCriteria:
          - criteria: "Explains hard things"
            examples:
              - "A talk to the whole desk"
---
# Read me
"""

TAGGED = """
name: Desk
levels:
  - {id: senior, name: Senior Agent}
  - {id: agent, name: Agent}
competencies:
  - {id: 1, level: agent, theme: mail, summary: Answers mail, examples: [Ten an hour]}
  - {id: 2, level: senior, theme: mail, summary: Answers hard mail}
"""

TRACKS_YAML = """
tracks:
  - name: Desk
    levels:
      - {title: Agent, criteria: [Answers]}
      - {title: Senior Agent, criteria: [Helps]}
  - name: Leaders
    levels:
      - {title: Team Lead, criteria: [Plans]}
      - {title: Desk Manager, criteria: [Leads]}
"""

TRANSITIONS = """
# Shop levels
## Levels
### Level 1: Trainee
- Learns the till
### Level 2: Assistant
- Serves alone
## How to move up
### Level 1 → Level 2 Transition
- Three months at the till
"""

TWO_LADDERS = """
# Ladders
## Shop floor
| Level | Work |
|---|---|
| Sales Assistant | Serves |
| Supervisor | Leads a shift |

## Call centre
| Level | Work |
|---|---|
| Call Agent | Answers |
| Senior Call Agent | Takes escalations |
"""


UNKNOWN_NAMES = """
# Our support career path
## Padawan
- Learns
## Jedi
- Answers all
## Yoda
- Teaches
"""

BOLD_NAMES = """
# Growing here

**Desk Associate (L1)**
Learns.

**Desk Specialist (L2)**
Owns mail.
"""

NESTED = """
- **Crew Member**
  - Work
    - Serves
  - Time in role: 3-6 months
- **Shift Leader**
  - Work
    - Runs a shift
"""

GRADES_YAML = """
desk ladder:
  name: Desk
  grades:
    D2: {title: Senior Agent, criteria: [Helps]}
    D1: {title: Agent, criteria: [Answers], months_in_role: 6-12}
"""


def read(folder: Path, text: str, name: str = "ladder.md", part: str = "") -> Ladder:
    (folder / name).write_text(text, encoding="utf-8")
    return read_ladder(folder / name, part=part)


def tracks_of(ladder: Ladder) -> dict[str, list[str]]:
    tracks: dict[str, list[str]] = {}
    for level in ladder.levels:
        tracks.setdefault(level.track, []).append(level.name)
    return tracks


def told(ladder: Ladder, at: int) -> list[str]:
    return [f"{one.area}: {one.text}" if one.area else one.text for one in ladder.levels[at].criteria]


@pytest.mark.parametrize(
    ("name", "text", "tracks"),
    [
        ("html.md", HTML_TABLE, {"": ["Advisor (P1)", "Sr. Advisor (P2)"]}),
        (
            "family.md",
            JOB_FAMILY,
            {
                "Individual": ["Associate Desk Agent", "Senior Desk Agent", "Staff Desk Agent"],
                "Leading people": ["Manager, Desk", "Director, Desk"],
            },
        ),
        (
            "two.md",
            TWO_TRACKS,
            {
                "Titles for the desk": ["Junior Agent (L1)", "Agent (L2)", "Lead Agent (L3)"],
                "Titles for those who lead the desk": ["Desk Manager (M1)", "Head of Desk (M2)"],
            },
        ),
        (
            "side.md",
            SIDE_BY_SIDE,
            {
                "Individual": ["Agent 1", "Agent 2", "Senior Agent", "Principal Agent"],
                "Leading": ["Desk Manager", "Head of Desk"],
            },
        ),
        (
            "lists.md",
            LISTS,
            {
                "Doing the work": ["Desk Agent I", "Desk Agent II", "Senior Desk Agent"],
                "Leading": ["Team Lead", "Desk Manager"],
            },
        ),
        ("bold.md", BOLD_LINES, {"": ["Level One", "Level Two"]}),
        ("topics.md", TOPICS, {"": ["Level 1", "Level 2"]}),
        ("tagged.yaml", TAGGED, {"": ["Agent", "Senior Agent"]}),
        (
            "tracks.yaml",
            TRACKS_YAML,
            {"Desk": ["Agent", "Senior Agent"], "Leaders": ["Team Lead", "Desk Manager"]},
        ),
        ("arrows.md", ARROWS, {"": ["Desk Clerk", "Desk Analyst", "Desk Senior Lead", "Desk Head"]}),
        ("unknown.md", UNKNOWN_NAMES, {"": ["Padawan", "Jedi", "Yoda"]}),
        ("names.md", BOLD_NAMES, {"": ["Desk Associate (L1)", "Desk Specialist (L2)"]}),
        ("nested.md", NESTED, {"": ["Crew Member", "Shift Leader"]}),
        ("grades.yaml", GRADES_YAML, {"": ["Agent", "Senior Agent"]}),
        ("moves.md", TRANSITIONS, {"": ["Level 1: Trainee", "Level 2: Assistant"]}),
    ],
)
def test_levels_are_found_in_their_tracks_lowest_first(
    tmp_path: Path, name: str, text: str, tracks: dict[str, list[str]]
) -> None:
    assert tracks_of(read(tmp_path, text, name)) == tracks


def test_an_html_table_keeps_every_line_of_its_cells_under_its_area(tmp_path: Path) -> None:
    ladder = read(tmp_path, HTML_TABLE)
    assert told(ladder, 0) == ["Calls: Takes simple calls", "Calls: Asks early"]
    assert told(ladder, 1) == ["Calls: Takes every call", "Calls: Trains others", "Quota: 40 a day"]


def test_what_the_whole_page_asks_is_asked_of_the_first_level_and_parts_belong_to_theirs(tmp_path: Path) -> None:
    ladder = read(tmp_path, JOB_FAMILY)
    assert ladder.name == "Help desk"
    assert "Requirements: 1 year of customer service experience" in told(ladder, 0)
    assert "Associate Desk Agent Responsibilities: Answers mail" in told(ladder, 0)
    assert told(ladder, 1) == ["Senior Desk Agent Responsibilities: Takes escalations"]


def test_specialties_are_no_levels_and_are_named_as_left_out(tmp_path: Path) -> None:
    ladder = read(tmp_path, JOB_FAMILY)
    assert ladder.notes == ("Left out, being no levels: Specialties (Night Desk Agent, Federal Desk Officer).",)


def test_the_time_on_a_level_is_read_in_months(tmp_path: Path) -> None:
    ladder = read(tmp_path, BOLD_LINES)
    assert [level.months for level in ladder.levels] == [(6, 12), (12, 24)]


@pytest.mark.parametrize(
    ("name", "text", "months"), [("nested.md", NESTED, (3, 6)), ("grades.yaml", GRADES_YAML, (6, 12))]
)
def test_a_line_or_key_may_say_the_time_in_the_role(
    tmp_path: Path, name: str, text: str, months: tuple[int, int]
) -> None:
    assert read(tmp_path, text, name).levels[0].months == months


def test_a_column_of_tracks_parts_the_rows(tmp_path: Path) -> None:
    rows = "IC,L1,Agent,Answers\nIC,L2,Senior Agent,Helps\nManagement,L3,Team Lead,Plans\nManagement,L4,Manager,Leads\n"
    ladder = read(tmp_path, f"Track,Level,Title,Asks\n{rows}", "ladder.csv")
    assert tracks_of(ladder) == {"IC": ["Agent", "Senior Agent"], "Management": ["Team Lead", "Manager"]}


def test_a_spreadsheet_that_names_its_separator_is_read(tmp_path: Path) -> None:
    ladder = read(tmp_path, "sep=|\nTitle|Asks\nAgent|Answers; writes\nSenior Agent|Helps\n", "ladder.csv")
    assert told(ladder, 0) == ["Asks: Answers", "Asks: writes"]


def test_bare_arrows_and_bold_openings_and_the_time_below_are_read(tmp_path: Path) -> None:
    ladder = read(
        tmp_path,
        "## Shop path\n\nSales Associate > Keyholder > Store Manager\n\n"
        "**Keyholder:** 6 months as Sales Associate; register certified\n"
        "**Store Manager:** 1-2 years as a Keyholder\n",
    )
    assert [level.name for level in ladder.levels] == ["Sales Associate", "Keyholder", "Store Manager"]
    assert [level.months for level in ladder.levels] == [(6, 6), (12, 24), None]
    assert told(ladder, 1) == ["6 months as Sales Associate", "register certified"]


def test_criteria_under_the_keys_of_levels_are_theirs(tmp_path: Path) -> None:
    text = "levels: {L1: Agent, L2: Senior Agent}\nareas:\n  mail: {L1: Writes, L2: Coaches}\n"
    ladder = read(tmp_path, text, "ladder.yaml")
    assert [level.name for level in ladder.levels] == ["Agent", "Senior Agent"]
    assert told(ladder, 1) == ["grade: L2", "mail: Coaches"]


def test_labels_in_several_columns_are_no_levels(tmp_path: Path) -> None:
    ladder = read(tmp_path, "Area,Thing,Junior Agent,Senior Agent\nMail,Tone,Kind,Very kind\n", "ladder.csv")
    assert [level.name for level in ladder.levels] == ["Junior Agent", "Senior Agent"]
    assert told(ladder, 1) == ["Tone: Very kind"]


def test_degrees_of_a_skill_are_no_levels_beside_those_of_the_work(tmp_path: Path) -> None:
    degrees = "## Skill degrees\n### Level 1 (Beginner)\n- a\n### Level 2 (Master)\n- b\n"
    ladder = read(tmp_path, f"# Desk\n## Work\n### Agent\n- a\n### Senior Agent\n- b\n{degrees}")
    assert [level.name for level in ladder.levels] == ["Agent", "Senior Agent"]
    assert "Skill degrees" in ladder.notes[0]


def test_nested_items_stand_under_what_opens_them(tmp_path: Path) -> None:
    assert told(read(tmp_path, NESTED), 0) == ["Work: Serves", "Time in role: 3-6 months"]


def test_a_topic_written_in_the_front_matter_is_the_area_of_its_criteria(tmp_path: Path) -> None:
    ladder = read(tmp_path, TOPICS)
    assert ladder.name == "Desk framework"
    assert told(ladder, 1) == [
        "communication: Coaches writers",
        "communication: Explains hard things",
        "communication: A talk to the whole desk",
    ]


def test_what_stands_under_a_step_from_one_level_to_the_next_is_asked_by_the_next(tmp_path: Path) -> None:
    ladder = read(tmp_path, TRANSITIONS)
    assert told(ladder, 1) == ["Serves alone", "Level 1 → Level 2 Transition: Three months at the till"]


def test_two_ladders_of_one_file_are_said_and_one_can_be_taken(tmp_path: Path) -> None:
    whole = read(tmp_path, TWO_LADDERS)
    assert tracks_of(whole) == {
        "Shop floor": ["Sales Assistant", "Supervisor"],
        "Call centre": ["Call Agent", "Senior Call Agent"],
    }
    assert "The file holds 2 ladders (Shop floor; Call centre); take one of them with --part." in whole.notes
    one = read(tmp_path, TWO_LADDERS, part="call")
    assert (one.name, [level.name for level in one.levels]) == ("Call centre", ["Call Agent", "Senior Call Agent"])


def test_a_part_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError) as refused:
        read(tmp_path, TWO_LADDERS, part="zoo")
    assert "Shop floor; Call centre" in refused.value.hint
