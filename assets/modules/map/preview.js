/* What a query changes is seen at once where the browser knows it; the server's answer follows. */
import { known } from "../plan/known.js";
import { readScenario } from "../plan/scenario.js";
import { fillOf } from "./fills.js";
import { colour, map, moved } from "./instrument.js";
import { showNames } from "./labels.js";
import { dimmedBy } from "./standing_out.js";

/**
 * Who stands out when networks alone filter, and who moves.
 * @param {string} search
 */
export function preview(search) {
  if (!map.paint) return;
  const wanted = new URLSearchParams(search);
  foresee(wanted);
  const dimmed = dimmedBy(wanted, map.paint.groups, map.chart.filters);
  if (!dimmed) return;
  map.lit = null;
  map.paint = { ...map.paint, dimmed };
  colour(map.paint);
  requestAnimationFrame(showNames); // in the same frame, when what follows from the press has been asked for
}

/**
 * A scenario's colours are known here before the server has counted: whoever moves has the colour of where to at once.
 * @param {URLSearchParams} wanted
 */
export function foresee(wanted) {
  if (!map.paint) return;
  const painted = new URLSearchParams(map.paint.state);
  if (wanted.get("scenario") === painted.get("scenario") && !map.foreseen) return;
  if (["day", "since"].some((name) => wanted.get(name) !== painted.get(name)) || map.paint.standing) return;
  const changes = readScenario(wanted.get("scenario"), known(wanted)), { fills, groups, today } = map.paint;
  const next = { fills: { ...fills }, groups: { ...groups }, today: /** @type {Record<string, string[]>} */ ({}) };
  for (const number of new Set([...Object.keys(today), ...changes.keys()])) {
    const was = today[number] || groups[number], ids = changes.get(number) || was;
    next.groups[number] = ids;
    next.fills[number] = fillOf(ids, map.chart.dialogue.includes(number));
    if (ids.join() !== was.join()) next.today[number] = was;
  }
  map.foreseen = true;
  map.paint = { ...map.paint, ...next };
  moved(map.paint);
  colour(map.paint);
}
