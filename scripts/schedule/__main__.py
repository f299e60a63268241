"""`python -m scripts.schedule check PATH` and `… build`: check the schedule, make its pages.

`check` reads, reports and writes nothing; `build` writes only when every file is sound and only
what has changed. Both end with exit code 1 if there is any error (`--strict`: or warning).
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from scripts.paths import DATA, DOCS, relative
from scripts.schedule.builder import build
from scripts.schedule.checks import load
from scripts.schedule.problems import ScheduleError
from scripts.schedule.reports import FORMATS, report

DATA_DIR = DATA / "jadwal"


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Gives the exit code."""
    options = _parser().parse_args(arguments)
    if options.command == "check":
        return _check(options.path, options.format, options.strict)
    return _build(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.schedule", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="periksa berkas CSV tanpa menulis apa pun")
    check.add_argument("path", type=Path, nargs="?", default=DATA_DIR, help="berkas atau folder")
    make = commands.add_parser("build", help="buat halaman jadwal")
    make.add_argument("--data", type=Path, default=DATA_DIR, help="folder berkas CSV")
    make.add_argument("--docs", type=Path, default=DOCS, help="folder docs")
    make.add_argument("--out", type=Path, help="folder kalender, data, dan tabel")
    make.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="hari ini, untuk menandai rencana yang tanggalnya sudah lewat",
    )
    for command in (check, make):
        command.add_argument("--format", choices=FORMATS, default="text", help="bentuk laporan")
        command.add_argument("--strict", action="store_true", help="peringatan dianggap galat")
    return parser


def _check(path: Path, form: str, strict: bool) -> int:
    result = load(path)
    failed = result.has_errors or (strict and bool(result.problems))
    print(report(result.problems, form, len(result.sourced), result.files, failed))
    return int(failed)


def _build(options: argparse.Namespace) -> int:
    try:
        written = build(options.data, options.docs, options.today, options.out, options.strict)
    except ScheduleError as failure:
        print(report(failure.problems, options.format, 0, 0, failed=True))
        print("Halaman jadwal tidak diubah.", file=sys.stderr)
        return 1
    for path in written:
        print(f"ditulis: {relative(path)}")
    if not written:
        print("Halaman jadwal sudah mutakhir.")
    return 0


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # `… | head` has seen enough; Python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
