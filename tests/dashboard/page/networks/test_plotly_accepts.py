"""The charts are figures that Plotly's own library accepts, in the version that requirements.txt names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from plotly.graph_objects import Figure

from dashboard.colours.palette import THEMES, colours
from dashboard.page.networks import plotly_figures
from dashboard.page.networks.plotly_types import Figure as Drawn
from dashboard.view.view import MapView
from geodata.measures import POPULATION
from tests.serving import PROJECT

VARIABLE = re.compile(r"var\(--([\w-]+)\)")
QUERIES = ("", "?lang=en&year=2020", "?scenario=3048:none,3006:aa,3045:naik%2Bfollo&new=aa:Ny")
CHARTS: Mapping[str, Callable[[MapView], Drawn]] = {
    "counties": lambda view: plotly_figures.counties(view, POPULATION),
    "years": lambda view: plotly_figures.years(view, POPULATION),
    "mix": plotly_figures.mix,
}


def filled(value: Any, palette: Mapping[str, str]) -> Any:
    """The value with each CSS variable replaced by its colour; one that the palette lacks raises KeyError."""
    if isinstance(value, str):
        return VARIABLE.sub(lambda found: palette[found[1]], value)
    if isinstance(value, dict):
        return {name: filled(part, palette) for name, part in value.items()}
    return [filled(part, palette) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("draw", CHARTS.values(), ids=CHARTS)
def test_accepted(view: Callable[..., MapView], draw: Callable[[MapView], Drawn], query: str, theme: str) -> None:
    """Every name and value of every chart is one that Plotly knows, and none is lost on the way."""
    seen = view(query)
    figure = filled(draw(seen), colours(theme, seen.networks))
    accepted = Figure(figure).to_plotly_json()
    assert (accepted["data"], {**accepted["layout"], "template": None}) == (
        figure["data"],
        {**figure["layout"], "template": None},
    )


def test_refused(view: Callable[..., MapView]) -> None:
    """It refuses a colour that is none, and a name that it does not know."""
    figure = filled(CHARTS["counties"](view()), dict.fromkeys(colours("light", view().networks), "no colour"))
    with pytest.raises(ValueError, match="color"):
        Figure(figure)
    with pytest.raises(ValueError, match="tickformatt"):
        Figure({"data": [], "layout": {"xaxis": {"tickformatt": ",d"}}})


def test_pinned_where_it_runs() -> None:
    """The page's charts depend on the version of Plotly, so it stands, pinned, with what the page needs to run."""
    lines = (PROJECT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if re.fullmatch(r"plotly==[\d.]+", line)]
