"""Data for others: complete, as their schemas say, always the same, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.schedule import exports
from scripts.schedule.entries import Entry
from scripts.schedule.formulas import unquote_formula
from scripts.schedule.model import (
    COLUMNS,
    REQUIRED_CELLS,
    REQUIRED_COLUMNS,
    Jenis,
    Kepastian,
    Session,
    Status,
    Zona,
)
from scripts.schedule.regions import children, region, resolve

FULL = {
    "id": "p24-013",
    "tanggal": date(2024, 1, 27),
    "tanggal_selesai": date(2024, 1, 31),
    "jam_mulai": time(8),
    "jam_selesai": time(12, 30),
    "zona": Zona.WIB,
    "provinsi": region("32"),
    "kab_kota": region("32.01"),
    "kecamatan": (region("32.01.01"), region("32.01.03")),
    "kelurahan_desa": (region("32.01.01.1007"), region("32.01.01.1004")),
    "tempat": "Aula Kantor Kelurahan Pakansari",
    "alamat": "Jalan Pemuda; seberang pasar",
    "jenis": Jenis.BIMTEK_KPPS,
    "gelombang": "1",
    "tps": 7,
    "peserta": 49,
    "modul": ("05-pemungutan-suara", "06-penghitungan-suara"),
    "penyelenggara": 'PPS "Pakansari"',
    "fasilitator": "PPK Cibinong",
    "status": Status.BERUBAH,
    "kepastian_tanggal": Kepastian.RENCANA,
    "catatan": "bawa surat; pulpen 😀",
    "sumber": "https://kpu.go.id/pengumuman",
    "pemilu": "Pemilu 2024",
}
LEAST = {
    "tanggal": None,
    "zona": Zona.WIB,
    "provinsi": region("32"),
    "jenis": Jenis.TOT,
    "kepastian_tanggal": Kepastian.TIDAK_DISEBUT,
}


NAMESAKES = [
    village
    for district in children("32.01")
    for village in children(district.code)
    if village.name == "Sukamaju"
]


def entry(fields: dict[str, Any], **changes: Any) -> Entry:
    session = Session(**{**fields, **changes})
    name = session.id or "tanpa-id.0"
    return Entry(session, "data/jadwal/uji.csv", f"{name}@jadwal.bimtek-kpps", f"sesi-{name}")


def row(session: Session) -> dict[str, str]:
    """Give the cells of the one row of the CSV file, as a spreadsheet shows them."""
    (found,) = csv.DictReader(io.StringIO(exports.write_csv([session]), newline=""), delimiter=";")
    return found


# jadwal.json


def test_every_column_is_in_the_json() -> None:
    document = json.loads(exports.jadwal_json([entry(FULL)]))
    assert {key: value for key, value in document.items() if key != "sesi"} == {
        "versi": 1,
        "skema": "skema-jadwal.json",
        "pemilu": "Pemilu 2024",
    }
    (session,) = document["sesi"]
    assert list(session) == [*COLUMNS, "uid", "berkas"]
    assert session == {
        **{name: FULL[name] for name in COLUMNS if isinstance(FULL[name], str | int)},
        "tanggal": "2024-01-27",
        "tanggal_selesai": "2024-01-31",
        "jam_mulai": "08:00",
        "jam_selesai": "12:30",
        "provinsi": {"kode": "32", "nama": "Jawa Barat"},
        "kab_kota": {"kode": "32.01", "nama": "Kab. Bogor"},
        "kecamatan": [
            {"kode": "32.01.01", "nama": "Cibinong"},
            {"kode": "32.01.03", "nama": "Citeureup"},
        ],
        "kelurahan_desa": [
            {"kode": "32.01.01.1007", "nama": "Pakansari"},
            {"kode": "32.01.01.1004", "nama": "Nanggewer"},
        ],
        "modul": ["05-pemungutan-suara", "06-penghitungan-suara"],
        "uid": "p24-013@jadwal.bimtek-kpps",
        "berkas": "data/jadwal/uji.csv",
    }


def test_empty_values_are_left_out_but_nought_and_midnight_are_not() -> None:
    made = exports.jadwal_json([entry(LEAST, tps=0, jam_mulai=time(0))])
    (session,) = json.loads(made)["sesi"]
    assert session == {
        "jam_mulai": "00:00",
        "zona": "WIB",
        "provinsi": {"kode": "32", "nama": "Jawa Barat"},
        "jenis": "ToT",
        "tps": 0,
        "status": "terjadwal",
        "kepastian_tanggal": "tidak disebut",
        "pemilu": "Pemilu 2024",
        "uid": "tanpa-id.0@jadwal.bimtek-kpps",
        "berkas": "data/jadwal/uji.csv",
    }


def test_one_session_is_one_line() -> None:
    entries = [entry(FULL, id=name, catatan="satu\ndua") for name in "abc"]
    lines = exports.jadwal_json(entries).decode().splitlines()
    assert "pulpen é" in exports.jadwal_json([entry(FULL, catatan="pulpen é")]).decode()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[1:-1]] == ["a", "b", "c"]
    assert (lines[0][-8:], lines[-1]) == ('"sesi":[', "]}")


def test_no_session_is_an_empty_list() -> None:
    assert json.loads(exports.jadwal_json([]))["sesi"] == []


# skema-jadwal.json


def check(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> None:
    """Check a value by the few words of JSON Schema that the schema uses; others are refused."""
    schema = dict(schema)
    schema.pop("description", None)
    if "$ref" in schema:
        name = schema.pop("$ref").removeprefix("#/$defs/")
        check(value, root["$defs"][name], root)
    for word, rule in schema.items():
        match word:
            case "type":
                types = {"object": dict, "array": list, "string": str, "integer": int}
                assert type(value) is types[rule], f"{value!r}: {rule}"
            case "const":
                assert value == rule
            case "enum":
                assert value in rule
            case "minLength" | "minItems":
                assert len(value) >= rule
            case "minimum":
                assert value >= rule
            case "pattern":
                assert re.search(rule, value), f"{value!r}: {rule}"
            case "format":
                assert rule == "date"
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", value)
                assert date.fromisoformat(value)
            case "items":
                for item in value:
                    check(item, rule, root)
            case "required":
                assert set(rule) <= set(value), f"tidak ada: {set(rule) - set(value)}"
            case "properties":
                for name, item in value.items():
                    assert name in rule, f"{name} tidak ada di skema"
                    check(item, rule[name], root)
            case "additionalProperties":
                assert rule is False
            case "$schema" | "title" | "$defs":
                pass
            case _:
                pytest.fail(f"kata skema yang tidak dikenal: {word}")


SCHEMA = json.loads(exports.json_schema())
FEWER = [
    {**FULL, name: LEAST.get(name, Session.model_fields[name].default)} for name in COLUMNS[:5]
]


@pytest.mark.parametrize("fields", [FULL, LEAST, *FEWER])
def test_the_document_is_as_its_schema_says(fields: dict[str, Any]) -> None:
    check(json.loads(exports.jadwal_json([entry(fields), entry(FULL)])), SCHEMA, SCHEMA)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("tanggal", "27/01/2024"),
        ("tanggal", "2024-02-30"),
        ("tanggal", ""),
        ("jam_mulai", "8:00"),
        ("jam_mulai", "24:00"),
        ("zona", "wib"),
        ("zona", None),
        ("provinsi", "Jawa Barat"),
        ("provinsi", {"kode": "32.1", "nama": "x"}),
        ("provinsi", {"kode": "32"}),
        ("kecamatan", []),
        ("kecamatan", [{"kode": "32.01.01", "nama": ""}]),
        ("tps", "7"),
        ("tps", -1),
        ("jenis", "rapat"),
        ("status", "usai"),
        ("modul", [""]),
        ("uid", ""),
        ("harga", 1),
    ],
)
def test_the_schema_refuses_what_is_not_a_session(name: str, wrong: Any) -> None:
    document = json.loads(exports.jadwal_json([entry(FULL)]))
    check(document, SCHEMA, SCHEMA)
    document["sesi"][0][name] = wrong
    with pytest.raises((AssertionError, ValueError, TypeError)):
        check(document, SCHEMA, SCHEMA)


def test_the_schema_describes_every_column_and_names_what_is_always_there() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    session = SCHEMA["$defs"]["sesi"]
    assert list(session["properties"]) == [*COLUMNS, "uid", "berkas"]
    assert all(column["description"] for column in session["properties"].values())
    assert "titik koma" not in json.dumps(session), "itu cara mengisi sel, bukan isi dokumen"
    (least,) = json.loads(exports.jadwal_json([entry(LEAST)]))["sesi"]
    assert set(session["required"]) == set(least)
    assert session["properties"]["kab_kota"]["description"] == "Kabupaten/kota"
    assert session["properties"]["jenis"]["enum"] == [kind.value for kind in Jenis]


# skema-csv.json


TABLE = json.loads(exports.table_schema())
FIELDS = {column["name"]: column for column in TABLE["fields"]}


def test_the_table_schema_has_every_column() -> None:
    assert list(FIELDS) == list(COLUMNS)
    for name, column in FIELDS.items():
        info = Session.model_fields[name]
        assert column["description"].startswith(info.description)
        assert column["example"] == info.examples[0]
        assert re.sub("[^a-z]+", "_", column["title"].lower()) == name, "reader.column_name"
        assert column.get("constraints", {}).get("required", False) == (name in REQUIRED_CELLS)
        assert ("kolom ini harus ada" in column["description"]) == (name in REQUIRED_COLUMNS)
        assert column["type"] == ("integer" if name in ("tps", "peserta") else "string")
    assert "27/01/2024, 2024-01-27 atau 27 Januari 2024" in FIELDS["tanggal_selesai"]["description"]
    assert FIELDS["tps"]["constraints"] == {"minimum": 0}
    assert TABLE["fieldsMatch"] == "partial", "kolom boleh kurang dan berurutan lain"
    assert FIELDS["status"]["constraints"]["enum"] == [status.value for status in Status]


@pytest.mark.parametrize("name", COLUMNS)
def test_the_table_schema_accepts_every_example(name: str) -> None:
    constraints = FIELDS[name].get("constraints", {})
    for example in Session.model_fields[name].examples:
        # The data format asks for a match of the whole cell, but some programs only search.
        for match in (re.search, re.fullmatch):
            assert match(constraints.get("pattern", ".*"), example)
        assert example in constraints.get("enum", [example])


@pytest.mark.parametrize(
    ("name", "text", "accepted"),
    [
        ("tanggal", "7/1/2024", True),
        ("tanggal", "7 Jan. 2024", True),
        ("tanggal", "Sabtu, 27 Januari 2024", True),
        ("tanggal", "27/01/24", False),
        ("tanggal", "2024-01-27 08:00", False),
        ("tanggal", "besok", False),
        ("jam_mulai", "8.00", True),
        ("jam_mulai", "23:59", True),
        ("jam_mulai", "24:00", False),
        ("jam_mulai", "8", False),
        ("sumber", "http://kpu.go.id", True),
        ("sumber", "kpu.go.id", False),
        ("sumber", "https://kpu.go.id dan lain", False),
    ],
)
def test_the_patterns_of_the_table_schema(name: str, text: str, accepted: bool) -> None:
    assert bool(re.search(FIELDS[name]["constraints"]["pattern"], text)) == accepted


# CSV


def test_a_row_has_the_normal_spelling_of_every_value() -> None:
    assert row(Session(**FULL)) == {
        **{name: str(FULL[name]) for name in COLUMNS},
        "tanggal": "2024-01-27",
        "tanggal_selesai": "2024-01-31",
        "jam_mulai": "08:00",
        "jam_selesai": "12:30",
        "provinsi": "Jawa Barat",
        "kab_kota": "Kab. Bogor",
        "kecamatan": "Cibinong; Citeureup",
        "kelurahan_desa": "Pakansari; Nanggewer",
        "modul": "05-pemungutan-suara; 06-penghitungan-suara",
        "zona": "WIB",
        "jenis": "bimtek KPPS",
        "status": "berubah",
        "kepastian_tanggal": "rencana",
    }


def test_the_least_row() -> None:
    filled = {name: text for name, text in row(Session(**LEAST, tps=0)).items() if text}
    assert filled == {
        "zona": "WIB",
        "provinsi": "Jawa Barat",
        "jenis": "ToT",
        "tps": "0",
        "status": "terjadwal",
        "kepastian_tanggal": "tidak disebut",
        "pemilu": "Pemilu 2024",
    }


def test_the_file_is_for_indonesian_excel() -> None:
    made = exports.csv_bytes([entry(FULL), entry(LEAST)])
    assert made.startswith(b"\xef\xbb\xbfid;tanggal;tanggal_selesai;")
    text = made.decode("utf-8-sig")
    assert text == exports.write_csv([Session(**FULL), Session(**LEAST)])
    assert text.count("\r\n") == text.count("\n") == 3
    assert '"PPS ""Pakansari"""' in text


