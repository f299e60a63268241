"""The project's own jobs, one package or module a job: ``python -m scripts.JOB``.

Logic lives here and never in the MkDocs hook file, so that it can be tested alone
and survives a change of site generator.
"""

from importlib.util import find_spec

_NEEDED = {"pydantic": "pydantic", "babel": "babel", "jinja2": "jinja2", "yaml": "pyyaml"}


def _require_packages() -> None:
    """Stop with one clear line, not a traceback, when the set-up was skipped."""
    missing = [package for module, package in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise SystemExit(
            f"Paket Python belum terpasang: {', '.join(missing)}. Jalankan `make serve`, "
            "atau `python -m pip install --require-hashes -r requirements.txt`."
        )


_require_packages()
