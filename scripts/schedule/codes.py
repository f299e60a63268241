"""Every message code: its severity, what it means and how to mend it, in both languages.

A code never changes its meaning and is never used again for something else. The page that
explains the codes is made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.problems import Severity


@dataclass(frozen=True)
class Code:
    """One message: `title` says what is wrong, `advice` how to mend it; each by language."""

    severity: Severity
    title: dict[str, str]
    advice: dict[str, str]


def _error(title: str, advice: str, title_en: str, advice_en: str) -> Code:
    return Code(Severity.ERROR, {"id": title, "en": title_en}, {"id": advice, "en": advice_en})


def _warning(title: str, advice: str, title_en: str, advice_en: str) -> Code:
    return Code(Severity.WARNING, {"id": title, "en": title_en}, {"id": advice, "en": advice_en})


CODES: dict[str, Code] = {
    "JDW001": _error(
        "Berkas tidak dapat dibaca",
        "Simpan ulang dari Excel: Simpan Sebagai, CSV UTF-8. Tanda kutip harus berpasangan.",
        "The file cannot be read",
        "Save it again from Excel: Save As, CSV UTF-8. Quotation marks must come in pairs.",
    ),
    "JDW002": _error(
        "Kolom wajib tidak ada",
        "Tambahkan kolomnya di baris judul. Bila semua kolom disebut hilang, periksa pemisahnya.",
        "A required column is missing",
        "Add it to the header row. If all columns are reported, check the separator.",
    ),
    "JDW003": _error(
        "Kolom tidak dikenal",
        "Pakai nama dari daftar kolom, atau hapus kolomnya.",
        "Unknown column",
        "Use a name from the list of columns, or delete the column.",
    ),
    "JDW004": _error(
        "Kolom tertulis dua kali",
        "Hapus salah satunya. Dua judul yang berarti sama, misalnya Kab/Kota dan kab_kota, "
        "dihitung satu kolom.",
        "A column appears twice",
        "Delete one. Two titles with the same meaning, such as Kab/Kota and kab_kota, are one "
        "column.",
    ),
    "JDW005": _error(
        "Baris lebih panjang daripada judul kolom",
        "Apit sel yang memuat pemisah dengan tanda kutip.",
        "A row is longer than the header",
        "Put cells that contain the separator in quotation marks.",
    ),
    "JDW006": _error(
        "Sel wajib kosong",
        "Isi sel itu. Tanggal hanya boleh kosong bila kepastian_tanggal berisi tidak disebut.",
        "A required cell is empty",
        "Fill it in. The date may only be empty if kepastian_tanggal says tidak disebut.",
    ),
    "JDW007": _error(
        "Tanggal salah",
        "Hari dulu dan tahun empat angka: 27/01/2024. Angka seperti 45318 berarti format sel di "
        "Excel bukan tanggal.",
        "Wrong date",
        "Day first and a year of four digits: 27/01/2024. A number such as 45318 means that the "
        "cell is not formatted as a date in Excel.",
    ),
    "JDW008": _error(
        "Jam salah",
        "Tulis jam dan menit tanpa detik dan tanpa zona: 09.00.",
        "Wrong hour",
        "Write hours and minutes, without seconds and without a zone: 09.00.",
    ),
    "JDW009": _error(
        "Tanggal selesai sebelum tanggal mulai",
        "Periksa kedua tanggal.",
        "The last day is before the first",
        "Check both dates.",
    ),
    "JDW010": _error(
        "Jam selesai tidak sesudah jam mulai",
        "Periksa kedua jam. Bila acaranya lewat tengah malam, isi tanggal_selesai.",
        "The end is not after the start",
        "Check both hours. If the session goes past midnight, fill in tanggal_selesai.",
    ),
    "JDW011": _error(
        "Zona waktu tidak dikenal",
        "Tulis WIB, WITA, WIT, atau kosongkan.",
        "Unknown time zone",
        "Write WIB, WITA or WIT, or leave it empty.",
    ),
    "JDW012": _error(
        "Zona waktu bukan zona provinsi itu",
        "Kosongkan zonanya: zona provinsi dipakai sendiri.",
        "The zone is not that of the province",
        "Leave the zone empty: that of the province is used.",
    ),
    "JDW013": _error(
        "Provinsi tidak dikenal",
        "Pakai nama salah satu dari 38 provinsi, atau kode Kemendagri-nya.",
        "Unknown province",
        "Use the name of one of the 38 provinces, or its Kemendagri code.",
    ),
    "JDW014": _error(
        "Jenis tidak dikenal",
        "Pilih dari daftar jenis. Tulis lengkap: bimtek KPPS, bukan bimtek saja.",
        "Unknown kind of session",
        "Choose from the list. Write it in full: bimtek KPPS, not just bimtek.",
    ),
    "JDW015": _error(
        "Status tidak dikenal",
        "Pilih dari daftar status, atau kosongkan.",
        "Unknown status",
        "Choose from the list, or leave it empty.",
    ),
    "JDW016": _error(
        "Kepastian tanggal tidak dikenal",
        "Pilih dari daftarnya, atau kosongkan.",
        "Unknown certainty of the date",
        "Choose from the list, or leave it empty.",
    ),
    "JDW017": _error(
        "Tautan bukan http atau https",
        "Salin alamat lengkap dari peramban, diawali https://.",
        "The link is not http or https",
        "Copy the whole address from the browser, starting with https://.",
    ),
    "JDW018": _error(
        "Karakter kendali",
        "Ketik ulang selnya: ada karakter yang tidak terlihat.",
        "Control character",
        "Type the cell again: it contains a character that cannot be seen.",
    ),
    "JDW019": _error(
        "Nomor telepon",
        "Hapus nomornya: halaman ini terbuka untuk umum.",
        "Telephone number",
        "Delete it: the page is open to everyone.",
    ),
    "JDW020": _error(
        "NIK atau nomor KK (16 angka)",
        "Hapus nomornya: halaman ini terbuka untuk umum.",
        "Identity number (NIK or KK, 16 digits)",
        "Delete it: the page is open to everyone.",
    ),
    "JDW021": _error(
        "Alamat surel",
        "Hapus alamatnya: halaman ini terbuka untuk umum.",
        "E-mail address",
        "Delete it: the page is open to everyone.",
    ),
    "JDW022": _error(
        "Bukan bilangan bulat",
        "Tulis angka saja, tanpa titik ribuan dan tanpa satuan: 1300.",
        "Not a whole number",
        "Write digits only, without thousands separator and unit: 1300.",
    ),
    "JDW023": _error(
        "Id dipakai dua kali",
        "Beri id lain, atau kosongkan.",
        "The same id twice",
        "Give it another id, or leave it empty.",
    ),
    "JDW024": _error(
        "Sesi tertulis dua kali",
        "Hapus satu baris, atau isi gelombang bila memang dua sesi.",
        "The same session twice",
        "Delete one row, or fill in gelombang if there really are two sessions.",
    ),
    "JDW025": _error(
        "Tanggal dan kepastian tanggal bertentangan",
        "Kosongkan tanggal, atau ganti kepastiannya.",
        "Date and its certainty contradict each other",
        "Empty the date, or change its certainty.",
    ),
    "JDW026": _warning(
        "Nama pemilihan mungkin salah ketik",
        "Tulis Pemilu 2024, atau kosongkan. Sesi pemilihan lain tidak tampil di halaman jadwal.",
        "The name of the election may be misspelt",
        "Write Pemilu 2024, or leave it empty. Sessions of other elections are not shown.",
    ),
    "JDW027": _error(
        "Id memuat karakter lain",
        "Pakai huruf, angka, tanda hubung, titik, atau garis bawah; paling panjang 60.",
        "The id has other characters",
        "Use letters, digits, hyphen, full stop or underscore; at most 60.",
    ),
    "JDW028": _error(
        "Kabupaten/kota tidak dikenal",
        "Tulis Kab. atau Kota di depan namanya, atau kode Kemendagri-nya.",
        "Unknown regency or city",
        "Write Kab. or Kota before the name, or use its Kemendagri code.",
    ),
    "JDW029": _error(
        "Kecamatan tidak dikenal",
        "Pakai nama resmi dalam kabupaten/kota itu, atau kodenya.",
        "Unknown district (kecamatan)",
        "Use the official name within that regency or city, or its code.",
    ),
    "JDW030": _error(
        "Kelurahan/desa tidak dikenal",
        "Pakai nama resmi dalam kecamatan itu, atau kodenya.",
        "Unknown village (kelurahan/desa)",
        "Use the official name within that district, or its code.",
    ),
    "JDW031": _error(
        "Nama wilayah berarti lebih dari satu",
        "Lengkapi namanya, isi kecamatan, atau tulis kode Kemendagri-nya.",
        "The name fits more than one region",
        "Complete the name, fill in kecamatan, or write the Kemendagri code.",
    ),
    "JDW032": _error(
        "Modul tidak dikenal",
        "Tulis nama berkas modul tanpa .md, misalnya 05-pemungutan-suara.",
        "Unknown module",
        "Write the module's file name without .md, such as 05-pemungutan-suara.",
    ),
    "JDW033": _warning(
        "Tempat yang sama dipakai pada jam yang sama",
        "Periksa jam dan tempatnya. Bila ruangnya berbeda, tulis ruangnya di tempat.",
        "The same venue is used at the same time",
        "Check hour and venue. If the rooms differ, name the room in tempat.",
    ),
    "JDW034": _warning(
        "Fasilitator yang sama bertugas pada jam yang sama",
        "Periksa jamnya, atau bedakan fasilitatornya, misalnya dengan divisinya.",
        "The same facilitator is busy at the same time",
        "Check the hour, or tell the facilitators apart, for example by their division.",
    ),
    "JDW035": _warning(
        "Lebih dari 50 peserta tanpa gelombang",
        "Bagi dalam kelas atau gelombang, atau tulis pembagiannya di gelombang. Batas 50 orang "
        "adalah patokan situs ini, bukan aturan KPU.",
        "More than 50 participants without a wave",
        "Divide them into classes or waves, or say in gelombang how they are divided. The limit of "
        "50 is this site's own, not a rule of KPU.",
    ),
    "JDW036": _warning(
        "Bimtek sesudah hari pemungutan suara",
        "Periksa tanggalnya. Untuk pemungutan suara ulang, tulis jenis bimtek PSU.",
        "Training after voting day",
        "Check the date. For a re-vote, write bimtek PSU as the kind.",
    ),
    "JDW037": _warning(
        "Bimtek KPPS sebelum pelantikan",
        "Periksa tanggalnya.",
        "KPPS training before the oath",
        "Check the date.",
    ),
    "JDW038": _warning(
        "Jatuh pada hari libur nasional",
        "Periksa tanggalnya.",
        "Falls on a national holiday",
        "Check the date.",
    ),
    "JDW039": _warning(
        "Jam mulai kosong",
        "Isi jam_mulai begitu diketahui: peserta perlu tahu kapan harus datang.",
        "No starting hour",
        "Fill in jam_mulai as soon as it is known: people need to know when to come.",
    ),
    "JDW040": _warning(
        "Ada kelurahan/desa tanpa sesi di kecamatan itu",
        "Tambahkan sesinya, atau tulis kelurahannya di sesi yang sudah ada.",
        "A village of that district has no session",
        "Add its session, or name the village in a session that exists.",
    ),
    "JDW041": _warning(
        "Baris contoh belum dihapus",
        "Hapus baris contoh sebelum mengirim; baris itu tidak ditampilkan.",
        "The example row is still there",
        "Delete the example row before you send the file; it is never shown.",
    ),
    "JDW042": _warning(
        "Rentang tanggal lebih dari 31 hari",
        "Periksa tahun dan bulannya.",
        "More than 31 days from first to last",
        "Check year and month.",
    ),
    "JDW043": _warning(
        "Mungkin nama orang",
        "Tulis peran atau lembaganya saja.",
        "Perhaps a person's name",
        "Write the role or office only.",
    ),
    "JDW044": _error(
        "Data pribadi lain (rekening, NPWP, dan sejenisnya)",
        "Hapus: halaman ini terbuka untuk umum.",
        "Other personal data (bank account, tax number and the like)",
        "Delete it: the page is open to everyone.",
    ),
    "JDW045": _error(
        "Sel terlalu panjang",
        "Ringkas; paling panjang 1.000 karakter.",
        "The cell is too long",
        "Shorten it to at most 1,000 characters.",
    ),
    "JDW046": _error(
        "Pengaturan atau daftar nama lain wilayah salah",
        "Perbaiki data/jadwal.yml atau data/wilayah-alias.csv; ini bukan kesalahan jadwal Anda.",
        "Settings or the table of other region names are wrong",
        "Mend data/jadwal.yml or data/wilayah-alias.csv; your schedule is not to blame.",
    ),
}
"""Code -> what it says, in the order of the page."""

PAGE = "kontribusi/kode-jadwal/"
"""The page that explains the codes; each code is an anchor in lower case."""
