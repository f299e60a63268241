"""Checks of links: those inside the built site, and those that lead out of it.

``python -m scripts.links internal site`` looks at files only; ``… external site`` asks
the servers. Neither knows anything of the site generator: both read built HTML.
"""
