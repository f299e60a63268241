"""The page's own words in each language. Longer text is in the templates `intro.*.jinja`."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.schedule.model import Jenis, Kepastian, Status


@dataclass(frozen=True, eq=False)  # by identity, so that results can be cached by language
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
    calendar: str
    source: str
    correct: str
    finder: str
    finder_hint: str
    filters: str
    filter_labels: dict[str, str]
    all: str
    moments: dict[str, str]
    show_all: str
    subscribe: str
    subscribe_hint: str
    by_district: str
    data: str
    data_schema: str
    choose_province: str
    choose_regency: str
    by_day: str
    calendars: str
    whole: str
    undated_day: str

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
        "actions": "Tindakan",
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
    calendar="Kalender",
    source="Sumber",
    correct="Perbaiki",
    finder="Cari kelurahan, desa, atau kecamatan Anda",
    finder_hint="Ketik beberapa huruf pertama namanya.",
    filters="Saring sesi di halaman ini",
    filter_labels={"kec": "Kecamatan", "jenis": "Jenis", "tanggal": "Tanggal", "kapan": "Waktu"},
    all="Semua",
    moments={"hari-ini": "Hari ini", "akan-datang": "Akan datang", "lewat": "Sudah lewat"},
    show_all="Tampilkan semua",
    subscribe="Kalender {} (.ics)",
    subscribe_hint="Buka di aplikasi kalender, atau langgan alamatnya supaya perubahan ikut masuk.",
    by_district="Kalender per kecamatan",
    data="Data untuk diolah:",
    data_schema="skema",
    choose_province="Pilih provinsi",
    choose_regency="Pilih kabupaten/kota",
    by_day="Menurut tanggal",
    calendars="Kalender",
    whole="semua sesi",
    undated_day="Tanggal tidak disebut sumber",
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
        "actions": "Actions",
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
    calendar="Calendar",
    source="Source",
    correct="Correct",
    finder="Find your village, ward or district",
    finder_hint="Type the first letters of its name.",
    filters="Filter the sessions on this page",
    filter_labels={"kec": "District", "jenis": "Kind", "tanggal": "Date", "kapan": "When"},
    all="All",
    moments={"hari-ini": "Today", "akan-datang": "To come", "lewat": "Over"},
    show_all="Show all",
    subscribe="Calendar of {} (.ics)",
    subscribe_hint="Open it in a calendar app, or subscribe to its address so that changes follow.",
    by_district="Calendars by district",
    data="Data to work with:",
    data_schema="schema",
    choose_province="Choose a province",
    choose_regency="Choose a regency or city",
    by_day="By date",
    calendars="Calendars",
    whole="all sessions",
    undated_day="Date not given by the source",
)

WORDS: dict[str, Words] = {"id": INDONESIAN, "en": ENGLISH}
"""Language of the site -> its words."""
