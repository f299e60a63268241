"""YAML files of contributors: read once, remembering where every value stands.

What is wrong is reported at its line and column, in words for people who do not program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scripts.paths import relative
from scripts.problems import Problem

# libyaml where the wheel has it: the question bank alone takes a second without.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[int, int]
"""Line and column, both counted from 1."""
Key = tuple[str | int, ...]
"""The way to a value: (3, "tanda", 0, "x")."""


@dataclass
class YamlFile:
    """A file's content, the place of every value in it, and what was wrong with it so far."""

    file: str
    data: Any = None
    places: dict[Key, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, key: Key, code: str, message: str) -> Problem:
        """Give a problem placed at ``key``, or at the nearest value around it."""
        while key and key not in self.places:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        return Problem(self.file, line, column, code, message)


def read(path: Path, unreadable: str, twice: str) -> YamlFile:
    """Read ``path``. Never raises on bad content: what is wrong is in ``problems``, with the code
    ``unreadable``, or ``twice`` for a key that stands two times in one mapping."""
    found = YamlFile(relative(path))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        reason = "bukan UTF-8" if isinstance(failure, UnicodeDecodeError) else failure.strerror
        found.problems.append(found.problem((), unreadable, f"Berkas tidak terbaca ({reason})."))
        return found
    try:
        found.data = _data(text, found, twice)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark
        found.places[()] = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = (
            "Bukan YAML yang benar di sini; periksa spasi menjorok, kurung, dan apit teks yang "
            "memuat titik dua dengan tanda kutip."
        )
        found.problems.append(found.problem((), unreadable, message))
    except (yaml.YAMLError, ValueError):
        message = "Berkas memuat karakter atau tanggal yang tidak boleh ada."
        found.problems.append(found.problem((), unreadable, message))
    return found


def _data(text: str, found: YamlFile, twice: str) -> Any:
    """Give the content, and note where each value stands. Raises YAMLError or ValueError."""
    loader = _LOADER(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _note(node, (), found, twice)
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _note(node: yaml.Node, key: Key, found: YamlFile, twice: str) -> None:
    """Remember the places of ``node`` and of all below it; a key written twice is a problem."""
    found.places.setdefault(key, (node.start_mark.line + 1, node.start_mark.column + 1))
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note(value, (*key, index), found, twice)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            below = (*key, str(name.value))
            place = (name.start_mark.line + 1, name.start_mark.column + 1)
            if below in found.places:
                message = f"Kunci `{name.value}` ditulis dua kali dalam satu butir; hapus satu."
                found.problems.append(Problem(found.file, *place, twice, message))
            found.places[below] = place
            _note(value, below, found, twice)
