"""The text of one cell -> its value, or a `CellError` that says how to mend it.

What is ambiguous (27/01/24, 1.300, 8) is refused, never guessed.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

from scripts.schedule.model import MAIN_ELECTION, Jenis, Kepastian, Status, Zona
from scripts.schedule.problems import show
from scripts.schedule.regions import PROVINCE_ALIASES, PROVINCES

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb pebruari", "maret mar", "april apr", "mei", "juni jun",
            "juli jul", "agustus agu ags agt", "september sep sept", "oktober okt",
            "november nov nopember", "desember des",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
YEARS = range(2000, 2101)
"""A year outside of these is a typing error."""

DATE_EXPECTED = "2024-01-27, 27/01/2024, atau 27 Januari 2024"
TIME_EXPECTED = "jam dan menit seperti 08:00 atau 08.00"
NUMBER_EXPECTED = "bilangan bulat tanpa titik, koma, atau satuan, misalnya 1300"
LINK_EXPECTED = "alamat lengkap yang diawali https:// atau http://"

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_WORDED = re.compile(r"(\d{1,2}) ([A-Za-z]+)\.? (\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+", re.ASCII)
_KABUPATEN = re.compile(r"(?:kabupaten|kab)\b\.?\s*", re.IGNORECASE)
_NOT_IN_LINKS = re.compile(r"[\s<>\"'\\^`{}|]")
# Control characters but tab and line ends, and what hides text or turns its direction.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)
_PROVINCE_KEYS = {
    name.casefold(): official
    for name, official in (*((name, name) for name in PROVINCES), *PROVINCE_ALIASES.items())
}

Word = TypeVar("Word", bound=StrEnum)


class CellError(ValueError):
    """A cell that cannot be used: the code, what is wrong, what is right, how to mend it."""

    def __init__(self, code: str, wrong: str, expected: str = "", suggestion: str = "") -> None:
        super().__init__(wrong)
        self.code = code
        self.wrong = wrong
        self.expected = expected
        self.suggestion = suggestion


def clean(text: str) -> str:
    """Give `text` in Unicode form NFC, every run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def hidden_characters(text: str) -> list[str]:
    """Give the names (U+0007) of the characters in `text` that cannot be seen, each once."""
    return [f"U+{ord(char):04X}" for char in dict.fromkeys(_HIDDEN.findall(text))]


def closest(word: str, known: Iterable[str]) -> str:
    """Give the sentence 'Mungkin maksud Anda: …?' with the nearest word, or ""."""
    by_key = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_key, n=1, cutoff=0.6)
    return f"Mungkin maksud Anda: {by_key[near[0]]}?" if near else ""


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date:
    """Read a date in one of the three accepted forms. Raises CellError (JDW007)."""
    year, month, day = _date_parts(text)
    if year in YEARS:
        try:
            return date(year, month, day)
        except ValueError:
            pass
    raise CellError("JDW007", f"{show(text)} bukan tanggal", DATE_EXPECTED, _date_hint(text))


def _date_parts(text: str) -> tuple[int, int, int]:
    """Give year, month and day as written; (0, 0, 0) if the form is not known."""
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _SLASHED.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WORDED.fullmatch(text):
        return int(match[3]), MONTHS.get(match[2].lower(), 0), int(match[1])
    return 0, 0, 0


def _date_hint(text: str) -> str:
    """Give a suggestion for the usual slips: month first, two-digit year, misspelt month."""
    if match := _SLASHED.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        if month > 12 >= day:
            return f"Hari ditulis dulu. Mungkin maksud Anda: {month:02d}/{day:02d}/{year}?"
    if re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-]\d{2}", text):
        return "Tulis tahun dengan empat angka"
    if (match := _WORDED.fullmatch(text)) and match[2].lower() not in MONTHS:
        return closest(match[2], (name.capitalize() for name in MONTHS if len(name) > 4))
    return "Periksa apakah hari itu ada di kalender" if _date_parts(text)[0] else ""


