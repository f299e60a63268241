"""Which pages there are: one for a small office; else an overview, provinces, and large ones split.

Addresses are made from Kemendagri codes, so they outlive every change of name and order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from scripts.schedule.entries import Entry
from scripts.schedule.regions import Region


@dataclass
class Sheet:
    """A page: its region (None = the overview), the sessions listed on it, the pages below it."""

    region: Region | None
    total: int
    entries: list[Entry] = field(default_factory=list)
    below: list[Sheet] = field(default_factory=list)
    above: Sheet | None = None

    @property
    def name(self) -> str:
        """The page's file name without suffix: "index", "32" or "32.01"."""
        return self.region.code if self.region else "index"

    @property
    def address(self) -> str:
        """The page's address below the overview: "", "32/" or "32.01/"."""
        return f"{self.region.code}/" if self.region else ""


def lay_out(entries: Sequence[Entry], limit: int) -> list[Sheet]:
    """Give the pages, the overview first, for sessions in order. `limit` is what one page holds."""
    overview = Sheet(None, len(entries))
    sheets = [overview]
    if len(entries) <= limit:
        overview.entries = list(entries)
        return sheets
    for province, own in _by(entries, lambda entry: entry.session.provinsi):
        sheet = Sheet(province, len(own), above=overview)
        overview.below.append(sheet)
        sheets.append(sheet)
        if len(own) <= limit:
            sheet.entries = own
            continue
        sheet.entries = [entry for entry in own if entry.session.kab_kota is None]
        local = [entry for entry in own if entry.session.kab_kota]
        for regency, sessions in _by(local, lambda entry: entry.session.kab_kota):
            sheet.below.append(Sheet(regency, len(sessions), sessions, above=sheet))
        sheets += sheet.below
    return sheets


def pages(sheets: Iterable[Sheet]) -> dict[str, str]:
    """Give the address of the page of each region that has one, by code."""
    return {sheet.region.code: sheet.address for sheet in sheets if sheet.region}


def page_of(code: str, known: dict[str, str]) -> str:
    """Give the address of the page that lists the sessions of the region `code`."""
    while code and code not in known:
        code = code.rpartition(".")[0]
    return known.get(code, "")


def _by(
    entries: Iterable[Entry], key: Callable[[Entry], Region | None]
) -> list[tuple[Region, list[Entry]]]:
    groups: dict[Region, list[Entry]] = defaultdict(list)
    for entry in entries:
        if place := key(entry):
            groups[place].append(entry)
    return sorted(groups.items())
