"""Stylesheets lose what no page uses, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.styles import drop_rules, drop_variables, lean_sheets, used_words


@pytest.mark.parametrize(
    ("css", "lean"),
    [
        ("/* a */\n.ada { color : red ; }\n", ".ada{color:red}"),
        (".hilang{color:red}", ""),
        (".ada,.hilang{color:red}", ".ada{color:red}"),
        (".ada .hilang{color:red}", ""),
        ("p,.hilang::before{color:red}", "p{color:red}"),
        (".ada:not(.hilang){color:red}", ".ada:not(.hilang){color:red}"),
        (":is(.ada,.hilang) a{color:red}", ":is(.ada,.hilang) a{color:red}"),
        ("[dir=rtl] .ada{float:right}", ""),
        ("[dir=ltr] .ada{float:left}", "[dir=ltr] .ada{float:left}"),
        ("@media print{.ada{a:b}.hilang{a:b}}", "@media print{.ada{a:b}}"),
        ("@media print{.hilang{a:b}}", ""),
        ("@keyframes x{0%{top:0}to{top:1px}}", "@keyframes x{0%{top:0}to{top:1px}}"),
        ("@page{margin:1cm}", "@page{margin:1cm}"),
        (".ada{top:1px!important}", ".ada{top:1px!important}"),
        (
            '.ada{background:url("data:x;y,{.hilang}")}',
            '.ada{background:url("data:x;y,{.hilang}")}',
        ),
        (".ada\\:x{a:b}", ""),
    ],
)
def test_rules(css: str, lean: str) -> None:
    assert drop_rules(css, {"ada"}) == lean


@pytest.mark.parametrize(
    ("css", "lean"),
    [
        (":root{--ada:1;--hilang:url(data:x;y)}", ":root{--ada:1}"),
        (":root{--hilang:1}a{top:0}", "a{top:0}"),
        ("@media screen{:root{--ada:1;--hilang:2}}", "@media screen{:root{--ada:1}}"),
    ],
)
def test_variables(css: str, lean: str) -> None:
    assert drop_variables(css, {"--ada"}) == lean


def test_a_site_keeps_what_pages_and_scripts_use(tmp_path: Path) -> None:
    (tmp_path / "jadwal/11").mkdir(parents=True)
    (tmp_path / "jadwal/12").mkdir()
    (tmp_path / "index.html").write_text('<p class="satu dua">', encoding="utf-8")
    (tmp_path / "jadwal/11/index.html").write_text('<p class="wilayah">', encoding="utf-8")
    (tmp_path / "jadwal/12/index.html").write_text('<p class="sama">', encoding="utf-8")
    (tmp_path / "a.js").write_text('x.classList.add("tiga-empat")', encoding="utf-8")
    sheet = tmp_path / "a.css"
    sheet.write_text(
        ":root{--warna:red;--lain:blue}.satu{color:var(--warna)}.tiga-empat{a:b}.lima{a:b}",
        encoding="utf-8",
    )
    assert {"satu", "dua", "tiga-empat", "wilayah"} <= used_words(tmp_path)
    lean_sheets(tmp_path)
    assert sheet.read_text(encoding="utf-8") == (
        ":root{--warna:red}.satu{color:var(--warna)}.tiga-empat{a:b}"
    )
