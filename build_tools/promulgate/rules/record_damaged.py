"""A record is missing a file, can't be read, or its text does not hash to what the record says.

ไทย: บันทึกของฉบับขาดไฟล์ อ่านไม่ได้ หรือข้อความไม่ตรงกับรหัสตรวจสอบ

A record is the proof of what bound whom. When one of its files is edited or lost, nothing can be shown any more.

PASS: every file of every folder in `changelog/` as `promulgate record` wrote it.
FAIL: one letter of `changelog/privacy/2.0/th.md` edited by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject
from promulgate.tree import restoring

_NEVER_BY_HAND = Bilingual(
    "ไฟล์ในโฟลเดอร์ changelog คือฉบับที่บันทึกไว้ แก้ด้วยมือไม่ได้ หากต้องการเปลี่ยนข้อความ ให้แก้ในโฟลเดอร์ policies เป็นฉบับใหม่",
    "Files in the folder changelog are what was recorded and are never edited by hand. To change the text, edit it in "
    "the folder policies, as a new version.",
)


def remedy(version: str) -> Bilingual:
    """What to do about a touched file of a version, and how its text is changed."""
    restore = restoring(version)
    return Bilingual(f"{restore.th} {_NEVER_BY_HAND.th}", f"{restore.en} {_NEVER_BY_HAND.en}")


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every damaged record."""
    for damage in subject.damaged:
        place = Place(subject.settings.prevailing, damage.path, 1)
        message = Bilingual(
            f"ฉบับ {damage.version}: {damage.message.th}", f"Version {damage.version}: {damage.message.en}"
        )
        yield Finding(RULE.id, RULE.severity, subject.policy, "", place, message, remedy(damage.version))


RULE = PolicyRule("record-damaged", Severity.ERROR, check, __doc__, guards_records=True)
