"""Projecting pages: what a build adds for it. The slides themselves are made in the browser
(docs/javascripts/proyektor) from the page that the reader has.

    package-lock.json ── npm ci ──▶ node_modules/reveal.js ── engine ──▶ site/javascripts/reveal/
    every page that can be projected ── qr, short ──▶ site/qr/….svg, site/m5/ (short addresses)
    pages named by a session plan ── material ──▶ isi.js beside the page, loaded by the plan's deck
"""
