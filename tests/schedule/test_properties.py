"""What holds for any file at all: no exception, nothing lost, nothing that depends on chance."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.problems import Severity
from scripts.schedule import build, calendars, exports, layout, modules, out_folder, pages, privacy
from scripts.schedule.cells import clean, hidden_characters, parse_election
from scripts.schedule.checks import Result, load
from scripts.schedule.entries import entries
from scripts.schedule.ledger import Ledger
from scripts.schedule.model import COLUMNS, MAIN_ELECTION, Jenis, Kepastian, Session, Status, Zona
from scripts.schedule.reader import HEADER_ALIASES, read
from scripts.schedule.regions import Region, children, written, zone_of
from scripts.schedule.reports import FORMATS, report
from scripts.schedule.settings import Settings
from tests.schedule.conftest import SOUND

HEADER = ",".join(SOUND)
ROW = ",".join(SOUND.values())


@pytest.fixture(scope="module")
def file() -> Iterator[Path]:
    """A file to write again and again: as a fixture of one test it would not be fresh either."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "uji.csv"


def _run(file: Path, data: bytes) -> Result:
    """Check a file; whatever it holds, every message must be fit to print."""
    file.write_bytes(data)
    result = load(file, Settings())
    assert result.problems == sorted(result.problems)
    for problem in result.problems:
        assert str(problem).isprintable(), repr(str(problem))
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(problem.message) < 2000
    for form in FORMATS:
        text = report(result.problems, form, len(result.sourced), 1, result.has_errors)
        assert form != "json" or json.loads(text)["lolos"] is not result.has_errors
        assert form == "json" or len(text.splitlines()) == len(result.problems) + 1
    return result


# Any bytes, any text


PIECES = st.sampled_from(
    [b",", b";", b"\t", b'"', b'""', b"\n", b"\r\n", b"\r", b"\x00", b"\xff", b"\xe9", b"-", b"=",
     b"sep=;\n", b"\xef\xbb\xbf", b"PK\x03\x04", "\u2028é\ufeff🗳".encode(), HEADER.encode(),
     HEADER.replace(",", ";").encode(), ROW.encode(), ROW.replace(",", ";").encode(),
     f"{HEADER}\n{ROW}\n".encode(), b"tanggal", b"32.01", b"081234567890", b"Pakansari"]
)  # fmt: skip


@settings(max_examples=400)
@given(
    st.binary(max_size=200) | st.lists(PIECES | st.binary(max_size=3), max_size=25).map(b"".join)
)
def test_any_bytes_give_problems_or_sessions(file: Path, data: bytes) -> None:
    result = _run(file, data)
    if not result.problems and not result.sessions:
        table, _ = read(file)
        assert table
        assert table.rows == [], "baris yang ada menjadi sesi atau pesan"


TEXTS = st.text(max_size=40) | st.sampled_from(
    ["=1+1", "'=1", "-", "–", ";", ";;", "a;b", "\x00", "\x1b[31m", "\n", "\r", '"', "'", "{{",
     "<b>", "<!-- sisipan -->", "3201", "32.01.01.1007", "99", "0", "1e9", "45318", "0,375",
     "9" * 50, "081234567890", "a@b.id", "https://a.id", "https://[", "contoh-1", "x" * 1100, "Ⅷ",
     "²", "İ", "ﬃ", "\u202e", "27/01/2024", "Sabtu, 27/01/2024", "24.00", "bimtek", "tidak disebut"]
)  # fmt: skip


@settings(max_examples=600)
@given(st.dictionaries(st.sampled_from(COLUMNS), TEXTS, max_size=5))
def test_any_text_in_any_cell_gives_problems_or_a_session(
    file: Path, cells: dict[str, str]
) -> None:
    result = _run(file, _csv([{**SOUND, **cells}]))
    errors = [p for p in result.problems if p.severity is Severity.ERROR]
    assert bool(errors) != bool(result.sessions)
    if result.sessions:
        _publish(result)


