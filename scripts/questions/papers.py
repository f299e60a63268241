"""Drawing two forms of the test, A and B, from the bank: of equal weight, and the same every time.

Everything depends on the bank and the seed. Each module and each question has a random sequence of
its own, made from seed and name, so that a question added to one module leaves the others drawn as
they were.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.questions.model import LETTERS, Bank, Question

Pair = tuple[Question, Question]


@dataclass(frozen=True)
class Item:
    """A question in one form: its number there, and the order of its options (from 0)."""

    number: int
    question: Question
    order: tuple[int, ...]

    @property
    def letter(self) -> str:
        """The letter of the right option."""
        return LETTERS[self.order.index(self.question.benar - 1)]

    def options(self, language: str) -> list[tuple[str, str]]:
        """The options in the order of this form, as (letter, text)."""
        texts = self.question.options(language)
        return [(letter, texts[place]) for letter, place in zip(LETTERS, self.order, strict=False)]


@dataclass(frozen=True)
class Paper:
    """One form of the test: its name, A or B, and its items in the order of the modules."""

    name: str
    items: tuple[Item, ...]

    @property
    def weight(self) -> int:
        """How hard it is: 1 for every easy question, 2 for a middle one, 3 for a hard one."""
        return sum(item.question.tingkat.weight for item in self.items)

    @property
    def key(self) -> str:
        """The right letters, in order."""
        return "".join(item.letter for item in self.items)


def draw(bank: Bank, seed: int | None = None) -> tuple[Paper, Paper]:
    """Draw form A and form B, with the bank's own seed unless another is given.

    No question is in both; each takes ``per_modul`` questions of every module, and questions are
    drawn in pairs of one level, so that the forms are equally hard. Raises ValueError if a module
    has too few questions.
    """
    seed = bank.settings.benih if seed is None else seed
    first: list[Question] = []
    second: list[Question] = []
    lead = 0  # how much harder the first form is so far
    for module in bank.modules:
        chance = random.Random(f"{seed} m{module:02}")
        for pair in _pairs(bank.of(module), bank.settings.per_modul, chance):
            harder, easier = sorted(pair, key=lambda question: -question.tingkat.weight)
            difference = harder.tingkat.weight - easier.tingkat.weight
            swap = lead > 0 if difference and lead else chance.random() < 0.5
            first.append(easier if swap else harder)
            second.append(harder if swap else easier)
            lead += -difference if swap else difference
    return _paper("A", first, seed), _paper("B", second, seed)


def _pairs(questions: Iterable[Question], count: int, chance: random.Random) -> list[Pair]:
    """Draw ``count`` pairs; two of different level meet only where nothing else is left."""
    left = list(questions)
    if len(left) < 2 * count:
        raise ValueError(f"{len(left)} questions are too few for two forms with {count} each")
    chance.shuffle(left)
    pairs = list(_alike(left))
    paired = {question.id for pair in pairs for question in pair}
    # Stable: what was shuffled stays shuffled within a level.
    rest = sorted((q for q in left if q.id not in paired), key=lambda q: q.tingkat.weight)
    chance.shuffle(pairs)
    return [*pairs, *zip(rest[::2], rest[1::2], strict=False)][:count]


def _alike(questions: Iterable[Question]) -> Iterator[Pair]:
    """Yield pairs of one level, taken in the order given."""
    waiting: dict[str, Question] = {}
    for question in questions:
        if other := waiting.pop(question.tingkat, None):
            yield other, question
        else:
            waiting[question.tingkat] = question


def _paper(name: str, questions: Sequence[Question], seed: int) -> Paper:
    letters = _letters(questions, random.Random(f"{seed} {name}"))
    items = []
    for number, (question, place) in enumerate(zip(questions, letters, strict=True), 1):
        right = question.benar - 1
        order = [index for index in range(len(question.pilihan)) if index != right]
        random.Random(f"{seed} {question.id}").shuffle(order)
        order.insert(place, right)
        items.append(Item(number, question, tuple(order)))
    return Paper(name, tuple(items))


def _letters(questions: Sequence[Question], chance: random.Random) -> list[int]:
    """Draw where each right option stands (from 0).

    Nobody who guesses finds a pattern: no letter three times running, none much more often than the
    others.
    """
    most = math.ceil(len(questions) / len(LETTERS)) + 1
    drawn: list[int] = []
    for question in questions:
        places = range(len(question.pilihan))
        running = drawn[-1] if len(drawn) > 1 and drawn[-1] == drawn[-2] else None
        fitting = [p for p in places if p != running and drawn.count(p) < most]
        drawn.append(chance.choice(fitting or list(places)))
    return drawn
