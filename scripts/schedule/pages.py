"""Pages of the schedule in each language: a short Markdown page, and the HTML set into it.

The tables are made apart because Markdown would need about ten times as long for the whole country
(decisions/schedule.md); the hook sets each into its page (`sisipan` in the front matter) after
Markdown has run. The site's own search index and table of contents see the short page only.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scripts import markup
from scripts.paths import REPO
from scripts.schedule import formats, linked_data
from scripts.schedule.entries import Entry
from scripts.schedule.layout import Sheet
from scripts.schedule.model import MAIN_ELECTION, UTC_HOURS, Jenis, Session
from scripts.schedule.regions import Region
from scripts.schedule.rows import Writer, esc, first_dates, slug
from scripts.schedule.words import WORDS, Words
from scripts.schedule.words_script import SCRIPT_WORDS

TEMPLATES = Path(__file__).parent / "templates"
DOCUMENTS = "docs"
INSETS = "sisipan"


@dataclass(frozen=True)
class Context:
    """What every page of one run shares."""

    sessions: Sequence[Session]
    others: Counter[str]
    today: date | None
    collected: bool
    """Whether every session was collected from news afterwards (settings: arsip)."""


def render(sheets: Sequence[Sheet], context: Context) -> Iterator[tuple[str, str, str]]:
    """Give kind (`DOCUMENTS` or `INSETS`), path and text of each file, page by page."""
    for language, words in WORDS.items():
        for sheet in sheets:
            yield DOCUMENTS, f"{language}/jadwal/{sheet.name}.md", _document(sheet, words, context)
            yield INSETS, f"{language}/{sheet.name}.html", _inset(sheet, words, context)


def _document(sheet: Sheet, words: Words, context: Context) -> str:
    """Give the Markdown page: title, one sentence, the place of the inset, how to read it."""
    overview = sheet.region is None
    sessions = context.sessions if overview else ()  # a thousand pages must not count them all
    template = "overview" if overview else "region"
    text = (
        _environment()
        .get_template(f"{template}.{words.locale}.md.jinja")
        .render(
            words=words,
            election=MAIN_ELECTION,
            sheet=sheet,
            total=formats.number(sheet.total, words),
            period=formats.period((entry.session for entry in _below(sheet)), words),
            states=Counter(session.status for session in sessions),
            undated=sum(session.tanggal is None for session in sessions),
            provinces=len({session.provinsi for session in sessions}),
            others=sorted(context.others.items(), key=lambda item: item[0].casefold()),
            zones={zone: f"UTC+{hours}" for zone, hours in UTC_HOURS.items()},
            collected=context.collected,
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _below(sheet: Sheet) -> list[Entry]:
    """Give every session of the page and of the pages below it."""
    return [*sheet.entries, *(entry for below in sheet.below for entry in _below(below))]


def _inset(sheet: Sheet, words: Words, context: Context) -> str:
    """Give the tools, the list of pages below and the sessions of one page."""
    up = "../" * (sheet.region is not None)
    root = f"{up}../"
    static = f"{root}{'../' * (words.locale != 'id')}jadwal/"
    writer = Writer(words, static, root, REPO, context.today, context.collected)
    regency = sheet.region is None or sheet.region.level == 1
    rows = writer.days(sheet.entries, 2, regency)
    is_overview = sheet.region is None
    dates = first_dates(_below(sheet)) if is_overview and sheet.below else []
    html = (
        _environment()
        .get_template("sheet.html.jinja")
        .render(
            words=words,
            static=static,
            pages=up or "./",
            repo=REPO,
            rows=Markup(rows),
            filters=_filters(sheet, words),
            script_words=Markup(linked_data.in_script(SCRIPT_WORDS[words.locale])),
            below=sheet.below,
            is_overview=is_overview,
            choose=words.choose_province if is_overview else words.choose_regency,
            days=[
                (day.isoformat(), formats.long_date(day, words.locale), count)
                for day, count in dates
            ],
            name=sheet.region.name if sheet.region else words.whole,
            calendar=_calendar(sheet),
            districts=_districts(sheet),
            linked_data=Markup(linked_data.script(sheet.entries, words)),
        )
    )
    return "\n".join(line for line in html.split("\n") if line.strip()) + "\n"


def _calendar(sheet: Sheet) -> str:
    """Give the calendar of the whole page; "" if it has no session with a date."""
    if not any(entry.session.tanggal for entry in _below(sheet)):
        return ""
    return f"kalender/{sheet.name}.ics" if sheet.region else "jadwal.ics"


def _districts(sheet: Sheet) -> list[Region]:
    """Give the districts that have a calendar of their own: a session with a date."""
    dated = (entry.session for entry in sheet.entries if entry.session.tanggal)
    found = {place for session in dated for place in session.kecamatan}
    return sorted(found, key=lambda place: (place.name, place.code))


def _filters(sheet: Sheet, words: Words) -> dict[str, list[tuple[str, str]]]:
    """Give the choices of each filter that this page needs."""
    sessions = [entry.session for entry in sheet.entries]
    kinds: list[Jenis] = sorted({session.jenis for session in sessions})
    days = sorted({session.tanggal for session in sessions if session.tanggal})
    several = len({session.kab_kota for session in sessions}) > 1
    districts: dict[str, str] = {}
    for session in sessions:
        for place in session.kecamatan:
            inside = f" ({session.kab_kota.name})" if several and session.kab_kota else ""
            districts[place.code] = f"{place.name}{inside}"
    choices = {
        "kec": sorted(districts.items(), key=lambda item: (item[1], item[0])),
        "jenis": [(slug(kind.value), words.jenis[kind]) for kind in kinds],
        "tanggal": [(day.isoformat(), formats.short_date(day, words.locale)) for day in days],
        "kapan": list(words.moments.items()),
    }
    return {name: options for name, options in choices.items() if len(options) > 1}


def plain(value: object) -> Markup:
    """Give `value` as text that HTML and template engines leave alone."""
    return value if isinstance(value, Markup) else Markup(esc(str(value)))


def in_markdown(value: object) -> Markup:
    """Give `value` as text that Markdown leaves alone too."""
    return Markup(markup.escape(str(value)))


def in_yaml(value: object) -> Markup:
    """Give `value` as a YAML string."""
    return Markup(json.dumps(str(value), ensure_ascii=False))


@cache
def _environment() -> Environment:
    """Give the template engine; changed templates are read anew."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=plain,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["in_markdown"] = in_markdown
    environment.filters["in_yaml"] = in_yaml
    return environment
