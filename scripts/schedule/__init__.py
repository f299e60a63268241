"""The bimtek schedule: CSV files in, problems or pages out.

    files ── reader ──▶ tables ── cells, checks ──▶ sessions ── grouping, pages ──▶ docs/*/jadwal
                                       └──▶ problems (file:line:column, code, hint)

Text of a CSV file is data: it can never become HTML, Markdown, a template or a formula.
"""

from scripts.schedule.builder import build
from scripts.schedule.checks import Result, load
from scripts.schedule.problems import ScheduleError, ScheduleProblem

__all__ = ["Result", "ScheduleError", "ScheduleProblem", "build", "load"]
