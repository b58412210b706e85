"""Published text never changes: the record of a version that binds, bound, was withdrawn or ended stays as it is.

ไทย: ข้อความที่ใช้บังคับแล้วแก้ไขไม่ได้

From 24 hours before a version binds its record is fixed too. A change of any kind is a new version.

PASS: version 2.1 added beside 2.0.
FAIL: one letter of the text of version 2.0 changed, its record deleted, or its date moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from promulgate.dates import format_date
from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.records import RecordFolder, folder_of
from promulgate.rules.policy_subject import PolicyRule, PolicySubject
from promulgate.rules.record_damaged import remedy

_DELETED = Bilingual("ถูกลบ", "was deleted")
_CHANGED = Bilingual("ถูกแก้ไข", "was changed")
_IN_FORCE = Bilingual("ข้อความที่ใช้บังคับแล้วแก้ไขไม่ได้", "text in force can't be changed")
_WITHDRAWN = Bilingual("ฉบับที่ยกเลิกแล้วแก้ไขไม่ได้", "what was withdrawn can't be changed")
_TOO_LATE = Bilingual("เหลือเวลาไม่ถึง 24 ชั่วโมงจึงแก้ไขไม่ได้", "with less than 24 hours left it can't be changed any more")


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every fixed record that changed or is gone, and for a working text that changes one."""
    damaged = {damage.version for damage in subject.damaged}
    for folder in subject.base:
        version = folder.record.version
        if not subject.is_fixed(version) or version in damaged:
            continue
        head = subject.in_head(version)
        if head is None:
            yield RULE.at_record(subject, version, *_of_the_record(subject, folder, _DELETED))
        elif dict(head.proof) != dict(folder.proof):
            file = next(name for name in folder.proof if head.proof.get(name) != folder.proof[name])
            yield RULE.at_record(subject, version, *_of_the_record(subject, folder, _CHANGED), file=file)
    text = subject.prevailing
    if text is None or not subject.is_fixed(text.metadata.version):
        return
    fixed = subject.on_base(text.metadata.version)
    if fixed is not None:
        yield from _edited_texts(subject, fixed)


def _edited_texts(subject: PolicySubject, fixed: RecordFolder) -> Iterator[Finding]:
    for language, text in subject.working.items():
        sealed = fixed.texts.get(language)
        if sealed is not None and sealed != text.source:
            line = _first_difference(sealed, text)
            path = f"{folder_of(subject.policy, fixed.record.version)}/{language}.md"
            message, hint = _message(subject, fixed, _CHANGED), _hint(subject)
            yield Finding(
                *(RULE.id, RULE.severity, subject.policy, "", Place(language, text.path, line), message, hint),
                Place(language, path, line),
            )


def _first_difference(sealed: bytes, text: Text) -> int:
    before, after = sealed.split(b"\n"), text.source.split(b"\n")
    pairs = zip(before, after, strict=False)
    return next((line for line, (one, other) in enumerate(pairs, 1) if one != other), min(len(before), len(after)))


def _of_the_record(subject: PolicySubject, folder: RecordFolder, done: Bilingual) -> tuple[Bilingual, Bilingual]:
    """What is said of files nobody edits to change a text: they are put back."""
    return _message(subject, folder, done), remedy(folder.record.version)


def _message(subject: PolicySubject, folder: RecordFolder, done: Bilingual) -> Bilingual:
    record, zone = folder.record, subject.settings.time_zone
    day = Bilingual(format_date(record.effective, "th", zone), format_date(record.effective, "en", zone))
    if record.withdrawn:
        why, never = Bilingual("ซึ่งยกเลิกแล้ว", "which was withdrawn"), _WITHDRAWN
    elif record.effective <= subject.now:
        why = Bilingual(f"ซึ่งมีผลใช้บังคับตั้งแต่วันที่ {day.th}", f"which took effect on {day.en}")
        never = _IN_FORCE
    else:
        why = Bilingual(f"ซึ่งจะมีผลใช้บังคับในวันที่ {day.th}", f"which takes effect on {day.en}")
        never = _TOO_LATE
    return Bilingual(
        f"ข้อความของฉบับ {record.version} {why.th} {done.th} {never.th}",
        f"The text of version {record.version}, {why.en}, {done.en}; {never.en}",
    )


def _hint(subject: PolicySubject) -> Bilingual:
    """The lines that make a new version of an edit; whoever did not mean to edit puts the old words back."""
    major, minor, _ = max(folder.record.number for folder in subject.base)
    tomorrow = subject.now.astimezone(subject.settings.time_zone).date() + timedelta(days=1)
    lines = f'version: "{major}.{minor + 1}"\neffective: {tomorrow}'
    return Bilingual(
        "หากไม่ได้ตั้งใจแก้ ให้คืนข้อความเดิม หากต้องการเปลี่ยนข้อความ ให้จัดทำฉบับใหม่ "
        "(Actions → revise → Run workflow เลือก Branch เป็นสาขาของคำขอนี้ ข้อความที่แก้ไว้ยังอยู่ หรือแก้เอง): เขียน summary: ใหม่ "
        f"และเปลี่ยนบรรทัดที่ส่วนบนของไฟล์ทุกภาษาเป็น\n{lines}",
        "If the edit was not meant, put the old words back. To change the text, prepare a new version (Actions → "
        "revise → Run workflow on the branch of this pull request keeps your edit; or by hand): write a new summary:, "
        f"and change these lines at the top of the file in every language to\n{lines}",
    )


RULE = PolicyRule("record-fixed", Severity.ERROR, check, __doc__, guards_records=True)
