"""Two pages for contributors that are made from the code: every column, and every message code.

Columns come from `Session`, codes from `CODES`, and every message on the page of codes is one that
the checks gave for the example beside it, so neither page can say what the checks do not do. What
stands here is what the code does not hold: the English descriptions, what each word of a
vocabulary means, the examples.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import NoneType
from typing import get_args

from scripts.markup import escape
from scripts.paths import DATA, LANGUAGES, SOURCE_LANGUAGE, relative
from scripts.problems import Severity
from scripts.schedule import modules, settings
from scripts.schedule.cells import JENIS_ALIASES
from scripts.schedule.checks import MAX_CELL, load
from scripts.schedule.codes import CODES
from scripts.schedule.model import (
    COLUMNS,
    MAIN_ELECTION,
    REQUIRED_CELLS,
    REQUIRED_COLUMNS,
    Jenis,
    Kepastian,
    Session,
    Status,
    Zona,
)
from scripts.schedule.problems import ScheduleProblem, make, show
from scripts.schedule.reader import HEADER_ALIASES
from scripts.schedule.regions import LEVELS

COLUMNS_PAGE = "kontribusi/kolom-jadwal.md"
CODES_PAGE = "kontribusi/kode-jadwal.md"

Text = dict[str, str]
"""Language -> text."""

ENGLISH: dict[str, str] = {
    "id": "A lasting mark of this session; it does not change when the date changes",
    "tanggal": "First day; may only be empty if kepastian_tanggal = tidak disebut",
    "tanggal_selesai": "Last day; empty if it is one day",
    "jam_mulai": "Starting hour, local time",
    "jam_selesai": "Ending hour, local time",
    "zona": "WIB, WITA or WIT; empty means the zone of the province",
    "provinsi": "Name or code of the province",
    "kab_kota": "Name or code of the regency (kabupaten) or city (kota); empty only for an event "
    "of the whole province",
    "kecamatan": "Districts (kecamatan); several are separated by semicolons",
    "kelurahan_desa": "Villages or wards (desa, kelurahan); several are separated by semicolons",
    "tempat": "Name of a public venue, not a private home",
    "alamat": "Address or landmark of that venue",
    "jenis": "Kind of event",
    "gelombang": "Which wave, class or session it is",
    "tps": "Number of TPS (polling stations)",
    "peserta": "Number of participants",
    "modul": "Modules that are taught, by file name; several are separated by semicolons",
    "penyelenggara": "Organising institution, not a person's name",
    "fasilitator": "Role or institution of the facilitator, not a person's name",
    "status": "State of the session; empty means terjadwal",
    "kepastian_tanggal": "How the date is known; empty means tersurat",
    "catatan": "Anything else worth knowing",
    "sumber": "http or https link to the announcement or news",
    "pemilu": f"Name of the election; empty means {MAIN_ELECTION}",
}
"""Column -> its English description; the Indonesian ones are in the model."""

MEANINGS: dict[StrEnum, Text] = {
    Zona.WIB: {"id": "Waktu Indonesia Barat (UTC+7)", "en": "western Indonesian time (UTC+7)"},
    Zona.WITA: {"id": "Waktu Indonesia Tengah (UTC+8)", "en": "central Indonesian time (UTC+8)"},
    Zona.WIT: {"id": "Waktu Indonesia Timur (UTC+9)", "en": "eastern Indonesian time (UTC+9)"},
    Jenis.BIMTEK_KPPS: {"id": "untuk anggota KPPS", "en": "training of KPPS members"},
    Jenis.BIMTEK_PPS: {
        "id": "untuk Panitia Pemungutan Suara (PPS)",
        "en": "training of PPS members (village voting committees)",
    },
    Jenis.BIMTEK_PPK: {
        "id": "untuk Panitia Pemilihan Kecamatan (PPK)",
        "en": "training of PPK members (district election committees)",
    },
    Jenis.BIMTEK_GABUNGAN: {
        "id": "untuk lebih dari satu badan, misalnya PPS dan KPPS",
        "en": "joint training of more than one body, such as PPS and KPPS",
    },
    Jenis.BIMTEK_PSU: {
        "id": "untuk pemungutan suara ulang (PSU)",
        "en": "training for a re-vote (PSU)",
    },
    Jenis.BIMTEK_INTERNAL: {"id": "untuk jajaran KPU sendiri", "en": "training of KPU's own staff"},
    Jenis.TOT: {
        "id": "training of trainers, pelatihan calon pelatih",
        "en": "training of trainers",
    },
    Jenis.SIMULASI: {
        "id": "memperagakan pemungutan atau penghitungan suara",
        "en": "acting out voting or counting",
    },
    Jenis.PELANTIKAN: {"id": "pelantikan KPPS saja", "en": "swearing-in of KPPS only"},
    Jenis.PELANTIKAN_BIMTEK: {
        "id": "pelantikan dan bimtek dalam satu acara",
        "en": "swearing-in and training in one event",
    },
    Status.TERJADWAL: {
        "id": "diumumkan atau direncanakan; pelaksanaannya belum diberitakan",
        "en": "announced or planned; not yet reported as held",
    },
    Status.BERUBAH: {
        "id": "tetap diadakan, dengan tanggal, jam, atau tempat baru; tulis yang baru",
        "en": "will take place on a new date, at a new hour or venue; write the new one",
    },
    Status.DITUNDA: {"id": "belum ada tanggal pengganti", "en": "no new date yet"},
    Status.BATAL: {"id": "tidak jadi diadakan", "en": "will not take place"},
    Status.SELESAI: {
        "id": "diberitakan sedang berjalan atau sudah selesai",
        "en": "reported as under way or finished",
    },
    Kepastian.TERSURAT: {"id": "sumber menyebut tanggalnya", "en": "the source gives the date"},
    Kepastian.DISIMPULKAN: {
        "id": "sebagian dihitung dari keterangan lain; jelaskan di catatan",
        "en": "part of it was worked out from other statements; explain it in catatan",
    },
    Kepastian.RENCANA: {
        "id": "sumber hanya menyebut rencana",
        "en": "the source speaks of a plan only",
    },
    Kepastian.TIDAK_DISEBUT: {
        "id": "sumber tidak menyebut tanggal; kosongkan tanggal",
        "en": "the source gives no date; leave tanggal empty",
    },
}
"""Word of a vocabulary -> what it means to a contributor."""

ACCEPTED: dict[str, tuple[str, ...]] = {
    "tanggal": (
        "27/01/2024",
        "27/1/2024",
        "2024-01-27",
        "27 Januari 2024",
        "27 Jan 2024",
        "Sabtu, 27 Januari 2024",
    ),
    "jam_mulai": ("08.00", "8.00", "08:00"),
    "peserta": ("1300",),
    "provinsi": ("Jawa Barat", "JAWA BARAT", "Prov. Jawa Barat", "32"),
    "kab_kota": ("Kab. Bogor", "Kabupaten Bogor", "kab bogor", "32.01", "3201"),
    "kecamatan": ("Cibinong", "Kec. Cibinong", "32.01.01", "320101"),
    "kelurahan_desa": (
        "Pakansari",
        "Pakan Sari",
        "pakan-sari",
        "Kel. Pakansari",
        "32.01.01.1007",
        "3201011007",
    ),
}
"""Column -> spellings of one and the same value; those of regions make a row together."""

SEVERAL = "Pakansari; Nanggewer"
"""Several regions in one cell."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A spelling that the checks refuse, why, and how it is written instead."""

    column: str
    wrong: str
    right: str
    why: Text


