/* Session plans: a field above each agenda moves its start, and every hour of the table moves along.
   Kept in the address (?mulai=08.30, one for each meeting), so that it can be shared. Nothing is stored. */
(() => {
  const english = document.documentElement.lang === "en";
  const words = english
    ? { start: "Start at", meeting: "Start of meeting {} at", end: "Ends at {}.", later: "Ends at {} the next day." }
    : { start: "Mulai pukul", meeting: "Mulai pertemuan {} pukul", end: "Selesai pukul {}.", later: "Selesai pukul {} hari berikutnya." };
  const HOUR = /\d\d\.\d\d/g;
  const HOURS = /^\d\d\.\d\d(–\d\d\.\d\d)?$/;
  const DAY = 24 * 60;
  const SHOWN = /^([01]\d|2[0-3])\.[0-5]\d$/;

  const minutes = (hour) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
  const hour = (minute) => {
    const [hours, rest] = [Math.floor(minute / 60) % 24, minute % 60];
    return `${String(hours).padStart(2, "0")}.${String(rest).padStart(2, "0")}`;
  };

  /* An agenda is a table whose first column holds nothing but hours; their text may stand in bold. */
  const agendas = [...document.querySelectorAll("article table")].flatMap((table) => {
    const cells = [...table.querySelectorAll("tbody td:first-child")].map((cell) => cell.querySelector("strong") ?? cell);
    const texts = cells.map((cell) => cell.textContent.trim());
    if (!texts.length || !texts.every((text) => HOURS.test(text))) return [];
    const begin = minutes(texts[0].slice(0, 5));
    return [{ table, cells, texts, begin, length: minutes(texts.at(-1).slice(-5)) - begin }];
  });
  if (!agendas.length) return;
  const plan = document.getElementById("rencana-proyeksi"); // what the slides read

  const show = (agenda, start) => {
    agenda.start = start;
    const moved = (text) => hour(minutes(text) - agenda.begin + start + DAY);
    agenda.cells.forEach((cell, row) => (cell.textContent = agenda.texts[row].replace(HOUR, moved)));
    const end = start + agenda.length;
    agenda.status.textContent = (end < DAY ? words.end : words.later).replace("{}", hour(end));
  };

  const remember = () => {
    if (plan) {
      const content = JSON.parse(plan.textContent);
      agendas.forEach(({ start }, index) => content.pertemuan[index] && (content.pertemuan[index].mulai = hour(start)));
      plan.textContent = JSON.stringify(content);
    }
    const changed = agendas.some(({ start, begin }) => start !== begin);
    const starts = changed ? agendas.map(({ start }) => `mulai=${hour(start)}`) : [];
    for (const link of document.querySelectorAll('article a[href^="?proyektor"]'))
      link.setAttribute("href", ["?proyektor", ...starts].join("&"));
    const rest = location.search.slice(1).split("&").filter((part) => part && !part.startsWith("mulai="));
    const query = [...rest, ...starts].join("&");
    try {
      history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    } catch {} // a page opened as a file: the hours move all the same
  };

  const asked = new URLSearchParams(location.search).getAll("mulai");
  agendas.forEach((agenda, index) => {
    const field = document.createElement("input");
    field.type = "time";
    field.id = `mulai-${index + 1}`;
    field.required = true; // no button that empties it
    field.style.cssText = "min-height:44px;padding:0 .6rem;font:inherit;color:inherit;background:transparent;border:2px solid currentcolor;border-radius:.3rem";
    const label = document.createElement("label");
    label.htmlFor = field.id;
    label.textContent = agendas.length > 1 ? words.meeting.replace("{}", index + 1) : words.start;
    agenda.status = document.createElement("output");
    agenda.status.htmlFor = field.id;
    const row = document.createElement("p");
    row.append(label, " ", field, " ", agenda.status);
    (agenda.table.closest(".tabel") ?? agenda.table).before(row);

    const start = SHOWN.test(asked[index] ?? "") ? minutes(asked[index]) : agenda.begin;
    field.value = hour(start).replace(".", ":");
    show(agenda, start);
    field.addEventListener("input", () => {
      if (!field.value) return; // half typed
      show(agenda, minutes(field.value));
      remember();
    });
  });
  if (asked.length) remember();
})();
