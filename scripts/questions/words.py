"""What the pages of the test say in both languages, apart from the questions themselves.

Advice on teaching is ours and is called so; facts about tests carry their source.
"""

from __future__ import annotations

from scripts.questions.model import Level

#: {…} are figures counted from the bank: they must stand in both languages.
WORDS: dict[str, dict[str, str]] = {
    "id": {
        "index": "Tes awal dan tes akhir",
        "index description": "Cara memakai dua naskah tes setara sebelum dan sesudah bimtek, "
        "membaca nilainya, dan mengundi naskah sendiri dari bank soal.",
        "bank": "Bank soal",
        "bank description": "{total} soal situasi di meja TPS menurut modul, dengan pilihan, "
        "jawaban, alasan, dan sumbernya. Untuk fasilitator.",
        "bank intro": "Ada {total} soal di halaman ini. Tiap soal satu situasi di Tempat "
        "Pemungutan Suara (TPS) dan hanya satu jawaban benar.",
        "bank use": "Baca situasinya, tunggu peserta memilih, baru buka jawabannya. Naskah siap "
        "cetak ada di [Tes awal dan tes akhir](index.md).",
        "module": "Modul {module}. {title}",
        "modules": "Menurut modul",
        "count": "{count} soal",
        "taught in": "Bahannya: [modul {module}]({page}).",
        "question": "Soal {number}",
        "answer": "Jawaban soal {number}",
        "section": "Bahan",
        "level": "Tingkat",
        "sources": "Sumber",
        Level.EASY: "mudah",
        Level.MIDDLE: "sedang",
        Level.HARD: "sulit",
        "paper": "Naskah tes {name}",
        "paper description": "Naskah {name} tes bimtek KPPS, siap cetak: {count} situasi di TPS "
        "dengan pilihan jawaban, setara dengan naskah {other}.",
        "paper intro": "Naskah {name} untuk dicetak atau diproyeksikan. Cara memakainya ada di "
        "[Tes awal dan tes akhir](index.md), jawabannya di [kunci](kunci.md#kunci-{anchor}).",
        "paper seed": "Soal diundi dari [bank soal](bank-soal.md) dengan benih {seed}. Bagian di "
        "bawah garis judul berikut inilah yang tercetak.",
        "paper title": "Naskah {name}",
        "code": "Kode peserta: ........................",
        "score": "Benar: ........ dari {count}",
        "instruction": "Semua soal tentang Pemilu 14 Februari 2024. Lingkari satu huruf pada tiap "
        "soal; hanya satu yang benar.",
        "committee": "Anda adalah anggota Kelompok Penyelenggara Pemungutan Suara (KPPS) di Tempat "
        "Pemungutan Suara (TPS).",
        "lists": "Tiga daftar pemilih: Daftar Pemilih Tetap (DPT), Daftar Pemilih Tambahan (DPTb), "
        "dan Daftar Pemilih Khusus (DPK).",
        "key": "Kunci jawaban",
        "key description": "Kunci naskah A dan B tes bimtek KPPS, dengan modul dan sumber tiap "
        "soal, dan cara membaca nilainya. Untuk fasilitator.",
        "key intro": "Kunci ini dihitung dari bank soal dengan benih {seed}. Cocok hanya dengan "
        "[naskah A](soal-a.md) dan [naskah B](soal-b.md) yang berbenih sama.",
        "key title": "Kunci naskah {name}",
        "no": "No.",
        "letter": "Jawaban",
        "item": "Soal",
        "module column": "Modul",
        "source column": "Sumber",
        "module cell": "modul {module}",
        "reading": "Membaca nilai",
        "right": "Benar",
        "meaning": "Arti",
        "advice": "Saran kami",
    },
    "en": {
        "index": "Pre-test and post-test",
        "index description": "How to use two equal test forms before and after the training, read "
        "the scores, and draw forms of your own from the question bank.",
        "bank": "Question bank",
        "bank description": "{total} questions on situations at the polling station by module, "
        "with options, answer, reason and source. For facilitators.",
        "bank intro": "There are {total} questions on this page. Each is one situation at the "
        "polling station (*Tempat Pemungutan Suara*, TPS) with only one right answer.",
        "bank use": "Read the situation, wait until participants have chosen, and only then open "
        "the answer. Forms ready to print are in [Pre-test and post-test](index.md).",
        "module": "Module {module}. {title}",
        "modules": "By module",
        "count": "{count} questions",
        "taught in": "Taught in: [module {module}]({page}).",
        "question": "Question {number}",
        "answer": "Answer to question {number}",
        "section": "Taught in",
        "level": "Level",
        "sources": "Sources",
        Level.EASY: "easy",
        Level.MIDDLE: "medium",
        Level.HARD: "hard",
        "paper": "Test form {name}",
        "paper description": "Form {name} of the KPPS training test, ready to print: {count} "
        "situations at the polling station with options, equal to form {other}.",
        "paper intro": "Form {name}, to print or to project. How to use it is in [Pre-test and "
        "post-test](index.md), the answers are in the [key](kunci.md#kunci-{anchor}).",
        "paper seed": "The questions were drawn from the [question bank](bank-soal.md) with seed "
        "{seed}. What stands below the next heading is what gets printed.",
        "paper title": "Form {name}",
        "code": "Participant code: ........................",
        "score": "Right: ........ of {count}",
        "instruction": "All questions are about the election of 14 February 2024. Circle one "
        "letter for each question; only one is right.",
        "committee": "You are a member of the polling station committee (*Kelompok Penyelenggara "
        "Pemungutan Suara*, KPPS) at a polling station (*Tempat Pemungutan Suara*, TPS).",
        "lists": "Three voter lists: permanent (*Daftar Pemilih Tetap*, DPT), additional (*Daftar "
        "Pemilih Tambahan*, DPTb) and special (*Daftar Pemilih Khusus*, DPK).",
        "key": "Answer key",
        "key description": "Key to forms A and B of the KPPS training test, with the module and "
        "source of each question, and how to read the scores. For facilitators.",
        "key intro": "This key is computed from the question bank with seed {seed}. It fits only "
        "[form A](soal-a.md) and [form B](soal-b.md) of the same seed.",
        "key title": "Key to form {name}",
        "no": "No.",
        "letter": "Answer",
        "item": "Question",
        "module column": "Module",
        "source column": "Source",
        "module cell": "module {module}",
        "reading": "Reading the scores",
        "right": "Right",
        "meaning": "Meaning",
        "advice": "Our advice",
    },
}

