"""Links that leave the site: collected once each, and asked of their servers."""

import socket
import ssl
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from scripts.links.pages import Page, find_pages, read_page

USER_AGENT = "bimtek-kpps-link-check/1.0"
GIVE_UP_AFTER = 3  # a host that stayed silent so often in a row is not asked again
_GONE = {404: "404, halaman tidak ada", 410: "410, halaman sudah dihapus"}
_REFUSED = {401: "401, perlu masuk", 403: "403, ditolak", 429: "429, terlalu sering ditanya"}
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_UNKNOWN_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Outcome(StrEnum):
    """What is known of a link; the value is the word the report uses."""

    OK = "utuh"
    BROKEN = "rusak"
    UNCERTAIN = "tidak pasti"


@dataclass(frozen=True)
class Verdict:
    """The outcome for one address, why, and whether any server answered at all."""

    outcome: Outcome
    reason: str = ""
    answered: bool = True


@dataclass(frozen=True)
class Result:
    """An address, the pages that use it (sorted) and the verdict."""

    url: str
    pages: tuple[str, ...]
    verdict: Verdict


def collect(folder: Path, skip: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """Give each external address of the site in ``folder`` with the pages that use it.

    Fragments are dropped; addresses that start with one of ``skip`` are left out, and so are
    ``<link>`` elements (canonical and alternate addresses of the site itself).
    """
    prefixes = tuple(skip)
    pages: dict[str, set[str]] = defaultdict(set)
    for path in find_pages(folder):
        for url in _external_urls(read_page(folder, path)):
            if not url.startswith(prefixes):
                pages[url].add(path)
    return {url: tuple(sorted(pages[url])) for url in sorted(pages)}


def _external_urls(page: Page) -> Iterator[str]:
    for link in page.links:
        if link.tag == "link":
            continue
        url = f"https:{link.url}" if link.url.startswith("//") else link.url.strip()
        if url.lower().startswith(("http://", "https://")):
            yield urldefrag(url).url


def check_all(links: Mapping[str, tuple[str, ...]], timeout: float, jobs: int) -> list[Result]:
    """Ask for every address of ``links`` (see ``collect``); give the results by address.

    ``jobs`` hosts are asked at a time, each host for one address at a time, ``timeout``
    seconds for each try.
    """
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in links:
        hosts[_host(url)].append(url)
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        batches = pool.map(lambda urls: _check_host(urls, timeout), hosts.values())
        verdicts = dict(pair for batch in batches for pair in batch)
    return [Result(url, links[url], verdicts[url]) for url in sorted(links)]


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def _check_host(urls: list[str], timeout: float) -> list[tuple[str, Verdict]]:
    """Ask one host for its addresses in turn, and stop asking one that never answers."""
    verdicts: list[tuple[str, Verdict]] = []
    silent = 0
    for url in urls:
        if silent >= GIVE_UP_AFTER:
            reason = f"dilewati: peladen diam {GIVE_UP_AFTER} kali berturut-turut"
            verdicts.append((url, Verdict(Outcome.UNCERTAIN, reason, answered=False)))
            continue
        verdict = check_url(url, timeout)
        silent = 0 if verdict.answered else silent + 1
        verdicts.append((url, verdict))
    return verdicts


def check_url(url: str, timeout: float) -> Verdict:
    """Ask for ``url`` with HEAD and, unless that settles it, with GET. Never raises."""
    verdict = _ask(url, "HEAD", timeout)
    unreachable = verdict.outcome is Outcome.BROKEN and not verdict.answered
    settled = unreachable or verdict.outcome is Outcome.OK
    return verdict if settled else _ask(url, "GET", timeout)


def _ask(url: str, method: str, timeout: float) -> Verdict:
    try:
        request = Request(_ascii(url), method=method, headers={"User-Agent": USER_AGENT})
        with urlopen(request, timeout=timeout):
            return Verdict(Outcome.OK)
    except HTTPError as error:
        error.close()
        return _judge_status(error.code)
    except (OSError, HTTPException) as error:
        return _judge_failure(error, timeout)
    except ValueError:
        return Verdict(Outcome.BROKEN, "alamat tidak sah", answered=False)


def _judge_status(code: int) -> Verdict:
    if code in _GONE:
        return Verdict(Outcome.BROKEN, _GONE[code])
    fallback = f"{code}, galat peladen" if code >= 500 else f"{code}, jawaban tak terduga"
    return Verdict(Outcome.UNCERTAIN, _REFUSED.get(code, fallback))


def _judge_failure(error: Exception, timeout: float) -> Verdict:
    """Say in fixed words why no answer came, so that equal failures read equal every week."""
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, socket.gaierror) and cause.errno in _UNKNOWN_HOST:
        return Verdict(Outcome.BROKEN, "nama peladen tidak dikenal (DNS)", answered=False)
    if isinstance(cause, TimeoutError):
        reason = f"tidak menjawab dalam {timeout:g} detik"
    elif isinstance(cause, ssl.SSLCertVerificationError):
        reason = "sertifikat TLS tidak dapat diverifikasi"
    else:
        reason = "sambungan gagal"
    return Verdict(Outcome.UNCERTAIN, reason, answered=False)


def _ascii(url: str) -> str:
    """Spell ``url`` with the characters that HTTP allows. Raises ValueError if it has no host."""
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError(url)
    host = parts.hostname.encode("idna").decode("ascii")
    if parts.port:
        host = f"{host}:{parts.port}"
    return urlunsplit((parts.scheme, host, quote(parts.path, _SAFE), quote(parts.query, _SAFE), ""))
