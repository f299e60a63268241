"""Reading the curriculum: the site's modules in order, and KPU's four training modules."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scripts.pages.metadata import ModuleMeta
from scripts.pages.source import read, read_all
from scripts.paths import DATA, DOCS, SOURCE_LANGUAGE, relative
from scripts.problems import Problem

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

    A module whose front matter is wrong is left out: the page's own check reports it.
    """
    pages = {**read_all(docs, SOURCE_LANGUAGE), **read_all(docs, language)}
    found = []
    for name, page in sorted(pages.items()):
        if page.is_module:
            try:
                meta = ModuleMeta.model_validate(page.meta)
            except ValidationError:
                continue
            found.append(Module(name, int(name.removeprefix("modul/").partition("-")[0]), meta))
    return found


def page_title(name: str, language: str, docs: Path = DOCS) -> str:
    """Give the title of the page ``name`` in ``language``, or in Indonesian without translation;
    the name itself if there is no such page."""
    for folder in (language, SOURCE_LANGUAGE):
        path = docs / folder / name
        if path.is_file():
            return str(read(path, docs).meta.get("title", name))
    return name


def kpu_modules(path: Path = KPU) -> tuple[list[KpuModule], list[Problem]]:
    """Read KPU's modules; gives them by number, or the problem that makes the file unusable
    (KUR001)."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        listed = [KpuModule.model_validate(item) for item in data["modul_kpu"]]
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError) as failure:
        message = f"Berkas tidak terbaca; bandingkan dengan versi sebelumnya ({failure})."
        return [], [Problem(relative(path), 1, 1, "KUR001", " ".join(message.split()))]
    except ValidationError as failure:
        keys = ", ".join(str(part) for error in failure.errors() for part in error["loc"])
        message = f"Isi tidak benar pada: {keys}. Bandingkan dengan butir lain di berkas ini."
        return [], [Problem(relative(path), 1, 1, "KUR001", message)]
    return sorted(listed, key=lambda item: item.nomor), []