def _csv(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    # Otherwise Python writes a lone carriage return without quotes.
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([row.get(name, "") for name in COLUMNS] for row in rows)
    return text.getvalue().encode()


def _publish(result: Result) -> None:
    """Everything made of a sound row is made without an exception."""
    shown = entries(result.sourced)
    sessions = [entry.session for entry in shown]
    context = pages.Context(sessions, Counter(), date(2024, 1, 1), False)
    for _, _, text in pages.render(layout.lay_out(shown, 1), context):
        assert "\x00" not in text
    assert list(calendars.render(shown, Ledger()))
    assert json.loads(exports.jadwal_json(shown))["sesi"]


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set("\r\n\t\x0b\x0c\x85\u2028\u2029\u00a0")


# Sessions out, the same sessions in


def _is_publishable(text: str) -> bool:
    """Whether the checks let this text of a free cell pass."""
    return (
        bool(text)
        and text not in ("–", "—")
        and not hidden_characters(text)
        and not list(privacy.find(text))
    )


STARTS = ["", "=", "+", "-", "@", "'", "'=", "''-", "'x", '"', ";", ",", "＝", "[", "#", "sep=;"]
FREE = (
    st.builds(
        str.__add__,
        st.sampled_from(STARTS),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=25),
    )
    .map(clean)
    .filter(_is_publishable)
)
OPTIONAL = st.just("") | FREE
IDS = (
    st.text("abcXYZ0189._-", min_size=1, max_size=20)
    .map(lambda text: text.strip("._-"))
    .filter(lambda text: bool(text) and not list(privacy.find_by_pattern(text)))
)
NUMBERS = st.none() | st.integers(0, 999_999_999)
DAYS = st.dates(date(2000, 1, 1), date(2100, 11, 1))
HOURS = st.none() | st.times().map(lambda hour: hour.replace(second=0, microsecond=0))
LINKS = ["", "https://kpu.go.id/?a=1&b=;", "http://é.id/", "HTTPS://A.ID/=1"]


