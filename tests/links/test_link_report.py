"""The Markdown report on external links."""

from scripts.links.external import Outcome, Result, Verdict
from scripts.links.report import LIMIT, PAGES_SHOWN, render, summary

BROKEN = Verdict(Outcome.BROKEN, "404, halaman tidak ada")


def result(url: str, verdict: Verdict = BROKEN, pages: int = 1) -> Result:
    """Give a result for ``url`` that ``pages`` pages use."""
    return Result(url, tuple(f"{number}/index.html" for number in range(pages)), verdict)


def test_report_of_broken_and_uncertain_links() -> None:
    refused = Verdict(Outcome.UNCERTAIN, "403, ditolak")
    text = render([result("https://a.id/"), result("https://b.id/", refused, pages=2)])
    broken, uncertain = text.index("## Rusak (1)"), text.index("## Tidak pasti (1)")
    assert broken < uncertain
    assert (
        "- [`https://a.id/`](<https://a.id/>): 404, halaman tidak ada. Dipakai di `0/index.html`\n"
        in text[broken:uncertain]
    )
    assert "[`https://b.id/`](<https://b.id/>): 403, ditolak." in text[uncertain:]


def test_report_without_findings_holds_only_the_counts() -> None:
    text = render([result("https://a.id/", Verdict(Outcome.OK))])
    assert text == "# Tautan luar\n\n1 tautan luar di 1 halaman: 1 utuh, 0 rusak, 0 tidak pasti.\n"


def test_summary_of_nothing() -> None:
    assert summary([]) == "0 tautan luar di 0 halaman: 0 utuh, 0 rusak, 0 tidak pasti."


def test_addresses_cannot_break_out_of_the_markdown() -> None:
    text = render([result("https://a.id/`x`](y) <b>|\\ @kpu")])
    safe = "https://a.id/%60x%60](y)%20%3Cb%3E%7C%5C%20@kpu"
    assert f"[`{safe}`](<{safe}>)" in text


def test_only_some_pages_are_named() -> None:
    text = render([result("https://a.id/", pages=PAGES_SHOWN + 2)])
    assert f"`{PAGES_SHOWN - 1}/index.html` dan 2 halaman lain" in text
    assert f"`{PAGES_SHOWN}/index.html`" not in text


def test_long_report_is_cut_at_a_line_and_says_so() -> None:
    text = render([result(f"https://a.id/{number}") for number in range(3000)])
    assert len(text) < LIMIT + 100
    assert text.endswith("`0/index.html`\n\n… laporan dipotong karena terlalu panjang.\n")
