"""Building a site in a folder of its own, for benchmark and pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scripts.paths import ROOT

#: The path below which such a site is served, as on GitHub Pages.
BASE = "/bimtek-kpps/"


def build(folder: Path, config: Path = ROOT / "mkdocs.yml") -> None:
    """Build ``config`` into ``folder``. Raises subprocess.CalledProcessError if that fails."""
    environment = {
        **os.environ,
        "SITE_URL": f"https://example.org{BASE}",
        "NO_MKDOCS_2_WARNING": "1",
    }
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(folder)],
        cwd=ROOT,
        env=environment,
        check=True,
    )
