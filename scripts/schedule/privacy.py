"""Find personal data that must not be published, and mask it."""

from __future__ import annotations

import re
from collections.abc import Iterator

PATTERNS: dict[str, re.Pattern[str]] = {
    # NIK: 16 digits, also when they are written in groups.
    "JDW020": re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)"),
    "JDW021": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    # Mobile: 08xx, 628xx or +62 8xx and 6-10 more digits, in groups of at least three, so that
    # hours such as 08.30-10.00 are left alone.
    "JDW019": re.compile(
        r"(?<!\d)(?:\(?\+?62\)?[ .-]?\(?0?|\(?0)8[1-9]\d\)?"
        r"(?:[ .-]?\d{3,4}){2}(?:[ .-]?\d{1,4})?(?!\d)"
        # Fixed line: area code in brackets or set off, or +62 and an area code.
        r"|(?<![\d/])(?:\(0[2-9]\d{1,2}\)[ .-]?|0[2-9]\d{1,2}[ -]|\+62[ .-]?[2-9]\d{1,2}[ .-]?)"
        r"\d{3,4}[ -]?\d{2,4}(?![\d/])"
    ),
}
"""Code of the problem -> what it looks like."""


def find(text: str) -> Iterator[str]:
    """Give the code of each kind of personal data that `text` holds, each code once."""
    for code, pattern in PATTERNS.items():
        if pattern.search(text):
            yield code
            text = pattern.sub(" ", text)


def mask(text: str) -> str:
    """Give `text` with all but the first two characters of each find replaced by asterisks."""
    for pattern in PATTERNS.values():
        text = pattern.sub(lambda hit: hit[0][:2] + "*" * (len(hit[0]) - 2), text)
    return text
