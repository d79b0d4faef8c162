"""What every answer says beside its content: what a browser may do with it."""

from __future__ import annotations

from secure import Secure
from secure.headers import (
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    StrictTransportSecurity,
    XContentTypeOptions,
)

from dashboard.page.settings import Settings

#: What the page never asks a browser for (W3C Permissions Policy); who embeds it need not allow it either.
UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone")
UNUSED_TOO = ("midi", "payment", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking")
YEAR = 31_536_000


def common_headers(settings: Settings) -> dict[str, str]:
    """Header → value, for every answer; HSTS only where readers reach the server by https.

    A page that others may show in a frame, and its files, are everybody's; else they are for this site alone.
    """
    permissions = PermissionsPolicy()
    for feature in (*UNUSED, *UNUSED_TOO):
        permissions = permissions.add_directive(feature)
    resource = CrossOriginResourcePolicy()
    https = (settings.public_url or "").startswith("https://")
    secure = Secure(
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=resource.cross_origin() if settings.parents else resource.same_origin(),
        hsts=StrictTransportSecurity().max_age(YEAR) if https else None,
        permissions=permissions,
        referrer=ReferrerPolicy().same_origin(),
        xcto=XContentTypeOptions().nosniff(),
    )
    return dict(secure.header_items())
