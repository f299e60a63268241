"""A contributor's mistake stops the build with a line they can act on, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import copy_project


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "data/jadwal/pemilu-2024.csv",
            "2023-12-20",
            "2023-12-32",
            ["data/jadwal/pemilu-2024.csv:3:", "JDW007", "bukan tanggal"],
        ),
        (
            "data/dasar-hukum.csv",
            ",A,",
            ",Z,",
            ["data/dasar-hukum.csv:", "DHK005", "harus A, B, atau C"],
        ),
        (
            "docs/id/modul/05-pemungutan-suara.md",
            "durasi: 60",
            "durasi: lama",
            ["docs/id/modul/05-pemungutan-suara.md:4:1: HAL002", "harus bilangan bulat"],
        ),
        (
            "docs/id/modul/05-pemungutan-suara.md",
            "#pkpu-25-2023-26)",
            "#pkpu-25-2023-62)",
            ["id/modul/05-pemungutan-suara.md", "#pkpu-25-2023-62"],
        ),
    ],
)
def test_mistake_is_named_and_nothing_is_lost(
    tmp_path: Path, name: str, old: str, new: str, expected: list[str]
) -> None:
    copy = copy_project(tmp_path / "proyek")
    generated = copy / "docs/id/jadwal/index.md"
    before = generated.read_bytes()
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "situs")],
        cwd=copy,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Traceback" not in said
    for words in expected:
        assert words in said, f"«{words}» tidak ada dalam:\n{said[-1500:]}"
    assert generated.read_bytes() == before
