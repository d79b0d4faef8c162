"""The picture of a shared link, painted once for each state that is asked for."""

from __future__ import annotations

import weakref
from threading import Lock

from dashboard.picture.raster import painted
from dashboard.picture.shared_map import shared_map
from dashboard.server.gate import Gate
from dashboard.server.kept import Kept
from dashboard.view.atlas import Atlas
from dashboard.view.state import write_query
from dashboard.view.view import MapView

#: So many pictures are kept, of some 100 kB each.
MOST_KEPT = 64
#: One is painted at a time: it takes a processor for a quarter second. So many may wait, so many seconds.
WAITING, MOST_SECONDS = 7, 10


class SharedPictures:
    """Pictures by the canonical query of their state; those of an atlas go with it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: Kept[bytes] = Kept(Gate(1, WAITING, MOST_SECONDS), MOST_KEPT)
        self._atlas: weakref.ref[Atlas] | None = None

    def picture(self, view: MapView) -> bytes:
        """The PNG of a view, 1200 × 630 pixels. Raises Busy."""
        with self._lock:
            if self._atlas is None or self._atlas() is not view.atlas:
                self._kept.clear()
                self._atlas = weakref.ref(view.atlas)
        return self._kept.get((id(view.atlas), write_query(view.state)), lambda: painted(shared_map(view)))
