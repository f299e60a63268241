"""The schedule part of ``make bench``: how the site carries a session for every village.

Each size is built in a copy of the project whose ``data/jadwal`` holds made-up rows, and a second
time the usual way: Material pages that show the same rows with mkdocs-table-reader-plugin. Every
step is a process of its own. Memory is read from ``/proc``, so this runs on Linux only.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from babel.numbers import format_decimal

from scripts.paths import ROOT
from scripts.schedule import layout, load, national, pages
from scripts.schedule.entries import entries
from scripts.schedule.regions import region
from scripts.site_build import BASE

BASE_ROWS, SMALL, MIDDLE, WHOLE = SIZES = (1, 1_000, 10_000, national.VILLAGES)
"""The first one shows what a site costs whatever its rows."""

MAX_SECONDS, MAX_MB = 60.0, 1_500.0
MIN_TIMES_FASTER = 10.0
#: More rows may cost a fifth more each before it is called worse than linear: runs differ so much.
MAX_GROWTH = 1.2
MAX_PAGE_KB, MAX_FINDER_KB = 150.0, 60.0
MAX_SERVE_SECONDS = 3.0
SERVE_EDITS = 3

_BUILD = ("-m", "mkdocs", "build", "--quiet")
_USUAL = """\
site_name: Cara biasa
site_url: https://example.org/bimtek-kpps/
theme:
  name: material
  language: id
  font: false
  features: [navigation.prune]
plugins: [search, table-reader]
markdown_extensions: [tables]
nav: [index.md]
validation:
  nav:
    omitted_files: ignore
"""
_USUAL_COLUMNS = tuple(
    name
    for name in national.COLUMNS
    if name not in {"id", "zona", "provinsi", "kab_kota", "pemilu"}
)  # what our pages show of a row


@dataclass(frozen=True)
class Run:
    """What one process and its children took: seconds by the clock and of CPU, most memory."""

    seconds: float
    cpu: float
    megabytes: float


@dataclass(frozen=True)
class Weights:
    """Sizes after gzip in kB (1,000 bytes), each with the address that has it."""

    pages: int
    page: tuple[float, str]
    download: tuple[float, str]
    finder: tuple[float, str]


@dataclass
class Measured:
    """Everything about one number of rows. ``usual`` is None if that way was left out."""

    rows: int
    check: Run
    build: Run
    site: Run
    weights: Weights
    tables: float
    """CPU seconds that writing the tables takes, which is a part of `build` and `site`."""
    usual: Run | None = None


@dataclass(frozen=True)
class _Row:
    """A row of the real data: its file, the venue it names, and the page that shows it."""

    file: Path
    venue: str
    page: str


@dataclass
class _Watch:
    """Looks at a process and its children again and again until told to stop."""

    pid: int
    kilobytes: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.stop.wait(0.1):
            self.kilobytes = max(self.kilobytes, sum(map(_memory, _tree(self.pid))))


def main(arguments: Sequence[str] = ()) -> int:
    """Print the table and the goals; give 1 if a goal is missed. ``--lengkap`` takes long."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench_schedule")
    parser.add_argument(
        "--lengkap", action="store_true", help="cara biasa juga dengan semua baris (lama sekali)"
    )
    options = parser.parse_args(arguments)
    if sys.platform != "linux":
        print("\nJadwal nasional: hanya dapat diukur di Linux, dilewati.")
        return 0
    usual = SIZES if options.lengkap else SIZES[:-1]
    measured = [_measure_size(rows, rows in usual) for rows in SIZES]
    _tell("make serve")
    edit = _serve_seconds()
    _print_table(measured)
    return _print_goals(measured, edit)


def _measure_size(rows: int, with_usual: bool) -> Measured:
    with tempfile.TemporaryDirectory() as scratch:
        project, site = Path(scratch, "proyek"), Path(scratch, "situs")
        _copy_project(project)
        shutil.rmtree(project / "data/jadwal")
        national.write(project / "data/jadwal", rows)
        _tell(f"{_number(rows)} baris: jadwal kita")
        measured = Measured(
            rows,
            check=_run(project, "-m", "scripts.schedule", "check", "data/jadwal"),
            build=_run(project, "-m", "scripts.schedule", "build"),
            site=_run(project, *_BUILD, "-d", str(site)),
            tables=_tables_seconds(project / "data/jadwal"),
            weights=_weigh(site),
        )
        if with_usual:
            _tell(f"{_number(rows)} baris: cara biasa")
            usual = Path(scratch, "biasa")
            _write_usual(usual, project / "data/jadwal")
            measured.usual = _run(usual, *_BUILD)
    return measured


