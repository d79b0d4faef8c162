"""The whole page of a state as one HTML document: every place filled, the map painted, before any script runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from dashboard.browser.first_map import box_of, first_map
from dashboard.browser.first_names import SceneBox
from dashboard.browser.paint import captions, page_title, paint
from dashboard.markup.writer import as_html
from dashboard.page import ids
from dashboard.page.layout import layout
from dashboard.page.parts import whole_page
from dashboard.page.settings import Settings
from dashboard.story.step import Step
from dashboard.story.story import build_story, step_of
from dashboard.view.sentence import mark_name, summary
from dashboard.view.state import FEED_TYPE, feed_address, write_query
from dashboard.view.state_sheet import state_sheet
from dashboard.view.view import MapView
from dashboard.view.views import shape_of


@dataclass(frozen=True)
class Stock:
    """What every page brings along and what stays the same while the server runs.

    ``style``: the style sheets; ``script``, ``font``: their addresses, relative to the page's; ``assets``: the folder
    that they lie in; ``icon``: the icon's address; ``chart``: what the scripts know from the start, as JSON.
    """

    style: str
    script: str
    font: str
    assets: str
    icon: str
    chart: str


@dataclass(frozen=True)
class Document:
    """The text, and the style sheets that stand in it: a policy allows them by their hashes."""

    text: str
    styles: tuple[str, ...]


def document(view: MapView, settings: Settings, stock: Stock, home: str) -> Document:
    """The page of a view. ``home``: where this server was asked, for links that leave it (with its "/")."""
    said = captions(view)
    step = step_of(build_story(view), view.state.step) if view.state.view == "present" else None
    shown, focus = (step.views[0], step.focus) if step and step.layout == "map" else (view, ())
    drawn = first_map(view, said, shown, focus)
    body = as_html(layout(whole_page(view, settings)))
    empty = f'id="{ids.MAP}"></div>'
    if body.count(empty) != 1:
        raise RuntimeError("the layout has no empty place for the map")
    body = body.replace(empty, f'id="{ids.MAP}">{drawn}</div>')
    styles = (stock.style, state_sheet(view) + window_rule(box_of(view, focus)))
    sent = {"paint": paint(view), "captions": said}
    text = (
        f"<!doctype html>\n<html{_attributes({'lang': view.state.lang, 'data-theme': view.state.theme})}>\n"
        f"<head>{_head(view, settings, stock, styles, home)}</head>\n"
        f"<body{_attributes(_of_body(view, settings, stock, step))}>\n{body}\n"
        f'<script type="application/json" id="chart">{stock.chart}</script>\n'
        f'<script type="application/json" id="sent">{as_json(sent)}</script>\n</body>\n</html>\n'
    )
    return Document(text, styles)


def as_json(value: object) -> str:
    """JSON that may stand in a script element of a page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def window_rule(box: SceneBox) -> str:
    """CSS: how wide what the map shows at first is by its height."""
    left, top, right, bottom = box
    return f":root{{--ratio:{(right - left) / (bottom - top):.4f}}}"


def _head(view: MapView, settings: Settings, stock: Stock, styles: tuple[str, ...], home: str) -> str:
    title, sentence = escape(page_title(view)), escape(summary(view)[0])
    query, base = write_query(view.state.but(embed=False)), (settings.public_url or home).rstrip("/") + "/"
    called = escape(f"{mark_name(view)} – {view.say('title')}") if view.is_marked else title
    shared = {"og:type": "website", "og:title": called, "og:description": sentence, "og:url": escape(base + query)}
    shared |= {"og:image": escape(f"{base}og.png{query}"), "og:image:width": "1200", "og:image:height": "630"}
    return (
        f'<meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="{view.state.theme or "light dark"}">\n'
        f'<meta name="description" content="{sentence}">\n'
        + "".join(f'<meta property="{name}" content="{content}">' for name, content in shared.items())
        + '<meta name="twitter:card" content="summary_large_image">\n'
        f'<link rel="preload" href="{stock.font}" as="font" type="font/woff2" crossorigin>\n'
        f'<link rel="alternate" type="{FEED_TYPE}" href="{feed_address(view.state.lang)}">\n'
        f'<link rel="icon" href="{stock.icon}">\n<style>{styles[0]}</style><style>{styles[1]}</style>\n'
        f'<script defer src="{stock.script}"></script>'
    )


def _of_body(view: MapView, settings: Settings, stock: Stock, step: Step | None) -> Mapping[str, str | bool | None]:
    """What style sheets and scripts know of the state: the same that assets/modules/page/page.js sets later."""
    state = view.state
    return {
        "data-view": state.view,
        "data-shape": shape_of(state.view),
        "data-layout": step.layout if step else None,
        "data-table": step is not None and step.table is not None,
        "data-embed": state.embed,
        "class": "with-panel" if view.chosen else None,
        "data-assets": stock.assets,
        "data-public-url": settings.public_url,
    }


def _attributes(values: Mapping[str, str | bool | None]) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(value)}"' for name, value in values.items() if value
    )
