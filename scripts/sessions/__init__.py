"""Session plans: blocks with minutes in, agendas with clock times and slides out.

    data/sesi/NAME.yml ── model ──▶ plans ── checks ──▶ problems (file:line)
                                      │
                          clock ──────┤ what stands at what hour
                          shown ──────┤ the pages that a block projects
                                      └── words, pages ──▶ fasilitator/sesi/NAME.md, index.md

Every total, hour and list is computed from the blocks: an agenda cannot contradict its sum.
"""

from scripts.sessions.pages import build, load

__all__ = ["build", "load"]
