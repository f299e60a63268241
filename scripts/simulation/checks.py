"""Checks of voters' cards and packs: sources, ballots, hours, figures (codes SIM004–SIM011).

The rules behind them are those that the modules teach: who gets which ballots in module 4, hours in
modules 4 and 6, the identities of C.HASIL in module 9.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from math import ceil

from scripts.ballots.layout import Election
from scripts.ballots.model import AboutCandidate, Cancelled, Case, WithoutList
from scripts.ballots.rules import Rule, decide, hit
from scripts.legal.register import Grade, Register
from scripts.problems import Problem
from scripts.simulation import form
from scripts.simulation.model import (
    BALLOTS,
    SHEETS,
    Card,
    Pack,
    ReadCards,
    ReadPacks,
    VoterList,
)
from scripts.translations.checks import figures
from scripts.yaml_file import Key

MIN_CARDS = 24
_ALL = frozenset(BALLOTS)
#: What the lists may get (PKPU 7/2022 Pasal 116 for DPTb); nothing is always possible.
_ALLOWED: dict[VoterList, tuple[frozenset[Election], ...]] = {
    VoterList.DPT: (_ALL,),
    VoterList.DPTB: (
        frozenset({Election.PPWP}),
        frozenset({Election.PPWP, Election.DPD}),
        frozenset({Election.PPWP, Election.DPD, Election.DPR}),
        _ALL - {Election.DPRD_REGENCY},
        _ALL,
    ),
    VoterList.DPK: (_ALL,),
    VoterList.NONE: (),
}
#: From when each is served (Keputusan KPU 66/2024 for DPK), and until when people may arrive.
_OPENS = {VoterList.DPT: "07.00", VoterList.DPTB: "07.00", VoterList.DPK: "12.00"}
_CLOSES = "13.00"
#: The reserve is 2 % of the DPT: whole only for multiples of this.
_WHOLE = 50


def check_cards(read: ReadCards, register: Register) -> Iterator[Problem]:
    """Yield every problem of the cards that could be read."""
    for key, card in read.cards.items():
        yield from _sources(key, card, read, register)
        yield from _ballots(key, card, read)
        yield from _clock(key, card, read)
        for name in ("judul", "kartu", "seharusnya"):
            yield from _figures(key, card, name, read)
    if read.cards and isinstance(read.data, list) and len(read.data) < MIN_CARDS:
        message = f"Baru {len(read.data)} kartu; simulasi memerlukan sedikitnya {MIN_CARDS}."
        yield read.problem((), "SIM011", message)


def _sources(key: Key, card: Card, read: ReadCards, register: Register) -> Iterator[Problem]:
    for number, source in enumerate(card.sumber):
        place = (*key, "sumber", number)
        entry = register.entries.get(source)
        if entry is None:
            near = difflib.get_close_matches(source, register.entries, 1)
            hint = f"Mungkin maksud Anda `{near[0]}`?" if near else "Tambahkan barisnya dulu."
            message = f"Kartu {card.id}: `{source}` tidak ada di data/dasar-hukum.csv. {hint}"
            yield read.problem(place, "SIM004", message)
        elif entry.grade is Grade.C:
            message = (
                f"Kartu {card.id}: `{source}` bermutu C, jadi tidak boleh menjadi kunci; pakai "
                "sumber bermutu A atau B, atau hapus kartunya."
            )
            yield read.problem(place, "SIM005", message)


def _ballots(key: Key, card: Card, read: ReadCards) -> Iterator[Problem]:
    place = (*key, "surat_suara")
    if double := [name for name, times in Counter(card.surat_suara).items() if times > 1]:
        message = f"Kartu {card.id}: `surat_suara` memuat {double[0]} dua kali; satu jenis sekali."
        yield read.problem(place, "SIM006", message)
    given = frozenset(card.surat_suara)
    allowed = _ALLOWED[card.daftar]
    if given and given not in allowed:
        sets = "; ".join(_names(choice) for choice in allowed) or "tidak ada surat suara"
        message = (
            f"Kartu {card.id}: `daftar: {card.daftar}` tidak cocok dengan surat suara "
            f"{_names(given)}. Menurut modul 4: {sets}; atau [] bila ia tidak dilayani sekarang."
        )
        yield read.problem(place, "SIM006", message)


def _names(ballots: frozenset[Election]) -> str:
    return f"[{', '.join(election for election in BALLOTS if election in ballots)}]"


def _clock(key: Key, card: Card, read: ReadCards) -> Iterator[Problem]:
    """Yield ballots handed to somebody who came too late, or too early without a word about it."""
    if not card.surat_suara or card.daftar is VoterList.NONE:
        return
    if card.jam > _CLOSES:
        message = (
            f"Kartu {card.id}: yang tiba sesudah {_CLOSES} tidak dilayani, jadi `surat_suara: []`; "
            "atau ubah `jam`."
        )
        yield read.problem((*key, "jam"), "SIM007", message)
    opens = _OPENS[card.daftar]
    for name in ("seharusnya", "seharusnya_en"):
        if card.jam < opens and opens not in getattr(card, name):
            message = (
                f"Kartu {card.id}: {card.daftar} dilayani mulai {opens}, tetapi ia tiba "
                f"{card.jam}. Sebutkan {opens} di `{name}`, atau ubah `jam`."
            )
            yield read.problem((*key, name), "SIM007", message)


def _figures(
    key: Key, item: Card | Pack, name: str, read: ReadCards | ReadPacks
) -> Iterator[Problem]:
    ours, theirs = (figures(getattr(item, name + end)) for end in ("", "_en"))
    if differing := sorted(((ours - theirs) + (theirs - ours)).elements()):
        message = (
            f"{item.id}: angka di `{name}` dan `{name}_en` berbeda ({', '.join(differing)}); "
            "tulis angka yang sama dalam kedua bahasa."
        )
        yield read.problem((*key, f"{name}_en"), "SIM008", message)


def check_packs(read: ReadPacks, cases: Mapping[str, Case]) -> Iterator[Problem]:
    """Yield every problem of the packs that could be read."""
    for key, pack in read.packs.items():
        strange = list(_sheets(key, pack, read, cases))
        yield from strange
        yield from _figures(key, pack, "judul", read)
        yield from _plausible(key, pack, read)
        if not strange:
            sheets = [cases[name] for name in pack.surat_suara]
            yield from _identities(key, pack, read, sheets)
            yield from _contradicting(key, pack, read, sheets)
            yield from _mixed(key, pack, read, sheets)
    yield from _one_station(read)


def _sheets(key: Key, pack: Pack, read: ReadPacks, cases: Mapping[str, Case]) -> Iterator[Problem]:
    """Yield sheets that are no ballot case to ask, or not of this election; and a wrong number."""
    for index, name in enumerate(pack.surat_suara):
        case = cases.get(name)
        if case is None:
            near = difflib.get_close_matches(name, cases, 1)
            hint = f" Mungkin maksud Anda `{near[0]}`?" if near else ""
            wrong = f"kasus `{name}` tidak ada di data/kasus-surat-suara.yml.{hint}"
        elif not case.kuis:
            wrong = f"kasus `{name}` bukan untuk kuis (`kuis: false`); pilih kasus yang pasti."
        elif case.pemilihan is not pack.pemilihan:
            wrong = f"kasus `{name}` bukan surat suara {pack.pemilihan}; pindahkan atau ganti."
        else:
            continue
        message = f"Paket {pack.id}, lembar {index + 1}: {wrong}"
        yield read.problem((*key, "surat_suara", index), "SIM009", message)
    if len(pack.surat_suara) != SHEETS:
        message = (
            f"Paket {pack.id}: `surat_suara` berisi {len(pack.surat_suara)} lembar, seharusnya "
            f"{SHEETS}."
        )
        yield read.problem((*key, "surat_suara"), "SIM009", message)


def _identities(key: Key, pack: Pack, read: ReadPacks, sheets: list[Case]) -> Iterator[Problem]:
    """Yield the identities of C.HASIL that the figures of the TPS break."""
    for identity in form.identities(form.fill(pack, sheets)):
        for equation in identity.equations:
            if not equation.holds:
                message = (
                    f"Paket {pack.id}: kesamaan {identity.number} gagal pada {equation.place}: "
                    f"{equation}. Betulkan angka TPS; jumlah pengguna harus {SHEETS}."
                )
                yield read.problem(key, "SIM010", message)


def _plausible(key: Key, pack: Pack, read: ReadPacks) -> Iterator[Problem]:
    """Yield figures of a TPS that cannot be: more voters than listed, another reserve than 2 %."""
    users = (pack.pengguna_dpt, pack.pengguna_dptb, pack.pengguna_dpk)
    for letter in ("l", "p"):
        voted = sum(getattr(part, letter) for part in users)
        for name, most, what in (
            ("pengguna_dpt", getattr(pack.dpt, letter), "`dpt`"),
            ("disabilitas", voted, "semua pengguna"),
        ):
            if (found := getattr(getattr(pack, name), letter)) > most:
                message = (
                    f"Paket {pack.id}: `{name}` {letter.upper()} = {found} melebihi {what} "
                    f"({most})."
                )
                yield read.problem((*key, name, letter), "SIM010", message)
    listed = pack.dpt.total
    wanted = listed + ceil(listed / _WHOLE)
    if listed % _WHOLE:
        message = (
            f"Paket {pack.id}: cadangan 2% dari DPT {listed} tidak bulat, dan aturan pembulatannya "
            f"tidak diajarkan; pakai DPT kelipatan {_WHOLE}."
        )
        yield read.problem((*key, "dpt"), "SIM010", message)
    elif pack.lembar.diterima != wanted:
        message = (
            f"Paket {pack.id}: `diterima` {pack.lembar.diterima}, seharusnya DPT + 2% = {wanted}."
        )
        yield read.problem((*key, "lembar", "diterima"), "SIM010", message)


def _mixed(key: Key, pack: Pack, read: ReadPacks, sheets: list[Case]) -> Iterator[Problem]:
    """Yield what a pack leaves unpractised: the signature, and party with candidate."""
    wanted = {"sisi luarnya tanpa tanda tangan ketua": any(not c.ditandatangani for c in sheets)}
    if pack.pemilihan.has_parties:
        rules = {ruling.rule for case in sheets if (ruling := decide(case))}
        wanted["partainya dan satu calonnya dicoblos"] = Rule.WITH_PARTY in rules
    for what, is_there in wanted.items():
        if not is_there:
            message = f"Paket {pack.id}: tambahkan sedikitnya satu lembar yang {what}."
            yield read.problem((*key, "surat_suara"), "SIM011", message)


def _contradicting(key: Key, pack: Pack, read: ReadPacks, sheets: list[Case]) -> Iterator[Problem]:
    """Yield sheets that cannot lie in one box: what is known of a candidate or a party holds for
    every sheet, and the ballots of a TPS are printed alike."""
    known = {name: index for index, case in enumerate(sheets, 1) for name in _lost(case)}
    for index, case in enumerate(sheets, 1):
        place = (*key, "surat_suara", index - 1)
        if case.nameless or any(isinstance(fact, WithoutList) for fact in case.keadaan):
            message = (
                f"Paket {pack.id}, lembar {index}: `{case.id}` tercetak lain daripada lembar lain, "
                "padahal surat suara satu TPS sama; pilih kasus lain."
            )
            yield read.problem(place, "SIM009", message)
        elif against := sorted((_touched(case) & known.keys()) - _lost(case)):
            party, number = against[0]
            who = f"calon {number} {party}" if number else party
            message = (
                f"Paket {pack.id}, lembar {index}: `{case.id}` dicoblos pada {who}, tetapi lembar "
                f"{known[against[0]]} menyebut {who} tidak lagi dapat dipilih; pilih kasus lain."
            )
            yield read.problem(place, "SIM009", message)


def _lost(case: Case) -> set[tuple[str, int]]:
    """Whom the KPPS knows to be out: (party, candidate), or (party, 0) for a cancelled party."""
    return {
        (fact.partai, fact.calon if isinstance(fact, AboutCandidate) else 0)
        for fact in case.keadaan
        if isinstance(fact, AboutCandidate)
        or (isinstance(fact, Cancelled) and fact.tingkat is case.pemilihan)
    }


def _touched(case: Case) -> set[tuple[str, int]]:
    """The candidates and parties whose columns are hit, as in ``_lost``."""
    columns = [column for hole in case.holes for column in hit(hole, case.layout).columns]
    return {(c.party, number) for c in columns for number in (c.number, 0)}


def _one_station(read: ReadPacks) -> Iterator[Problem]:
    """Yield figures that differ between packs though all stand for the same TPS.

    DPT and DPK voters get every ballot (module 4); only DPTb voters may differ.
    """
    first: Pack | None = None
    for key, pack in read.packs.items():
        first = first or pack
        for name in ("dpt", "pengguna_dpt", "pengguna_dpk"):
            if getattr(pack, name) != getattr(first, name):
                message = (
                    f"Paket {pack.id}: `{name}` berbeda dari paket {first.id}, padahal TPS-nya "
                    "sama; samakan angkanya."
                )
                yield read.problem((*key, name), "SIM010", message)
