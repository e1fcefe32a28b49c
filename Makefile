# `make` builds everything and checks two requests; `make test` runs the tests. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all build test check-style check-policies bench fuzz interop wheel wheel-test lock clean help

all: build  #> set up, compile the policies, and check two example requests
	@echo
	$(BIN)/wiser check docs/requests/esi-ready.json
	@echo
	$(BIN)/wiser check docs/requests/esi-three-missing.json || test $$? -eq 1

build: .venv/ready  #> compile policies/ to generated/, list the readings for review, the mutation scores and the coverage of the sources
	$(BIN)/wiser build
	$(BIN)/wiser readings > docs/readings.part && mv docs/readings.part docs/readings.md
	$(BIN)/wiser mutate --page > docs/mutation.part && mv docs/mutation.part docs/mutation.md
	$(BIN)/wiser coverage > docs/coverage.part && mv docs/coverage.part docs/coverage.md

# Tests start Python hundreds of times: what it has compiled is kept, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE :=

# The checks run side by side, each with its output in one piece where make can do that.
test: .venv/ready-test  #> style, types, import rules, policies and tests: all that CI runs
	$(MAKE) --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync) check-style check-policies
	$(BIN)/pytest -n 2 --dist worksteal -q

check-policies: .venv/ready  #> lint, generated files up to date, proofs
	$(BIN)/wiser lint
	$(BIN)/wiser build --check
	$(BIN)/wiser prove

check-style: .venv/ready-test  #> formatting, lint, types, who may import whom
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/ready  #> timings as ratios to hand-written Python, with peers
	$(BIN)/python -m tests.bench

# Every test that has a longer form reads FUZZ, of tests/lengths.py or of its own.
LONGER = $(shell grep -rlE 'FUZZ|from lengths' tests --include='test_*.py')

fuzz: .venv/ready-engines  #> at length: random policies, 300,000 foreign requests, three million over columns, planted faults, caches, kills, hostile texts, a second solver
	FUZZ=1 $(BIN)/pytest -n 2 --dist worksteal -q $(LONGER)
	$(BIN)/python -m tests.fuzz

interop: .venv/ready-engines  #> all policies through the tools of others: generators of code, linters of OpenAPI, DuckDB and Spark
	INTEROP=1 $(BIN)/pytest -n 2 --dist loadfile -q tests/interop

wheel: .venv/ready-test  #> both wheels into dist/: the pure one, and the native one, which needs a C compiler
	rm -f dist/*.whl
	$(BIN)/python -m hatchling build -t wheel
	WISER_WHEEL=native $(BIN)/python -m hatchling build -t wheel

wheel-test: wheel  #> the native wheel of dist/, installed: the same answers as the pure one, and the tests of the package
	INTEROP=1 $(BIN)/pytest -q tests/interop/test_native_wheel.py
	rm -rf build/native
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --target build/native dist/*-cp*.whl
	PYTHONPATH=build/native NATIVE=1 $(BIN)/pytest -n 2 -q tests/package tests/agreement

# Rebuilt when the lock or the project changes; a set-up that was cut short is begun again. Python compiles what it
# imports by itself, and most modules of the libraries are never imported.
.venv/ready: requirements.lock pyproject.toml compiler/hatch_build.py
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# What only the tests need: Node and a browser among it, from the package registries, so `make` alone does without.
.venv/ready-test: .venv/ready requirements-test.lock tests/node/package-lock.json
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-test.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm ci --silent --ignore-scripts --no-audit --no-fund --prefix tests/node
	@touch $@

# DuckDB and Spark with its Java: what judges columns beside Polars.
.venv/ready-engines: .venv/ready-test requirements-engines.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-engines.lock
	@touch $@

LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock"

lock:  #> write requirements.lock, requirements-test.lock and requirements-engines.lock anew from pyproject.toml
	$(BIN)/pip install --quiet uv==0.13.9
	$(BIN)/$(LOCK) --extra dev pyproject.toml -o requirements.lock
	$(BIN)/$(LOCK) --extra interop --constraint requirements.lock pyproject.toml -o requirements-test.lock
	$(BIN)/$(LOCK) --extra engines --constraint requirements-test.lock pyproject.toml -o requirements-engines.lock

clean:  #> remove what the set-up made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

help:  #> this list
	@grep -E '^[a-z-]+:.*#>' Makefile | sed -E 's/:.*#> /: /'
