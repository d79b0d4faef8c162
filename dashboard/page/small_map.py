"""A map as a small picture, light or dark as the page is."""

from __future__ import annotations

from dash import html

from dashboard.markup.elements import LatePicture
from dashboard.page.links import href
from dashboard.picture.static_map import HEIGHT, WIDTH
from dashboard.view.state import State


def small_map(state: State, alt: str, lazy: bool = False) -> html.Picture:
    """The bare map of a state: in the address's theme, else in the one that the reader's system asks for.

    ``lazy``: fetched when it is about to be seen.
    """
    dark = html.Source(
        srcSet="picture.svg" + href(state.but(theme="dark")), media="screen and (prefers-color-scheme: dark)"
    )
    late = {"loading": "lazy"} if lazy else {}
    picture = LatePicture(src="picture.svg" + href(state), alt=alt, width=WIDTH, height=HEIGHT, **late)
    return html.Picture([*([] if state.theme else [dark]), picture])
