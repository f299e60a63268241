"""What the site adds to a page's HTML."""

from __future__ import annotations

from datetime import date

from scripts.pages import markup
from scripts.pages.markup import (
    anchor_titles,
    keep_out_of_search,
    lazy_pictures,
    scrollable_tables,
)
from scripts.pages.metadata import ModuleMeta
from scripts.pages.summary import insert_after_title, summary

TABLE = "<table><thead><tr><th>a</th></tr></thead></table>"
META = ModuleMeta(
    title="Contoh & modul",
    description="Kalimat uraian yang cukup panjang untuk sebuah halaman.",
    ditinjau=date(2026, 11, 24),
    tags=["x"],
    durasi=45,
    modul_kpu=[3],
    peran=["ketua", "petugas ketertiban"],
    tujuan=["Membedakan <satu> & dua", "Menyebutkan tiga"],
)


def test_tables_become_named_regions_that_scroll() -> None:
    html = scrollable_tables(TABLE + "<p>x</p>" + TABLE, "id")
    assert html.count('tabindex="0" role="region"') == 2
    assert 'aria-label="Tabel 1, dapat digulir"' in html
    assert 'aria-label="Tabel 2, dapat digulir"' in html
    assert html.count('<th scope="col">') == 2
    assert html.count("</table></div>") == 2
    assert html.count('<table class="isi">') == 2


def test_tables_of_the_schedule_are_left_alone() -> None:
    table = '<table class="jadwal"><tr><th scope="col">a</th></tr></table>'
    assert scrollable_tables(table, "en") == table


def test_notes_and_code_are_marked_for_the_search_index() -> None:
    html = keep_out_of_search('<details class="fasilitator"><p>a</p></details>')
    assert html.startswith('<details class="fasilitator" data-search-exclude="true">')
    assert keep_out_of_search("<pre><code>") == '<pre data-search-exclude="true"><code>'


def test_anchor_title_is_in_the_language_of_the_page() -> None:
    html = '<a class="headerlink" href="#a" title="Permanent link">¶</a>'
    assert "Tautan ke bagian ini" in anchor_titles(html, "id")
    assert "Link to this section" in anchor_titles(html, "en")


def test_summary_is_escaped_and_dated_in_the_language() -> None:
    indonesian, english = summary(META, "id"), summary(META, "en")
    assert "Membedakan &lt;satu&gt; &amp; dua" in indonesian
    assert "24 November 2026" in indonesian and "45 menit" in indonesian
    assert "24 November 2026" in english
    assert "chair, security officers" in english
    assert "\n" not in indonesian, "satu blok HTML, agar Markdown tidak mengubahnya"


def test_summary_comes_right_after_the_title() -> None:
    assert insert_after_title("intro\n# Judul\nisi", "KOTAK") == "intro\n# Judul\n\nKOTAK\n\nisi"
    assert insert_after_title("isi", "KOTAK") == "\nKOTAK\n\nisi"


def test_pictures_are_fetched_when_the_reader_comes_near() -> None:
    html = '<p><img alt="Denah" src="a.svg" /></p>'
    assert (
        lazy_pictures(html)
        == '<p><img loading="lazy" decoding="async" alt="Denah" src="a.svg" /></p>'
    )


def test_a_task_list_is_for_paper() -> None:
    html = (
        "<ul>\n<li>[ ] Kunci kotak</li>\n<li>\n<p>[ ] Segel</p>\n</li>\n<li>[1] bukan</li>\n</ul>"
    )
    made = markup.task_lists(html)
    assert made.count('<li class="task-list-item">') == 2
    assert "[ ]" not in made
    assert "<li>[1] bukan</li>" in made


def test_each_level_of_the_navigation_has_the_name_of_its_section() -> None:
    nav = (
        '<nav class="md-nav" data-md-level="{0}" aria-labelledby="{1}_label">\n'
        '  <label class="md-nav__title" for="{1}">Judul</label></nav>'
    )
    made = markup.name_navigation(nav.format(1, "__nav_5") + nav.format(2, "__nav_5_13"))
    for name in ("__nav_5", "__nav_5_13"):
        assert f'aria-labelledby="{name}_judul"' in made
        assert f'for="{name}" id="{name}_judul"' in made
