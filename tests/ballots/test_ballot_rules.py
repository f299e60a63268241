"""The rule engine: each written rule with its counterexamples, and laws for every ballot."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scripts.ballots.layout import PARTIES, Column, Election, Kind, Layout, layout
from scripts.ballots.model import Case, Hole, Verdict
from scripts.ballots.rules import RADIUS, Rule, Spot, Target, decide, hit, target

PARTY_LISTS = [election for election in Election if election.has_parties]
SEVERAL = [election for election in Election if not election.has_parties]
#: Middle of columns: pairs 1–3; party, candidates 1–5 and empty area of Melati (31); DPD 1–4.
PAIR = [(34, 70), (92, 70), (150, 70)]
MELATI, KENARI = (26, 50), (70, 50)
CANDIDATE = [(26, 63.5), (26, 74.5), (26, 85.5), (26, 96.5), (26, 107.5)]
OTHER_CANDIDATE = (70, 63.5)
EMPTY = (26, 119)
SENATOR = [(26, 64), (70, 64), (114, 64), (158, 64)]
OUTSIDE = {
    Election.PPWP: (20, 118),
    Election.DPR: (20, 131),
    Election.DPRD_PROVINCE: (20, 131),
    Election.DPRD_REGENCY: (20, 131),
    Election.DPD: (20, 106),
}


def case(election: Election, *holes: tuple[float, float], marks: Any = (), **changes: Any) -> Case:
    """Give a case with ``holes`` and other ``marks``; its verdict is not looked at."""
    data: dict[str, Any] = {
        "id": f"{election}-01",
        "pemilihan": election,
        "judul": "Yang terlihat",
        "judul_en": "What is seen",
        "tanda": [{"jenis": "lubang", "x": x, "y": y} for x, y in holes] + list(marks),
        "ditandatangani": True,
        "putusan": "belum pasti",
        "aturan": "Aturannya dalam satu kalimat.",
        "aturan_en": "The rule in one sentence.",
        "sumber": ["pkpu-25-2023-53"],
        "mutu": "C",
        "kuis": False,
    }
    return Case.model_validate(data | changes)


def ruled(election: Election, *holes: tuple[float, float], **changes: Any) -> tuple[Any, str]:
    """Give the rule that decides and for whom the vote counts ("" for nobody)."""
    ruling = decide(case(election, *holes, **changes))
    return (ruling.rule, str(ruling.target or "")) if ruling else (None, "")


def about(kind: str, number: int, party: str = "Partai Melati") -> dict[str, Any]:
    return {"jenis": kind, "partai": party, "calon": number}


GONE = ("calon-meninggal", "calon-tidak-memenuhi-syarat", "baris-tanpa-nama")


@pytest.mark.parametrize(
    ("holes", "wanted"),
    [
        ([PAIR[0]], (Rule.ONE_PAIR, "Pasangan calon 01")),
        ([PAIR[1], (92, 91)], (Rule.ONE_PAIR, "Pasangan calon 02")),
        ([(7, 70)], (Rule.ONE_PAIR, "Pasangan calon 01")),
        ([PAIR[0], PAIR[1]], (Rule.TWO_COLUMNS, "")),
        ([PAIR[0], (7, 90), PAIR[2]], (Rule.TWO_COLUMNS, "")),
        ([(63, 70)], (None, "")),  # touches the lines of two columns
        ([PAIR[0], OUTSIDE[Election.PPWP]], (None, "")),
        ([OUTSIDE[Election.PPWP]], (Rule.OUTSIDE, "")),
        ([], (Rule.BLANK, "")),
    ],
)
def test_president(holes: list[tuple[float, float]], wanted: tuple[Any, str]) -> None:
    assert ruled(Election.PPWP, *holes) == wanted


FOLD, UPRIGHT = {"jenis": "lipat", "y": 40}, {"jenis": "lipat", "x": 92}


@pytest.mark.parametrize(
    ("holes", "folds", "wanted"),
    [
        ([(22, 52), (22, 28)], [FOLD], (Rule.FOLD, "Pasangan calon 01")),
        ([(22, 52), (22.6, 28.4)], [FOLD], (Rule.FOLD, "Pasangan calon 01")),
        ([(80, 52), (104, 52), (80, 28), (104, 28)], [FOLD, UPRIGHT], (Rule.FOLD, None)),
        ([(22, 52), (22, 28)], [], (None, "")),  # without a fold it is just a hole outside
        ([(22, 52), (26, 28)], [FOLD], (None, "")),  # not symmetrical
        ([(34, 70), (150, 70)], [UPRIGHT], (Rule.TWO_COLUMNS, "")),
        ([(22, 28)], [FOLD], (Rule.OUTSIDE, "")),
    ],
)
def test_fold_through(holes: Any, folds: Any, wanted: tuple[Any, str | None]) -> None:
    rule, whom = ruled(Election.PPWP, *holes, marks=folds)
    assert rule == wanted[0]
    assert wanted[1] is None or whom == wanted[1]


@pytest.mark.parametrize("election", [*PARTY_LISTS, Election.DPD])
def test_fold_through_is_written_for_the_president_only(election: Election) -> None:
    fold = {"jenis": "lipat", "y": 25}
    assert ruled(election, (10, 34), (10, 16), marks=[fold]) == (None, "")
    assert ruled(election, (10, 34), marks=[fold]) == (None, "")


@pytest.mark.parametrize("election", PARTY_LISTS)
@pytest.mark.parametrize(
    ("holes", "wanted"),
    [
        ([MELATI], (Rule.PARTY, "Partai Melati")),
        ([MELATI, (12, 35)], (Rule.PARTY_OFTEN, "Partai Melati")),
        ([(26, 26)], (Rule.PARTY_LINE, "Partai Melati")),
        ([(26, 26), MELATI], (None, "")),
        ([CANDIDATE[1]], (Rule.CANDIDATE, "calon nomor 2 Partai Melati")),
        ([CANDIDATE[1], (10, 74.5)], (Rule.CANDIDATE, "calon nomor 2 Partai Melati")),
        ([MELATI, CANDIDATE[1]], (Rule.WITH_PARTY, "calon nomor 2 Partai Melati")),
        ([MELATI, CANDIDATE[0], CANDIDATE[4]], (Rule.PARTY_AND_SEVERAL, "Partai Melati")),
        ([CANDIDATE[0], CANDIDATE[4]], (None, "")),  # nothing of 2024 was seen
        ([(26, 69)], (Rule.CANDIDATE_LINE, "Partai Melati")),
        ([(26, 69), CANDIDATE[0]], (None, "")),
        ([(26, 58)], (None, "")),  # between the party and its first candidate
        ([(26, 113)], (None, "")),  # between the last candidate and the empty area
        ([(5, 74.5)], (None, "")),  # line of one candidate
        ([EMPTY], (Rule.EMPTY, "Partai Melati")),
        ([EMPTY, CANDIDATE[3]], (Rule.CANDIDATE_AND_EMPTY, "calon nomor 4 Partai Melati")),
        ([EMPTY, MELATI], (None, "")),
        ([EMPTY, MELATI, CANDIDATE[3]], (None, "")),
        ([EMPTY, CANDIDATE[2], CANDIDATE[3]], (None, "")),
        ([MELATI, KENARI], (Rule.TWO_PARTIES, "")),
        ([MELATI, OTHER_CANDIDATE], (Rule.TWO_PARTIES, "")),
        ([CANDIDATE[0], OTHER_CANDIDATE], (Rule.TWO_PARTIES, "")),
        ([EMPTY, OTHER_CANDIDATE], (Rule.TWO_PARTIES, "")),
        ([(48, 63.5)], (None, "")),  # between the boxes of two parties
        ([CANDIDATE[0], OUTSIDE[Election.DPR]], (None, "")),
        ([OUTSIDE[Election.DPR]], (Rule.OUTSIDE, "")),
        ([OUTSIDE[Election.DPR], (40, 16)], (Rule.OUTSIDE, "")),
        ([], (Rule.BLANK, "")),
    ],
)
def test_party_lists(election: Election, holes: Any, wanted: tuple[Any, str]) -> None:
    assert ruled(election, *holes) == wanted


@pytest.mark.parametrize("kind", GONE)
@pytest.mark.parametrize(
    ("holes", "wanted"),
    [
        ([CANDIDATE[1]], (Rule.GONE, "Partai Melati")),
        ([MELATI, CANDIDATE[1]], (Rule.GONE, "Partai Melati")),
        ([CANDIDATE[1], CANDIDATE[3]], (Rule.GONE_AND_ANOTHER, "calon nomor 4 Partai Melati")),
        ([MELATI, CANDIDATE[1], CANDIDATE[3]], (None, "")),
        ([CANDIDATE[1], CANDIDATE[3], CANDIDATE[4]], (None, "")),
        ([CANDIDATE[1], EMPTY], (None, "")),
        ([CANDIDATE[1], OTHER_CANDIDATE], (None, "")),
        ([CANDIDATE[0]], (Rule.CANDIDATE, "calon nomor 1 Partai Melati")),
        ([MELATI], (Rule.PARTY, "Partai Melati")),
    ],
)
def test_candidates_who_cannot_be_elected(kind: str, holes: Any, wanted: tuple[Any, str]) -> None:
    assert ruled(Election.DPR, *holes, keadaan=[about(kind, 2)]) == wanted


def test_a_cancelled_party_is_invalid_only_on_the_ballot_of_its_level() -> None:
    fact = {"jenis": "partai-dibatalkan", "partai": "Partai Melati", "tingkat": "dprd-kabkota"}
    assert ruled(Election.DPRD_REGENCY, MELATI, keadaan=[fact]) == (Rule.CANCELLED, "")
    assert ruled(Election.DPRD_REGENCY, CANDIDATE[0], keadaan=[fact]) == (None, "")
    assert ruled(Election.DPRD_REGENCY, KENARI, keadaan=[fact]) == (Rule.PARTY, "Partai Kenari")
    assert ruled(Election.DPRD_REGENCY, MELATI, KENARI, keadaan=[fact]) == (None, "")
    for election in (Election.DPR, Election.DPRD_PROVINCE):
        assert ruled(election, MELATI, keadaan=[fact]) == (Rule.PARTY, "Partai Melati")


def test_a_party_without_a_list_has_no_written_rule() -> None:
    fact = {"jenis": "partai-tanpa-calon", "partai": "Partai Melati"}
    assert ruled(Election.DPR, MELATI, keadaan=[fact]) == (None, "")
    assert ruled(Election.DPR, KENARI, keadaan=[fact]) == (Rule.PARTY, "Partai Kenari")


def test_a_ballot_of_elsewhere_counts_for_the_party_or_not_at_all() -> None:
    elsewhere = {"jenis": "daerah-lain"}
    for_party = (Rule.OTHER_DISTRICT, "Partai Melati")
    for holes in ([MELATI], [CANDIDATE[2]], [MELATI, CANDIDATE[2]]):
        assert ruled(Election.DPR, *holes, keadaan=[elsewhere]) == for_party
    assert ruled(Election.DPR, CANDIDATE[1], CANDIDATE[2], keadaan=[elsewhere]) == (None, "")
    assert ruled(Election.DPD, SENATOR[0], keadaan=[elsewhere]) == (Rule.OTHER_PROVINCE, "")


@pytest.mark.parametrize(
    ("holes", "wanted"),
    [
        ([SENATOR[0]], (Rule.ONE_SENATOR, "calon nomor 1")),
        ([SENATOR[0], SENATOR[3]], (Rule.TWO_COLUMNS, "")),
        ([SENATOR[1], (70, 34)], (None, "")),  # several in one column: one source only
        ([(114, 26)], (None, "")),  # on the line: sources conflict
        ([(48, 64)], (None, "")),
        ([SENATOR[0], OUTSIDE[Election.DPD]], (None, "")),
        ([OUTSIDE[Election.DPD]], (Rule.OUTSIDE, "")),
        ([], (Rule.BLANK, "")),
    ],
)
def test_dpd(holes: Any, wanted: tuple[Any, str]) -> None:
    assert ruled(Election.DPD, *holes) == wanted


def test_a_dpd_candidate_who_died_has_no_written_rule() -> None:
    fact = {"jenis": "calon-meninggal", "calon": 1}
    assert ruled(Election.DPD, SENATOR[0], keadaan=[fact]) == (None, "")
    assert ruled(Election.DPD, SENATOR[1], keadaan=[fact]) == (Rule.ONE_SENATOR, "calon nomor 2")


INSIDE = {Election.PPWP: PAIR[0], Election.DPD: SENATOR[0]} | dict.fromkeys(PARTY_LISTS, MELATI)
BURN, TICK = {"jenis": "bakar", "x": 30, "y": 60}, {"jenis": "centang", "x": 30, "y": 60}
WRITING = {"jenis": "tulisan", "x": 20, "y": 100, "teks": "halo"}
SCRIBBLE = {"jenis": "coretan", "x": 20, "y": 60, "lebar": 20, "tinggi": 9}
TEAR = {"jenis": "sobek", "y": 60, "panjang": 12}


@pytest.mark.parametrize("election", Election)
def test_what_makes_every_kind_of_ballot_invalid(election: Election) -> None:
    hole = INSIDE[election]
    assert ruled(election, hole)[1], "satu lubang di dalam kolom sah"
    assert ruled(election, hole, ditandatangani=False) == (Rule.UNSIGNED, "")
    assert ruled(election, hole, marks=[WRITING]) == (Rule.WRITING, "")
    assert ruled(election, hole, marks=[SCRIBBLE]) == (Rule.SCRIBBLE, "")
    assert ruled(election, marks=[BURN]) == (Rule.NO_TOOL, "")
    assert ruled(election, marks=[TICK]) == (Rule.NO_TOOL, "")


@pytest.mark.parametrize("election", Election)
def test_a_torn_ballot_is_not_decided(election: Election) -> None:
    assert ruled(election, INSIDE[election], marks=[TEAR]) == (None, "")


@pytest.mark.parametrize("text", ["Pasangan calon 02", "Partai Melati", "calon nomor 3"])
def test_targets_are_read_as_they_are_written(text: str) -> None:
    found = target(text)
    assert found and str(found) == text
    assert target("Calon 3") is None


def test_english_names_of_targets() -> None:
    assert Target(Kind.PAIR, number=1).english == "Pair 01"
    assert Target(Kind.PARTY, "Partai Melati").english == "Partai Melati"
    assert Target(Kind.CANDIDATE, number=3).english == "candidate number 3"
    named = Target(Kind.CANDIDATE, "Partai Melati", 3).english
    assert named == "candidate number 3 of Partai Melati"


# ---------------------------------------------------------------- laws


def _inside(column: Column) -> st.SearchStrategy[tuple[float, float]]:
    box = column.box
    across = st.floats(box.x + RADIUS, box.right - RADIUS)
    return st.tuples(across, st.floats(box.y + RADIUS, box.bottom - RADIUS))


def _anywhere(ballot: Layout) -> st.SearchStrategy[tuple[float, float]]:
    sheet = st.tuples(
        st.floats(RADIUS, ballot.width - RADIUS), st.floats(RADIUS, ballot.height - RADIUS)
    )
    edges = sorted({round(v) for c in ballot.columns for v in (c.box.y, c.box.bottom)})
    lines = st.tuples(st.floats(RADIUS, ballot.width - RADIUS), st.sampled_from(edges))
    columns = st.sampled_from(ballot.columns).flatmap(_inside)
    return st.one_of(columns, columns, lines, sheet)


@st.composite
def ballots(draw: st.DrawFn) -> Case:
    """A ballot with holes whose places are clear, and perhaps a candidate who died."""
    election = draw(st.sampled_from(list(Election)))
    ballot = layout(election)
    holes = draw(st.lists(_anywhere(ballot), max_size=4))
    found = [hit(Hole(jenis="lubang", x=x, y=y), ballot) for x, y in holes]
    assume(all(one.spot is not Spot.UNCLEAR for one in found))
    facts = []
    if election.has_parties and draw(st.booleans()):
        party = draw(st.sampled_from(PARTIES))
        facts = [about(draw(st.sampled_from(GONE)), draw(st.integers(1, 3)), party.name)]
    return case(election, *holes, keadaan=facts)


def _touched(ballot: Case) -> set[Column]:
    return {column for hole in ballot.holes for column in hit(hole, ballot.layout).columns}


@given(ballots())
def test_a_mark_in_one_column_never_counts_for_another(ballot: Case) -> None:
    ruling = decide(ballot)
    if ruling is None or ruling.target is None:
        return
    whom, touched = ruling.target, _touched(ballot)
    assert {column.party for column in touched} == {whom.party}
    if whom.kind is not Kind.PARTY:
        assert (whom.kind, whom.number) in {(c.kind, c.number) for c in touched}
    if not ballot.pemilihan.has_parties:
        assert {column.number for column in touched} == {whom.number}


@given(ballots())
def test_one_ballot_is_one_vote_or_invalid(ballot: Case) -> None:
    ruling = decide(ballot)
    if ruling:
        assert (ruling.verdict is Verdict.VALID) == (ruling.target is not None)


@given(ballots())
def test_columns_of_two_parties_pairs_or_senators_never_make_a_vote(ballot: Case) -> None:
    touched = _touched(ballot)
    by_party = ballot.pemilihan.has_parties
    owners = {column.party if by_party else column.number for column in touched}
    if len(owners) > 1:
        ruling = decide(ballot)
        assert ruling is None or ruling.target is None


@given(ballots())
def test_without_the_signature_nothing_is_valid(ballot: Case) -> None:
    ruling = decide(ballot.model_copy(update={"ditandatangani": False}))
    assert ruling and ruling.verdict is Verdict.INVALID


@given(ballots(), st.randoms(use_true_random=False))
def test_the_order_of_the_holes_does_not_matter(ballot: Case, random: Any) -> None:
    marks = list(ballot.tanda)
    random.shuffle(marks)
    assert decide(ballot.model_copy(update={"tanda": tuple(marks)})) == decide(ballot)


@given(st.sampled_from(list(Election)), st.data())
def test_where_in_a_column_the_hole_is_does_not_matter(election: Election, data: Any) -> None:
    ballot = layout(election)
    column = data.draw(st.sampled_from(ballot.columns))
    box = column.box
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    assert ruled(election, data.draw(_inside(column))) == ruled(election, middle)
