"""The invented county, fresh for each test."""

from pathlib import Path

import pytest

from tests.geodata.county import County, write_county


@pytest.fixture
def county(tmp_path: Path) -> County:
    """A whole data folder about an invented county."""
    return write_county(tmp_path)
