"""Pages as they are sent: written and packed once for each state, kept while others ask for the same."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

import brotli
from flask import Response, request

from dashboard.page.document import Stock, document
from dashboard.page.settings import Settings
from dashboard.server.delivery import PLAIN
from dashboard.server.policy import page_policy
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.view import build_view

#: So many pages are kept: of some 230 kB each, and 80 kB packed.
MOST_PAGES = 100
#: Brotli at level 6 packs a page in some 10 ms, 5 % smaller than at 4; at its best it would take half a second.
PAGE_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=6),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}


@dataclass(frozen=True)
class SentPage:
    """A page's bytes, its policy, and what it is known by: the hash of the bytes before they are packed."""

    plain: bytes
    policy: str
    tag: str
    packed: dict[str, bytes] = field(default_factory=dict)

    def bytes_as(self, encoding: str) -> bytes:
        """The bytes in an encoding, packed once."""
        if encoding == PLAIN:
            return self.plain
        if encoding not in self.packed:
            self.packed[encoding] = PAGE_PACKERS[encoding](self.plain)
        return self.packed[encoding]


class Pages:
    """The pages of one register. The same state gives the same bytes."""

    def __init__(self, atlas: Atlas, settings: Settings, stock: Stock) -> None:
        @lru_cache(maxsize=MOST_PAGES)
        def page_of(query: str, home: str) -> SentPage:
            state, ignored = read_query(query, atlas.known)
            page = document(build_view(atlas, state, ignored), settings, stock, home)
            return sent_page(page.text.encode(), page_policy(page.styles, settings.parents))

        self._page_of = page_of

    def answer(self, query: str) -> Response:
        """The page of a query, packed as the browser likes it, or that it has it already."""
        return answer_with(self._page_of(query, request.root_url), "text/html")


def sent_page(plain: bytes, policy: str) -> SentPage:
    """A page, or what is sent as pages are, with what it is known by."""
    return SentPage(plain, policy, sha256(plain).hexdigest()[:20])


def answer_with(page: SentPage, media_type: str) -> Response:
    """The answer to the request at hand, packed as who asks likes it, or that they have it already."""
    encoding = request.accept_encodings.best_match([*PAGE_PACKERS, PLAIN], PLAIN)
    response = Response(page.bytes_as(encoding), mimetype=media_type)
    if encoding != PLAIN:
        response.headers["Content-Encoding"] = encoding
    response.headers["Content-Security-Policy"] = page.policy
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    response.set_etag(page.tag, weak=True)
    response.make_conditional(request)
    return response
