"""Where the search of the header leads without a script."""

from __future__ import annotations

import pytest

from dashboard.server.finding import leads_in
from dashboard.view.atlas import Atlas
from dashboard.view.forms import canonical


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("find=Rollag", "?municipality=3051"),
        ("find=rollag&view=data&lang=en", "?lang=en&municipality=3051"),
        ("find=Rollag&view=plan&networks=follo", "?view=plan&networks=follo&municipality=3051"),
        ("find=Nes&view=table", "?view=table&municipality=3034"),
        ("find=nes+i", "?municipality=3034"),
        ("find=ski", "?view=table&q=ski"),
        ("find=Kongsbergregionen", "?layer=kongsbergregionen"),
        ("find=xyzzyq&theme=dark", "?view=table&q=xyzzyq&theme=dark"),
        ("find=3303", "?municipality=3006"),
    ],
)
def test_leads(atlas: Atlas, sent: str, meant: str) -> None:
    """To the one hit or the one called so, else to the table of all that are called like it; the rest stays."""
    assert canonical(sent, atlas.known, leads_in(atlas)) == meant


def test_no_municipality_called_so(atlas: Atlas) -> None:
    """Where only networks are called so the table would be empty: the first of them is shown."""
    meant = canonical("find=klimanettverk", atlas.known, leads_in(atlas))
    assert meant is not None
    assert "q=" not in meant
    assert meant.startswith("?networks=")
