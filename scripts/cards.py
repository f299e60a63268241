"""Pictures for link previews: a 1200×630 card with the page's title (WhatsApp shows it)."""

from __future__ import annotations

import hashlib
import io
import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.paths import CACHE, write_if_changed

FOLDER = "images/kartu"
_SIZE = (1200, 630)
_INK, _PAPER, _LAVENDER = "#2f2560", "#ffffff", "#cfc8f2"
_MARGIN = 80
#: Part of the cache key: raise it when the drawing changes.
_EDITION = "2"
#: Pillow's font has no typographic marks; without this they would be drawn as empty boxes.
_PLAIN = str.maketrans({"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})


def file_name(url: str) -> str:
    """Give the card's file name for a page's ``url`` relative to the site's root."""
    slug = url.strip("/").replace("/", "-").removesuffix(".html") or "beranda"
    return f"{slug}.png"


def card(title: str, site_name: str) -> bytes:
    """Give the card as PNG bytes, drawn once and then taken from the cache."""
    title = plain(title)
    key = hashlib.sha256(f"{_EDITION}|{title}|{site_name}".encode()).hexdigest()[:20]
    cached = CACHE / "kartu" / f"{key}.png"
    if cached.is_file():
        return cached.read_bytes()
    picture = _draw(title, site_name)
    write_if_changed(cached, picture)
    return picture


def plain(title: str) -> str:
    """Give ``title`` in characters that the card's font can draw."""
    return title.translate(_PLAIN)


def write(site: Path, url: str, title: str, site_name: str) -> None:
    """Write the card of one page below ``site``."""
    write_if_changed(site / FOLDER / file_name(url), card(title, site_name))


def _draw(title: str, site_name: str) -> bytes:
    image = Image.new("RGB", _SIZE, _INK)
    draw = ImageDraw.Draw(image)
    _tally(draw, _MARGIN, 84, 72)
    draw.text((_MARGIN + 190, 96), site_name, _LAVENDER, font=_font(46))
    size, lines = _fit(title)
    top = 250
    for line in lines:
        draw.text((_MARGIN, top), line, _PAPER, font=_font(size), stroke_width=1)
        top += round(size * 1.2)
    draw.rectangle((0, _SIZE[1] - 18, _SIZE[0], _SIZE[1]), fill=_LAVENDER)
    buffer = io.BytesIO()
    # Few colours: a phone on a weak signal downloads about 15 kB instead of 60.
    image.quantize(32, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _tally(draw: ImageDraw.ImageDraw, left: int, top: int, height: int) -> None:
    """The site's mark: seven tally strokes (turus), one for each member of a KPPS."""
    step, width = 22, 9
    for stroke in (0, 1, 2, 3, 5, 6):
        x = left + stroke * step + (10 if stroke > 3 else 0)
        draw.line((x, top, x, top + height), _PAPER, width)
    draw.line((left - 14, top + height - 8, left + 3 * step + 14, top + 8), _PAPER, width)


def _fit(title: str) -> tuple[int, list[str]]:
    """Choose the largest type size at which ``title`` fits on three lines."""
    room = _SIZE[0] - 2 * _MARGIN
    for size in (88, 76, 64, 54):
        font = _font(size)
        for width in range(40, 8, -1):
            lines = textwrap.wrap(title, width)
            if len(lines) <= 3 and all(font.getlength(line) <= room for line in lines):
                return size, lines
            if len(lines) > 3:
                break
    return 48, textwrap.wrap(title, 42)[:4]


def _font(size: int) -> ImageFont.FreeTypeFont:
    """Pillow's own scalable font: the same letters on every machine."""
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType: reinstall the pinned wheel")
    return font
