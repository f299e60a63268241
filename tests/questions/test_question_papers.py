"""Two forms of the test: equal in weight, different in questions, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scripts.questions import model
from scripts.questions.model import Bank, Settings
from scripts.questions.papers import Paper, draw
from tests.questions.test_question_model import folder, questions

MODULES = (2, 5, 9, 14)


@pytest.fixture(name="bank")
def _bank(tmp_path: Path) -> Bank:
    return make(tmp_path, 9)


def make(tmp_path: Path, count: int, per_module: int = 2) -> Bank:
    files = {f"{module:02}.yml": questions(count, module) for module in MODULES}
    read, _ = model.load(folder(tmp_path, files))
    found = tuple(question for file in read for question in file.questions.values())
    assert len(found) == count * len(MODULES)
    return Bank(found, Settings(benih=7, per_modul=per_module))


def ids(paper: Paper) -> list[str]:
    return [item.question.id for item in paper.items]


@pytest.mark.parametrize("seed", range(40))
def test_forms_are_parallel(bank: Bank, seed: int) -> None:
    first, second = draw(bank, seed)
    assert (first.name, second.name) == ("A", "B")
    assert not set(ids(first)) & set(ids(second))
    for paper in (first, second):
        assert [item.number for item in paper.items] == list(range(1, 9))
        assert [item.question.module for item in paper.items] == [2, 2, 5, 5, 9, 9, 14, 14]
        assert len(set(ids(paper))) == len(paper.items)
    levels = [Counter(item.question.tingkat for item in paper.items) for paper in (first, second)]
    assert levels[0] == levels[1] and first.weight == second.weight


@pytest.mark.parametrize("seed", range(40))
def test_where_levels_do_not_pair_up_the_forms_still_weigh_about_the_same(
    tmp_path: Path, seed: int
) -> None:
    bank = make(tmp_path, 8, per_module=4)  # every question is used, levels 2 + 3 + 3 a module
    first, second = draw(bank, seed)
    assert abs(first.weight - second.weight) <= 1
    assert len(set(ids(first)) | set(ids(second))) == 32


def test_the_same_seed_gives_the_same_forms_and_another_gives_others(bank: Bank) -> None:
    assert draw(bank) == draw(bank) == draw(bank, 7)
    assert draw(bank, 8) != draw(bank, 7)
    assert len({tuple(ids(draw(bank, seed)[0])) for seed in range(20)}) > 15


def test_another_module_does_not_change_what_is_drawn(bank: Bank) -> None:
    fewer = Bank(tuple(q for q in bank.questions if q.module != 5), bank.settings)
    for whole, part in zip(draw(bank), draw(fewer), strict=True):
        assert [name for name in ids(whole) if not name.startswith("m05")] == ids(part)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_key_is_the_letter_of_the_right_option(bank: Bank, language: str) -> None:
    right = {"id": "Satu kali saja", "en": "Once only"}[language]
    for paper in draw(bank):
        for item in paper.items:
            options = item.options(language)
            assert [letter for letter, _ in options] == ["A", "B", "C"]
            assert dict(options)[item.letter] == right
            assert sorted(text for _, text in options) == sorted(item.question.options(language))
        assert paper.key == "".join(item.letter for item in paper.items)


def test_options_stand_in_the_same_order_in_both_languages(bank: Bank) -> None:
    words = {"Satu kali saja": "Once only", "Dua kali saja": "Twice only", "Tidak pernah": "Never"}
    for paper in draw(bank):
        for item in paper.items:
            translated = [(letter, words[text]) for letter, text in item.options("id")]
            assert translated == item.options("en")


def test_options_are_shuffled_and_no_letter_is_a_safe_guess(bank: Bank) -> None:
    papers = [paper for seed in range(60) for paper in draw(bank, seed)]
    assert any(item.order != tuple(sorted(item.order)) for item in papers[0].items)
    letters: Counter[str] = Counter()
    for paper in papers:
        letters.update(paper.key)
        assert max(Counter(paper.key).values()) <= len(paper.items) / 4 + 1
        assert all(letter * 3 not in paper.key for letter in "ABCD")
    assert max(letters.values()) < 1.3 * min(letters.values())
    # The wrong options too: each stands at each place.
    orders = Counter(item.order for paper in papers for item in paper.items)
    assert len(orders) == 6


def test_too_few_questions_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="9 questions are too few"):
        draw(make(tmp_path, 9, per_module=5))
