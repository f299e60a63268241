"""Cells that a spreadsheet would run as a formula, written so that they stay text.

Excel and LibreOffice read a cell that begins with one of these characters as a formula (OWASP, "CSV
Injection"); a leading apostrophe keeps it text. Both functions are exact inverses.
"""

from __future__ import annotations

import re

# Apostrophes are counted too: otherwise "'=1" would come back as "=1".
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def quote_formula(text: str) -> str:
    """Give `text` as it is safe in a spreadsheet: what looks like a formula gets an apostrophe.

    >>> quote_formula("=1+1"), quote_formula("08.00"), quote_formula("'=1")
    ("'=1+1", '08.00', "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unquote_formula(text: str) -> str:
    """Give the text that `quote_formula` was given; other text is left as it is.

    >>> unquote_formula("'=1+1"), unquote_formula("Jum'at"), unquote_formula("'tua'")
    ('=1+1', "Jum'at", "'tua'")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
