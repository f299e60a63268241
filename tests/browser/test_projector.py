"""Every page as slides: nothing clipped, nothing tiny, no notes on the wall, and easy to drive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.browser import serve
from scripts.projector.addresses import is_projected
from tests.browser.projection import BODY, SMALL, Show, project_all
from tests.browser.sweep import AXE, AXE_OPTIONS
from tests.conftest import BASE, Built, page_urls

MODULE = "modul/05-pemungutan-suara/"
LAPTOP = {"width": 1024, "height": 768}
READY = ".proyektor:not([aria-busy]) .reveal.ready"


def _name(url: str) -> str:
    """The page behind an address, without its language: what ``is_projected`` asks for."""
    bare = url.removeprefix("en/").rstrip("/")
    return f"{bare}.md" if bare else "index.md"


URLS = [url for url in page_urls() if is_projected(_name(url))]
#: A folder's own page is ``jadwal/index.md``, which the address does not say.
URLS = [url for url in URLS if _name(url) not in ("jadwal.md", "fasilitator/lembar.md")]


@pytest.fixture(scope="module")
def home(site: Built) -> Iterator[str]:
    """The address of the built site."""
    with serve(site.folder, BASE) as address:
        yield address


@pytest.fixture(scope="module")
def shows(home: str) -> dict[str, Show]:
    """Every projected page, seen once on three screens."""
    return project_all(home, URLS)


def test_one_line_of_figures(shows: dict[str, Show], capsys: pytest.CaptureFixture[str]) -> None:
    slides = sum(sum(show.slides.values()) for show in shows.values())
    overflows = sum(len(found) for show in shows.values() for found in show.overflow.values())
    smallest = min(show.smallest for show in shows.values())
    with capsys.disabled():
        print(
            f"\nproyeksi: {len(shows)} halaman × 3 layar, {slides} salindia, "
            f"{overflows} meluap, huruf terkecil {smallest:g} px (isi {BODY} px)"
        )
    assert len(shows) >= 100
    assert overflows == 0
    assert smallest >= SMALL


@pytest.mark.parametrize("url", URLS)
def test_slides_of_a_page(shows: dict[str, Show], url: str) -> None:
    show = shows[url]
    assert all(count > 1 for count in show.slides.values())
    assert len(show.slides) == 3
    assert not any(show.overflow.values()), show.overflow
    assert not any(show.tiny.values()), show.tiny
    assert not show.empty
    assert not show.leaks
    assert not show.third_party
    assert not show.console


# ---- one page, driven as in a hall


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A laptop's browser."""
    context = browser.new_context(viewport=LAPTOP, has_touch=True)
    opened = context.new_page()
    opened.errors = []  # type: ignore[attr-defined]
    opened.on("pageerror", lambda failure: opened.errors.append(str(failure)))
    yield opened
    assert not opened.errors  # type: ignore[attr-defined]
    context.close()


def _place(page: Page) -> int:
    """The number of the slide that the bar shows."""
    return int(page.locator(".proyektor__tempat").inner_text().split("/")[0])


def _project(page: Page, address: str) -> None:
    page.goto(f"{address}?proyektor", wait_until="domcontentloaded")
    page.wait_for_selector(READY)


def test_leaving_returns_to_the_same_place(page: Page, home: str) -> None:
    page.goto(home + MODULE)
    page.evaluate("document.getElementById('pemilih-yang-perlu-bantuan').scrollIntoView()")
    before = page.evaluate("scrollY")
    page.keyboard.press("p")
    page.wait_for_selector(READY)
    assert page.url.endswith("?proyektor#pemilih-yang-perlu-bantuan")
    assert page.locator("article").is_hidden()
    page.keyboard.press("p")
    assert page.locator(".proyektor").count() == 0
    assert page.evaluate("scrollY") == before
    assert "proyektor" not in page.url


def test_the_button_starts_at_the_title_and_back_leaves(page: Page, home: str) -> None:
    page.goto(home + MODULE)
    assert page.locator("script[src*=reveal]").count() == 0
    page.get_by_role("button", name="Proyektor", exact=True).click()
    page.wait_for_selector(READY)
    assert page.url.endswith("?proyektor")
    title = page.locator(".slides section.present:not(.stack) .slaid--judul").inner_text()
    assert "60 menit" in title
    assert "bimtek-kpps/m5" in title.replace("\n", "")
    assert "Mengurutkan acara rapat" in title
    assert page.locator(".judul__qr img").first.evaluate("image => image.naturalWidth") > 0
    page.go_back()
    page.wait_for_selector(".proyektor", state="detached")
    assert page.locator("article h1").is_visible()
    page.go_forward()
    page.wait_for_selector(READY)


