"""Calendars, read back with vobject, which shares no code with the library that writes them."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar.parser import Contentline

from scripts.schedule import calendars
from scripts.schedule.calendars import calendar_of, render
from scripts.schedule.entries import Entry
from scripts.schedule.ledger import BASE, EPOCH_VARIABLE, Ledger, Record
from scripts.schedule.model import Jenis, Kepastian, Session, Status, Zona
from scripts.schedule.regions import region, zone_of

DAY = date(2024, 1, 27)
PLACE = {
    "provinsi": region("32"),
    "kab_kota": region("32.01"),
    "kecamatan": (region("32.01.01"),),
    "kelurahan_desa": (region("32.01.01.1007"),),
}
FULL = {
    **PLACE,
    "tanggal": DAY,
    "jam_mulai": time(8),
    "jam_selesai": time(12, 30),
    "zona": Zona.WIB,
    "tempat": "Aula Kantor Kelurahan Pakansari",
    "alamat": "Jalan Pemuda",
    "jenis": Jenis.BIMTEK_KPPS,
    "gelombang": "1",
    "penyelenggara": "PPS Pakansari",
    "fasilitator": "PPK Cibinong",
    "catatan": "bawa surat keputusan",
    "sumber": "https://kpu.go.id/pengumuman?a=1,2;b=3",
}


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH_VARIABLE, raising=False)


def entry(uid: str = "a-1", **changes: Any) -> Entry:
    """Give the full session with some fields changed."""
    return Entry(Session(**{**FULL, **changes}), "data/jadwal/uji.csv", uid, f"sesi-{uid}")


def files(entries: Iterable[Entry], ledger: Ledger | None = None) -> dict[str, bytes]:
    return dict(render(list(entries), ledger or Ledger()))


def events(content: bytes) -> list[Any]:
    """Give the events as vobject reads them; a file that breaks the standard fails the test."""
    calendar = vobject.readOne(content.decode())
    assert calendar.validate(raiseException=True)
    return calendar.contents.get("vevent", [])


def event(**changes: Any) -> Any:
    (found,) = events(files([entry(**changes)])["jadwal.ics"])
    return found


def lines(content: bytes) -> list[str]:
    """Give the unfolded lines."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def values(found: Any) -> dict[str, Any]:
    """Give name -> value of every property of a component."""
    return {child.name: child.value for child in found.lines()}


# One event


def test_every_field_is_read_back() -> None:
    found = values(event(uid="p24-013@jadwal.bimtek-kpps"))
    assert found.pop("DTSTART").isoformat() == "2024-01-27T08:00:00+07:00"
    assert found.pop("DTEND").isoformat() == "2024-01-27T12:30:00+07:00"
    stamp = datetime.fromtimestamp(BASE, UTC)
    assert (found.pop("DTSTAMP"), found.pop("LAST-MODIFIED")) == (stamp, stamp)
    assert found == {
        "UID": "p24-013@jadwal.bimtek-kpps",
        "SUMMARY": "Bimtek KPPS: Pakansari, Kec. Cibinong (gelombang 1)",
        "LOCATION": (
            "Aula Kantor Kelurahan Pakansari, Jalan Pemuda, Pakansari, Kec. Cibinong, "
            "Kab. Bogor, Jawa Barat"
        ),
        "DESCRIPTION": (
            "Penyelenggara: PPS Pakansari\n"
            "Fasilitator: PPK Cibinong\n"
            "Catatan: bawa surat keputusan\n"
            "Tanggal: tertulis di sumbernya.\n"
            "Yang berlaku adalah undangan resmi; bagi KPPS, undangan dari PPS."
        ),
        "CATEGORIES": ["bimtek KPPS"],
        "STATUS": "CONFIRMED",
        "URL": "https://kpu.go.id/pengumuman?a=1,2;b=3",
        "SEQUENCE": "0",
    }


def test_what_is_not_known_is_not_written() -> None:
    empty = dict.fromkeys(
        ("tempat", "alamat", "gelombang", "penyelenggara", "fasilitator", "catatan", "sumber"), ""
    )
    found = values(event(**empty))
    assert "URL" not in found
    assert found["SUMMARY"] == "Bimtek KPPS: Pakansari, Kec. Cibinong"
    assert found["LOCATION"] == "Pakansari, Kec. Cibinong, Kab. Bogor, Jawa Barat"
    assert len(found["DESCRIPTION"].splitlines()) == 2


