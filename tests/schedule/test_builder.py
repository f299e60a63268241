"""A build is all or nothing, writes only what changed, and knows nothing of MkDocs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.paths import ROOT
from scripts.schedule import ScheduleError, build
from scripts.schedule.__main__ import main

Row = dict[str, str]


def _state(docs: Path) -> dict[Path, tuple[bytes, int]]:
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in docs.rglob("*")
        if path.is_file()
    }


def test_a_build_writes_both_languages_and_a_second_one_nothing(
    sound: Callable[..., Row], write: Callable[..., Path], tmp_path: Path
) -> None:
    data, docs = write([sound()]), tmp_path / "docs"
    written = build(data, docs)
    assert sorted(written) == [docs / "en/jadwal/index.md", docs / "id/jadwal/index.md"]
    before = _state(docs)
    assert build(data, docs) == []
    assert _state(docs) == before, "berkas yang tidak berubah tidak boleh ditulis lagi"


def test_with_any_error_nothing_is_written(
    sound: Callable[..., Row], write: Callable[..., Path], tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    data = write([sound()])
    build(data, docs)
    before = _state(docs)
    write([sound(id="b", tanggal="2024-01-28", tempat="Aula baru")], "b.csv")
    write([sound(id="c", tanggal="32/01/2024"), sound(id="d", status="x", tempat="Aula")], "c.csv")
    with pytest.raises(ScheduleError) as caught:
        build(data, docs)
    assert [problem.code for problem in caught.value.problems] == ["JDW007", "JDW015"]
    assert "c.csv:2:" in str(caught.value)
    assert _state(docs) == before, "keluaran lama harus utuh"


def test_with_an_error_and_no_previous_output_nothing_appears(
    sound: Callable[..., Row], write: Callable[..., Path], tmp_path: Path
) -> None:
    with pytest.raises(ScheduleError):
        build(write([sound(status="x")]), tmp_path / "docs")
    assert not (tmp_path / "docs").exists()


def test_only_the_changed_page_is_written_again(
    sound: Callable[..., Row], write: Callable[..., Path], tmp_path: Path
) -> None:
    data, docs = write([sound()]), tmp_path / "docs"
    build(data, docs)
    english = docs / "en/jadwal/index.md"
    english.write_text("lama", encoding="utf-8")
    assert build(data, docs) == [english]


def test_the_day_changes_the_page_only_when_it_is_given(
    sound: Callable[..., Row], write: Callable[..., Path], tmp_path: Path
) -> None:
    data, docs = write([sound(status="terjadwal")]), tmp_path / "docs"
    build(data, docs)
    assert len(build(data, docs, today=date(2024, 2, 1))) == 2
    assert len(build(data, docs)) == 2


def test_the_command_builds_and_reports(
    sound: Callable[..., Row],
    write: Callable[..., Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data, docs = write([sound()]), tmp_path / "docs"
    arguments = ["build", "--data", str(data), "--docs", str(docs), "--today", "2024-02-01"]
    assert main(arguments) == 0
    assert "ditulis:" in capsys.readouterr().out
    assert main(arguments) == 0
    assert "sudah mutakhir" in capsys.readouterr().out
    write([sound(jenis="x")])
    assert main(arguments) == 1
    assert "JDW014 galat" in capsys.readouterr().out


def test_the_package_does_without_mkdocs() -> None:
    code = "import scripts.schedule, sys; print('mkdocs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False", "scripts.schedule tidak boleh mengimpor mkdocs"
