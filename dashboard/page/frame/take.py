"""Take it along: the link, the sentence, the files of this state."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.frame.embedded import frame_code
from dashboard.page.settings import Settings
from dashboard.view.sentence import dated_summary
from dashboard.view.state import write_query
from dashboard.view.view import MapView

#: Files offered on the page, in order.
FILES = (
    "municipalities.xlsx",
    "municipalities.csv",
    "municipalities.gpkg",
    "municipalities.geojson",
    "municipalities.json",
    "networks.xlsx",
    "networks.csv",
    "networks.json",
    "map.svg",
    "map.html",
    "presentation.pptx",
)


def take(view: MapView, settings: Settings) -> list:
    """Buttons that copy, print and make a picture of the map, and a link for each file."""
    say, query = view.say, write_query(view.state)
    pinned = write_query(view.state.but(revision=view.atlas.register.revision))
    frame = frame_code(view, settings.public_url, settings.parents)
    return [
        html.Div(
            [
                html.Button(
                    say("copy_sentence"),
                    type="button",
                    className="quiet",
                    **attributes(data_copy=dated_summary(view)),
                ),
                html.Button(say("copy_link"), type="button", className="quiet", **attributes(data_copy="link")),
                html.Button(say("copy_pinned"), type="button", className="quiet", **attributes(data_copy=pinned)),
                html.Button(say("print"), type="button", className="quiet", **attributes(data_print="page")),
                _picture(view, "download"),
                _picture(view, "copy"),
                *(
                    [html.Button(say("copy_frame"), type="button", className="quiet", **attributes(data_copy=frame))]
                    if frame
                    else []
                ),
            ],
            className="take-buttons needs-script",
        ),
        html.P(className="note", **attributes(data_picture="said", data_kept=True)),
        html.Ul(
            [html.Li(_file(view, name, query)) for name in FILES],
            className="take-files",
        ),
    ]


def _picture(view: MapView, act: str) -> html.Button:
    """A button that makes a picture in the browser (page/picture.js), and what is said when that fails."""
    say = view.say
    said = attributes(data_picture=act, data_refused=say("picture_refused"), data_failed=say("picture_failed"))
    return html.Button(say(f"picture_{act}"), type="button", className="quiet", **said)


def _file(view: MapView, name: str, query: str) -> html.A:
    what, extension = name.split(".")
    return html.A(f"{view.say(f'file_{what}')} {extension.upper()}", href=f"export/{name}{query}", download=name)
