"""Ballot cases: marks on invented ballots in, drawings and the catalogue page out.

    data/kasus-surat-suara.yml ── model ──▶ cases ── checks (rules) ──▶ problems (file:line)
                                              │
                                   layout ────┼── drawing ──▶ docs/images/kasus/ID.svg
                                              └── words, pages ──▶ latihan/kasus-surat-suara.md

The verdict of every case is derived anew from its marks: a drawing cannot contradict its answer.
"""

from scripts.ballots.pages import build, load

__all__ = ["build", "load"]
