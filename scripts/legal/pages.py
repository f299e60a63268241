"""The page *dasar hukum* and the list of sources below each page, made from the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from posixpath import relpath
from urllib.parse import quote, urlencode

from babel.dates import format_date

from scripts.legal.citations import MARK, cited_ids
from scripts.legal.register import Entry, Grade, Register
from scripts.markup import escape, link_to, page_head
from scripts.pages.source import Page, read_all
from scripts.paths import LANGUAGES, LOCALES, REPO, SOURCE_LANGUAGE, write_if_changed

PAGE = "referensi/dasar-hukum.md"

_WORDS = {
    "id": {
        "title": "Dasar hukum",
        "description": "Semua sumber yang dirujuk halaman situs ini: peraturan, putusan, buku "
        "panduan KPU, dan laporan, dengan mutu tiap sumber.",
        "intro": "Setiap aturan di situs ini menyebut sumbernya, dan setiap sumber ada di halaman "
        "ini. Pokok aturan ditulis dengan kalimat kami sendiri; bunyi resminya ada pada naskah "
        "peraturan. Arti mutu A, B, dan C dijelaskan di [Referensi](index.md).",
        "dates": "«Diperiksa» adalah tanggal baris itu terakhir dicocokkan dengan catatan kami. "
        "Alamat yang disebut mungkin sudah berubah sejak dibaca.",
        "edition": "Edisi: Pemilu 14 Februari 2024.",
        "kinds": "Daftar instrumen",
        "A": "Mutu A",
        "B": "Mutu B",
        "C": "Mutu C, perlu verifikasi",
        "seen": "Dilihat di",
        "unseen": "alamat halaman tidak tersimpan",
        "used": "Dipakai di",
        "verify": "Daftar perlu verifikasi",
        "verify_intro": "Butir berikut baru didukung satu sumber. Halaman yang memakainya memberi "
        "tanda «perlu verifikasi». Periksa ke naskah resmi sebelum mengajarkannya. Anda punya "
        "naskahnya? Tekan «Kirim hasil pemeriksaan»: formulirnya sudah terisi sebagian.",
        "report": "Kirim hasil pemeriksaan",
        "report_title": "Verifikasi",
        "checked": "Diperiksa",
        "verify_none": "Tidak ada butir bermutu C yang dipakai halaman.",
        "sources": "Sumber",
        "entries": "sumber",
    },
    "en": {
        "title": "Legal basis",
        "description": "Every source that the pages of this site cite: laws, rulings, KPU's "
        "manual, letters and reports, with the grade of each.",
        "intro": "Every rule on this site names its source, and every source is on this page. The "
        "gist is in our own words; the official wording is in the regulation itself. "
        "[Reference](index.md) explains the grades A, B and C.",
        "dates": "“Checked” is the day a row was last compared with our notes. The pages it names "
        "may have changed since they were read.",
        "edition": "Edition: election of 14 February 2024.",
        "kinds": "List of instruments",
        "A": "Grade A",
        "B": "Grade B",
        "C": "Grade C, needs verification",
        "seen": "Seen at",
        "unseen": "address of the page not kept",
        "used": "Used in",
        "verify": "Needs verification",
        "verify_intro": "The following items rest on a single source so far. Pages that use them "
        "say “needs verification”. Check them against the official text before you teach them. If "
        "you have the text, press “Report what you found”: the form is partly filled in.",
        "report": "Report what you found",
        "report_title": "Verification",
        "checked": "Checked",
        "verify_none": "No page uses an item of grade C.",
        "sources": "Sources",
        "entries": "sources",
    },
}


def build(register: Register, docs: Path) -> list[Path]:
    """Write the page in every language below ``docs``; give the files that changed."""
    written = []
    sources = read_all(docs, SOURCE_LANGUAGE)
    for language in LANGUAGES:
        # Where a translation is missing the Indonesian page is shown, and its citations count.
        shown = {**sources, **read_all(docs, language)}
        pages = [page for page in shown.values() if page.cites]
        path = docs / language / PAGE
        if write_if_changed(path, render(register, pages, language)):
            written.append(path)
    return written


def render(register: Register, pages: Iterable[Page], language: str) -> str:
    """Give the Markdown of the page: cited entries only, by instrument, then those of grade C."""
    words = _WORDS[language]
    users = _users(pages)
    cited = Register(
        register.instruments,
        {key: entry for key, entry in register.entries.items() if key in users},
    )
    shown = [(item, cited.of(item)) for item in cited.instruments.values()]
    shown = [(item, entries) for item, entries in shown if entries]
    lines = [
        *page_head(words["title"], words["description"], "hide: [toc]", "search:", "  boost: 0.5"),
        f"{words['intro']} {words['edition']}",
        "",
        words["dates"],
        "",
        f"## {words['kinds']} {{ #daftar-instrumen }}",
        "",
    ]
    lines += [
        f"- [{escape(item.short[language])}](#{item.id}): {escape(item.title[language])} "
        f"({len(entries)} {words['entries']})"
        for item, entries in shown
    ]
    lines += [f"- [{words['verify']}](#perlu-verifikasi)", ""]
    for item, entries in shown:
        lines += [f"## {escape(item.short[language])} {{ #{item.id} }}", ""]
        lines += [escape(item.title[language]) + ".", ""]
        for entry in entries:
            lines += _entry(entry, users[entry.id], language)
    lines += _to_verify([e for _, entries in shown for e in entries], users, language)
    return "\n".join(lines).rstrip() + "\n"


def _entry(entry: Entry, users: list[Page], language: str) -> list[str]:
    words = _WORDS[language]
    seen = ", ".join(link_to(address) for address in entry.seen_at) or words["unseen"]
    return [
        f"### {escape(entry.label(language))} {{ #{entry.id} }}",
        "",
        escape(entry.gist[language]),
        "",
        f"**{words[entry.grade]}.** {words['checked']} "
        f"{format_date(entry.checked, 'long', locale=LOCALES[language])}. {words['seen']}: {seen}. "
        f"{words['used']}: {_links(users)}.",
        "",
    ]


def _to_verify(entries: list[Entry], users: dict[str, list[Page]], language: str) -> list[str]:
    words = _WORDS[language]
    doubtful = [entry for entry in entries if entry.grade is Grade.C]
    lines = [f"## {words['verify']} {{ #perlu-verifikasi }}", ""]
    if not doubtful:
        return [*lines, words["verify_none"]]
    lines += [words["verify_intro"], ""]
    return lines + [
        f"- [{escape(entry.label(language))}](#{entry.id}): {escape(entry.gist[language])} "
        f"{words['used']}: {_links(users[entry.id])}. {_report_link(entry, language)}."
        for entry in doubtful
    ]


def _report_link(entry: Entry, language: str) -> str:
    """Give a link to GitHub's form, filled in with what is to be checked."""
    words = _WORDS[language]
    filled = {
        "template": "verifikasi.yml",
        "title": f"{words['report_title']}: {entry.label(language)}",
        "butir": entry.id,
    }
    address = f"{REPO}/issues/new?{urlencode(filled, quote_via=quote)}"
    return f"[{words['report']}: {escape(entry.part[language] or entry.id)}]({address})"


