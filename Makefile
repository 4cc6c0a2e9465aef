# Needs make and Python 3.11 or later, nothing else: everything is installed in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
INSTALLED := $(VENV)/installed
INSTALLED_TEST := $(VENV)/installed-test

.DEFAULT_GOAL := help
.PHONY: help demo test test-neo4j-current check bench fuzz clean

help:
	@echo "make demo   installe netmap et ouvre le réseau d’exemple sur 127.0.0.1"
	@echo "make test   vérifie le code puis lance tous les tests"
	@echo "make test-neo4j-current  lance les tests de Neo4j sur sa version courante"
	@echo "make check  vérifie le code sans lancer les tests"
	@echo "make bench  mesure les temps et la mémoire (tests/benchmarks)"
	@echo "make fuzz   lit 10 000 classeurs abîmés (tests/workbooks)"
	@echo "make clean  enlève .venv et les fichiers produits"

demo: $(INSTALLED)
	$(BIN)/netmap demo

# pytest comes last: its closing line is the end of the output. Three workers keep two processors busy: they wait for Neo4j and Chromium.
test: check
	$(BIN)/python -m pytest -n 3

# make test runs them on the long-term version; both are the ones of netmap/trial.py. Here one process has one server, which plans
# each text once, and what does not depend on the version is left out: how programs die, and the application in a browser.
test-neo4j-current: $(INSTALLED_TEST)
	NETMAP_TEST_NEO4J_VERSION=$$($(BIN)/python -c "from netmap.trial import CURRENT; print(CURRENT)") $(BIN)/python -m pytest -m "neo4j and not benchmark and not slow and not browser"

check: $(INSTALLED_TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports

bench: $(INSTALLED_TEST)
	$(BIN)/python -m pytest -m benchmark tests/benchmarks

fuzz: $(INSTALLED_TEST)
	NETMAP_FUZZ=10000 $(BIN)/python -m pytest -n 2 tests/workbooks/test_fuzz.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find netmap loaders queries tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/pip:
	$(PYTHON) -m venv $(VENV)

# Installed again only when what is declared has changed; the sources themselves are read in place.
$(INSTALLED): pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP_INSTALL) -e .
	touch $@

$(INSTALLED_TEST): pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP_INSTALL) -e '.[test]'
	touch $(INSTALLED) $@
