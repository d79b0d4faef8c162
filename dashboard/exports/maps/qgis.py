"""Styles for QGIS (QML): the networks' colours, and a hatch for the municipalities in none."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from dashboard.colours.palette import PAGE
from dashboard.view.state import NONE
from dashboard.view.view import MapView

#: Paper is light.
THEME = "light"
COLOURS = PAGE[THEME]


def municipality_style(view: MapView) -> str:
    """Areas by ``network_ids``: the network's colour, stripes of the next when there are two, a hatch for none."""
    sets = dict.fromkeys(
        [*((id,) for id in view.networks), *(area.networks for area in view.areas if area.networks), ()]
    )
    return _document("network_ids", [(" ".join(ids) or NONE, _label(view, ids), _filled(view, ids)) for ids in sets])


def network_style(view: MapView) -> str:
    """Outlines by ``id``, without a fill, so that they can lie on top of the municipalities."""
    ids = [*view.networks, NONE]
    colours = {**{id: network.colours[THEME] for id, network in view.networks.items()}, NONE: COLOURS["gap-line"]}
    return _document("id", [(id, _label(view, () if id == NONE else (id,)), _line(colours[id], 0.8)) for id in ids])


def _label(view: MapView, ids: Iterable[str]) -> str:
    return " + ".join(view.names[id] for id in ids) or view.say("unorganised")


def _filled(view: MapView, ids: tuple[str, ...]) -> str:
    if not ids:
        return _fill(COLOURS["gap-fill"], COLOURS["gap-line"], 0.4) + _hatch(COLOURS["gap-line"], 0.35, 2.2)
    first, *others = (view.networks[id].colours[THEME] for id in ids)
    return _fill(first, COLOURS["seam"], 0.2) + "".join(_hatch(colour, 1.5, 3) for colour in others)


def _document(attribute: str, categories: list[tuple[str, str, str]]) -> str:
    """A categorised renderer: (value, label, symbol layers) in the order of the legend."""
    listed = "".join(
        f'<category render="true" symbol="{at}" value={quoteattr(value)} label={quoteattr(label)}/>'
        for at, (value, label, _) in enumerate(categories)
    )
    symbols = "".join(_symbol(str(at), "fill", layers) for at, (_, _, layers) in enumerate(categories))
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.28.0" styleCategories="Symbology">'
        f'<renderer-v2 type="categorizedSymbol" attr="{attribute}" symbollevels="0" enableorderby="0" forceraster="0">'
        f"<categories>{listed}</categories><symbols>{symbols}</symbols></renderer-v2></qgis>"
    )


def _symbol(name: str, kind: str, layers: str) -> str:
    return f'<symbol type="{kind}" name="{name}" alpha="1" clip_to_extent="1" force_rhr="0">{layers}</symbol>'


def _fill(colour: str, outline: str, width_mm: float) -> str:
    return _layer(
        "SimpleFill",
        color=_rgba(colour),
        style="solid",
        outline_color=_rgba(outline),
        outline_style="solid",
        outline_width=width_mm,
        outline_width_unit="MM",
        joinstyle="round",
    )


def _hatch(colour: str, width_mm: float, distance_mm: float) -> str:
    """Lines from lower left to upper right; the line itself is a symbol within the symbol."""
    line = _symbol("@hatch", "line", _line(colour, width_mm))
    return _layer("LinePatternFill", line, angle=45, distance=distance_mm, distance_unit="MM", color=_rgba(colour))


def _line(colour: str, width_mm: float) -> str:
    return _layer(
        "SimpleLine",
        line_color=_rgba(colour),
        line_style="solid",
        line_width=width_mm,
        line_width_unit="MM",
        joinstyle="round",
    )


def _layer(kind: str, inside: str = "", **options: object) -> str:
    listed = "".join(f'<Option type="QString" name="{name}" value="{value}"/>' for name, value in options.items())
    return f'<layer class="{kind}" enabled="1" locked="0" pass="0"><Option type="Map">{listed}</Option>{inside}</layer>'


def _rgba(colour: str) -> str:
    """ "#2a7f55" → "42,127,85,255"."""
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
