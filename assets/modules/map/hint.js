/* Where the page scrolls under the map, one finger and a plain wheel are the page's: say how the map is moved. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});
  climate.hint = {
    prepare(map) {
      map.svg.addEventListener("wheel", (event) => {
        if (climate.zoom.stacked() && !event.ctrlKey) climate.toast(map.captions.hints.wheel);
      }, { passive: true });
      map.svg.addEventListener("touchmove", (event) => {
        if (climate.zoom.stacked() && event.touches.length === 1) climate.toast(map.captions.hints.fingers);
      }, { passive: true });
    },
  };
})();
