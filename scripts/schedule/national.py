"""A made-up national schedule, one session for every kelurahan and desa: for benchmark and tests.

Only the regions are real; there are no persons, numbers to call or links in it. Offices differ, so
the files do too: in how they write dates and hours, and in whether regions are names or codes.

    python -m scripts.schedule.national FOLDER [--rows N] [--seed S]
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

from scripts.schedule.model import Jenis, Status
from scripts.schedule.regions import Region, children, region, written, zone_of

VILLAGES = 83_762
"""How many kelurahan and desa there are, so how many rows the whole set has."""

COLUMNS = (
    "id",
    "tanggal",
    "jam_mulai",
    "jam_selesai",
    "zona",
    "provinsi",
    "kab_kota",
    "kecamatan",
    "kelurahan_desa",
    "tempat",
    "jenis",
    "gelombang",
    "tps",
    "peserta",
    "modul",
    "penyelenggara",
    "fasilitator",
    "status",
    "catatan",
    "pemilu",
)
"""The columns an office fills in when it plans; the others would be empty in every row."""

ONE_CLASS = 50
"""More people than this are taught in waves."""

FIRST_DAY, LAST_DAY = date(2024, 1, 25), date(2024, 2, 4)

_DAYS = tuple(FIRST_DAY + timedelta(n) for n in range((LAST_DAY - FIRST_DAY).days + 1))
_MORNING, _AFTERNOON = (time(8), time(12)), (time(13), time(17))
_EVENING = (time(19, 30), time(22))
_JAVA = ("31", "32", "33", "34", "35", "36")
_MEDIAN_TPS = {(True, True): 32, (True, False): 14, (False, True): 13, (False, False): 4.8}
"""Kelurahan or not, on Java or not -> the usual number of TPS."""
_MODULES = ("", "05-pemungutan-suara", "05-pemungutan-suara; 07-penghitungan-suara")
_NOTES = {
    Status.TERJADWAL: ("", "bawa surat keputusan pengangkatan", "kelas dibagi menurut nomor TPS"),
    Status.BERUBAH: ("hari dipindah karena ruangan dipakai", "tempat dipindah ke ruang yang cukup"),
    Status.DITUNDA: ("menunggu jadwal baru", "jalan ke desa terputus"),
    Status.BATAL: ("digabung dengan sesi tetangga",),
}
_MONTHS = {1: "Januari", 2: "Februari"}
_DATE_STYLES: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {_MONTHS[day.month]} {day.year}",
)
_TIME_STYLES = ("%H.%M", "%H:%M")

Slot = tuple[date, tuple[time, time], int]
"""Day, hours and number of the team (0 if the district has only one)."""


@dataclass(frozen=True, slots=True)
class _Office:
    """How the office that writes one file spells things."""

    day: Callable[[date], str]
    hour: str
    by_code: bool
    with_zone: bool
    module: str


def write(folder: Path, rows: int | None = None, seed: int = 2024) -> int:
    """Write one CSV file a province below `folder` and give the number of rows.

    Without `rows` every village has its session. With it so many rows are written, of districts
    spread evenly over the country and whole but for the last one; they are rows of the whole set.
    """
    wanted = VILLAGES if rows is None else rows
    chosen: dict[str, list[tuple[Region, int]]] = {}
    total = 0
    for district in _spread(seed):
        if total >= wanted:
            break
        count = min(len(children(district.code)), wanted - total)
        chosen.setdefault(district.code[:2], []).append((district, count))
        total += count
    folder.mkdir(parents=True, exist_ok=True)
    for province, districts in sorted(chosen.items()):
        office = _office(random.Random(f"{seed} {province}"))
        sessions = (_sessions(place, office, seed)[:count] for place, count in sorted(districts))
        with (folder / f"{province}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, delimiter=";")  # as Excel saves: BOM and CRLF
            writer.writeheader()
            writer.writerows(chain.from_iterable(sessions))
    return total


def _spread(seed: int) -> list[Region]:
    """Give every district in an order whose every beginning is spread evenly over the country."""
    districts = [
        district
        for province in children("")
        for regency in children(province.code)
        for district in children(regency.code)
    ]
    # Multiples of the golden ratio leave no large gaps, however many of them are taken.
    begin, step = random.Random(seed).random(), (math.sqrt(5) - 1) / 2
    order = sorted(range(len(districts)), key=lambda n: (begin + n * step) % 1)
    return [districts[n] for n in order]


def _office(rng: random.Random) -> _Office:
    return _Office(
        rng.choice(_DATE_STYLES),
        rng.choice(_TIME_STYLES),
        by_code=rng.random() < 0.2,
        with_zone=rng.random() < 0.5,
        module=rng.choice(_MODULES),
    )


def _sessions(district: Region, office: _Office, seed: int) -> list[dict[str, str]]:
    """Give a row for each village of `district`. They do not depend on how many rows are asked."""
    rng = random.Random(f"{seed} {district.code}")
    villages = list(children(district.code))
    slots = dict(zip(rng.sample(villages, len(villages)), _slots(rng, len(villages)), strict=True))
    return [_session(rng, office, district, village, slots[village]) for village in villages]


def _slots(rng: random.Random, villages: int) -> Iterator[Slot]:
    """Give a slot for each village: a PPK is in one place at a time, unless it has to split up."""
    hours = [_MORNING, _AFTERNOON, _EVENING] if rng.random() < 0.25 else [_MORNING, _AFTERNOON]
    # KPPS are sworn in on the first morning.
    every = [(day, hour) for day in _DAYS for hour in hours if (day, hour) != (FIRST_DAY, _MORNING)]
    begin = rng.choices(_DAYS, weights=range(len(_DAYS) * 2, 0, -2))[0]
    ahead = [slot for slot in every if slot[0] >= begin]
    if len(ahead) < villages:
        ahead = every
    teams = math.ceil(villages / len(ahead))
    for n in range(villages):
        day, hour = ahead[n // teams]
        yield day, hour, n % teams + 1 if teams > 1 else 0


def _session(
    rng: random.Random, office: _Office, district: Region, village: Region, slot: Slot
) -> dict[str, str]:
    day, (start, end), team = slot
    tps = _polling_stations(rng, village)
    wave, people = _wave(rng, tps * 7)
    status = rng.choices(list(_NOTES), weights=(94, 3, 2, 1))[0]
    kinds = (Jenis.BIMTEK_KPPS, Jenis.PELANTIKAN_BIMTEK if day == FIRST_DAY else Jenis.SIMULASI)
    return {
        "id": f"n-{village.code.replace('.', '')}",
        "tanggal": office.day(day),
        "jam_mulai": start.strftime(office.hour),
        "jam_selesai": end.strftime(office.hour),
        **_place(rng, office, district, village),
        "tempat": _venue(rng, village),
        "jenis": rng.choices(kinds, weights=(97, 3))[0].value,
        "gelombang": wave,
        "tps": str(tps),
        "peserta": str(people),
        "modul": office.module,
        "penyelenggara": f"PPS {village.name}",
        "fasilitator": f"PPK {district.name}" + (f" tim {team}" if team else ""),
        "status": status.value,
        "catatan": rng.choice(_NOTES[status])
        if rng.random() < 0.2 or status != "terjadwal"
        else "",
        "pemilu": "",
    }


def _place(
    rng: random.Random, office: _Office, district: Region, village: Region
) -> dict[str, str]:
    province, regency = region(district.code[:2]), region(district.parent)
    by_code = office.by_code or rng.random() < 0.02
    return {
        "zona": zone_of(province) if office.with_zone else "",
        "provinsi": province.code if office.by_code else province.name,
        "kab_kota": regency.code if by_code else regency.name,
        "kecamatan": district.code if by_code else _name(district),
        "kelurahan_desa": village.code if rng.random() < 0.02 else _name(village),
    }


@cache
def _name(place: Region) -> str:
    """Give the name; the code of a village that shares its name with one of its own district."""
    return written(place, (place.parent,))


def _is_urban(village: Region) -> bool:
    """Whether it is a kelurahan; desa have 2 or 3 as the first digit of their own part."""
    return village.code[9] == "1"


def _polling_stations(rng: random.Random, village: Region) -> int:
    """Give a number of TPS, so skewed that the country has about 820,000."""
    median = _MEDIAN_TPS[_is_urban(village), village.code[:2] in _JAVA]
    return min(60, max(1, round(rng.lognormvariate(math.log(median), 0.5))))


def _wave(rng: random.Random, people: int) -> tuple[str, int]:
    """Give the wave and how many people come: all, or what one class of several holds."""
    if people <= ONE_CLASS:
        return "", people
    waves = max(2, math.ceil(people / rng.choice((ONE_CLASS, 70, 105))))
    return f"1 dari {waves}", math.ceil(people / waves)


def _venue(rng: random.Random, village: Region) -> str:
    usual = "Aula Kantor Kelurahan" if _is_urban(village) else "Balai Desa"
    return (
        f"{rng.choices((usual, 'Gedung Serbaguna', 'SDN 1'), weights=(6, 2, 2))[0]} {village.name}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.schedule.national")
    parser.add_argument("folder", type=Path, help="folder tujuan")
    parser.add_argument("--rows", type=int, help="banyaknya baris; tanpa ini semua desa")
    parser.add_argument("--seed", type=int, default=2024, help="benih acak")
    options = parser.parse_args(arguments)
    print(f"{write(options.folder, options.rows, options.seed)} baris ditulis")
    return 0


if __name__ == "__main__":
    sys.exit(main())
