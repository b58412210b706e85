"""An acknowledgement that nothing needs.

ไทย: การยืนยันว่าไม่ต้องแปลที่ไม่มีผลแล้ว

Why: an acknowledgement is bound to exact words. When those were edited again it covers nothing; when it was never
needed it would teach the reader to skip over such lines.

PASS: the fingerprint in the acknowledgement is the one `check` printed for the words as they are.
FAIL: the words were edited once more after the acknowledgement; or both languages were changed after all.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.one_sided import one_sided_changes
from promulgate.rules.one_sided_change import name_in
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every acknowledgement that no one-sided change needs."""
    changes = tuple(one_sided_changes(subject.texts, subject.before))
    used = {(change.unchanged, change.section, change.fingerprint) for change in changes}
    for text in subject.texts.values():
        for item in text.metadata.acknowledged:
            if (text.language, item.section, item.changed) in used:
                continue
            name = name_in(subject.texts, text, item.section)
            again = any((change.unchanged, change.section) == (text.language, item.section) for change in changes)
            why = (
                Bilingual("ข้อความถูกแก้ไขอีกหลังจากยืนยัน", "the words were edited again after it was given")
                if again
                else Bilingual("ไม่มีการแก้ไขที่ต้องใช้การยืนยันนี้", "no change needs it")
            )
            yield RULE.finding(
                text,
                Bilingual(
                    f"การยืนยันว่าไม่ต้องแปล{name.th} ไม่มีผล: {why.th}",
                    f"The confirmation that {name.en} needs no translation has no effect: {why.en}",
                ),
                Bilingual("ลบรายการนี้ออกจากส่วนบนของไฟล์", "Delete this entry at the top of the file."),
                section=item.section,
                line=item.line,
            )


RULE = Rule("acknowledgement-unused", Severity.ERROR, check, __doc__)
