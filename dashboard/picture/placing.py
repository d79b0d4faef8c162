"""Where names stand so that none lies over another: each in turn takes the first of its spots that is free.

Those that must stand are placed together: where one finds no room, those before it try their other spots.

The browser places by the same rules (assets/modules/map/placing.js); tests/cases/placing.json holds both together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

#: Left, top, right, bottom; and from where to where a line leads. Pixels.
Bounds = tuple[float, float, float, float]
Leader = tuple[float, float, float, float]
#: So many spots are tried for names that must all stand, before each is placed by itself.
TRIES = 1500


@dataclass(frozen=True)
class Candidate:
    """A spot as a picture has it, in pixels: ``width`` and ``height`` of the name there at its full size.

    ``largest``: the size of type that has room there; ``side``: -1, 1 where the name reaches west or east from the
    point and a line leads back from it to ``target``, 0 where it stands around the point. ``layout``: which of the
    ways to write the name it has room for; ``spot``: which of the name's spots it is.
    """

    x: float
    y: float
    side: int
    largest: float
    width: float
    height: float
    target: tuple[float, float] = (0.0, 0.0)
    layout: int = 0
    spot: int = 0


@dataclass(frozen=True)
class Wanted:
    """A name that asks for a place. ``size``: of its type; ``must``: a spot far away is better than none.

    ``passes``: how often its spots are gone through, each time down to which part of its size and how many of them (0:
    all). ``reach``: how long its line may be, unless it must stand.
    """

    size: float
    candidates: tuple[Candidate, ...]
    passes: tuple[tuple[float, int], ...] = ((1.0, 0),)
    must: bool = False
    reach: float = 0


@dataclass(frozen=True)
class Stand:
    """A name's place: which candidate, at which part of its size, the room that it takes and its line, if any."""

    candidate: Candidate
    part: float
    box: Bounds
    leader: Leader | None


@dataclass
class Room:
    """What is taken so far, within a frame."""

    frame: Bounds
    boxes: list[Bounds] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)

    def place(self, name: Wanted) -> Stand | None:
        """The first spot that is free, which is taken from then on; None where there is none."""
        for stand in stands(name):
            if self._is_free(stand):
                self._take(stand)
                return stand
        return None

    def place_together(self, names: Sequence[Wanted]) -> list[Stand | None] | None:
        """A spot for every name that has one within the frame, settled from north to south so that lines seldom cross.

        None for a name that has none; None instead of a list where they cannot stand together, and nothing is taken.
        """
        choices = [[stand for stand in stands(name) if within(stand.box, self.frame)] for name in names]
        order = sorted((place for place, found in enumerate(choices) if found), key=lambda place: _south(names[place]))
        found: dict[int, Stand] = {}
        tries = TRIES

        def settle() -> bool:
            nonlocal tries
            if len(found) == len(order):
                return True
            place = order[len(found)]
            for stand in choices[place]:
                tries -= 1
                if tries < 0:
                    return False
                if self._is_free(stand):
                    self._take(stand)
                    found[place] = stand
                    if settle():
                        return True
                    del found[place]
                    self._give_back(stand)
            return False

        return [found.get(place) for place in range(len(names))] if settle() else None

    def place_most(self, names: Sequence[Wanted]) -> list[Stand | None]:
        """As many of the names as can stand together: all, or all but the last one that is in the way, or in turn."""
        if stood := self.place_together(names):
            return stood
        for left_out in reversed(range(len(names))):
            others = [name for place, name in enumerate(names) if place != left_out]
            if stood := self.place_together(others):
                return [*stood[:left_out], self.place(names[left_out]), *stood[left_out:]]
        return [self.place(name) for name in names]

    def _take(self, stand: Stand) -> None:
        self.boxes.append(stand.box)
        if stand.leader:
            self.leaders.append(stand.leader)

    def _give_back(self, stand: Stand) -> None:
        self.boxes.pop()
        if stand.leader:
            self.leaders.pop()

    def _is_free(self, stand: Stand) -> bool:
        box, leader = stand.box, stand.leader
        if not within(box, self.frame) or any(overlap(box, other) for other in self.boxes):
            return False
        if any(crosses(line, box) for line in self.leaders):
            return False
        return leader is None or not (
            any(crosses(leader, other) for other in self.boxes) or any(meet(leader, other) for other in self.leaders)
        )


def _south(name: Wanted) -> float:
    return name.candidates[0].target[1]


def stands(name: Wanted) -> Iterator[Stand]:
    """Every way in which a name may stand, whatever is taken."""
    for least, first in name.passes:
        yield from _stands(name, name.candidates[: first or None], least)


def _stands(name: Wanted, candidates: Sequence[Candidate], least: float) -> Iterator[Stand]:
    for one in candidates:
        part = min(1.0, one.largest / name.size)
        if part < least:
            continue
        width, height = one.width * part, one.height * part
        left = one.x + (one.side - 1) * width / 2
        box = (left, one.y - height / 2, left + width, one.y + height / 2)
        if not one.side:
            yield Stand(one, part, box, None)
            continue
        leader = (one.x, one.y, *one.target)
        length = ((one.target[0] - one.x) ** 2 + (one.target[1] - one.y) ** 2) ** 0.5
        if name.must or length <= name.reach:
            yield Stand(one, part, box, leader)


def within(box: Bounds, frame: Bounds) -> bool:
    """Whether a box lies in the frame, edges included."""
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def crosses(line: Leader, box: Bounds) -> bool:
    """Whether a line runs through the inside of a box (Liang and Barsky's clipping, 1984)."""
    (x0, y0, x1, y1), (left, top, right, bottom) = line, box
    start, end = 0.0, 1.0
    for along, low, high in ((x1 - x0, left - x0, right - x0), (y1 - y0, top - y0, bottom - y0)):
        if along == 0:
            if low >= 0 or high <= 0:
                return False
            continue
        first, last = sorted((low / along, high / along))
        start, end = max(start, first), min(end, last)
    return start < end


def meet(one: Leader, other: Leader) -> bool:
    """Whether two lines cross."""

    def turn(x: float, y: float, line: Leader) -> float:
        return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])

    return turn(*one[:2], other) * turn(*one[2:], other) < 0 and turn(*other[:2], one) * turn(*other[2:], one) < 0
