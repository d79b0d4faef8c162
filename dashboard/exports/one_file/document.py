"""The map of a state as one HTML file that opens from a USB stick: no network, no server, readable without script."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from html import escape
from pathlib import Path

from dashboard.colours.palette import colours
from dashboard.exports.one_file.fills import network_rules, print_rules, swatch_rules
from dashboard.exports.one_file.map import one_file_map
from dashboard.exports.one_file.parts import figures_html, heading_html, legend_html, sources_html, table_html
from dashboard.view.sentence import scenario_name
from dashboard.view.state import NONE
from dashboard.view.view import MapView

OWN_FOLDER = Path(__file__).parent
#: Keys on the map, and what they do.
ONE_FILE_KEYS = (
    ("\u2190\u2191\u2192\u2193", "key_walk"),
    ("A\u2013\u00c5", "key_letters"),
    ("Enter", "key_choose"),
    ("Esc", "key_clear"),
)


def one_file(view: MapView, public_url: str | None) -> bytes:
    """The whole document. It asks for nothing: its policy allows no source but its own one script, by its hash."""
    script, say = lean("one_file.js"), view.say
    body = (
        f"<header>{heading_html(view)}</header>\n<main>\n"
        f'<section class="map">{one_file_map(view)}{_keys(view)}</section>\n'
        f'<section class="figures">{figures_html(view)}</section>\n'
        f'<section id="legend">{legend_html(view)}</section>\n'
        f'<section class="list">{table_html(view)}</section>\n</main>\n'
        f"<footer>{sources_html(view, public_url)}</footer>"
    )
    sheet = _sheet(view, body)
    title = f"{scenario_name(view)} \u2013 {say('title')}" if view.is_scenario else say("title")
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy(script)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>\n'
    )
    text = (
        f'<!doctype html>\n<html lang="{view.state.lang}">\n<head>{head}<style>{sheet}</style></head>\n'
        f"<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"
    )
    return text.encode("utf-8")


def policy(script: str) -> str:
    """The Content-Security-Policy that lets this script run and nothing be fetched."""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@lru_cache
def lean(name: str) -> str:
    """A file beside this one without indents, empty lines and lines that are comments."""
    lines = (line.strip() for line in (OWN_FOLDER / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not re.fullmatch(r"/\*.*\*/|//.*", line))


def _keys(view: MapView) -> str:
    """What the keys do, shown once a script has made them do it."""
    listed = " ".join(f"<kbd>{escape(key)}</kbd> {escape(view.say(text))}" for key, text in ONE_FILE_KEYS)
    return f'<p id="keys" class="note" hidden>{escape(view.say("keys_title"))}: {listed}</p>'


def _sheet(view: MapView, body: str) -> str:
    """The rules, and before them the colours that rules and body use, in the theme that is asked for or in both."""
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
