"""Browser tests need a browser: without one they say so in one line instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.browser import launch_options, missing


@pytest.fixture(scope="session", autouse=True)
def a_browser() -> None:
    """Fail every browser test at once, with what to install."""
    if message := missing():
        pytest.fail(message, pytrace=False)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a whole file."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch_options())
        yield started
        started.close()
