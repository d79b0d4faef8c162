"""The application: the only place where the data and the page meet."""

from __future__ import annotations

import json
import mimetypes
from html import escape
from pathlib import Path
from urllib.parse import quote

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from flask import Response, jsonify, request

from dashboard.browser.bare_scene import bare_scene
from dashboard.browser.finder import find
from dashboard.browser.places import chart
from dashboard.colours.palette import THEMES, style_sheet
from dashboard.exports.catalogue import UnknownExport, export
from dashboard.page import ids
from dashboard.page.layout import layout
from dashboard.page.networks.charts import chart_names
from dashboard.page.parts import PARTS, changed
from dashboard.page.settings import Settings
from dashboard.picture.static_map import static_map
from dashboard.planning.file_preview import preview
from dashboard.planning.naming import found_answer
from dashboard.story.story import build_story, step_of
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.view import MapView, build_view, wording
from dashboard.view.views import shape_of
from geodata.model import Register
from geodata.planning.intake.grid import MOST_BYTES

#: Content Security Policy's word for "no origin".
NOBODY = "'none'"
ASSETS = Path(__file__).parents[2] / "assets"


def create_app(register: Register, settings: Settings | None = None) -> Dash:
    """The dashboard of one register, as a Dash application (``app.server`` is the WSGI application)."""
    settings = settings or Settings()
    mimetypes.add_type("text/javascript", ".js")  # Windows may call it plain text, and browsers then refuse a module
    atlas = build_atlas(register)
    app = Dash(
        "climate_networks",
        assets_folder=str(ASSETS),
        assets_ignore=r"\.(txt|md)$",
        assets_path_ignore=["^modules$"],  # one module names the others; Dash would run each of them a second time
        compress=True,
        update_title=None,  # type: ignore[arg-type]  # None leaves the title alone, whatever the signature says
        suppress_callback_exceptions=True,  # charts are only there in their view
        serve_locally=True,
        title=wording(atlas, "nb")("title"),
    )
    app.index_string = _index(atlas, app.get_asset_url(""))
    app.layout = layout()
    _answer_address(app, atlas, settings)
    _paint_in_browser(app, atlas)
    _answer_health(app, atlas)
    _answer_search(app, atlas)
    _answer_exports(app, atlas, settings)
    _answer_plan(app, atlas)
    _speak_language(app, atlas, settings)
    _say_who_may_embed(app, settings)
    return app


def _answer_address(app: Dash, atlas: Atlas, settings: Settings) -> None:
    """One callback: the address asks, everything with a number in it is the answer."""

    @app.callback(
        [Output(part.id, part.property) for part in PARTS],
        Output(ids.PAINTED, "data"),
        Input(ids.ADDRESS, "search"),
        State(ids.PAINTED, "data"),
    )
    def paint_address(search: str | None, painted: str | None) -> list[object]:
        state, ignored = read_query(search or "", atlas.known)
        before, unread = read_query(painted, atlas.known) if painted is not None else (None, ())
        view = build_view(atlas, state, ignored, before)
        differs = changed(before, state) | {one.name for one in set(ignored) ^ set(unread)}
        filled = [
            part.content(view, settings) if part.is_due(state, differs) or part.id == ids.NOTICE else no_update
            for part in PARTS
        ]
        return [*filled, search or ""]


def _paint_in_browser(app: Dash, atlas: Atlas) -> None:
    """The map is painted where it stands (assets/modules); nothing goes back to the server."""
    app.clientside_callback(
        ClientsideFunction("climate", "show"),
        Output(ids.MAP, "data-painted"),
        Input(ids.PAINT, "data"),
        Input(ids.CAPTIONS, "data"),
    )
    for name in chart_names(atlas.register):
        app.clientside_callback(
            ClientsideFunction("charts", "draw"),
            Output(f"chart-{name}", "children"),
            Input(f"chart-{name}-figure", "data"),
            State(f"chart-{name}", "id"),
        )


def _answer_health(app: Dash, atlas: Atlas) -> None:
    @app.server.get("/healthz")
    def health() -> Response:
        missing = len(atlas.today.unorganised())
        total = len(atlas.today)
        return jsonify(status="ok", municipalities=total, organised=total - missing, unorganised=missing)


def _answer_search(app: Dash, atlas: Atlas) -> None:
    @app.server.get("/search")
    def answer_search() -> Response:
        state, _ = read_query(request.query_string.decode("utf-8", "replace"), atlas.known)
        return jsonify(find(build_view(atlas, state), state.q))


