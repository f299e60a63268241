"""Clock arithmetic: hours as they are written on the pages (``08.00``) and minutes of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

#: Minutes of a day: a meeting ends before them.
DAY = 24 * 60


def parse(hour: str) -> int:
    """Give the minutes since midnight of ``08.30``. Raises ValueError for anything else."""
    hours, _, minutes = hour.partition(".")
    if len(hours) != 2 or len(minutes) != 2 or int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f"no hour of the day: {hour!r}")
    return int(hours) * 60 + int(minutes)


def show(minutes: int) -> str:
    """Write ``minutes`` since midnight as an hour; beyond midnight it starts again at 00.00."""
    return "{:02}.{:02}".format(*divmod(minutes % DAY, 60))


def span(start: int, minutes: int) -> str:
    """Write a stretch of time: ``08.00–08.15``."""
    return f"{show(start)}–{show(start + minutes)}"


def starts(start: int, lengths: Iterable[int]) -> Iterator[int]:
    """Yield when each of several things begins that follow each other without a gap."""
    for length in lengths:
        yield start
        start += length
