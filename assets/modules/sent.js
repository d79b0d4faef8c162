/* What Python sends, as types: nothing in this file runs. Lengths are in scene units (10 m), fills as `fills.js` reads them. */

/**
 * A label: its lines, centre and the largest size of type at which it lies inside its area.
 * @typedef {{ lines: string[], x: number, y: number, em: number }} Label
 */

/**
 * The tile of a pattern, a square of `step` pixels turned by `angle`: bars of a start, a width and a colour's name.
 * @typedef {{ step: number, angle: number, bars: [number, number, string][] }} Tile
 */

/**
 * How areas are filled that are more than one colour (dashboard/colours/patterns.py).
 * @typedef {object} Patterns
 * @property {Record<string, Tile>} hatches by the fill they stand for
 * @property {{ angle: number, several: number }} stripes pixels of one network among several
 */

/**
 * What never changes while the server runs (dashboard/browser/places.py); municipalities by number, networks by id.
 * @typedef {object} Chart
 * @property {[number, number]} frame width and height of the scene
 * @property {Box} region
 * @property {Record<string, Box>} boxes
 * @property {Record<string, Label>} labels
 * @property {Record<string, Label & { initial: string }>} networks names of those that cover and have members
 * @property {string[]} covering the networks that can be assigned, in their order
 * @property {string[]} dialogue municipalities that a dialogue concerns
 * @property {Record<string, Partial<Record<"left" | "right" | "up" | "down", string>>>} walk
 * @property {Record<string, string>} renumbered number of the base edition by that of a later one
 * @property {{ side: "left" | "right", at: Point, to: Point } | null} callout
 * @property {{ number: string, name: string, at: Point, landmark: boolean }[]} outside
 * @property {Patterns} patterns
 * @property {number} faded how much of its colour an area keeps that does not stand out
 * @property {{ line: number, smallest: number, always: number }} names line height in em, the part of its size to which
 *   a name may shrink, and how many stand whether they fit or not
 * @property {string[]} parameters of the address, in canonical order
 * @property {string[]} filters the parameters that filter
 * @property {string[]} numbered the parameters that speak of municipalities by number
 */

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

/**
 * What areas are painted by. `groups`: ids of networks, or "none" alone; `today`: the same for those that a scenario moves.
 * @typedef {object} Whereabouts
 * @property {Record<string, string>} fills
 * @property {Record<string, string[]>} groups
 * @property {Record<string, string[]>} today
 * @property {string[]} dimmed
 */

/**
 * A network that a scenario founds.
 * @typedef {{ id: string, label: (Label & { initial: string }) | null }} Founded
 */

/**
 * A step of the presentation; `map` where the map is its picture, `focus` the areas it looks closely at.
 * @typedef {{ layout: string, focus: string[], map: Whereabouts | null }} Step
 */

/**
 * One state, as it is painted (dashboard/browser/paint.py).
 * @typedef {object} PaintOnly
 * @property {string} state the canonical query, with its "?"; empty for the bare address
 * @property {string} lang
 * @property {string} view
 * @property {string} shape - how the page is laid out in that view
 * @property {string | null} theme
 * @property {string | null} chosen
 * @property {Founded[]} founded
 * @property {Record<string, string>} levels class of each municipality where the map is coloured by a number
 * @property {Record<string, string>} outside network of each member outside the region that stands out
 * @property {Record<string, string>} layer status of each municipality that is outlined on top
 * @property {string} title
 * @property {boolean} embed
 * @property {Step[] | null} story
 *
 * @typedef {PaintOnly & Whereabouts} Paint
 */

/**
 * Words for the map, in the reader's language.
 * @typedef {object} Captions
 * @property {string} map
 * @property {Record<string, { name: string, network: string, population: string, label: string }>} areas
 * @property {Record<string, string>} groups
 * @property {string} copied
 * @property {string} pickBrush
 * @property {{ fingers: string, wheel: string }} hints
 * @property {string[]} callout
 * @property {string} waiting
 * @property {string} unanswered
 */

/**
 * What a question is answered with (dashboard/page/answer.py): HTML by the place that it fills, what paints the map,
 * words where they change, and rules of the state.
 * @typedef {{ parts: Record<string, string>, paint: Paint, captions: Captions | null, sheet: string }} Answer
 */

/**
 * An answer of `/search`: `go` are the parameters that a hit sets, null for one that it takes away.
 * @typedef {{ label: string, detail: string, go: Record<string, string | null>, areas: string[] }} Hit
 * @typedef {{ message: string, hits: Hit[] }} Found
 */

/**
 * An answer of `/found`, which names a new network: the value for `new` and what is said, or what is wrong.
 * @typedef {{ id: string, value: string, said: string, problem?: undefined } | { problem: string }} Named
 */

/**
 * An answer of `/import`, which reads a planner's file.
 * @typedef {{ headline: string, lines: string[], go?: string, apply?: string }} Preview
 */

/**
 * What Dash calls.
 * @typedef {object} Clientside
 * @property {(paint: Paint | null, captions: Captions | null) => unknown} show
 * @property {(figure: unknown, id: string) => unknown} draw
 */

export {};
