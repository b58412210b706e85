"""Only an announced version that does not bind yet can be withdrawn.

ไทย: ยกเลิกก่อนมีผลได้เฉพาะฉบับที่ประกาศแล้วและยังไม่มีผลใช้บังคับ

PASS: `withdrawn: <reason>` on version 2.1, announced for 1 January 2027, in December 2026.
FAIL: `withdrawn:` on a version nobody has announced: it is simply not recorded.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for a withdrawal of a version that was never announced."""
    text = subject.prevailing
    if text is None or not text.metadata.withdrawn or not subject.base_exists:
        return
    if subject.on_base(text.metadata.version) is not None:
        return  # a version in force is guarded by record-fixed
    yield RULE.at_text(
        text,
        "withdrawn",
        Bilingual(
            f"ฉบับ {text.metadata.version} ยังไม่เคยประกาศ จึงไม่มีอะไรให้ยกเลิก",
            f"Version {text.metadata.version} was never announced, so there is nothing to withdraw",
        ),
        Bilingual("ลบบรรทัด withdrawn: ในทุกภาษา", "Delete the line withdrawn: in every language."),
    )


RULE = PolicyRule("withdrawn", Severity.ERROR, check, __doc__, guards_records=True)
