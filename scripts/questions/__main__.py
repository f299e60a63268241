"""``python -m scripts.questions check [FILE …]`` reads the question bank and reports;
``… paper --seed N`` draws two forms and shows which questions and answers they hold, with
``--out FOLDER`` it writes them there. Exit code 1 if a question is wrong."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.legal import register
from scripts.paths import DOCS, relative
from scripts.problems import report
from scripts.questions import model
from scripts.questions.checks import PER_MODULE, TOTAL
from scripts.questions.pages import load, write_papers
from scripts.questions.papers import draw


def main(arguments: list[str] | None = None) -> int:
    """Command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.questions", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="periksa soal tanpa menulis apa pun")
    checking.add_argument("files", nargs="*", type=Path, help="laporkan berkas ini saja")
    drawing = commands.add_parser("paper", help="undi naskah A dan B dengan benih sendiri")
    drawing.add_argument("--seed", type=int, help="benih; tanpa ini benih data/soal/tes.yml")
    drawing.add_argument("--out", type=Path, help="folder tujuan; tanpa ini hanya ditampilkan")
    for command in (checking, drawing):
        command.add_argument("--data", type=Path, default=model.FOLDER, help="folder soal")
        command.add_argument("--docs", type=Path, default=DOCS, help="folder docs")
    options = parser.parse_args(arguments)
    known, _ = register.load()
    bank, problems = load(known, options.docs, options.data)
    if options.command == "check":
        only = {relative(path) for path in options.files}
        code = report([problem for problem in problems if not only or problem.file in only])
        print(f"{len(bank.questions)} soal terbaca (sedikitnya {TOTAL}, {PER_MODULE} tiap modul).")
        return code
    if report(problems):
        print("Naskah tidak dibuat.", file=sys.stderr)
        return 1
    seed = bank.settings.benih if options.seed is None else options.seed
    for paper in draw(bank, seed):
        ids = " ".join(f"{item.question.id}:{item.letter}" for item in paper.items)
        print(f"{paper.name} ({len(paper.items)} soal, bobot {paper.weight}): {ids}")
    if options.out:
        for path in write_papers(bank, seed, known, options.docs, options.out):
            print(f"ditulis: {relative(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
