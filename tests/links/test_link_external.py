"""External links, asked of a server on this machine."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError

import pytest

from scripts.links import external
from scripts.links.__main__ import main
from scripts.links.external import Outcome, check_all, check_url, collect

STATUS = {"/ada": 200, "/pindah": 301, "/hilang": 404, "/dihapus": 410, "/dilarang": 403}
STATUS |= {"/sering": 429, "/rusak": 503, "/aneh": 400, "/tanpa-head": 200, "/b%20c%C3%A9": 200}


class _Handler(BaseHTTPRequestHandler):
    """Answers with the status that ``STATUS`` gives the path; ``/diam`` does not answer."""

    requests: list[tuple[str, str, str]]
    release: Event

    def do_HEAD(self) -> None:
        refused = self.path in ("/tanpa-head", "/hilang-tanpa-head")
        self._answer(405 if refused else STATUS.get(self.path, 404))

    def do_GET(self) -> None:
        self._answer(STATUS.get(self.path, 404))

    def _answer(self, status: int) -> None:
        self.requests.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path.startswith("/diam"):
            self.release.wait(10)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/ada")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> type[_Handler]:
    """Give a fresh handler class that records its requests; no proxy stands in between."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return type("Handler", (_Handler,), {"requests": [], "release": Event()})


@pytest.fixture
def server(handler: type[_Handler]) -> Iterator[str]:
    """Serve ``handler`` on 127.0.0.1; give the address without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        thread = Thread(target=httpd.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        handler.release.set()
        httpd.shutdown()
        thread.join()


def write_page(folder: Path, path: str, *urls: str) -> None:
    """Write the page ``path`` with one link for each of ``urls``."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    html = "".join(f'<a href="{url}">x</a>' for url in urls)
    (folder / path).write_text(html, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "outcome", "word"),
    [
        ("/ada", Outcome.OK, ""),
        ("/pindah", Outcome.OK, ""),
        ("/tanpa-head", Outcome.OK, ""),
        ("/b cé", Outcome.OK, ""),
        ("/hilang", Outcome.BROKEN, "404"),
        ("/hilang-tanpa-head", Outcome.BROKEN, "404"),
        ("/dihapus", Outcome.BROKEN, "410"),
        ("/dilarang", Outcome.UNCERTAIN, "403, ditolak"),
        ("/sering", Outcome.UNCERTAIN, "429"),
        ("/rusak", Outcome.UNCERTAIN, "503, galat peladen"),
        ("/aneh", Outcome.UNCERTAIN, "400, jawaban tak terduga"),
    ],
)
def test_status_decides(server: str, path: str, outcome: Outcome, word: str) -> None:
    verdict = check_url(server + path, timeout=5)
    assert verdict.outcome is outcome
    assert word in verdict.reason


def test_head_comes_first_and_get_only_when_needed(server: str, handler: type[_Handler]) -> None:
    check_url(f"{server}/ada", timeout=5)
    check_url(f"{server}/tanpa-head", timeout=5)
    assert [request[:2] for request in handler.requests] == [
        ("HEAD", "/ada"),
        ("HEAD", "/tanpa-head"),
        ("GET", "/tanpa-head"),
    ]
    assert {agent for *_, agent in handler.requests} == {external.USER_AGENT}


def test_silent_server_is_uncertain(server: str) -> None:
    verdict = check_url(f"{server}/diam", timeout=0.2)
    assert verdict.outcome is Outcome.UNCERTAIN
    assert verdict.reason == "tidak menjawab dalam 0.2 detik"


def test_refused_connection_is_uncertain() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        verdict = check_url(f"http://127.0.0.1:{unused.getsockname()[1]}/", timeout=2)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNCERTAIN, "sambungan gagal")


@pytest.mark.parametrize(
    ("number", "outcome"),
    [(socket.EAI_NONAME, Outcome.BROKEN), (socket.EAI_AGAIN, Outcome.UNCERTAIN)],
)
def test_unknown_host_is_broken_but_a_failing_resolver_is_not(
    monkeypatch: pytest.MonkeyPatch, number: int, outcome: Outcome
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise URLError(socket.gaierror(number, "DNS"))

    monkeypatch.setattr(external, "urlopen", fail)
    assert check_url("https://tidak-ada.invalid/", timeout=1).outcome is outcome


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://x:port/", f"http://{'a' * 70}/"])
def test_unusable_address_is_broken(url: str) -> None:
    verdict = check_url(url, timeout=1)
    assert (verdict.outcome, verdict.reason) == (Outcome.BROKEN, "alamat tidak sah")


def test_host_that_stays_silent_is_given_up(server: str, handler: type[_Handler]) -> None:
    links = {f"{server}/diam{number}": ("index.html",) for number in range(5)}
    results = check_all(links, timeout=0.1, jobs=2)
    assert {result.verdict.outcome for result in results} == {Outcome.UNCERTAIN}
    assert ["dilewati" in result.verdict.reason for result in results] == [False] * 3 + [True] * 2
    assert {path for _, path, _ in handler.requests} == {"/diam0", "/diam1", "/diam2"}


def test_each_address_is_collected_once_with_its_pages(tmp_path: Path) -> None:
    write_page(tmp_path, "b/index.html", "https://x.id/a#satu", "https://wa.me/?text=a")
    write_page(tmp_path, "a/index.html", "https://x.id/a#dua", "//x.id/b", "../b/", "mailto:a@b")
    (tmp_path / "c.html").write_text('<link rel="canonical" href="https://x.id/c">')
    assert collect(tmp_path, skip=["https://wa.me/"]) == {
        "https://x.id/a": ("a/index.html", "b/index.html"),
        "https://x.id/b": ("a/index.html",),
    }


def test_command_writes_the_same_report_twice(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, first, second = tmp_path / "site", tmp_path / "1.md", tmp_path / "2.md"
    write_page(site, "index.html", f"{server}/ada", f"{server}/hilang", f"{server}/dilarang")
    for file in (first, second):
        assert main(["external", str(site), "--report", str(file), "--timeout", "5"]) == 1
    assert first.read_bytes() == second.read_bytes()
    assert "3 tautan luar di 1 halaman: 1 utuh, 1 rusak, 1 tidak pasti." in capsys.readouterr().out


def test_command_passes_when_nothing_is_surely_broken(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_page(tmp_path, "index.html", f"{server}/ada", f"{server}/dilarang")
    assert main(["external", str(tmp_path), "--timeout", "5"]) == 0
    assert "## Tidak pasti (1)" in capsys.readouterr().out


def test_command_blames_the_connection_when_no_server_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise URLError(socket.gaierror(socket.EAI_NONAME, "DNS"))

    monkeypatch.setattr(external, "urlopen", fail)
    write_page(tmp_path, "index.html", "https://a.id/", "https://b.id/")
    assert main(["external", str(tmp_path)]) == 2
    assert "sambungan internet" in capsys.readouterr().err


def test_command_says_when_there_is_no_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["external", str(tmp_path / "site")]) == 2
    assert "make build" in capsys.readouterr().err
