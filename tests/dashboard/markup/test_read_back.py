"""Whatever stands in a tree of components, a parser of HTML reads back the same tree: nothing breaks out."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st

from dashboard.markup.elements import ForeignObject, InputField, Rect, Svg
from dashboard.markup.writer import as_html
from tests.dashboard.parsed import Tag, as_carried, carried, drawn, parsed

#: What has a meaning for a parser somewhere: ends, quotes, references, comments, and what HTML cannot carry.
DANGEROUS = [
    *"<>&\"'`=/ \t\n\f\r\0\x1b\x85\u2028\ufeff\ufffe\ud800\udfff",
    "\r\n",
    "</",
    "</p>",
    "</main>",
    "</script>",
    "<script>",
    "</textarea>",
    "</title>",
    "</option>",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "<?",
    "<!doctype html>",
    "&amp;",
    "&lt;",
    "&#60;",
    "&#x3c;",
    "&lt",
    "&notin",
    '"onload="go()',
    "' onload='go()",
    "{{x}}",
    "\U0001f1f3\U0001f1f4",
    "\U0010ffff",
]
TEXTS = st.lists(st.sampled_from(DANGEROUS) | st.characters(categories=None) | st.text(max_size=4), max_size=6).map(
    "".join
)
VALUES = TEXTS | st.integers() | st.booleans()

# Where something stands in a place that HTML does not allow, a parser moves it (a paragraph in a paragraph, a link in a
# link, text in a table), and nothing that is written could keep it from doing so. The strategy therefore builds only
# what is allowed; that the page itself does so is tested part by part in test_parts_as_text.py.
PHRASES = (
    "Abbr B Bdi Bdo Cite Code Data Del Dfn Em I Ins Kbd Label Mark Output Q S Samp Small Span Strong Sub Sup U Var"
)
FLOWS = (
    "Address Article Aside Blockquote Details Dialog Div Fieldset Figure Footer Form Header Main Nav Section Summary"
)
#: Elements that hold words and elements of a line, but neither themselves nor one another.
LINES = "P H1 H2 H3 H4 H5 H6 Pre A Button Figcaption Legend Time Meter Progress"


def attributes() -> st.SearchStrategy[dict[str, object]]:
    """Attributes that any element can have, with any value that fits; of an address only what follows the "?"."""
    return st.fixed_dictionaries(
        {},
        optional={
            "id": TEXTS.map(lambda text: "i" + "".join(text.split())),
            "className": TEXTS,
            "title": TEXTS,
            "lang": TEXTS,
            "role": TEXTS,
            "tabIndex": st.integers(),
            "hidden": st.booleans(),
            "draggable": st.booleans(),
            "data-keep": VALUES,
            "data-2-x": VALUES,
            "aria-label": VALUES,
        },
    )


def made(names: str, content: st.SearchStrategy[object], **further: st.SearchStrategy[object]) -> st.SearchStrategy:
    """Any of the named components, with this content and attributes, also those that only these have."""
    kinds = st.sampled_from([getattr(html, name) for name in names.split()])
    return st.builds(
        lambda kind, children, common, own: kind(children, **common, **own),
        kinds,
        content,
        attributes(),
        st.fixed_dictionaries({}, optional=further),
    )


def many(*content: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    """A list of these, with lists in it and places where nothing stands."""
    one = st.one_of(*content)
    return st.lists(one | st.none() | st.lists(one, max_size=2), max_size=3)


def own(kind: type[Component], content: st.SearchStrategy[object], *names: str) -> st.SearchStrategy:
    """An element of our own with any text for any of its attributes, those with hyphens among them."""
    said = st.dictionaries(st.sampled_from(["className", "data-keep", "aria-label", *names]), TEXTS, max_size=4)
    return st.builds(lambda children, own: kind(children, **own), content, said)


ADDRESSES = TEXTS.map(lambda text: "?q=" + text)
WORDS = TEXTS | st.integers() | st.floats(allow_nan=False, allow_infinity=False, width=16).filter(lambda x: x % 1)
VOIDS = st.one_of(
    st.builds(lambda own: html.Br(**own), attributes()),
    st.builds(lambda own, src: html.Img(src=src, **own), attributes(), ADDRESSES),
    st.builds(lambda value, tip: dcc.Input(value=value, placeholder=tip, autoFocus=True), TEXTS | st.integers(), TEXTS),
    own(InputField, st.none(), "name", "type", "value", "placeholder", "role", "autoComplete"),
)
LINE = st.recursive(WORDS | VOIDS, lambda inner: made(PHRASES, many(inner)), max_leaves=4)
CHOICES = made("Select", st.lists(made("Option", TEXTS, value=TEXTS, selected=st.booleans()), max_size=2), name=TEXTS)
TEXT_ALONE = made("Textarea", TEXTS) | made("Title", TEXTS)
CELLS = st.lists(made("Td Th", many(LINE), colSpan=st.integers(1, 9)), max_size=2)


def drawing(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """A drawing of rectangles, in which HTML may stand."""
    places = ("x", "y", "width", "height")
    shapes = own(Rect, st.none(), *places) | own(ForeignObject, many(inner), *places)
    return own(Svg, st.lists(shapes | st.none(), max_size=3), "width", "height", "viewBox")


def blocks(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """What holds blocks: sections, lists and tables, each with what it must have."""
    rows = st.lists(made("Tr", CELLS), max_size=2)
    return st.one_of(
        made(FLOWS, many(inner, WORDS)),
        made("Ul Ol", st.lists(made("Li", many(inner)), max_size=2)),
        made("Dl", st.lists(made("Dt", many(LINE)) | made("Dd", many(inner)), max_size=2)),
        made("Table", st.tuples(st.none() | made("Caption", many(LINE)), st.lists(made("Thead Tbody Tfoot", rows)))),
        made("Details", many(inner), open=st.booleans()),
        drawing(inner),
    )


LEAVES = made(LINES, many(LINE)) | made("A", many(WORDS), href=ADDRESSES) | VOIDS | CHOICES | TEXT_ALONE | WORDS
TREES = st.recursive(LEAVES, blocks, max_leaves=8)


@given(TREES)
def test_read_back(tree: Component) -> None:
    """Tags, attributes and text of any tree are read back as they were, and the text can be sent as UTF-8."""
    text = as_html(tree)
    assert parsed(text) == as_carried(drawn(tree))
    assert text.encode().decode() == text


@given(TEXTS, TEXTS)
def test_text_is_text(text: str, value: str) -> None:
    """No text and no value adds an element or an attribute, nor ends the one it stands in."""
    for kind in (html.P, html.Title, html.Textarea, html.Pre, html.Button, html.Bdi):
        (read,) = parsed(as_html(kind(text, title=value)))
        assert read == Tag(kind.__name__.lower(), {"title": carried(value)}, [carried(text)] if text else [])
