"""What is published: the archive of the committed tree, and the drafts that are not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from promulgate.archive import Archive
from promulgate.archive_reader import is_recorded, read_archive, sealed_sources
from promulgate.cache import Cache
from promulgate.errors import PublicationError
from promulgate.gitstore import GitStore, open_store
from promulgate.kept_texts import KeptTexts
from promulgate.layout import refuse_irregular
from promulgate.limits import limited
from promulgate.model import Finding, Text
from promulgate.settings import SETTINGS_FILE, read_settings
from promulgate.situation import situation
from promulgate.tree import Tree
from promulgate.visibility import lost_words
from promulgate.workspace import read_tree


def load_archive_of_head(root: Path, *, drafts: bool = False, cache: Cache | None = None) -> Archive:
    """The archive of the newest commit of the repository at `root`; with `drafts`, the working texts besides.

    Texts read and judged before come from `cache`.

    Raises PromulgateError: no repository, part of one, no policies, no records, a damaged record,
    words of a recorded text that the page would not show.
    """
    store = open_store(root)
    commit = store.head()
    tree = store.tree(commit)
    refuse_irregular(tree)
    working = read_tree(store.root) if drafts else None
    source = (working or tree).files.get(SETTINGS_FILE)
    settings = read_settings(source)
    texts = KeptTexts(cache or Cache(None), refuse_lost_words)
    recorded = (folder for folders in tree.folders().values() for folder in folders)
    texts.read_ahead(one for folder in recorded for one in sealed_sources(folder, settings).values())
    return read_archive(
        tree,
        settings,
        announced=store.announcements(commit),
        commit=commit,
        drafts=working,
        sealed=texts.sealed,
    )


def findings_of_drafts(root: Path, now: datetime) -> tuple[Finding, ...]:
    """What the check finds in the working tree at `root`, but for what recording mends by itself.

    Raises PromulgateError.
    """
    from promulgate.checking import judge_tree

    here = situation(root)
    judgement = judge_tree(here.head, here.base, now, guard=limited)
    return judgement.without("record-missing").findings


def refuse_unsafe_settings(root: Path) -> None:
    """Read the settings on disk strictly before MkDocs loads them: it would run the tags in them.

    Raises ConfigurationError.
    """
    working = read_tree(root)
    refuse_irregular(working)
    read_settings(working.files.get(SETTINGS_FILE))


def refuse_lost_words(text: Text) -> None:
    """Raise PublicationError for a recorded text whose page would not show every word of its source."""
    for lost in lost_words(text)[:1]:
        raise PublicationError(
            f"{text.path}:{lost.line}: คำว่า “{lost.words}” ไม่ปรากฏบนหน้าเว็บ / "
            f"the words “{lost.words}” are nowhere on the page"
        )


def unpublished(store: GitStore, commit: str) -> tuple[str, ...]:
    """Paths of working texts that differ from `commit` or are recorded nowhere in it: drafts nobody gets to see."""
    committed = store.tree(commit)
    working = read_tree(store.root)
    return (*_uncommitted(committed, working), *_unrecorded(committed, working))


def _uncommitted(committed: Tree, working: Tree) -> tuple[str, ...]:
    paths = [path for texts in working.sources().values() for path, _ in texts.values()]
    return tuple(path for path in paths if working.files[path] != committed.files.get(path))


def _unrecorded(committed: Tree, working: Tree) -> tuple[str, ...]:
    folders = committed.folders()
    found = []
    for policy, texts in committed.sources().items():
        if not is_recorded({language: source for language, (_, source) in texts.items()}, folders.get(policy, ())):
            found += [path for path, source in texts.values() if working.files.get(path) == source]
    return tuple(found)
