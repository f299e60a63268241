/* A page's text as sections, and each section as units that must not be torn.

   A unit is one thing that stays whole: a paragraph, a step of a list, a row of a table. Its wrappers
   are what it stands in (list, table, box), outermost first; on every slide they are built anew, with
   the parts that must be repeated (header of a table, title of a box). */
(() => {
  const proyektor = (window.Proyektor ??= {});
  const DROP =
    ".headerlink, .md-content__button, [data-proyektor], .bagikan, .md-source-file, .md-tags, .istilah-arti, " +
    ".ringkasan, script, style, template, nav, [data-tanpa-proyeksi]";
  /** Standard comments of authors: a new slide here; keep the next block on one slide. */
  const BREAK = /^\s*(salindia baru|new slide)\s*$/;
  const KEEP = /^\s*(jangan pisah|keep together)\s*$/;

  const MANY = 8;

  /** Give an element from a name, a class and what it holds. */
  proyektor.element = (name, className = "", ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  /* ---- sections */

  /**
   * Cut `article` at its headings; its nodes are not touched, and not copied yet.
   * Gives {level, id, title, nodes, notes, base}: the first one is the title, level 1. Notes of
   * facilitators stand apart; they belong to the whole part below a level-2 heading.
   */
  proyektor.sections = (article, base) => {
    const found = [{ level: 1, id: "", title: "", nodes: [], notes: [], base }];
    let notes = found[0].notes;
    for (const node of article.childNodes) {
      if (node.id === "sumber") break; // every statement carries its source already
      const level = /^H[1-3]$/.test(node.nodeName) ? Number(node.nodeName[1]) : 0;
      if (level === 1) {
        found[0].title = words(node);
      } else if (level) {
        if (level === 2) notes = [];
        found.push({ level, id: node.id, title: words(node), nodes: [], notes, base });
      } else if (node.nodeType === 1 && node.matches("details.fasilitator")) {
        const note = node.cloneNode(true);
        note.querySelector("summary")?.remove();
        notes.push(note);
      } else if (node.nodeType !== 1 || !node.matches(DROP)) {
        found.at(-1).nodes.push(node);
      }
    }
    attachFootnotes(found);
    return found;
  };

  /** The text of a heading without the sign that links to it. */
  function words(heading) {
    const copy = heading.cloneNode(true);
    copy.querySelector(".headerlink")?.remove();
    return copy.textContent.trim();
  }

  /** Give a section with copies of its nodes, as slides show them: links become plain text. */
  proyektor.prepare = (section) => {
    const copy = document.createElement("div");
    copy.append(...section.nodes.map((node) => node.cloneNode(true)));
    for (const element of copy.querySelectorAll(DROP)) element.remove();
    for (const term of copy.querySelectorAll(".istilah")) term.replaceWith(...term.childNodes);
    for (const box of copy.querySelectorAll("div.tabel, .md-typeset__scrollwrap, .md-typeset__table"))
      box.replaceWith(...box.childNodes);
    for (const link of copy.querySelectorAll("a[href]")) {
      const cited = /dasar-hukum(\/|\.html)?(index\.html)?#/.test(link.getAttribute("href"));
      const text = document.createElement(cited ? "cite" : "span");
      if (cited) text.className = "rujukan";
      text.append(...link.childNodes);
      link.replaceWith(text);
    }
    for (const image of copy.querySelectorAll("img[src]")) {
      image.dataset.src = new URL(image.getAttribute("src"), section.base).href; // fetched in time
      image.removeAttribute("src");
    }
    return { ...section, nodes: [...copy.childNodes] };
  };

  /** A chapter without text of its own says what is in it; a long one only how much. */
  proyektor.withContents = (sections, words) => {
    sections.forEach((section, at) => {
      const filled = section.nodes.some((node) => node.textContent.trim() || node.querySelector?.("img"));
      if (section.level !== 2 || filled) return;
      const below = [];
      for (const next of sections.slice(at + 1)) {
        if (next.level === 2) break;
        below.push(proyektor.element("li", "", next.title));
      }
      const list = below.length > MANY ? proyektor.element("p", "", `${below.length} ${words.parts}`) : proyektor.element("ul", "", ...below);
      section.nodes = below.length ? [list] : [];
    });
  };

  /** A footnote stands, small, at the end of the section that refers to it. */
  function attachFootnotes(found) {
    const texts = new Map();
    for (const section of found)
      section.nodes = section.nodes.filter((node) => {
        if (node.nodeType !== 1 || !node.matches(".footnote")) return true;
        for (const item of node.querySelectorAll("li[id]")) texts.set(item.id, item);
        return false;
      });
    for (const section of found)
      for (const node of [...section.nodes].filter((one) => one.nodeType === 1))
        for (const mark of node.querySelectorAll("sup[id^='fnref']")) {
          const item = texts.get(mark.id.replace(/^fnref\d*/, "fn"));
          if (!item) continue;
          const note = document.createElement("p");
          note.className = "catatan-kaki";
          note.append(`${mark.textContent} `, ...(item.querySelector("p") ?? item).cloneNode(true).childNodes);
          section.nodes.push(note);
        }
  }

  /* ---- units */

  const shallow = (element) => element.cloneNode(false);

  /** A wrapper is built anew on each slide by `make(continued)`, which gives [outer, inner]. */
  const simple = (element) => ({ make: () => [shallow(element), null] });

  function box(element, title) {
    return {
      make: () => {
        const outer = document.createElement("div");
        outer.className = `kotak ${[...element.classList].filter((name) => name !== "admonition").join(" ")}`;
        if (title) {
          const head = document.createElement("p");
          head.className = "kotak__judul";
          head.append(...title.cloneNode(true).childNodes);
          outer.append(head);
        }
        return [outer, null];
      },
    };
  }

  function tableWrapper(table) {
    const head = table.querySelector("thead");
    const caption = table.querySelector("caption");
    return {
      table,
      make: () => {
        const outer = shallow(table);
        if (caption) outer.append(caption.cloneNode(true));
        if (head) outer.append(head.cloneNode(true));
        const inner = document.createElement("tbody");
        outer.append(inner);
        return [outer, inner];
      },
    };
  }

  const isBlank = (node) =>
    node.nodeType === 3 ? !node.data.trim() : node.nodeType !== 1 && node.nodeType !== 8;
  const onlyImage = (element) =>
    element.matches("p, figure") && element.querySelectorAll("img").length === 1 &&
    !element.textContent.trim();

  /** Give the units of `nodes`, in order. */
  proyektor.units = (nodes, wrappers = []) => {
    const units = [];
    let forced = false;
    let whole = false;
    for (const node of nodes) {
      if (node.nodeType === 8) {
        forced ||= BREAK.test(node.data);
        whole ||= KEEP.test(node.data);
        continue;
      }
      if (isBlank(node) || node.nodeName === "HR") continue;
      const element = node.nodeType === 3 ? paragraph([node]) : node;
      const own = whole ? [unit(element, wrappers, { whole })] : flatten(element, wrappers);
      if (own.length && forced) own[0].forced = true;
      if (own.length) forced = whole = false;
      units.push(...own);
    }
    glue(units);
    return units;
  };

  const unit = (node, wrappers, more) => ({ node, wrappers, forced: false, glued: false, ...more });

  function paragraph(nodes) {
    const text = document.createElement("p");
    text.append(...nodes.map((node) => node.cloneNode(true)));
    return text;
  }

  function flatten(element, wrappers) {
    const inside = (wrapper, children) => proyektor.units(children, [...wrappers, wrapper]);
    if (onlyImage(element)) return [unit(element, wrappers, { image: element.querySelector("img") })];
    switch (element.nodeName) {
      case "UL":
      case "OL":
        return listUnits(element, wrappers);
      case "DL":
        return definitionUnits(element, wrappers);
      case "TABLE": {
        const wrapper = [...wrappers, tableWrapper(element)];
        return [...element.querySelectorAll("tbody > tr")].map((row) => unit(row, wrapper));
      }
      case "BLOCKQUOTE":
        return inside(simple(element), element.childNodes);
      case "DETAILS": {
        const [title, ...rest] = element.children;
        if (element.matches(".question")) return [unit(element, wrappers, { question: true })];
        return inside(box(element, title), rest);
      }
      case "DIV":
      case "SECTION":
        if (element.matches(".admonition")) {
          const title = element.querySelector(":scope > .admonition-title");
          const rest = [...element.childNodes].filter((child) => child !== title);
          return inside(box(element, title), rest);
        }
        if (element.matches(".mundur")) return [unit(element, wrappers)];
        if (element.matches(".tabbed-set")) return tabUnits(element, wrappers);
        return proyektor.units(element.childNodes, wrappers);
      default:
        return [unit(element, wrappers)];
    }
  }

  function listUnits(list, wrappers) {
    const wrapper = [...wrappers, simple(list)];
    let number = Number(list.getAttribute("start") ?? 1);
    return [...list.children].flatMap((item) => {
      const copy = item.cloneNode(true);
      if (list.nodeName === "OL") copy.value = number++;
      // A picture in a step gets a slide of its own, after the words of the step.
      const pictures = [...copy.querySelectorAll("p, figure")].filter(onlyImage);
      for (const one of pictures) one.remove();
      return [unit(copy, wrapper), ...pictures.map((one) => unit(one, [], { image: one.querySelector("img") }))];
    });
  }

  function definitionUnits(list, wrappers) {
    const wrapper = [...wrappers, simple(list)];
    const units = [];
    let terms = [];
    for (const item of list.children) {
      if (item.nodeName === "DT") {
        terms.push(item);
        continue;
      }
      const pair = document.createElement("div");
      pair.append(...terms.map((term) => term.cloneNode(true)), item.cloneNode(true));
      units.push(unit(pair, wrapper));
      terms = [];
    }
    return units;
  }

  function tabUnits(set, wrappers) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
    return [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")].flatMap((block, at) => {
      const wrapper = box(block, labels[at]);
      return proyektor.units(block.childNodes, [...wrappers, wrapper]);
    });
  }

  /** What introduces the next unit must not end a slide: "Yang wajib:" before its list. */
  function glue(units) {
    for (let at = 1; at < units.length; at += 1) {
      const before = units[at - 1].node;
      const introduces = /^H[4-6]$/.test(before.nodeName) || /:\s*$/.test(before.textContent);
      if (introduces && before.nodeName !== "TR") units[at].glued = true;
    }
  }

  /* ---- what is taller than a slide */

  /** Give smaller units for one that does not fit on any slide; itself if it has none. */
  proyektor.explode = (one) => {
    const { node, wrappers } = one;
    const smaller = (() => {
      if (one.whole) return flatten(node, wrappers);
      if (node.nodeName === "TR") return record(node, wrappers);
      if (node.nodeName === "PRE") return lines(node, wrappers);
      if (/^(LI|DIV|DD)$/.test(node.nodeName) && hasBlocks(node)) return opened(node, wrappers);
      return sentences(node, wrappers);
    })();
    if (smaller.length && one.forced) smaller[0].forced = true;
    return smaller.length > 1 || smaller[0]?.node !== node ? smaller : [one];
  };

  const isBlock = (node) => /^(P|UL|OL|DL|DIV|TABLE|PRE|DT|DD)$/.test(node.nodeName);
  const hasBlocks = (node) => [...node.children].some(isBlock);

  function opened(item, wrappers) {
    const wrapper = {
      make: (continued) => {
        const outer = shallow(item);
        if (continued) outer.classList.add("lanjutan");
        return [outer, null];
      },
    };
    const children = [];
    let inline = [];
    for (const child of item.childNodes) {
      if (isBlock(child)) {
        if (inline.some((node) => node.textContent.trim())) children.push(paragraph(inline));
        inline = [];
        children.push(child);
      } else inline.push(child);
    }
    if (inline.some((node) => node.textContent.trim())) children.push(paragraph(inline));
    const units = proyektor.units(children, [...wrappers, wrapper]);
    wrapper.first = units[0];
    return units;
  }

  /** A row too large for its table: each cell under the name of its column. */
  function record(row, wrappers) {
    const table = wrappers.at(-1).table;
    const names = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent.trim());
    const list = document.createElement("dl");
    list.className = "rekaman";
    const wrapper = [...wrappers.slice(0, -1), { make: () => [shallow(list), null] }];
    return [...row.cells].map((cell, at) => {
      const pair = document.createElement("div");
      const value = document.createElement(at ? "dd" : "dt");
      value.append(...cell.cloneNode(true).childNodes);
      if (at && names[at]) {
        const name = document.createElement("dt");
        name.className = "rekaman__kolom";
        name.textContent = names[at];
        pair.append(name);
      }
      pair.append(value);
      return unit(pair, wrapper, { glued: at === 1 });
    }).filter((cell) => cell.node.textContent.trim());
  }

  /** Every row of a table as a record: for tables that are too wide for a slide. */
  proyektor.asRecords = (units, table) =>
    units.flatMap((one) =>
      one.node.nodeName === "TR" && one.wrappers.at(-1).table === table ? record(one.node, one.wrappers) : [one],
    );

  function lines(block, wrappers) {
    return block.textContent.trimEnd().split("\n").map((text) => {
      const line = shallow(block);
      line.textContent = text || " ";
      return unit(line, wrappers);
    });
  }

  /** Cut running text between sentences (at the level of the text, never inside bold or a citation). */
  function sentences(node, wrappers) {
    const parts = [shallow(node)];
    for (const child of [...node.childNodes]) {
      if (child.nodeType !== 3) {
        parts.at(-1).append(child.cloneNode(true));
        continue;
      }
      const pieces = child.data.split(/(?<=[.!?;])\s+(?=\S)/);
      pieces.forEach((piece, at) => {
        if (at) {
          const next = shallow(node);
          next.classList.add("lanjutan");
          parts.push(next);
        }
        parts.at(-1).append(at < pieces.length - 1 ? `${piece} ` : piece);
      });
    }
    return parts.map((part) => unit(part, wrappers));
  }

  /* ---- units back into a page */

  /** Build what a slide shows from `units`; gives the body and the element of each unit. */
  proyektor.assemble = (units, body) => {
    let open = [];
    const placed = [];
    for (const one of units) {
      let depth = 0;
      while (depth < open.length && open[depth].wrapper === one.wrappers[depth]) depth += 1;
      open = open.slice(0, depth);
      for (const wrapper of one.wrappers.slice(depth)) {
        const [outer, inner] = wrapper.make(one !== wrapper.first);
        (open.at(-1)?.inner ?? body).append(outer);
        open.push({ wrapper, outer, inner: inner ?? outer });
      }
      const element = one.node.cloneNode(true);
      (open.at(-1)?.inner ?? body).append(element);
      placed.push({ element, around: open });
    }
    return placed;
  };
})();
