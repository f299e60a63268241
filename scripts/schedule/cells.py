"""The text of one cell -> its value, or a `CellError` that says how to mend it.

What is ambiguous (27/01/24, 1.300, 8) is refused, never guessed.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

from scripts.schedule.model import MAIN_ELECTION, Jenis, Kepastian, Status, Zona
from scripts.schedule.problems import show

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
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("senin", "selasa", "rabu", "kamis", "jumat jum'at", "sabtu", "minggu ahad")
    )
    for name in names.split()
}
WEEKDAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
JENIS_ALIASES: dict[str, Jenis] = {
    "bimbingan teknis kpps": Jenis.BIMTEK_KPPS,
    "training of trainers": Jenis.TOT,
    "pelantikan kpps": Jenis.PELANTIKAN,
    "pelantikan & bimtek kpps": Jenis.PELANTIKAN_BIMTEK,
}
"""Other usual words for a kind -> the kind."""
YEARS = range(2000, 2101)
"""A year outside of these is a typing error."""

DATE_EXPECTED = "2024-01-27, 27/01/2024, atau 27 Januari 2024"
TIME_EXPECTED = "jam dan menit seperti 08:00 atau 08.00"
NUMBER_EXPECTED = "bilangan bulat tanpa titik, koma, atau satuan, misalnya 1300"
ID_EXPECTED = "huruf, angka, tanda hubung, titik, atau garis bawah; paling panjang 60"
LINK_EXPECTED = "alamat lengkap yang diawali https:// atau http://"

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_WORDED = re.compile(r"(\d{1,2}) ([A-Za-z]+)\.? (\d{4})", re.ASCII)
_WEEKDAY = re.compile(r"([A-Za-z']+) ?[,/] ?(?=\d)", re.ASCII)
_EXCEL_DAY = re.compile(r"\d{5}", re.ASCII)
_EXCEL_EPOCH = date(1899, 12, 30)
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9])?", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+", re.ASCII)
_NOT_IN_LINKS = re.compile(r"[\s<>\"'\\^`{}|]")
# Control characters but tab and line ends, and what hides text or turns its direction.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
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
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


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
    """Read a date in one of the accepted forms, a weekday before it allowed if it is the right one.

    Raises CellError (JDW007).
    """
    weekday = _WEEKDAY.match(text)
    bare = text[weekday.end() :] if weekday else text
    year, month, day = _date_parts(bare)
    try:
        found = date(year, month, day) if year in YEARS else None
    except ValueError:
        found = None
    if found is None:
        raise CellError("JDW007", f"{show(text)} bukan tanggal", DATE_EXPECTED, _date_hint(bare))
    if weekday and WEEKDAYS.get(weekday[1].lower()) != found.weekday():
        raise CellError(
            "JDW007",
            f"{show(text)}: harinya tidak cocok",
            DATE_EXPECTED,
            f"{found:%d/%m/%Y} jatuh pada hari {WEEKDAY_NAMES[found.weekday()]}",
        )
    return found


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
    slashed = re.sub("[.-]", "/", text)
    if match := _SLASHED.fullmatch(slashed):
        first, second, year = (int(part) for part in match.groups())
        if second > 12 >= first:
            return f"Hari ditulis dulu. Mungkin maksud Anda: {second:02d}/{first:02d}/{year}?"
        if slashed != text and 0 < first <= 31 and 0 < second <= 12:
            return f"Mungkin maksud Anda: {first:02d}/{second:02d}/{year}?"
    if _EXCEL_DAY.fullmatch(text):
        day = _EXCEL_EPOCH + timedelta(days=int(text))
        return f"Excel menyimpan tanggal sebagai angka. Mungkin maksud Anda: {day:%d/%m/%Y}?"
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", text):
        return "Tulis tahun dengan empat angka"
    if (match := _WORDED.fullmatch(text)) and match[2].lower() not in MONTHS:
        return closest(match[2], (name.capitalize() for name in MONTHS if len(name) > 4))
    year = _date_parts(text)[0]
    if year and year not in YEARS:
        return "Periksa tahunnya"
    return "Periksa apakah hari itu ada di kalender" if year else ""


@lru_cache(maxsize=4096)
def parse_time(text: str) -> time:
    """Read an hour such as 08:00, 08.00 or 8.00. Raises CellError (JDW008)."""
    match = _TIME.fullmatch(text)
    # 0.25 may be Excel's quarter of a day: 06.00, not a quarter past midnight.
    if match and int(match[1]) < 24 and int(match[2]) < 60 and not text.startswith("0."):
        return time(int(match[1]), int(match[2]))
    raise CellError("JDW008", f"{show(text)} bukan jam", TIME_EXPECTED, _time_hint(text))


def _time_hint(text: str) -> str:
    """Give a suggestion for the usual slips: no minutes, seconds, a zone, Excel's fraction."""
    if re.fullmatch(r"\d{1,2}", text, re.ASCII) and int(text) < 24:
        return f"Mungkin maksud Anda: {int(text):02d}:00?"
    if match := re.fullmatch(r"0[.,](\d{1,15})", text, re.ASCII):
        minutes = round(float(f"0.{match[1]}") * 24 * 60)
        clock = f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
        return f"Excel menyimpan jam sebagai pecahan hari. Mungkin maksud Anda: {clock}?"
    hour = r"([01]?\d|2[0-3])[:.,]([0-5]\d)"  # never suggest 25:00
    if match := re.fullmatch(rf"{hour}[:.]\d{{2}}", text, re.ASCII):
        return f"Mungkin maksud Anda: {int(match[1]):02d}:{match[2]}?"
    if match := re.match(rf"(?:pukul |pkl\.? )?{hour}\b", text, re.IGNORECASE | re.ASCII):
        return f"Tulis jamnya saja: {int(match[1]):02d}:{match[2]}"
    return ""


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


