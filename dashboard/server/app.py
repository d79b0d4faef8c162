"""The application: the only place where the data and the page meet."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dash import Dash, Input, Output, dcc, html
from flask import Response, jsonify, request
from werkzeug.exceptions import HTTPException

from dashboard.browser.finder import find
from dashboard.browser.first_map import printed_areas
from dashboard.browser.places import chart
from dashboard.browser.sent import Answer, Question
from dashboard.colours.palette import THEMES, style_sheet
from dashboard.colours.paper_patterns import printed_lines
from dashboard.exports.feed import feed
from dashboard.page import ids
from dashboard.page.answer import answer
from dashboard.page.document import Stock, as_json
from dashboard.page.settings import Settings
from dashboard.picture.static_map import static_map
from dashboard.planning.file_preview import preview
from dashboard.planning.naming import found_answer
from dashboard.server.delivery import Delivery, build_delivery
from dashboard.server.files import Files
from dashboard.server.finding import leads_in
from dashboard.server.gate import Busy, Gate
from dashboard.server.headers import common_headers
from dashboard.server.pages import Pages, SentPage, answer_with, sent_page
from dashboard.server.policy import file_policy
from dashboard.server.question import is_question
from dashboard.server.scripts.joined import page_script
from dashboard.server.shared_picture import SharedPictures
from dashboard.story.story import build_story, step_of
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.forms import canonical
from dashboard.view.reading import read_query
from dashboard.view.state import FEED, FEED_TYPE
from dashboard.view.view import MapView, build_view, wording
from dashboard.words.wording import DEFAULT_LANGUAGE
from geodata.planning.intake.grid import MOST_BYTES
from geodata.register import Register

#: The script of the page: made of the modules that this one needs, behind what is no module.
SCRIPT, MAIN, CLASSIC = "page.js", "modules/main.js", ("lib/d3-zoom.min.js",)
#: Dash's one address, and a body that it may be sent: two addresses and their frame.
CALLBACK, MOST_QUESTION_BYTES = "/_dash-update-component", 100_000
#: No body is longer: the page sends no more of a file than shows that it is too large.
MOST_BODY_BYTES = MOST_BYTES + MOST_QUESTION_BYTES
#: An import takes a third of a second at most: so many wait, so long.
WAITING_IMPORTS, IMPORT_S = 4, 10
NOBODYS = "There is nothing at this address."
ROBOTS = "User-agent: *\nDisallow: /export/\nDisallow: /*scenario=\nDisallow: /*compare=\n"
ASSETS = Path(__file__).parents[2] / "assets"


def create_app(register: Register, settings: Settings | None = None) -> Dash:
    """The dashboard of one register, as a Dash application (``app.server`` is the WSGI application).

    Dash carries questions and answers; what the page shows is HTML, which the server writes and the browser morphs.
    """
    settings = settings or Settings()
    atlas, delivery = build_atlas(register), build_delivery(ASSETS, {SCRIPT: page_script(ASSETS, MAIN, CLASSIC)})
    app = Dash(
        "climate_networks",
        assets_url_path="_dash-assets",  # there are none: ours are served by dashboard/server/delivery.py
        assets_folder="none",
        compress=True,
        title=wording(atlas, DEFAULT_LANGUAGE)("title"),
    )
    app.server.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]  # zstd, as it is used, packs pages less than brotli
    app.layout = html.Div([dcc.Store(id=ids.QUESTION), dcc.Store(id=ids.ANSWER)])
    _answer_questions(app, atlas, settings)
    _answer_page(app, atlas, settings, _stock(atlas, delivery))
    app.server.add_url_rule("/assets/<version>/<path:name>", "assets", delivery.answer)
    _answer_health(app, atlas)
    _answer_search(app, atlas)
    _answer_exports(app, atlas, settings)
    _answer_plan(app, atlas)
    _answer_feed(app, atlas, settings)
    _answer_robots(app)
    _answer_icon(app, delivery)
    _refuse(app, atlas)
    _say_what_is_allowed(app, settings)
    return app


def _answer_questions(app: Dash, atlas: Atlas, settings: Settings) -> None:
    """The one callback: which state is asked for and which is painted; the answer is what is between them."""

    @app.callback(Output(ids.ANSWER, "data"), Input(ids.QUESTION, "data"), prevent_initial_call=True)
    def answer_question(question: Question) -> Answer:
        return answer(atlas, settings, question["search"], question["painted"])


def _answer_page(app: Dash, atlas: Atlas, settings: Settings, stock: Stock) -> None:
    """The page of every query of the one address there is; every other address is nobody's.

    What a form sends is answered with the address that it means.
    """
    leads, pages = leads_in(atlas), Pages(atlas, settings, stock)

    def answer_page(path: str = "") -> Response:
        if path:
            return _refused(404, NOBODYS)
        if (meant := canonical(_query(), atlas.known, leads)) is not None:
            return Response(status=303, headers={"Location": "./" + meant})
        return pages.answer(_query())

    app.index = answer_page  # type: ignore[method-assign]  # Dash's own page starts empty


def _query() -> str:
    return request.query_string.decode("utf-8", "replace")


def _answer_health(app: Dash, atlas: Atlas) -> None:
    """Whether it serves, how many are organised, and which data: their hash, since when, how many problems wait."""
    register = atlas.register
    data = {
        "revision": register.revision,
        "loaded": datetime.now(UTC).isoformat(timespec="seconds"),
        "problems": len(register.warnings),
    }

    @app.server.get("/healthz")
    def health() -> Response:
        missing = len(atlas.today.unorganised())
        total = len(atlas.today)
        return jsonify(status="ok", municipalities=total, organised=total - missing, unorganised=missing, data=data)


def _answer_search(app: Dash, atlas: Atlas) -> None:
    @app.server.get("/search")
    def answer_search() -> Response:
        state, _ = read_query(_query(), atlas.known)
        return jsonify(find(build_view(atlas, state), state.q))


def _answer_exports(app: Dash, atlas: Atlas, settings: Settings) -> None:
    """``/export/WHAT.EXT?query``: the state as a file."""
    files = Files(atlas, settings.public_url)

    @app.server.get("/export/", defaults={"name": ""})
    @app.server.get("/export/<path:name>")
    def answer_export(name: str) -> Response:
        return files.answer(name, _query())


def _answer_plan(app: Dash, atlas: Atlas) -> None:
    """What planning asks beside the address: an id for a new network, a file's preview, small maps. Nothing is kept."""

    pictures = SharedPictures()
    one_import = Gate(at_once=1, waiting=WAITING_IMPORTS, seconds=IMPORT_S)

    def view_asked() -> MapView:
        return build_view(atlas, read_query(_query(), atlas.known)[0])

    @app.server.get("/found")
    def answer_found() -> Response:
        asked = request.args
        return jsonify(found_answer(view_asked(), asked.get("name", ""), asked.get("id")))

    @app.server.post("/import")
    def answer_import() -> Response:
        request.max_content_length = MOST_BYTES + 1  # one more than is read, which is told as too much
        content, name = request.stream.read(), request.args.get("file", "")
        with one_import.entered():
            return jsonify(preview(view_asked(), content, name))

    @app.server.get("/og.png")
    def answer_shared() -> Response:
        return Response(pictures.picture(_told(view_asked())[0]), mimetype="image/png")

    @app.server.get("/picture.svg", defaults={"paper": False})
    @app.server.get("/paper.svg", defaults={"paper": True})
    def answer_picture(paper: bool) -> Response:
        view, focus = _told(view_asked())
        content = static_map(view, view.state.theme or THEMES[0], key=False, focus=focus, paper=paper)
        return Response(content, mimetype="image/svg+xml")


