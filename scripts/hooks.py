"""The only file MkDocs calls: it hands each event to a tested function of ``scripts``."""

from __future__ import annotations

import logging
import sys
from html import escape
from pathlib import Path, PurePosixPath

# `mkdocs` (unlike `python -m mkdocs`) does not put the working folder on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from scripts import cards, schedule, search_index, styles
from scripts.curriculum import modules, onward
from scripts.generate import GenerationError, generate
from scripts.glossary import pages as glossary_pages
from scripts.glossary import terms
from scripts.glossary.tooltips import Explainer
from scripts.legal import pages as legal_pages
from scripts.legal import register
from scripts.pages import markup, source, summary
from scripts.pages.checks import front_matter_problems
from scripts.pages.metadata import ModuleMeta
from scripts.paths import CACHE, LANGUAGES, REPO, SOURCE_LANGUAGE, write_if_changed
from scripts.projector import addresses, engine, material
from scripts.translations.digest import is_stale

log = logging.getLogger("mkdocs.hooks.bimtek")

#: The QR code of the site itself, for posters; made from its address, so not committed.
_SITE_QR = "images/qr-situs.svg"
_INSET_MARK = "<!-- sisipan -->"
#: Pages whose terms stay plain: the glossary, lists of sources, and what contributors read.
_PLAIN = (
    "referensi/istilah.md",
    "referensi/dasar-hukum.md",
    "kontribusi/",
    "jadwal/",
    "fasilitator/tes/",  # an explained term could give an answer away
)
#: The register of sources, the modules and the glossary in each language: read once a build.
_register: dict[str, register.Register] = {}
_modules: dict[str, list[modules.Module]] = {}
_explainers: dict[str, Explainer] = {}
#: Address and text of every projected page, by language and name, and which of them plans project.
_texts: dict[tuple[str, str], tuple[str, str]] = {}
_wanted: set[tuple[str, str]] = set()
#: How MkDocs was called: ``build`` or ``serve``.
_command: list[str] = []


def on_startup(command, dirty):
    """Remember how MkDocs was called."""
    _command[:] = [command]


def on_config(config):
    """Edit links without ``repo_url``: with it, Material would ask GitHub on every page view."""
    config.edit_uri = f"{config.extra['repo'].rstrip('/')}/edit/main/docs/"
    return config


def on_pre_build(config):
    """Write the generated pages, once a build (the i18n plug-in builds once a language)."""
    if config.plugins["i18n"].building:
        return
    _texts.clear()
    _wanted.clear()
    if not engine.is_installed():
        log.warning(engine.MISSING)
    write_if_changed(Path(config.docs_dir) / _SITE_QR, addresses.qr_code(config.site_url))
    try:
        generate(Path(config.docs_dir))
    except GenerationError as failure:
        raise Abort(f"Data belum benar, halaman tidak dibuat:\n{failure}") from failure
    _register.update(known=register.load()[0])
    glossary = terms.load()[0].values()
    for language in LANGUAGES:
        _modules[language] = modules.modules(language, Path(config.docs_dir))
        _explainers[language] = Explainer(glossary, language)


def on_env(env, config, files):
    """Lean HTML (white space around tags is a tenth of a page) and templates compiled once only."""
    env.trim_blocks = env.lstrip_blocks = True
    compiled = CACHE / "templat"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    return env


def on_page_markdown(markdown, page, config, files):
    """Add a module's summary box and the sources a page cites; point links at this repository."""
    if description := page.meta.get("description"):  # Material puts it into an attribute as it is
        page.meta["description"] = escape(str(description))
    if page.meta.get("sisipan"):  # a page of the schedule: nothing to cite or to sum up
        return markdown
    written = _written(page, config)
    shown = source.parse(markdown, written.path, written.language, written.name)
    problems = [] if written.data_behind else list(front_matter_problems(written))
    for problem in problems:
        log.warning(str(problem))  # fails a strict build; live reload goes on
    if written.is_module and not problems:
        meta = ModuleMeta.model_validate(written.meta)
        markdown = summary.insert_after_title(markdown, summary.summary(meta, written.language))
        listed = _modules[written.language]
        end = onward.section(written.name, listed, written.language, Path(config.docs_dir))
        markdown += f"\n\n{end}"
    if not written.data_behind:
        markdown += "\n\n" + legal_pages.sources_section(shown, _register["known"])
    return markdown.replace(REPO, config.extra["repo"].rstrip("/"))


