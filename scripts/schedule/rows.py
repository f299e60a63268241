"""Sessions -> the HTML of their day's table: cards on phones, rows on wide screens and paper.

Written by hand instead of by a template engine because the whole country has 84,000 of them in two
languages. Every value goes through `esc`, the only way text gets in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from urllib.parse import quote, urlsplit

from scripts.schedule import formats, modules
from scripts.schedule.calendars import calendar_of
from scripts.schedule.entries import Entry
from scripts.schedule.model import NOT_HELD, UTC_HOURS, Session, Status
from scripts.schedule.words import Words

NOT_SETTLED = frozenset({Status.TERJADWAL, Status.BERUBAH, Status.DITUNDA})
"""States in which a date that has passed needs a remark."""

# Braces too: no template engine that may ever run over a page finds an expression.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;",
     "}": "&#125;", "\n": " ", "\r": " "}
)  # fmt: skip


def esc(text: str) -> str:
    """Give `text` for use between tags or in a quoted attribute, shown exactly as it is."""
    return text.translate(_ESCAPES)


class Writer:
    """Writes rows in one language.

    `static` is the relative address of calendars and data, `repo` the address of the repository,
    `root` the relative address of the language's pages; `today` marks what is overdue.
    Of sessions `collected` from news a missing source is told; a plan of an office needs none.
    """

    def __init__(
        self,
        words: Words,
        static: str,
        root: str,
        repo: str,
        today: date | None,
        collected: bool,
    ) -> None:
        self.words = words
        self.collected = collected
        self.static = static
        self.root = root
        self.repo = repo
        self.today = today
        self.foreign = words.locale != "id"
        self._labels = {name: esc(label) for name, label in words.headers.items()}
        self._head = "".join(f'<th scope="col">{label}</th>' for label in self._labels.values())
        # In English the cells' own words are marked as Indonesian.
        self._open = '<span lang="id">' if self.foreign else ""
        self._close = "</span>" if self.foreign else ""

    def days(self, entries: Sequence[Entry], level: int, regency: bool) -> str:
        """Give a section a day, the heading at `level`; rows name the regency if `regency`."""
        return "\n".join(
            self._day(day, list(group), level, regency)
            for day, group in groupby(entries, key=lambda entry: entry.session.tanggal)
        )

    def _day(self, day: date | None, entries: Sequence[Entry], level: int, regency: bool) -> str:
        words = self.words
        iso = day.isoformat() if day else ""
        title = formats.long_date(day, words.locale) if day else words.undated_day
        rows = "\n".join(self.row(entry, regency) for entry in entries)
        return (
            f'<section class="jadwal-hari" data-hari="{iso}">\n'
            f'<h{level} id="{iso or "tanpa-tanggal"}">{esc(title)} '
            f'<span class="jadwal-banyak">{esc(words.count(len(entries)))}</span></h{level}>\n'
            f'<table class="jadwal"><thead><tr>{self._head}</tr></thead><tbody>\n'
            f"{rows}\n</tbody></table>\n</section>"
        )

    def row(self, entry: Entry, regency: bool) -> str:
        """Give the table row of one session."""
        session = entry.session
        labels = self._labels
        cells = (
            (labels["when"], self._when(session)),
            (labels["where"], self._where(session, regency)),
            (labels["what"], self._what(session)),
            (labels["venue"], self._venue(session)),
            (labels["status"], self._status(session)),
            (labels["actions"], self._actions(entry)),
        )
        inner = "".join(
            f'<td data-label="{label}"><div>{content}</div></td>' for label, content in cells
        )
        return (
            f'<tr id="{esc(entry.anchor)}" class="jadwal-sesi--{session.status.value}"'
            f"{_data(session)}>{inner}</tr>"
        )

    def _when(self, session: Session) -> str:
        words = self.words
        first, last = session.tanggal, session.last_day
        parts = [f"<strong>{esc(formats.hours(session, words))}</strong>"]
        if first and last and last > first:
            length = words.days.format((last - first).days + 1)
            parts.append(
                f'<span class="jadwal-baris">{_time(first, words)} {words.until} '
                f"{_time(last, words)} ({length})</span>"
            )
        if mark := words.certainty[session.kepastian_tanggal]:
            parts.append(f'<span class="jadwal-tanda">{esc(mark)}</span>')
        if session.status not in NOT_HELD:  # "today" would send people there in vain
            parts.append('<span class="jadwal-kapan" hidden></span>')
        return "".join(parts)

    def _where(self, session: Session, regency: bool) -> str:
        lines = [
            f'<span class="jadwal-baris">{esc(label)}: {esc(names)}</span>'
            for label, names in formats.areas(session, self.words)
        ]
        if regency and session.kab_kota:
            lines.insert(0, f'<span class="jadwal-baris">{esc(session.kab_kota.name)}</span>')
        if not lines or (not session.kecamatan and regency):
            level = self.words.regency_level if session.kab_kota else self.words.province_level
            lines.append(f'<span class="jadwal-baris">{esc(level)}</span>')
        return "".join(lines)

    def _what(self, session: Session) -> str:
        words = self.words
        parts = [f"<strong>{esc(words.jenis[session.jenis])}</strong>"]
        if session.gelombang:
            bare = session.has_bare_wave
            text = esc(session.gelombang) if bare else self._own(session.gelombang)
            parts.append(f", {words.wave} {text}" if bare else f", {text}")
        if sizes := self._sizes(session):
            parts.append(f'<span class="jadwal-baris">{sizes}</span>')
        if session.modul:
            links = ", ".join(
                f'<a href="{self.root}modul/{esc(name)}/">'
                f"{esc(modules.title(name, words.locale))}</a>"
                for name in session.modul
            )
            parts.append(f'<span class="jadwal-baris">{words.module}: {links}</span>')
        if session.fasilitator:
            parts.append(self._line(words.facilitator, session.fasilitator))
        if session.catatan:
            parts.append(
                f'<span class="jadwal-baris jadwal-catatan">{self._own(session.catatan)}</span>'
            )
        return "".join(parts)

    def _sizes(self, session: Session) -> str:
        words = self.words
        pairs = ((words.participants, session.peserta), (words.stations, session.tps))
        return ", ".join(
            esc(label.format(formats.number(value, words)))
            for label, value in pairs
            if value is not None
        )

    def _venue(self, session: Session) -> str:
        words = self.words
        venue = self._own(session.tempat) if session.tempat else esc(words.no_venue)
        parts = [f'<span class="jadwal-baris">{venue}</span>']
        if session.alamat:
            parts.append(f'<span class="jadwal-baris">{self._own(session.alamat)}</span>')
        if session.penyelenggara:
            parts.append(self._line(words.organiser, session.penyelenggara))
        return "".join(parts)

    def _status(self, session: Session) -> str:
        state = session.status
        text = (
            f'<span class="jadwal-status jadwal-status--{state.value}">'
            f"{esc(self.words.status[state])}</span>"
        )
        last = session.last_day
        if self.today and last and last < self.today and state in NOT_SETTLED:
            text += f'<span class="jadwal-tanda">{esc(self.words.overdue)}</span>'
        return text

    def _actions(self, entry: Entry) -> str:
        session, words = entry.session, self.words
        links = []
        if session.tanggal:
            links.append(
                f'<a class="jadwal-kalender" href="{self.static}{calendar_of(session)}" '
                f'data-uid="{esc(entry.uid)}" download>{words.calendar}</a>'
            )
        if session.sumber:
            address, host = _source(session.sumber)
            links.append(
                f'<a href="{address}" rel="nofollow noopener" title="{host}">{words.source}</a>'
            )
        elif self.collected:
            links.append(f"<span>{esc(words.no_source)}</span>")
        links.append(
            f'<a class="jadwal-perbaiki" href="{_blob(self.repo, entry.file)}" '
            f'data-kunci="{_key(session)}">{words.correct}</a>'
        )
        return " ".join(links)

    def _line(self, label: str, text: str) -> str:
        return f'<span class="jadwal-baris">{label}: {self._own(text)}</span>'

    def _own(self, text: str) -> str:
        """Give a cell's own words."""
        return f"{self._open}{esc(text)}{self._close}"


