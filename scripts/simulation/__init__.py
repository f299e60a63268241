"""Simulations: voters' cards and packs of ballots in, printable sheets and answers out.

    data/kartu-pemilih.yml ────┐
    data/simulasi-hitung.yml ──┴─ model ── checks ──▶ problems (file:line)
                                    │
    ballot cases ──────────────── form ──▶ C.HASIL and its identities
                                    │
                                    └── card_pages, count_pages ──▶ fasilitator/simulasi, …/lembar

What the form holds is counted from the cases' verdicts and never typed.
"""

from scripts.simulation.model import Simulation
from scripts.simulation.pages import build, load

__all__ = ["Simulation", "build", "load"]