REFUSED: tuple[Refused, ...] = (
    Refused("tanggal", "27/01/24", "27/01/2024", {"id": "tahun dua angka", "en": "two-digit year"}),
    Refused("tanggal", "01/27/2024", "27/01/2024", {"id": "bulan dulu", "en": "month first"}),
    Refused(
        "tanggal",
        "27-01-2024",
        "27/01/2024",
        {
            "id": "tanda hubung hanya untuk tahun-bulan-hari",
            "en": "hyphens are for year-month-day only",
        },
    ),
    Refused("tanggal", "27 Januari", "27 Januari 2024", {"id": "tanpa tahun", "en": "no year"}),
    Refused(
        "tanggal",
        "45318",
        "27/01/2024",
        {
            "id": "format sel di Excel bukan tanggal",
            "en": "the cell is not formatted as a date in Excel",
        },
    ),
    Refused(
        "tanggal",
        "Minggu, 27 Januari 2024",
        "Sabtu, 27 Januari 2024",
        {"id": "hari itu Sabtu", "en": "that day is a Saturday"},
    ),
    Refused(
        "tanggal",
        "27 s.d. 31 Januari 2024",
        "27 Januari 2024",
        {
            "id": "dua tanggal; yang terakhir masuk tanggal_selesai",
            "en": "two dates; the last one goes into tanggal_selesai",
        },
    ),
    Refused("jam_mulai", "8", "08.00", {"id": "tanpa menit", "en": "no minutes"}),
    Refused(
        "jam_mulai",
        "08.00 WIB",
        "08.00",
        {"id": "zona ditulis di kolom zona", "en": "the zone goes into zona"},
    ),
    Refused("jam_mulai", "08:00:00", "08:00", {"id": "dengan detik", "en": "with seconds"}),
    Refused(
        "jam_mulai",
        "08.00-12.00",
        "08.00",
        {
            "id": "dua jam; yang terakhir masuk jam_selesai",
            "en": "two hours; the last one goes into jam_selesai",
        },
    ),
    Refused(
        "jam_mulai",
        "0,3333333",
        "08.00",
        {
            "id": "format sel di Excel bukan jam",
            "en": "the cell is not formatted as a time in Excel",
        },
    ),
    Refused("peserta", "1.300", "1300", {"id": "titik ribuan", "en": "thousands separator"}),
    Refused("peserta", "1300 orang", "1300", {"id": "satuan", "en": "unit"}),
    Refused("peserta", "sekitar 1300", "1300", {"id": "kata", "en": "word"}),
    Refused(
        "kab_kota",
        "Bogor",
        "Kab. Bogor",
        {
            "id": "ada juga Kota Bogor",
            "en": "there is a Kota Bogor too",
        },
    ),
    Refused(
        "kab_kota",
        "32.1",
        "32.10",
        {
            "id": "Excel membuang nol di belakang; formatlah kolomnya sebagai teks",
            "en": "Excel dropped the last zero; format the column as text",
        },
    ),
    Refused(
        "kelurahan_desa",
        "Pakansari, Nanggewer",
        SEVERAL,
        {"id": "dipisah koma", "en": "separated by a comma"},
    ),
)
"""Every spelling that the page warns of, by column."""


