"""Every version after the first tells its readers, in each language, what changed, whom it touches and what to do.

ไทย: ฉบับหลังจากฉบับแรกต้องมีสรุปการเปลี่ยนแปลงในทุกภาษา

PASS: a `summary` in Thai and in English.
FAIL: a `summary` in Thai only; version 2.0 with none.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import SUMMARY, Finding, Severity
from promulgate.rules.subject import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every text without a summary where another has one, or where a version came before."""
    anywhere = any(text.metadata.summary for text in subject.texts.values())
    for text in subject.texts.values():
        if text.metadata.summary or not (anywhere or subject.before):
            continue
        yield RULE.finding(
            text,
            Bilingual("ยังไม่มีสรุปการเปลี่ยนแปลง", "The summary of changes is missing"),
            Bilingual(
                "เขียน summary: ที่ส่วนบนของไฟล์ บอกผู้อ่านว่าเปลี่ยนอะไร กระทบใคร และต้องทำอะไร",
                "Write summary: at the top of the file: what changed, whom it touches, what to do.",
            ),
            section=SUMMARY,
            line=text.metadata.line("summary"),
        )


RULE = Rule("summary-missing", Severity.ERROR, check, __doc__)
