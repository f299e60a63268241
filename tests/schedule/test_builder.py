"""A build is all or nothing, writes only what changed, and knows nothing of MkDocs or the clock."""

from __future__ import annotations

import ast
import csv
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.paths import ROOT
from scripts.schedule import ScheduleError, build, out_folder, publish, settings
from scripts.schedule.__main__ import main
from scripts.schedule.ledger import EPOCH_VARIABLE
from scripts.schedule.settings import Settings

Row = dict[str, str]
Sound = Callable[..., Row]
Write = Callable[..., Path]

BALI = {"provinsi": "Bali", "kab_kota": "Kab. Badung", "kecamatan": "Kuta"}
BOGOR = {"provinsi": "Jawa Barat", "kab_kota": "Kab. Bogor", "kecamatan": "Cibinong"}


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH_VARIABLE, raising=False)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Where pages go; calendars and data go beside it."""
    return tmp_path / "situs" / "docs"


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Give a function that sets how many sessions one page holds."""

    def set_to(number: int) -> None:
        rules = Settings(sesi_per_halaman=number)
        monkeypatch.setattr(settings, "read", lambda: rules)

    return set_to


def _tree(docs: Path) -> dict[str, bytes]:
    """Everything a build made: path -> bytes."""
    root = docs.parent
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _times(docs: Path) -> dict[str, int]:
    root = docs.parent
    return {
        path.relative_to(root).as_posix(): path.stat().st_mtime_ns
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _event(docs: Path) -> dict[str, str]:
    """Property -> value of the only event of the whole calendar."""
    text = (out_folder(docs) / "publik/jadwal.ics").read_text(encoding="utf-8")
    (event,) = re.findall(r"BEGIN:VEVENT(.*)END:VEVENT", text.replace("\n ", ""), re.DOTALL)
    return dict(line.split(":", 1) for line in event.strip().splitlines())


# What is written


def test_a_build_writes_pages_calendars_and_data(sound: Sound, write: Write, docs: Path) -> None:
    written = build(write([sound()]), docs)
    made = set(_tree(docs))
    assert made == {path.relative_to(docs.parent).as_posix() for path in written}
    assert made >= {
        "docs/id/jadwal/index.md",
        "docs/en/jadwal/index.md",
        ".cache/jadwal/sisipan/id/index.html",
        ".cache/jadwal/sisipan/en/index.html",
        ".cache/jadwal/publik/jadwal.ics",
        ".cache/jadwal/publik/kalender/11.ics",
        ".cache/jadwal/publik/kalender/11.06.ics",
        ".cache/jadwal/publik/kalender/11.06.11.ics",
        ".cache/jadwal/publik/kalender-riwayat.json",
        ".cache/jadwal/publik/cari/daftar.json",
        ".cache/jadwal/publik/jadwal.json",
        ".cache/jadwal/publik/jadwal.csv",
        ".cache/jadwal/publik/skema-jadwal.json",
        ".cache/jadwal/publik/skema-csv.json",
    }
    assert {path for path in made if path.endswith(".md")} == {
        "docs/id/jadwal/index.md",
        "docs/en/jadwal/index.md",
    }


def test_a_second_build_writes_nothing(sound: Sound, write: Write, docs: Path) -> None:
    data = write([sound(), sound(id="b", **BALI), sound(id="", **BOGOR)])
    build(data, docs)
    before, times = _tree(docs), _times(docs)
    assert build(data, docs) == []
    assert _tree(docs) == before
    assert _times(docs) == times, "berkas yang tidak berubah tidak boleh ditulis lagi"


def test_only_the_changed_file_is_written_again(sound: Sound, write: Write, docs: Path) -> None:
    data = write([sound()])
    build(data, docs)
    english = docs / "en/jadwal/index.md"
    inset = out_folder(docs) / "sisipan/id/index.html"
    english.write_text("lama", encoding="utf-8")
    inset.unlink()
    assert sorted(build(data, docs)) == sorted([english, inset])


def test_everything_but_the_pages_may_go_elsewhere(
    sound: Sound, write: Write, docs: Path, tmp_path: Path
) -> None:
    written = build(write([sound()]), docs, out=tmp_path / "lain")
    assert all(docs in path.parents or tmp_path / "lain" in path.parents for path in written)
    assert not out_folder(docs).exists()
    assert (tmp_path / "lain/publik/jadwal.ics").is_file()


def test_what_is_published_is_copied_into_the_site(
    sound: Sound, write: Write, docs: Path, tmp_path: Path
) -> None:
    build(write([sound()]), docs)
    site = tmp_path / "site"
    publish(docs, site)
    public = out_folder(docs) / "publik"
    copied = {p.relative_to(site / "jadwal") for p in site.rglob("*") if p.is_file()}
    assert copied == {p.relative_to(public) for p in public.rglob("*") if p.is_file()}
    publish(docs, site)


def test_sessions_of_other_elections_and_examples_are_on_no_page(
    sound: Sound, write: Write, docs: Path
) -> None:
    rows = [
        sound(),
        sound(id="lain-1", pemilu="Pemilu 2019", tempat="Aula lain"),
        sound(id="contoh-1", gelombang="2", tempat="Aula contoh"),
    ]
    build(write(rows), docs)
    public = out_folder(docs) / "publik"
    (session,) = json.loads((public / "jadwal.json").read_text(encoding="utf-8"))["sesi"]
    assert session["id"] == "a-1"
    for path, content in _tree(docs).items():
        if not path.endswith("contoh-jadwal.csv"):
            assert b"Aula lain" not in content, path
            assert b"Aula contoh" not in content, path


@pytest.mark.parametrize(
    ("name", "collected"), [("pemilu-2024.csv", True), ("kantor-kami.csv", False)]
)
def test_only_an_archive_was_collected_from_news(
    name: str, collected: bool, sound: Sound, write: Write, docs: Path
) -> None:
    build(write([sound()], name), docs)
    page = (docs / "id/jadwal/index.md").read_text(encoding="utf-8")
    assert ("dikumpulkan dari berita" in page) == collected


def test_no_sessions_still_make_a_site(sound: Sound, write: Write, docs: Path) -> None:
    build(write([sound(pemilu="Pemilu 2019")], "pemilu-2024.csv"), docs)
    page = (docs / "id/jadwal/index.md").read_text(encoding="utf-8")
    assert "dikumpulkan dari berita" not in page, "tidak ada apa-apa yang dikumpulkan"
    assert b"BEGIN:VEVENT" not in (out_folder(docs) / "publik/jadwal.ics").read_bytes()
    assert build(write([], "kosong.csv"), docs) == [], "baris judul saja tidak mengubah apa pun"


# All or nothing


def test_with_any_error_nothing_is_written(sound: Sound, write: Write, docs: Path) -> None:
    data = write([sound()])
    build(data, docs)
    before, times = _tree(docs), _times(docs)
    write([sound(id="b", tanggal="2024-01-28", tempat="Aula baru")], "b.csv")
    write([sound(id="c", tanggal="32/01/2024"), sound(id="d", status="x", tempat="Aula")], "c.csv")
    with pytest.raises(ScheduleError) as caught:
        build(data, docs)
    assert [problem.code for problem in caught.value.problems] == ["JDW007", "JDW015"]
    assert "c.csv:2:" in str(caught.value)
    assert (_tree(docs), _times(docs)) == (before, times), "keluaran lama harus utuh"


def test_with_an_error_and_no_previous_output_nothing_appears(
    sound: Sound, write: Write, docs: Path
) -> None:
    with pytest.raises(ScheduleError):
        build(write([sound(status="x")]), docs)
    assert not docs.parent.exists()


def test_a_warning_stops_only_a_strict_build(sound: Sound, write: Write, docs: Path) -> None:
    data = write([sound(jam_mulai="")])
    with pytest.raises(ScheduleError) as caught:
        build(data, docs, strict=True)
    assert [problem.code for problem in caught.value.problems] == ["JDW039"]
    assert not docs.parent.exists()
    assert build(data, docs)
    assert build(write([sound()]), docs, strict=True)


def test_a_wrong_epoch_stops_the_build_before_anything_is_written(
    sound: Sound, write: Write, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, "kemarin")
    with pytest.raises(ScheduleError) as caught:
        build(write([sound()]), docs)
    assert [problem.code for problem in caught.value.problems] == ["JDW046"]
    assert EPOCH_VARIABLE in str(caught.value)
    assert not docs.parent.exists()


# Pages come and go


def test_pages_and_calendars_of_regions_without_sessions_disappear(
    sound: Sound, write: Write, docs: Path, limit: Callable[[int], None]
) -> None:
    limit(2)
    rows = [
        sound(),
        *(sound(id=f"b{i}", gelombang=str(i), **BOGOR) for i in range(3)),
        sound(id="c", **BALI),
    ]
    build(write(rows), docs)
    made = set(_tree(docs))
    for language in ("id", "en"):
        for name in ("index", "11", "32", "32.01", "51"):
            assert f"docs/{language}/jadwal/{name}.md" in made
            assert f".cache/jadwal/sisipan/{language}/{name}.html" in made
    assert ".cache/jadwal/publik/kalender/51.03.01.ics" in made

    build(write(rows[:-1]), docs)
    gone = made - set(_tree(docs))
    assert {path for path in gone if "/cari/" not in path} == {
        "docs/id/jadwal/51.md",
        "docs/en/jadwal/51.md",
        ".cache/jadwal/sisipan/id/51.html",
        ".cache/jadwal/sisipan/en/51.html",
        ".cache/jadwal/publik/kalender/51.ics",
        ".cache/jadwal/publik/kalender/51.03.ics",
        ".cache/jadwal/publik/kalender/51.03.01.ics",
    }
    build(write(rows[:2]), docs)
    pages = {path for path in _tree(docs) if path.endswith((".md", ".html"))}
    assert {Path(path).stem for path in pages} == {"index"}


def test_what_a_build_leaves_is_what_a_first_build_makes(
    sound: Sound, write: Write, docs: Path, tmp_path: Path, limit: Callable[[int], None]
) -> None:
    limit(2)
    rows = [sound(), sound(id="b", **BOGOR), sound(id="c", **BALI)]
    data = write(rows)
    build(data, docs)
    write([rows[0], rows[2]])
    build(data, docs)
    fresh = tmp_path / "baru" / "docs"
    build(data, fresh)
    assert _tree(docs) == _tree(fresh)


def test_pages_that_people_wrote_are_left_alone(sound: Sound, write: Write, docs: Path) -> None:
    own = [docs / "id/jadwal/catatan.md", docs / "id/jadwal/32.01.05.md", docs / "id/index.md"]
    for path in own:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("milik orang", encoding="utf-8")
    stale = docs / "en/jadwal/32.01.md"
    stale.parent.mkdir(parents=True)
    stale.write_text("lama", encoding="utf-8")
    build(write([sound()]), docs)
    assert all(path.read_text(encoding="utf-8") == "milik orang" for path in own)
    assert not stale.exists()


# Always the same bytes


def test_shuffled_rows_give_the_same_bytes(
    sound: Sound, write: Write, docs: Path, tmp_path: Path, limit: Callable[[int], None]
) -> None:
    limit(4)
    rows = [
        *(sound(id=f"b{i}", gelombang=str(i), **BOGOR) for i in range(5)),
        *(sound(id="", gelombang=str(i), tps=str(i % 2)) for i in range(4)),
        *(sound(id="", tanggal=f"2024-01-{28 + i}") for i in range(3)),
        sound(id="x", pemilu="Pemilu 2019"),
        sound(id="y", tanggal="", kepastian_tanggal="tidak disebut", **BALI),
    ]
    build(write(rows), docs)
    expected = _tree(docs)
    chance = random.Random(7)
    for number in range(3):
        chance.shuffle(rows)
        other = tmp_path / f"acak{number}" / "docs"
        build(write(rows), other)
        assert _tree(other) == expected
        assert build(write(rows), docs) == []


def test_a_csv_of_the_export_makes_the_same_pages(
    sound: Sound, write: Write, docs: Path, tmp_path: Path
) -> None:
    rows = [sound(tempat="=Aula; 'x'"), sound(id="", **BOGOR, kelurahan_desa="Pakansari")]
    data = write(rows)
    build(data, docs)
    expected = _tree(docs)
    shutil.copy(out_folder(docs) / "publik/jadwal.csv", data / "uji.csv")
    assert build(data, docs) == []
    assert _tree(docs) == expected
    with (data / "uji.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == 3


def test_the_day_changes_the_page_only_when_it_is_given(
    sound: Sound, write: Write, docs: Path
) -> None:
    data = write([sound(status="terjadwal")])
    build(data, docs)
    insets = [out_folder(docs) / f"sisipan/{language}/index.html" for language in ("id", "en")]
    assert sorted(build(data, docs, today=date(2024, 2, 1))) == sorted(insets)
    assert sorted(build(data, docs)) == sorted(insets)
    assert build(data, docs, today=date(2024, 1, 27)) == []


def test_nothing_asks_the_clock() -> None:
    clocks = {"today", "now", "utcnow", "localtime", "gmtime", "time_ns", "getmtime"}
    for path in (ROOT / "scripts" / "schedule").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                asked = node.func.attr in clocks or ast.unparse(node.func) == "time.time"
                assert not asked, f"{path.name}:{node.lineno}: hasilnya harus sama tiap hari"


# A session that moves


def test_a_moved_session_stays_the_same_event_and_its_revision_rises(
    sound: Sound, write: Write, docs: Path
) -> None:
    for identifier in ("a-1", ""):
        data = write([sound(id=identifier)])
        build(data, docs)
        first = _event(docs)
        assert first["SEQUENCE"] == "0"
        assert build(data, docs) == []
        write([sound(id=identifier, tanggal="2024-01-29", jam_mulai="09.00", tempat="Aula")])
        build(data, docs)
        second = _event(docs)
        assert second["UID"] == first["UID"]
        assert second["SEQUENCE"] == "1"
        assert second["DTSTAMP"] > first["DTSTAMP"]
        assert any("20240129" in value for value in second.values())
        assert build(data, docs) == []
        write([sound(id=identifier, tanggal="2024-01-29", jam_mulai="09.00", tempat="Aula",
                     status="batal")])  # fmt: skip
        build(data, docs)
        third = _event(docs)
        assert (third["UID"], third["SEQUENCE"]) == (first["UID"], "2")
        assert third["STATUS"] == "CANCELLED"
        shutil.rmtree(docs.parent)


def test_a_change_that_a_calendar_does_not_show_is_no_revision(
    sound: Sound, write: Write, docs: Path
) -> None:
    data = write([sound()])
    build(data, docs)
    write([sound(tps="7", peserta="49", modul="05-pemungutan-suara")])
    build(data, docs)
    assert _event(docs)["SEQUENCE"] == "0"


# The command


def test_the_command_builds_and_reports(
    sound: Sound, write: Write, docs: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data = write([sound(status="terjadwal")])
    arguments = ["build", "--data", str(data), "--docs", str(docs), "--today", "2024-02-01"]
    arguments += ["--out", str(tmp_path / "lain")]
    assert main(arguments) == 0
    told = capsys.readouterr().out.splitlines()
    assert all(line.startswith("ditulis: ") for line in told)
    assert f"ditulis: {(docs / 'id/jadwal/index.md').as_posix()}" in told
    assert (tmp_path / "lain/publik/jadwal.ics").is_file()
    assert main(arguments) == 0
    assert capsys.readouterr().out == "Halaman jadwal sudah mutakhir.\n"
    write([sound(jenis="x")])
    assert main(arguments) == 1
    failed = capsys.readouterr()
    assert "JDW014 galat" in failed.out
    assert failed.err == "Halaman jadwal tidak diubah.\n"


def test_a_strict_command_stops_at_a_warning(
    sound: Sound, write: Write, docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write([sound(jam_mulai="")])
    arguments = ["build", "--data", str(data), "--docs", str(docs)]
    assert main([*arguments, "--strict", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["lolos"] is False
    assert [found["kode"] for found in document["masalah"]] == ["JDW039"]
    assert main([*arguments, "--strict", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=")
    assert not docs.exists()
    assert main(arguments) == 0


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["build", "--today", "kemarin"])
    assert caught.value.code == 2
    assert "--today" in capsys.readouterr().err


def test_the_package_does_without_mkdocs() -> None:
    code = "import scripts.schedule, sys; print('mkdocs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False", "scripts.schedule tidak boleh mengimpor mkdocs"


def test_a_build_is_the_same_in_any_time_zone_and_locale(
    sound: Sound, write: Write, docs: Path, tmp_path: Path
) -> None:
    data = write([sound(), sound(id="", **BALI)])
    build(data, docs)
    other = tmp_path / "jauh" / "docs"
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "scripts.schedule", "build", "--data", str(data)]
    subprocess.run(
        [*command, "--docs", str(other)], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    assert _tree(other) == _tree(docs)
