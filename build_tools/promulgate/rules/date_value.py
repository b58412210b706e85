"""A date, a year or a time of day differs between the languages.

ไทย: วันที่ ปี หรือเวลาในสองภาษาไม่ตรงกัน

Why: rights and duties begin and end on days. Years of the Buddhist and the common era, month names and their
abbreviations, ISO dates and times of day are compared by what they mean.

PASS:
    th:
        มีผลใช้บังคับตั้งแต่วันที่ 1 มกราคม พ.ศ. 2570 เวลา 9.00 น.
    en:
        It takes effect on January 1, 2027, at 9 a.m.
FAIL:
    th:
        ประกาศเมื่อวันที่ 1 มีนาคม 2569
    en:
        It was announced on 1 May 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each date or time that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.DATE, Kind.TIME)


RULE = Rule("date-value", Severity.ERROR, check, __doc__ or "")
