"""An archive of four versions as `verify` sees it: in the repository, on a branch, as a site; and forged ones."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from promulgate.archive import Archive
from promulgate.archive_reader import read_archive
from promulgate.recording import files_of, prepare_record
from promulgate.records import RecordFolder, RecordState, write_record
from promulgate.settings import Settings
from promulgate.site import Site
from promulgate.site.api import api_files
from promulgate.tree import Tree
from promulgate.verification import (
    API,
    Statement,
)
from tests.support import text

SETTINGS = Settings()
NOW = datetime.fromisoformat("2026-11-22T12:00:00+07:00")
ERRATA = "changelog/privacy/errata.yml"
CORRECTION = 'format: 1\nerrata:\n  - version: "1.0"\n    date: 2026-11-01\n    th: ก\n    en: A\n'
ANOTHER = '  - version: "2.0"\n    date: 2026-11-03\n    th: ข\n    en: B\n'
BODIES = {
    "th": "# นโยบาย\n\nบริษัทเก็บข้อมูลไว้ {} วัน\n",
    "en": "# Policy\n\nThe company keeps data for {} days.\n",
}


def folder(version: str, effective: str, days: int, before: tuple[RecordFolder, ...] = (), *more: str) -> RecordFolder:
    """The record of a version whose texts say so many days."""
    texts = {
        language: text(language, body.format(days), *more, version=version, effective=effective)
        for language, body in BODIES.items()
    }
    return prepare_record(texts, before, (), SETTINGS)


FIRST = folder("1.0", "2019-09-30", 30)
SECOND = folder("2.0", "2022-06-01", 60, (FIRST,))
WITHDRAWN = folder("2.1", "2026-12-01", 70, (FIRST, SECOND), "withdrawn: called off")
UPCOMING = folder("3.0", "2030-01-01", 90, (FIRST, SECOND))
FOLDERS = (FIRST, SECOND, WITHDRAWN, UPCOMING)


def tree(*folders: RecordFolder, errata: str = CORRECTION) -> Tree:
    files = {path: source for one in folders for path, source in files_of(one).items()}
    return Tree({**files, **({ERRATA: errata.encode()} if errata else {})})


def archive(*folders: RecordFolder, errata: str = CORRECTION) -> Archive:
    return read_archive(tree(*folders, errata=errata), SETTINGS)


def site_of(one: Archive, now: datetime = NOW) -> dict[str, bytes]:
    """The files of a site that `verify` looks at."""
    files = {file.address: file.content for file in api_files(Site(one, now))}
    for policy in one.policies:
        for version in policy.versions:
            for language, sealed in version.folder.texts.items():
                files[f"{language}/{policy.id}/{version.name}.md"] = sealed
    return files


def published(one: Archive, now: datetime = NOW) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(site_of(one, now)[API])
    return document


def told(statements: tuple[Statement, ...], *, holding: bool = False) -> list[tuple[str, str, str, str, str]]:
    """The statements that do not hold (or all), with both sentences."""
    return [
        (one.policy, one.version, one.path, one.message.th, one.message.en)
        for one in statements
        if holding or not one.holds
    ]


def forged(one: RecordFolder, days: int) -> RecordFolder:
    """The version with another number of days in both texts, and every hash in its record made to agree."""
    record = one.record
    previous = tuple(other for other in FOLDERS if other.record.version == record.previous)
    more = ("withdrawn: called off",) if record.withdrawn else ()
    return folder(record.version, record.effective.date().isoformat(), days, previous, *more)


def with_text(one: RecordFolder, language: str, contents: bytes, shown: str = "") -> RecordFolder:
    """The version with another text, whose bytes (and words, where given) its record was made to agree with."""
    record = one.record
    recorded = replace(record.languages[language], sha256=hashlib.sha256(contents).hexdigest())
    if shown:
        recorded = replace(recorded, visible_sha256=hashlib.sha256(shown.encode()).hexdigest())
    record = replace(record, languages={**record.languages, language: recorded})
    return replace(one, record=record, source=write_record(record), texts={**one.texts, language: contents})


def state(commit: str, moment: str, one: Tree) -> RecordState:
    names = {path: hashlib.sha256(source).hexdigest() for path, source in one.files.items()}
    return RecordState(
        commit * 40,
        datetime.fromisoformat(moment),
        names,
        {path: source for path, source in one.files.items() if path.endswith("record.yml")},
        {path: source for path, source in one.files.items() if path == ERRATA},
    )
