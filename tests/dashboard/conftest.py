"""The atlas of the project's own data and of an invented county, and views of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.view import MapView, build_view
from geodata.folder.load import load
from geodata.register import Register
from tests.geodata.county import County, write_county


@pytest.fixture(scope="session")
def atlas(viken: Register) -> Atlas:
    """Everything that follows from the project's own data."""
    return build_atlas(viken)


@pytest.fixture(scope="session")
def view(atlas: Atlas) -> Callable[..., MapView]:
    """The view at a query, on the project's own data unless another atlas is given."""

    def view_of(query: str = "", of: Atlas = atlas) -> MapView:
        return build_view(of, *read_query(query, of.known))

    return view_of


@pytest.fixture
def county(tmp_path: Path) -> County:
    """A whole data folder about an invented county, to be broken."""
    return write_county(tmp_path)


@pytest.fixture
def small(county: County) -> Atlas:
    """The atlas of the invented county."""
    return build_atlas(load(county.folder))
