"""Files as they are sent: the costly ones written two at a time and kept, for who asks for the same."""

from __future__ import annotations

import gc

from flask import Response

from dashboard.exports.catalogue import EXPORTS, File, UnknownExport, export_state
from dashboard.server.allocator import trim_heaps
from dashboard.server.gate import Gate
from dashboard.server.kept import Kept
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
        gate = Gate(AT_ONCE, WAITING, MOST_SECONDS)
        self._costly: Kept[File] = Kept(gate, MOST_KEPT_BYTES, lambda file: len(file.content))

    def answer(self, name: str, query: str) -> Response:
        """A file to take along; a name that is none is told which there are. Raises Busy."""
        state, ignored = read_query(query, self._atlas.known)

        def write() -> File:
            return export_state(self._atlas, name, state, ignored, self._public_url)

        def write_costly() -> File:
            file = write()
            gc.collect()  # a deck's parts know each other, 20 MB of them, too few for the collector to come by itself
            trim_heaps()
            return file

        try:
            if name in EXPORTS and EXPORTS[name].costly:
                file = self._costly.get((name, write_query(state), ignored), write_costly)  # some tell what was ignored
            else:
                file = write()
        except UnknownExport as unknown:
            return Response(str(unknown), 404, mimetype="text/plain")
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-cache"}
        return Response(file.content, content_type=file.media_type, headers=headers)
