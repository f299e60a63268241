"""Reading a page: headings, blocks, links and tables are found where a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.pages.source import Page, parse

TEXT = """---
title: Contoh
---
# Contoh

## Tanda & baca: «dua» kata

Lihat [PKPU](../referensi/dasar-hukum.md#pkpu-25-2023-26) dan ![gambar](a.png).

```markdown
## Bukan judul
[bukan tautan](x.md)
!!! danger "bukan blok"
```

!!! danger "Salah"
    Isi.

??? question "Situasi?"
    Jawab.

| a | b |
|---|:--|
| 1 | 2 |
| 3 | 4 |

### Judul lain { #jangkar-sendiri }
"""


def page(text: str, name: str = "modul/contoh.md", language: str = "id") -> Page:
    return parse(text, Path("docs", language, name), language, name)


def test_headings_have_the_anchor_the_site_gives_them() -> None:
    found = [(heading.level, heading.id, heading.line) for heading in page(TEXT).headings]
    assert found == [(1, "contoh", 4), (2, "tanda-baca-dua-kata", 6), (3, "jangkar-sendiri", 27)]


def test_blocks_links_and_tables_outside_code() -> None:
    example = page(TEXT)
    assert [(block.marker, block.kind) for block in example.blocks] == [
        ("!!!", "danger"),
        ("???", "question"),
    ]
    assert [(link.target, link.line, link.column) for link in example.links] == [
        ("../referensi/dasar-hukum.md#pkpu-25-2023-26", 8, 7)
    ]
    assert example.tables == ((22, 2, 2),)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "---\ntitle: a: b\n---\n# X\n",
            "tidak terbaca di baris 2; isi yang memuat titik dua harus diapit kutip",
        ),
        ("---\nditinjau: 2026-13-01\n---\n# X\n", "memuat tanggal yang tidak ada di kalender"),
        ("---\n- satu\n---\n# X\n", "bukan daftar kunci dan nilai"),
        ("# X tanpa bagian atas\n", ""),
    ],
)
def test_bad_front_matter_is_kept_for_the_check(text: str, error: str) -> None:
    example = page(text)
    assert example.front_matter_error == error
    assert example.meta == {}


def test_windows_line_ends_and_byte_order_mark_do_not_matter() -> None:
    assert page("\ufeff" + TEXT.replace("\n", "\r\n")).headings == page(TEXT).headings
