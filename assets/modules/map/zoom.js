/* Looking closer: d3-zoom does wheel, drag, double-click and pinch; here are the bounds and the targets. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const d3 = window.d3;
  const CLOSEST = 0.12; // pixels per unit (10 m): 83 m a pixel
  const SEEN = 24; // so many pixels of a municipality's box stay in view
  let map, behaviour, selection, size = [0, 0], home, moved = false, aim = null, awaited = null;

  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  /* Where the page itself scrolls (one column), a plain wheel or a single finger belongs to the page. */
  const stacked = () => window.matchMedia("(max-width: 900px)").matches;

  function fit([left, top, right, bottom], padding, closest) {
    const [width, height] = size;
    const inner = [Math.max(40, width - padding.left - padding.right), Math.max(40, height - padding.top - padding.bottom)];
    const scale = Math.min(inner[0] / (right - left), inner[1] / (bottom - top), closest);
    const x = padding.left + inner[0] / 2 - (scale * (left + right)) / 2;
    const y = padding.top + inner[1] / 2 - (scale * (top + bottom)) / 2;
    return d3.zoomIdentity.translate(x, y).scale(scale);
  }

  function homeView() {
    const small = size[0] < 600;
    const edge = small ? 8 : 28;
    return fit(map.chart.region, { left: edge, right: small ? edge : 76, top: edge, bottom: small ? edge : 34 }, CLOSEST);
  }

  function measure() {
    const box = map.holder.getBoundingClientRect();
    if (!box.width || !box.height) return;
    const same = Math.abs(box.width - size[0]) < 1 && Math.abs(box.height - size[1]) < 1;
    if (same) return;
    const before = size, transform = current();
    size = [box.width, box.height];
    map.svg.setAttribute("viewBox", `0 0 ${size[0]} ${size[1]}`); // so that paper may scale what the screen shows
    home = homeView();
    const [width, height] = map.chart.frame;
    behaviour
      .extent([[0, 0], size])
      .scaleExtent([home.k, Math.max(CLOSEST, home.k * 4)])
      .translateExtent([[Math.min(0, home.invertX(0)), Math.min(0, home.invertY(0))],
        [Math.max(width, home.invertX(size[0])), Math.max(height, home.invertY(size[1])) + size[1] / 2 / home.k]]);
    if (aim) return jump(viewOf(aim));
    if (awaited) { // asked for while the map was not in sight
      const numbers = awaited;
      awaited = null;
      moved = true;
      return jump(viewOf(numbers));
    }
    if (!moved || !before[0]) return jump(home);
    // Keep what was in the middle in the middle.
    const middle = transform.invert([before[0] / 2, before[1] / 2]);
    jump(d3.zoomIdentity.translate(size[0] / 2 - transform.k * middle[0], size[1] / 2 - transform.k * middle[1]).scale(transform.k));
  }

  /* Where the usual bounds would let every municipality slip out of view, the nearest one holds the map. */
  function inSight(transform) {
    const [left, top] = transform.invert([SEEN, SEEN]), [right, bottom] = transform.invert([size[0] - SEEN, size[1] - SEEN]);
    let nearest = null;
    for (const box of Object.values(map.chart.boxes)) {
      const x = Math.max(box[0] - right, 0) + Math.min(box[2] - left, 0);
      const y = Math.max(box[1] - bottom, 0) + Math.min(box[3] - top, 0);
      if (!nearest || Math.hypot(x, y) < Math.hypot(...nearest)) nearest = [x, y];
    }
    return transform.translate(-nearest[0], -nearest[1]);
  }

  function current() {
    return d3.zoomTransform(map.svg);
  }

  function jump(transform) {
    selection.call(behaviour.transform, transform);
  }

  function glide(transform) {
    if (calm()) jump(transform);
    else selection.transition().duration(350).call(behaviour.transform, transform);
  }

  function draw({ transform }) {
    map.world.setAttribute("transform", `translate(${transform.x} ${transform.y}) scale(${transform.k})`);
    climate.patterns.rescale(transform.k);
    climate.labels.place(transform, transform.k / home.k);
    map.holder.dataset.zoom = (transform.k / home.k).toFixed(2);
  }

  /* How much of the map the panel hides from below where it spans the whole width, in pixels. */
  function covered() {
    const panel = document.querySelector(".panel-body");
    const box = panel && panel.getBoundingClientRect();
    return box && box.width > size[0] * 0.9 ? box.height : 0;
  }

  function boxOf(numbers) {
    const boxes = numbers.map((number) => map.chart.boxes[number]);
    return [0, 1, 2, 3].map((side) => Math[side < 2 ? "min" : "max"](...boxes.map((box) => box[side])));
  }

  /* The view that shows some areas, none closer than names need; nobody is the whole region. */
  function viewOf(numbers) {
    if (!numbers.length) return home;
    const edge = Math.min(70, size[0] / 8);
    return fit(boxOf(numbers), { left: edge, right: edge, top: edge, bottom: edge + covered() }, numbers.length === 1 ? CLOSEST / 2 : CLOSEST);
  }

  climate.zoom = {
    prepare(instrument) {
      map = instrument;
      selection = d3.select(map.svg);
      behaviour = d3
        .zoom()
        .filter((event) => {
          if (aim) return false; // a step of the presentation holds the map
          if (event.type === "wheel") return event.ctrlKey || !stacked();
          if (event.type === "touchstart") return event.touches.length > 1 || !stacked();
          return !event.button && !event.ctrlKey;
        })
        .clickDistance(4)
        .on("zoom", (event) => {
          if (event.sourceEvent) moved = true;
          draw(event);
        })
        .on("start", () => map.holder.classList.add("moving"))
        .on("end", () => map.holder.classList.remove("moving"));
      const usual = behaviour.constrain();
      behaviour.constrain((...asked) => inSight(usual(...asked)));
      selection.call(behaviour);
      map.svg.style.touchAction = stacked() ? "pan-y" : "none";
      new ResizeObserver(measure).observe(map.holder);
      measure();
      document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-map]");
        if (button) climate.zoom.act(button.dataset.map);
      });
    },

    /** "zoom-in", "zoom-out", "home", or a group to look at: a network's id or "none". */
    act(action) {
      if (action !== "keys") moved = action !== "home";
      if (action === "zoom-in" || action === "zoom-out") {
        const factor = action === "zoom-in" ? 1.6 : 1 / 1.6;
        if (calm()) selection.call(behaviour.scaleBy, factor);
        else selection.transition().duration(200).call(behaviour.scaleBy, factor);
      } else if (action === "home") glide(home);
      else if (action === "keys") climate.help();
      else climate.zoom.to(map.members(action));
    },

    /** Bring some areas into view, none closer than names need. */
    to(numbers) {
      if (!numbers.length) return;
      if (!home) return void (awaited = numbers);
      moved = true;
      glide(viewOf(numbers));
    },

    /** Hold the map on some areas (none: the region) whatever its size becomes; null lets it go, as the region. */
    hold(numbers) {
      if (numbers === null && aim === null) return;
      aim = numbers;
      moved = false;
      measure();
      if (size[0]) glide(viewOf(aim || []));
    },

    pan(east, south) {
      moved = true;
      selection.call(behaviour.translateBy, (-east * size[0]) / 6 / current().k, (-south * size[1]) / 6 / current().k);
    },

    /** Move the map just so far that an area can be seen. */
    reveal(number) {
      if (!home) return; // the map was never seen yet
      const box = map.chart.boxes[number], now = current();
      const [left, top] = now.apply([box[0], box[1]]), [right, bottom] = now.apply([box[2], box[3]]);
      const middle = [(left + right) / 2, (top + bottom) / 2];
      const floor = size[1] - covered() - 20;
      const inside = middle[0] > 20 && middle[1] > 20 && middle[0] < size[0] - 20 && middle[1] < floor;
      if (!inside) selection.call(behaviour.translateTo, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, [size[0] / 2, floor / 2]);
    },

    stacked,

    point(x, y) {
      return current().apply([x, y]);
    },
  };
})();
