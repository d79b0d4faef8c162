"""What a Plotly figure is made of, as far as the charts use it: Plotly's own names, values as they travel as JSON.

Colours are names of CSS variables ("var(--ink)"), which the browser fills in by theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

ChartValue = str | float | None


class ChartLine(TypedDict, total=False):
    """A line, or the edge of a mark."""

    color: str
    width: float
    dash: str


class Pattern(TypedDict):
    """A hatch over a bar."""

    shape: str
    fgcolor: str
    bgcolor: str
    size: int
    solidity: float


class Marker(TypedDict, total=False):
    """A bar's or a mark's look."""

    color: str
    line: ChartLine
    pattern: Pattern
    size: int
    symbol: str
    opacity: float


class Trace(TypedDict):
    """One series: bars, lines or marks."""

    type: str
    name: str
    x: Sequence[ChartValue]
    y: Sequence[ChartValue]
    marker: Marker
    hovertemplate: str
    orientation: NotRequired[str]
    mode: NotRequired[str]
    text: NotRequired[Sequence[str]]
    line: NotRequired[ChartLine]


class Axis(TypedDict):
    """How an axis looks and counts."""

    gridcolor: str
    linecolor: str
    zerolinecolor: str
    automargin: bool
    fixedrange: bool
    autorange: NotRequired[str]
    dtick: NotRequired[int]
    rangemode: NotRequired[str]
    tickformat: NotRequired[str]
    type: NotRequired[str]


class Font(TypedDict, total=False):
    """Letters; the size in pixels."""

    family: str
    size: int
    color: str


class Margin(TypedDict):
    """Pixels left, right, above and below."""

    l: int  # noqa: E741  # Plotly's names
    r: int
    t: int
    b: int


class ChartLegend(TypedDict):
    """Where the legend stands."""

    orientation: str
    y: float
    traceorder: str


class HoverLabel(TypedDict):
    """What is said of a mark under the pointer."""

    bgcolor: str
    font: Font
    bordercolor: str


class ChartLayout(TypedDict):
    """Everything around the series."""

    font: Font
    paper_bgcolor: str
    plot_bgcolor: str
    margin: Margin
    legend: ChartLegend
    hoverlabel: HoverLabel
    dragmode: bool
    height: int
    xaxis: Axis
    yaxis: Axis
    separators: str
    barmode: NotRequired[str]
    showlegend: NotRequired[bool]


class Figure(TypedDict):
    """The chart."""

    data: list[Trace]
    layout: ChartLayout
