"""Sessions in one order, each with the name under which pages, calendars and links know it.

The names outlive every edit of date, hour and venue: from the `id` of the row or, without one,
from what the session is (election, kind, regions, wave, organiser).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from scripts.schedule.model import Session

DOMAIN = "jadwal.bimtek-kpps"
"""Right-hand side of every UID. It is a name, not an address, and never changes."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """A sound session and the file it stands in (relative to the repository)."""

    session: Session
    file: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A session with its lasting names: `uid` in calendars and feeds, `anchor` on pages."""

    session: Session
    file: str
    uid: str
    anchor: str


def entries(sourced: Iterable[Sourced]) -> list[Entry]:
    """Give the sessions in order of date, hour and place: no shuffling of rows can change it."""
    taken: Counter[str] = Counter()
    made = []
    for item in sorted(sourced, key=lambda item: order(item.session)):
        name, anchor = _names(item.session, taken)
        made.append(Entry(item.session, item.file, f"{name}@{DOMAIN}", anchor))
    return made


def order(session: Session) -> tuple[object, ...]:
    """Sort by time, unknown dates last, then by place; by all the rest, so no ties are left."""
    return (
        session.tanggal or date.max,
        session.jam_mulai or time.max,
        session.jam_mulai is None,
        session.kab_kota.code if session.kab_kota else session.provinsi.code,
        tuple(place.code for place in session.kecamatan),
        tuple(place.code for place in session.kelurahan_desa),
        session.gelombang,
        # An id is unique; only rows without one need all the rest to be told apart.
        session.id.lower() or repr(session),
    )


def _names(session: Session, taken: Counter[str]) -> tuple[str, str]:
    if session.id:
        return session.id.lower(), f"sesi-{session.id.lower()}"
    what = (
        session.pemilu,
        session.jenis.value,
        *(place.code for place in (session.provinsi, *session.areas)),
        session.gelombang,
        session.penyelenggara,
    )
    key = hashlib.sha256("\0".join(what).encode()).hexdigest()[:16]
    taken[key] += 1
    # The second session of the same kind, place and wave gets a number of its own.
    name = key if taken[key] == 1 else f"{key}.{taken[key]}"
    return f"tanpa-id.{name}", f"sesi_{name}"
