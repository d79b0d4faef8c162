"""The map as SVG without Plotly: the bare scene that the page brings to life."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from dashboard.geometry.scene import Scene


def bare_scene(scene: Scene) -> str:
    """All paths without colours or words; ``data-municipality`` and friends say what each stands for."""
    land = "".join(f'<path class="{kind}"{_data("outside", number)} d="{path}"/>' for kind, number, path in scene.land)
    areas = "".join(
        f'<path class="area"{_data("municipality", number)} d="{path}"/>' for number, path in scene.areas.items()
    )
    borders = "".join(
        f'<path class="border"{_data("left", border.left)}{_data("right", border.right or "")} d="{border.path}"/>'
        for border in scene.borders
        if border.path
    )
    return (
        '<svg class="scene" xmlns="http://www.w3.org/2000/svg"><defs></defs><g class="world">'
        f'<g class="surroundings">{land}</g><g class="areas">{areas}</g><g class="borders">{borders}</g>'
        '<g class="layer"></g><g class="marks"><path class="mark moved"/><path class="mark hovered"/>'
        '<path class="mark focused"/><path class="mark chosen"/></g>'
        '</g><g class="labels" aria-hidden="true"></g></svg>'
    )


def _data(name: str, value: str) -> str:
    return f" data-{name}={quoteattr(value)}"
