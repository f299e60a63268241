"""Personal data are found in the forms people write them, and nothing else is."""

import pytest

from scripts.schedule.privacy import find, mask
from scripts.schedule.problems import show


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hubungi 081234567890", "JDW019"),
        ("WA 0812-3456-7890", "JDW019"),
        ("WA 0812 3456 789", "JDW019"),
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
    ],
)
def test_personal_data_are_found_and_masked(text: str, code: str) -> None:
    assert list(find(text)) == [code], f"{text}: perluas pola {code} di privacy.py"
    assert not list(find(mask(text))), "yang disamarkan tidak boleh terbaca lagi"
    assert "*" in show(text)


@pytest.mark.parametrize(
    "text",
    [
        "08.00-10.00, 11.00-12.00, 13.00-15.00",
        "08.30-10.00-11.30",
        "2024-01-27",
        "62 TPS; 8.812 TPS; 61684 peserta",
        "dua kelas @48 orang",
        "https://www.tiktok.com/@kpu.ri/video/73",
        "https://megapolitan.kompas.com/read/2024/01/26/11591361/61684-anggota-kpps-di-jaktim",
        "https://malang-post.com/2024/02/13/021-123456789",
        "3 TPS khusus (902-904)",
        "Rp50.000 per kegiatan",
        "TPS 021 dan 022",
    ],
)
def test_hours_dates_and_figures_are_left_alone(text: str) -> None:
    assert list(find(text)) == [], f"{text}: persempit pola di privacy.py"
    assert mask(text) == text


def test_a_message_shows_no_control_character_and_no_long_cell() -> None:
    assert show("a\x1b[31m\nb") == '"a\\u001b[31m\\u000ab"'
    assert len(show("x" * 500)) < 70
