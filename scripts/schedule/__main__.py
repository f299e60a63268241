"""`python -m scripts.schedule check PATH` and `… build`: check the schedule, make its page.

`check` reads, reports and writes nothing; `build` writes only when every file is sound and only
what has changed. Both end with exit code 1 if there is any error.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from scripts.paths import DATA, DOCS, relative
from scripts.schedule.builder import build
from scripts.schedule.checks import load
from scripts.schedule.problems import ScheduleError

DATA_DIR = DATA / "jadwal"


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Gives the exit code."""
    options = _parser().parse_args(arguments)
    if options.command == "check":
        return _check(options.path)
    return _build(options.data, options.docs, options.today)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.schedule", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="periksa berkas CSV tanpa menulis apa pun")
    check.add_argument("path", type=Path, nargs="?", default=DATA_DIR, help="berkas atau folder")
    check.add_argument("--format", choices=["text"], default="text", help="bentuk laporan")
    make = commands.add_parser("build", help="buat halaman jadwal")
    make.add_argument("--data", type=Path, default=DATA_DIR, help="folder berkas CSV")
    make.add_argument("--docs", type=Path, default=DOCS, help="folder docs")
    make.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="hari ini, untuk menandai rencana yang tanggalnya sudah lewat",
    )
    return parser


def _check(path: Path) -> int:
    result = load(path)
    for problem in result.problems:
        print(problem)
    rows = f"{len(result.sessions)} sesi dari {result.files} berkas lolos"
    print(f"{rows}; {len(result.problems)} masalah." if result.problems else f"{rows} periksa.")
    return int(result.has_errors)


def _build(data: Path, docs: Path, today: date | None) -> int:
    try:
        written = build(data, docs, today)
    except ScheduleError as failure:
        print(failure)
        print("Halaman jadwal tidak diubah.", file=sys.stderr)
        return 1
    for path in written:
        print(f"ditulis: {relative(path)}")
    if not written:
        print("Halaman jadwal sudah mutakhir.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
