"""What a page fetches: styles, scripts, fonts and pictures, in a folder whose name is the hash of all of them.

A browser keeps each of them for a year and never asks again: what changes lies in another folder. One hash for all,
since a module names the others without one. Everything stands in memory and is packed once, when it is first asked for.

WhiteNoise would serve files well, but packs none while it serves: it needs each, the joined script as well, with its
``.br`` and ``.gz`` beside it on the disk; its ``ETag`` is a file's time, and it knows no folder of yesterday.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from threading import Lock

import brotli
from flask import Response, abort, request

#: Ending of a file → media type, and whether packing makes it smaller. Files that end otherwise are not served.
MEDIA_TYPES: Mapping[str, tuple[str, bool]] = {
    ".css": ("text/css; charset=utf-8", True),
    ".js": ("text/javascript; charset=utf-8", True),
    ".txt": ("text/plain; charset=utf-8", True),
    ".svg": ("image/svg+xml", True),
    ".woff2": ("font/woff2", False),
    ".jpg": ("image/jpeg", False),
    ".png": ("image/png", False),
}
#: Brotli at its best takes 0.1 s for 70 kB, and 2.8 s for plotly's 1.1 MB: 306 kB, where 333 kB take 0.2 s.
BEST, QUICK, LARGE_BYTES = 11, 9, 200_000
#: In the order of what is smallest; zstd would gain nothing over brotli for what is packed once.
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=BEST if len(content) < LARGE_BYTES else QUICK),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
PLAIN = "identity"
#: The name of the folder: so many hexadecimal digits.
FOLDER_NAME = re.compile(r"[0-9a-f]{12}")
FOREVER = "public, max-age=31536000, immutable"
#: A page of yesterday gets today's file, and asks again each time.
ASK_AGAIN = "public, no-cache"
#: A string of a style sheet, which stays as it is, or a comment, which goes.
TEXT_OR_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)
CHARSET = re.compile(r"@charset [^;]*;")
ADDRESS_IN_SHEET = re.compile(r"""url\((["']?)(?![#/]|[a-z]+:)([^)"']+)\1\)""")


class Delivery:
    """The files of one server; ``version`` names them all."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """``files``: path → content. Those whose ending is not in MEDIA_TYPES are left out."""
        self.files = {name: files[name] for name in sorted(files) if PurePosixPath(name).suffix in MEDIA_TYPES}
        digest = sha256()
        for name, content in self.files.items():
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        self.version = digest.hexdigest()[:12]
        self._packed: dict[tuple[str, str], bytes] = {}
        self._locks = {name: Lock() for name in self.files}

    @property
    def folder(self) -> str:
        """Where the files lie, relative to the page: ``assets/<version>/``."""
        return f"assets/{self.version}/"

    def url(self, name: str) -> str:
        """The address of a file, relative to the page. Raises KeyError where there is none of that name."""
        if name not in self.files:
            raise KeyError(f"no file {name} is served; there are {', '.join(self.files)}")
        return self.folder + name

    def answer(self, version: str, name: str) -> Response:
        """The answer to ``assets/<version>/<name>``: packed as the browser likes it, or that it has it already.

        Another version than the present one gets the present file, unless the browser is to keep it. An unknown name,
        and what is no version at all, is not found.
        """
        if name not in self.files or not FOLDER_NAME.fullmatch(version):
            abort(404)
        media_type, packs = MEDIA_TYPES[PurePosixPath(name).suffix]
        encoding = request.accept_encodings.best_match([*PACKERS, PLAIN], PLAIN) if packs else PLAIN
        response = Response(self.packed(name, encoding), content_type=media_type)
        response.set_etag(f"{sha256(self.files[name]).hexdigest()[:12]}-{encoding}")
        response.headers["Cache-Control"] = FOREVER if version == self.version else ASK_AGAIN
        if packs:
            response.headers["Vary"] = "Accept-Encoding"
        if encoding != PLAIN:
            response.headers["Content-Encoding"] = encoding
        response.make_conditional(request)
        return response

    def packed(self, name: str, encoding: str) -> bytes:
        """A file as it is sent; packed once, whoever asks at the same time."""
        if encoding == PLAIN:
            return self.files[name]
        with self._locks[name]:
            if (name, encoding) not in self._packed:
                self._packed[name, encoding] = PACKERS[encoding](self.files[name])
            return self._packed[name, encoding]

    @cached_property
    def style_sheet(self) -> str:
        """Our style sheets as one text that stands in the page: in the order of their names, addresses as seen there.

        Raises KeyError where a sheet names a file that is not served.
        """
        sheets = (self.files[name].decode() for name in self.files if re.fullmatch(r"[^/]+\.css", name))
        text = CHARSET.sub("", TEXT_OR_COMMENT.sub(r"\1", "\n".join(sheets)))
        lines = (line.strip() for line in text.splitlines())
        return ADDRESS_IN_SHEET.sub(
            lambda found: f'url("{self.url(found[2])}")', "\n".join(line for line in lines if line)
        )


def build_delivery(assets: Path, made: Mapping[str, str]) -> Delivery:
    """What the folder ``assets`` holds, and what is ``made`` of it: path → text, such as the joined script's."""
    files = {file.relative_to(assets).as_posix(): file.read_bytes() for file in assets.rglob("*") if file.is_file()}
    return Delivery({**files, **{name: text.encode() for name, text in made.items()}})
