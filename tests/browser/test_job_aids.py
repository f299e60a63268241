"""Job aids are printed and carried in a pocket: one A4 side each, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from scripts.browser import serve
from tests.conftest import BASE, Built

ROLES = [*(f"kpps-{number}" for number in range(1, 8)), "petugas-ketertiban"]


@pytest.fixture(scope="module")
def reader(browser: Browser, site: Built) -> Iterator[tuple[Page, str]]:
    """A page of the browser and the address of the site."""
    with serve(site.folder, BASE) as home:
        page = browser.new_page()
        yield page, home
        page.close()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("role", ROLES)
def test_a_job_aid_is_one_side_of_a4(reader: tuple[Page, str], role: str, language: str) -> None:
    page, home = reader
    page.goto(f"{home}{language}peran/{role}/", wait_until="networkidle")
    sheet = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    sizes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", sheet)
    assert [(round(float(w)), round(float(h))) for w, h in sizes] == [(595, 842)]


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("role", ROLES)
def test_large_print_takes_more_sheets_and_loses_nothing(
    reader: tuple[Page, str], role: str, language: str
) -> None:
    page, home = reader
    page.goto(f"{home}{language}peran/{role}/", wait_until="networkidle")
    page.locator(".lembar input").check()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) > 1
    page.set_viewport_size({"width": 703, "height": 1000})  # 186 mm between the margins of A4
    page.emulate_media(media="print")
    small = page.evaluate(
        """() => [...document.querySelectorAll('article :is(li, td, th, h1, h2, h1 + p)')]
          .filter(one => one.getClientRects().length && !one.closest('#sumber ~ *'))
          .filter(one => parseFloat(getComputedStyle(one).fontSize) < 24
            || one.getBoundingClientRect().right > innerWidth + 1)
          .map(one => one.textContent.slice(0, 40))"""
    )
    page.emulate_media(media="screen")
    assert small == []