@st.composite
def regions(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the regions of a session: real ones, at any level, several of the smaller ones."""
    province = draw(st.sampled_from(children("")))
    found: dict[str, Any] = {"provinsi": province, "zona": Zona(zone_of(province))}
    level = draw(st.integers(1, 4))
    if level > 1:
        found["kab_kota"] = draw(st.sampled_from(children(province.code)))
    if level > 2:
        below = children(found["kab_kota"].code)
        districts = draw(st.lists(st.sampled_from(below), min_size=1, max_size=3, unique=True))
        found["kecamatan"] = tuple(districts)
    if level > 3:
        villages = [village for district in districts for village in children(district.code)]
        chosen = st.lists(st.sampled_from(villages), min_size=1, max_size=4, unique=True)
        found["kelurahan_desa"] = tuple(draw(chosen))
    return found


@st.composite
def sessions(draw: st.DrawFn, texts: st.SearchStrategy[str] = OPTIONAL) -> Session:
    """Draw a session as the checks may give it."""
    certainty = draw(st.sampled_from(Kepastian))
    known = certainty is not Kepastian.TIDAK_DISEBUT
    first = draw(DAYS) if known else None
    length = draw(st.none() | st.integers(0, 40)) if known else None
    last = first + timedelta(length) if first and length is not None else None
    start, end = draw(HOURS), draw(HOURS)
    if start and end and end <= start and not length:
        end = None
    main = st.just(MAIN_ELECTION)
    elections = main | texts.filter(lambda text: bool(text) and parse_election(text) == text)
    names = ("tempat", "alamat", "gelombang", "penyelenggara", "fasilitator", "catatan")
    return Session(
        **draw(regions()),
        **{name: draw(texts) for name in names},
        id=draw(st.just("") | IDS),
        tanggal=first,
        tanggal_selesai=last,
        jam_mulai=start,
        jam_selesai=end,
        jenis=draw(st.sampled_from(Jenis)),
        tps=draw(NUMBERS),
        peserta=draw(NUMBERS),
        modul=tuple(draw(st.lists(st.sampled_from(modules.known()), max_size=3, unique=True))),
        status=draw(st.sampled_from(Status)),
        kepastian_tanggal=certainty,
        sumber=draw(st.sampled_from(LINKS)),
        pemilu=draw(elections),
    )


def _identity(session: Session) -> tuple[Any, ...]:
    """What makes it a session of its own: everything but what may change or is only told."""
    cells = session.model_dump(
        exclude={"id", "tps", "peserta", "modul", "fasilitator", "status", "kepastian_tanggal",
                 "catatan", "sumber", "zona"}
    )  # fmt: skip
    cells["tanggal_selesai"] = session.last_day
    return tuple(str(value).casefold() for value in cells.values())


def several(most: int, strategy: st.SearchStrategy[Session]) -> st.SearchStrategy[list[Session]]:
    """Draw sessions of which no two are the same or share an id."""
    return st.lists(strategy, min_size=1, max_size=most, unique_by=_identity).filter(
        lambda found: max(Counter(s.id.casefold() for s in found if s.id).values(), default=1) == 1
    )


@settings(max_examples=200)
@given(several(3, sessions()))
def test_exported_sessions_read_back_as_themselves(file: Path, found: list[Session]) -> None:
    result = _run(file, exports.write_csv(found).encode())
    assert [str(p) for p in result.problems if p.severity is Severity.ERROR] == []
    assert result.sessions == found


@settings(max_examples=20)
@given(several(6, sessions(st.sampled_from(["", "Aula", "PPS =1", "1"]))), st.randoms())
def test_shuffled_rows_give_the_same_bytes(found: list[Session], chance: Any) -> None:
    shuffled = found.copy()
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trees = []
        for number, rows in enumerate((found, shuffled)):
            (folder / "data").mkdir(exist_ok=True)
            (folder / "data" / "uji.csv").write_text(exports.write_csv(rows), encoding="utf-8")
            docs = folder / str(number) / "docs"
            assert build(folder / "data", docs)
            assert build(folder / "data", docs) == []
            trees.append(_tree(docs.parent))
        assert trees[0] == trees[1]
        assert (out_folder(docs) / "publik").is_dir()


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# Every spelling of a row is the same row


MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
          "Oktober", "November", "Desember")  # fmt: skip
WEEK = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DATE_SPELLINGS: list[Callable[[date], str]] = [
    date.isoformat,
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1].lower()[:3]}. {day.year}",
    lambda day: f" {WEEK[day.weekday()]},  {day:%d/%m/%Y} ",
]
TIME_SPELLINGS: list[Callable[[time], str]] = [
    lambda hour: f"{hour:%H:%M}",
    lambda hour: f"{hour:%H.%M}",
    # 0.25 is refused: Excel means a quarter of a day by it
    lambda hour: f"{hour.hour}.{hour.minute:02}" if hour.hour else f"0:{hour.minute:02}",
]
REGION_SPELLINGS: list[Callable[[Region], str]] = [
    lambda place: place.name,
    lambda place: place.name.upper(),
    lambda place: "".join(place.name.split()).lower(),
    lambda place: place.name.replace(" ", "  "),
    lambda place: place.name.replace("Kab. ", "Kabupaten "),
    lambda place: place.code,
    lambda place: place.code.replace(".", ""),
]
PLAIN = st.text("abcdéÉ XYZ", max_size=12).map(clean)


def _spelt(draw: st.DrawFn, session: Session, name: str, value: Any) -> str:
    """Draw one of the accepted spellings of a value."""
    if isinstance(value, date):
        return draw(st.sampled_from(DATE_SPELLINGS))(value)
    if isinstance(value, time):
        return draw(st.sampled_from(TIME_SPELLINGS))(value)
    if isinstance(value, Region):
        parents = {
            "provinsi": ("",),
            "kab_kota": (session.provinsi.code,),
            "kecamatan": (session.kab_kota.code,) if session.kab_kota else (),
            "kelurahan_desa": tuple(place.code for place in session.kecamatan),
        }[name]
        if written(value, parents) == value.code:  # the name alone fits another one too
            return value.code
        return draw(st.sampled_from(REGION_SPELLINGS))(value)
    if isinstance(value, tuple):
        end = draw(st.sampled_from(["; ", ";", " ;; "]))
        return end.join(_spelt(draw, session, name, item) for item in value)
    if isinstance(value, Jenis | Status | Kepastian | Zona):
        return draw(st.sampled_from([value.value, value.value.upper(), f" {value.value.lower()}"]))
    if value is None or value == "":
        return draw(st.sampled_from(["", "-", "–", " — ", "  "]))
    return str(value)


@st.composite
def files(draw: st.DrawFn) -> tuple[Session, bytes]:
    """Draw a session and a file that holds it in one of the many ways offices write."""
    session = draw(sessions(PLAIN))
    dumped = {name: getattr(session, name) for name in COLUMNS}
    cells = {name: _spelt(draw, session, name, value) for name, value in dumped.items()}
    usual = Session.model_fields
    for name in COLUMNS:  # what is usual may be left out, its column too
        if dumped[name] == usual[name].default and name != "kab_kota" and draw(st.booleans()):
            del cells[name]
    order = draw(st.permutations(list(cells)))
    aliases: dict[str, list[str]] = {name: [name] for name in COLUMNS}
    for alias, column in HEADER_ALIASES.items():
        aliases[column].append(alias)
    change = draw(st.sampled_from([str, str.upper, lambda text: text.replace("_", " ").title()]))
    titles = [change(draw(st.sampled_from(aliases[name]))) for name in order]
    extra = [""] * draw(st.integers(0, 2))
    separator = draw(st.sampled_from(",;\t"))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = io.StringIO()
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow([*titles, *extra])
    writer.writerow([*(cells[name] for name in order), *extra])
    whole = text.getvalue() + draw(st.sampled_from(["", end, separator * 3 + end]))
    whole = draw(st.sampled_from(["", end, f"sep={separator}{end}"])) + whole
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]))
    try:
        return session, whole.encode(encoding)
    except UnicodeEncodeError:
        return session, whole.encode()


@settings(max_examples=400)
@given(files())
def test_every_spelling_of_a_row_is_the_same_session(
    file: Path, made: tuple[Session, bytes]
) -> None:
    session, data = made
    result = _run(file, data)
    assert [str(p) for p in result.problems if p.severity is Severity.ERROR] == []
    assert result.sessions == [session]
