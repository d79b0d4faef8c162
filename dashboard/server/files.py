"""Files as they are sent: the costly ones written two at a time and kept, for who asks for the same."""

from __future__ import annotations

import gc
from threading import Lock

from cachetools import LRUCache
from flask import Response

from dashboard.exports.catalogue import EXPORTS, File, UnknownExport, export
from dashboard.server.allocator import give_back_now
from dashboard.server.gate import Gate
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.state import write_query

#: Costly files of one worker: written at a time, and kept, in bytes.
AT_ONCE, MOST_KEPT_BYTES = 2, 24_000_000
#: So many more may wait, so long: a deck takes a second, and eight that are asked for at once all come.
WAITING, MOST_SECONDS = 6, 20


class Files:
    """The files of one register. The same state gives the same bytes."""

    def __init__(self, atlas: Atlas, public_url: str | None) -> None:
        self._atlas, self._public_url = atlas, public_url
        self._gate = Gate(AT_ONCE, WAITING, MOST_SECONDS)
        self._lock = Lock()
        self._kept: LRUCache[tuple[str, str], File] = LRUCache(MOST_KEPT_BYTES, lambda file: len(file.content))

    def answer(self, name: str, query: str) -> Response:
        """A file to take along; a name that is none is told which there are. Raises Busy."""
        try:
            file = self._file(name, query)
        except UnknownExport as unknown:
            return Response(str(unknown), 404, mimetype="text/plain")
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-cache"}
        return Response(file.content, content_type=file.media_type, headers=headers)

    def _file(self, name: str, query: str) -> File:
        if name not in EXPORTS or not EXPORTS[name].costly:
            return export(self._atlas, name, query, self._public_url)
        state, ignored = read_query(query, self._atlas.known)
        key = name, f"{write_query(state)} {ignored}"  # what was ignored is told in some of them
        if kept := self._of_before(key):
            return kept
        with self._gate.entered():
            file = self._of_before(key) or export(self._atlas, name, query, self._public_url)
            gc.collect()  # a deck's parts know each other, 20 MB of them, too few for the collector to come by itself
            give_back_now()
        with self._lock:
            if len(file.content) <= MOST_KEPT_BYTES:
                self._kept[key] = file
        return file

    def _of_before(self, key: tuple[str, str]) -> File | None:
        with self._lock:
            return self._kept.get(key)
