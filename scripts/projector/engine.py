"""reveal.js as npm installed it (version and hash: package-lock.json), copied into the site."""

from __future__ import annotations

from pathlib import Path

from scripts.paths import ROOT, write_if_changed

#: Where the site keeps it, below its root; docs/javascripts/situs.js loads it from there.
FOLDER = "javascripts/reveal"
_PACKAGE = ROOT / "node_modules" / "reveal.js"
_FILES = {"dist/reveal.js": "reveal.js", "dist/reveal.css": "reveal.css", "LICENSE": "LICENSE"}

MISSING = (
    "reveal.js belum terpasang, jadi tombol Proyektor tidak akan bekerja: jalankan `make build` "
    "atau `make serve` (bukan mkdocs langsung), atau `npm ci`."
)


def is_installed(package: Path = _PACKAGE) -> bool:
    """Whether every file that the site needs is there."""
    return all((package / name).is_file() for name in _FILES)


def copy_into(site: Path, package: Path = _PACKAGE) -> list[Path]:
    """Copy the engine below ``site``; give the files that changed. Raises OSError if it is not
    installed."""
    written = []
    for name, copied in _FILES.items():
        target = site / FOLDER / copied
        if write_if_changed(target, (package / name).read_bytes()):
            written.append(target)
    return written
