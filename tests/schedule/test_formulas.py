"""Text that a spreadsheet would run is written so that it stays text, and comes back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.schedule.formulas import quote_formula, unquote_formula

STARTS = "=+-@\t\r＝＋－＠"
#: Mostly the characters that matter, so that apostrophes and starts meet.
TEXTS = st.one_of(st.text(alphabet="'’=+-@\t\r\n＝＋－＠ a1;", max_size=8), st.text(max_size=20))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("apostrophes", ["", "'", "''"])
def test_a_formula_is_quoted(start: str, apostrophes: str) -> None:
    text = f"{apostrophes}{start}1+1"
    assert quote_formula(text) == f"'{text}"
    assert unquote_formula(f"'{text}") == text


@pytest.mark.parametrize("text", ["", "'", "08.00", "a=1", " =1", "Jum'at", "'tua'", "1-2", "’=1"])
def test_other_text_is_left_alone(text: str) -> None:
    assert quote_formula(text) == text
    assert unquote_formula(text) == text


@pytest.mark.parametrize("start", STARTS)
def test_a_formula_that_nobody_quoted_is_left_alone(start: str) -> None:
    assert unquote_formula(f"{start}1") == f"{start}1"


@given(TEXTS)
def test_what_was_quoted_comes_back(text: str) -> None:
    assert unquote_formula(quote_formula(text)) == text


@given(TEXTS)
def test_no_quoted_text_is_a_formula(text: str) -> None:
    assert not quote_formula(text).startswith(tuple(STARTS))


@given(TEXTS, TEXTS)
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (quote_formula(one) == quote_formula(other)) == (one == other)
