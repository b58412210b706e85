"""The file of a published policy is gone in one language, or in all.

ไทย: ไฟล์ของนโยบายที่เผยแพร่แล้วหายไป อาจถูกลบหรือเปลี่ยนชื่อ

The name of a file is the name of its policy, and part of its address: a file that is renamed looks like a policy that
is gone and another that is new. A policy ends by a last version that says so.

PASS: `policies/th/privacy.md` and `policies/en/privacy.md` edited; or gone, after a version with `ends: true`.
FAIL: `policies/th/privacy.md` renamed to `policies/th/privacy-notice.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity
from promulgate.rules.policy_subject import PolicyRule, PolicySubject
from promulgate.tree import POLICIES


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every language the policy was published in and has no file for now.

    While a new version is being written, language-missing speaks of the file that is not there yet.
    """
    newest = max(subject.base, key=lambda folder: (folder.record.effective, folder.record.number), default=None)
    text = subject.prevailing
    if newest is None or newest.record.ends or (text is not None and not subject.is_fixed(text.metadata.version)):
        return
    gone = [language for language in newest.texts if language not in subject.files]
    for language in gone:
        path = f"{POLICIES}/{language}/{subject.policy}.md"
        yield Finding(
            *(RULE.id, RULE.severity, subject.policy, "", Place(language, path, 1)),
            Bilingual(
                f"ไฟล์ {path} ของนโยบายที่เผยแพร่แล้วหายไป อาจถูกลบหรือเปลี่ยนชื่อ",
                f"The file {path} of a published policy is gone: it was deleted or renamed",
            ),
            Bilingual(
                f"หากเปลี่ยนชื่อไฟล์ ให้เปลี่ยนกลับเป็น {path} (ชื่อไฟล์คือที่อยู่ของนโยบายบนเว็บ) หากลบไป ให้คืนไฟล์เดิม "
                "หากต้องการยกเลิกนโยบาย ให้จัดทำฉบับสุดท้ายที่มี ends: true",
                f"If it was renamed, call it {path} again (the name of the file is the policy's address). If it was "
                "deleted, put it back. To end the policy, write a last version with ends: true.",
            ),
        )


RULE = PolicyRule("text-removed", Severity.ERROR, check, __doc__, guards_records=True)