#: From which share of right answers a row of BANDS holds.
SHARES = (0.9, 0.7, 0.5, 0.0)
#: What a score means and what to do, one row a share, as (meaning, advice).
BANDS: dict[str, tuple[tuple[str, str], ...]] = {
    "id": (
        ("Menguasai", "Minta membantu regunya saat simulasi"),
        ("Cukup", "Baca lagi bahan dari soal yang salah"),
        ("Perlu latihan", "Ulangi modulnya dengan mencoba, bukan ceramah"),
        ("Perlu didampingi", "Pasangkan dengan anggota berpengalaman"),
    ),
    "en": (
        ("Knows it well", "Ask them to help their team in the simulation"),
        ("Good enough", "Read again what the wrong questions are about"),
        ("Needs practice", "Do the modules again by trying, not by lecture"),
        ("Needs support", "Pair with an experienced member"),
    ),
}
#: Below the table of scores, an item each.
READING: dict[str, tuple[str, ...]] = {
    "id": (
        "Batas lulus dari Komisi Pemilihan Umum (KPU) tidak kami temukan. Batas di tabel ini "
        "saran kami.",
        "Menebak saja memberi kira-kira {guess} jawaban benar dari {count}. Nilai sekitar itu "
        "berarti belum tahu.",
        "Kedua naskah setara: bobot kesulitan A {weight_a}, B {weight_b}. Soal mudah berbobot 1, "
        "sedang 2, sulit 3.",
        "Tiap modul hanya punya {per_module} soal dalam satu naskah. Itu cukup untuk menilai "
        "kelas, tidak cukup untuk menilai satu orang per modul.",
        "Hitung per soal: berapa peserta yang keliru? Bila lebih dari sepertiga kelas, "
        "proyeksikan lagi bagian modulnya.",
        "Kemajuan kelas = rata-rata tes akhir dikurangi rata-rata tes awal.",
        "Jangan mengumumkan nilai perorangan. Tes ini mengukur pengajaran, bukan memilih orang.",
    ),
    "en": (
        "We found no pass mark of the General Elections Commission (*Komisi Pemilihan Umum*, "
        "KPU). The limits in this table are our advice.",
        "Mere guessing gives about {guess} right answers of {count}. A score near that means not "
        "knowing yet.",
        "The forms are equal: weight of difficulty A {weight_a}, B {weight_b}. An easy question "
        "weighs 1, a medium one 2, a hard one 3.",
        "Each module has only {per_module} questions in a form. That is enough to judge the "
        "class, but not one person by module.",
        "Count by question: how many participants were wrong? If it is more than a third of the "
        "class, project that part of the module again.",
        "Progress of the class = average of the post-test minus average of the pre-test.",
        "Do not announce the scores of single people. This test measures the teaching; it does "
        "not select people.",
    ),
}

