"""The order of an employer's levels, the names that are levels, and the files that are no ladder."""

from pathlib import Path

import pytest

from groundfloor.catalogue.ladders.names import is_level_name, plain_name
from groundfloor.catalogue.ladders.ranks import manages_people, order_levels
from groundfloor.catalogue.ladders.reading import read_ladder
from groundfloor.catalogue.ladders.records import Ladder
from groundfloor.errors import GroundfloorError


def read(folder: Path, text: str, name: str = "ladder.md") -> Ladder:
    (folder / name).write_text(text, encoding="utf-8")
    return read_ladder(folder / name)


def told(ladder: Ladder, at: int) -> list[str]:
    return [f"{one.area}: {one.text}" if one.area else one.text for one in ladder.levels[at].criteria]


@pytest.mark.parametrize(
    ("text", "names", "ordered_by", "why"),
    [
        (
            "Grade,Title\n3,Desk Manager\n1,Agent\n2,Coach\n",
            ["Agent", "Coach", "Desk Manager"],
            "numbers",
            "a grade column",
        ),
        ("Level,Years\nWizard,5+\nSage,2-4\nPupil,0\n", ["Pupil", "Sage", "Wizard"], "as_written_reversed", "years"),
        (
            "Title,Promotes to\nMaestro,\nGuide,Maestro\nExplorer,Guide\n",
            ["Explorer", "Guide", "Maestro"],
            "as_written_reversed",
            "next steps",
        ),
    ],
)
def test_the_order_comes_from_what_the_file_says_of_it(
    tmp_path: Path, text: str, names: list[str], ordered_by: str, why: str
) -> None:
    ladder = read(tmp_path, text, "ladder.csv")
    assert ([level.name for level in ladder.levels], ladder.ordered_by) == (names, ordered_by), why


def test_numbers_beat_words_that_quarrel_with_them_and_the_quarrel_is_said(tmp_path: Path) -> None:
    ladder = read(tmp_path, "# Desk\n## L3 Junior Agent\n- a\n## L2 Agent\n- b\n## L1 Senior Agent\n- c\n")
    assert [level.name for level in ladder.levels] == ["L1 Senior Agent", "L2 Agent", "L3 Junior Agent"]
    assert any("the numbers were followed" in note for note in ladder.notes)


def test_steps_that_go_round_in_a_circle_are_left_aside_and_said(tmp_path: Path) -> None:
    ladder = read(
        tmp_path,
        "Agent → Senior Agent → Agent\n\n## Agent\n- Promotes to Senior Agent\n## Senior Agent\n- Promotes to Agent\n",
    )
    assert [level.name for level in ladder.levels] == ["Agent", "Senior Agent"]
    assert sum("left aside" in note for note in ladder.notes) == 2


@pytest.mark.parametrize("level", ["", "Agent"])
def test_a_level_with_empty_cells_is_kept_and_named(tmp_path: Path, level: str) -> None:
    ladder = read(tmp_path, f"Title,Years,Skills,\nAgent,,,\nSenior Agent,2,,\n{level},,,\n", "ladder.csv")
    assert [level.name for level in ladder.levels] == ["Agent", "Senior Agent"]
    assert "Nothing is said of what is asked of Agent." in ladder.notes


@pytest.mark.parametrize(
    ("encoded", "noted"),
    [
        ("Title;Work\r\nCafé Agent;Serves\r\nSenior Café Agent;Trains\r\n".encode("cp1252"), True),
        ("Title;Work\nCafé Agent;Serves\nSenior Café Agent;Trains\n".encode("utf-8-sig"), False),
        ("Title;Work\nCafé Agent;Serves\nSenior Café Agent;Trains\n".encode("utf-16"), False),
    ],
)
def test_a_file_of_any_usual_encoding_is_read(tmp_path: Path, encoded: bytes, noted: bool) -> None:
    (tmp_path / "ladder.csv").write_bytes(encoded)
    ladder = read_ladder(tmp_path / "ladder.csv")
    assert [level.name for level in ladder.levels] == ["Café Agent", "Senior Café Agent"]
    assert any("Windows-1252" in note for note in ladder.notes) == noted


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("one.csv", "Level,Work\nAgent,a\nAgent,b\n", "No levels are found in one.csv."),
        ("menu.md", "| Dish | Price |\n|---|---|\n| Soup | 3 |\n| Fish | 9 |\n", "No levels are found in menu.md."),
        ("many.csv", "Level,Work\n" + "".join(f"Agent {at},a\n" for at in range(1, 90)), "names 89 levels"),
        ("lone.md", "# Roles\n## Team Lead\n- Leads\n", "Only one level is found in lone.md: Team Lead."),
    ],
)
def test_a_file_that_is_no_ladder_is_refused_with_what_was_found(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(GroundfloorError, match="level") as refused:
        read(tmp_path, text, name)
    assert said in refused.value.message


def test_a_folder_with_a_page_for_each_level_is_a_ladder(tmp_path: Path) -> None:
    pages = {
        "README.md": "# About\nWords.",
        "level-1-associate.md": "# Associate Desk Agent\n## Scope\n- Answers mail",
        "level-2-agent.md": "---\ntitle: Desk Agent\n---\n- Answers all",
        "level-3.md": "- Teaches",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ladder = read_ladder(tmp_path, "Desk")
    assert [level.name for level in ladder.levels] == ["Associate Desk Agent", "Desk Agent", "Level 3"]
    assert "Scope: Answers mail" in told(ladder, 0)


def test_a_folder_without_levels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError, match="No levels are found"):
        read_ladder(tmp_path)


@pytest.mark.parametrize(
    ("text", "is_level"),
    [
        ("Support Engineer II", True),
        ("**3. Team Lead** (3-5 years):", True),
        ("IC4", True),
        ("Level Two", True),
        ("Band 3", True),
        ("Head of Support", True),
        ("Manager, Customer Success", True),
        ("Senior", True),
        ("Responsibilities", False),
        ("Senior Agent Requirements", False),
        ("How we use levels", False),
        ("I am a technical mentor", False),
        ("Career Ladder", False),
        ("Customer Success", False),
        ("Judgment", False),
        ("Level 1 → Level 2 Transition", False),
        ("What does a Support Engineer do?", False),
    ],
)
def test_names_of_levels_are_told_from_other_headings(text: str, is_level: bool) -> None:
    assert is_level_name(text) == is_level


def test_a_name_loses_its_trappings_and_keeps_its_capitals() -> None:
    assert plain_name("🙂 **2. CSM (Mid-market)** (2–4 years):") == "CSM (Mid-market)"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (["Sales Associate", "Key Holder", "Assistant Manager", "Store Manager", "District Manager"], "a shop"),
        (["Graduate Agent", "Agent", "Senior Agent", "Principal Agent", "Lead Agent"], "the employer sets lead above"),
        (["Associate CSM", "CSM", "Senior CSM", "Manager, CSM", "Director of CSM", "VP of CSM"], "customer success"),
        (["Account Executive", "Senior Account Executive", "Sales Manager", "Regional Sales Manager"], "sales"),
    ],
)
def test_a_rising_ladder_stands_as_written_and_a_falling_one_is_turned(written: list[str], why: str) -> None:
    assert order_levels(written)[0] == list(range(len(written))), why
    turned = [written[::-1][at] for at in order_levels(written[::-1])[0]]
    assert turned[0] == written[0], why


def test_a_manager_of_accounts_leads_nobody() -> None:
    named = ("Account Manager", "Customer Success Manager", "Support Manager", "Manager, Accounts", "Team Lead")
    assert [manages_people(name) for name in named] == [False, False, True, True, False]
