"""Read a schedule file: the columns under any of their usual names, in any order and case."""

from __future__ import annotations

import re
from pathlib import Path

from scripts import tables
from scripts.schedule.cells import clean
from scripts.schedule.model import COLUMNS
from scripts.schedule.problems import ScheduleProblem, make
from scripts.tables import Record, Table, UnreadableError

__all__ = ["Record", "Table", "column_name", "read"]

HEADER_ALIASES: dict[str, str] = {
    other: column
    for column, others in {
        "tanggal": "tgl tanggal_mulai tgl_mulai hari_tanggal hari_tgl tanggal_pelaksanaan "
        "tanggal_kegiatan mulai_tanggal",
        "tanggal_selesai": "tgl_selesai tanggal_akhir sampai_tanggal tanggal_berakhir",
        "jam_mulai": "jam mulai pukul waktu_mulai pukul_mulai mulai_jam",
        "jam_selesai": "selesai waktu_selesai pukul_selesai selesai_jam jam_akhir",
        "zona": "zona_waktu",
        "provinsi": "prov propinsi nama_provinsi",
        "kab_kota": "kabupaten_kota kabupaten kab kota kabkota kabupaten_atau_kota "
        "nama_kabupaten_kota",
        "kecamatan": "kec distrik kecamatan_distrik nama_kecamatan",
        "kelurahan_desa": "kel_desa desa_kelurahan desa_kel kelurahan desa kelurahan_atau_desa "
        "nama_kelurahan_desa nama_desa_kelurahan",
        "tempat": "lokasi tempat_pelaksanaan tempat_kegiatan nama_tempat",
        "alamat": "alamat_tempat alamat_lokasi",
        "jenis": "jenis_kegiatan kegiatan",
        "gelombang": "gel kelas sesi angkatan",
        "tps": "jumlah_tps jml_tps",
        "peserta": "jumlah_peserta jml_peserta",
        "modul": "materi",
        "penyelenggara": "pelaksana",
        "fasilitator": "peran_fasilitator",
        "status": "keadaan",
        "catatan": "keterangan ket",
        "sumber": "tautan link url tautan_sumber",
        "pemilu": "pemilihan",
    }.items()
    for other in others.split()
}
"""Other usual spellings of a column (after `_key`) -> its name."""


def column_name(title: str) -> str:
    """Give the column that a header cell means, or "" if none.

    >>> column_name("Kab/Kota"), column_name(" JAM MULAI "), column_name("harga")
    ('kab_kota', 'jam_mulai', '')
    """
    key = re.sub(r"[^a-z0-9]+", "_", clean(title).casefold()).strip("_")
    key = HEADER_ALIASES.get(key, key)
    return key if key in COLUMNS else ""


def read(path: Path) -> tuple[Table | None, list[ScheduleProblem]]:
    """Read the CSV file `path`. Gives the table, or None and the problem that stopped it."""
    try:
        return tables.read(path, column_name, COLUMNS), []
    except UnreadableError as failure:
        problem = make(
            failure.place,
            "JDW001",
            failure.wrong,
            expected=failure.expected,
            suggestion=failure.suggestion,
        )
        return None, [problem]