def test_keyboard_remote_overview_and_black_screen(page: Page, home: str) -> None:
    _project(page, home + MODULE)
    for key, expected in (
        ("PageDown", 2), ("ArrowRight", 3), (" ", 4), ("ArrowDown", 5),
        ("PageUp", 4), ("ArrowLeft", 3), ("ArrowUp", 2), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert _place(page) == expected, key
    page.keyboard.press("End")
    total = int(page.locator(".proyektor__tempat").inner_text().split("/")[1])
    assert _place(page) == total
    page.keyboard.press("o")
    assert page.locator(".reveal.overview").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".reveal.overview").count() == 0
    for key in ("b", "."):
        page.keyboard.press(key)
        page.wait_for_function(
            "getComputedStyle(document.querySelector('.pause-overlay')).opacity > 0.9"
        )
        page.keyboard.press(key)
        page.wait_for_selector(".reveal.paused", state="detached")
    page.keyboard.press("g")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.proyektor__tempat').textContent[0] === '7'")
    assert page.locator("[data-md-toggle=search]").is_checked() is False


def test_a_swipe_turns_the_slide(page: Page, home: str) -> None:
    _project(page, home + MODULE)
    session = page.context.new_cdp_session(page)

    def swipe(start: int, end: int) -> None:
        for kind, x in (
            ("touchStart", start), ("touchMove", (start + end) // 2), ("touchMove", end),
            ("touchEnd", None),
        ):  # fmt: skip
            points = [] if x is None else [{"x": x, "y": 380}]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    swipe(800, 200)
    page.wait_for_function("document.querySelector('.proyektor__tempat').textContent[0] === '2'")
    swipe(200, 800)
    page.wait_for_function("document.querySelector('.proyektor__tempat').textContent[0] === '1'")


def test_a_reload_and_another_screen_keep_the_place(page: Page, home: str) -> None:
    _project(page, f"{home}{MODULE}")
    for _ in range(12):
        page.keyboard.press("PageDown")
    heading = page.locator(".slides section.present:not(.stack) h2").inner_text()
    page.reload()
    page.wait_for_selector(READY)
    assert heading.split("\n")[0][:10] in page.locator(".slides").inner_text()
    section = page.url.partition("#")[2]
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_selector(".proyektor[aria-busy]")
    page.wait_for_selector(READY)
    assert page.url.partition("#")[2] == section
    widths = page.locator("section.present .slaid:visible").evaluate_all(
        "all => all.map(one => one.offsetWidth)"
    )
    assert set(widths) == {1280}


def test_a_question_waits_for_hands(page: Page, home: str) -> None:
    page.goto(f"{home}{MODULE}?proyektor#cek-pemahaman")
    page.wait_for_selector(READY)
    slide = page.locator(".slides section.present:not(.stack)")
    answer = slide.locator(".jawaban")
    assert "Angkat tangan" in slide.inner_text()
    assert answer.evaluate("box => getComputedStyle(box).visibility") == "hidden"
    place = _place(page)
    page.keyboard.press("PageDown")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('section.present .jawaban')).visibility"
        " === 'visible'"
    )
    assert _place(page) == place
    assert slide.locator(".jawaban .rujukan").count() >= 1


def test_the_facilitator_reads_notes_and_minutes_the_room_does_not(page: Page, home: str) -> None:
    page.goto(f"{home}{MODULE}?proyektor#rapat-pukul-0700")
    page.wait_for_selector(READY)
    note = "Bagikan delapan kartu"
    assert note not in page.locator("body").inner_text()
    page.keyboard.press("c")
    panel = page.locator(".proyektor .panel")
    assert note in panel.inner_text()
    assert "60 menit: cukup waktu" in panel.inner_text()
    page.keyboard.press("c")
    assert panel.count() == 0
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    window = opened.value
    window.wait_for_selector(".panel__lembar .slaid")
    assert note in window.locator("body").inner_text()
    assert note not in page.locator("body").inner_text()
    place = _place(page)
    window.keyboard.press("PageDown")
    page.wait_for_function(
        f"document.querySelector('.proyektor__tempat').textContent.startsWith('{place + 1} ')"
    )
    page.keyboard.press("p")
    page.wait_for_function("!document.querySelector('.proyektor')")
    assert window.is_closed()


