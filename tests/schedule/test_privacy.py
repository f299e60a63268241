"""Personal data are found in the forms people write them, and nothing else is."""

import time

import pytest

from scripts.schedule.privacy import find, find_by_pattern, mask, may_be_personal, names
from scripts.schedule.problems import make, show

FOUND = [
    ("hubungi 081234567890", "JDW019"),
    ("WA 0812-3456-7890", "JDW019"),
    ("WA 0812 3456 789", "JDW019"),
    ("WA (0812) 3456 7890", "JDW019"),
    ("+62 812-3456-7890", "JDW019"),
    ("+6281234567890", "JDW019"),
    ("https://wa.me/6281234567890", "JDW019"),
    ("telepon (0721) 123456", "JDW019"),
    ("telepon 0721-123456", "JDW019"),
    ("telepon 021 12345678", "JDW019"),
    ("NIK 3171234567890001", "JDW020"),
    ("3171 2345 6789 0001", "JDW020"),
    ("3171.2345.6789.0001", "JDW020"),
    ("surel pps.desa@contoh.id", "JDW021"),
    ("mailto:a@b.co.id", "JDW021"),
    ("x@@a@b.id", "JDW021"),
    ("NPWP 01.234.567.8-901.000", "JDW044"),
    ("rekening BRI 1234567890123", "JDW044"),
    ("NIP 198001012005011001", "JDW044"),
]


@pytest.mark.parametrize(("text", "code"), FOUND)
def test_personal_data_are_found_and_masked(text: str, code: str) -> None:
    assert may_be_personal(text)
    found = list(find(text))
    assert code in found, f"{text}: perluas pola {code} di privacy.py"
    assert set(found) <= {code, "JDW044"}, "16 angka dapat pula nomor kartu"
    assert not list(find(mask(text))), "yang disamarkan tidak boleh terbaca lagi"
    assert "*" in show(text)


def test_two_kinds_in_one_cell_are_both_told() -> None:
    text = "WA 081234567890, surel a@b.id"
    assert sorted(find(text)) == sorted(find_by_pattern(text)) == ["JDW019", "JDW021"]
    assert mask(text) == "WA 08**********, surel a@****"


@pytest.mark.parametrize(
    "text",
    [
        "08.00-10.00, 11.00-12.00, 13.00-15.00",
        "08.30-10.00-11.30",
        "08.00 10.00 13.00",
        "2024-01-27",
        "27/01/2024 dan 28/01/2024 dan 29/01/2024",
        "62 TPS; 8.812 TPS; 61684 peserta",
        "dua kelas @48 orang",
        "https://www.tiktok.com/@kpu.ri/video/73",
        "https://megapolitan.kompas.com/read/2024/01/26/11591361/61684-anggota-kpps-di-jaktim",
        "https://malang-post.com/2024/02/13/021-123456789",
        "3 TPS khusus (902-904)",
        "Rp50.000 per kegiatan",
        "TPS 021 dan 022",
        "SK 12/PP.04/3201/2024",
        "",
    ],
)
def test_hours_dates_and_figures_are_left_alone(text: str) -> None:
    assert list(find(text)) == [], f"{text}: persempit pola di privacy.py"
    assert mask(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "https://kompas.com/read/20240126115913611234",
        "https://desa.id/artikel/3171234567890123456789",
        "https://kpu.go.id/berita/081234567890-peserta",
        "https://desa.id/2024/01/26/1234567890123456.html",
        "https://www.tiktok.com/@kpu.ri/video/7312345678901234567",
    ],
)
def test_the_number_of_an_article_is_no_personal_data(address: str) -> None:
    assert list(find(address, link=True)) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://wa.me/6281234567890", "JDW019"),
        ("https://api.whatsapp.com/send?phone=6281234567890", "JDW019"),
        ("https://desa.id/?surel=pps@contoh.id", "JDW021"),
    ],
)
def test_a_link_that_is_a_telephone_number_is_refused(address: str, code: str) -> None:
    assert list(find(address, link=True)) == [code]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ketua PPK Budi Santoso", "Budi Santoso"),
        ("Bapak Budi Santoso", "Budi Santoso"),
        ("narasumber: Siti Aminah, S.H.", "Siti Aminah"),
    ],
)
def test_a_name_after_a_title_is_found(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["Ketua PPS", "Ketua PPK Cibinong", "Anggota KPU Kab. Bogor", "Pak Lurah", "Divisi Teknis", ""],
)
def test_an_office_is_no_person(text: str) -> None:
    assert names(text) == []


def test_a_place_is_no_person() -> None:
    assert names("PPS Pak Bulu") != [], "tanpa daftar wilayah ini tampak seperti nama"
    assert names("PPS Pak Bulu", ["Pak Bulu"]) == []


@pytest.mark.parametrize("text", ["a" * 300_000, "a" * 300_000 + "@", "0812 " * 20_000])
def test_an_endless_text_takes_no_minutes(text: str) -> None:
    start = time.perf_counter()
    list(find_by_pattern(text))
    mask(text)
    assert time.perf_counter() - start < 5


def test_a_message_shows_no_control_character_and_no_long_cell() -> None:
    assert show("a\x1b[31m\nb") == '"a\\u001b[31m\\u000ab"'
    assert len(show("x" * 500)) < 70


def test_a_number_cut_by_the_length_of_a_message_is_masked_too() -> None:
    assert "123456" not in show("x" * 50 + " 081234567890")


def test_a_problem_never_holds_the_raw_cell() -> None:
    problem = make(("a.csv", 1, 1), "JDW019", "x", cell="WA 081234567890")
    assert problem.cell == "WA 08**********"
