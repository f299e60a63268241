/* A session plan as sections: one slide a block, then what the block projects of its page.

   The pages come as scripts (isi.js beside each of them), not by fetch: from a USB stick a browser
   lets no page read another one. */
(() => {
  const proyektor = (window.Proyektor ??= {});
  const materials = new Map();

  /** Called by every isi.js: the text of a page, and the address its pictures are relative to. */
  proyektor.material = (html) => materials.set(document.currentScript.src, html);

  /** Load one classic script; resolves whether or not it is there. */
  proyektor.script = (source) =>
    new Promise((done) => {
      const tag = document.createElement("script");
      tag.src = source;
      tag.async = false;
      tag.onload = () => done(true);
      tag.onerror = () => done(false);
      document.head.append(tag);
    });

  /** Give the plan written into this page, or null. */
  proyektor.plan = () => {
    const data = document.getElementById("rencana-proyeksi");
    return data ? JSON.parse(data.textContent) : null;
  };

  /**
   * Give one group a block, in order: {load}, which fetches the block's page and gives its sections.
   * Pages are fetched as they are needed: a day in the hall must not wait for all of them.
   */
  proyektor.planGroups = (plan, words) => {
    let number = 0;
    return plan.pertemuan.flatMap((meeting) => {
      let minute = minutes(meeting.mulai);
      return meeting.blok.map((block) => {
        const starts = minute;
        minute += block.menit;
        const timed = { ...block, nomor: number++, pukul: `${clock(starts)}–${clock(minute)}` };
        const load = async () => {
          const source = block.isi && new URL(block.isi, location.href).href;
          if (source && !materials.has(source)) await proyektor.script(source);
          return [opening(timed, meeting, plan, words), ...content(timed, source, words)];
        };
        return { load };
      });
    });
  };

  /** All minutes of a plan. */
  proyektor.planMinutes = (plan) =>
    plan.pertemuan.flatMap((meeting) => meeting.blok).reduce((sum, block) => sum + block.menit, 0);

  const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const clock = (minute) =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}.${String(minute % 60).padStart(2, "0")}`;

  function opening(block, meeting, plan, words) {
    const { element } = proyektor;
    const nodes = [element("p", "blok__waktu", `${block.pukul} · ${block.menit} ${words.minutes}`)];
    const said = (label, text) => element("p", "", element("strong", "", `${label}: `), text);
    if (block.tujuan) nodes.push(said(words.goal, block.tujuan));
    // How to run the block is the facilitator's business, not the wall's.
    const notes = block.cara ? [element("div", "", said(words.method, block.cara))] : [];
    if (block.jenis === "istirahat") nodes.push(countdown(block, words));
    const trail = plan.pertemuan.length > 1 ? meeting.judul : document.querySelector("h1").firstChild.textContent;
    return { level: 2, id: "", title: block.judul, trail, kind: "blok", nodes, notes, block };
  }

  function countdown(block, words) {
    const box = proyektor.element("div", "mundur");
    box.dataset.menit = block.menit;
    box.append(
      proyektor.element("p", "mundur__kata", words.break),
      proyektor.element("p", "mundur__angka", `${block.menit}.00`),
    );
    return box;
  }

  function content(block, source, words) {
    if (!source) return [];
    if (!materials.has(source))
      return [{ level: 3, id: "", title: block.judul, nodes: [proyektor.element("p", "", words.missing)], notes: [], block }];
    const article = document.createElement("template");
    article.innerHTML = materials.get(source);
    const sections = proyektor.sections(article.content, source);
    proyektor.withContents(sections, words);
    const wanted = block.bagian?.length ? chosen(sections, block.bagian) : sections.filter((one) => one.level > 1);
    // Below its block, every heading is one level deeper: a block is one column of the overview.
    return wanted.map(proyektor.prepare).map((one) => ({ ...one, level: 3, trail: one.trail ?? block.judul, block }));
  }

  /** The sections that `anchors` name; a level-2 one brings those below it. */
  function chosen(sections, anchors) {
    let open = false;
    return sections.filter((one) => {
      if (one.level === 1) return false;
      const named = anchors.includes(one.id);
      if (one.level === 2) open = named;
      return named || open;
    });
  }

  /** Count down on a break's slide as long as it is shown. Nothing is announced every second. */
  proyektor.startCountdown = (box, words) => {
    const face = box.querySelector(".mundur__angka");
    const ends = Date.now() + Number(box.dataset.menit) * 60000;
    const tick = () => {
      const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
      face.textContent = left ? `${Math.floor(left / 60)}.${String(left % 60).padStart(2, "0")}` : words.breakOver;
      if (!left) clearInterval(box.timer);
    };
    clearInterval(box.timer);
    box.timer = setInterval(tick, 1000);
    tick();
  };
})();
