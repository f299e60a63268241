/* The projector: puts slides over the page with reveal.js, and takes them away again. */
(() => {
  const proyektor = (window.Proyektor ??= {});
  const { element } = proyektor;
  const folder = new URL(".", document.currentScript.src).href;
  const SCHEMES = ["terang", "gelap", "kontras"];
  const SCHEME_KEY = "proyektor-warna";
  /** How long slides are made before the browser may draw. */
  const SLICE = 120;
  const IDLE = 4000;

  const article = document.querySelector("article.md-content__inner");
  const button = document.querySelector("[data-proyektor]");
  const language = document.documentElement.lang;
  const words = proyektor.words(language);
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");

  let shown = null;

  /** Whether the projector covers the page. */
  proyektor.isOpen = () => Boolean(shown);

  /** Project this page, from the section at `anchor` ("" = from the title). */
  proyektor.open = async (anchor = "") => {
    if (shown) return;
    const plan = proyektor.plan();
    shown = { anchor, entry: anchor, scroll: scrollY, focus: document.activeElement, plan, overlay: null, speaker: null };
    const root = element("div", "proyektor");
    shown.root = root;
    root.dataset.skema = savedScheme();
    root.setAttribute("aria-busy", "true");
    document.documentElement.classList.add("sedang-proyeksi");
    document.body.append(root);
    shown.groups = plan ? planned(plan) : ofPage();
    shown.timer = proyektor.timer(`proyektor:${location.pathname}`);
    await build(anchor);
    addEventListener("resize", onResize);
    document.addEventListener("keydown", keepKeys);
    shown.clock = setInterval(refresh, 1000);
  };

  /** Take the slides away; the page is where it was, or at the section that was shown last. */
  proyektor.close = () => {
    if (!shown) return;
    const { root, deck, scroll, entry, anchor, focus, speaker, clock } = shown;
    clearInterval(clock);
    speaker?.window.close();
    removeEventListener("resize", onResize);
    document.removeEventListener("keydown", keepKeys);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    deck?.destroy();
    root.remove();
    document.documentElement.classList.remove("sedang-proyeksi");
    shown = null;
    const heading = anchor !== entry && document.getElementById(anchor);
    if (heading) heading.scrollIntoView({ behavior: "instant" });
    else scrollTo({ top: scroll, behavior: "instant" });
    (focus?.isConnected && focus !== document.body ? focus : button)?.focus({ preventScroll: true });
  };

  /* ---- what is shown */

  function ofPage() {
    const [title, ...rest] = proyektor.sections(article, location.href);
    const intro = title.nodes.some((node) => node.textContent.trim())
      ? [{ ...title, level: 3, nodes: title.nodes }] : [];
    let chapter = "";
    for (const section of rest) {
      if (section.level === 2) chapter = section.title;
      else section.trail = chapter;
    }
    proyektor.withContents(rest, words);
    return grouped([titleSection(title), ...intro, ...rest]).map((group) => {
      let ready = null;
      return { load: async () => (ready ??= group.map(proyektor.prepare)) };
    });
  }

  function planned(plan) {
    const title = { title: document.querySelector("h1").firstChild.textContent.trim(), notes: [] };
    return [{ load: async () => [titleSection(title)] }, ...proyektor.planGroups(plan, words)];
  }

  /** Module, aims, minutes, short address and its QR code. */
  function titleSection(title) {
    const { qr, alamat } = button.dataset;
    const nodes = [];
    const facts = article.querySelector(".ringkasan__fakta strong")?.textContent;
    if (facts) nodes.push(element("p", "judul__menit", facts));
    const aims = [...article.querySelectorAll(".ringkasan li")].map((aim) => element("li", "", aim.textContent));
    if (!facts) nodes.push(element("p", "", document.querySelector("meta[name=description]").content));
    if (aims.length) nodes.push(element("p", "", `${words.aims}:`), element("ul", "", ...aims));
    const code = element("img");
    code.alt = `QR: ${alamat}`;
    code.dataset.src = new URL(qr, location.href).href;
    const lines = alamat.split(/(?<=\/)/).flatMap((part) => [part, element("wbr")]);
    const caption = element("figcaption", "", ...lines, element("small", "", words.aid));
    const aside = element("figure", "judul__qr", code, caption);
    return { level: 1, id: "", title: title.title, kind: "judul", nodes, aside, notes: title.notes };
  }

  /* ---- making the deck */

  /** The logical size of a slide: 720 high and as wide as the screen asks; upright on a phone. */
  function size() {
    const ratio = innerWidth / innerHeight;
    if (ratio < 1) return { width: 540, height: Math.round(Math.min(1170, Math.max(720, 540 / ratio))) };
    return { width: Math.round(Math.min(1280, Math.max(900, 720 * ratio))), height: 720 };
  }

  async function build(anchor) {
    const { root, groups } = shown;
    const { width, height } = size();
    shown.size = { width, height };
    shown.deck?.destroy();
    root.style.setProperty("--lebar", `${width}px`);
    root.style.setProperty("--tinggi", `${height}px`);
    root.classList.toggle("proyektor--tegak", height > width);
    const slides = element("div", "slides");
    const reveal = element("div", "reveal", slides);
    const stage = element("div", "proyektor__ukur");
    stage.setAttribute("aria-hidden", "true");
    root.replaceChildren(element("div", "reveal-viewport", reveal), stage, bar());
    if (shown.overlay) root.append(shown.overlay.root); // the notes stay open on another screen
    root.setAttribute("aria-busy", "true");

    const job = { running: true };
    shown.job = job;
    shown.bySlide = new Map();
    let began = performance.now();
    let started = false;
    let found = !anchor;
    for (const group of groups) {
      const made = proyektor.makeSlides(await group.load(), stage, words);
      if (shown?.job !== job) return; // left, or another screen, in the meantime
      slides.append(stackOf(made));
      found ||= made.some(({ section }) => section.id === anchor);
      if (!found || performance.now() - began < SLICE) continue;
      if (started) shown.deck.sync();
      else await start(reveal, anchor);
      started = true;
      refresh();
      await new Promise((next) => setTimeout(next));
      if (shown?.job !== job) return;
      began = performance.now();
    }
    if (started) shown.deck.sync();
    else await start(reveal, anchor);
    refresh();
    stage.remove();
    job.running = false;
    root.removeAttribute("aria-busy");
  }

  /** Level-2 sections begin a column; what is below them stands below. */
  function grouped(sections) {
    const groups = [];
    for (const section of sections) {
      if (section.level < 3 || !groups.length) groups.push([]);
      groups.at(-1).push(section);
    }
    return groups;
  }

  function stackOf(made) {
    const slides = made.map(({ element: slide, section }) => {
      const holder = element("section", "", slide);
      if (section.id) holder.dataset.bagian = section.id;
      shown.bySlide.set(holder, section);
      return holder;
    });
    return slides.length > 1 ? element("section", "", ...slides) : slides[0];
  }

  async function start(reveal, anchor) {
    const { width, height } = shown.size;
    const deck = new Reveal(reveal, {
      width, height, margin: 0, minScale: 0.05, maxScale: 20,
      embedded: true, center: false, hash: false, history: false, respondToHashChanges: false,
      navigationMode: "linear", controls: false, progress: true,
      slideNumber: "c/t", showSlideNumber: "print", // what is typed after G counts all slides
      transition: reduced.matches ? "none" : "fade", transitionSpeed: "fast", backgroundTransition: "none",
      scrollActivationWidth: null, postMessage: false, help: false, hideInactiveCursor: true,
      focusBodyOnPageVisibilityChange: false, autoAnimate: false, viewDistance: 2, mobileViewDistance: 2,
      keyboard: {
        80: proyektor.leave, // P: reveal goes back a slide
        27: onEscape,
        84: nextScheme, // T
        83: openSpeaker, // S
        67: toggleOverlay, // C
        36: () => deck.slide(0, 0), // Home: reveal stays as deep in the column as it is
        35: () => last(deck), // End: reveal stops at the last column's first slide
        112: showHelp, // F1
      },
      keyboardCondition: (event) => {
        if (event.key !== "?") return !root().querySelector("dialog[open]");
        showHelp();
        return false;
      },
    });
    shown.deck = deck;
    await deck.initialize();
    // role="application" would take a screen reader out of its reading mode.
    reveal.setAttribute("role", "region");
    reveal.setAttribute("aria-label", `${words.deck}: ${document.title}`);
    const resume = reveal.querySelector(".resume-button");
    if (resume) resume.textContent = words.resume;
    reveal.querySelector(".jump-to-slide-input")?.setAttribute("placeholder", words.jump);
    deck.on("slidechanged", onSlide);
    deck.on("overviewshown", () => root().classList.add("sedang-ikhtisar"));
    deck.on("overviewhidden", () => root().classList.remove("sedang-ikhtisar"));
    const first = anchor && reveal.querySelector(`section[data-bagian="${CSS.escape(anchor)}"]`);
    if (first) {
      const at = deck.getIndices(first);
      deck.slide(at.h, at.v);
    }
    onSlide();
    wake();
  }

  const root = () => shown.root;

  function last(deck) {
    const slides = deck.getSlides();
    const at = deck.getIndices(slides.at(-1));
    deck.slide(at.h, at.v, Infinity);
  }

  /** Esc closes what is open, one thing at a time; in the end the slides. */
  function onEscape(event) {
    const { deck } = shown;
    if (deck.isPaused()) deck.togglePause();
    else if (deck.isOverview()) deck.toggleOverview(false);
    else if (!closeOverlay()) proyektor.leave(event);
  }

  /* ---- bar, colours, help */

  function bar() {
    const make = (label, action, key) => {
      const made = element("button", "", label);
      made.type = "button";
      if (key) made.title = `${label} (${key})`;
      made.addEventListener("click", (event) => {
        action();
        event.currentTarget.blur(); // space must turn slides, not press the button again
      });
      return made;
    };
    const place = element("span", "proyektor__tempat");
    const made = element(
      "div", "proyektor__bilah",
      make(words.leave, proyektor.leave, "P"),
      make(words.previous, () => shown.deck.prev(), "←"),
      make(words.next, () => shown.deck.next(), "→"),
      place,
      make(words.overview, () => shown.deck.toggleOverview(), "O"),
      make(words.notes, toggleOverlay, "C"),
      make(words.speaker, openSpeaker, "S"),
      make(words.scheme, nextScheme, "T"),
      make(words.full, fullScreen, "F"),
      make(words.help, showHelp, "?"),
      element("span", "proyektor__kabar"),
    );
    made.lastElementChild.setAttribute("role", "status");
    made.setAttribute("role", "toolbar");
    made.setAttribute("aria-label", words.deck);
    return made;
  }

  function say(text) {
    root().querySelector(".proyektor__kabar").textContent = text;
    wake();
  }

  function savedScheme() {
    const saved = localStorage.getItem(SCHEME_KEY);
    if (SCHEMES.includes(saved)) return saved;
    return document.body.dataset.mdColorScheme === "slate" ? "gelap" : "terang";
  }

  function nextScheme() {
    const scheme = SCHEMES[(SCHEMES.indexOf(root().dataset.skema) + 1) % SCHEMES.length];
    root().dataset.skema = scheme;
    localStorage.setItem(SCHEME_KEY, scheme);
    if (shown.speaker) shown.speaker.window.document.body.dataset.skema = scheme;
    say(`${words.scheme}: ${words.schemes[scheme]}`);
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root().requestFullscreen?.().catch(() => {});
  }

  function showHelp() {
    const dialog = element("dialog", "proyektor__bantuan", element("h2", "", words.help));
    const rows = words.keys.map(([keys, does]) => element("div", "", element("dt", "", keys), element("dd", "", does)));
    const shortcut = element("input");
    shortcut.type = "checkbox";
    shortcut.checked = localStorage.getItem("proyektor-tombol-p") !== "mati";
    shortcut.addEventListener("change", () => localStorage.setItem("proyektor-tombol-p", shortcut.checked ? "hidup" : "mati"));
    const close = element("button", "", words.close);
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    dialog.append(element("dl", "", ...rows), element("label", "", shortcut, ` ${words.shortcut}`), close);
    dialog.addEventListener("close", () => dialog.remove());
    root().append(dialog);
    dialog.showModal();
  }

  let sleep = 0;
  /** The bar hides when nobody moves; focus or any movement brings it back. */
  function wake() {
    clearTimeout(sleep);
    shown?.root.classList.remove("diam");
    sleep = setTimeout(() => shown?.root.classList.add("diam"), IDLE);
  }
  for (const kind of ["pointermove", "pointerdown", "focusin"])
    document.addEventListener(kind, () => shown && wake(), { passive: true });

  /* ---- while it is shown */

  /** Keys belong to the slides: Material would open its search or turn the page. */
  function keepKeys(event) {
    event.stopPropagation();
  }

  function onSlide() {
    const { deck, bySlide } = shown;
    const slide = deck.getCurrentSlide();
    shown.anchor = bySlide.get(slide)?.id ?? "";
    address(true, shown.anchor);
    const countdown = slide.querySelector(".mundur");
    if (countdown && !countdown.timer) proyektor.startCountdown(countdown, words);
    refresh();
  }

  function showPlace() {
    const { deck } = shown;
    root().querySelector(".proyektor__tempat").textContent = `${deck.getSlidePastCount() + 1} / ${deck.getTotalSlides()}`;
  }

  function address(projecting, anchor) {
    const url = new URL(location.href);
    if (projecting) url.searchParams.set("proyektor", "");
    else url.searchParams.delete("proyektor");
    url.hash = anchor;
    const text = url.href.replace("proyektor=", "proyektor").replace(/[?#]$/, "");
    if (text !== location.href) history.replaceState(history.state, "", text);
  }

  /** Leave, as the button, P and Esc do. */
  proyektor.leave = (event) => {
    event?.stopPropagation(); // the key has done its work: to Material, P is the page before
    const { anchor } = shown;
    const moved = anchor !== shown.entry;
    proyektor.close();
    address(false, moved ? anchor : "");
  };

  let resized = 0;
  function onResize() {
    clearTimeout(resized);
    root().setAttribute("aria-busy", "true");
    resized = setTimeout(() => {
      if (!shown) return;
      const { width, height } = size();
      if (width !== shown.size.width || height !== shown.size.height) build(shown.anchor);
      else if (!shown.job.running) root().removeAttribute("aria-busy");
    }, 250);
  }

  /* ---- the facilitator's panel */

  function state() {
    const { deck, bySlide, timer, plan } = shown;
    const slides = deck.getSlides();
    const slide = deck.getCurrentSlide();
    const at = slides.indexOf(slide);
    const section = bySlide.get(slide);
    const elapsed = timer.elapsed();
    const planMinutes = plan ? proyektor.planMinutes(plan) : 0;
    const block = section?.block;
    const moduleMinutes = block ? block.menit : Number(button.dataset.menit);
    const spent = block ? timer.inBlock(block.nomor) : elapsed;
    const next = slides[at + 1];
    return {
      slide,
      notes: section?.notes ?? [],
      next: next?.querySelector(".slaid"),
      number: at + 1,
      count: slides.length,
      elapsed,
      isPlan: Boolean(plan),
      module: proyektor.timeLeft(moduleMinutes - spent, moduleMinutes, words),
      plan: proyektor.timeLeft(planMinutes - elapsed, planMinutes, words),
    };
  }

  function refresh() {
    if (!shown?.deck?.isReady()) return;
    showPlace();
    if (!(shown.overlay || shown.speaker)) return;
    if (shown.speaker?.window.closed) shown.speaker = null;
    const now = state();
    shown.overlay?.update(now);
    shown.speaker?.update(now);
  }

  function restart() {
    shown.timer.restart();
    refresh();
  }

  function toggleOverlay() {
    if (closeOverlay()) return;
    shown.overlay = proyektor.panel(words, restart, false);
    root().append(shown.overlay.root);
    refresh();
  }

  function closeOverlay() {
    const open = Boolean(shown.overlay);
    shown.overlay?.root.remove();
    shown.overlay = null;
    return open;
  }

  function openSpeaker() {
    const { width, height } = shown.size;
    const onKey = (event) => shown?.deck.triggerKey(event.keyCode);
    shown.speaker = proyektor.speakerWindow(
      words, new URL("../../stylesheets/proyektor.css", folder).href, root().dataset.skema,
      `--lebar:${width}px;--tinggi:${height}px`, onKey, restart,
    );
    if (!shown.speaker) say(words.blocked);
    refresh();
  }
})();
