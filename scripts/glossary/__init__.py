"""The glossary: one table of terms, a page in both languages, and explanations in every page."""
