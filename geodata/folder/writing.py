"""Writing into a data folder: checked as a whole first, all of it or nothing, what it replaces kept beside."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from geodata.errors import DataError, Finding, NotWritten
from geodata.folder.check import check

#: What the name of a file that was replaced ends in, beside the new one; the next change of that file replaces it.
KEPT_SUFFIX = ".before"
#: One line for each change: the day, the command, the files, the source. No part of the revision.
LOG = "changes.log"
#: Stands in the folder while a command reads, changes and writes it.
LOCK = "changes.lock"
LOCK_TIMEOUT_S = 30.0
_TRY_AGAIN_S = 0.05
_NOT_DATA = (f"*{KEPT_SUFFIX}", LOCK, LOG, ".*", "__pycache__")


@contextmanager
def only_writer(folder: Path, timeout_s: float = LOCK_TIMEOUT_S) -> Iterator[None]:
    """Keep other commands from changing the folder, from before it is read until it is written.

    Waits ``timeout_s`` seconds for another command to end. Raises NotWritten when it does not, and when the folder
    cannot be written.
    """
    lock, last_try = folder / LOCK, time.monotonic() + timeout_s
    while not _taken(lock):
        if time.monotonic() > last_try:
            raise NotWritten(
                f"{LOCK}: another command is changing this folder. Wait until it has ended and try again; "
                f"if none is running (a computer was switched off), delete {LOCK}."
            )
        time.sleep(_TRY_AGAIN_S)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    except OSError as problem:
        raise _unwritable(lock.parent, problem) from problem
    return True


def replace_tables(
    folder: Path,
    files: Mapping[str, bytes],
    what: str,
    source: str,
    today: date,
    known: Iterable[Finding] = (),
    dry_run: bool = False,
) -> tuple[Finding, ...]:
    """Put new files in place of those in the folder, and return the findings about the folder that this makes.

    ``files``: path in the folder → content. What each replaces is kept beside it (``KEPT_SUFFIX``), and one line in
    ``LOG`` says that on the day ``today`` the command ``what`` wrote them on the ground of ``source``. ``known``: the
    findings about the folder before, where its errors do not stand in the way; none may come to them. With
    ``dry_run`` nothing is written. The caller holds ``only_writer`` since before it read what ``files`` are made of.

    Raises DataError with every finding when the new folder has errors, NotWritten when the system does not let it be
    written; after either the folder is as it was.
    """
    with tempfile.TemporaryDirectory() as space:
        fresh = Path(space) / (folder.resolve().name or "data")
        try:
            shutil.copytree(folder, fresh, ignore=shutil.ignore_patterns(*_NOT_DATA), ignore_dangling_symlinks=True)
        except OSError as problem:
            raise _unwritable(folder, problem) from problem
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        findings = check(fresh, today)
    if _errors(findings) - _errors(known):
        raise DataError(findings)
    if files and not dry_run:
        line = "\t".join([today.isoformat(), what, ", ".join(files), source])
        _replace_all(folder, files, " ".join(line.splitlines()) + "\n")
    return findings


def _errors(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """How many errors of each kind each file has; rows move when a table is written anew."""
    return Counter((one.code, one.file) for one in findings if one.severity == "error")


def _replace_all(folder: Path, files: Mapping[str, bytes], line: str) -> None:
    """Write the files, what is kept of those before, and the line in the log, in this order: all of them or none."""
    try:
        before = {name: (folder / name).read_bytes() for name in files if (folder / name).exists()}
        kept = {f"{name}{KEPT_SUFFIX}": content for name, content in before.items()}
        log = (folder / LOG).read_bytes() if (folder / LOG).exists() else b""
        writes = {**kept, **files, LOG: log + line.encode()}
        were = {name: (folder / name).read_bytes() if (folder / name).exists() else None for name in writes}
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    ready: dict[str, Path] = {}
    done: list[str] = []
    try:
        for name, content in writes.items():
            ready[name] = _written_beside(folder / name, content)
        for name, new in ready.items():
            os.replace(new, (folder / name).resolve())
            done.append(name)
        _to_disk(folder)
    except BaseException as problem:
        for name in reversed(done):
            _put_back(folder / name, were[name])
        if isinstance(problem, OSError):
            raise _unwritable(folder, problem) from problem
        raise
    finally:
        for name in writes:
            _beside(folder / name).unlink(missing_ok=True)


def _beside(file: Path) -> Path:
    """Where a file is written before it takes its place: in the same folder, so that it moves in one step."""
    real = file.resolve()
    return real.with_name(f".{real.name}.new")


def _written_beside(file: Path, content: bytes) -> Path:
    new = _beside(file)
    with open(new, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if file.exists():
        shutil.copymode(file, new)
    return new


def _put_back(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        os.replace(_written_beside(file, content), file.resolve())


def _to_disk(folder: Path) -> None:
    """Let the new names reach the disk, where the system knows how to ask for that (not on Windows)."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _unwritable(folder: Path, problem: OSError) -> NotWritten:
    return NotWritten(
        f"{folder}: the system does not let it be read and written ({problem.strerror or problem}). Close its files "
        "in other programs, check who may write there and that the disk is not full. Nothing was changed."
    )
