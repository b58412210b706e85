"""An e-mail address differs between the languages, in the words or in the link.

ไทย: ที่อยู่อีเมลในสองภาษาไม่ตรงกัน ไม่ว่าในข้อความหรือในลิงก์

Why: requests sent to a wrong address are lost, and with them the rights they exercise.

PASS:
    th:
        ติดต่อ <dpo@example.com>
    en:
        Contact dpo@example.com
FAIL:
    th:
        ติดต่อ <dpo@example.com>
    en:
        Contact <dop@example.com>
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each e-mail address that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.EMAIL)


RULE = Rule("email-value", Severity.ERROR, check, __doc__ or "")
