"""Every accepted spelling of a cell gives the same value; what is ambiguous is refused."""

from datetime import date, time

import pytest

from scripts.schedule.cells import (
    JENIS_ALIASES,
    PARSERS,
    CellError,
    clean,
    closest,
    hidden_characters,
    parse_date,
    parse_election,
    parse_id,
    parse_link,
    parse_list,
    parse_number,
    parse_time,
)
from scripts.schedule.model import COLUMNS, Jenis, Kepastian, Status, Zona

MONTHS = (
    "Januari Jan", "Februari Feb Pebruari", "Maret Mar", "April Apr", "Mei", "Juni Jun",
    "Juli Jul", "Agustus Agu Ags Agt", "September Sep Sept", "Oktober Okt",
    "November Nov Nopember", "Desember Des",
)  # fmt: skip
WEEK = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""22 January 2024 was a Monday."""


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-27",
        "2024-1-27",
        "27/01/2024",
        "27/1/2024",
        "27 Januari 2024",
        "27 januari 2024",
        "27 JANUARI 2024",
        "27 Jan 2024",
        "27 Jan. 2024",
        "Sabtu, 27 Januari 2024",
        "sabtu,27/01/2024",
        "Sabtu/27 Januari 2024",
        "SABTU / 27 Jan 2024",
        "Sabtu, 2024-01-27",
    ],
)
def test_a_date_is_read_in_every_accepted_form(text: str) -> None:
    assert parse_date(text) == date(2024, 1, 27), f"{text} harus terbaca sebagai 27 Januari 2024"


@pytest.mark.parametrize(
    ("name", "number"),
    [(name, number) for number, names in enumerate(MONTHS, 1) for name in names.split()],
)
def test_a_month_has_its_long_and_its_usual_short_names(name: str, number: int) -> None:
    assert parse_date(f"5 {name} 2024") == date(2024, number, 5)
    assert parse_date(f"5 {name.upper()}. 2024") == date(2024, number, 5)


@pytest.mark.parametrize(("shift", "name"), [*enumerate(WEEK), (4, "Jum'at"), (6, "Ahad")])
def test_the_right_weekday_may_stand_before_a_date(shift: int, name: str) -> None:
    day = date(2024, 1, 22 + shift)
    assert parse_date(f"{name}, {day:%d/%m/%Y}") == day
    for other in WEEK:
        if other not in (WEEK[shift],):
            with pytest.raises(CellError) as caught:
                parse_date(f"{other}, {day:%d/%m/%Y}")
            assert caught.value.code == "JDW007"
            assert "harinya tidak cocok" in caught.value.wrong
            assert caught.value.suggestion == f"{day:%d/%m/%Y} jatuh pada hari {WEEK[shift]}"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2024-02-30", "kalender"),
        ("31/04/2024", "kalender"),
        ("29/02/2023", "kalender"),
        ("01/27/2024", "Hari ditulis dulu. Mungkin maksud Anda: 27/01/2024?"),
        ("27/01/24", "Tulis tahun dengan empat angka"),
        ("27.01.2024", "Mungkin maksud Anda: 27/01/2024?"),
        ("27-1-2024", "Mungkin maksud Anda: 27/01/2024?"),
        ("01-27-2024", "Hari ditulis dulu. Mungkin maksud Anda: 27/01/2024?"),
        ("45-99-2024", ""),
        ("00-00-2024", ""),
        ("27-01-24", "Tulis tahun dengan empat angka"),
        ("27 Januri 2024", "Mungkin maksud Anda: Januari?"),
        ("Sabtu, 27 Januri 2024", "Mungkin maksud Anda: Januari?"),
        ("45318", "Excel menyimpan tanggal sebagai angka. Mungkin maksud Anda: 27/01/2024?"),
        ("99999", "Excel"),
        ("Hariraya, 27/01/2024", "jatuh pada hari Sabtu"),
        ("0204-01-27", "Periksa tahunnya"),
        ("1999-12-31", "Periksa tahunnya"),
        ("2101-01-01", "Periksa tahunnya"),
        ("besok", ""),
        ("Sabtu", ""),
        ("2024-01-27 08:00", ""),
        ("٢٧/٠١/٢٠٢٤", ""),
        ("２７/０１/２０２４", ""),
        ("27/01/2024 - 28/01/2024", ""),
        ("27 2024", ""),
    ],
)
def test_a_wrong_date_is_refused_with_a_hint(text: str, hint: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_date(text)
    assert caught.value.code == "JDW007"
    assert hint in caught.value.suggestion
    assert bool(hint) == bool(caught.value.suggestion)
    assert "27 Januari 2024" in caught.value.expected


@pytest.mark.parametrize("text", ["2000-01-01", "2100-12-31", "29 Februari 2024"])
def test_every_day_of_the_century_can_be_written(text: str) -> None:
    assert parse_date(text).year in (2000, 2024, 2100)


@pytest.mark.parametrize("text", ["08:00", "08.00", "8.00", "8:00"])
def test_a_time_is_read_in_every_accepted_form(text: str) -> None:
    assert parse_time(text) == time(8, 0)


def test_the_first_and_the_last_minute_of_a_day() -> None:
    assert parse_time("00:00") == time(0, 0)
    assert parse_time("23.59") == time(23, 59)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("8", "Mungkin maksud Anda: 08:00?"),
        ("09.00.00", "Mungkin maksud Anda: 09:00?"),
        ("08:00:00", "Mungkin maksud Anda: 08:00?"),
        ("08.00 WIB", "Tulis jamnya saja: 08:00"),
        ("pukul 08.00", "Tulis jamnya saja: 08:00"),
        ("Pkl. 9.30", "Tulis jamnya saja: 09:30"),
        ("08.00-12.00", "Tulis jamnya saja: 08:00"),
        ("0,375", "Excel menyimpan jam sebagai pecahan hari. Mungkin maksud Anda: 09:00?"),
        ("0.375", "Excel menyimpan jam sebagai pecahan hari. Mungkin maksud Anda: 09:00?"),
        ("0,99999999", "Mungkin maksud Anda: 00:00?"),
        ("24", ""),
        ("24:00", ""),
        ("08:60", ""),
        ("25.00 WIB", ""),
        ("99.99.99", ""),
        ("pagi", ""),
        ("-8:00", ""),
        ("08,00", "Tulis jamnya saja: 08:00"),
        ("0,25", "Mungkin maksud Anda: 06:00?"),
        ("0.25", "Mungkin maksud Anda: 06:00?"),
        ("08,75", ""),
        ("٠٨:٠٠", ""),
    ],
)
def test_a_wrong_time_is_refused_with_a_hint_that_is_right(text: str, hint: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_time(text)
    assert caught.value.code == "JDW008"
    assert caught.value.suggestion == hint or (hint and hint in caught.value.suggestion)


@pytest.mark.parametrize("text", ["1.300", "12,5", "-3", "sekitar 40", "1e3", "9" * 5000, "²", "٣"])
def test_only_whole_numbers_are_read(text: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_number(text)
    assert caught.value.code == "JDW022"


@pytest.mark.parametrize(("text", "meant"), [("61.684", "61684"), ("1,300", "1300")])
def test_a_number_with_thousands_marks_gets_a_suggestion(text: str, meant: str) -> None:
    assert parse_number(meant) == int(meant)
    with pytest.raises(CellError) as caught:
        parse_number(text)
    assert caught.value.suggestion == f"Mungkin maksud Anda: {meant}?"


def test_nothing_is_a_number_too() -> None:
    assert parse_number("0") == 0
    assert parse_number("007") == 7


@pytest.mark.parametrize(
    "text", ["https://kpu.go.id/x?a=1#b", "http://desa.id:8080/", "HTTPS://A.ID", "https://é.id/"]
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
        "https:///kpu.go.id",
        "https://localhost",
        "https://nama:sandi@kpu.go.id/",
        "https://kpu.go.id/ spasi",
        'https://kpu.go.id/"onclick=alert(1)',
        "https://kpu.go.id/{{7*7}}",
        "https://kpu.go.id\\@jahat.id/",
        "https://[::1",
        "https://kpu.go.id:abc/",
        "https://kpu.go.id:99999/",
    ],
)
def test_no_other_link_is_accepted(text: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_link(text)
    assert caught.value.code == "JDW017"
    assert ("https://…" in caught.value.suggestion) == text.startswith("www.")


@pytest.mark.parametrize("text", ["a", "7", "p24-013", "Bogor_1.2", "a" * 60])
def test_an_id_is_letters_digits_and_a_few_marks(text: str) -> None:
    assert parse_id(text) == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("p24 013", "Mungkin maksud Anda: p24-013?"),
        ("p24/013", "Mungkin maksud Anda: p24-013?"),
        ("-a", "Mungkin maksud Anda: a?"),
        ("a.", "Mungkin maksud Anda: a?"),
        ("a" * 61, f"Mungkin maksud Anda: {'a' * 60}?"),
        ("é", ""),
        ("١", ""),
        ('"><b>', "Mungkin maksud Anda: b?"),
    ],
)
def test_another_id_is_refused_with_one_that_would_do(text: str, hint: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_id(text)
    assert (caught.value.code, caught.value.suggestion) == ("JDW027", hint)
    if hint:
        parse_id(hint.removeprefix("Mungkin maksud Anda: ").removesuffix("?"))


@pytest.mark.parametrize(
    ("column", "words"),
    [("zona", Zona), ("jenis", Jenis), ("status", Status), ("kepastian_tanggal", Kepastian)],
)
def test_words_are_read_in_any_case(column: str, words: type[Jenis]) -> None:
    for word in words:
        for text in (word.value, word.value.upper(), word.value.lower(), word.value.title()):
            assert PARSERS[column](text) is word


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bimbingan Teknis KPPS", Jenis.BIMTEK_KPPS),
        ("Training of Trainers", Jenis.TOT),
        ("pelantikan KPPS", Jenis.PELANTIKAN),
        ("Pelantikan & Bimtek KPPS", Jenis.PELANTIKAN_BIMTEK),
    ],
)
def test_other_usual_words_for_a_kind_are_understood(text: str, kind: Jenis) -> None:
    assert PARSERS["jenis"](text) is kind
    assert JENIS_ALIASES[text.lower()] is kind, "nama lain juga harus ada di halaman kolom"


def test_bimtek_alone_could_be_many_kinds_so_it_is_not_guessed() -> None:
    with pytest.raises(CellError) as caught:
        PARSERS["jenis"]("Bimtek")
    assert caught.value.code == "JDW014"
    assert caught.value.suggestion == (
        "Tulis lengkap: bimtek KPPS, bimtek PPS, bimtek PPK, bimtek gabungan, bimtek PSU, "
        "bimtek internal KPU"
    )


@pytest.mark.parametrize(
    ("column", "code", "hint"),
    [
        ("zona", "JDW011", "Mungkin maksud Anda: WITA?"),
        ("jenis", "JDW014", "Mungkin maksud Anda: simulasi?"),
        ("status", "JDW015", "Mungkin maksud Anda: selesai?"),
        ("kepastian_tanggal", "JDW016", "Mungkin maksud Anda: disimpulkan?"),
    ],
)
def test_another_word_is_refused_with_the_nearest_and_all_of_them(
    column: str, code: str, hint: str
) -> None:
    slip = {"zona": "WITTA", "jenis": "simulsi", "status": "selsai"}.get(column, "disimpulan")
    with pytest.raises(CellError) as caught:
        PARSERS[column](slip)
    assert (caught.value.code, caught.value.suggestion) == (code, hint)
    words = {"zona": Zona, "jenis": Jenis, "status": Status}.get(column, Kepastian)
    assert caught.value.expected == f"salah satu dari: {', '.join(word.value for word in words)}"


def test_lists_and_elections() -> None:
    assert parse_list("Burau; Wotu;; ") == ("Burau", "Wotu")
    assert parse_list(";") == ()
    assert parse_election("PEMILU 2024") == "Pemilu 2024"
    assert parse_election("Pilkada 2024") == "Pilkada 2024"


def test_parsers_belong_to_columns() -> None:
    assert set(PARSERS) <= set(COLUMNS)


def test_white_space_is_made_one_and_letters_are_composed() -> None:
    assert clean("  Aula\r\n Desa\u00a0\tBaru ") == "Aula Desa Baru"
    assert clean("Cafe\u0301") == "Caf\u00e9"


def test_hidden_characters_are_named_once() -> None:
    assert hidden_characters("a\x07b\x07\u202ec") == ["U+0007", "U+202E"]
    assert hidden_characters("baris\r\nbaru\tdan é ’ – …") == []


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x1b", "\x7f", "\x85", "\u00ad", "\u061c", "\u200b", "\u200e", "\u2028", "\u202a",
     "\u2066", "\u2060", "\ufeff", "\U000e0041"],
)  # fmt: skip
def test_what_hides_text_or_turns_its_direction_is_found(char: str) -> None:
    assert hidden_characters(f"Aula{char}Desa") == [f"U+{ord(char):04X}"]


def test_a_suggestion_needs_some_likeness() -> None:
    assert closest("selsai", ["selesai", "batal"]) == "Mungkin maksud Anda: selesai?"
    assert closest("xyz", ["selesai", "batal"]) == ""
