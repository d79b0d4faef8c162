"""Files of the project's own data and of an invented county."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dashboard.exports.catalogue import export
from dashboard.view.atlas import Atlas, build_atlas
from geodata.folder.load import load
from tests.geodata.county import County


@pytest.fixture(scope="session")
def written(atlas: Atlas) -> Callable[..., bytes]:
    """Write a file at a query, anew each time."""
    return lambda name, query="", public_url=None: export(atlas, name, query, public_url).content


@pytest.fixture(scope="session")
def content(written: Callable[..., bytes]) -> Callable[..., bytes]:
    """The bytes of a file at a query, written once for all who only read them."""
    return cache(written)


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own folder: it takes seconds to make, once for all that is opened."""
    return tmp_path_factory.mktemp("office") / "profile"


@pytest.fixture
def odd(county: County) -> Atlas:
    """The invented county with Aa in two networks, Bø's population unknown, and a name like a formula."""
    county.append("memberships", network="aust", municipality="9101", name="Aa", status="member")
    rows = county.rows("statistics")
    wanted = ("9102", "2023", "population_1jan")
    at = {name: rows[0].index(name) for name in ("municipality", "year", "indicator")}
    gone = next(line for line, row in enumerate(rows, 1) if tuple(row[at[one]] for one in at) == wanted)
    county.without("statistics", gone)
    for row in range(2, 5):
        if county.rows("networks")[row - 1][0] == "aust":
            county.cell("networks", row, "name_nb", '=HYPERLINK("x";"y")')
    return build_atlas(load(county.folder))
