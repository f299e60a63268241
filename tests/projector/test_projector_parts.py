"""What a build adds for projecting: the engine from npm, and pages as scripts."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from scripts.paths import ROOT
from scripts.projector import engine, material


def test_the_engine_is_pinned_by_version_and_hash() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in wanted.items():
        found = locked[f"node_modules/{name}"]
        assert found["version"] == version
        assert found["integrity"].startswith("sha512-")
        assert "resolved" not in found  # no registry is named


def test_no_third_party_file_is_committed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert not [name for name in listed if "reveal" in name.rpartition("/")[2].lower()]


def test_the_engine_is_copied_with_its_licence_and_only_once(tmp_path: Path) -> None:
    names = {path.name for path in engine.copy_into(tmp_path)}
    assert names == {"reveal.js", "reveal.css", "LICENSE"}
    assert engine.copy_into(tmp_path) == []


def test_a_missing_engine_is_noticed(tmp_path: Path) -> None:
    assert engine.is_installed()
    assert not engine.is_installed(tmp_path)
    with pytest.raises(OSError, match=r"reveal\.js"):
        engine.copy_into(tmp_path / "situs", tmp_path)


@pytest.mark.parametrize(
    ("url", "path"),
    [("modul/05-x/", "modul/05-x/isi.js"), ("modul/05-x.html", "modul/05-x.isi.js")],
)
def test_the_script_of_a_page_lies_beside_it(url: str, path: str) -> None:
    assert material.script_path(url) == path


def test_text_stays_text_in_a_script(tmp_path: Path) -> None:
    html = '<p>"Kutip" \\ dan\u2028baris</p>'
    assert material.write(tmp_path, "modul/x/", html)
    script = (tmp_path / "modul/x/isi.js").read_text(encoding="utf-8")
    assert script.startswith("Proyektor.material(")
    assert "\u2028" not in script
    argument = script.removeprefix("Proyektor.material(").removesuffix(");\n")
    assert json.loads(argument) == html


def test_the_blocks_of_a_plan_come_in_order() -> None:
    plan = {"pertemuan": [{"blok": [{"judul": "satu"}]}, {"blok": [{"judul": "dua"}]}]}
    assert [block["judul"] for block in material.blocks(plan)] == ["satu", "dua"]
