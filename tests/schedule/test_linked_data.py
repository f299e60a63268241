"""What search engines read of a session is what the page says, and never ends the script."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.schedule.entries import Entry
from scripts.schedule.linked_data import event, in_script, script
from scripts.schedule.model import Jenis, Session, Status
from scripts.schedule.words import ENGLISH, INDONESIAN, Words

Make = Callable[..., Session]
Enter = Callable[..., list[Entry]]
Told = Callable[..., dict[str, Any]]


@pytest.fixture
def told(session: Make, entered: Enter) -> Told:
    """Give a function that makes a session and gives its event, as read back."""

    def make(at: str = "32.01.01.1007", words: Words = INDONESIAN, **fields: Any) -> dict[str, Any]:
        (entry,) = entered(session(at, **fields))
        made: dict[str, Any] = json.loads(json.dumps(event(entry, words)))
        return made

    return make


def test_every_part_of_an_event(told: Told) -> None:
    made = told(
        id="a-1",
        jam_selesai=time(12, 30),
        tempat="Aula Kantor Kelurahan",
        alamat="Jalan Pemuda",
        penyelenggara="PPS Pakansari",
        catatan="tidak ikut",
    )
    assert made == {
        "@type": "Event",
        "@id": "#sesi-a-1",
        "name": "Bimtek KPPS: Pakansari",
        "startDate": "2024-01-27T08:00:00+07:00",
        "endDate": "2024-01-27T12:30:00+07:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Aula Kantor Kelurahan",
            "address": "Jalan Pemuda, Cibinong, Kab. Bogor, Jawa Barat",
        },
        "organizer": {"@type": "Organization", "name": "PPS Pakansari"},
    }


def test_what_is_not_known_is_left_out(told: Told) -> None:
    made = told(jam_mulai=None)
    assert made["startDate"] == "2024-01-27"
    assert "endDate" not in made
    assert "organizer" not in made
    assert made["location"]["name"] == "Pakansari"


@pytest.mark.parametrize(
    ("at", "start"),
    [
        ("32.01", "2024-01-27T08:00:00+07:00"),
        ("51.71", "2024-01-27T08:00:00+08:00"),
        ("91.03", "2024-01-27T08:00:00+09:00"),
    ],
)
def test_hours_have_the_offset_of_their_zone(at: str, start: str, told: Told) -> None:
    assert told(at)["startDate"] == start


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"tanggal_selesai": date(2024, 1, 28)}, "2024-01-28"),
        ({"tanggal_selesai": date(2024, 1, 27)}, None),
        (
            {"tanggal_selesai": date(2024, 1, 28), "jam_selesai": time(1)},
            "2024-01-28T01:00:00+07:00",
        ),
        ({"jam_mulai": None, "jam_selesai": time(23, 30)}, "2024-01-27T23:30:00+07:00"),
    ],
)
def test_the_end(fields: dict[str, Any], end: str | None, told: Told) -> None:
    assert told(**fields).get("endDate") == end


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.SELESAI, "EventScheduled"),
        (Status.TERJADWAL, "EventScheduled"),
        (Status.BERUBAH, "EventRescheduled"),
        (Status.DITUNDA, "EventPostponed"),
        (Status.BATAL, "EventCancelled"),
    ],
)
def test_states(status: Status, word: str, told: Told) -> None:
    assert told(status=status)["eventStatus"] == f"https://schema.org/{word}"


@pytest.mark.parametrize(
    ("at", "name", "address"),
    [
        ("32", "Jawa Barat", "Jawa Barat"),
        ("32.01", "Kab. Bogor", "Jawa Barat"),
        ("32.01.01", "Cibinong", "Kab. Bogor, Jawa Barat"),
        ("32.01.01.1007", "Pakansari", "Cibinong, Kab. Bogor, Jawa Barat"),
    ],
)
def test_names_of_regions(at: str, name: str, address: str, told: Told) -> None:
    made = told(at)
    assert made["name"] == f"Bimtek KPPS: {name}"
    assert made["location"] == {"@type": "Place", "name": name, "address": address}


@pytest.mark.parametrize("kind", Jenis)
def test_kinds_are_told_in_the_pages_language(kind: Jenis, told: Told) -> None:
    for words in (INDONESIAN, ENGLISH):
        made = told(jenis=kind, words=words)
        assert made["name"] == f"{words.jenis[kind]}: Pakansari"


def _parsed(text: str) -> Any:
    inner = text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert inner != text
    return json.loads(inner)


def test_a_page_has_one_script_with_every_dated_session(session: Make, entered: Enter) -> None:
    entries = entered(session(id="a"), session(id="b"), session(id="c", tanggal=None))
    document = _parsed(script(entries, INDONESIAN))
    assert document["@context"] == "https://schema.org"
    assert document["@graph"] == [event(entry, INDONESIAN) for entry in entries[:2]]


def test_without_a_dated_session_there_is_no_script(session: Make, entered: Enter) -> None:
    assert script([], INDONESIAN) == ""
    assert script(entered(session(tanggal=None)), INDONESIAN) == ""


AWKWARD = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "{{ config }} {% raw %} {# x #} }} }",
    "&lt;/script&gt;",
    'kutip " dan \\ dan \\u007b dan \\\\',
    "\ue000 dan \ue001 {x}",
    "é ’ 🗳 \u2028",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_stays_what_it_is(text: str, session: Make, entered: Enter) -> None:
    entries = entered(session(tempat=text, alamat=text, penyelenggara=text))
    whole = script(entries, ENGLISH)
    (made,) = _parsed(whole)["@graph"]
    assert made["location"]["name"] == made["organizer"]["name"] == text
    assert made["location"]["address"].startswith(f"{text}, ")
    _is_safe(whole.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))


def _is_safe(text: str) -> None:
    """Nothing in it ends the script or looks like a template's expression."""
    for part in ("<", ">", "&", "{{", "}}", "{%", "%}", "{#", "#}"):
        assert part not in text


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_every_value_comes_back_and_is_safe_in_a_script(value: Any) -> None:
    text = in_script(value)
    assert json.loads(text) == value
    _is_safe(text)
