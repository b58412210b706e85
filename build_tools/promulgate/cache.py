"""The only module that keeps what a build made for the next one: `.cache/promulgate/`, safe to remove at any time.

An entry is found by the hash of everything it was made from, so that it never has to be thrown away to be right. One
that was cut short, altered or belongs to another key is as good as none. A cache that can't be written slows a build
and changes nothing else.
"""

from __future__ import annotations

import hashlib
import secrets
import zlib
from collections.abc import Callable
from pathlib import Path

FOLDER = ".cache/promulgate"
_FORMAT = b"1"
_DIGEST = hashlib.sha256().digest_size
_SPARE = 1000
"""So many entries nothing asked for may stay: those of another branch, of a preview."""


class Cache:
    """Bytes by key, in files of a folder; None for `folder` keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        """Where entries are; None if none are kept, or none can be."""
        self._used: set[Path] = set()

    def __reduce__(self) -> tuple[type[Cache], tuple[Path | None]]:
        """Another process begins with what is in the folder."""
        return Cache, (self.folder,)

    def kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under `key`, else what `make` gives, which is kept from then on."""
        content = self.read(key)
        if content is None:
            content = make()
            self.write(key, content)
        return content

    def read(self, key: str) -> bytes | None:
        """What is kept under `key`, or None."""
        path = self._path(key)
        if path is None:
            return None
        try:
            entry = path.read_bytes()
            content = zlib.decompress(entry[_DIGEST:])
        except (OSError, zlib.error):
            return None
        if entry[:_DIGEST] != _seal(key, content):
            return None
        self._used.add(path)
        return content

    def write(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`, whole or not at all."""
        path = self._path(key)
        if path is None:
            return
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_seal(key, content) + zlib.compress(content, 1))
            fresh.replace(path)
        except OSError:
            self.folder = None
            return
        self._used.add(path)

    def tidy(self) -> None:
        """Remove what this build did not ask for, once there is more of it than what it did."""
        if self.folder is None:
            return
        unused = [path for path in self.folder.glob("*/*") if path not in self._used]
        if len(unused) > len(self._used) + _SPARE:
            for path in unused:
                path.unlink(missing_ok=True)

    def keep_newest(self, most: int) -> None:
        """Remove the older half of the entries, once there are more than `most`: for work several processes share."""
        if self.folder is None:
            return
        entries = list(self.folder.glob("*/*"))
        if len(entries) > most:
            for path in sorted(entries, key=_written_at)[: len(entries) // 2]:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path | None:
        if self.folder is None:
            return None
        name = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:]


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process removed it
        return 0.0


def _seal(key: str, content: bytes) -> bytes:
    return hashlib.sha256(b"\0".join((_FORMAT, key.encode(), content))).digest()
