"""One search index a language: readers find only pages in the language they read.

Material writes a single index for all languages. English pages get theirs below ``en/`` (the
template points their search there), the Indonesian one stays at the root without English.
"""

from __future__ import annotations

import json
from pathlib import Path

from scripts.paths import LANGUAGES, SOURCE_LANGUAGE, write_if_changed

#: lunr stems and drops stop words in English only; for Indonesian both would do harm.
_PIPELINE = {"id": [], "en": ["stopWordFilter", "stemmer"]}


def split(site: Path) -> dict[str, int]:
    """Split ``site``/search/search_index.json; give the number of entries a language.

    Raises FileNotFoundError if the site has no index.
    """
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    others = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
    counts = {}
    for language in others:
        prefix = f"{language}/"
        docs = [
            {**doc, "location": doc["location"].removeprefix(prefix)}
            for doc in index["docs"]
            if doc["location"].startswith(prefix)
        ]
        counts[language] = len(docs)
        _write(site / language / "search" / "search_index.json", index["config"], docs, language)
    prefixes = tuple(f"{language}/" for language in others)
    docs = [doc for doc in index["docs"] if not doc["location"].startswith(prefixes)]
    counts[SOURCE_LANGUAGE] = len(docs)
    _write(path, index["config"], docs, SOURCE_LANGUAGE)
    return counts


def _write(path: Path, config: dict, docs: list[dict], language: str) -> None:
    config = {**config, "lang": ["en"], "pipeline": _PIPELINE[language]}
    # Tags would outrank titles and stand in the results as unnamed landmarks (axe).
    docs = [{key: value for key, value in doc.items() if key != "tags"} for doc in docs]
    content = json.dumps(
        {"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":")
    )
    write_if_changed(path, content)
