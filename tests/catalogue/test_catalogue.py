"""The catalogue opens from one packed file and notices when its files change."""

from pathlib import Path

import pytest

from groundfloor.catalogue import packing
from groundfloor.catalogue.catalogue import build_catalogue, fingerprint, open_catalogue
from groundfloor.catalogue.loading import KNOWLEDGE, read_folder
from groundfloor.catalogue.lookup import get_entry, list_entries, search_entries
from groundfloor.catalogue.records import Role, Source
from groundfloor.errors import GroundfloorError


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(packing.platformdirs, "user_cache_dir", lambda _: str(tmp_path / "cache"))
    open_catalogue.cache_clear()
    yield tmp_path / "cache"
    open_catalogue.cache_clear()


def test_the_packed_catalogue_equals_the_one_read_from_the_files(empty_cache: Path) -> None:
    read = open_catalogue()
    assert [path.suffix for path in empty_cache.iterdir()] == [".msgpack"]
    open_catalogue.cache_clear()
    assert open_catalogue() == read == build_catalogue(KNOWLEDGE)


def test_a_torn_packed_file_is_made_again(empty_cache: Path) -> None:
    read = open_catalogue()
    packed = next(empty_cache.iterdir())
    packed.write_bytes(packed.read_bytes()[:1000])
    open_catalogue.cache_clear()
    assert open_catalogue() == read


def test_without_a_writable_cache_the_catalogue_still_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    monkeypatch.setattr(packing.platformdirs, "user_cache_dir", lambda _: str(blocked))
    open_catalogue.cache_clear()
    assert open_catalogue().roles
    open_catalogue.cache_clear()


def test_a_changed_knowledge_file_changes_the_edition(tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    before = fingerprint(tmp_path)
    (tmp_path / "roles" / "retail.yaml").write_text("{}")
    assert fingerprint(tmp_path) != before


def test_a_misspelt_field_is_named_with_file_and_entry(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "mine.yaml").write_text("letter: {publisher: Me, title: A letter, acessed: 2026-11-25, licence: none}")
    with pytest.raises(GroundfloorError, match=r"sources/mine\.yaml: letter.*acessed"):
        read_folder(folder, Source)


def test_the_same_entry_in_two_files_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text("letter: {publisher: Me, title: A letter, accessed: 2026-11-25, licence: none}")
    with pytest.raises(GroundfloorError, match="letter stands twice"):
        read_folder(folder, Source)


def test_an_unknown_role_is_answered_with_the_nearest_ones() -> None:
    with pytest.raises(GroundfloorError, match=r"no role 'retail\.cashir'") as caught:
        get_entry(open_catalogue(), "roles", "retail.cashir")
    assert caught.value.code == "role-unknown"
    assert "retail.cashier" in caught.value.hint


def test_an_unknown_kind_is_answered_with_the_known_ones() -> None:
    with pytest.raises(GroundfloorError, match="no kind 'jobs'") as caught:
        list_entries(open_catalogue(), "jobs")
    assert "roles" in caught.value.hint


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        ("cashier", "retail.cashier", "the name itself"),
        ("cahsier", "retail.cashier", "two letters changed places"),
        ("recepsionist", "healthcare.medical-receptionist", "written by ear"),
        ("callcentre agnet", "contact_centre_outsourcing.inbound-agent", "two words in one, and a slip"),
        ("floor manger", "retail.floor-manager", "a letter left out"),
        ("bank teler", "banking_finance.bank-teller", "a double letter"),
        ("zendesc", "helpdesk.zendesk", "a program"),
        ("amadues", "reservation_gds.amadeus", "a program of the trade"),
        ("4-40", "insurance.florida-4-40", "a number is taken as it is written"),
        ("data protection", "eu.data-protection", "a law"),
    ],
)
def test_search_forgives_spelling_and_puts_the_thing_meant_first(words: str, expected: str, reason: str) -> None:
    assert search_entries(open_catalogue(), words, limit=1)[0][1] == expected, reason


@pytest.mark.parametrize("words", ["", "  ", "xyzzy", "nuclear physicist"])
def test_search_finds_nothing_where_nothing_comes_near(words: str) -> None:
    assert search_entries(open_catalogue(), words) == []


def test_every_role_is_a_record() -> None:
    assert all(isinstance(role, Role) for role in open_catalogue().roles.values())
