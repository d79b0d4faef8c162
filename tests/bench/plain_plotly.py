"""The usual Dash page: px.choropleth_map on the GeoJSON of the municipalities, and a checklist.

``--style white-bg`` takes the background map away, which comes from another host.
"""

from __future__ import annotations

import argparse
import json

import plotly.express as px
from dash import Dash, Input, Output, dcc, html
from waitress import serve

from geodata.folder.load import load
from geodata.join import covering_networks, join
from tests.serving import PROJECT


def main() -> None:
    """Serve the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    parser.add_argument("--style", help="the name of a MapLibre style")
    options = parser.parse_args()
    register = load(PROJECT / "data")
    networks, assignment = covering_networks(register), join(register)
    shapes = json.loads((PROJECT / "data" / "boundaries.geojson").read_text(encoding="utf-8"))
    rows = [
        {"number": number, "name": place.name, "network": (assignment[number] or ("none",))[0]}
        for number, place in register.municipalities.items()
    ]
    colours = {id: network.colours["light"] for id, network in networks.items()} | {"none": "#f2d9c4"}
    grey = dict.fromkeys(colours, "#bbbbbb")

    def figure(lit: list[str]):
        return px.choropleth_map(
            rows,
            geojson=shapes,
            locations="number",
            featureidkey="properties.number",
            color="network",
            color_discrete_map=grey | {id: colours[id] for id in lit},
            hover_name="name",
            center={"lat": 60.1, "lon": 10.2},
            zoom=6.5,
            map_style=options.style,
        )

    app = Dash("plain", compress=True, include_assets_files=False)
    app.layout = html.Div(
        [
            dcc.Checklist(list(colours), list(colours), id="networks"),
            dcc.Graph(id="map", figure=figure(list(colours)), style={"height": "800px"}),
            html.Div(id="panel"),
        ]
    )
    app.callback(Output("map", "figure"), Input("networks", "value"), prevent_initial_call=True)(figure)
    app.server.add_url_rule("/healthz", view_func=lambda: {"status": "ok"})
    serve(app.server, host="127.0.0.1", port=options.port, threads=8)


if __name__ == "__main__":
    main()
