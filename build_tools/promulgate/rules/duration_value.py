"""A period of time differs between the languages: in length, in unit, or in counting business days.

ไทย: ระยะเวลาในสองภาษาไม่ตรงกัน ทั้งจำนวน หน่วย หรือการนับวันทำการ

Why: a reader who trusts the longer of two periods misses the shorter one.

PASS:
    th:
        แจ้งภายใน30วัน
    en:
        Notify within thirty (30) days.
FAIL:
    th:
        แจ้งภายใน 15 วันทำการ
    en:
        Notify within 15 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each period that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.DURATION)


RULE = Rule("duration-value", Severity.ERROR, check, __doc__ or "")
