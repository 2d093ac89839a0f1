# Each target does its own set-up, in $(VENV); a second run finds it done.

VENV = .venv
BIN = $(VENV)/bin
LOCK = requirements-dev.lock
HUB = .venv-hub
HUB_PYTHON = /usr/bin/python3
PROXY = deploy/hub/node_modules
NBVAL = --nbval-lax --nbval-current-env

# Tests start hundreds of processes: where nothing compiled is stored, each compiles all it imports.
export PYTHONDONTWRITEBYTECODE =

help:
	@echo "make serve   the notebooks as web pages on this machine"
	@echo "make lab     the notebooks in JupyterLab"
	@echo "make test    everything that must hold, a real browser included"
	@echo "make check   the part of it that takes seconds: style, types, layers, sizes, data"
	@echo "make test-long   what takes longer: many examples, and all that the program says"
	@echo "make test-versions   the wheel with the lowest versions allowed, and with the newest"
	@echo "make test-hub   JupyterHub as deploy/hub/ has it, with two users of this machine; asks for root"
	@echo "make test-browsers   the main path of the static site in Firefox and in WebKit"
	@echo "make bench   what is measured, printed; a busy machine is slower, and nothing fails"
	@echo "make loadtest   a thousand learners on one process and sixty in Voila, and what of it is killed, each answer compared"
	@echo "make screenshots   every component at every width, dark, on a projector and on paper, to look at"
	@echo "make docs    the pages of docs/ as a site, in build/docs, with every reference checked"
	@echo "make wheel   the package, in dist/"
	@echo "make lock    choose the versions in $(LOCK) anew"

serve: $(VENV)/runtime.stamp
	@$(BIN)/okin serve

lab: $(VENV)/runtime.stamp
	@$(BIN)/okin lab notebooks

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	find okin_lib -name '*.py' -exec $(BIN)/numpydoc lint {} +
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_house.py
	$(BIN)/okin check

# Notebooks and modules each stay on one worker. In the browser each worker has a server and takes
# over what the other has left: a page is shared by the tests beside it, and by them alone.
test: check
	CHROMIUM="$$(scripts/find-chromium)" && SOFFICE="$$(scripts/find-soffice)" && \
	export CHROMIUM SOFFICE && scripts/find-proxies && \
	$(BIN)/pytest -n 2 --dist loadfile $(NBVAL) tests notebooks --ignore=tests/browser && \
	$(BIN)/pytest -n 2 --dist worksteal tests/browser

# The same in every run: draws come from fixed seeds, and goldens are compared with those kept.
test-long: $(VENV)/dev.stamp
	$(BIN)/pytest -n 2 --hypothesis-profile=long -m "long or hypothesis" \
		tests --ignore=tests/browser
	CHROMIUM="$$(scripts/find-chromium)" && export CHROMIUM && \
	$(BIN)/pytest -n 2 -m long tests/browser
	$(BIN)/python scripts/goldens.py check

# What it prints depends on what the index has today, so no other command calls it.
test-versions: $(VENV)/dev.stamp
	$(BIN)/pytest -m index tests/packaging

# It makes two users of this machine, and deletes them, so no other command calls it.
test-hub: $(VENV)/dev.stamp $(HUB)/stamp $(PROXY)/stamp
	CHROMIUM="$$(scripts/find-chromium)" && export CHROMIUM && \
	HUB="$(CURDIR)/$(HUB)" $(BIN)/pytest -s -m hub tests/packaging

# CI has neither browser, so no other command calls it.
test-browsers: $(VENV)/dev.stamp
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || scripts/apt-install firefox-esr
	@command -v WebKitWebDriver >/dev/null || scripts/apt-install webkit2gtk-driver
	@command -v xvfb-run >/dev/null || scripts/apt-install xvfb
	@command -v xauth >/dev/null || scripts/apt-install xauth
	$(BIN)/python -m pip install --constraint $(LOCK) --editable ".[other-browsers]"
	xvfb-run --auto-servernum $(BIN)/pytest -m other_browsers tests/other_browsers

bench: $(VENV)/dev.stamp
	@for each in benchmarks/*.py; do PYTHONPATH=scripts:. $(BIN)/python $$each || exit 1; done

# Twenty minutes, of all of the machine. No other command calls it: what it prints is of that machine.
loadtest: $(VENV)/dev.stamp
	@PYTHONPATH=benchmarks $(BIN)/python benchmarks/load $(LOAD)

screenshots: $(VENV)/dev.stamp
	CHROMIUM="$$(scripts/find-chromium)" PYTHONPATH=benchmarks $(BIN)/python scripts/screenshots.py

docs: $(VENV)/dev.stamp
	$(BIN)/python docs/gallery.py build/gallery
	$(BIN)/python docs/words.py build/words.md
	$(BIN)/python docs/teaching.py build/teaching.md
	$(BIN)/sphinx-build --fresh-env --nitpicky --fail-on-warning --keep-going --quiet docs build/docs
	$(BIN)/python docs/links.py build/docs
	$(BIN)/pytest --quiet tests/test_examples.py

wheel: $(VENV)/dev.stamp
	$(BIN)/python -m build --wheel --no-isolation

# On the oldest Python supported, so that every later one can use the result.
lock: $(VENV)/dev.stamp
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--extra dev --output-file $(LOCK) pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --constraint $(LOCK) \
		--extra hub --output-file deploy/hub/requirements.txt pyproject.toml

$(BIN)/python:
	python="$$(scripts/find-python)" && "$$python" -m venv $(VENV)

$(VENV)/runtime.stamp: pyproject.toml $(LOCK) | $(BIN)/python
	$(BIN)/python -m pip install --constraint $(LOCK) --editable .
	@touch $@

# What is imported is compiled then, and most of it never is.
$(VENV)/dev.stamp: pyproject.toml $(LOCK) | $(BIN)/python
	$(BIN)/python -m pip install --no-compile --requirement $(LOCK)
	$(BIN)/python -m pip install --no-deps --no-build-isolation --editable .
	@touch $@

# What a hub runs in, with a Python that other users of this machine can run too. Okin itself is
# installed anew by the test.
$(HUB)/stamp: deploy/hub/requirements.txt | $(VENV)/dev.stamp
	$(HUB_PYTHON) -m venv --clear --without-pip $(HUB)
	$(BIN)/python -m pip --python $(HUB)/bin/python install --requirement deploy/hub/requirements.txt
	@touch $@

$(PROXY)/stamp: deploy/hub/package-lock.json
	npm ci --no-audit --no-fund --prefix deploy/hub
	@touch $@

.PHONY: help serve lab check test test-long test-versions test-hub test-browsers bench loadtest screenshots docs wheel lock
