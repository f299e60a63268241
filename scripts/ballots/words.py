"""What is seen on a ballot paper, said in words: the text alternative of every drawing.

The words come from the same coordinates as the drawing, so that they tell the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.ballots.layout import Box, Column, Election, Kind, Layout, Part
from scripts.ballots.model import (
    AboutCandidate,
    Burn,
    Cancelled,
    Case,
    Circumstance,
    Fold,
    Mark,
    Scribble,
    Tear,
    Tick,
    WithoutList,
    Writing,
)
from scripts.ballots.rules import Hit, Spot, hit, is_near, opposite

NAMES = {
    "id": {
        Election.PPWP: "Presiden dan Wakil Presiden",
        Election.DPR: "DPR",
        Election.DPRD_PROVINCE: "DPRD Provinsi",
        Election.DPRD_REGENCY: "DPRD Kabupaten/Kota",
        Election.DPD: "DPD",
    },
    "en": {
        Election.PPWP: "President and Vice-President",
        Election.DPR: "DPR",
        Election.DPRD_PROVINCE: "DPRD Provinsi",
        Election.DPRD_REGENCY: "DPRD Kabupaten/Kota",
        Election.DPD: "DPD",
    },
}

_NUMBERS = {
    "id": ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan"),
    "en": ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"),
}
_WORDS: dict[str, dict[str, str]] = {
    "id": {
        "ballot": "Surat suara {name}, {signed}.",
        "signed": "bertanda tangan ketua KPPS",
        "unsigned": "tanpa tanda tangan ketua KPPS",
        "no holes": "Tidak ada lubang alat coblos.",
        "hole": "{number} lubang {places}.",
        "holes": "{number} lubang: {places}.",
        "mirrored": "{place}, simetris terhadap lipatan",
        Part.NUMBER: "pada nomor {owner}",
        Part.NAME: "pada nama {owner}",
        Part.PHOTO: "pada foto {owner}",
        Part.LOGO: "pada gambar {owner}",
        "pair logo": "pada gambar partai di kolom {owner}",
        "nameless": "pada baris nomor {number} {party} yang tanpa nama",
        "empty": "pada area kosong di bawah calon terakhir {party}",
        "column": "di kolom {owner}",
        "line": "tepat pada garis {side} kolom {owner}",
        "shared": "tepat pada garis antara {first} dan {second}",
        "gap": "di celah antara {first} dan {second}, menyentuh garis keduanya",
        "margin": "di luar semua kolom, di bagian {side} lembar",
        "left": "kiri",
        "right": "kanan",
        "upper": "atas",
        "lower": "bawah",
        "pair": "pasangan calon {number:02}",
        "candidate": "Calon {number} {party}",
        "area": "area kosong {party}",
        "burn": "Satu titik terbakar {place}.",
        "tick": "Tanda centang dari pena {place}.",
        "writing": "Ada tulisan «{text}» di lembar.",
        "scribble": "Ada coretan pena {place}.",
        "tear": "Tepi kanan lembar sobek.",
        "fold": "Garis lipatan mendatar tampak di lembar.",
        "fold upright": "Garis lipatan tegak tampak di lembar.",
        "calon-meninggal": "KPU mengumumkan {who} meninggal dunia.",
        "calon-tidak-memenuhi-syarat": "KPU mengumumkan {who} tidak lagi memenuhi syarat.",
        "baris-tanpa-nama": "Baris nomor {number} {party} tercetak tanpa nama.",
        "cancelled": "KPU membatalkan {party} sebagai peserta Pemilu {level}.",
        "without list": "{party} tidak mengajukan calon di daerah pemilihan ini.",
        "other district": "Surat suara ini milik daerah pemilihan lain.",
        "other province": "Surat suara ini milik provinsi lain.",
    },
    "en": {
        "ballot": "{name} ballot paper, {signed}.",
        "signed": "signed by the KPPS chair",
        "unsigned": "not signed by the KPPS chair",
        "no holes": "There is no hole made with the punching tool.",
        "hole": "{number} hole {places}.",
        "holes": "{number} holes: {places}.",
        "mirrored": "{place}, symmetrical to the fold",
        Part.NUMBER: "on the number of {owner}",
        Part.NAME: "on the name of {owner}",
        Part.PHOTO: "on the photo of {owner}",
        Part.LOGO: "on the logo of {owner}",
        "pair logo": "on a party logo in the column of {owner}",
        "nameless": "on line number {number} of {party}, which has no name",
        "empty": "on the empty area under the last candidate of {party}",
        "column": "in the column of {owner}",
        "line": "exactly on the {side} line of the column of {owner}",
        "shared": "exactly on the line between {first} and {second}",
        "gap": "in the gap between {first} and {second}, touching the lines of both",
        "margin": "outside all columns, in the {side} part of the sheet",
        "left": "left",
        "right": "right",
        "upper": "upper",
        "lower": "lower",
        "pair": "pair {number:02}",
        "candidate": "candidate {number} of {party}",
        "area": "the empty area of {party}",
        "burn": "One burned spot {place}.",
        "tick": "A tick in pen {place}.",
        "writing": "The words “{text}” are written on the sheet.",
        "scribble": "There is a scribble in pen {place}.",
        "tear": "The right edge of the sheet is torn.",
        "fold": "A horizontal fold shows on the sheet.",
        "fold upright": "An upright fold shows on the sheet.",
        "calon-meninggal": "KPU has announced that {who} has died.",
        "calon-tidak-memenuhi-syarat": "KPU has announced that {who} no longer qualifies.",
        "baris-tanpa-nama": "Line number {number} of {party} is printed without a name.",
        "cancelled": "KPU has cancelled {party} as a participant in the {level} election.",
        "without list": "{party} has proposed no candidates in this electoral district.",
        "other district": "This ballot paper belongs to another electoral district.",
        "other province": "This ballot paper belongs to another province.",
    },
}


def alternative(case: Case, language: str) -> str:
    """Say everything that is seen on the drawing of ``case``."""
    words = _WORDS[language]
    name, signed = NAMES[language][case.pemilihan], "signed" if case.ditandatangani else "unsigned"
    sentences = [words["ballot"].format(name=name, signed=words[signed])]
    sentences += known(case, language)
    sentences.append(_holes(case, language))
    sentences += _others(case, language)
    return " ".join(sentences)


def known(case: Case, language: str) -> list[str]:
    """Say what the KPPS knows about the ballot besides what is on it, a sentence each."""
    return [_circumstance(fact, case, language) for fact in case.keadaan]


def _circumstance(fact: Circumstance, case: Case, language: str) -> str:
    words = _WORDS[language]
    if isinstance(fact, AboutCandidate):
        who = _named(Kind.CANDIDATE, fact.partai, fact.calon, language)
        return words[fact.jenis].format(who=who, number=fact.calon, party=fact.partai)
    if isinstance(fact, Cancelled):
        level = NAMES[language][fact.tingkat]
        return words["cancelled"].format(party=fact.partai, level=level)
    if isinstance(fact, WithoutList):
        return words["without list"].format(party=fact.partai)
    return words["other district" if case.pemilihan.has_parties else "other province"]


def _holes(case: Case, language: str) -> str:
    words = _WORDS[language]
    if not case.holes:
        return words["no holes"]
    folds = [mark for mark in case.tanda if isinstance(mark, Fold)]
    places = []
    for index, hole in enumerate(case.holes):
        place = _place(hit(hole, case.layout), case, language)
        before = opposite({(h.x, h.y) for h in case.holes[:index]}, folds)
        mirrored = is_near(hole, before)
        places.append(words["mirrored"].format(place=place) if mirrored else place)
    number = _NUMBERS[language][len(places) - 1]
    key = "hole" if len(places) == 1 else "holes"
    return words[key].format(number=number, places="; ".join(places))


def _place(found: Hit, case: Case, language: str) -> str:
    """Say where a hole is."""
    words = _WORDS[language]
    hole, columns = found.hole, found.columns
    if not columns:
        return _outside(hole.y, case.layout, language)
    if found.spot is Spot.BETWEEN:
        first, second = (_owner(column, language) for column in columns)
        apart = columns[0].box.depth(hole.x, hole.y) < 0
        return words["gap" if apart else "shared"].format(first=first, second=second)
    if found.spot is not Spot.INSIDE:
        side = words[_side(columns[0].box, hole.x, hole.y)]
        return words["line"].format(owner=_owner(columns[0], language), side=side)
    return _inside(columns[0], hole.x, hole.y, case, language)


def _side(box: Box, x: float, y: float) -> str:
    """Say which side of ``box`` a point is nearest to."""
    distances = {
        "left": abs(x - box.x),
        "right": abs(x - box.right),
        "upper": abs(y - box.y),
        "lower": abs(y - box.bottom),
    }
    return min(distances, key=lambda side: distances[side])


def _outside(y: float, ballot: Layout, language: str) -> str:
    words = _WORDS[language]
    side = words["upper" if y < ballot.height / 2 else "lower"]
    return words["margin"].format(side=side)


def _inside(column: Column, x: float, y: float, case: Case, language: str) -> str:
    words = _WORDS[language]
    if column.kind is Kind.EMPTY:
        return words["empty"].format(party=column.party)
    if (column.party, column.number) in case.nameless:
        return words["nameless"].format(party=column.party, number=column.number)
    part = column.part_at(x, y)
    key = str(part or "column")
    if part is Part.LOGO and column.kind is Kind.PAIR:
        key = "pair logo"
    return words[key].format(owner=_owner(column, language))


def _owner(column: Column, language: str) -> str:
    return _named(column.kind, column.party, column.number, language)


def _named(kind: Kind, party: str, number: int, language: str) -> str:
    words = _WORDS[language]
    if kind is Kind.PARTY:
        return party
    key = {Kind.PAIR: "pair", Kind.CANDIDATE: "candidate", Kind.EMPTY: "area"}[kind]
    text = words[key].format(party=party, number=number)
    return text.removesuffix(" of ").strip()


def _others(case: Case, language: str) -> Iterator[str]:
    """Say what marks other than holes there are."""
    for mark in case.tanda:
        if text := _other(mark, case, language):
            yield text


def _other(mark: Mark, case: Case, language: str) -> str:
    words = _WORDS[language]
    if isinstance(mark, Burn | Tick):
        key = "burn" if isinstance(mark, Burn) else "tick"
        return words[key].format(place=_near(mark.x, mark.y, case, language))
    if isinstance(mark, Scribble):
        x, y = mark.x + mark.lebar / 2, mark.y + mark.tinggi / 2
        return words["scribble"].format(place=_near(x, y, case, language))
    if isinstance(mark, Writing):
        return words["writing"].format(text=mark.teks)
    if isinstance(mark, Tear):
        return words["tear"]
    if isinstance(mark, Fold):
        return words["fold" if mark.x is None else "fold upright"]
    return ""


def _near(x: float, y: float, case: Case, language: str) -> str:
    """Say in which column a point lies."""
    for column in case.layout.columns:
        if column.box.holds(x, y):
            return _inside(column, x, y, case, language)
    return _outside(y, case.layout, language)
