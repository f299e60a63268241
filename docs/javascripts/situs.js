/* Sharing: the phone's own share sheet where there is one, else WhatsApp (a plain link) and copying. */
(() => {
  for (const row of document.querySelectorAll("[data-bagikan]")) {
    const { judul: title, alamat: url } = row.dataset;
    const device = row.querySelector("[data-bagikan-perangkat]");
    const whatsapp = row.querySelector("[data-bagikan-wa]");
    const copy = row.querySelector("[data-bagikan-salin]");
    const status = row.querySelector("[role=status]");

    if (navigator.share) {
      device.hidden = false;
      whatsapp.hidden = true;
      device.addEventListener("click", () => {
        navigator.share({ title, url }).catch(() => {}); // closing the sheet is not an error
      });
    }
    if (navigator.clipboard) {
      copy.hidden = false;
      copy.addEventListener("click", async () => {
        await navigator.clipboard.writeText(url);
        status.textContent = copy.dataset.tersalin;
      });
    }
  }
})();

/* Projecting (button, key P, ?proyektor in the address). What makes slides is loaded only then. */
(() => {
  const button = document.querySelector("[data-proyektor]");
  if (!button) return;
  const folder = new URL(button.dataset.proyektor, location.href).href;
  const PARTS = ["reveal/reveal.js", "proyektor/words.js", "proyektor/divide.js", "proyektor/units.js",
    "proyektor/slides.js", "proyektor/plan.js", "proyektor/presenter.js", "proyektor/deck.js"];
  const STYLES = ["javascripts/reveal/reveal.css", "stylesheets/proyektor.css"];
  let ready = null;

  const load = (name, attributes) =>
    new Promise((done, failed) => {
      const tag = Object.assign(document.createElement(name), attributes, { onload: done, onerror: failed });
      document.head.append(tag);
    });
  const prepare = () =>
    (ready ??= Promise.all([
      ...STYLES.map((path) => load("link", { rel: "stylesheet", href: new URL(`../${path}`, folder).href })),
      ...PARTS.map((path) => load("script", { src: new URL(path, folder).href, async: false })),
    ]));
  const asked = () => new URLSearchParams(location.search).has("proyektor");

  /** The section in view: the heading at the top, else the one above it; "" at the top of the page. */
  const inView = () => {
    const headings = [...document.querySelectorAll("article :is(h2, h3)[id]:not(#sumber)")];
    const top = (heading) => heading.getBoundingClientRect().top;
    const atTop = headings.find((heading) => top(heading) > -10 && top(heading) < 160);
    const above = headings.filter((heading) => top(heading) <= 0).at(-1);
    return scrollY > 100 ? ((atTop ?? above)?.id ?? "") : "";
  };

  const start = async (anchor) => {
    try {
      await prepare();
    } catch {
      ready = null; // a weak signal: the next press tries again
      return;
    }
    await Proyektor.open(anchor);
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const anchor = inView();
    history.pushState(null, "", `${location.pathname}?proyektor${anchor ? `#${anchor}` : ""}`);
    start(anchor);
  });
  // Capturing: Material would turn to the page before.
  addEventListener("keydown", (event) => {
    if (event.key !== "p" || event.ctrlKey || event.altKey || event.metaKey || globalThis.Proyektor?.isOpen?.()) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    if (localStorage.getItem("proyektor-tombol-p") === "mati") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button.click();
  }, true);
  addEventListener("popstate", () => {
    if (asked()) start(decodeURIComponent(location.hash.slice(1)));
    else globalThis.Proyektor?.close?.();
  });
  if (asked()) start(decodeURIComponent(location.hash.slice(1)));
})();
