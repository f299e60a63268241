"""Which pages there are, and on which of them each session stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from scripts.schedule.entries import Entry
from scripts.schedule.layout import Sheet, lay_out, page_of, pages
from scripts.schedule.model import Session

Make = Callable[..., Session]
Enter = Callable[..., list[Entry]]


@pytest.fixture
def many(session: Make, entered: Enter) -> Callable[..., list[Entry]]:
    """Give a function that makes so many sessions of each region: code=count."""

    def make(**counts: int) -> list[Entry]:
        sessions = []
        for name, count in counts.items():
            code = name.removeprefix("r").replace("_", ".")
            sessions += [
                session(code, id=f"{name}-{i}", tanggal=date(2024, 1, 25) + timedelta(i))
                for i in range(count)
            ]
        return entered(*sessions)

    return make


def _tree(sheet: Sheet) -> dict[str, int]:
    """Give address -> sessions that stand there, of a page and all below it."""
    tree = {sheet.address: len(sheet.entries)}
    for below in sheet.below:
        tree |= _tree(below)
    return tree


def test_a_small_office_gets_one_page(many: Callable[..., list[Entry]]) -> None:
    entries = many(r32_01=3, r11=2)
    (sheet,) = lay_out(entries, 5)
    assert (sheet.region, sheet.name, sheet.address, sheet.total) == (None, "index", "", 5)
    assert (sheet.entries, sheet.below, sheet.above) == (entries, [], None)


def test_no_sessions_still_have_a_page() -> None:
    (sheet,) = lay_out([], 60)
    assert (sheet.total, sheet.entries, sheet.below) == (0, [], [])


def test_one_more_than_a_page_holds_divides_it_by_province(
    many: Callable[..., list[Entry]],
) -> None:
    entries = many(r32_01=3, r32_71=2, r11=1)
    overview, *provinces = lay_out(entries, 5)
    assert _tree(overview) == {"": 0, "11/": 1, "32/": 5}
    assert overview.below == provinces
    assert [(sheet.name, sheet.total) for sheet in provinces] == [("11", 1), ("32", 5)]
    assert all(sheet.above is overview for sheet in provinces)
    assert overview.total == 6


def test_a_province_over_the_limit_is_divided_by_regency(
    many: Callable[..., list[Entry]],
) -> None:
    entries = many(r32_01_01=4, r32_71=1, r32=2, r11_06=3)
    sheets = lay_out(entries, 5)
    assert [sheet.address for sheet in sheets] == ["", "11/", "32/", "32.01/", "32.71/"]
    # What is for the whole province stays on the province's page.
    assert _tree(sheets[0]) == {"": 0, "11/": 3, "32/": 2, "32.01/": 4, "32.71/": 1}
    province = sheets[2]
    assert (province.total, len(province.below)) == (7, 2)
    assert all(sheet.above is province for sheet in province.below)


def test_pages_stand_in_order_of_code_whatever_comes_first(session: Make, entered: Enter) -> None:
    days = {"51.71": 1, "32.71": 2, "32.01": 3, "11": 4}
    entries = entered(*(session(at, tanggal=date(2024, 1, day)) for at, day in days.items()))
    assert [sheet.name for sheet in lay_out(entries, 1)] == [
        "index", "11", "32", "32.01", "32.71", "51",
    ]  # fmt: skip


def test_a_regency_is_never_divided(many: Callable[..., list[Entry]]) -> None:
    sheets = lay_out(many(r32_01_01=9, r32_01_03=9), 5)
    assert _tree(sheets[0]) == {"": 0, "32/": 0, "32.01/": 18}


@pytest.mark.parametrize("limit", [1, 3, 8, 20])
def test_every_session_stands_on_exactly_one_page_in_order(
    limit: int, many: Callable[..., list[Entry]]
) -> None:
    entries = many(r32_01_01=4, r32_71=3, r32=2, r11_06=3, r31_75=1, r51=1)
    sheets = lay_out(entries, limit)
    placed = [entry.uid for sheet in sheets for entry in sheet.entries]
    assert sorted(placed) == sorted(entry.uid for entry in entries)
    order = {entry.uid: number for number, entry in enumerate(entries)}
    for sheet in sheets:
        assert [order[e.uid] for e in sheet.entries] == sorted(order[e.uid] for e in sheet.entries)
        assert sheet.total == sum(_tree(sheet).values())


def test_addresses_come_from_codes_and_lead_to_the_page(
    many: Callable[..., list[Entry]],
) -> None:
    known = pages(lay_out(many(r32_01_01=4, r32_71=2, r11_06=3), 5))
    assert known == {"11": "11/", "32": "32/", "32.01": "32.01/", "32.71": "32.71/"}
    assert page_of("32.01.01.1007", known) == "32.01/"
    assert page_of("32.01", known) == "32.01/"
    assert page_of("32.73.01", known) == "32/"
    assert page_of("11.06.11", known) == "11/"
    assert page_of("51.01", known) == ""
    assert page_of("32.01", {}) == ""
    assert page_of("", known) == ""
