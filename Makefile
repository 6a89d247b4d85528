# Two commands do everything: `make course` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: course test browsers types clean

course: $(VENV)/installed
	@$(BIN)/tuokio build courses/asiakaspalvelu
	@echo
	@echo "Open it in a browser: $(CURDIR)/output/asiakaspalvelu/site/index.html"

test: $(VENV)/installed-test browsers
	@$(BIN)/pytest -n 2 --dist loadfile

# Node is asked for here, and the editable install bundles the browser side with it.
$(VENV)/installed: pyproject.toml builder/hatch_build.py builder/bundle.mjs builder/package-lock.json $(shell find builder/tuokio -name '*.ts' -o -name '*.css')
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

browsers:
	@$(BIN)/python tests/browsers.py

# The TypeScript types of the contract, from the Python models.
types: $(VENV)/installed-test
	@$(BIN)/python builder/generate_types.py

clean:
	rm -rf $(VENV) output builder/node_modules builder/tuokio/bundle
