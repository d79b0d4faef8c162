"""The top of the page: its name, the views, languages and theme."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.links import button, link
from dashboard.view.state import VIEWS
from dashboard.view.view import MapView
from dashboard.view.views import shape_of
from dashboard.words.wording import LANGUAGES, Wording


def header(view: MapView) -> list:
    """Name, views, languages and theme, as links of the current state."""
    say, state = view.say, view.state
    return [
        _to_map(view),
        html.A(say("skip_to_content"), href="#main", className="skip"),
        link(say("skip_to_list"), state.but(view="table"), className="skip"),
        link(
            [html.Span(className="mark", **attributes(aria_hidden=True)), html.Span(say("title"))],
            state.but(view=VIEWS[0], municipality=None),
            className="brand",
        ),
        html.Nav(
            [
                link(say(f"view_{name}"), state.but(view=name), **attributes(aria_current=name == state.view or None))
                for name in VIEWS
            ],
            className="views",
            **attributes(aria_label=say("nav")),
        ),
        html.Div(
            [
                html.Nav(
                    [
                        link(
                            language.upper(),
                            state.but(lang=language),
                            lang=language,
                            title=Wording(language)("language_name"),
                            **attributes(
                                aria_label=f"{language.upper()} {Wording(language)('language_name')}",
                                aria_current=language == state.lang or None,
                            ),
                        )
                        for language in LANGUAGES
                    ],
                    className="languages",
                    **attributes(aria_label=say("languages")),
                ),
                *[
                    button(
                        html.Span(className=f"theme-icon {theme}", **attributes(aria_hidden=True)),
                        state.but(theme=theme),
                        className=f"theme to-{theme}",
                        title=say(f"theme_to_{theme}"),
                        **attributes(aria_label=say(f"theme_to_{theme}"), data_keep="theme"),
                    )
                    for theme in ("dark", "light")
                ],
            ],
            className="tools",
        ),
    ]


def _to_map(view: MapView) -> html.A:
    """The first stop of every view: to the map, or where the view has none, to the one that begins with it."""
    say, state = view.say, view.state
    if shape_of(state.view) == "map":
        return html.A(say("skip_to_map"), href="#map", className="skip")
    return link(say("skip_to_map"), state.but(view=VIEWS[0]), className="skip", **attributes(data_skip="map"))
