"""Which pages are projected, their short addresses, and the QR codes that lead to them."""

from __future__ import annotations

import io
import re
from functools import cache
from html import escape
from pathlib import Path

import segno

from scripts.paths import SOURCE_LANGUAGE, write_if_changed

#: Not for the wall: the home page (doors), the schedule (a tool), paper, and sheets with answers.
_NOT_PROJECTED = re.compile(
    r"index\.md$|jadwal/|fasilitator/lembar/|fasilitator/tes/(soal|kunci)|"
    r"fasilitator/simulasi/jawaban"
)
_SHORT = (
    (re.compile(r"modul/(\d\d)-"), "m"),
    (re.compile(r"peran/kpps-(\d)\.md"), "k"),
)
#: Below the site's root.
QR_FOLDER = "qr"
_REDIRECT = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def is_projected(name: str) -> bool:
    """Whether the page ``name`` (``modul/05-….md``, without its language) has a projector."""
    return not _NOT_PROJECTED.match(name)


def short_path(name: str, language: str) -> str:
    """Give the short path of a module or role card (``m5``, ``en/k4``); "" for other pages."""
    prefix = "" if language == SOURCE_LANGUAGE else f"{language}/"
    for pattern, letter in _SHORT:
        if match := pattern.match(name):
            return f"{prefix}{letter}{int(match[1])}"
    return ""


def online_address(address: str) -> str:
    """Give the address on the internet of a page that a USB stick holds as a file: QR codes and
    short addresses lead there, whatever they are shown from."""
    return re.sub(r"(?:(?<=/)index)?\.html$", "", address).rstrip("/") + "/"


def shown_address(address: str) -> str:
    """Give an address as people type it: without scheme and closing slash."""
    return address.partition("://")[2].rstrip("/")


def qr_path(url: str) -> str:
    """Give where the QR code of the page at ``url`` lies, below the site's root."""
    name = url.removesuffix("index.html").removesuffix(".html").strip("/").replace("/", "-")
    return f"{QR_FOLDER}/{name or 'beranda'}.svg"


@cache  # live reload asks for the same hundred again and again
def qr_code(address: str) -> str:
    """Give the QR code of ``address`` as SVG: black on white, with the quiet zone of ISO 18004."""
    stream = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(stream, kind="svg", border=4, light="white", xmldecl=False, svgclass=None,
              lineclass=None, omitsize=True)  # fmt: skip
    return stream.getvalue().decode("utf-8")


def write_qr(site: Path, url: str, address: str) -> bool:
    """Write the QR code of the page at ``url``; gives whether the file changed."""
    return write_if_changed(site / qr_path(url), qr_code(address))


def write_short(site: Path, path: str, url: str, canonical: str, title: str, language: str) -> bool:
    """Write the page at the short ``path`` that sends on to ``url``; both below the site's root.

    The way is relative, so it holds wherever the site is served, and from a USB stick.
    """
    up = "../" * (path.count("/") + 1)
    html = _REDIRECT.format(
        language=language,
        title=escape(title),
        target=escape(f"{up}{url}"),
        canonical=escape(canonical),
    )
    return write_if_changed(site / path / "index.html", html)
