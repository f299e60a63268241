"""Warnings about a plan: against the calendar, other sessions and the list of villages.

A warning does not stop a build. Archives (settings) are left out: nobody can mend their gaps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

import holidays

from scripts.schedule.model import NOT_HELD, Jenis, Session
from scripts.schedule.problems import ScheduleProblem, make, show
from scripts.schedule.reader import Record, Table
from scripts.schedule.regions import children, squeeze
from scripts.schedule.settings import Settings

CLASS_SIZE = 50
"""More people than this in one class cannot all practise: a measure of this site, not a rule."""

OF_KPPS = frozenset(
    {Jenis.BIMTEK_KPPS, Jenis.BIMTEK_GABUNGAN, Jenis.PELANTIKAN_BIMTEK, Jenis.SIMULASI}
)
"""Kinds that KPPS members attend before voting day."""

_SHOWN_VILLAGES = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """A session and the row it stands in, so that a warning can point at its cells."""

    session: Session
    table: Table
    row: Record

    def warn(
        self, column: str, code: str, wrong: str, expected: str, advice: str
    ) -> ScheduleProblem:
        """Give a warning at a cell of the row."""
        return make(
            self.table.place(self.row, column),
            code,
            wrong,
            field=column,
            cell=self.table.cell(self.row, column),
            expected=expected,
            suggestion=advice,
        )

    @property
    def here(self) -> str:
        """File and line, as other messages name it."""
        return f"{self.table.file}:{self.row.first}"

    @property
    def place(self) -> tuple[str, int]:
        """File and line, to sort by: line 10 comes after line 9."""
        return self.table.file, self.row.first


def problems(plans: Sequence[Plan], rules: Settings) -> Iterator[ScheduleProblem]:
    """Give every warning about `plans`; cancelled and postponed sessions take no one's time."""
    held = [plan for plan in plans if plan.session.status not in NOT_HELD]
    for plan in held:
        yield from _single(plan, rules)
    yield from _overlaps(held, "tempat", "JDW033", "tempat ini juga dipakai pada jam yang sama")
    yield from _overlaps(
        held, "fasilitator", "JDW034", "fasilitator ini juga bertugas pada jam yang sama"
    )
    yield from _coverage(held)


def _single(plan: Plan, rules: Settings) -> Iterator[ScheduleProblem]:
    session = plan.session
    if session.jam_mulai is None:
        yield plan.warn(
            "jam_mulai", "JDW039", "jam mulai kosong", "jam dan menit seperti 08.00",
            "Isi begitu jamnya diketahui",
        )  # fmt: skip
    if (session.peserta or 0) > CLASS_SIZE and not session.gelombang:
        yield plan.warn(
            "peserta", "JDW035", f"{session.peserta} peserta dalam satu kelas",
            f"paling banyak {CLASS_SIZE} orang sekelas, atau gelombang yang terisi",
            "Isi gelombang, misalnya 1 dari 2",
        )  # fmt: skip
    if session.tanggal:
        yield from _calendar(plan, session.tanggal, rules)


def _calendar(plan: Plan, first: date, rules: Settings) -> Iterator[ScheduleProblem]:
    """The day against oath, voting day and national holidays."""
    session = plan.session
    days = rules.election(session.pemilu)
    last = session.last_day or first
    if session.jenis in OF_KPPS:
        if days.pemungutan_suara and last >= days.pemungutan_suara:
            yield plan.warn(
                "tanggal", "JDW036", f"{last:%d/%m/%Y} bukan sebelum hari pemungutan suara",
                f"sebelum {days.pemungutan_suara:%d/%m/%Y}",
                "Periksa tanggalnya; untuk pemungutan suara ulang tulis jenis bimtek PSU",
            )  # fmt: skip
        if days.pelantikan_kpps and first < days.pelantikan_kpps:
            yield plan.warn(
                "tanggal", "JDW037", f"{first:%d/%m/%Y} sebelum KPPS dilantik",
                f"{days.pelantikan_kpps:%d/%m/%Y} atau sesudahnya", "Periksa tanggalnya",
            )  # fmt: skip
    day = first
    while day <= min(last, first + timedelta(days=31)):
        if name := _holidays(day.year).get(day):
            yield plan.warn(
                "tanggal", "JDW038", f"{day:%d/%m/%Y} hari libur: {name}", "hari kerja atau Minggu",
                "Periksa tanggalnya",
            )  # fmt: skip
        day += timedelta(days=1)


