"""``python -m dashboard``: serve the dashboard on a production server, or write a file with ``export``."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from dashboard.exports.catalogue import EXPORTS, export
from dashboard.page.settings import Settings
from dashboard.server.addresses import prefix, public_address, site, workers
from dashboard.server.allocator import limit_heaps
from dashboard.server.app import MOST_BODY_BYTES, create_app
from dashboard.server.log import request_log
from dashboard.server.metrics import request_metrics, shared_by_workers
from dashboard.server.observed import observe
from dashboard.server.process import Listening, bound, serve
from dashboard.view.atlas import build_atlas
from geodata.errors import DataError
from geodata.folder.load import load
from geodata.register import Register

DATA_FOLDER = Path(__file__).resolve().parent.parent / "data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped; 1 when the data has errors (all on standard error, nothing served), 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["export"]:
        return write_export(given[1:])
    options = _parser().parse_args(given)
    limit_heaps()
    register = _load(options.data, "served")
    if register is None:
        return 1
    try:
        listener = bound(options.host, options.port)
    except OSError as error:
        print(f"cannot serve on {options.host}:{options.port}: {error}. Choose another with --port.", file=sys.stderr)
        return 1
    app = create_app(register, Settings(options.feedback, options.public_url, tuple(options.embed))).server
    how = Listening(options.prefix, options.trusted_proxy, options.workers)
    with shared_by_workers() if options.metrics and options.workers > 1 else nullcontext():
        tellers = [request_metrics(app)] if options.metrics else []
        observe(app, *tellers, *([request_log(options.log == "addresses")] if options.log else []))
        gc.collect()
        gc.freeze()  # what is there now stays: collections need not look at it, and workers share it
        print(f"http://{options.host}:{options.port}{options.prefix}", flush=True)
        serve(app, how, listener, MOST_BODY_BYTES)
    return 0


def write_export(arguments: Sequence[str]) -> int:
    """Write what ``/export/WHAT.EXT?query`` serves; 1 when the data has errors, 2 for wrong usage."""
    options = _export_parser().parse_intermixed_args(arguments)
    if options.what not in EXPORTS:
        print(f"There is no file called “{options.what}”. These exist: {', '.join(EXPORTS)}.", file=sys.stderr)
        return 2
    if options.output is None and sys.stdout.isatty():
        print(f"{options.what} is not for a terminal: give a file with -o {options.what}.", file=sys.stderr)
        return 2
    register = _load(options.data, "written")
    if register is None:
        return 1
    file = export(build_atlas(register), options.what, options.query, options.public_url)
    if file.ignored:
        print("ignored in the query:", *(f"{one.name}={one.value}" for one in file.ignored), file=sys.stderr)
    if options.output is None:
        sys.stdout.buffer.write(file.content)
        return 0
    try:
        options.output.write_bytes(file.content)
    except OSError as error:
        print(f"cannot write {options.output}: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _load(folder: Path, purpose: str) -> Register | None:
    """The register, or None once every error is told on standard error; how many warnings there are is told too."""
    try:
        register = load(folder, date.today())
    except DataError as error:
        errors = [finding for finding in error.findings if finding.severity == "error"]
        print(f"{folder} has {len(errors)} error(s); nothing is {purpose}:", *errors, sep="\n", file=sys.stderr)
        return None
    if number := len(register.warnings):
        told = f"{number} warning{'' if number == 1 else 's'} about {folder}"
        print(f"{told}: see “{sys.executable} -m geodata check --data {folder}”.", file=sys.stderr)
    return register


def _export_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard export", description="Write a file of one state of the page."
    )
    parser.add_argument("what", metavar="WHAT.EXT", help=", ".join(EXPORTS))
    parser.add_argument("query", metavar="?query", nargs="?", default="", help="the state, as in the page's address")
    parser.add_argument("-o", "--output", type=Path, help="the file to write (default: standard output)")
    parser.add_argument(
        "--data", type=Path, default=DATA_FOLDER, help="folder with the data (default: the project's data/)"
    )
    parser.add_argument(
        "--public-url",
        metavar="URL",
        type=public_address,
        help="where readers reach the server, for links in files, such as https://map.example",
    )
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Serve the map of climate networks.",
        epilog="python -m dashboard export WHAT.EXT [-o FILE] ['?query'] writes a file instead: see export --help.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8050, help="port to listen on (default 8050)")
    parser.add_argument(
        "--data", type=Path, default=DATA_FOLDER, help="folder with the data (default: the project's data/)"
    )
    parser.add_argument(
        "--public-url",
        metavar="URL",
        type=public_address,
        help="where readers reach this server, for links in files, such as https://map.example",
    )
    parser.add_argument(
        "--embed",
        metavar="ORIGIN",
        type=site,
        action="append",
        default=[],
        help="a site that may show the page in a frame, such as https://a.example; repeat for more (default: none)",
    )
    parser.add_argument(
        "--prefix",
        metavar="/PATH",
        type=prefix,
        default="",
        help="the path that the page lives under, such as /kart, when a proxy passes it on",
    )
    parser.add_argument(
        "--trusted-proxy",
        metavar="ADDRESS",
        help="the address of the proxy in front, whose X-Forwarded-* headers are believed (default: nobody's)",
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        type=workers,
        default=1,
        help="processes that answer (default 1; a processor each is enough)",
    )
    parser.add_argument(
        "--log",
        nargs="?",
        const="requests",
        choices=("requests", "addresses"),
        help="a line of JSON for each request on standard error; “addresses”: with who asked",
    )
    parser.add_argument("--metrics", action="store_true", help="count requests, and tell Prometheus at /metrics")
    parser.add_argument("--feedback", help="where readers report errors: an https: or mailto: address")
    return parser


if __name__ == "__main__":
    sys.exit(main())
