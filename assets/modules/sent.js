/* What Python sends, as types: nothing in this file runs. Lengths are in scene units (10 m), fills as `fills.js` reads them. */

/**
 * The spots of a name in the order of taking: point, largest size of type, side (-1 west or 1 east of the point, with a
 * line to `target`; 0 around it) and layout, which says the lines and the width of the widest in em.
 * @typedef {object} NamePlaces
 * @property {{ lines: string[], width: number }[]} layouts
 * @property {Point} target
 * @property {[number, number, number, number, number][]} spots
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
 * @property {Record<string, NamePlaces>} names
 * @property {Record<string, NamePlaces>} networks names of those that cover and have members
 * @property {Record<string, NamePlaces>} counties names of those around
 * @property {string[]} order municipalities as their names are placed, the most people first
 * @property {string[]} covering the networks that can be assigned, in their order
 * @property {string[]} dialogue municipalities that a dialogue concerns
 * @property {number[]} years of which the people are sent, the first and the last with figures among them
 * @property {Record<string, (number | null)[]>} people of each municipality, by year; null is unknown
 * @property {Record<string, Partial<Record<"left" | "right" | "up" | "down", string>>>} walk
 * @property {Record<string, string>} renumbered number of the base edition by those of the others (chart.js makes it of what is sent)
 * @property {{ number: string, landmark: boolean, places: NamePlaces }[]} outside
 * @property {Patterns} patterns
 * @property {number} faded how much of its colour an area keeps that does not stand out
 * @property {Lettering} lettering
 * @property {string[]} parameters of the address, in canonical order
 * @property {string[]} filters the parameters that filter
 * @property {string[]} numbered the parameters that speak of municipalities by number
 */

/**
 * How names are set (dashboard/geometry/placement.py, dashboard/picture/names.py, dashboard/picture/callout.py).
 * @typedef {object} Lettering
 * @property {number} line height of a line in em
 * @property {Point} around what a name has around it, across and down, in em
 * @property {number} smallest the part of its size to which a name may shrink
 * @property {number} smallestNetwork the same of a network's
 * @property {number} nearly at which part of its size a network's name rather stands within its area than smaller
 * @property {number} always how many stand whether they fit or not
 * @property {number} label how much more room a name needs that has a ground of its own
 * @property {number} reach how long the line of a name may be that need not stand, in em
 * @property {number} networkReach the same of a network's
 * @property {number} claim size of the callout's first line, in em
 * @property {number} calloutLine height of its lines, in em
 * @property {number} pinRadius of a note's number on the map, in em
 * @property {number} pinAbove how high its middle stands over the point of its area, in em
 * @property {Point[]} lastResort where the chosen one's name stands if it has no other spot: its side, above or below
 * @property {number} lastApart how far from the point of its area, in em
 * @property {number} apart how far its letters keep from its line, in em
 */

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

/**
 * What areas are painted by. `groups`: ids of networks, or "none" alone; `today`: the same for those that a scenario moves.
 * @typedef {object} Whereabouts
 * @property {Record<string, string>} fills
 * @property {Record<string, string[]>} groups
 * @property {Record<string, string[]>} today
 * @property {Record<string, string[]> | null} standing where two days are compared: where those stand on the later that a scenario moves
 * @property {string[]} dimmed
 * @property {Record<string, string>} levels class of each municipality where the map is coloured by a number
 * @property {Record<string, [x: number, y: number, radius: number]>} circles centre, and radius in pixels, of each municipality's, where the map tells a size
 * @property {string[]} pins municipalities with a note, in the order of their numbers
 */

/**
 * What is said of the unorganised: its lines, its room in em, and its spots as those of names, each with the point that
 * its line leads to.
 * @typedef {{ lines: string[], width: number, height: number, spots: [number, number, number, number, Point][] }} CalloutPlaces
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
 * @property {Record<string, NamePlaces>} networks names of those whose members are others than today's
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
 * @property {Record<string, { name: string, network: string, population: string, value: string, label: string }>} areas
 * @property {Record<string, string>} groups
 * @property {string} copied
 * @property {string} pickBrush
 * @property {string} press what a press with the brush would do, with {network}, {count}, {total} and {points} to fill
 * @property {string} noNetwork
 * @property {Record<string, number | null>} people of each municipality in the year that is painted; null is unknown
 * @property {{ fingers: string, wheel: string, paint: string, paintFingers: string }} hints
 * @property {CalloutPlaces | null} callout
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
