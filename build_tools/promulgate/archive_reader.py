"""From the files of a tree to the archive: every record with its texts, in order of effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from promulgate.archive import Archive, Policy, Version, order_versions
from promulgate.errata import errata_path, read_errata
from promulgate.errors import ConfigurationError
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.outline import Outline
from promulgate.records import RecordFolder, folder_of
from promulgate.settings import Settings
from promulgate.tree import Tree

Read = Callable[[str, str, str, bytes], Text]
"""Policy, language, path and source to the text, as `read_text` does. Raises SourceError."""
Sealed = tuple[Mapping[str, Text], Mapping[str, Outline]]
"""The texts of a record by language, and the outlines of those that need not be read for them."""

NO_POLICIES = "no policies found: put them at policies/<language>/<policy>.md, one file per language"
NO_RECORDS = "no version of any policy is recorded yet: run promulgate record, then commit the changelog folder"


def read_archive(
    tree: Tree,
    settings: Settings,
    *,
    announced: Mapping[tuple[str, str], datetime] | None = None,
    commit: str = "",
    drafts: Tree | None = None,
    sealed: Callable[[RecordFolder, Settings], Sealed] | None = None,
) -> Archive:
    """Read all policies of `tree`.

    `announced` tells when each policy's version reached the main branch; `drafts` is the working tree whose unrecorded
    texts are to be shown as drafts; `sealed` gives the texts of a record. Raises ConfigurationError when there are no
    policies or no records, RecordError for a damaged record, SourceError for a sealed text that can't be read.
    """
    if not tree.policies():
        raise ConfigurationError(NO_POLICIES)
    folders = tree.folders()
    if not folders:
        raise ConfigurationError(NO_RECORDS)
    policies = []
    for policy in tree.policies():
        versions = read_versions(policy, folders.get(policy, ()), settings, announced or {}, sealed)
        drafted = read_drafts(policy, drafts, folders.get(policy, ()), settings) if drafts is not None else {}
        if versions or drafted:
            path = errata_path(policy)
            policies.append(Policy(policy, versions, drafted, read_errata(path, tree.files.get(path))))
    return Archive(settings, tuple(policies), commit)


def read_versions(
    policy: str,
    folders: tuple[RecordFolder, ...],
    settings: Settings,
    announced: Mapping[tuple[str, str], datetime] | None = None,
    sealed: Callable[[RecordFolder, Settings], Sealed] | None = None,
) -> tuple[Version, ...]:
    """The versions of one policy in order of effect, with their texts. Raises SourceError."""
    moments = {version: moment for (name, version), moment in (announced or {}).items() if name == policy}
    if sealed is None:
        return order_versions(folders, {one.record.version: sealed_texts(one, settings) for one in folders}, moments)
    given = {folder.record.version: sealed(folder, settings) for folder in folders}
    return order_versions(
        folders,
        {name: texts for name, (texts, _) in given.items()},
        moments,
        {name: outlines for name, (_, outlines) in given.items()},
    )


def sealed_texts(folder: RecordFolder, settings: Settings, read: Read = read_text) -> dict[str, Text]:
    """The texts of a record by language, the site's languages first and in their order. Raises SourceError."""
    return {language: read(*source) for language, source in sealed_sources(folder, settings).items()}


def sealed_sources(folder: RecordFolder, settings: Settings) -> dict[str, tuple[str, str, str, bytes]]:
    """What `read_text` reads of a record: policy, language, path and source, by language in the order of its texts."""
    record = folder.record
    order = dict.fromkeys([*settings.languages, *record.languages])
    place = folder_of(record.policy, record.version)
    return {
        language: (record.policy, language, f"{place}/{language}.md", folder.texts[language])
        for language in order
        if language in folder.texts
    }


def read_drafts(policy: str, tree: Tree, folders: tuple[RecordFolder, ...], settings: Settings) -> dict[str, Text]:
    """The working texts of a policy, unless they are the very bytes of one of its records. Raises SourceError."""
    texts = working_texts(tree, policy, settings)
    return {} if is_recorded({language: text.source for language, text in texts.items()}, folders) else texts


def working_texts(tree: Tree, policy: str, settings: Settings) -> dict[str, Text]:
    """The working texts of a policy by language, in the order of the site's languages. Raises SourceError."""
    sources = tree.sources().get(policy, {})
    return {
        language: read_text(policy, language, *sources[language])
        for language in settings.languages
        if language in sources
    }


def is_recorded(sources: Mapping[str, bytes], folders: tuple[RecordFolder, ...]) -> bool:
    """Whether a record holds exactly these texts."""
    return any(dict(folder.texts) == dict(sources) for folder in folders)