def _tables_seconds(data: Path) -> float:
    """Give the CPU seconds it takes to write the tables of checked rows, in both languages."""
    result = load(data)
    shown = entries(result.sourced)
    sheets = layout.lay_out(shown, result.rules.sesi_per_halaman)
    context = pages.Context([entry.session for entry in shown], Counter(), None, collected=False)
    start = time.process_time()
    for _ in pages.render(sheets, context):
        pass
    return time.process_time() - start


def _tell(step: str) -> None:
    """Say what goes on: the whole takes minutes."""
    print(f"mengukur {step} …", file=sys.stderr, flush=True)


def _copy_project(folder: Path) -> None:
    """Copy what a build needs; pages that an earlier build generated stay behind."""
    for name in ("docs", "overrides", "data", "scripts"):
        generated = ("jadwal",) if name == "docs" else ()
        ignored = shutil.ignore_patterns("__pycache__", *generated)
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _environment() -> dict[str, str]:
    site_url = f"https://example.org{BASE}"
    return {**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1"}


def _run(folder: Path, *command: str) -> Run:
    """Run Python in ``folder`` and measure it. Raises SystemExit with the log if it fails."""
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=folder,
            env=_environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(process.pid)
        watcher = threading.Thread(target=watch.run)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop.set()
        watcher.join()
        if process.returncode:
            log.seek(0)
            output = log.read().decode("utf-8", "replace")[-3000:]
            sys.exit(f"gagal: {' '.join(command)}\n{output}")
    # The kernel's own figure misses nothing, but it is that of the largest process alone.
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, max(watch.kilobytes, usage.ru_maxrss) * 1024 / 1e6)


def _tree(pid: int) -> Iterator[int]:
    """Give the process and all below it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in children.read_text().split():
                yield from _tree(int(child))
        except OSError:  # it has ended meanwhile
            continue


def _memory(pid: int) -> int:
    """Give kB of memory, what processes share divided among them; 0 if it has ended."""
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            text = Path(f"/proc/{pid}/{name}").read_text()
        except OSError:
            continue
        if match := re.search(rf"^{key}\s+(\d+) kB", text, re.MULTILINE):
            return int(match[1])
    return 0


def _weigh(site: Path) -> Weights:
    """Weigh a built site's pages, the downloads of its schedule and its finder."""
    pages = {path: _gzipped(path) for path in site.rglob("*.html")}
    files = {
        path: _gzipped(path)
        for path in (site / "jadwal").rglob("*")
        if path.is_file() and path.name != "index.html"
    }
    start = site / "jadwal/cari/daftar.json"
    shards = {path: size for path, size in files.items() if path.parent == start.parent}
    first = shards.pop(start, 0.0)

    def heaviest(sizes: dict[Path, float]) -> tuple[float, str]:
        if not sizes:
            return 0.0, "-"
        size, path = max((size, path) for path, size in sizes.items())
        return size, path.relative_to(site).as_posix().removesuffix("index.html")

    shard, name = heaviest(shards)
    return Weights(
        pages=sum("jadwal" in path.relative_to(site).parts for path in pages),
        page=heaviest(pages),
        download=heaviest(files),
        finder=(first + shard, name),
    )


def _gzipped(path: Path) -> float:
    """Give kB as GitHub Pages would send them."""
    return len(gzip.compress(path.read_bytes(), 6)) / 1000


def _write_usual(folder: Path, data: Path) -> None:
    """Write a Material site with one page a kabupaten/kota in each of two folders (languages)."""
    regencies: dict[str, list[dict[str, str]]] = {}
    for path in sorted(data.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                regencies.setdefault(f"{row['id'][2:4]}.{row['id'][4:6]}", []).append(row)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_USUAL, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Jadwal\n", encoding="utf-8")
    for code, rows in regencies.items():
        with (folder / f"{code}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _USUAL_COLUMNS, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        table = f"{{{{ read_csv('{code}.csv', dtype='str', keep_default_na=False) }}}}"
        for language in ("id", "en"):
            page = folder / "docs" / language / f"{code}.md"
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"# {region(code).name}\n\n{table}\n", encoding="utf-8")


def _serve_seconds() -> float:
    """Give the usual seconds from a saved change of a real row until its page shows it."""
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch, "proyek")
        _copy_project(project)
        with _served(project) as home:
            row = _row_on_a_page(home, project / "data/jadwal")
            return statistics.median(
                _edit_seconds(row, f"Gedung Uji {number}") for number in range(SERVE_EDITS)
            )