def test_the_notes_stay_open_on_another_screen_and_all_buttons_fit(page: Page, home: str) -> None:
    page.goto(f"{home}{MODULE}?proyektor#rapat-pukul-0700")
    page.wait_for_selector(READY)
    bar = page.locator(".proyektor__bilah")
    assert bar.evaluate("one => one.scrollWidth <= one.clientWidth")
    page.keyboard.press("c")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_selector(".proyektor[aria-busy]")
    page.wait_for_selector(READY)
    panel = page.locator(".proyektor .panel")
    assert "Bagikan delapan kartu" in panel.inner_text()
    page.keyboard.press("c")
    assert panel.count() == 0


def test_a_failed_download_can_be_tried_again(page: Page, home: str) -> None:
    page.route("**/reveal.js", lambda route: route.abort())
    page.goto(home + MODULE)
    button = page.get_by_role("button", name="Proyektor", exact=True)
    with page.expect_event("requestfailed"):
        button.click()
    page.unroute("**/reveal.js")
    page.wait_for_timeout(500)
    button.click()
    page.wait_for_selector(READY)


@pytest.mark.parametrize(
    ("left", "total", "mark", "text"),
    [
        (30, 60, "cukup", "30 menit: cukup waktu"),
        (12, 60, "mepet", "12 menit: hampir habis"),
        (-3, 60, "lewat", "−3 menit: lewat waktu"),
        (10, 0, "", "tanpa batas waktu"),
    ],
)
def test_time_is_said_in_words(
    page: Page, home: str, left: int, total: int, mark: str, text: str
) -> None:
    _project(page, f"{home}tentang/")
    said = page.evaluate(
        "([left, total]) => Proyektor.timeLeft(left, total, Proyektor.words('id'))", [left, total]
    )
    assert said == {"mark": mark, "text": text}


def test_key_p_can_be_switched_off(page: Page, home: str) -> None:
    """WCAG 2.1.4: a single-letter shortcut needs a way to turn it off."""
    _project(page, home + MODULE)
    page.keyboard.press("?")
    page.locator("dialog input").uncheck()
    page.locator("dialog button").click()
    page.keyboard.press("Escape")
    page.wait_for_selector(".proyektor", state="detached")
    page.keyboard.press("p")
    page.wait_for_timeout(300)
    assert page.locator(".proyektor").count() == 0


# ---- for everyone


_CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [x, y, z] = colour.slice(0, 3).map(part => linear(part / 255));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  for (const element of document.querySelectorAll('.slaid *')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 7) low.add(`${element.localName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...low];
}"""


@pytest.mark.parametrize("url", [MODULE, "fasilitator/sesi/satu-jam/", "latihan/hitung-c-hasil/"])
def test_contrast_is_aaa_in_all_three_schemes(page: Page, home: str, url: str) -> None:
    _project(page, home + url)
    seen = set()
    for _ in range(3):
        seen.add(page.locator(".proyektor").get_attribute("data-skema"))
        assert page.evaluate(_CONTRAST) == []
        page.keyboard.press("t")
    assert seen == {"terang", "gelap", "kontras"}


def test_the_projector_is_accessible(page: Page, home: str) -> None:
    _project(page, home + MODULE)
    page.keyboard.press("PageDown")
    page.keyboard.press("c")
    assert page.locator("[role=application]").count() == 0
    page.evaluate(AXE)
    result = page.evaluate("options => axe.run('.proyektor', options)", AXE_OPTIONS)
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in result["violations"]] == []


def test_motion_is_reduced_when_asked(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=LAPTOP, reduced_motion="reduce")
    page = context.new_page()
    _project(page, home + MODULE)
    assert page.locator(".slides section.present").first.get_attribute("data-transition") is None
    assert page.evaluate("document.querySelector('.reveal').className").find("fade") < 0
    context.close()


@pytest.mark.parametrize("size", [(360, 800), (800, 360), (1366, 768)])
def test_other_screens(page: Page, home: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    _project(page, home + MODULE)
    found = page.evaluate(
        """() => [...document.querySelectorAll('.slides .slaid')].filter(slide => {
             const section = slide.closest('section');
             section.style.setProperty('display', 'block', 'important');
             const body = slide.querySelector('.slaid__isi');
             return body.scrollHeight > body.clientHeight + 1
               || body.scrollWidth > body.clientWidth + 1;
           }).map(slide => slide.querySelector('h2').textContent)"""
    )
    assert found == []


# ---- from a USB stick


@pytest.mark.parametrize(
    "url", [MODULE, "en/modul/08-surat-suara-sah/", "latihan/kasus-surat-suara/",
            "fasilitator/sesi/dua-jam/", "en/fasilitator/sesi/satu-jam/"]
)  # fmt: skip
def test_the_same_from_a_file(browser: Browser, usb_stick: Built, home: str, url: str) -> None:
    def slides(address: str) -> list[str]:
        context = browser.new_context(viewport=LAPTOP)
        page = context.new_page()
        failed: list[str] = []
        page.on("pageerror", lambda failure: failed.append(str(failure)))
        page.on("request", lambda request: failed.append(request.url)
                if not request.url.startswith((address[:5], "data:")) else None)  # fmt: skip
        page.goto(f"{address}?proyektor", wait_until="domcontentloaded")
        page.wait_for_selector(READY)
        page.keyboard.press("PageDown")
        assert _place(page) == 2
        texts = page.evaluate(
            "[...document.querySelectorAll('.slides .slaid')].map(one => one.textContent)"
        )
        pictures = page.evaluate(
            """Promise.all([...document.querySelectorAll('.slides img[data-src]')].slice(0, 5)
                 .map(image => new Promise(done => {
                   const probe = new Image();
                   probe.onload = () => done(true); probe.onerror = () => done(image.dataset.src);
                   probe.src = image.dataset.src;
                 })))"""
        )
        assert all(picture is True for picture in pictures), pictures
        context.close()
        assert not failed
        return texts

    assert slides(Path(usb_stick.folder, f"{url.rstrip('/')}.html").as_uri()) == slides(home + url)


# ---- a whole session


def test_a_full_day_plays_from_first_to_last_slide(page: Page, home: str) -> None:
    _project(page, f"{home}fasilitator/sesi/sehari/")
    total = int(page.locator(".proyektor__tempat").inner_text().split("/")[1])
    blocks = page.locator(".slaid--blok").count()
    breaks = page.locator(".slaid--blok .mundur").count()
    plan = page.evaluate("Proyektor.plan().pertemuan.flatMap(one => one.blok)")
    assert blocks == len(plan)
    assert breaks == sum(block["jenis"] == "istirahat" for block in plan)
    assert total > 100
    seen = [_place(page)]
    for _ in range(3 * total):
        page.keyboard.press("PageDown")
        if (place := _place(page)) != seen[-1]:
            seen.append(place)
        if place == total:
            break
    assert seen == list(range(1, total + 1))


def test_a_break_counts_down(page: Page, home: str) -> None:
    page.clock.install()
    _project(page, f"{home}fasilitator/sesi/sehari/")
    page.evaluate(
        "Proyektor.startCountdown(document.querySelector('.mundur'), Proyektor.words('id'))"
    )
    face = page.locator(".mundur__angka").first
    minutes = int(page.locator(".mundur").first.get_attribute("data-menit") or 0)
    page.clock.run_for(61_000)
    assert face.text_content() == f"{minutes - 2}.59"
    page.clock.run_for(minutes * 60_000)
    assert face.text_content() == "Waktu istirahat habis"


def test_a_plan_knows_its_minutes(page: Page, home: str) -> None:
    _project(page, f"{home}fasilitator/sesi/dua-jam/")
    page.keyboard.press("c")
    page.keyboard.press("PageDown")
    panel = page.locator(".proyektor .panel").inner_text()
    assert "120 menit: cukup waktu" in panel
    assert "5 menit: cukup waktu" in panel
    # How to run a block is the facilitator's business: in the notes, not on the wall.
    method = page.evaluate("Proyektor.plan().pertemuan[0].blok[0].cara")
    assert method[:40] in panel
    assert method[:40] not in page.locator(".slides").inner_text()
