"""With a standard installed, titles and sentences are told in its words."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "catalogue" / "standards"))

from small_standards import write_standards

from groundfloor.catalogue.standards.packed import list_standards
from groundfloor.errors import GroundfloorError
from groundfloor.services.standards import install_standards, link_skills, link_titles


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    tables, folder = write_standards(tmp_path / "tables"), tmp_path / "standards"
    for name in ("onet", "esco", "crosswalk"):
        install_standards(tables / name, folder=folder)
    return folder


TITLES = [
    ("Call Center Agents - urgent!", "call centre agent", "another spelling, more than one, a shout"),
    ("Till operator (part time)", "cashier", "another name of the occupation"),
    ("CASHIER £11.50", "cashier", "capitals and pay"),
]


@pytest.mark.parametrize(("title", "label", "reason"), TITLES, ids=[title[2] for title in TITLES])
def test_an_advertised_title_is_linked_to_its_occupation(installed: Path, title: str, label: str, reason: str) -> None:
    [[link]] = link_titles([title], "esco-en", limit=1, folder=installed)
    assert link.label == label, reason


def test_o_net_speaks_for_esco_where_they_are_crossed(installed: Path) -> None:
    [[link]] = link_titles(["Customer Service Representative"], "esco-en", limit=1, folder=installed)
    assert link.label == "call centre agent"


def test_a_sentence_is_linked_to_its_skill(installed: Path) -> None:
    [[link]] = link_skills(["Dealing with complaints and refunds"], "esco-en", limit=1, folder=installed)
    assert link.label == "handle customer complaints"


def test_the_same_titles_are_linked_the_same_way_twice(installed: Path) -> None:
    first = link_titles(["Team leader, tills"], "esco-en", folder=installed)
    assert link_titles(["Team leader, tills"], "esco-en", folder=installed) == first


@pytest.mark.parametrize("text", ["", "!!!", "日本語"])
def test_a_text_without_a_known_word_is_linked_to_nothing(installed: Path, text: str) -> None:
    assert link_titles([text], "esco-en", folder=installed) == [[]]
    assert link_skills([text], "esco-en", folder=installed) == [[]]


def test_a_crosswalk_alone_names_no_occupation(installed: Path) -> None:
    with pytest.raises(GroundfloorError) as refused:
        link_titles(["Cashier"], "esco-onet", folder=installed)
    assert refused.value.code == "standard-unknown"


def test_a_standard_installed_again_takes_the_place_of_the_first(installed: Path, tmp_path: Path) -> None:
    install_standards(tmp_path / "tables" / "onet", version="30.0", folder=installed)
    assert [(header.id, header.version) for header in list_standards(installed)] == [
        ("esco-en", "not stated"),
        ("esco-onet", "not stated"),
        ("onet", "30.0"),
    ]
