"""The finder's data: what is in it, how much a search downloads, and that every name is found."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import pytest

from scripts.paths import DOCS
from scripts.schedule import finder
from scripts.schedule.entries import Entry
from scripts.schedule.model import Jenis, Session, Zona
from scripts.schedule.regions import Region, children, region
from scripts.schedule.words_script import SCRIPT_WORDS

SCRIPT = (DOCS / "javascripts/jadwal.js").read_text(encoding="utf-8")
BUDGET = 60_000
"""Bytes that one search may download, compressed."""

Files = dict[str, bytes]


def entry(*codes: str) -> Entry:
    """A session for the regions with these codes, all of one level and one regency."""
    places = tuple(map(region, codes))
    first = places[0]
    districts = {place.code[:8]: region(place.code[:8]) for place in places if place.level > 2}
    session = Session(
        tanggal=None,
        zona=Zona.WIB,
        jenis=Jenis.BIMTEK_KPPS,
        provinsi=region(first.code[:2]),
        kab_kota=region(first.code[:5]) if first.level > 1 else None,
        kecamatan=tuple(districts.values()),
        kelurahan_desa=places if first.level == 4 else (),
    )
    return Entry(session, "data/jadwal/uji.csv", f"{'-'.join(codes)}@uji", f"sesi-{first.code}")


def descend(code: str = "") -> Iterator[Region]:
    for place in children(code):
        yield place
        if place.level < 4:
            yield from descend(place.code)


def own_page(code: str) -> str:
    return f"{code}/"


@pytest.fixture(scope="module")
def country() -> list[Region]:
    """Every region of Indonesia."""
    return list(descend())


@pytest.fixture(scope="module")
def national() -> Files:
    """The finder's files where every regency has a session: every region is in them."""
    entries = [entry(item.code) for province in children("") for item in children(province.code)]
    return dict(finder.render(entries, own_page))


def manifest(files: Files) -> Any:
    return json.loads(files[finder.MANIFEST])


def shards(files: Files) -> dict[str, dict[str, str]]:
    """Code -> name by prefix."""
    found: dict[str, dict[str, str]] = {}
    for path, data in files.items():
        if path != finder.MANIFEST:
            districts = json.loads(data)
            found[path.removeprefix("cari/").removesuffix(".json")] = {
                ".".join(filter(None, (code, rest))): name
                for code, (_, villages) in districts.items()
                for rest, name in villages.items()
            }
    return found


def codes(files: Files) -> set[str]:
    """Every region that can be found."""
    found = {code for shard in shards(files).values() for code in shard}
    for code, (_, _, regencies) in manifest(files)["provinsi"].items():
        found |= {code, *(f"{code}.{rest}" for rest in regencies)}
    return found


def needed(words: list[str], prefixes: set[str], exact: set[str]) -> set[str]:
    """The shards that what is typed needs: as `shardsFor` in jadwal.js chooses them."""
    found = set()
    for i, word in enumerate(words):
        if finder.TITLE.fullmatch(word) and word != "kota" and len(words) > 1:
            continue
        *_, whole = ends = list(accumulate(words[i:]))
        for size in range(1, len(whole) + 1):
            prefix = whole[:size]
            if prefix in prefixes and (prefix not in exact or prefix in ends):
                found.add(prefix)
    return found


def exact_of(prefixes: list[str]) -> set[str]:
    following = [*prefixes[1:], ""]
    return {a for a, b in zip(prefixes, following, strict=True) if b.startswith(a)}


def test_village_session_gives_its_villages_and_what_they_lie_in() -> None:
    files = dict(finder.render([entry("32.01.01.1001", "32.01.01.1002")], own_page))
    assert codes(files) == {"32", "32.01", "32.01.01", "32.01.01.1001", "32.01.01.1002"}


def test_district_session_gives_every_village_of_the_district() -> None:
    files = dict(finder.render([entry("32.01.01")], own_page))
    villages = {place.code for place in children("32.01.01")}
    assert len(villages) > 5
    assert codes(files) == {"32", "32.01", "32.01.01"} | villages


def test_regency_session_gives_every_district_and_village_of_the_regency() -> None:
    files = dict(finder.render([entry("32.73")], own_page))
    assert codes(files) == {"32", "32.73", *(place.code for place in descend("32.73"))}


def test_province_session_gives_only_the_province() -> None:
    files = dict(finder.render([entry("32")], own_page))
    assert codes(files) == {"32"}
    assert list(files) == [finder.MANIFEST]


def test_no_sessions_give_an_empty_manifest() -> None:
    files = dict(finder.render([], own_page))
    assert manifest(files) == {"awalan": "", "provinsi": {}}


def test_names_are_those_of_the_regions() -> None:
    files = dict(finder.render([entry("32.01.01"), entry("31.71")], own_page))
    for shard in shards(files).values():
        for code, name in shard.items():
            assert name == region(code).name


