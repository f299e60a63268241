"""Pictures for link previews."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from scripts import cards
from scripts.pages.source import read_all
from scripts.paths import DOCS, LANGUAGES


@pytest.fixture(autouse=True)
def no_shared_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "CACHE", tmp_path / "tembolok")


def test_same_title_same_bytes_other_title_other_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cards.card("Pemungutan suara", "Bimtek KPPS")
    monkeypatch.setattr(cards, "CACHE", tmp_path / "tembolok-lain")
    assert cards.card("Pemungutan suara", "Bimtek KPPS") == first
    assert cards.card("Penghitungan suara", "Bimtek KPPS") != first


@pytest.mark.parametrize("title", ["KPU", "Apa itu bimtek", "Kata " * 30, "Takterputus" * 12])
def test_any_title_fits(title: str) -> None:
    with Image.open(io.BytesIO(cards.card(title, "Bimtek KPPS"))) as image:
        assert image.size == (1200, 630)
        edge = image.convert("RGB").crop((1195, 0, 1200, 600))
        assert len(edge.getcolors() or []) == 1, "judul menyentuh tepi kanan"


def test_every_title_of_the_site_can_be_drawn() -> None:
    font = cards._font(40)
    box = bytes(font.getmask("\uffff"))
    for language in LANGUAGES:
        for page in read_all(DOCS, language).values():
            for character in cards.plain(str(page.meta["title"])).replace(" ", ""):
                assert bytes(font.getmask(character)) != box, f"{page.name}: «{character}»"


@pytest.mark.parametrize(
    ("url", "name"),
    [("", "beranda.png"), ("en/", "en.png"), ("modul/05-x/", "modul-05-x.png")],
)
def test_file_names(url: str, name: str) -> None:
    assert cards.file_name(url) == name
