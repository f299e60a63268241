"""Internal links of the built site: every file and every anchor they name must exist."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from scripts.links.pages import Link, Page, find_pages, read_page
from scripts.problems import Problem

NOT_FOUND_PAGE = "404.html"
_WITH_ANCHORS = (".html", ".svg")


@dataclass(frozen=True)
class Base:
    """Where the site is served: ``path`` starts and ends with a slash.

    ``origin`` (``https://host``) is empty if only the path is known; if it is known, links
    that spell out the site's own address count as internal.
    """

    path: str = "/"
    origin: str = ""

    @classmethod
    def parse(cls, text: str) -> "Base":
        """Read a path (``/bimtek/``) or the whole address of the site (``https://…/bimtek/``)."""
        parts = urlsplit(text)
        path = f"/{parts.path.strip('/')}/".replace("//", "/")
        return cls(path, f"{parts.scheme}://{parts.netloc}" if parts.netloc else "")


class BrokenLinkError(Exception):
    """A link leads nowhere. Holds the stable code and the message for the contributor."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Site:
    """The built site: its files, its pages by path, and where it is served."""

    folder: Path
    files: frozenset[str]
    pages: dict[str, Page]
    base: Base

    @property
    def link_count(self) -> int:
        """How many addresses the pages hold, internal or not."""
        return sum(len(page.links) for page in self.pages.values())


def read_site(folder: Path, base: Base) -> Site:
    """Read every page of the built site in ``folder``.

    Raises FileNotFoundError, with a message for the contributor, if no page is there.
    """
    pages = {path: read_page(folder, path) for path in find_pages(folder)}
    if not pages:
        raise FileNotFoundError(
            f"Tidak ada halaman HTML di {folder.as_posix()}. Jalankan `make build` lebih dulu."
        )
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return Site(folder, frozenset(files), pages, base)


def check_site(site: Site) -> list[Problem]:
    """Give one problem for each page and address that leads nowhere, sorted by place."""
    problems = (problem for page in site.pages.values() for problem in _check_page(site, page))
    return sorted(problems)


def _check_page(site: Site, page: Page) -> Iterator[Problem]:
    seen: set[str] = set()
    for link in page.links:
        if link.url in seen:
            continue
        seen.add(link.url)
        try:
            check_link(site, page, link)
        except BrokenLinkError as error:
            file = (site.folder / page.path).as_posix()
            yield Problem(file, link.line, link.column, error.code, str(error))


def check_link(site: Site, page: Page, link: Link) -> None:
    """Pass a ``link`` of ``page`` that is external or leads to something that exists.

    Raises BrokenLinkError (TAU001 to TAU005) otherwise.
    """
    try:
        parts = urlsplit(link.url)
    except ValueError as error:
        raise BrokenLinkError(
            "TAU005", f'alamat "{link.url}" tidak dapat dibaca. Tulis ulang alamatnya.'
        ) from error
    if _is_elsewhere(parts, site.base):
        return
    target = _resolve(site, page, link, parts)
    if parts.fragment and target.endswith(_WITH_ANCHORS):
        _check_anchor(site, link, target, parts.fragment)


def _is_elsewhere(parts: SplitResult, base: Base) -> bool:
    """Tell whether an address leaves the site: another scheme, host, or site of the same host."""
    if not parts.scheme and not parts.netloc:
        return False
    own = bool(base.origin) and f"{parts.scheme}://{parts.netloc}" == base.origin
    return not (own and f"{parts.path}/".startswith(base.path))


def _resolve(site: Site, page: Page, link: Link, parts: SplitResult) -> str:
    """Give the file of the site that ``link`` opens. Raises BrokenLinkError if there is none."""
    target = _target(site.base, page, link, parts)
    folder_index = posixpath.join(target, "index.html").removeprefix("./")
    candidates = [folder_index] if parts.path.endswith("/") else [target, folder_index]
    for candidate in candidates:
        if candidate in site.files:
            return candidate
    raise BrokenLinkError(
        "TAU001",
        f'tautan "{link.url}" menuju {candidates[0]}, yang tidak ada di situs. '
        "Perbaiki alamatnya (huruf besar dan kecil berbeda), atau buat halamannya.",
    )


def _target(base: Base, page: Page, link: Link, parts: SplitResult) -> str:
    """Give the path, relative to the site, that ``link`` names where it stands."""
    path = unquote(parts.path)
    if parts.netloc or path.startswith("/"):
        return _without_base(base, link, path)
    if not path:
        return page.path
    if page.path == NOT_FOUND_PAGE:
        raise BrokenLinkError(
            "TAU004",
            f'tautan "{link.url}" di {NOT_FOUND_PAGE} relatif, padahal halaman itu tampil di '
            f"alamat sedalam apa pun. Tulis tautan mutlak yang diawali {base.path}",
        )
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if target.startswith(".."):
        raise BrokenLinkError(
            "TAU003", f'tautan "{link.url}" naik melewati folder akar situs. Kurangi "../"-nya.'
        )
    return target


def _without_base(base: Base, link: Link, path: str) -> str:
    if f"{path}/" == base.path:
        return "."
    if not path.startswith(base.path):
        raise BrokenLinkError(
            "TAU003",
            f'tautan mutlak "{link.url}" keluar dari situs, yang alamatnya diawali {base.path}. '
            "Pakai tautan relatif.",
        )
    return posixpath.normpath(path.removeprefix(base.path) or ".")


def _check_anchor(site: Site, link: Link, target: str, fragment: str) -> None:
    name = unquote(fragment).partition(":~:")[0]
    page = site.pages.get(target) or read_page(site.folder, target)
    if not name or name.lower() == "top" or name in page.anchors:
        return
    near = get_close_matches(name, page.anchors, n=1)
    hint = f' Mungkin maksudnya "#{near[0]}".' if near else ""
    raise BrokenLinkError(
        "TAU002",
        f'tautan "{link.url}" menuju bagian "#{name}", tetapi tidak ada id itu di {target}.{hint} '
        "Samakan dengan id judul di halaman tujuan.",
    )