def on_page_content(html, page, config, files):
    """Notes and code out of the search index, tables that scroll, titles in the page's language."""
    language = page.file.locale
    written_in, _, name = page.file.src_uri.partition("/")  # Indonesian where English is missing
    if not name.startswith(_PLAIN):
        glossary = files.get_file_from_path(f"{written_in}/{glossary_pages.PAGE}")
        html = _explainers[written_in].explain(html, glossary.url_relative_to(page.file))
    html = markup.keep_out_of_search(html)
    html = markup.scrollable_tables(html, language)
    html = markup.task_lists(markup.lazy_pictures(html))
    html = markup.anchor_titles(html, language)
    if addresses.is_projected(name):
        _texts[config.theme["language"], name] = (page.url, html)
    return html


def on_page_context(context, page, config, nav):
    """Tell the templates about missing or stale translations and the preview picture."""
    page.content = _with_inset(page.content, page, config)  # now that search has read the text
    written = _written(page, config)
    shown_in = config.theme["language"]
    repo = config.extra["repo"].rstrip("/")
    context["belum_diterjemahkan"] = written.language != shown_in
    if written.language != shown_in:
        folder = PurePosixPath("docs", shown_in, written.name)
        page.edit_url = f"{repo}/new/main/{folder.parent}?filename={folder.name}"
    elif written.language != SOURCE_LANGUAGE and not written.data_behind:
        docs = Path(config.docs_dir)
        original = source.read(docs / SOURCE_LANGUAGE / written.name, docs)
        context["terjemahan_tertinggal"] = is_stale(written, original)
        context["halaman_asal"] = page.file.alternates[SOURCE_LANGUAGE].url
    if data := written.data_behind:  # generated pages are corrected in their data
        page.edit_url = f"{repo}/{'edit' if PurePosixPath(data).suffix else 'tree'}/main/{data}"
    if addresses.is_projected(written.name):
        context |= _projection(page, config, written)
    shared = page.meta.get("sisipan", "index") != "index"  # a thousand regions share one picture
    card = cards.file_name(str(PurePosixPath(page.url).parent) if shared else page.url)
    context["kartu"] = f"{config.site_url}{cards.FOLDER}/{card}"
    if not shared:
        title = str(page.meta.get("title") or page.title)
        cards.write(Path(config.site_dir), page.url, title, config.site_name)
    return context


def on_post_page(output, page, config):
    """Let go of a page's tables: MkDocs keeps every page until the end, the whole country's too."""
    if page.meta.get("sisipan"):
        page.content = ""
    return markup.name_navigation(output)


def on_post_template(output_content, template_name, config):
    """The bilingual 404 page is the source language's: the last language built must not win."""
    if template_name == "404.html" and config.theme["language"] != SOURCE_LANGUAGE:
        return ""
    return output_content


@event_priority(-200)  # after the i18n plug-in, which builds the other languages in its own
def on_post_build(config):
    """One search index a language, lean styles, and a robots.txt that names the sitemap."""
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    schedule.publish(Path(config.docs_dir), site)
    search_index.split(site)
    if engine.is_installed():
        engine.copy_into(site)
    for name in _wanted & _texts.keys():
        material.write(site, *_texts[name])
    if _command != ["serve"]:  # whoever writes waits for nothing that a reader needs
        styles.lean_sheets(site)
    sitemap = f"{config.site_url}sitemap.xml"
    write_if_changed(site / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n")


def _projection(page, config, written):
    """Write the QR code and short address of a page; give what its template needs to project it."""
    site, shown_in = Path(config.site_dir), config.theme["language"]
    title = str(page.meta.get("title") or page.title)
    address = addresses.online_address(page.canonical_url)
    if short := addresses.short_path(written.name, shown_in):
        addresses.write_short(site, short, page.url, address, title, shown_in)
        address = f"{config.site_url}{short}"
    addresses.write_qr(site, page.url, address)
    projection = {"qr": addresses.qr_path(page.url), "alamat": addresses.shown_address(address)}
    return {"proyeksi": projection, "rencana": _plan(page, shown_in)}


def _plan(page, language):
    """Give the plan of a session page with the address of every page that it projects."""
    plan = page.meta.get("rencana")
    if not plan:
        return None
    for block in material.blocks(plan):
        name = (language, block.get("halaman"))
        if name in _texts:
            _wanted.add(name)
            block["isi"] = get_relative_url(material.script_path(_texts[name][0]), page.url)
    return plan


def _with_inset(html, page, config):
    """Set in the tables that were made apart from the page's text."""
    name = page.meta.get("sisipan")
    if not name:
        return html
    insets = schedule.out_folder(Path(config.docs_dir)) / schedule.INSETS
    inset = (insets / page.file.locale / f"{name}.html").read_text(encoding="utf-8")
    return html.replace(_INSET_MARK, inset.replace(REPO, config.extra["repo"].rstrip("/")))


def _written(page, config):
    """The page as written (a page without translation is the Indonesian file)."""
    return source.read(Path(page.file.abs_src_path), Path(config.docs_dir))
