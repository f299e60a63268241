"""Sessions -> the Markdown of the schedule page in each language.

One template makes both languages, so headings, ids and tables are the same by construction.
Every value is escaped by the environment; the two filters below are the only makers of markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from scripts import markup
from scripts.schedule import formats
from scripts.schedule.grouping import Province, group
from scripts.schedule.model import MAIN_ELECTION, Session, Status
from scripts.schedule.words import UTC_OFFSET, WORDS, Words

TEMPLATES = Path(__file__).parent / "templates"
NOT_SETTLED = frozenset({Status.TERJADWAL, Status.BERUBAH, Status.DITUNDA})
"""States in which a date that has passed needs a remark."""

_BARE_WAVE = re.compile(r"[IVX]+|\d+", re.ASCII)


def plain(value: object) -> Markup:
    """Give `value` as text that HTML and template engines leave alone."""
    if isinstance(value, Markup):
        return value
    return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))


def in_markdown(value: str) -> Markup:
    """Give `value` as text that Markdown leaves alone too."""
    return Markup(markup.escape(value))


def one_block(html: str) -> Markup:
    """Give `html` without blank lines and indentation: a blank line would end the HTML block."""
    lines = (line.strip() for line in html.split("\n"))
    return Markup("\n".join(line for line in lines if line))


@dataclass(frozen=True)
class Row:
    """A session as the table shows it, in one language."""

    session: Session
    words: Words
    today: date | None

    @property
    def days(self) -> list[tuple[str, str]]:
        """The first and, if it is another, the last day: machine form and reader's form."""
        days = dict.fromkeys(day for day in (self.session.tanggal, self.session.last_day) if day)
        return [(day.isoformat(), formats.long_date(day, self.words.locale)) for day in days]

    @property
    def length(self) -> str:
        """'4 hari' for a session of several days, otherwise ''."""
        first, last = self.session.tanggal, self.session.last_day
        number = (last - first).days + 1 if first and last else 1
        return self.words.days.format(number) if number > 1 else ""

    @property
    def hours(self) -> str:
        """The hours with their zone, or that they are not known."""
        return formats.hours(self.session, self.words)

    @property
    def certainty(self) -> str:
        """The mark for a date that the source does not plainly give, otherwise ''."""
        return self.words.certainty[self.session.kepastian_tanggal]

    @property
    def areas(self) -> list[tuple[str, str]]:
        """Label and names of districts and villages, as far as given."""
        papua = self.session.provinsi.startswith("Papua")
        labels = (
            (self.words.papua_district if papua else self.words.district, self.session.kecamatan),
            (self.words.village, self.session.kelurahan_desa),
        )
        return [(label, ", ".join(names)) for label, names in labels if names]

    @property
    def level(self) -> str:
        """What to say when neither district nor village is given."""
        return self.words.regency_level if self.session.kab_kota else self.words.province_level

    @property
    def kind(self) -> str:
        """The kind of event in the reader's language."""
        return self.words.jenis[self.session.jenis]

    @property
    def wave(self) -> tuple[str, str]:
        """The language of the wave's text ('' = the page's) and the text: 'gelombang II'."""
        text = self.session.gelombang
        if _BARE_WAVE.fullmatch(text):
            return "", f"{self.words.wave} {text}"
        return "id", text

    @property
    def sizes(self) -> str:
        """'406 peserta, 58 TPS' as far as known."""
        pairs = (
            (self.words.participants, self.session.peserta),
            (self.words.stations, self.session.tps),
        )
        return ", ".join(
            label.format(formats.number(value, self.words))
            for label, value in pairs
            if value is not None
        )

    @property
    def status(self) -> str:
        """The state in the reader's language."""
        return self.words.status[self.session.status]

    @property
    def overdue(self) -> str:
        """A remark on an unsettled session whose date has passed, otherwise ''."""
        last = self.session.last_day
        passed = self.today is not None and last is not None and last < self.today
        return self.words.overdue if passed and self.session.status in NOT_SETTLED else ""

    @property
    def host(self) -> str:
        """The host of the source without 'www.', or '' if there is no source."""
        return (urlsplit(self.session.sumber).hostname or "").removeprefix("www.")


def render(sessions: Sequence[Session], today: date | None = None) -> dict[str, str]:
    """Give the path below docs/ and the text of each page: the main election's sessions.

    Sessions of other elections are only counted. The order of `sessions` makes no difference.
    """
    shown = [session for session in sessions if session.is_main]
    others = Counter(session.pemilu for session in sessions if not session.is_main)
    provinces = group(shown)
    return {
        f"{language}/jadwal/index.md": _page(language, provinces, shown, others, today)
        for language in WORDS
    }


def _page(
    language: str,
    provinces: Sequence[Province],
    shown: Sequence[Session],
    others: Counter[str],
    today: date | None,
) -> str:
    words = WORDS[language]
    environment = _environment()

    def table(sessions: Iterable[Session], name: str) -> Markup:
        rows = [Row(session, words, today) for session in sessions]
        caption = ", ".join(filter(None, (words.count(len(rows)), _period(rows, words))))
        html = environment.get_template("table.html.jinja").render(
            rows=rows, words=words, name=name, caption=caption, foreign=language != "id"
        )
        return one_block(html)

    text = environment.get_template("page.md.jinja").render(
        language=language,
        words=words,
        election=MAIN_ELECTION,
        provinces=provinces,
        total=formats.number(len(shown), words),
        period=_period([Row(session, words, today) for session in shown], words),
        states=Counter(session.status for session in shown),
        undated=sum(session.tanggal is None for session in shown),
        others=sorted(others.items(), key=lambda item: item[0].casefold()),
        zones=UTC_OFFSET,
        table=table,
    )
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def _period(rows: Iterable[Row], words: Words) -> str:
    """Give first and last day of `rows`, or '' if no date is known."""
    firsts = [row.session.tanggal for row in rows if row.session.tanggal]
    lasts = [row.session.last_day for row in rows if row.session.last_day]
    return formats.period(min(firsts), max(lasts), words) if firsts else ""


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
    return environment
