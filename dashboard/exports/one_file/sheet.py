"""The style sheet of the one file: its rules, and before them the colours that they use."""

from __future__ import annotations

import re

from dashboard.colours.palette import colours
from dashboard.exports.one_file.fills import network_rules, print_rules, swatch_rules
from dashboard.exports.one_file.lean import lean
from dashboard.view.state import NONE
from dashboard.view.view import MapView


def one_file_sheet(view: MapView, body: str) -> str:
    """CSS for a body, in the theme that is asked for or in both."""
    fills = [f"{NONE}-dialogue", NONE, *view.networks, *(area.membership_fill for area in view.areas)]
    fills += [area.fill for area in view.areas if area.level]
    painted = network_rules(view) + swatch_rules(fills) + f"@media print{{{print_rules(view)}}}"
    rules = lean("one_file.css") + "\n" + painted
    used = set(re.findall(r"var\(--([\w-]+)\)", rules + body))

    def block(theme: str) -> str:
        values = "".join(
            f"--{name}:{colour};" for name, colour in colours(theme, view.networks).items() if name in used
        )
        return f":root{{color-scheme:{theme};{values}}}"

    theme = view.state.theme
    dark = {None: "screen and (prefers-color-scheme:dark)", "dark": "screen"}.get(theme)
    return block("light") + (f"@media {dark}{{{block('dark')}}}" if dark else "") + "\n" + rules
