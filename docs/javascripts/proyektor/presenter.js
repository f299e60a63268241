/* What only the facilitator sees: notes, clock, minutes left, next slide. In a window of its own
   (second screen) or over the slides (one screen, when called up). Never part of a slide. */
(() => {
  const proyektor = (window.Proyektor ??= {});
  const { element } = proyektor;

  /** Time that counts: survives a reload, begins anew with a new day or by the button. */
  proyektor.timer = (key) => {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? "null");
    const state = stored ?? { start: Date.now(), blocks: {} };
    const save = () => sessionStorage.setItem(key, JSON.stringify(state));
    save();
    return {
      /** Minutes since the start. */
      elapsed: () => (Date.now() - state.start) / 60000,
      /** Minutes since block number `at` was first shown. */
      inBlock(at) {
        state.blocks[at] ??= Date.now();
        save();
        return (Date.now() - state.blocks[at]) / 60000;
      },
      restart() {
        state.start = Date.now();
        state.blocks = {};
        save();
      },
    };
  };

  /** Say in words and by name how the time stands: {mark, text}. Colour is never the only sign. */
  proyektor.timeLeft = (left, total, words) => {
    if (!total) return { mark: "", text: words.unplanned };
    const rounded = Math.round(Math.abs(left));
    if (left < 0) return { mark: "lewat", text: `−${rounded} ${words.minutes}: ${words.over}` };
    const tight = left <= total * 0.2;
    return {
      mark: tight ? "mepet" : "cukup",
      text: `${rounded} ${words.minutes}: ${tight ? words.tight : words.enough}`,
    };
  };

  /**
   * Build the panel. `withPreview`: also show the next slide as a picture.
   * Gives {root, update(state)}; state is {notes, next, number, count, elapsed, module, plan}.
   */
  proyektor.panel = (words, onRestart, withPreview) => {
    const value = (label) => {
      const shown = element("dd");
      times.append(element("div", "", element("dt", "", label), shown));
      return shown;
    };
    const times = element("dl", "panel__waktu");
    const clock = value(words.clock);
    const elapsed = value(words.elapsed);
    const module = value(words.moduleLeft);
    const plan = value(words.planLeft);
    const slide = value(words.slide);
    const restart = element("button", "", words.restart);
    restart.type = "button";
    restart.addEventListener("click", onRestart);
    const notes = element("div", "panel__catatan");
    const next = element("div", "panel__berikut");
    const root = element(
      "section", "panel",
      element("h2", "", words.notes), notes, times, restart, element("h2", "", words.after), next,
    );
    root.setAttribute("aria-label", words.notes);
    let shownFor = null;
    return {
      root,
      update(state) {
        clock.textContent = new Date().toTimeString().slice(0, 5).replace(":", ".");
        elapsed.textContent = `${Math.floor(state.elapsed)} ${words.minutes}`;
        for (const [field, left] of [[module, state.module], [plan, state.plan]]) {
          field.textContent = left.text;
          field.className = left.mark;
        }
        plan.parentElement.hidden = !state.isPlan;
        slide.textContent = `${state.number} / ${state.count}`;
        if (shownFor === state.slide) return;
        shownFor = state.slide;
        notes.replaceChildren(
          ...(state.notes.length ? state.notes.map((note) => element("div", "", ...note.cloneNode(true).childNodes)) : [element("p", "", words.noNotes)]),
        );
        next.replaceChildren(preview(state.next, words, withPreview));
      },
    };
  };

  function preview(next, words, withPreview) {
    if (!next) return element("p", "", words.last);
    if (!withPreview) return element("p", "", next.querySelector("h2")?.textContent ?? "");
    const copy = next.cloneNode(true);
    for (const image of copy.querySelectorAll("img[data-src]")) image.src = image.dataset.src;
    return element("div", "panel__lembar", copy);
  }

  /** Open the speaker window. Gives the panel's update function, or null if it was blocked. */
  proyektor.speakerWindow = (words, style, scheme, size, onKey, onRestart) => {
    const opened = window.open("", "proyektor-pembicara", "popup,width=1100,height=700");
    if (!opened) return null;
    const { document: page } = opened;
    page.documentElement.lang = document.documentElement.lang;
    page.title = words.speaker;
    const sheet = page.createElement("link");
    Object.assign(sheet, { rel: "stylesheet", href: style });
    page.head.replaceChildren(sheet, Object.assign(page.createElement("title"), { textContent: words.speaker }));
    const { root, update } = proyektor.panel(words, onRestart, true);
    page.body.className = "proyektor pembicara";
    page.body.dataset.skema = scheme;
    page.body.style.cssText = size;
    page.body.replaceChildren(page.adoptNode(root));
    page.onkeydown = onKey;
    return { window: opened, update };
  };
})();
