/* Where names stand so that none lies over another: each in turn takes the first of its spots that is free. Those that
   must stand are placed together: where one finds no room, those before it try their other spots. The same rules as dashboard/picture/placing.py, held together by tests/cases/placing.json. Pixels of the screen. */

/** @typedef {[number, number, number, number]} Bounds left, top, right, bottom; of a line, from where to where */
/** @typedef {{ x: number, y: number, side: number, largest: number, width: number, height: number, target: [number, number], layout: number, spot: number }} Candidate */
/** @typedef {{ size: number, candidates: Candidate[], passes: [number, number][], must: boolean, reach: number }} Wanted */
/** @typedef {{ candidate: Candidate, part: number, box: Bounds, leader: Bounds | null }} Stand */
/** @typedef {{ frame: Bounds, boxes: Bounds[], leaders: Bounds[] }} Ground */

const TRIES = 1500; // so many spots are tried for names that must all stand

/**
 * The first spot that is free, which is taken from then on; null where there is none.
 * @param {Ground} ground
 * @param {Wanted} name
 * @returns {Stand | null}
 */
export function place(ground, name) {
  const stand = standsOf(name).find((one) => isFree(ground, one)) ?? null;
  if (stand) take(ground, stand);
  return stand;
}

/**
 * A spot for every name that has one within the frame, settled from north to south so that lines seldom cross: null for
 * a name that has none; null instead of a list where they cannot stand together, and nothing is taken.
 * @param {Ground} ground
 * @param {Wanted[]} names
 * @returns {(Stand | null)[] | null}
 */
export function placeTogether(ground, names) {
  const choices = names.map((name) => standsOf(name).filter(({ box }) => within(box, ground.frame)));
  const south = (/** @type {number} */ at) => names[at].candidates[0].target[1];
  const order = [...names.keys()].filter((at) => choices[at].length).sort((one, other) => south(one) - south(other));
  const /** @type {(Stand | null)[]} */ found = names.map(() => null);
  let tries = TRIES;
  /** @param {number} settled @returns {boolean} */
  function settle(settled) {
    if (settled === order.length) return true;
    for (const stand of choices[order[settled]]) {
      tries -= 1;
      if (tries < 0) return false;
      if (!isFree(ground, stand)) continue;
      take(ground, stand);
      found[order[settled]] = stand;
      if (settle(settled + 1)) return true;
      ground.boxes.pop();
      if (stand.leader) ground.leaders.pop();
    }
    return false;
  }
  return settle(0) ? found : null;
}

/**
 * As many of the names as can stand together: all, or all but the last one that is in the way, or in turn.
 * @param {Ground} ground
 * @param {Wanted[]} names
 * @returns {(Stand | null)[]}
 */
export function placeMost(ground, names) {
  const all = placeTogether(ground, names);
  if (all) return all;
  for (let out = names.length - 1; out >= 0; out -= 1) {
    const stood = placeTogether(ground, names.toSpliced(out, 1));
    if (stood) return stood.toSpliced(out, 0, place(ground, names[out]));
  }
  return names.map((name) => place(ground, name));
}

/**
 * @param {Ground} ground
 * @param {Stand} stand
 */
function take(ground, stand) {
  ground.boxes.push(stand.box);
  if (stand.leader) ground.leaders.push(stand.leader);
}

/**
 * Every way in which a name may stand, whatever is taken: each pass goes through its first spots (0 is all) down to a
 * part of its size.
 * @param {Wanted} name
 * @returns {Stand[]}
 */
function standsOf(name) {
  return name.passes.flatMap(([least, first]) =>
    name.candidates.slice(0, first || undefined).flatMap((candidate) => standAt(name, candidate, least) ?? []));
}

/**
 * How a name stands at a spot; null where it has no room for it, or lies too far away.
 * @param {Wanted} name
 * @param {Candidate} candidate
 * @param {number} least the part of its size that it keeps
 * @returns {Stand | null}
 */
function standAt({ size, must, reach }, candidate, least) {
  const { x, y, side, target } = candidate, part = Math.min(1, candidate.largest / size);
  if (part < least) return null;
  const width = candidate.width * part, height = candidate.height * part, left = x + ((side - 1) * width) / 2;
  /** @type {Bounds} */
  const box = [left, y - height / 2, left + width, y + height / 2];
  if (!side) return { candidate, part, box, leader: null };
  if (!must && Math.hypot(target[0] - x, target[1] - y) > reach) return null;
  return { candidate, part, box, leader: [x, y, ...target] };
}

/**
 * @param {Ground} ground
 * @param {Stand} stand
 */
function isFree({ frame, boxes, leaders }, { box, leader }) {
  if (!within(box, frame) || boxes.some((other) => overlap(box, other))) return false;
  if (leaders.some((line) => crosses(line, box))) return false;
  return !leader || !(boxes.some((other) => crosses(leader, other)) || leaders.some((other) => meet(leader, other)));
}

/**
 * Whether a box lies in the frame, edges included.
 * @param {Bounds} box
 * @param {Bounds} frame
 */
export function within(box, frame) {
  return box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
}

/**
 * Whether two boxes share more than an edge.
 * @param {Bounds} one
 * @param {Bounds} other
 */
export function overlap(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/**
 * Whether a line runs through the inside of a box (Liang and Barsky's clipping, 1984).
 * @param {Bounds} line
 * @param {Bounds} box
 */
export function crosses([x0, y0, x1, y1], [left, top, right, bottom]) {
  let start = 0, end = 1;
  for (const [along, low, high] of [[x1 - x0, left - x0, right - x0], [y1 - y0, top - y0, bottom - y0]]) {
    if (along === 0) {
      if (low >= 0 || high <= 0) return false;
      continue;
    }
    start = Math.max(start, Math.min(low / along, high / along));
    end = Math.min(end, Math.max(low / along, high / along));
  }
  return start < end;
}

/**
 * Whether two lines cross.
 * @param {Bounds} one
 * @param {Bounds} other
 */
export function meet(one, other) {
  const turn = (/** @type {number} */ x, /** @type {number} */ y, /** @type {Bounds} */ line) =>
    (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]);
  return turn(one[0], one[1], other) * turn(one[2], one[3], other) < 0 && turn(other[0], other[1], one) * turn(other[2], other[3], one) < 0;
}
