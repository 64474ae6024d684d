# Sejajar: everything that is done with this repository, each by one word. `make` alone lists the words.
#
# Needs make and Python 3.11 or newer, with its venv module. Another Python: make site PYTHON=python3.13
# Paths are relative on purpose: the folder may have spaces in its name.

PYTHON ?= python3
VENV ?= .venv
PROCESSES ?= 2 # that run tests side by side, a file in each; 0 runs them one by one

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

# Stamps, each touched only when its step is whole: an interrupted install begins again. The first one's name
# holds the Python version, so that another PYTHON (or a newer one from the system) gets a new environment.
SITE_LOCKED = $(VENV)/.site-lock-3.$(shell $(PYTHON) -c 'import sys; print(sys.version_info[1])' 2>/dev/null)
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready

# Material prints a page-long notice about a future MkDocs at each start otherwise; we pin MkDocs below 2.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve serve-desk test lint bench audit pictures messages release lock upgrade clean

help: ## list these words
	@echo 'make WORD, where WORD is one of:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' Makefile | while IFS='|' read -r word text; do printf '%-10s %s\n' "$$word" "$$text"; done

site: $(SITE_READY) ## build the site into site/, with every warning an error
	$(BIN)/mkdocs build --strict

serve: $(SITE_READY) ## show the site at http://127.0.0.1:8000/ and rebuild it at every edit
	$(BIN)/mkdocs serve

serve-desk: $(TEST_READY) ## review the articles in the browser, at the address that it prints
	$(BIN)/sejajar desk

test: $(TEST_READY) ## run the tests; browser tests need a chromium and say so where there is none
	$(BIN)/pytest --numprocesses $(PROCESSES) --dist loadfile

lint: $(TEST_READY) ## check style and types: ruff, mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(TEST_READY) ## measure speed and the quality of checks, search and alignment
	@set -e; for script in tests/bench/[a-z]*.py; do PYTHONPATH=tests $(BIN)/python "$$script"; done

audit: site $(TEST_READY) ## what takes long: every link, fifty kills of each command, 100,000 spoilt files, HTML and Lighthouse
	@$(BIN)/pip install --quiet 'atheris~=3.0' || echo 'atheris does not install here: texts are spoilt at random only'
	@set -e; for script in tests/audit/[a-z]*.py; do $(BIN)/python "$$script"; done

pictures: $(TEST_READY) ## take the pictures of the guide and the README from the running site
	$(BIN)/python tests/pictures.py

release: $(SITE_READY) ## the wheel, the source, a bill of materials and hashes, into dist/
	rm -rf dist build
	$(PIP) install --quiet --require-hashes -r requirements-release.lock
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m build --no-isolation --outdir dist .
	cd dist && name=$$(basename *.tar.gz .tar.gz) && tar -xzf $$name.tar.gz && \
	  tar --sort=name --mtime=@$$(git log -1 --format=%ct) --owner=0 --group=0 --numeric-owner --mode=go=rX -cf - $$name | \
	  gzip -n9 > $$name.tar.gz && rm -r $$name
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --mc-type library \
	  --output-reproducible --output-file dist/sejajar.cdx.json
	cd dist && sha256sum -- *.whl *.tar.gz *.json > SHA256SUMS

messages: $(TEST_READY) ## bring the Indonesian catalog of what the program says up to date
	$(BIN)/python tests/messages.py

lock: $(SITE_READY) ## bring the lock files up to date with pyproject.toml, changing as little as possible
	$(lock-files)

upgrade: UPGRADE := --upgrade
upgrade: $(SITE_READY) ## renew the lock files with the newest releases that pyproject.toml allows
	$(lock-files)

clean: ## remove the environment and everything that was built
	rm -rf '$(VENV)' site docs/id docs/en docs/media .sejajar build generator/*.egg-info

$(SITE_LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo '$(PYTHON) is missing or older than 3.11. Name a newer one: make site PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo '$(PYTHON) lacks its venv module. On Debian and Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }
	@echo 'Preparing $(VENV) (once; about a minute) ...'
	rm -rf '$(VENV)'
	$(PYTHON) -m venv '$(VENV)'
	$(PIP) install --quiet --require-hashes -r requirements.lock
	@touch '$@'

$(SITE_READY): $(SITE_LOCKED) pyproject.toml
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch '$@'

$(TEST_READY): $(SITE_READY) requirements-test.lock
	@rm -f '$(SITE_LOCKED)' # until this is whole, nothing is
	$(PIP) install --quiet --require-hashes -r requirements-test.lock
	@touch '$(SITE_LOCKED)' '$(SITE_READY)' '$@'

# uv writes one file for every Python and platform that we serve; without its configuration and variables of
# this machine, so that no index of somebody's own gets in. The build backend is locked with the site's packages.
uv-compile = env -u UV_INDEX -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
	$(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' $(UPGRADE)
build-requires = $(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'

define lock-files
$(PIP) install --quiet uv
$(build-requires) | $(uv-compile) pyproject.toml - --output-file requirements.lock
$(build-requires) | $(uv-compile) pyproject.toml - --extra test --constraints requirements.lock --output-file requirements-test.lock
$(build-requires) | $(uv-compile) pyproject.toml - --extra release --constraints requirements.lock --output-file requirements-release.lock
endef
