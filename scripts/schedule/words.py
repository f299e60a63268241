"""The page's own words in each language. Longer text is in the templates `intro.*.jinja`."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.schedule.model import Jenis, Kepastian, Status

UTC_OFFSET = {"WIB": "UTC+7", "WITA": "UTC+8", "WIT": "UTC+9"}


@dataclass(frozen=True)
class Words:
    """Every label of the page in one language; `locale` is its name for Babel."""

    locale: str
    time_separator: str
    headers: dict[str, str]
    status: dict[Status, str]
    jenis: dict[Jenis, str]
    certainty: dict[Kepastian, str]
    until: str
    days: str
    open_end: str
    only_end: str
    no_hours: str
    no_date: str
    overdue: str
    district: str
    papua_district: str
    village: str
    regency_level: str
    province_level: str
    wave: str
    participants: str
    stations: str
    facilitator: str
    module: str
    organiser: str
    no_venue: str
    no_source: str
    sessions: tuple[str, str]

    def count(self, number: int) -> str:
        """Give '1 session' or '3 sessions'."""
        return f"{number} {self.sessions[number != 1]}"


INDONESIAN = Words(
    locale="id",
    time_separator=".",
    headers={
        "when": "Waktu",
        "where": "Wilayah",
        "what": "Kegiatan",
        "venue": "Tempat dan penyelenggara",
        "status": "Status",
        "source": "Sumber",
    },
    status={
        Status.TERJADWAL: "Terjadwal",
        Status.BERUBAH: "Berubah",
        Status.DITUNDA: "Ditunda",
        Status.BATAL: "Batal",
        Status.SELESAI: "Selesai",
    },
    jenis={
        Jenis.BIMTEK_KPPS: "Bimtek KPPS",
        Jenis.BIMTEK_PPS: "Bimtek PPS",
        Jenis.BIMTEK_PPK: "Bimtek PPK",
        Jenis.BIMTEK_GABUNGAN: "Bimtek gabungan",
        Jenis.BIMTEK_PSU: "Bimtek PSU",
        Jenis.BIMTEK_INTERNAL: "Bimtek internal KPU",
        Jenis.TOT: "ToT (pelatihan pelatih)",
        Jenis.SIMULASI: "Simulasi",
        Jenis.PELANTIKAN: "Pelantikan",
        Jenis.PELANTIKAN_BIMTEK: "Pelantikan dan bimtek KPPS",
    },
    certainty={
        Kepastian.TERSURAT: "",
        Kepastian.DISIMPULKAN: "tanggal disimpulkan",
        Kepastian.RENCANA: "tanggal rencana",
        Kepastian.TIDAK_DISEBUT: "",
    },
    until="s.d.",
    days="{} hari",
    open_end="{start}–selesai {zone}",
    only_end="sampai {end} {zone}",
    no_hours="jam tidak diumumkan ({zone})",
    no_date="tanggal tidak disebut sumber",
    overdue="tanggalnya sudah lewat, pelaksanaan belum dikabarkan",
    district="Kecamatan",
    papua_district="Distrik",
    village="Desa/kel.",
    regency_level="tingkat kabupaten/kota",
    province_level="tingkat provinsi",
    wave="gelombang",
    participants="{} peserta",
    stations="{} TPS",
    facilitator="Fasilitator",
    module="Modul",
    organiser="Penyelenggara",
    no_venue="tempat tidak diumumkan",
    no_source="tautan tidak tersimpan",
    sessions=("sesi", "sesi"),
)

ENGLISH = Words(
    locale="en",
    time_separator=":",
    headers={
        "when": "When",
        "where": "Area",
        "what": "Event",
        "venue": "Venue and organiser",
        "status": "Status",
        "source": "Source",
    },
    status={
        Status.TERJADWAL: "Planned",
        Status.BERUBAH: "Moved",
        Status.DITUNDA: "Postponed",
        Status.BATAL: "Cancelled",
        Status.SELESAI: "Held",
    },
    jenis={
        Jenis.BIMTEK_KPPS: "KPPS training",
        Jenis.BIMTEK_PPS: "PPS training",
        Jenis.BIMTEK_PPK: "PPK training",
        Jenis.BIMTEK_GABUNGAN: "Joint training",
        Jenis.BIMTEK_PSU: "Training for a re-vote (PSU)",
        Jenis.BIMTEK_INTERNAL: "KPU staff training",
        Jenis.TOT: "Training of trainers (ToT)",
        Jenis.SIMULASI: "Simulation",
        Jenis.PELANTIKAN: "Swearing-in",
        Jenis.PELANTIKAN_BIMTEK: "Swearing-in and KPPS training",
    },
    certainty={
        Kepastian.TERSURAT: "",
        Kepastian.DISIMPULKAN: "date inferred",
        Kepastian.RENCANA: "planned date",
        Kepastian.TIDAK_DISEBUT: "",
    },
    until="to",
    days="{} days",
    open_end="from {start} {zone}, end open",
    only_end="until {end} {zone}",
    no_hours="hours not published ({zone})",
    no_date="date not given by the source",
    overdue="date has passed, no report that it was held",
    district="District (kecamatan)",
    papua_district="District (distrik)",
    village="Village or ward",
    regency_level="regency or city level",
    province_level="province level",
    wave="wave",
    participants="{} participants",
    stations="{} polling stations",
    facilitator="Facilitator",
    module="Module",
    organiser="Organiser",
    no_venue="venue not published",
    no_source="link not kept",
    sessions=("session", "sessions"),
)

WORDS: dict[str, Words] = {"id": INDONESIAN, "en": ENGLISH}
"""Language of the site -> its words."""
