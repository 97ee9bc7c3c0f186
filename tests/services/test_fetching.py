"""A publisher's tables from a folder, an archive or an address; what cannot be had is said with the way out."""

import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "catalogue" / "standards"))

from small_standards import write_standards

from groundfloor.errors import GroundfloorError
from groundfloor.services.fetching import opened_material
from groundfloor.services.standards import install_standards


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base's
        """Keeps the test's output clean."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    tables = write_standards(tmp_path / "tables") / "onet"
    with zipfile.ZipFile(tmp_path / "db_29_0.zip", "w") as content:
        for file in sorted(tables.iterdir()):
            content.write(file, f"db_29_0/{file.name}")
    return tmp_path / "db_29_0.zip"


@pytest.fixture
def address(archive: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(archive.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{archive.name}"
    server.shutdown()
    server.server_close()


def test_an_archive_is_installed_as_its_folder_would_be(archive: Path, tmp_path: Path) -> None:
    with opened_material(str(archive)) as path:
        (header,), _ = install_standards(path, folder=tmp_path / "a")
    (plain,), _ = install_standards(tmp_path / "tables" / "onet", folder=tmp_path / "b")
    assert header.digest == plain.digest


def test_an_archive_s_name_tells_the_version(archive: Path, tmp_path: Path) -> None:
    with opened_material(str(archive)) as path:
        (header,), _ = install_standards(path, folder=tmp_path / "a")
    assert header.version == "29.0"


def test_an_address_is_fetched_unpacked_and_gone_afterwards(address: str, tmp_path: Path) -> None:
    with opened_material(address) as path:
        (header,), _ = install_standards(path, folder=tmp_path / "a")
    assert header.id == "onet"
    assert not path.exists()


def test_a_folder_stays_where_it_is(tmp_path: Path) -> None:
    with opened_material(str(tmp_path)) as path:
        assert path == tmp_path
    assert tmp_path.is_dir()


def test_names_inside_an_archive_cannot_lead_out_of_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as content:
        content.writestr("../../escaped.csv", "x")
    with opened_material(str(tmp_path / "bad.zip")) as path:
        assert [file.name for file in path.iterdir()] == ["escaped.csv"]
    assert not (tmp_path.parent / "escaped.csv").exists()


@pytest.mark.parametrize(
    ("place", "code", "reason"),
    [
        ("http://example.org/db.zip", "address-unreachable", "not https"),
        ("http://127.0.0.1:9/db.zip", "address-unreachable", "nobody answers"),
    ],
)
def test_what_cannot_be_fetched_is_said(place: str, code: str, reason: str) -> None:
    with pytest.raises(GroundfloorError) as refused, opened_material(place):
        pass
    assert refused.value.code == code, reason
    assert "fetch the file yourself" in refused.value.hint


def test_a_file_that_the_address_does_not_have_is_named(address: str) -> None:
    with pytest.raises(GroundfloorError, match="not found"), opened_material(address + "x"):
        pass


def test_an_archive_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"PK nothing")
    with pytest.raises(GroundfloorError) as refused, opened_material(str(tmp_path / "no.zip")):
        pass
    assert refused.value.code == "file-not-its-kind"
