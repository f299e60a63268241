"""The four region cells of a row: each is looked up within the one above it."""

from __future__ import annotations

import pytest

from scripts.schedule.cells import CellError
from scripts.schedule.places import read
from scripts.schedule.regions import Region

CELLS = ("Jawa Barat", "Kab. Bogor", "", "")


def found(*cells: str) -> dict[str, str]:
    """Give column -> codes of a row without faults."""
    values, faults = read(*cells)
    assert [str(fault) for _, fault in faults] == []
    return {
        column: value.code if isinstance(value, Region) else " ".join(p.code for p in value)
        for column, value in values.items()
    }


def fault(*cells: str) -> tuple[str, CellError]:
    """Give column and fault of a row with one of them."""
    _, faults = read(*cells)
    ((column, error),) = faults
    return column, error


def test_names_lead_to_regions() -> None:
    assert found("Jabar", "Kab. Bogor", "Cibinong; Citeureup", "Pakansari; Tarikolot") == {
        "provinsi": "32",
        "kab_kota": "32.01",
        "kecamatan": "32.01.01 32.01.03",
        "kelurahan_desa": "32.01.01.1007 32.01.03.2009",
    }


def test_codes_and_names_may_stand_side_by_side() -> None:
    assert found("32", "3201", "Cibinong; 320103", "32.01.01.1007; Tarikolot") == found(
        "Jawa Barat", "Kab. Bogor", "32.01.01;Kec. Citeureup", "Kel. Pakansari; Desa Tarikolot"
    )


def test_the_same_region_twice_counts_once() -> None:
    assert found(*CELLS[:2], "Cibinong; 32.01.01; Kec. Cibinong", "")["kecamatan"] == "32.01.01"


def test_empty_cells_stop_the_search() -> None:
    assert found("Bali", "", "", "") == {"provinsi": "51"}
    assert found(*CELLS) == {"provinsi": "32", "kab_kota": "32.01"}
    assert found("", "Kab. Bogor", "Cibinong", "Pakansari") == {}
    assert found("Jawa Barat", "", "Cibinong", "Pakansari") == {"provinsi": "32"}


def test_a_village_brings_its_district_along() -> None:
    values = found("Jawa Barat", "Kab. Bogor", "", "Pakansari; Tarikolot; Nanggewer")
    assert values["kecamatan"] == "32.01.01 32.01.03"
    assert len(values["kelurahan_desa"].split()) == 3


def test_a_district_named_beside_its_villages_stays() -> None:
    values = found("Jawa Barat", "Kab. Bogor", "Cibinong; Citeureup", "Pakansari")
    assert values["kecamatan"] == "32.01.01 32.01.03"


