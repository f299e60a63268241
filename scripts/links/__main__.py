"""``python -m scripts.links internal|external SITE_DIR``: see ``--help``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.links import external, internal
from scripts.links.report import render, summary
from scripts.problems import report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand. Gives 0 if all is well, 1 if links are broken, 2 if it cannot check."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except OSError as error:
        print(error, file=sys.stderr)
        return 2


def check_internal(options: argparse.Namespace) -> int:
    """Print every internal link that leads nowhere; give the exit code."""
    site = internal.read_site(options.site, internal.Base.parse(options.base_path))
    problems = internal.check_site(site)
    code = report(problems)
    verdict = f"{len(problems)} tautan internal rusak" if problems else "semua tautan internal utuh"
    print(f"{len(site.pages)} halaman, {site.link_count} tautan: {verdict}.")
    return code


def check_external(options: argparse.Namespace) -> int:
    """Ask for every external link and write the report; give 1 if any is surely broken.

    Raises OSError if there is no site, or if no server at all answered: then this machine is
    offline, and the links are not to blame.
    """
    if not options.site.is_dir():
        raise FileNotFoundError(
            f"Folder {options.site.as_posix()} tidak ada. Jalankan `make build` lebih dulu."
        )
    links = external.collect(options.site, options.skip)
    results = external.check_all(links, options.timeout, options.jobs)
    if results and not any(result.verdict.answered for result in results):
        raise ConnectionError("Tidak satu peladen pun menjawab: periksa sambungan internet dulu.")
    text = render(results)
    if options.report:
        options.report.write_text(text, encoding="utf-8", newline="\n")
        print(summary(results))
    else:
        print(text, end="")
    return int(any(result.verdict.outcome is external.Outcome.BROKEN for result in results))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.links")
    commands = parser.add_subparsers(required=True, metavar="PERINTAH")
    inside = commands.add_parser("internal", help="tautan di dalam situs: berkas dan id harus ada")
    outside = commands.add_parser("external", help="tautan ke luar situs: tanya peladennya")
    for command in (inside, outside):
        command.add_argument("site", type=Path, metavar="SITE_DIR", help="folder hasil make build")
    _add_internal_options(inside)
    _add_external_options(outside)
    return parser


def _add_internal_options(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=check_internal)
    parser.add_argument(
        "--base-path",
        default="/",
        metavar="ALAMAT",
        help="awal tautan mutlak: path (/bimtek/) atau seluruh alamat situs (bawaan: /)",
    )


def _add_external_options(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=check_external)
    parser.add_argument("--report", type=Path, metavar="BERKAS", help="tulis laporan Markdown")
    parser.add_argument(
        "--timeout", type=float, default=20, metavar="DETIK", help="batas tiap percobaan"
    )
    parser.add_argument("--jobs", type=int, default=8, metavar="N", help="peladen sekaligus")
    parser.add_argument(
        "--skip",
        action="append",
        default=[],
        metavar="AWALAN",
        help="lewati alamat dengan awalan ini (boleh berulang)",
    )


if __name__ == "__main__":
    sys.exit(main())
