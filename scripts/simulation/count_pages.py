"""The packs as pages: ballots and empty forms to print, and apart from them the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from posixpath import relpath

from scripts.ballots import drawing, words
from scripts.ballots.layout import Kind
from scripts.ballots.model import Case, Verdict
from scripts.ballots.pages import IMAGES
from scripts.ballots.rules import Target, target
from scripts.legal.register import Register
from scripts.markup import escape, page_head
from scripts.simulation import form
from scripts.simulation.count_words import FIELD_NAMES, IDENTITY, SLIPS, WORDS
from scripts.simulation.form import BOX, CHasil, Equation, Identity, Row
from scripts.simulation.model import SHEETS, Pack, Simulation
from scripts.simulation.slips import EFFECT, traps
from scripts.simulation.text import (
    BALLOT,
    BALLOT_SHEETS,
    CATALOGUE,
    COUNT_ANSWERS,
    FORM,
    FORM_SHEETS,
    SEARCH,
    STYLE,
    cite,
    link,
    spaced,
    table,
)

_PLAY = "fasilitator/simulasi/hitung.md"
_MODULE = "modul/09-formulir-c-hasil.md"
#: After how many sheets the facilitator can compare the tally.
_STOPS = (10, 20, SHEETS)


def ballots(simulation: Simulation, known: Register, language: str) -> str:
    """Give the ballots of every pack to print, numbered, without a word about their verdicts."""
    text = WORDS[language]
    lines = [
        *page_head(text["ballots"], text["ballots description"], STYLE, "kertas: a5", *SEARCH),
        *spaced(
            text["ballots intro"].format(
                packs=len(simulation.packs),
                count=SHEETS,
                play=link(_PLAY, text["play"], BALLOT_SHEETS),
            ),
            text["ballots use"],
            text["ballots invented"],
        ),
    ]
    for pack in simulation.packs:
        for number, case in enumerate(simulation.sheets(pack), 1):
            heading = text["ballot"].format(ballot=BALLOT[pack.pemilihan], number=number)
            anchor = f"{pack.id}-lembar-{number}"
            lines += spaced(f"## {heading} {{ #{anchor} }}", _image(case, language))
            lines += spaced(text["ballot practice"])
    return "\n".join(lines).rstrip() + "\n"


def _image(case: Case, language: str) -> str:
    # Not lazy: a page that is printed at once must have all its drawings.
    source = relpath(f"{IMAGES}/{case.id}.svg", f"{language}/{BALLOT_SHEETS.rpartition('/')[0]}")
    width, height = drawing.size(case)
    alternative = escape(words.alternative(case, language))
    return f"![{alternative}]({source}){{ width={width} height={height} }}"


def forms(simulation: Simulation, known: Register, language: str) -> str:
    """Give, for every pack, the figures that the committee has and an empty C.HASIL."""
    text = WORDS[language]
    lines = [
        *page_head(text["forms"], text["forms description"], STYLE, "kertas: a4", *SEARCH),
        *spaced(
            text["forms intro"].format(
                play=link(_PLAY, text["play"], FORM_SHEETS),
                module=link(_MODULE, text["module"], FORM_SHEETS),
            ),
            text["forms names"].format(source=cite((form.FIELDS,), known, language, FORM_SHEETS)),
            text["forms use"],
        ),
    ]
    for pack in simulation.packs:
        lines += _figures_sheet(pack, language)
        lines += _empty_form(pack, language)
    return "\n".join(lines).rstrip() + "\n"


def _figures_sheet(pack: Pack, language: str) -> Iterator[str]:
    """Yield what the committee counted before the box was opened; sums are left to the players."""
    text = WORDS[language]
    heading = text["figures"].format(ballot=BALLOT[pack.pemilihan])
    yield from spaced(
        f"## {heading} {{ #{pack.id}-angka }}", text["figures intro"], text["figures sums"]
    )
    heads = (
        ("dpt", pack.dpt),
        ("voted 1", pack.pengguna_dpt),
        ("voted 2", pack.pengguna_dptb),
        ("voted 3", pack.pengguna_dpk),
        ("disabled", pack.disabilitas),
    )
    yield from table(
        (text["counted"], "L", "P"),
        ((text[name], str(found.l), str(found.p)) for name, found in heads),
    )
    papers = pack.lembar
    yield from table(
        (text["papers"], text["sheets"]),
        (
            (text["received"], str(papers.diterima)),
            (text["returned"], str(papers.dikembalikan)),
            (text["unused"], str(papers.tidak_digunakan)),
        ),
    )
    yield from spaced(text["figures used"])


def _empty_form(pack: Pack, language: str) -> Iterator[str]:
    text, names = WORDS[language], FIELD_NAMES[language]
    heading = text["practice"].format(form=FORM[pack.pemilihan])
    yield from spaced(f"## {heading} {{ #{pack.id}-c-hasil }}", f"**{text['not official']}**")
    yield from table(
        (text["station"], text["filled"]), ((text[name], "") for name in ("place", "date", "time"))
    )
    for part in ("I", "II", "III"):
        yield from spaced(f"### {names[part]} {{ #{pack.id}-kosong-{part.lower()} }}")
        columns = ("L", "P", text["total"]) if part != "II" else (text["sheets"],)
        blank = [""] * len(columns)
        yield from table(
            (text["row"], *columns), ([_field(key, language), *blank] for key in _ROWS[part])
        )
    yield from spaced(f"### {names['IV']} {{ #{pack.id}-kosong-iv }}")
    for header, keys in _results(pack, language):
        yield from table((header, text["tally"], text["total"]), ([key, "", ""] for key in keys))
    yield from spaced(f"### {names['V']} {{ #{pack.id}-kosong-v }}")
    yield from table(
        (text["row"], text["votes"]), ([_field(key, language), ""] for key in _ROWS["V"])
    )
    yield from table(
        (text["signed"], text["initials"]),
        ((text[name], "") for name in ("chair", "members", "witnesses")),
    )


#: The rows of the form, part after part; part IV depends on the election.
_ROWS = {
    "I": ("I.A", "I.B.1", "I.B.2", "I.B.3", "I.B.4"),
    "II": ("II.1", "II.2", "II.3", "II.4"),
    "III": ("III.1",),
    "V": ("V.A", "V.B", "V.C"),
}


def _field(key: str, language: str) -> str:
    """Name a row as the form does: «I.B.1 Dalam DPT»."""
    name = FIELD_NAMES[language][key]
    return name if key == "III.1" else f"{key} {name}"


def _results(pack: Pack, language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the tables of part IV: a title and its rows; one table a party where there are any."""
    targets = form.rows(pack.pemilihan)
    if not pack.pemilihan.has_parties:
        yield WORDS[language]["row"], [_target(row, language) for row in targets]
        return
    for party in dict.fromkeys(row.party for row in targets):
        own = [_in_party(row, language) for row in targets if row.party == party]
        yield party, [*own, _field("B", language)]


