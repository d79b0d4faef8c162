/* Where the page scrolls under the map, one finger and a plain wheel are the page's: say how the map is moved. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  let timer;

  function tell(text) {
    const hint = document.getElementById("map-hint");
    hint.textContent = text;
    hint.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => (hint.hidden = true), 1600);
  }

  climate.hint = {
    prepare(map) {
      map.svg.addEventListener("wheel", (event) => {
        if (climate.zoom.stacked() && !event.ctrlKey) tell(map.captions.hints.wheel);
      }, { passive: true });
      map.svg.addEventListener("touchmove", (event) => {
        if (climate.zoom.stacked() && event.touches.length === 1) tell(map.captions.hints.fingers);
      }, { passive: true });
    },
  };
})();
