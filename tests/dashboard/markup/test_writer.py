"""Components as text: what is written, what is refused, and that a parser reads back any tree as it was."""

from __future__ import annotations

import re

import numpy
import pytest
from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.markup import html_names
from dashboard.markup.elements import (
    OWN_ELEMENTS,
    DrawnLine,
    DrawnPath,
    DrawnText,
    ForeignObject,
    InputField,
    Rect,
    Svg,
)
from dashboard.markup.writer import Unwritable, as_html

WRITTEN = {
    "<p></p>": html.P(),
    "a&amp;b &lt;i&gt; &#34;&#39;": "a&b <i> \"'",
    '<p title="&#34;&gt;&lt;script&gt;&amp;amp;">x</p>': html.P("x", title='"><script>&amp;'),
    "one2.5-37": ["one", None, (2.5, [-3, None]), 7.0],
    "51<p>0.25</p>": [numpy.int64(51), html.P(numpy.float64(0.25))],
    '<label class="a b" for="q">q</label>': html.Label("q", htmlFor="q", className="a b"),
    '<td colspan="2" rowspan="3"></td>': html.Td(colSpan=2, rowSpan=3),
    '<div dir="auto" lang="nb" role="region" tabindex="-1"></div>': html.Div(
        tabIndex=-1, lang="nb", dir="auto", role="region"
    ),
    '<form accept-charset="utf-8" action="?" autocomplete="off" novalidate></form>': html.Form(
        acceptCharset="utf-8", action="?", autoComplete="off", noValidate=True
    ),
    '<img alt="" crossorigin="anonymous" src="a.svg" srcset="a.svg 1x, b.svg 2x">': html.Img(
        src="a.svg", srcSet="a.svg 1x, b.svg 2x", crossOrigin="anonymous", alt=""
    ),
    '<a download href="?a=1&amp;b=2" hreflang="nn">x</a>': html.A("x", hrefLang="nn", href="?a=1&b=2", download=True),
    '<a download="k.svg"></a><a></a>': [html.A(download="k.svg"), html.A(download=False)],
    '<time datetime="2026-01-01">i dag</time>': html.Time("i dag", dateTime="2026-01-01"),
    "<details open></details><details></details><dialog></dialog>": [
        html.Details(open=True),
        html.Details(open=False),
        html.Dialog(open=None),
    ],
    '<div hidden></div><div class="" hidden></div>': [html.Div(hidden="HIDDEN"), html.Div(hidden=True, className="")],
    '<div draggable="false" spellcheck="true"></div>': html.Div(draggable=False, spellCheck=True),
    '<b aria-hidden="true" data-n="0" data-ready="false"></b>': html.B(
        **{"aria-hidden": "true", "data-ready": False, "data-n": 0, "data-none": None}
    ),
    '<select multiple required><option selected value="a">A</option></select>': html.Select(
        html.Option("A", value="a", selected=True), multiple=True, required=True
    ),
    '<p>a<br>b<wbr></p><hr><link href="a.css" rel="stylesheet"><meta charset="utf-8">': [
        html.P(["a", html.Br(), "b", html.Wbr()]),
        html.Hr(),
        html.Link(href="a.css", rel="stylesheet"),
        html.Meta(charSet="utf-8"),
    ],
    '<iframe src="https://a.example/" title="map"></iframe>': html.Iframe(src="https://a.example/", title="map"),
    '<map name="m"><area alt="a" href="#a"></map>': html.MapEl(html.Area(href="#a", alt="a"), name="m"),
    '<input autofocus id="q" maxlength="9" readonly type="search" value="&#34;">': dcc.Input(
        id="q", type="search", value='"', autoFocus=True, maxLength=9, readOnly=True, debounce=True, persistence=True
    ),
    '<svg aria-hidden="true" viewBox="0 0 9 1"><rect class="a" height="100%" width="95.49%" y="0"></rect></svg>': Svg(
        Rect(y=0, width="95.49%", height="100%", className="a"), viewBox="0 0 9 1", **{"aria-hidden": True}
    ),
    '<svg><foreignObject height="1" width="50%"><b>&lt;</b></foreignObject></svg>': Svg(
        ForeignObject(html.B("<"), width="50%", height=1)
    ),
    '<svg role="img"><line x1="5%" x2="5%" y1="0" y2="9em"></line><path d="M0 0Z"></path>'
    '<text dx="1em" x="5%" y="2em">&lt;</text></svg>': Svg(
        [DrawnLine(x1="5%", x2="5%", y1=0, y2="9em"), DrawnPath(d="M0 0Z"), DrawnText("<", x="5%", y="2em", dx="1em")],
        role="img",
    ),
    '<input aria-expanded="false" autocomplete="off" name="f" role="combobox" spellcheck="false">': InputField(
        name="f", role="combobox", autoComplete="off", spellCheck=False, **{"aria-expanded": False}
    ),
    "<p>x</p>": html.P("x", key="row", n_clicks=0, disable_n_clicks=True),
    "<pre>\n\nx</pre><pre>x</pre><textarea>\n\n</textarea>": [html.Pre("\r\nx"), html.Pre("x"), html.Textarea("\n")],
    "a\n\nb\nc\t\ufffd\ufffd\ufffd\ufffd\ufffd": "a\r\n\rb\nc\t\0\x1b\x85\ud800\uffff",
    '<a href="mailto:a@b.example"></a><a href="?page:1"></a>': [
        html.A(href="mailto:a@b.example"),
        html.A(href="?page:1"),
    ],
    '<img src="data:image/svg+xml;utf8,%3Csvg%3E">': html.Img(src="data:image/svg+xml;utf8,%3Csvg%3E"),
}


