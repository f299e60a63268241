"""The schedule as data for others: JSON and CSV, their schemas, and a template to fill in.

All of it is made from the fields of `Session`, so a new column is in every file at once.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from scripts.schedule.entries import Entry
from scripts.schedule.formulas import quote_formula
from scripts.schedule.model import (
    COLUMNS,
    MAIN_ELECTION,
    REQUIRED_CELLS,
    REQUIRED_COLUMNS,
    Session,
    Status,
)
from scripts.schedule.regions import Region, written

VERSION = 1
"""Rises when a reader of jadwal.json would have to change."""

SCHEMA_NAME = "skema-jadwal.json"

_FIELDS: dict[str, FieldInfo] = dict(Session.model_fields)
_BOM = "\ufeff"
_TITLES = {
    "id": "ID",
    "kab_kota": "Kab/kota",
    "kelurahan_desa": "Kelurahan/desa",
    "tps": "TPS",
}
_HOUR = "(([01][0-9]|[1-9]|2[0-3])[:.]|0:)[0-5][0-9]"
_WEEKDAY = "([A-Za-z']+ ?[,/] ?)?"
_NUMBERS = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
_CELL_PATTERNS: dict[type, str] = {
    # Both ^…$ and a group: some programs look for a pattern within the cell, others add ^ and $.
    date: f"^({_WEEKDAY}({_NUMBERS}|[0-9]{{1,2}} [A-Za-z]+[.]? [0-9]{{4}}))$",
    time: f"^({_HOUR})$",
}
_SPELLINGS: dict[type, str] = {date: "tanggal", time: "jam_mulai"}
"""Type -> the column whose examples are all its spellings."""

_LINK_PATTERN = "^https?://[^ ]+$"

_VALUE_SCHEMAS: dict[type, dict[str, Any]] = {
    str: {"type": "string", "minLength": 1},
    int: {"type": "integer", "minimum": 0},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    Region: {"$ref": "#/$defs/wilayah"},
}
_REGION_SCHEMA = {
    "type": "object",
    "description": "Wilayah menurut kode Kemendagri",
    "properties": {
        "kode": {
            "type": "string",
            "pattern": r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$",
        },
        "nama": {"type": "string", "minLength": 1},
    },
    "required": ["kode", "nama"],
    "additionalProperties": False,
}
_ADDED = {
    "uid": "Nama tetap sesi ini, sama dengan UID di berkas kalender",
    "berkas": "Berkas CSV asal sesi ini di repositori",
}
"""What an exported session has besides its columns -> description."""

_values = attrgetter(*COLUMNS)


def jadwal_json(entries: Iterable[Entry]) -> bytes:
    """Give the sessions, in their order, as the JSON document of `json_schema`: one a line."""
    head = _encode({"versi": VERSION, "skema": SCHEMA_NAME, "pemilu": MAIN_ELECTION})
    sessions = ",\n".join(_encode(_exported(entry)) for entry in entries)
    return f'{head[:-1]},"sesi":[\n{sessions}\n]}}\n'.encode()


def json_schema() -> bytes:
    """Give the JSON Schema (2020-12) of `jadwal_json`."""
    columns = {name: _column_schema(info) for name, info in _FIELDS.items()}
    added = {name: {**_VALUE_SCHEMAS[str], "description": text} for name, text in _ADDED.items()}
    always = [name for name, info in _FIELDS.items() if _is_never_empty(info)]
    session = {
        "type": "object",
        "description": "Satu sesi; yang kosong tidak ditulis",
        "properties": {**columns, **added},
        "required": [*always, *added],
        "additionalProperties": False,
    }
    properties = {
        "versi": {"const": VERSION},
        "skema": {"const": SCHEMA_NAME, "description": "Berkas ini, di folder yang sama"},
        "pemilu": {"const": MAIN_ELECTION, "description": "Pemilihan yang menjadi isi situs"},
        "sesi": {"type": "array", "items": {"$ref": "#/$defs/sesi"}},
    }
    return _pretty(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Jadwal bimtek KPPS",
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            "$defs": {"sesi": session, "wilayah": _REGION_SCHEMA},
        }
    )


def table_schema() -> bytes:
    """Give the Table Schema (Data Package 2.0) of the CSV files that contributors hand in.

    What it accepts is accepted by the checks as far as one cell tells. The checks accept a little
    more: words in any case, other usual words, more spaces.
    """
    return _pretty(
        {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            # Columns may be left out and stand in any order.
            "fieldsMatch": "partial",
            "missingValues": [""],
            "fields": [_field(name, info) for name, info in _FIELDS.items()],
        }
    )


def write_csv(sessions: Iterable[Session]) -> str:
    """Give the sessions, in their order, as CSV in the one normal spelling of every value.

    All columns in the order of COLUMNS, separated by semicolons, lines ended by CR LF; cells that
    look like formulas are quoted (see formulas.py).
    """
    return _csv(map(_cells, sessions))


def csv_bytes(entries: Iterable[Entry]) -> bytes:
    """Give the file of `write_csv` with the BOM without which Excel does not see UTF-8."""
    return f"{_BOM}{write_csv(entry.session for entry in entries)}".encode()


def template() -> bytes:
    """Give the file that contributors fill in: every column, and one row that passes the checks."""
    example = {name: str(info.examples[0]) for name, info in _FIELDS.items() if info.examples}
    example |= {"id": "contoh-1", "status": Status.TERJADWAL.value}
    return f"{_BOM}{_csv([[quote_formula(example[name]) for name in COLUMNS]])}".encode()


def _exported(entry: Entry) -> dict[str, Any]:
    """Give the session as it stands in the JSON document: without what is empty, but with a 0."""
    values = zip(COLUMNS, _values(entry.session), strict=True)
    filled = {name: value for name, value in values if value or value == 0}
    return {**filled, "uid": entry.uid, "berkas": entry.file}


def _json_value(value: Any) -> Any:
    """Give in JSON's own types what the encoder does not know."""
    return _json_region(value) if isinstance(value, Region) else _moment(value)


