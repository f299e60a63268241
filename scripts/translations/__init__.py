"""Translations: which pages lack one, which are behind, which differ from the Indonesian page.

How staleness is recorded: a translation carries in ``terjemahan_dari`` a short digest of the
Indonesian page it was made from. A digest needs no git history (downloads, shallow clones) and
does not change when a file is only moved or committed again, unlike dates and commit ids.
"""
