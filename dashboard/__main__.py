"""``python -m dashboard``: serve the dashboard on a production server."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from waitress import serve

from dashboard.app import create_app
from dashboard.page import Settings
from geodata.errors import DataError
from geodata.load import load

DATA = Path(__file__).resolve().parent.parent / "data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped; 1 when the data has errors (all on standard error, nothing served), 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        register = load(options.data, date.today())
    except DataError as error:
        errors = [finding for finding in error.findings if finding.severity == "error"]
        print(f"{options.data} has {len(errors)} error(s); nothing is served:", *errors, sep="\n", file=sys.stderr)
        return 1
    app = create_app(register, Settings(feedback=options.feedback, public_url=options.public_url))
    print(f"http://{options.host}:{options.port}", flush=True)
    try:
        serve(app.server, host=options.host, port=options.port, threads=8, ident=None)
    except OSError as error:
        print(f"cannot serve on {options.host}:{options.port}: {error}. Choose another with --port.", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Serve the map of climate networks.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8050, help="port to listen on (default 8050)")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the data (default: the project's data/)")
    parser.add_argument("--public-url", help="where readers reach this server, for links in files")
    parser.add_argument("--feedback", help="where readers report errors: an https: or mailto: address")
    return parser


if __name__ == "__main__":
    sys.exit(main())
