/* Fills that are more than one colour: the two hatches of the unorganised, and stripes for two networks. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const SVG = "http://www.w3.org/2000/svg";
  const STEP = 9; // pixels between the lines of a hatch
  let defs, scale = 1;
  const made = new Map();

  function element(name, attributes, parent) {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (parent) parent.append(node);
    return node;
  }

  function pattern(id, angle, step, bars) {
    const node = element("pattern", { id, patternUnits: "userSpaceOnUse", width: step, height: step }, defs);
    for (const [start, width, colour] of bars) {
      element("rect", { x: start, y: 0, width, height: step, style: `fill:var(--${colour})` }, node);
    }
    made.set(id, { node, angle });
    turn(made.get(id));
  }

  function turn({ node, angle }) {
    node.setAttribute("patternTransform", `rotate(${angle}) scale(${1 / scale})`);
  }

  climate.patterns = {
    prepare(map) {
      defs = map.svg.querySelector("defs");
      pattern("fill-none-dialogue", 45, STEP, [[0, STEP, "gap-fill"], [0, 2.6, "gap-line"]]);
      pattern("fill-none", -45, STEP, [[0, STEP, "gap-fill"], [0, 2.6, "gap-line"]]);
    },

    /** The CSS fill for "naik", "none", "none-dialogue" or "naik+follo". */
    fill(key) {
      if (key.startsWith("none")) return `url(#fill-${key})`;
      const networks = key.split("+");
      if (networks.length === 1) return `var(--network-${key})`;
      const id = "fill-" + networks.join("-");
      if (!made.has(id)) {
        const width = STEP;
        pattern(id, 45, width * networks.length, networks.map((network, place) => [place * width, width, "network-" + network]));
      }
      return `url(#${id})`;
    },

    /** Lines keep their width on the screen while the map is scaled. */
    rescale(pixelsPerUnit) {
      scale = pixelsPerUnit;
      for (const entry of made.values()) turn(entry);
    },
  };
})();
