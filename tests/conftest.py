"""What several tests share: the built site, and a copy of it with translations missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from scripts.generate import generate
from scripts.paths import DOCS, LANGUAGES, ROOT, SOURCE_LANGUAGE
from scripts.translations.__main__ import accept

#: Built as GitHub Pages serves it: below a path, not at the root of a host.
BASE = "/bimtek-kpps/"
SITE_URL = f"https://example.org{BASE}"


@dataclass(frozen=True)
class Built:
    """A finished build: its folder and what MkDocs printed."""

    folder: Path
    log: str

    def html(self, url: str) -> str:
        """The HTML of the page at ``url`` (relative to the site's root, ending in a slash)."""
        return (self.folder / url / "index.html").read_text(encoding="utf-8")


def build(
    folder: Path, *arguments: str, cwd: Path = ROOT, repo: str = "", **settings: str
) -> Built:
    """Build the site in ``cwd`` into ``folder``; fail the test with the log if that fails.

    ``settings`` are environment variables that mkdocs.yml reads.
    """
    environment = {**os.environ, "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1", **settings}
    environment.pop("REPO_URL", None)
    if repo:
        environment["REPO_URL"] = repo
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder), *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"mkdocs build gagal:\n{done.stdout}\n{done.stderr}"
    return Built(folder, done.stdout + done.stderr)


def copy_project(folder: Path) -> Path:
    """Copy what a build needs into ``folder``, for tests that change it; give ``folder``."""
    for name in ("docs", "overrides", "data", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "node_modules", folder / "node_modules")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    generate(folder / "docs")
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole site, built strictly."""
    return build(tmp_path_factory.mktemp("situs"), "--strict")


@pytest.fixture(scope="session")
def usb_stick(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The build for a USB stick (``make offline``): pages are files, opened without a server."""
    return build(tmp_path_factory.mktemp("usb"), "--strict", DIRECTORY_URLS="false")


#: Pages whose English version the copy lacks, has from an older state, or has up to date.
MISSING, STALE, CURRENT = "modul/05-pemungutan-suara.md", "tentang.md", "referensi/index.md"


#: The copy is built for a fork: every link to the repository must follow.
OTHER_REPO = "https://github.com/contoh-cabang/situs"


@pytest.fixture(scope="session")
def gappy_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A copy of the project in which one English page is missing and one is behind."""
    copy = copy_project(tmp_path_factory.mktemp("salinan"))
    for name in (MISSING, "index.md"):
        (copy / "docs/en" / name).unlink(missing_ok=True)
    # Whatever the state of the project, this pair is up to date and the other one is not.
    accept(copy / "docs/en" / CURRENT, copy / "docs")
    stale = copy / "docs/id" / STALE
    stale.write_text(stale.read_text(encoding="utf-8") + "\nKalimat baru.\n", encoding="utf-8")
    return build(tmp_path_factory.mktemp("situs-berlubang"), "--strict", cwd=copy, repo=OTHER_REPO)


@cache
def _generated() -> None:
    """Write the generated pages, so that a test run in a fresh clone knows them all."""
    generate()


def page_urls() -> list[str]:
    """The address of every page, relative to the site's root: from the files, not from the site.

    A page whose translation is still missing is not among them: nobody who adds an Indonesian
    page is stopped by English, and how such a page looks is tested on a copy (``gappy_site``).
    """
    _generated()
    urls = []
    for language in LANGUAGES:
        folder = DOCS / language
        names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
        prefix = "" if language == SOURCE_LANGUAGE else f"{language}/"
        for name in sorted(names):
            stem = name.removesuffix(".md").removesuffix("index").rstrip("/")
            urls.append(f"{prefix}{stem}/" if stem else prefix)
    return urls
