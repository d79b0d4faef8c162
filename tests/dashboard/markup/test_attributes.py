"""Attributes with hyphens."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes


def test_hyphens() -> None:
    """Names get hyphens, what is None is left out, and True and False are written as ARIA has them."""
    written = attributes(aria_label="Map", data_network_toggle="a", data_step=3, aria_pressed=False, aria_current=None)
    assert written == {"aria-label": "Map", "data-network-toggle": "a", "data-step": 3, "aria-pressed": "false"}
    assert attributes(aria_hidden=True) == {"aria-hidden": "true"}


def test_blank_stays() -> None:
    """A blank value is a value: a figure that is not known carries one."""
    assert attributes(data_value="") == {"data-value": ""}


def test_component_takes_them() -> None:
    """A component of Dash has them as properties."""
    assert html.Div(**attributes(data_kpi="area")).to_plotly_json()["props"] == {"children": None, "data-kpi": "area"}
