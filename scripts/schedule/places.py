"""The four region cells of a row -> regions, each looked up within the one above it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from scripts.schedule.cells import CellError, parse_list
from scripts.schedule.problems import show
from scripts.schedule.regions import LEVELS, Region, UnknownRegionError, region, resolve

KINDS = {1: "provinsi", 2: "kabupaten/kota", 3: "kecamatan", 4: "kelurahan/desa"}
_CODES = {1: "JDW013", 2: "JDW028", 3: "JDW029", 4: "JDW030"}

Found = tuple[dict[str, Any], tuple[tuple[str, CellError], ...]]
"""Column -> its region or regions, and the faults with their columns."""


@lru_cache(maxsize=50_000)
def above_village(provinsi: str, kab_kota: str, kecamatan: str) -> Found:
    """Read the cells down to the district: most rows of a file share them."""
    values: dict[str, Any] = {}
    faults: list[tuple[str, CellError]] = []
    parents: tuple[str, ...] = ("",)
    for column, text in (("provinsi", provinsi), ("kab_kota", kab_kota), ("kecamatan", kecamatan)):
        if not text:
            if column == "kecamatan":
                break
            return values, tuple(faults)
        names = parse_list(text) if column == "kecamatan" else (text,)
        found, wrong = _lookup(names, column, parents)
        faults += [(column, fault) for fault in wrong]
        if wrong:
            return values, tuple(faults)
        values[column] = found if column == "kecamatan" else found[0]
        parents = tuple(place.code for place in found)
    return values, tuple(faults)


def read(provinsi: str, kab_kota: str, kecamatan: str, kelurahan_desa: str) -> Found:
    """Give the regions of a row. A village brings its district along if that cell is empty."""
    values, faults = above_village(provinsi, kab_kota, kecamatan)
    if not kelurahan_desa or faults or "kab_kota" not in values:
        return values, faults
    parents = tuple(place.code for place in values.get("kecamatan") or (values["kab_kota"],))
    found, wrong = _lookup(parse_list(kelurahan_desa), "kelurahan_desa", parents)
    if wrong:
        return values, tuple(("kelurahan_desa", fault) for fault in wrong)
    districts = values.get("kecamatan") or dict.fromkeys(region(v.parent) for v in found)
    return {**values, "kecamatan": tuple(districts), "kelurahan_desa": found}, ()


def _lookup(
    names: tuple[str, ...], column: str, parents: tuple[str, ...]
) -> tuple[tuple[Region, ...], list[CellError]]:
    found: dict[Region, None] = {}
    faults = []
    for name in names:
        try:
            found[resolve(name, LEVELS[column], parents)] = None
        except UnknownRegionError as failure:
            faults.append(_fault(name, LEVELS[column], parents, failure))
    return tuple(found), faults


def _fault(
    name: str, level: int, parents: tuple[str, ...], failure: UnknownRegionError
) -> CellError:
    inside = " atau ".join(_titled(region(code)) for code in parents[:3] if code)
    where = f" di {inside}" if inside else ""
    if failure.ambiguous:
        return CellError(
            "JDW031",
            f"{show(name)} berarti lebih dari satu {KINDS[level]}{where}",
            "satu wilayah saja",
            f"Tulis salah satu: {', '.join(_unmistakable(place) for place in failure.near[:4])}",
        )
    hint = _hint(name, level, parents, failure)
    return CellError(
        _CODES[level],
        f"{show(name)} bukan {KINDS[level]}{where}",
        f"nama atau kode Kemendagri {KINDS[level]}{where}",
        hint,
    )


def _hint(name: str, level: int, parents: tuple[str, ...], failure: UnknownRegionError) -> str:
    """Name the nearest regions; a village that stands in a neighbouring district comes first."""
    if level == 4 and all(code.count(".") == 2 for code in parents):
        regencies = tuple(dict.fromkeys(region(code).parent for code in parents))
        try:
            elsewhere = resolve(name, 4, regencies)
            return f"{elsewhere.name} ada di {_titled(region(elsewhere.parent))}: isi kecamatan itu"
        except UnknownRegionError:
            pass
    if not failure.near:
        return ""
    names = [
        place.name
        if place.level == level and _within(place, parents)
        else f"{place.name} ({place.code})"
        for place in failure.near
    ]
    return f"Mungkin maksud Anda: {' atau '.join(names)}?"


def _within(place: Region, parents: tuple[str, ...]) -> bool:
    return any(not code or place.code.startswith(f"{code}.") for code in parents)


def _titled(place: Region) -> str:
    return f"Kec. {place.name}" if place.level == 3 else place.name


def _unmistakable(place: Region) -> str:
    """Give a name that fits one region only: Kab. Bogor; a village by its code and district."""
    if place.level == 2:
        return place.name
    return f"{place.code} ({place.name}, {_titled(region(place.parent))})"
