"""Components as text: a tree of Dash's ``html`` components and ``dcc.Input``, written as HTML.

HTML's own rules: WHATWG HTML, section 13.1, "Writing HTML documents".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from numbers import Integral, Real

from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import escape

#: Components that can be written. Not among them: what runs or embeds something else, what moves every address of the
#: page (base), what a parser reads by other rules (noscript, template, xmp …), and what HTML calls obsolete.
ELEMENTS = {
    **{
        name: name.lower()
        for name in (
            "A Abbr Address Area Article Aside Audio B Bdi Bdo Blockquote Br Button Canvas Caption Cite Code Col Colgroup "
            "Data Datalist Dd Del Details Dfn Dialog Div Dl Dt Em Fieldset Figcaption Figure Footer Form H1 H2 H3 H4 H5 H6 "
            "Header Hgroup Hr I Iframe Img Ins Kbd Label Legend Li Link Main Mark Meta Meter Nav Ol Optgroup Option Output "
            "P Picture Pre Progress Q Rp Rt Ruby S Samp Section Select Small Source Span Strong Sub Summary Sup Table "
            "Tbody Td Textarea Tfoot Th Thead Time Title Tr Track U Ul Var Video Wbr"
        ).split()
    },
    "MapEl": "map",
    "Input": "input",
}
#: Elements that have no content and no end tag.
VOID = frozenset("area br col hr img input link meta source track wbr".split())
#: Elements in which a parser reads text, but no element.
TEXT_ONLY = frozenset({"option", "textarea", "title"})
#: Elements in which a parser passes over a first line break: one more is written before it.
LINE_BREAK_LOST = frozenset({"pre", "textarea"})
#: Properties whose attribute has another name; every other attribute is its property in small letters.
RENAMED = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset"}
#: Properties that are there or not, whatever their value.
BOOLEAN = frozenset(
    "autoFocus autoPlay controls default disabled formNoValidate hidden loop multiple muted noValidate open playsInline "
    "readOnly required reversed selected".split()
)
#: Properties that are there or not, or have a text.
BOOLEAN_OR_TEXT = frozenset({"download"})
#: Properties that say "true" or "false", as those of ``aria-`` and ``data-`` do.
TRUE_OR_FALSE = frozenset({"contentEditable", "draggable", "spellCheck"})
#: Properties that hold an address.
ADDRESS = frozenset({"action", "cite", "formAction", "href", "poster", "src", "srcSet"})
#: What may stand before the colon of an address; an image may also hold its own bytes.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
IMAGE = "data:image/"
#: Properties of Dash and React without a meaning in HTML: they are left out.
LEFT_OUT = {
    "html": frozenset("children key n_clicks n_clicks_timestamp disable_n_clicks".split()),
    "dcc": frozenset(
        "componentPath debounce key n_blur n_blur_timestamp n_submit n_submit_timestamp persisted_props persistence "
        "persistence_type selectionDirection selectionEnd selectionStart".split()
    ),
}
REFUSED = {
    "style": "a policy without unsafe-inline blocks it; use a class, or data- with a rule in the style sheet",
    "srcDoc": "a document in an attribute is written by nobody here",
    "httpEquiv": "the server says it in a header",
}
WILDCARD = re.compile(r"(?:aria|data)-[a-z0-9-]+")
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
#: Characters that HTML cannot carry or calls an error: controls but tab, line feed and form feed, half surrogates,
#: and code points that are no characters.
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
LINE_BREAK = re.compile("\r\n?")
#: What Dash keeps on a component beside its properties.
OF_DASH = frozenset(
    {"_prop_names", "_valid_wildcard_attributes", "available_properties", "available_wildcard_properties"}
)


class Unwritable(ValueError):
    """A tree that cannot be written: ``refused`` says for each finding where, what and why."""

    def __init__(self, refused: list[str]) -> None:
        super().__init__("\n".join(refused))
        self.refused = refused


def as_html(component: object, refused: list[str] | None = None) -> str:
    """A component, a text, a number, None or a list of these as HTML, as React would draw it.

    ``dcc.Input`` is written as the bare ``<input>``, without the box that Dash puts around it. No white space is added.
    Text may come from a reader's address and must never keep a page from being written, so what HTML cannot carry
    becomes U+FFFD and CR becomes a line feed, as in a parser. What a programmer wrote is refused where it is not known:
    other components and properties, ``style``, ids that are no text, ``javascript:`` and other addresses that are
    not SCHEMES, text that calls itself HTML already (``__html__``).

    Raises Unwritable with all that is refused. With a list in ``refused`` nothing is raised: what is refused is left out
    and told in the list, so that a check finds everything at once.
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
    around: list[Component] = field(default_factory=list)

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
            self.refuse(f"{type(node).__name__} is no text, number or component")

    def element(self, component: Component) -> None:
        tag = ELEMENTS.get(component._type) if _library(component) else None
        if tag is None:
            self.refuse(f"{component._namespace}.{component._type} is no component that can be written")
            return
        if self.around and ELEMENTS[self.around[-1]._type] in TEXT_ONLY:
            self.refuse(f"{tag} cannot stand here: only text can")
            return
        self.around.append(component)
        self.written.append(f"<{tag}")
        self.attributes(component)
        self.written.append(">")
        children = getattr(component, "children", None)
        if tag in VOID or tag == "iframe":
            if children is not None:
                self.refuse("has children, and can have none")
        else:
            place = len(self.written)
            self.node(children)
            if tag in LINE_BREAK_LOST and "".join(self.written[place:]).startswith("\n"):
                self.written.insert(place, "\n")
        if tag not in VOID:
            self.written.append(f"</{tag}>")
        self.around.pop()

    def attributes(self, component: Component) -> None:
        known = _attributes(type(component))
        left_out = LEFT_OUT[_library(component)]
        for name, value in vars(component).items():
            if value is None or name in left_out or name in OF_DASH:
                continue
            if name in REFUSED:
                self.refuse(f"{name} is refused: {REFUSED[name]}")
            elif name not in known and not WILDCARD.fullmatch(name):
                self.refuse(f"{name!r} is no property that can be written")
            elif reason := _reason(component, name, value):
                self.refuse(f"{name}={value!r} {reason}")
            else:
                self.attribute(name, known.get(name, name), value)

    def attribute(self, name: str, attribute: str, value: object) -> None:
        if name in BOOLEAN or (name in BOOLEAN_OR_TEXT and isinstance(value, bool)):
            if value:
                self.written.append(f" {attribute}")
            return
        text = _text(str(value).lower() if isinstance(value, bool) else value)
        self.written.append(f' {attribute}="{text}"')

    def refuse(self, why: str) -> None:
        place = " > ".join(_called(component) for component in self.around)
        self.refused.append(f"{place}: {why}" if place else why)