#: The page *tes* below its title.
INDEX: dict[str, str] = {
    "id": """\
Halaman ini untuk fasilitator. Isinya dua naskah tes setara, kuncinya, dan bank {total} soal.

Pesertanya anggota Kelompok Penyelenggara Pemungutan Suara (KPPS).

Mereka bertugas di Tempat Pemungutan Suara (TPS). Semua soal tentang Pemilu 14 Februari 2024.

## Bahannya {{ #bahannya }}

- [Naskah A](soal-a.md) dan [naskah B](soal-b.md): masing-masing {count} situasi, {per_module} \
dari tiap modul. Tidak ada soal yang sama.
- [Kunci jawaban](kunci.md): huruf yang benar, modul, dan sumber tiap soal.
- [Bank soal](bank-soal.md): semua soal dengan alasannya, untuk kuis kelas atau naskah Anda sendiri.

Tiap kunci bersumber mutu A atau B. Yang masih perlu verifikasi tidak dijadikan soal.

## Yang tercatat tentang tes {{ #yang-tercatat }}

- Modul 4 dari Komisi Pemilihan Umum (KPU) menyediakan 20 menit untuk tes atau ujian dan kuis \
interaktif ([Modul 4 Bab IV](../../referensi/dasar-hukum.md#modul-kpu-2024-modul-4-bab-iv)).
- Modul 1 ditutup dengan soal pilihan ganda a–d. Kunci yang beredar dibuat pengunggah, bukan KPU \
([Modul 1, latihan](../../referensi/dasar-hukum.md#modul-kpu-2024-modul-1-latihan)).
- Pada Pemilu 2019 pretes dan postes tercatat di tingkat KPU dan Panitia Pemilihan Kecamatan (PPK) \
([pers 2019](../../referensi/dasar-hukum.md#pers-2019-pretes)) **(perlu verifikasi)**.
- Inggris memakai kuis tentang situasi di meja petugas \
([Electoral Commission](../../referensi/dasar-hukum.md#riset-uk-kuis)). Soal kami berbentuk sama.

Naskah tes KPPS yang asli, dari 2019 atau 2024, tidak kami temukan. Soal di sini kami tulis \
sendiri dari modul situs ini; pengecohnya kekeliruan yang masuk akal.

## Langkah demi langkah {{ #langkah }}

Cara berikut saran kami, bukan aturan KPU.

1. **Cetak naskah dan kunci.** Baca kuncinya lebih dahulu, juga bahan yang disebutnya.
2. **Bagi kode.** Tiap peserta mengambil satu kode, misalnya A-07, dan menyimpannya sampai akhir.
3. **Tes awal.** Setengah kelas mengerjakan naskah A, setengahnya naskah B. Sediakan {minutes} \
menit.
4. **Jangan bahas dahulu.** Kumpulkan, hitung yang salah per soal, lalu pilih bagian modul yang \
perlu waktu lebih lama.
5. **Ajarkan modulnya.** Beri waktu mencoba, terutama pada bagian yang tadi banyak salah.
6. **Tes akhir.** Tukar: yang tadi A kini B, yang tadi B kini A. Waktunya sama.
7. **Bahas semua soal.** Bacakan situasi, minta alasan, baru sebut jawaban dan sumbernya.

Naskah ditukar supaya peserta tidak sekadar ingat jawaban. Karena tiap naskah dipakai sebelum dan \
sesudah, beda kecil di antara keduanya saling menutup.

## Bila waktunya kurang {{ #bila-waktu-kurang }}

Kerjakan sebagian soal saja. Satu soal memerlukan kira-kira satu menit. Ini perkiraan \
dan saran kami.

| Menit | Soal | Dari modul | Kunci dibacakan? |
|---|---|---|---|
| {minutes} | {count} | semua | tidak |
| 20 | {seven} | 2, 4, 5, 7, 8, 9, 14 | tidak |
| 15 | {four} | 4, 5, 8, 9 | ya |
| 10 | {three} | 4, 8, 9 | ya |

Nomornya ada di [kunci](kunci.md). Tulis nomor itu di papan; soal lain dilewati. Angka {count} di \
atas naskah diganti dengan banyaknya soal.

[Rencana sesi](../sesi/index.md) memakai dua baris terakhir: semua mengerjakan A di awal dan B di \
akhir; setengah hari hanya A. Itu lebih mudah, tetapi beda kedua naskah ikut terhitung.

Tidak sempat mencetak? Proyeksikan naskahnya. Peserta menulis nomor dan huruf di kertas sendiri, \
dengan kode di atasnya.

## Membaca nilai {{ #membaca-nilai }}

Yang dinilai adalah pengajaran, bukan orang. Bandingkan rata-rata kelas sebelum dan sesudah, lalu \
lihat soal yang masih banyak salah.

- Naik dan sedikit salah: lanjutkan.
- Naik, tetapi satu soal tetap banyak salah: ulangi bagian itu dengan simulasi.
- Tidak naik: ganti cara mengajar, jangan menambah ceramah.

Arti tiap rentang nilai ada di [kunci jawaban](kunci.md#membaca-nilai). Batasnya saran kami.

## Kode, bukan nama {{ #kode-bukan-nama }}

Naskah hanya memuat kode peserta: tanpa nama, nomor kependudukan, atau nomor telepon. Peserta yang \
tidak takut dinilai menjawab lebih jujur.

Kertasnya musnahkan sesudah nilai dihitung. Simpan hanya rata-rata kelas dan jumlah salah per soal.

## Peserta yang sulit membaca {{ #sulit-membaca }}

Bacakan situasi dan pilihannya, dua kali, pelan. Peserta memejamkan mata dan menjawab dengan jari: \
satu jari untuk A, dua untuk B.

Siapkan juga cetakan huruf besar. Saran lain ada di \
[Peserta yang butuh bantuan](../peserta-butuh-bantuan.md).

## Benih undian {{ #benih }}

Soal dan urutan pilihannya diundi komputer. Undian itu ditentukan satu bilangan, yaitu benih. \
Naskah di sini berbenih {seed}; benih yang sama selalu memberi naskah yang sama.

Naskahnya sudah beredar? Undi yang baru dengan bilangan lain, lengkap dengan kuncinya:

```
python -m scripts.questions paper --seed 7 --out naskah
```

Perintah itu dijalankan di salinan repositori situs ini. Caranya memasang ada di \
[Kontribusi](../../kontribusi/index.md).

## Soal yang keliru {{ #soal-keliru }}

Menemukan soal yang bertentangan dengan petunjuk KPU kabupaten/kota Anda? Jangan dipakai, dan \
[sampaikan perbaikannya](../../kontribusi/index.md). Sebut nomor soalnya, misalnya 5.3.
""",
    "en": """\
This page is for facilitators. It holds two equal test forms, their key, and a bank of {total} \
questions.

The participants are members of the polling station committee (*Kelompok Penyelenggara Pemungutan \
Suara*, KPPS).

They work at the polling station (*Tempat Pemungutan Suara*, TPS). All questions are about the \
election of 14 February 2024.

## What there is {{ #bahannya }}

- [Form A](soal-a.md) and [form B](soal-b.md): {count} situations each, {per_module} from every \
module. No question is in both.
- [Answer key](kunci.md): the right letter, module and source of each question.
- [Question bank](bank-soal.md): all questions with the reasons, for a quiz in class or forms of \
your own.

Every key rests on a source of grade A or B. What still needs verification is not asked.

## What is on record about tests {{ #yang-tercatat }}

- Module 4 of the General Elections Commission (*Komisi Pemilihan Umum*, KPU) sets aside 20 \
minutes for a test and interactive quizzes \
([Module 4 Ch. IV](../../referensi/dasar-hukum.md#modul-kpu-2024-modul-4-bab-iv)).
- Module 1 ends with multiple-choice questions a–d. The answers in circulation are by the \
uploader, not by KPU \
([Module 1, exercise](../../referensi/dasar-hukum.md#modul-kpu-2024-modul-1-latihan)).
- In the 2019 election pre-tests and post-tests are on record at the level of KPU and the \
sub-district (*Panitia Pemilihan Kecamatan*, PPK) \
([press 2019](../../referensi/dasar-hukum.md#pers-2019-pretes)) **(needs verification)**.
- The United Kingdom uses quizzes on situations at the desk \
([Electoral Commission](../../referensi/dasar-hukum.md#riset-uk-kuis)). Our questions have the \
same form.

We found no original KPPS test paper of 2019 or 2024. We wrote the questions here ourselves from \
the modules of this site; the wrong options are plausible mistakes.

## Step by step {{ #langkah }}

What follows is our advice, not a rule of KPU.

1. **Print forms and key.** Read the key first, and the material it names.
2. **Hand out codes.** Every participant takes one code, such as A-07, and keeps it to the end.
3. **Pre-test.** Half of the class does form A, the other half form B. Allow {minutes} minutes.
4. **Do not discuss yet.** Collect, count the wrong answers by question, then choose the parts of \
the modules that need more time.
5. **Teach the modules.** Give time to try, above all where many answers were wrong.
6. **Post-test.** Swap: those who had A now do B, those who had B now do A. The time is the same.
7. **Discuss all questions.** Read out the situation, ask for the reason, and only then give the \
answer and its source.

Forms are swapped so that participants do not merely remember answers. As each form is used before \
and after, small differences between them cancel out.

## When time is short {{ #bila-waktu-kurang }}

Do only some of the questions. One question takes about one minute. This is our estimate and advice.

| Minutes | Questions | From modules | Key read out? |
|---|---|---|---|
| {minutes} | {count} | all | no |
| 20 | {seven} | 2, 4, 5, 7, 8, 9, 14 | no |
| 15 | {four} | 4, 5, 8, 9 | yes |
| 10 | {three} | 4, 8, 9 | yes |

Their numbers are in the [key](kunci.md). Write those numbers on the board; the others are \
skipped. The figure {count} at the top of the form gives way to the number of questions.

The [session plans](../sesi/index.md) use the last two rows: all do A at the start and B at the \
end; half a day has A only. That is easier, but the difference of the two forms counts too.

No time to print? Project the form. Participants write number and letter on paper of their own, \
with their code on top.

## Reading the scores {{ #membaca-nilai }}

What is judged is the teaching, not people. Compare the average of the class before and after, \
then look at the questions that many still get wrong.

- Higher, and few mistakes: go on.
- Higher, but many still fail one question: do that part again as a simulation.
- Not higher: change the way of teaching, do not lecture more.

What each range of scores means is in the [answer key](kunci.md#membaca-nilai). The limits are our \
advice.

## Codes, not names {{ #kode-bukan-nama }}

The forms hold a participant code only: no name, identity number or phone number. Participants who \
do not fear a mark answer more honestly.

Destroy the papers once the scores are counted. Keep only the average of the class and the number \
of wrong answers by question.

## Participants who find reading hard {{ #sulit-membaca }}

Read out the situation and the options, twice, slowly. Participants close their eyes and answer \
with their fingers: one finger for A, two for B.

Prepare a large-print copy too. More advice is in \
[Participants who need help](../peserta-butuh-bantuan.md).

## The seed {{ #benih }}

Questions and the order of options are drawn by computer. One number decides the draw: the seed. \
The forms here have seed {seed}; the same seed always gives the same forms.

The forms have become known? Draw new ones with another number, complete with their key:

```
python -m scripts.questions paper --seed 7 --out naskah
```

Run that command in a copy of this site's repository. How to install it is in \
[Contribute](../../kontribusi/index.md).

## A wrong question {{ #soal-keliru }}

Does a question contradict the instructions of the KPU of your regency or city? Do not use it, \
and [send the correction](../../kontribusi/index.md). Name the number of the question, \
such as 5.3.
""",
}
