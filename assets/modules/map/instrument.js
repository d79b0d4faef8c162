/* The map as one instrument: mounts the scene once, and paints each state onto it. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const map = (climate.map = { captions: null, paint: null });

  /** Clone the scene into #map; it is never mounted again. */
  map.mount = function () {
    const holder = document.getElementById("map");
    const template = document.getElementById("scene");
    if (!holder || !template) return false;
    holder.append(template.content.cloneNode(true));
    map.holder = holder;
    map.svg = holder.querySelector("svg");
    map.world = map.svg.querySelector(".world");
    map.chart = JSON.parse(document.getElementById("chart").textContent);
    map.areas = new Map([...map.svg.querySelectorAll(".area")].map((path) => [path.dataset.municipality, path]));
    map.borders = [...map.svg.querySelectorAll(".border")];
    map.marks = {};
    for (const name of ["hovered", "focused", "chosen"]) map.marks[name] = map.svg.querySelector(".mark." + name);
    for (const { number, landmark } of map.chart.outside) {
      if (landmark) map.svg.querySelector(`[data-outside="${number}"]`).classList.add("landmark");
    }
    climate.patterns.prepare(map);
    climate.labels.prepare(map);
    climate.zoom.prepare(map);
    climate.hover.prepare(map);
    climate.keys.prepare(map);
    climate.hint.prepare(map);
    return true;
  };

  /** Draw an outline around one area, or around none. */
  map.mark = function (name, number) {
    const path = map.areas.get(number);
    map.marks[name].setAttribute("d", path ? path.getAttribute("d") : "");
  };

  /** Light up the outline of networks: where one side of a border is in them and the other is not. */
  map.glow = function (groups) {
    const key = groups ? groups.join("+") : "";
    if (map.glowing === key) return;
    map.glowing = key;
    const inside = (number) => number !== "" && map.groupsOf(number).join("+") === key;
    for (const line of map.borders) line.classList.toggle("glow", key !== "" && inside(line.dataset.left) !== inside(line.dataset.right));
  };

  /** Which areas belong to a group: a network's id, or "none". */
  map.members = function (group) {
    return [...map.areas.keys()].filter((number) => map.groupsOf(number).includes(group));
  };

  map.groupsOf = function (number) {
    return map.paint.groups[number];
  };

  map.colour = function (paint) {
    const dimmed = new Set(paint.dimmed);
    map.svg.classList.toggle("classes", Object.keys(paint.levels).length > 0);
    for (const [number, path] of map.areas) {
      const fill = paint.fills[number], faint = dimmed.has(number) || (map.lit && !map.groupsOf(number).includes(map.lit));
      path.dataset.fill = paint.levels[number] || fill;
      path.style.fill = climate.patterns.fill(paint.levels[number] || fill, faint);
      path.style.setProperty("--print-fill", paint.levels[number] ? path.style.fill : climate.patterns.print(fill, map.chart.patterns));
      path.classList.toggle("dimmed", Boolean(faint));
    }
    map.glowing = null;
    for (const line of map.borders) {
      const { left, right } = line.dataset;
      const outer = right === "";
      const group = (number) => paint.groups[number].join("+");
      const gap = group(left) === "none" || (!outer && group(right) === "none");
      const same = !outer && group(left) === group(right);
      line.setAttribute("class", `border ${same ? "inner" : "outer"}${gap ? " gap" : ""}`);
      line.classList.toggle("dimmed", dimmed.has(left) && (outer || dimmed.has(right)));
    }
  };

  /* Members outside the region are context: outlined while their network stands out. */
  map.context = function (paint) {
    for (const path of map.svg.querySelectorAll("[data-outside]")) {
      const network = paint.outside[path.dataset.outside];
      path.classList.toggle("member", Boolean(network));
      path.style.stroke = network ? `var(--network-${network})` : "";
    }
  };

  /* An outline by status on top, never a fill: networks that do not cover. */
  map.overlay = function (paint) {
    const layer = map.svg.querySelector(".layer");
    layer.replaceChildren();
    for (const [number, status] of Object.entries(paint.layer)) {
      const path = map.areas.get(number) || map.svg.querySelector(`[data-outside="${number}"]`);
      if (!path) continue;
      const outline = document.createElementNS("http://www.w3.org/2000/svg", "path");
      outline.setAttribute("d", path.getAttribute("d"));
      outline.setAttribute("class", "outline");
      outline.dataset.status = status;
      layer.append(outline);
    }
  };

  map.name = function (captions) {
    map.svg.setAttribute("aria-label", captions.map);
    for (const [number, path] of map.areas) path.setAttribute("aria-label", captions.areas[number].label);
  };

  /* Who moves in the scenario has an outline of its own. */
  map.moved = function (paint) {
    const moved = Object.keys(paint.today).map((number) => map.areas.get(number).getAttribute("d"));
    map.svg.querySelector(".mark.moved").setAttribute("d", moved.join(""));
  };

  /** Paint a state. Called by Dash with the two stores; answers nothing. */
  map.show = function (paint, captions) {
    if (!paint || !captions) return;
    if (!map.svg && !map.mount()) return;
    const before = map.paint;
    map.paint = paint;
    map.foreseen = false;
    map.captions = captions;
    climate.painted = paint.state;
    map.name(captions);
    climate.patterns.found(paint.founded);
    map.colour(paint);
    map.context(paint);
    map.overlay(paint);
    map.moved(paint);
    map.choose(paint.chosen);
    climate.labels.show();
    climate.finder(captions.search);
    climate.page(paint, before);
    climate.story.show(paint);
    map.holder.dataset.state = paint.state.replace(/^\?/, "");
    map.holder.dataset.ready = "true";
  };

  /* A scenario's colours are known here before the server has counted: whoever moves is striped at once. */
  map.foresee = function (wanted) {
    const painted = new URLSearchParams(map.paint.state);
    if (wanted.get("scenario") === painted.get("scenario") && !map.foreseen) return;
    const changes = climate.plan.scenario(wanted), { fills, groups, today } = map.paint;
    const next = { fills: { ...fills }, groups: { ...groups }, today: {} };
    for (const number of new Set([...Object.keys(today), ...changes.keys()])) {
      if (!map.areas.has(number)) continue;
      const before = fills[number].split("~")[0], was = today[number] || groups[number], ids = changes.get(number) || was;
      const after = ids[0] !== "none" ? ids.join("+") : before.startsWith("none") ? before : "none";
      next.groups[number] = ids;
      next.fills[number] = after === before ? before : `${before}~${after}`;
      if (after !== before) next.today[number] = was;
    }
    map.foreseen = true;
    map.paint = { ...map.paint, ...next };
    map.moved(map.paint);
    map.colour(map.paint);
  };

  /** What a query changes is seen at once where the browser knows it: who stands out when networks alone filter. */
  map.preview = function (query) {
    if (!map.paint) return;
    const wanted = new URLSearchParams(query);
    map.foresee(wanted);
    if (["county", "status", "pop", "near", "q"].some((name) => wanted.has(name))) return;
    const networks = wanted.has("networks") ? wanted.get("networks").split(",") : null;
    const dimmed = networks ? [...map.areas.keys()].filter((number) => !map.groupsOf(number).some((id) => networks.includes(id))) : [];
    map.lit = null;
    map.colour({ ...map.paint, dimmed });
    climate.labels.show();
  };

  /** Outline the chosen area at once; the figures follow from the server. */
  map.choose = function (number) {
    map.mark("chosen", number);
    for (const [other, path] of map.areas) {
      if (other === number) path.setAttribute("aria-current", "true");
      else path.removeAttribute("aria-current");
    }
    map.chosen = number;
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.climate = {
    show: function (paint, captions) {
      map.show(paint, captions);
      return window.dash_clientside.no_update;
    },
  };
})();
