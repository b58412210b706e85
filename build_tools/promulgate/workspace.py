"""The only module that touches the working tree: it reads the files that matter and writes atomically."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from promulgate.errors import PublicationError, UsageError
from promulgate.tree import FILES, FOLDERS, Irregular, Tree, is_hidden

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2


def read_tree(root: Path) -> Tree:
    """The files that matter as they stand on disk; links, submodules and special files are noted, never followed."""
    files: dict[str, bytes] = {}
    irregular: dict[str, Irregular] = {}
    pending = [root / name for name in (*FILES, *FOLDERS)]
    while pending:
        path = pending.pop()
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            irregular[name] = Irregular.LINK
        elif path.is_dir():
            if (path / ".git").exists():
                irregular[name] = Irregular.SUBMODULE
            else:
                pending += path.iterdir()
        elif path.is_file():
            files[name] = path.read_bytes()
        elif path.exists():
            irregular[name] = Irregular.SPECIAL
    return Tree(
        {name: files[name] for name in sorted(files) if not is_hidden(name)},
        {name: irregular[name] for name in sorted(irregular) if not is_hidden(name)},
    )


def tree_stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Path, time of change and size of every file that matters: differs whenever one of them is saved."""
    paths = [root / name for name in FILES] + [
        path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))
    ]
    found = ((path, path.stat()) for path in paths if path.is_file())
    return tuple((path.relative_to(root).as_posix(), one.st_mtime_ns, one.st_size) for path, one in found)


def read_folder(folder: Path, patterns: tuple[str, ...]) -> dict[str, bytes]:
    """The files of `folder` that match one of the glob patterns, by path. Raises UsageError if there is none."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder")
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file() and not path.is_symlink()}
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}


def write_files(root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write each file whole or not at all; a file that has these bytes already is not touched.

    Returns the paths written.
    """
    written = []
    for name, contents in sorted(files.items()):
        path = root / name
        if path.is_file() and path.read_bytes() == contents:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(contents)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        written.append(name)
    return tuple(written)


def existing_files(root: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that are there already, in order."""
    return tuple(sorted(name for name in names if (root / name).exists()))


def remove_files(root: Path, names: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Remove these files if they are there. Returns the paths removed."""
    removed = []
    for name in names:
        if (root / name).is_file():
            (root / name).unlink()
            removed.append(name)
    return tuple(removed)


@contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """Give a fresh folder to fill; when the block ends well it takes the place of `target` in one step.

    When the block fails, `target` stays as it was and the fresh folder is removed. A lock beside `target` keeps a
    second publisher out. Raises PublicationError.
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_dir():
        raise PublicationError(f"{target} is a file; name a folder for the site")
    if target.exists() and any(target.iterdir()) and not _is_site(target):
        raise PublicationError(f"{target} has files in it and is not a site of promulgate: name another folder")
    with _locked(target):
        _remove_leftovers(target)
        fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.new-"))
        fresh.chmod(0o777 & ~_umask())
        try:
            yield fresh
            _synchronise(fresh)
            _exchange(fresh, target)
            _synchronise_entry(target.parent)  # the new site is there for good before the old one is removed
        except OSError as error:
            raise PublicationError(f"the site could not be written: {error.strerror or error}") from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


class SiteWriter:
    """Writes the files of a site into the fresh folder `folder`, which is to replace the site at `previous`.

    A file the previous site has with the very same bytes becomes a second name of that file: nothing is written, and
    nothing has to be freed when the old site is removed, which of ten thousand pages took longer than all else. It
    keeps its time of change, too, so that a browser and a mirror see that it is the same. The bytes are read and
    compared each time, so that a file somebody altered in the old site never gets into the new one. A file with further
    names, of another owner or with other permissions is written anew: somebody may keep it to edit it. What remains is
    that an edit of the published folder itself, made while the next site is being built, outlives the exchange; the
    next build and `promulgate verify --site` see it.
    """

    def __init__(self, folder: Path, previous: Path | None = None) -> None:
        self._folder = folder
        self._previous = previous
        self._mode = stat.S_IFREG | (0o666 & ~_umask())
        self._folders: set[Path] = set()

    def write(self, name: str, contents: bytes) -> None:
        """Write the file called `name`. Raises OSError."""
        path = self._folder / name
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        if self._previous is None or not self._linked(self._previous / name, path, contents):
            path.write_bytes(contents)

    def _linked(self, old: Path, path: Path, contents: bytes) -> bool:
        try:
            found = old.lstat()
            ours = (found.st_mode, found.st_uid, found.st_nlink) == (self._mode, os.geteuid(), 1)
            if not ours or found.st_size != len(contents) or old.read_bytes() != contents:
                return False
            os.link(old, path, follow_symlinks=False)
        except OSError:  # it is not there, or this file system has no second names
            return False
        return True


def _is_site(folder: Path) -> bool:
    return (folder / "api" / "policies.json").is_file()


def _remove_leftovers(target: Path) -> None:
    for leftover in target.parent.glob(f".{target.name}.new-*"):
        shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    import fcntl

    lock = target.parent / f".{target.name}.lock"
    with lock.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _synchronise(folder: Path) -> None:
    """Have everything below `folder` on the disk before it takes the old site's place.

    One `syncfs` for the whole file system instead of one `fsync` a file: it may write out what others left to be
    written, too, but it waits for the disk once, where ten thousand pages would make it wait ten thousand times.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    except AttributeError:  # not Linux
        for path in (*folder.rglob("*"), folder):
            _synchronise_entry(path)
    finally:
        os.close(descriptor)


def _synchronise_entry(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange(fresh: Path, target: Path) -> None:
    """Put `fresh` in the place of `target`; readers see the old folder or the new one at any moment."""
    if not target.exists():
        fresh.replace(target)
        return
    try:
        library = ctypes.CDLL(None, use_errno=True)
        paths = (_AT_CURRENT_FOLDER, os.fsencode(fresh), _AT_CURRENT_FOLDER, os.fsencode(target), _EXCHANGE)
        if library.renameat2(*paths) == 0:
            return
        number = ctypes.get_errno()
    except (AttributeError, OSError):
        number = errno.ENOSYS
    if number not in (errno.ENOSYS, errno.EINVAL, errno.EPERM):
        raise OSError(number, os.strerror(number))
    old = fresh.with_name(f"{fresh.name}-old")  # two renames where the platform can't exchange folders
    target.replace(old)
    fresh.replace(target)
    shutil.rmtree(old, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
