"""The only module that touches git. It reads blobs by full hash and asks a handful of fixed questions.

Replace objects, grafts, system and user configuration, textconv and external diff drivers are never consulted: what is
read is what was committed, and every blob is hashed again to show it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from promulgate.errata import ERRATA_FILE
from promulgate.errors import RepositoryError
from promulgate.records import RECORD_FILE, RECORDS, RecordState
from promulgate.tree import FILES, FOLDERS, Irregular, Tree, is_hidden

if TYPE_CHECKING:
    import git

_ENVIRONMENT = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_COUNT": "0",
    "GIT_CONFIG_PARAMETERS": "",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "",
    "GIT_NAMESPACE": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
_REGULAR_MODES = ("100644", "100755")
_IRREGULAR_MODES = {"120000": Irregular.LINK, "160000": Irregular.SUBMODULE}
MAIN = "main"
_UNSHALLOW = "git fetch --unshallow"
_REFETCH = (
    "git config --unset-all remote.origin.promisor; git config --unset-all remote.origin.partialclonefilter; "
    "git fetch --refetch origin"
)


class GitStore:
    """A repository with its whole history. Open it with `open_store`."""

    def __init__(self, repository: git.Repo) -> None:
        self._repository = repository
        self._git = repository.git
        # Naming the folders leaves git nothing to search for. So it works where the files belong to another user, as
        # in CI containers, without a setting of the user's: nothing a foreign repository configures is ever run here.
        self._git.update_environment(
            GIT_DIR=str(repository.git_dir),
            GIT_COMMON_DIR=str(repository.common_dir),
            GIT_OBJECT_DIRECTORY=str(Path(repository.common_dir) / "objects"),
            GIT_WORK_TREE=str(repository.working_tree_dir or repository.git_dir),
            **_ENVIRONMENT,
        )

    @property
    def root(self) -> Path:
        """The top folder of the working tree."""
        return Path(str(self._repository.working_tree_dir))

    @property
    def private(self) -> Path:
        """Git's own folder, which all working trees share: no commit can bring a file there."""
        return Path(self._repository.common_dir)

    def resolve(self, ref: str) -> str:
        """The full hash of the commit `ref` names. Raises RepositoryError if it names none."""
        found = self._find(ref)
        if found is None:
            raise RepositoryError(f"git knows no commit called {ref!r}: fetch it, or name another with --base")
        return found

    def newest(self) -> str | None:
        """The full hash of the newest commit; None in a repository that has no commit yet."""
        return self._find("HEAD")

    def head(self) -> str:
        """The full hash of the newest commit. Raises RepositoryError in a repository without commits."""
        found = self.newest()
        if found is None:
            raise RepositoryError("the repository has no commit yet: commit the policies first")
        return found

    def tree(self, commit: str) -> Tree:
        """The files that matter as they stand in `commit` (a full hash). Raises RepositoryError if one is lost."""
        listing = self._git.ls_tree("-r", "-z", "--full-tree", _full(commit), "--", *FOLDERS, *FILES)
        files, irregular = {}, {}
        for entry in filter(None, listing.split("\0")):
            attributes, path = entry.split("\t", 1)
            mode, kind, blob = attributes.split(" ")
            if is_hidden(path):
                continue
            if mode in _REGULAR_MODES and kind == "blob":
                files[path] = self._blob(path, blob)
            else:
                irregular[path] = _IRREGULAR_MODES.get(mode, Irregular.SPECIAL)
        return Tree(files, irregular)

    def _blob(self, path: str, name: str) -> bytes:
        """The bytes of a blob, hashed again: git itself does not notice a loose object that was exchanged."""
        try:
            contents = self._git.get_object_data(_full(name))[3]
        except ValueError as error:
            raise RepositoryError(f"{path}: git has lost this file ({name}): fetch the history again") from error
        header = b"blob %d\0" % len(contents)
        if hashlib.sha1(header + contents, usedforsecurity=False).hexdigest() != name:
            raise RepositoryError(f"{path}: git's copy of this file ({name}) is damaged: clone the repository again")
        return contents

    def first_parent(self, commit: str) -> str | None:
        """The full hash of the commit's first parent, None for a root commit."""
        return self._find(f"{_full(commit)}^1")

    def base(self, ref: str | None, environment: Mapping[str, str], *, uncommitted: bool) -> str | None:
        """The commit a change is measured against; None when there is nothing before it.

        `ref` is what the user asked for; without it the target branch as CI names it, else `origin`'s main branch, else
        local main. On the main branch itself it is the first parent, or its tip while there are `uncommitted` changes.
        Raises RepositoryError in CI when no base can be found.
        """
        if ref is not None:
            return self.resolve(ref)
        head = self.head()
        found = self._target(environment)
        if found is None:
            raise RepositoryError(
                "no base to compare with: fetch the target branch, or name it: --base refs/remotes/origin/main"
            )
        if found != head or uncommitted:
            return found
        return self.first_parent(head)

    def announcements(self, commit: str) -> dict[tuple[str, str], datetime]:
        """When each record first reached the branch `commit` is the tip of, by policy and version.

        The branch's own history counts (first parents), and the time is the committer's: for display, not for proof.
        """
        log = self._git.log(
            *(
                "--encoding=UTF-8",
                "--first-parent",
                "--diff-merges=first-parent",
                "--no-renames",
                "--no-follow",
                "--no-show-signature",
            ),
            *("--no-ext-diff", "--no-textconv", "--diff-filter=A", "--name-only", "-z"),
            *("--format=%x01%cI", _full(commit), "--", RECORDS),
        )
        announced: dict[tuple[str, str], datetime] = {}
        for entry in filter(None, log.split("\x01")):
            moment, *paths = entry.replace("\n", "\0").split("\0")
            for path in paths:
                parts = path.split("/")
                if len(parts) == 4 and parts[3] == RECORD_FILE:
                    announced[parts[1], parts[2]] = datetime.fromisoformat(moment)
        return announced

    def record_states(self, commit: str) -> tuple[RecordState, ...]:
        """The record files as each commit of the branch that touched them has them, the oldest first.

        The branch's own history counts (first parents).
        """
        log = self._git.log(
            *(
                "--encoding=UTF-8",
                "--first-parent",
                "--no-patch",
                "--reverse",
                "--no-show-signature",
                "--no-renames",
                "--no-follow",
            ),
            *("--no-ext-diff", "--no-textconv", "--format=%H %cI", _full(commit), "--", RECORDS),
        )
        states = []
        for entry in filter(None, log.splitlines()):
            name, moment = entry.split(" ")
            listing = self._git.ls_tree("-r", "-z", "--full-tree", _full(name), "--", RECORDS)
            names: dict[str, str] = {}
            for line in filter(None, listing.split("\0")):
                attributes, path = line.split("\t", 1)
                names[path] = attributes.split(" ")[2]
            records, errata = (self._called(file, names) for file in (RECORD_FILE, ERRATA_FILE))
            states.append(RecordState(name, datetime.fromisoformat(moment), names, records, errata))
        return tuple(states)

    def _called(self, file: str, names: Mapping[str, str]) -> dict[str, bytes]:
        return {path: self._blob(path, blob) for path, blob in names.items() if path.endswith(f"/{file}")}

    def _target(self, environment: Mapping[str, str]) -> str | None:
        named = _target_named_by_ci(environment)
        if named:
            return self._find(f"refs/remotes/origin/{named}") or self._find_hash(named)
        for ref in ("refs/remotes/origin/HEAD", f"refs/remotes/origin/{MAIN}"):
            found = self._find(ref)
            if found:
                return found
        return None if environment.get("CI") else self._find(f"refs/heads/{MAIN}") or self.head()

    def _find_hash(self, name: str) -> str | None:
        return self._find(name) if len(name) in (40, 64) else None

    def _find(self, ref: str) -> str | None:
        if ref.startswith("-") or "\0" in ref:
            return None
        from git.exc import GitCommandError

        try:
            return str(self._git.rev_parse("--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"))
        except GitCommandError:
            return None


