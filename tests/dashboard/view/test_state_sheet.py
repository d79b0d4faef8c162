"""The style sheet of one state: founded networks and stripes, and nothing where there is neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.colours.swatches import fill_rules
from dashboard.markup.writer import as_html
from dashboard.page.parts import whole_page
from dashboard.page.settings import Settings
from dashboard.view.state import VIEWS
from dashboard.view.state_sheet import state_sheet
from dashboard.view.view import MapView

ViewAt = Callable[..., MapView]


def test_nothing_of_its_own(view: ViewAt) -> None:
    """A state that neither founds nor joins has no sheet."""
    assert state_sheet(view()) == ""
    assert state_sheet(view("?scenario=3006:follo&new=ny:Nytt")) == ""  # nobody stands in what it founds


def test_founded(view: ViewAt) -> None:
    """A founded network has its colour in both themes, light on paper, and a rule that fills with it."""
    seen = view("?scenario=3006:ny&new=ny:Nytt%20nett")
    colours = seen.networks["ny"].colours
    light, dark = (f"--network-ny:{colours[theme]};" for theme in ("light", "dark"))
    assert state_sheet(seen) == (
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f":root[data-theme=light]{{{light}}}:root[data-theme=dark]{{{dark}}}"
        f"@media print{{:root,:root[data-theme]{{{light}}}}}"
        '[data-fill="ny"]{--fill:var(--network-ny)}'
    )


def test_stripes(view: ViewAt) -> None:
    """Each combination of several networks has one rule, however many areas it has."""
    sheet = state_sheet(view("?scenario=3006:naik%2Bfollo,3007:naik%2Bfollo,3049:naik%2Bny&new=ny:Nytt"))
    assert sheet.count('[data-fill="naik+follo"]{--fill:repeating-linear-gradient(-45deg,') == 1
    assert "var(--network-naik) 0px 5px,var(--network-follo) 5px 10px)" in sheet
    assert '[data-fill="naik+ny"]' in sheet


@pytest.mark.parametrize("shown", VIEWS)
def test_every_fill_has_a_rule(view: ViewAt, shown: str) -> None:
    """Whatever a page shows a fill of, the sheets of page and state have a rule for."""
    seen = view(f"?view={shown}&municipality=3049&scenario=3006:ny,3049:naik%2Bfollo,3048:none&new=ny:Nytt")
    rules = state_sheet(seen) + fill_rules((id,) for id in seen.atlas.covering)
    page = as_html(list(whole_page(seen, Settings()).values()))
    fills = {text.partition('"')[0] for text in page.split('data-fill="')[1:]}
    assert {fill for fill in fills if f'[data-fill="{fill}"]' not in rules} <= {"none", "none-dialogue", ""}
    assert shown not in ("plan", "table") or "naik+follo" in fills


@pytest.mark.parametrize("id", ["", 'a"b', "a}b", "Ny", "a b", "a/*"])
def test_no_other_id(id: str) -> None:
    """What can be no network's id stands in no rule."""
    with pytest.raises(ValueError, match="an id is"):
        fill_rules([("naik", id)])
