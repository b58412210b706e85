"""The record of a version: what `changelog/<policy>/<version>/record.yml` says, and the rules of its arithmetic.

The format never changes: `format: 1` files must read the same in ten years. Its JSON Schema is
`schemas/record.schema.json`.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from promulgate import strict_yaml
from promulgate.dates import a_day_before
from promulgate.errors import RecordError
from promulgate.front_matter import VERSION_PATTERN

RECORDS = "changelog"
RECORD_FILE = "record.yml"
FORMAT = 1
_REMEMBERED = 16384
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class RecordedText:
    """What the record keeps of one language: the hash of the sealed bytes and of the words the page shows."""

    sha256: str
    visible_sha256: str


@dataclass(frozen=True, slots=True)
class RecordedSection:
    """How a section changed against the version before: a kind of change per language."""

    id: str
    changes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecordedAcknowledgement:
    """An acknowledgement the version relied on: which section, in which language it was given, for which text."""

    section: str
    language: str
    changed: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """The data of one version, in the order of its file."""

    policy: str
    version: str
    effective: datetime
    """With the offset the site's time zone has at that instant."""
    material: bool
    prevailing: str
    languages: Mapping[str, RecordedText]
    previous: str = ""
    """The version before, by order of effect, that the changes are told against; empty for the first."""
    imported: bool = False
    urgent: bool = False
    withdrawn: bool = False
    ends: bool = False
    sections: tuple[RecordedSection, ...] = ()
    acknowledged: tuple[RecordedAcknowledgement, ...] = ()
    amends: str = ""
    """SHA-256 of the record file this one replaces; empty if it replaces none."""

    @property
    def number(self) -> tuple[int, int, int]:
        """The version as numbers, for ordering."""
        return version_number(self.version)


@dataclass(frozen=True, slots=True)
class RecordFolder:
    """A record with everything its folder holds: the sealed texts are the proof, `changes` are for people."""

    record: Record
    source: bytes = field(repr=False)
    """The bytes of record.yml."""
    texts: Mapping[str, bytes] = field(repr=False)
    changes: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def sha256(self) -> str:
        """SHA-256 of record.yml, which in turn holds the hashes of the texts."""
        return sha256(self.source)

    @property
    def proof(self) -> Mapping[str, bytes]:
        """The files no one may change, by name; the changelogs for readers are not among them."""
        return {RECORD_FILE: self.source, **{f"{language}.md": source for language, source in self.texts.items()}}


@dataclass(frozen=True, slots=True)
class RecordState:
    """The record files as one commit has them: when it was made, and what git calls the content of each file."""

    commit: str
    moment: datetime
    names: Mapping[str, str] = field(repr=False)
    """By path: git's name of the content."""
    records: Mapping[str, bytes] = field(repr=False)
    """By path: the contents of every record.yml."""
    errata: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """By path: the contents of every list of corrections."""


def sha256(source: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(source).hexdigest()


def version_number(version: str) -> tuple[int, int, int]:
    """`2.0` as (2, 0, 0), `2.0.1` as (2, 0, 1)."""
    match = VERSION_PATTERN.fullmatch(version)
    if match is None:
        raise ValueError(f"{version!r} is not a version number")
    return int(match[1]), int(match[2]), int(match[3] or 0)


def folder_of(policy: str, version: str) -> str:
    """Path of a version's folder in the repository."""
    return f"{RECORDS}/{policy}/{version}"


def is_fixed(record: Record, now: datetime) -> bool:
    """Whether nothing of the record may change any more: it was withdrawn, binds, or will within 24 hours."""
    return record.withdrawn or now >= a_day_before(record.effective)


def write_record(record: Record) -> bytes:
    """The bytes of record.yml: the same for the same record, on any machine."""
    lines = [
        f"format: {FORMAT}",
        f"policy: {record.policy}",
        f'version: "{record.version}"',
        f'effective: "{record.effective.isoformat(timespec="seconds")}"',
        f"material: {_boolean(record.material)}",
    ]
    flags = ("imported", "urgent", "withdrawn", "ends")
    lines += [f"{flag}: true" for flag in flags if getattr(record, flag)]
    if record.previous:
        lines.append(f'previous: "{record.previous}"')
    lines.append(f"prevailing: {record.prevailing}")
    lines.append("languages:")
    for language, text in record.languages.items():
        lines += [f"  {language}:", f"    sha256: {text.sha256}", f"    visible_sha256: {text.visible_sha256}"]
    lines.append("sections:")
    for section in record.sections:
        lines.append(f"  - id: {section.id}")
        lines += [f"    {language}: {change}" for language, change in section.changes.items()]
    if record.acknowledged:
        lines.append("acknowledged:")
    for item in record.acknowledged:
        lines += [f"  - section: {item.section}", f"    language: {item.language}", f"    changed: {item.changed}"]
        lines.append(f"    reason: {_quoted(item.reason)}")
    if record.amends:
        lines.append(f"amends: {record.amends}")
    return ("\n".join(lines) + "\n").encode()


@functools.lru_cache(maxsize=_REMEMBERED)
def read_record(path: str, source: bytes) -> Record:
    """Read record.yml; the same bytes, in a change and on its base, are read once.

    Raises RecordError naming `path` when it is not a record of format 1.
    """
    try:
        root = strict_yaml.load(source.decode("utf-8"))
        data = root.plain() if root is not None else None
        if not isinstance(data, dict):
            raise ValueError("it is empty")
        if data.get("format") != str(FORMAT):
            raise ValueError(f"its format is {data.get('format')!r}; this program reads format {FORMAT}")
        return _record(data)
    except (strict_yaml.StrictYamlError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        detail = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise RecordError(f"{path}: this record can't be read: {detail}. Restore it from the main branch.") from error


def _record(data: dict[str, Any]) -> Record:
    effective = datetime.fromisoformat(data["effective"])
    if effective.tzinfo is None:
        raise ValueError("effective has no offset")
    version_number(data["version"])
    languages = {
        language: RecordedText(_hash(text["sha256"]), _hash(text["visible_sha256"]))
        for language, text in data["languages"].items()
    }
    if data["prevailing"] not in languages:
        raise ValueError("the prevailing language has no text")
    return Record(
        policy=data["policy"],
        version=data["version"],
        effective=effective,
        material=_truth(data["material"]),
        prevailing=data["prevailing"],
        languages=languages,
        previous=data.get("previous", ""),
        imported=_truth(data.get("imported", "false")),
        urgent=_truth(data.get("urgent", "false")),
        withdrawn=_truth(data.get("withdrawn", "false")),
        ends=_truth(data.get("ends", "false")),
        sections=tuple(
            RecordedSection(item["id"], {key: change for key, change in item.items() if key != "id"})
            for item in data["sections"]
        ),
        acknowledged=tuple(RecordedAcknowledgement(**item) for item in data.get("acknowledged", [])),
        amends=_hash(data["amends"]) if "amends" in data else "",
    )


def _hash(value: str) -> str:
    if not _SHA256.fullmatch(value):
        raise ValueError(f"{value!r} is not a SHA-256")
    return value


def _truth(value: str) -> bool:
    if value not in ("true", "false"):
        raise ValueError(f"{value!r} is neither true nor false")
    return value == "true"


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
