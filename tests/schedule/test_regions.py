"""Every region of Indonesia is found by its name and code, and never taken for another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.schedule import regions
from scripts.schedule.checks import load
from scripts.schedule.model import Zona
from scripts.schedule.regions import (
    ZONES,
    Region,
    UnknownRegionError,
    children,
    region,
    resolve,
    squeeze,
    written,
    zone_of,
)

Row = dict[str, str]

WIB = (
    "Aceh, Sumatera Utara, Sumatera Barat, Riau, Jambi, Sumatera Selatan, Bengkulu, Lampung, "
    "Kepulauan Bangka Belitung, Kepulauan Riau, DKI Jakarta, Jawa Barat, Jawa Tengah, "
    "DI Yogyakarta, Jawa Timur, Banten, Kalimantan Barat, Kalimantan Tengah"
)
WITA = (
    "Bali, Nusa Tenggara Barat, Nusa Tenggara Timur, Kalimantan Selatan, Kalimantan Timur, "
    "Kalimantan Utara, Sulawesi Utara, Sulawesi Tengah, Sulawesi Selatan, Sulawesi Tenggara, "
    "Gorontalo, Sulawesi Barat"
)
WIT = (
    "Maluku, Maluku Utara, Papua, Papua Barat, Papua Selatan, Papua Tengah, Papua Pegunungan, "
    "Papua Barat Daya"
)


def _all(code: str = "") -> Iterator[Region]:
    for place in children(code):
        yield place
        if place.level < 4:
            yield from _all(place.code)


@pytest.fixture(scope="module")
def country() -> list[Region]:
    """Every region, each after the one it lies in."""
    return list(_all())


# What a region is


def test_the_country_is_complete(country: list[Region]) -> None:
    assert Counter(place.level for place in country) == {1: 38, 2: 514, 3: 7285, 4: 83762}
    assert len({place.code for place in country}) == len(country)


def test_each_province_has_its_zone() -> None:
    zones = {region(code).name: zone for code, zone in ZONES.items()}
    expected = dict.fromkeys(WIB.split(", "), "WIB")
    expected |= dict.fromkeys(WITA.split(", "), "WITA")
    expected |= dict.fromkeys(WIT.split(", "), "WIT")
    assert zones == expected
    assert {place.name for place in children("")} == set(expected)
    assert {Zona(zone_of(place)) for place in children("")} == set(Zona)


def test_a_region_knows_its_level_and_what_it_lies_in() -> None:
    village = region("32.01.01.1007")
    assert (village.name, village.level, village.parent) == ("Pakansari", 4, "32.01.01")
    assert region("32").parent == ""
    assert [place.name for place in map(region, ("31", "34", "31.75", "32.01", "32.71"))] == [
        "DKI Jakarta",
        "DI Yogyakarta",
        "Kota Jakarta Timur",
        "Kab. Bogor",
        "Kota Bogor",
    ]


@pytest.mark.parametrize("code", ["", "99", "32.99", "3201", "32.01.01.9999", "Aceh"])
def test_only_a_dotted_code_of_the_list_is_a_region(code: str) -> None:
    with pytest.raises(UnknownRegionError):
        region(code)


def test_regions_below_are_sorted_by_code() -> None:
    found = children("32.01")
    assert list(found) == sorted(found)
    assert all(place.parent == "32.01" and place.level == 3 for place in found)
    assert children("32.01.01.1007") == ()


# Every region of the country


def test_what_is_written_leads_back_to_every_region(country: list[Region]) -> None:
    wrong = [
        (place, text)
        for place in country
        if resolve(text := written(place, (place.parent,)), place.level, (place.parent,)) != place
    ]
    assert wrong == []


def test_a_code_is_written_only_where_the_name_fits_two(country: list[Region]) -> None:
    coded = [place for place in country if written(place, (place.parent,)) == place.code]
    assert coded, "ada desa senama dalam satu kecamatan"
    for place in coded:
        with pytest.raises(UnknownRegionError) as caught:
            resolve(place.name, place.level, (place.parent,))
        assert caught.value.ambiguous
        assert place in caught.value.near


def test_both_spellings_of_every_code_are_understood(country: list[Region]) -> None:
    for place in country:
        parents = (place.parent,)
        assert resolve.__wrapped__(place.code, place.level, parents) == place
        assert resolve.__wrapped__(place.code.replace(".", ""), place.level, parents) == place


def test_titles_case_and_spaces_do_not_matter_anywhere(country: list[Region]) -> None:
    titles = {
        1: ("Provinsi ", "Prov. "),
        3: ("Kecamatan ", "Kec. ", "DISTRIK "),
        4: ("Desa ", "Kelurahan ", "Kel. "),
    }
    for place in country:
        text = written(place, (place.parent,))
        if text == place.code:
            continue
        for title in ("", *titles.get(place.level, ())):
            spelt = f"{title}{text}".upper().replace("-", "  ")
            assert resolve.__wrapped__(spelt, place.level, (place.parent,)) == place, spelt


def test_every_regency_and_city_is_found_by_its_long_name(country: list[Region]) -> None:
    for place in country:
        if place.level == 2:
            long = place.name.replace("Kab. ", "Kabupaten ")
            for text in (long, long.replace("Kabupaten", "Kab"), place.name.replace(". ", ".")):
                assert resolve(text, 2, (place.parent,)) == place, text


# What people write


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("aceh", "Aceh"),
        ("Nanggroe Aceh Darussalam", "Aceh"),
        ("NAD", "Aceh"),
        ("Provinsi Bali", "Bali"),
        ("Prov. Bali", "Bali"),
        ("jawabarat", "Jawa Barat"),
        ("Jawa-Barat", "Jawa Barat"),
        ("Jabar", "Jawa Barat"),
        ("Jateng", "Jawa Tengah"),
        ("Jatim", "Jawa Timur"),
        ("Sumut", "Sumatera Utara"),
        ("Sumbar", "Sumatera Barat"),
        ("Sumsel", "Sumatera Selatan"),
        ("Babel", "Kepulauan Bangka Belitung"),
        ("Bangka Belitung", "Kepulauan Bangka Belitung"),
        ("Kepri", "Kepulauan Riau"),
        ("DI Yogyakarta", "DI Yogyakarta"),
        ("D.I. Yogyakarta", "DI Yogyakarta"),
        ("Daerah Istimewa Yogyakarta", "DI Yogyakarta"),
        ("Yogyakarta", "DI Yogyakarta"),
        ("DIY", "DI Yogyakarta"),
        ("DKI Jakarta", "DKI Jakarta"),
        ("jakarta", "DKI Jakarta"),
        ("DKJ", "DKI Jakarta"),
        ("Daerah Khusus Jakarta", "DKI Jakarta"),
        ("Daerah Khusus Ibukota Jakarta", "DKI Jakarta"),
        ("NTB", "Nusa Tenggara Barat"),
        ("ntt", "Nusa Tenggara Timur"),
        ("Kalbar", "Kalimantan Barat"),
        ("Kalteng", "Kalimantan Tengah"),
        ("Kalsel", "Kalimantan Selatan"),
        ("Kaltim", "Kalimantan Timur"),
        ("Kaltara", "Kalimantan Utara"),
        ("Sulut", "Sulawesi Utara"),
        ("Sulteng", "Sulawesi Tengah"),
        ("Sulsel", "Sulawesi Selatan"),
        ("Sultra", "Sulawesi Tenggara"),
        ("Sulbar", "Sulawesi Barat"),
        ("Malut", "Maluku Utara"),
        ("32", "Jawa Barat"),
    ],
)
def test_usual_names_of_a_province_are_understood(text: str, name: str) -> None:
    assert resolve(text, 1, ("",)).name == name


@pytest.mark.parametrize(
    ("text", "province", "code"),
    [
        ("Kab. Bogor", "32", "32.01"),
        ("Kabupaten Bogor", "32", "32.01"),
        ("Kab Bogor", "32", "32.01"),
        ("kab.Bogor", "32", "32.01"),
        ("KABUPATEN  BOGOR", "32", "32.01"),
        ("Kota Bogor", "32", "32.71"),
        ("kotabogor", "32", "32.71"),
        ("32.01", "32", "32.01"),
        ("3201", "32", "32.01"),
        ("Depok", "32", "32.76"),
        ("Jakarta Timur", "31", "31.75"),
        ("Kota Jakarta Timur", "31", "31.75"),
        ("Kota Administrasi Jakarta Timur", "31", "31.75"),
        ("Kota Adm. Jakarta Timur", "31", "31.75"),
        ("Kepulauan Seribu", "31", "31.01"),
        ("Kab. Adm. Kepulauan Seribu", "31", "31.01"),
        ("Kotabaru", "63", "63.02"),
        ("Kota Baru", "63", "63.02"),
        ("Kab. Kotabaru", "63", "63.02"),
        ("Yogyakarta", "34", "34.71"),
    ],
)
def test_usual_names_of_a_regency_are_understood(text: str, province: str, code: str) -> None:
    assert resolve(text, 2, (province,)).code == code


@pytest.mark.parametrize(
    ("text", "level", "parent", "code"),
    [
        ("Distrik Sentani", 3, "91.03", "91.03.01"),
        ("Kec.Cibinong", 3, "32.01", "32.01.01"),
        ("Kapanewon Pengasih", 3, "34.01", "34.01.07"),
        ("Lontar Baru", 4, "36.73.01", "36.73.01.1009"),
        ("Cappagalung", 4, "73.72.04", "73.72.04.1002"),
        ("Kel. Pakansari", 4, "32.01.01", "32.01.01.1007"),
        ("PAKANSARI", 4, "32.01", "32.01.01.1007"),
        ("Desa Baru", 4, "13.12.07", "13.12.07.2002"),
        ("Kota Tengah", 3, "75.71", "75.71.06"),
    ],
)
def test_titles_squeezed_names_and_skipped_levels(
    text: str, level: int, parent: str, code: str
) -> None:
    assert resolve(text, level, (parent,)).code == code


def test_a_bare_name_of_two_is_not_guessed() -> None:
    with pytest.raises(UnknownRegionError) as caught:
        resolve("Bogor", 2, ("32",))
    assert caught.value.ambiguous
    assert [place.code for place in caught.value.near] == ["32.01", "32.71"]


@pytest.mark.parametrize(
    ("text", "level", "parent"),
    [
        ("Bogor", 2, "33"),
        ("32.01", 2, "33"),
        ("32.01", 1, ""),
        ("32", 2, "32"),
        ("Kota Depokk", 2, "32"),
        ("Kab. Depok", 2, "32"),
        ("Cibinong", 4, "32.01.03"),
        ("3 2", 1, ""),
        ("٣٢", 1, ""),
        ("", 1, ""),
        ("Kab.", 2, "32"),
        ("Desa", 4, "32.01.01"),
        ("東京", 1, ""),
        ("<b>", 3, "32.01"),
    ],
)
def test_what_is_not_there_is_unknown(text: str, level: int, parent: str) -> None:
    with pytest.raises(UnknownRegionError) as caught:
        resolve(text, level, (parent,))
    assert not caught.value.ambiguous


def test_the_nearest_names_lie_in_the_right_parent(country: list[Region]) -> None:
    villages = [place for place in country if place.level == 4 and len(place.name) > 7][::997]
    right = 0
    for place in villages:
        slip = place.name[:3] + place.name[4:]
        try:
            resolve(slip, 4, (place.parent,))
        except UnknownRegionError as failure:
            assert all(near.parent == place.parent for near in failure.near)
            assert len(failure.near) <= 3
            right += failure.near[:1] == (place,)
    assert right > len(villages) * 0.9, "nama yang dimaksud harus disebut dulu"


def test_a_village_in_any_of_several_districts() -> None:
    parents = ("32.01.03", "32.01.01")
    assert resolve("Pakansari", 4, parents).code == "32.01.01.1007"
    assert resolve("Citeureup", 4, parents).parent == "32.01.03"


def test_squeezing() -> None:
    assert squeeze("Regapu’u") == squeeze("REGAPU'U") == squeeze(" rega-pu u") == "regapuu"
    assert squeeze("Kafé") == "kafe"


# The table of other names


@pytest.fixture
def aliases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Give a function that puts rows in the place of the project's table of other names."""
    path = tmp_path / "wilayah-alias.csv"
    original = regions.ALIASES

    def write(*rows: str, header: str = "induk,tertulis,kode,alasan") -> None:
        path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        monkeypatch.setattr(regions, "ALIASES", path)
        regions.refresh()

    yield write
    monkeypatch.setattr(regions, "ALIASES", original)
    regions.refresh()


