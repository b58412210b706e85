# Everything is installed into .venv, from locks with hashes; nothing outside this folder is touched.
# Needs git, make and Python 3.11 or newer. Another Python: make PYTHON=python3.13 site
# More words for the program behind a target: make site ARGS="--as-of 2021-01-01"; make test ARGS="-k redline"

PYTHON ?= python3
ARGS ?=
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# A virtual environment knows the folder it was made in: the stamps carry that folder's checksum, so that one which was
# copied or moved is made anew instead of quietly running the code in the old place.
STAMP := $(VENV)/.made-in-$(shell pwd | cksum | cut -d ' ' -f 1)
RUNTIME := $(STAMP)-runtime
PROJECT := $(STAMP)-project
DEV := $(STAMP)-dev

# PyThaiNLP would make a folder in HOME; Material would print advertising for another generator.
export PYTHAINLP_READ_ONLY := 1
export NO_MKDOCS_2_WARNING := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help site serve test browser slow fuzz mutants lint check hooks lock workflows screenshots clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

site: $(PROJECT) ## build the published site into site/
	@$(BIN)/promulgate build $(ARGS)
	@echo "The site is in $(CURDIR)/site. To read it, run"
	@echo "  $(PYTHON) -m http.server --bind 127.0.0.1 --directory site 8000"
	@echo "and open http://127.0.0.1:8000/ (stop with Ctrl-C)."

serve: $(PROJECT) ## live preview while writing, drafts included
	@$(BIN)/promulgate serve $(ARGS)

check: $(PROJECT) ## check the policies as the pull request will
	@$(BIN)/promulgate check $(ARGS)

test: $(DEV) ## the quick tests
	@$(BIN)/pytest -n 2 --dist worksteal $(ARGS)
	@if [ -n "$(CHROMIUM)" ]; then \
	  echo "The browser tests are a suite of their own: make browser."; \
	else \
	  echo "The browser tests did not run: there is no Chromium on this machine (Debian: apt-get install chromium)."; \
	fi

browser: $(DEV) ## the tests in a real Chromium
	@[ -n "$(CHROMIUM)" ] || { echo "The browser tests need Chromium (Debian: apt-get install chromium; elsewhere: make browser CHROMIUM=/path/to/chromium)." >&2; exit 1; }
	@CHROMIUM="$(CHROMIUM)" $(BIN)/pytest -n 2 -m browser $(ARGS)

slow: $(DEV) ## the long tests
	@$(BIN)/pytest -m slow -n 2 --dist worksteal $(ARGS)

# Atheris has no wheel for every Python, so it is no part of the development lock. The other package is fetched as
# source, for the examples in it, and is not installed.
SECONDS ?= 300
fuzz: $(DEV) ## look for sources that crash or stall the reader (SECONDS=300)
	@$(PIP) download --quiet --no-deps --no-build-isolation --no-binary commonmark --require-hashes --dest .cache/fuzz-packages -r requirements-fuzz.txt
	@$(PIP) install --quiet --no-index --no-deps .cache/fuzz-packages/atheris-*.whl
	@mkdir -p .cache/fuzz
	@PYTHONPATH=build_tools $(BIN)/python -m tests.fuzz.fuzz_texts .cache/fuzz -max_total_time=$(SECONDS) -timeout=600 -rss_limit_mb=1024 -artifact_prefix=.cache/fuzz-

# Too long for every change: an hour and more, so .ci/run leaves it out. AREA is dates, records or checker;
# ARGS="--sample 400" tries that many changes only, chosen at random.
AREA ?= records
mutants: $(DEV) ## change the program in a thousand small ways, and see whether a test notices (AREA=records)
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements-mutants.txt
	@$(BIN)/python -m tests.mutants $(AREA) $(ARGS)

lint: $(DEV) ## style, format, types, and the safety of the workflows
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/zizmor --offline --no-progress --quiet --persona auditor .

hooks: $(DEV) ## run lint and check at every commit from now on
	@$(BIN)/pre-commit install

# Run with the oldest Python we support, so that nothing only an older one needs is missing from the locks. Versions
# already locked stay unless ARGS=--upgrade or ARGS="--upgrade-package NAME" says otherwise.
lock: $(DEV) ## write requirements*.txt from requirements*.in
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(ARGS) --output-file requirements.txt requirements.in
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(ARGS) --output-file requirements-dev.txt requirements-dev.in
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(ARGS) --output-file requirements-fuzz.txt requirements-fuzz.in
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(ARGS) --output-file requirements-mutants.txt requirements-mutants.in

workflows: $(PROJECT) ## write .github from what `promulgate init` gives
	@$(BIN)/python -m tests.own_workflows

screenshots: $(DEV) ## write docs/images/*.png: every kind of page, in a real Chromium
	@[ -n "$(CHROMIUM)" ] || { echo "The pictures need Chromium (Debian: apt-get install chromium)." >&2; exit 1; }
	@CHROMIUM="$(CHROMIUM)" PYTHONPATH=build_tools $(BIN)/python -m tests.site.screenshots
	@CHROMIUM="$(CHROMIUM)" PYTHONPATH=build_tools $(BIN)/python -m tests.pull_requests.pictures

clean: ## remove .venv, site and everything else that was made
	@rm -rf $(VENV) site build dist build_tools/*.egg-info .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find build_tools tests -type d -name __pycache__ -prune -exec rm -rf {} +

# A Python that was removed or upgraded leaves a link to nowhere: make the environment again.
ifneq ($(shell test -x $(BIN)/python && echo works),works)
.PHONY: $(RUNTIME)
endif

$(RUNTIME): requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "promulgate needs Python 3.11 or newer, and there is no $(PYTHON) on this machine." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "promulgate needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). If a newer one is installed, name it: make PYTHON=python3.13 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) can't make virtual environments: its venv module is missing (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Installing what the site is built with into $(VENV) (once, and when the lock changes) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --quiet --require-hashes -r requirements.txt
	@touch $@

# --no-index and --no-build-isolation: setuptools came with the lock, so nothing without a hash is ever fetched, and a
# change of pyproject.toml is installed without a network. --editable: both the command and the MkDocs plugin are found,
# and run the code of this folder. `pip check` proves that the lock satisfies the bounds in pyproject.toml.
$(PROJECT): $(RUNTIME) pyproject.toml
	@$(PIP) install --quiet --no-index --no-deps --no-build-isolation --editable .
	@conflicts=$$($(PIP) check) || { echo "$$conflicts" >&2; exit 1; }
	@touch $@

$(DEV): $(PROJECT) requirements-dev.txt
	@echo "Installing what tests and lint need ..."
	@$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