def _answer_exports(app: Dash, atlas: Atlas, settings: Settings) -> None:
    """``/export/WHAT.EXT?query``: the state as a file; a name that is none is told which there are."""

    @app.server.get("/export/", defaults={"name": ""})
    @app.server.get("/export/<path:name>")
    def answer_export(name: str) -> Response:
        try:
            file = export(atlas, name, request.query_string.decode("utf-8", "replace"), settings.public_url)
        except UnknownExport as unknown:
            return Response(str(unknown), 404, mimetype="text/plain")
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-cache"}
        return Response(file.content, content_type=file.media_type, headers=headers)


def _answer_plan(app: Dash, atlas: Atlas) -> None:
    """What planning asks beside the address: an id for a new network, a file's preview, small maps. Nothing is kept."""

    def view_asked() -> MapView:
        return build_view(atlas, read_query(request.query_string.decode("utf-8", "replace"), atlas.known)[0])

    @app.server.get("/found")
    def answer_found() -> Response:
        asked = request.args
        return jsonify(found_answer(view_asked(), asked.get("name", ""), asked.get("id")))

    @app.server.post("/import")
    def answer_import() -> Response:
        content, name = request.stream.read(MOST_BYTES + 1), request.args.get("file", "")
        return jsonify(preview(view_asked(), content, name))

    @app.server.get("/picture.svg", defaults={"paper": False})
    @app.server.get("/paper.svg", defaults={"paper": True})
    def answer_picture(paper: bool) -> Response:
        view, focus = view_asked(), tuple[str, ...]()
        if view.state.view == "present":
            shown = step_of(build_story(view), view.state.step)
            view, focus = (shown.views[-1], shown.focus) if shown and shown.views else (view, ())
        content = static_map(view, view.state.theme or THEMES[0], key=False, focus=focus, paper=paper)
        return Response(content, mimetype="image/svg+xml")


def _say_who_may_embed(app: Dash, settings: Settings) -> None:
    """Browsers show the page in frames of the allowed parents only, and of nobody where none is given."""
    policy = f"frame-ancestors {' '.join(settings.parents) or NOBODY}"

    @app.server.after_request
    def add_policy(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        return response


def _speak_language(app: Dash, atlas: Atlas, settings: Settings) -> None:
    """The first response carries the language and theme that the address asks for, and where others reach the page."""
    plain = app.interpolate_index
    public = f' data-public-url="{escape(settings.public_url)}"' if settings.public_url else ""

    def interpolate_index(**parts: str) -> str:
        state, _ = read_query(request.query_string.decode("utf-8", "replace"), atlas.known)
        say = wording(atlas, state.lang)
        page = plain(**{**parts, "title": escape(say("title"))})
        body = f'data-view="{state.view}" data-shape="{shape_of(state.view)}"{" data-embed" if state.embed else ""}'
        page = page.replace("<body>", f"<body {body}{public}>", 1)
        page = page.replace(
            '<html lang="nb">',
            f'<html lang="{state.lang}"' + (f' data-theme="{state.theme}">' if state.theme else ">"),
            1,
        )
        return page.replace("%description%", escape(say("description")), 1).replace(
            "%noscript%", say("no_javascript"), 1
        )

    app.interpolate_index = interpolate_index  # type: ignore[method-assign, assignment]  # it is asked for each page


def _index(atlas: Atlas, assets: str) -> str:
    """The page that Dash fills in; it carries the geometry, as a template that the browser clones once.

    ``assets`` is the address of that folder. The modules are asked for at once: the browser would otherwise learn of
    each from the one that needs it.

    The icon stands in the page itself: a browser would ask for it again at each change of the address.
    """
    icon = quote((ASSETS / "icon.svg").read_text(encoding="utf-8").strip())
    modules = sorted(file.relative_to(ASSETS).as_posix() for file in ASSETS.glob("modules/*/*.js"))
    preloaded = [f'<link rel="modulepreload" href="{assets}{module}">' for module in modules]
    data = json.dumps(chart(atlas), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        '<!doctype html>\n<html lang="nb">\n<head>{%metas%}\n<title>{%title%}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="description" content="%description%">\n'
        '<link rel="preload" href="assets/fonts/inter-latin.woff2" as="font" type="font/woff2" crossorigin>\n'
        f'<link rel="icon" href="data:image/svg+xml,{icon}">\n'
        f'{"".join(preloaded)}<script type="module" src="{assets}modules/main.js"></script>\n'
        f"{{%css%}}<style>{style_sheet(atlas.covering)}</style></head>\n<body>\n"
        f'<template id="scene">{bare_scene(atlas.scene)}</template>\n'
        f'<script type="application/json" id="chart">{data}</script>\n'
        "<noscript>%noscript%</noscript>\n{%app_entry%}\n<div>{%config%}{%scripts%}{%renderer%}</div>\n</body>\n</html>"
    )
