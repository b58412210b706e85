"""What a change means for a policy: its dates, the state of every section, what readers will see. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from promulgate.archive import Status, order_versions
from promulgate.archive_reader import sealed_texts, working_texts
from promulgate.canonical import section_forms
from promulgate.dates import whole_days_between
from promulgate.errors import SourceError
from promulgate.model import PREAMBLE, SUMMARY, Text
from promulgate.recording import measured_against
from promulgate.records import RecordFolder, is_fixed
from promulgate.redline import Redline, compare
from promulgate.settings import Settings
from promulgate.tree import Tree


class SectionState(StrEnum):
    """What became of a section across the languages of a version."""

    SAME = "same"
    CHANGED_IN_ALL = "changed-in-all"
    CHANGED_IN_SOME = "changed-in-some"
    """Changed, added or gone in some languages only."""
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SectionOverview:
    """One section: its title per language, its state, and the languages in which it is not what it was."""

    id: str
    titles: Mapping[str, str]
    state: SectionState
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionOverview:
    """A version a change brings or amends, against what is published of it, or else against the version before."""

    policy: str
    texts: Mapping[str, Text]
    effective: datetime
    notice_days: int
    """Full days of notice if it were announced now."""
    needed_days: int
    """Full days of notice it needs; 0 for a change that needs none."""
    against: str
    """The version its words are compared with; empty for the first."""
    in_force: str
    """The version that is published and binds now; empty if none does."""
    sections: tuple[SectionOverview, ...]
    redlines: Mapping[str, Redline]
    fixed: bool = False
    """Whether it is published and may not change any more: then the change will not be merged."""

    @property
    def version(self) -> str:
        """The number of the version."""
        return self.first.metadata.version

    @property
    def first(self) -> Text:
        """The text in the first language of the site."""
        return next(iter(self.texts.values()))

    @property
    def amends(self) -> bool:
        """Whether the version was announced before, and the change amends it."""
        return self.against == self.version


def overview(
    head: Tree, base: Tree | None, settings: Settings, now: datetime, policies: Sequence[str] = ()
) -> tuple[VersionOverview, ...]:
    """The versions `head` brings that `base` has not, policy by policy, in order of version.

    Texts that can't be read are left out: a finding speaks of them.
    """
    own = head.records()[0]
    published = base.records()[0] if base is not None else {}
    return tuple(
        version
        for policy in policies or head.policies()
        for version in _versions(
            policy, head, own.get(policy, ()), published.get(policy, ()), settings=settings, now=now
        )
    )


def _versions(
    policy: str,
    head: Tree,
    own: tuple[RecordFolder, ...],
    published: tuple[RecordFolder, ...],
    *,
    settings: Settings,
    now: datetime,
) -> Iterator[VersionOverview]:
    known = {(folder.record.version, folder.source) for folder in published}
    brought = {folder.record.version: folder for folder in own if (folder.record.version, folder.source) not in known}
    found: dict[str, Mapping[str, Text]] = {}
    for version, folder in brought.items():
        try:
            found[version] = sealed_texts(folder, settings)
        except SourceError:
            continue
    working = _working(head, policy, settings)
    if working and not _published_already(working, published):
        found[next(iter(working.values())).metadata.version] = working
    for texts in found.values():
        yield _overview(policy, texts, published, settings, now)


def _working(head: Tree, policy: str, settings: Settings) -> Mapping[str, Text]:
    try:
        return working_texts(head, policy, settings)
    except SourceError:
        return {}


def _published_already(working: Mapping[str, Text], published: tuple[RecordFolder, ...]) -> bool:
    sources = {language: text.source for language, text in working.items()}
    return any(dict(folder.texts) == sources for folder in published)


def _overview(
    policy: str,
    texts: Mapping[str, Text],
    published: tuple[RecordFolder, ...],
    settings: Settings,
    now: datetime,
) -> VersionOverview:
    before = measured_against(texts, published, settings)
    redlines = {language: compare(before.get(language), text) for language, text in texts.items()}
    first = texts.get(settings.prevailing) or next(iter(texts.values()))
    effective = first.metadata.effective.instant(settings.time_zone)
    data = first.metadata
    same = next((folder.record for folder in published if folder.record.version == data.version), None)
    return VersionOverview(
        policy=policy,
        texts=texts,
        effective=effective,
        notice_days=whole_days_between(now, effective, settings.time_zone),
        needed_days=settings.notice_days if data.material and not (data.urgent or data.imported) else 0,
        against=next(iter(before.values())).metadata.version if before else "",
        in_force=_in_force(published, now),
        sections=_sections(texts, before),
        redlines=redlines,
        fixed=same is not None and is_fixed(same, now),
    )


def _in_force(published: tuple[RecordFolder, ...], now: datetime) -> str:
    versions = order_versions(published, {folder.record.version: {} for folder in published}, {})
    binding = (Status.IN_FORCE, Status.ENDED)
    return next((version.name for version in versions if version.status(now) in binding), "")


def _sections(texts: Mapping[str, Text], before: Mapping[str, Text]) -> tuple[SectionOverview, ...]:
    now = {language: section_forms(text) for language, text in texts.items()}
    then = {language: section_forms(text) for language, text in before.items()}
    order = [section.id for text in (*texts.values(), *before.values()) for section in text.sections]
    return tuple(
        _section(identifier, texts, before, now, then)
        for identifier in dict.fromkeys([SUMMARY, *order])
        if identifier != SUMMARY or any(forms[SUMMARY] for forms in (*now.values(), *then.values()))
    )


def _section(
    identifier: str,
    texts: Mapping[str, Text],
    before: Mapping[str, Text],
    now: Mapping[str, Mapping[str, str]],
    then: Mapping[str, Mapping[str, str]],
) -> SectionOverview:
    languages = tuple(texts)
    changed = tuple(
        language for language in languages if now[language].get(identifier) != then.get(language, {}).get(identifier)
    )
    if not changed:
        state = SectionState.SAME
    elif len(changed) < len(languages):
        state = SectionState.CHANGED_IN_SOME
    elif not any(identifier in forms for forms in now.values()):
        state = SectionState.GONE
    elif not any(identifier in forms for forms in then.values()):
        state = SectionState.NEW
    else:
        state = SectionState.CHANGED_IN_ALL
    titles = {language: _title(identifier, texts[language], before.get(language)) for language in languages}
    return SectionOverview(identifier, titles, state, changed)


def _title(identifier: str, text: Text, before: Text | None) -> str:
    """The section's title; empty for the summary and the preamble, which readers know by other names."""
    if identifier in (PREAMBLE, SUMMARY):
        return ""
    section = text.section(identifier) or (before.section(identifier) if before is not None else None)
    return section.title if section is not None else ""