def odd(component: Component, **attributes: object) -> Component:
    """A component with attributes that Dash itself would not take."""
    vars(component).update(attributes)
    return component


REFUSED = {
    "p.a: style is refused: a policy without unsafe-inline": html.P(className="a", style={"color": "red"}),
    "div: style is refused": html.Div(style={}),
    "i: style is refused": odd(html.I(), style="color:red"),
    "'onclick' is not known": odd(html.B(), onclick="go()"),
    "'onClick' is not known": odd(html.B(), onClick="go()"),
    "'dangerouslySetInnerHTML' is not known": odd(html.B(), dangerouslySetInnerHTML={"__html": "x"}),
    "srcDoc is refused": odd(html.Iframe(), srcDoc="<p>"),
    "httpEquiv is refused": odd(html.Meta(), httpEquiv="refresh"),
    "'href' is not known": odd(html.P(), href="?"),
    "'data-a=\"' is not known": odd(html.P(), **{'data-a="': "x"}),
    "'data-a b' is not known": odd(html.P(), **{"data-a b": "x"}),
    "'data-A' is not known": odd(html.P(), **{"data-A": "x"}),
    "'data-' is not known": odd(html.P(), **{"data-": "x"}),
    "'data-*' is not known": odd(html.P(), **{"data-*": "x"}),
    "'aria-a\\n' is not known": odd(html.P(), **{"aria-a\n": "x"}),
    "'x:y' is not known": odd(html.P(), **{"x:y": "x"}),
    "'_private' is not known": odd(html.P(), _private="x"),
    "id={'type': 'row'} is not a text": html.P(id={"type": "row"}),
    "id='' is not a text without spaces": html.P(id=""),
    "id='a b' is not a text without spaces": html.P(id="a b"),
    "className=['a'] is not a text or number": html.P(className=["a"]),
    "title=True is not a text or number": html.P(title=True),
    "data-n=nan is not a text or number": html.P(**{"data-n": float("nan")}),
    "hidden='false' is not True or False": html.P(hidden="false"),
    "open='' is not True or False": html.Details(open=""),
    "svg: 'onload' is not known": odd(Svg(), onload="go()"),
    "rect: style is refused": odd(Rect(), style="fill:red"),
    "foreignObject: 'href' is not known": odd(ForeignObject(), href="?"),
    "input: has content": odd(InputField(), children="x"),
    "tests.Own is not known": type("Own", (Svg,), {"__module__": "tests"})(),
    "dash.html.Script.Script is not known": html.Script("go()"),
    "dash.html.Base.Base is not known": html.Base(href="/"),
    "dash.html.ObjectEl.ObjectEl is not known": html.ObjectEl(),
    "dash.dcc.Store.Store is not known": dcc.Store(id="a"),
    "dash.dcc.Markdown.Markdown is not known": dcc.Markdown("x"),
    "br: has content": html.Br("x"),
    "iframe: has content": html.Iframe("x"),
    "option: b stands where only text can": html.Option(html.B("x")),
    "ul#list > li: bool is not a text, number or component": html.Ul([html.Li(True)], id="list"),
    "dict is not a text": {"a": 1},
    "bytes is not a text": b"a",
    "generator is not a text": (one for one in "ab"),
    "float is not a text": float("inf"),
    "Markup is not a text": Markup("<b>"),
    "title=Markup('<b>') is not a text": html.P(title=Markup("<b>")),
    "set is not a text": {"a"},
}
ADDRESSES = [
    "javascript:go()",
    "JavaScript:go()",
    " \n java\tscript:go()",
    "java\r\nscript:go()",
    "\x0cjavascript:go()",
    "vbscript:go()",
    "data:text/html,<script>",
    "data:image/svg+xml,<svg>",
    "blob:a",
    "file:///a",
]


