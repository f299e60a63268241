"""Which internal links are broken, and what contributors are told."""

from pathlib import Path

import pytest

from scripts.links.__main__ import main
from scripts.links.internal import Base, check_site, read_site
from scripts.problems import Problem

FILES = {
    "index.html": '<h1 id="beranda">Beranda</h1>',
    "modul/index.html": '<h2 id="dua-pintu">Dua pintu</h2>',
    "modul/satu/index.html": "",
    "en/index.html": "",
    "gambar/tanda.svg": '<svg><symbol id="tanda"></symbol></svg>',
    "gambar/denah besar.png": "",
    "unduh.pdf": "",
}


def problems(folder: Path, path: str, html: str, base: str = "/") -> list[Problem]:
    """Build a small site in which ``path`` holds ``html``; give what is wrong with it."""
    for name, content in {**FILES, path: html}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return check_site(read_site(folder, Base.parse(base)))


def codes(
    folder: Path, url: str, path: str = "modul/satu/index.html", base: str = "/"
) -> list[str]:
    """Give the codes for a page ``path`` with the one link ``url``."""
    return [item.code for item in problems(folder, path, f'<a href="{url}">x</a>', base)]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "?cari=dpk",
        "#",
        "#top",
        "#:~:text=DPK",
        ".",
        "..",
        "../",
        "../../",
        "../../#beranda",
        "../index.html#dua-pintu",
        "../#dua%2Dpintu",
        "../../en/",
        "../../gambar/tanda.svg#tanda",
        "../../gambar/denah%20besar.png",
        "../../unduh.pdf#page=3",
        "/modul/#dua-pintu",
        "/modul",
        "mailto:a@b.id",
        "tel:112",
        "javascript:void(0)",
        "https://contoh.id/tidak/diperiksa",
        "//contoh.id/x",
    ],
)
def test_links_that_lead_somewhere_pass(tmp_path: Path, url: str) -> None:
    assert codes(tmp_path, url) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("../tiga/", "TAU001"),
        ("../../Modul/", "TAU001"),
        ("../../unduh.pdf/", "TAU001"),
        ("/en/modul/", "TAU001"),
        ("../#dua-pintuu", "TAU002"),
        ("#tidak-ada", "TAU002"),
        ("../../gambar/tanda.svg#lain", "TAU002"),
        ("../../../index.html", "TAU003"),
        ("http://[::1", "TAU005"),
    ],
)
def test_links_that_lead_nowhere_are_reported(tmp_path: Path, url: str, code: str) -> None:
    assert codes(tmp_path, url) == [code]


def test_sources_are_checked_like_links(tmp_path: Path) -> None:
    found = problems(tmp_path, "index.html", '<img src="gambar/tidak-ada.png" alt="">')
    assert [item.code for item in found] == ["TAU001"]


def test_absolute_links_start_with_the_base_path(tmp_path: Path) -> None:
    assert codes(tmp_path, "/bimtek/modul/", base="/bimtek/") == []
    assert codes(tmp_path, "/bimtek", base="/bimtek") == []
    assert codes(tmp_path, "/modul/", base="/bimtek/") == ["TAU003"]
    assert codes(tmp_path, "/bimtek/tiga/", base="bimtek") == ["TAU001"]


def test_own_address_counts_as_internal_when_the_origin_is_known(tmp_path: Path) -> None:
    base = "https://contoh.github.io/bimtek/"
    assert codes(tmp_path, "https://contoh.github.io/bimtek/modul/", base=base) == []
    assert codes(tmp_path, "https://contoh.github.io/bimtek", base=base) == []
    assert codes(tmp_path, "https://contoh.github.io/situs-lain/", base=base) == []
    assert codes(tmp_path, "https://contoh.github.io/bimtek/tiga/", base=base) == ["TAU001"]


def test_404_page_may_not_hold_relative_links(tmp_path: Path) -> None:
    assert codes(tmp_path, "modul/", path="404.html") == ["TAU004"]
    assert codes(tmp_path, "/bimtek/modul/", path="404.html", base="/bimtek/") == []
    assert codes(tmp_path, "https://contoh.id/", path="404.html") == []


def test_message_names_place_target_and_a_near_anchor(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, "index.html", '<p>\n<a href="modul/#dua-pintuu">x</a></p>')
    assert str(problem).startswith(f"{tmp_path.as_posix()}/index.html:2:1: TAU002 galat: ")
    assert "modul/index.html" in problem.message
    assert 'Mungkin maksudnya "#dua-pintu"' in problem.message


def test_same_broken_address_is_reported_once_a_page(tmp_path: Path) -> None:
    found = problems(tmp_path, "index.html", '<a href="x/">1</a>\n<a href="x/">2</a>')
    assert [item.line for item in found] == [1]


def test_command_reports_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problems(tmp_path, "index.html", '<a href="x/">x</a>')
    assert main(["internal", str(tmp_path)]) == 1
    output = capsys.readouterr().out
    assert "index.html:1:1: TAU001" in output
    assert "4 halaman, 1 tautan: 1 tautan internal rusak." in output


def test_command_passes_a_whole_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problems(tmp_path, "404.html", '<a href="/bimtek/modul/">modul</a>', base="/bimtek/")
    assert main(["internal", str(tmp_path), "--base-path", "/bimtek/"]) == 0
    assert "semua tautan internal utuh" in capsys.readouterr().out


def test_command_says_when_there_is_no_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["internal", str(tmp_path / "site")]) == 2
    assert "make build" in capsys.readouterr().err
