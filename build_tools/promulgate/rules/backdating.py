"""No version binds from a day that has passed.

ไทย: ฉบับใหม่มีผลย้อนหลังไม่ได้

Nobody can obey what was not yet said. A version may bind from today; only one brought in later (`imported`) may tell
of the past, and only while the policy has nothing but imported versions.

PASS: effective tomorrow, or today.
FAIL: effective last month, without `imported`.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.dates import format_date
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for a new version whose instant has passed."""
    text = subject.prevailing
    if text is None or (subject.on_base(text.metadata.version) is not None and not _moved(subject, text)):
        return
    zone = subject.settings.time_zone
    written = text.metadata.effective
    passed = (
        written.day < subject.now.astimezone(zone).date()
        if written.clock is None
        else written.instant(zone) < subject.now
    )
    if not passed or (text.metadata.imported and only_imported(subject)):
        return
    instant = written.instant(zone)
    yield RULE.at_text(
        text,
        "effective",
        Bilingual(
            f"วันที่มีผลใช้บังคับ {format_date(instant, 'th', zone)} ผ่านไปแล้ว",
            f"The day it takes effect, {format_date(instant, 'en', zone)}, has passed",
        ),
        Bilingual("กำหนดเป็นวันนี้หรือหลังจากนี้ ในทุกภาษา", "Choose today or a later day, in every language."),
    )


def only_imported(subject: PolicySubject) -> bool:
    """Whether every other version of the policy was brought in later too."""
    text = subject.prevailing
    this = text.metadata.version if text is not None else ""
    return all(folder.record.imported for folder in subject.head if folder.record.version != this)


def _moved(subject: PolicySubject, text: Text) -> bool:
    folder = subject.on_base(text.metadata.version)
    return folder is not None and folder.record.effective != text.metadata.effective.instant(subject.settings.time_zone)


RULE = PolicyRule("backdating", Severity.ERROR, check, __doc__, guards_records=True)
