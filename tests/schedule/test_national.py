"""The made-up national set: the same every time, complete, without persons, every region real."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.schedule import privacy
from scripts.schedule.model import COLUMNS
from scripts.schedule.national import VILLAGES, write
from scripts.schedule.regions import Region, children, resolve

Row = dict[str, str]


def _rows(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file, delimiter=";")


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _village(row: Row) -> Region:
    parents: tuple[str, ...] = ("",)
    for level, name in enumerate(("provinsi", "kab_kota", "kecamatan", "kelurahan_desa"), start=1):
        place = resolve(row[name], level, parents)
        parents = (place.code,)
    return place


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the whole set."""
    folder = tmp_path_factory.mktemp("nasional")
    assert write(folder) == VILLAGES
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path) -> list[Row]:
    """The rows of the whole set."""
    return list(_rows(folder))


def test_every_village_has_one_session_whose_regions_resolve_to_it(whole: list[Row]) -> None:
    codes: Counter[str] = Counter()
    for row in whole:
        village = _village(row)
        codes[village.code] += 1
        assert row["id"] == f"n-{village.code.replace('.', '')}"
    assert len(codes) == VILLAGES
    assert set(codes.values()) == {1}


def test_there_is_a_file_for_each_province(folder: Path) -> None:
    assert {path.stem for path in folder.iterdir()} == {place.code for place in children("")}


def test_there_is_no_personal_data_and_no_link(whole: list[Row]) -> None:
    assert all(re.fullmatch(r"n-\d{10}", row["id"]) for row in whole)
    cells = {text for row in whole for name, text in row.items() if name != "id"}
    for text in cells:
        if re.fullmatch(r"\d\d(\.\d+)*", text):  # a number or the code of a region
            continue
        assert not list(privacy.find(text)), text
        assert "http" not in text and "www." not in text, text


def test_the_columns_are_columns_of_the_model_in_its_order(whole: list[Row]) -> None:
    header = list(whole[0])
    assert header == [name for name in COLUMNS if name in header]


def test_offices_write_dates_and_hours_and_provinces_in_different_ways(whole: list[Row]) -> None:
    assert {mark for row in whole for mark in "/- " if mark in row["tanggal"]} == {"/", "-", " "}
    assert {row["jam_mulai"][2] for row in whole} == {".", ":"}
    assert {row["provinsi"].isdigit() for row in whole} == {True, False}


def test_no_team_is_in_two_villages_at_once(whole: list[Row]) -> None:
    taken = Counter(
        (row["id"][:8], row["fasilitator"], row["tanggal"], row["jam_mulai"]) for row in whole
    )
    assert set(taken.values()) == {1}


def test_the_waves_hold_everyone_that_the_polling_stations_send(whole: list[Row]) -> None:
    for row in whole:
        waves = int(row["gelombang"].rpartition(" ")[2] or 1)
        everyone = int(row["tps"]) * 7
        assert everyone <= int(row["peserta"]) * waves < everyone + waves


def test_the_same_seed_gives_the_same_files_and_another_one_does_not(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        write(tmp_path / name, 500, seed)
    assert _contents(tmp_path / "a") == _contents(tmp_path / "b")
    assert _contents(tmp_path / "a") != _contents(tmp_path / "c")


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_so_many_rows_as_asked_in_whole_districts_all_over_the_country(
    tmp_path: Path, whole: list[Row], count: int
) -> None:
    assert write(tmp_path, count) == count
    rows = list(_rows(tmp_path))
    assert len(rows) == count
    known = {tuple(row.items()) for row in whole}
    assert all(tuple(row.items()) in known for row in rows), "bukan baris dari himpunan penuh"
    villages = [_village(row) for row in rows]
    sizes = Counter(village.parent for village in villages)
    cut = [code for code, size in sizes.items() if size < len(children(code))]
    assert len(cut) <= 1, "hanya kecamatan terakhir yang boleh terpotong"
    if count == 1000:
        assert len({village.code[:2] for village in villages}) > 30