@lru_cache(maxsize=200_000)
def _json_region(place: Region) -> dict[str, str]:
    return {"kode": place.code, "nama": place.name}


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_json_value).encode


def _moment(value: date | time) -> str:
    """Give 2024-01-27 or 08:00."""
    return value.isoformat(timespec="minutes") if isinstance(value, time) else value.isoformat()


def _column_schema(info: FieldInfo) -> dict[str, Any]:
    # What a description says on filling in a cell is not true of the document.
    text = (info.description or "").partition(";")[0].removeprefix("Nama atau kode ")
    about = {"description": text[:1].upper() + text[1:]}
    kind = _type_of(info)
    if issubclass(kind, StrEnum):
        return {**about, "enum": [word.value for word in kind]}
    if _is_list(info):
        return {**about, "type": "array", "items": _VALUE_SCHEMAS[kind], "minItems": 1}
    return {**about, **_VALUE_SCHEMAS[kind]}


def _field(name: str, info: FieldInfo) -> dict[str, Any]:
    """Give a field of the Table Schema: what a contributor may write, not what is published."""
    kind = _type_of(info)
    about = [info.description or ""]
    if column := _SPELLINGS.get(kind):
        about.append(f"ditulis {_alternatives(_FIELDS[column])}")
    if name in REQUIRED_COLUMNS:
        about.append("kolom ini harus ada")
    constraints: dict[str, Any] = {}
    if name in REQUIRED_CELLS:
        constraints["required"] = True
    if issubclass(kind, StrEnum):
        constraints["enum"] = [word.value for word in kind]
    if kind is int:
        constraints["minimum"] = 0
    if pattern := _LINK_PATTERN if name == "sumber" else _CELL_PATTERNS.get(kind):
        constraints["pattern"] = pattern
    return {
        "name": name,
        "title": _TITLES.get(name) or name.replace("_", " ").capitalize(),
        "type": "integer" if kind is int else "string",
        "description": "; ".join(about),
        "example": str((info.examples or [""])[0]),
        **({"constraints": constraints} if constraints else {}),
    }


def _alternatives(info: FieldInfo) -> str:
    *others, last = map(str, info.examples or ())
    return f"{', '.join(others)} atau {last}"


def _cells(session: Session) -> list[str]:
    """Give the cells of a row in their normal spelling."""
    values = zip(COLUMNS, _values(session), strict=True)
    return [
        quote_formula(_cell(session, name, value)) if value or value == 0 else ""
        for name, value in values
    ]


def _cell(session: Session, name: str, value: Any) -> str:
    if isinstance(value, date | time):
        return _moment(value)
    if isinstance(value, Region):
        return written(value, _parents(session, name))
    if isinstance(value, tuple):
        return "; ".join(_cell(session, name, item) for item in value)
    return str(value)


def _parents(session: Session, name: str) -> tuple[str, ...]:
    """Give the codes below which a reader of the row looks for the regions of a column."""
    province, regency = session.provinsi.code, session.kab_kota
    if name == "provinsi":
        return ("",)
    if name == "kab_kota" or regency is None:
        return (province,)
    if name == "kelurahan_desa" and session.kecamatan:
        return tuple(place.code for place in session.kecamatan)
    return (regency.code,)


def _csv(rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def _pretty(document: dict[str, Any]) -> bytes:
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _annotation(info: FieldInfo) -> Any:
    """Give the type of a filled cell: `date` for `date | None`."""
    members = [member for member in get_args(info.annotation) if member is not NoneType]
    return members[0] if _is_optional(info) else info.annotation


def _type_of(info: FieldInfo) -> type:
    """Give the type of the column's values, or of each of them if it is a list."""
    annotation = _annotation(info)
    return get_args(annotation)[0] if _is_list(info) else annotation


def _is_list(info: FieldInfo) -> bool:
    return get_origin(_annotation(info)) is tuple


def _is_optional(info: FieldInfo) -> bool:
    return NoneType in get_args(info.annotation)


def _is_never_empty(info: FieldInfo) -> bool:
    return not _is_optional(info) and (info.is_required() or bool(info.default))
