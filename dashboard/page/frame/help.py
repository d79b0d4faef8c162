"""The help page: how to read the map, what counts, keys, how to cite, and how accessible the page is."""

from __future__ import annotations

from dash import html

from dashboard.page.frame.accessibility import accessibility
from dashboard.page.frame.keys import PLAN_KEYS, STORY_KEYS, key_list
from dashboard.page.links import link
from dashboard.view.view import MapView

#: Sections of the page: heading and paragraphs, as keys of the words.
SECTIONS = (
    ("help_read", ("help_read_colours", "help_read_gap", "help_read_two", "help_read_zoom", "help_read_paint")),
    ("help_counts", ("data_counting", "help_counts_shares", "help_counts_numbers")),
    ("help_filter", ("help_filter_text", "help_filter_status", "help_filter_address")),
)


def help_page(view: MapView) -> list:
    """Everything on ``view=help``."""
    say = view.say
    return [
        html.H1(say("help_title")),
        *[html.Section([html.H2(say(title)), *[html.P(say(text)) for text in texts]]) for title, texts in SECTIONS],
        html.Section([html.H2(say("keys_title")), html.P(say("keys_intro")), key_list(view)]),
        html.Section([html.H2(say("keys_plan_title")), html.P(say("keys_plan_intro")), key_list(view, PLAN_KEYS)]),
        html.Section([html.H2(say("keys_present_title")), key_list(view, STORY_KEYS)]),
        html.Section([html.H2(say("help_days")), html.P(days_text(view))]),
        html.Section(
            [
                html.H2(say("help_cite")),
                html.P(say("help_cite_text", year=view.year)),
                html.P(link(say("footer"), view.state.but(view="data"))),
            ]
        ),
        accessibility(view),
    ]


def days_text(view: MapView) -> str:
    """Which days the register speaks of, and when a membership holds."""
    register, say = view.atlas.register, view.say
    days = {"first": register.span.first, "last": register.span.last, "shown": register.as_of}
    return say("help_days_text", **{name: say.date(day.isoformat()) for name, day in days.items()})
