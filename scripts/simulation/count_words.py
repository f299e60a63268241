"""The words of the pages made from packs, in both languages.

Names of the rows are those of the form (register row ``sirekap-2024-bagian-c-hasil``); English
pages keep them and say what they mean.
"""

from scripts.simulation.slips import Slip

WORDS: dict[str, dict[str, str]] = {
    "id": {
        "play": "simulasi hitung",
        "module": "Formulir C.HASIL",
        # ballots to print
        "ballots": "Surat suara hitung",
        "ballots link": "lembar surat suara",
        "ballots description": "Surat suara latihan bernomor untuk dicetak dan dimasukkan ke kotak "
        "dalam simulasi penghitungan. Tanpa putusan.",
        "ballots intro": "Halaman ini memuat {packs} paket surat suara latihan untuk {play}. Tiap "
        "paket {count} lembar, bernomor 1 sampai {count}.",
        "ballots use": "Tiap lembar dicetak di kertas A5. Lipat, lalu masukkan ke kotak "
        "latihan menurut nomor, 1 paling atas. Regu mahir mengocok kotaknya. Nomornya untuk "
        "mencari jawaban.",
        "ballots invented": "Semua partai dan calon rekaan. Gambarnya bukan surat suara asli.",
        "ballot": "Surat suara {ballot} nomor {number}",
        "ballot practice": "Untuk latihan. Partai dan calonnya rekaan.",
        # empty forms to print
        "forms": "C.HASIL kosong",
        "forms link": "lembar C.HASIL kosong",
        "forms description": "Formulir C.HASIL kosong untuk latihan penghitungan, dengan angka TPS "
        "rekaan yang sudah diketahui regu. Bukan formulir resmi.",
        "forms intro": "Lembar ini untuk {play}: satu lembar angka dan satu C.HASIL kosong bagi "
        "tiap paket. Cara mengisinya ada di modul {module}.",
        "forms names": "Nama barisnya menurut teks aplikasi Sirekap 2024 ({source}). Formulir "
        "cetaknya belum kami lihat, jadi bentuknya berbeda dari yang asli.",
        "forms use": "Saran kami: perbesar lembar C.HASIL ke kertas plano, atau salin di papan "
        "supaya semua orang membacanya.",
        "figures": "Angka TPS rekaan untuk paket {ballot}",
        "figures intro": "Angka ini sudah ada di meja sebelum kotak dibuka. L berarti laki-laki, P "
        "perempuan.",
        "figures sums": "Jumlahnya Anda hitung sendiri. Pindahkan angkanya ke C.HASIL latihan.",
        "figures used": "Surat suara yang digunakan tidak ditulis di sini. Dalam latihan ini Anda "
        "menghitungnya dari kotak.",
        "counted": "Yang sudah dihitung",
        "dpt": "Pemilih dalam Daftar Pemilih Tetap (DPT)",
        "voted 1": "Yang memilih, menurut daftar hadir DPT",
        "voted 2": "Yang memilih, menurut daftar hadir Daftar Pemilih Tambahan (DPTb)",
        "voted 3": "Yang memilih, menurut daftar hadir Daftar Pemilih Khusus (DPK)",
        "disabled": "Pemilih disabilitas yang memilih",
        "papers": "Surat suara",
        "received": "Diterima, termasuk cadangan",
        "returned": "Dikembalikan pemilih karena rusak atau keliru coblos",
        "unused": "Tidak digunakan, termasuk sisa cadangan",
        "practice": "{form} untuk latihan",
        "not official": "Latihan, bukan formulir resmi.",
        "station": "Keterangan",
        "filled": "Isian (HURUF KAPITAL)",
        "place": "Nomor dan nama tempat TPS latihan",
        "date": "Hari, tanggal, bulan, tahun",
        "time": "Jam penghitungan, mulai s.d. selesai",
        "signed": "Yang menandatangani",
        "initials": "Tanda tangan",
        "chair": "Ketua KPPS",
        "members": "Anggota KPPS",
        "witnesses": "Saksi",
        # answers
        "answers": "Jawaban simulasi hitung",
        "answers description": "Lembar fasilitator untuk simulasi penghitungan: putusan tiap "
        "lembar, turus, C.HASIL yang benar, kesamaan angka, dan kekeliruan yang lazim.",
        "answers intro": "Halaman ini hanya untuk fasilitator. Isinya jawaban {count} {ballots} "
        "tiap paket dalam {play}.",
        "answers forms": "Regu mengisi {forms}. Aturan bagian dan kesamaannya ada di modul "
        "{module}.",
        "answers care": "Jangan bagikan halaman ini sebelum simulasi selesai. Semua angka suara "
        "dihitung dari putusan lembarnya; TPS, partai, dan calonnya rekaan.",
        "putusan": "Putusan tiap lembar {ballot}",
        "turus": "Turus {ballot}",
        "c-hasil": "C.HASIL {ballot} yang benar",
        "kesamaan": "Kesamaan angka {ballot}",
        "kekeliruan": "Kekeliruan yang lazim pada paket {ballot}",
        "verdicts intro": "Nomor lembar ada di atas gambarnya. Regu boleh membuka kotak dengan "
        "urutan apa pun; jumlah akhirnya sama.",
        "number": "Nomor",
        "seen": "Yang terlihat",
        "verdict": "Putusan",
        "rule": "Aturan dan sumber",
        "valid": "Sah",
        "invalid": "Tidak sah",
        "of number": "nomor",
        "tally intro": "Tiap kelompok garis berisi lima suara. Baris tanpa suara pun diisi.",
        "stops intro": "Bila lembar dibuka menurut nomor, hentikan pada tiga titik ini dan "
        "bandingkan turusnya. Selisih lebih mudah dicari selagi kecil.",
        "after": "Sesudah {stop} lembar",
        "form intro": "Bagian I, II, dan III berasal dari lembar angka; bagian IV dan V dari surat "
        "suaranya ({source}).",
        "row": "Baris",
        "tally": "Turus",
        "total": "Jumlah",
        "sheets": "Lembar",
        "votes": "Suara",
        "v.b": "V.B, tidak sah",
        "identities intro": "{holding} dari {count} kesamaan yang berlaku pada jenis ini "
        "terpenuhi. Nomornya sama dengan nomor dalam modul.",
        "identity": "Kesamaan",
        "sums": "Hitungan",
        "holds": "Cocok",
        "source": "Sumber",
        "yes": "Ya",
        "no": "Tidak",
        "box": "lembar dalam kotak",
        "slips intro": "Bila hasil regu berbeda, lihat dahulu lembar-lembar berikut. Daftar ini "
        "saran kami, disusun dari isi paket.",
        "slip": "Kekeliruan",
        "on sheets": "Nomor lembar",
        "effect": "Akibat",
        "unseen": "Semua kesamaan tetap cocok; hanya kertasnya yang menunjukkan.",
        "seen by": "V.C menjadi {sum}; kesamaan 7 gagal.",
        "slips other": "Kekeliruan lain yang tidak bergantung pada lembar: I.A disalin ke I.B.1, L "
        "dan P tertukar, dan V.B diambil dari selisih, bukan dari lembarnya.",
    },
    "en": {
        "play": "counting simulation",
        "module": "The form C.HASIL",
        # ballots to print
        "ballots": "Ballot papers to count",
        "ballots link": "ballot papers",
        "ballots description": "Numbered practice ballot papers to print and put into the box in "
        "the counting simulation. Without verdicts.",
        "ballots intro": "This page holds {packs} packs of practice ballot papers for the {play}. "
        "Each pack has {count} sheets, numbered 1 to {count}.",
        "ballots use": "Each sheet is printed on A5 paper. Fold the sheets and put them into the "
        "practice box by number, 1 on top. Skilled teams shake the box. The number serves to "
        "find the answer.",
        "ballots invented": "All parties and candidates are invented. The drawings are not real "
        "ballot papers.",
        "ballot": "{ballot} ballot paper number {number}",
        "ballot practice": "For practice. Parties and candidates are invented.",
        # empty forms to print
        "forms": "Empty C.HASIL",
        "forms link": "empty C.HASIL sheet",
        "forms description": "An empty C.HASIL to practise counting, with the figures of an "
        "invented polling station that the team already has. Not the official form.",
        "forms intro": "These sheets are for the {play}: one sheet of figures and one empty "
        "C.HASIL for each pack. How to fill it in is in the module {module}.",
        "forms names": "The names of its rows follow the texts of the Sirekap app of 2024 "
        "({source}). We have not seen the printed form, so it looks different from the real one.",
        "forms use": "Our advice: enlarge the C.HASIL sheet to poster size, or copy it on the "
        "board so that everybody can read it.",
        "figures": "Figures of the invented TPS for the {ballot} pack",
        "figures intro": "These figures are on the table before the box is opened. L "
        "(*laki-laki*) means men, P (*perempuan*) women.",
        "figures sums": "You work out the totals yourselves. Copy the figures to the practice "
        "C.HASIL.",
        "figures used": "The ballot papers used are not written here. In this exercise you count "
        "them from the box.",
        "counted": "Already counted",
        "dpt": "Voters on the final voter list (DPT)",
        "voted 1": "Who voted, by the attendance list of the DPT",
        "voted 2": "Who voted, by the attendance list of the supplementary list (DPTb)",
        "voted 3": "Who voted, by the attendance list of the special list (DPK)",
        "disabled": "Voters with disabilities who voted",
        "papers": "Ballot papers",
        "received": "Received, with the reserve",
        "returned": "Returned by voters because damaged or wrongly punched",
        "unused": "Not used, with the rest of the reserve",
        "practice": "{form} for practice",
        "not official": "Practice, not the official form.",
        "station": "About",
        "filled": "Fill in (CAPITALS)",
        "place": "Number and place names of the practice TPS",
        "date": "Day, date, month, year",
        "time": "Counting time, from and to",
        "signed": "Who signs",
        "initials": "Signature",
        "chair": "KPPS chair",
        "members": "KPPS members",
        "witnesses": "Witnesses",
        # answers
        "answers": "Answers to the counting simulation",
        "answers description": "The facilitator's sheet for the counting simulation: verdict of "
        "each sheet, tally, the right C.HASIL, its identities and common slips.",
        "answers intro": "This page is for the facilitator only. It holds the answers to the "
        "{count} {ballots} of each pack in the {play}.",
        "answers forms": "The team fills in the {forms}. The rules on its parts and identities are "
        "in the module {module}.",
        "answers care": "Do not hand out this page before the simulation is over. All figures of "
        "votes are counted from the verdicts of the sheets; the polling station (TPS), parties and "
        "candidates are invented.",
        "putusan": "Verdict of each {ballot} sheet",
        "turus": "Tally of {ballot}",
        "c-hasil": "The right C.HASIL of {ballot}",
        "kesamaan": "Identities of {ballot}",
        "kekeliruan": "Common slips with the {ballot} pack",
        "verdicts intro": "The number of a sheet stands above its drawing. The team may empty the "
        "box in any order; the final totals are the same.",
        "number": "Number",
        "seen": "What is seen",
        "verdict": "Verdict",
        "rule": "Rule and source",
        "valid": "Valid",
        "invalid": "Invalid",
        "of number": "number",
        "tally intro": "Each group of strokes holds five votes. Rows without votes are filled in "
        "too.",
        "stops intro": "If the sheets are opened by number, stop at these three points and compare "
        "the tally. A difference is easier to find while it is small.",
        "after": "After {stop} sheets",
        "form intro": "Parts I, II and III come from the sheet of figures; parts IV and V from the "
        "ballot papers ({source}).",
        "row": "Row",
        "tally": "Tally",
        "total": "Total",
        "sheets": "Sheets",
        "votes": "Votes",
        "v.b": "V.B, invalid",
        "identities intro": "{holding} of {count} identities that apply to this election hold. "
        "Their numbers are those of the module.",
        "identity": "Identity",
        "sums": "Sums",
        "holds": "Holds",
        "source": "Source",
        "yes": "Yes",
        "no": "No",
        "box": "sheets in the box",
        "slips intro": "If the team's result differs, look at these sheets first. The list is our "
        "advice, made from what the pack holds.",
        "slip": "Slip",
        "on sheets": "Sheet numbers",
        "effect": "Effect",
        "unseen": "All identities still hold; only the paper shows it.",
        "seen by": "V.C becomes {sum}; identity 7 fails.",
        "slips other": "Other slips do not depend on the sheets: I.A copied to I.B.1, L and P "
        "swapped, and V.B taken from the difference, not from its sheets.",
    },
}