def test_an_ambiguous_name_is_written_as_its_code() -> None:
    # Sorkam Barat has two places of this name, a kelurahan and a desa.
    place = {
        "provinsi": region("12"),
        "kab_kota": region("12.01"),
        "kecamatan": (region("12.01.10"),),
    }
    villages = (region("12.01.10.1001"), region("12.01.10.2018"))
    assert villages[0].name == villages[1].name
    cells = row(Session(**{**FULL, **place, "kelurahan_desa": villages}))
    assert cells["kelurahan_desa"] == "12.01.10.1001; 12.01.10.2018"
    assert cells["kecamatan"] == "Sorkam Barat"


def test_a_name_that_is_unique_in_its_kecamatan_is_written() -> None:
    village = region("32.01.06.2001")
    assert village.name == "Sukamaju", "nama ini ada di beberapa kecamatan Kab. Bogor"
    one = {"kecamatan": (region("32.01.06"),), "kelurahan_desa": (village,)}
    assert row(Session(**{**FULL, **one}))["kelurahan_desa"] == "Sukamaju"
    twice = next(place for place in NAMESAKES if place != village)
    two = {"kecamatan": (region("32.01.06"), region(twice.parent)), "kelurahan_desa": (village,)}
    assert row(Session(**{**FULL, **two}))["kelurahan_desa"] == village.code


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_regions_are_read_back_as_the_same_regions(data: st.DataObject) -> None:
    codes = ["12.01.10.1001", "12.07.28.1007", "31.71.02.1001", "32.01.01.1007", "91.03.01.1001"]
    village = region(data.draw(st.sampled_from(codes)))
    district = region(village.parent)
    regency = region(district.parent)
    place = {
        "provinsi": region(regency.parent),
        "kab_kota": data.draw(st.sampled_from([regency, None])),
        "kecamatan": data.draw(st.sampled_from([(district,), ()])),
        "kelurahan_desa": data.draw(st.sampled_from([(village,), ()])),
    }
    cells = row(Session(**{**FULL, **place}))
    parents: tuple[str, ...] = ("",)
    for level, name in enumerate(place, start=1):
        value = place[name]
        wanted = value if isinstance(value, tuple) else (value,) if value else ()
        texts = [text for text in cells[name].split("; ") if text]
        found = tuple(resolve(text, level, parents) for text in texts)
        assert found == wanted
        parents = tuple(each.code for each in found) or parents


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("=+-@'＝\t\r\n\";,a"), st.characters(codec="utf-8")))
)
def test_any_text_comes_back_and_is_no_formula(text: str) -> None:
    for name in ("tempat", "catatan"):
        cell = row(Session(**{**FULL, name: text}))[name]
        assert unquote_formula(cell) == text
        assert not cell.startswith(tuple("=+-@\t\r＝＋－＠"))


# contoh-jadwal.csv


def test_the_template_has_every_column_and_one_row() -> None:
    made = exports.template()
    assert made.startswith(b"\xef\xbb\xbf")
    header, example = csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";")
    assert tuple(header) == COLUMNS
    cells = dict(zip(header, example, strict=True))
    assert (cells.pop("id"), cells.pop("status")) == ("contoh-1", "terjadwal")
    assert cells == {name: Session.model_fields[name].examples[0] for name in cells}
    assert made.endswith(b"\r\n")


def test_everything_is_the_same_every_time() -> None:
    for make in (exports.json_schema, exports.table_schema, exports.template):
        assert make() == make()
    entries = [entry(FULL), entry(LEAST)]
    assert exports.jadwal_json(entries) == exports.jadwal_json(iter(entries))
    assert exports.csv_bytes(entries) == exports.csv_bytes(iter(entries))
