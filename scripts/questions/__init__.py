"""Test questions: situations at the desk in, question bank, two printed forms and their key out.

    data/soal/NN.yml ── model ──▶ questions ── checks ──▶ problems (file:line)
    data/soal/tes.yml ─────────▶ settings       │
                                                ├── papers (drawn by the seed) ──▶ form A, form B
                                                └── words, pages ──▶ fasilitator/tes/

Every key cites a source of grade A or B; the same data and seed always give the same papers.
"""

from scripts.questions.pages import build, load

__all__ = ["build", "load"]
