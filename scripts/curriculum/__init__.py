"""The curriculum: what the modules say of themselves, gathered into one page and put in order."""