@dataclass(frozen=True, slots=True)
class Example:
    """What gives a message: the cells in which each row differs from a sound one, or a file.

    Of a file, `shown` is the part that is to blame.
    """

    rows: tuple[dict[str, str], ...] = ()
    file: str = ""
    shown: str = ""


def _cells(**cells: str) -> Example:
    return Example((cells,))


def _file(text: str, shown: str) -> Example:
    return Example(file=text, shown=shown)


SOUND = {
    "tanggal": "27/01/2024",
    "jam_mulai": "08.00",
    "jam_selesai": "12.00",
    "provinsi": "Jawa Barat",
    "kab_kota": "Kab. Bogor",
    "kecamatan": "Cibinong",
    "jenis": "bimtek KPPS",
}
"""The row that the examples spoil."""

_ROW = "27/01/2024,Aceh,Kab. Pidie,ToT"
_HEAD = "tanggal,provinsi,kab_kota,jenis"

EXAMPLES: dict[str, Example] = {
    "JDW001": _file(
        f'{_HEAD}\n27/01/2024,Aceh,Kab. Pidie,"ToT\n', '27/01/2024,Aceh,Kab. Pidie,"ToT'
    ),
    "JDW002": _file("tanggal,provinsi,jenis\n27/01/2024,Aceh,ToT\n", "tanggal,provinsi,jenis"),
    "JDW003": _file(f"{_HEAD},tmpat\n{_ROW},Aula\n", f"{_HEAD},tmpat"),
    "JDW004": _file(f"{_HEAD},Kab/Kota\n{_ROW},\n", f"{_HEAD},Kab/Kota"),
    "JDW005": _file(f"{_HEAD}\n{_ROW},Aula\n", f"{_ROW},Aula"),
    "JDW006": _cells(provinsi=""),
    "JDW007": _cells(tanggal="27/01/24"),
    "JDW008": _cells(jam_mulai="8"),
    "JDW009": _cells(tanggal_selesai="26/01/2024"),
    "JDW010": _cells(jam_mulai="08.00", jam_selesai="07.00"),
    "JDW011": _cells(zona="WIBB"),
    "JDW012": _cells(zona="WIT"),
    "JDW013": _cells(provinsi="Jawa Brat"),
    "JDW014": _cells(jenis="bimtek"),
    "JDW015": _cells(status="selsai"),
    "JDW016": _cells(kepastian_tanggal="tersirat"),
    "JDW017": _cells(sumber="www.kpu.go.id"),
    "JDW018": _cells(tempat="Aula\u200b Kecamatan"),
    "JDW019": _cells(catatan="hubungi 081234567890"),
    "JDW020": _cells(catatan="NIK 3171234567890001"),
    "JDW021": _cells(catatan="surel pps@contoh.id"),
    "JDW022": _cells(peserta="1.300"),
    "JDW023": Example(({"id": "bgr-1"}, {"id": "bgr-1", "tanggal": "28/01/2024"})),
    "JDW024": Example(
        (
            {"tanggal": "27/01/2024", "kecamatan": "Cibinong"},
            {"tanggal": "27 Januari 2024", "kecamatan": "Kec. Cibinong"},
        )
    ),
    "JDW025": _cells(tanggal="27/01/2024", kepastian_tanggal="tidak disebut"),
    "JDW026": _cells(pemilu="Pemliu 2024"),
    "JDW027": _cells(id="bogor/1"),
    "JDW028": _cells(kab_kota="Kab. Bogr"),
    "JDW029": _cells(kecamatan="Cibinonk"),
    "JDW030": _cells(kelurahan_desa="Citeureup"),
    "JDW031": _cells(kab_kota="Bogor"),
    "JDW032": _cells(modul="pemungutan"),
    "JDW033": Example(
        (
            {"gelombang": "1", "tempat": "Aula Kecamatan"},
            {"gelombang": "2", "tempat": "Aula Kecamatan", "jam_mulai": "10.00"},
        )
    ),
    "JDW034": Example(
        (
            {"gelombang": "1", "fasilitator": "PPK Cibinong"},
            {"gelombang": "2", "fasilitator": "PPK Cibinong", "jam_mulai": "10.00"},
        )
    ),
    "JDW035": _cells(peserta="120"),
    "JDW036": _cells(tanggal="15/02/2024"),
    "JDW037": _cells(tanggal="24/01/2024"),
    "JDW038": _cells(tanggal="08/02/2024"),
    "JDW039": _cells(jam_mulai=""),
    "JDW040": _cells(kelurahan_desa="Pakansari"),
    "JDW041": _cells(id="contoh-1"),
    "JDW042": _cells(tanggal="27/01/2024", tanggal_selesai="27/11/2024"),
    "JDW043": _cells(fasilitator="Bapak Fulan"),
    "JDW044": _cells(catatan="rekening BRI 1234-01-000123-50-1"),
    "JDW045": _cells(catatan="Bawa alat tulis. " * (MAX_CELL // 17 + 1)),
    "JDW046": _file("sesi_per_halaman: [60\n", "sesi_per_halaman: [60"),
}
"""Code -> what gives its message. Fictitious, but for the regions."""

GROUPS: tuple[tuple[Text, str], ...] = (
    ({"id": "Berkas", "en": "File"}, "001 046"),
    ({"id": "Judul kolom", "en": "Header row"}, "002 003 004 005"),
    (
        {"id": "Tanggal dan jam", "en": "Dates and hours"},
        "007 008 009 010 011 012 016 025 042",
    ),
    ({"id": "Wilayah", "en": "Regions"}, "013 028 029 030 031"),
    (
        {"id": "Isi sel lain", "en": "Other cells"},
        "006 014 015 017 018 022 026 027 032 045",
    ),
    ({"id": "Baris kembar dan baris contoh", "en": "Repeated rows, example row"}, "023 024 041"),
    ({"id": "Data pribadi", "en": "Personal data"}, "019 020 021 043 044"),
    ({"id": "Rencana", "en": "Plan"}, "033 034 035 036 037 038 039 040"),
)
"""Subject -> its codes, without JDW."""

# The examples are of 2024, whatever election an office has set.
_RULES = settings.Settings(
    pemilihan=(
        settings.Election(
            nama=MAIN_ELECTION,
            pelantikan_kpps=date(2024, 1, 25),
            pemungutan_suara=date(2024, 2, 14),
        ),
    )
)


def render() -> dict[str, str]:
    """Give path below docs/ -> Markdown of both pages in every language.

    The same code and data give the same text. Examples are checked in a temporary folder; where a
    check gives no message for its example, the page leaves the example out.
    """
    return dict(_rendered(modules.known()))


@lru_cache(maxsize=1)
def _rendered(known_modules: tuple[str, ...]) -> dict[str, str]:
    """Give both pages; a message names the modules, nothing else of them changes while serving."""
    found = messages()
    pages = {}
    for language in LANGUAGES:
        pages[f"{language}/{COLUMNS_PAGE}"] = "\n".join(_columns_page(language))
        pages[f"{language}/{CODES_PAGE}"] = "\n".join(_codes_page(language, found))
    return pages


def messages() -> dict[str, ScheduleProblem]:
    """Give code -> what the checks find in its example, as if it stood in data/."""
    found = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for code, example in EXAMPLES.items():
            problems = (
                _settings_problems(folder, example)
                if code == "JDW046"
                else _file_problems(folder, example)
            )
            if problem := next((one for one in problems if one.code == code), None):
                found[code] = problem
    return found


def _file_problems(folder: Path, example: Example) -> list[ScheduleProblem]:
    path = folder / "kab-bogor.csv"
    path.write_text(example.file or _csv(example.rows), encoding="utf-8")
    return [_moved(found, folder, DATA / "jadwal") for found in load(path, _RULES).problems]


def _settings_problems(folder: Path, example: Example) -> list[ScheduleProblem]:
    path = folder / "jadwal.yml"
    path.write_text(example.file, encoding="utf-8")
    try:
        settings.read(path)
    except settings.SettingsError as failure:
        place = (relative(settings.PATH), failure.line, failure.column)
        return [make(place, "JDW046", failure.wrong)]
    return []


def _moved(problem: ScheduleProblem, folder: Path, to: Path) -> ScheduleProblem:
    """Give the problem as if its file stood in `to`: the temporary folder has a random name."""
    old, new = relative(folder), relative(to)
    return replace(
        problem,
        file=problem.file.replace(old, new),
        message=problem.message.replace(old, new),
    )


def _csv(rows: Iterable[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**SOUND, **cells} for cells in rows)
    return text.getvalue()


def code_span(text: str) -> str:
    """Give `text` as Markdown code, whatever it holds: on one line, and never ended by itself."""
    flat = " ".join(text.split())
    fence = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    pad = " " if "`" in flat else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _spans(texts: Iterable[str]) -> str:
    return ", ".join(map(code_span, texts))


def _front(title: str, description: str, page: str) -> list[str]:
    return [
        "---",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        f"description: {json.dumps(description, ensure_ascii=False)}",
        "dihasilkan: true",
        "---",
        "",
        f"# {title} {{ #{Path(page).stem} }}",
        "",
    ]


# --- page of columns ---

_COLUMNS_WORDS: dict[str, Text] = {
    "title": {"id": "Kolom jadwal", "en": "Columns of the schedule"},
    "description": {
        "id": "Setiap kolom berkas jadwal: artinya, contohnya, judul lain yang diterima, dan cara "
        "menulis tanggal, jam, angka, dan wilayah.",
        "en": "Every column of a schedule file: its meaning, examples, other accepted titles, and "
        "how dates, hours, numbers and regions are written.",
    },
    "intro": {
        "id": "Satu baris berisi satu sesi; baris pertama berisi judul kolom. Langkah mengirimnya "
        "ada di [Menambah jadwal](menambah-jadwal.md), arti pesannya di "
        "[Kode pesan jadwal](kode-jadwal.md).",
        "en": "One row is one session; the first row holds the titles of the columns. How to send "
        "a file is in [Adding a session](menambah-jadwal.md), what the messages mean in "
        "[Message codes of the schedule](kode-jadwal.md). Columns and their words are Indonesian "
        "in both languages.",
    },
    "required": {
        "id": "Kolom yang harus ada: {}. Kolom lain boleh tidak ada.",
        "en": "Columns that must be there: {}. Any other may be left out.",
    },
    "order": {
        "id": "Urutan kolom bebas. Huruf besar, spasi, dan tanda baca di judul tidak berpengaruh: "
        "`Kab/Kota` sama dengan `kab_kota`.",
        "en": "The order of the columns is free. Capitals, spaces and punctuation in a title do "
        "not matter: `Kab/Kota` is the same as `kab_kota`.",
    },
    "all": {"id": "Daftar kolom", "en": "List of columns"},
    "each": {"id": "Arti tiap kolom", "en": "What each column means"},
    "both": {
        "id": "Kolom harus ada, sel harus terisi.",
        "en": "The column must be there and the cell filled in.",
    },
    "column": {
        "id": "Kolom harus ada.",
        "en": "The column must be there.",
    },
    "examples": {"id": "Contoh", "en": "Examples"},
    "titles": {"id": "Judul lain yang diterima", "en": "Other accepted titles"},
    "words": {"id": "Isinya salah satu dari", "en": "One of"},
    "also": {"id": "juga diterima: {}", "en": "also accepted: {}"},
    "empty": {"id": "Sel kosong", "en": "Empty cells"},
    "regions": {"id": "Menulis wilayah", "en": "Writing regions"},
    "accepted": {"id": "Diterima", "en": "Accepted"},
    "refused": {"id": "Ditolak", "en": "Refused"},
    "right": {"id": "Tulis", "en": "Write"},
    "any": {"id": "Di semua kolom", "en": "In every column"},
}

_EMPTY: dict[str, tuple[str, ...]] = {
    "id": (
        "Kosongkan yang tidak diketahui; jangan menebak dan jangan menulis nol.",
        "Tanda `-`, `–`, atau `—` sendirian dianggap kosong.",
        "`provinsi` dan `jenis` tidak boleh kosong.",
        "`tanggal` kosong hanya bersama `tidak disebut` di `kepastian_tanggal`.",
        "`kab_kota` kosong hanya untuk kegiatan seprovinsi; `kecamatan` dan `kelurahan_desa` "
        "lalu kosong juga.",
        "`kecamatan` kosong padahal `kelurahan_desa` terisi: kecamatannya dicari sendiri dalam "
        "kabupaten/kota itu.",
        "`kelurahan_desa` kosong: sesi berlaku untuk seluruh kecamatan. `kecamatan` dan "
        "`kelurahan_desa` kosong: untuk seluruh kabupaten/kota.",
        "`jam_mulai` dan `jam_selesai` kosong: halaman menulis jamnya tidak diumumkan.",
        "`id` kosong: sesi dikenali dari pemilihan, jenis, wilayah, gelombang, dan "
        "penyelenggaranya. Isilah `id` bila salah satunya mungkin berubah.",
    ),
    "en": (
        "Leave empty what is not known; do not guess and do not write zero.",
        "A `-`, `–` or `—` by itself counts as empty.",
        "`provinsi` and `jenis` may not be empty.",
        "`tanggal` is empty only together with `tidak disebut` in `kepastian_tanggal`.",
        "`kab_kota` is empty only for an event of the whole province; `kecamatan` and "
        "`kelurahan_desa` are then empty too.",
        "`kecamatan` empty although `kelurahan_desa` is filled in: the district is looked up "
        "within that regency or city.",
        "`kelurahan_desa` empty: the session is for the whole district. `kecamatan` and "
        "`kelurahan_desa` empty: for the whole regency or city.",
        "`jam_mulai` and `jam_selesai` empty: the page says that the hours are not published.",
        "`id` empty: the session is known by its election, kind, regions, wave and organiser. "
        "Fill in `id` if one of them may change.",
    ),
}

_WRITING: tuple[tuple[str, str, Text, Text], ...] = (
    (
        "tanggal",
        "menulis-tanggal",
        {"id": "Menulis tanggal", "en": "Writing dates"},
        {
            "id": "Hari dulu, tahun empat angka. Yang dapat dibaca dua cara ditolak, tidak "
            "ditebak.",
            "en": "Day first, year in four digits. What can be read in two ways is refused, not "
            "guessed.",
        },
    ),
    (
        "jam_mulai",
        "menulis-jam",
        {"id": "Menulis jam", "en": "Writing hours"},
        {
            "id": "Jam dan menit waktu setempat, 00.00 sampai 23.59. Lewat tengah malam: isi "
            "`tanggal_selesai`.",
            "en": "Hours and minutes of local time, 00.00 to 23.59. Past midnight: fill in "
            "`tanggal_selesai`.",
        },
    ),
    (
        "peserta",
        "menulis-angka",
        {"id": "Menulis angka", "en": "Writing numbers"},
        {
            "id": "Untuk `tps` dan `peserta`: angka saja.",
            "en": "For `tps` and `peserta`: digits only.",
        },
    ),
)
"""Column that stands for its kind, anchor, title, and what to say first."""

_REGION_NOTES: dict[str, tuple[str, ...]] = {
    "id": (
        "Tulis nama resmi atau kode Kemendagri. Huruf besar, spasi, tanda hubung, dan titik pada "
        "kode tidak berpengaruh.",
        "Nama dicari di dalam wilayah di atasnya: kecamatan dalam kabupaten/kota itu, desa dalam "
        "kecamatan itu.",
        "Beberapa kecamatan atau desa dipisah titik koma: {several}. Kabupaten/kota hanya satu "
        "dalam satu baris.",
        "Desa senama di dua kecamatan: isi `kecamatan`. Senama di satu kecamatan: tulis kodenya.",
        "Daftarnya berisi wilayah menurut Kemendagri tahun 2025. Nama lain yang dipakai dicatat di "
        "`data/wilayah-alias.csv`.",
    ),
    "en": (
        "Write the official name or the Kemendagri (Ministry of Home Affairs) code. Capitals, "
        "spaces, hyphens and the full stops of a code do not matter.",
        "A name is looked up within the region above it: a district in that regency or city, a "
        "village in that district.",
        "Several districts or villages are separated by semicolons: {several}. A row has one "
        "regency or city only.",
        "Villages of the same name in two districts: fill in `kecamatan`. In one district: write "
        "the code.",
        "The list holds the regions of 2025. Other names in use are kept in "
        "`data/wilayah-alias.csv`.",
    ),
}

_ANY: dict[str, tuple[str, ...]] = {
    "id": (
        f"Paling panjang {MAX_CELL // 1000}.{MAX_CELL % 1000:03d} karakter.",
        "Tanpa nama orang, nomor telepon, NIK, alamat surel, dan rekening: "
        "[yang tidak boleh dimuat](menambah-jadwal.md#yang-tidak-boleh-dimuat).",
        "Kolom tambahan milik Anda sendiri ditolak; hapus sebelum mengirim.",
    ),
    "en": (
        f"At most {MAX_CELL:,} characters.",
        "No names of persons, phone numbers, identity numbers (NIK), e-mail addresses or bank "
        "accounts: [what may never be in it](menambah-jadwal.md#yang-tidak-boleh-dimuat).",
        "Columns of your own are refused; delete them before you send the file.",
    ),
}


def _columns_page(language: str) -> Iterator[str]:
    words = {name: text[language] for name, text in _COLUMNS_WORDS.items()}
    yield from _front(words["title"], words["description"], COLUMNS_PAGE)
    yield from (words["intro"], "")
    yield from _bullets((words["required"].format(_spans(REQUIRED_COLUMNS)), words["order"]))
    yield from _section(words["all"], "daftar-kolom")
    yield from (", ".join(f"[`{name}`](#{name})" for name in COLUMNS), "")
    yield from _section(words["each"], "arti-kolom")
    for name in COLUMNS:
        yield from _column(name, language, words)
    yield from _section(words["empty"], "sel-kosong")
    yield from _bullets(_EMPTY[language])
    for name, anchor, title, note in _WRITING:
        yield from _section(title[language], anchor)
        yield from (note[language], "")
        yield from (f"{words['accepted']}: {_spans(ACCEPTED[name])}.", "")
        yield from _refused((name,), language, words)
    yield from _section(words["regions"], "menulis-wilayah")
    yield from _regions(language, words)
    yield from _section(words["any"], "semua-kolom")
    yield from _bullets(_ANY[language])


def _section(title: str, anchor: str) -> tuple[str, ...]:
    return f"## {title} {{ #{anchor} }}", ""


def _bullets(items: Iterable[str]) -> tuple[str, ...]:
    return (*(f"- {item}" for item in items), "")


def _column(name: str, language: str, words: Text) -> Iterator[str]:
    field = Session.model_fields[name]
    about = (field.description or "") if language == SOURCE_LANGUAGE else ENGLISH[name]
    demand = words["both"] if name in REQUIRED_CELLS else words["column"]
    duty = f" **{demand}**" if name in REQUIRED_COLUMNS else ""
    yield from (f"### `{name}` {{ #{name} }}", "", f"{escape(about)}.{duty}", "")
    yield f"- {words['examples']}: {_spans(map(str, field.examples or ()))}"
    if titles := other_titles(name):
        yield f"- {words['titles']}: {_spans(titles)}"
    if vocabulary := words_of(name):
        yield f"- {words['words']}:"
        for word in vocabulary:
            yield f"    - {code_span(word.value)}: {_meaning(word, language, words)}"
    yield ""


def other_titles(column: str) -> list[str]:
    """Give the other spellings of a column's title that the reader accepts."""
    return [title.replace("_", " ") for title, name in HEADER_ALIASES.items() if name == column]


def words_of(column: str) -> tuple[StrEnum, ...]:
    """Give the vocabulary of a column, or nothing if it has none."""
    annotation = Session.model_fields[column].annotation
    for kind in get_args(annotation) or (annotation,):
        if kind is not NoneType and isinstance(kind, type) and issubclass(kind, StrEnum):
            return tuple(kind)
    return ()


def _meaning(word: StrEnum, language: str, words: Text) -> str:
    others = [alias for alias, kind in JENIS_ALIASES.items() if kind is word]
    also = f" ({words['also'].format(_spans(others))})" if others else ""
    return f"{MEANINGS[word][language]}{also}"


def _refused(columns: tuple[str, ...], language: str, words: Text) -> Iterator[str]:
    """Give a list, as a table would break dates and hours in two on a phone."""
    yield from (f"{words['refused']}:", "")
    yield from _bullets(
        f"{code_span(item.wrong)}: {escape(item.why[language])}. "
        f"{words['right']} {code_span(item.right)}."
        for item in REFUSED
        if item.column in columns
    )


def _regions(language: str, words: Text) -> Iterator[str]:
    yield from _bullets(note.format(several=code_span(SEVERAL)) for note in _REGION_NOTES[language])
    yield from (f"{words['accepted']}:", "")
    yield from _bullets(f"`{name}`: {_spans(ACCEPTED[name])}" for name in LEVELS)
    yield from _refused(tuple(LEVELS), language, words)


# --- page of codes ---

_CODES_WORDS: dict[str, Text] = {
    "title": {"id": "Kode pesan jadwal", "en": "Message codes of the schedule"},
    "description": {
        "id": "Arti setiap kode JDW pada pesan pemeriksaan jadwal, cara memperbaikinya, dan contoh "
        "sel yang menimbulkannya.",
        "en": "What each code JDW in a message about the schedule means, how to mend it, and an "
        "example of a cell that causes it.",
    },
    "intro": {
        "id": "Setiap pesan tentang jadwal memuat satu kode. Contohnya:",
        "en": "Every message about the schedule has a code. Messages are in Indonesian, such as:",
    },
    "parts": {
        "id": "Artinya: berkasnya, baris {line}, huruf ke-{column} di baris itu, kode, tingkat, "
        "lalu yang salah, yang seharusnya, dan saran.",
        "en": "That is: the file, line {line}, character {column} of that line, the code, how "
        "grave it is, then what is wrong, what is right (*Seharusnya*) and a hint.",
    },
    "severity": {
        "id": "**Galat** harus diperbaiki sebelum jadwal terbit. **Peringatan** tidak menghalangi; "
        "periksa apakah memang begitu. Kolomnya diterangkan di [Kolom jadwal](kolom-jadwal.md).",
        "en": "An **error** (*galat*) has to be mended before the schedule is published. A "
        "**warning** (*peringatan*) stops nothing; see whether it is meant that way. The columns "
        "are explained in [Columns of the schedule](kolom-jadwal.md).",
    },
    "groups": {"id": "Menurut perkara", "en": "By subject"},
    "all": {"id": "Semua kode", "en": "All codes"},
    "error": {"id": "Galat.", "en": "Error."},
    "warning": {"id": "Peringatan.", "en": "Warning."},
    "example": {"id": "Contoh", "en": "Example"},
    "message": {"id": "Pesannya", "en": "Its message"},
    "in": {"id": "di", "en": "in"},
    "line": {"id": "baris", "en": "line"},
    "nothing": {"id": "sel kosong", "en": "an empty cell"},
}


def _codes_page(language: str, found: dict[str, ScheduleProblem]) -> Iterator[str]:
    words = {name: text[language] for name, text in _CODES_WORDS.items()}
    yield from _front(words["title"], words["description"], CODES_PAGE)
    if sample := found.get("JDW007"):
        yield from (words["intro"], "", *_quoted(str(sample), language), "")
        yield from (words["parts"].format(line=sample.line, column=sample.column), "")
    yield from (words["severity"], "")
    yield from _section(words["groups"], "menurut-perkara")
    yield from _bullets(
        f"{title[language]}: " + ", ".join(f"[JDW{n}](#jdw{n})" for n in numbers.split())
        for title, numbers in GROUPS
    )
    yield from _section(words["all"], "semua-kode")
    for name in CODES:
        yield from _code(name, language, words, found.get(name))


def _code(name: str, language: str, words: Text, problem: ScheduleProblem | None) -> Iterator[str]:
    code = CODES[name]
    severity = words["error" if code.severity is Severity.ERROR else "warning"]
    yield from (f"### {name} {escape(code.title[language])} {{ #{name.lower()} }}", "")
    yield from (f"**{severity}** {escape(code.advice[language])}", "")
    if problem:
        yield from (f"{words['example']}: {_shown(EXAMPLES[name], words)}. {words['message']}:", "")
        yield from (*_quoted(problem.message, language), "")


def _shown(example: Example, words: Text) -> str:
    """Give what is to blame: the cells with their columns, or a line of the file."""
    if example.file:
        return code_span(example.shown)
    rows = [
        ", ".join(_cell(name, text, words) for name, text in row.items()) for row in example.rows
    ]
    if len(rows) == 1:
        return rows[0]
    return "; ".join(f"{words['line']} {number}: {row}" for number, row in enumerate(rows, start=2))


def _cell(column: str, text: str, words: Text) -> str:
    # Shown as in a message: personal data masked, what cannot be seen spelt out, long text cut.
    shown = code_span(show(text)[1:-1]) if text else words["nothing"]
    return f"{shown} {words['in']} `{column}`"


def _quoted(text: str, language: str) -> tuple[str, ...]:
    """Give Indonesian text as a quotation that stays text and wraps on a narrow screen."""
    lines = (f"> {escape(text)}",)
    return lines if language == SOURCE_LANGUAGE else (*lines, f'> {{: lang="{SOURCE_LANGUAGE}" }}')
