PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := $(BIN)/python

.PHONY: install demo test check format messages samples bench trial trial-fines trial-discretion trial-mark package clean

install: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(RUN) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . --group dev
	$(RUN) -c "import pathlib; pathlib.Path('$(VENV)/.ready').touch()"

demo: install
	$(RUN) samples/demo.py

test: install
	$(RUN) -m pytest -n auto

check: install
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(BIN)/lint-imports
	$(RUN) -m enforcer.messages --check

format: install
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

messages: install
	$(RUN) -m enforcer.messages
	$(RUN) -m enforcer.reports.docx.template

samples: install
	$(RUN) samples/make.py

bench: install
	$(RUN) benchmarks/run.py
	$(RUN) benchmarks/fines.py
	$(RUN) benchmarks/mark.py
	$(RUN) benchmarks/across.py
	$(RUN) benchmarks/ledger.py
	$(RUN) benchmarks/nightly.py
	$(RUN) benchmarks/report.py

trial: install
	$(RUN) benchmarks/trial.py $(CORPUS)

trial-fines: install
	$(RUN) benchmarks/trial_fines.py $(CORPUS)

trial-discretion: install
	$(RUN) benchmarks/trial_discretion.py $(CORPUS)

trial-mark: install
	$(RUN) benchmarks/trial_mark.py $(CORPUS)

package: install
	$(RUN) -m build --outdir dist

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(name, ignore_errors=True) for name in ('build', 'dist', '$(VENV)')]"