#: Parts and rows of the form.
FIELD_NAMES: dict[str, dict[str, str]] = {
    "id": {
        "I": "I. Data pemilih dan pengguna hak pilih",
        "I.A": "Pemilih dalam DPT",
        "I.B.1": "Pengguna hak pilih dalam DPT",
        "I.B.2": "Pengguna hak pilih dalam DPTb",
        "I.B.3": "Pengguna hak pilih dalam DPK",
        "I.B.4": "Jumlah pengguna hak pilih (B.1 + B.2 + B.3)",
        "II": "II. Penggunaan surat suara",
        "II.1": "Diterima, termasuk cadangan 2% dari DPT (2 + 3 + 4)",
        "II.2": "Digunakan",
        "II.3": "Dikembalikan pemilih karena rusak atau keliru coblos",
        "II.4": "Tidak digunakan, termasuk sisa cadangan",
        "III": "III. Data pemilih disabilitas",
        "III.1": "Pemilih disabilitas yang menggunakan hak pilih",
        "IV": "IV. Rincian perolehan suara",
        "A.1": "Suara partai",
        "A.2": "Suara calon nomor",
        "B": "Jumlah suara partai dan calon (A.1 + A.2)",
        "V": "V. Suara sah dan tidak sah",
        "V.A": "Jumlah seluruh suara sah",
        "V.B": "Jumlah suara tidak sah",
        "V.C": "Jumlah suara sah dan tidak sah (A + B)",
    },
    "en": {
        "I": "I. *Data pemilih dan pengguna hak pilih* (voters and who voted)",
        "I.A": "*Pemilih dalam DPT* (voters on the DPT)",
        "I.B.1": "*Pengguna hak pilih dalam DPT* (who voted, DPT)",
        "I.B.2": "*Pengguna hak pilih dalam DPTb* (who voted, DPTb)",
        "I.B.3": "*Pengguna hak pilih dalam DPK* (who voted, DPK)",
        "I.B.4": "*Jumlah pengguna hak pilih* (total who voted, B.1 + B.2 + B.3)",
        "II": "II. *Penggunaan surat suara* (use of ballot papers)",
        "II.1": "*Diterima* (received, with the reserve of 2% of the DPT, 2 + 3 + 4)",
        "II.2": "*Digunakan* (used)",
        "II.3": "*Dikembalikan pemilih* (returned because damaged or wrongly punched)",
        "II.4": "*Tidak digunakan* (not used, with the rest of the reserve)",
        "III": "III. *Data pemilih disabilitas* (voters with disabilities)",
        "III.1": "*Pemilih disabilitas yang menggunakan hak pilih* (voters with disabilities who "
        "voted)",
        "IV": "IV. *Rincian perolehan suara* (results)",
        "A.1": "*Suara partai* (party votes)",
        "A.2": "*Suara calon*, candidate number",
        "B": "*Jumlah* (party and candidates, A.1 + A.2)",
        "V": "V. *Suara sah dan tidak sah* (valid and invalid votes)",
        "V.A": "*Jumlah seluruh suara sah* (all valid votes)",
        "V.B": "*Jumlah suara tidak sah* (invalid votes)",
        "V.C": "*Jumlah suara sah dan tidak sah* (A + B)",
    },
}

