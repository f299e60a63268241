"""Indonesia's 38 provinces and the time zone of each."""

from __future__ import annotations

from scripts.schedule.model import Zona

_BY_ZONE: dict[Zona, tuple[str, ...]] = {
    Zona.WIB: (
        "Aceh",
        "Sumatera Utara",
        "Sumatera Barat",
        "Riau",
        "Kepulauan Riau",
        "Jambi",
        "Bengkulu",
        "Sumatera Selatan",
        "Kepulauan Bangka Belitung",
        "Lampung",
        "Banten",
        "DKI Jakarta",
        "Jawa Barat",
        "Jawa Tengah",
        "DI Yogyakarta",
        "Jawa Timur",
        "Kalimantan Barat",
        "Kalimantan Tengah",
    ),
    Zona.WITA: (
        "Bali",
        "Nusa Tenggara Barat",
        "Nusa Tenggara Timur",
        "Kalimantan Selatan",
        "Kalimantan Timur",
        "Kalimantan Utara",
        "Sulawesi Utara",
        "Gorontalo",
        "Sulawesi Tengah",
        "Sulawesi Barat",
        "Sulawesi Selatan",
        "Sulawesi Tenggara",
    ),
    Zona.WIT: (
        "Maluku",
        "Maluku Utara",
        "Papua",
        "Papua Barat",
        "Papua Barat Daya",
        "Papua Pegunungan",
        "Papua Selatan",
        "Papua Tengah",
    ),
}

PROVINCES: dict[str, Zona] = {name: zone for zone, names in _BY_ZONE.items() for name in names}
"""Province name -> zone. No province lies in two zones."""

PROVINCE_ALIASES: dict[str, str] = {
    "Nanggroe Aceh Darussalam": "Aceh",
    "Bangka Belitung": "Kepulauan Bangka Belitung",
    "Jakarta": "DKI Jakarta",
    "Daerah Khusus Jakarta": "DKI Jakarta",
    "Yogyakarta": "DI Yogyakarta",
    "D.I. Yogyakarta": "DI Yogyakarta",
    "Daerah Istimewa Yogyakarta": "DI Yogyakarta",
    "NTB": "Nusa Tenggara Barat",
    "NTT": "Nusa Tenggara Timur",
}
"""Other usual names -> the name used on the site."""
