"""``make lock``: pin requirements*.in with hashes, for every platform and Python ≥ 3.11."""

from __future__ import annotations

import subprocess
import sys

from scripts.paths import ROOT

_COMMAND = (
    sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal",
    "--python-version", "3.11.0", "--generate-hashes", "--no-emit-index-url",
    "--custom-compile-command", "make lock",
)  # fmt: skip


def main() -> int:
    """Compile the files; give the first exit code that is not 0."""
    for name in ("requirements", "requirements-dev", "requirements-npm"):
        done = subprocess.run(
            [*_COMMAND, f"{name}.in", "--output-file", f"{name}.txt"], cwd=ROOT, check=False
        )
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
