"""`imported` is for a policy's past, not for its future.

ไทย: ฉบับที่นำเข้าย้อนหลังใช้ได้เฉพาะกับอดีตของนโยบาย

An imported version is exempt from notice and from the ban on backdating, so it may only be used while the policy has
no version that was made here.

PASS: versions 1.0 and 2.0 imported, then 2.1 made here.
FAIL: version 2.2 marked `imported` after 2.1 was made here; an imported version that binds in the future.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.backdating import only_imported
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for an imported version that is not on the base and comes after one made here."""
    text = subject.prevailing
    if text is None or not text.metadata.imported or subject.on_base(text.metadata.version) is not None:
        return
    if only_imported(subject) and text.metadata.effective.instant(subject.settings.time_zone) <= subject.now:
        return
    yield RULE.at_text(
        text,
        "imported",
        Bilingual(
            f"ฉบับ {text.metadata.version} ไม่ใช่ฉบับเก่าที่นำเข้าระบบย้อนหลัง",
            f"Version {text.metadata.version} is not an old version brought in later",
        ),
        Bilingual("ลบบรรทัด imported: ในทุกภาษา", "Delete the line imported: in every language."),
    )


RULE = PolicyRule("imported", Severity.ERROR, check, __doc__, guards_records=True)
