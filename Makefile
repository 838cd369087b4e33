# Everything here installs what it needs first (script/bootstrap), so a fresh clone needs no other command.
# Pass options on to the command with ARGS:  make demo ARGS="--port 9000"

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo run test test-faults check bench fuzz ci format bootstrap bootstrap-build release

SWIFT_FILES := Package.swift Sources Tests
SHELL_SCRIPTS := script/bootstrap script/bench script/bench-ingest script/with-postgres script/swift-test .ci/run
PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder
# The suites written in Python: each folder of Tests/ that holds a test_*.py, but for the long ones of test-faults.
PYTHON_SUITES = $(filter-out Tests/Faults/,$(sort $(dir $(wildcard Tests/*/test_*.py))))

# Those that run once more on PostgreSQL; Tests/Reliability does so by itself.
POSTGRES_SUITES = $(wildcard Tests/Browser/test_journeys.py Tests/Commands/test_people.py Tests/Commands/test_export.py \
	Tests/Commands/test_postgres.py Tests/Webhooks/test_webhooks.py Tests/Reports/test_truth.py)

help: ## Say what can be made
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: release ## Run the product with a sample account, a sample website and two months of sample traffic
	.build/release/headwater demo $(ARGS)

run: release ## Serve your own data from ./data
	.build/release/headwater serve $(ARGS)

# Clang optimizes C although the build is for debugging: a password's hash takes a fifth of the time then. Said here and
# not to swift build, which would build everything anew whenever its options change.
test test-faults: export CCC_OVERRIDE_OPTIONS := \#O2

test: bootstrap ## Build, then run every test, those in a browser included, and what knows an engine on both
	swift build --build-tests
	script/swift-test
	script/with-postgres script/swift-test --filter 'DatabaseTests|CRMTests|DeliveryTests|ServerTests'
ifneq ($(PYTHON_SUITES),)
	$(PYTEST) $(PYTHON_SUITES)
	script/with-postgres $(PYTEST) $(POSTGRES_SUITES)
endif

test-faults: bootstrap ## Kill, fill, lock, stop and crowd real servers under load, and count what is left (some minutes)
	swift build --product headwater
	$(PYTHON) -m pytest -s -rs Tests/Faults $(ARGS)

check: bootstrap ## Check format, imports between targets, file limits and script syntax, without building
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	$(PYTHON) script/check-imports
	$(PYTHON) script/check-files
	@for script in $(SHELL_SCRIPTS); do bash -n $$script || exit 1; done
	@if command -v shellcheck >/dev/null; then shellcheck $(SHELL_SCRIPTS); fi
	$(PYTHON) -m compileall -q Tests

ci: check test ## What every submission must pass

bench: bootstrap release ## Measure landings, replays, what comes in, reports and exports, on this machine (an hour)
	script/bench $(ARGS)
	script/bench-ingest
	script/bench-ingest --engine postgres
	script/bench-reports
	script/bench-reports --engine postgres

fuzz: bootstrap-build ## Try a million damaged landings and rule books on the attribution engine
	swift build -c release --product AttributionFuzz
	.build/release/AttributionFuzz $(ARGS)

format: ## Format every Swift file in place
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

release: bootstrap-build
	swift build -c release --product headwater --static-swift-stdlib

bootstrap:
	@script/bootstrap

bootstrap-build:
	@script/bootstrap --build-only
