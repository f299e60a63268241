"""What is a link and what is an anchor in built HTML."""

from pathlib import Path

from scripts.links.pages import Link, find_pages, parse_page, read_page


def urls(html: str) -> list[str]:
    """Give only the addresses of the links in ``html``."""
    return [link.url for link in parse_page("index.html", html).links]


def test_every_kind_of_address_is_found() -> None:
    assert urls(
        '<link href="a.css"><script src="b.js"></script><a href="c/">c</a><img src="d.png">'
        '<video poster="e.jpg"></video><object data="f.svg"></object><form action="g"></form>'
        '<svg><use xlink:href="h.svg#i"></use></svg>'
    ) == ["a.css", "b.js", "c/", "d.png", "e.jpg", "f.svg", "g", "h.svg#i"]


def test_attributes_that_are_no_address_are_ignored() -> None:
    assert urls('<div data="x" action="y" title="z.html"></div><a>tanpa</a><a href></a>') == []


def test_srcset_gives_each_candidate() -> None:
    assert urls('<img srcset="a.png 1x, b.png 2x,\n c.png 480w">') == ["a.png", "b.png", "c.png"]


def test_refresh_address_is_a_link() -> None:
    assert urls('<meta http-equiv="refresh" content="0; url=../baru/">') == ["../baru/"]
    assert urls('<meta http-equiv="refresh" content="5"><meta name="x" content="url=y">') == []


def test_entities_are_decoded() -> None:
    assert urls('<a href="?a=1&amp;b=2">x</a>') == ["?a=1&b=2"]


def test_comments_and_scripts_hold_no_links() -> None:
    assert urls('<!-- <a href="x">x</a> --><script>t = \'<a href="y">y</a>\'</script>') == []


def test_links_know_their_place() -> None:
    page = parse_page("index.html", '<p>\n  <a href="x/">x</a>\n</p>')
    assert page.links == (Link("x/", "a", line=2, column=3),)


def test_anchors_are_ids_and_names_of_a() -> None:
    page = parse_page("i.html", '<h2 id="satu">1</h2><a name="dua"></a><input name="tiga">')
    assert page.anchors == {"satu", "dua"}


def test_find_and_read_pages_below_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text('<a href="é">x</a>', encoding="utf-8")
    (tmp_path / "a.html").write_text("", encoding="utf-8")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert find_pages(tmp_path) == ["a.html", "b/index.html"]
    assert read_page(tmp_path, "b/index.html").links[0].url == "é"
