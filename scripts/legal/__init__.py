"""The register of sources: every rule the pages teach, where it stands, and how sure it is.

``data/instrumen.csv`` names the regulations, manuals and reports; ``data/dasar-hukum.csv`` holds
one row a rule. From both come the page *dasar hukum* and the list of sources below each module.
"""
