# Two words do everything: `make demo` shows the main job, `make test` proves the project.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check format docs lock bench clean

demo: .venv/ready
	$(BIN)/groundfloor demo

test: check
	$(BIN)/pytest -n auto

check: .venv/ready
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/groundfloor catalogue check

format: .venv/ready
	$(BIN)/ruff check --fix src tests bench
	$(BIN)/ruff format src tests bench

docs: .venv/ready
	$(BIN)/python -m groundfloor.cli.reference > docs/commands.md
	$(BIN)/python -m groundfloor.cli.coverage_page > docs/coverage.md

bench: .venv/ready requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-bench.lock
	$(BIN)/python -m bench

LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

lock:
	$(LOCK) --extra dev -o requirements.lock
	$(LOCK) --extra dev --extra bench -c requirements.lock -o requirements-bench.lock

clean:
	rm -rf .venv

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
