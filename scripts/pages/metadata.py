"""Front matter as a typed model: what every page and every module must say about itself."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Role(StrEnum):
    """Whom a module is for (key ``peran``)."""

    CHAIR = "ketua"
    MEMBER = "anggota"
    GUARD = "petugas ketertiban"
    WITNESS = "saksi"
    SUPERVISOR = "pengawas TPS"
    FACILITATOR = "fasilitator"


class PageMeta(BaseModel):
    """Front matter of an ordinary page."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=3, max_length=70)
    description: str = Field(min_length=30, max_length=170)
    ditinjau: date
    tags: list[str] = Field(min_length=1)
    template: str | None = None
    hide: list[str] | None = None
    #: A stylesheet of its own (``stylesheets/peran.css``).
    gaya: str | None = None
    #: The paper of a handout (``stylesheets/lembar.css``).
    kertas: Literal["a4", "a5"] | None = None
    terjemahan_dari: str | None = Field(default=None, pattern=r"^[0-9a-f]{8}$")


class ModuleMeta(PageMeta):
    """Front matter of a module: minutes, readers and observable aims on top."""

    durasi: int = Field(ge=5, le=240)
    peran: list[Role] = Field(min_length=1)
    tujuan: list[str] = Field(min_length=2, max_length=6)
    #: Which of KPU's four training modules of January 2024 this one covers.
    modul_kpu: list[Annotated[int, Field(ge=1, le=4)]]
    #: The page below ``latihan/`` that exercises this module; its own questions if there is none.
    latihan: str | None = Field(default=None, pattern=r"^[a-z0-9-]+\.md$")