@pytest.mark.parametrize(
    ("cells", "column", "code", "wrong", "hint"),
    [
        (
            ("Jawa Barta", "Kab. Bogor", "", ""),
            "provinsi", "JDW013", '"Jawa Barta" bukan provinsi',
            "Mungkin maksud Anda: Jawa Barat",
        ),
        (
            ("Jawa Barat", "Kab. Bogr", "", ""),
            "kab_kota", "JDW028", '"Kab. Bogr" bukan kabupaten/kota di Jawa Barat',
            "Mungkin maksud Anda: Kab. Bogor?",
        ),
        (
            ("Jawa Tengah", "Kab. Kulon Progo", "", ""),
            "kab_kota", "JDW028", '"Kab. Kulon Progo" bukan kabupaten/kota di Jawa Tengah', "",
        ),
        (
            ("Jawa Barat", "33.01", "", ""),
            "kab_kota", "JDW028", '"33.01" bukan kabupaten/kota di Jawa Barat',
            "Mungkin maksud Anda: Kab. Cilacap (33.01)?",
        ),
        (
            ("Jawa Barat", "Kab. Bogor", "Cibinongg", "Pakansari"),
            "kecamatan", "JDW029", '"Cibinongg" bukan kecamatan di Kab. Bogor',
            "Mungkin maksud Anda: Cibinong",
        ),
        (
            ("Jawa Barat", "Kab. Bogor", "Cibinong", "Pakansarii"),
            "kelurahan_desa", "JDW030", '"Pakansarii" bukan kelurahan/desa di Kec. Cibinong',
            "Mungkin maksud Anda: Pakansari?",
        ),
        (
            ("Jawa Barat", "Kab. Bogor", "Citeureup", "Pakansari"),
            "kelurahan_desa", "JDW030", '"Pakansari" bukan kelurahan/desa di Kec. Citeureup',
            "Pakansari ada di Kec. Cibinong: isi kecamatan itu",
        ),
        (
            ("Jawa Barat", "Kab. Bogor", "Citeureup; Jonggol", "32.01.01.1007"),
            "kelurahan_desa", "JDW030", "di Kec. Citeureup atau Kec. Jonggol",
            "Pakansari ada di Kec. Cibinong: isi kecamatan itu",
        ),
        (
            ("Jawa Barat", "Bogor", "", ""),
            "kab_kota", "JDW031", '"Bogor" berarti lebih dari satu kabupaten/kota di Jawa Barat',
            "Tulis salah satu: Kab. Bogor, Kota Bogor",
        ),
        (
            ("Jawa Barat", "Kab. Bogor", "", "Sukajaya"),
            "kelurahan_desa", "JDW031", "lebih dari satu kelurahan/desa di Kab. Bogor",
            "32.01.06.2013 (Sukajaya, Kec. Jonggol)",
        ),
        (
            ("Sumatera Utara", "Kab. Tapanuli Tengah", "Sorkam Barat", "Sorkam Kanan"),
            "kelurahan_desa", "JDW031", "lebih dari satu kelurahan/desa di Kec. Sorkam Barat",
            "12.01.10.1001 (Sorkam Kanan, Kec. Sorkam Barat), "
            "12.01.10.2018 (Sorkam Kanan, Kec. Sorkam Barat)",
        ),
    ],
)  # fmt: skip
def test_a_wrong_region_is_told_with_what_would_be_right(
    cells: tuple[str, str, str, str], column: str, code: str, wrong: str, hint: str
) -> None:
    where, error = fault(*cells)
    assert (where, error.code) == (column, code)
    assert wrong in error.wrong
    assert hint in error.suggestion
    assert bool(hint) == bool(error.suggestion)


def test_two_villages_of_one_name_in_a_district_are_told_apart_by_code() -> None:
    values = found("Sumut", "Kab. Tapanuli Tengah", "Sorkam Barat", "12.01.10.1001; 1201102018")
    assert values["kelurahan_desa"] == "12.01.10.1001 12.01.10.2018"


def test_a_code_of_another_level_is_not_offered_as_if_it_fitted() -> None:
    _, error = fault("32.01", "", "", "")
    assert error.code == "JDW013"
    assert error.suggestion == "Mungkin maksud Anda: Kab. Bogor (32.01)?"


def test_every_unknown_name_of_a_list_is_told() -> None:
    _, faults = read(*CELLS[:2], "Cibinongg; Citeureup; Jongol", "Pakansari")
    assert [(column, error.code) for column, error in faults] == [("kecamatan", "JDW029")] * 2
    assert "Cibinongg" in faults[0][1].wrong
    assert "Jongol" in faults[1][1].wrong


def test_below_an_unknown_region_nothing_is_told() -> None:
    for cells in (
        ("Jawa", "X", "Y", "Z"),
        ("Jawa Barat", "X", "Y", "Z"),
        ("Jawa Barat", "Kab. Bogor", "Y", "Z"),
    ):
        fault(*cells)


def test_a_hostile_name_is_shown_harmlessly() -> None:
    _, error = fault("Jawa Barat", "Kab. Bogor\x1b[31m\n081234567890", "", "")
    assert "\x1b" not in error.wrong
    assert "1234567" not in error.wrong