def open_store(folder: Path) -> GitStore:
    """Open the repository `folder` belongs to.

    Raises RepositoryError when there is none, when git is missing, or when the clone lacks history or files: an answer
    from half the history would be wrong, and nothing would show it.
    """
    try:
        import git
    except ImportError as error:
        raise RepositoryError("git is not installed: install git, then run this again") from error
    try:
        repository = git.Repo(folder, search_parent_directories=True, expand_vars=False)
    except (git.exc.InvalidGitRepositoryError, git.exc.NoSuchPathError) as error:
        raise RepositoryError(f"{folder} is not in a git repository: clone the policies with git clone") from error
    if repository.bare:
        raise RepositoryError(f"{folder} is a bare repository: clone it to get the files")
    store = GitStore(repository)
    try:
        shallow = repository.git.rev_parse("--is-shallow-repository")
        names = repository.git.rev_parse("--show-object-format")
    except git.exc.GitCommandError as error:
        raise RepositoryError(f"git can't read the repository at {store.root}: {error.stderr.strip()}") from error
    if names != "sha1":
        raise RepositoryError(f"the repository names its objects by {names}; only sha1 repositories can be read")
    if shallow == "true":
        raise RepositoryError(f"this clone has only part of the history; get the rest with: {_UNSHALLOW}")
    with repository.config_reader("repository") as config:
        for section in config.sections():
            if config.has_option(section, "promisor") or config.has_option(section, "partialclonefilter"):
                raise RepositoryError(f"this clone has only part of the files; get the rest with: {_REFETCH}")
    return store


def _full(commit: str) -> str:
    """The hash itself, when it is one: nothing else may reach a git command line."""
    if len(commit) not in (40, 64) or set(commit) - set("0123456789abcdef"):
        raise ValueError(f"not a full hash: {commit!r}")
    return commit


def _target_named_by_ci(environment: Mapping[str, str]) -> str:
    """The branch (or, for a merge queue, the commit) a CI run is to be merged into, as the platform names it."""
    for variable in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "BITBUCKET_PR_DESTINATION_BRANCH"):
        if environment.get(variable):
            return environment[variable]
    event = environment.get("GITHUB_EVENT_PATH", "")
    if environment.get("GITHUB_EVENT_NAME") == "merge_group" and event:
        payload = json.loads(Path(event).read_text(encoding="utf-8"))
        return str(payload["merge_group"]["base_sha"])
    return ""


def environment() -> Mapping[str, str]:
    """The process environment, for finding out what CI says of the target branch."""
    return os.environ
