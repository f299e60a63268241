"""The catalogue *kasus surat suara* and its drawings, made from the cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import relpath

from scripts.ballots import drawing, model, words
from scripts.ballots.checks import check
from scripts.ballots.layout import Election, Kind
from scripts.ballots.model import Case, Verdict
from scripts.ballots.rules import Target, target
from scripts.legal.citations import MARK
from scripts.legal.pages import PAGE as REGISTER_PAGE
from scripts.legal.register import Register
from scripts.markup import escape, page_head
from scripts.paths import LANGUAGES, SOURCE_LANGUAGE, write_if_changed
from scripts.problems import Problem

PAGE = "latihan/kasus-surat-suara.md"
_FOLDER = PAGE.rpartition("/")[0]
#: Below docs/, shared by the languages.
IMAGES = "images/kasus"

_HEADINGS = {
    "id": {
        Election.PPWP: "Presiden dan Wakil Presiden (PPWP)",
        Election.DPR: "DPR (Dewan Perwakilan Rakyat)",
        Election.DPRD_PROVINCE: "DPRD Provinsi (Dewan Perwakilan Rakyat Daerah)",
        Election.DPRD_REGENCY: "DPRD Kabupaten/Kota",
        Election.DPD: "DPD (Dewan Perwakilan Daerah)",
    },
    "en": {
        Election.PPWP: "President and Vice-President (PPWP)",
        Election.DPR: "DPR (House of Representatives)",
        Election.DPRD_PROVINCE: "DPRD Provinsi (provincial council)",
        Election.DPRD_REGENCY: "DPRD Kabupaten/Kota (regency or city council)",
        Election.DPD: "DPD (Regional Representative Council)",
    },
}
_WORDS: dict[str, dict[str, str]] = {
    "id": {
        "title": "Kasus surat suara",
        "description": "Gambar surat suara latihan PPWP, DPR, DPRD, dan DPD: putuskan sah atau "
        "tidak sah dan untuk siapa, lalu buka jawabannya.",
        "intro": "Ada {count} surat suara latihan di halaman ini. Lihat gambarnya, putuskan, baru "
        "buka jawabannya. Semua partai dan calonnya rekaan; gambarnya bukan surat suara asli.",
        "theory": "Aturannya dijelaskan di [Surat suara sah](../modul/08-surat-suara-sah.md).",
        "reading": "Cara membaca gambar",
        "known": "Diketahui",
        "question": "Sah atau tidak sah? Untuk siapa?",
        "open": "Apa yang diketahui?",
        "open label": "Belum pasti",
        "valid": "Sah. Satu suara untuk {whom}.",
        "invalid": "Tidak sah.",
        "sources": "Sumber",
        "misbelief": "Salah kaprah",
    },
    "en": {
        "title": "Ballot cases",
        "description": "Drawings of practice ballot papers for president, DPR, DPRD and DPD: "
        "decide whether each is valid and for whom, then open the answer.",
        "intro": "There are {count} practice ballot papers on this page. Look at the drawing, "
        "decide, and only then open the answer. All parties and candidates are invented; the "
        "drawings are not real ballot papers.",
        "theory": "The rules are explained in [Valid ballots](../modul/08-surat-suara-sah.md).",
        "reading": "How to read the drawings",
        "known": "Known",
        "question": "Valid or invalid? For whom?",
        "open": "What is known?",
        "open label": "Not certain",
        "valid": "Valid. One vote for {whom}.",
        "invalid": "Invalid.",
        "sources": "Sources",
        "misbelief": "Common misconception",
    },
}
#: How to read the drawings, an item each.
_LEGEND = {
    "id": (
        "Bulatan hitam bercincin adalah lubang alat coblos.",
        "Di bawah lembar tampak sisi luarnya: bertanda tangan ketua Kelompok Penyelenggara "
        "Pemungutan Suara (KPPS) atau kosong.",
        "Kertas di kanan bawah memuat hal yang sudah diketahui KPPS, misalnya pengumuman Komisi "
        "Pemilihan Umum (KPU).",
        "Pada jawaban DPR dan DPRD, A.1 (suara partai) dan A.2 (suara calon) adalah baris "
        "[C.HASIL](../modul/09-formulir-c-hasil.md#lima-bagian).",
        "Kasus bertanda **({mark})** belum punya jawaban: naskah 2024-nya belum cukup kami "
        "lihat. Jangan dijadikan soal.",
        "Tanyakan kasus seperti itu kepada Panitia Pemungutan Suara (PPS) sebelum hari H.",
    ),
    "en": (
        "A black dot in a ring is a hole made with the punching tool.",
        "Below the sheet is its outer side: signed by the chair of the polling station "
        "committee (*Kelompok Penyelenggara Pemungutan Suara*, KPPS) or empty.",
        "A slip at the lower right holds what the KPPS already knows, such as an announcement by "
        "the General Elections Commission (*Komisi Pemilihan Umum*, KPU).",
        "In the answers for DPR and DPRD, A.1 (party vote) and A.2 (candidate vote) are rows of "
        "[C.HASIL](../modul/09-formulir-c-hasil.md#lima-bagian), the results form.",
        "The words on the drawings stay Indonesian, as on a ballot paper: *pasangan* is a pair, "
        "*calon* a candidate, *sisi luar* the outer side, *lipatan* a fold.",
        "Cases marked **({mark})** have no answer yet: we have not seen enough of the text of "
        "2024. Do not use them as questions.",
        "Ask the village voting committee (*Panitia Pemungutan Suara*, PPS) about such cases "
        "before voting day.",
    ),
}


def load(register: Register, path: Path = model.PATH) -> tuple[list[Case], list[Problem]]:
    """Read and check the cases; gives those that could be read and every problem."""
    read = model.load(path)
    return list(read.cases.values()), [*read.problems, *check(read, register)]


def build(cases: Sequence[Case], register: Register, docs: Path) -> list[Path]:
    """Write the drawings and, in every language, the page below ``docs``; give what changed.

    Drawings of cases that are no more are removed.
    """
    folder = docs / IMAGES
    files = {folder / f"{case.id}.svg": drawing.draw(case) for case in cases}
    files |= {docs / language / PAGE: render(cases, register, language) for language in LANGUAGES}
    for path in set(folder.glob("*.svg")) - files.keys():
        path.unlink()
    return [path for path, text in files.items() if write_if_changed(path, text)]


def render(cases: Sequence[Case], register: Register, language: str) -> str:
    """Give the Markdown of the page: the cases under their elections."""
    text, mark = _WORDS[language], MARK[language]
    lines = [
        *page_head(text["title"], text["description"], "search:", "  boost: 0.5"),
        text["intro"].format(count=len(cases)),
        "",
        text["theory"],
        "",
        f"## {text['reading']} {{ #cara-membaca-gambar }}",
        "",
        *(f"- {item}".format(mark=mark) for item in _LEGEND[language]),
        "",
    ]
    for election in Election:
        own = [case for case in cases if case.pemilihan is election]
        if own:
            lines += [f"## {escape(_HEADINGS[language][election])} {{ #{election} }}", ""]
        for case in own:
            lines += _case(case, register, language)
    return "\n".join(lines).rstrip() + "\n"


def _case(case: Case, register: Register, language: str) -> Iterator[str]:
    text = _WORDS[language]
    is_open = case.putusan is Verdict.OPEN
    yield from (f"### {escape(case.title(language))} {{ #{case.id} }}", "")
    if is_open:
        yield from (f"**{text['open label']} ({MARK[language]}).**", "")
    if known := words.known(case, language):
        yield from (f"**{text['known']}:** {escape(' '.join(known))}", "")
    yield from (_image(case, language), "")
    kind, question = ("warning", text["open"]) if is_open else ("question", text["question"])
    yield from (f'??? {kind} "{question}"', "")
    for paragraph in _answer(case, register, language):
        yield from (f"    {paragraph}", "")


def _image(case: Case, language: str) -> str:
    source = relpath(f"{IMAGES}/{case.id}.svg", f"{language}/{_FOLDER}")
    width, height = drawing.size(case)
    size = f"width={width} height={height} loading=lazy"
    return f"![{escape(words.alternative(case, language))}]({source}){{ {size} }}"


def _answer(case: Case, register: Register, language: str) -> Iterator[str]:
    text = _WORDS[language]
    links = "; ".join(
        f"[{escape(entry.name(language))}]({relpath(REGISTER_PAGE, _FOLDER)}#{entry.id})"
        for key in case.sumber
        if (entry := register.entries.get(key))
    )
    yield f"**{escape(conclusion(case, language))}**"
    yield f"{escape(case.rule(language).rstrip().removesuffix('.'))}."
    mark = f" **({MARK[language]})**" if case.putusan is Verdict.OPEN else ""
    yield f"{text['sources']}{mark}: {links}."
    if misbelief := case.misbelief(language):
        yield f'{text["misbelief"]}: "{escape(misbelief.rstrip().removesuffix("."))}".'


def conclusion(case: Case, language: str) -> str:
    """Say the verdict and for whom the vote counts."""
    text = _WORDS[language]
    if case.putusan is Verdict.OPEN:
        return f"{text['open label']} ({MARK[language]})."
    if case.putusan is Verdict.INVALID:
        return text["invalid"]
    counted = target(case.untuk)
    whom = _whom(counted, case, language) if counted else case.untuk
    return text["valid"].format(whom=whom)


def _whom(counted: Target, case: Case, language: str) -> str:
    """Name the target, and for a party list the row of C.HASIL that it is written in."""
    name = str(counted) if language == SOURCE_LANGUAGE else counted.english
    if counted.kind is Kind.PAIR:
        return name[0].lower() + name[1:]
    if not case.pemilihan.has_parties:
        return name
    row = "A.1" if counted.kind is Kind.PARTY else "A.2"
    return f"{name} ({'baris' if language == SOURCE_LANGUAGE else 'row'} {row})"


def quiz(cases: Iterable[Case]) -> list[Case]:
    """Give the cases that may be asked."""
    return [case for case in cases if case.kuis]
