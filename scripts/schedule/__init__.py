"""The bimtek schedule: CSV files in, problems or pages, calendars and data out.

    files ── reader ──▶ tables ── cells, places, checks, planning ──▶ problems (file:line:column)
                                        │
                                        ▼
    sessions ── entries ── layout ─┬─ pages, rows ─────▶ docs/*/jadwal/*.md and HTML insets
                                   ├─ calendars, ledger ─▶ *.ics
                                   ├─ finder ───────────▶ find-my-village index
                                   └─ exports ──────────▶ jadwal.json, jadwal.csv, schemas

Text of a CSV file is data: it can never become HTML, Markdown, a template or a formula.
"""

from scripts.schedule.builder import build, out_folder, publish
from scripts.schedule.checks import Result, load
from scripts.schedule.pages import INSETS
from scripts.schedule.problems import ScheduleError, ScheduleProblem

__all__ = [
    "INSETS",
    "Result",
    "ScheduleError",
    "ScheduleProblem",
    "build",
    "load",
    "out_folder",
    "publish",
]
