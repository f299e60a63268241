"""``make images``: the picture of the site that README.md shows (phone and projector)."""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.browser import launch_options, missing, serve
from scripts.paths import ROOT, relative
from scripts.site_build import BASE, build

TARGET = ROOT / ".github" / "images" / "situs.png"
_SHOTS = (("", 1024, 768, "light"), ("modul/05-pemungutan-suara/", 360, 768, "dark"))
_GAP = 24


def main() -> int:
    """Build the site, take both pictures, put them side by side."""
    if message := missing():
        sys.exit(message)
    with tempfile.TemporaryDirectory() as scratch:
        build(Path(scratch))
        with serve(Path(scratch), BASE) as home, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**launch_options())
            shots = [_shot(browser, home, shot) for shot in _SHOTS]
            browser.close()
    width = sum(shot.width for shot in shots) + _GAP * (len(shots) - 1)
    picture = Image.new("RGB", (width, max(shot.height for shot in shots)), "white")
    left = 0
    for shot in shots:
        picture.paste(shot, (left, 0))
        left += shot.width + _GAP
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(128, dither=Image.Dither.NONE).save(TARGET, "PNG", optimize=True)
    print(f"{relative(TARGET)}: {TARGET.stat().st_size / 1000:.0f} kB")
    return 0


def _shot(browser: Browser, home: str, shot: tuple[str, int, int, str]) -> Image.Image:
    url, width, height, scheme = shot
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(home + url, wait_until="networkidle")
    image = Image.open(BytesIO(page.screenshot()))
    context.close()
    return image


if __name__ == "__main__":
    sys.exit(main())
