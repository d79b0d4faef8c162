"""The limit: one answer with the finished map as SVG, and a few lines of script that dim it on a press."""

import sys

from flask import Flask
from flask_compress import Compress
from waitress import serve

from dashboard.picture.static_map import static_map
from dashboard.view.atlas import build_atlas
from dashboard.view.state import State
from dashboard.view.view import build_view
from geodata.folder.load import load
from tests.serving import PROJECT

SCRIPT = """const off = new Set(), areas = document.querySelectorAll(".area");
document.addEventListener("click", ({ target }) => {
  const id = target.dataset.networkToggle;
  if (id && !off.delete(id)) off.add(id);
  const dimmed = (area) => NETWORKS[area.dataset.municipality].split(" ").every((one) => off.has(one));
  for (const area of areas) area.setAttribute("opacity", dimmed(area) ? 0.25 : 1);
});
document.documentElement.dataset.ready = "true";"""


def main(port: int) -> None:
    """Serve the page on a port."""
    view = build_view(build_atlas(load(PROJECT / "data")), State())
    networks = {area.number: area.network_key for area in view.areas}
    buttons = "".join(f'<button data-network-toggle="{one.id}">{one.name}</button>' for one in view.groups)
    script = f"<script>const NETWORKS = {networks};\n{SCRIPT}</script>"
    page = f"<!doctype html><title>Static</title>{buttons}<main id=map>{static_map(view)}</main>{script}"
    Compress(server := Flask(__name__))
    server.add_url_rule("/", "page", lambda: page)
    server.add_url_rule("/healthz", "health", lambda: {"status": "ok"})
    serve(server, host="127.0.0.1", port=port, threads=8)


if __name__ == "__main__":
    main(int(sys.argv[sys.argv.index("--port") + 1]))
