"""The controls of the presentation, and the list of its steps: all of them addresses, so that they need no script."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.bar import bar
from dashboard.markup.content import Item
from dashboard.page.links import button, link
from dashboard.story.step import Step
from dashboard.view.view import MapView
from dashboard.words.wording import Wording

#: Controls of the presentation, in order, and the keys that do the same.
CONTROLS = (("previous", "←"), ("next", "→"), ("overview", "O"), ("fullscreen", "F"), ("keys", "?"))


def story_controls(view: MapView, now: int, total: int) -> html.Div:
    """The bar at the foot: step by step, the list of all, the whole screen, keys, and the way out."""
    say = view.say
    ends = {"previous": max(now - 1, 1), "next": max(min(now + 1, total), 1)}
    buttons = [
        button(
            _face(say, name),
            view.state.but(step=ends[name]),
            title=f"{say(f'story_{name}')} ({key})",
            className="story-button",
            **attributes(data_story=name, aria_disabled=ends[name] == now),
        )
        if name in ends
        else html.Button(
            _face(say, name),
            type="button",
            title=f"{say(f'story_{name}')} ({key})",
            className="story-button needs-script",
            **attributes(data_story=name),
        )
        for name, key in CONTROLS
    ]
    listed = html.A(_face(say, "overview"), href="#story-overview", className="story-button without-script")
    place = html.Span(f"{now} / {total}", className="story-place", **attributes(aria_hidden=True))
    out = link(
        _face(say, "leave"),
        view.state.but(view="overview", step=1),
        className="story-button",
        title=f"{say('story_leave')} (Esc)",
        **attributes(data_story="leave"),
    )
    return html.Div(
        [
            bar(now / max(total, 1), "story-progress"),
            html.Div([buttons[0], place, *buttons[1:], listed, out], className="story-buttons"),
        ],
        className="story-bar",
        role="group",
        **attributes(
            aria_label=say("story_controls"),
            data_refused=say("story_no_fullscreen"),
            data_alone=say("story_alone"),
        ),
    )


def story_overview(view: MapView, story: tuple[Step, ...], now: int) -> html.Dialog:
    """The headlines as a list to jump from; without a script a link shows it, and it leads back by another."""
    rows = [
        html.Li(
            button(
                step.headline,
                view.state.but(step=place),
                **attributes(data_step_go=place, aria_current="step" if place == now else None),
            )
        )
        for place, step in enumerate(story, 1)
    ]
    say = view.say
    return html.Dialog(
        [
            html.H2(say("story_overview"), id="story-overview-title"),
            html.Ol(rows),
            html.Button(
                say("panel_close"), type="button", className="close needs-script", **attributes(data_close="dialog")
            ),
            html.A(say("panel_close"), href=f"#step-{now}", className="close without-script"),
        ],
        id="story-overview",
        className="dialog",
        **attributes(aria_labelledby="story-overview-title"),
    )


def _face(say: Wording, name: str) -> list[Item]:
    """A control's icon and its word."""
    icon = html.Span("?" if name == "keys" else "", className=f"story-icon {name}", **attributes(aria_hidden=True))
    return [icon, html.Span(say(f"story_{name}"))]