@pytest.mark.parametrize(
    ("province", "offset", "name", "tzid"),
    [
        ("32", 7, "WIB", "Asia/Jakarta"),
        ("53", 8, "WITA", "Asia/Makassar"),
        ("91", 9, "WIT", "Asia/Jayapura"),
    ],
)
def test_each_zone_has_its_offset(province: str, offset: int, name: str, tzid: str) -> None:
    place = region(province)
    changes = {"provinsi": place, "kab_kota": None, "kecamatan": (), "kelurahan_desa": ()}
    content = files([entry(zona=Zona(zone_of(place)), **changes)])["jadwal.ics"]
    (found,) = events(content)
    assert found.dtstart.value.utcoffset() == timedelta(hours=offset)
    assert found.dtend.value.utcoffset() == timedelta(hours=offset)
    text = lines(content)
    assert f"DTSTART;TZID={tzid}:20240127T080000" in text
    assert f"DTEND;TZID={tzid}:20240127T123000" in text
    begin, end = text.index("BEGIN:VTIMEZONE"), text.index("END:VTIMEZONE")
    assert text[begin + 1 : end] == [
        f"TZID:{tzid}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:+0{offset}00",
        f"TZOFFSETTO:+0{offset}00",
        f"TZNAME:{name}",
        "END:STANDARD",
    ]
    assert text.count("BEGIN:VTIMEZONE") == 1, "hanya zona yang dipakai"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 1, day, hour, minute)


@pytest.mark.parametrize(
    ("last", "start", "end", "expected"),
    [
        # both hours
        (None, time(8), time(12), [(at(27, 8), at(27, 12))]),
        (27, time(8), time(12), [(at(27, 8), at(27, 12))]),
        # several days are a daily session
        (28, time(8), time(12), [(at(27, 8), at(27, 12)), (at(28, 8), at(28, 12))]),
        (29, time(8), time(12), [(at(day, 8), at(day, 12)) for day in (27, 28, 29)]),
        # an end that is not after the start belongs to the next day
        (28, time(20), time(2), [(at(27, 20), at(28, 2))]),
        (28, time(8), time(8), [(at(27, 8), at(28, 8))]),
        (30, time(20), time(2), [(at(day, 20), at(day + 1, 2)) for day in (27, 28, 29)]),
        # no end: neither invented nor before the start
        (None, time(8), None, [(at(27, 8), None)]),
        (29, time(8), None, [(at(day, 8), None) for day in (27, 28, 29)]),
        (None, time(8), time(8), [(at(27, 8), None)]),
        (None, time(8), time(7), [(at(27, 8), None)]),
        # no start: whole days, the end exclusive
        (None, None, None, [(date(2024, 1, 27), date(2024, 1, 28))]),
        (31, None, None, [(date(2024, 1, 27), date(2024, 2, 1))]),
        (None, None, time(12), [(date(2024, 1, 27), date(2024, 1, 28))]),
    ],
)
def test_the_time_of_an_event(
    last: int | None, start: time | None, end: time | None, expected: list[tuple[Any, Any]]
) -> None:
    until = date(2024, 1, last) if last else None
    found = event(tanggal_selesai=until, jam_mulai=start, jam_selesai=end)
    begin = found.dtstart.value
    duration = found.dtend.value - begin if hasattr(found, "dtend") else None
    begins = [begin]
    if hasattr(found, "rrule"):
        assert len(expected) > 1, "sesi sekali tidak berulang"
        begins = [each.replace(tzinfo=begin.tzinfo) for each in found.getrruleset()]
    shown = [(plain(each), plain(each + duration) if duration else None) for each in begins]
    assert shown == expected


def plain(moment: date) -> date:
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


def test_a_whole_day_is_a_date_and_needs_no_zone() -> None:
    text = lines(files([entry(jam_mulai=None, jam_selesai=None)])["jadwal.ics"])
    assert "DTSTART;VALUE=DATE:20240127" in text
    assert "DTEND;VALUE=DATE:20240128" in text
    assert "BEGIN:VTIMEZONE" not in text


@pytest.mark.parametrize(
    ("hours", "line"),
    [
        ({"jam_selesai": None}, "Jam selesai tidak diumumkan."),
        ({"jam_mulai": None}, "Selesai pukul 12.30 WIB; jam mulai tidak diumumkan."),
        ({"jam_mulai": None, "jam_selesai": None}, "Jam tidak diumumkan."),
    ],
)
def test_the_description_says_which_hours_are_missing(hours: dict[str, None], line: str) -> None:
    assert event(**hours).description.value.splitlines()[0] == line


