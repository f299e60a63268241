# Every command a reader, author or developer needs. `make help` lists them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
# Material prints a notice about MkDocs 2 at every build; README.md says what we do about it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build offline check jadwal test bench lock images clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

serve: $(VENV)/site.ok $(VENV)/slides.ok ## set up, generate, and serve with live reload on 127.0.0.1:8000
	$(PY) -m mkdocs serve --dev-addr 127.0.0.1:8000

build: $(VENV)/site.ok $(VENV)/slides.ok ## strict build into site/ (any warning fails)
	$(PY) -m mkdocs build --strict

offline: $(VENV)/site.ok $(VENV)/slides.ok ## build for a USB stick into offline/: open index.html there
	DIRECTORY_URLS=false $(PY) -m mkdocs build --strict --site-dir offline

check: $(VENV)/dev.ok ## fast checks of content, data and code (no browser)
	$(PY) -m scripts.check

jadwal: $(VENV)/site.ok ## check a schedule file: make jadwal FILE=path/to/file.csv
	@$(PY) -m scripts.schedule check "$(or $(FILE),data/jadwal)" --format $(or $(FORMAT),text)

test: $(VENV)/dev.ok $(VENV)/slides.ok ## every test, in a real browser too
	$(PY) -m pytest

bench: $(VENV)/dev.ok $(VENV)/slides.ok ## page weight and build time, side by side with bare Material
	$(PY) -m scripts.bench

images: $(VENV)/dev.ok $(VENV)/slides.ok ## take the screenshot that README.md shows
	$(PY) -m scripts.screenshot

lock: $(VENV)/dev.ok ## pin requirements*.in with hashes (after editing them)
	$(PY) -m scripts.lock

clean: ## remove the environment and everything generated
	rm -rf $(VENV) node_modules site offline .cache .pytest_cache .mypy_cache .ruff_cache test-results
	rm -rf docs/*/jadwal docs/*/referensi/dasar-hukum.md docs/*/kontribusi/k*-jadwal.md
	rm -rf docs/*/referensi/istilah.md docs/*/bimtek/kurikulum.md
	rm -rf docs/*/latihan/kasus-surat-suara.md docs/images/kasus docs/images/qr-situs.svg
	rm -rf docs/*/fasilitator/sesi docs/*/fasilitator/tes docs/*/fasilitator/simulasi/jawaban-*.md
	rm -rf docs/*/fasilitator/lembar/kartu-pemilih.md docs/*/fasilitator/lembar/c-hasil-kosong.md
	rm -rf docs/*/fasilitator/lembar/surat-suara-hitung.md
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/created.ok:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo 'Butuh Python 3.11 atau lebih baru (needs Python 3.11 or newer): pasang, lalu jalankan make PYTHON=/path/python3.11'; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || \
	  { echo 'Modul venv belum ada (no venv module): di Debian/Ubuntu jalankan apt install python3-venv'; exit 1; }
	@touch $@

# PIP_… is not set here: pip's own settings (mirror, certificates) stay the machine's.
$(VENV)/site.ok: requirements.txt $(VENV)/created.ok
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# What projects pages (reveal.js): pinned by hash in package-lock.json. No npm? Then it comes as a wheel.
$(VENV)/slides.ok: package-lock.json requirements-npm.txt $(VENV)/created.ok
	@command -v npm >/dev/null || \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-npm.txt
	@PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --silent
	@touch $@

$(VENV)/dev.ok: requirements-dev.txt $(VENV)/site.ok
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
