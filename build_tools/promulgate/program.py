"""What the program is right now: one hash over its own files and everything it stands on."""

from __future__ import annotations

import functools
import hashlib
import platform
from collections.abc import Iterator
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable


@functools.cache
def program_hash() -> str:
    """SHA-256 over every file of the package, the installed libraries with their versions, and Python's version.

    Whatever is computed from the same input by a program of the same hash is the same.
    """
    digest = hashlib.sha256(platform.python_version().encode())
    for line in sorted({f"{found.metadata['Name']}=={found.version}" for found in distributions()}):
        digest.update(f"{line}\n".encode())
    for name, file in sorted(_files(files("promulgate"))):
        digest.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield above + entry.name, entry
