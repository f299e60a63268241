"""Voters' cards as pages: what the players read, and apart from it the facilitator's answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.legal.register import Register
from scripts.markup import escape, page_head
from scripts.simulation.model import BALLOTS, Card, Simulation
from scripts.simulation.text import (
    BALLOT,
    CARD_ANSWERS,
    CARD_SHEETS,
    SEARCH,
    STYLE,
    cite,
    link,
    paragraphs,
    spaced,
    table,
)

_WORDS: dict[str, dict[str, str]] = {
    "id": {
        "sheets": "Kartu pemilih",
        "sheets description": "Kartu untuk pemain pemilih dalam simulasi TPS: siapa Anda, apa yang "
        "Anda bawa, dan apa yang Anda katakan. Tanpa jawaban.",
        "sheets intro": "Halaman ini memuat {count} kartu untuk dicetak dan dibagikan kepada "
        "pemain pemilih dalam {play} Tempat Pemungutan Suara (TPS).",
        "play": "simulasi",
        "sheets use": "Tiap kartu satu lembar A5. Pemain membaca kartunya sendiri, lalu datang ke "
        "meja pada jam yang tertulis.",
        "sheets apart": "Jawabannya ada di halaman lain, {answers}, yang hanya untuk fasilitator.",
        "invented": "Semua orang, alamat, dan kejadian di sini rekaan.",
        "answers": "Jawaban simulasi TPS",
        "answers description": "Lembar fasilitator untuk simulasi TPS: setiap kartu pemilih dengan "
        "jam, tindakan yang benar, petugas yang menyadarinya, surat suara, dan sumber.",
        "answers intro": "Halaman ini hanya untuk fasilitator. Isinya jawaban {count} {cards} yang "
        "dimainkan dalam {play} Tempat Pemungutan Suara (TPS).",
        "cards": "kartu pemilih",
        "answers use": "Panggil pemain menurut tabel di bawah. Biarkan regu Kelompok "
        "Penyelenggara Pemungutan Suara (KPPS) memutuskan dahulu, baru bacakan jawabannya.",
        "answers care": "Jangan bagikan halaman ini sebelum simulasi selesai. Urutan dan "
        "pembagiannya saran kami.",
        "lists": "Daftar Pemilih Tetap disingkat DPT, Daftar Pemilih Tambahan DPTb, dan Daftar "
        "Pemilih Khusus DPK. Aturannya ada di {module}.",
        "module": "Pemilih dan dokumennya",
        "order": "Urutan menurut jam",
        "one by one": "Kartu satu per satu",
        "card": "Kartu {number}",
        "column": "Kartu",
        "clock": "Jam",
        "list": "Daftar",
        "ballots": "Surat suara",
        "officers": "Yang menyadari",
        "comes": "Datang pukul {clock}.",
        "reads": "Pemain membaca:",
        "should": "Seharusnya:",
        "sources": "Sumber",
        "all": "{count} (semua)",
        "some": "{count} ({names})",
        "none": "0",
    },
    "en": {
        "sheets": "Voters' cards",
        "sheets description": "Cards for those who play voters in the polling station simulation: "
        "who you are, what you carry and what you say. Without answers.",
        "sheets intro": "This page holds {count} cards to print and hand to those who play voters "
        "in the {play} of a polling station (*Tempat Pemungutan Suara*, TPS).",
        "play": "simulation",
        "sheets use": "Each card is one A5 sheet. Players read their own card, then come to the "
        "desk at the hour written on it.",
        "sheets apart": "The answers are on another page, {answers}, which is for the facilitator "
        "only.",
        "invented": "All people, addresses and events here are invented.",
        "answers": "Answers to the TPS simulation",
        "answers description": "The facilitator's sheet for the TPS simulation: each voter's card "
        "with hour, right action, who must notice, ballot papers and sources.",
        "answers intro": "This page is for the facilitator only. It holds the answers to the "
        "{count} {cards} that are played in the {play} of a polling station (*Tempat Pemungutan "
        "Suara*, TPS).",
        "cards": "voters' cards",
        "answers use": "Call the players by the table below. Let the polling station committee "
        "(*Kelompok Penyelenggara Pemungutan Suara*, KPPS) decide first, and only then read out "
        "the answer.",
        "answers care": "Do not hand out this page before the simulation is over. The order and "
        "the division of parts are our advice.",
        "lists": "The final voter list is DPT (*Daftar Pemilih Tetap*), the supplementary list "
        "DPTb (*Daftar Pemilih Tambahan*), the special list DPK (*Daftar Pemilih Khusus*). The "
        "rules are in {module}.",
        "module": "Voters and their documents",
        "order": "Order by the clock",
        "one by one": "Card by card",
        "card": "Card {number}",
        "column": "Card",
        "clock": "Hour",
        "list": "List",
        "ballots": "Ballot papers",
        "officers": "Who must notice",
        "comes": "Come at {clock}.",
        "reads": "The player reads:",
        "should": "What should happen:",
        "sources": "Sources",
        "all": "{count} (all)",
        "some": "{count} ({names})",
        "none": "0",
    },
}
#: Values of the cards that English pages say in English.
_ENGLISH = {"tidak ada": "none", "petugas ketertiban": "security officer"}
_PLAY = "fasilitator/simulasi/tps.md"
_MODULE = "modul/04-pemilih-dan-dokumen.md"


def sheets(simulation: Simulation, known: Register, language: str) -> str:
    """Give the printable cards, the players' side only."""
    text = _WORDS[language]
    play = link(_PLAY, text["play"], CARD_SHEETS)
    answers = link(CARD_ANSWERS, text["answers"], CARD_SHEETS)
    lines = [
        *page_head(text["sheets"], text["sheets description"], STYLE, "kertas: a5", *SEARCH),
        *spaced(
            text["sheets intro"].format(count=len(simulation.cards), play=play),
            text["sheets use"],
            text["sheets apart"].format(answers=answers),
            text["invented"],
        ),
    ]
    for card in simulation.cards:
        heading = text["card"].format(number=card.number)
        comes = text["comes"].format(clock=card.jam)
        lines += spaced(f"## {heading} {{ #{card.id} }}", f"**{comes}**")
        lines += spaced(*paragraphs(card.text(language)))
    return "\n".join(lines).rstrip() + "\n"


