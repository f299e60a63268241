"""``mkdocs serve``: edits to text, data and templates show up, and nothing rebuilds for ever."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import copy_project


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(condition: Callable[[], bool], what: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.3)
    pytest.fail(f"{what}: tidak terjadi dalam {seconds:.0f} detik")


class Served:
    """A copy of the project being served with live reload."""

    def __init__(self, folder: Path, log: Path, port: int) -> None:
        self.folder, self._log, self._home = folder, log, f"http://127.0.0.1:{port}/bimtek-kpps/"

    def text(self, url: str) -> str:
        try:
            with urllib.request.urlopen(self._home + url, timeout=20) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    def builds(self) -> int:
        """How often the whole site was built so far (the first time included)."""
        return len(re.findall(r"Documentation built in", self._log.read_text(encoding="utf-8")))

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a copy, so that the test never edits the project itself."""
    folder = copy_project(tmp_path_factory.mktemp("proyek"))
    log = tmp_path_factory.mktemp("catatan") / "serve.log"
    port = _free_port()
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        server = Served(folder, log, port)
        try:
            _wait(lambda: "<h1" in server.text(""), "beranda tampil")
            yield server
        finally:
            process.terminate()
            process.wait(20)


@pytest.mark.parametrize(
    ("name", "old", "new", "url"),
    [
        (
            "docs/id/tentang.md",
            "Bukan situs resmi KPU",
            "Bukan situs resmi KPU sama sekali",
            "tentang/",
        ),
        (
            "data/jadwal/pemilu-2024.csv",
            "Gedung Serba Guna",
            "Gedung Serba Guna Baru",
            "jadwal/17/",
        ),
        (
            "data/dasar-hukum.csv",
            "Pemilih dapat meminta",
            "Setiap pemilih dapat meminta",
            "referensi/dasar-hukum/",
        ),
        (
            "overrides/partials/teks.html",
            "Kirim lewat WhatsApp",
            "Kirimkan lewat WhatsApp",
            "tentang/",
        ),
        (
            "docs/stylesheets/situs.css",
            "--garis: #d9d5e6",
            "--garis: #d9d5e7",
            "stylesheets/situs.css",
        ),
    ],
)
def test_edit_shows_without_restart_or_loop(
    served: Served, name: str, old: str, new: str, url: str
) -> None:
    before = served.builds()
    served.edit(name, old, new)
    _wait(lambda: new in served.text(url), f"perubahan {name} tampil")
    time.sleep(4)  # a loop would show itself as one build after another
    assert served.builds() - before <= 2, "bangun ulang berputar-putar"
