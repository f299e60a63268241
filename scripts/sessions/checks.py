"""Checks of session plans: minutes, hours, lectures, breaks, pages, and both languages.

What a plan promises must be possible in the room: sums agree (SES003–SES005, SES009), people rest
and practise (SES008, SES010), every projected page is there (SES006, SES007), and the English
text says the same (SES011).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from scripts.paths import LANGUAGES, SOURCE_LANGUAGE, relative
from scripts.problems import Problem, Severity
from scripts.sessions import clock
from scripts.sessions.model import Block, Cut, Kind, Meeting, Plan, Read, where
from scripts.sessions.shown import Shown, is_generated
from scripts.translations.checks import figures
from scripts.yaml_file import Key

#: Minutes that a facilitator talks without a pause, at the most; a share of all in a hundred.
MAX_LECTURE, MAX_TALKING = 15, 40
#: Minutes that people sit without a break, at the most.
MAX_SITTING = 120
#: What is left of a break, however late it is.
MIN_BREAK = 5
#: A plan of this many minutes or more lets people practise, not only listen.
WITH_PRACTICE = 60
#: Letters of one step or material: five lines on a phone.
MAX_LINE = 170

_MODULE = re.compile(r"modul/\d\d-[a-z0-9-]+\.md")
_PRACTICE = (Kind.EXERCISE, Kind.SIMULATION)


def check(read: Read, shown: Shown) -> Iterator[Problem]:
    """Yield every problem of a plan that could be read."""
    plan = read.plan
    if not plan:
        return
    yield from _sum(plan, read)
    yield from _texts((), plan, read, "judul", "ringkas", "untuk")
    yield from _talking(plan, read)
    yield from _practice(plan, read)
    yield from _cuts(plan, read)
    for number, meeting in enumerate(plan.pertemuan):
        way: Key = ("pertemuan", number)
        yield from _texts(way, meeting, read, "judul")
        yield from _hours(way, meeting, read)
        yield from _sitting(way, meeting, read)
        for index, block in enumerate(meeting.blok):
            yield from _block((*way, "blok", index), block, read, shown)


def _block(way: Key, block: Block, read: Read, shown: Shown) -> Iterator[Problem]:
    yield from _complete(way, block, read)
    yield from _lecture(way, block, read)
    yield from _both_languages(way, block, read)
    yield from _page(way, block, read, shown)


def _sum(plan: Plan, read: Read) -> Iterator[Problem]:
    total = sum(block.menit for block in plan.blocks)
    if total != plan.menit:
        message = f"`menit` berisi {plan.menit}, padahal jumlah blok {total}; samakan keduanya."
        yield read.problem(("menit",), "SES003", message)


def _hours(way: Key, meeting: Meeting, read: Read) -> Iterator[Problem]:
    minutes = sum(block.menit for block in meeting.blok)
    end = clock.parse(meeting.mulai) + minutes
    if end >= clock.DAY:
        message = (
            f"{where(way)}mulai {meeting.mulai} selama {minutes} menit berakhir pukul "
            f"{clock.show(end)} hari berikutnya; mulai lebih awal atau bagi dua pertemuan."
        )
        yield read.problem((*way, "mulai"), "SES004", message)


def _lecture(way: Key, block: Block, read: Read) -> Iterator[Problem]:
    if block.jenis is Kind.BREAK:
        most, reason = 0, "istirahat tidak berisi ceramah"
    else:
        most = min(MAX_LECTURE, block.menit)
        reason = f"paling banyak {most}: sesudah itu peserta mencoba"
    if block.ceramah > most:
        message = f"{where(way)}`ceramah` {block.ceramah} menit; {reason}."
        yield read.problem((*way, "ceramah"), "SES005", message)


def _talking(plan: Plan, read: Read) -> Iterator[Problem]:
    if 100 * plan.talking > MAX_TALKING * plan.learning:
        message = (
            f"Ceramah seluruhnya {plan.talking} dari {plan.learning} menit belajar; paling banyak "
            f"{MAX_TALKING} %. Pendekkan ceramah, atau tambah latihan."
        )
        yield read.problem((), "SES005", message)


def _complete(way: Key, block: Block, read: Read) -> Iterator[Problem]:
    """Yield what a block that is no break leaves unsaid."""
    if block.jenis is Kind.BREAK:
        return
    for key in ("cara", "cara_en", "tujuan", "tujuan_en"):
        if not getattr(block, key).strip():
            message = f"{where(way)}`{key}` belum ada; hanya istirahat yang tidak memerlukannya."
            yield read.problem(way, "SES002", message)


def _page(way: Key, block: Block, read: Read, shown: Shown) -> Iterator[Problem]:
    name = block.halaman
    is_module = bool(name and _MODULE.fullmatch(name))
    if block.jenis is Kind.MODULE and not is_module:
        written = f"`halaman` berisi `{name}`" if name else "`halaman` belum ada"
        message = (
            f"{where(way)}{written}; blok modul menampilkan halaman seperti "
            "`modul/05-pemungutan-suara.md`."
        )
        yield read.problem((*way, "halaman"), "SES006", message)
    elif name:
        yield from _is_there(way, name, read, shown)
    if block.bagian and not name:
        message = f"{where(way)}`bagian` ada tanpa `halaman`; tulis halamannya atau hapus `bagian`."
        yield read.problem((*way, "bagian"), "SES006", message)
    elif name and not is_generated(name):
        yield from _sections(way, block, name, read, shown)


def _is_there(way: Key, name: str, read: Read, shown: Shown) -> Iterator[Problem]:
    """Yield where a page is missing; a missing translation only warns, as everywhere."""
    if is_generated(name):
        return
    for language in LANGUAGES:
        if shown.page(name, language):
            continue
        folder = shown.docs / language
        pages = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md")]
        near = difflib.get_close_matches(name, pages, 1, 0.8)
        hint = f" Mungkin maksud Anda `{near[0]}`?" if near else ""
        place = relative(folder / name)
        message = f"{where(way)}halaman `{place}` tidak ada.{hint}"
        severity = Severity.ERROR if language == SOURCE_LANGUAGE else Severity.WARNING
        yield _with(read.problem((*way, "halaman"), "SES006", message), severity)


def _with(problem: Problem, severity: Severity) -> Problem:
    return Problem(
        problem.file, problem.line, problem.column, problem.code, problem.message, severity
    )


def _sections(way: Key, block: Block, name: str, read: Read, shown: Shown) -> Iterator[Problem]:
    for language in LANGUAGES:
        if not shown.page(name, language):
            continue
        anchors = shown.anchors(name, language)
        for index, anchor in enumerate(block.bagian):
            if anchor in anchors:
                continue
            near = difflib.get_close_matches(anchor, anchors, 1)
            hint = f"mungkin maksud Anda `{near[0]}`?" if near else "salin dari judul bagiannya."
            place = relative(shown.docs / language / name)
            message = f"{where(way)}bagian `{anchor}` tidak ada di `{place}`; {hint}"
            yield read.problem((*way, "bagian", index), "SES007", message)


def _sitting(way: Key, meeting: Meeting, read: Read) -> Iterator[Problem]:
    sitting = 0
    for index, block in enumerate(meeting.blok):
        before, sitting = sitting, sitting + block.menit
        if block.jenis is Kind.BREAK:
            sitting = 0
        elif before <= MAX_SITTING < sitting:
            message = (
                f"{where((*way, 'blok', index))}peserta sudah duduk {sitting} menit tanpa "
                f"istirahat; beri jeda paling lambat setiap {MAX_SITTING} menit."
            )
            yield read.problem((*way, "blok", index), "SES008", message)


def _cuts(plan: Plan, read: Read) -> Iterator[Problem]:
    """Yield orders that stand twice, and blocks that would give more minutes than they have."""
    seen: dict[int, str] = {}
    for way, block, cut in cuts(plan):
        key = (*way, "pangkas")
        if cut.urutan in seen:
            message = (
                f"{where(way)}urutan pangkas {cut.urutan} sudah dipakai {seen[cut.urutan]}; "
                "beri nomor berikutnya."
            )
            yield read.problem((*key, "urutan"), "SES009", message)
        seen.setdefault(cut.urutan, where(way).removesuffix(": ").lower())
        most = block.menit - (MIN_BREAK if block.jenis is Kind.BREAK else 0)
        if cut.menit > most:
            message = (
                f"{where(way)}`pangkas` menghemat {cut.menit} dari {block.menit} menit; paling "
                f"banyak {most}."
            )
            yield read.problem((*key, "menit"), "SES009", message)


def cuts(plan: Plan) -> Iterator[tuple[Key, Block, Cut]]:
    """Yield the blocks that can be shortened, with the way to each in the file."""
    for number, meeting in enumerate(plan.pertemuan):
        for index, block in enumerate(meeting.blok):
            if block.pangkas:
                yield ("pertemuan", number, "blok", index), block, block.pangkas


def _practice(plan: Plan, read: Read) -> Iterator[Problem]:
    if plan.menit >= WITH_PRACTICE and not any(b.jenis in _PRACTICE for b in plan.blocks):
        message = (
            f"Rencana {WITH_PRACTICE} menit atau lebih harus punya sedikitnya satu blok `latihan` "
            "atau `simulasi`."
        )
        yield read.problem(("pertemuan",), "SES010", message)


def _both_languages(way: Key, block: Block, read: Read) -> Iterator[Problem]:
    yield from _texts(way, block, read, "judul", "tujuan", "cara")
    if block.pangkas:
        yield from _texts((*way, "pangkas"), block.pangkas, read, "cara")
    lists = {
        "cara": [block.steps(language) for language in LANGUAGES],
        "bahan": [list(block.materials(language)) for language in LANGUAGES],
    }
    for key, (ours, theirs) in lists.items():
        if len(ours) != len(theirs):
            message = (
                f"{where(way)}`{key}` berisi {len(ours)} butir, `{key}_en` {len(theirs)}; tulis "
                "butir yang sama dalam kedua bahasa."
            )
            yield read.problem((*way, f"{key}_en"), "SES011", message)
        yield from _long(way, key, [*ours, *theirs], read)
    for index, pair in enumerate(zip(block.bahan, block.bahan_en, strict=False)):
        yield from _figures((*way, "bahan_en", index), "bahan", *pair, read)


def _long(way: Key, key: str, lines: list[str], read: Read) -> Iterator[Problem]:
    for line in lines:
        if len(line) > MAX_LINE:
            message = (
                f"{where(way)}satu butir `{key}` panjangnya {len(line)} huruf; paling banyak "
                f"{MAX_LINE}. Bagi menjadi dua: «{line[:40]}…»."
            )
            yield read.problem((*way, key), "SES002", message)


def _texts(
    way: Key, item: Plan | Meeting | Block | Cut, read: Read, *keys: str
) -> Iterator[Problem]:
    """Yield texts whose figures differ between the languages."""
    for key in keys:
        ours, theirs = (item.text(key, language) for language in LANGUAGES)
        yield from _figures((*way, f"{key}_en"), key, ours, theirs, read)


def _figures(way: Key, key: str, ours: str, theirs: str, read: Read) -> Iterator[Problem]:
    wanted, given = figures(ours), figures(theirs)
    if wanted != given:
        different = sorted((wanted - given) + (given - wanted))
        message = (
            f"{where(way)}angka `{key}` dan `{key}_en` berbeda ({', '.join(different)}); tulis "
            "angka yang sama dalam kedua bahasa."
        )
        yield read.problem(way, "SES011", message)
