"""The text of a page as a script, for the deck of a session plan.

A page opened from a USB stick may load scripts but not read other pages, so the text comes as a
call: ``Proyektor.material("…")``. Only pages that a plan names get one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.paths import write_if_changed


def script_path(url: str) -> str:
    """Give where the script of the page at ``url`` lies: in its folder, or beside its file."""
    path = PurePosixPath(url)
    return str(path.with_suffix(".isi.js")) if path.suffix else f"{url.rstrip('/')}/isi.js"


def write(site: Path, url: str, html: str) -> bool:
    """Write the text of the page at ``url``; gives whether the file changed."""
    text = json.dumps(html, ensure_ascii=False, separators=(",", ":"))
    # Both end a line in JavaScript, but not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return write_if_changed(site / script_path(url), f"Proyektor.material({text});\n")


def blocks(plan: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """Yield the blocks of the plan that a session page carries in its front matter."""
    for meeting in plan["pertemuan"]:
        yield from meeting["blok"]
