"""What the browser is sent, as types. The scripts read the same shapes: change both sides together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

#: A point in scene units (10 m), from the north-west corner of the scene.
ScenePoint = tuple[int, int]


class NameLayout(TypedDict):
    """A way to write a name: its lines, and how wide the widest is in em."""

    lines: tuple[str, ...]
    width: float


class NamePlaces(TypedDict):
    """The spots of a name in the order of taking, in scene units: point, largest size of type, side and layout.

    ``target``: where the line leads to from a spot at a side.
    """

    layouts: list[NameLayout]
    target: ScenePoint
    spots: list[tuple[int, int, int, int, int]]


class CalloutPlaces(TypedDict):
    """What is said of the unorganised: its lines, its room in em, and its spots as those of names.

    Each with the point that its line leads to, in scene units.
    """

    lines: tuple[str, ...]
    width: float
    height: float
    spots: list[tuple[int, int, int, int, ScenePoint]]


class Outside(TypedDict):
    """A municipality outside the region that may be named; a landmark always is."""

    number: str
    landmark: bool
    places: NamePlaces


class Patterns(TypedDict):
    """How areas are filled that are more than one colour: hatches by fill, and stripes in pixels."""

    hatches: Mapping[str, Mapping[str, object]]
    stripes: Mapping[str, float]


class Chart(TypedDict):
    """Where things lie on the map, in scene units, and the rules that both sides know; the same for every state."""

    frame: tuple[int, int]
    region: tuple[int, int, int, int]
    boxes: Mapping[str, tuple[int, int, int, int]]
    names: Mapping[str, NamePlaces]
    networks: Mapping[str, NamePlaces]
    counties: Mapping[str, NamePlaces]
    order: list[str]
    covering: list[str]
    dialogue: list[str]
    years: list[int]
    people: Mapping[str, list[int | None]]
    walk: Mapping[str, Mapping[str, str]]
    renumbered: Mapping[str, str]
    outside: list[Outside]
    patterns: Patterns
    faded: float
    lettering: Mapping[str, object]
    parameters: Sequence[str]
    filters: Sequence[str]
    numbered: Sequence[str]


class Whereabouts(TypedDict):
    """What is painted, by municipality: fills, networks, networks before, and who does not stand out.

    ``standing``: where two days are compared, where those stand on the later that a scenario moves; else None.

    ``levels``: classes of a number; ``circles``: centre in scene units and radius in pixels; ``pins``: who has a note.
    """

    fills: Mapping[str, str]
    groups: Mapping[str, list[str]]
    today: Mapping[str, list[str]]
    standing: Mapping[str, list[str]] | None
    dimmed: list[str]
    levels: Mapping[str, str]
    circles: Mapping[str, tuple[int, int, float]]
    pins: list[str]


class StepMap(TypedDict):
    """A step of the presentation: its layout, whom it looks closely at, and what its one map shows."""

    layout: str
    focus: Sequence[str]
    map: Whereabouts | None


class Paint(Whereabouts):
    """What paints a state; ``state`` is its canonical query."""

    state: str
    lang: str
    view: str
    shape: str
    theme: str | None
    chosen: str | None
    networks: Mapping[str, NamePlaces]
    outside: Mapping[str, str]
    layer: Mapping[str, str]
    title: str
    embed: bool
    story: list[StepMap] | None


class AreaCaption(TypedDict):
    """Words about a municipality: what its card says, and what is read aloud."""

    name: str
    network: str
    population: str
    value: str
    label: str


class Hints(TypedDict):
    """How to move the map, where a gesture alone moves the page or paints."""

    fingers: str
    wheel: str
    paint: str
    paintFingers: str


class Captions(TypedDict):
    """Words for the map in the reader's language; ``callout``: None where nothing is said of the unorganised."""

    map: str
    areas: Mapping[str, AreaCaption]
    groups: Mapping[str, str]
    copied: str
    pickBrush: str
    press: str
    noNetwork: str
    people: Mapping[str, int | None]
    hints: Hints
    callout: CalloutPlaces | None
    waiting: str
    unanswered: str


class FoundHit(TypedDict):
    """A hit of the search: its words, what it sets in the address (None takes away), and whom it is about."""

    label: str
    detail: str
    go: Mapping[str, str | None]
    areas: list[str]


class FinderAnswer(TypedDict):
    """The hits that are shown, and what is said of them."""

    message: str
    hits: list[FoundHit]


class Question(TypedDict):
    """What the page asks: the query of the state that it is to show, and of the one that it shows."""

    search: str
    painted: str | None


class Answer(TypedDict):
    """What a question is answered with: HTML by the place that it fills, what paints the map, and rules of the state.

    ``captions`` None: those that the page has still hold.
    """

    parts: Mapping[str, str]
    paint: Paint
    captions: Captions | None
    sheet: str
