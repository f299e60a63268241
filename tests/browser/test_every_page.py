"""Every page of the site in a real browser: accessible, private, narrow, quiet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.browser import serve
from tests.browser.sweep import SCHEMES, Visit, schemes, sweep
from tests.conftest import BASE, Built, page_urls

URLS = [*page_urls(), "tidak-ada/sama-sekali/"]


@pytest.fixture(scope="module")
def visits(site: Built) -> Iterator[dict[str, Visit]]:
    """What the browser saw on every page, and on one that does not exist (404)."""
    with serve(site.folder, BASE) as home:
        yield sweep(home, URLS)


def test_pages_with_a_notice_are_as_accessible(gappy_site: Built) -> None:
    urls = ["en/modul/05-pemungutan-suara/", "en/", "en/tentang/"]
    with serve(gappy_site.folder, BASE) as home:
        seen = sweep(home, urls, lambda url: SCHEMES)
    assert {url: visit.axe for url, visit in seen.items()} == {
        url: {"light": [], "dark": []} for url in urls
    }


@pytest.mark.parametrize(
    ("url", "scheme"), [(url, scheme) for url in URLS for scheme in schemes(url)]
)
def test_axe_finds_nothing(visits: dict[str, Visit], url: str, scheme: str) -> None:
    assert not visits[url].axe[scheme], f"{url} ({scheme}):\n" + "\n".join(visits[url].axe[scheme])


@pytest.mark.parametrize("url", URLS)
def test_nothing_is_asked_of_other_sites(visits: dict[str, Visit], url: str) -> None:
    assert not visits[url].third_party


@pytest.mark.parametrize("url", URLS)
def test_no_error_in_console_and_no_failed_request(visits: dict[str, Visit], url: str) -> None:
    is_404 = url == URLS[-1]
    failed = [line for line in visits[url].failed if not (is_404 and line.endswith(url))]
    console = [line for line in visits[url].console if not (is_404 and "404" in line)]
    assert not failed
    assert not console


@pytest.mark.parametrize("url", URLS)
def test_page_does_not_scroll_sideways(visits: dict[str, Visit], url: str) -> None:
    assert visits[url].overflow == {"320 px": [], "teks 200 %": []}


#: What is looked up rather than read: lists of sources, of sessions, of columns and codes.
LOOKED_UP = ("en/", "jadwal/", "referensi/dasar-hukum/", "kontribusi/k", "tidak-ada/")
READ = [url for url in URLS if not url.startswith(LOOKED_UP)]


@pytest.mark.parametrize("url", READ)
def test_no_paragraph_is_longer_than_five_lines_on_a_phone(
    visits: dict[str, Visit], url: str
) -> None:
    assert not visits[url].long_paragraphs


@pytest.mark.parametrize("url", URLS)
def test_text_is_readable_without_javascript(visits: dict[str, Visit], url: str) -> None:
    assert visits[url].text_without_script > 150
