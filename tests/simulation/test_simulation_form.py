"""C.HASIL counted from ballots: every identity holds for any pack, and planted mistakes break one.

The expected figures are found another way than the form finds them.
"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from scripts import ballots
from scripts.ballots.layout import Election
from scripts.ballots.model import Case, Verdict
from scripts.legal import register
from scripts.legal.register import Grade
from scripts.simulation import form
from scripts.simulation.count_pages import tally
from scripts.simulation.form import CHasil, Row
from scripts.simulation.model import SHEETS, Heads, Pack, Papers
from scripts.simulation.slips import EFFECT, Slip, traps

REGISTER = register.load()[0]
CASES = ballots.load(REGISTER)[0]


def drawn(seed: int, election: Election) -> tuple[Pack, list[Case]]:
    """Draw thirty ballots and the figures of a TPS in which thirty people voted."""
    chance = random.Random(seed)
    choice = [case for case in CASES if case.kuis and case.pemilihan is election]
    sheets = chance.choices(choice, k=SHEETS)
    men = [0, 0, 0]
    women = [0, 0, 0]
    for _ in range(SHEETS):
        chance.choice((men, women))[chance.randrange(3)] += 1
    heads = [Heads(l=l, p=p) for l, p in zip(men, women, strict=True)]  # noqa: E741
    listed = 50 * chance.randint(1, 6)
    received, returned = listed + listed // 50, chance.randint(0, 5)
    return Pack(
        id="acak",
        judul="Paket yang diacak",
        judul_en="A pack drawn at random",
        pemilihan=election,
        dpt=Heads(l=listed // 2, p=listed - listed // 2),
        pengguna_dpt=heads[0],
        pengguna_dptb=heads[1],
        pengguna_dpk=heads[2],
        disabilitas=Heads(l=chance.randint(0, heads[0].l), p=0),
        lembar=Papers(
            diterima=received,
            digunakan=SHEETS,
            dikembalikan=returned,
            tidak_digunakan=received - SHEETS - returned,
        ),
        surat_suara=tuple(case.id for case in sheets),
    ), sheets


PACKS = [(seed, election) for election in Election for seed in range(60)]


@pytest.mark.parametrize(("seed", "election"), PACKS)
def test_every_identity_holds_for_any_pack(seed: int, election: Election) -> None:
    filled = form.fill(*drawn(seed, election))
    found = form.identities(filled)
    assert all(identity.holds for identity in found), found
    wanted = {1, 2, 3, 4, 5, 6, 7} if election.has_parties else {1, 2, 3, 5, 6, 7}
    assert {identity.number for identity in found} == wanted


@pytest.mark.parametrize(("seed", "election"), PACKS)
def test_the_rows_hold_what_the_verdicts_say(seed: int, election: Election) -> None:
    pack, sheets = drawn(seed, election)
    filled = form.fill(pack, sheets)
    for row, votes in filled.votes:
        assert votes == sum(case.untuk == str(row) for case in sheets)
    assert filled.invalid == sum(case.untuk == "" for case in sheets)
    assert filled.valid + filled.invalid == len(sheets) == filled.total == filled.box
    for party, total in filled.parties:
        assert total == sum(case.untuk.endswith(party) for case in sheets)
    assert filled.voted[3].total == SHEETS


def _parts(filled: CHasil) -> dict[str, tuple[CHasil, int]]:
    """Plant a mistake into every figure of the form -> the identity that must fail."""

    def row(old: Row) -> Row:
        return replace(old, total=old.total + 1)

    dpt, dptb, dpk, everybody = filled.voted
    first, votes = filled.votes[0]
    planted = {
        "I.A": (replace(filled, listed=row(filled.listed)), 1),
        "I.B.1": (replace(filled, voted=(row(dpt), dptb, dpk, everybody)), 1),
        "I.B.2": (replace(filled, voted=(dpt, row(dptb), dpk, everybody)), 2),
        "I.B.3 L": (replace(filled, voted=(dpt, dptb, replace(dpk, l=dpk.l + 1), everybody)), 2),
        "I.B.3 P": (replace(filled, voted=(dpt, dptb, replace(dpk, p=dpk.p + 1), everybody)), 2),
        "I.B.4": (replace(filled, voted=(dpt, dptb, dpk, row(everybody))), 7),
        "I.B.1 L and P": (
            replace(
                filled,
                voted=(replace(dpt, l=dpt.l + 1, p=dpt.p - 1), dptb, dpk, everybody),
            ),
            2,
        ),
        "II.1": (replace(filled, received=filled.received + 1), 3),
        "II.2": (replace(filled, used=filled.used - 1), 7),
        "II.3": (replace(filled, returned=filled.returned + 1), 3),
        "II.4": (replace(filled, unused=filled.unused - 1), 3),
        "III": (replace(filled, disabled=row(filled.disabled)), 1),
        "V.A": (replace(filled, valid=filled.valid + 1), 5),
        "V.B": (replace(filled, invalid=filled.invalid + 1), 6),
        "V.C": (replace(filled, total=filled.total + 1), 7),
        "box": (replace(filled, box=filled.box - 1), 7),
        "IV": (
            replace(filled, votes=((first, votes + 1), *filled.votes[1:])),
            4 if filled.parties else 5,
        ),
    }
    if filled.parties:
        (name, total), *others = filled.parties
        planted["B"] = (replace(filled, parties=((name, total - 1), *others)), 4)
    return planted


@pytest.mark.parametrize("election", list(Election))
@pytest.mark.parametrize("seed", range(5))
def test_a_planted_mistake_breaks_an_identity(seed: int, election: Election) -> None:
    filled = form.fill(*drawn(seed, election))
    for name, (wrong, number) in _parts(filled).items():
        broken = {identity.number for identity in form.identities(wrong) if not identity.holds}
        assert number in broken, name


@pytest.mark.parametrize("election", list(Election))
def test_a_sheet_too_few_or_too_many_breaks_the_seventh(election: Election) -> None:
    pack, sheets = drawn(1, election)
    for other in (sheets[:-1], [*sheets, sheets[0]]):
        found = form.identities(form.fill(pack, other))
        assert [identity.number for identity in found if not identity.holds] == [7]


def test_a_ballot_without_a_verdict_counts_nowhere() -> None:
    pack, sheets = drawn(3, Election.PPWP)
    open_case = next(case for case in CASES if case.putusan is Verdict.OPEN)
    filled = form.fill(pack, [*sheets[:-1], open_case])
    assert filled.total == SHEETS - 1
    assert not all(identity.holds for identity in form.identities(filled))


def test_rows_stand_in_the_order_of_the_form() -> None:
    assert [str(row) for row in form.rows(Election.PPWP)] == [
        "Pasangan calon 01",
        "Pasangan calon 02",
        "Pasangan calon 03",
    ]
    assert [str(row) for row in form.rows(Election.DPR)][:7] == [
        "Partai Melati",
        *(f"calon nomor {number} Partai Melati" for number in range(1, 6)),
        "Partai Kenari",
    ]
    assert len(form.rows(Election.DPD)) == 4


def test_the_sources_of_identities_may_be_taught() -> None:
    for keys in form.IDENTITIES.values():
        assert all(REGISTER.entries[key].grade is not Grade.C for key in keys)


def test_sums_say_what_is_wrong() -> None:
    assert str(form.Equation("II", (30, 1, 20), 51)) == "30 + 1 + 20 = 51"
    assert str(form.Equation("II", (29, 1, 20), 51)) == "29 + 1 + 20 ≠ 51"


@pytest.mark.parametrize(
    ("votes", "marks"),
    [(0, "–"), (1, "I"), (4, "IIII"), (5, "IIIII"), (12, "IIIII IIIII II")],
)
def test_tally_marks_stand_in_fives(votes: int, marks: str) -> None:
    assert tally(votes) == marks
    assert marks.count("I") == votes


@pytest.mark.parametrize(
    ("slip", "case"),
    [
        (Slip.UNSIGNED, "ppwp-17"),
        (Slip.OFTEN, "ppwp-05"),
        (Slip.OFTEN, "dpr-08"),
        (Slip.ON_LINE, "ppwp-07"),
        (Slip.ON_LINE, "dpr-11"),
        (Slip.TWICE, "dpr-06"),
        (Slip.TO_CANDIDATE, "dpr-07"),
        (Slip.STILL_PARTY, "dpr-18"),
        (Slip.ELSEWHERE, "dpr-25"),
        (Slip.BLANK, "dpd-06"),
    ],
)
def test_traps_are_found_by_the_marks_on_the_sheet(slip: Slip, case: str) -> None:
    by_id = {case.id: case for case in CASES}
    plain = by_id["ppwp-01"]
    found = {trap.slip: trap for trap in traps([plain, by_id[case], plain])}
    assert list(found) == [slip]
    assert found[slip].sheets == (2,)
    assert found[slip].sources == by_id[case].sumber


@pytest.mark.parametrize("seed", range(20))
def test_recording_party_and_candidate_twice_adds_what_the_page_says(seed: int) -> None:
    _, sheets = drawn(seed, Election.DPR)
    twice = [trap for trap in traps(sheets) if trap.slip is Slip.TWICE]
    double = sum(case.id in ("dpr-06",) for case in sheets)
    assert sum(len(trap.sheets) * EFFECT[trap.slip] for trap in twice) == double