@pytest.mark.parametrize(
    ("page", "level"), [("", 0), ("32/", 1), ("32.01/", 2)], ids=["overview", "province", "regency"]
)
def test_manifest_says_on_which_page_the_sessions_are(page: str, level: int) -> None:
    files = dict(
        finder.render([entry("32.01")], lambda code: page if code == "32.01" else f"{code}/")
    )
    assert manifest(files)["provinsi"] == {"32": ["Jawa Barat", 1, {"01": ["Kab. Bogor", level]}]}


@pytest.mark.parametrize("page", ["32.02/", "//example.org/", "32.01", "javascript:alert(1)"])
def test_page_of_another_region_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="cannot have its sessions"):
        dict(finder.render([entry("32.01")], lambda code: page))


def test_bytes_do_not_depend_on_the_order_of_sessions() -> None:
    entries = [entry("32.01.01"), entry("31.71"), entry("32.01.02.2001"), entry("33")]
    straight = list(finder.render(entries, own_page))
    assert straight == list(finder.render(entries[::-1], own_page))
    assert straight == list(finder.render([*entries, *entries], own_page))


def test_whole_country_is_in_it(national: Files, country: list[Region]) -> None:
    assert len(country) == 38 + 514 + 7_285 + 83_762
    assert codes(national) == {place.code for place in country}


def test_a_search_stays_within_the_budget(national: Files) -> None:
    sizes = {path: len(gzip.compress(data, 6)) for path, data in national.items()}
    first = sizes.pop(finder.MANIFEST)
    assert first + max(sizes.values()) < BUDGET / 3
    most = int(re.search(r"MOST_SHARDS = (\d+);", SCRIPT)[1])
    assert first + sum(sorted(sizes.values())[-most:]) < BUDGET


def test_every_name_is_found_from_each_of_its_words(national: Files, country: list[Region]) -> None:
    listed = manifest(national)["awalan"].split(" ")
    assert listed == sorted(listed)
    prefixes, exact, members = set(listed), exact_of(listed), shards(national)
    lost = []
    for place in country:
        if place.level < 3:
            continue
        words = folded = finder.folded(place.name)
        first = next((i for i, w in enumerate(folded) if not finder.TITLE.fullmatch(w)), 0)
        for i, word in enumerate(words):
            if i > first and (len(word) < 2 or finder.COMMON.fullmatch(word)):
                continue
            # With the words that follow it, written apart or as one, it leads to the region …
            for typed in (words[i:], ["".join(words[i:])]):
                if not any(place.code in members[p] for p in needed(typed, prefixes, exact)):
                    lost.append((place, typed))
            # … and alone too, unless so many names begin so that the reader is asked for more.
            alone = any(place.code in members[p] for p in needed([word], prefixes, exact))
            if not alone and not any(p != word and p.startswith(word) for p in prefixes):
                lost.append((place, word))
    assert not lost


def test_district_and_village_together_are_found_in_either_order(national: Files) -> None:
    listed = manifest(national)["awalan"].split(" ")
    members = shards(national)
    for typed in ("Lontar Baru Serang", "Serang Lontar Baru", "kel. lontar baru kec. serang"):
        found = needed(finder.folded(typed), set(listed), exact_of(listed))
        assert any("36.73.01.1009" in members[prefix] for prefix in found), typed


def test_prefixes_are_safe_file_names(national: Files) -> None:
    for path in national:
        stem = re.fullmatch(r"cari/([a-z0-9]+)\.json", path)[1]
        assert stem not in {"con", "prn", "aux", "nul"}, "Windows has no such file"
    assert len(national) == len(manifest(national)["awalan"].split(" ")) + 1


def test_whole_country_takes_seconds() -> None:
    villages = [place.code for place in descend() if place.level == 4]
    entries = [entry(code) for code in villages]
    start = time.process_time()
    files = dict(finder.render(entries, own_page))
    assert time.process_time() - start < 6, "3 s are meant; twice that on a slow machine"
    assert len(codes(files)) > 91_000


def test_script_ignores_the_same_titles() -> None:
    assert f"/^({finder.TITLE.pattern})$/" in SCRIPT


def test_script_words_are_complete() -> None:
    indonesian, english = SCRIPT_WORDS["id"], SCRIPT_WORDS["en"]
    assert {key for key in english if not key.endswith("Satu")} == set(indonesian)
    for key, text in indonesian.items():
        assert re.search(rf"\b{key}\b", SCRIPT), f"{key} is never shown"
        gaps = re.findall(r"{\w+}", text)
        assert sorted(gaps) == sorted(re.findall(r"{\w+}", english[key])), key
    for key in re.findall(r'say\("(\w+)"', SCRIPT):
        assert key in indonesian
