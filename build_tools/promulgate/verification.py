"""Proves what can be proved of recorded versions: their bytes, words, dates and order, and that nothing fixed changed.

Three witnesses can be asked: the records themselves, the history of the branch, and what was published (a copy of the
site, or the JSON it gave last). Each answer is a statement about one version that holds or does not.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from promulgate.archive import Archive, Policy, Version
from promulgate.archive_reader import sealed_texts
from promulgate.dates import a_day_before, format_instant
from promulgate.errata import errata_path, read_errata
from promulgate.errors import Bilingual, RecordError, SourceError, UsageError
from promulgate.layout import misplaced, unlisted
from promulgate.records import RECORD_FILE, RecordFolder, RecordState, folder_of, is_fixed, read_record, sha256
from promulgate.settings import Settings
from promulgate.tree import Tree
from promulgate.visibility import lost_words

_FIXED = ("in-force", "superseded", "withdrawn", "ended")
API = "api/policies.json"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that was verified: whether it holds, of which version and file, and the sentence that says so."""

    holds: bool
    policy: str
    version: str
    path: str
    message: Bilingual


def verify_records(tree: Tree, settings: Settings) -> tuple[Statement, ...]:
    """Every record of `tree`: its bytes hash to what it says, its texts show the words, name and date it recorded."""
    folders, damages = tree.records()
    statements = [Statement(False, one.policy, one.version, one.path, one.with_remedy) for one in damages]
    places = (*misplaced(tree, settings.languages), *unlisted(tree))
    statements += (Statement(False, "", "", problem.path, problem.message) for problem in places)
    for policy, recorded in folders.items():
        for folder in recorded:
            failures = list(_failures(folder, settings))
            statements += failures or [_as_recorded(folder, settings)]
        statements += _out_of_order(recorded, {one.version for one in damages if one.policy == policy})
    for policy in tree.policies():
        path = errata_path(policy)
        try:
            read_errata(path, tree.files.get(path))
        except SourceError as error:
            statements.append(Statement(False, policy, "", path, error.problems[0].message))
    return tuple(statements)


def verify_history(states: Sequence[RecordState]) -> tuple[Statement, ...]:
    """No commit of the branch (the oldest first) changed or removed a file of a version that was fixed by then.

    Nor a correction: corrections are only ever added.
    """
    statements: list[Statement] = []
    for before, after in itertools.pairwise(states):
        statements += _corrections_gone_by(before, after)
        touched = {path.rpartition("/")[0] for path, name in before.names.items() if after.names.get(path) != name}
        for path, source in before.records.items():
            folder = path.rpartition("/")[0]
            if folder not in touched:
                continue
            try:
                record = read_record(path, source)
            except RecordError:
                continue
            names = [f"{folder}/{name}" for name in (RECORD_FILE, *(f"{code}.md" for code in record.languages))]
            if not is_fixed(record, after.moment):
                continue
            for name in names:
                if after.names.get(name) != before.names.get(name):
                    when = after.moment.isoformat(timespec="seconds")
                    verb = ("ถูกลบ", "deleted") if name not in after.names else ("ถูกแก้ไข", "changed")
                    words = Bilingual(
                        f"{verb[0]}ใน {after.commit[:12]} ({when}) หลังจากฉบับนี้แก้ไขไม่ได้แล้ว",
                        f"was {verb[1]} by {after.commit[:12]} of {when}, when nothing of the version could change",
                    )
                    statements.append(Statement(False, record.policy, record.version, name, words))
    return tuple(statements)


def verify_site(archive: Archive, site: Mapping[str, bytes]) -> tuple[Statement, ...]:
    """A published copy (its files by path) says of every version what its record says, and has the same texts."""
    overview = read_published(site.get(API))
    if overview is None:
        raise UsageError(f"the folder has no {API}: name the folder of a published site")
    statements = []
    if overview.get("archive") != archive.hash:
        words = Bilingual("รหัสรวมของทุกฉบับไม่ตรงกับบันทึก", "the number over all records is not that of the records here")
        statements.append(Statement(False, "", "", API, words))
    published = _versions(overview)
    for policy in archive.policies:
        if policy.versions and _errata(overview).get(policy.id, []) != [one.published() for one in policy.errata]:
            words = Bilingual("คำแก้ไขบนเว็บไซต์ไม่ตรงกับที่บันทึกไว้", "the site gives other corrections than were recorded")
            statements.append(Statement(False, policy.id, "", API, words))
        for version in policy.versions:
            entry = published.pop((policy.id, version.name), None)
            statements += list(_of_copy(policy, version, entry, site))
    for policy_id, name in published:
        words = Bilingual("ไม่มีบันทึกของฉบับนี้", "there is no record of this version")
        statements.append(Statement(False, policy_id, name, API, words))
    return tuple(statements)


