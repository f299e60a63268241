"""Find personal data that must not be published, and mask it.

Two nets: our own patterns refuse whatever looks like a number of a person, valid or not; `lokal-id`
knows real ones (valid NIK, operators' prefixes, accounts and names after their labels), so only
its sure finds count in a web address, where long numbers are usually articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lokal import PiiType, detect_pii

PATTERNS: dict[str, re.Pattern[str]] = {
    # NIK: 16 digits, also when they are written in groups.
    "JDW020": re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)"),
    # Begun at the beginning of a word only: from every letter of a long one it would take minutes.
    "JDW021": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
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


_OF_LOKAL: dict[PiiType, str] = {
    "PHONE": "JDW019",
    "NIK": "JDW020",
    "KK": "JDW020",
    "EMAIL": "JDW021",
    "NPWP": "JDW044",
    "PASSPORT": "JDW044",
    "SIM": "JDW044",
    "NIP": "JDW044",
    "BPJS": "JDW044",
    "BANK_ACCOUNT": "JDW044",
    "CARD": "JDW044",
}
# `lokal-id` takes up to a millisecond a text: it is asked only where it could find anything.
_MAY_HOLD_NUMBERS = re.compile(r"\d(?:[ .()/-]{0,3}\d){6}|@")
# Hours in a row (08.30-10.00-11.30), which `lokal-id` takes for a telephone number.
_HOURS = re.compile(
    r"(?:[01]\d|2[0-4])[.:][0-5]\d(?:[ -]{1,3}(?:[01]\d|2[0-4])[.:][0-5]\d)+", re.ASCII
)
_DATES = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d\d?/\d\d?/\d{4}\b", re.ASCII)
_MAY_HOLD_NAMES = re.compile(
    r"\b(?:bapak|pak|bpk|ibu|bu|sdri?|saudara|saudari|hj?|dr[as]?|ir|prof|ketua|sekretaris|anggota|"
    r"narasumber|pemateri|instruktur|nama|kepala|camat|lurah|kades)\b|,\s*[SMA]\.?\s?[A-Z]",
    re.IGNORECASE,
)


def may_be_personal(text: str) -> bool:
    """Whether a closer look is needed: cheap, and wrong only by saying yes too often."""
    return "@" in text or bool(_MAY_HOLD_NUMBERS.search(_DATES.sub(" ", text)))


def find_by_pattern(text: str) -> Iterator[str]:
    """Give the code of each kind of personal data that `text` looks like, each code once."""
    for code, pattern in PATTERNS.items():
        if (code != "JDW021" or "@" in text) and pattern.search(text):  # slow without a hint
            yield code
            text = pattern.sub(" ", text)


def find(text: str, link: bool = False) -> Iterator[str]:
    """Give the code of each kind of personal data that `text` holds, each code once.

    In a `link` only what is surely personal counts.
    """
    if not may_be_personal(text):
        return
    found = set() if link else set(find_by_pattern(text))
    found |= {code for code, _ in _sure(text)}
    yield from sorted(found)


def _sure(text: str) -> Iterator[tuple[str, str]]:
    """Give code and text of each find of `lokal-id` that is surely personal."""
    for hit in detect_pii(text, types=list(_OF_LOKAL), min_confidence="high"):
        if not _HOURS.fullmatch(hit.value):
            yield _OF_LOKAL[hit.type], hit.value


def names(text: str, known: Iterable[str] = ()) -> list[str]:
    """Give the parts of `text` that look like the name of a person ("ketua PPK Budi Santoso").

    `known` are names of places that would be taken for one (Desa Pak Bulu).
    """
    for place in known:
        text = text.replace(place, "")
    if not _MAY_HOLD_NAMES.search(text):
        return []
    return [hit.value for hit in detect_pii(text, types=["NAME"])]


def mask(text: str) -> str:
    """Give `text` with all but the first two characters of each find replaced by asterisks."""
    for pattern in PATTERNS.values():
        text = pattern.sub(lambda hit: hit[0][:2] + "*" * (len(hit[0]) - 2), text)
    if _MAY_HOLD_NUMBERS.search(text):
        for _, value in _sure(text):
            text = text.replace(value, value[:2] + "*" * (len(value) - 2))
    return text
