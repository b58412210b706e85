"""Makes the record of a version: the same folder for the same texts, on any machine, on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from promulgate.archive_reader import Read, sealed_texts, working_texts
from promulgate.changelog import render_changelog
from promulgate.errors import SourceError
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.one_sided import one_sided_changes
from promulgate.records import (
    Record,
    RecordedAcknowledgement,
    RecordedSection,
    RecordedText,
    RecordFolder,
    folder_of,
    is_fixed,
    sha256,
    write_record,
)
from promulgate.redline import Redline, change_kind, compare
from promulgate.settings import Settings
from promulgate.tree import Tree


def prepare_record(
    texts: Mapping[str, Text],
    head: tuple[RecordFolder, ...],
    base: tuple[RecordFolder, ...],
    settings: Settings,
    *,
    rerender: bool = False,
    read: Read = read_text,
) -> RecordFolder:
    """The folder of the version `texts` names, one text per language of the site.

    `head` are the policy's records in the tree that is worked on, `base` those on the base. A version that is on the
    base with these very texts and the same version before it stays exactly as it is, whatever our algorithms became;
    with `rerender` its changelogs for readers are written again.
    """
    first = texts.get(settings.prevailing) or next(iter(texts.values()))
    others = tuple(folder for folder in head if folder.record.version != first.metadata.version)
    before = _version_before(first, others, settings)
    recorded = next((folder for folder in base if folder.record.version == first.metadata.version), None)
    sources = {language: text.source for language, text in texts.items()}
    if recorded is not None and dict(recorded.texts) == sources and recorded.record.previous == _name(before):
        present = next((folder for folder in head if folder.proof == recorded.proof), recorded)
        if not rerender and set(present.changes) == set(recorded.texts):
            return present
        return replace(
            recorded, changes=_changelogs(recorded.record, texts, _redlines(texts, before, settings, read), settings)
        )
    redlines = _redlines(texts, before, settings, read)
    against = measured_against(texts, base, settings, read)
    record = _record(texts, redlines, settings, against=against, previous=_name(before), amended=recorded)
    return RecordFolder(record, write_record(record), sources, _changelogs(record, texts, redlines, settings))


def measured_against(
    texts: Mapping[str, Text], base: tuple[RecordFolder, ...], settings: Settings, read: Read = read_text
) -> dict[str, Text]:
    """What one-sided changes are measured against: the base's record of the same version, else of the one before.

    Empty when the base has neither.
    """
    first = texts.get(settings.prevailing) or next(iter(texts.values()))
    same = next((folder for folder in base if folder.record.version == first.metadata.version), None)
    folder = same or _version_before(first, base, settings)
    return sealed_texts(folder, settings, read) if folder is not None else {}


def _version_before(text: Text, folders: tuple[RecordFolder, ...], settings: Settings) -> RecordFolder | None:
    instant = text.metadata.effective.instant(settings.time_zone)
    earlier = [
        folder
        for folder in folders
        if not folder.record.withdrawn
        and folder.record.version != text.metadata.version
        and folder.record.effective < instant
    ]
    return max(earlier, key=lambda folder: (folder.record.effective, folder.record.number), default=None)


def _redlines(
    texts: Mapping[str, Text], before: RecordFolder | None, settings: Settings, read: Read
) -> dict[str, Redline]:
    old = sealed_texts(before, settings, read) if before is not None else {}
    return {language: compare(old.get(language), text) for language, text in texts.items()}


def _record(
    texts: Mapping[str, Text],
    redlines: Mapping[str, Redline],
    settings: Settings,
    *,
    against: Mapping[str, Text],
    previous: str,
    amended: RecordFolder | None,
) -> Record:
    first = texts.get(settings.prevailing) or next(iter(texts.values()))
    data = first.metadata
    return Record(
        policy=first.policy,
        version=data.version,
        effective=data.effective.instant(settings.time_zone),
        material=data.material,
        prevailing=first.language,
        languages={
            language: RecordedText(sha256(text.source), sha256(text.visible.encode()))
            for language, text in texts.items()
        },
        previous=previous,
        imported=bool(data.imported),
        urgent=bool(data.urgent),
        withdrawn=bool(data.withdrawn),
        ends=data.ends,
        sections=_sections(redlines),
        acknowledged=_acknowledged(texts, against),
        amends=amended.sha256 if amended is not None else "",
    )


def _sections(redlines: Mapping[str, Redline]) -> tuple[RecordedSection, ...]:
    kinds = {
        language: {section.id: change_kind(section) for section in redline.sections}
        for language, redline in redlines.items()
    }
    identifiers = dict.fromkeys(identifier for sections in kinds.values() for identifier in sections)
    return tuple(
        RecordedSection(
            identifier,
            {language: sections[identifier] for language, sections in kinds.items() if identifier in sections},
        )
        for identifier in identifiers
    )


def _acknowledged(texts: Mapping[str, Text], before: Mapping[str, Text]) -> tuple[RecordedAcknowledgement, ...]:
    return tuple(
        RecordedAcknowledgement(change.section, change.unchanged, change.fingerprint, change.acknowledgement.reason)
        for change in one_sided_changes(texts, before)
        if change.acknowledgement is not None
    )


def _changelogs(
    record: Record, texts: Mapping[str, Text], redlines: Mapping[str, Redline], settings: Settings
) -> dict[str, bytes]:
    return {
        language: render_changelog(record, text, redlines[language], settings.time_zone).encode()
        for language, text in texts.items()
    }


def _name(folder: RecordFolder | None) -> str:
    return folder.record.version if folder is not None else ""


def records_to_write(
    head: Tree, base: Tree | None, settings: Settings, policies: Sequence[str] = (), *, rerender: bool = False
) -> dict[str, bytes]:
    """The files of every record that working texts or records not on the base give, by path.

    With `rerender` also the changelogs of every recorded version. Raises SourceError, RecordError.
    """
    folders, fixed = head.folders(), base.folders() if base is not None else {}
    files: dict[str, bytes] = {}
    for policy in policies or head.policies():
        own, on_base = folders.get(policy, ()), fixed.get(policy, ())
        working = working_texts(head, policy, settings)
        version = next(iter(working.values())).metadata.version if working else ""
        others = [folder for folder in own if folder.record.version != version]
        again = [folder for folder in others if rerender or folder not in on_base]
        for texts in [working, *(sealed_texts(folder, settings) for folder in again)]:
            if texts:
                files |= files_of(prepare_record(texts, own, on_base, settings, rerender=rerender))
    return files


def rewritten_folders(head: Tree, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Policy and version of the folders the working texts of `head` give: whatever stands there can be written again.

    Policies whose texts can't be read, or name different versions, have none.
    """
    found = []
    for policy in head.policies():
        try:
            texts = working_texts(head, policy, settings)
        except SourceError:
            continue
        versions = {text.metadata.version for text in texts.values()}
        found += [(policy, version) for version in versions if len(versions) == 1]
    return tuple(found)


