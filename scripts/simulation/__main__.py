"""``python -m scripts.simulation check`` reads cards and packs and reports; ``… build`` also writes
the sheets and the answers. Both end with exit code 1 if something is wrong."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts import ballots
from scripts.legal import register
from scripts.paths import DOCS, relative
from scripts.problems import report
from scripts.simulation import model
from scripts.simulation.pages import build, load


def main(arguments: list[str] | None = None) -> int:
    """Command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.simulation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="periksa kartu dan paket tanpa menulis apa pun")
    making = commands.add_parser("build", help="buat lembar dan halaman jawaban")
    for command in (checking, making):
        command.add_argument("--cards", type=Path, default=model.CARDS, help="berkas kartu")
        command.add_argument("--packs", type=Path, default=model.PACKS, help="berkas paket hitung")
    making.add_argument("--docs", type=Path, default=DOCS, help="folder docs")
    options = parser.parse_args(arguments)
    known, _ = register.load()
    cases, in_cases = ballots.load(known)
    simulation, problems = load(known, cases, options.cards, options.packs)
    if report([*in_cases, *problems]):
        print("Halaman simulasi tidak diubah.", file=sys.stderr)
        return 1
    if options.command == "check":
        print(f"{len(simulation.cards)} kartu dan {len(simulation.packs)} paket hitung benar.")
        return 0
    for path in build(simulation, known, options.docs):
        print(f"ditulis: {relative(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