def answers(simulation: Simulation, known: Register, language: str) -> str:
    """Give the facilitator's sheet: the cards by the clock, then each with its answer."""
    text = _WORDS[language]
    lines = [
        *page_head(text["answers"], text["answers description"], *SEARCH),
        *spaced(
            text["answers intro"].format(
                count=len(simulation.cards),
                cards=link(CARD_SHEETS, text["cards"], CARD_ANSWERS),
                play=link(_PLAY, text["play"], CARD_ANSWERS),
            ),
            text["answers use"],
            text["answers care"],
            text["lists"].format(module=link(_MODULE, text["module"], CARD_ANSWERS)),
            f"## {text['order']} {{ #urutan-menurut-jam }}",
        ),
        *table(
            [text[key] for key in _COLUMNS],
            (_row(card, language) for card in simulation.by_clock),
        ),
        *spaced(f"## {text['one by one']} {{ #kartu-satu-per-satu }}"),
    ]
    for card in simulation.cards:
        lines += _answer(card, known, language)
    return "\n".join(lines).rstrip() + "\n"


_COLUMNS = ("clock", "column", "list", "ballots", "officers")


def _row(card: Card, language: str) -> list[str]:
    return [
        card.jam,
        f"[{card.number}. {escape(card.title(language))}](#{card.id})",
        _said(card.daftar, language),
        _ballots(card, language),
        ", ".join(_said(officer, language) for officer in card.petugas),
    ]


def _said(value: str, language: str) -> str:
    return value if language == "id" else _ENGLISH.get(value, value)


def _ballots(card: Card, language: str) -> str:
    """Say how many ballots are handed out, and which."""
    text, given = _WORDS[language], card.ballots
    key = "none" if not given else "all" if len(given) == len(BALLOTS) else "some"
    return text[key].format(count=len(given), names=", ".join(BALLOT[name] for name in given))


def _answer(card: Card, known: Register, language: str) -> Iterator[str]:
    text = _WORDS[language]
    heading = f"{text['card'].format(number=card.number)}: {escape(card.title(language))}"
    yield from spaced(f"### {heading} {{ #{card.id} }}")
    yield from (
        f"- **{text['clock']}:** {card.jam}",
        f"- **{text['list']}:** {_said(card.daftar, language)}",
        f"- **{text['ballots']}:** {_ballots(card, language)}",
        f"- **{text['officers']}:** {', '.join(_officer(o, language) for o in card.petugas)}",
        "",
    )
    yield from spaced(f"**{text['reads']}**")
    yield from spaced(*(f"> {part}" for part in paragraphs(card.text(language))))
    yield from spaced(f"**{text['should']}**", *paragraphs(card.answer(language)))
    yield from spaced(f"**{text['sources']}:**")
    yield from (f"- {cite((key,), known, language, CARD_ANSWERS)}" for key in card.sumber)
    yield ""


def _officer(name: str, language: str) -> str:
    """Link an officer to the page of that role."""
    return link(f"peran/{name.lower().replace(' ', '-')}.md", _said(name, language), CARD_ANSWERS)


#: Name of a page below docs/LANGUAGE -> what writes it.
PAGES: dict[str, Callable[[Simulation, Register, str], str]] = {
    CARD_SHEETS: sheets,
    CARD_ANSWERS: answers,
}
