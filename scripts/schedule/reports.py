"""Findings for a person (text), a program (JSON) or a pull request (GitHub's annotations)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from scripts.problems import Severity
from scripts.schedule.codes import CODES
from scripts.schedule.problems import ScheduleProblem

FORMATS = ("text", "json", "github")


def report(
    problems: Sequence[ScheduleProblem], form: str, sessions: int, files: int, failed: bool
) -> str:
    """Give the findings in `form`: one a line for text and github, one document for json."""
    if form == "json":
        return _json(problems, sessions, files, failed)
    lines = [str(problem) for problem in problems]
    if form == "github":
        lines = [_annotation(problem) for problem in problems]
    return "\n".join([*lines, _summary(problems, sessions, files)])


def _summary(problems: Iterable[ScheduleProblem], sessions: int, files: int) -> str:
    found = list(problems)
    rows = f"{sessions} sesi dari {files} berkas lolos"
    if not found:
        return f"{rows} periksa."
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    return f"{rows}; {errors} galat, {len(found) - errors} peringatan."


def _json(problems: Iterable[ScheduleProblem], sessions: int, files: int, failed: bool) -> str:
    document = {
        "versi": 1,
        "lolos": not failed,
        "sesi": sessions,
        "berkas": files,
        "masalah": [
            {
                "berkas": problem.file,
                "baris": problem.line,
                "kolom": problem.column,
                "kode": problem.code,
                "tingkat": problem.severity.value,
                "judul": CODES[problem.code].title["id"],
                "pesan": problem.message,
                "nama_kolom": problem.field,
                "sel": problem.cell,
                "seharusnya": problem.expected,
                "saran": problem.suggestion,
                "penjelasan": problem.anchor,
            }
            for problem in problems
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _annotation(problem: ScheduleProblem) -> str:
    """Give a workflow command: GitHub shows it beside the line of the pull request."""
    kind = "error" if problem.severity is Severity.ERROR else "warning"
    title = f"{problem.code}: {CODES[problem.code].title['id']}"
    fields = {"file": problem.file, "line": problem.line, "col": problem.column, "title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{kind} {properties}::{_data(problem.message)}"


def _data(text: str) -> str:
    """Escape as GitHub's toolkit does: a cell must not start another workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