def _target(row: Target, language: str) -> str:
    name = str(row) if language == "id" else row.english
    return name[0].upper() + name[1:]


def _in_party(row: Target, language: str) -> str:
    """Name a row of part IV inside the table of its party."""
    if row.kind is Kind.PARTY:
        return _field("A.1", language)
    return f"{_field('A.2', language)} {row.number}"


def answers(simulation: Simulation, known: Register, language: str) -> str:
    """Give the answers of every pack: verdicts, tally, C.HASIL, identities, common slips."""
    text = WORDS[language]
    lines = [
        *page_head(text["answers"], text["answers description"], *SEARCH),
        *spaced(
            text["answers intro"].format(
                count=SHEETS,
                ballots=link(BALLOT_SHEETS, text["ballots link"], COUNT_ANSWERS),
                play=link(_PLAY, text["play"], COUNT_ANSWERS),
            ),
            text["answers forms"].format(
                forms=link(FORM_SHEETS, text["forms link"], COUNT_ANSWERS),
                module=link(_MODULE, text["module"], COUNT_ANSWERS),
            ),
            text["answers care"],
        ),
    ]
    for pack in simulation.packs:
        lines += _pack(pack, simulation.sheets(pack), known, language)
    return "\n".join(lines).rstrip() + "\n"


