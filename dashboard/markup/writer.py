"""Components as text: a tree of Dash's ``html`` components, ``dcc.Input`` and our own (elements.py), as HTML.

The rules are HTML's own: WHATWG HTML, section 13.1, "Writing HTML documents".
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from numbers import Integral, Real

from dash.development.base_component import Component
from markupsafe import escape

from dashboard.markup.html_names import (
    ADDRESS_PROPERTIES,
    BOOLEAN,
    BOOLEAN_OR_TEXT,
    EMPTY,
    LEFT_OUT,
    LINE_BREAK_LOST,
    REFUSED,
    TEXT_ONLY,
    TRUE_OR_FALSE,
    VOID,
    Element,
    element_of,
)

#: What may stand before the colon of an address; an image may also hold its own bytes.
SCHEMES = ("http", "https", "mailto", "tel")
IMAGE = "data:image/"
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
WILDCARD = re.compile(r"(?:aria|data)-[a-z0-9-]+")
#: What HTML cannot carry or calls an error: controls but tab, line feed and form feed, surrogates, and code points
#: that are no characters.
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
#: Attributes shorter than this are kept as they were written: classes and roles are the same on many elements.
SHORT, MOST_WRITTEN = 40, 8_192
CARRIAGE_RETURN = re.compile("\r\n?")


class Unwritable(ValueError):
    """A tree that cannot be written: ``refused`` says for each finding where, what and why."""

    def __init__(self, refused: list[str]) -> None:
        super().__init__("\n".join(refused))
        self.refused = refused


def as_html(component: object, refused: list[str] | None = None) -> str:
    """A component, a text, a number, None or a list of these as HTML: what React would draw, with no white space added.

    ``dcc.Input`` is the bare ``<input>`` with the properties that it was given: neither the box that Dash draws around
    it nor its defaults.

    Text may come from a reader's address, and no address may keep a page from being written: what HTML cannot carry
    becomes U+FFFD, and CR becomes a line feed, as a parser would make it. What only a programmer can write is refused
    where it is not known: other components and properties, ``style``, ids that are no text, addresses with another
    scheme than SCHEMES (``javascript:``), text that calls itself HTML (``__html__``).

    What is nested otherwise than HTML allows (a paragraph in a paragraph) is written as it is; the tests of the page
    read every part with a parser and compare.

    Raises Unwritable with everything that is refused. With a list in ``refused`` nothing is raised: what is refused is
    left out and told in the list.
    """
    writing = _Writing([] if refused is None else refused)
    writing.node(component)
    if refused is None and writing.refused:
        raise Unwritable(writing.refused)
    return "".join(writing.written)


@dataclass
class _Writing:
    """A text that is being written, and the elements that are open, the outermost first."""

    refused: list[str]
    written: list[str] = field(default_factory=list)
    around: list[tuple[Element, Component]] = field(default_factory=list)

    def node(self, node: object) -> None:
        if node is None:
            return
        if isinstance(node, list | tuple):
            for child in node:
                self.node(child)
        elif isinstance(node, Component):
            self.element(node)
        elif (text := _text(node)) is not None:
            self.written.append(text)
        else:
            self.refuse(f"{type(node).__name__} is not a text, number or component")

    def element(self, component: Component) -> None:
        kind = type(component)
        element = element_of(kind)
        if element is None:
            self.refuse(f"{type(component).__module__}.{type(component).__name__} is not known")
            return
        if self.around and self.around[-1][0].tag in TEXT_ONLY:
            self.refuse(f"{element.tag} stands where only text can")
            return
        self.around.append((element, component))
        self.written.append(f"<{element.tag}")
        # Dash keeps properties in another order in each process; the same tree is to be the same text.
        properties = vars(component)
        for name in sorted(properties):
            value = properties[name]
            if value is None or name in LEFT_OUT:
                continue
            if type(value) is str and len(value) < SHORT:
                text, why = _short_attribute(kind, name, value)
            else:
                text, why = _attribute(element, name, value)
            self.written.append(text)
            if why:
                self.refuse(why)
        self.written.append(">")
        self.content(element.tag, getattr(component, "children", None))
        self.around.pop()

    def content(self, tag: str, children: object) -> None:
        if tag in VOID or tag in EMPTY:
            if children is not None:
                self.refuse("has content, and can have none")
        else:
            before = len(self.written)
            self.node(children)
            if tag in LINE_BREAK_LOST and "".join(self.written[before:]).startswith("\n"):
                self.written.insert(before, "\n")
        if tag not in VOID:
            self.written.append(f"</{tag}>")

    def refuse(self, why: str) -> None:
        self.refused.append(" > ".join(_selector(*one) for one in self.around) + (": " if self.around else "") + why)


def _attribute(element: Element, name: str, value: object) -> tuple[str, str]:
    """A property as an attribute, with the space before it; and why it is refused, blank where it is not."""
    attribute = element.attributes.get(name) or (name if _is_wildcard(name) else None)
    if attribute is None:
        return "", f"{name} is refused: {REFUSED[name]}" if name in REFUSED else f"{name!r} is not known"
    if reason := _why_not(element.tag, name, value):
        return "", f"{name}={value!r} {reason}"
    if name not in BOOLEAN and not (name in BOOLEAN_OR_TEXT and isinstance(value, bool)):
        return f' {attribute}="{_text(str(value).lower() if isinstance(value, bool) else value)}"', ""
    return f" {attribute}" if value else "", ""


@lru_cache(maxsize=MOST_WRITTEN)
def _short_attribute(kind: type[Component], name: str, value: str) -> tuple[str, str]:
    """The same of a component of a known kind."""
    element = element_of(kind)
    return _attribute(element, name, value) if element else ("", "")


def _text(value: object) -> str | None:
    """Text and numbers escaped, for content and between double quotes alike; None for anything else."""
    if isinstance(value, str):
        if hasattr(value, "__html__"):
            return None
        if not value.isprintable():
            value = CARRIAGE_RETURN.sub("\n", UNWRITABLE.sub("\ufffd", value))
        return str(escape(value))
    if isinstance(value, bool):
        return None
    if isinstance(value, Integral):
        return str(int(value))
    if isinstance(value, Real) and math.isfinite(value):
        number = float(value)
        return str(int(number)) if number.is_integer() else str(number)
    return None


def _why_not(tag: str, name: str, value: object) -> str | None:
    """Why a property cannot have a value; None where it can."""
    if name in BOOLEAN:
        # Dash also takes the property's own name. React would draw whatever is true: hidden="false" hides.
        return None if isinstance(value, bool) or str(value).lower() == name.lower() else "is not True or False"
    if isinstance(value, bool):
        fits = name in BOOLEAN_OR_TEXT or name in TRUE_OR_FALSE or _is_wildcard(name)
        return None if fits else "is not a text or number"
    if type(value) is not str and _text(value) is None:
        return "is not a text or number"
    if name == "id" and (not isinstance(value, str) or not value or re.search(r"\s", value)):
        return "is not a text without spaces"
    return _wrong_address(tag, name, str(value)) if name in ADDRESS_PROPERTIES else None


@cache
def _is_wildcard(name: str) -> bool:
    """Whether a property is one of ``aria-`` or ``data-``; their names stand in the code, so they are few."""
    return WILDCARD.fullmatch(name) is not None


def _wrong_address(tag: str, name: str, address: str) -> str | None:
    # A browser passes over tabs and line breaks anywhere in an address, and over spaces before it.
    address = re.sub("[\t\n\r]", "", UNWRITABLE.sub("\ufffd", address))
    for one in re.split(r"[\s,]+", address) if name == "srcSet" else [address]:
        scheme = SCHEME.match(one)
        own_image = tag == "img" and name == "src" and one.startswith(IMAGE)
        if scheme and scheme[1].lower() not in SCHEMES and not own_image:
            return f"has a scheme that is not one of {', '.join(SCHEMES)}"
    return None


def _selector(element: Element, component: Component) -> str:
    """A component as a style sheet would select it: ``p#id`` or ``p.class``."""
    id, classes = getattr(component, "id", None), getattr(component, "className", None)
    return element.tag + (f"#{id}" if id else "".join(f".{one}" for one in str(classes or "").split()))
