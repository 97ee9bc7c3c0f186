"""Standards are installed, listed, used and taken away at the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "catalogue" / "standards"))

from small_standards import write_standards

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_standard_is_installed_listed_used_and_taken_away(run: Run, tmp_path: Path) -> None:
    tables = write_standards(tmp_path / "tables")
    installed = run("catalogue", "install", tables / "esco", "--version", "1.2.0")
    assert installed.returncode == 0, installed.stderr
    assert "ESCO 1.2.0 classification" in installed.stdout
    listed = json.loads(run("catalogue", "standards", "--json").stdout)
    assert [(header["id"], header["occupations"]) for header in listed] == [("esco-en", 2)]
    [linked] = json.loads(run("catalogue", "link", "Till operator", "--json").stdout)
    assert linked["links"][0]["label"] == "cashier"
    assert run("catalogue", "uninstall", "esco-en").returncode == 0
    assert "No standard is installed" in run("catalogue", "standards").stdout


def test_a_skill_is_found_for_a_sentence(run: Run, tmp_path: Path) -> None:
    run("catalogue", "install", write_standards(tmp_path / "tables") / "esco")
    assert (
        "handle customer complaints" in run("catalogue", "link", "manage complaints", "--skills", "--top", "1").stdout
    )


def test_without_standards_a_title_cannot_be_linked_and_the_way_out_is_named(run: Run) -> None:
    refused = run("catalogue", "link", "Cashier")
    assert refused.returncode == 3
    assert "catalogue install" in refused.stderr
    assert "[standard-unknown]" in refused.stderr


def test_folders_inside_are_named_and_files_without_an_importer_stand_in_one_line(run: Run, tmp_path: Path) -> None:
    tables = write_standards(tmp_path / "tables")
    for name in ("interests.csv", "scales.csv"):
        (tables / "onet" / name).write_text("a,b\n1,2\n", encoding="utf-8")
    installed = run("catalogue", "install", tables / "onet")
    assert "2 files are no tables that are imported, so left out: interests.csv, scales.csv." in installed.stderr
    refused = run("catalogue", "install", tables)
    assert refused.returncode == 3
    assert "Name a folder inside it: " in refused.stderr
    assert "onet" in refused.stderr


def test_ids_stay_whole_however_long(run: Run, tmp_path: Path) -> None:
    run("catalogue", "install", write_standards(tmp_path / "tables") / "esco")
    (first, *_) = json.loads(run("catalogue", "link", "Cashier", "--json").stdout)[0]["links"]
    assert first["id"] in run("catalogue", "link", "Cashier").stdout
    listed = run("catalogue", "list", "moves").stdout
    assert "museums_attractions_events.visitor-services-supervisor-to-visitor-services-manager\n" in listed


def test_a_folder_without_tables_is_refused_with_the_known_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    refused = run("catalogue", "install", tmp_path / "empty")
    assert refused.returncode == 3
    assert "occupation_data" in refused.stderr
