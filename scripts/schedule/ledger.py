"""What earlier runs published of each session, so that only real changes look new to calendars.

RFC 5545 on what a calendar program goes by: the UID (3.8.4.7) says which event this is; SEQUENCE
(3.8.7.4), which rises with every revision, and DTSTAMP (3.8.7.2), in a calendar without METHOD the
time of the revision, say which copy is the newer one. Neither may come from the clock or from how
often the site was built, so they are kept in a file that is published with the calendars:
UID -> digest of what the event shows, sequence, stamp in seconds since 1970.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scripts.schedule.settings import SettingsError

VERSION = 1
BASE = 1_685_577_600
"""2023-06-01T00:00:00Z: the stamp of a first edition when SOURCE_DATE_EPOCH is not set."""

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""The reproducible-builds.org standard: seconds since 1970 that stand in for the clock."""

_LAST_SECOND = 253_370_764_800  # 9999-01-01: the calendar of Python ends a year later
_LAST_SEQUENCE = 2**31 - 2  # SEQUENCE is a signed number of 32 bits and may still rise by one


class Record(NamedTuple):
    """What was published of one session."""

    digest: str
    sequence: Annotated[int, Field(ge=0, le=_LAST_SEQUENCE)]
    stamp: Annotated[int, Field(ge=0, le=_LAST_SECOND)]


class _File(BaseModel):
    """The file of the ledger."""

    model_config = ConfigDict(strict=True)

    versi: Literal[1]
    sesi: dict[str, Record]


class Ledger:
    """Gives each event its sequence and stamp, from what was published before.

    `before` maps a UID to its record. Whoever is not asked for in this run is forgotten.
    """

    def __init__(self, before: Mapping[str, Record] | None = None) -> None:
        self._before = before or {}
        self._now: dict[str, Record] = {}

    @classmethod
    def read(cls, path: Path) -> Ledger:
        """Read the ledger at `path`; a missing or broken file gives an empty one. Never raises."""
        try:
            return cls(_File.model_validate_json(path.read_bytes()).sesi)
        except (OSError, ValidationError):
            return cls()

    def stamp(self, uid: str, digest: str) -> tuple[int, datetime]:
        """Give sequence and stamp (UTC) of the event `uid` that shows what `digest` stands for.

        Unchanged, it keeps both; changed, the sequence rises by one and the stamp is later than
        before; unknown, it starts at 0. Raises SettingsError if SOURCE_DATE_EPOCH is no number.
        """
        record = _next(self._before.get(uid), digest)
        self._now[uid] = record
        return record.sequence, datetime.fromtimestamp(record.stamp, UTC)

    def to_bytes(self) -> bytes:
        """Give the file for the next run: the sessions asked for in this one, sorted by UID."""
        content = {"versi": VERSION, "sesi": dict(sorted(self._now.items()))}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def digest_of(shown: Iterable[str]) -> str:
    """Give 16 hexadecimal digits that stand for these texts, in this order."""
    # JSON keeps ("a", "b") apart from ("ab",), whatever the texts contain.
    return hashlib.sha256(json.dumps(list(shown)).encode()).hexdigest()[:16]


def _next(before: Record | None, digest: str) -> Record:
    if before is None:
        return Record(digest, 0, _epoch(0))
    if before.digest == digest:
        return before
    sequence = before.sequence + 1
    return Record(digest, sequence, max(_epoch(sequence), before.stamp + 1))


def _epoch(sequence: int) -> int:
    """Give the stamp of a new revision: the day of the build if it is told, else a fixed one."""
    text = os.environ.get(EPOCH_VARIABLE, "")
    if not text:
        return BASE + sequence
    if text.isascii() and text.isdigit() and len(text) <= 12 and int(text) <= _LAST_SECOND:
        return int(text)
    raise SettingsError(
        f"{EPOCH_VARIABLE}={text[:40]!r} bukan bilangan detik sejak 1970, misalnya {BASE}"
    )
