"""Calendars (RFC 5545) of the schedule: one file for all of it, each province, regency, district.

What an event shows of the hours of a session:

- both hours: from one to the other, in local time;
- only the first: its beginning, without an end; without it: the whole day or days;
- several days with hours are daily: the event of the first day, repeated. When the end is not after
  the beginning, each of them ends on the next day and the last one on `tanggal_selesai`: two days
  are one session over midnight, four days are three such nights.

A session without a date is in no calendar, but keeps its place in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Timezone,
    TimezoneStandard,
    vCategory,
    vDatetime,
    vDDDTypes,
    vInt,
    vRecur,
    vText,
    vUri,
    vUTCOffset,
)
from icalendar.parser import Contentline

from scripts.schedule.entries import Entry
from scripts.schedule.ledger import Ledger, digest_of
from scripts.schedule.model import (
    MAIN_ELECTION,
    UTC_HOURS,
    Kepastian,
    Session,
    Status,
    Zona,
)
from scripts.schedule.regions import Region, is_papuan

WHOLE = "jadwal.ics"
"""The calendar of the whole schedule."""

ZONES: dict[Zona, ZoneInfo] = {
    Zona.WIB: ZoneInfo("Asia/Jakarta"),
    Zona.WITA: ZoneInfo("Asia/Makassar"),
    Zona.WIT: ZoneInfo("Asia/Jayapura"),
}
"""Zone -> its name in the tz database."""

_PRODUCT = "-//bimtek-kpps//jadwal//ID"
_TITLE = "Jadwal bimtek KPPS"
_END = b"END:VCALENDAR\r\n"
_NAMES_SHOWN = 3
_MANY_NAMES = 5
"""From here on only the first names are shown: "dan 1 lainnya" would be as long as the name."""
_FOLD = 74
"""Octets of a folded line; the space before the next piece is the 75th."""
_INVITATION = "Yang berlaku adalah undangan resmi; bagi KPPS, undangan dari PPS."
_PREFIXES = {
    Status.BATAL: "DIBATALKAN: ",
    Status.DITUNDA: "DITUNDA: ",
    Status.BERUBAH: "BERUBAH: ",
}
_CERTAINTY = {
    Kepastian.TERSURAT: "Tanggal: tertulis di sumbernya.",
    Kepastian.DISIMPULKAN: "Tanggal: disimpulkan, belum tentu tepat.",
    Kepastian.RENCANA: "Tanggal: masih rencana.",
    Kepastian.TIDAK_DISEBUT: "Tanggal: tidak disebut sumbernya.",
}
_NO_DATE = digest_of(("tanpa tanggal",))
# RFC 5545 allows no control characters in text; the others are line ends to careless readers.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


class _When(NamedTuple):
    """The time of an event; without hours its end is the day after the last. `times`: how often."""

    first: date
    start: time | None
    last: date | None
    end: time | None
    zone: Zona | None
    times: int


class _Shown(NamedTuple):
    """All that an event shows."""

    summary: str
    location: str
    description: str
    category: str
    status: str
    url: str
    when: _When


@dataclass(slots=True)
class _File:
    """A calendar: its title, its events ready to write, the zones they need."""

    title: str
    events: list[bytes] = field(default_factory=list)
    zones: set[Zona] = field(default_factory=set)


def render(entries: Sequence[Entry], ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """Give path (below jadwal/) and content of every calendar, `jadwal.ics` first.

    `entries` are the sessions of the edition, in any order. `ledger` is complete when this returns,
    before the first file is taken. Regions without a dated session have no file; the whole always
    has. Raises SettingsError (see Ledger.stamp).
    """
    files = {"": _File(f"{_TITLE}: {MAIN_ELECTION}")}
    for entry in sorted(entries, key=lambda entry: (entry.session.tanggal or date.max, entry.uid)):
        session = entry.session
        if session.tanggal is None:
            ledger.stamp(entry.uid, _NO_DATE)  # its sequence goes on when the date comes back
            continue
        shown = _shown(session, session.tanggal)
        event = _event(entry.uid, shown, ledger)
        for code, title in _calendars(session):
            if code not in files:
                files[code] = _File(f"{_TITLE}: {title}")
            files[code].events.append(event)
            if shown.when.zone:
                files[code].zones.add(shown.when.zone)
    return ((_path(code), _file(files[code])) for code in sorted(files))


def calendar_of(session: Session) -> str:
    """Give the path of the smallest calendar with this session: of its first kecamatan, if any.

    Gives "" for a session without a date, which no calendar holds.
    """
    if session.tanggal is None:
        return ""
    places = (*session.kecamatan, session.kab_kota, session.provinsi)
    return _path(next(place.code for place in places if place))


def _path(code: str) -> str:
    return f"kalender/{code}.ics" if code else WHOLE


def _calendars(session: Session) -> Iterator[tuple[str, str]]:
    """Give code and title of each calendar that the session is in."""
    yield "", ""
    yield session.provinsi.code, session.provinsi.name
    if session.kab_kota:
        yield session.kab_kota.code, session.kab_kota.name
    for place in dict.fromkeys(session.kecamatan):
        within = f", {session.kab_kota.name}" if session.kab_kota else ""
        yield place.code, f"{_district(place.code)} {place.name}{within}"


def _file(file: _File) -> bytes:
    """Give the calendar; one without events holds a time zone, as it may not be empty."""
    calendar = Calendar()
    calendar["PRODID"] = _Text(_PRODUCT)
    calendar["VERSION"] = _Text("2.0")
    calendar["CALSCALE"] = _Text("GREGORIAN")
    calendar["X-WR-CALNAME"] = _Text(file.title)
    for zone in sorted(file.zones if file.events else {Zona.WIB}):
        calendar.add_component(_timezone(zone))
    frame = calendar.to_ical(sorted=False)
    return b"".join((frame.removesuffix(_END), *file.events, _END))


@cache
def _timezone(zone: Zona) -> Timezone:
    always = TimezoneStandard()
    always["DTSTART"] = vDatetime(datetime(1970, 1, 1))
    always["TZOFFSETFROM"] = always["TZOFFSETTO"] = vUTCOffset(timedelta(hours=UTC_HOURS[zone]))
    always["TZNAME"] = _Text(zone.value)
    component = Timezone()
    component["TZID"] = _Text(ZONES[zone].key)
    component.add_component(always)
    return component


def _shown(session: Session, first: date) -> _Shown:
    """Give what the event of a session, whose first day is `first`, shows."""
    if session.status is Status.BATAL:
        status = "CANCELLED"
    elif session.status is Status.DITUNDA or session.kepastian_tanggal is Kepastian.RENCANA:
        status = "TENTATIVE"
    else:
        status = "CONFIRMED"
    return _Shown(
        summary=_plain(_summary(session)),
        location=_plain(_location(session)),
        description="\n".join(map(_plain, _description(session))),
        category=session.jenis.value,
        status=status,
        url="".join(_plain(session.sumber).split()),
        when=_when(session, first),
    )


def _when(session: Session, first: date) -> _When:
    last = session.tanggal_selesai or first
    start, end, zone = session.jam_mulai, session.jam_selesai, session.zona
    days = (last - first).days + 1
    if start is None:
        return _When(first, None, last + timedelta(days=1), None, None, 1)
    if end is None:
        return _When(first, start, None, None, zone, days)
    if end > start:
        return _When(first, start, first, end, zone, days)
    if days == 1:  # the checks refuse it, and an end before the beginning would break the file
        return _When(first, start, None, None, zone, 1)
    return _When(first, start, first + timedelta(days=1), end, zone, days - 1)


def _summary(session: Session) -> str:
    kind = session.jenis.value
    wave = session.gelombang
    if session.has_bare_wave:
        wave = f"gelombang {wave}"
    place = ", ".join(_region_names(session)[:2])
    wave = f" ({wave})" if wave else ""
    return f"{_PREFIXES.get(session.status, '')}{kind[0].upper()}{kind[1:]}: {place}{wave}"


def _location(session: Session) -> str:
    parts = (session.tempat, session.alamat, *_region_names(session))
    return ", ".join(part for part in parts if part)


def _description(session: Session) -> Iterator[str]:
    """Give the lines of what is not said elsewhere."""
    if max(len(session.kelurahan_desa), len(session.kecamatan)) >= _MANY_NAMES:
        yield f"Untuk: {_all_names(session)}"
    yield from _hours_missing(session)
    for label, text in (
        ("Penyelenggara", session.penyelenggara),
        ("Fasilitator", session.fasilitator),
        ("Catatan", session.catatan),
    ):
        if text:
            yield f"{label}: {text}"
    yield _CERTAINTY[session.kepastian_tanggal]
    yield _INVITATION


def _hours_missing(session: Session) -> Iterator[str]:
    """Give the line that says which hours are not known, if any."""
    if session.jam_mulai and not session.jam_selesai:
        yield "Jam selesai tidak diumumkan."
    elif session.jam_selesai and not session.jam_mulai:
        end = f"{session.jam_selesai:%H.%M} {session.zona.value}"
        yield f"Selesai pukul {end}; jam mulai tidak diumumkan."
    elif not session.jam_mulai:
        yield "Jam tidak diumumkan."


def _region_names(session: Session) -> list[str]:
    """Give the places from the smallest to the largest: villages, districts, regency, province."""
    names = []
    if session.kelurahan_desa:
        names.append(_some(session.kelurahan_desa))
    if session.kecamatan:
        names.append(f"{_district(session.provinsi.code)} {_some(session.kecamatan)}")
    if session.kab_kota:
        names.append(session.kab_kota.name)
    return [*names, session.provinsi.name]


def _some(places: Sequence[Region]) -> str:
    """Give the first few names and how many more there are; the description has all of them."""
    if len(places) < _MANY_NAMES:
        return _names(places)
    return f"{_names(places[:_NAMES_SHOWN])}, dan {len(places) - _NAMES_SHOWN} lainnya"


def _names(places: Sequence[Region]) -> str:
    return ", ".join(place.name for place in places)


def _all_names(session: Session) -> str:
    districts = f"{_district(session.provinsi.code)} {_names(session.kecamatan)}"
    return "; ".join(filter(None, (_names(session.kelurahan_desa), districts)))


def _district(code: str) -> str:
    """Give what a kecamatan is called in the province of this code: in Papua a distrik."""
    return "Distrik" if is_papuan(code) else "Kec."


def _plain(text: str) -> str:
    """Give `text` with line ends as "\n" and no other control character."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def _event(uid: str, shown: _Shown, ledger: Ledger) -> bytes:
    """Give the serialised event, and note it in the ledger."""
    when = shown.when
    sequence, stamp = ledger.stamp(uid, digest_of((*shown[:-1], *map(str, when))))
    lines = [
        b"BEGIN:VEVENT",
        _line("UID", _Text(_plain(uid))),
        _line("SUMMARY", _Text(shown.summary)),
        _moment("DTSTART", when.first, when.start, when.zone),
        _moment("DTEND", when.last, when.end, when.zone) if when.last else b"",
        _daily(when.times) if when.times > 1 else b"",
        _line("LOCATION", _Text(shown.location)),
        _line("DESCRIPTION", _Text(shown.description)),
        _vocabulary(shown.category, shown.status),
        _line("URL", vUri(shown.url)) if shown.url else b"",
        _revision(sequence, stamp),
        b"END:VEVENT\r\n",
    ]
    return b"\r\n".join(filter(None, lines))


