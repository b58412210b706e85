"""What a rule about records and time looks at: one policy as a whole, its working texts beside its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from promulgate.archive import Version, order_versions
from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.records import RECORD_FILE, RecordFolder, folder_of, is_fixed
from promulgate.settings import Settings
from promulgate.tree import Damage


@dataclass(frozen=True, slots=True)
class PolicySubject:
    """One policy, with its records on the base and in the tree that is judged."""

    policy: str
    settings: Settings
    now: datetime
    working: Mapping[str, Text] = field(default_factory=dict)
    """The working texts in the order of the site's languages; empty when one of them can't be read."""
    base: tuple[RecordFolder, ...] = ()
    """In order of version."""
    head: tuple[RecordFolder, ...] = ()
    """In order of version, damaged ones left out."""
    damaged: tuple[Damage, ...] = ()
    files: tuple[str, ...] = ()
    """The languages there is a working file in, whether or not it can be read."""
    expected: Mapping[str, RecordFolder] = field(default_factory=dict)
    """By version: the folder `promulgate record` would write for the working texts and for records not on the base."""
    base_exists: bool = True
    """False on the first commit, when there is nothing to compare with."""

    def on_base(self, version: str) -> RecordFolder | None:
        """The base's record of this version, or None."""
        return next((folder for folder in self.base if folder.record.version == version), None)

    def in_head(self, version: str) -> RecordFolder | None:
        """The record of this version in the tree that is judged, or None."""
        return next((folder for folder in self.head if folder.record.version == version), None)

    @property
    def prevailing(self) -> Text | None:
        """The working text that prevails, or the first there is; None without working texts."""
        return self.working.get(self.settings.prevailing) or next(iter(self.working.values()), None)

    def is_fixed(self, version: str) -> bool:
        """Whether the base holds this version and nothing of it may change any more."""
        folder = self.on_base(version)
        return folder is not None and is_fixed(folder.record, self.now)

    def working_sources(self) -> dict[str, bytes]:
        """The bytes of the working texts by language."""
        return {language: text.source for language, text in self.working.items()}

    def versions(self) -> tuple[Version, ...]:
        """The versions in the tree that is judged, in order of effect, without their parsed texts."""
        return order_versions(self.head, {folder.record.version: {} for folder in self.head}, {})


PolicyCheck = Callable[[PolicySubject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """A rule about a policy as a whole: its id, default severity, its check, whether it guards records."""

    id: str
    severity: Severity
    check: PolicyCheck
    documentation: str
    guards_records: bool = False

    def at_text(self, text: Text, key: str, message: Bilingual, hint: Bilingual) -> Finding:
        """A finding at the line of `key` at the top of a working text."""
        place = Place(text.language, text.path, text.metadata.line(key))
        return Finding(self.id, self.severity, text.policy, "", place, message, hint)

    def at_record(
        self, subject: PolicySubject, version: str, message: Bilingual, hint: Bilingual, file: str = RECORD_FILE
    ) -> Finding:
        """A finding at a file of a version's record."""
        place = Place(subject.settings.prevailing, f"{folder_of(subject.policy, version)}/{file}", 1)
        return Finding(self.id, self.severity, subject.policy, "", place, message, hint)
