"""Where things are, and which languages there are: the one place that knows."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DATA = ROOT / "data"
SITE = ROOT / "site"
CACHE = ROOT / ".cache"

#: Stands for the repository's address in pages until the site is built for another one (hooks.py).
REPO = "https://github.com/bimtek-kpps/bimtek-kpps"

SOURCE_LANGUAGE = "id"
LANGUAGES = ("id", "en")
#: How dates are written in each: English pages use British spelling.
LOCALES = {"id": "id", "en": "en_GB"}


def relative(path: Path) -> str:
    """Give ``path`` as contributors know it: relative to the repository, with slashes."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write ``content`` to ``path`` unless the file already holds it.

    Unchanged files keep their time stamp: otherwise live reload would rebuild for ever.
    Text is written as UTF-8 with LF line ends. Gives True if the file was written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True
