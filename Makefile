# Everything here installs what it needs first (script/bootstrap), so a fresh clone needs no other command.
# Pass options on to the command with ARGS:  make demo ARGS="--port 9000"

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo run test check bench fuzz ci format bootstrap bootstrap-build release

SWIFT_FILES := Package.swift Sources Tests
SHELL_SCRIPTS := script/bootstrap script/bench .ci/run
PYTHON := .venv/bin/python
# The suites written in Python: each folder of Tests/ that holds a test_*.py.
PYTHON_SUITES = $(sort $(dir $(wildcard Tests/*/test_*.py)))

help: ## Say what can be made
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: release ## Run the product with a sample account, a sample website and two months of sample traffic
	.build/release/headwater demo $(ARGS)

run: release ## Serve your own data from ./data
	.build/release/headwater serve $(ARGS)

test: bootstrap ## Build, then run every test, those in a browser included
	swift build --build-tests
	swift test --skip-build
ifneq ($(PYTHON_SUITES),)
	$(PYTHON) -m pytest -n 2 --dist loadfile $(PYTHON_SUITES)
endif

check: bootstrap ## Check format, imports between targets, file limits and script syntax, without building
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	$(PYTHON) script/check-imports
	$(PYTHON) script/check-files
	@for script in $(SHELL_SCRIPTS); do bash -n $$script || exit 1; done
	@if command -v shellcheck >/dev/null; then shellcheck $(SHELL_SCRIPTS); fi
	$(PYTHON) -m compileall -q Tests

ci: check test ## What every submission must pass

bench: bootstrap release ## Measure classification against a URL parser, and the replay of history, on this machine
	script/bench $(ARGS)

fuzz: bootstrap-build ## Try a million damaged landings and rule books on the attribution engine
	swift build -c release --product AttributionFuzz
	.build/release/AttributionFuzz $(ARGS)

format: ## Format every Swift file in place
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

release: bootstrap-build
	swift build -c release --product headwater

bootstrap:
	@script/bootstrap

bootstrap-build:
	@script/bootstrap --build-only
