"""Drawing a case as SVG text: white sheet, black holes, legible in black-and-white print too.

The same case always gives the same text. Below the sheet stand its outer side with the chair's
signature and, where it matters, a slip with what the KPPS has been told.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from textwrap import wrap

from scripts.ballots.layout import PAIRS, PARTIES, Box, Column, Election, Kind, Party
from scripts.ballots.model import (
    AboutCandidate,
    Burn,
    Cancelled,
    Case,
    Circumstance,
    Fold,
    Hole,
    Mark,
    Scribble,
    Tear,
    Tick,
    WithoutList,
    Writing,
)

#: Width and height of a drawing in pixels for every millimetre.
SCALE = 3

_MARGIN, _STRIP = 4.0, 30.0
_TITLES = {
    Election.PPWP: "PRESIDEN DAN WAKIL PRESIDEN",
    Election.DPR: "DPR",
    Election.DPRD_PROVINCE: "DPRD PROVINSI",
    Election.DPRD_REGENCY: "DPRD KABUPATEN/KOTA",
    Election.DPD: "DPD",
}
#: Colour of the ballot and of the letters on it; the title says the same without colour.
_COLOURS = {
    Election.PPWP: ("#c9c9c9", "#111"),
    Election.DPR: ("#f2d43d", "#111"),
    Election.DPRD_PROVINCE: ("#1d5fa8", "#fff"),
    Election.DPRD_REGENCY: ("#1f7a3d", "#fff"),
    Election.DPD: ("#b3261e", "#fff"),
}
#: Plain shapes around (0, 0), nine millimetres high; they are no party's logo.
_LOGOS = {
    "Partai Melati": '<path d="M0-7 7 0 0 7-7 0Z" fill="#777"/><path d="M0-3 3 0 0 3-3 0Z" '
    'fill="#fff"/>',
    "Partai Kenari": '<path d="M-6-5H6M-6 0H6M-6 5H6" stroke="#777" stroke-width="3"/>',
    "Partai Cempaka": '<path d="M0-6.5 7.5 6h-15Z" fill="#777"/>'
    '<path d="M-3 3.5h6" stroke="#fff" stroke-width="2"/>',
    "Partai Teratai": '<path d="M-6.5 0-3.2-5.6H3.2L6.5 0 3.2 5.6H-3.2Z" fill="#777"/>'
    '<path d="M0-3.5v7" stroke="#fff" stroke-width="2"/>',
}
_FILLS = {Kind.PAIR: "#fff", Kind.CANDIDATE: "#fff", Kind.PARTY: "#f4f4f4", Kind.EMPTY: "#d0d0d0"}
_LINE = 'stroke="#333" stroke-width=".8"'
_HEAD = (
    '<g id="o" fill="#9a9a9a"><circle r="5.4"/>'
    '<path d="M-9.5 18c0-7 4-10.5 9.5-10.5S9.5 11 9.5 18Z"/></g>'
)
_HOLE = (
    '<g id="h"><circle r="4" fill="#fff"/><circle r="2.9" fill="#fff" stroke="#000" '
    'stroke-width="1"/><circle r="1.7"/></g>'
)
_SIGNATURE = "M0 0c4-9 9-9 7-1s-4 6 2-1 7-4 6 1 4 1 7-2 4 4 9-1 6 1 12-2"
_BURN = "M-6 1-5-4-1-3 1-6.5 4-4 6.5-1 5 2 6 5 1 4.5-2 6.5-4 3.5Z"


def draw(case: Case) -> str:
    """Give the SVG text of ``case``."""
    ballot = case.layout
    width, height = _extent(case)
    ground, letters = _COLOURS[case.pemilihan]
    title = f"{case.judul} / {case.judul_en}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{SCALE * width:g}" height="{SCALE * height:g}" role="img" '
        'font-family="Arial,Helvetica,sans-serif" font-size="6.5" text-anchor="middle" '
        'fill="#111">',
        f"<title>{escape(title)}</title>",
        f"<defs>{_definitions(case)}</defs>",
        f'<rect width="{width:g}" height="{height:g}" rx="3" fill="#ececec"/>',
        f'<g transform="translate({_MARGIN:g} {_MARGIN:g})">',
        _rectangle(ballot.sheet, f'fill="#fff" {_LINE}'),
        f'<path d="M0 0H{ballot.width:g}V9H0Z" fill="{ground}"/>',
        _text(
            ballot.width / 2, 6.8, _TITLES[case.pemilihan], f'fill="{letters}" font-weight="700"'
        ),
        _text(ballot.width / 2, 19, "SURAT SUARA LATIHAN", 'font-size="6" fill="#555"'),
        *_frames(ballot.columns),
        *filter(None, (_column(column, case) for column in ballot.columns)),
        *(_mark(mark, case) for mark in _in_order(case.tanda)),
        f'<g transform="translate(0 {ballot.height + _MARGIN:g})">',
        *_strip(case),
        "</g></g></svg>",
    ]
    return "\n".join(lines) + "\n"


def size(case: Case) -> tuple[int, int]:
    """Give width and height of the drawing in pixels."""
    width, height = _extent(case)
    return round(SCALE * width), round(SCALE * height)


def _extent(case: Case) -> tuple[float, float]:
    """Width and height of the drawing in millimetres."""
    ballot = case.layout
    return ballot.width + 2 * _MARGIN, ballot.height + 2 * _MARGIN + _STRIP


def _definitions(case: Case) -> str:
    parts = [_HOLE] if case.holes else []
    if not case.pemilihan.has_parties:
        parts.append(_HEAD)
    return "".join(parts)


def _rectangle(box: Box, style: str) -> str:
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" {style}/>'
    )


def _text(x: float, y: float, text: str, style: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}"{style and " " + style}>{escape(text)}</text>'


def _at(x: float, y: float, content: str) -> str:
    return f'<g transform="translate({x:g} {y:g})">{content}</g>'


def _frames(columns: tuple[Column, ...]) -> Iterator[str]:
    """The boxes of all columns of one kind in one path each: a third lighter than rectangles."""
    for kind, fill in _FILLS.items():
        boxes = (column.box for column in columns if column.kind is kind)
        way = "".join(f"M{b.x:g} {b.y:g}h{b.width:g}v{b.height:g}h{-b.width:g}z" for b in boxes)
        if way:
            yield f'<path d="{way}" fill="{fill}" {_LINE}/>'


def _column(column: Column, case: Case) -> str:
    if column.kind is Kind.PAIR:
        return _pair(column)
    if column.kind is Kind.PARTY:
        party = next(party for party in PARTIES if party.name == column.party)
        return _party(column.box, party)
    if column.kind is Kind.EMPTY:
        return ""
    return _candidate(column, case) if column.party else _senator(column)


def _pair(column: Column) -> str:
    box = column.box
    middle = box.x + box.width / 2
    logos = PAIRS[column.number - 1]
    start = middle - 10 * (len(logos) - 1)
    parts = [
        _text(middle, box.y + 12, f"{column.number:02}", 'font-size="12" font-weight="700"'),
        f'<use href="#o" x="{middle - 9:g}" y="{box.y + 22:g}"/>',
        f'<use href="#o" x="{middle + 9:g}" y="{box.y + 22:g}"/>',
        _text(middle, box.y + 49, f"Pasangan {column.number:02}"),
    ]
    parts += [_at(start + 20 * i, box.y + 60, _LOGOS[name]) for i, name in enumerate(logos)]
    return "".join(parts)


def _party(box: Box, party: Party) -> str:
    name = party.name.partition(" ")
    return "".join(
        (
            _text(box.x + 8, box.y + 13, str(party.number), 'font-size="9" font-weight="700"'),
            _at(box.x + 29, box.y + 10, _LOGOS[party.name]),
            _text(box.x + 21, box.y + 22.5, name[0], 'font-weight="700"'),
            _text(box.x + 21, box.y + 29.5, name[2], 'font-weight="700"'),
        )
    )


def _candidate(column: Column, case: Case) -> str:
    box = column.box
    nameless = (column.party, column.number) in case.nameless
    parts = [
        _text(box.x + 4.5, box.y + 7.8, str(column.number)),
        "" if nameless else _text(box.x + 20, box.y + 7.8, f"Calon {column.number}"),
    ]
    return "".join(parts)


def _senator(column: Column) -> str:
    box = column.box
    middle = box.x + box.width / 2
    return "".join(
        (
            _text(middle, box.y + 12, str(column.number), 'font-size="12" font-weight="700"'),
            f'<use href="#o" transform="translate({middle:g} {box.y + 28:g}) scale(1.4)"/>',
            _text(middle, box.y + 68, f"Calon {column.number}"),
        )
    )


def _in_order(marks: tuple[Mark, ...]) -> list[Mark]:
    """Holes last, so that nothing hides them."""
    return sorted(marks, key=lambda mark: isinstance(mark, Hole))


def _mark(mark: Mark, case: Case) -> str:
    sheet = case.layout.sheet
    if isinstance(mark, Hole):
        return f'<use href="#h" x="{mark.x:g}" y="{mark.y:g}"/>'
    if isinstance(mark, Burn):
        shape = f'<path d="{_BURN}" fill="#2a1a10" stroke="#a06a35" stroke-width="2.5"/>'
        return _at(mark.x, mark.y, shape)
    if isinstance(mark, Tick):
        return _pen(f"M{mark.x - 6:g} {mark.y:g}l4 5 9-11", 2)
    if isinstance(mark, Scribble):
        return _pen(_zigzag(mark), 1.3)
    if isinstance(mark, Writing):
        style = 'text-anchor="start" font-size="9" font-style="italic" fill="#1546a0"'
        return _text(mark.x, mark.y, mark.teks, style)
    if isinstance(mark, Tear):
        return _tear(mark, sheet.width)
    return _fold(mark, sheet)


def _pen(way: str, thickness: float) -> str:
    return f'<path d="{way}" fill="none" stroke="#1546a0" stroke-width="{thickness:g}"/>'


def _zigzag(mark: Scribble) -> str:
    steps = 9
    points = (
        f"{mark.x + mark.lebar * i / steps:g} {mark.y + mark.tinggi * (i % 2):g}"
        for i in range(steps + 1)
    )
    return "M" + " ".join(points)


def _tear(mark: Tear, width: float) -> str:
    """A jagged wedge, as grey as what lies behind the sheet."""
    step = mark.panjang / 4
    way = f"M{width + 0.6:g} {mark.y - 5:g}l{-step:g} 4 {-step:g}-1 {-step:g} 2 {-step:g} 2"
    back = f" {step:g} 0 {step:g} 3 {step:g}-1 {step:g} 4"
    return f'<path d="{way}{back}" fill="#bbb" stroke="#333" stroke-width=".6"/>'


def _fold(mark: Fold, sheet: Box) -> str:
    way = f"M0 {mark.y:g}H{sheet.width:g}" if mark.x is None else f"M{mark.x:g} 9V{sheet.bottom:g}"
    line = f'<path d="{way}" fill="none" stroke="#555" stroke-width=".8" stroke-dasharray="4 2"/>'
    if mark.x is None:
        place = _text(
            sheet.width - 2, (mark.y or 0) - 1.5, "lipatan", 'text-anchor="end" font-size="6"'
        )
    else:
        place = _text(mark.x + 2, sheet.bottom - 2, "lipatan", 'text-anchor="start" font-size="6"')
    return line + place


def _strip(case: Case) -> Iterator[str]:
    """The outer side with the signature, and the slip with what is known."""
    yield _rectangle(Box(0, 2, 84, 24), f'fill="#fff" {_LINE}')
    yield _text(42, 9, "Sisi luar: ketua KPPS", 'font-size="6"')
    dashes = "" if case.ditandatangani else ' stroke-dasharray="3 2"'
    yield _rectangle(Box(12, 12, 60, 11), f'fill="none" stroke="#777"{dashes}')
    if case.ditandatangani:
        pen = f'<path d="{_SIGNATURE}" fill="none" stroke="#111" stroke-width="1.3"/>'
        yield _at(18, 20, pen)
    if case.keadaan:
        yield f'<path d="M92 2h88l4 4v20H92Z" fill="#fff" {_LINE}/>'
        lines = [line for fact in case.keadaan for line in wrap(_slip(fact, case), 28)]
        for index, line in enumerate(lines):
            yield _text(138, 9 + 7 * index, line, 'font-size="6"')


def _slip(fact: Circumstance, case: Case) -> str:
    """What the slip says."""
    if isinstance(fact, AboutCandidate):
        who = f"calon {fact.calon} {fact.partai}".rstrip()
        return {
            "calon-meninggal": f"Pengumuman KPU: {who} meninggal dunia",
            "calon-tidak-memenuhi-syarat": f"Pengumuman KPU: {who} tidak memenuhi syarat",
            "baris-tanpa-nama": f"Tercetak tanpa nama: baris {fact.calon} {fact.partai}",
        }[fact.jenis]
    if isinstance(fact, Cancelled):
        level = _TITLES[fact.tingkat].title().replace("Dprd", "DPRD")
        return f"Pengumuman KPU: {fact.partai} dibatalkan, Pemilu {level}"
    if isinstance(fact, WithoutList):
        return f"Pengumuman KPU: {fact.partai} tidak mengajukan calon di sini"
    return (
        "Dapil tercetak: bukan dapil TPS ini"
        if case.pemilihan.has_parties
        else ("Provinsi tercetak: bukan provinsi TPS ini")
    )
