"""Explains the terms of a page where they are first used, for touch, keyboard and mouse alike.

Each section's first use of a term (a page's first use of a frequent one) becomes a button that
opens the explanation: HTML's own popover, so it works without a script, closes with Escape, and
holds no focus. Browsers that do not know popovers show plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from scripts.glossary.terms import Term, pattern

#: Text inside these is left alone: a link stays a link, a heading stays plain.
_CLOSED_TO_TERMS = {"a", "button", "code", "pre", "summary", "h1", "h2", "h3", "h4", "h5", "h6",
                    "svg", "script", "style", "th"}  # fmt: skip
_VOID = {"img", "br", "hr", "input", "source", "wbr"}
_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
#: The title of a block is a heading in all but name; a module's summary box is no text.
_CLOSED_BLOCKS = {'<p class="admonition-title">': "p", '<div class="ringkasan">': "div"}
#: The list of sources at the end is looked up, not read.
_SOURCES = '<h2 id="sumber"'
_MORE = {"id": "Buka di daftar istilah", "en": "Open in the glossary"}


class Explainer:
    """Knows all terms in one language; made once a build."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self._language = language
        self._terms: dict[str, Term] = {}
        for term in terms:
            for form in term.forms[language]:
                self._terms[_key(form)] = term
        longest_first = sorted(self._terms, key=len, reverse=True)
        forms = "|".join(pattern(form) for form in longest_first)
        expression = rf"([(\"“«]?)(?<![\w.-])({forms})(?![\w-]|\.\w)([)\"”».,;:!?]*)"
        self._find = re.compile(expression) if forms else None

    def explain(self, html: str, glossary: str) -> str:
        """Give ``html`` with its terms explained; ``glossary`` is the address of their page."""
        if self._find is None:
            return html
        used: dict[str, Term] = {}
        here: set[str] = set()  # already explained in this section
        closed: list[str] = []
        parts = _TAG.split(html)
        for index, part in enumerate(parts):
            if index % 2:
                closed = _after(part, closed)
                if part.startswith(_SOURCES):
                    break
                if part.startswith("<h2"):
                    here.clear()
                if part in _CLOSED_BLOCKS:
                    closed = [*closed, _CLOSED_BLOCKS[part]]
            elif part.strip() and not closed:
                parts[index] = self._find.sub(lambda match: self._button(match, here, used), part)
        return "".join(parts) + "".join(self._note(term, glossary) for term in used.values())

    def _button(self, match: re.Match[str], here: set[str], used: dict[str, Term]) -> str:
        before, word, after = match.groups()
        term = self._terms[_key(word)]
        if term.id in here or (term.frequent and term.id in used):
            return match[0]
        here.add(term.id)
        used[term.id] = term
        button = (
            f'<button type="button" class="istilah" popovertarget="i-{term.id}">{word}</button>'
        )
        # A button may part from its bracket or full stop at the end of a line; words must not.
        return f'<span class="rapat">{before}{button}{after}</span>' if before or after else button

    def _note(self, term: Term, glossary: str) -> str:
        language = self._language
        name = escape(term.name)
        long = f" ({escape(term.long[language])})" if term.long[language] else ""
        return (
            f'<div class="istilah-arti" id="i-{term.id}" popover data-search-exclude>'
            f"<p><strong>{name}</strong>{long}: {escape(term.meaning[language])} "
            f'<a href="{glossary}#{term.id}">{_MORE[language]}</a></p></div>'
        )


def _key(form: str) -> str:
    """A word is the same with a capital and across a line break; an abbreviation as written."""
    flat = " ".join(form.split())
    return flat[0].lower() + flat[1:] if flat[1:2].islower() or flat[1:2] == " " else flat


def _after(tag: str, closed: list[str]) -> list[str]:
    """Give the elements closed to terms that are open after ``tag``."""
    match = _NAME.match(tag)
    if not match or match[1] in _VOID:
        return closed
    name = match[1].lower()
    if tag.startswith("</"):
        return closed[:-1] if closed and closed[-1] == name else closed
    return [*closed, name] if name in _CLOSED_TO_TERMS else closed
