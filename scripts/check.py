"""``make check``: everything that can be checked in seconds, without a browser."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from scripts.paths import ROOT


def _tool(name: str) -> str:
    """Give the path of a program that a wheel put beside our Python."""
    return str(Path(sys.executable).with_name(name))


def _workflows() -> list[str]:
    """Name the files: actionlint then needs no git and finds the same everywhere."""
    return [str(path) for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))]


#: (name, command). Each runs even when one before it failed: all findings in one go.
STEPS: tuple[tuple[str, Sequence[str]], ...] = (
    ("isi halaman dan data di baliknya", (sys.executable, "-m", "scripts.content")),
    ("jadwal", (sys.executable, "-m", "scripts.schedule", "check", "data/jadwal")),
    ("ruff", (sys.executable, "-m", "ruff", "check", "scripts", "tests")),
    ("ruff format", (sys.executable, "-m", "ruff", "format", "--check", "scripts", "tests")),
    ("mypy", (sys.executable, "-m", "mypy")),
    ("actionlint", (_tool("actionlint"), "-shellcheck=", "-pyflakes=", *_workflows())),
    ("zizmor", (_tool("zizmor"), "--offline", "--quiet", ".github")),
)


def main() -> int:
    """Run every step; give 1 if one of them failed."""
    failed = []
    for name, command in STEPS:
        start = time.perf_counter()
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        state = "ok" if code == 0 else f"GAGAL ({code})"
        print(f"{name}: {state}, {time.perf_counter() - start:.1f} s", flush=True)
        if code:
            failed.append(name)
    if failed:
        print(f"Belum benar: {', '.join(failed)}.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
