"""Clock arithmetic: hours in, hours out, and nothing else taken for an hour."""

from __future__ import annotations

import pytest

from scripts.sessions import clock


def test_hours_and_minutes() -> None:
    assert clock.parse("08.30") == 510
    assert clock.show(510) == "08.30"
    assert clock.show(24 * 60 + 5) == "00.05"
    assert clock.span(465, 60) == "07.45–08.45"
    assert list(clock.starts(480, [15, 30, 5])) == [480, 495, 525]
    for minute in range(clock.DAY):
        assert clock.parse(clock.show(minute)) == minute


@pytest.mark.parametrize("hour", ["", "8.00", "24.00", "08.60", "08:00", "0830", "ab.cd"])
def test_what_is_no_hour(hour: str) -> None:
    with pytest.raises(ValueError):
        clock.parse(hour)
