"""Every accepted spelling of a cell gives the same value; what is ambiguous is refused."""

from datetime import date, time

import pytest

from scripts.schedule.cells import (
    CellError,
    clean,
    closest,
    hidden_characters,
    parse_date,
    parse_election,
    parse_link,
    parse_list,
    parse_number,
    parse_province,
    parse_regency,
    parse_time,
)
from scripts.schedule.model import Zona
from scripts.schedule.regions import PROVINCES


@pytest.mark.parametrize(
    "text",
    ["2024-01-27", "27/01/2024", "27/1/2024", "27 Januari 2024", "27 januari 2024", "27 Jan 2024"],
)
def test_a_date_is_read_in_every_accepted_form(text: str) -> None:
    assert parse_date(text) == date(2024, 1, 27), f"{text} harus terbaca sebagai 27 Januari 2024"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2024-02-30", "kalender"),
        ("31/04/2024", "kalender"),
        ("01/27/2024", "Mungkin maksud Anda: 27/01/2024?"),
        ("27/01/24", "empat angka"),
        ("27 Januri 2024", "Mungkin maksud Anda: Januari?"),
        ("0204-01-27", ""),
        ("besok", ""),
        ("2024-01-27 08:00", ""),
        ("٢٧/٠١/٢٠٢٤", ""),
    ],
)
def test_a_wrong_date_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_date(text)
    assert caught.value.code == "JDW007"
    assert hint in caught.value.suggestion


@pytest.mark.parametrize("text", ["08:00", "08.00", "8.00", "8:00"])
def test_a_time_is_read_in_every_accepted_form(text: str) -> None:
    assert parse_time(text) == time(8, 0)


@pytest.mark.parametrize("text", ["24:00", "08:60", "8", "pagi", "08:00:00", "-8:00", "08,00"])
def test_a_wrong_time_is_refused(text: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_time(text)
    assert caught.value.code == "JDW008"


def test_a_bare_hour_gets_a_suggestion() -> None:
    with pytest.raises(CellError) as caught:
        parse_time("8")
    assert caught.value.suggestion == "Mungkin maksud Anda: 08:00?"


@pytest.mark.parametrize("text", ["1.300", "12,5", "-3", "sekitar 40", "1e3", "9" * 5000, "²"])
def test_only_whole_numbers_are_read(text: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_number(text)
    assert caught.value.code == "JDW022"


def test_a_number_with_thousands_dots_gets_a_suggestion() -> None:
    assert parse_number("1300") == 1300
    with pytest.raises(CellError) as caught:
        parse_number("61.684")
    assert caught.value.suggestion == "Mungkin maksud Anda: 61684?"


@pytest.mark.parametrize(
    "text", ["https://kpu.go.id/x?a=1#b", "http://desa.id:8080/", "HTTPS://A.ID"]
)
def test_web_links_are_kept_as_written(text: str) -> None:
    assert parse_link(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<b>x</b>",
        "ftp://kpu.go.id/",
        "//kpu.go.id/",
        "www.kpu.go.id",
        "https://",
        "https://localhost",
        "https://nama:sandi@kpu.go.id/",
        "https://kpu.go.id/ spasi",
        'https://kpu.go.id/"onclick=alert(1)',
        "https://kpu.go.id/{{7*7}}",
        "https://[::1",
        "https://kpu.go.id:abc/",
    ],
)
def test_no_other_link_is_accepted(text: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_link(text)
    assert caught.value.code == "JDW017"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("aceh", "Aceh"),
        ("Provinsi Bali", "Bali"),
        ("Daerah Istimewa Yogyakarta", "DI Yogyakarta"),
        ("NTB", "Nusa Tenggara Barat"),
        ("jakarta", "DKI Jakarta"),
    ],
)
def test_usual_names_of_a_province_are_understood(text: str, name: str) -> None:
    assert parse_province(text) == name


def test_there_are_38_provinces_in_three_zones() -> None:
    assert len(PROVINCES) == 38
    assert set(PROVINCES.values()) == set(Zona)
    assert PROVINCES["Kalimantan Tengah"] is Zona.WIB
    assert PROVINCES["Kalimantan Utara"] is Zona.WITA
    assert PROVINCES["Papua Barat Daya"] is Zona.WIT


@pytest.mark.parametrize("text", ["Kabupaten Serang", "Kab Serang", "Kab. Serang", "kab.Serang"])
def test_kabupaten_is_written_in_one_way(text: str) -> None:
    assert parse_regency(text) == "Kab. Serang"


def test_other_names_of_a_regency_stay() -> None:
    assert parse_regency("Kota Serang") == "Kota Serang"
    assert parse_regency("Kabanjahe") == "Kabanjahe"


def test_lists_and_elections() -> None:
    assert parse_list("Burau; Wotu;; ") == ("Burau", "Wotu")
    assert parse_election("PEMILU 2024") == "Pemilu 2024"
    assert parse_election("Pilkada 2024") == "Pilkada 2024"


def test_white_space_is_made_one() -> None:
    assert clean("  Aula\r\n Desa\u00a0\tBaru ") == "Aula Desa Baru"


def test_hidden_characters_are_named_once() -> None:
    assert hidden_characters("a\x07b\x07\u202ec") == ["U+0007", "U+202E"]
    assert hidden_characters("baris\r\nbaru\tdan é") == []


def test_a_suggestion_needs_some_likeness() -> None:
    assert closest("selsai", ["selesai", "batal"]) == "Mungkin maksud Anda: selesai?"
    assert closest("xyz", ["selesai", "batal"]) == ""
