"""A real browser for tests, benchmark and screenshots: Debian's or Chrome, else Playwright's."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Chromium must not call home: tests count every request, and closed networks refuse them.
_FLAGS = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-quic",
)
MISSING = (
    "Peramban tidak ada: pasang Chromium (Debian/Ubuntu: apt install chromium), atau "
    "jalankan `python -m playwright install chromium`, atau isi CHROMIUM=/path/ke/chromium."
)


def executable() -> str | None:
    """Give the path of an installed browser; None means: let Playwright use its own."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)


def launch_options() -> dict[str, Any]:
    """Give the keyword arguments for Playwright's ``chromium.launch``."""
    flags = list(_FLAGS)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses its sandbox to root (containers, CI)
    options: dict[str, Any] = {"args": flags}
    if path := executable():
        options["executable_path"] = path
    return options


def missing() -> str:
    """Give the one line that says what to install, or "" if there is a browser."""
    if path := executable():
        return "" if shutil.which(path) else f"{path} tidak dapat dijalankan. {MISSING}"
    from playwright.sync_api import sync_playwright  # a development package

    with sync_playwright() as playwright:
        return "" if Path(playwright.chromium.executable_path).is_file() else MISSING


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves one folder below one path, as GitHub Pages serves a project's site."""

    base = "/"

    def translate_path(self, path: str) -> str:
        """Give the file for ``path``; one that does not exist for paths outside ``base``."""
        if not path.startswith(self.base):
            return str(Path(self.directory, "outside-the-site"))
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the test reports what it finds."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page, as GitHub Pages does."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(site: Path, base: str = "/") -> Iterator[str]:
    """Serve ``site`` below ``base`` on a free port of 127.0.0.1; give the address of its home."""
    served = type("Served", (_Quiet,), {"base": base})
    handler = functools.partial(served, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
