"""Sessions as schema.org `Event` objects, for search engines and calendars that read pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from scripts.schedule.entries import Entry
from scripts.schedule.model import UTC_HOURS, Session, Status
from scripts.schedule.words import Words

_STATES = {
    Status.BATAL: "EventCancelled",
    Status.DITUNDA: "EventPostponed",
    Status.BERUBAH: "EventRescheduled",
}
# Inside a script element these could end it; a doubled brace in a text could pass for a template
# expression. Braces in texts are escaped, those of the JSON itself set apart by a space.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_JSON_TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_TWO_CLOSED = re.compile(r"}(?=})")


def script(entries: Iterable[Entry], words: Words) -> str:
    """Give one script element with every session that has a date, or "" if none has."""
    events = [event(entry, words) for entry in entries if entry.session.tanggal]
    if not events:
        return ""
    document = {"@context": "https://schema.org", "@graph": events}
    return f'<script type="application/ld+json">{in_script(document)}</script>'


def in_script(value: Any) -> str:
    """Give `value` as JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = _JSON_TEXT.sub(lambda hit: _escape_braces(hit[0]), text)
    return _TWO_CLOSED.sub("} ", text).translate(_IN_SCRIPT)


def _escape_braces(text: str) -> str:
    return text.replace("{", "\\u007b").replace("}", "\\u007d")


def event(entry: Entry, words: Words) -> dict[str, Any]:
    """Give one session as an `Event`; a session of a known day only, with what is known."""
    session = entry.session
    first, last = session.tanggal, session.last_day
    assert first and last
    made: dict[str, Any] = {
        "@type": "Event",
        "@id": f"#{entry.anchor}",
        "name": f"{words.jenis[session.jenis]}: {_areas(session)}",
        "startDate": _moment(session, first, session.jam_mulai),
        "eventStatus": f"https://schema.org/{_STATES.get(session.status, 'EventScheduled')}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": session.tempat or _areas(session),
            "address": ", ".join(filter(None, (session.alamat, _path(session)))),
        },
    }
    if session.jam_selesai or last > first:
        made["endDate"] = _moment(session, last, session.jam_selesai)
    if session.penyelenggara:
        made["organizer"] = {"@type": "Organization", "name": session.penyelenggara}
    return made


def _areas(session: Session) -> str:
    return ", ".join(place.name for place in session.areas)


def _path(session: Session) -> str:
    """Give the regions above the session's own, smallest first, ending with the province."""
    names = [place.name for place in session.kecamatan] if session.kelurahan_desa else []
    names += [session.kab_kota.name] if session.kab_kota and session.kecamatan else []
    return ", ".join([*names, session.provinsi.name])


def _moment(session: Session, day: date, hour: time | None) -> str:
    """Give an ISO 8601 date, with hour and offset where the hour is known."""
    if hour is None:
        return day.isoformat()
    zone = timezone(timedelta(hours=UTC_HOURS[session.zona]))
    return datetime.combine(day, hour, zone).isoformat()
