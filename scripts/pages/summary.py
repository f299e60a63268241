"""The box under a module's title: minutes, readers, aims and date of review."""

from __future__ import annotations

from html import escape

from babel.dates import format_date

from scripts.pages.metadata import ModuleMeta, Role
from scripts.paths import LOCALES

_WORDS = {
    "id": {
        "minutes": "{} menit",
        "for": "Untuk",
        "aims": "Tujuan modul ini",
        "reviewed": "Fakta terakhir diperiksa {}",
    },
    "en": {
        "minutes": "{} minutes",
        "for": "For",
        "aims": "Aims of this module",
        "reviewed": "Facts last checked on {}",
    },
}
_ROLES_EN = {
    Role.CHAIR: "chair",
    Role.MEMBER: "members",
    Role.GUARD: "security officers",
    Role.WITNESS: "witnesses",
    Role.SUPERVISOR: "TPS supervisor",
    Role.FACILITATOR: "facilitators",
}


def summary(meta: ModuleMeta, language: str) -> str:
    """Give the box as HTML on one block, for use inside Markdown."""
    words = _WORDS[language]
    roles = [role_name(role, language) for role in meta.peran]
    aims = "".join(f"<li>{escape(aim)}</li>" for aim in meta.tujuan)
    day = format_date(meta.ditinjau, "long", locale=LOCALES[language])
    reviewed = words["reviewed"].format(day)
    minutes = words["minutes"].format(meta.durasi)
    return (
        '<div class="ringkasan">'
        f'<p class="ringkasan__fakta"><strong>{minutes}</strong> · '
        f"{words['for']} {escape(', '.join(roles))} · {reviewed}</p>"
        f"<details><summary>{words['aims']}</summary><ul>{aims}</ul></details></div>"
    )


def role_name(role: Role, language: str) -> str:
    """Give the word for a reader in ``language``."""
    return _ROLES_EN[role] if language == "en" else str(role)


def insert_after_title(markdown: str, block: str) -> str:
    """Put ``block`` after the first level-1 heading (at the top if there is none)."""
    lines = markdown.split("\n")
    place = next((i + 1 for i, line in enumerate(lines) if line.startswith("# ")), 0)
    return "\n".join([*lines[:place], "", block, "", *lines[place:]])
