"""On somebody's own site: the way out of the frame, and the code that puts the map into one."""

from __future__ import annotations

from html import escape

from dash import html

from dashboard.page.links import link
from dashboard.view.state import state_address
from dashboard.view.view import MapView

#: Height of the frame until the page has told its own.
FIRST_HEIGHT_PX = 900
#: What makes the frame as high as the page in it says that it is (assets/modules/page/embed.js).
#: Nobody else is listened to.
LISTENER = (
    "addEventListener('message',e=>{const f=document.getElementById('%(id)s');"
    "if(e.source===f.contentWindow&&e.data&&e.data.climateNetworks)f.height=e.data.climateNetworks.height})"
)


def embedded(view: MapView) -> list:
    """The link to the whole page, in a window of its own; only in a frame, where there is no header."""
    if not view.state.embed:
        return []
    there = view.state.but(embed=False)
    return [html.P(link(view.say("embed_open"), there, target="_blank", rel="noopener"), className="embed-open")]


def frame_code(view: MapView, public_url: str | None, parents: tuple[str, ...]) -> str | None:
    """HTML that shows the state on another site; None where the server allows none, or does not know its address."""
    if not public_url or not parents:
        return None
    id, title = "climate-networks", view.say("title")
    address = state_address(view.state.but(embed=True), public_url)
    return (
        f'<iframe id="{id}" src="{escape(address)}" title="{escape(title)}" width="100%" height="{FIRST_HEIGHT_PX}"'
        f' style="border:0" allow="fullscreen; clipboard-write"></iframe><script>{LISTENER % {"id": id}}</script>'
    )