def verify_previous(archive: Archive, published: Mapping[str, Any], now: datetime) -> tuple[Statement, ...]:
    """Nothing that was fixed when `published` (the JSON of a site) was made has changed or gone since.

    A version that was upcoming then may have been amended until 24 hours before it binds, never removed.
    """
    as_of = _instant(published.get("as_of"))
    statements = []
    for (policy_id, name), entry in _versions(published).items():
        path = f"{folder_of(policy_id, name)}/{RECORD_FILE}"
        policy = archive.policy(policy_id)
        version = policy.version(name) if policy is not None else None
        if version is None:
            words = Bilingual("เคยเผยแพร่แล้ว แต่ไม่มีบันทึกของฉบับนี้อีก", "was published, and its record is gone")
            statements.append(Statement(False, policy_id, name, path, words))
            continue
        effective = _instant(entry.get("effective"))
        was_fixed = entry.get("status") in _FIXED or as_of >= a_day_before(effective)
        if entry.get("record_sha256") == version.folder.sha256:
            words = Bilingual("เหมือนที่เผยแพร่ครั้งก่อน", "is what was published before")
            statements.append(Statement(True, policy_id, name, path, words))
        elif was_fixed:
            statements += list(_changed_since(version, entry, path))
        elif now < a_day_before(effective) or version.record.amends or version.record.withdrawn:
            words = Bilingual("แก้ไขก่อนมีผลใช้บังคับ", "was amended before it was to bind")
            statements.append(Statement(True, policy_id, name, path, words))
        else:
            statements += list(_changed_since(version, entry, path))
    for policy_id, entries in _errata(published).items():
        policy = archive.policy(policy_id)
        now_said = [one.published() for one in policy.errata] if policy is not None else []
        statements += list(_corrections_gone(policy_id, entries, now_said))
    return tuple(statements)


def read_published(source: bytes | None) -> dict[str, Any] | None:
    """The JSON of a site; None without one. Raises UsageError when it is something else."""
    if source is None:
        return None
    try:
        document = json.loads(source)
        _versions(document)
        _instant(document["as_of"])
        _errata(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"not the {API} of a site of promulgate: {type(error).__name__}: {error}") from error
    return dict(document)


def _versions(overview: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (str(policy["id"]), str(entry["version"])): dict(entry)
        for policy in overview["policies"]
        for entry in policy["versions"]
    }


