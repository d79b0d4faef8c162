# Each target sets up what is missing first; README.md has the same steps without make.
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: help run test coverage bench fuzz soak check data programs

HOST ?= 127.0.0.1
PORT ?= 8050
DATA ?= data
# Further options of the server, such as OPTIONS="--public-url https://map.example".
OPTIONS ?=
# The Python that the virtual environment is made with: the first on the PATH that is new enough.
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
# What is no Python package: names that will do, and Debian's package for it. One word for each program.
CHROMIUM_WORD := chromium-headless-shell,chromium,chromium-browser,google-chrome,google-chrome-stable:chromium-headless-shell
OFFICE_WORD := soffice,libreoffice:libreoffice-calc-nogui
# Impress has no program on the PATH: it is missing with LibreOffice, or where LibreOffice's registry is without its part.
IMPRESS_WORD = $(shell office=$$(command -v soffice || command -v libreoffice); \
	set -- "$$(dirname "$$(readlink -f "$$office")")"/../*/registry/main.xcd; \
	if test -z "$$office" || { test -e "$$1" && ! test -e "$${1%main.xcd}impress.xcd"; }; then \
	echo impress-of-libreoffice:libreoffice-impress-nogui; fi)
# Slides name Arial: LibreOffice shows them as they are meant with that typeface, or with one of the same widths.
ARIAL_WORD = $(shell fc-match Arial 2>/dev/null | grep -qE '"(Arial|Liberation Sans)"' || \
	echo typeface-as-wide-as-Arial:fonts-liberation)
test bench: PROGRAMS := $(if $(CHROMIUM),,$(CHROMIUM_WORD))
test: PROGRAMS += nginx,/usr/sbin/nginx:nginx-light openssl:openssl
test coverage: PROGRAMS += $(OFFICE_WORD) $(IMPRESS_WORD) fc-match:fontconfig $(ARIAL_WORD) ogrinfo:gdal-bin pdftotext:poppler-utils
data: PROGRAMS := npm:npm
check: PROGRAMS += node:nodejs npm:npm

help:
	@echo "make run       serve on http://$(HOST):$(PORT); PORT=, HOST=, DATA=folder, OPTIONS='--public-url …'"
	@echo "make test      check, then every test; TESTS=tests/dashboard for a part"
	@echo "make check     the data, ruff, mypy, tsc and the scripts' own tests"
	@echo "make coverage  branch coverage of what needs no browser"
	@echo "make bench     measure the page; when nothing else runs"
	@echo "make fuzz      40 000 requests that mean harm"
	@echo "make soak      50 to 200 readers at once with 1, 2 and 4 workers; 40 decks; 20 000 requests"
	@echo "make data      build the geometry files again (needs the network and npm)"

run: $(VENV)/ready-to-run
	$(PY) -m dashboard --host $(HOST) --port $(PORT) --data $(DATA) $(OPTIONS)

test: check $(VENV)/ready-to-test programs
	$(PY) -m pytest $(TESTS)

# Which lines and branches the tests without a browser reach.
coverage: $(VENV)/ready-to-test programs
	$(PY) -m pytest --cov --cov-report=term:skip-covered tests/geodata tests/dashboard tests/test_house.py

bench: $(VENV)/ready-to-test programs
	$(PY) -m tests.bench

# Half an hour each, for a machine where nothing else runs.
fuzz: $(VENV)/ready-to-test
	FUZZ=5000 $(PY) -m pytest --numprocesses=0 -W ignore::ResourceWarning tests/dashboard/server/test_fuzz.py

soak: $(VENV)/ready-to-test
	$(PY) -m tests.soak

check: $(VENV)/ready-to-test node_modules/ready
	$(PY) -m geodata check --data $(DATA)
	$(PY) -m ruff check .
	$(PY) -m mypy
	npm run --silent check
	npm run --silent test

data: $(VENV)/ready-to-run programs
	$(PY) data/build.py

$(VENV)/ready-to-run: requirements.txt constraints.txt | $(PY)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/ready-to-test: requirements-dev.txt requirements.txt constraints.txt | $(PY)
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/ready-to-run

# Only for checking the scripts that browsers run: nothing of it is served.
node_modules/ready: package.json package-lock.json .npmrc | programs
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PY):
	@test -n "$(PYTHON)" || { echo "Install Python 3.11 or newer (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Install Python's venv (on Debian: apt-get install python3-venv)." >&2; exit 1; }

# Use what is on the PATH; otherwise install it by apt when root; otherwise say what to install.
programs:
	@missing=; \
	for program in $(PROGRAMS); do \
		found=; \
		for name in $$(echo "$${program%%:*}" | tr , ' '); do command -v "$$name" >/dev/null && found=$$name && break; done; \
		test -n "$$found" || missing="$$missing $${program##*:}"; \
	done; \
	test -n "$$missing" || exit 0; \
	if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
		echo "Installing$$missing ..."; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
		echo "Install$$missing (on Debian: apt-get install$$missing) and run make again." >&2; exit 1; \
	fi
