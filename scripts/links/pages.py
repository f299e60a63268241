"""Built HTML pages, reduced to what link checks need: their links and their anchors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

# None: on every element; otherwise only there.
_URL_ATTRIBUTES: dict[str, frozenset[str] | None] = {
    "href": None,
    "xlink:href": None,
    "src": None,
    "poster": None,
    "data": frozenset({"object"}),
    "action": frozenset({"form"}),
}
_REFRESH_URL = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_Attributes = dict[str, str]


@dataclass(frozen=True)
class Link:
    """One address on a page: as written (entities decoded), where, and in which element."""

    url: str
    tag: str
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """One page. ``path`` is relative to the site, with slashes; ``anchors`` are its ids."""

    path: str
    links: tuple[Link, ...]
    anchors: frozenset[str]


def find_pages(site: Path) -> list[str]:
    """Give the paths of all HTML pages below ``site``, relative to it and sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def read_page(site: Path, path: str) -> Page:
    """Read the page ``path`` of ``site``. Raises OSError if it cannot be read."""
    return parse_page(path, (site / path).read_text(encoding="utf-8", errors="replace"))


def parse_page(path: str, html: str) -> Page:
    """Give the links and anchors of ``html``, which is the page at ``path``."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return Page(path, tuple(collector.links), frozenset(collector.anchors))


class _Collector(HTMLParser):
    """Gathers links in the order of the page, and every id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value for name, value in attrs if value is not None}
        self.anchors.update(_anchors(tag, attributes))
        line, offset = self.getpos()
        self.links.extend(Link(url, tag, line, offset + 1) for url in _urls(tag, attributes))


def _anchors(tag: str, attributes: _Attributes) -> Iterator[str]:
    if "id" in attributes:
        yield attributes["id"]
    if tag == "a" and "name" in attributes:
        yield attributes["name"]


def _urls(tag: str, attributes: _Attributes) -> Iterator[str]:
    for name, only in _URL_ATTRIBUTES.items():
        if name in attributes and (only is None or tag in only):
            yield attributes[name]
    yield from _srcset(attributes.get("srcset", ""))
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield from _REFRESH_URL.findall(attributes.get("content", ""))


def _srcset(value: str) -> Iterator[str]:
    """Give the addresses of a ``srcset``: before each comma, without width or density."""
    for candidate in re.split(r",\s+", value.strip()):
        if candidate:
            yield candidate.split()[0].rstrip(",")
