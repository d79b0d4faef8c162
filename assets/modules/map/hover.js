/* The card beside the pointer, and choosing with mouse and finger. No round trip for what is already known. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  let map, card;

  function numberAt(event) {
    const path = event.target.closest && event.target.closest("[data-municipality]");
    return path ? path.dataset.municipality : null;
  }

  function line(className, content) {
    const node = document.createElement("div");
    node.className = className;
    node.textContent = content;
    return node;
  }

  climate.hover = {
    prepare(instrument) {
      map = instrument;
      card = document.getElementById("map-card");
      map.svg.addEventListener("pointermove", (event) => {
        if (event.pointerType === "touch" || event.buttons) return;
        climate.hover.show(numberAt(event), [event.clientX, event.clientY]);
      });
      map.svg.addEventListener("pointerleave", () => climate.hover.show(null));
      map.svg.addEventListener("click", (event) => {
        if (event.defaultPrevented || event.detail > 1) return; // the second of a double-click looks closer
        const number = numberAt(event);
        if (number && climate.plan.active()) return climate.plan.assign([number]);
        climate.choose(number === map.chosen ? null : number);
      });
      document.addEventListener("pointerover", (event) => {
        const toggle = event.target.closest("[data-network-toggle]");
        climate.hover.light(toggle ? toggle.dataset.networkToggle : null);
      });
    },

    /** The same card for pointer and keyboard: name, network, inhabitants. */
    show(number, at) {
      map.mark("hovered", number);
      map.glow(number && map.groupsOf(number));
      const words = number && map.captions.areas[number];
      card.hidden = !words;
      if (!words) return;
      if (card.dataset.number !== number) {
        card.replaceChildren(line("card-name", words.name), line("card-network", words.network), line("card-population", words.population));
        card.dataset.number = number;
      }
      const stage = map.holder.getBoundingClientRect();
      const x = at[0] - stage.left, y = at[1] - stage.top;
      const left = x + 18 + card.offsetWidth > stage.width ? x - card.offsetWidth - 14 : x + 18;
      const top = Math.min(Math.max(6, y + 18), stage.height - card.offsetHeight - 6);
      card.style.transform = `translate(${Math.max(4, left)}px, ${top}px)`;
    },

    /** Light one network up while its row in the legend is pointed at. */
    light(group) {
      if (map.pointed === group || !map.paint) return;
      map.pointed = map.lit = group; // a press puts the light out until another row is pointed at
      map.colour(map.paint);
    },
  };

  /** Choose a municipality, or none; the outline comes at once, the panel with the answer. */
  climate.choose = function (number) {
    if (number === (map.chosen || null) || climate.story.active()) return;
    map.choose(number);
    climate.labels.show();
    climate.go(climate.query({ municipality: number }));
  };
})();
