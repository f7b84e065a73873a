# make run: install and fill the warehouse from data/raw.  make test: every test.  make ui / make sql: look at it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help run ui sql test soak check format docs lock clean

help:          ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

run: $(STAMP)  ## install, then bring the warehouse up to date with data/raw
	@$(BIN)/broadsheet run

ui: $(STAMP)   ## the Dagster UI on http://127.0.0.1:3000
	@$(BIN)/broadsheet ui

sql: $(STAMP)  ## query the published warehouse: make sql, or make sql Q="select ..."
	@$(BIN)/broadsheet sql $(if $(Q),"$(Q)")

# A module stays in one process: what it runs once, it runs once. tests/conftest.py puts the long ones first.
test: $(STAMP) ## every test, a process for each core
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

soak: $(STAMP) ## kill runs, fail system calls, fill disks, damage files: takes an hour or two
	@$(BIN)/python -m benchmarks.soak

check: $(STAMP) ## format, lint, and that generated pages are fresh
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

format: $(STAMP) ## rewrite files in the project's format
	@$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format .

docs: $(STAMP) ## write the generated pages anew (docs/tables.md, docs/questions.md, README.md)
	@$(BIN)/python -m assets.contract.document
	@$(BIN)/python -m orchestration.commands.questions
	@$(BIN)/python -m orchestration.commands.readme

# uv installs in seconds; where it cannot be had, pip does the same in two minutes.
$(STAMP): requirements.lock pyproject.toml
	@echo "Installing into $(VENV) (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check uv 2>/dev/null || true
	@if [ -x $(BIN)/uv ]; then \
	  $(BIN)/uv pip install -q --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock && \
	  $(BIN)/uv pip install -q --python $(BIN)/python --no-deps -e . ; \
	else \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e . ; \
	fi
	@touch $(STAMP)

lock:          ## resolve pyproject.toml anew into requirements.lock (names, versions, hashes)
	@uv pip compile -q pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --upgrade -o requirements.lock

clean:         ## remove the virtual environment and the warehouse (data/raw stays)
	@rm -rf $(VENV) data/warehouse/.work data/warehouse/.builds data/warehouse/news.duckdb data/.dagster