@contextmanager
def _served(project: Path) -> Iterator[str]:
    """Serve ``project`` with live reload; give the address of its home page once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project,
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    home = f"http://{address}{BASE}"
    try:
        _wait(lambda: "<h1" in _text(home), "beranda tampil")
        yield home
    finally:
        process.terminate()
        process.wait(20)


def _row_on_a_page(home: str, data: Path) -> _Row:
    """Find a row with a venue that stands once in its file and is shown. Raises SystemExit."""
    addresses = re.findall(r"<loc>([^<]+)</loc>", _text(f"{home}sitemap.xml"))
    pages = {url: _text(url) for url in addresses if url.startswith(f"{home}jadwal/")}
    for file in sorted(data.glob("*.csv")):
        text = file.read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines()):
            venue = row["tempat"]
            if re.fullmatch(r"[\w ]{8,}", venue) and text.count(venue) == 1:
                for url, page in pages.items():
                    if venue in page:
                        return _Row(file, venue, url)
    sys.exit("tidak ada tempat di data/jadwal yang tampil di halaman jadwal")


def _edit_seconds(row: _Row, new: str) -> float:
    """Write another venue, wait until the page shows it, and put the file back."""
    text = row.file.read_text(encoding="utf-8")
    start = time.perf_counter()
    row.file.write_text(text.replace(row.venue, new), encoding="utf-8")
    _wait(lambda: new in _text(row.page), "perubahan jadwal tampil")
    seconds = time.perf_counter() - start
    row.file.write_text(text, encoding="utf-8")
    _wait(lambda: row.venue in _text(row.page), "jadwal semula tampil")
    time.sleep(2)  # a second build may follow; it must not disturb the next measurement
    return seconds


def _wait(condition: Callable[[], bool], what: str, seconds: float = 180) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"{what}: tidak terjadi dalam {seconds:.0f} detik")
        time.sleep(0.05)


def _text(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def _print_table(measured: list[Measured]) -> None:
    """Print one line a figure, one column a number of rows."""
    base = measured[0]

    def line(title: str, show: Callable[[Measured], str]) -> None:
        print(f"{title:<46}" + "".join(f"{show(item):>26}" for item in measured))

    def usual_line(title: str, show: Callable[[Measured, Run], str]) -> None:
        line(title, lambda item: show(item, item.usual) if item.usual else "-")

    def heavy_lines(title: str, show: Callable[[Weights], tuple[float, str]]) -> None:
        line(f"{title}, kB gzip", lambda item: _number(show(item.weights)[0], 1))
        line("  yaitu", lambda item: show(item.weights)[1].removeprefix("jadwal/"))

    print("\nJadwal nasional buatan: satu sesi tiap kelurahan/desa, dua bahasa")
    line("", lambda item: f"{_number(item.rows)} baris")
    line("baca dan periksa, s", lambda item: _number(item.check.seconds, 1))
    line(
        "menulis halaman dan umpan, s",
        lambda item: _number(max(0.0, item.build.seconds - item.check.seconds), 1),
    )
    line("mkdocs build (semua itu dan seluruh situs), s", lambda m: _number(m.site.seconds, 1))
    line("  s tiap 1.000 baris", lambda item: _each(item, item.site))
    line("  s tiap 1.000 baris tambahan", lambda item: _more(item, item.site, base.site))
    line("  s waktu CPU", lambda item: _number(item.site.cpu, 1))
    line("  di antaranya menulis tabel, s waktu CPU", lambda item: _number(item.tables, 1))
    line("  puncak memori, MB", lambda item: _number(item.site.megabytes))
    line("halaman jadwal", lambda item: _number(item.weights.pages))
    heavy_lines("halaman terbesar", lambda weights: weights.page)
    heavy_lines("unduhan terbesar di bawah jadwal/", lambda weights: weights.download)
    heavy_lines("cari desa: daftar dan pecahan terberat", lambda weights: weights.finder)
    usual_line("cara biasa (table-reader): mkdocs build, s", lambda _, run: _number(run.seconds, 1))
    usual_line("  s tiap 1.000 baris", _each)
    usual_line("  s tiap 1.000 baris tambahan", lambda item, run: _more(item, run, base.usual))
    usual_line("  s waktu CPU", lambda _, run: _number(run.cpu, 1))
    usual_line("  puncak memori, MB", lambda _, run: _number(run.megabytes))
    usual_line("  kali lebih lama: seluruhnya", lambda m, run: _number(_ratio(run, m.site), 1))
    usual_line(
        "  kali lebih lama: tiap baris tambahan",
        lambda item, _: "-" if item is base else _number(_faster(item, base), 1),
    )


def _each(item: Measured, run: Run) -> str:
    return _number(run.seconds / item.rows * 1000, 2)


def _more(item: Measured, run: Run, base: Run | None) -> str:
    """Give what 1,000 rows add to a site that is there anyway."""
    if base is None or run is base:
        return "-"
    return _number((run.seconds - base.seconds) / (item.rows - BASE_ROWS) * 1000, 2)


def _ratio(slow: Run, fast: Run) -> float:
    return slow.seconds / fast.seconds


def _faster(item: Measured, base: Measured) -> float:
    """Give how much dearer a row is the usual way; the rest of either site does not count."""
    if item.usual is None or base.usual is None:
        return 0.0
    return (item.usual.seconds - base.usual.seconds) / (item.site.seconds - base.site.seconds)


def _faster_tables(item: Measured, base: Measured) -> float:
    """Give how much dearer a further row is the usual way than writing it into our tables is."""
    if item.usual is None or base.usual is None:
        return 0.0
    usual = (item.usual.cpu - base.usual.cpu) / (item.rows - BASE_ROWS)
    return usual / (item.tables / item.rows)


def _print_goals(measured: list[Measured], edit: float) -> int:
    """Print one line a goal; give 1 if one is missed that does not depend on the machine."""
    base, _, middle, whole = measured
    page = max(item.weights.page for item in measured)
    finder = max(item.weights.finder for item in measured)
    growth = max(_growth([(m.rows, run(m).cpu) for m in measured[1:]]) for run in _STEPS)
    at = f"pada {_number(middle.rows)} baris"
    # How long something takes is this machine's; what it weighs and how it grows is ours.
    of_machine = [
        _at_most(f"situs {_number(whole.rows)} baris, s", whole.site.seconds, MAX_SECONDS),
        _at_most("make serve: CSV disimpan sampai tampil, s", edit, MAX_SERVE_SECONDS),
        _at_least(
            f"kali lebih cepat tiap baris daripada cara biasa, menulis tabelnya saja, {at}",
            _faster_tables(middle, base),
            MIN_TIMES_FASTER,
        ),
        _at_least(
            f"kali lebih cepat tiap baris tambahan daripada cara biasa, seluruh situs, {at}",
            _faster(middle, base),
            MIN_TIMES_FASTER,
        ),
    ]
    goals = [
        _at_most("puncak memori situs itu, MB", whole.site.megabytes, MAX_MB),
        _at_most(
            f"waktu CPU tiap baris sesudah {_number(middle.rows)} dibanding sebelumnya, kali",
            growth,
            MAX_GROWTH,
        ),
        _at_most("halaman terbesar, kB gzip", page[0], MAX_PAGE_KB),
        _at_most("satu pencarian desa, kB gzip", finder[0], MAX_FINDER_KB),
    ]
    print()
    for _, text in of_machine + goals:
        print(text)
    cores = os.cpu_count() or 1
    if os.getloadavg()[2] > cores:
        print(f"Mesin ini sibuk dengan hal lain ({cores} inti): lihat waktu CPU, bukan jam.")
    return int(not all(met for met, _ in goals))


_STEPS: tuple[Callable[[Measured], Run], ...] = (
    lambda item: item.check,
    lambda item: item.build,
    lambda item: item.site,
)


def _growth(points: list[tuple[int, float]]) -> float:
    """Give how much dearer a further row is in the last stretch than in the one before.

    The time to start up falls out of both, so a slow start cannot hide a steep rise. It counts
    CPU time: what else the machine does between two sizes would be taken for growth.
    """
    (rows_0, time_0), (rows_1, time_1), (rows_2, time_2) = points
    return (time_2 - time_1) / (rows_2 - rows_1) / ((time_1 - time_0) / (rows_1 - rows_0))


def _at_most(what: str, value: float, limit: float) -> tuple[bool, str]:
    return value <= limit, _verdict(
        value <= limit, what, value, f"paling banyak {_number(limit, 1)}"
    )


def _at_least(what: str, value: float, limit: float) -> tuple[bool, str]:
    return value >= limit, _verdict(
        value >= limit, what, value, f"paling sedikit {_number(limit, 1)}"
    )


def _verdict(met: bool, what: str, value: float, limit: str) -> str:
    return f"{'terpenuhi' if met else 'TIDAK terpenuhi'}: {what}: {_number(value, 1)} ({limit})"


def _number(value: float, digits: int = 0) -> str:
    """Give a number as Indonesian text has it: 83.762 and 4,7."""
    return str(format_decimal(value, "#,##0" + ("." + "0" * digits if digits else ""), "id"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
