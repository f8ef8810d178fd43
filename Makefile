# make        sets up .venv with the command .venv/bin/rolebot
# make chat   sets up, then answers questions in the terminal
# make test   sets up, then runs the tests; make lint and make types check the code
# make fuzz   looks for files that a reader stumbles over, for a minute (FUZZ_SECONDS)
# make break  tries hard to break the store and the Telegram channel, for some minutes
# make bench  compares the answers with those of search packages, on the sample handbook
# make bench-search  compares the search over two million statements with search engines (BENCH_ROLES: fewer)
# make font   makes the font of the pictures anew from the whole Noto Sans SC
# make lock   pins the dependencies of pyproject.toml anew; make clean removes what make made

# The newest Python on the PATH that can make an environment, by the names the dependencies have wheels for.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
# What is pinned must suit every Python from the oldest on.
LOCK_PYTHON ?= python3.11

FUZZ_SECONDS ?= 60

VENV := .venv
READY := $(VENV)/.ready
LOCK := build/lock
PIP := -m pip --disable-pip-version-check --quiet

.PHONY: all chat test lint types fuzz break bench bench-search font lock clean

all: $(READY)

$(READY): pyproject.toml requirements-dev.lock
	@test -n "$(PYTHON)" || { \
		echo "rolebot needs Python 3.11 or newer with its venv module; none was found on the PATH." >&2; \
		echo "On Debian or Ubuntu: apt install python3 python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(VENV)/bin/python $(PIP) install --require-hashes -r requirements-dev.lock
	$(VENV)/bin/python $(PIP) install --no-deps --no-build-isolation --editable .
	$(VENV)/bin/python -m compileall -q bot knowledge  # as pip does with what it copies: half of the start-up time
	@touch $@

chat: $(READY)
	@$(VENV)/bin/rolebot chat

test: $(READY)
	$(VENV)/bin/python -m pytest

break: $(READY)
	$(VENV)/bin/python -m pytest -m breaking -s

lint: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(READY)
	$(VENV)/bin/mypy

fuzz: $(READY)
	$(VENV)/bin/python $(PIP) install atheris
	$(VENV)/bin/python -m tests.fuzz_documents -max_total_time=$(FUZZ_SECONDS)

bench: $(READY)
	$(VENV)/bin/python $(PIP) install -r benchmarks/requirements.txt
	$(VENV)/bin/python benchmarks/accuracy.py

BENCH_ROLES ?= 50000

bench-search: $(READY)
	$(VENV)/bin/python $(PIP) install -r benchmarks/requirements.txt
	$(VENV)/bin/python -m benchmarks.search $(BENCH_ROLES)

FONT := build/font

font:
	$(PYTHON) -m venv --clear $(FONT)
	$(FONT)/bin/python $(PIP) install 'fonttools==4.*' 'pylopdf-fonts-zh-cn==0.1.1'
	$(FONT)/bin/python tools/font.py bot/pictures/font/NotoSansSC-Subset.otf

COMPILE = CUSTOM_COMPILE_COMMAND="make lock" $(LOCK)/bin/pip-compile --quiet --upgrade --generate-hashes \
	--strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra postgres

lock:
	@command -v $(LOCK_PYTHON) >/dev/null || { \
		echo "The lock is made with the oldest Python supported: $(LOCK_PYTHON), not found on the PATH." >&2; exit 1; }
	$(LOCK_PYTHON) -m venv --clear $(LOCK)
	$(LOCK)/bin/python $(PIP) install 'pip-tools>=7.5,<8'
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache
