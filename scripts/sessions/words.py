"""Every word of the session pages that does not come from a plan, in both languages."""

from __future__ import annotations

from scripts.sessions.model import Kind

KINDS: dict[str, dict[Kind, str]] = {
    "id": {
        Kind.OPENING: "Pembuka",
        Kind.MODULE: "Modul",
        Kind.EXERCISE: "Latihan",
        Kind.SIMULATION: "Simulasi",
        Kind.TEST: "Tes",
        Kind.BREAK: "Istirahat",
        Kind.CLOSING: "Penutup",
    },
    "en": {
        Kind.OPENING: "Opening",
        Kind.MODULE: "Module",
        Kind.EXERCISE: "Exercise",
        Kind.SIMULATION: "Simulation",
        Kind.TEST: "Test",
        Kind.BREAK: "Break",
        Kind.CLOSING: "Closing",
    },
}

#: Words of the page of one plan.
PLAN: dict[str, dict[str, str]] = {
    "id": {
        "for": "Untuk",
        "sum": "{minutes} menit ({hours}), {meetings}, {modules} modul. Dari waktu belajarnya, "
        "{share}% untuk mencoba.",
        "meeting": "satu pertemuan",
        "meetings": "{} pertemuan",
        "hours": "{} jam",
        "half hours": "{} jam {} menit",
        "project": "**[Proyeksikan seluruh sesi](?proyektor)**: semua blok berurutan di layar. "
        "Caranya ada di [Memproyeksikan](../memproyeksikan.md).",
        "agenda": "Agenda",
        "start": "Jamnya contoh. Ubah jam mulai di atas tabel; alamat halaman ikut berubah dan "
        "dapat dibagikan. Tanpa JavaScript, jam contoh tetap tampil.",
        "clock": "Pukul",
        "block": "Blok",
        "minutes": "Menit",
        "method": "Cara",
        "end": "Selesai",
        "talk and do": "bicara {talk}, mencoba {do}",
        "only talk": "bicara {talk}",
        "only do": "mencoba {do}",
        "rest": "istirahat",
        "blocks": "Blok demi blok",
        "length": "**{kind}, {minutes} menit.** {method}.",
        "aim": "Sesudahnya peserta dapat",
        "materials": "Bahan",
        "page": "Ditampilkan",
        "sections": "Bagiannya",
        "whole": "seluruh halaman",
        "late": "Bila terlambat",
        "cut": "**Bila terlambat** (hemat {minutes} menit): {how}",
        "all materials": "Bahan",
        "all materials intro": "Semua bahan rencana ini, dengan nomor blok yang memakainya. "
        "Lembar yang dapat dicetak ada di [Lembar untuk dicetak](../lembar/index.md).",
        "material": "Bahan",
        "used in": "Blok",
        "time": "Waktu",
        "kind": "Jenis",
        "talked": "Bicara",
        "done": "Mencoba",
        "total": "Jumlah",
        "share": "Ceramah {talking} dari {learning} menit belajar: {share}%. Batas kami "
        "{most}%, dan paling lama {longest} menit sekali bicara.",
        "room": "Tata ruang",
        "room 50": "50 orang",
        "room 300": "300 orang",
        "room more": "Gambar dan giliran",
        "late intro": "Saran kami: pangkas dari nomor 1, lewati blok yang sudah selesai, dan "
        "berhenti begitu waktu terkejar. Yang dipangkas dibaca peserta di rumah.",
        "order": "Urutan",
        "what": "Yang dipangkas",
        "gained": "Menit didapat",
        "together": "Jumlahnya",
        "no cuts": "Rencana ini tidak punya blok yang dapat dipangkas.",
        "home": "Baca di rumah",
        "home intro": "Modul ini tidak masuk rencana. Minta peserta membacanya sebelum bertugas.",
        "home sections": "Modul yang tampil sebagian pun sebaiknya dibaca utuh.",
        "other": "[Rencana lain](index.md) dapat dibandingkan lebih dahulu.",
    },
    "en": {
        "for": "For",
        "sum": "{minutes} minutes ({hours}), {meetings}, {modules} modules. Of the learning "
        "time, {share}% is for trying things out.",
        "meeting": "one meeting",
        "meetings": "{} meetings",
        "hours": "{} hours",
        "half hours": "{} hours {} minutes",
        "project": "**[Project the whole session](?proyektor)**: all blocks on the screen, one "
        "after the other. How to do that stands in [Projecting](../memproyeksikan.md).",
        "agenda": "Agenda",
        "start": "The hours are an example. Change the start above the table; the page's address "
        "changes with it and can be shared. Without JavaScript the example hours stand.",
        "clock": "Time",
        "block": "Block",
        "minutes": "Minutes",
        "method": "Method",
        "end": "End",
        "talk and do": "talk {talk}, do {do}",
        "only talk": "talk {talk}",
        "only do": "do {do}",
        "rest": "break",
        "blocks": "Block by block",
        "length": "**{kind}, {minutes} minutes.** {method}.",
        "aim": "Afterwards participants can",
        "materials": "Material",
        "page": "Projected",
        "sections": "Its sections",
        "whole": "the whole page",
        "late": "When late",
        "cut": "**When late** ({minutes} minutes gained): {how}",
        "all materials": "Material",
        "all materials intro": "All material of this plan, with the numbers of the blocks that "
        "use it. Sheets to print are in [Sheets to print](../lembar/index.md).",
        "material": "Material",
        "used in": "Block",
        "time": "Time",
        "kind": "Kind",
        "talked": "Talk",
        "done": "Doing",
        "total": "Total",
        "share": "Talk is {talking} of {learning} learning minutes: {share}%. Our limit is "
        "{most}%, and {longest} minutes of talk at a time.",
        "room": "Room layout",
        "room 50": "50 people",
        "room 300": "300 people",
        "room more": "Drawing and rotation",
        "late intro": "Our advice: cut from number 1, pass over blocks that are done, and stop "
        "as soon as you have caught up. Participants read at home what was cut.",
        "order": "Order",
        "what": "What to cut",
        "gained": "Minutes gained",
        "together": "Together",
        "no cuts": "This plan has no block that can be cut.",
        "home": "Read at home",
        "home intro": "These modules are not in the plan. Ask participants to read them before "
        "they serve.",
        "home sections": "Modules that are shown in part are best read whole too.",
        "other": "[Other plans](index.md) can be compared first.",
    },
}

#: How to arrange a room, an item each: for about fifty people, for about three hundred. An item is
#: left out where the plan has nothing of the kind: {table} are the numbers of the exercises at
#: tables, {mock} those of the mock TPS.
ROOMS: dict[str, dict[str, tuple[str, ...]]] = {
    "id": {
        "50": (
            "Tujuh regu: satu regu tujuh orang dari satu Tempat Pemungutan Suara (TPS).",
            "Nomor {table}: tiap regu bekerja di mejanya.",
            "Nomor {mock}: satu regu bertugas di TPS tiruan berlakban; yang lain menjadi pemilih, "
            "saksi, atau pengamat.",
        ),
        "300": (
            "Enam bagian ruang, masing-masing tujuh regu. Bicara dan tes dilakukan bersama.",
            "Nomor {table}: serentak di tiap bagian, dengan satu fasilitator.",
            "Nomor {mock}: enam TPS tiruan serentak. Tempat sempit? Pakai "
            "[Simulasi meja](../simulasi/meja.md).",
        ),
    },
    "en": {
        "50": (
            "Seven teams: one team is seven people of one polling station (*Tempat Pemungutan "
            "Suara*, TPS).",
            "Number {table}: each team works at its table.",
            "Number {mock}: one team serves in the mock TPS marked with tape; the others are "
            "voters, witnesses or observers.",
        ),
        "300": (
            "Six parts of the room with seven teams each. Talk and tests are held together.",
            "Number {table}: in all parts at once, with one facilitator each.",
            "Number {mock}: six mock TPS at once. Little room? Use the "
            "[table-top simulation](../simulasi/meja.md).",
        ),
    },
}
#: The page of the mock TPS: it needs room, all other exercises a table.
MOCK = "fasilitator/simulasi/tps.md"

#: Materials that are pages of this site: what a plan calls them, and the page to print, or to copy
#: from by hand.
SHEETS: dict[str, dict[str, str]] = {
    "id": {
        "daftar hadir": "fasilitator/lembar/daftar-hadir.md",
        "lembar evaluasi": "fasilitator/lembar/evaluasi.md",
        "kartu peran": "fasilitator/lembar/kartu-peran.md",
        "kartu pemilih": "fasilitator/lembar/kartu-pemilih.md",
        "jawaban kartu pemilih": "fasilitator/simulasi/jawaban-tps.md",
        "surat suara latihan": "fasilitator/lembar/surat-suara-hitung.md",
        "c.hasil kosong": "fasilitator/lembar/c-hasil-kosong.md",
        "jawaban hitung": "fasilitator/simulasi/jawaban-hitung.md",
        "tes a": "fasilitator/tes/soal-a.md",
        "tes b": "fasilitator/tes/soal-b.md",
        "kunci tes": "fasilitator/tes/kunci.md",
        "kartu saku": "peran/index.md",
        "bagan empat pertanyaan": "modul/04-pemilih-dan-dokumen.md#alat-bantu-keputusan",
        "gambar kasus surat suara": "latihan/kasus-surat-suara.md",
        "lembar latihan c.hasil": "latihan/hitung-c-hasil.md",
        "kartu pertolongan": "modul/14-kesehatan-dan-keselamatan.md#kartu-pertolongan",
        "kartu acara rapat": "modul/05-pemungutan-suara.md#rapat-pukul-0700",
        "lima kartu antrean": "modul/06-penutupan-dan-persiapan-hitung.md#antrean-pukul-1300",
    },
    "en": {
        "attendance sheet": "fasilitator/lembar/daftar-hadir.md",
        "evaluation sheet": "fasilitator/lembar/evaluasi.md",
        "role cards": "fasilitator/lembar/kartu-peran.md",
        "voter cards": "fasilitator/lembar/kartu-pemilih.md",
        "answers to the voter cards": "fasilitator/simulasi/jawaban-tps.md",
        "practice ballots": "fasilitator/lembar/surat-suara-hitung.md",
        "blank c.hasil": "fasilitator/lembar/c-hasil-kosong.md",
        "answers to the count": "fasilitator/simulasi/jawaban-hitung.md",
        "test a": "fasilitator/tes/soal-a.md",
        "test b": "fasilitator/tes/soal-b.md",
        "key to the tests": "fasilitator/tes/kunci.md",
        "pocket cards": "peran/index.md",
        "chart of four questions": "modul/04-pemilih-dan-dokumen.md#alat-bantu-keputusan",
        "drawings of ballot cases": "latihan/kasus-surat-suara.md",
        "c.hasil exercise sheet": "latihan/hitung-c-hasil.md",
        "help cards": "modul/14-kesehatan-dan-keselamatan.md#kartu-pertolongan",
        "cards of the meeting's agenda": "modul/05-pemungutan-suara.md#rapat-pukul-0700",
        "five queue cards": "modul/06-penutupan-dan-persiapan-hitung.md#antrean-pukul-1300",
    },
}

#: Words of the page that compares the plans.
INDEX: dict[str, dict[str, str]] = {
    "id": {
        "title": "Rencana sesi",
        "description": "Rencana sesi siap pakai dari satu jam sampai sehari: bandingkan lama, "
        "peserta, dan bagian mencobanya, atau buat rencana sendiri.",
        "intro": "Ada {count} rencana siap pakai. Tiap rencana punya agenda dengan jam, cara, "
        "bahan, dan urutan memangkas bila terlambat.",
        "who": "Semuanya untuk melatih Kelompok Penyelenggara Pemungutan Suara (KPPS). "
        "Pembagian waktunya saran kami, bukan aturan KPU.",
        "compare": "Bandingkan",
        "plan": "Rencana",
        "length": "Lama",
        "for": "Untuk siapa",
        "modules": "Modul",
        "doing": "Mencoba",
        "reading": "Kolom Modul menghitung modul yang ditampilkan, utuh atau sebagian. Kolom "
        "Mencoba adalah bagian waktu belajar yang bukan ceramah.",
        "choose": "Cara memilih",
        "wrong": "Yang keliru pada 2024 dan rencana yang melatihnya",
        "wrong intro": "Isi rencana mengikuti kekeliruan yang tercatat pada 2024. Penjelasannya "
        "ada di [Latih yang sering keliru](../index.md#latih-yang-sering-keliru).",
        "happened": "Yang terjadi",
        "trained": "Dilatih di",
        "source": "Sumber",
        "own": "Membuat rencana sendiri",
        "own intro": "Satu rencana adalah satu berkas teks. Anda menyalin yang paling mirip, lalu "
        "mengubah menitnya. Semua jumlah dan jam di halaman dihitung ulang.",
        "keys": "Isi satu blok",
        "key": "Kunci",
        "meaning": "Artinya",
        "checked": "Yang diperiksa",
    },
    "en": {
        "title": "Session plans",
        "description": "Session plans ready for use, from one hour to a day: compare length, "
        "participants and share of doing, or make a plan of your own.",
        "intro": "There are {count} plans ready for use. Each has an agenda with hours, methods "
        "and material, and says what to cut first when late.",
        "who": "All are for training the polling station committee (*Kelompok Penyelenggara "
        "Pemungutan Suara*, KPPS). How time is divided is our advice, not a rule of KPU.",
        "compare": "Compare",
        "plan": "Plan",
        "length": "Length",
        "for": "For whom",
        "modules": "Modules",
        "doing": "Doing",
        "reading": "The column Modules counts the modules that are projected, whole or in part. "
        "The column Doing is the share of learning time that is not lecture.",
        "choose": "How to choose",
        "wrong": "What went wrong in 2024 and the plans that train it",
        "wrong intro": "The plans follow the mistakes that are on record for 2024. They are "
        "explained in [Train what often goes wrong](../index.md#latih-yang-sering-keliru).",
        "happened": "What happened",
        "trained": "Trained in",
        "source": "Source",
        "own": "Making a plan of your own",
        "own intro": "A plan is one text file. You copy the one that is most like yours and "
        "change its minutes. All sums and hours on the page are computed anew.",
        "keys": "What a block holds",
        "key": "Key",
        "meaning": "Meaning",
        "checked": "What is checked",
    },
}

