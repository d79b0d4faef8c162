"""What Dash's components and their properties are called in HTML, and which of them can be written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.markup.elements import OWN_ELEMENTS

#: Components that can be written. Not among them: what runs or embeds something else, what moves every address of the
#: page (base), what a parser reads by other rules (noscript, template, xmp …), and what HTML calls obsolete.
COMPONENTS = """
A Abbr Address Area Article Aside Audio B Bdi Bdo Blockquote Br Button Canvas Caption Cite Code Col Colgroup Data
Datalist Dd Del Details Dfn Dialog Div Dl Dt Em Fieldset Figcaption Figure Footer Form H1 H2 H3 H4 H5 H6 Header Hgroup
Hr I Iframe Img Ins Kbd Label Legend Li Link Main MapEl Mark Meta Meter Nav Ol Optgroup Option Output P Picture Pre
Progress Q Rp Rt Ruby S Samp Section Select Small Source Span Strong Sub Summary Sup Table Tbody Td Textarea Tfoot Th
Thead Time Title Tr Track U Ul Var Video Wbr
"""
#: Properties that are there or not, whatever their value.
PRESENT_OR_NOT = """
autoFocus autoPlay controls default disabled formNoValidate hidden loop multiple muted noValidate open playsInline
readOnly required reversed selected
"""
#: Properties of Dash and React without a meaning in HTML: they are left out.
OF_DASH = """
_prop_names _valid_wildcard_attributes available_properties available_wildcard_properties children componentPath key
debounce disable_n_clicks n_blur n_blur_timestamp n_clicks n_clicks_timestamp n_submit n_submit_timestamp
persisted_props persistence persistence_type selectionDirection selectionEnd selectionStart
"""
LEFT_OUT = frozenset(OF_DASH.split())
BOOLEAN = frozenset(PRESENT_OR_NOT.split())
#: Properties that are there or not, or have a text.
BOOLEAN_OR_TEXT = frozenset({"download"})
#: Properties that say "true" or "false", as those of ``aria-`` and ``data-`` do.
TRUE_OR_FALSE = frozenset({"contentEditable", "draggable", "spellCheck"})
#: Properties that hold an address.
ADDRESS_PROPERTIES = frozenset({"action", "cite", "formAction", "href", "poster", "src", "srcSet"})
#: Properties that are never written, and why.
REFUSED = {
    "style": "a policy without unsafe-inline blocks it; use a class, or data- with a rule in the style sheet",
    "srcDoc": "a document within an attribute is beyond what is checked here",
    "httpEquiv": "the server says it in a header",
}
#: Properties whose attribute has another name; every other attribute is its property in small letters.
RENAMED = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset", "viewBox": "viewBox"}
#: Components whose element has another name.
RENAMED_ELEMENTS = {"MapEl": "map"}
#: Elements that have no content and no end tag.
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
#: Elements in which a parser reads text, but no element.
TEXT_ONLY = frozenset({"option", "textarea", "title"})
#: Elements with an end tag in which nothing may stand.
EMPTY = frozenset({"iframe"})
#: Elements in which a parser passes over a first line break.
LINE_BREAK_LOST = frozenset({"pre", "textarea"})


@dataclass(frozen=True)
class Element:
    """The element of one class of components: its tag, and which property is which attribute."""

    tag: str
    attributes: dict[str, str]


@cache
def element_of(kind: type[Component]) -> Element | None:
    """The element of ``dcc.Input``, of a class of ``dash.html`` or of our own; None for any other.

    Their properties are those that Dash itself, or elements.py, lists.
    """
    own = next((one for one in OWN_ELEMENTS if one is kind), None)
    if own:
        return Element(own.tag, {name: _attribute(name) for name in own._prop_names if name not in LEFT_OUT})
    if kind is not dcc.Input and (kind.__name__ not in COMPONENTS.split() or kind is not getattr(html, kind.__name__)):
        return None
    names = {name for name in kind()._prop_names if "*" not in name}  # but data-* and aria-*: the writer knows these
    return Element(
        RENAMED_ELEMENTS.get(kind.__name__, kind.__name__.lower()),
        {name: _attribute(name) for name in names - LEFT_OUT - set(REFUSED)},
    )


def _attribute(name: str) -> str:
    return RENAMED.get(name, name.lower())
