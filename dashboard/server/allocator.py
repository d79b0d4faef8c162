"""What the C library does with memory that is given back: hand it to the system, not keep it for the thread."""

from __future__ import annotations

import ctypes
from contextlib import suppress

#: ``M_TRIM_THRESHOLD`` and ``M_ARENA_MAX`` of glibc's ``malloc.h``.
_TRIM_THRESHOLD, _ARENA_MAX = -1, -8
#: More than this free at the end of the heap goes back to the system, in bytes.
_FREE_BYTES = 128 * 1024
#: So many heaps for all threads: only one of them runs Python at a time.
_HEAPS = 2


def trim_heaps() -> None:
    """Hand free pages back to the system, wherever in the heaps they lie (``malloc_trim``)."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def limit_heaps() -> bool:
    """Tell glibc to give free memory back; False where another C library serves.

    Left alone, it keeps a heap for each thread and raises its threshold to the largest piece ever freed, so that a
    server of eight threads holds on to what each needed at its most: 400 MB instead of 300 MB after 300 plans.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):  # musl has none, Windows no library of that name
        return False
    return all(mallopt(option, value) == 1 for option, value in ((_TRIM_THRESHOLD, _FREE_BYTES), (_ARENA_MAX, _HEAPS)))