CHOOSE: dict[str, tuple[str, ...]] = {
    "id": (
        "Hitung waktu yang benar-benar ada. Kurangi dahulu sambutan, absen, dan makan.",
        "Pilih rencana terpanjang yang muat. Rencana pendek memperlihatkan lebih sedikit modul.",
        "Peserta bekerja pada siang hari? Dua malam sama lamanya dengan setengah hari.",
        "Mengajar anggota pengganti? Pakai rencana terpendek, lalu minta mereka membaca modul.",
        "Jangan menghapus latihan agar ceramah muat. Kurangi modulnya.",
        "Bagikan daftar Baca di rumah beserta tautannya pada hari yang sama.",
    ),
    "en": (
        "Work out the time you really have. First take off speeches, registration and meals.",
        "Choose the longest plan that fits. Short plans show fewer modules.",
        "Do participants work by day? Two evenings are as long as half a day.",
        "Teaching replacement members? Use the shortest plan, then have them read the modules.",
        "Do not drop exercises to make room for lectures. Take fewer modules.",
        "Share the list Read at home, with its links, on the same day.",
    ),
}

#: How to make a plan in GitHub's editor; {folder} and {new} are addresses.
OWN: dict[str, tuple[str, ...]] = {
    "id": (
        "Buka [folder rencana di GitHub]({folder}) dan pilih rencana yang paling mirip. Tekan "
        "tombol salin di atas teksnya.",
        "Buka [berkas baru]({new}). Beri nama dengan huruf kecil, misalnya `tiga-jam.yml`, lalu "
        "tempelkan.",
        "Ubah `judul`, `untuk`, `mulai`, dan blok-bloknya. `menit` paling atas sama dengan "
        "jumlah menit semua blok.",
        "Ubah juga baris `_en`. Tidak bisa berbahasa Inggris? Sebut hal itu saat mengirim, dan "
        "kami bantu.",
        "Kirim dengan Commit changes. Pemeriksaan menyebut baris yang keliru beserta sarannya.",
        "Yang memakai terminal dapat memeriksanya sendiri: `python -m scripts.sessions check`.",
    ),
    "en": (
        "Open [the folder of plans on GitHub]({folder}) and choose the plan most like yours. "
        "Press the copy button above its text.",
        "Open [a new file]({new}). Name it in lower case, for instance `tiga-jam.yml`, and paste.",
        "Change `judul`, `untuk`, `mulai` and the blocks. `menit` at the top equals the minutes "
        "of all blocks together.",
        "Change the lines ending in `_en` too. Only one of the languages? Say so when you send "
        "it, and we help.",
        "Send it with Commit changes. The checks name the line that is wrong, with a suggestion.",
        "If you use a terminal you can check it yourself: `python -m scripts.sessions check`.",
    ),
}

KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "id": (
        ("jenis", "pembuka, modul, latihan, simulasi, tes, istirahat, atau penutup"),
        ("menit", "lama seluruh blok"),
        ("ceramah", "menit Anda bicara; sisanya peserta mencoba"),
        ("halaman", "halaman yang ditampilkan, misalnya `modul/05-pemungutan-suara.md`"),
        ("bagian", "jangkar judul di halaman itu; tanpa kunci ini seluruh halaman tampil"),
        ("tujuan", "yang dapat dilakukan peserta sesudahnya"),
        ("cara", "langkah peserta, satu langkah satu baris"),
        ("bahan", "daftar barang dan lembar"),
        ("pangkas", "urutan memangkas bila terlambat, menit yang didapat, dan caranya"),
    ),
    "en": (
        ("jenis", "pembuka (opening), modul, latihan (exercise), simulasi, tes, istirahat "
         "(break) or penutup (closing)"),
        ("menit", "length of the whole block"),
        ("ceramah", "minutes you talk; for the rest participants try things out"),
        ("halaman", "the page that is projected, for instance `modul/05-pemungutan-suara.md`"),
        ("bagian", "anchors of headings on that page; without this key the whole page is shown"),
        ("tujuan", "what participants can do afterwards"),
        ("cara", "what participants do, one step a line"),
        ("bahan", "list of things and sheets"),
        ("pangkas", "when it is cut if you are late, the minutes gained, and how"),
    ),
}  # fmt: skip

