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

  /* What does not stand out fades into the land: by colour, since nothing lies beneath to shine through. */
  const faded = (colour) => `color-mix(in srgb, ${colour} 24%, var(--land))`;

  function pattern(id, angle, step, bars) {
    for (const [suffix, tint] of [["", (colour) => colour], ["-dimmed", faded]]) {
      const node = element("pattern", { id: id + suffix, patternUnits: "userSpaceOnUse", width: step, height: step }, defs);
      for (const [start, width, colour] of bars) {
        element("rect", { x: start, y: 0, width, height: step }, node).style.fill = tint(`var(--${colour})`);
      }
      made.set(id + suffix, { node, angle });
      turn(made.get(id + suffix));
    }
  }

  function turn({ node, angle }) {
    node.setAttribute("patternTransform", `rotate(${angle}) scale(${1 / scale})`);
  }

  climate.patterns = {
    prepare(map) {
      defs = map.svg.querySelector("defs");
      pattern("fill-none-dialogue", 45, STEP, [[0, STEP, "gap-fill"], [0, 2.6, "gap-line"]]);
      pattern("fill-class-unknown", 0, STEP, [[0, STEP, "class-unknown"], [0, 1.2, "line-strong"]]);
      pattern("fill-none", -45, STEP, [[0, STEP, "gap-fill"], [0, 2.6, "gap-line"]]);
    },

    /** Colours of the networks that a scenario founds, for both themes. */
    found(networks) {
      const rule = (theme) => networks.map(({ id, colours }) => `--network-${id}:${colours[theme]}`).join(";");
      let sheet = document.getElementById("founded");
      if (!sheet) {
        sheet = document.createElement("style");
        sheet.id = "founded";
        document.head.append(sheet);
      }
      sheet.textContent = `:root{${rule("light")}}@media (prefers-color-scheme:dark){:root{${rule("dark")}}}` +
        `:root[data-theme=light]{${rule("light")}}:root[data-theme=dark]{${rule("dark")}}@media print{:root,:root[data-theme]{${rule("light")}}}`;
    },

    /** The fill on paper: the network's own pattern, so that it reads in black and white too. */
    print(key, lines) {
      if (!lines[key]) return climate.patterns.fill(key);
      const id = "print-" + key;
      if (!defs.querySelector("#" + id)) {
        const node = element("pattern", { id, patternUnits: "userSpaceOnUse", width: 8, height: 8 }, defs);
        element("rect", { width: 8, height: 8 }, node).style.fill = `color-mix(in srgb, var(--network-${key}) 38%, white)`;
        const ink = element("path", { d: lines[key], "stroke-width": 1.3, fill: "none" }, node);
        ink.style.stroke = `var(--network-${key})`;
        made.set(id, { node, angle: 0 });
        turn(made.get(id));
      }
      return `url(#${id})`;
    },

    /** The CSS fill for "naik", "none", "none-dialogue" or "naik+follo". */
    fill(key, dimmed) {
      const suffix = dimmed ? "-dimmed" : "";
      if (key.includes("~")) {
        const [was, is] = key.split("~").map((part) => part.split("+")); // as dashboard.view.before_and_after
        const left = was.filter((one) => !is.includes(one)), come = is.filter((one) => !was.includes(one));
        const after = come.length ? come : is, before = (left.length ? left : was)[0];
        const colours = [...after, before].map((one) => (one.startsWith("none") ? "gap-fill" : "network-" + one));
        const id = "fill-" + key.replace(/[+]/g, ".").replace("~", "_"), step = 10 * after.length + 4; // cuts the last to 4
        if (!made.has(id)) pattern(id, 45, step, colours.map((colour, place) => [10 * place, 10, colour]));
        return `url(#${id}${suffix})`;
      }
      if (key === "class-unknown") return `url(#fill-${key}${suffix})`;
      if (key.startsWith("class")) return dimmed ? faded(`var(--${key})`) : `var(--${key})`;
      if (key.startsWith("none")) return `url(#fill-${key}${suffix})`;
      const networks = key.split("+");
      if (networks.length === 1) return dimmed ? faded(`var(--network-${key})`) : `var(--network-${key})`;
      const id = "fill-" + networks.join(".");
      if (!made.has(id)) {
        const width = STEP;
        pattern(id, 45, width * networks.length, networks.map((network, place) => [place * width, width, "network-" + network]));
      }
      return `url(#${id}${suffix})`;
    },

    /** Lines keep their width on the screen while the map is scaled. */
    rescale(pixelsPerUnit) {
      scale = pixelsPerUnit;
      for (const entry of made.values()) turn(entry);
    },
  };
})();
