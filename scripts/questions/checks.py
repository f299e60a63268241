"""Checks of test questions (codes SOA003–SOA014): one by one, against their module and the register
of sources, and as a test that cannot be passed by guessing from its form.

Whoever knows nothing must not pass by always taking the same place or the longest option.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scripts.legal.register import Grade, Register
from scripts.pages.source import Page
from scripts.paths import LANGUAGES, SOURCE_LANGUAGE, relative
from scripts.problems import Problem
from scripts.questions.model import Question, Read, ReadSettings, texts
from scripts.questions.modules import Modules, modules
from scripts.translations.checks import figures

#: How many questions a module and all modules together need.
PER_MODULE, TOTAL = 8, 120
#: No place may hold more of a file's right answers, nor the right option be the longest more often.
MOST = 0.6
#: With fewer questions a share says nothing.
_ENOUGH_KEYS, _ENOUGH_LENGTHS = 5, 4
#: An option is clearly the longest from this much over the next: as a factor, and in letters.
_LONGER, _LETTERS_MORE = 1.15, 5
#: Options that name other options; their order on paper is drawn.
_ABOUT_OPTIONS = re.compile(
    r"\b(semua(nya)? (benar|salah)|semua (jawaban|pilihan)|(jawaban|pilihan) (di )?atas|"
    r"(all|none|both) of (the above|these)|[A-D] (dan|and|atau|or) [A-D])\b",
    re.IGNORECASE,
)


def check(
    files: Sequence[Read], settings: ReadSettings, register: Register, docs: Path, folder: Path
) -> Iterator[Problem]:
    """Yield every problem of the questions that could be read.

    ``docs`` has the modules that questions are about, ``folder`` is where the files lie.
    """
    pages = modules(docs)
    for read in files:
        taught = pages.get(read.module, {})
        if not taught:
            yield read.problem((), "SOA003", _no_module(read, pages))
        for index, question in read.questions.items():
            yield from _options(index, question, read)
            yield from _sections(index, question, read, taught)
            yield from _sources(index, question, read, register)
            yield from _wording(index, question, read)
            yield from _figures(index, question, read)
        yield from _spread(read)
        for language in LANGUAGES:
            yield from _lengths(read, language)
    yield from _same_names(files)
    yield from _same_situations(files)
    yield from _numbers(files, pages, settings, folder)


def _no_module(read: Read, pages: Modules) -> str:
    known = ", ".join(f"{number:02}.yml" for number in sorted(pages))
    return f"`{Path(read.file).name}` bukan nomor modul; berkas soal bernama {known}."


def _options(index: int, question: Question, read: Read) -> Iterator[Problem]:
    """Yield options that stand twice or in one language only, and a key that names none."""
    count = len(question.pilihan)
    if not 1 <= question.benar <= count:
        message = f"Soal {question.id}: `benar` {question.benar}, seharusnya 1 sampai {count}."
        yield read.problem((index, "benar"), "SOA005", message)
    if len(question.pilihan_en) != count:
        message = (
            f"Soal {question.id}: `pilihan_en` berisi {len(question.pilihan_en)} butir, "
            f"seharusnya {count} seperti `pilihan`, dengan urutan yang sama."
        )
        yield read.problem((index, "pilihan_en"), "SOA005", message)
    for key in ("pilihan", "pilihan_en"):
        seen: dict[str, int] = {}
        for place, option in enumerate(getattr(question, key)):
            if (first := seen.setdefault(_flat(option), place)) != place:
                message = (
                    f"Soal {question.id}: butir ke-{place + 1} dari `{key}` sama dengan butir "
                    f"ke-{first + 1}; bedakan."
                )
                yield read.problem((index, key, place), "SOA004", message)


def _sections(
    index: int, question: Question, read: Read, taught: dict[str, Page]
) -> Iterator[Problem]:
    for page in taught.values():
        anchors = {heading.id: None for heading in page.headings if heading.level > 1}
        if question.bagian not in anchors:
            near = difflib.get_close_matches(question.bagian, anchors, 1)
            hint = f"mungkin `{near[0]}`" if near else f"pilihannya {', '.join(anchors)}"
            message = (
                f"Soal {question.id}: `bagian` «{question.bagian}» bukan jangkar judul di "
                f"{relative(page.path)}; {hint}."
            )
            yield read.problem((index, "bagian"), "SOA006", message)
            return


def _sources(index: int, question: Question, read: Read, register: Register) -> Iterator[Problem]:
    for number, key in enumerate(question.sumber):
        entry = register.entries.get(key)
        if entry is None:
            near = difflib.get_close_matches(key, register.entries, 1)
            hint = f"Mungkin maksud Anda `{near[0]}`?" if near else "Tambahkan barisnya dulu."
            message = f"Soal {question.id}: `{key}` tidak ada di data/dasar-hukum.csv. {hint}"
            yield read.problem((index, "sumber", number), "SOA007", message)
        elif entry.grade is Grade.C:
            message = (
                f"Soal {question.id}: `{key}` bermutu C (perlu verifikasi), jadi tidak boleh "
                "menjadi kunci; pakai sumber bermutu A atau B, atau hapus soalnya."
            )
            yield read.problem((index, "sumber", number), "SOA008", message)


def _wording(index: int, question: Question, read: Read) -> Iterator[Problem]:
    for key in ("situasi", "situasi_en"):
        if not getattr(question, key).endswith("?"):
            message = f"Soal {question.id}: `{key}` harus berakhir dengan pertanyaan («…?»)."
            yield read.problem((index, key), "SOA009", message)
    for key in ("pilihan", "pilihan_en"):
        for place, option in enumerate(getattr(question, key)):
            if match := _ABOUT_OPTIONS.search(option):
                message = (
                    f"Soal {question.id}: «{match[0]}» menunjuk pilihan lain, padahal urutannya "
                    "diacak; tulis pilihan yang berdiri sendiri."
                )
                yield read.problem((index, key, place), "SOA009", message)


def _figures(index: int, question: Question, read: Read) -> Iterator[Problem]:
    """Yield translations whose figures differ: a reader of English would learn another rule."""
    for key, ours, theirs in texts(question):
        wanted, given = figures(ours), figures(theirs)
        if wanted != given:
            message = (
                f"Soal {question.id}: angka di `{key[0]}` berbeda dari bahasa Indonesia: "
                f"{_listed(given)}, seharusnya {_listed(wanted)}."
            )
            yield read.problem((index, *key), "SOA010", message)


def _listed(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "tidak ada angka"


def _spread(read: Read) -> Iterator[Problem]:
    places = Counter(question.benar for question in read.questions.values())
    total = places.total()
    if total < _ENOUGH_KEYS:
        return
    place, count = places.most_common(1)[0]
    if count > MOST * total:
        first = next(i for i, question in read.questions.items() if question.benar == place)
        message = (
            f"{count} dari {total} soal berkunci `benar: {place}`; paling banyak "
            f"{int(MOST * total)} di satu tempat. Pindahkan pilihan yang benar."
        )
        yield read.problem((first, "benar"), "SOA011", message)


def clearly_longest(options: Sequence[str]) -> int | None:
    """Give the place (from 1) of the option that anybody sees to be the longest, if one is."""
    lengths = sorted((len(option) for option in options), reverse=True)
    if lengths[0] < max(_LONGER * lengths[1], lengths[1] + _LETTERS_MORE):
        return None
    return next(i for i, option in enumerate(options, 1) if len(option) == lengths[0])


def _lengths(read: Read, language: str) -> Iterator[Problem]:
    longest = {
        index: place == question.benar
        for index, question in read.questions.items()
        if (place := clearly_longest(question.options(language)))
    }
    right = [read.questions[index].id for index, is_right in longest.items() if is_right]
    if len(longest) >= _ENOUGH_LENGTHS and len(right) > MOST * len(longest):
        key = "pilihan" if language == SOURCE_LANGUAGE else "pilihan_en"
        first = next(index for index, is_right in longest.items() if is_right)
        message = (
            f"Pilihan yang jelas terpanjang di `{key}` benar pada {len(right)} dari "
            f"{len(longest)} soal ({', '.join(right)}); paling banyak {int(MOST * len(longest))}. "
            "Ringkas jawaban benarnya, atau lengkapi pengecohnya."
        )
        yield read.problem((first, key), "SOA012", message)


def _same_names(files: Iterable[Read]) -> Iterator[Problem]:
    seen: set[str] = set()
    for read in files:
        for index, question in read.questions.items():
            if read.module and question.module != read.module:
                message = f"id `{question.id}` di berkas ini harus diawali `m{read.module:02}-`."
                yield read.problem((index, "id"), "SOA003", message)
            if question.id in seen:
                message = f"id `{question.id}` sudah dipakai; beri nomor berikutnya."
                yield read.problem((index, "id"), "SOA003", message)
            seen.add(question.id)


def _same_situations(files: Iterable[Read]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for read in files:
        for index, question in read.questions.items():
            for key in ("situasi", "situasi_en"):
                text = (key, _flat(getattr(question, key)))
                if first := seen.get(text):
                    message = f"Soal {question.id}: `{key}` sama dengan soal {first}; bedakan."
                    yield read.problem((index, key), "SOA004", message)
                seen.setdefault(text, question.id)


def _flat(text: str) -> str:
    """Give ``text`` as it is compared: whoever reads does not see case and spaces."""
    return " ".join(text.casefold().split()).rstrip(".")


def _numbers(
    files: Sequence[Read], pages: Modules, settings: ReadSettings, folder: Path
) -> Iterator[Problem]:
    """Yield modules with too few questions, a bank that is too small, a test it cannot fill."""
    by_module = {read.module: read for read in files}
    for module in sorted(pages):
        if module not in by_module:
            message = f"Modul {module} belum punya soal; buat berkasnya, sedikitnya {PER_MODULE}."
            file = relative(folder / f"{module:02}.yml")
            yield Problem(file, 1, 1, "SOA013", message)
    for read in files:
        if read.module and len(read.questions) < PER_MODULE:
            message = f"Baru {len(read.questions)} soal yang terbaca; sedikitnya {PER_MODULE}."
            yield read.problem((), "SOA013", message)
    total = sum(len(read.questions) for read in files)
    if total < TOTAL:
        message = f"Bank soal berisi {total} soal yang terbaca; sedikitnya {TOTAL}."
        yield settings.problem((), "SOA013", message)
    fewest = min((len(read.questions) for read in files), default=0)
    if PER_MODULE <= fewest < 2 * settings.settings.per_modul:
        message = (
            f"`per_modul` {settings.settings.per_modul} memerlukan "
            f"{2 * settings.settings.per_modul} soal tiap modul untuk dua naskah; modul tersedikit "
            f"berisi {fewest}. Tulis paling besar {fewest // 2}."
        )
        yield settings.problem(("per_modul",), "SOA014", message)
