"""What all tests share: the versions in the header, the register of the project's own data, the real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas
import hypothesis
import pandas
import pyogrio
import pyproj
import pytest
import shapely

from geodata.folder.load import load
from geodata.register import Register
from tests.serving import PROJECT, Server, start

hypothesis.settings.register_profile("house", max_examples=60, deadline=None)
hypothesis.settings.load_profile("house")


def pytest_report_header() -> str:
    """The libraries that decide what geometry and figures come out."""
    gdal = ".".join(str(part) for part in pyogrio.__gdal_version__)
    geos = ".".join(str(part) for part in shapely.geos_version)
    return (
        f"shapely {shapely.__version__} (GEOS {geos}), pyproj {pyproj.__version__} (PROJ {pyproj.proj_version_str}), "
        f"pyogrio {pyogrio.__version__} (GDAL {gdal}), geopandas {geopandas.__version__}, pandas {pandas.__version__}"
    )


@pytest.fixture(scope="session")
def viken() -> Register:
    """The register of the project's own data."""
    return load(PROJECT / "data")


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Start production servers, with flags of ``python -m dashboard`` and a data folder; all end with the session."""
    running: list[Server] = []

    def serve_folder(*flags: str, data: Path | None = None) -> Server:
        log = tmp_path_factory.mktemp("server") / "log.txt"
        running.append(start(*flags, *(("--data", str(data)) if data else ()), log=log))
        return running[-1]

    yield serve_folder
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def server(serve: Callable[..., Server]) -> Server:
    """The production server on the project's own data."""
    return serve()
