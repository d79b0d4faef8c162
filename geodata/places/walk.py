"""Walking the map with four arrow keys: which municipality lies left, right, above, below."""

from __future__ import annotations

import math
from collections.abc import Mapping

from geodata.places.neighbours import Neighbours
from geodata.register import Register

#: East and north, in metres or as the parts of a unit vector.
Point = tuple[float, float]

#: Compass directions of the keys, as unit vectors in the metric CRS (east, north).
DIRECTIONS: Mapping[str, Point] = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, 1.0), "down": (0.0, -1.0)}


def walk_table(register: Register, neighbours: Neighbours, points: Mapping[str, Point]) -> dict[str, dict[str, str]]:
    """Number → direction → number of the municipality to go to; a direction with nobody there is left out.

    ``points``: number → a point inside the municipality (metric CRS). A
    neighbour within 60° of the direction comes first (the straightest one); where
    no neighbour lies that way, the nearest municipality within 45° does, so that
    an island can be left.
    """
    table: dict[str, dict[str, str]] = {}
    for number in register.municipalities:
        beside = [other for other in neighbours.of(number) if other in register.municipalities]
        table[number] = {
            direction: target
            for direction, vector in DIRECTIONS.items()
            if (target := _straightest(number, beside, points, vector) or _nearest(number, points, vector))
        }
    return table


def _straightest(start: str, candidates: list[str], points: Mapping[str, Point], vector: Point) -> str | None:
    angles = {other: _angle(points[start], points[other], vector) for other in candidates}
    within = {other: angle for other, angle in angles.items() if angle <= math.radians(60)}
    return min(within, key=lambda other: (within[other], other), default=None)


def _nearest(start: str, points: Mapping[str, Point], vector: Point) -> str | None:
    ahead = {
        other: math.dist(points[start], point)
        for other, point in points.items()
        if other != start and _angle(points[start], point, vector) <= math.radians(45)
    }
    return min(ahead, key=lambda other: (ahead[other], other), default=None)


def _angle(start: Point, end: Point, vector: Point) -> float:
    east, north = end[0] - start[0], end[1] - start[1]
    length = math.hypot(east, north)
    return math.pi if length == 0 else math.acos(max(-1.0, min(1.0, (east * vector[0] + north * vector[1]) / length)))