def _data(session: Session) -> str:
    """Give the attributes that the page's script filters by."""
    codes = " ".join(place.code for place in session.areas)
    text = f' data-w="{codes}" data-j="{slug(session.jenis.value)}"'
    if session.tanggal:
        text += f' data-m="{session.tanggal.isoformat()}"'
        if session.tanggal_selesai and session.tanggal_selesai > session.tanggal:
            text += f' data-s="{session.tanggal_selesai.isoformat()}"'
    if session.jam_mulai:
        text += f' data-jm="{session.jam_mulai:%H:%M}"'
    if session.jam_selesai:
        text += f' data-js="{session.jam_selesai:%H:%M}"'
    return f'{text} data-z="{UTC_HOURS[session.zona]}"'


def _key(session: Session) -> str:
    """Give what finds the row in its file: the id, or texts that stand in the row."""
    if session.id:
        return esc(session.id)
    texts = [place.name for place in session.areas] + [session.tempat, session.gelombang]
    return esc("|".join(text.replace("|", " ") for text in texts if text))


@lru_cache(maxsize=64)
def slug(text: str) -> str:
    """Give 'bimtek-kpps' for 'bimtek KPPS'."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


@lru_cache(maxsize=4096)
def _time(day: date, words: Words) -> str:
    return f'<time datetime="{day.isoformat()}">{esc(formats.long_date(day, words.locale))}</time>'


@lru_cache(maxsize=4096)
def _source(address: str) -> tuple[str, str]:
    """Give address and host of a source for use in attributes."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return esc(address), esc(host)


@lru_cache(maxsize=4096)
def _blob(repo: str, file: str) -> str:
    """Give where GitHub shows the file as text; the page's script adds the line."""
    return esc(f"{repo}/blob/main/{quote(file)}?plain=1")


def first_dates(entries: Iterable[Entry]) -> list[tuple[date, int]]:
    """Give each day on which sessions start that will be held, in order, and how many do."""
    starts = Counter(
        entry.session.tanggal
        for entry in entries
        if entry.session.tanggal and entry.session.status not in NOT_HELD
    )
    return sorted((day, count) for day, count in starts.items() if day)
