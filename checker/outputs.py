"""Outputs: where a report goes, the screen or a file, "report.json, whole or not at all"."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

import typer

from .report import plain
from .trouble import TroubleError


def write(pieces: Iterable[str], output: Path | None) -> None:
    """To the screen as it comes, without colours where it is none; to a file whole or not at all.

    Raises TroubleError where the file cannot be written.
    """
    if output is None:
        for piece in pieces:
            typer.echo(piece, nl=False, color=False if os.environ.get("NO_COLOR") else None)
        return
    try:
        if output.exists() and not output.is_file():  # a pipe or a device is written to, not replaced
            with output.open("w", encoding="utf-8", newline="") as device:
                device.writelines(plain(piece) for piece in pieces)
        else:
            _replace(output, pieces)
    except OSError as e:
        raise TroubleError(f"--output {output}: cannot be written: {e.strerror}") from e


def write_folder(pages: Iterable[tuple[str, Iterable[str]]], folder: Path) -> None:
    """Files into a folder, each whole or not at all. Raises TroubleError where one cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, pieces in pages:
            _replace(folder / name, pieces)
    except OSError as e:
        raise TroubleError(f"--output {folder}: cannot be written: {e.strerror}") from e


def swap(path: Path, before: bytes | None, after: bytes) -> None:
    """Gives a file another content, whole or not at all; before is what it held when it was read, None if not there.

    Raises TroubleError where it holds something else by now, or cannot be written.
    """

    def fill(f: IO[bytes]) -> None:
        f.write(after)
        f.flush()
        os.fsync(f.fileno())  # it is somebody's text, and no report that can be made again

    def unchanged() -> None:
        if (path.read_bytes() if path.exists() else None) != before:
            raise TroubleError(f"{path.name}: changed on disk since it was read; nothing was written")

    try:
        path = path.resolve()  # a link stays one
        rights = path.stat().st_mode & 0o7777 if before is not None else None
        _in_place(path, fill, rights, unchanged)
    except OSError as e:
        raise TroubleError(f"{path}: cannot be written: {e.strerror or e}") from e


def _replace(output: Path, pieces: Iterable[str]) -> None:
    """Writes a report in place of what a file holds."""
    _in_place(output, lambda f: f.writelines(plain(piece).encode() for piece in pieces))


def _in_place(
    path: Path, fill: Callable[[IO[bytes]], object], rights: int | None = None, last: Callable[[], None] | None = None
) -> None:
    """Writes beside a file and takes its place at the end; whatever goes wrong before, the old file stays.

    rights are its permissions, those of a new file where none are told; last may still refuse by raising.
    """
    import tempfile  # five milliseconds that most runs need not spend

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as f:
            fill(f)
        Path(temporary).chmod(0o666 & ~_umask() if rights is None else rights)
        if last:
            last()
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The permissions that the user takes from new files, which a temporary file does not ask for."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
