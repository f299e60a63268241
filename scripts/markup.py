"""Data into Markdown: text from a cell must stay text, whatever it holds."""

import json
import re
from urllib.parse import quote, urlsplit

# Every character that can start or close Markdown, HTML, an attribute list or a template tag.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&#|~^$=!\"'%]")
_BARE_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|www)([:.])")


def escape(text: str) -> str:
    """Give ``text`` for use inside a line of Markdown, shown exactly as it is.

    Active characters become numeric entities, which Markdown and GitHub show as the characters;
    line breaks become spaces.
    """
    flat = " ".join(text.split())
    escaped = _ACTIVE.sub(lambda match: f"&#{ord(match[0])};", flat)
    return _BARE_ADDRESS.sub(lambda match: f"{match[1]}&#{ord(match[2])};", escaped)


def link_to(address: str) -> str:
    """Give a Markdown link to ``address``, named after its host.

    Raises ValueError unless the address is http(s).
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"not an http(s) address: {address!r}")
    safe = quote(address, safe=":/?#@!$&*+,;=%~-._")
    return f"[{escape(parts.hostname.removeprefix('www.'))}]({safe})"


def page_head(title: str, description: str, *keys: str) -> list[str]:
    """Give the first lines of a generated page: front matter (with ``keys`` as they are) and title.

    ``dihasilkan`` tells readers of the file that it is made from data.
    """
    quoted = json.dumps(description, ensure_ascii=False)
    front = [f"title: {title}", f"description: {quoted}", "dihasilkan: true", *keys]
    return ["---", *front, "---", "", f"# {title}", ""]