@cache
def _holidays(year: int) -> dict[date, str]:
    """Give Indonesia's national holidays of `year` with their Indonesian names."""
    return dict(holidays.country_holidays("ID", years=year, language="id"))


def _overlaps(
    plans: Iterable[Plan], column: str, code: str, wrong: str
) -> Iterator[ScheduleProblem]:
    """Sessions that need the same room or people at once, in the same area."""
    groups: dict[Hashable, list[tuple[datetime, datetime, Plan]]] = defaultdict(list)
    for plan in plans:
        if name := squeeze(getattr(plan.session, column)):
            for key in _where(plan.session):
                groups[(key, name)] += [(start, end, plan) for start, end in _busy(plan.session)]
    told: set[frozenset[int]] = set()
    for spans in filter(None, groups.values()):
        # By place in the file at the end, so that the later row is the one that is told.
        spans.sort(key=lambda span: (span[0], span[1], span[2].place))
        _, end, plan = spans[0]  # of those before, the one that lasts longest
        for start, other_end, other in spans[1:]:
            pair = frozenset((id(plan), id(other)))
            if other is not plan and start < end and pair not in told:
                told.add(pair)
                yield other.warn(
                    column, code, f"{wrong}: {plan.here}", "satu sesi pada satu waktu",
                    "Periksa jam, atau bedakan namanya",
                )  # fmt: skip
            if other_end > end:
                end, plan = other_end, other


def _where(session: Session) -> tuple[str, ...]:
    """Give the areas within which the same name means the same room or people."""
    return tuple(place.code for place in session.kecamatan) or (
        session.kab_kota.code if session.kab_kota else session.provinsi.code,
    )


def _busy(session: Session) -> Iterator[tuple[datetime, datetime]]:
    """Give the known hours of each day (or night, as in calendars) of the session, local time."""
    first, start, end = session.tanggal, session.jam_mulai, session.jam_selesai
    if not (first and start and end and session.last_day):
        return
    over_midnight = timedelta(days=end <= start)
    for number in range(min((session.last_day - first - over_midnight).days, 31) + 1):
        day = first + timedelta(days=number)
        yield datetime.combine(day, start), datetime.combine(day + over_midnight, end)


def _coverage(plans: Iterable[Plan]) -> Iterator[ScheduleProblem]:
    """Villages of a district that has sessions by village, but none for them."""
    covered: dict[tuple[str, str], set[str]] = defaultdict(set)
    first: dict[tuple[str, str], Plan] = {}
    whole: set[tuple[str, str]] = set()
    for plan in sorted(plans, key=lambda plan: plan.place):
        session = plan.session
        if session.jenis not in OF_KPPS:
            continue
        villages = {place.parent for place in session.kelurahan_desa}
        for district in session.kecamatan:
            key = (session.pemilu, district.code)
            if district.code in villages:
                first.setdefault(key, plan)
            else:
                whole.add(key)
        for village in session.kelurahan_desa:
            covered[(session.pemilu, village.parent)].add(village.code)
    for key, plan in first.items():
        missing = [p for p in children(key[1]) if p.code not in covered[key]]
        if key in whole or not missing:
            continue
        names = ", ".join(place.name for place in missing[:_SHOWN_VILLAGES])
        more = f", dan {len(missing) - _SHOWN_VILLAGES} lagi" if missing[_SHOWN_VILLAGES:] else ""
        district_name = next(d.name for d in plan.session.kecamatan if d.code == key[1])
        yield plan.warn(
            "kecamatan", "JDW040",
            f"Kec. {show(district_name)[1:-1]}: {len(missing)} dari {len(children(key[1]))} "
            "kelurahan/desa tanpa sesi",
            "setiap kelurahan/desa punya sesi", f"Periksa: {names}{more}",
        )  # fmt: skip
