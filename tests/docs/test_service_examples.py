"""Every question of the services can be tried: each public function shows a runnable example, run with the tests."""

import ast
from pathlib import Path

import pytest

SERVICES = Path(__file__).parents[2] / "src" / "groundfloor" / "services"


@pytest.mark.parametrize("file", sorted(SERVICES.rglob("*.py")), ids=lambda file: file.relative_to(SERVICES).as_posix())
def test_each_public_function_shows_an_example(file: Path) -> None:
    functions = (one for one in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(one, ast.FunctionDef))
    public = (one for one in functions if not one.name.startswith("_"))
    assert [one.name for one in public if ">>>" not in (ast.get_docstring(one) or "")] == []
