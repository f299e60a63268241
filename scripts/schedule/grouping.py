"""Sessions by province and kabupaten/kota, in an order that no shuffling of rows can change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from scripts.schedule.model import COLUMNS, Session


@dataclass
class Regency:
    """One kabupaten/kota with its sessions in order of date."""

    name: str
    anchor: str
    sessions: list[Session] = field(default_factory=list)


@dataclass
class Province:
    """One province: the sessions of the province itself, then those of each kabupaten/kota."""

    name: str
    anchor: str
    sessions: list[Session] = field(default_factory=list)
    regencies: list[Regency] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many sessions there are in the whole province."""
        return len(self.sessions) + sum(len(regency.sessions) for regency in self.regencies)


class Anchors:
    """Gives ids that are used once only: `kab-serang`, `kab-serang-2`."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def take(self, prefix: str, name: str) -> str:
        """Give a free id made from `name`, and keep it."""
        wanted = f"{prefix}-{slug(name)}"
        anchor, number = wanted, 1
        while anchor in self._used:
            number += 1
            anchor = f"{wanted}-{number}"
        self._used.add(anchor)
        return anchor


def slug(name: str) -> str:
    """Give `name` in lower-case ASCII letters, digits and hyphens ('lain' if nothing is left).

    >>> slug("DI Yogyakarta")
    'di-yogyakarta'
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-") or "lain"


def group(sessions: Iterable[Session]) -> list[Province]:
    """Give the provinces in order of name, each with its sessions in order of date."""
    anchors = Anchors()
    provinces: dict[str, Province] = {}
    regencies: dict[tuple[str, str], Regency] = {}
    for session in sorted(sessions, key=_order):
        name = session.provinsi
        if name not in provinces:
            provinces[name] = Province(name, anchors.take("prov", name))
        province = provinces[name]
        if not session.kab_kota:
            province.sessions.append(session)
            continue
        key = (name, session.kab_kota)
        if key not in regencies:
            short = session.kab_kota.removeprefix("Kab. ")
            regencies[key] = Regency(session.kab_kota, anchors.take("kab", short))
            province.regencies.append(regencies[key])
        regencies[key].sessions.append(session)
    return list(provinces.values())


def _order(session: Session) -> tuple[object, ...]:
    """Sort by place, then time, unknown dates last; then by all the rest, so no ties are left."""
    return (
        session.provinsi,
        session.kab_kota,
        session.tanggal or date.max,
        session.last_day or date.max,
        session.jam_mulai is None,
        *(str(getattr(session, name) or "") for name in ("jam_mulai", "kecamatan")),
        *(str(getattr(session, name)) for name in COLUMNS),
    )
