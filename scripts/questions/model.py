"""Test questions as a typed model, and reading them from ``data/soal/``.

One file a module (``05.yml``) and ``tes.yml`` with the settings of the test. Every mistake is
reported at its line: file, what is wrong, what was expected (codes SOA001, SOA002). What a question
says is checked in ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from scripts import yaml_file
from scripts.paths import DATA, SOURCE_LANGUAGE
from scripts.problems import REASONS, Problem
from scripts.yaml_file import Key, YamlFile

FOLDER = DATA / "soal"
#: The file of the folder that holds no questions.
SETTINGS = "tes.yml"
#: How options are named, on paper and in the key.
LETTERS = "ABCD"

Option = Annotated[str, Field(min_length=1, max_length=200)]
_Model = TypeVar("_Model", bound=BaseModel)


class Level(StrEnum):
    """How hard a question is (key ``tingkat``)."""

    EASY = "mudah"
    MIDDLE = "sedang"
    HARD = "sulit"

    @property
    def weight(self) -> int:
        """1 for easy, 2, 3 for hard: to compare two forms of a test."""
        return list(Level).index(self) + 1


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Question(_Strict):
    """One situation at the desk with three or four options, of which one is right."""

    id: str = Field(pattern=r"^m\d\d-\d\d$")
    bagian: str = Field(min_length=1)
    tingkat: Level
    situasi: str = Field(min_length=30, max_length=300)
    situasi_en: str = Field(min_length=30, max_length=300)
    pilihan: tuple[Option, ...] = Field(min_length=3, max_length=len(LETTERS))
    pilihan_en: tuple[Option, ...] = Field(min_length=3, max_length=len(LETTERS))
    benar: int
    sebab: str = Field(min_length=20, max_length=300)
    sebab_en: str = Field(min_length=20, max_length=300)
    sumber: tuple[str, ...] = Field(min_length=1)

    @property
    def module(self) -> int:
        """The number of the module that teaches it."""
        return int(self.id[1:3])

    @property
    def number(self) -> str:
        """How readers call it: module and running number, ``5.3``."""
        return f"{self.module}.{int(self.id[4:])}"

    @property
    def letter(self) -> str:
        """The letter of the right option, in the order of the file."""
        return LETTERS[self.benar - 1]

    def situation(self, language: str) -> str:
        """The situation in ``language``."""
        return self.situasi if language == SOURCE_LANGUAGE else self.situasi_en

    def options(self, language: str) -> tuple[str, ...]:
        """The options in ``language``, in the order of the file."""
        return self.pilihan if language == SOURCE_LANGUAGE else self.pilihan_en

    def reason(self, language: str) -> str:
        """Why the right option is right, in ``language``."""
        return self.sebab if language == SOURCE_LANGUAGE else self.sebab_en


class Settings(_Strict):
    """How the two forms of the test are drawn: seed, and questions of each module in one form."""

    benih: int = Field(default=2024, ge=0)
    per_modul: int = Field(default=2, ge=1, le=10)


@dataclass(frozen=True)
class Bank:
    """All questions, by module and number, and the settings of the test."""

    questions: tuple[Question, ...]
    settings: Settings = field(default_factory=Settings)

    @property
    def modules(self) -> tuple[int, ...]:
        """The modules that have questions, in order."""
        return tuple(sorted({question.module for question in self.questions}))

    def of(self, module: int) -> tuple[Question, ...]:
        """The questions of one module, in order."""
        return tuple(question for question in self.questions if question.module == module)


@dataclass
class Read(YamlFile):
    """One file as it was read: its questions with the index of each in it."""

    questions: dict[int, Question] = field(default_factory=dict)

    @property
    def module(self) -> int:
        """The module that its name stands for (``05.yml``); 0 if the name is another."""
        stem = Path(self.file).stem
        return int(stem) if len(stem) == 2 and stem.isascii() and stem.isdigit() else 0


@dataclass
class ReadSettings(YamlFile):
    """The file of settings as it was read; the usual ones if it could not be."""

    settings: Settings = field(default_factory=Settings)


#: Said of questions in words of their own.
_REASONS = {**REASONS, "string_pattern_mismatch": "harus berbentuk seperti m05-01"}


def load(folder: Path = FOLDER) -> tuple[list[Read], ReadSettings]:
    """Read all files of ``folder``. Never raises on bad content: what is wrong is in the
    ``problems`` of each file."""
    paths = sorted(path for path in folder.glob("*.yml") if path.name != SETTINGS)
    return [_read(path) for path in paths], _read_settings(folder / SETTINGS)


def _read(path: Path) -> Read:
    found = yaml_file.read(path, "SOA001", "SOA002")
    read = Read(found.file, found.data, found.places, found.problems)
    if any(problem.code == "SOA001" for problem in read.problems):
        return read
    if not isinstance(read.data, list) or not read.data:
        message = "Berkas harus berisi daftar soal; tiap soal diawali `- id: …`."
        read.problems.append(read.problem((), "SOA001", message))
        return read
    for index, item in enumerate(read.data):
        name = item.get("id", index + 1) if isinstance(item, dict) else index + 1
        if question := _model(Question, item, read, (index,), f"Soal {name}"):
            read.questions[index] = question
    return read


def _read_settings(path: Path) -> ReadSettings:
    found = yaml_file.read(path, "SOA001", "SOA002")
    read = ReadSettings(found.file, found.data, found.places, found.problems)
    if not read.problems:
        read.settings = _model(Settings, read.data, read, (), "Tes") or read.settings
    return read


def _model(kind: type[_Model], data: Any, read: YamlFile, key: Key, name: str) -> _Model | None:
    """Give ``data`` as a model, or None with what is wrong noted in ``read``."""
    try:
        return kind.model_validate(data)
    except ValidationError as failure:
        read.problems += [_explain(read, key, name, kind, error) for error in failure.errors()]
        return None


def _explain(
    read: YamlFile, key: Key, name: str, kind: type[BaseModel], error: ErrorDetails
) -> Problem:
    way = error["loc"]
    shown = ".".join(str(part + 1) if isinstance(part, int) else part for part in way) or "isi"
    reason = _REASONS.get(error["type"], "tidak benar; bandingkan dengan soal lain")
    message = f"{name}: `{shown}` {reason.format(**error.get('ctx', {}))}."
    if error["type"] in ("missing", "extra_forbidden"):
        message = f"{message[:-1]}; kunci yang dikenal: {', '.join(kind.model_fields)}."
    return read.problem((*key, *way), "SOA002", message)


def texts(question: Question) -> Iterator[tuple[Key, str, str]]:
    """Yield every text of a question as (way to the translation, Indonesian, English)."""
    yield ("situasi_en",), question.situasi, question.situasi_en
    pairs = zip(question.pilihan, question.pilihan_en, strict=False)
    for index, (ours, theirs) in enumerate(pairs):
        yield ("pilihan_en", index), ours, theirs
    yield ("sebab_en",), question.sebab, question.sebab_en
