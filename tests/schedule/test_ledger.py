"""The ledger: what did not change keeps sequence and stamp, what changed is later than before."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.schedule.ledger import BASE, EPOCH_VARIABLE, Ledger, Record, digest_of
from scripts.schedule.settings import SettingsError

START = datetime(2023, 6, 1, tzinfo=UTC)
ONE, TWO, THREE = (digest_of([word]) for word in ("satu", "dua", "tiga"))


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH_VARIABLE, raising=False)


def reread(ledger: Ledger, folder: Path) -> Ledger:
    """Give the ledger of the next run."""
    path = folder / "riwayat.json"
    path.write_bytes(ledger.to_bytes())
    return Ledger.read(path)


def test_an_unknown_event_starts_at_nought() -> None:
    assert datetime.fromtimestamp(BASE, UTC) == START
    assert Ledger().stamp("a", ONE) == (0, START)


def test_an_unchanged_event_keeps_both(tmp_path: Path) -> None:
    first = Ledger({"a": Record(ONE, 3, BASE + 500)})
    published = first.stamp("a", ONE)
    assert published == (3, START + timedelta(seconds=500))
    second = reread(first, tmp_path)
    assert second.stamp("a", ONE) == published
    assert second.to_bytes() == first.to_bytes()


def test_every_change_raises_the_sequence_by_one(tmp_path: Path) -> None:
    ledger = Ledger()
    found = []
    for digest in (ONE, TWO, TWO, ONE, THREE):
        found.append(ledger.stamp("a", digest))
        ledger = reread(ledger, tmp_path)
    assert [sequence for sequence, _ in found] == [0, 1, 1, 2, 3]
    assert [stamp - START for _, stamp in found] == [timedelta(seconds=s) for s in (0, 1, 1, 2, 3)]


def test_asking_twice_in_one_run_changes_nothing() -> None:
    ledger = Ledger({"a": Record(ONE, 0, BASE)})
    assert ledger.stamp("a", TWO) == ledger.stamp("a", TWO) == (1, START + timedelta(seconds=1))


def test_the_day_of_the_build_is_the_stamp_of_new_and_changed_events(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, "1706313600")
    ledger = Ledger({"lama": Record(ONE, 0, BASE), "ubah": Record(ONE, 4, BASE)})
    built = datetime(2024, 1, 27, tzinfo=UTC)
    assert ledger.stamp("baru", ONE) == (0, built)
    assert ledger.stamp("ubah", TWO) == (5, built)
    assert ledger.stamp("lama", ONE) == (0, START), "yang tidak berubah tidak bercap baru"


def test_a_stamp_before_the_fixed_base_catches_up_with_it() -> None:
    ledger = Ledger({"a": Record(ONE, 4, BASE - 100)})  # published with an early epoch
    assert ledger.stamp("a", TWO) == (5, START + timedelta(seconds=5))


@pytest.mark.parametrize("epoch", ["", "0", str(BASE), str(BASE + 1000)])
def test_a_change_is_later_than_what_was_published(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, epoch)
    before = BASE + 1000
    _, stamp = Ledger({"a": Record(ONE, 0, before)}).stamp("a", TWO)
    assert stamp.timestamp() == before + 1


@pytest.mark.parametrize("epoch", ["kemarin", "-1", "1.5", "²", "9" * 12, "9" * 5000, " 1", "1e9"])
def test_a_wrong_epoch_is_one_line_that_names_it(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, epoch)
    ledger = Ledger({"a": Record(ONE, 1, BASE)})
    assert ledger.stamp("a", ONE)[0] == 1, "tanpa perubahan variabel itu tidak perlu dibaca"
    with pytest.raises(SettingsError, match=EPOCH_VARIABLE) as caught:
        ledger.stamp("a", TWO)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 150


def test_the_file_is_compact_sorted_and_holds_only_who_was_asked_for() -> None:
    ledger = Ledger({"tidak-ada-lagi": Record(ONE, 7, BASE)})
    ledger.stamp("é", ONE)
    ledger.stamp("b", TWO)
    assert ledger.to_bytes().decode() == (
        f'{{"versi":1,"sesi":{{"b":["{TWO}",0,{BASE}],"é":["{ONE}",0,{BASE}]}}}}'
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{",
        b"null",
        b'{"versi":2,"sesi":{"a":["x",1,1]}}',
        b'{"versi":1,"sesi":{"a":["x",1]}}',
        b'{"versi":1,"sesi":{"a":["x","1",1]}}',
        b'{"versi":1,"sesi":{"a":["x",1.5,1]}}',
        b'{"versi":1,"sesi":{"a":["x",-9,1]}}',
        b'{"versi":1,"sesi":{"a":["x",1,-1]}}',
        b'{"versi":1,"sesi":{"a":["x",2147483647,1]}}',
        b'{"versi":1,"sesi":{"a":["x",1,99999999999999]}}',
        b'{"versi":1,"sesi":{"a":["x",1,1' + b"0" * 9999 + b"]}}",
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_an_empty_ledger(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "riwayat.json"
    path.write_bytes(content)
    assert Ledger.read(path).stamp("a", ONE) == (0, START)


def test_a_missing_file_and_a_folder_are_an_empty_ledger(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "tidak-ada.json"):
        assert Ledger.read(path).stamp("a", ONE) == (0, START)


def test_the_highest_values_still_rise(tmp_path: Path) -> None:
    path = tmp_path / "riwayat.json"
    path.write_text(json.dumps({"versi": 1, "sesi": {"a": [ONE, 2**31 - 2, 253_370_764_800]}}))
    sequence, stamp = Ledger.read(path).stamp("a", TWO)
    assert (sequence, stamp.year) == (2**31 - 1, 9999)


def test_a_digest_is_short_and_keeps_texts_apart() -> None:
    texts = [["ab"], ["a", "b"], ["b", "a"], ["a,b"], ['a","b'], ["a", "b", ""], [""], []]
    digests = [digest_of(each) for each in texts]
    assert len(set(digests)) == len(texts)
    assert all(len(digest) == 16 and int(digest, 16) >= 0 for digest in digests)
    # Another formula would give every published event a new sequence.
    assert digest_of(["bimtek KPPS", "é"]) == "aa023fde4fae496f"


@settings(max_examples=50)
@given(
    st.lists(
        st.dictionaries(st.sampled_from("abc"), st.sampled_from([ONE, TWO]), max_size=3), max_size=6
    )
)
def test_through_any_runs_sequence_and_stamp_never_fall(runs: list[dict[str, str]]) -> None:
    ledger, published = Ledger(), {}
    for run in runs:
        found = {uid: (digest, *ledger.stamp(uid, digest)) for uid, digest in run.items()}
        for uid, (digest, sequence, stamp) in found.items():
            if uid in published:
                old, old_sequence, old_stamp = published[uid]
                changed = digest != old
                assert sequence == old_sequence + changed
                assert (stamp > old_stamp) == changed
            else:
                assert (sequence, stamp) == (0, START)
        written = json.loads(ledger.to_bytes())["sesi"]
        assert set(written) == set(run)
        ledger, published = Ledger({uid: Record(*record) for uid, record in written.items()}), found
