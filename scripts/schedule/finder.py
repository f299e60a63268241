"""Data of the finder "cari kelurahan/desa Anda": which regions have sessions, and on which page.

The whole country has 83,762 villages, too many to send to a phone. So the names are cut into
shards by their first letters, and `docs/javascripts/jadwal.js` loads only the shards that what
was typed needs. How a name becomes letters (`folded`, `keys`) is the same there and here.

`cari/daftar.json`, the manifest, names the shards and the provinces and regencies:

    {"awalan": "ab ac sukab sukam …",
     "provinsi": {"32": ["Jawa Barat", 1, {"01": ["Kab. Bogor", 2], …}], …}}

The number says where the sessions are: 0 the overview, 1 the province's page, 2 the regency's.
A prefix that begins another one (`suka` beside `sukam`) holds only what is that whole key; any
other holds everything that begins with it. `cari/<prefix>.json`, a shard, holds villages by
district; "" is the district itself:

    {"32.01.01": ["Cibinong", {"": "Cibinong", "1006": "Cibinong"}], …}
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from scripts.schedule.entries import Entry
from scripts.schedule.regions import Region, children, region

FOLDER = "cari"
MANIFEST = f"{FOLDER}/daftar.json"

TITLE = re.compile(r"desa|ds|kelurahan|kel|kecamatan|kec|distrik|kabupaten|kab|kota")
"""A word before a name that a reader may leave out or add."""

COMMON = re.compile(r"utara|selatan|barat|timur|tengah|baru|lama|jaya|raya|kota|kab|[ivx]{2,}")
"""A word that hundreds of names end with: nobody looks a village up by it."""

SHORTEST = 2
"""Letters of the shortest prefix."""

HEAVIEST = 30_000
"""Bytes of a shard from which on it is divided: that is about 7 kB over the wire."""

_RESERVED = frozenset({"daftar", "aux", "con", "nul", "prn"})
"""Prefixes that are no file names: the manifest has one, Windows the others."""

_Keyed = tuple[str, Region]
_code = attrgetter("code")  # faster than comparing regions


def render(entries: Sequence[Entry], page_of: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Give path (below jadwal/) and bytes of the manifest and of every shard.

    `page_of` gives the page of a province's or regency's sessions relative to the overview:
    "32.01/", "32/" or "". Raises ValueError if it gives anything else.
    """
    found = _with_sessions(entries)
    keyed = sorted(
        ((key, place) for place in found if place.level > 2 for key in keys(place.name)),
        key=lambda item: (item[0], item[1].code),
    )
    shards = dict(_divided(keyed, SHORTEST))
    manifest = {"awalan": " ".join(sorted(shards)), "provinsi": _provinces(found, page_of)}
    yield MANIFEST, _json(manifest)
    for prefix, members in sorted(shards.items()):
        yield f"{FOLDER}/{prefix}.json", _json(_by_district(members))


def folded(text: str) -> list[str]:
    """Give the words of `text` in lower-case ASCII letters and digits.

    >>> folded("Lontar-Baru"), folded("Regapu’u"), folded("Ma'u")
    (['lontar', 'baru'], ['regapuu'], ['mau'])
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain))


def keys(name: str) -> list[str]:
    """Give the texts by which `name` can be found: from each of its telling words to its end.

    >>> keys("Lontar Baru"), keys("Kota Baru"), keys("Aek Suka Maju")
    (['lontarbaru'], ['kotabaru', 'baru'], ['aeksukamaju', 'sukamaju', 'maju'])
    """
    words = folded(name)
    first = next((i for i, word in enumerate(words) if not TITLE.fullmatch(word)), 0)
    return [
        "".join(words[i:])
        for i, word in enumerate(words)
        if i <= first or (len(word) >= SHORTEST and not COMMON.fullmatch(word))
    ]


def _with_sessions(entries: Sequence[Entry]) -> list[Region]:
    """Give every region that some session concerns, and what it lies in, by code."""
    found: set[Region] = set()
    for area in {area for entry in entries for area in entry.session.areas}:
        found.add(area)
        found.update(_above(area))
        if area.level > 1:  # a province's session would lead the whole province to one row
            found.update(_below(area))
    return sorted(found, key=_code)


def _above(place: Region) -> Iterator[Region]:
    code = place.parent
    while code:
        yield region(code)
        code = code.rpartition(".")[0]


def _below(place: Region) -> Iterator[Region]:
    if place.level < 4:
        for child in children(place.code):
            yield child
            yield from _below(child)


def _divided(keyed: Sequence[_Keyed], depth: int) -> Iterator[tuple[str, list[Region]]]:
    """Give prefix and members of each shard; `keyed` is sorted and alike up to `depth` - 1."""
    for prefix, group in groupby(keyed, key=lambda item: item[0][:depth]):
        members = list(group)
        places = list(dict.fromkeys(map(itemgetter(1), members)))
        whole = len(prefix) < depth  # the key ends here: no more letters to divide by
        if whole or (_weight(places) <= HEAVIEST and prefix not in _RESERVED):
            yield prefix, places
        else:
            yield from _divided(members, depth + 1)


def _weight(places: Iterable[Region]) -> int:
    """Give about how many bytes a shard of `places` takes, districts written once each."""
    return sum(len(place.name) + 45 for place in places)


def _by_district(places: Iterable[Region]) -> dict[str, tuple[str, dict[str, str]]]:
    districts: dict[str, tuple[str, dict[str, str]]] = {}
    for place in sorted(places, key=_code):
        code, rest = place.code[:8], place.code[9:]
        name, villages = districts.setdefault(code, (region(code).name, {}))
        villages[rest] = place.name if rest else name
    return districts


def _provinces(
    found: Iterable[Region], page_of: Callable[[str], str]
) -> dict[str, tuple[str, int, dict[str, tuple[str, int]]]]:
    provinces: dict[str, tuple[str, int, dict[str, tuple[str, int]]]] = {}
    for place in found:  # a province comes before its regencies
        if place.level == 1:
            provinces[place.code] = (place.name, _page_level(place.code, page_of), {})
        elif place.level == 2:
            level = _page_level(place.code, page_of)
            provinces[place.parent][2][place.code[3:]] = (place.name, level)
    return provinces


def _page_level(code: str, page_of: Callable[[str], str]) -> int:
    page = page_of(code)
    pages = ["", f"{code[:2]}/", f"{code}/"]
    if page not in pages:
        raise ValueError(f"{code} cannot have its sessions on the page {page!r}")
    return pages.index(page)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
