"""``python -m scripts.sessions check`` reads the session plans and reports; ``… build`` also
writes their pages. Both end with exit code 1 if a plan is wrong."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.legal import register
from scripts.paths import DOCS, relative
from scripts.problems import report
from scripts.sessions import model
from scripts.sessions.pages import build, load


def main(arguments: list[str] | None = None) -> int:
    """Command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.sessions", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="periksa rencana tanpa menulis apa pun")
    making = commands.add_parser("build", help="buat halaman rencana sesi")
    for command in (checking, making):
        command.add_argument("--data", type=Path, default=model.FOLDER, help="folder rencana")
        command.add_argument("--docs", type=Path, default=DOCS, help="folder docs")
    options = parser.parse_args(arguments)
    plans, problems = load(options.docs, options.data)
    if report(problems):
        print("Halaman rencana sesi tidak diubah.", file=sys.stderr)
        return 1
    if options.command == "check":
        for plan in plans:
            print(
                f"{plan.name}: {plan.menit} menit, {len(plan.blocks)} blok, "
                f"mencoba {plan.share_of_doing} %"
            )
        return 0
    known, _ = register.load()
    for path in build(plans, known, options.docs):
        print(f"ditulis: {relative(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
