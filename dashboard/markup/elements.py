"""Elements that Dash has none of, as components that writer.py writes: a little SVG, and a field that says more.

Nothing of them reaches React: the page is written as text. Each lists the properties it can have, and no other.
"""

from __future__ import annotations

from typing import Any, ClassVar

from dash.development.base_component import Component

from dashboard.markup.content import Content


class OwnElement(Component):
    """What the elements here share: children first, and any attribute of ``aria-`` and ``data-``.

    ``tag``: the element as HTML writes it. ``properties``: what it can have beside them.
    """

    tag: ClassVar[str] = ""
    properties: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._namespace, cls._type = "dashboard", cls.__name__
        cls._prop_names = list(cls.properties)
        cls._valid_wildcard_attributes = ["aria-", "data-"]

    def __init__(self, children: Content = None, **properties: Any) -> None:
        super().__init__(**({} if children is None else {"children": children}), **properties)


class Svg(OwnElement):
    """A drawing within the page; a size in per cent needs no ``style``, which the page's policy would block."""

    tag = "svg"
    properties = ("children", "id", "className", "role", "x", "y", "width", "height", "viewBox")


class Rect(OwnElement):
    """A rectangle of a drawing."""

    tag = "rect"
    properties = ("children", "id", "className", "x", "y", "width", "height")


class Circle(OwnElement):
    """A circle of a drawing."""

    tag = "circle"
    properties = ("id", "className", "cx", "cy", "r")


class DrawnLine(OwnElement):
    """A line of a drawing."""

    tag = "line"
    properties = ("id", "className", "x1", "y1", "x2", "y2")


class DrawnPath(OwnElement):
    """A shape of a drawing, of lines and curves."""

    tag = "path"
    properties = ("id", "className", "d")


class DrawnText(OwnElement):
    """A line of text in a drawing."""

    tag = "text"
    properties = ("children", "id", "className", "x", "y", "dx")


class ForeignObject(OwnElement):
    """A rectangle of a drawing in which HTML stands."""

    tag = "foreignObject"
    properties = ("children", "id", "className", "x", "y", "width", "height")


class InputField(OwnElement):
    """An ``<input>`` with a role, of a day, or with attributes of ``aria-`` and ``data-``: ``dcc.Input`` takes none."""

    tag = "input"
    properties = (
        "id",
        "className",
        "name",
        "type",
        "value",
        "placeholder",
        "role",
        "autoComplete",
        "spellCheck",
        "min",
        "max",
    )


class LatePicture(OwnElement):
    """An ``<img>`` that may be fetched when it is about to be seen (``loading``), which ``html.Img`` does not take."""

    tag = "img"
    properties = ("id", "className", "src", "alt", "width", "height", "loading")


#: All of them.
OWN_ELEMENTS: tuple[type[OwnElement], ...] = (
    Svg,
    Rect,
    Circle,
    DrawnLine,
    DrawnPath,
    DrawnText,
    ForeignObject,
    InputField,
    LatePicture,
)
