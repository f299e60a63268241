"""Browser tests need a browser: without one they say so in one line instead of a traceback."""

from __future__ import annotations

import pytest

from scripts.browser import missing


@pytest.fixture(scope="session", autouse=True)
def a_browser() -> None:
    """Fail every browser test at once, with what to install."""
    if message := missing():
        pytest.fail(message, pytrace=False)
