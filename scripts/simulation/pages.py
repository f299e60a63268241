"""Reading the simulation's data, and writing every page that is made from it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scripts.ballots.model import Case
from scripts.legal.register import Register
from scripts.paths import LANGUAGES, write_if_changed
from scripts.problems import Problem
from scripts.simulation import card_pages, count_pages, model
from scripts.simulation.checks import check_cards, check_packs
from scripts.simulation.model import Simulation


def load(
    known: Register,
    cases: Sequence[Case],
    cards: Path = model.CARDS,
    packs: Path = model.PACKS,
) -> tuple[Simulation, list[Problem]]:
    """Read and check cards and packs; gives those that could be read and every problem."""
    by_id = {case.id: case for case in cases}
    read_cards, read_packs = model.load_cards(cards), model.load_packs(packs)
    problems = [
        *read_cards.problems,
        *check_cards(read_cards, known),
        *read_packs.problems,
        *check_packs(read_packs, by_id),
    ]
    simulation = Simulation(
        tuple(read_cards.cards.values()), tuple(read_packs.packs.values()), by_id
    )
    return simulation, problems


def build(simulation: Simulation, known: Register, docs: Path) -> list[Path]:
    """Write the pages of every language below ``docs``; give the files that changed."""
    made = card_pages.PAGES | count_pages.PAGES
    files = {
        docs / language / name: render(simulation, known, language)
        for language in LANGUAGES
        for name, render in made.items()
    }
    return [path for path, text in files.items() if write_if_changed(path, text)]
