# Every task, from a fresh clone, with nothing but python3 (3.11 to 3.13), pip and make.
# Everything is installed into .venv, from locked versions with their hashes.

# The first Python that fits; another one: make test PYTHON=python3.12
FITS := 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c $(FITS) 2>/dev/null && echo "$$p" && break; done)
VERSION := $(if $(PYTHON),$(shell $(PYTHON) -c $(FITS) 2>/dev/null && $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'))

VENV := .venv
RUN := $(VENV)/bin/python
# A stamp belongs to one Python and is older than the lock it was made from when the lock changes.
READY := $(VENV)/.ready-$(VERSION)
READY_TO_TEST := $(VENV)/.ready-to-test-$(VERSION)

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types imports floors bench docs lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## Read the bundled story, print a summary, write a dossier
	@$(RUN) -m onrecord demo

test: $(READY_TO_TEST) ## Run the whole suite of tests, documentation examples included
	@$(RUN) -m pytest -q

check: format lint types imports floors test ## Run everything that has to pass before a change lands

format: $(READY_TO_TEST) ## Check the formatting
	@$(RUN) -m ruff format --check .

lint: $(READY_TO_TEST) ## Look for mistakes and bad habits
	@$(RUN) -m ruff check .

types: $(READY_TO_TEST) ## Check all types, strictly
	@$(RUN) -m mypy

imports: $(READY_TO_TEST) ## Check that imports go one way
	@$(VENV)/bin/lint-imports

floors: $(READY_TO_TEST) ## Check that accuracy has not dropped below its pinned floors
	@$(RUN) -m benchmarks.floors

bench: $(READY_TO_TEST) ## Measure accuracy on stories and on annotated news, speed, and a large case
	@$(RUN) -m benchmarks.cases
	@$(RUN) -m benchmarks.passages
	@$(RUN) -m benchmarks.attribution
	@$(RUN) -m benchmarks.coref
	@$(RUN) -m benchmarks.times
	@$(RUN) -m benchmarks.speed
	@$(RUN) -m benchmarks.scale

docs: $(READY_TO_TEST) ## Write the generated pages and the recorded outputs anew
	@$(RUN) -m tests.pages

lock: ## Choose the newest versions of all dependencies and write their hashes (needs uv)
	uv --no-config pip compile $(LOCK) --group build --output-file requirements/lock.txt pyproject.toml
	uv --no-config pip compile $(LOCK) --group dev --constraints requirements/lock.txt --output-file requirements/dev.txt pyproject.toml

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

clean: ## Remove what was installed and made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist

$(READY): requirements/lock.txt pyproject.toml
	$(call install,lock)

$(READY_TO_TEST): requirements/dev.txt pyproject.toml
	$(call install,dev)

# Some systems ship Python without ensurepip: there the system's own pip fills the environment.
define install
	@$(if $(VERSION),,echo "onrecord needs Python 3.11, 3.12 or 3.13 and found none: install one, or say which with make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; exit 2)
	@test "$$($(RUN) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$(VERSION)" || rm -rf $(VENV)
	@echo "Installing into $(VENV) (Python $(VERSION)), about a minute the first time …"
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || $(PYTHON) -m venv --clear --without-pip $(VENV)
	@pip="$(RUN) -m pip"; $$pip --version >/dev/null 2>&1 || pip="$(PYTHON) -m pip --python $(RUN)"; \
	$$pip install -qq --disable-pip-version-check --require-hashes --requirement requirements/$(1).txt && \
	$$pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
endef
