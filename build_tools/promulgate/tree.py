"""The files of a policy repository that matter, as paths and bytes, wherever they were read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from promulgate.errors import Bilingual, RecordError
from promulgate.records import RECORD_FILE, RECORDS, Record, RecordFolder, read_record, sha256, version_number
from promulgate.settings import LANGUAGE_PATTERN, SETTINGS_FILE

POLICIES = "policies"
GLOSSARY = f"{POLICIES}/glossary.yml"
FOLDERS = (POLICIES, RECORDS)
"""Folders read whole."""
FILES = (SETTINGS_FILE,)
"""Single files read besides."""

_POLICY = re.compile(rf"{POLICIES}/({LANGUAGE_PATTERN.pattern})/([^/]+)\.md")
_RECORD = re.compile(rf"{RECORDS}/([^/]+)/([^/]+)/([^/]+)")


@dataclass(frozen=True, slots=True)
class Damage:
    """A record that can't be relied on: which file, and why in both languages."""

    policy: str
    version: str
    path: str
    message: Bilingual

    @property
    def with_remedy(self) -> Bilingual:
        """The message, and what to do."""
        remedy = restoring(self.version)
        return Bilingual(f"{self.message.th} {remedy.th}", f"{self.message.en}. {remedy.en}")


class Irregular(StrEnum):
    """What stands where an ordinary file should: nothing reads it, and the layout of the repository forbids it."""

    LINK = "link"
    SUBMODULE = "submodule"
    SPECIAL = "special"
    """A pipe, a device, a mode git no longer writes."""


def is_hidden(path: str) -> bool:
    """Whether a file is some program's own (`.DS_Store`, a swap file, a backup): never read, never published."""
    return any(part.startswith(".") or part.endswith("~") for part in path.split("/"))


@dataclass(frozen=True, slots=True)
class Tree:
    """Paths (with `/`) and bytes. Everything else is derived from them."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    irregular: Mapping[str, Irregular] = field(default_factory=dict)
    """What is no ordinary file, by path."""

    def sources(self) -> dict[str, dict[str, tuple[str, bytes]]]:
        """The working texts: policy → language → path and bytes, in order of policy id."""
        found: dict[str, dict[str, tuple[str, bytes]]] = {}
        for path, source in sorted(self.files.items()):
            match = _POLICY.fullmatch(path)
            if match:
                found.setdefault(match[2], {})[match[1]] = (path, source)
        return dict(sorted(found.items()))

    def records(self) -> tuple[dict[str, tuple[RecordFolder, ...]], tuple[Damage, ...]]:
        """The record folders of every policy in order of version, and those that are damaged."""
        grouped: dict[tuple[str, str], dict[str, bytes]] = {}
        for path, source in self.files.items():
            match = _RECORD.fullmatch(path)
            if match:
                grouped.setdefault((match[1], match[2]), {})[match[3]] = source
        folders: dict[str, list[RecordFolder]] = {}
        damages: list[Damage] = []
        for (policy, version), contents in sorted(grouped.items()):
            outcome = _read_folder(policy, version, contents)
            if isinstance(outcome, Damage):
                damages.append(outcome)
            else:
                folders.setdefault(policy, []).append(outcome)
        ordered = {
            policy: tuple(sorted(found, key=lambda folder: folder.record.number)) for policy, found in folders.items()
        }
        return ordered, tuple(damages)

    def folders(self) -> dict[str, tuple[RecordFolder, ...]]:
        """The record folders of every policy. Raises RecordError for the first damaged one."""
        folders, damages = self.records()
        if damages:
            told = damages[0].with_remedy
            raise RecordError(f"{damages[0].path}: {told.th} / {told.en}")
        return folders

    def policies(self) -> tuple[str, ...]:
        """Ids of all policies that have a working text or a record, in order."""
        recorded = {match[1] for path in self.files if (match := _RECORD.fullmatch(path))}
        return tuple(sorted({*self.sources(), *recorded}))


def _read_folder(policy: str, version: str, contents: Mapping[str, bytes]) -> RecordFolder | Damage:
    folder = f"{RECORDS}/{policy}/{version}"
    path = f"{folder}/{RECORD_FILE}"
    if RECORD_FILE not in contents:
        return _damage(policy, version, path, "ไฟล์นี้หายไป", "this file is missing")
    try:
        record = read_record(path, contents[RECORD_FILE])
    except RecordError:
        return _damage(policy, version, path, "อ่านข้อมูลของฉบับนี้ไม่ได้", "the data of this version can't be read")
    if (record.policy, record.version) != (policy, version):
        return _damage(
            *(policy, version, path),
            f"ไฟล์นี้เป็นของ {record.policy} ฉบับ {record.version} ไม่ตรงกับชื่อโฟลเดอร์",
            f"the file says it is {record.policy} version {record.version}, its folder says otherwise",
        )
    for language, text in record.languages.items():
        text_path = f"{folder}/{language}.md"
        if f"{language}.md" not in contents:
            return _damage(policy, version, text_path, "ไฟล์นี้หายไป", "this file is missing")
        if sha256(contents[f"{language}.md"]) != text.sha256:
            return _damage(
                *(policy, version, text_path),
                "ข้อความในไฟล์นี้ไม่ตรงกับที่บันทึกไว้",
                "the words of this file are not those that were recorded",
            )
    return _folder(record, contents)


def _folder(record: Record, contents: Mapping[str, bytes]) -> RecordFolder:
    version_number(record.version)
    return RecordFolder(
        record,
        contents[RECORD_FILE],
        {language: contents[f"{language}.md"] for language in record.languages},
        {
            language: contents[f"changes.{language}.md"]
            for language in record.languages
            if f"changes.{language}.md" in contents
        },
    )


def _damage(policy: str, version: str, path: str, th: str, en: str) -> Damage:
    return Damage(policy, version, path, Bilingual(th, en))


def restoring(version: str) -> Bilingual:
    """What to do about files of a version that are not as they were recorded."""
    return Bilingual(
        f"โปรดกู้คืนไฟล์ของฉบับ {version} จากสาขาหลัก", f"Restore the files of version {version} from the main branch."
    )
