"""Leaner stylesheets: every byte of them is downloaded on a weak signal before text shows.

Material's stylesheet styles far more than this site has (annotations, tabs, versions, right-to-left
scripts …). A rule goes when one of its classes appears neither in a built page nor in a script, a
variable when nothing reads it. What the pages look like does not change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from scripts.paths import write_if_changed

_CLASSES = re.compile(r'\sclass="([^"]*)"')
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
#: At-rules that hold rules; any other is kept as it is.
_NESTING = {"media", "supports", "layer"}
#: A thousand pages of regions are made from one template: one of them tells all classes.
_REGION = re.compile(r"(?:^|/)jadwal/[\d.]+/")


def lean_sheets(site: Path) -> None:
    """Rewrite every stylesheet below ``site`` without what its pages and scripts do not use."""
    words = used_words(site)
    sheets = sorted(site.rglob("*.css"))
    texts = {sheet: drop_rules(sheet.read_text(encoding="utf-8"), words) for sheet in sheets}
    read = {name for text in texts.values() for name in _VARIABLE.findall(text)} | words
    for sheet, text in texts.items():
        write_if_changed(sheet, drop_variables(text, read))


def used_words(site: Path) -> set[str]:
    """Give every class of the pages and every word of the scripts below ``site``."""
    words: set[str] = set()
    regions = 0
    for page in sorted(site.rglob("*.html")):
        if _REGION.search(page.relative_to(site).as_posix()):
            regions += 1
            if regions > 1:
                continue
        for names in _CLASSES.findall(page.read_text(encoding="utf-8")):
            words.update(names.split())
    for script in site.rglob("*.js"):
        words.update(_WORD.findall(script.read_text(encoding="utf-8")))
    return words


def drop_rules(css: str, words: set[str]) -> str:
    """Give ``css`` without comments, white space, and selectors with a class not in ``words``."""

    def lean(rule: QualifiedRule) -> str:
        kept = [part for part in _selectors(rule.prelude) if _is_used(part, words)]
        prelude = ",".join(tinycss2.serialize(part).strip() for part in kept)
        return f"{prelude}{{{_declarations(rule)}}}" if kept else ""

    return _rewrite(_parse_sheet(css), lean)


def drop_variables(css: str, read: set[str]) -> str:
    """Give ``css`` without custom properties that are not in ``read``."""

    def lean(rule: QualifiedRule) -> str:
        declarations = _declarations(rule, lambda name: name in read or name[:2] != "--")
        prelude = tinycss2.serialize(rule.prelude).strip()
        return f"{prelude}{{{declarations}}}" if declarations else ""

    return _rewrite(_parse_sheet(css), lean)


def _parse_sheet(css: str) -> list[Node]:
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _rewrite(rules: Iterable[Node], lean: Callable[[QualifiedRule], str]) -> str:
    """Give the text of ``rules``, each style rule as ``lean`` writes it ("" drops it)."""
    parts = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            parts.append(lean(rule))
        elif isinstance(rule, AtRule) and rule.content and rule.lower_at_keyword in _NESTING:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if body := _rewrite(inner, lean):
                condition = tinycss2.serialize(rule.prelude).rstrip()
                parts.append(f"@{rule.at_keyword}{condition}{{{body}}}")
        else:
            parts.append(rule.serialize())
    return "".join(parts)


def _selectors(prelude: list[Node]) -> list[list[Node]]:
    """Cut a rule's prelude at its commas."""
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token == ",":
            parts.append([])
        elif token.type != "comment":
            parts[-1].append(token)
    return parts


def _is_used(selector: list[Node], words: set[str]) -> bool:
    """Whether something can match. Classes in ``:not(…)`` and the like say nothing about that."""
    for before, token in zip([None, *selector], selector, strict=False):
        if before == "." and token.type == "ident" and token.value not in words:
            return False
        if token.type == "[] block" and tinycss2.serialize(token.content) == "dir=rtl":
            return False
    return True


def _declarations(rule: QualifiedRule, keep: Callable[[str], bool] = lambda name: True) -> str:
    """Give what stands between a rule's braces, with the properties that ``keep`` wants."""
    listed = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        _declaration(item)
        for item in listed
        if not isinstance(item, Declaration) or keep(item.name)
    )


def _declaration(item: Node) -> str:
    if not isinstance(item, Declaration):
        return item.serialize()
    important = "!important" if item.important else ""
    return f"{item.name}:{tinycss2.serialize(item.value).strip()}{important}"
