"""One index a language: nothing of another language, nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.search_index import split

INDEX = {
    "config": {"lang": ["en"], "separator": " ", "pipeline": ["x"], "fields": {}},
    "docs": [
        {"location": "", "title": "Beranda", "text": "a"},
        {"location": "energi/#x", "title": "Bukan Inggris", "text": "b", "tags": ["t"]},
        {"location": "en/", "title": "Home", "text": "c"},
        {"location": "en/modul/#y", "title": "Module", "text": "d"},
    ],
}


def test_split(tmp_path: Path) -> None:
    path = tmp_path / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps(INDEX), encoding="utf-8")
    assert split(tmp_path) == {"en": 2, "id": 2}
    indonesian = json.loads(path.read_text(encoding="utf-8"))
    english = json.loads((tmp_path / "en" / "search" / "search_index.json").read_text("utf-8"))
    assert [doc["location"] for doc in indonesian["docs"]] == ["", "energi/#x"]
    assert [doc["location"] for doc in english["docs"]] == ["", "modul/#y"]
    assert indonesian["config"]["pipeline"] == []
    assert english["config"]["pipeline"] == ["stopWordFilter", "stemmer"]
    assert "tags" not in indonesian["docs"][1]


def test_splitting_twice_changes_nothing_in_the_source_language(tmp_path: Path) -> None:
    path = tmp_path / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps(INDEX), encoding="utf-8")
    split(tmp_path)
    once = path.read_bytes()
    split(tmp_path)
    assert path.read_bytes() == once
