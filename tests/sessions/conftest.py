"""A small site for plans to project."""

from __future__ import annotations

from pathlib import Path

import pytest

MODULE = "modul/05-pemungutan-suara.md"
PAGE = "---\ntitle: Pemungutan\n---\n\n# Pemungutan\n\n## Intinya\n\n## Jalan { #jalan }\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A site of one module in both languages."""
    for language in ("id", "en"):
        path = tmp_path / "docs" / language / MODULE
        path.parent.mkdir(parents=True)
        path.write_text(PAGE, encoding="utf-8")
    return tmp_path / "docs"