def _told(view: MapView) -> tuple[MapView, tuple[str, ...]]:
    """What a picture of a view shows, and whom it looks closely at: in the presentation its step's last map."""
    shown = step_of(build_story(view), view.state.step) if view.state.view == "present" else None
    return (shown.views[-1], tuple(shown.focus)) if shown and shown.views else (view, ())


def _answer_feed(app: Dash, atlas: Atlas, settings: Settings) -> None:
    """The feed of changes in the language of the address, written once for each."""

    @cache
    def feed_in(language: str) -> SentPage:
        return sent_page(feed(atlas, language, settings.public_url), file_policy(settings.parents))

    @app.server.get(f"/{FEED}")
    def answer_feed() -> Response:
        return answer_with(feed_in(read_query(_query(), atlas.known)[0].lang), FEED_TYPE)


def _say_what_is_allowed(app: Dash, settings: Settings) -> None:
    """What no page says for itself: it runs nothing, and is shown in frames of the allowed parents only."""
    headers = {**common_headers(settings), "Content-Security-Policy": file_policy(settings.parents)}

    @app.server.after_request
    def add_headers(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response


def _refuse(app: Dash, atlas: Atlas) -> None:
    """What is asked wrongly is refused in a line, before it is read where it can be; so is what must wait too long."""
    app.server.config["MAX_CONTENT_LENGTH"] = MOST_QUESTION_BYTES

    @app.server.before_request
    def refuse() -> Response | None:
        if request.script_root and not request.environ["PATH_INFO"]:  # /kart: what the page fetches lies under /kart/
            query = f"?{_query()}" if _query() else ""
            return Response(status=308, headers={"Location": f"{request.script_root.rpartition('/')[2]}/{query}"})
        if request.path == CALLBACK:
            return None if is_question(_json()) else _refused(400, "This is no question of the page.")
        return _refused(404, NOBODYS) if request.path.startswith("/_") else None  # what else Dash would answer

    @app.server.errorhandler(HTTPException)
    def tell(error: HTTPException) -> Response:
        return _refused(error.code or 500, f"{error.code} {error.name}")

    @app.server.errorhandler(Busy)
    def tell_busy(busy: Busy) -> Response:
        say = wording(atlas, read_query(_query(), atlas.known)[0].lang)
        told = say("server_busy", seconds=say.integer(busy.seconds))
        return Response(told, 503, {"Retry-After": str(busy.seconds)}, mimetype="text/plain")


def _refused(status: int, why: str) -> Response:
    return Response(why, status, mimetype="text/plain")


def _json() -> Any:
    """The body, None where it is no JSON, or deeper than can be read."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def _answer_robots(app: Dash) -> None:
    """``robots.txt``: the page may be found; its files, drafts and small pictures are not for lists."""

    @app.server.get("/robots.txt")
    def answer_robots() -> Response:
        return Response(ROBOTS, mimetype="text/plain")


def _answer_icon(app: Dash, delivery: Delivery) -> None:
    """The icon for those who look for it by its old name."""

    @app.server.get("/favicon.ico")
    def answer_icon() -> Response:
        headers = {"Cache-Control": "public, max-age=86400"}
        return Response(delivery.files["icon.svg"], 200, headers, mimetype="image/svg+xml")


def _stock(atlas: Atlas, delivery: Delivery) -> Stock:
    """What every page brings along.

    The icon stands in the page itself: a browser would ask for it again at each change of the address.
    """
    icon = quote(delivery.files["icon.svg"].decode().strip())
    patterns = printed_areas(printed_lines(atlas.covering))
    return Stock(
        style=style_sheet(atlas.covering) + patterns + delivery.style_sheet,
        script=delivery.url(SCRIPT),
        font=delivery.url("fonts/inter-latin.woff2"),
        assets=delivery.folder,
        icon=f"data:image/svg+xml,{icon}",
        chart=as_json(chart(atlas)),
    )
