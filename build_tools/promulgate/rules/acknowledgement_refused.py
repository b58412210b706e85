"""An acknowledgement can't cover a change of substance.

ไทย: การยืนยันว่าไม่ต้องแปลใช้ไม่ได้ เพราะแก้ไขเนื้อหา

Why: “no translation needed” is true of a typo. Where a number, a date, a reference, a list item, a duty or a denial
changed in one language, the other language says something else.

PASS: “ข้อมู” corrected to “ข้อมูล” in Thai and acknowledged in the English file.
FAIL: “30 วัน” changed to “60 วัน” in Thai and acknowledged in the English file.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import SUMMARY, Finding, Place, Severity
from promulgate.one_sided import one_sided_changes
from promulgate.rules.one_sided_change import line_of, name_in
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.substance import substance_touched
from promulgate.rules.wording import language_name


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every acknowledgement of a change that touches substance."""
    for change in one_sided_changes(subject.texts, subject.before):
        text, other = subject.texts[change.changed], subject.texts[change.unchanged]
        after = text.section(change.section)
        if change.acknowledgement is None or change.section == SUMMARY or after is None:
            continue
        before = subject.before[change.changed].section(change.section)
        touched = substance_touched(change.changed, before, after)
        if touched is None:
            continue
        name = name_in(subject.texts, text, change.section)
        ours, theirs = language_name(change.changed), language_name(change.unchanged)
        yield RULE.finding(
            other,
            Bilingual(
                f"{name.th}: {touched.th}ใน{ours.th} จึงต้องแก้{theirs.th}ด้วย",
                f"In {name.en}, {touched.en} in {ours.en}, so {theirs.en} must change too",
            ),
            Bilingual(
                f"แก้{theirs.th}ให้ตรงกัน แล้วลบการยืนยันนี้",
                f"Change {theirs.en} to say the same, then delete this confirmation.",
            ),
            section=change.section,
            line=change.acknowledgement.line,
            counterpart=Place(text.language, text.path, line_of(text, change.section)),
        )


RULE = Rule("acknowledgement-refused", Severity.ERROR, check, __doc__, guards_records=True)
