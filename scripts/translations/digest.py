"""The digest that ties a translation to the state of the Indonesian page it was made from."""

from __future__ import annotations

import hashlib
import re

from scripts.pages.source import Page

#: Keys a reader sees; a new review date or tag does not make a translation stale.
_TRANSLATED_KEYS = ("title", "description", "tujuan", "durasi", "peran")


def digest(page: Page) -> str:
    """Give eight hex digits for what a translator must carry over from ``page``.

    Spacing at line ends and runs of blank lines do not count.
    """
    shown = [f"{key}={page.meta.get(key)!r}" for key in _TRANSLATED_KEYS]
    body = "\n".join(line.rstrip() for line in page.lines)
    body = re.sub(r"\n{2,}", "\n\n", body).strip()
    return hashlib.sha256("\n".join([*shown, body]).encode()).hexdigest()[:8]


def is_stale(translation: Page, source: Page) -> bool:
    """Whether ``source`` has changed since ``translation`` was made from it."""
    return str(translation.meta.get("terjemahan_dari", "")) != digest(source)