#: What the checks demand; the figures are those of checks.py.
CHECKED: dict[str, tuple[str, ...]] = {
    "id": (
        "Jumlah menit blok sama dengan `menit` rencana.",
        "Sekali bicara paling lama {lecture} menit; seluruhnya paling banyak {talking}% waktu "
        "belajar.",
        "Ada istirahat paling lambat setiap {sitting} menit.",
        "Rencana {practice} menit atau lebih punya latihan atau simulasi.",
        "Pertemuan selesai sebelum tengah malam.",
        "Halaman dan bagiannya ada, dan angkanya sama dalam kedua bahasa.",
    ),
    "en": (
        "The minutes of the blocks add up to the plan's `menit`.",
        "One stretch of talk lasts {lecture} minutes or less; all together {talking}% of the "
        "learning time or less.",
        "There is a break after {sitting} minutes or sooner.",
        "Plans of {practice} minutes or more have an exercise or a simulation.",
        "A meeting ends before midnight.",
        "Pages and their sections exist, and the figures are the same in both languages.",
    ),
}

_VOTING, _COUNTING = "modul/05-pemungutan-suara.md", "modul/07-penghitungan-suara.md"
#: Mistakes of 2024: what happened, the register entry that says so, and what trains it: a page, or
#: a section of it.
MISTAKES: tuple[tuple[dict[str, str], str, tuple[str, ...]], ...] = (
    (
        {
            "id": "37.466 TPS membuka lewat pukul 07.00",
            "en": "37,466 TPS opened after 07.00",
        },
        "data-bawaslu-2024-siwaslu-pemungutan",
        (f"{_VOTING}#sebelum-pukul-0700", f"{_VOTING}#rapat-pukul-0700"),
    ),
    (
        {
            "id": "Pemilih pindahan menerima lima surat suara, bukan satu",
            "en": "Transferred voters received five ballot papers instead of one",
        },
        "data-bawaslu-2024-rekomendasi-psu",
        (
            "modul/04-pemilih-dan-dokumen.md#surat-suara-pemilih-pindah-memilih",
            "fasilitator/simulasi/meja.md",
            "fasilitator/simulasi/tps.md",
        ),
    ),
    (
        {
            "id": "3.463 TPS menghitung terlalu awal",
            "en": "3,463 TPS counted too early",
        },
        "data-bawaslu-2024-19-masalah",
        (
            "modul/06-penutupan-dan-persiapan-hitung.md#menutup-pemungutan-suara",
            "modul/06-penutupan-dan-persiapan-hitung.md#kapan-mulai-dan-batas-selesai",
        ),
    ),
    (
        {
            "id": "Penghitungan ulang karena suara ketua terlalu pelan",
            "en": "Recounts because the chair's voice was too soft",
        },
        "data-kpu-2024-hitung-ulang",
        (
            f"{_COUNTING}#satu-surat-suara-dari-awal-sampai-akhir",
            "modul/08-surat-suara-sah.md#dua-syarat",
            "fasilitator/simulasi/hitung.md",
        ),
    ),
    (
        {
            "id": "Di 2.162 TPS sah + tidak sah tidak sama dengan pengguna",
            "en": "In 2,162 TPS valid + invalid did not equal the voters",
        },
        "data-bawaslu-2024-19-masalah",
        ("modul/09-formulir-c-hasil.md#kesamaan-angka", "latihan/hitung-c-hasil.md"),
    ),
    (
        {
            "id": "Di 1.895 TPS Pengawas TPS tidak menerima salinan",
            "en": "In 1,895 TPS the TPS supervisor received no copy",
        },
        "data-bawaslu-2024-19-masalah",
        (f"{_COUNTING}#salinan",),
    ),
    (
        {
            "id": "Foto angka 69 terbaca 64",
            "en": "The photographed figure 69 was read as 64",
        },
        "pers-2024-sirekap-bimtek",
        ("modul/09-formulir-c-hasil.md#menulis-angka", "modul/10-sirekap.md"),
    ),
)
