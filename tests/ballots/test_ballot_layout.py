"""The invented ballots: columns lie on the sheet, do not overlap, and belong to their parties."""

from __future__ import annotations

from itertools import combinations

import pytest

from scripts.ballots.layout import PARTIES, Box, Election, Kind, Part, layout


@pytest.mark.parametrize("election", Election)
def test_columns_lie_on_the_sheet_and_never_overlap(election: Election) -> None:
    ballot = layout(election)
    for column in ballot.columns:
        box = column.box
        assert ballot.sheet.holds(box.x, box.y) and ballot.sheet.holds(box.right, box.bottom)
        for _, part in column.parts:
            assert box.holds(part.x, part.y) and box.holds(part.right, part.bottom)
    for one, other in combinations((column.box for column in ballot.columns), 2):
        apart_across = one.right <= other.x or other.right <= one.x
        assert apart_across or one.bottom <= other.y or other.bottom <= one.y


@pytest.mark.parametrize("election", [e for e in Election if e.has_parties])
def test_every_party_has_its_column_candidates_and_empty_area(election: Election) -> None:
    ballot = layout(election)
    for party in PARTIES:
        assert ballot.column(Kind.PARTY, party.name)
        assert ballot.column(Kind.EMPTY, party.name)
        assert ballot.column(Kind.CANDIDATE, party.name, party.candidates)
        assert not ballot.column(Kind.CANDIDATE, party.name, party.candidates + 1)


def test_a_party_without_a_list_has_no_candidates() -> None:
    ballot = layout(Election.DPR, frozenset({"Partai Kenari"}))
    assert not ballot.column(Kind.CANDIDATE, "Partai Kenari", 1)
    assert ballot.column(Kind.CANDIDATE, "Partai Melati", 1)


def test_numbers_of_invented_parties_are_no_real_ones() -> None:
    assert not {party.number for party in PARTIES} & set(range(1, 25))


def test_depth_inside_on_the_side_and_outside() -> None:
    box = Box(10, 10, 20, 10)
    assert box.depth(20, 15) == 5
    assert box.depth(10, 15) == 0
    assert box.depth(7, 15) == -3
    assert box.depth(7, 6) == -5


def test_what_is_printed_where() -> None:
    column = layout(Election.DPR).column(Kind.PARTY, "Partai Melati")
    assert column
    assert column.part_at(10, 30) is Part.NUMBER
    assert column.part_at(35, 36) is Part.LOGO
    assert column.part_at(26, 55) is Part.NAME
    assert column.part_at(0, 0) is None
