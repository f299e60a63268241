"""Reading the curriculum: the site's modules in order, and KPU's four training modules."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from scripts import yaml_file
from scripts.pages.metadata import ModuleMeta
from scripts.pages.source import read_all
from scripts.paths import DATA, DOCS, SOURCE_LANGUAGE
from scripts.problems import REASONS, Problem
from scripts.yaml_file import YamlFile

KPU = DATA / "kurikulum.yml"


class KpuModule(BaseModel):
    """One of the four modules that KPU published in January 2024.

    ``menit`` is KPU's own time where it is known; ``halaman`` the page that covers it if no
    module of this site does; ``sumber`` an id of the register.
    """

    model_config = ConfigDict(extra="forbid")

    nomor: int = Field(ge=1, le=4)
    judul: str
    judul_en: str
    menit: int | None = None
    sumber: str
    halaman: str | None = None

    def title(self, language: str) -> str:
        """The title in ``language``."""
        return self.judul if language == SOURCE_LANGUAGE else self.judul_en


@dataclass(frozen=True)
class Module:
    """One module of this site: its file, number, and front matter in one language."""

    name: str
    number: int
    meta: ModuleMeta


def modules(language: str, docs: Path = DOCS) -> list[Module]:
    """Give the modules in order; where a translation is missing, the Indonesian one.

    A module whose name or front matter is wrong is left out: the page's own check reports it.
    """
    pages = {**read_all(docs, SOURCE_LANGUAGE), **read_all(docs, language)}
    found = []
    for name, page in sorted(pages.items()):
        if page.is_module and (number := page.module_number):
            with contextlib.suppress(ValidationError):
                found.append(Module(name, number, ModuleMeta.model_validate(page.meta)))
    return found


def kpu_modules(path: Path = KPU) -> tuple[list[KpuModule], list[Problem]]:
    """Read KPU's modules; gives those that could be read, by number, and every problem
    (KUR001, KUR002)."""
    found = yaml_file.read(path, "KUR001", "KUR002")
    listed = found.data.get("modul_kpu") if isinstance(found.data, dict) else None
    if found.problems:
        return [], found.problems
    if not isinstance(listed, list) or not listed:
        message = "Berkas harus berisi `modul_kpu:` dan di bawahnya daftar modul (`- nomor: 1`)."
        return [], [found.problem((), "KUR001", message)]
    read = []
    for index, item in enumerate(listed):
        try:
            read.append(KpuModule.model_validate(item))
        except ValidationError as failure:
            found.problems += [_explain(found, index, error) for error in failure.errors()]
    return sorted(read, key=lambda item: item.nomor), found.problems


def _explain(found: YamlFile, index: int, error: ErrorDetails) -> Problem:
    key = ".".join(str(part) for part in error["loc"]) or "isi"
    reason = REASONS.get(error["type"], "tidak benar; bandingkan dengan modul lain")
    message = f"Modul KPU ke-{index + 1}: `{key}` {reason.format(**error.get('ctx', {}))}."
    return found.problem(("modul_kpu", index, *error["loc"]), "KUR002", message)
