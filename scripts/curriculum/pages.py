"""The page *kurikulum*: modules, minutes, aims and readers, with totals; made from front matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import relpath

from scripts.curriculum.modules import KpuModule, Module, modules
from scripts.legal.register import Register
from scripts.markup import escape, page_head
from scripts.pages import source
from scripts.pages.metadata import Role
from scripts.pages.summary import role_name
from scripts.paths import LANGUAGES, write_if_changed

PAGE = "bimtek/kurikulum.md"

_WORDS = {
    "id": {
        "title": "Kurikulum",
        "description": "Modul situs ini dengan menit mengajar, tujuan, pembaca, dan modul KPU 2024 "
        "yang dicakupnya, beserta jumlahnya.",
        "intro": "Situs ini terdiri atas {count} modul dengan waktu mengajar {minutes} menit "
        "({hours}). Angka di halaman ini dijumlahkan dari keterangan tiap modul.",
        "choose": "Tidak ada kelas yang harus memakai semuanya: pilih menurut waktu dan peserta.",
        "modules": "Modul dan menit",
        "number": "No.",
        "module": "Modul",
        "minutes": "Menit",
        "kpu": "Modul KPU",
        "exercise": "Latihan",
        "own": "Cek pemahaman",
        "total": "Jumlah",
        "readers": "Menit bagi tiap pembaca",
        "reader": "Pembaca",
        "how_many": "Banyak modul",
        "aims": "Tujuan tiap modul",
        "aims_intro": "Sesudah modul, peserta dapat:",
        "kpu_title": "Empat modul KPU dan padanannya",
        "kpu_intro": "Menit KPU adalah waktu menurut modulnya sendiri; tanda – berarti tidak "
        "diketahui. Menit di sini adalah jumlah modul situs ini yang membahasnya.",
        "kpu_more": "Satu modul dapat membahas dua modul KPU. Karena itu jumlah kolom menit lebih "
        "besar daripada jumlah waktu mengajar.",
        "kpu_module": "Modul KPU",
        "kpu_minutes": "Menit KPU",
        "ours": "Dibahas di",
        "our_minutes": "Menit di sini",
        "source": "Sumber",
        "hours": "{} jam {} menit",
    },
    "en": {
        "title": "Curriculum",
        "description": "The modules of this site with teaching minutes, aims, readers and the KPU "
        "modules of 2024 that each covers, with totals.",
        "intro": "This site has {count} modules with a teaching time of {minutes} minutes "
        "({hours}). The figures on this page are added up from what each module says of itself.",
        "choose": "No class has to use them all: choose by time and participants.",
        "modules": "Modules and minutes",
        "number": "No.",
        "module": "Module",
        "minutes": "Minutes",
        "kpu": "KPU module",
        "exercise": "Exercise",
        "own": "Check yourself",
        "total": "Total",
        "readers": "Minutes for each reader",
        "reader": "Reader",
        "how_many": "Modules",
        "aims": "Aims of each module",
        "aims_intro": "After the module, participants can:",
        "kpu_title": "KPU's four modules and where they are covered",
        "kpu_intro": "KPU's minutes are the time its own module gives; – means unknown. Minutes "
        "here add up the modules of this site that cover it.",
        "kpu_more": "One module can cover two of KPU's. That is why the column of minutes adds up "
        "to more than the teaching time.",
        "kpu_module": "KPU module",
        "kpu_minutes": "KPU's minutes",
        "ours": "Covered in",
        "our_minutes": "Minutes here",
        "source": "Source",
        "hours": "{} hours {} minutes",
    },
}


def build(kpu: Sequence[KpuModule], known: Register, docs: Path) -> list[Path]:
    """Write the page in every language below ``docs``; give the files that changed."""
    written = []
    for language in LANGUAGES:
        path = docs / language / PAGE
        covering = {item.halaman for item in kpu if item.halaman}
        titles = {name: source.title(name, language, docs) for name in covering}
        text = render(modules(language, docs), kpu, known, titles, language)
        if write_if_changed(path, text):
            written.append(path)
    return written


def render(
    listed: Sequence[Module],
    kpu: Sequence[KpuModule],
    known: Register,
    titles: Mapping[str, str],
    language: str,
) -> str:
    """Give the Markdown of the page; ``titles`` are those of pages that cover a KPU module."""
    words = _WORDS[language]
    minutes = _minutes(listed)
    hours = words["hours"].format(*divmod(minutes, 60))
    parts = [
        *page_head(words["title"], words["description"]),
        words["intro"].format(count=len(listed), minutes=minutes, hours=hours),
        "",
        words["choose"],
        "",
        *_overview(listed, language),
        *_readers(listed, language),
        *_aims(listed, language),
        *_kpu(listed, kpu, known, titles, language),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _minutes(listed: Sequence[Module]) -> int:
    return sum(module.meta.durasi for module in listed)


def _link(name: str, text: str) -> str:
    return f"[{escape(text)}]({relpath(name, PAGE.rpartition('/')[0])})"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [header, ["---"] * len(header), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def _overview(listed: Sequence[Module], language: str) -> list[str]:
    words = _WORDS[language]
    rows = []
    for module in listed:
        meta = module.meta
        exercise = (
            _link(f"latihan/{meta.latihan}", words["exercise"])
            if meta.latihan
            else f"[{words['own']}](../{module.name}#cek-pemahaman)"
        )
        kpu = ", ".join(map(str, meta.modul_kpu)) or "–"
        title = _link(module.name, meta.title)
        rows.append([str(module.number), title, str(meta.durasi), kpu, exercise])
    rows.append(["–", f"**{words['total']}**", f"**{_minutes(listed)}**", "–", "–"])
    header = [words[key] for key in ("number", "module", "minutes", "kpu", "exercise")]
    return [f"## {words['modules']} {{ #modul-dan-menit }}", "", *_table(header, rows)]


def _readers(listed: Sequence[Module], language: str) -> list[str]:
    words = _WORDS[language]
    rows = []
    for role in Role:
        theirs = [module for module in listed if role in module.meta.peran]
        rows.append([role_name(role, language), str(len(theirs)), str(_minutes(theirs))])
    header = [words[key] for key in ("reader", "how_many", "minutes")]
    return [f"## {words['readers']} {{ #menit-tiap-pembaca }}", "", *_table(header, rows)]


def _aims(listed: Sequence[Module], language: str) -> list[str]:
    words = _WORDS[language]
    lines = [f"## {words['aims']} {{ #tujuan }}", "", words["aims_intro"], ""]
    for module in listed:
        heading = f"### {module.number}. {escape(module.meta.title)} {{ #tujuan-{module.number} }}"
        lines += [heading, "", *(f"- {escape(aim)}" for aim in module.meta.tujuan), ""]
    return lines


def _kpu(
    listed: Sequence[Module],
    kpu: Sequence[KpuModule],
    known: Register,
    titles: Mapping[str, str],
    language: str,
) -> list[str]:
    words = _WORDS[language]
    rows = []
    for item in kpu:
        ours = [module for module in listed if item.nomor in module.meta.modul_kpu]
        where = ", ".join(_link(module.name, str(module.number)) for module in ours)
        if item.halaman:
            page = _link(item.halaman, titles[item.halaman])
            where = ", ".join(filter(None, (where, page)))
        entry = known.entries.get(item.sumber)
        cited = "–"
        if entry:
            cited = f"[{escape(entry.label(language))}](../referensi/dasar-hukum.md#{entry.id})"
        rows.append([
            f"{item.nomor}. {escape(item.title(language))}",
            str(item.menit or "–"),
            where or "–",
            str(_minutes(ours) or "–"),
            cited,
        ])  # fmt: skip
    header = [words[key] for key in ("kpu_module", "kpu_minutes", "ours", "our_minutes", "source")]
    lines = [f"## {words['kpu_title']} {{ #empat-modul-kpu }}", "", words["kpu_intro"], ""]
    lines += [words["kpu_more"], ""]
    return lines + _table(header, rows)