class _Text(vText):
    """Text escaped as RFC 5545, 3.3.11 says: icalendar 7.3 makes a line end of backslash and N."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


class _Line(Contentline):
    """A line folded as icalendar does it, but not character by character if it is ASCII."""

    def to_ical(self) -> bytes:
        if not self.isascii():
            return super().to_ical()
        begin, pieces = 0, []
        while len(self) - begin > _FOLD:
            end = begin + _FOLD
            if self[end - 1] in "\\^":  # an escape stays in one piece
                end -= 1
            pieces.append(self[begin:end])
            begin = end
        pieces.append(self[begin:])
        return "\r\n ".join(pieces).encode()


def _line(name: str, value: Any) -> bytes:
    """Give the folded line, without its end, of a property."""
    return _Line.from_parts(name, value.params, value).to_ical()


# Most sessions share their hours, revision, kind and status, so these lines are made only once:
# icalendar's own Event takes three times as long, and there may be an event for every village.


@lru_cache(maxsize=65_536)
def _moment(name: str, day: date, hour: time | None, zone: Zona | None) -> bytes:
    if hour is None or zone is None:
        return _line(name, vDDDTypes(day))
    return _line(name, vDatetime(datetime.combine(day, hour, ZONES[zone])))


@lru_cache(maxsize=65_536)
def _revision(sequence: int, stamp: datetime) -> bytes:
    moment = vDatetime(stamp)
    return b"\r\n".join(
        (
            _line("SEQUENCE", vInt(sequence)),
            _line("DTSTAMP", moment),
            _line("LAST-MODIFIED", moment),
        )
    )


@cache
def _daily(times: int) -> bytes:
    return _line("RRULE", vRecur({"FREQ": "DAILY", "COUNT": times}))


@cache
def _vocabulary(category: str, status: str) -> bytes:
    return b"\r\n".join(
        (_line("CATEGORIES", vCategory([category])), _line("STATUS", _Text(status)))
    )