@lru_cache(maxsize=4096)
def parse_time(text: str) -> time:
    """Read an hour such as 08:00, 08.00 or 8.00. Raises CellError (JDW008)."""
    match = _TIME.fullmatch(text)
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return time(int(match[1]), int(match[2]))
    hint = ""
    if text.isascii() and text.isdigit() and int(text[:2]) < 24 and len(text) <= 2:
        hint = f"Mungkin maksud Anda: {int(text):02d}:00?"
    raise CellError("JDW008", f"{show(text)} bukan jam", TIME_EXPECTED, hint)


def parse_number(text: str) -> int:
    """Read a whole number. Raises CellError (JDW022)."""
    if _NUMBER.fullmatch(text):
        return int(text)
    hint = ""
    if _GROUPED.fullmatch(text):
        hint = f"Mungkin maksud Anda: {re.sub('[.,]', '', text)}?"
    raise CellError("JDW022", f"{show(text)} bukan bilangan bulat", NUMBER_EXPECTED, hint)


def parse_link(text: str) -> str:
    """Read an http(s) address without user name or spaces. Raises CellError (JDW017)."""
    try:
        parts = urlsplit(text)
        usable = (
            parts.scheme in ("http", "https")
            and "." in (parts.hostname or "")
            and parts.username is None
            and parts.port != 0  # asking for the port also refuses one that is not a number
            and not _NOT_IN_LINKS.search(text)
        )
    except ValueError:
        usable = False
    if usable:
        return text
    hint = "Mungkin maksud Anda: https://…?" if text.lower().startswith("www.") else ""
    raise CellError("JDW017", f"{show(text)} bukan tautan web", LINK_EXPECTED, hint)


def parse_province(text: str) -> str:
    """Give the name of the province as the site writes it. Raises CellError (JDW013)."""
    key = re.sub(r"^(provinsi|prov\.?) ", "", text.casefold())
    if name := _PROVINCE_KEYS.get(key):
        return name
    hint = closest(key, PROVINCES)
    raise CellError("JDW013", f"{show(text)} bukan provinsi", "nama salah satu 38 provinsi", hint)


def parse_regency(text: str) -> str:
    """Give the name with the site's short form of 'Kabupaten': Kab. Aceh Besar."""
    return _KABUPATEN.sub("Kab. ", text, count=1) if _KABUPATEN.match(text) else text


def parse_list(text: str) -> tuple[str, ...]:
    """Give the parts between semicolons, without empty ones."""
    return tuple(part for part in (part.strip() for part in text.split(";")) if part)


def parse_election(text: str) -> str:
    """Give the name of the election; the main one in the site's own spelling."""
    return MAIN_ELECTION if text.casefold() == MAIN_ELECTION.casefold() else text


def vocabulary(words: type[Word], code: str, what: str) -> Callable[[str], Word]:
    """Give a parser for the words of an enum, in any case; it raises CellError(code)."""
    by_key = {word.value.casefold(): word for word in words}

    def parse(text: str) -> Word:
        if word := by_key.get(text.casefold()):
            return word
        known = [word.value for word in words]
        wrong = f"{show(text)} bukan {what} yang dikenal"
        raise CellError(code, wrong, f"salah satu dari: {', '.join(known)}", closest(text, known))

    return parse


PARSERS: dict[str, Callable[[str], Any]] = {
    "tanggal": parse_date,
    "tanggal_selesai": parse_date,
    "jam_mulai": parse_time,
    "jam_selesai": parse_time,
    "zona": vocabulary(Zona, "JDW011", "zona waktu"),
    "provinsi": parse_province,
    "kab_kota": parse_regency,
    "kecamatan": parse_list,
    "kelurahan_desa": parse_list,
    "jenis": vocabulary(Jenis, "JDW014", "jenis"),
    "tps": parse_number,
    "peserta": parse_number,
    "status": vocabulary(Status, "JDW015", "status"),
    "kepastian_tanggal": vocabulary(Kepastian, "JDW016", "kepastian tanggal"),
    "sumber": parse_link,
    "pemilu": parse_election,
}
"""Column -> how a filled cell is read; a column that is not here keeps its text."""
