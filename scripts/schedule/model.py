"""The typed model of one training session: the single place that names the columns.

Every other module takes the column names, their order and their vocabularies from here.
"""

from __future__ import annotations

import re
from datetime import date, time
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from scripts.schedule.regions import Region

MAIN_ELECTION = "Pemilu 2024"
"""The edition of the site: only its sessions are on the schedule page."""


class Zona(StrEnum):
    """Indonesia's three time zones, as written on the page."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


UTC_HOURS: dict[Zona, int] = {Zona.WIB: 7, Zona.WITA: 8, Zona.WIT: 9}
"""Zone -> hours ahead of UTC, all year and since before 1970."""


class Jenis(StrEnum):
    """What kind of event a session is."""

    BIMTEK_KPPS = "bimtek KPPS"
    BIMTEK_PPS = "bimtek PPS"
    BIMTEK_PPK = "bimtek PPK"
    BIMTEK_GABUNGAN = "bimtek gabungan"
    BIMTEK_PSU = "bimtek PSU"
    BIMTEK_INTERNAL = "bimtek internal KPU"
    TOT = "ToT"
    SIMULASI = "simulasi"
    PELANTIKAN = "pelantikan"
    PELANTIKAN_BIMTEK = "pelantikan dan bimtek KPPS"


class Status(StrEnum):
    """Where a session stands."""

    TERJADWAL = "terjadwal"
    BERUBAH = "berubah"
    DITUNDA = "ditunda"
    BATAL = "batal"
    SELESAI = "selesai"


NOT_HELD = frozenset({Status.DITUNDA, Status.BATAL})
"""States in which nobody meets on the day that is written."""


class Kepastian(StrEnum):
    """How the date is known."""

    TERSURAT = "tersurat"
    DISIMPULKAN = "disimpulkan"
    RENCANA = "rencana"
    TIDAK_DISEBUT = "tidak disebut"


_BARE_WAVE = re.compile(r"\d+|[IVXLC]+|[A-Z]", re.ASCII)


def _text(description: str, *examples: str) -> str:
    """Give an optional text column with its description and examples."""
    return Field(default="", description=description, examples=list(examples))


def _regions(description: str, *examples: str) -> tuple[Region, ...]:
    """Give an optional column of regions with its description and examples."""
    return Field(default=(), description=description, examples=list(examples))


class Session(BaseModel):
    """One row of the schedule, after every check has passed.

    The descriptions are Indonesian because the contributor page is made from them; every example
    is accepted by the checks.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = _text("Tanda tetap untuk sesi ini; tidak berubah bila tanggalnya berubah", "p24-013")
    tanggal: date | None = Field(
        description="Hari pertama; hanya boleh kosong bila kepastian_tanggal = tidak disebut",
        examples=["27/01/2024", "2024-01-27", "27 Januari 2024"],
    )
    tanggal_selesai: date | None = Field(
        default=None, description="Hari terakhir; kosong bila satu hari", examples=["31/01/2024"]
    )
    jam_mulai: time | None = Field(
        default=None, description="Jam mulai, waktu setempat", examples=["08.00", "08:00"]
    )
    jam_selesai: time | None = Field(
        default=None, description="Jam selesai, waktu setempat", examples=["12.00"]
    )
    zona: Zona = Field(
        description="WIB, WITA, atau WIT; kosong berarti zona provinsinya", examples=["WIB"]
    )
    provinsi: Region = Field(description="Nama atau kode provinsi", examples=["Jawa Barat", "32"])
    kab_kota: Region | None = Field(
        default=None,
        description="Nama atau kode kabupaten/kota; hanya kosong untuk kegiatan tingkat provinsi",
        examples=["Kab. Bogor", "32.01"],
    )
    kecamatan: tuple[Region, ...] = _regions(
        "Kecamatan; beberapa dipisah titik koma", "Cibinong", "Cibinong; Citeureup"
    )
    kelurahan_desa: tuple[Region, ...] = _regions(
        "Kelurahan atau desa; beberapa dipisah titik koma", "Pakansari", "Pakansari; Nanggewer"
    )
    tempat: str = _text("Nama tempat umum, bukan rumah orang", "Aula Kantor Kelurahan Pakansari")
    alamat: str = _text("Alamat atau patokan tempat itu", "Jalan Pemuda")
    jenis: Jenis = Field(description="Jenis kegiatan", examples=["bimtek KPPS", "ToT"])
    gelombang: str = _text("Gelombang, kelas, atau sesi ke berapa", "1", "sesi 1 dari 2")
    tps: int | None = Field(default=None, ge=0, description="Jumlah TPS", examples=["7"])
    peserta: int | None = Field(default=None, ge=0, description="Jumlah peserta", examples=["49"])
    modul: tuple[str, ...] = Field(
        default=(),
        description="Modul yang diajarkan, menurut nama berkasnya; beberapa dipisah titik koma",
        examples=["05-pemungutan-suara"],
    )
    penyelenggara: str = _text("Lembaga penyelenggara, bukan nama orang", "PPS Pakansari")
    fasilitator: str = _text("Peran atau lembaga fasilitator, bukan nama orang", "PPK Cibinong")
    status: Status = Field(
        default=Status.TERJADWAL,
        description="Keadaan sesi; kosong berarti terjadwal",
        examples=["terjadwal", "berubah"],
    )
    kepastian_tanggal: Kepastian = Field(
        default=Kepastian.TERSURAT,
        description="Dari mana tanggalnya; kosong berarti tersurat",
        examples=["tersurat"],
    )
    catatan: str = _text("Hal lain yang perlu diketahui", "bawa surat keputusan pengangkatan")
    sumber: str = _text(
        "Tautan http atau https ke pengumuman atau berita", "https://kpu.go.id/pengumuman"
    )
    pemilu: str = Field(
        default=MAIN_ELECTION,
        min_length=1,
        description=f"Nama pemilihan; kosong berarti {MAIN_ELECTION}",
        examples=[MAIN_ELECTION],
    )

    @property
    def last_day(self) -> date | None:
        """The last day of the session, or None when its date is not known."""
        return self.tanggal_selesai or self.tanggal

    @property
    def is_main(self) -> bool:
        """Whether the session belongs to the election this edition of the site is about."""
        return self.pemilu == MAIN_ELECTION

    @property
    def has_bare_wave(self) -> bool:
        """Whether the wave is a mere number or letter, which needs the word before it."""
        return bool(_BARE_WAVE.fullmatch(self.gelombang))

    @property
    def areas(self) -> tuple[Region, ...]:
        """The smallest regions the session is for: villages, else districts, else the regency."""
        return (
            self.kelurahan_desa
            or self.kecamatan
            or ((self.kab_kota,) if self.kab_kota else (self.provinsi,))
        )


COLUMNS: tuple[str, ...] = tuple(Session.model_fields)
"""Every column, in the order in which they are documented."""

REQUIRED_COLUMNS: tuple[str, ...] = ("tanggal", "provinsi", "kab_kota", "jenis")
"""Columns that every file must have."""

REQUIRED_CELLS: tuple[str, ...] = ("provinsi", "jenis")
"""Cells that may never be empty (tanggal and kab_kota have rules of their own)."""
