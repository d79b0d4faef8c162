"""The same map by dash-leaflet, without a background: GeoJSON whose style follows a checklist by way of ``hideout``."""

from __future__ import annotations

import json
import sys

import dash_leaflet as dl
from dash import Dash, Input, Output, dcc, html
from waitress import serve

from geodata.folder.load import load
from geodata.join import covering_networks, join
from tests.serving import PROJECT

STYLE = """<script>window.bench = {style: ({properties}, {hideout}) => ({color: "white", weight: 1,
  fillColor: properties.colour, fillOpacity: hideout.includes(properties.network) ? 1 : 0.25})};</script>"""


def main(port: int) -> None:
    """Serve the page on a port."""
    register = load(PROJECT / "data")
    assignment = join(register)
    colours = {id: one.colours["light"] for id, one in covering_networks(register).items()} | {"none": "#fdf1e4"}
    shapes = json.loads((PROJECT / "data" / "boundaries.geojson").read_text(encoding="utf-8"))
    for properties in (feature["properties"] for feature in shapes["features"]):
        properties["network"] = (assignment[properties["number"]] or ("none",))[0]
        properties["colour"] = colours[properties["network"]]
    areas = dl.GeoJSON(id="areas", data=shapes, style={"variable": "bench.style"}, hideout=list(colours))
    region = dl.Map(areas, center=(60.1, 10.2), zoom=8, style={"height": "800px"})
    app = Dash("leaflet", compress=True, include_assets_files=False)
    app.index_string = app.index_string.replace("{%css%}", "{%css%}" + STYLE)
    app.layout = html.Div([dcc.Checklist(list(colours), list(colours), id="networks"), region])
    app.clientside_callback("(lit) => lit", Output("areas", "hideout"), Input("networks", "value"))
    app.server.add_url_rule("/healthz", view_func=lambda: {"status": "ok"})
    serve(app.server, host="127.0.0.1", port=port, threads=8)


if __name__ == "__main__":
    main(int(sys.argv[sys.argv.index("--port") + 1]))
