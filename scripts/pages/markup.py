"""Small changes to a page's HTML that Markdown has no word for."""

import re

_LABELS = {
    "id": {"table": "Tabel, dapat digulir", "anchor": "Tautan ke bagian ini"},
    "en": {"table": "Table, scrollable", "anchor": "Link to this section"},
}


def keep_out_of_search(html: str) -> str:
    """Mark what a search must not find.

    Facilitator notes are for the trainer, not for participants; code examples would stand in the
    list of results as boxes that cannot be scrolled by keyboard.
    """
    for opening in ('<details class="fasilitator"', "<pre"):
        html = html.replace(f"{opening}>", f'{opening} data-search-exclude="true">')
    return html


def scrollable_tables(html: str, language: str) -> str:
    """Wrap each Markdown table so that keyboard users can scroll it on a narrow screen.

    Header cells get a scope. The class keeps Material's script from wrapping the table once more,
    in a box without keyboard access; tables that have one already look after themselves.
    """
    label = _LABELS[language]["table"]
    html = html.replace(
        "<table>",
        f'<div class="tabel" tabindex="0" role="region" aria-label="{label}"><table class="isi">',
    )
    parts = html.split('<div class="tabel"')
    for index in range(1, len(parts)):
        table, closing, rest = parts[index].partition("</table>")
        parts[index] = re.sub(r"<th(?=[ >])", '<th scope="col"', table) + f"{closing}</div>{rest}"
    return _number_regions('<div class="tabel"'.join(parts), label)


def _number_regions(html: str, label: str) -> str:
    """Landmarks need different names: "Tabel 1, dapat digulir", "Tabel 2, …"."""
    noun, _, rest = label.partition(",")
    count = html.count(f'aria-label="{label}"')
    for number in range(1, count + 1):
        html = html.replace(f'aria-label="{label}"', f'aria-label="{noun} {number},{rest}"', 1)
    return html


def task_lists(html: str) -> str:
    """Turn ``- [ ]`` into boxes to tick on paper.

    The usual extensions write an ``<input>`` that nobody can tick and that has no name, which
    axe reports (label).
    """
    return re.sub(r"<li>(\s*<p>)?\[ \] ", r'<li class="task-list-item">\1', html)


def name_navigation(page: str) -> str:
    """Name each part of the navigation after its section.

    Where a section has a page of its own, Material names both levels after an arrow without words
    (axe: landmark-unique).
    """
    return re.sub(
        r'aria-labelledby="(__nav_\w+)_label"([^>]*>\s*<label class="md-nav__title" for="\1")',
        r'aria-labelledby="\1_judul"\2 id="\1_judul"',
        page,
    )


def lazy_pictures(html: str) -> str:
    """Let pictures wait until the reader comes near: a page of ballots has eighty of them."""
    return re.sub(r"<img (?![^>]*loading=)", '<img loading="lazy" decoding="async" ', html)


def anchor_titles(html: str, language: str) -> str:
    """Say in the reader's language what the ¶ behind a heading is."""
    return html.replace('title="Permanent link"', f'title="{_LABELS[language]["anchor"]}"')
