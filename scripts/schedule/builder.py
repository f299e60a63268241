"""From CSV files to pages on disk: all or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scripts.paths import write_if_changed
from scripts.schedule.checks import load
from scripts.schedule.pages import render
from scripts.schedule.problems import ScheduleError


def build(data_dir: Path, docs_dir: Path, today: date | None = None) -> list[Path]:
    """Make the schedule pages under `docs_dir` from every CSV file under `data_dir`.

    `today` marks plans whose date has passed; without it nothing depends on the day, so the same
    data always give the same bytes. Gives the files written: none when nothing has changed.
    Raises ScheduleError with all problems, and then leaves every file as it was.
    """
    result = load(data_dir)
    if result.has_errors:
        raise ScheduleError(result.problems)
    pages = render(result.sessions, today)
    return [
        docs_dir / name for name, text in pages.items() if write_if_changed(docs_dir / name, text)
    ]
