"""Checks of ballot cases: marks on the sheet, sources, grades, and the verdict against the rules.

The verdict is derived anew from the marks (``rules.decide``) and compared with what the case says:
a drawing can never contradict its answer (codes SUR004–SUR009).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from scripts.ballots.layout import Election, Kind
from scripts.ballots.model import (
    AboutCandidate,
    Case,
    Elsewhere,
    Fold,
    Hole,
    Mark,
    Read,
    Scribble,
    Tear,
    Verdict,
    Writing,
)
from scripts.ballots.rules import RADIUS, SOURCES, Spot, decide, hit, target
from scripts.legal.register import Grade, Register
from scripts.problems import Problem

#: About how wide and high a written letter is drawn.
_LETTER, _LINE = 4.2, 8.0
_LEVELS = "A, B, atau C (C hanya untuk `belum pasti`)"


def check(read: Read, register: Register) -> Iterator[Problem]:
    """Yield every problem of the cases that could be read."""
    for index, case in read.cases.items():
        misplaced = [*_marks(index, case, read), *_circumstances(index, case, read)]
        yield from misplaced
        yield from _sources(index, case, read, register)
        yield from _grade(index, case, read, register)
        yield from _one_language(index, case, read)
        if not misplaced:
            yield from _verdict(index, case, read)


def _marks(index: int, case: Case, read: Read) -> Iterator[Problem]:
    sheet = case.layout.sheet
    for number, mark in enumerate(case.tanda):
        key = (index, "tanda", number)
        if isinstance(mark, Fold) and (mark.x is None) == (mark.y is None):
            message = f"Kasus {case.id}: garis lipatan ditulis dengan `x` saja atau `y` saja."
            yield read.problem(key, "SUR004", message)
        elif any(not sheet.holds(x, y) for x, y in _corners(mark, sheet.width)):
            message = (
                f"Kasus {case.id}: {mark.jenis} keluar dari lembar; lembar ini "
                f"{sheet.width:g} × {sheet.height:g} mm, dihitung dari sudut kiri atas."
            )
            yield read.problem(key, "SUR004", message)
        elif isinstance(mark, Hole) and hit(mark, case.layout).spot is Spot.UNCLEAR:
            message = (
                f"Kasus {case.id}: letak lubang meragukan. Geser sedikitnya {RADIUS:g} mm dari "
                "garis kolom, atau tepat ke atas garisnya."
            )
            yield read.problem(key, "SUR004", message)


def _corners(mark: Mark, width: float) -> list[tuple[float, float]]:
    """Points that must lie on the sheet."""
    if isinstance(mark, Fold):
        return [(mark.x or 0, mark.y or 0)]
    if isinstance(mark, Tear):
        return [(width - mark.panjang, mark.y - 8), (width, mark.y + 8)]
    if isinstance(mark, Writing):
        return [(mark.x, mark.y - _LINE), (mark.x + _LETTER * len(mark.teks), mark.y)]
    if isinstance(mark, Scribble):
        return [(mark.x, mark.y), (mark.x + mark.lebar, mark.y + mark.tinggi)]
    return [(mark.x - RADIUS, mark.y - RADIUS), (mark.x + RADIUS, mark.y + RADIUS)]


def _circumstances(index: int, case: Case, read: Read) -> Iterator[Problem]:
    """Yield what is said to be known about somebody who is not on this ballot."""
    for number, fact in enumerate(case.keadaan):
        if isinstance(fact, Elsewhere):
            fits = case.pemilihan is not Election.PPWP
        elif isinstance(fact, AboutCandidate):
            fits = bool(case.layout.column(Kind.CANDIDATE, fact.partai, fact.calon))
        else:
            fits = bool(case.layout.column(Kind.PARTY, fact.partai))
        if not fits:
            message = (
                f"Kasus {case.id}: keadaan «{fact.jenis}» tidak cocok dengan surat suara ini; "
                "tulis partai dan nomor calon yang ada di lembarnya."
            )
            yield read.problem((index, "keadaan", number), "SUR005", message)


def _sources(index: int, case: Case, read: Read, register: Register) -> Iterator[Problem]:
    for number, source in enumerate(case.sumber):
        if source not in register.entries:
            near = difflib.get_close_matches(source, register.entries, 1)
            hint = f"Mungkin maksud Anda `{near[0]}`?" if near else "Tambahkan barisnya dulu."
            message = f"Kasus {case.id}: `{source}` tidak ada di data/dasar-hukum.csv. {hint}"
            yield read.problem((index, "sumber", number), "SUR006", message)


def _grade(index: int, case: Case, read: Read, register: Register) -> Iterator[Problem]:
    grades = [register.entries[key].grade for key in case.sumber if key in register.entries]
    if grades and case.mutu < min(grades):
        message = (
            f"Kasus {case.id}: mutu {case.mutu} lebih baik daripada sumber terbaiknya "
            f"({min(grades)}); tulis `mutu: {min(grades)}` atau tambahkan sumber."
        )
        yield read.problem((index, "mutu"), "SUR007", message)
    is_open = case.putusan is Verdict.OPEN
    if is_open != (case.mutu is Grade.C):
        message = (
            f"Kasus {case.id}: mutu {case.mutu} tidak cocok dengan putusan «{case.putusan}»; "
            f"seharusnya {_LEVELS}."
        )
        yield read.problem((index, "mutu"), "SUR007", message)
    if case.kuis and is_open:
        message = f"Kasus {case.id}: yang belum pasti tidak boleh masuk kuis; tulis `kuis: false`."
        yield read.problem((index, "kuis"), "SUR007", message)


def _verdict(index: int, case: Case, read: Read) -> Iterator[Problem]:
    """Yield where the case contradicts its own marks."""
    ruling = decide(case)
    derived = ruling.verdict if ruling else Verdict.OPEN
    if derived is not case.putusan:
        reason = f"aturan «{ruling.rule}»" if ruling else "tidak ada aturan tertulis yang cocok"
        message = (
            f"Kasus {case.id}: putusan «{case.putusan}» bertentangan dengan tandanya; dari "
            f"gambarnya seharusnya «{derived}» ({reason})."
        )
        yield read.problem((index, "putusan"), "SUR008", message)
        return
    wanted = str(ruling.target) if ruling and ruling.target else ""
    if case.untuk != wanted:
        hint = "" if target(case.untuk) or not case.untuk else "; nama itu tidak dikenal"
        message = (
            f"Kasus {case.id}: `untuk` berisi «{case.untuk}», menurut tandanya seharusnya "
            f"«{wanted}»{hint}."
        )
        yield read.problem((index, "untuk"), "SUR008", message)
    if ruling and not set(SOURCES[ruling.rule]) & set(case.sumber):
        message = (
            f"Kasus {case.id}: sumber aturan «{ruling.rule}» belum disebut; tambahkan "
            f"{' atau '.join(f'`{key}`' for key in SOURCES[ruling.rule])}."
        )
        yield read.problem((index, "sumber"), "SUR009", message)


def _one_language(index: int, case: Case, read: Read) -> Iterator[Problem]:
    if bool(case.salah_kaprah) != bool(case.salah_kaprah_en):
        message = f"Kasus {case.id}: `salah_kaprah` dan `salah_kaprah_en` ditulis keduanya."
        yield read.problem((index, "salah_kaprah"), "SUR002", message)