@pytest.mark.parametrize(
    ("status", "certainty", "prefix", "expected"),
    [
        (Status.TERJADWAL, Kepastian.TERSURAT, "", "CONFIRMED"),
        (Status.SELESAI, Kepastian.DISIMPULKAN, "", "CONFIRMED"),
        (Status.BERUBAH, Kepastian.TERSURAT, "BERUBAH: ", "CONFIRMED"),
        (Status.DITUNDA, Kepastian.TERSURAT, "DITUNDA: ", "TENTATIVE"),
        (Status.TERJADWAL, Kepastian.RENCANA, "", "TENTATIVE"),
        (Status.BATAL, Kepastian.TERSURAT, "DIBATALKAN: ", "CANCELLED"),
        (Status.BATAL, Kepastian.RENCANA, "DIBATALKAN: ", "CANCELLED"),
    ],
)
def test_the_status_is_seen_and_machine_readable(
    status: Status, certainty: Kepastian, prefix: str, expected: str
) -> None:
    found = event(status=status, kepastian_tanggal=certainty)
    assert found.status.value == expected
    assert found.summary.value.startswith(f"{prefix}Bimtek KPPS: ")


def test_the_description_says_how_the_date_is_known() -> None:
    said = {each: event(kepastian_tanggal=each).description.value for each in Kepastian}
    assert len(set(said.values())) == len(Kepastian)
    assert "belum tentu" in said[Kepastian.DISIMPULKAN]
    assert "rencana" in said[Kepastian.RENCANA]
    assert all("undangan dari PPS" in text for text in said.values())


@pytest.mark.parametrize(
    ("wave", "shown"),
    [
        ("1", " (gelombang 1)"),
        ("II", " (gelombang II)"),
        ("A", " (gelombang A)"),
        ("sesi 1 dari 2", " (sesi 1 dari 2)"),
        ("kelas 1", " (kelas 1)"),
        ("", ""),
    ],
)
def test_a_wave_is_named_once(wave: str, shown: str) -> None:
    assert event(gelombang=wave).summary.value == f"Bimtek KPPS: Pakansari, Kec. Cibinong{shown}"


def test_a_session_of_a_regency_or_province_is_named_by_it() -> None:
    regency = event(kecamatan=(), kelurahan_desa=(), jenis=Jenis.TOT, gelombang="")
    assert regency.summary.value == "ToT: Kab. Bogor, Jawa Barat"
    province = event(kab_kota=None, kecamatan=(), kelurahan_desa=(), gelombang="", alamat="")
    assert province.summary.value == "Bimtek KPPS: Jawa Barat"
    assert province.location.value == "Aula Kantor Kelurahan Pakansari, Jawa Barat"


def test_many_places_are_counted_in_the_summary_and_listed_in_the_description() -> None:
    districts = tuple(region(f"32.01.0{number}") for number in range(1, 6))
    found = event(kecamatan=districts, kelurahan_desa=(), gelombang="")
    assert found.summary.value == (
        "Bimtek KPPS: Kec. Cibinong, Gunungputri, Citeureup, dan 2 lainnya, Kab. Bogor"
    )
    assert found.description.value.splitlines()[0] == (
        "Untuk: Kec. Cibinong, Gunungputri, Citeureup, Sukaraja, Babakan Madang"
    )
    villages = tuple(region(f"32.01.01.100{number}") for number in range(1, 6))
    found = event(kelurahan_desa=villages)
    assert "Karadenan, Harapanjaya, dan 2 lainnya, Kec. Cibinong" in found.summary.value
    assert found.description.value.splitlines()[0] == (
        "Untuk: Pondok Rajeg, Karadenan, Harapanjaya, Nanggewer, Nanggewer Mekar; Kec. Cibinong"
    )


def test_a_list_is_not_cut_for_one_name() -> None:
    found = event(kelurahan_desa=tuple(region(f"32.01.01.100{number}") for number in range(1, 5)))
    assert "Karadenan, Harapanjaya, Nanggewer, Kec. Cibinong" in found.summary.value
    assert "Untuk: " not in found.description.value


def test_a_district_of_papua_is_a_distrik() -> None:
    found = event(
        provinsi=region("91"),
        kab_kota=region("91.03"),
        kecamatan=(region("91.03.01"),),
        kelurahan_desa=(),
        zona=Zona.WIT,
        gelombang="",
    )
    assert found.summary.value == "Bimtek KPPS: Distrik Sentani, Kab. Jayapura"


# Files


