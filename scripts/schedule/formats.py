"""Dates, hours, numbers and places as a reader of each language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from scripts.schedule.model import Session
from scripts.schedule.regions import is_papuan
from scripts.schedule.words import Words


@lru_cache(maxsize=4096)
def long_date(day: date, locale: str) -> str:
    """Give 'Sabtu, 27 Januari 2024' or 'Saturday, 27 January 2024'."""
    return format_date(day, "EEEE, d MMMM y", locale=locale)


@lru_cache(maxsize=4096)
def short_date(day: date, locale: str) -> str:
    """Give '27 Januari 2024' or '27 January 2024'."""
    return format_date(day, "d MMMM y", locale=locale)


def period(sessions: Iterable[Session], words: Words) -> str:
    """Give '26 Januari 2024 s.d. 3 Februari 2024', the one day, or '' if no date is known."""
    spans = [(s.tanggal, s.last_day) for s in sessions if s.tanggal and s.last_day]
    if not spans:
        return ""
    start, end = min(first for first, _ in spans), max(last for _, last in spans)
    text = short_date(start, words.locale)
    return text if start == end else f"{text} {words.until} {short_date(end, words.locale)}"


def hours(session: Session, words: Words) -> str:
    """Give the hours with their zone; says so when they are not known."""
    zone = session.zona.value
    start, end = session.jam_mulai, session.jam_selesai
    if start and end:
        return f"{_clock(start, words)}–{_clock(end, words)} {zone}"
    if start:
        return words.open_end.format(start=_clock(start, words), zone=zone)
    if end:
        return words.only_end.format(end=_clock(end, words), zone=zone)
    return words.no_hours.format(zone=zone)


def areas(session: Session, words: Words) -> list[tuple[str, str]]:
    """Give label and names of districts and villages, as far as given."""
    papua = is_papuan(session.provinsi.code)
    labels = (
        (words.papua_district if papua else words.district, session.kecamatan),
        (words.village, session.kelurahan_desa),
    )
    return [
        (label, ", ".join(place.name for place in places)) for label, places in labels if places
    ]


@lru_cache(maxsize=4096)
def number(value: int, words: Words) -> str:
    """Give 1.300 or 1,300."""
    return format_decimal(value, locale=words.locale)


@lru_cache(maxsize=4096)
def _clock(value: time, words: Words) -> str:
    return f"{value:%H}{words.time_separator}{value:%M}"
