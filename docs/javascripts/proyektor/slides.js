/* Sections into slides: lays text out once, out of sight, and cuts it where a slide is full.

   Work goes in rounds over all sections at once, so that the browser lays the page out a few times
   and not once a paragraph. A run is what is laid out together: text, one picture, or one question. */
(() => {
  const proyektor = (window.Proyektor ??= {});
  const ROUNDS = 8;
  /** A slide that is less than this full is set in larger letters. */
  const ROOMY = 0.5;

  const { element } = proyektor;
  /** Written out: the build drops styles whose class appears nowhere (scripts/styles.py). */
  const KINDS = { teks: "slaid--teks", gambar: "slaid--gambar", judul: "slaid--judul", blok: "slaid--blok" };

  /**
   * Make the slides of `sections` ({level, id, title, trail, nodes, notes, aside?, kind?}).
   * `stage` is an element inside the projector, as large as a slide and out of sight.
   * Gives one {element, section} a slide, in order.
   */
  proyektor.makeSlides = (sections, stage, words) => {
    let runs = sections.flatMap((section) => runsOf(section, words));
    const order = [...runs];
    for (let round = 0; round < ROUNDS && runs.length; round += 1) runs = layOut(runs, stage, order, words);
    for (let round = 0; round < ROUNDS; round += 1) if (!mend(order, stage)) break;
    enlarge(order.flatMap((run) => run.slides), stage);
    return number(order);
  };

  /* ---- runs */

  function runsOf(section, words) {
    let units = proyektor.units(section.nodes);
    let { aside } = section;
    const pictures = units.filter((one) => one.image);
    if (!aside && pictures.length === 1 && units.length > 1 && isUpright(pictures[0].image)) {
      aside = picture(pictures[0].image);
      units = units.filter((one) => one !== pictures[0]);
    }
    const alone = units.filter((one) => one.question).length === 1 && section.level === 3;
    const runs = [];
    let text = [];
    const finish = () => {
      if (text.length) runs.push({ section, aside, units: text });
      text = [];
    };
    for (const one of units) {
      if (one.image) {
        finish();
        runs.push({ section, units: [one], picture: picture(one.image) });
      } else if (one.question) {
        const before = alone ? text.splice(0) : [];
        finish();
        runs.push(question(section, aside, before, one, words));
      } else text.push(one);
    }
    finish();
    if (!runs.length) runs.push({ section, aside, units: [] });
    return runs;
  }

  /** A ballot, a plan of a room: it stands beside the words. Wide drawings get a slide of their own. */
  const isUpright = (image) =>
    Number(image.getAttribute("height")) * 1.35 > Number(image.getAttribute("width"));

  /** Reveal fetches a picture only when its slide comes near. */
  function picture(image) {
    const copy = element("img");
    copy.alt = image.alt;
    copy.dataset.src = image.dataset.src;
    return copy;
  }

  /** Situation, pause for hands, answer: the answer is the next step of the same slide if it fits. */
  function question(section, aside, situation, one, words) {
    const [summary, ...answer] = one.node.children;
    const asked = element("p", "pertanyaan", ...summary.cloneNode(true).childNodes);
    const hands = (className) => element("p", className, element("span", "", words.hands));
    const ask = (className) => [
      ...situation,
      ...[asked, hands(className)].map((node) => ({ node, wrappers: [], glued: true, forced: false })),
    ];
    const wrapper = (className) => ({
      make: () => [element("div", className, element("p", "kotak__judul", words.answer)), null],
    });
    return {
      section,
      aside,
      // The call for hands stands where the answer will be, and gives way to it.
      units: [...ask("tangan tangan--sementara"), ...proyektor.units(answer, [wrapper("kotak jawaban fragment")])],
      whole: true,
      apart: [ask("tangan"), proyektor.units(answer, [wrapper("kotak jawaban")])],
    };
  }

  /* ---- laying out */

  function frame(run, part = "") {
    const { section } = run;
    const body = element("div", "slaid__isi");
    const heading = element("h2", "", section.title);
    if (part) heading.append(" ", element("span", "slaid__bagian", part));
    const head = element("header", "slaid__kepala", heading);
    if (section.trail) head.prepend(element("p", "slaid__jejak", section.trail));
    const inside = element("div", "slaid__badan");
    if (run.aside) inside.append(element("div", "slaid__sisi", run.aside.cloneNode(true)));
    inside.append(body);
    const kind = section.kind ?? (run.picture ? "gambar" : "teks");
    const slide = element("div", `slaid ${KINDS[kind]}`, head, inside);
    if (run.picture) body.append(run.picture.cloneNode(true));
    return { slide, body, heading };
  }

  /** One round: lay out every run, then either cut it or give back what must be tried again. */
  function layOut(runs, stage, order, words) {
    const drafts = runs.map((run) => {
      const draft = frame(run, "9/9");
      draft.placed = run.picture ? [] : proyektor.assemble(run.units, draft.body);
      return draft;
    });
    stage.replaceChildren(...drafts.map((draft) => draft.slide));
    const measured = runs.map((run, at) => measure(run, drafts[at]));
    const again = [];
    runs.forEach((run, at) => {
      const { limit, units, tooWide, tooTall } = measured[at];
      run.limit ??= limit;
      if (run.picture || !run.units.length) run.cuts = [[0, run.units.length]];
      else if (tooWide.length || tooTall.length) {
        run.units = tooWide.reduce((all, table) => proyektor.asRecords(all, table), run.units);
        if (!tooWide.length) run.units = run.units.flatMap((one) => (tooTall.includes(one) ? proyektor.explode(one) : [one]));
        if (!tooWide.length && tooTall.every((one) => run.units.includes(one))) cut(run, units);
        else again.push(run);
      } else if (run.whole && total(units) > run.limit) {
        // The question alone, its answer on the next slide.
        const parts = run.apart.map((own) => ({ section: run.section, aside: run.aside, units: own }));
        order.splice(order.indexOf(run), 1, ...parts);
        again.push(...parts);
      } else cut(run, units);
    });
    stage.replaceChildren();
    for (const run of runs) if (run.cuts) run.slides = build(run);
    return again;
  }

  const total = (units) => units.at(-1).bottom + units.at(-1).tail - units[0].top;

  function cut(run, units) {
    run.measured = units;
    run.cuts = run.whole ? [[0, units.length]] : proyektor.divide(units, run.limit);
  }

  /** Where every unit of a run lies, and which tables and units no slide can hold. */
  function measure(run, draft) {
    const { clientHeight: limit, clientWidth: width } = draft.body;
    const start = draft.body.getBoundingClientRect().top;
    const boxes = draft.placed.map((one) => one.element.getBoundingClientRect());
    const edges = wrapperEdges(draft.placed, boxes);
    const units = boxes.map((box, at) => {
      const { above = 0, below = 0 } = edges.get(draft.placed[at].around[0]?.outer) ?? {};
      const { glued, forced } = run.units[at];
      return { top: box.top - start, bottom: box.bottom - start, head: above, tail: below, glued, forced };
    });
    const height = (at) => units[at].head + units[at].bottom - units[at].top + units[at].tail;
    const tableOf = (at) => run.units[at].wrappers.at(-1)?.table;
    const tall = run.whole ? [] : [...units.keys()].filter((at) => height(at) > limit);
    const tooWide = new Set(tall.map(tableOf).filter(Boolean));
    draft.placed.forEach(({ around }, at) => {
      if (tableOf(at) && around.at(-1).outer.scrollWidth > width + 1) tooWide.add(tableOf(at));
    });
    return { limit, units, tooWide: [...tooWide], tooTall: tall.map((at) => run.units[at]) };
  }

  /** What is repeated above and closes below the units of each outermost wrapper: title of a box,
      header of a table, padding. */
  function wrapperEdges(placed, boxes) {
    const edges = new Map();
    placed.forEach(({ around }, at) => {
      if (!around.length) return;
      const { outer } = around[0];
      const { top, bottom } = outer.getBoundingClientRect();
      const above = edges.get(outer)?.above ?? Math.max(0, boxes[at].top - top);
      edges.set(outer, { above, below: Math.max(0, bottom - boxes[at].bottom) });
    });
    return edges;
  }

  function build(run) {
    return run.cuts.map(([from, to]) => {
      const made = frame(run, run.cuts.length > 1 ? "9/9" : "");
      if (!run.picture) proyektor.assemble(run.units.slice(from, to), made.body);
      return { ...made, run };
    });
  }

  /* ---- looking again: no slide may overflow */

  const overflows = ({ body }) => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;

  function show(slides, stage) {
    stage.replaceChildren(...slides.map(({ slide }) => slide));
  }

  /** Cut the runs with an overflowing slide again, smaller. Gives whether any was. */
  function mend(order, stage) {
    show(order.flatMap((run) => run.slides), stage);
    const broken = order.filter((run) => !run.picture && run.slides.some(overflows));
    const excess = broken.map((run) => Math.max(...run.slides.map(({ body }) => body.scrollHeight - body.clientHeight)));
    stage.replaceChildren();
    broken.forEach((run, at) => {
      run.limit -= Math.max(8, excess[at]);
      if (run.whole) {
        const [ask, answer] = run.apart;
        run.whole = false;
        run.units = [...ask, ...answer];
        run.measured = null;
      }
      recut(run, stage);
    });
    return broken.length > 0;
  }

  function recut(run, stage) {
    const draft = frame(run, "9/9");
    draft.placed = proyektor.assemble(run.units, draft.body);
    stage.replaceChildren(draft.slide);
    const { units } = measure(run, draft);
    const tall = run.units.filter((_, at) => units[at].bottom - units[at].top + units[at].head > run.limit);
    const smaller = run.units.flatMap((one) => (tall.includes(one) ? proyektor.explode(one) : [one]));
    if (smaller.length > run.units.length) {
      run.units = smaller;
      recut(run, stage);
      return;
    }
    run.measured = units;
    run.cuts = proyektor.divide(units, run.limit);
    run.slides = build(run);
    stage.replaceChildren();
  }

  /** Short slides in larger letters: the last row reads them too. */
  function enlarge(slides, stage) {
    show(slides, stage);
    const short = slides.filter(({ run, body }) => {
      const last = body.lastElementChild;
      if (run.picture || !last) return false;
      const used = last.getBoundingClientRect().bottom - body.getBoundingClientRect().top;
      return used < body.clientHeight * ROOMY;
    });
    for (const { slide } of short) slide.classList.add("slaid--lega");
    for (const one of short.filter(overflows)) one.slide.classList.remove("slaid--lega");
    stage.replaceChildren();
  }

  function number(order) {
    const bySection = new Map();
    for (const run of order)
      for (const one of run.slides) bySection.set(run.section, [...(bySection.get(run.section) ?? []), one]);
    return order.flatMap((run) =>
      run.slides.map((one) => {
        const all = bySection.get(run.section);
        one.heading.textContent = run.section.title;
        if (all.length > 1)
          one.heading.append(" ", element("span", "slaid__bagian", `${all.indexOf(one) + 1}/${all.length}`));
        return { element: one.slide, section: run.section };
      }),
    );
  }
})();