def _users(pages: Iterable[Page]) -> dict[str, list[Page]]:
    users: dict[str, list[Page]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: page.name):
        for cited in cited_ids(page):
            users[cited].append(page)
    return users


def _links(pages: list[Page]) -> str:
    start = PAGE.rpartition("/")[0]
    return ", ".join(
        f"[{escape(str(page.meta.get('title', page.name)))}]({relpath(page.name, start)})"
        for page in pages
    )


def sources_section(page: Page, register: Register) -> str:
    """Give the Markdown of the section *Sumber* for ``page``; empty if it cites nothing."""
    words = _WORDS[page.language]
    entries = {key: register.entries[key] for key in cited_ids(page) if key in register.entries}
    if not entries:
        return ""
    cited = Register(register.instruments, entries)
    target = relpath(PAGE, page.name.rpartition("/")[0] or ".")
    lines = [f"## {words['sources']} {{ #sumber }}", ""]
    for instrument in register.instruments.values():
        if own := cited.of(instrument):
            places = "; ".join(_place(entry, target, page.language) for entry in own)
            lines.append(f"- {escape(instrument.short[page.language])}: {places}")
    return "\n".join(lines) + "\n"


def _place(entry: Entry, target: str, language: str) -> str:
    """Give a link named after the place within the instrument, with its mark if it is grade C."""
    mark = f" **({MARK[language]})**" if entry.grade is Grade.C else ""
    name = entry.part[language] or entry.instrument.short[language]
    return f"[{escape(name)}]({target}#{entry.id}){mark}"