def test_every_row_of_the_table_is_valid_and_needed() -> None:
    assert list(regions.faulty_aliases()) == []
    assert regions.aliases()
    for alias in regions.aliases():
        target = region(alias.code)
        assert resolve(alias.name, target.level, (alias.parent,)) == target
        own = [squeeze(place.name) for place in children(alias.parent)]
        assert squeeze(alias.name) not in own, f"{alias.name} sudah nama resmi: hapus barisnya"


def test_another_name_is_understood_within_its_parent_only(aliases: Callable[..., None]) -> None:
    aliases("32.01,Cibinong Raya,32.01.01,uji")
    assert resolve("CIBINONG RAYA", 3, ("32.01",)).code == "32.01.01"
    assert resolve("Kec. Cibinong Raya", 3, ("32.01",)).code == "32.01.01"
    with pytest.raises(UnknownRegionError):
        resolve("Cibinong Raya", 3, ("32.71",))
    aliases("32.01,Cibinong Jaya,32.01.01,uji")
    assert resolve("Cibinong Jaya", 3, ("32.01",)).code == "32.01.01"
    with pytest.raises(UnknownRegionError):
        resolve("Cibinong Raya", 3, ("32.01",))


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("32.01,Cibinong Raya,32.01.01,", "alasan kosong"),
        ("32.01,Cibinong Raya,32.01.99,uji", "kode 32.01.99 tidak ada"),
        ("32.01,Cibinong Raya,,uji", "tidak ada"),
        ("32.71,Cibinong Raya,32.01.01,uji", "kode 32.01.01 tidak berada di bawah 32.71"),
        (",Cibinong Raya,32.01.01,uji", "tidak berada di bawah"),
        ("32.01,,32.01.01,uji", "tertulis"),
        ("32.01,…,32.01.01,uji", "tertulis"),
    ],
)
def test_a_faulty_row_is_told_at_its_place_and_not_used(
    row: str,
    wrong: str,
    aliases: Callable[..., None],
    sound: Callable[..., Row],
    write: Callable[..., Path],
) -> None:
    aliases("32.01,Bojonggede Lama,32.01.13,uji", row)
    problems = load(write([sound()])).problems
    assert [problem.code for problem in problems] == ["JDW046"]
    assert (problems[0].line, problems[0].column) == (3, 1)
    assert problems[0].file.endswith("wilayah-alias.csv")
    assert wrong in problems[0].message
    with pytest.raises(UnknownRegionError):
        resolve("Cibinong Raya", 3, ("32.01",))
    with pytest.raises(UnknownRegionError):
        resolve("東京", 3, ("32.01",))
    assert resolve("Bojonggede Lama", 3, ("32.01",)).code == "32.01.13", "baris lain tetap berlaku"


def test_a_table_that_cannot_be_read_is_told(
    aliases: Callable[..., None], sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    aliases('32.01,"tidak ditutup,32.01.01,uji')
    (problem,) = load(write([sound()])).problems
    assert (problem.code, problem.line) == ("JDW046", 2)
    regions.ALIASES.unlink()
    (problem,) = load(write([sound()])).problems
    assert problem.code == "JDW046"
    assert "tidak dapat dibuka" in problem.message