def parse_id(text: str) -> str:
    """Read an id: it becomes part of addresses. Raises CellError (JDW027)."""
    if _ID.fullmatch(text):
        return text
    hint = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:60].strip("-")
    raise CellError(
        "JDW027",
        f"{show(text)} memuat karakter lain",
        ID_EXPECTED,
        f"Mungkin maksud Anda: {hint}?" if hint else "",
    )


def parse_list(text: str) -> tuple[str, ...]:
    """Give the parts between semicolons, without empty ones."""
    return tuple(part for part in (part.strip() for part in text.split(";")) if part)


def parse_election(text: str) -> str:
    """Give the name of the election; the main one in the site's own spelling."""
    return MAIN_ELECTION if text.casefold() == MAIN_ELECTION.casefold() else text


def vocabulary(
    words: type[Word], code: str, what: str, aliases: Mapping[str, Word] | None = None
) -> Callable[[str], Word]:
    """Give a parser for the words of an enum, in any case; it raises CellError(code)."""
    by_key = {word.value.casefold(): word for word in words} | dict(aliases or {})

    def parse(text: str) -> Word:
        if word := by_key.get(text.casefold()):
            return word
        known = [word.value for word in words]
        wrong = f"{show(text)} bukan {what} yang dikenal"
        longer = [name for name in known if name.casefold().startswith(f"{text.casefold()} ")]
        hint = f"Tulis lengkap: {', '.join(longer)}" if longer else closest(text, known)
        raise CellError(code, wrong, f"salah satu dari: {', '.join(known)}", hint)

    return parse


PARSERS: dict[str, Callable[[str], Any]] = {
    "id": parse_id,
    "tanggal": parse_date,
    "tanggal_selesai": parse_date,
    "jam_mulai": parse_time,
    "jam_selesai": parse_time,
    "zona": vocabulary(Zona, "JDW011", "zona waktu"),
    "jenis": vocabulary(Jenis, "JDW014", "jenis", JENIS_ALIASES),
    "tps": parse_number,
    "peserta": parse_number,
    "status": vocabulary(Status, "JDW015", "status"),
    "kepastian_tanggal": vocabulary(Kepastian, "JDW016", "kepastian tanggal"),
    "sumber": parse_link,
    "pemilu": parse_election,
}
"""Column -> how a filled cell is read; any other keeps its text, and regions and modules are read
in `places` and `modules`."""
