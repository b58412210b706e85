"""A version that was announced is withdrawn openly, not deleted.

ไทย: ฉบับที่ประกาศแล้วต้องยกเลิกโดยเปิดเผย ไม่ใช่ลบทิ้ง

Readers were told that it would come; they must be able to read that it will not, and why.

PASS: `withdrawn: <reason>` in every language of version 2.1.
FAIL: the folder `changelog/privacy/2.1/` deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every upcoming version of the base whose record is gone."""
    damaged = {damage.version for damage in subject.damaged}
    for folder in subject.base:
        version = folder.record.version
        if version in damaged or subject.in_head(version) is not None or subject.is_fixed(version):
            continue
        if version in subject.expected:
            continue  # its texts are at hand, so it is recorded again, and record-missing says so
        yield RULE.at_record(
            subject,
            version,
            Bilingual(f"ฉบับ {version} ประกาศไปแล้ว จึงลบไม่ได้", f"Version {version} was announced and can't be deleted"),
            Bilingual(
                f"คืนโฟลเดอร์ของฉบับ {version} หากไม่ต้องการให้มีผลใช้บังคับ ให้เขียน withdrawn: ตามด้วยเหตุผล ในทุกภาษา",
                f"Put the folder of version {version} back. To call it off, write withdrawn: and the reason "
                "in every language.",
            ),
        )


RULE = PolicyRule("record-removed", Severity.ERROR, check, __doc__, guards_records=True)
