"""The same map as filled scatter traces in EPSG:25833, one for each municipality, recoloured by Patch."""

from __future__ import annotations

import sys

import plotly.graph_objects as go
import shapely
from dash import Dash, Input, Output, Patch, dcc, html
from waitress import serve

from geodata.folder.load import load
from geodata.join import covering_networks, join
from tests.serving import PROJECT


def ring_points(geometry) -> tuple[list, list]:
    """All rings one after another, None between them, in whole metres."""
    x: list = []
    y: list = []
    for part in shapely.get_parts(geometry):
        for ring in (part.exterior, *part.interiors):
            x += [*(round(point[0]) for point in ring.coords), None]
            y += [*(round(point[1]) for point in ring.coords), None]
    return x[:-1], y[:-1]


def main(port: int) -> None:
    """Serve the page on a port."""
    register = load(PROJECT / "data")
    networks, assignment = covering_networks(register), join(register)
    colours = {id: network.colours["light"] for id, network in networks.items()} | {"none": "#fdf1e4"}
    group = {number: (assignment[number] or ("none",))[0] for number in register.municipalities}
    figure = go.Figure()
    for number, shape in register.boundaries.geometry.items():
        x, y = ring_points(shape)
        pattern = {"shape": "/", "fgcolor": "#b4472b", "bgcolor": colours["none"]} if group[number] == "none" else None
        figure.add_scatter(
            x=x,
            y=y,
            fill="toself",
            mode="lines",
            hoveron="fills",
            customdata=[number],
            showlegend=False,
            name=register.municipalities[number].name,
            fillcolor=colours[group[number]],
            fillpattern=pattern,
            line={"color": "#ffffff", "width": 1},
        )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, scaleanchor="x")
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, plot_bgcolor="#dfeaf1")
    order = list(register.municipalities)

    def recolour(lit: list[str]) -> Patch:
        patch = Patch()
        for place, number in enumerate(order):
            patch["data"][place]["fillcolor"] = colours[group[number]] if group[number] in lit else "#bbbbbb"
        return patch

    app = Dash("scatter", compress=True, include_assets_files=False)
    config = {"showSendToCloud": False, "displaylogo": False, "scrollZoom": True}
    app.layout = html.Div(
        [
            dcc.Checklist(list(colours), list(colours), id="networks"),
            dcc.Graph(id="map", figure=figure, config=config, style={"height": "800px"}),
            html.Div(id="panel"),
        ]
    )
    app.callback(Output("map", "figure"), Input("networks", "value"), prevent_initial_call=True)(recolour)
    app.server.add_url_rule("/healthz", view_func=lambda: {"status": "ok"})
    serve(app.server, host="127.0.0.1", port=port, threads=8)


if __name__ == "__main__":
    main(int(sys.argv[sys.argv.index("--port") + 1]))