#: The identities by their number in module 9.
IDENTITY: dict[str, dict[int, str]] = {
    "id": {
        1: "Jumlah = L + P",
        2: "I.B.4 = I.B.1 + I.B.2 + I.B.3",
        3: "II.1 = II.2 + II.3 + II.4",
        4: "B = A.1 + semua A.2",
        5: "V.A = jumlah seluruh bagian IV",
        6: "V.C = V.A + V.B",
        7: "I.B.4 = II.2 = V.C",
    },
    "en": {
        1: "Total = L + P",
        2: "I.B.4 = I.B.1 + I.B.2 + I.B.3",
        3: "II.1 = II.2 + II.3 + II.4",
        4: "B = A.1 + all A.2",
        5: "V.A = sum of all of part IV",
        6: "V.C = V.A + V.B",
        7: "I.B.4 = II.2 = V.C",
    },
}

SLIPS: dict[str, dict[Slip, str]] = {
    "id": {
        Slip.UNSIGNED: "Lembar tanpa tanda tangan ketua dihitung sah karena coblosannya jelas",
        Slip.OFTEN: "Beberapa lubang di satu kolom dihitung tidak sah",
        Slip.ON_LINE: "Lubang yang kena garis dihitung tidak sah",
        Slip.TWICE: "Partai dan satu calonnya dicatat di A.1 dan di A.2",
        Slip.TO_CANDIDATE: "Partai dan beberapa calonnya dicatat pada salah satu calon",
        Slip.STILL_PARTY: "Suara yang menjadi milik partai dihitung tidak sah",
        Slip.ELSEWHERE: "Surat suara daerah pemilihan lain dicatat pada calon, bukan partai",
        Slip.BLANK: "Lembar tanpa coblosan disisihkan dan tidak masuk V.B",
    },
    "en": {
        Slip.UNSIGNED: "A sheet not signed by the chair is counted as valid since its punch is "
        "clear",
        Slip.OFTEN: "Several holes in one column are counted as invalid",
        Slip.ON_LINE: "A hole on a line is counted as invalid",
        Slip.TWICE: "Party and one of its candidates are recorded in A.1 and in A.2",
        Slip.TO_CANDIDATE: "Party and several of its candidates are recorded for one candidate",
        Slip.STILL_PARTY: "A vote that goes to the party is counted as invalid",
        Slip.ELSEWHERE: "A ballot paper of another district is recorded for the candidate, not "
        "the party",
        Slip.BLANK: "A sheet without a punch is put aside and left out of V.B",
    },
}
