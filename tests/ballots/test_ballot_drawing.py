"""Drawings: well-formed, light, the same every time, every mark shown and inside the sheet."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from scripts.ballots.drawing import draw, size
from scripts.ballots.layout import Election
from scripts.ballots.model import Case
from scripts.ballots.pages import load
from scripts.legal import register
from tests.ballots.test_ballot_rules import INSIDE, SCRIBBLE, WRITING, case

#: A page of cases loads many of them on a phone.
MAX_BYTES = 6144
SVG = "{http://www.w3.org/2000/svg}"
CASES = load(register.load()[0])[0]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.id)
def test_each_drawing(one: Case) -> None:
    text = draw(one)
    assert text == draw(one.model_copy(deep=True)), "gambar yang sama setiap kali"
    assert len(text.encode()) <= MAX_BYTES
    root = ElementTree.fromstring(text)
    title = root.find(f"{SVG}title")
    assert title is not None and title.text == f"{one.judul} / {one.judul_en}"
    width, height = (float(v) for v in root.attrib["viewBox"].split()[2:])
    assert (width * 3, height * 3) == size(one)
    assert (float(root.attrib["width"]), float(root.attrib["height"])) == size(one)
    used = [use for use in root.iter(f"{SVG}use") if use.attrib["href"] == "#h"]
    drawn = [(float(use.attrib["x"]), float(use.attrib["y"])) for use in used]
    assert drawn == [(hole.x, hole.y) for hole in one.holes]
    assert all(4 <= x <= 180 and 4 <= y <= height - 38 for x, y in drawn)
    assert not re.search(r"<(script|style|image|foreignObject)|on\w+=|https?://(?!www\.w3)", text)


def test_every_kind_of_mark_is_drawn() -> None:
    plain = draw(case(Election.DPR, INSIDE[Election.DPR]))
    for mark in (
        SCRIBBLE,
        WRITING,
        {"jenis": "sobek", "y": 60, "panjang": 12},
        {"jenis": "lipat", "y": 25},
        {"jenis": "lipat", "x": 92},
        {"jenis": "bakar", "x": 26, "y": 50},
        {"jenis": "centang", "x": 26, "y": 50},
    ):
        changed = draw(case(Election.DPR, INSIDE[Election.DPR], marks=[mark]))
        assert changed != plain and ElementTree.fromstring(changed) is not None


def test_text_from_a_case_stays_text() -> None:
    hostile = {"jenis": "tulisan", "x": 10, "y": 130, "teks": "</text><script>&\"'"}
    text = draw(case(Election.DPR, marks=[hostile], judul="<b>Judul & nama</b>"))
    root = ElementTree.fromstring(text)
    assert not list(root.iter(f"{SVG}script"))
    assert hostile["teks"] in [element.text for element in root.iter(f"{SVG}text")]


def test_the_signature_shows() -> None:
    hole = INSIDE[Election.DPD]
    signed = draw(case(Election.DPD, hole))
    unsigned = draw(case(Election.DPD, hole, ditandatangani=False))
    assert signed != unsigned
    assert len(unsigned) < len(signed) and "stroke-dasharray" in unsigned
