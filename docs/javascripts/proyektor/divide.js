/* Where a long run of text is cut into slides. Pure arithmetic: no page, no browser. */
(() => {
  const proyektor = (window.Proyektor ??= {});
  const A_SLIDE = 1e6;
  const A_BAD_CUT = 1e4;

  /**
   * Cut units over as few slides as possible, as evenly as possible.
   *
   * A unit has, in pixels of one continuous column: `top` and `bottom`; `head`, what must be
   * repeated above it when a slide begins with it (title of a box, header of a table); `tail`, what
   * closes after it. `glued`: should not begin a slide. `forced`: must begin one.
   * Gives pairs [from, to): a unit taller than `limit` stands alone.
   */
  proyektor.divide = (units, limit) => {
    const best = [0];
    const cameFrom = [0];
    for (let to = 1; to <= units.length; to += 1) {
      best[to] = Infinity;
      for (let from = to - 1; from >= 0; from -= 1) {
        const height =
          units[from].head + units[to - 1].bottom - units[from].top + units[to - 1].tail;
        if (height > limit && from < to - 1) break;
        const slack = Math.max(0, 1 - height / limit);
        const bad = from > 0 && units[from].glued ? A_BAD_CUT : 0;
        const cost = best[from] + A_SLIDE + bad + slack * slack * 100;
        if (cost < best[to]) [best[to], cameFrom[to]] = [cost, from];
        if (units[from].forced) break;
      }
    }
    const cuts = [];
    for (let to = units.length; to > 0; to = cameFrom[to]) cuts.unshift([cameFrom[to], to]);
    return cuts;
  };
})();