def _pack(pack: Pack, sheets: list[Case], known: Register, language: str) -> Iterator[str]:
    filled = form.fill(pack, sheets)
    yield from spaced(f"## {escape(pack.title(language))} {{ #{pack.id} }}")
    for anchor, section in (
        ("putusan", _verdicts(sheets, known, language)),
        ("turus", _tally(pack, sheets, filled, language)),
        ("c-hasil", _form(filled, known, language)),
        ("kesamaan", _identities(filled, known, language)),
        ("kekeliruan", _slips(sheets, filled, known, language)),
    ):
        heading = WORDS[language][anchor].format(ballot=BALLOT[pack.pemilihan])
        yield from spaced(f"### {heading} {{ #{pack.id}-{anchor} }}")
        yield from section


def _verdicts(sheets: Sequence[Case], known: Register, language: str) -> Iterator[str]:
    text = WORDS[language]
    yield from spaced(text["verdicts intro"])
    yield from table(
        (text["number"], text["seen"], text["verdict"], text["rule"]),
        (
            (
                str(number),
                link(f"{CATALOGUE}#{case.id}", case.title(language), COUNT_ANSWERS),
                _verdict(case, language),
                f"{escape(case.rule(language).rstrip().removesuffix('.'))} "
                f"({cite(case.sumber, known, language, COUNT_ANSWERS)}).",
            )
            for number, case in enumerate(sheets, 1)
        ),
    )


def _verdict(case: Case, language: str) -> str:
    """Say the verdict, and the row of the form that gets the tally mark."""
    text = WORDS[language]
    counted = target(case.untuk)
    if case.putusan is not Verdict.VALID or counted is None:
        return f"**{text['invalid']}**"
    return f"**{text['valid']}**: {_line(counted, language)}"


def _line(row: Target, language: str) -> str:
    """Name a row of part IV outside its table: «A.2 nomor 3, Partai Melati»."""
    if not row.party:
        return _target(row, language)
    where = "A.1" if row.kind is Kind.PARTY else f"A.2 {WORDS[language]['of number']} {row.number}"
    return f"{where}, {row.party}"


def tally(votes: int) -> str:
    """Write ``votes`` as tally marks in fives: 12 is ``IIIII IIIII II``; none is a dash."""
    fives, rest = divmod(votes, 5)
    return " ".join(["I" * 5] * fives + ["I" * rest] * bool(rest)) or "–"


def _tally(pack: Pack, sheets: Sequence[Case], filled: CHasil, language: str) -> Iterator[str]:
    text = WORDS[language]
    yield from spaced(text["tally intro"])
    rows = [*filled.votes, (None, filled.invalid)]
    yield from table(
        (text["row"], text["tally"], text["total"]),
        ((_counted(row, language), tally(votes), str(votes)) for row, votes in rows),
    )
    yield from spaced(text["stops intro"])
    counted = [_stops(sheets[:stop], pack) for stop in _STOPS]
    yield from table(
        (text["row"], *(text["after"].format(stop=stop) for stop in _STOPS)),
        (
            (_group(name, language), *(str(found[name]) for found in counted))
            for name in (*_groups(pack), None)
        ),
    )


def _counted(row: Target | None, language: str) -> str:
    return _line(row, language) if row else WORDS[language]["v.b"]


def _groups(pack: Pack) -> list[Target | str]:
    """Give what intermediate totals are kept of: parties, or else the rows themselves."""
    targets = form.rows(pack.pemilihan)
    return list(dict.fromkeys(row.party or row for row in targets))


def _group(name: Target | str | None, language: str) -> str:
    if isinstance(name, str):
        return f"B, {name}"
    return _counted(name, language)


