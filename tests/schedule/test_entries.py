"""One order of sessions whatever the order of rows, and names that outlive every edit."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, time

import pytest

from scripts.schedule.entries import DOMAIN, Entry
from scripts.schedule.model import Jenis, Kepastian, Session, Status
from scripts.schedule.regions import region

Make = Callable[..., Session]
Enter = Callable[..., list[Entry]]


def _one(entered: Enter, session: Session) -> tuple[str, str]:
    (entry,) = entered(session)
    return entry.uid, entry.anchor


def test_an_id_is_the_name_of_a_session(session: Make, entered: Enter) -> None:
    assert _one(entered, session(id="P24-013")) == (f"p24-013@{DOMAIN}", "sesi-p24-013")
    assert DOMAIN == "jadwal.bimtek-kpps", "nama ini tidak boleh berubah"


def test_the_name_without_an_id_is_fixed_for_all_time(session: Make, entered: Enter) -> None:
    # If this changes, every subscribed calendar shows every session twice.
    assert _one(entered, session("32.01.01.1007", gelombang="1", penyelenggara="PPS")) == (
        f"tanpa-id.7d41a60b8552e915@{DOMAIN}",
        "sesi_7d41a60b8552e915",
    )


MOVES = {
    "tanggal": date(2024, 2, 1),
    "tanggal_selesai": date(2024, 2, 2),
    "jam_mulai": time(13),
    "jam_selesai": time(15),
    "tempat": "Aula lain",
    "alamat": "Jalan lain",
    "tps": 5,
    "peserta": 35,
    "modul": ("05-pemungutan-suara",),
    "fasilitator": "PPK",
    "status": Status.BERUBAH,
    "kepastian_tanggal": Kepastian.RENCANA,
    "catatan": "pindah",
    "sumber": "https://kpu.go.id/",
}
OTHERS = {
    "jenis": Jenis.SIMULASI,
    "gelombang": "2",
    "penyelenggara": "PPS",
    "pemilu": "Pilkada 2024",
    "kecamatan": (region("11.06.01"),),
}


@pytest.mark.parametrize("column", MOVES)
@pytest.mark.parametrize("identifier", ["", "a-1"])
def test_a_session_keeps_its_name_when_it_is_moved(
    identifier: str, column: str, session: Make, entered: Enter
) -> None:
    before = _one(entered, session(id=identifier))
    assert _one(entered, session(id=identifier, **{column: MOVES[column]})) == before


@pytest.mark.parametrize("column", OTHERS)
def test_another_session_has_another_name(column: str, session: Make, entered: Enter) -> None:
    other = session(**{column: OTHERS[column]})
    assert _one(entered, other) != _one(entered, session())
    with_id = session(id="a", **{column: OTHERS[column]})
    assert _one(entered, with_id) == _one(entered, session(id="a"))


def test_every_column_either_moves_a_session_or_makes_another_one() -> None:
    elsewhere = {"id", "zona", "provinsi", "kab_kota", "kelurahan_desa"}
    assert {*MOVES, *OTHERS, *elsewhere} == set(Session.model_fields)


def test_alike_sessions_without_an_id_are_numbered_in_order_of_time(
    session: Make, entered: Enter
) -> None:
    late = session(tanggal=date(2024, 1, 30))
    early = session(tanggal=date(2024, 1, 26))
    between = session(tanggal=date(2024, 1, 28), jenis=Jenis.TOT)
    first, other, second = entered(late, between, early)
    assert [first.session, other.session, second.session] == [early, between, late]
    assert second.uid == first.uid.replace("@", ".2@")
    assert second.anchor == f"{first.anchor}.2"
    assert not other.uid.startswith(first.uid.partition("@")[0])


def test_names_are_unique_also_beside_ids(session: Make, entered: Enter) -> None:
    made = entered(*(session(tps=i) for i in range(5)), session(id="tanpa-id"), session(id="x.2"))
    assert len({entry.uid for entry in made}) == len({entry.anchor for entry in made}) == 7


def test_sessions_stand_in_order_of_date_hour_and_place(session: Make, entered: Enter) -> None:
    wanted = [
        session("32.01", id="z", tanggal=date(2024, 1, 26)),
        session("11", id="prov"),
        session("11.06", id="y", jam_mulai=time(8)),
        session("11.06.01", id="x"),
        session("11.06.11", id="w1", gelombang="1"),
        session("11.06.11", id="a", gelombang="2"),
        session("11.06.11", id="B", gelombang="2"),
        session("32.01", id="v"),
        session("32.01.01", id="u2"),
        session("32.01.01.1007", id="u"),
        session("11.06", id="t", jam_mulai=time(9)),
        session("11.06", id="s", jam_mulai=time(23, 59)),
        session("11.06", id="r", jam_mulai=None),
        session("11.06", id="q", tanggal=None, jam_mulai=time(8)),
        session("11.06", id="p", tanggal=None, jam_mulai=None),
    ]
    chance = random.Random(1)
    for _ in range(5):
        shuffled = wanted.copy()
        chance.shuffle(shuffled)
        assert [e.session.id for e in entered(*shuffled)] == [s.id for s in wanted]


def test_shuffling_rows_without_an_id_changes_nothing(session: Make, entered: Enter) -> None:
    sessions = [
        session(peserta=i % 3, catatan=str(i % 2), tanggal=date(2024, 1, 26 + i % 2))
        for i in range(12)
    ]
    sessions = list(dict.fromkeys(sessions))
    expected = entered(*sessions)
    chance = random.Random(2)
    for _ in range(5):
        chance.shuffle(sessions)
        assert entered(*sessions) == expected


def test_an_entry_knows_its_file(session: Make, entered: Enter) -> None:
    assert [entry.file for entry in entered(session())] == ["data/jadwal/uji.csv"]