def test_an_event_is_in_the_calendar_of_each_of_its_places() -> None:
    two = entry("dua", kecamatan=(region("32.01.01"), region("32.01.02")), kelurahan_desa=())
    regency = entry("kabupaten", kecamatan=(), kelurahan_desa=())
    province = entry("provinsi", kab_kota=None, kecamatan=(), kelurahan_desa=())
    other = entry(
        "lain",
        provinsi=region("53"),
        kab_kota=region("53.01"),
        kecamatan=(),
        kelurahan_desa=(),
        zona=Zona.WITA,
    )
    made = files([two, regency, province, other])
    assert {
        path: {each.uid.value for each in events(content)} for path, content in made.items()
    } == {
        "jadwal.ics": {"dua", "kabupaten", "provinsi", "lain"},
        "kalender/32.ics": {"dua", "kabupaten", "provinsi"},
        "kalender/32.01.ics": {"dua", "kabupaten"},
        "kalender/32.01.01.ics": {"dua"},
        "kalender/32.01.02.ics": {"dua"},
        "kalender/53.ics": {"lain"},
        "kalender/53.01.ics": {"lain"},
    }
    assert next(iter(made)) == "jadwal.ics"
    zones = {path: content.count(b"BEGIN:VTIMEZONE") for path, content in made.items()}
    assert zones.pop("jadwal.ics") == 2
    assert set(zones.values()) == {1}
    for each in (two, regency, province, other):
        path = calendar_of(each.session)
        assert each.uid in {found.uid.value for found in events(made[path])}


def test_an_event_is_in_a_calendar_once() -> None:
    content = files([entry(kecamatan=(region("32.01.01"),) * 2)])["kalender/32.01.01.ics"]
    assert len(events(content)) == 1


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({}, "kalender/32.01.01.ics"),
        ({"kecamatan": (region("32.01.02"), region("32.01.01"))}, "kalender/32.01.02.ics"),
        ({"kecamatan": (), "kelurahan_desa": ()}, "kalender/32.01.ics"),
        ({"kab_kota": None, "kecamatan": (), "kelurahan_desa": ()}, "kalender/32.ics"),
        ({"tanggal": None, "kepastian_tanggal": Kepastian.TIDAK_DISEBUT}, ""),
    ],
)
def test_the_calendar_of_a_session_is_the_smallest(changes: dict[str, Any], path: str) -> None:
    assert calendar_of(entry(**changes).session) == path


def test_the_head_of_a_calendar() -> None:
    made = files([entry()])
    for path, title in {
        "jadwal.ics": "Jadwal bimtek KPPS: Pemilu 2024",
        "kalender/32.ics": "Jadwal bimtek KPPS: Jawa Barat",
        "kalender/32.01.ics": "Jadwal bimtek KPPS: Kab. Bogor",
        "kalender/32.01.01.ics": "Jadwal bimtek KPPS: Kec. Cibinong, Kab. Bogor",
    }.items():
        calendar = vobject.readOne(made[path].decode())
        assert calendar.x_wr_calname.value.replace("\\,", ",") == title
        assert calendar.version.value == "2.0"
        assert calendar.calscale.value == "GREGORIAN"
        assert calendar.prodid.value.startswith("-//")
        assert not hasattr(calendar, "method"), "berkas langganan tidak memakai METHOD"
    assert (
        b"X-WR-CALNAME:Jadwal bimtek KPPS: Kec. Cibinong\\, Kab. Bogor\r\n"
        in (made["kalender/32.01.01.ics"])
    )


def test_without_a_date_a_session_is_in_no_calendar() -> None:
    made = files([entry(tanggal=None, jam_mulai=None, jam_selesai=None)])
    assert list(made) == ["jadwal.ics"]
    assert events(made["jadwal.ics"]) == []
    assert b"BEGIN:VTIMEZONE" in made["jadwal.ics"], "RFC 5545: kalender tidak boleh kosong"


def test_an_empty_schedule_still_has_its_whole_calendar() -> None:
    assert list(files([])) == ["jadwal.ics"]


def test_shuffled_sessions_give_the_same_bytes() -> None:
    base = [
        entry(f"a-{day}-{village}", tanggal=date(2024, 1, day), kelurahan_desa=(region(village),))
        for day, village in itertools.product((26, 27, 28), ("32.01.01.1001", "32.01.01.1007"))
    ]
    shuffled = random.Random(7).sample(base, len(base))
    assert shuffled != base
    first, second = Ledger(), Ledger()
    assert list(render(base, first)) == list(render(shuffled, second))
    assert first.to_bytes() == second.to_bytes()