def _stops(sheets: Sequence[Case], pack: Pack) -> Counter[Target | str | None]:
    found: Counter[Target | str | None] = Counter()
    for row, votes in form.count(sheets).items():
        found[row.party or row if row else None] += votes
    return found


def _form(filled: CHasil, known: Register, language: str) -> Iterator[str]:
    text = WORDS[language]
    source = cite((form.FIELDS,), known, language, COUNT_ANSWERS)
    yield from spaced(text["form intro"].format(source=source))
    people = zip(_ROWS["I"], (filled.listed, *filled.voted), strict=True)
    yield from table(
        (text["row"], "L", "P", text["total"]),
        (
            *(_heads(_field(key, language), row) for key, row in people),
            _heads(f"III. {_field('III.1', language)}", filled.disabled),
        ),
    )
    papers = (filled.received, filled.used, filled.returned, filled.unused)
    last = (filled.valid, filled.invalid, filled.total)
    yield from table(
        (text["row"], text["sheets"]),
        ((_field(k, language), str(n)) for k, n in zip(_ROWS["II"], papers, strict=True)),
    )
    yield from table(("IV", text["total"]), _part_four(filled, language))
    yield from table(
        (text["row"], text["votes"]),
        ((_field(k, language), str(n)) for k, n in zip(_ROWS["V"], last, strict=True)),
    )


def _heads(name: str, row: Row) -> tuple[str, ...]:
    return name, str(row.l), str(row.p), str(row.total)


def _part_four(filled: CHasil, language: str) -> Iterator[tuple[str, str]]:
    for row, votes in filled.votes if not filled.parties else ():
        yield _target(row, language), str(votes)
    for party, total in filled.parties:
        for row, votes in filled.of(party):
            yield _line(row, language), str(votes)
        yield f"**B, {party}**", f"**{total}**"


def _identities(filled: CHasil, known: Register, language: str) -> Iterator[str]:
    text = WORDS[language]
    found = form.identities(filled)
    holding = sum(identity.holds for identity in found)
    yield from spaced(text["identities intro"].format(holding=holding, count=len(found)))
    yield from table(
        (text["identity"], text["sums"], text["holds"], text["source"]),
        (
            (
                f"{identity.number}. {IDENTITY[language][identity.number]}",
                _sums(identity, language),
                text["yes"] if identity.holds else text["no"],
                cite(identity.sources, known, language, COUNT_ANSWERS),
            )
            for identity in found
        ),
    )


def _sums(identity: Identity, language: str) -> str:
    return "; ".join(_sum(equation, language) for equation in identity.equations)


def _sum(equation: Equation, language: str) -> str:
    place = equation.place.replace(BOX, WORDS[language]["box"])
    return f"{place}: {equation}"


def _slips(sheets: Sequence[Case], filled: CHasil, known: Register, language: str) -> Iterator[str]:
    text = WORDS[language]
    yield from spaced(text["slips intro"])
    yield from table(
        (text["slip"], text["on sheets"], text["effect"], text["source"]),
        (
            (
                SLIPS[language][trap.slip],
                ", ".join(map(str, trap.sheets)),
                _effect(filled.total, EFFECT.get(trap.slip, 0) * len(trap.sheets), language),
                cite(trap.sources, known, language, COUNT_ANSWERS),
            )
            for trap in traps(sheets)
        ),
    )
    yield from spaced(text["slips other"])


def _effect(total: int, change: int, language: str) -> str:
    """Say what V.C becomes, or that no identity shows the slip."""
    text = WORDS[language]
    if not change:
        return text["unseen"]
    sign = "+" if change > 0 else "−"
    return text["seen by"].format(sum=f"{total} {sign} {abs(change)} = {total + change}")


#: Name of a page below docs/LANGUAGE -> what writes it.
PAGES: dict[str, Callable[[Simulation, Register, str], str]] = {
    BALLOT_SHEETS: ballots,
    FORM_SHEETS: forms,
    COUNT_ANSWERS: answers,
}
