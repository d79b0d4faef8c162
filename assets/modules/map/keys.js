/* The map by keyboard: one tab stop, arrows walk, letters jump, Enter chooses, Escape clears. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
  const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  let map, at;

  function stop(number) {
    if (map.areas.has(at)) map.areas.get(at).setAttribute("tabindex", "-1");
    at = number;
    map.areas.get(at).setAttribute("tabindex", "0");
  }

  function focus(number) {
    if (!number) return;
    stop(number);
    climate.zoom.reveal(number);
    map.areas.get(number).focus({ preventScroll: true });
  }

  function card(number) {
    const label = map.chart.labels[number], stage = map.holder.getBoundingClientRect();
    const [x, y] = climate.zoom.point(label.x, label.y);
    climate.hover.show(number, [stage.left + x, stage.top + y]);
    map.mark("hovered", null);
  }

  /** The next area whose name begins with a letter, after the present one in the alphabet. */
  function startingWith(letter) {
    const collator = new Intl.Collator(document.documentElement.lang);
    const numbers = [...map.areas.keys()].sort((a, b) => collator.compare(map.captions.areas[a].name, map.captions.areas[b].name));
    const turned = [...numbers.slice(numbers.indexOf(at) + 1), ...numbers.slice(0, numbers.indexOf(at) + 1)];
    return turned.find((number) => map.captions.areas[number].name.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()));
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || climate.story.active()) return;
    const { key } = event;
    if (ARROWS[key] && event.shiftKey) climate.zoom.pan(...PANS[key]);
    else if (ARROWS[key]) focus(map.chart.walk[at][ARROWS[key]]);
    else if ((key === "Enter" || key === " ") && climate.plan.active()) climate.plan.assign([at]);
    else if (key === "Enter" || key === " ") climate.choose(at === map.chosen ? null : at);
    else if (key === "Escape") climate.choose(null);
    else if (key === "+") climate.zoom.act("zoom-in");
    else if (key === "-") climate.zoom.act("zoom-out");
    else if (key === "0") climate.zoom.act("home");
    else if (key === "?") climate.help();
    else if (/^\p{L}$/u.test(key)) focus(startingWith(key));
    else return;
    event.preventDefault();
  }

  climate.keys = {
    /** While the presentation holds the map, no area is a stop for Tab. */
    rest(resting) {
      map.areas.get(at).setAttribute("tabindex", resting ? "-1" : "0");
    },

    prepare(instrument) {
      map = instrument;
      map.svg.setAttribute("role", "group");
      map.svg.setAttribute("tabindex", "-1"); // the areas are the stop, not the picture around them
      for (const path of map.areas.values()) {
        path.setAttribute("role", "button");
        path.setAttribute("tabindex", "-1");
      }
      stop(map.areas.keys().next().value);
      map.svg.addEventListener("keydown", press);
      map.svg.addEventListener("focusin", (event) => {
        const number = event.target.dataset.municipality;
        if (!number) return;
        stop(number);
        map.mark("focused", event.target.matches(":focus-visible") ? number : null);
        if (event.target.matches(":focus-visible")) card(number);
      });
      map.svg.addEventListener("focusout", () => {
        map.mark("focused", null);
        climate.hover.show(null);
      });
    },
  };
})();
