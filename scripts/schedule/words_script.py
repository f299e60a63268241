"""The words that `docs/javascripts/jadwal.js` shows, in each language: it has none of its own.

A page carries those of its language as JSON (`data-kata`). `{…}` is filled in by the script; a
key that ends in `Satu` takes the place of the other one where the number is 1.
"""

SCRIPT_WORDS: dict[str, dict[str, str]] = {
    "id": {
        "lokal": "id",
        "hariIni": "Hari ini",
        "akanDatang": "Akan datang",
        "lewat": "Sudah lewat",
        "terdekat": "Hari berikutnya yang ada sesinya: {tanggal}.",
        "terdekatHariIni": "Hari ini ada sesi.",
        "semuaLewat": "Semua sesi sudah lewat.",
        "jumlah": "{n} sesi",
        "jumlahDari": "{n} dari {total} sesi ditampilkan",
        "kosong": "Tidak ada sesi yang cocok dengan pilihan ini.",
        "tampilkanSemua": "Tampilkan semua sesi",
        "hanyaUntuk": "Hanya sesi untuk {wilayah}",
        "hapusWilayah": "Tampilkan semua wilayah",
        "wilayahKode": "wilayah berkode {kode}",
        "daftarHasil": "Wilayah yang cocok",
        "hasil": "{n} wilayah cocok.",
        "hasilSebagian": "{n} wilayah cocok, {tampil} yang pertama ditampilkan. "
        "Tambahkan nama kecamatan.",
        "hasilKosong": "Tidak ada wilayah bernama itu dalam jadwal ini. "
        "Coba nama lengkap tanpa singkatan, atau nama kecamatannya.",
        "lanjut": "Ketik beberapa huruf lagi.",
        "memuat": "Mencari …",
        "luring": "Daftar nama tidak dapat dimuat. Periksa sambungan internet, lalu ketik lagi.",
        "kecamatan": "Kecamatan {nama}",
        "distrik": "Distrik {nama}",
        "provinsi": "Provinsi {nama}",
    },
    "en": {
        "lokal": "en-GB",
        "hariIni": "Today",
        "akanDatang": "Upcoming",
        "lewat": "Over",
        "terdekat": "Next day with sessions: {tanggal}.",
        "terdekatHariIni": "There are sessions today.",
        "semuaLewat": "All sessions are over.",
        "jumlah": "{n} sessions",
        "jumlahSatu": "1 session",
        "jumlahDari": "{n} of {total} sessions shown",
        "kosong": "No session matches this selection.",
        "tampilkanSemua": "Show all sessions",
        "hanyaUntuk": "Only sessions for {wilayah}",
        "hapusWilayah": "Show all areas",
        "wilayahKode": "the area with code {kode}",
        "daftarHasil": "Matching areas",
        "hasil": "{n} areas match.",
        "hasilSatu": "1 area matches.",
        "hasilSebagian": "{n} areas match, the first {tampil} are shown. "
        "Add the name of the kecamatan.",
        "hasilKosong": "No area of that name is in this schedule. "
        "Try the full name without abbreviations, or the name of the kecamatan.",
        "lanjut": "Type a few more letters.",
        "memuat": "Searching …",
        "luring": "The list of names could not be loaded. Check the connection, then type again.",
        "kecamatan": "Kecamatan {nama}",
        "distrik": "Distrik {nama}",
        "provinsi": "{nama} province",
    },
}
