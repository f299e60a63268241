"""Which pages are projected, short addresses, QR codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.projector import addresses


@pytest.mark.parametrize(
    "name",
    [
        "modul/05-pemungutan-suara.md",
        "modul/index.md",
        "peran/kpps-4.md",
        "fasilitator/index.md",
        "fasilitator/sesi/sehari.md",
        "fasilitator/tes/bank-soal.md",
        "referensi/dasar-hukum.md",
        "tentang.md",
    ],
)
def test_content_is_projected(name: str) -> None:
    assert addresses.is_projected(name)


@pytest.mark.parametrize(
    "name",
    [
        "index.md",
        "jadwal/index.md",
        "jadwal/33.md",
        "fasilitator/lembar/poster.md",
        "fasilitator/tes/soal-a.md",
        "fasilitator/tes/kunci.md",
        "fasilitator/simulasi/jawaban-tps.md",
    ],
)
def test_doors_tools_paper_and_answers_are_not(name: str) -> None:
    assert not addresses.is_projected(name)


@pytest.mark.parametrize(
    ("name", "language", "short"),
    [
        ("modul/05-pemungutan-suara.md", "id", "m5"),
        ("modul/14-kesehatan-dan-keselamatan.md", "en", "en/m14"),
        ("peran/kpps-4.md", "id", "k4"),
        ("peran/petugas-ketertiban.md", "id", ""),
        ("tentang.md", "id", ""),
    ],
)
def test_modules_and_role_cards_have_short_addresses(name: str, language: str, short: str) -> None:
    assert addresses.short_path(name, language) == short


@pytest.mark.parametrize(
    ("address", "online"),
    [
        ("https://example.org/kpps/modul/05-x.html", "https://example.org/kpps/modul/05-x/"),
        ("https://example.org/kpps/modul/index.html", "https://example.org/kpps/modul/"),
        ("https://example.org/kpps/modul/05-x/", "https://example.org/kpps/modul/05-x/"),
    ],
)
def test_a_usb_stick_leads_to_the_site(address: str, online: str) -> None:
    assert addresses.online_address(address) == online


def test_an_address_is_shown_as_people_type_it() -> None:
    assert addresses.shown_address("https://example.org/kpps/m5/") == "example.org/kpps/m5"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("modul/05-x/", "qr/modul-05-x.svg"),
        ("en/tentang/", "qr/en-tentang.svg"),
        ("", "qr/beranda.svg"),
        ("modul/05-x.html", "qr/modul-05-x.svg"),
        ("modul/index.html", "qr/modul.svg"),
    ],
)
def test_a_page_has_one_qr_code_whatever_its_address_looks_like(url: str, path: str) -> None:
    assert addresses.qr_path(url) == path


def test_a_qr_code_has_the_modules_of_its_address_and_a_quiet_zone() -> None:
    """Version 2, level M holds 26 letters: 25 modules and 4 of quiet zone on each side."""
    drawn = addresses.qr_code("https://example.org/m5")
    assert re.search(r'viewBox="0 0 33 33"', drawn)
    assert drawn == addresses.qr_code("https://example.org/m5")
    assert drawn != addresses.qr_code("https://example.org/m6")


def test_a_short_address_sends_on_without_script(tmp_path: Path) -> None:
    arguments = ("en/m5", "en/modul/05-x/", "https://example.org/en/modul/05-x/", "A & B", "en")
    assert addresses.write_short(tmp_path, *arguments)
    html = (tmp_path / "en/m5/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../en/modul/05-x/"' in html
    assert '<link rel="canonical" href="https://example.org/en/modul/05-x/">' in html
    assert "A &amp; B" in html
    assert '<html lang="en">' in html
    assert not addresses.write_short(tmp_path, *arguments)