def test_the_ledger_is_complete_before_the_first_file_is_taken() -> None:
    ledger = Ledger()
    untouched = render([entry()], ledger)
    assert b'"a-1"' in ledger.to_bytes()
    assert len(list(untouched)) == 4


# Revisions


def rerun(content: bytes, folder: Any) -> Ledger:
    path = folder / "riwayat.json"
    path.write_bytes(content)
    return Ledger.read(path)


def test_nothing_changed_gives_the_same_bytes(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Ledger()
    before = files([entry(), entry("b-2", tanggal=date(2024, 1, 28))], first)
    second = rerun(first.to_bytes(), tmp_path)
    monkeypatch.setenv(EPOCH_VARIABLE, "1800000000")  # a later build is not a new revision
    assert files([entry(), entry("b-2", tanggal=date(2024, 1, 28))], second) == before
    assert second.to_bytes() == first.to_bytes()


SHOWN = {
    "tanggal": date(2024, 1, 28),
    "tanggal_selesai": date(2024, 1, 29),
    "jam_mulai": time(9),
    "jam_selesai": None,
    "zona": Zona.WITA,
    "kelurahan_desa": (region("32.01.01.1001"),),
    "kecamatan": (region("32.01.02"),),
    "tempat": "Balai Desa",
    "alamat": "Jalan Raya",
    "jenis": Jenis.BIMTEK_PPS,
    "gelombang": "2",
    "penyelenggara": "PPS",
    "fasilitator": "PPK",
    "catatan": "bawa alat tulis",
    "sumber": "https://kpu.go.id/",
    "status": Status.BATAL,
    "kepastian_tanggal": Kepastian.RENCANA,
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_change_that_is_shown_is_a_revision_of_the_same_event(name: str, tmp_path: Any) -> None:
    first = Ledger()
    (old,) = events(files([entry()], first)["jadwal.ics"])
    second = rerun(first.to_bytes(), tmp_path)
    (new,) = events(files([entry(**{name: SHOWN[name]})], second)["jadwal.ics"])
    assert new.uid.value == old.uid.value
    assert (old.sequence.value, new.sequence.value) == ("0", "1")
    assert new.dtstamp.value == old.dtstamp.value + timedelta(seconds=1)
    assert new.last_modified.value == new.dtstamp.value


def test_a_cancelled_session_stays_the_same_event(tmp_path: Any) -> None:
    first = Ledger()
    files([entry()], first)
    second = rerun(first.to_bytes(), tmp_path)
    (found,) = events(files([entry(status=Status.BATAL)], second)["jadwal.ics"])
    assert (found.uid.value, found.status.value, found.sequence.value) == ("a-1", "CANCELLED", "1")


@pytest.mark.parametrize(
    "changes",
    [
        {"tps": 7},
        {"peserta": 49},
        {"modul": ("05-pemungutan-suara",)},
        {"tanggal_selesai": DAY},  # one day, spelt out
        {"status": Status.SELESAI},
        {"catatan": "bawa surat\x00keputusan"},
    ],
)
def test_a_change_that_no_calendar_shows_changes_nothing(changes: dict[str, Any]) -> None:
    base = {"catatan": "bawa surat keputusan"}
    first, second = Ledger(), Ledger()
    assert files([entry(**base)], first) == files([entry(**{**base, **changes})], second)
    assert first.to_bytes() == second.to_bytes()


def test_an_event_without_hours_does_not_change_with_the_zone() -> None:
    hours = {"jam_mulai": None, "jam_selesai": None}
    assert files([entry(**hours)]) == files([entry(**hours, zona=Zona.WITA)])


def test_a_session_that_lost_its_date_goes_on_counting(tmp_path: Any) -> None:
    ledger = Ledger({"a-1": Record("x", 4, BASE)})
    files([entry(tanggal=None, jam_mulai=None, jam_selesai=None)], ledger)
    (found,) = events(files([entry()], rerun(ledger.to_bytes(), tmp_path))["jadwal.ics"])
    assert int(found.sequence.value) > 4


def test_the_stamp_of_a_new_event_may_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, "1706313600")
    found = event()
    assert found.dtstamp.value == found.last_modified.value == datetime(2024, 1, 27, tzinfo=UTC)


# Text

#: Everything that means something to a calendar, and what takes one to four octets.
AWKWARD = st.text(
    alphabet=st.one_of(
        st.sampled_from("\\,;:\"^nN\r\n\t =BEGIN'"),
        st.sampled_from("aé→😀\u2028\u0085\x0b\x0c\x1c\x00\x7f"),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)


def expected(text: str) -> str:
    """Give the text that a reader should see: one kind of line end, no control characters."""
    text = re.sub("\r\n?", "\n", text)
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", " ", text)


def check_form(content: bytes) -> None:
    """Check lines, folds and line ends octet by octet."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75, f"{line!r} lebih dari 75 oktet"
        line.decode()  # no character is cut in two
    assert len(content.decode().splitlines()) == content.count(b"\r\n"), "ada akhir baris lain"


@settings(max_examples=150, deadline=None)
@given(venue=AWKWARD, note=AWKWARD, wave=AWKWARD, organiser=AWKWARD)
@example(venue="", note="", wave="", organiser="\r")  # before the line end of the next line
def test_any_text_stays_text(venue: str, note: str, wave: str, organiser: str) -> None:
    changes = {
        "tempat": venue,
        "catatan": note,
        "gelombang": f"x{wave}",
        "penyelenggara": organiser,
    }
    content = files([entry(**changes)])["jadwal.ics"]
    check_form(content)
    (found,) = events(content)
    assert found.summary.value == f"Bimtek KPPS: Pakansari, Kec. Cibinong (x{expected(wave)})"
    location = "Jalan Pemuda, Pakansari, Kec. Cibinong, Kab. Bogor, Jawa Barat"
    assert found.location.value == (f"{expected(venue)}, {location}" if venue else location)
    said = found.description.value
    assert not organiser or said.startswith(f"Penyelenggara: {expected(organiser)}\nFasilitator")
    assert not note or f"\nCatatan: {expected(note)}\nTanggal: " in said
    assert len(list(found.lines())) == 12, "teks tidak boleh menjadi sifat lain"


@pytest.mark.parametrize(
    "text",
    [
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:palsu\r\nSUMMARY:palsu",
        "x\nBEGIN:VEVENT\nUID:palsu",
        "x\rBEGIN:VALARM",
        "x\u2028BEGIN:VEVENT\u2028UID:palsu",
        "x\x85BEGIN:VEVENT",
        "x\x0bBEGIN:VEVENT",
        "x\\nBEGIN:VEVENT",
        "x\\\nBEGIN:VEVENT",
        "x\r\n BEGIN:VEVENT",
        '=HYPERLINK("https://contoh.id";"klik")',
        "D:\\Nama\\nilai\\;\\,",
        "\\",
        "😀" * 60,
        "a" * 500,
        "\\" * 200,
    ],
)
def test_hostile_text_stays_text_in_every_field(text: str) -> None:
    columns = ("tempat", "alamat", "gelombang", "penyelenggara", "fasilitator", "catatan", "sumber")
    for name in columns:
        content = files([entry(**{name: text})])["jadwal.ics"]
        check_form(content)
        starts = [line.partition(":")[0] for line in lines(content)]
        assert starts.count("BEGIN") == 4, "kalender, zona, STANDARD, sesi"
        assert starts.count("UID") == starts.count("SUMMARY") == 1
        (found,) = events(content)
        assert found.uid.value == "a-1"
        if name != "sumber":
            shown = found.summary.value + found.location.value + found.description.value
            assert expected(text) in shown


def test_what_separates_is_escaped() -> None:
    text = lines(files([entry(tempat="a;b,c\\d\ne", alamat="")])["jadwal.ics"])
    assert r"LOCATION:a\;b\,c\\d\ne\, Pakansari\, Kec. Cibinong\, Kab. Bogor\, Jawa Barat" in text


def test_a_uid_is_text_too() -> None:
    (found,) = events(files([entry("a,b;c\\d\r\nUID:palsu")])["jadwal.ics"])
    assert found.contents["uid"][0].value.count("palsu") == 1
    assert len(found.contents["uid"]) == 1


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text("\\^;,a"), st.text(st.characters(codec="utf-8"))))
def test_a_line_is_folded_as_the_library_folds_it(text: str) -> None:
    for start in range(80):  # an escape at every place of the line
        line = re.sub("[\r\n]", " ", f"{'a' * start}{text * 4}")
        assert calendars._Line(line).to_ical() == Contentline(line).to_ical()


def test_long_lines_are_folded_at_75_octets() -> None:
    content = files([entry(catatan="a" * 400)])["jadwal.ics"]
    assert max(map(len, content.split(b"\r\n"))) == 75
