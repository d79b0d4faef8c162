"""HTML as a parser reads it, and a tree of components as a browser draws it: the same shape, to be compared."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from dash.development.base_component import Component
from selectolax.lexbor import LexborHTMLParser, LexborNode

from dashboard.markup.elements import OwnElement

#: React's own names for what HTML calls otherwise.
RENAMED = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset", "viewBox": "viewBox"}


@dataclass(frozen=True)
class Tag:
    """An element: its name, its attributes ("" where one is only there), and what stands in it; texts are joined."""

    name: str
    attributes: dict[str, str]
    content: list[Tag | str]


def parsed(text: str) -> list[Tag | str]:
    """What a parser of HTML, Lexbor, makes of a text that stands in the body of a page."""
    # Inside an element, as a parser passes over white space that the body begins with.
    body = LexborHTMLParser(f"<!doctype html><title></title><body><main>{text}</main>").body
    (main,) = _children(body)
    assert isinstance(main, Tag), "an end tag in the text has closed what it stands in"
    return main.content


def drawn(component: object) -> list[Tag | str]:
    """What React makes of components; a property that is a boolean is one in HTML too, unless its value is a text."""
    nodes = list(component) if isinstance(component, list | tuple) else [component]
    content: list[Tag | str] = []
    for node in nodes:
        if isinstance(node, list | tuple):
            content += drawn(node)
        elif isinstance(node, Component):
            content.append(Tag(_tag(node), _properties(node), drawn(getattr(node, "children", None))))
        elif node is not None:
            content.append(str(node))
    return _joined(content)


def carried(text: str) -> str:
    """A text as HTML carries it: one kind of line break, and U+FFFD for what it has no place for."""
    lost = {
        one
        for one in text
        if (unicodedata.category(one) in ("Cc", "Cs") and one not in "\t\n\f\r")
        or 0xFDD0 <= ord(one) <= 0xFDEF
        or ord(one) & 0xFFFE == 0xFFFE
    }
    for one in lost:
        text = text.replace(one, "\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def as_carried(content: list[Tag | str]) -> list[Tag | str]:
    """A tree whose texts and values are as HTML carries them."""
    return [
        carried(one)
        if isinstance(one, str)
        else Tag(one.name, {name: carried(value) for name, value in one.attributes.items()}, as_carried(one.content))
        for one in content
    ]


def _tag(component: Component) -> str:
    return component.tag if isinstance(component, OwnElement) else component._type.lower()


def _properties(component: Component) -> dict[str, str]:
    found = {}
    for name, value in component.to_plotly_json()["props"].items():
        said = name.startswith(("aria-", "data-")) or name in ("draggable", "contentEditable", "spellCheck")
        if name == "children" or value is None or (value is False and not said):
            continue
        text = str(value).lower() if isinstance(value, bool) and said else "" if value is True else str(value)
        found[RENAMED.get(name, name.lower())] = text
    return found


def _children(node: LexborNode) -> list[Tag | str]:
    content: list[Tag | str] = []
    child = node.child
    while child is not None:
        if child.is_text_node:
            content.append(child.text_content)
        else:  # a comment too, which nobody writes
            attributes = {name: value or "" for name, value in child.attributes.items()}
            content.append(Tag(child.tag, attributes, _children(child)))
        child = child.next
    return _joined(content)


def _joined(content: list[Tag | str]) -> list[Tag | str]:
    joined: list[Tag | str] = []
    for one in content:
        if isinstance(one, str) and joined and isinstance(joined[-1], str):
            joined[-1] += one
        elif one != "":
            joined.append(one)
    return joined
