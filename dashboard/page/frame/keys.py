"""The list of keys for the map, in a dialog that "?" opens."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.view.view import MapView

#: Keys as they are written, and the text that says what they do.
KEY_ROWS = (
    ("\u2190 \u2191 \u2192 \u2193", "key_walk"),
    ("A\u2013\u00c5", "key_letters"),
    ("Enter", "key_choose"),
    ("Esc", "key_clear"),
    ("+ \u2212", "key_zoom"),
    ("Shift + \u2190 \u2191 \u2192 \u2193", "key_pan"),
    ("0", "key_home"),
    ("?", "key_help"),
)
#: Keys of the map while one plans.
PLAN_KEYS = (
    ("1\u20139", "key_brush"),
    ("Enter Space", "key_paint"),
    ("Ctrl + Z", "key_undo"),
    ("Ctrl + Shift + Z", "key_redo"),
    ("Esc", "key_put_away"),
)
#: Keys of the presentation; a presenter's remote sends Page Up and Page Down.
STORY_KEYS = (
    ("\u2192 \u2193 Page Down Space", "key_next"),
    ("\u2190 \u2191 Page Up", "key_previous"),
    ("Home End", "key_ends"),
    ("O", "key_overview"),
    ("F", "key_fullscreen"),
    ("B .", "key_blank"),
    ("Esc", "key_leave"),
)


def keys_help(view: MapView) -> list:
    """Heading, a row for each key, and the way out."""
    say = view.say
    return [
        html.H2(say("story_keys"), id="keys-title"),
        html.Div(
            [html.H3(say("keys_title")), html.P(say("keys_intro"), className="note"), key_list(view)],
            className="keys-of-map",
        ),
        html.H3(say("keys_plan_title")),
        html.P(say("keys_plan_intro"), className="note"),
        key_list(view, PLAN_KEYS),
        html.H3(say("keys_present_title")),
        key_list(view, STORY_KEYS),
        html.Button(say("panel_close"), type="button", className="close", **attributes(data_close="dialog")),
    ]


def key_list(view: MapView, keys: tuple[tuple[str, str], ...] = KEY_ROWS) -> html.Dl:
    """A row for each key."""
    rows = [part for key, text in keys for part in (html.Dt(html.Kbd(key)), html.Dd(view.say(text)))]
    return html.Dl(rows, className="keys")