@pytest.mark.parametrize("text", WRITTEN, ids=range(len(WRITTEN)))
def test_written(text: str) -> None:
    """Texts, numbers, elements and attributes are written as HTML has them."""
    assert as_html(WRITTEN[text]) == text


@pytest.mark.parametrize("why", REFUSED, ids=range(len(REFUSED)))
def test_refused(why: str) -> None:
    """What is not known is refused, and it says where, what and why."""
    with pytest.raises(Unwritable, match=re.escape(why)) as refused:
        as_html(REFUSED[why])
    (told,) = refused.value.refused
    assert re.search(rf"(^|: ){re.escape(why)}", told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses(address: str) -> None:
    """A link, a form, a frame and a list of pictures lead to nothing that runs; only a picture holds its own bytes."""
    for component in (
        html.A(href=address),
        html.Form(action=address),
        html.Button(formAction=address),
        html.Iframe(src=address),
        html.Img(srcSet=f"a.png 1x, {address} 2x"),
        html.Blockquote(cite=address),
    ):
        with pytest.raises(Unwritable, match="has a scheme that is not one of http, https, mailto, tel"):
            as_html(component)
    assert as_html(html.A(href="\0javascript:go()")) == '<a href="\ufffdjavascript:go()"></a>'


def test_everything_that_is_refused() -> None:
    """All findings are told at once; with a list nothing is raised, and the rest is written."""
    tree = [html.P("a", style={}), html.Ul([html.Li(b"b"), html.Li("c", id="c", **{"data-d": 1})]), dcc.Store(id="s")]
    with pytest.raises(Unwritable) as refused:
        as_html(tree)
    found: list[str] = []
    assert as_html(tree, found) == '<p>a</p><ul><li></li><li data-d="1" id="c">c</li></ul>'
    assert [one.partition(" ")[0] for one in found] == ["p:", "ul", "dash.dcc.Store.Store"]
    assert refused.value.refused == found
    assert str(refused.value) == "\n".join(found)


def test_names_are_dash_own() -> None:
    """The table has no component and no property that Dash has not, so that a new Dash cannot leave a dead row."""
    kinds = [getattr(html, name) for name in html_names.COMPONENTS.split()] + [dcc.Input, *OWN_ELEMENTS]
    properties = {name for kind in kinds for name in kind()._prop_names}
    assert all(html_names.element_of(kind) for kind in kinds)
    named = html_names.BOOLEAN | html_names.BOOLEAN_OR_TEXT | html_names.TRUE_OR_FALSE | html_names.ADDRESS_PROPERTIES
    assert named | set(html_names.RENAMED) <= properties
    tags = {html_names.element_of(kind).tag for kind in kinds}
    assert tags >= html_names.VOID | html_names.TEXT_ONLY | html_names.EMPTY | html_names.LINE_BREAK_LOST


def test_same_text_in_every_process() -> None:
    """Attributes stand in one order: Dash keeps properties in an order that changes with each process."""
    one = html.A("x", href="?", id="a", className="b", **{"data-c": 1, "aria-label": "d"})
    other = html.A("x", **{"aria-label": "d", "data-c": 1}, className="b", id="a", href="?")
    assert as_html(one) == as_html(other) == '<a aria-label="d" class="b" data-c="1" href="?" id="a">x</a>'


def test_large_whole_number() -> None:
    """A whole number past what a float can hold keeps its last digit."""
    assert as_html(html.Span(9_007_199_254_740_993)) == "<span>9007199254740993</span>"
