"""Pictures of shared links are painted once for each state, and forgotten in time."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from dashboard.server import shared_picture
from dashboard.server.shared_picture import MOST_KEPT, SharedPictures
from dashboard.view.atlas import build_atlas


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """The SVG of each picture that was painted, in order; the painting itself is left out."""
    texts: list[str] = []

    def paint(svg: str) -> bytes:
        texts.append(svg)
        return svg.encode()

    monkeypatch.setattr(shared_picture, "painted", paint)
    return texts


def test_png(view) -> None:
    """The bytes are a PNG, the same however the state is written."""
    png = SharedPictures().picture(view("?lang=en&networks=follo"))
    assert png.startswith(b"\x89PNG\r\n")
    assert SharedPictures().picture(view("?networks=follo&lang=en&view=overview")) == png


def test_painted_once(view, drawn) -> None:
    """However it is written, and whoever asks at the same time, a state is painted once."""
    pictures = SharedPictures()
    asked = [view("?lang=en&networks=follo"), view("?networks=follo&lang=en")] * 4
    threads = [threading.Thread(target=pictures.picture, args=(one,)) for one in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 1
    assert pictures.picture(view("?networks=follo")) != pictures.picture(asked[0])


def test_bounded(small, view, drawn) -> None:
    """Only the pictures that were asked for last are kept."""
    pictures = SharedPictures()
    for title in range(MOST_KEPT + 1):
        pictures.picture(view(f"?q=x{title}", small))
    pictures.picture(view("?q=x1", small))
    assert len(drawn) == MOST_KEPT + 1
    pictures.picture(view("?q=x0", small))
    assert len(drawn) == MOST_KEPT + 2


def test_other_atlas(small, view, drawn) -> None:
    """Another register has pictures of its own, and nothing keeps the one before it."""
    pictures, other = SharedPictures(), build_atlas(small.register)
    pictures.picture(view("", small))
    pictures.picture(view("", other))
    pictures.picture(view("", other))
    assert len(drawn) == 2
    gone = weakref.ref(other)
    del other
    gc.collect()
    assert gone() is None
