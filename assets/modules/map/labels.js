/* Names on the map: where Python placed them, shown when they fit at the present zoom and touch no other. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const SVG = "http://www.w3.org/2000/svg";
  const LINE = 1.15; // baseline to baseline, in em: geodata.labels.LINE_HEIGHT_EM
  const SMALLEST = 0.84; // a name may shrink to this part of its size before it is left out
  const MOST_ALWAYS = 12; // so many names stand whether they fit or not: dashboard.map_names.MOST_ALWAYS
  let map, layer, callout, last = null, all = [];
  const names = new Map(); // municipality → its name
  const groups = new Map(); // network → its name
  const landmarks = [];

  const fontSize = () => parseFloat(getComputedStyle(map.holder).fontSize);

  function text(className, lines, size) {
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("class", "label " + className);
    const pill = document.createElementNS(SVG, "rect");
    group.append(pill);
    lines.forEach((line, place) => {
      const node = document.createElementNS(SVG, "text");
      node.textContent = line;
      node.setAttribute("y", ((place - (lines.length - 1) / 2) * LINE + 0.35) * size + "px");
      group.append(node);
    });
    group.style.fontSize = size + "px";
    layer.append(group);
    return group;
  }

  /** Width and height of a text block in pixels, measured once for each font size. */
  function measure(entry) {
    const widths = [...entry.node.querySelectorAll("text")].map((node) => node.getComputedTextLength());
    entry.width = Math.max(...widths) + 10;
    entry.height = entry.lines.length * LINE * entry.size + 5;
    const pill = entry.node.querySelector("rect");
    pill.setAttribute("x", -entry.width / 2);
    pill.setAttribute("y", -entry.height / 2);
    pill.setAttribute("width", entry.width);
    pill.setAttribute("height", entry.height);
    pill.setAttribute("rx", 4);
  }

  function entryFor(className, label, size) {
    const node = text(className, label.lines, size);
    return { node, size, ...label };
  }

  function build() {
    layer.replaceChildren();
    names.clear();
    groups.clear();
    landmarks.length = 0;
    const size = fontSize();
    for (const [number, label] of Object.entries(map.chart.labels)) {
      const entry = entryFor("name", label, size);
      entry.node.dataset.municipality = number;
      names.set(number, entry);
    }
    const founded = map.paint.founded.filter((network) => network.label).map((network) => [network.id, network.label]);
    layer.dataset.founded = foundedNow();
    for (const [id, label] of [...Object.entries(map.chart.networks), ...founded]) {
      const entry = entryFor("group", { ...label, lines: label.lines }, Math.round(size * 1.45));
      entry.node.dataset.group = id;
      entry.initial = entryFor("group", { ...label, lines: [label.initial], em: 1e9 }, Math.round(size * 1.2));
      entry.initial.node.dataset.group = id;
      groups.set(id, entry);
    }
    for (const { number, name, at, landmark } of map.chart.outside) {
      const entry = entryFor("landmark", { lines: [name], x: at[0], y: at[1], em: 1e9 }, size);
      landmarks.push({ ...entry, number, landmark });
    }
    all = [...names.values(), ...[...groups.values()].flatMap((entry) => [entry, entry.initial]), ...landmarks];
    all.forEach(measure);
    callout = document.createElementNS(SVG, "g");
    callout.setAttribute("class", "callout");
    layer.append(callout);
    layer.dataset.size = size;
  }

  const foundedNow = () => JSON.stringify(map.paint.founded.filter((network) => network.label).map((network) => [network.id, network.label]));

  function overlaps(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  function within(box, frame) {
    return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  }

  function boxAt(entry, [x, y], factor) {
    const width = (entry.width * factor) / 2, height = (entry.height * factor) / 2;
    return { left: x - width, right: x + width, top: y - height, bottom: y + height };
  }

  /* Where a name that must be shown may go when its place is taken: beside it, nearest first. */
  function around({ width, height }, beside) {
    const steps = beside ? [[0, -1.6 * height], [0, 1.6 * height]] : [[0, 0]];
    for (const part of [0.5, 1]) {
      for (const [x, y] of [[-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [-1, 1], [1, -1], [1, 1]]) steps.push([x * width * part, y * height * part]);
    }
    return steps;
  }

  /* Who is placed first: the chosen, those outside, the networks (zoomed out), then the rest by size of area. */
  function queue(relative) {
    const gaps = [], others = [];
    const stands = (number) => map.groupsOf(number)[0] === "none" || number in map.paint.today;
    const few = [...names.keys()].filter(stands).length <= MOST_ALWAYS; // more would hide the map
    for (const [number, entry] of names) {
      const gap = map.groupsOf(number)[0] === "none";
      const moved = number in map.paint.today;
      const always = (few && (gap || moved)) || number === map.chosen;
      entry.node.classList.toggle("moved", moved);
      entry.always = always;
      entry.node.classList.toggle("gap", gap);
      entry.node.classList.toggle("chosen", number === map.chosen);
      entry.node.classList.toggle("dimmed", map.areas.get(number).classList.contains("dimmed") && number !== map.chosen);
      (number === map.chosen ? gaps.unshift(entry) : gap || moved ? gaps.push(entry) : others.push(entry));
    }
    others.sort((a, b) => b.em - a.em);
    const networks = relative < 1.9 ? [...groups].filter(([id]) => map.members(id).length).map(([, entry]) => entry) : [];
    for (const [id, entry] of groups) {
      const faint = map.members(id).every((number) => map.areas.get(number).classList.contains("dimmed"));
      for (const one of [entry, entry.initial]) one.node.classList.toggle("dimmed", faint);
    }
    return [...gaps, ...networks.map((entry) => (entry.size * SMALLEST <= entry.em * last[0].k ? entry : entry.initial)), ...landmarks.filter((entry) => entry.landmark || map.paint.outside[entry.number]), ...others];
  }

  function drawCallout(transform, relative, taken) {
    const spot = map.chart.callout, lines = map.captions.callout;
    callout.replaceChildren();
    const width = map.holder.clientWidth;
    if (!spot || !lines.length || width < 700 || relative > 1.3 || map.chosen || Object.keys(map.paint.layer).length || Object.keys(map.paint.today).length) return;
    const at = transform.apply(spot.at), to = transform.apply(spot.to), size = fontSize();
    const direction = spot.side === "left" ? -1 : 1;
    const leader = document.createElementNS(SVG, "path");
    leader.setAttribute("d", `M${at[0]},${at[1]}H${to[0]}`);
    leader.setAttribute("class", "leader");
    const dot = document.createElementNS(SVG, "circle");
    dot.setAttribute("cx", to[0]);
    dot.setAttribute("cy", to[1]);
    dot.setAttribute("r", 3.5);
    callout.append(leader, dot);
    lines.forEach((line, place) => {
      const node = document.createElementNS(SVG, "text");
      node.textContent = line;
      node.setAttribute("x", at[0] + direction * 8);
      node.setAttribute("y", at[1] + (place - (lines.length - 1) / 2) * size * 1.4 + size * 0.35);
      node.setAttribute("text-anchor", direction < 0 ? "end" : "start");
      node.setAttribute("class", place ? "detail" : "claim");
      callout.append(node);
    });
    const box = callout.getBBox();
    if (box.x < 4 || box.x + box.width > width - 4) callout.replaceChildren();
    else taken.push({ left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height });
  }

  /* Everybody's place, with the callout or without; false when the callout took the room of a name that must stand. */
  function arrange(transform, relative, called) {
    const taken = [], frame = { left: 0, top: 0, right: map.holder.clientWidth, bottom: map.holder.clientHeight };
    callout.replaceChildren();
    if (called) drawCallout(transform, relative, taken);
    const crowded = taken.length > 0;
    for (const entry of all) entry.shown = false;
    const free = (box) => within(box, frame) && !taken.some((other) => overlaps(box, other));
    for (const entry of queue(relative)) {
      const point = transform.apply([entry.x, entry.y]);
      const shrink = Math.min(1, (entry.em * transform.k) / entry.size);
      if (!entry.always && shrink < SMALLEST) continue;
      const factor = entry.always ? 1 : shrink;
      const moves = entry.always ? around(entry, entry === names.get(map.chosen) && shrink < 0.6) : [[0, 0]];
      const move = moves.find(([x, y]) => free(boxAt(entry, [point[0] + x, point[1] + y], factor)));
      if (!move && entry.always && crowded) return false;
      if (!move) continue;
      const at = [point[0] + move[0], point[1] + move[1]];
      entry.shown = true;
      taken.push(boxAt(entry, at, factor));
      entry.node.setAttribute("transform", `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)}) scale(${factor.toFixed(2)})`);
    }
    return true;
  }

  climate.labels = {
    prepare(instrument) {
      map = instrument;
      layer = map.svg.querySelector(".labels");
      if (document.fonts) document.fonts.ready.then(() => climate.labels.show(true));
    },

    /** Place every name for a view of the map; relative 1 is the whole region. */
    place(transform, relative) {
      last = [transform, relative];
      if (!map.paint) return;
      if (!layer.childNodes.length || parseFloat(layer.dataset.size) !== fontSize() || layer.dataset.founded !== foundedNow()) build();
      if (!arrange(transform, relative, true)) arrange(transform, relative, false);
      for (const entry of all) {
        entry.node.style.display = entry.shown ? "" : "none";
      }
    },

    /** Place them again as the map stands, after a choice. */
    show(rebuild) {
      if (rebuild === true && layer) layer.replaceChildren();
      if (last) climate.labels.place(...last);
    },
  };
})();
