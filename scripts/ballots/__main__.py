"""``python -m scripts.ballots check`` reads the ballot cases and reports; ``… build`` also writes
the drawings and the catalogue page. Both end with exit code 1 if a case is wrong."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.ballots import model
from scripts.ballots.pages import build, load, quiz
from scripts.legal import register
from scripts.paths import DOCS, relative
from scripts.problems import report


def main(arguments: list[str] | None = None) -> int:
    """Command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.ballots", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="periksa kasus tanpa menulis apa pun")
    making = commands.add_parser("build", help="buat gambar dan halaman kasus")
    for command in (checking, making):
        command.add_argument("--data", type=Path, default=model.PATH, help="berkas kasus")
    making.add_argument("--docs", type=Path, default=DOCS, help="folder docs")
    options = parser.parse_args(arguments)
    known, _ = register.load()
    cases, problems = load(known, options.data)
    if report(problems):
        print("Gambar dan halaman kasus tidak diubah.", file=sys.stderr)
        return 1
    if options.command == "check":
        print(f"{len(cases)} kasus benar, {len(quiz(cases))} di antaranya untuk kuis.")
        return 0
    for path in build(cases, known, options.docs):
        print(f"ditulis: {relative(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
