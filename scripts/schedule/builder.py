"""From CSV files to pages, calendars and data on disk: all or nothing."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from scripts.paths import LANGUAGES, write_if_changed
from scripts.schedule import calendars, exports, finder, layout, pages, settings
from scripts.schedule.checks import Result, load, without_collector
from scripts.schedule.entries import Entry, entries
from scripts.schedule.ledger import EPOCH_VARIABLE, Ledger
from scripts.schedule.model import Session
from scripts.schedule.problems import ScheduleError, make

LEDGER = "kalender-riwayat.json"
"""Remembers what was published, so that a moved session stays the same event in a calendar."""

TEMPLATE = "contoh-jadwal.csv"
"""The table contributors start from."""

PUBLIC = "publik"
"""Folder of what is published below jadwal/ as it is."""

_OURS = re.compile(r"(?:index|\d\d(?:\.\d\d)?)\.md")


def out_folder(docs_dir: Path) -> Path:
    """Give where calendars, data and page insets go that belong to the pages in `docs_dir`."""
    return docs_dir.parent / ".cache" / "jadwal"


def build(
    data_dir: Path,
    docs_dir: Path,
    today: date | None = None,
    out: Path | None = None,
    strict: bool = False,
) -> list[Path]:
    """Make the schedule from every CSV file under `data_dir`.

    Pages go below `docs_dir`, everything else below `out` (default: `out_folder`). `today` marks
    plans whose date has passed; without it nothing depends on the day, so the same data always give
    the same bytes. Gives the files written: none when nothing has changed.
    Raises ScheduleError with all problems (`strict`: also if there are only warnings), and then
    leaves every file as it was.
    """
    result = load(data_dir)
    if result.has_errors or (strict and result.problems):
        raise ScheduleError(result.problems)
    _check_epoch()
    out = out or out_folder(docs_dir)
    written: list[Path] = []
    current: set[Path] = set()
    with without_collector():
        for path, content in _files(result, docs_dir, out, today):
            current.add(path)
            if write_if_changed(path, content):
                written.append(path)
    _remove_others(docs_dir, out, current)
    return written


def _check_epoch() -> None:
    """Raise ScheduleError for a SOURCE_DATE_EPOCH that is no number, before anything is written."""
    try:
        Ledger().stamp("", "")
    except settings.SettingsError as failure:
        place = (EPOCH_VARIABLE, 1, 1)
        raise ScheduleError([make(place, "JDW046", failure.wrong)]) from None


def _files(
    result: Result, docs_dir: Path, out: Path, today: date | None
) -> Iterator[tuple[Path, str | bytes]]:
    """Give every file of the schedule, one at a time: the whole country does not fit in memory."""
    rules = result.rules
    shown = entries(item for item in result.sourced if _is_shown(item.session))
    others = Counter(item.session.pemilu for item in result.sourced if not item.session.is_main)
    sheets = layout.lay_out(shown, rules.sesi_per_halaman)
    context = pages.Context(
        [entry.session for entry in shown],
        others,
        today,
        collected=bool(shown) and all(rules.is_archive(entry.file) for entry in shown),
    )
    for kind, name, text in pages.render(sheets, context):
        yield (docs_dir if kind == pages.DOCUMENTS else out / pages.INSETS) / name, text
    for language in LANGUAGES:  # among the pages, so that links to it are checked
        yield docs_dir / language / "jadwal" / TEMPLATE, exports.template()
    for name, content in _public(shown, layout.pages(sheets), out / PUBLIC):
        yield out / PUBLIC / name, content


def _is_shown(session: Session) -> bool:
    """Whether a session belongs to the edition; the template's example row never does."""
    return session.is_main and not session.id.lower().startswith("contoh-")


def _public(
    shown: Sequence[Entry], known: dict[str, str], folder: Path
) -> Iterator[tuple[str, bytes]]:
    """Give what is published as it is: calendars, the finder's index, data for others."""
    ledger = Ledger.read(folder / LEDGER)
    yield from calendars.render(shown, ledger)
    yield LEDGER, ledger.to_bytes()
    yield from finder.render(shown, lambda code: layout.page_of(code, known))
    yield "jadwal.json", exports.jadwal_json(shown)
    yield "jadwal.csv", exports.csv_bytes(shown)
    yield "skema-jadwal.json", exports.json_schema()
    yield "skema-csv.json", exports.table_schema()


def publish(docs_dir: Path, site: Path) -> None:
    """Copy what is published as it is to `site`/jadwal."""
    shutil.copytree(out_folder(docs_dir) / PUBLIC, site / "jadwal", dirs_exist_ok=True)


def _remove_others(docs_dir: Path, out: Path, current: set[Path]) -> None:
    """Remove what an earlier build made and this one did not: pages of regions without sessions."""
    old = {path for path in docs_dir.glob("*/jadwal/*.md") if _OURS.fullmatch(path.name)}
    for folder in (pages.INSETS, PUBLIC):
        old |= {path for path in (out / folder).rglob("*") if path.is_file()}
    for path in old - current:
        path.unlink()
