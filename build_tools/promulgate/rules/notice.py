"""A change in substance is announced in good time.

ไทย: การแก้ไขในสาระสำคัญต้องแจ้งล่วงหน้าให้ครบระยะเวลา

The full days between the day of announcement and the day of effect, neither counted, must reach the setting
`notice_days`. The day of announcement is the day the change is merged, so today until then. `urgent: <reason>` waives
the notice openly: the reason is published. Counting: Civil and Commercial Code, section 193/3.

PASS: `material: true`, announced on 1 November, effective on 2 December (30 full days).
FAIL: `material: true`, announced on 1 November, effective on 1 December (29 full days).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from promulgate.dates import format_date, whole_days_between
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.backdating import only_imported
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for a material version whose notice is too short."""
    text = subject.prevailing
    if text is None or not _needs_notice(subject, text):
        return
    zone, needed = subject.settings.time_zone, subject.settings.notice_days
    instant = text.metadata.effective.instant(zone)
    given = whole_days_between(subject.now, instant, zone)
    if given >= needed:
        return
    days = f"{given} day" if given == 1 else f"{given} days"
    first = subject.now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=needed + 1)
    yield RULE.at_text(
        text,
        "effective",
        Bilingual(
            f"ระยะเวลาแจ้งล่วงหน้าไม่ครบ {needed} วัน: หากประกาศวันนี้ จะมีเวลา {given} วันก่อนวันที่ "
            f"{format_date(instant, 'th', zone)} (ไม่นับวันประกาศรวมเป็นวันแรก)",
            f"Notice shorter than {needed} days: announced today, it gives {days} before "
            f"{format_date(instant, 'en', zone)} (the day of announcement is not counted)",
        ),
        Bilingual(
            f"กำหนดวันที่มีผลใช้บังคับเป็น {format_date(first, 'th', zone)} หรือหลังจากนั้น "
            "หากจำเป็นเร่งด่วน ให้เขียน urgent: ตามด้วยเหตุผล ซึ่งจะเผยแพร่ให้ผู้อ่านทราบ",
            f"Let it take effect on {format_date(first, 'en', zone)} or later. If it can't wait, write urgent: and the "
            "reason, which is published.",
        ),
    )


def _needs_notice(subject: PolicySubject, text: Text) -> bool:
    data = text.metadata
    if not data.material or data.urgent or data.withdrawn or (data.imported and only_imported(subject)):
        return False
    recorded = subject.on_base(data.version)
    return recorded is None or dict(recorded.texts) != subject.working_sources()


RULE = PolicyRule("notice", Severity.ERROR, check, __doc__, guards_records=True)