def without_spoilt_folders(head: Tree, base: Tree | None, settings: Settings, now: datetime) -> Tree:
    """`head` as if damaged folders that recording writes anew were not there: a conflict cleared by hand damages them.

    What is fixed on the base is never among them: damage there is a finding.
    """
    damaged = {(damage.policy, damage.version) for damage in head.records()[1]}
    if not damaged:
        return head
    published = base.records()[0] if base is not None else {}
    fixed = {
        (policy, folder.record.version)
        for policy, folders in published.items()
        for folder in folders
        if is_fixed(folder.record, now)
    }
    spoilt = {
        f"{folder_of(policy, version)}/"
        for policy, version in rewritten_folders(head, settings)
        if (policy, version) in damaged - fixed
    }
    kept = {path: source for path, source in head.files.items() if not path.startswith(tuple(spoilt))}
    return Tree(kept, head.irregular) if spoilt else head


def files_of(folder: RecordFolder) -> dict[str, bytes]:
    """The files of a record's folder by their paths in the repository."""
    path = folder_of(folder.record.policy, folder.record.version)
    changes = {f"changes.{language}.md": source for language, source in folder.changes.items()}
    return {f"{path}/{name}": source for name, source in {**folder.proof, **changes}.items()}


def superfluous_files(head: Tree, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Files in the folders about to be written that no longer belong there."""
    folders = {path.rpartition("/")[0] for path in files}
    return tuple(path for path in head.files if path.rpartition("/")[0] in folders and path not in files)