def _errata(overview: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The corrections a site published, by policy; a site made before they were published has none."""
    return {str(policy["id"]): [dict(entry) for entry in policy.get("errata", ())] for policy in overview["policies"]}


def _corrections_gone(
    policy: str, before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> Iterator[Statement]:
    """The first correction that was changed, moved or deleted, after which all others count as changed."""
    for number, entry in enumerate(before):
        if number >= len(after) or dict(after[number]) != dict(entry):
            date = entry.get("date")
            words = Bilingual(
                f"คำแก้ไขวันที่ {date} เคยเผยแพร่แล้ว แต่ถูกแก้ ลบ หรือสลับลำดับ",
                f"the correction of {date} was published, and was changed, moved or deleted",
            )
            yield Statement(False, policy, str(entry.get("version", "")), errata_path(policy), words)
            return


def _corrections_gone_by(before: RecordState, after: RecordState) -> Iterator[Statement]:
    for path, source in before.errata.items():
        policy = path.split("/")[1]
        try:
            were, are = (
                [one.published() for one in read_errata(path, words)] for words in (source, after.errata.get(path))
            )
        except SourceError:
            continue  # what can't be read may be mended, and is told where it stands now
        yield from _corrections_gone(policy, were, are)


def _instant(written: object) -> datetime:
    moment = datetime.fromisoformat(str(written))
    if moment.tzinfo is None:
        raise ValueError(f"{written!r} has no offset")
    return moment


def _failures(folder: RecordFolder, settings: Settings) -> Iterator[Statement]:
    record = folder.record
    try:
        texts = sealed_texts(folder, settings)
    except SourceError as error:
        yield Statement(False, record.policy, record.version, error.path, error.problems[0].message)
        return
    for language, text in texts.items():
        data = text.metadata
        found = []
        if sha256(text.visible.encode()) != record.languages[language].visible_sha256:
            found.append(Bilingual("ข้อความที่แสดงไม่ตรงกับที่บันทึกไว้", "the page shows other words than were recorded"))
        if lost_words(text):
            found.append(Bilingual("มีข้อความที่ไม่ปรากฏบนหน้าเว็บ", "words of the text are nowhere on the page"))
        if data.version != record.version:
            found.append(Bilingual(f"ข้อความเป็นของฉบับ {data.version}", f"the text is of version {data.version}"))
        if datetime.combine(data.effective.day, data.effective.clock or time()) != record.effective.replace(
            tzinfo=None
        ):
            written = str(data.effective)
            found.append(Bilingual(f"ข้อความระบุวันที่ {written}", f"the text says it binds from {written}"))
        for words in found:
            yield Statement(False, record.policy, record.version, text.path, words)


def _as_recorded(folder: RecordFolder, settings: Settings) -> Statement:
    record = folder.record
    moment = format_instant(record.effective, settings.time_zone)
    words = Bilingual(
        f"ไฟล์ ข้อความ และวันที่ตรงตามที่บันทึกไว้ มีผลตั้งแต่ {moment}",
        f"bytes, words and dates are as recorded, binding from {moment}",
    )
    return Statement(
        True, record.policy, record.version, f"{folder_of(record.policy, record.version)}/{RECORD_FILE}", words
    )


def _out_of_order(folders: Sequence[RecordFolder], damaged: Set[str]) -> Iterator[Statement]:
    """Later numbers bind later, and each version names one before it that exists and binds earlier.

    Nothing is said of what came after a `damaged` one.
    """
    by_name = {folder.record.version: folder.record for folder in folders}
    binding = [folder.record for folder in folders if not folder.record.withdrawn]
    for one, other in itertools.pairwise(binding):
        if other.effective <= one.effective:
            words = Bilingual(
                f"มีผลไม่หลังฉบับ {one.version} ที่มีเลขน้อยกว่า",
                f"does not bind after version {one.version}, whose number is lower",
            )
            yield Statement(False, other.policy, other.version, _record_path(other.policy, other.version), words)
    for record in by_name.values():
        before = by_name.get(record.previous)
        if (
            record.previous
            and record.previous not in damaged
            and (before is None or before.effective >= record.effective)
        ):
            words = Bilingual(f"ฉบับก่อนหน้า {record.previous} ไม่ถูกต้อง", f"the version before it is not {record.previous}")
            yield Statement(False, record.policy, record.version, _record_path(record.policy, record.version), words)


def _record_path(policy: str, version: str) -> str:
    return f"{folder_of(policy, version)}/{RECORD_FILE}"


def _of_copy(
    policy: Policy, version: Version, entry: Mapping[str, Any] | None, site: Mapping[str, bytes]
) -> Iterator[Statement]:
    if entry is None:
        words = Bilingual("ไม่มีในเว็บไซต์", "is not on the site")
        yield Statement(False, policy.id, version.name, API, words)
        return
    failed = False
    if entry.get("record_sha256") != version.folder.sha256:
        failed = True
        words = Bilingual("เว็บไซต์เผยแพร่บันทึกอื่น", "the site publishes another record")
        yield Statement(False, policy.id, version.name, API, words)
    address = entry.get("record")
    if address is not None and site.get(str(address)) != version.folder.source:
        failed = True
        words = Bilingual("บันทึกบนเว็บไซต์ไม่ใช่บันทึกของฉบับนี้", "the record on the site is not that of the version")
        yield Statement(False, policy.id, version.name, str(address), words)
    if _instant(entry.get("effective")) != version.effective:
        failed = True
        words = Bilingual("เว็บไซต์ระบุวันที่มีผลอื่น", "the site gives another day of effect")
        yield Statement(False, policy.id, version.name, API, words)
    for language, sealed in version.folder.texts.items():
        path = f"{language}/{policy.id}/{version.name}.md"
        if site.get(path) != sealed:
            failed = True
            words = (
                Bilingual("ไฟล์นี้หายไปจากเว็บไซต์", "this file is gone from the site")
                if path not in site
                else Bilingual("ไฟล์บนเว็บไซต์ไม่ตรงกับที่บันทึกไว้", "the file on the site is not the one that was recorded")
            )
            yield Statement(False, policy.id, version.name, path, words)
    if not failed:
        words = Bilingual("เว็บไซต์เผยแพร่ตรงตามที่บันทึกไว้", "is on the site as it was recorded")
        yield Statement(True, policy.id, version.name, API, words)


def _changed_since(version: Version, entry: Mapping[str, Any], path: str) -> Iterator[Statement]:
    """Which file of a version is not the one that was published."""
    policy, name = version.record.policy, version.name
    texts = entry.get("texts")
    changed = [
        f"{folder_of(policy, name)}/{language}.md"
        for language, text in (texts.items() if isinstance(texts, dict) else ())
        if language not in version.record.languages or text.get("sha256") != version.record.languages[language].sha256
    ]
    words = Bilingual("ไม่ใช่ไฟล์ที่เผยแพร่ไปแล้ว", "is not the file that was published, and nothing of it could change")
    for file in changed or [path]:
        yield Statement(False, policy, name, file, words)
