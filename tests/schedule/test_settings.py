"""`data/jadwal.yml`: what an office may set, and what it is told when that cannot be used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.schedule import settings
from scripts.schedule.settings import Election, Settings, SettingsError, read


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "jadwal.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_projects_own_settings_can_be_used() -> None:
    rules = read()
    assert rules.sesi_per_halaman > 0
    folder = settings.PATH.parent / "jadwal"
    assert all((folder / name).is_file() for name in rules.arsip), "arsip menyebut berkas yang ada"
    days = rules.election("Pemilu 2024")
    assert (days.pelantikan_kpps, days.pemungutan_suara) == (date(2024, 1, 25), date(2024, 2, 14))


def test_without_a_file_or_with_an_empty_one_everything_is_usual(tmp_path: Path) -> None:
    usual = Settings()
    assert usual.sesi_per_halaman == 60
    assert read(tmp_path / "tidak-ada.yml") == usual
    assert read(_file(tmp_path, "")) == usual
    assert read(_file(tmp_path, "# hanya komentar\n")) == usual


def test_every_setting_is_read(tmp_path: Path) -> None:
    rules = read(
        _file(
            tmp_path,
            "sesi_per_halaman: 5\n"
            "arsip: [lama.csv]\n"
            "pemilihan:\n"
            "  - nama: Pilkada 2024\n"
            "    pelantikan_kpps: 2024-11-07\n"
            '    pemungutan_suara: "2024-11-27"\n',
        )
    )
    vote = Election(
        nama="Pilkada 2024",
        pelantikan_kpps=date(2024, 11, 7),
        pemungutan_suara=date(2024, 11, 27),
    )
    assert rules == Settings(sesi_per_halaman=5, arsip=frozenset({"lama.csv"}), pemilihan=(vote,))


def test_an_election_is_found_in_any_case_and_has_no_days_if_it_is_not_listed() -> None:
    vote = Election(nama="Pilkada 2024", pemungutan_suara=date(2024, 11, 27))
    rules = Settings(pemilihan=(vote,))
    assert rules.election("PILKADA 2024") is vote
    assert rules.election("Pilkades") == Election(nama="Pilkades")


def test_an_archive_is_known_by_its_file_name() -> None:
    rules = Settings(arsip=frozenset({"lama.csv"}))
    assert rules.is_archive("data/jadwal/lama.csv")
    assert rules.is_archive("lama.csv")
    assert not rules.is_archive("data/jadwal/lama.csv/baru.csv")
    assert not rules.is_archive("data/jadwal/sangat-lama.csv")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sesi_per_halaman: 0", "sesi_per_halaman"),
        ("sesi_per_halaman: banyak", "sesi_per_halaman"),
        ("sesi: 3", "sesi"),
        ("pemilihan: [{nama: ''}]", "pemilihan.0.nama"),
        ("pemilihan: [{nama: X, pemungutan_suara: besok}]", "pemilihan.0.pemungutan_suara"),
        ("- a\n- b", "isi berkas"),
        ("hanya teks", "isi berkas"),
    ],
)
def test_a_wrong_value_is_named_at_its_line(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read(_file(tmp_path, f"# Pengaturan\n\n{text}\n"))
    assert caught.value.wrong.startswith(words)
    assert "pemungutan_suara" in caught.value.wrong, "sebut yang dapat diatur"
    line = 1 if words == "isi berkas" else 3
    assert (caught.value.line, caught.value.column) == (line, 1)


def test_broken_yaml_is_told_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read(_file(tmp_path, "sesi_per_halaman: 5\narsip: [a\npemilihan: b\n"))
    assert "bukan YAML" in caught.value.wrong
    assert caught.value.line == 3


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a: \xe9", b"\x00"])
def test_bytes_that_are_no_text_are_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "jadwal.yml"
    path.write_bytes(data)
    with pytest.raises(SettingsError):
        read(path)


def test_a_day_that_is_not_in_the_calendar_is_told(tmp_path: Path) -> None:
    text = "pemilihan:\n  - nama: X\n    pemungutan_suara: 2024-02-30\n"
    with pytest.raises(SettingsError):
        read(_file(tmp_path, text))
