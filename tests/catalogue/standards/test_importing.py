"""A user's own copies of the field's standards are imported whole, kept, proved and taken away."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_standards import ALTERNATES, write_standards, write_workbook

from groundfloor.catalogue.standards.importing import import_standards
from groundfloor.catalogue.standards.packed import (
    get_path,
    list_standards,
    open_standard,
    remove_standard,
    sentences_folder,
    write_standard,
)
from groundfloor.catalogue.standards.records import Crossing
from groundfloor.catalogue.standards.registry import find_table, find_version
from groundfloor.catalogue.standards.workbook import iter_sheet_rows
from groundfloor.errors import GroundfloorError

REAL = (
    Path(os.environ.get("GROUNDFLOOR_EVAL_DATA") or Path(__file__).parents[3].parent / "shared" / "eval") / "standards"
)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return write_standards(tmp_path / "tables")


def test_titles_of_an_older_code_go_to_the_occupation_of_the_same_name(tables: Path) -> None:
    [(header, content)], _ = import_standards(tables / "onet")
    names = {concept.label: concept.names for concept in content.occupations}
    assert names == {"Cashiers": ("Till Operator",), "Customer Service Representatives": ("Call Center Agent",)}
    assert (header.id, header.occupations, header.licence) == ("onet", 2, "CC BY 4.0")
    assert "O*NET" in header.credit


def test_esco_keeps_every_other_name_however_its_file_parts_them(tables: Path) -> None:
    [(header, content)], _ = import_standards(tables / "esco")
    assert header.id == "esco-en"
    assert content.occupations[0].names == ("phone agent", "call center agent")
    assert {skill.label: skill.names for skill in content.skills}["handle customer complaints"] == (
        "deal with complaints",
        "manage complaints",
    )


def test_a_crosswalk_begins_after_its_remarks_and_gets_its_lost_zeros_back(tables: Path) -> None:
    [(_, content)], _ = import_standards(tables / "crosswalk")
    assert content.crossings == (
        Crossing(start="43-4051.00", to="http://example.org/occupation/agent", kind="exactMatch"),
    )


def test_what_is_installed_is_listed_opened_and_taken_away(tables: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    [(header, content)], _ = import_standards(tables / "onet", "29.1")
    write_standard(folder, header, content)
    assert list_standards(folder) == [header]
    assert header.version == "29.1"
    assert open_standard("onet", folder) == content
    kept = sentences_folder("onet", folder)
    kept.mkdir(parents=True)
    (kept / "vectors.npy").write_text("")
    remove_standard("onet", folder)
    assert list_standards(folder) == []
    assert not kept.exists()


def test_the_same_tables_are_packed_into_the_same_bytes(tables: Path, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        [(header, content)], _ = import_standards(tables / "esco")
        written.append(write_standard(tmp_path / name, header, content).read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("place", "reason"), [(-3, "a byte of the content is another"), (5, "the first line is no header")]
)
def test_a_damaged_file_is_refused(tables: Path, tmp_path: Path, place: int, reason: str) -> None:
    [(header, content)], _ = import_standards(tables / "onet")
    path = write_standard(tmp_path, header, content)
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    with pytest.raises(GroundfloorError) as refused:
        open_standard("onet", tmp_path)
    assert refused.value.code == "standard-broken", reason


@pytest.mark.parametrize("name", ["isco", "../onet", ""])
def test_a_standard_that_is_not_installed_is_answered_with_those_that_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError) as refused:
        get_path(name, tmp_path)
    assert refused.value.code == "standard-unknown"
    assert "Installed: none." in refused.value.hint


BAD_FILES = [
    ("occupation_data.csv", b"name,place\nx,y\n", "table-broken", "other headings"),
    ("occupation_data.csv", b"", "table-broken", "nothing in it"),
    ("occupation_data.csv", "O*NET-SOC Code,Title,Description\n".encode("utf-16"), "file-not-its-kind", "not UTF-8"),
    ("occupation_data.csv", b"O*NET-SOC Code,Title,Description\n", "table-broken", "headings and no row"),
    ("occupation_data.csv", b"O*NET-SOC Code,Title,Description\nabc,x,y\n", "table-broken", "codes that are none"),
    ("Alternate Titles.xlsx", b"PK\x03\x04 not an archive", "file-not-its-kind", "no archive"),
    ("skills_labels_v1.json", b'{"a": 1}', "table-broken", "another shape"),
    ("holidays.csv", b"a,b\n1,2\n", "table-unknown", "no standard's table"),
]


@pytest.mark.parametrize(("name", "content", "code", "reason"), BAD_FILES, ids=[bad[3] for bad in BAD_FILES])
def test_a_bad_file_is_named_with_what_is_wrong(
    tmp_path: Path, name: str, content: bytes, code: str, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GroundfloorError) as refused:
        import_standards(tmp_path / name)
    assert refused.value.code == code, reason


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GroundfloorError) as refused:
        import_standards(tmp_path / "nowhere")
    assert refused.value.code == "file-missing"


def test_files_that_are_no_table_are_left_out_and_told(tables: Path) -> None:
    (tables / "onet" / "holidays.csv").write_text("a,b\n", encoding="utf-8")
    _, left_out = import_standards(tables / "onet")
    assert [(finding.where, finding.severity) for finding in left_out] == [("holidays.csv", "note")]


def test_a_workbook_with_a_document_type_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", ALTERNATES, declaration='<!DOCTYPE x [<!ENTITY e "e">]>')
    with pytest.raises(GroundfloorError) as refused:
        list(iter_sheet_rows(path))
    assert refused.value.code == "file-not-its-kind"


def test_a_workbook_that_would_unpack_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groundfloor.catalogue.standards.workbook.UNPACKED_LIMIT_BYTES", 100)
    with pytest.raises(GroundfloorError) as refused:
        list(iter_sheet_rows(write_workbook(tmp_path / "a.xlsx", ALTERNATES)))
    assert refused.value.code == "file-too-large"


def test_empty_cells_keep_their_place(tmp_path: Path) -> None:
    rows = list(iter_sheet_rows(write_workbook(tmp_path / "a.xlsx", (("a", "", "c"), ("", "b")))))
    assert rows == [["a", "", "c"], ["", "b"]]


def test_a_workbook_without_shared_texts_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        sheet = (
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
            '<c t="inlineStr"><is><t>code</t></is></c><c><v>4.12</v></c></row></sheetData></worksheet>'
        )
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert list(iter_sheet_rows(tmp_path / "a.xlsx")) == [["code", "4.12"]]


NAMES = [
    ("Alternate Titles.xlsx", "onet", "job titles", "as it was called up to version 30"),
    ("job_titles.csv", "onet", "job titles", "as it is called from version 31"),
    ("essential_skills.txt", "onet", "skills", "one half of the skills from version 31"),
    ("occupations_de.csv", "esco", "occupations", "another language"),
    ("digitalSkillsCollection_en.csv", "esco", "skill collections", "capitals inside"),
    ("ESCO_to_ONET-SOC.xlsx", "esco-onet", "crossings", "dashes"),
    ("national_M2024_dl.xlsx", "oews", "wages", "the year inside"),
]


@pytest.mark.parametrize(("name", "standard", "table", "reason"), NAMES, ids=[name[3] for name in NAMES])
def test_a_table_is_known_by_its_name(name: str, standard: str, table: str, reason: str) -> None:
    found = find_table(Path(name))
    assert found is not None, reason
    assert (found[0].standard, found[0].name) == (standard, table), reason


@pytest.mark.parametrize("name", ["occupations.pdf", "skills of our staff.csv", "crosswalk_esco_onet_reverse.csv"])
def test_a_name_that_only_looks_alike_is_not_guessed_at(name: str) -> None:
    assert find_table(Path(name)) is None


def test_a_version_is_read_from_the_folder_or_left_open() -> None:
    assert find_version(Path("db_31_0_csv/occupation_data.csv")) == "31.0"
    assert find_version(Path("mine/occupation_data.csv")) is None


@pytest.mark.skipif(not REAL.is_dir(), reason="the evaluation data is not beside this checkout")
@pytest.mark.parametrize(
    ("place", "standard", "least"),
    [("esco", "esco-en", 3_000), ("crosswalk", "esco-onet", 4_000), ("national_M2024_dl.xlsx", "oews", 800)],
)
def test_the_published_files_are_imported(place: str, standard: str, least: int) -> None:
    [(header, _)], _ = import_standards(REAL / place)
    assert header.id == standard
    assert max(header.occupations, header.crossings) >= least


def test_a_table_that_may_not_be_opened_is_named_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "occupation_data.csv"
    table.write_text("O*NET-SOC Code,Title,Description\n")

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(GroundfloorError, match=r"_data\.csv cannot be opened \(Permission denied\)") as refused:
        import_standards(tmp_path)
    assert refused.value.code == "file-unreadable"