def _text(value: object) -> str | None:
    """Text and numbers escaped, for content and between double quotes alike; None for anything else."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        text = str(value)
        if not text.isprintable():
            text = LINE_BREAK.sub("\n", UNWRITABLE.sub("\ufffd", text))
        return str(escape(text))
    if isinstance(value, Real) and not isinstance(value, bool) and value - value == 0:  # neither nan nor endless
        return str(int(value)) if isinstance(value, Integral) or value == int(value) else str(float(value))
    return None


def _reason(component: Component, name: str, value: object) -> str | None:
    """Why a property cannot have a value; None where it can."""
    if name in BOOLEAN:
        # Dash also takes the name itself; React draws whatever is true, "false" too.
        return None if isinstance(value, bool) or str(value).lower() == name.lower() else "is not True or False"
    if isinstance(value, bool):
        fits = name in BOOLEAN_OR_TEXT | TRUE_OR_FALSE or WILDCARD.fullmatch(name)
        return None if fits else "is not a text or number"
    if _text(value) is None:
        return "is not a text or number"
    if name == "id" and (not isinstance(value, str) or not value or re.search(r"\s", value)):
        return "is no text without spaces"
    return _wrong_address(component, str(value), name) if name in ADDRESS else None


def _wrong_address(component: Component, address: str, name: str) -> str | None:
    # Browsers pass over tabs and line breaks anywhere in an address, and over white space and controls before it.
    address = UNWRITABLE.sub("\ufffd", re.sub("[\t\n\r]", "", address))
    for one in re.split(r"[\s,]+", address) if name == "srcSet" else [address]:
        scheme = SCHEME.match(one)
        own_image = component._type == "Img" and name == "src" and one.startswith(IMAGE)
        if scheme and scheme[1].lower() not in SCHEMES and not own_image:
            return "begins with no scheme of " + ", ".join(sorted(SCHEMES))
    return None


def _library(component: Component) -> str | None:
    """Which library a component is of that can be written: ``html`` or ``dcc``; None for another."""
    if type(component) is getattr(html, component._type, None):
        return "html"
    return "dcc" if type(component) is dcc.Input else None


@cache
def _attributes(kind: type[Component]) -> dict[str, str]:
    """Property → attribute, of one class of components, from Dash's own list."""
    library = "dcc" if kind is dcc.Input else "html"
    return {
        name: RENAMED.get(name, name.lower())
        for name in kind()._prop_names
        if name not in LEFT_OUT[library] and name not in REFUSED and "*" not in name  # data-*: any name of that kind
    }


def _called(component: Component) -> str:
    """A component as a style sheet would select it: ``p#id`` or ``p.class``."""
    tag = ELEMENTS.get(component._type, component._type)
    id, classes = getattr(component, "id", None), getattr(component, "className", None)
    return f"{tag}#{id}" if id else f"{tag}.{'.'.join(str(classes).split())}" if classes else tag
