"""A version must be recorded before it is merged, and its record must be exactly what its texts give.

ไทย: ต้องบันทึกฉบับให้ตรงกับข้อความล่าสุดก่อนรวมการแก้ไข

Reviewers approve text and changelog together. A record made from an older draft, or edited by hand, would publish
something nobody approved.

PASS: `promulgate record` was run after the last edit, and its folder is committed.
FAIL: version 2.1 was edited, but `changelog/privacy/2.1/` still holds the words of the day before.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject

_HINT = Bilingual(
    "บนเว็บไม่ต้องทำอะไร ระบบจะบันทึกให้เองเมื่อส่วนอื่นครบแล้ว บนเครื่องของท่าน ให้สั่ง promulgate record "
    "แล้วส่งโฟลเดอร์ changelog มาพร้อมกับข้อความ",
    "In the browser there is nothing to do: it is recorded for you once everything else is right. On your machine, run "
    "promulgate record and hand in the folder changelog together with the text.",
)


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every version whose record is not there or not what its texts give."""
    if subject.damaged:
        return  # what follows a damaged version can't be told from it; the damage is the finding
    for version, expected in subject.expected.items():
        if subject.is_fixed(version):
            continue
        head = subject.in_head(version)
        if head is not None and dict(head.proof) == dict(expected.proof):
            missing = [language for language in expected.changes if language not in head.changes]
            if missing:
                yield RULE.at_record(subject, version, *_changes_gone(version), file=f"changes.{missing[0]}.md")
            continue
        if head is None:
            message = Bilingual(f"ฉบับ {version} ยังไม่ได้บันทึก", f"Version {version} is not recorded yet")
        else:
            message = Bilingual(
                f"ฉบับ {version} แก้ไขหลังจากบันทึกครั้งล่าสุด",
                f"Version {version} was edited after it was last recorded",
            )
        text = subject.prevailing
        if text is not None and text.metadata.version == version:
            yield RULE.at_text(text, "version", message, _HINT)
        else:
            yield RULE.at_record(subject, version, message, _HINT)


def _changes_gone(version: str) -> tuple[Bilingual, Bilingual]:
    message = Bilingual(f"รายการเปลี่ยนแปลงของฉบับ {version} หายไป", f"The changelog of version {version} is missing")
    return message, _HINT


RULE = PolicyRule("record-missing", Severity.ERROR, check, __doc__, guards_records=True)
