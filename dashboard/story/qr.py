"""The address of a state as a QR code, made here: nothing is asked of anybody."""

from __future__ import annotations

import segno

from dashboard.view.state import state_address
from dashboard.view.view import MapView


def qr_code(view: MapView, public_url: str | None) -> segno.QRCode | None:
    """The code of the state's link, with a medium share of repair.

    None when the server does not know its address, or when the link is too long for a code.
    """
    try:
        return (
            segno.make_qr(state_address(view.state, public_url), error="m", boost_error=False) if public_url else None
        )
    except segno.DataOverflowError:
        return None
