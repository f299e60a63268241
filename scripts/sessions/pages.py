"""The page of every plan, and the page that compares them; both made from the plans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import relpath

from scripts.curriculum.modules import Module, modules
from scripts.legal.pages import PAGE as REGISTER_PAGE
from scripts.legal.register import Register
from scripts.markup import escape, page_head
from scripts.paths import DOCS, LANGUAGES, REPO, relative, write_if_changed
from scripts.problems import Problem
from scripts.sessions import checks, clock, model, words
from scripts.sessions.model import INDEX, Block, Kind, Meeting, Plan
from scripts.sessions.shown import Shown

#: Below every language's folder.
FOLDER = "fasilitator/sesi"
_SCRIPT = "skrip: javascripts/sesi.js"


def load(docs: Path = DOCS, folder: Path = model.FOLDER) -> tuple[list[Plan], list[Problem]]:
    """Read and check the plans; gives those that could be read, longest first, and every problem.

    The pages they project are looked for below ``docs``.
    """
    shown = Shown(docs)
    found = model.load(folder)
    problems = [
        problem for read in found for problem in (*read.problems, *checks.check(read, shown))
    ]
    plans = [read.plan for read in found if read.plan]
    return sorted(plans, key=lambda p: (-p.menit, len(p.pertemuan), p.name)), problems


def build(plans: Sequence[Plan], known: Register, docs: Path) -> list[Path]:
    """Write the pages in every language below ``docs``; give the files that changed.

    Call it after every other page has been written: it names their titles and sections. Pages of
    plans that are no more are removed.
    """
    shown = Shown(docs)
    files = {}
    for language in LANGUAGES:
        listed = modules(language, docs)
        folder = docs / language / FOLDER
        for plan in plans:
            files[folder / f"{plan.name}.md"] = render(plan, listed, shown, language)
        files[folder / f"{INDEX}.md"] = render_index(plans, known, language)
        for path in set(folder.glob("*.md")) - files.keys():
            path.unlink()
    return [path for path, text in files.items() if write_if_changed(path, text)]


def render(plan: Plan, listed: Sequence[Module], shown: Shown, language: str) -> str:
    """Give the Markdown of one plan's page; ``listed`` are the site's modules."""
    text = words.PLAN[language]
    outline = json.dumps(_outline(plan, language), ensure_ascii=False)
    lines = [
        *page_head(
            plan.text("judul", language),
            plan.text("ringkas", language),
            _SCRIPT,
            f"rencana: {outline}",
        ),
        escape(plan.text("ringkas", language)),
        "",
        f"**{text['for']}:** {escape(plan.text('untuk', language).removesuffix('.'))}.",
        "",
        _summary(plan, language),
        "",
        text["project"],
        "",
        *_agenda(plan, language),
        *_blocks(plan, shown, language),
        *_materials(plan, language),
        *_time(plan, language),
        *_room(plan, language),
        *_late(plan, language),
        *_home(plan, listed, language),
        text["other"],
    ]
    return "\n".join(lines).rstrip() + "\n"


def _outline(plan: Plan, language: str) -> dict[str, object]:
    """The plan as the slides read it (front matter key ``rencana``)."""
    return {
        "pertemuan": [
            {
                "judul": meeting.text("judul", language),
                "mulai": meeting.mulai,
                "blok": [_slide(block, language) for block in meeting.blok],
            }
            for meeting in plan.pertemuan
        ]
    }


def _slide(block: Block, language: str) -> dict[str, object]:
    return {
        "jenis": block.jenis,
        "judul": block.text("judul", language),
        "menit": block.menit,
        "halaman": block.halaman,
        "bagian": block.bagian,
        "tujuan": block.text("tujuan", language),
        "cara": " ".join(block.steps(language)),
    }


def _shown_modules(plan: Plan) -> set[str]:
    """The modules that a plan projects, whole or in part."""
    return {b.halaman for b in plan.blocks if b.jenis is Kind.MODULE and b.halaman}


def _hours(minutes: int, language: str) -> str:
    """Say a length in words: «8 jam», «1 jam 30 menit»."""
    text = words.PLAN[language]
    hours, rest = divmod(minutes, 60)
    said = text["half hours"].format(hours, rest) if rest else text["hours"].format(hours)
    return said.replace("1 hours", "1 hour") if hours == 1 else said


def _summary(plan: Plan, language: str) -> str:
    text = words.PLAN[language]
    count = len(plan.pertemuan)
    return text["sum"].format(
        minutes=plan.menit,
        hours=_hours(plan.menit, language),
        meetings=text["meeting"] if count == 1 else text["meetings"].format(count),
        modules=len(_shown_modules(plan)),
        share=plan.share_of_doing,
    )


def _numbered(plan: Plan) -> dict[int, int]:
    """Give the number of every block that is no break, by its place among all blocks."""
    taught = (i for i, block in enumerate(plan.blocks) if block.jenis is not Kind.BREAK)
    return {place: number for number, place in enumerate(taught, 1)}


def _heading(level: int, text: str, anchor: str) -> list[str]:
    return [f"{'#' * level} {text} {{ #{anchor} }}", ""]


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [header, ["---"] * len(header), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def _agenda(plan: Plan, language: str) -> Iterator[str]:
    text = words.PLAN[language]
    yield from _heading(2, text["agenda"], "agenda")
    yield from (text["start"], "")
    header = [text[key] for key in ("clock", "block", "minutes", "method")]
    several = len(plan.pertemuan) > 1
    first = 0
    for number, meeting in enumerate(plan.pertemuan, 1):
        if several:
            title = escape(meeting.text("judul", language))
            yield from _heading(3, title, f"pertemuan-{number}")
        yield from _table(header, _rows(meeting, first, _numbered(plan), language))
        first += len(meeting.blok)


def _rows(
    meeting: Meeting, first: int, numbered: dict[int, int], language: str
) -> Iterator[list[str]]:
    """Give the rows of one meeting; ``first`` is the place of its first block among all."""
    start = clock.parse(meeting.mulai)
    lengths = [block.menit for block in meeting.blok]
    begins = clock.starts(start, lengths)
    for place, (begin, block) in enumerate(zip(begins, meeting.blok, strict=True), first):
        title = escape(block.text("judul", language))
        if number := numbered.get(place):
            title = f"[{number}. {title}](#blok-{number})"
        method = _method(block, language)
        yield [clock.span(begin, block.menit), title, str(block.menit), method]
    total = sum(lengths)
    end = words.PLAN[language]["end"]
    yield [f"**{clock.show(start + total)}**", f"**{end}**", f"**{total}**", "–"]


def _method(block: Block, language: str) -> str:
    """Say how the minutes of a block are spent: «bicara 10, mencoba 35»."""
    text = words.PLAN[language]
    if block.jenis is Kind.BREAK:
        return text["rest"]
    if block.ceramah and block.doing:
        key = "talk and do"
    else:
        key = "only talk" if block.ceramah else "only do"
    return text[key].format(talk=block.ceramah, do=block.doing)


def _blocks(plan: Plan, shown: Shown, language: str) -> Iterator[str]:
    text = words.PLAN[language]
    yield from _heading(2, text["blocks"], "blok-demi-blok")
    numbered = _numbered(plan)
    for place, block in enumerate(plan.blocks):
        if number := numbered.get(place):
            title = f"{number}. {escape(block.text('judul', language))}"
            yield from _heading(3, title, f"blok-{number}")
            yield from _block(block, shown, language)


def _block(block: Block, shown: Shown, language: str) -> Iterator[str]:
    text = words.PLAN[language]
    kind, method = words.KINDS[language][block.jenis], _method(block, language)
    capital = method[:1].upper() + method[1:]
    yield text["length"].format(kind=kind, minutes=block.menit, method=capital)
    yield ""
    aim = escape(block.text("tujuan", language).strip().removesuffix("."))
    yield from (f"{text['aim']} {aim}.", "")
    for number, step in enumerate(block.steps(language), 1):
        yield f"{number}. {escape(step)}"
    yield ""
    if materials := block.materials(language):
        yield from (f"**{text['materials']}:** {escape('; '.join(materials))}.", "")
    if block.halaman:
        yield from _projected(block.halaman, block.bagian, shown, language)
    if cut := block.pangkas:
        how = escape(cut.text("cara", language))
        yield from (text["cut"].format(minutes=cut.menit, how=how), "")


def _projected(name: str, anchors: Sequence[str], shown: Shown, language: str) -> Iterator[str]:
    """Link the page that is projected, and its sections."""
    text = words.PLAN[language]
    target = relpath(name, FOLDER)
    link = f"[{escape(shown.title(name, language))}]({target})"
    if not anchors:
        yield from (f"**{text['page']}:** {link}, {text['whole']}.", "")
        return
    yield from (f"**{text['page']}:** {link}. {text['sections']}:", "")
    for anchor in anchors:
        title = escape(shown.section(name, anchor, language))
        yield f"- [{title}]({target}#{anchor})"
    yield ""


def _materials(plan: Plan, language: str) -> Iterator[str]:
    """Gather the materials of all blocks, each once, in the order of their first use."""
    text = words.PLAN[language]
    numbered = _numbered(plan)
    gathered: dict[str, tuple[str, list[int]]] = {}
    for place, block in enumerate(plan.blocks):
        for material in block.materials(language):
            key = material.strip().casefold()
            used = gathered.setdefault(key, (material.strip(), []))[1]
            if (number := numbered.get(place)) and number not in used:
                used.append(number)
    yield from _heading(2, text["all materials"], "bahan")
    yield from (text["all materials intro"], "")
    rows = [
        [_material(name, language), ", ".join(map(str, used)) or "–"]
        for name, used in gathered.values()
    ]
    if rows:
        yield from _table([text["material"], text["used in"]], rows)


def _material(name: str, language: str) -> str:
    """Give the name of a material; a link where it is a page of this site."""
    capital = escape(name[:1].upper() + name[1:])
    page = words.SHEETS[language].get(name.casefold())
    return f"[{capital}]({relpath(page, FOLDER)})" if page else capital


def _time(plan: Plan, language: str) -> Iterator[str]:
    text = words.PLAN[language]
    yield from _heading(2, text["time"], "waktu")
    header = [text[key] for key in ("kind", "minutes", "talked", "done")]
    rows = []
    for kind in Kind:
        own = [block for block in plan.blocks if block.jenis is kind]
        if own:
            rows.append([words.KINDS[language][kind], *_sums(own)])
    sums = (f"**{number}**" for number in _sums(plan.blocks))
    yield from _table(header, [*rows, [f"**{text['total']}**", *sums]])
    share = round(100 * plan.talking / plan.learning) if plan.learning else 0
    yield text["share"].format(
        talking=plan.talking,
        learning=plan.learning,
        share=share,
        most=checks.MAX_TALKING,
        longest=checks.MAX_LECTURE,
    )
    yield ""


def _sums(blocks: Iterable[Block]) -> list[str]:
    """Give minutes, minutes of talk and minutes of doing."""
    own = list(blocks)
    sums = (sum(b.menit for b in own), sum(b.ceramah for b in own), sum(b.doing for b in own))
    return [str(number) for number in sums]


def _room(plan: Plan, language: str) -> Iterator[str]:
    text = words.PLAN[language]
    practice: dict[str, list[str]] = {"table": [], "mock": []}
    for place, number in _numbered(plan).items():
        block = plan.blocks[place]
        if block.jenis in (Kind.EXERCISE, Kind.SIMULATION):
            practice["mock" if block.halaman == words.MOCK else "table"].append(str(number))
    numbers = {kind: ", ".join(found) for kind, found in practice.items()}
    yield from _heading(2, text["room"], "tata-ruang")
    for size, items in words.ROOMS[language].items():
        yield from _heading(3, text[f"room {size}"], f"ruang-{size}")
        for item in items:
            if all(found or f"{{{kind}}}" not in item for kind, found in numbers.items()):
                yield f"- {item.format(**numbers)}"
        title = f"{text['room']}, {text[f'room {size}']}"
        yield f"- {text['room more']}: [{title}](../kelas-besar.md#ruang-untuk-{size}-orang)."
        yield ""


def _late(plan: Plan, language: str) -> Iterator[str]:
    text = words.PLAN[language]
    yield from _heading(2, text["late"], "bila-terlambat")
    ordered = sorted(checks.cuts(plan), key=lambda found: found[2].urutan)
    if not ordered:
        yield from (text["no cuts"], "")
        return
    yield from (text["late intro"], "")
    header = [text[key] for key in ("order", "block", "what", "gained", "together")]
    rows, together = [], 0
    for number, (_, block, cut) in enumerate(ordered, 1):
        together += cut.menit
        title, how = escape(block.text("judul", language)), escape(cut.text("cara", language))
        rows.append([str(number), title, how, str(cut.menit), str(together)])
    yield from _table(header, rows)


def _home(plan: Plan, listed: Sequence[Module], language: str) -> Iterator[str]:
    """List the modules that the plan leaves out."""
    text = words.PLAN[language]
    shown = _shown_modules(plan)
    left = [module for module in listed if module.name not in shown]
    yield from _heading(2, text["home"], "baca-di-rumah")
    if left:
        yield from (text["home intro"], "")
    for module in left:
        title = f"{module.number}. {escape(module.meta.title)}"
        yield f"- [{title}]({relpath(module.name, FOLDER)})"
    yield from ("", text["home sections"], "")


def render_index(plans: Sequence[Plan], known: Register, language: str) -> str:
    """Give the Markdown of the page that compares the plans."""
    text = words.INDEX[language]
    lines = [
        *page_head(text["title"], text["description"]),
        text["intro"].format(count=len(plans)),
        "",
        text["who"],
        "",
        *_heading(2, text["compare"], "bandingkan"),
        *_comparison(plans, language),
        text["reading"],
        "",
        *_heading(2, text["choose"], "cara-memilih"),
        *(f"{number}. {item}" for number, item in enumerate(words.CHOOSE[language], 1)),
        "",
        *_heading(2, text["wrong"], "yang-keliru-pada-2024"),
        text["wrong intro"],
        "",
        *_mistakes(plans, known, language),
        *_own_plan(language),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _link(plan: Plan, language: str) -> str:
    return f"[{escape(plan.text('judul', language))}]({plan.name}.md)"


def _comparison(plans: Sequence[Plan], language: str) -> list[str]:
    text = words.INDEX[language]
    rows = [
        [
            _link(plan, language),
            _length(plan, language),
            escape(plan.text("untuk", language)),
            str(len(_shown_modules(plan))),
            f"{plan.share_of_doing}%",
        ]
        for plan in plans
    ]
    return _table([text[key] for key in ("plan", "length", "for", "modules", "doing")], rows)


def _length(plan: Plan, language: str) -> str:
    """Say the hours of a plan: «8 jam», «2 × 2 jam» for equal meetings."""
    lengths = {sum(block.menit for block in meeting.blok) for meeting in plan.pertemuan}
    if len(plan.pertemuan) > 1 and len(lengths) == 1:
        return f"{len(plan.pertemuan)} × {_hours(lengths.pop(), language)}"
    return _hours(plan.menit, language)


def _mistakes(plans: Sequence[Plan], known: Register, language: str) -> list[str]:
    text = words.INDEX[language]
    rows = []
    for happened, source, pages in words.MISTAKES:
        training = [_link(plan, language) for plan in plans if _trains(plan, pages)]
        entry = known.entries.get(source)
        label = escape(entry.instrument.short[language] if entry else source)
        cited = f"[{label}]({relpath(REGISTER_PAGE, FOLDER)}#{source})"
        rows.append([happened[language], ", ".join(training) or "–", cited])
    return _table([text[key] for key in ("happened", "trained", "source")], rows)


def _trains(plan: Plan, pages: Iterable[str]) -> bool:
    """Whether a block of the plan projects one of ``pages`` (or sections: ``page#anchor``)."""
    for wanted in pages:
        name, _, anchor = wanted.partition("#")
        for block in plan.blocks:
            if block.halaman == name and (not block.bagian or not anchor or anchor in block.bagian):
                return True
    return False


def _own_plan(language: str) -> Iterator[str]:
    text = words.INDEX[language]
    data = relative(model.FOLDER)
    addresses = {
        "folder": f"{REPO}/tree/main/{data}",
        "new": f"{REPO}/new/main/{data}?filename=tiga-jam.yml",
    }
    yield from _heading(2, text["own"], "membuat-rencana-sendiri")
    yield from (text["own intro"], "")
    for number, step in enumerate(words.OWN[language], 1):
        yield f"{number}. {step.format(**addresses)}"
    yield ""
    yield from _heading(3, text["keys"], "isi-satu-blok")
    rows = [[f"`{key}`", meaning] for key, meaning in words.KEYS[language]]
    yield from _table([text["key"], text["meaning"]], rows)
    yield from _heading(3, text["checked"], "yang-diperiksa")
    limits = {
        "lecture": checks.MAX_LECTURE,
        "talking": checks.MAX_TALKING,
        "sitting": checks.MAX_SITTING,
        "practice": checks.WITH_PRACTICE,
    }
    yield from (f"- {item.format(**limits)}" for item in words.CHECKED[language])
