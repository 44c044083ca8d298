# make without a word tells what there is. Every target makes the environment it needs.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo play test test-browser month check bench evaluate-check judge judge-report lock format clean

BIN := .venv/bin
RUN := .venv/.installed-run
DEV := .venv/.installed
SETS :=

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

demo: $(RUN) ## a sample week, played to a transcript
	$(BIN)/advance demo

play: $(RUN) ## the playground, in your browser
	$(BIN)/advance play

test: $(DEV) ## the tests, and the coverage they must reach
	$(BIN)/pytest -n auto --cov --cov-report=
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --include='coaching/*' --fail-under=100

test-browser: $(DEV) ## the tests that need Chromium
	$(BIN)/pytest -m browser

month: $(DEV) ## a month of a team of twelve, played on every platform: some twenty minutes
	$(BIN)/pytest -n auto -m month

check: $(DEV) ## the one door: format, lint, types, contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

bench: $(DEV) ## how fast it is, measured here
	$(BIN)/python -m tests.bench

evaluate-check: $(DEV) ## does an evaluation find what is so: TEAMS=300 simulated teams
	$(BIN)/python -m tests.simulated $(or $(TEAMS),300)

judge: $(DEV) ## train the judge's models from its corpus; commit them with it
	$(BIN)/python -m bot.training

judge-report: $(DEV) ## how good the judge is: on unseen hands, or SETS=FOLDER of others' sets
	$(BIN)/python -m bot.training.report $(SETS)

lock: $(DEV) ## newest versions that fit pyproject.toml, with hashes
	$(call compile,run,--extra build)
	$(call compile,dev,--extra build --extra dev --extra opinion --constraints requirements/run.txt)
	$(call compile,opinion,--extra build --extra opinion --constraints requirements/run.txt)

format: $(DEV) ## format, and mend what ruff can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

clean: ## back to a fresh checkout
	rm -rf .venv .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): requirements/run.txt
	@requirements/install requirements/run.txt
	@touch $@

$(DEV): requirements/dev.txt requirements/run.txt
	@requirements/install requirements/dev.txt
	@touch $(RUN) $@

# One lock for every system, and no word about where packages come from.
define compile
$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	$(2) --output-file requirements/$(1).txt pyproject.toml
endef
